"""What kind of move a step is, and whether it goes up: from the levels of both ends, never from likeness of titles."""

from __future__ import annotations

from careerpaths.model import Role
from careerpaths.titles import fold, level_number, level_position, plain, spelt_out, stem_and_noun, words
from careerpaths.values import value_key
from careerpaths.vocabulary import VOCABULARY, Vocabulary

PROMOTION, LATERAL, STEP_BACK = "promotion", "lateral", "step-back"
CHANGE_OF_TRACK, CROSS_FUNCTION, UNKNOWN = "change-of-track", "cross-function", "unknown"
KINDS = (PROMOTION, LATERAL, CHANGE_OF_TRACK, CROSS_FUNCTION, STEP_BACK, UNKNOWN)
UP, SAME, DOWN = "up", "same", "down"
_BY_DIRECTION = {UP: PROMOTION, SAME: LATERAL, DOWN: STEP_BACK, None: UNKNOWN}

Judged = tuple[str, str | None, str | None]
"""Kind, its basis ("standard", "title" or None) and direction."""


def track_and_order(
    level: str | None,
    category: str | None,
    *,
    vocabulary: Vocabulary = VOCABULARY,
) -> tuple[str | None, int | None]:
    """The track of a role and its place within it; None where the words are not known.

    A level that names a track ("Manager 2") says both; else the category says the track and the level the place. Where
    numbers run downwards, places are negative, so that a greater one is higher always.
    """
    track = vocabulary.categories.get(fold(category or ""))
    key = value_key("level", level or "", vocabulary=vocabulary)
    if key in vocabulary.levels:
        return vocabulary.level_tracks.get(key, track), vocabulary.levels[key]
    parts = words(plain(key.upper()))
    at = level_position(parts, vocabulary=vocabulary)
    number = None if at is None else parts[at].closing
    if at is None or number is None:
        return track, None
    named = vocabulary.track_nouns.get(spelt_out(parts[:at], vocabulary=vocabulary)[-1]) if at else None
    return named or track, -number if vocabulary.levels_fall else number


def judge(start: Role, end: Role, *, vocabulary: Vocabulary = VOCABULARY) -> Judged:
    """The kind of the move between two roles, the first that fits: function, track, level order."""
    if not end.defined:
        return _judge_by_title(start, end, vocabulary)
    direction = _direction(start, end) if _same_track(start, end) else None
    if bool(start.job_function) != bool(end.job_function):
        # Not stated is not another function.
        return UNKNOWN, "standard", direction
    if fold(start.job_function or "") != fold(end.job_function or ""):
        return CROSS_FUNCTION, "standard", direction
    if start.track and end.track and start.track != end.track:
        return CHANGE_OF_TRACK, "standard", None
    return _BY_DIRECTION[direction], "standard", direction


def _same_track(start: Role, end: Role) -> bool:
    if start.track or end.track:
        return start.track == end.track
    return fold(start.category or "") == fold(end.category or "")


def _direction(start: Role, end: Role) -> str | None:
    if start.level_order is None or end.level_order is None:
        return None
    return _compared(start.level_order, end.level_order)


def _compared(before: int, after: int) -> str:
    if after == before:
        return SAME
    return UP if after > before else DOWN


def _judge_by_title(start: Role, end: Role, vocabulary: Vocabulary) -> Judged:
    """No standard defines the target: its title tells track and number where it has the stem of the role it follows."""
    stem, noun = stem_and_noun(start.title, vocabulary=vocabulary)
    end_stem, end_noun = stem_and_noun(end.title, vocabulary=vocabulary)
    if not stem or stem != end_stem or end_noun is None:
        return UNKNOWN, None, None
    track = vocabulary.track_nouns.get(end_noun)
    if track is None and noun == end_noun:
        track = start.track
    if track is None or start.track is None:
        return UNKNOWN, None, None
    if track != start.track:
        return CHANGE_OF_TRACK, "title", None
    before, after = level_number(start.title, vocabulary=vocabulary), level_number(end.title, vocabulary=vocabulary)
    if before is None or after is None:
        return UNKNOWN, None, None
    direction = _compared(before, after)
    return _BY_DIRECTION[direction], "title", direction
