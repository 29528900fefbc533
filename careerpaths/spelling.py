"""Forgiving small typing errors, and the nearest titles to a name that no role has."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from careerpaths.titles import fold, title_key

_FREE = 3
"""Words up to this length must be exact."""
_LONG = 8


def misspelt(parts: Sequence[str], title: str) -> bool:
    """Whether the words asked for are those of a title but for small typing errors.

    One error in a word of four to seven letters, two in a longer one, counted as optimal string alignment distance
    (Boytsov 2011: insertions, deletions, replacements, neighbours swapped); numbers and short words must be exact.

    Args:
        parts: the words asked for, folded.
        title: a title; its words count as written and spelt out.
    """
    left = [place for word in fold(title).split() for place in _places(word)]
    for part in parts:
        found = next((place for place in left if any(_near(part, word) for word in place)), None)
        if found is None:
            return False
        left.remove(found)
    return any(not part.isdigit() for part in parts)


def _places(word: str) -> list[set[str]]:
    """A word of a title as what may be asked for in its place: as written, or spelt out in one or more words."""
    first, *more = title_key(word).split() or [word]
    return [{word, first}, *({one} for one in more)]


def _near(part: str, word: str) -> bool:
    if part == word:
        return True
    if len(part) <= _FREE or _is_or_holds_number(part) or _is_or_holds_number(word):
        return False
    allowed = 2 if len(part) >= _LONG else 1
    return OSA.distance(part, word, score_cutoff=allowed) <= allowed


def _is_or_holds_number(word: str) -> bool:
    return any(mark.isdigit() for mark in word) or set(word) <= set("ivx")


def corrected(word: str, known: Collection[str]) -> str:
    """The one nearest known word that a word is but for one typing error (two in a long one); else the word itself."""
    if len(word) <= _FREE + 2 or word in known:
        return word
    near = [other for other in sorted(known) if _near(word, other)]
    if len(near) > 1:
        errors = {other: OSA.distance(word, other) for other in near}
        near = [other for other in near if errors[other] == min(errors.values())]
    return near[0] if len(near) == 1 else word


def nearest_titles(name: str, titles: Sequence[str], *, limit: int) -> tuple[int, ...]:
    """The places of the titles most like a name, best first.

    First by the words in common, whatever else a long title says (rapidfuzz's `token_set_ratio` of the spelt-out titles
    without their numbers), then titles with a number where one was asked for, then by all words (`token_sort_ratio`).
    """
    asked = title_key(name)
    likeness = [
        (_common(asked, key), _has_number(asked) != _has_number(key), -fuzz.token_sort_ratio(asked, key))
        for key in map(title_key, titles)
    ]
    return tuple(sorted(range(len(titles)), key=lambda place: (likeness[place], place))[:limit])


def _common(asked: str, key: str) -> float:
    return -fuzz.token_set_ratio(_without_numbers(asked), _without_numbers(key))


def _without_numbers(key: str) -> str:
    return " ".join(word for word in key.split() if not word.isdigit())


def _has_number(key: str) -> bool:
    return any(word.isdigit() for word in key.split())
