"""Interface texts for people, in one place. Braces hold a value; a key that ends in `_one` is for a count of 1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpaths.values import value_key
from careerpaths.wording.answers import ANSWERS
from careerpaths.wording.page import MAP
from careerpaths.wording.terms import (
    ATTRIBUTE_NAMES,
    CHANGE_SENTENCES,
    COLUMN_NAMES,
    CONTENT_NAMES,
    DIRECTION_NAMES,
    KIND_NAMES,
    NAMES_NO_NEXT_ROLE,
    NOT_AN_OFFER,
    NOT_STATED,
    OVERTIME,
    STANDARD_NOT_LOADED,
    TRACK_NAMES,
)

__all__ = [
    "ANSWERS",
    "ATTRIBUTE_NAMES",
    "CONTENT_NAMES",
    "KIND_NAMES",
    "MAP",
    "NAMES_NO_NEXT_ROLE",
    "NOT_AN_OFFER",
    "NOT_STATED",
    "STANDARD_NOT_LOADED",
    "TRACK_NAMES",
]

if TYPE_CHECKING:
    from collections.abc import Mapping


def attribute_name(attribute: str) -> str:
    """What people call an attribute: its own name in the list, else the label of the row as it stands."""
    return ATTRIBUTE_NAMES.get(attribute, attribute)


def column_name(attribute: str) -> str:
    """The head of a column in a table, short."""
    return COLUMN_NAMES.get(attribute, attribute_name(attribute))


def change_sentence(attribute: str, before: str | None, after: str | None, *, asked: bool = True) -> str:
    """What one change means to the person who takes the step, as a part of a sentence.

    Args:
        attribute: the node's key, or the label of a row.
        before: what was stated before the step; None where nothing was.
        after: what is stated behind it.
        asked: whether a label is something that is asked of the person, and not only stated (a grade).
    """
    template = CHANGE_SENTENCES.get((attribute, _turn(attribute, before, after)))
    if template is None:
        is_stated = attribute in ATTRIBUTE_NAMES or not asked
        template = CHANGE_SENTENCES["", "other" if is_stated else _turn("", before, after)]
    values = {"before": before or NOT_STATED, "after": after or NOT_STATED}
    return template.format(name=attribute_name(attribute), **values)


def _turn(attribute: str, before: str | None, after: str | None) -> str:
    if attribute in ATTRIBUTE_NAMES:
        # An attribute that is not stated any more is not gone: nobody says what it is.
        return value_key(attribute, after) if attribute == "flsa" and after is not None else "other"
    if before is None:
        return "new"
    return "gone" if after is None else "other"


def overtime(flsa: str | None) -> str:
    """Whether a role is paid overtime, in words, with the term of the standard behind it."""
    if flsa is None:
        return NOT_STATED
    known = OVERTIME.get(value_key("flsa", flsa))
    return f"{known} ({flsa})" if known else flsa


def counted(texts: Mapping[str, str], key: str, count: int, **values: object) -> str:
    """The text `key` for a count: the text `key_one` where there is one and the count is 1."""
    chosen = f"{key}_one" if count == 1 and f"{key}_one" in texts else key
    return texts[chosen].format(count=f"{count:,}", **values)


def not_described(title: str) -> str:
    """What is said of each thing that a step to an undefined role may change."""
    return ANSWERS["not_described"].format(title=title)


def whom_to_ask(contact: str | None) -> str:
    """Whom to ask about what is not stated."""
    return ANSWERS["hr_contact"].format(contact=contact) if contact else ANSWERS["hr"]


def kind_name(kind: str, direction: str | None = None) -> str:
    """What people call a kind of move; another function with whether it goes up."""
    name = KIND_NAMES[kind]
    return f"{name}, {DIRECTION_NAMES[direction]}" if kind == "cross-function" else name


def said(key: str, count: int | None = None, **values: object) -> str:
    """A text of answers and the terminal, in the form for a count where one is given."""
    return ANSWERS[key].format(**values) if count is None else counted(ANSWERS, key, count, **values)
