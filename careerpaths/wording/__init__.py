"""Interface texts for people, in one place. Braces hold a value; a key that ends in `_one` is for a count of 1."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerpaths.values import value_key
from careerpaths.wording.answers import ANSWERS
from careerpaths.wording.page import MAP
from careerpaths.wording.plan import PLAN
from careerpaths.wording.terms import (
    ATTRIBUTE_NAMES,
    CHANGE_SENTENCES,
    COLUMN_NAMES,
    CONTENT_NAMES,
    DIRECTION_NAMES,
    GROUP_NAMES,
    KIND_NAMES,
    NAMES_NO_NEXT_ROLE,
    NOT_AN_OFFER,
    NOT_STATED,
    OVERTIME,
    STANDARD_NOT_LOADED,
    STATEMENT_SENTENCES,
    TRACK_NAMES,
    TURN_NAMES,
)

__all__ = [
    "ANSWERS",
    "ATTRIBUTE_NAMES",
    "CONTENT_NAMES",
    "GROUP_NAMES",
    "KIND_NAMES",
    "MAP",
    "NAMES_NO_NEXT_ROLE",
    "NOT_AN_OFFER",
    "NOT_STATED",
    "PLAN",
    "STANDARD_NOT_LOADED",
    "TRACK_NAMES",
    "TURN_NAMES",
]

LEADING = ("supervisory", "managerial")
"""The tracks whose roles lead people."""
_PLAIN = re.compile(r"[\w:+,./=@%-]+")
"""What a shell takes as it stands."""

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from decimal import Decimal


def attribute_name(attribute: str) -> str:
    """What people call an attribute: its own name in the list, else the label of the row as it stands."""
    return ATTRIBUTE_NAMES.get(attribute, attribute)


def column_name(attribute: str) -> str:
    """The head of a column in a table, short."""
    return COLUMN_NAMES.get(attribute, attribute_name(attribute))


def change_sentence(
    attribute: str, before: str | None, after: str | None, *, asked: bool = True, known: str | None = None
) -> str:
    """What one change means to the person who takes the step, as a part of a sentence.

    Args:
        attribute: the node's key, or the label of a row.
        before: what was stated before the step; None where nothing was.
        after: what is stated behind it.
        asked: whether a label is something that is asked of the person, and not only stated (a grade).
        known: the title of the role before, of which nothing is stated, so that nobody knows what is new.
    """
    if known is not None:
        return CHANGE_SENTENCES["", "not known"].format(name=attribute_name(attribute), after=after, title=known)
    template = CHANGE_SENTENCES.get((attribute, _turn(attribute, before, after)))
    if template is None:
        is_stated = attribute in ATTRIBUTE_NAMES or not asked
        template = CHANGE_SENTENCES["", _side_stated(before, after) if is_stated else _turn("", before, after)]
    values = {"before": before or NOT_STATED, "after": after or NOT_STATED}
    return template.format(name=attribute_name(attribute), **values)


def number_sentence(attribute: str, before: str, after: str, *, by: Decimal) -> str:
    """What a change of a plain number means: whether it goes up or down, and by how much, as a part of a sentence."""
    amount = f"{abs(by).normalize():f}"
    template = CHANGE_SENTENCES["", "up" if by > 0 else "down"]
    return template.format(name=attribute_name(attribute), before=before, after=after, by=amount)


def statement_sentence(
    label: str, before: str | None, after: str | None, *, group: str, turn: tuple[str, str, str]
) -> str:
    """What became of a row of a standard, as a part of a sentence.

    Args:
        label: of the row.
        before: what was stated before the step; None where nothing was.
        after: what is stated behind it.
        group: the block that it belongs to ("requirement", "duty" ...).
        turn: what became of it, and where only the word for how well differs, that word before and after.
    """
    became, low, high = turn
    if group != "requirement":
        return STATEMENT_SENTENCES[became].format(name=label, before=before, after=after, low=low, high=high)
    known = became if ("", became) in CHANGE_SENTENCES else "other"
    return CHANGE_SENTENCES["", known].format(name=attribute_name(label), before=before, after=after)


def _turn(attribute: str, before: str | None, after: str | None) -> str:
    if attribute in ATTRIBUTE_NAMES:
        # An attribute that is not stated any more is not gone: nobody says what it is.
        return _turn_of_fact(attribute, before, after)
    if before is None:
        return "new"
    return "gone" if after is None else "other"


def _turn_of_fact(attribute: str, before: str | None, after: str | None) -> str:
    if before is None or after is None:
        # What was not stated before need not be otherwise now.
        is_told = attribute in ("flsa", "category") and after is not None
        found = f"{value_key(attribute, after or '')} first" if attribute == "flsa" else "leads first"
        return found if is_told and (attribute == "flsa" or leads(after)) else _side_stated(before, after)
    if attribute == "personnel_program":
        return "policies"
    if attribute == "category" and leads(after) and not leads(before):
        return "leads"
    return value_key(attribute, after) if attribute == "flsa" else "other"


def _side_stated(before: str | None, after: str | None) -> str:
    """Whether a fact is stated of both roles, or only behind the step, or only before it."""
    return "first" if before is None else "last" if after is None else "other"


def leads(category: str | None) -> bool:
    """Whether roles of a category lead people."""
    return category is not None and value_key("category", category) in LEADING


def listed(names: Sequence[str]) -> str:
    """Names as a person lists them: "A, B and C"."""
    return said("and", first=", ".join(names[:-1]), last=names[-1]) if len(names) > 1 else "".join(names)


def quoted(argument: str) -> str:
    """A title or selector as it is typed in a shell."""
    if _PLAIN.fullmatch(argument):
        return argument
    return f"'{argument}'" if '"' in argument else f'"{argument}"'


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


def undefined_role(title: str, contact: str | None) -> str:
    """What is said of a role that no standard defines."""
    return said("undefined_sentence", title=title, hr=whom_to_ask(contact))


def kind_name(kind: str, direction: str | None = None) -> str:
    """What people call a kind of move; another function with whether it goes up."""
    name = KIND_NAMES[kind]
    return f"{name}, {DIRECTION_NAMES[direction]}" if kind == "cross-function" else name


def said(key: str, count: int | None = None, **values: object) -> str:
    """A text of answers and the terminal, in the form for a count where one is given."""
    return ANSWERS[key].format(**values) if count is None else counted(ANSWERS, key, count, **values)


def planned(key: str, count: int | None = None, **values: object) -> str:
    """A text of the plan, in the form for a count where one is given."""
    return PLAN[key].format(**values) if count is None else counted(PLAN, key, count, **values)
