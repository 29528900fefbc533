"""Texts of a suggested configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

SUGGESTED: Final[Mapping[str, str]] = {
    "head": (
        "What careerpaths did not know in these documents, and what it takes it for.\n"
        "1. Save this (as UTF-8) as careerpaths.toml in the folder of the documents, or name it with --config FILE.\n"
        "2. Lines with one # can be used as they are: look at each and take its # away where it is right.\n"
        '   Lines with ## explain or ask: to use one, put in what the word means instead of "?" and take ## away.\n'
        "3. Run `careerpaths check` on the same documents: it says what is read now.\n"
        "   Run it with --suggest-config once more for what is left, and add those lines to the same tables."
    ),
    "meanings": "Meanings: {kinds}.",
    "tracks": "Tracks: {tracks}.",
    "levels": "The levels, from the lowest to the highest: put them into order, or other names in.",
    "levels_beside": "The levels ({words}), from the lowest to the highest{how}: check the order.",
    "as_moves_go": ", as next roles go or as they stand side by side",
    "levels_unknown": "Levels whose order is not known: put each list into order, from the lowest to the highest.",
    "levels_fall": "Where numbers run downwards (level 1 is the highest): levels_fall = true",
    "levels_by_track": "With tracks, a list for each ({tracks}), such as levels.professional = [...]",
    "separators": "Words between two next roles of one cell.",
    "placeholders": "What stands where there is no next role.",
    "labels": "rows: label of the row = what it means",
    "columns": "tables: heading of the column = what it means",
    "categories": "category = track: {tracks}",
    "not_sure": "Not sure, or not known (what stays as it is, is kept as a further text of the role):",
    "cells": "{count} cells",
    "cells_one": "one cell",
    "documents": "{count} documents",
    "documents_one": "one document",
    "roles": "{count} roles",
    "roles_one": "one role",
    "found": "{cells} in {documents}",
    "such_as": ", such as {examples}",
    "more": "... and {count} more",
    "language": "a word for it in {languages}",
    "elsewhere": "so in the other documents, too",
    "taken": "another word means this already",
    "stands_again": "its cells stand again under {others}",
    "are_titles": 'its cells are titles that stand under "{other}"',
    "may_be_titles": (
        'its cells are titles that stand under "{other}": next roles (career_path), earlier ones (promoted_from), '
        "or whom one reports to (reports_to)?"
    ),
    "codes": "short codes, all different",
    "are_codes": 'its cells are codes that stand under "{other}"',
    "side_by_side": "the same few words side by side in several documents",
    "levels_change": "few words that come again, and most next roles have another one",
    "numbered": "few words with numbers that come again",
    "functions": "few words that come again, and most next roles have the same",
    "sentences": "sentences",
    "other": "no meaning needed: kept as it is",
    "nearest": '; the nearest known word is "{word}"',
}


def suggesting(key: str, **values: object) -> str:
    """A text of a suggested configuration."""
    return SUGGESTED[key].format(**values)
