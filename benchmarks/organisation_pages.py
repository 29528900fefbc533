"""Lay standards out as tab-separated text: header blocks, page breaks at any row and between any two words, odd bytes.

Nothing here changes what a standard says; that is the law which the tests lean on. Standard library only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from random import Random

NO_BREAK_SPACE = "\u00a0"
NEWLINES = ("\n", "\n", "\r\n", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How often (0 to 1) each oddity of the layout occurs."""

    page_break: float = 0.10
    """A page ends before a row."""
    row_cut: float = 0.15
    """A row is cut between two words."""
    page_at_cut: float = 0.6
    """A cut row goes on under a repeated header; else on the next line."""
    third_part: float = 0.2
    """A cut row has three parts."""
    title_wrap: float = 0.3
    """The Job Title row is wrapped, without a header between."""
    header_wrap: float = 0.15
    """A header row is wrapped: any on a standard's first page, all but Job Level on later ones."""
    title_repeated: float = 0.2
    """A later page repeats the Job Title row below its header block (decided for each standard)."""
    title_cut: float = 0.0
    """A page ends inside the Job Title row (the law wants it; the rule for continuations can be read otherwise)."""
    bare_first_page: float = 0.0
    """A page ends between the header block and the Job Title row."""
    hyphen_cut: float = 0.5
    """A word with a hyphen may be cut behind it."""
    spaces: float = 0.05
    """A cell has a no-break space, doubled spaces or spaces around it."""
    tabs: float = 0.4
    """A row has lost its trailing tabs, or has more of them."""
    odd_bytes: float = 0.5
    """A document has a byte order mark, other line ends, empty lines ahead, no last newline (each drawn alone)."""
    blank_before_header: float = 0.9
    """An empty line stands before a header block."""
    utf_16: float = 0.0
    """A document is UTF-16 with a byte order mark."""
    touching: float = 0.6
    """The header table of a PDF touches the main one."""
    open_foot: float = 0.3
    """Rows that the page foot of a PDF cuts have no rule there."""
    unruled: float = 0.0
    """A PDF has no rules at all: its columns are told by the places of its words alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One standard as rows: header pairs in order, then labelled body rows (Job Title first)."""

    header: tuple[tuple[str, ...], ...]
    levels: tuple[str, ...]
    body: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a body row begins: line and page from 1; `whole` is False for a row in several parts."""

    line: int
    page: int
    whole: bool


@dataclass(slots=True, kw_only=True)
class _Paper:
    """Lines written so far, the number of header blocks among them, and what decides how they are written."""

    lines: list[tuple[str, ...]]
    random: Random
    layout: Layout
    pages: int = 0

    def happens(self, name: str) -> bool:
        """Whether an oddity of the layout occurs here."""
        return bool(self.random.random() < getattr(self.layout, name))


def cuts(text: str, *, hyphens: bool) -> Iterator[tuple[str, str]]:
    """Each way to cut a text in two that the law joins again to the same text."""
    for at, char in enumerate(text):
        left, right = (text[:at], text[at + 1 :]) if char == " " else (text[: at + 1], text[at + 1 :])
        before_and = right.split(" ")[0] in {"and", "or"}
        hyphen_ends_word = left[-1:] == "-" and left[-2:-1].isalnum()
        between_words = char == " " and left and right and (before_and or not hyphen_ends_word)
        inside_word = char == "-" and hyphen_ends_word and right[:1].isalpha() and not right.startswith(("and", "or"))
        if between_words or (hyphens and inside_word):
            yield left, right


def _cut_cell(text: str, paper: _Paper) -> tuple[str, str]:
    """A cell in two parts: cut between words, or whole in one of them."""
    random = paper.random
    choices = list(cuts(text, hyphens=paper.happens("hyphen_cut")))
    if choices and random.random() < 0.75:
        return random.choice(choices)
    return ("", text) if random.random() < 0.2 else (text, "")


def _cut_row(row: tuple[str, ...], paper: _Paper, *, kept: tuple[int, ...] = (0,)) -> tuple[tuple[str, ...], ...]:
    """A row in two rows, the second with an empty first cell; in one where a cut would leave either empty."""
    pairs = [(cell, "") if at in kept else _cut_cell(cell, paper) for at, cell in enumerate(row)]
    first, second = (tuple(pair[side] for pair in pairs) for side in (0, 1))
    at_stake = [cell for at, cell in enumerate(first) if at not in kept]
    return (first, second) if any(second) and any(at_stake) else (row,)


def _parts(row: tuple[str, ...], paper: _Paper) -> tuple[tuple[str, ...], ...]:
    """A body row in one, two or three parts."""
    first, *rest = _cut_row(row, paper)
    if rest and paper.happens("third_part"):
        return (first, *_cut_row(rest[0], paper))
    return (first, *rest)


def _header(paper: _Paper, sheet: Sheet, *, wrap_levels: bool = False, title_too: bool = False) -> None:
    """Write a header block; below a later one stands the Job Title row where this standard repeats it."""
    blank = [("",)] if paper.happens("blank_before_header") else []
    paper.pages += 1
    paper.lines.extend(blank)
    for row in sheet.header:
        # The third cell of the first row is a label of its own and stays where it is.
        paper.lines.extend(_cut_row(row, paper, kept=(0, 2)) if paper.happens("header_wrap") else (row,))
    paper.lines.extend(blank)
    levels = ("Job Level", *sheet.levels)
    paper.lines.extend(_cut_row(levels, paper) if wrap_levels and paper.happens("header_wrap") else (levels,))
    paper.lines.extend(sheet.body[:1] if title_too else ())


def _title_row(paper: _Paper, sheet: Sheet) -> Place:
    """Write the Job Title row, perhaps wrapped, perhaps over a page end."""
    place = Place(line=len(paper.lines) + 1, page=paper.pages, whole=False)
    over_page = paper.happens("title_cut")
    parts = _parts(sheet.body[0], paper) if over_page or paper.happens("title_wrap") else sheet.body[:1]
    for number, part in enumerate(parts):
        if number and over_page:
            _header(paper, sheet)
        paper.lines.append(part)
    return place


def _body_row(paper: _Paper, sheet: Sheet, row: tuple[str, ...], *, title_too: bool) -> Place:
    """Write one body row, perhaps after a page end, perhaps in parts."""
    if paper.happens("page_break"):
        _header(paper, sheet, title_too=title_too)
    parts = _parts(row, paper) if paper.happens("row_cut") else (row,)
    place = Place(line=len(paper.lines) + 1, page=paper.pages, whole=len(parts) == 1)
    for number, part in enumerate(parts):
        if number and paper.happens("page_at_cut"):
            _header(paper, sheet, title_too=title_too)
        paper.lines.append(part)
    return place


def _sheet(paper: _Paper, sheet: Sheet) -> tuple[Place, ...]:
    """Write one standard; the places of its body rows in order."""
    title_too = paper.happens("title_repeated")
    bare = paper.happens("bare_first_page")
    if bare:
        # A wrapped Job Level row at a page's end would read like the end of another standard's last row.
        _header(paper, sheet)
    _header(paper, sheet, wrap_levels=not bare)
    first = _title_row(paper, sheet)
    return (first, *(_body_row(paper, sheet, row, title_too=title_too) for row in sheet.body[1:]))


def _spaced(cell: str, paper: _Paper) -> str:
    """A cell with spaces that mean nothing."""
    if not cell or not paper.happens("spaces"):
        return cell
    odd = paper.random.choice((NO_BREAK_SPACE, "  ", " ", "around"))
    return f" {cell}{NO_BREAK_SPACE}" if odd == "around" else cell.replace(" ", odd)


def _line(row: tuple[str, ...], paper: _Paper) -> str:
    """A row as text, with fewer or more tabs at its end than it has cells."""
    text = "\t".join(_spaced(cell, paper) for cell in row)
    if not paper.happens("tabs"):
        return text
    return text.rstrip("\t") if paper.random.random() < 0.5 else text + "\t" * paper.random.randint(1, 4)


def _encoded(paper: _Paper) -> bytes:
    """The bytes of a document."""
    odd_newline, unfinished, marked = (paper.happens("odd_bytes") for _ in range(3))
    newline = paper.random.choice(NEWLINES) if odd_newline else "\n"
    text = newline.join(_line(row, paper) for row in paper.lines) + ("" if unfinished else newline)
    if paper.happens("utf_16"):
        return text.encode("utf-16")
    return text.encode("utf-8-sig" if marked else "utf-8")


def _laid(sheets: Sequence[Sheet], random: Random, layout: Layout) -> tuple[_Paper, tuple[tuple[Place, ...], ...]]:
    """The standards of a document as lines, and for each the places of its body rows in order."""
    paper = _Paper(lines=[], random=random, layout=layout)
    if paper.happens("odd_bytes"):
        paper.lines.extend([("",)] * random.randint(1, 3))
    return paper, tuple(_sheet(paper, sheet) for sheet in sheets)


def lay_out(sheets: Sequence[Sheet], random: Random, layout: Layout) -> tuple[bytes, tuple[tuple[Place, ...], ...]]:
    """One document: its bytes, and for each standard the places of its body rows in order."""
    paper, places = _laid(sheets, random, layout)
    return _encoded(paper), places


def laid_rows(sheets: Sequence[Sheet], random: Random, layout: Layout) -> tuple[tuple[str, ...], ...]:
    """The same as rows of cells, for another format: blank rows and repeated header blocks among them."""
    return tuple(_laid(sheets, random, layout)[0].lines)


def tables(rows: Sequence[tuple[str, ...]]) -> Iterator[tuple[list[tuple[str, ...]], list[tuple[str, ...]]]]:
    """Each header block above its Job Level row, and the rows from there to the next block; blank rows left out."""
    header: list[tuple[str, ...]] = []
    main: list[tuple[str, ...]] = []
    for row in rows:
        if row[0] == "Job Family" and header:
            yield header, main
            header, main = [], []
        if any(row):
            (main if main or row[0] == "Job Level" else header).append(row)
    yield header, main
