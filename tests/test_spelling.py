"""Small typing errors, and the nearest titles to a name that no role has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.spelling import misspelt, nearest_titles

TITLE = "Clin Imaging IT Spec 4"


@pytest.mark.parametrize(
    ("asked", "forgiven"),
    [
        ("imaging", True),
        ("imagng", True),
        ("imagnig", True),
        ("imagingg", True),
        ("imafing", True),
        ("imgng", False),
        ("spac", True),
        ("speccc", False),
        ("specialits", True),
        ("spcialits", True),
        ("spcialtss", False),
        ("clinicle", True),
        ("it", True),
        ("ti", False),
        ("imagng 4", True),
        ("imagng 5", False),
        ("imagng 44", False),
        ("4", False),
        ("spec2", False),
        ("imagng spec2", False),
        ("clinical imagng specialist", True),
        ("radiology", False),
    ],
)
def test_small_errors_are_forgiven(asked: str, forgiven: bool) -> None:  # noqa: FBT001 - a column of the table
    """One error in four to seven letters, two in eight or more; short words, numbers and words with one are exact."""
    assert misspelt(asked.split(), TITLE) is forgiven


@pytest.mark.parametrize(("asked", "title"), [("viii", "Imaging Spec VII"), ("xiii", "Imaging Spec XII")])
def test_roman_numerals_are_exact(asked: str, title: str) -> None:
    """A numeral of four letters is a number, no word."""
    assert not misspelt(["imaging", "spec", asked], title)


@given(word=st.sampled_from(["imaging", "specialist", "analyst", "engineer"]), place=st.integers(0, 20), data=st.data())
def test_one_error_anywhere_in_a_word_is_forgiven(word: str, place: int, data: st.DataObject) -> None:
    """A letter lost, doubled, replaced or swapped with its neighbour."""
    at = place % (len(word) - 1)
    lost, doubled = word[:at] + word[at + 1 :], word[:at] + word[at] + word[at:]
    replaced = word[:at] + "q" + word[at + 1 :]
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    written = data.draw(st.sampled_from([lost, doubled, replaced, swapped]))
    assert misspelt([written], f"Senior {word}")


@pytest.mark.parametrize(
    ("name", "limit", "found"),
    [
        ("Data Analyst 9", 1, {1}),
        ("analyst data", 1, {0}),
        ("mgr 7", 2, {3, 4}),
        ("Spec 6", 3, {5, 6, 7}),
    ],
)
def test_nearest_titles(name: str, limit: int, found: set[int]) -> None:
    """Words count in any order and spelt out; titles that hold a word asked for come before others."""
    titles = [
        "Data Analyst",
        "Data Analyst 1",
        "Web Analyst 1",
        "Web Manager",
        "Data Manager",
        "Clin Imaging IT Spec 1",
        "Clin Imaging IT Spec 2",
        "Clin Imaging IT Spec 3",
        "Financial Supv 1",
        "Financial Anl 1",
    ]
    assert set(nearest_titles(name, titles, limit=limit)) == found


def test_equally_near_titles_stay_in_order() -> None:
    """Ties are in the order given."""
    assert nearest_titles("Spec 6", ["Spec 1", "Spec 2", "Spec 3"], limit=3) == (0, 1, 2)


@given(name=st.text(max_size=20), titles=st.lists(st.text(max_size=20), max_size=6), limit=st.integers(0, 4))
def test_the_nearest_are_places_each_once(name: str, titles: list[str], limit: int) -> None:
    """As many as there are, at most the limit, whatever the texts."""
    places = nearest_titles(name, titles, limit=limit)
    assert len(places) == min(limit, len(titles))
    assert len(set(places)) == len(places)
    assert set(places) <= set(range(len(titles)))
