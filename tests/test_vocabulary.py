"""The words of job standards as data: that the tables fit each other and the code that looks things up in them."""

from __future__ import annotations

from types import MappingProxyType

import pytest

from careerpaths.titles import fold, title_key
from careerpaths.vocabulary import (
    ATTRIBUTES,
    HEADER_RANKS,
    REQUIREMENTS,
    SCOPES,
    TRACKS,
    VOCABULARY,
    Vocabulary,
)

TABLES = {
    "labels": VOCABULARY.labels,
    "categories": VOCABULARY.categories,
    "levels": VOCABULARY.levels,
    "track_nouns": VOCABULARY.track_nouns,
    "abbreviations": VOCABULARY.abbreviations,
    "placeholders": dict.fromkeys(VOCABULARY.placeholders),
    "totals": dict.fromkeys(VOCABULARY.totals),
    "suffixes": dict.fromkeys(VOCABULARY.suffixes),
    "wishes": dict.fromkeys(VOCABULARY.wishes),
    "musts": dict.fromkeys(VOCABULARY.musts),
}


@pytest.mark.parametrize("name", TABLES)
def test_keys_are_folded(name: str) -> None:
    """What is looked up is folded; a key that is not would never be found."""
    assert [key for key in TABLES[name] if fold(key) != key] == []


def test_phrases_are_folded_words() -> None:
    """Phrases are tuples of folded words of more than one, and what they stand for is as well."""
    for phrase, meaning in VOCABULARY.phrases.items():
        assert len(phrase) > 1
        assert fold(" ".join(phrase)).split(" ") == list(phrase)
        assert fold(" ".join(meaning)).split(" ") == list(meaning)


def test_every_kind_that_the_code_asks_for_has_a_label() -> None:
    """Header rows, attributes, scopes and requirements can all be stated; so can titles and career paths."""
    kinds = set(VOCABULARY.labels.values())
    assert {*HEADER_RANKS, *ATTRIBUTES, *SCOPES, *REQUIREMENTS, "title", "career_path"} <= kinds


def test_tracks_are_those_of_categories_and_nouns() -> None:
    """A category and a noun name a track of the list, and each track has a category."""
    assert set(VOCABULARY.categories.values()) == set(TRACKS)
    assert set(VOCABULARY.track_nouns.values()) <= set(TRACKS)


def test_levels_of_a_track_are_in_order() -> None:
    """Entry is first, Expert last, no two at one place."""
    assert [*VOCABULARY.levels] == sorted(VOCABULARY.levels, key=VOCABULARY.levels.__getitem__)
    assert [*VOCABULARY.levels.values()] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("abbreviation", VOCABULARY.abbreviations)
@pytest.mark.parametrize("place", [0, 1], ids=["head", "before"])
def test_what_an_abbreviation_stands_for_stands_for_itself(abbreviation: str, place: int) -> None:
    """Spelt out once, nothing is left to spell out: as the head of a title and before another word."""
    meaning = VOCABULARY.abbreviations[abbreviation][place]
    title = f"{meaning} 2" if place == 0 else f"{meaning} Xyz 2"
    assert title_key(title) == title.casefold()


@pytest.mark.parametrize("suffix", sorted(VOCABULARY.suffixes))
def test_no_suffix_is_an_abbreviation(suffix: str) -> None:
    """A suffix behind the number stays as it is."""
    assert title_key(f"Xyz 4 {suffix}") == f"xyz 4 {suffix}"


def test_tables_cannot_be_changed() -> None:
    """The vocabulary of the program is a value: nobody's reading changes another's."""
    own = Vocabulary()
    for table in (own.labels, own.categories, own.levels, own.track_nouns, own.abbreviations, own.phrases):
        assert isinstance(table, MappingProxyType)


def test_another_employers_words_are_another_value() -> None:
    """A vocabulary of one's own holds its words beside the others' defaults."""
    own = Vocabulary(abbreviations=MappingProxyType({"xyz": ("xylophonist", "xylophone")}))
    assert title_key("Xyz 2", vocabulary=own) == "xylophonist 2"
    assert title_key("Xyz Lead 2", vocabulary=own) == "xylophone lead 2"
    assert title_key("Xyz 2") == "xyz 2"
    assert own.labels == VOCABULARY.labels
