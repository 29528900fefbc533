"""What stands below a label in a document about one job: whether a line is part of its value, and how.

A line goes on with the line above, is a paragraph of its own, is another item of a list, or does not belong to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from careerpaths.model import Entry, Listed
from careerpaths.titles import LONGEST_TITLE
from careerpaths.wrapping import (
    LONG,
    Broken,
    Width,
    begins_low,
    ends,
    is_full,
    is_open,
    is_tied,
    leans_on,
    seems_heading,
    without_end,
)

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
# Bullets, boxes, arrows and ticks; the last three are those of a font for symbols.
_SIGNS = (
    r"[\u2022\u2023\u00b7\u25aa\u25ab\u25cf\u25cb\u25e6\u25a0\u25a1\u25ba\u25b6\u2013\u2014\u2192\u27a2\u27a4\u2713\u2714"
    r"\u00a7+>*\uf0b7\uf0a7\uf0d8-]"
)
MARK = re.compile(rf"\d{{1,2}}[.)]?|\((?:\d{{1,2}}|[a-z]|[ivx]{{2,4}})\)|(?:[a-z]|[ivx]{{2,4}})[.)]|{_SIGNS}|o")
"""The mark of an item of a list, in a cell of its own."""
BULLET = re.compile(
    rf"^\s*(?:{_SIGNS}|\d{{1,2}}[.)]|\((?:\d{{1,2}}|[a-z]|[ivx]{{2,4}})\)|(?:[a-z]|[ivx]{{2,4}})[.)]|o)\s+",
    re.MULTILINE,
)
"""The same before an item."""
_SIGN = re.compile(rf"\s*({_SIGNS})\s")
_INLINE = frozenset("-\u2013\u2014>+*")
"""Signs that stand within a title as well."""
_FLOWING = frozenset({"job_summary", "generic_scope", "custom_scope", "environment"})
"""Texts that are no lists."""
_BY = r"(?:approved|authori[sz]ed|prepared|reviewed|revised|issued|updated|written|signed)\s+(?:by|on)"
_DATE = (
    r"(?:\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\b(?:19|20)\d\d-\d\d"
    r"|\b(?:in|of|from|since|as of|date|january|february|march|april|may|june|july|august|september|october|november"
    r"|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?[\s:]+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(?:19|20)\d\d)\b"
)
_ADDRESS = (
    r"(?:[\w.+-]+@[\w-]+\.\w+|\bwww\.|\bhttps?://"
    r"|\+\d[\d\s()./-]{6,}\d|\(\d{2,4}\)\s?\d[\d\s./-]{4,}\d|\b\d{3}[ .-]\d{3}[ .-]\d{4})"
)
_PART = (
    r"contact(?:s| us| details| information)?|approvals?|signatures?|disclaimer|acknowledge?ments?|confidential(?:ity)?"
    r"|draft|for internal use(?: only)?|(?:document|revision|version|change) (?:history|control)"
)
_PAGE = r"(?:.*\W)?page \d+(?: of \d+)?\W*"
# What stands below a value and is clearly no part of it; never by the beginning of a word or of a sentence alone.
_OUTSIDE = re.compile(
    "|".join(
        (
            rf"{_BY}\s*(?::.*)?",
            rf"(?:effective|valid|version|revision|edition|issued?|last|{_BY})\b.*{_DATE}.*",
            rf"{_DATE}\W*",
            r"(?:version|revision|rev\.?|edition|issue)\s*:?\s*\d[\d.]*\W*",
            rf"(?:{_PART})\s*(?:\.|:.*)?",
            r"(?:confidential|draft)\s+[\u2013\u2014-]\s.*",
            rf"contact\b.*{_ADDRESS}.*",
            rf"(?:(?:e-?mail|tel(?:ephone)?|phone)\W+)?{_ADDRESS}\S*\W*",
            r"\u00a9.*|(?:copyright|\(c\)).*(?:\u00a9|\b(?:19|20)\d\d\b).*",
            _PAGE,
            r".*\bequal[ -]opportunity employer\b.*",
            r"(?:i have read (?:and|this|the)|the above (?:statements?|description|information))\b.*",
            r"this (?:job|position|role) description\b.*",
        )
    ),
    re.IGNORECASE | re.DOTALL,
)
_FOOT = re.compile(_PAGE, re.IGNORECASE)
_BY_SOMEBODY = re.compile(rf"(?i:{_BY})\s+(?:(?:[^\W_a-z]|\d)[\w.&'-]*(?:[,\s]+|$))+\W*")
"""Who approved it: a name, in capitals."""
# What is no title, if it stands below titles.
_NO_TITLE = re.compile(rf"{_BY}\s|(?:see (?:also|attached|the)|please|note that)\s|.*{_DATE}", re.IGNORECASE)
_COLON = re.compile(r"([^\W\d_][^:\n]*?)\s*:(?!//)\s*(\S.*)", re.DOTALL)
_WHEN = re.compile(r"(?:in|at|on|during|for|with|when|after|before|by|under|while|if)\s", re.IGNORECASE)
_LONGEST_OUTSIDE = 200
"""Characters of what is clearly no part."""
_LONGEST_LABEL = 4
"""Words of what may be another label in a list."""
_LEVEL = re.compile(r"\d{1,2}[.,;]?|[IVX]{1,4}")
"""What is no title: the level of one."""
_ROW = re.compile(r"[,;/]|\s(?:and|or)\s")
"""What stands between titles in a row."""
_SENTENCE = 8
"""Words of a value from which it is a text, whatever its label."""

How = Literal["line", "paragraph", "item"]
Stands = Literal["", "label", "first", "across", "outside"]
"""Where a text stands alone: among the labels of a form, in the same column of a sheet without borders, over labels and
values, outside of tables, or elsewhere."""


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
        is_section: whether it is a label that is not known, above its values.
        is_named: whether the item that came last has a colon, as a label has.
        is_beside: whether a cell beside it is there for its value.
        is_row: whether several values stand in a row.
    """

    kind: str | None
    text: str
    place: tuple[int, int]
    has_value: bool = False
    first: str = ""
    whole: str = ""
    last: str = ""
    is_marked: bool = False
    is_section: bool = False
    is_named: bool = False
    is_beside: bool = False
    is_row: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text below a label.

    Attributes:
        text: what it says.
        looks: "label" or "pair" where it is a known label alone or with a value, "section" or "named" where it is
            another one with a colon, alone or with a value; None where it has none.
        is_adjacent: whether nothing parts it from the line above.
        is_alone: whether no other text stands in its row.
        leads: whether a text without a label stands below it.
        is_foot: whether it is the last of its page.
        is_whole: whether it was never broken: it is a paragraph of a format that breaks no lines.
        is_headline: whether it has the style of a heading.
        stands: where it stands.
    """

    text: str
    looks: str | None = None
    is_adjacent: bool = True
    is_alone: bool = True
    leads: bool = False
    is_foot: bool = False
    is_whole: bool = False
    is_headline: bool = False
    stands: Stands = ""


def how_it_follows(opened: Open, line: Line, width: Width | None) -> How | None:
    """How a line belongs to the value of a label; None where it does not.

    Args:
        opened: the label, with what has come of its value.
        line: the next text of the document.
        width: at which the document was broken into lines, where that is known.
    """
    if not _is_elsewhere(opened, line) and _may_go_on(opened, line) and _goes_on(opened, line, width):
        return "line"
    is_label = line.looks not in {None, "named"} or (line.looks and not _is_named_item(opened, line))
    if is_label or _is_elsewhere(opened, line):
        return None
    if opened.kind in PATHS:
        return "item" if _is_title(opened, line) else None
    if not opened.has_value:
        return None if opened.kind and is_outside(line.text) and not line.text[:1].isdigit() else "item"
    if opened.kind in LISTS:
        return "item" if _is_item(opened, line) else None
    return "paragraph" if _is_text(opened) and not _is_apart(opened, line) else None


def _is_elsewhere(opened: Open, line: Line) -> bool:
    """Whether a text stands where no value of the label can: it is a heading, a label of a form, behind the table."""
    if line.is_headline:
        return opened.kind != "title" or opened.has_value
    if line.stands == "across":
        return opened.is_beside
    is_behind = opened.is_beside and opened.has_value
    if line.stands == "first":
        # A list may stand there, but for next titles: these would be moves.
        return is_behind or not (opened.kind in LISTS - PATHS or opened.kind in _PROSE)
    may_end = line.is_whole or (opened.kind in PATHS and not is_open(opened.last))
    return line.stands == "label" or (line.stands == "outside" and is_behind and may_end)


def each_item(entry: Entry, cell: str) -> Iterator[Entry]:
    """A statement once for each item, where its cell is a list of next roles; any other as it is."""
    items = items_of(cell) if entry.kind in PATHS and not entry.code else (cell,)
    yield from [replace(entry, text=text) for text in items] if items != (cell,) else [entry]


def items_of(cell: str) -> tuple[str, ...]:
    """The items of a list in a cell, without their marks; the cell itself where it holds no list.

    A list is marked as one in its document, or each of its items begins with the mark of one; lines without a mark go
    on with the item above. One item alone needs a sign, since "1. FC Manager" may be a title.
    """
    lines = [line for line in cell.split("\n") if line.strip()]
    if isinstance(cell, Listed):
        return tuple(BULLET.sub("", line) for line in lines)
    sign = _SIGN.match(cell)
    if sign and len(lines) == 1 and sign[1] not in _INLINE:
        lines = [
            f"{sign[1]} {piece}" for piece in re.split(rf"(?:^|\s+){re.escape(sign[1])}\s+", cell.strip()) if piece
        ]
    marked = [bool(BULLET.match(line)) for line in lines]
    if not lines or not marked[0] or (sum(marked) == 1 and not sign):
        return (cell,)
    items: list[str] = []
    for line, is_marked in zip(lines, marked, strict=True):
        if is_marked:
            items.append(BULLET.sub("", line))
        else:
            items[-1] = f"{items[-1]} {line.strip()}"
    return tuple(items)


def _may_go_on(opened: Open, line: Line) -> bool:
    may = opened.has_value and line.is_alone and line.is_adjacent and not line.is_whole
    return may and not BULLET.match(line.text)


def _goes_on(opened: Open, line: Line, width: Width | None) -> bool:
    """Whether it is the rest of a line that was broken."""
    above = Broken(whole=opened.whole, value=opened.last, below=line.text)
    has_no_room = width is not None and is_full(above, width)
    if line.looks in {"label", "pair"}:
        return has_no_room and _is_no_label(opened, line)
    is_low = _goes_on_low(opened, line)
    if is_low or line.looks:
        return is_low
    if _is_outside(opened, line.text) and not is_tied(opened.last):
        return False
    if _says_it_goes_on(opened, line):
        return True
    if opened.is_marked and width is None and opened.kind not in PATHS:
        return not (ends(opened.last) or _is_apart(opened, line))
    return has_no_room and _may_be_broken(opened, line)


def _goes_on_low(opened: Open, line: Line) -> bool:
    """Whether it begins in lower case below a long line of a text that begins in capitals."""
    if opened.kind not in LISTS and not _is_text(opened):
        return False
    is_broken = len(opened.whole) >= LONG or (opened.kind in _FLOWING and not ends(opened.last)) or opened.is_marked
    if opened.kind in PATHS and len(line.text.split()) > LONGEST_TITLE:
        return False
    return begins_low(line.text) and not begins_low(opened.first) and is_broken


def _says_it_goes_on(opened: Open, line: Line) -> bool:
    """Whether the end of the line above or the beginning of its own tells it."""
    if _cannot_end(opened):
        return True
    if opened.kind in PATHS and len(line.text.split()) > LONGEST_TITLE:
        return False
    if opened.kind in _NAMES and _LEVEL.fullmatch(line.text) and not line.is_foot:
        return True
    return leans_on(line.text) and (opened.kind in LISTS or opened.kind is None or _is_text(opened))


def _cannot_end(opened: Open) -> bool:
    """Whether the line above cannot be all: names and numbers end in no word like "in", items of short lines may.

    A comma ends a short title, too.
    """
    is_short = len(opened.whole) < LONG
    if (opened.kind in LISTS - PATHS or _is_text(opened)) and is_short:
        return is_tied(opened.last)
    if opened.kind in PATHS and is_short:
        return is_open(without_end(opened.last))
    return is_open(opened.last, comma=opened.kind not in LISTS - PATHS)


def _may_be_broken(opened: Open, line: Line) -> bool:
    """Whether a full line goes on: titles only where they stand in a row, with commas or "and" between them."""
    if opened.kind in PATHS and not opened.is_marked:
        return bool(_ROW.search(f"{opened.last}\n{line.text}"))
    return not (opened.kind in LISTS and ends(opened.last))


def _is_no_label(opened: Open, line: Line) -> bool:
    """Whether a broken line only looks like a label: labels begin in capitals and end no sentence."""
    if line.looks == "label" and (is_open(opened.last) or line.text.endswith(".")):
        return True
    return begins_low(line.text) and not begins_low(opened.text)


def _is_text(opened: Open) -> bool:
    is_long = opened.kind is None and len(opened.first.split()) >= _SENTENCE
    return opened.kind in _PROSE or opened.is_section or is_long


def _is_outside(opened: Open, text: str) -> bool:
    return is_outside(text) or (opened.kind in PATHS and bool(_NO_TITLE.match(text[:_LONGEST_OUTSIDE])))


def is_outside(text: str) -> bool:
    """Whether a line is clearly no part of a description: an approval, a version, an address, the foot of a page.

    >>> [is_outside(text) for text in ("Approved by HR", "Page 3 of 5", "Reviewed by peers weekly", "Draft menus")]
    [True, True, False, False]
    """
    return len(text) <= _LONGEST_OUTSIDE and bool(_OUTSIDE.fullmatch(text) or _BY_SOMEBODY.fullmatch(text))


def is_foot(text: str) -> bool:
    """Whether a line is the foot of a page, which parts nothing: "Page 3 of 5"."""
    return bool(_FOOT.fullmatch(text))


def is_heading_of_more(line: Line) -> bool:
    """Whether a line seems the heading of the lines below it: a few words behind a gap, and no approval."""
    may = line.leads and not line.is_adjacent and not is_outside(line.text)
    return may and not BULLET.match(line.text) and seems_heading(line.text, above=".")


def _is_named_item(opened: Open, line: Line) -> bool:
    """Whether a line with a colon is an item of a list that is open, and no label with its value."""
    named = _COLON.fullmatch(line.text)
    if named is None or opened.kind in PATHS or not (opened.kind in LISTS or _is_text(opened)) or not line.is_adjacent:
        return False
    is_item = len(named[1].split()) > _LONGEST_LABEL or bool(_WHEN.match(named[1]))
    is_first = not opened.has_value and named[2][:1].islower()
    goes_on = opened.has_value and opened.is_named
    return is_item or is_first or goes_on


def _is_title(opened: Open, line: Line) -> bool:
    """Whether a line goes on with a list of titles; below these stands much that is none."""
    text = line.text
    if BULLET.match(text):
        return True
    if opened.has_value and (opened.is_marked or not line.is_adjacent):
        return False
    if opened.has_value and line.is_foot and text[-1:].isdecimal() != opened.last[-1:].isdecimal():
        return False
    return not _is_outside(opened, text) and not text.endswith(":") and len(text.split()) <= LONGEST_TITLE


def _is_item(opened: Open, line: Line) -> bool:
    """Whether a line is another item of a list of duties; among marked ones only a sentence has none behind a gap."""
    if BULLET.match(line.text):
        return True
    return not _is_apart(opened, line) and (line.is_adjacent or not opened.is_marked or ends(line.text))


def _is_apart(opened: Open, line: Line) -> bool:
    """Whether a line begins another part of the document, or stands at its end; a heading stands behind a gap."""
    if BULLET.match(line.text):
        return False
    if is_outside(line.text):
        return True
    is_heading = line.leads and not line.is_adjacent and seems_heading(line.text, above=opened.last)
    return is_heading and not seems_heading(opened.first, above="")
