"""The nearest of some words: for suggestions only, never for a link."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz, process

NEAR = 80.0
"""Least similarity, of 100, at which a word is offered."""


def nearest(text: str, choices: Sequence[str], *, limit: int = 1, least: float = NEAR) -> tuple[str, ...]:
    """The choices most similar to a text, best first, ties in the order given; at most `limit`, none below `least`.

    Similarity is rapidfuzz's `ratio` (normalized insertions and deletions), 0 to 100.
    """
    found = process.extract(text, choices, scorer=fuzz.ratio, limit=None, score_cutoff=least)
    ordered = sorted(found, key=lambda match: (-match[1], match[2]))
    return tuple(choice for choice, _, _ in ordered[:limit])
