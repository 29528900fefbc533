"""What becomes of a statement: turns, scales, words in common, the best pairs of texts."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.statements import (
    ADDED,
    KEPT,
    LEFT_OUT,
    SCALES,
    TURNS,
    best_pairs,
    likeness,
    proficiency,
    turn,
    word_by_word,
)

words = st.sampled_from(["leads", "tests", "small", "large", "systems", "basic", "expert", "in-depth", "and", "files,"])
texts = st.lists(words, min_size=1, max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        (None, "Tests systems.", "new"),
        ("Tests systems.", None, "gone"),
        (None, None, "same"),
        ("Tests systems.", "tests  systems", "same"),
        ("Basic knowledge of files.", "Working knowledge of files.", "rises"),
        ("Expert knowledge of files.", "In-depth knowledge of files.", "falls"),
        ("In depth knowledge of files.", "Advanced knowledge of files.", "changed"),
        ("Basic knowledge of files.", "Working knowledge of all files.", "changed"),
        ("Expert knowledge of SQL, basic of C.", "Advanced knowledge of SQL, advanced of C.", "changed"),
        ("Basic knowledge of SQL, basic of C.", "Basic knowledge of SQL, advanced of C.", "rises"),
        ("Tests small systems here.", "Tests all small systems.", "changed"),
        ("Tests small systems.", "Leads many people there.", "rewritten"),
        ("One two three four.", "One two five six.", "rewritten"),
        ("", "Tests systems.", "rewritten"),
        ("Lifts < 20 kg alone.", "Lifts > 20 kg alone.", "changed"),
        ("Has \u2265 2 years of practice.", "Has >= 2 Years of practice", "same"),
        ("Has \u2265 2 years of practice.", "Has > 2 years of practice.", "changed"),
        ("Travels 10 % of the time.", "Travels 10 days of the time.", "changed"),
        ("Has 2 years of practice.", "Has 2+ years of practice.", "changed"),
        ("Writes C++ programs.", "Writes C++ programs", "same"),
        ("Spec 2 -> Spec 3", "Spec 2 => Spec 3.", "same"),
        ("May supervise others.", "May not supervise others.", "changed"),
        ("Lifts 1.5 kg.", "Lifts 15 kg.", "rewritten"),
    ],
)
def test_turns(before: str | None, after: str | None, became: str) -> None:
    """New, gone, the same but for marks that say nothing, another word of the scale, more than half, or less."""
    assert turn(before, after) == became


def test_scales_can_be_others() -> None:
    """The words of the scales are data: another employer's words rise likewise."""
    scales = {**SCALES, "proficiency": {"some": 1, "full": 2}}
    assert turn("Some knowledge.", "Full knowledge.", scales=scales) == "rises"
    assert turn("Basic knowledge.", "Expert knowledge.", scales=scales) != "rises"


@pytest.mark.parametrize(
    ("text", "word"),
    [("In-depth knowledge of files.", "in depth"), ("Knows files.", None), ("Expert, not basic.", "expert")],
)
def test_the_first_word_of_the_scale_is_found(text: str, word: str | None) -> None:
    """As the scale spells it; words with a hyphen count as one."""
    assert proficiency(text) == word


@given(before=texts, after=texts)
def test_pieces_give_both_texts_back(before: str, after: str) -> None:
    """The law: what was kept or left out is the old text, what was kept or added is the new one; neighbours differ."""
    pieces = word_by_word(before, after)
    old = [word for mark, text in pieces if mark != ADDED for word in text.split()]
    new = " ".join(text for mark, text in pieces if mark != LEFT_OUT)
    assert new == after
    assert [word.strip(",.") for word in old] == [word.strip(",.") for word in before.split()]
    assert all(one[0] != other[0] for one, other in pairwise(pieces))


def longest_common(one: list[str], other: list[str]) -> int:
    """The length of a longest common subsequence, by the textbook."""
    rows = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for here, word in enumerate(one, 1):
        for there, its in enumerate(other, 1):
            rows[here][there] = (
                rows[here - 1][there - 1] + 1 if word == its else max(rows[here - 1][there], rows[here][there - 1])
            )
    return rows[-1][-1]


@given(before=texts, after=texts)
def test_as_many_words_are_kept_as_can_be(before: str, after: str) -> None:
    """The words kept are a longest common subsequence, as the textbook's table finds it."""
    kept = sum(len(text.split()) for mark, text in word_by_word(before, after) if mark == KEPT)
    plain = [[word.strip(",.") for word in text.split()] for text in (before, after)]
    assert kept == longest_common(*plain)


@given(before=st.none() | texts, after=st.none() | texts)
def test_turns_back_are_turns_turned_round(before: str | None, after: str | None) -> None:
    """The law: what is new one way is gone the other, what rises falls, all else stays what it is."""
    turned = {"new": "gone", "gone": "new", "rises": "falls", "falls": "rises"}
    became = turn(before, after)
    assert became in TURNS
    assert turn(after, before) == turned.get(became, became)


def test_long_texts_are_not_compared_word_by_word() -> None:
    """Beyond some thousand words a text is the same or rewritten: no text takes the square of its length."""
    long = " ".join(f"word{number}" for number in range(5000))
    assert turn(long, f"{long} more") == "rewritten"
    assert turn(long, long.upper()) == "same"
    assert [mark for mark, _ in word_by_word(long, f"{long} more")] == [LEFT_OUT, ADDED]


@pytest.mark.parametrize(
    ("before", "after", "pairs"),
    [
        (["tests files", "leads people"], ["leads people", "tests files"], [(0, 1), (1, 0)]),
        (["tests all files"], ["tests some files", "tests all files"], [(0, 1)]),
        (["tests all files"], ["paints walls"], []),
        (["same", "same"], ["same"], [(0, 0)]),
        ([], ["x"], []),
    ],
)
def test_best_pairs(before: list[str], after: list[str], pairs: list[tuple[int, int]]) -> None:
    """Equal texts first, then the most alike; each text once; what is not alike stays alone."""
    assert best_pairs(before, after) == pairs


@given(one=texts, other=texts)
def test_likeness_is_a_share(one: str, other: str) -> None:
    """Between none and all, the same both ways, one for the same text."""
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)
    assert likeness(one, one) == 1
