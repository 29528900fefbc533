"""What counts as a small typing error, and which titles are nearest to a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.spelling import misspelt, nearest_titles


@pytest.mark.parametrize(
    ("asked", "title", "forgiven"),
    [
        pytest.param("imaging spec", "Imaging Spec 2", True, id="no error"),
        pytest.param("imagign", "Imaging Spec 2", True, id="neighbours swapped"),
        pytest.param("imging", "Imaging Spec 2", True, id="letter left out"),
        pytest.param("imagiing", "Imaging Spec 2", True, id="letter too many"),
        pytest.param("imeging", "Imaging Spec 2", True, id="another letter"),
        pytest.param("emagign", "Imaging Spec 2", False, id="two errors in seven letters"),
        pytest.param("speciallsit", "Imaging Spec 2", True, id="two errors in a long word, spelt out"),
        pytest.param("spcailist", "Imaging Specialist 2", True, id="swapped and left out"),
        pytest.param("sqecaillst", "Imaging Specialist 2", False, id="three errors in a long word"),
        pytest.param("spce", "Imaging Spec 2", True, id="four letters"),
        pytest.param("mrg", "Imaging Mgr 2", False, id="three letters are exact"),
        pytest.param("ti", "Imaging IT Spec 2", False, id="two letters are exact"),
        pytest.param("it spce", "Imaging IT Spec 2", True, id="short word exact, long one not"),
        pytest.param("spce 2", "Imaging Spec 2", True, id="number exact"),
        pytest.param("spce 3", "Imaging Spec 2", False, id="another number"),
        pytest.param("8789", "Imaging Spec 8798", False, id="numbers are no words"),
        pytest.param("2", "Imaging Spec 2", False, id="a number alone is no spelling"),
        pytest.param("", "Imaging Spec 2", False, id="nothing asked"),
        pytest.param("gardener garden", "Garden Mgr 1", False, id="each word needs one of its own"),
        pytest.param("spce zebra", "Imaging Spec 2", False, id="one word far off"),
    ],
)
def test_misspelt(asked: str, title: str, *, forgiven: bool) -> None:
    """One error in four to seven letters, two from eight on; short words and numbers exact."""
    assert misspelt(asked.split(), title) == forgiven


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Cook 1", (0, 1, 2)),
        ("cook 2", (1, 0, 2)),
        ("head cook 1", (2, 0, 1)),
        ("1 cook head", (2, 0, 1)),
        ("gardner", (3, 2, 0)),
    ],
)
def test_nearest_titles(name: str, expected: tuple[int, ...]) -> None:
    """Best first, words in any order, abbreviations spelt out."""
    found = nearest_titles(name, ["Cook 1", "Cook 2", "Head Cook 1", "Gardener 1"], limit=3)
    assert found[0] == expected[0]
    assert len(found) == 3
    if name != "gardner":
        assert found == expected


def test_ties_stand_in_the_order_given() -> None:
    """Titles equally near keep their order, whatever is asked."""
    assert nearest_titles("zzz", ["Cook 1", "Cook 2", "Cook 3"], limit=2) == (0, 1)
    assert nearest_titles("", ["B", "A"], limit=3) == (0, 1)


def test_nothing_to_choose_from() -> None:
    """No titles, no places."""
    assert nearest_titles("Cook", [], limit=3) == ()


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


@given(name=st.text(max_size=20), titles=st.lists(st.text(max_size=20), max_size=6), limit=st.integers(0, 4))
def test_the_nearest_are_places_each_once(name: str, titles: list[str], limit: int) -> None:
    """As many as there are, at most the limit, whatever the texts."""
    places = nearest_titles(name, titles, limit=limit)
    assert len(places) == min(limit, len(titles))
    assert len(set(places)) == len(places)
    assert set(places) <= set(range(len(titles)))


@pytest.mark.parametrize("asked", ["spec2", "imagng spec2", "specialist2", "imaging spec44"])
def test_a_word_with_a_number_is_exact(asked: str) -> None:
    """A number that is glued to a word is a number all the same."""
    assert not misspelt(asked.split(), "Imaging Spec 4")


def test_what_was_asked_for_is_nearer_than_what_is_as_short() -> None:
    """A long title that holds the word asked for is nearer than a short one that only looks like it."""
    titles = ["Financial Supv 1", "Financial Anl 1", *(f"Clin Imaging IT Spec {level}" for level in (1, 2, 3))]
    assert nearest_titles("Spec 6", titles, limit=3) == (2, 3, 4)
