"""Forgiving small typing errors, and the nearest titles to a name that no role has."""

from __future__ import annotations

from collections.abc import Sequence

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
    known = {*title_key(title).split(), *fold(title).split()}
    return any(not part.isdigit() for part in parts) and all(any(_near(part, word) for word in known) for part in parts)


def _near(part: str, word: str) -> bool:
    if part == word:
        return True
    if len(part) <= _FREE or _is_or_holds_number(part) or _is_or_holds_number(word):
        return False
    allowed = 2 if len(part) >= _LONG else 1
    return OSA.distance(part, word, score_cutoff=allowed) <= allowed


def _is_or_holds_number(word: str) -> bool:
    return any(mark.isdigit() for mark in word) or set(word) <= set("ivx")


def nearest_titles(name: str, titles: Sequence[str], *, limit: int) -> tuple[int, ...]:
    """The places of the titles most like a name, best first.

    Likeness of the spelt-out titles, words in any order, 0 to 100: rapidfuzz's `token_set_ratio` (the words in common
    count, whatever else a long title says), then its `token_sort_ratio` (all words count).
    """
    asked, keys = title_key(name), [title_key(title) for title in titles]
    likeness = [(-fuzz.token_set_ratio(asked, key), -fuzz.token_sort_ratio(asked, key)) for key in keys]
    return tuple(sorted(range(len(keys)), key=lambda place: (likeness[place], place))[:limit])
