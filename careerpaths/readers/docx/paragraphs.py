"""The text of Word paragraphs: what is deleted does not count, what is inserted does, each text box is read once.

Elements are told by their names without namespaces, which differ between the dialects of the format.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from careerpaths.model import ITEM, Listed
from careerpaths.readers.characters import VISIBLE, cell_text

FOOTNOTES, COMMENTS, DELETED = "footnotes", "comments", "deleted"
HIDDEN, EMBEDDED, INVISIBLE = "hidden", "embedded", "invisible"
"""What a reader may have seen beside plain text."""
_MARKS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
_SEEN = {
    "footnoteReference": FOOTNOTES,
    "endnoteReference": FOOTNOTES,
    "commentReference": COMMENTS,
    "del": DELETED,
    "moveFrom": DELETED,
    "altChunk": EMBEDDED,
}
# Properties, what was deleted, the codes of fields, how a text is pronounced.
_PASSED = frozenset(
    {"pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "del", "moveFrom", "delText"}
    | {"instrText", "delInstrText", "rt", "rubyPr", "altChunk", "customXmlPr", "smartTagPr"},
)
_PRIVATE_USE = range(0xE000, 0xF900)


_HEADING = re.compile(r"heading|title|subtitle|berschrift|titre|titolo|t.?tulo|kop|rubrik", re.IGNORECASE)
"""How the names of styles of headings begin, in some languages of Word."""
_ITEM = re.compile(r"list ?(?:bullet|number)", re.IGNORECASE)
"""How those of lists begin; else a paragraph says so itself."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph as its raw text.

    Attributes:
        text: with tabs and line feeds.
        boxes: the contents of the text boxes that are anchored in it.
        joins: whether its end was deleted, so that the next one continues it.
        is_heading: whether it has the style of a heading.
        is_item: whether it is an item of a list, with a mark or a number.
        is_bold: whether all of it is in bold.
    """

    text: str
    boxes: list[etree._Element] = field(default_factory=list)
    joins: bool = False
    is_heading: bool = False
    is_item: bool = False
    is_bold: bool = False


def tag(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names, each a direct child; None where there is none."""
    for name in path:
        if element is None:
            return None
        for one in element:
            if tag(one) == name:
                element = one
                break
        else:
            return None
    return element


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute by its name without its namespace."""
    if element is None:
        return None
    return next((str(text) for key, text in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is set: it is there and not said to be off."""
    return element is not None and (value(element) or "true").lower() not in {"0", "false", "off", "none"}


def inside(element: etree._Element, seen: set[str]) -> Iterator[etree._Element]:
    """The children that count, of two versions of one thing the first; adds to `seen` what it passes over."""
    for below in element:
        name = tag(below)
        if name in _SEEN:
            seen.add(_SEEN[name])
        if name == "AlternateContent":
            branch = child(below, "Choice")
            yield from inside(branch if branch is not None else below, seen)
        elif name == "Fallback":
            yield from inside(below, seen)
        elif name and name not in _PASSED:
            yield below


def blocks(element: etree._Element, seen: set[str]) -> Iterator[etree._Element]:
    """The paragraphs and tables below an element, whatever is wrapped around them, in reading order."""
    for below in inside(element, seen):
        if tag(below) in {"p", "tbl"}:
            yield below
        else:
            yield from blocks(below, seen)


def paragraph(element: etree._Element, seen: set[str]) -> Paragraph:
    """What a paragraph says."""
    boxes: list[etree._Element] = []
    text = "".join(_pieces(element, boxes, seen))
    joins = child(element, "pPr", "rPr", "del") is not None
    style = value(child(element, "pPr", "pStyle")) or ""
    number = child(element, "pPr", "numPr")
    is_item = bool(_ITEM.match(style)) if number is None else (value(child(number, "numId")) or "0") != "0"
    return Paragraph(text, boxes, joins, is_heading=bool(_HEADING.match(style)), is_item=is_item)


def with_weight(one: Paragraph, element: etree._Element) -> Paragraph:
    """A paragraph with whether all that its element says is in bold."""
    one.is_bold = bool(one.text.strip()) and all(is_on(child(run, "rPr", "b")) for run in _runs(element) if _says(run))
    return one


def _runs(element: etree._Element) -> Iterator[etree._Element]:
    return (below for below in element.iter() if tag(below) == "r")


def _says(run: etree._Element) -> bool:
    return any((below.text or "").strip() for below in run if tag(below) == "t")


def _pieces(element: etree._Element, boxes: list[etree._Element], seen: set[str]) -> Iterator[str]:
    for below in inside(element, seen):
        name = tag(below)
        if name == "t":
            yield below.text or ""
        elif name in _MARKS:
            yield _MARKS[name]
        elif name == "sym":
            yield _symbol(value(below, "char") or "")
        elif name == "txbxContent":
            boxes.append(below)
        else:
            if name == "r" and is_on(child(below, "rPr", "vanish")):
                seen.add(HIDDEN)
            yield from _pieces(below, boxes, seen)


def _symbol(code: str) -> str:
    """A character given by its number; in the fonts of symbols it has no meaning of its own."""
    try:
        number = int(code, 16)
        return VISIBLE if number in _PRIVATE_USE or not number else chr(number)
    except (ValueError, OverflowError):
        return VISIBLE


def joined(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Paragraphs, those whose end was deleted as one with the next."""
    held: list[Paragraph] = []
    for one in paragraphs:
        held.append(one)
        if not one.joins:
            yield _one(held)
            held = []
    if held:
        yield _one(held)


def _one(pieces: list[Paragraph]) -> Paragraph:
    boxes = [box for one in pieces for box in one.boxes]
    return Paragraph(
        "".join([one.text for one in pieces]),
        boxes,
        is_heading=any(one.is_heading for one in pieces),
        is_item=any(one.is_item for one in pieces),
        is_bold=all(one.is_bold for one in pieces),
    )


def flat_text(element: etree._Element, seen: set[str]) -> str:
    """All that stands in a cell, tables and text boxes included, a line for each paragraph that says something."""
    found = list(joined(paragraph(one, seen) for one in _paragraphs(element, seen)))
    told = [one for one in found if cell_text(one.text) or one.boxes]
    is_list = all(one.is_item and "\n" not in one.text and not one.boxes for one in told)
    texts: list[str] = []
    for one in told:
        mark = ITEM if one.is_item and not is_list else ""
        texts += [f"{mark}{one.text}", *[flat_text(box, seen) for box in one.boxes]]
    text = "\n".join([text for text in texts if cell_text(text)])
    return Listed(text) if text and is_list else text


def _paragraphs(element: etree._Element, seen: set[str]) -> Iterator[etree._Element]:
    for block in blocks(element, seen):
        if tag(block) == "p":
            yield block
        else:
            yield from _paragraphs(block, seen)
