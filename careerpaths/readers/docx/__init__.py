"""Word documents to rows: tables row by row, text outside of them as rows of one cell, in reading order.

The page header of a section stands before the section, once for as long as it stays the same; page footers stand at the
end. A row that breaks over two pages is one row in the document.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from lxml import etree

from careerpaths.model import NOTE, PROBLEM, Document, Listed, Problem, Row
from careerpaths.readers.archive import Package, Unreadable, main_part, open_package, part, relations
from careerpaths.readers.characters import LONGEST_CELL, Headline, cell_text, invisible_message, too_long_message
from careerpaths.readers.docx.paragraphs import (
    COMMENTS,
    DELETED,
    EMBEDDED,
    FOOTNOTES,
    HIDDEN,
    INVISIBLE,
    blocks,
    child,
    is_on,
    tag,
    value,
)
from careerpaths.readers.docx.tables import Item, items
from careerpaths.readers.headlines import Bold, with_headlines

KIND = "docx"
MOST_ROWS = 200_000
"""Rows of a document, empty ones and paragraphs included."""
MOST_CELLS = 2_000_000
"""Cells of a document."""
MOST_BYTES = 24 * 1024 * 1024
"""Bytes of one part, unpacked: some thousand pages. It is held in memory as a whole, at up to 30 times its size."""
_MAIN = "word/document.xml"
_SAID = {
    FOOTNOTES: (NOTE, "footnotes or endnotes are not read; put into the table what belongs to a standard"),
    COMMENTS: (NOTE, "comments are not read; put into the table what belongs to a standard"),
    DELETED: (NOTE, "tracked changes: what was deleted or moved away was not read; accept or reject the changes"),
    HIDDEN: (NOTE, "hidden text was read all the same; delete what does not count"),
    EMBEDDED: (PROBLEM, "another file is embedded (altChunk) and was not read; open the document in Word and save it"),
}


@dataclass(slots=True)
class _Word:
    """A document that is open.

    Attributes:
        name: its name in sources.
        package: the zip.
        related: the names of the parts that it refers to, by their ids.
        problems: trouble so far.
        seen: what was seen beside plain text.
        running: the rows of the page headers or footers that were read already, by their ids.
    """

    name: str
    package: Package
    related: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    running: dict[tuple[str, ...], list[Item]] = field(default_factory=dict)
    bold: set[int] = field(default_factory=set)
    """The lines of texts outside of tables that are wholly in bold."""


def read(name: str, content: bytes) -> tuple[Document, ...]:
    """The rows of a Word document (.docx, .docm).

    Args:
        name: the document's name in sources.
        content: its bytes.
    """
    try:
        word = _Word(name, open_package(content))
        found = _read(word)
    except Unreadable as error:
        problem = _problem(name, f"document not read: {error}")
        return (Document(name=name, kind=KIND, rows=(), problems=(problem,)),)
    rows = with_headlines(tuple(_rows(word, found)), word.bold)
    said = [_problem(name, message, severity) for what, (severity, message) in _SAID.items() if what in word.seen]
    return (Document(name=name, kind=KIND, rows=rows, problems=(*word.problems, *said)),)


def _problem(name: str, message: str, severity: str = PROBLEM, line: int | None = None) -> Problem:
    place = "whole document" if line is None else f"table row {line}"
    return Problem(severity=severity, document=name, place=place, message=message, line=line)


def _rows(word: _Word, found: Iterable[Item]) -> Iterator[Row]:
    """The rows that say something, each with its number among all rows; a gap counts as one."""
    cells_left = MOST_CELLS
    for line, item in enumerate(found, 1):
        cells_left -= len(item or ())
        if line > MOST_ROWS or cells_left < 0:
            message = f"it has more than {MOST_ROWS:,} rows or {MOST_CELLS:,} cells, the rest was not read; split it"
            word.problems.append(_problem(word.name, message, line=line))
            return
        cells = tuple([_cell(text) if text else text for text in item or ()])
        if any(cells):
            word.bold.update({line} if len(cells) == 1 and isinstance((item or ("",))[0], Bold) else ())
            _remark(word, item or (), line)
            yield _row(cells, item or (), line)


def _row(cells: tuple[str, ...], texts: tuple[str, ...], line: int) -> Row:
    """A row; of a text outside of tables with what is known of it as a paragraph."""
    if len(texts) > 1:
        return Row(cells=cells, line=line)
    parts = tuple(filter(None, map(cell_text, texts[0][:LONGEST_CELL].split("\t"))))
    return Row(
        cells=cells,
        line=line,
        is_heading=isinstance(texts[0], Headline),
        tabbed=parts if len(parts) > 1 else (),
    )


def _cell(text: str) -> str:
    cell = cell_text(text[:LONGEST_CELL])
    return Listed(cell) if isinstance(text, Listed) else cell


def _remark(word: _Word, texts: tuple[str, ...], line: int) -> None:
    """What is to be said of the characters of a row; of those that are not seen, the first in the document."""
    for text in texts:
        if len(text) > LONGEST_CELL:
            word.problems.append(_problem(word.name, too_long_message(len(text)), line=line))
        elif INVISIBLE not in word.seen and (message := invisible_message(text)):
            word.seen.add(INVISIBLE)
            word.problems.append(_problem(word.name, message, NOTE, line))


def _read(word: _Word) -> Iterator[Item]:
    """All rows: for each section its page headers, where they change, and its body; page footers at the end.

    Raises:
        Unreadable: the document itself is damaged. Page headers that are damaged are a problem.
    """
    main = main_part(word.package, _MAIN)
    body = child(_root(word.package, main), "body")
    if body is None:
        message = f"{main} has no body: no Word document; save it again"
        raise Unreadable(message)
    related = relations(word.package, main)
    word.related = {identity: relation.target for identity, relation in related.items()}
    settings = next((relation.target for relation in related.values() if relation.kind == "settings"), "")
    return _all_items(word, body, has_even=_has_even(word, settings))


def _all_items(word: _Word, body: etree._Element, *, has_even: bool) -> Iterator[Item]:
    headers: dict[str, str] = {}
    footers: dict[str, str] = {}
    given: list[Item] = []
    feet: dict[str, None] = {}
    rest = blocks(body, word.seen)
    for properties in [*_ends(word, body), child(body, "sectPr")]:
        shown = _shown(properties, has_even=has_even)
        header = _running(word, _stated(headers, properties, "headerReference"), shown)
        if header != given:
            given = header
            yield from (*header, None)
        yield from items(_section(rest), word.seen)
        footer = _running(word, _stated(footers, properties, "footerReference"), shown)
        feet.update((" ".join(row), None) for row in footer if row)
    yield None
    # A foot is no row of the table above it, whatever its first cell is.
    yield from ((foot,) for foot in feet)


def _ends(word: _Word, body: etree._Element) -> Iterator[etree._Element]:
    """The properties of each section but the last, which stand in its last paragraph."""
    for block in blocks(body, word.seen):
        if (properties := child(block, "pPr", "sectPr")) is not None:
            yield properties


def _section(rest: Iterator[etree._Element]) -> Iterator[etree._Element]:
    """The paragraphs and tables up to the end of a section; those behind it are left for the next."""
    for block in rest:
        yield block
        if child(block, "pPr", "sectPr") is not None:
            return


def _shown(properties: etree._Element | None, *, has_even: bool) -> list[str]:
    """The kinds of pages of a section: the first is one of its own only where it is said to be, even ones too."""
    first = ["first"] if is_on(child(properties, "titlePg")) else []
    return [*first, "default", *(["even"] if has_even else [])]


def _stated(known: dict[str, str], properties: etree._Element | None, name: str) -> dict[str, str]:
    """The parts that a section refers to by kind of page, in its order; what it does not state it inherits."""
    own = [element for element in (properties if properties is not None else ()) if tag(element) == name]
    stated = {value(element, "type") or "default": value(element, "id") or "" for element in own}
    before = dict(known)
    known.clear()
    known.update({**stated, **{kind: identity for kind, identity in before.items() if kind not in stated}})
    return known


def _running(word: _Word, stated: dict[str, str], shown: list[str]) -> list[Item]:
    """The rows of the page headers or footers of a section, what is alike once."""
    identities = tuple([identity for kind, identity in stated.items() if kind in shown])
    if identities not in word.running:
        found = dict.fromkeys(tuple(_part_items(word, identity)) for identity in identities)
        word.running[identities] = [item for part_items in found for item in part_items]
    return word.running[identities]


def _part_items(word: _Word, identity: str) -> list[Item]:
    try:
        root = _root(word.package, _related(word, identity))
    except Unreadable as error:
        word.problems.append(_problem(word.name, f"a page header or footer was not read: {error}"))
        return []
    return list(items(blocks(root, word.seen), word.seen))


def _related(word: _Word, identity: str) -> str:
    if identity not in word.related:
        message = "the document refers to a part that it does not state; save it again in Word"
        raise Unreadable(message)
    return word.related[identity]


def _has_even(word: _Word, settings: str) -> bool:
    """Whether even pages have page headers of their own; where the settings are damaged, they have none."""
    if not word.package.holds(settings):
        return False
    with suppress(Unreadable):
        return is_on(child(_root(word.package, settings), "evenAndOddHeaders"))
    return False


def _root(package: Package, name: str) -> etree._Element:
    """A part as a tree: no entities, no network, no limits lifted."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(part(package, name, most=MOST_BYTES), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = f"{name} is no well-formed XML ({error}): damaged; open it in Word and save it again"
        raise Unreadable(message) from error
