"""The words for roles, attributes and kinds of move, the same in every text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_STATED: Final = "not stated"
STANDARD_NOT_LOADED: Final = "standard not loaded"
NAMES_NO_NEXT_ROLE: Final = "names no next role"
NOT_DESCRIBED: Final = (
    "named as a next step, but not described in the standards loaded here: what it asks and where it leads is not known"
)
UNDEFINED_ROLE: Final = NOT_DESCRIBED + "; ask HR"
NOT_AN_OFFER: Final = "A path is not an offer."
OVERTIME: Final[Mapping[str, str]] = {"exempt": "not eligible for overtime", "non exempt": "eligible for overtime"}

TRACK_NAMES: Final[Mapping[str, str]] = {
    "operational": "Operational & Technical",
    "professional": "Professional",
    "supervisory": "Supervisory",
    "managerial": "Managerial",
}

ATTRIBUTE_NAMES: Final[Mapping[str, str]] = {
    "title": "Title",
    "job_code": "Job code",
    "level": "Level",
    "category": "Category",
    "job_function": "Job function",
    "job_family": "Job family",
    "personnel_program": "Personnel program",
    "flsa": "Overtime (FLSA)",
    "tracking_code": "Tracking code",
    "reaches": "Reaches",
    "farthest_moves": "Moves to the farthest",
    "farthest": "Farthest",
}

COLUMN_NAMES: Final[Mapping[str, str]] = {"job_code": "Code", "personnel_program": "Program", "flsa": "FLSA"}

# What a change of one attribute means, for a step to the role that has the value `after`.
CHANGE_SENTENCES: Final[Mapping[tuple[str, str], str]] = {
    ("flsa", "exempt"): "not eligible for overtime from here on ({after})",
    ("flsa", "non exempt"): "eligible for overtime from here on ({after})",
    ("flsa", "exempt first"): "not eligible for overtime ({after}; before: not stated)",
    ("flsa", "non exempt first"): "eligible for overtime ({after}; before: not stated)",
    ("category", "leads first"): "a role that leads people ({after}; category before: not stated)",
    ("personnel_program", "policies"): (
        "the personnel program changes from {before} to {after}: another set of personnel policies applies"
    ),
    ("category", "leads"): "the category changes from {before} to {after}: it is a role that leads people",
    ("job_function", "other"): "the job function changes from {before} to {after}",
    ("job_family", "other"): "the job family changes from {before} to {after}",
    ("category", "other"): "the category changes from {before} to {after}",
    ("level", "other"): "the level changes from {before} to {after}",
    ("", "first"): "{name}: {after} (before: not stated)",
    ("", "last"): "{name}: not stated from here on (before: {before})",
    ("", "new"): "newly asked, {name}: {after}",
    ("", "stated"): "newly stated, {name}: {after}",
    ("", "not known"): "{name}: {after} (whether it is new is not known: {title} states nothing of what it asks)",
    ("", "gone"): "no longer stated, {name}: {before}",
    ("", "rises"): '{name} asks more: "{after}" instead of "{before}"',
    ("", "falls"): '{name} asks less: "{after}" instead of "{before}"',
    ("", "up"): "{name} goes up by {by}, from {before} to {after}",
    ("", "down"): "{name} goes down by {by}, from {before} to {after}",
    # In quotes, since both are whole sentences of a standard.
    ("", "other"): '{name} changes from "{before}" to "{after}"',
}

# What became of a text of a standard, for the role behind a step. A duty, or a kind of knowledge.
STATEMENT_SENTENCES: Final[Mapping[str, str]] = {
    "new": "new, {name}: {after}",
    "gone": "no longer stated, {name}: {before}",
    "changed": "{name} is reworded",
    "rewritten": "{name} is rewritten",
    "rises": "{name}: only the word for how well changes, from {low} to {high}",
    "falls": "{name}: only the word for how well changes, from {low} to {high}",
    "same": "{name} stays the same",
}

GROUP_NAMES: Final[Mapping[str, str]] = {
    "attribute": "Facts",
    "extra": "Further facts",
    "requirement": "Requirements",
    "scope": "Scope",
    "duty": "Duties",
    "knowledge": "Knowledge",
    "other": "Other statements",
}
"""The blocks in which changes are told."""

TURN_NAMES: Final[Mapping[str, str]] = {
    "new": "new",
    "changed": "reworded",
    "rewritten": "rewritten",
    "rises": "asks more",
    "falls": "asks less",
    "same": "the same",
    "gone": "no longer stated",
    "not known": "not known",
}
"""What became of a statement."""

KIND_NAMES: Final[Mapping[str, str]] = {
    "promotion": "promotion",
    "lateral": "sideways",
    "change-of-track": "change of track",
    "cross-function": "another function",
    "step-back": "step back",
    "unknown": "kind of move not known",
}

DIRECTION_NAMES: Final[Mapping[str | None, str]] = {
    "up": "higher level",
    "same": "same level (sideways)",
    "down": "lower level",
    None: "levels cannot be compared",
}

CONTENT_NAMES: Final[Mapping[str, str]] = {
    "standard": "standard",
    "role table": "role table",
    "move list": "move list",
    "job description": "job description",
    "overlay": "overlay",
    "nothing": "no standard",
    "copy": "copy",
    "unread": "not read",
}
"""What a document holds, by the content of its reading."""
