"""What stands below a label in a document about one job: whether a line is part of its value, and how.

A line goes on with the line above, is a paragraph of its own, is another item of a list, or does not belong to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from careerpaths.titles import LONGEST_TITLE
from careerpaths.wrapping import Broken, Width, begins_low, ends, is_full, is_open, seems_heading, surely_goes_on

NEXT = frozenset({"next", "to", "career_path"})
PATHS = NEXT | {"promoted_from"}
_NAMES = PATHS | {"title", "reports_to"}
LISTS = PATHS | {"duty", "knowledge"}
_PROSE = frozenset(
    {
        *("job_summary", "generic_scope", "custom_scope", "environment"),
        *("education", "license", "certificate", "special_condition"),
    }
)
BULLET = re.compile(r"^\s*(?:[\u2022\u00b7\u25aa\u25cf\u25e6\u2013\u2014*-]|\d{1,2}[.)]|o)\s+", re.MULTILINE)
# What stands below a list of titles and is none: approvals, dates, the foot of a page.
_NO_TITLE = re.compile(
    r"(?:approv|prepared|reviewed|revis|version|effective|issued|date|sign|page|updated|author|owner|document|confiden"
    r"|draft|copyright|contact|disclaim|acknowledg|\(c\)|\u00a9|see |note)|.*\b(?:page \d|(?:19|20)\d\d\b)",
    re.IGNORECASE,
)
# What stands below a text and is no part of it.
_NO_TEXT = re.compile(
    r"(?:approv(?:ed|al|als)\b|(?:prepared|reviewed|revised|issued|updated|written) (?:by|on)\b|revision\b|version \d"
    r"|effective (?:date|from|as of|\w+ \d)|last (?:updated|revised|reviewed)|signature|signed\b|page \d|confidential"
    r"|draft\b|copyright|\(c\)|\u00a9|contact\b|disclaimer|acknowledg|equal opportunity|note:|i have read|the above\b"
    r"|document (?:no|id|owner|history)\b|this (?:job|position|role) description)|.*\bpage \d+(?: of \d+)?\W*$",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"\d{1,2}[.,;]?|[IVX]{1,4}")
"""What is no title: the level of one."""
_SENTENCE = 8
"""Words of a value from which it is a text, whatever its label."""

How = Literal["line", "paragraph", "item"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A label to which the lines below may belong.

    Attributes:
        kind: what it means; None for a label that is not known.
        text: as in the document.
        place: its cell: line and number, from 1.
        has_value: whether a value has come.
        first: the first line of the value, or of its last item, without the mark of a list.
        whole: the line that came last, with the label where it begins with it.
        last: the same line without label and mark.
        is_marked: whether the values have the marks of a list.
    """

    kind: str | None
    text: str
    place: tuple[int, int]
    has_value: bool = False
    first: str = ""
    whole: str = ""
    last: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text below a label.

    Attributes:
        text: what it says.
        looks: "label" or "pair" where it is a known label alone or with a value, "named" where it has another label
            with a colon; None where it has none.
        is_adjacent: whether nothing parts it from the line above.
        is_alone: whether no other text stands in its row.
        leads: whether a text without a label stands below it.
        is_foot: whether it is the last of its page.
    """

    text: str
    looks: str | None = None
    is_adjacent: bool = True
    is_alone: bool = True
    leads: bool = False
    is_foot: bool = False


def how_it_follows(opened: Open, line: Line, width: Width | None) -> How | None:
    """How a line belongs to the value of a label; None where it does not.

    Args:
        opened: the label, with what has come of its value.
        line: the next text of the document.
        width: at which the document was broken into lines, where that is known.
    """
    if _may_go_on(opened, line) and _goes_on(opened, line, width):
        return "line"
    if line.looks is not None:
        return None
    if not opened.has_value:
        return "item" if opened.kind not in PATHS or _is_title(opened, line) else None
    if opened.kind in PATHS:
        return "item" if _is_title(opened, line) else None
    if opened.kind in LISTS:
        return "item" if _is_item(opened, line) else None
    return "paragraph" if _is_text(opened) and not _is_apart(opened, line) else None


def _may_go_on(opened: Open, line: Line) -> bool:
    return opened.has_value and line.is_alone and line.is_adjacent and not BULLET.match(line.text)


def _goes_on(opened: Open, line: Line, width: Width | None) -> bool:
    """Whether it is the rest of a line that was broken."""
    above = Broken(whole=opened.whole, value=opened.last, below=line.text)
    has_no_room = width is not None and is_full(above, width)
    must = is_open(opened.last, comma=opened.kind not in LISTS - PATHS)
    if line.looks in {"label", "pair"}:
        return has_no_room and _is_no_label(opened, line)
    may = _says_it_goes_on(opened, line)
    if may and begins_low(line.text):
        return True
    if line.looks == "named" or (_is_outside(opened, line.text) and not is_open(opened.last)):
        return False
    if width is None and opened.is_marked and opened.kind not in PATHS:
        may = may or not (ends(opened.last) or _is_apart(opened, line))
    return must or may or (has_no_room and not (opened.kind in LISTS and ends(opened.last)))


def _says_it_goes_on(opened: Open, line: Line) -> bool:
    """Whether its own words tell it; a text is broken more often than a name or a number."""
    if opened.kind in PATHS and len(line.text.split()) > LONGEST_TITLE and not is_open(opened.last):
        return False
    if opened.kind in _NAMES and _LEVEL.fullmatch(line.text) and not line.is_foot:
        return True
    has_many = opened.kind in LISTS or _is_text(opened)
    is_sure = surely_goes_on(opened.last, line.text, first=opened.first if has_many else "")
    return is_sure and (has_many or opened.kind is None)


def _is_no_label(opened: Open, line: Line) -> bool:
    """Whether a broken line only looks like a label: labels begin in capitals and end no sentence."""
    if line.looks == "label" and (is_open(opened.last) or line.text.endswith(".")):
        return True
    return begins_low(line.text) and not begins_low(opened.text)


def _is_text(opened: Open) -> bool:
    return opened.kind in _PROSE or (opened.kind is None and len(opened.first.split()) >= _SENTENCE)


def _is_outside(opened: Open, text: str) -> bool:
    return bool((_NO_TITLE if opened.kind in PATHS else _NO_TEXT).match(text))


def _is_title(opened: Open, line: Line) -> bool:
    """Whether a line goes on with a list of titles; below these stands much that is none."""
    text = line.text
    if BULLET.match(text):
        return True
    if opened.has_value and (opened.is_marked or not line.is_adjacent):
        return False
    if opened.has_value and line.is_foot and text[-1:].isdecimal() != opened.last[-1:].isdecimal():
        return False
    return not _NO_TITLE.match(text) and not text.endswith(":") and len(text.split()) <= LONGEST_TITLE


def _is_item(opened: Open, line: Line) -> bool:
    """Whether a line is another item of a list of duties; among marked ones only a sentence has no mark."""
    if BULLET.match(line.text):
        return True
    return not _is_apart(opened, line) and (not opened.is_marked or ends(line.text))


def _is_apart(opened: Open, line: Line) -> bool:
    """Whether a line begins another part of the document, or stands at its end."""
    if BULLET.match(line.text):
        return False
    if _NO_TEXT.match(line.text):
        return True
    is_heading = (line.leads or line.text.endswith(":")) and seems_heading(line.text, above=opened.last)
    return is_heading and not seems_heading(opened.first, above="")
