"""Tables without rules: rows and columns from the places of words alone.

A row begins at a text in the column of row labels, or below a gap wider than the gaps between lines. Rows whose words
leave the same gaps clear stand in the same columns; they are sought over the whole document, since one page may show
few filled cells. Rows with more gaps decide first: a header block with other columns does not blur the main ones.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf
from statistics import median

from careerpaths.readers.pdf.cells import cell_text, line_text
from careerpaths.readers.pdf.columns import Columns, UnruledRow, find_columns, unruled_row
from careerpaths.readers.pdf.lists import is_lone, items, mark_columns
from careerpaths.readers.pdf.looks import Look
from careerpaths.readers.pdf.marks import Text
from careerpaths.readers.pdf.parts import Looks, Parts, find_parts
from careerpaths.readers.pdf.running import running_lines

_ROW_APART = 0.25
"""How much farther than lines, in heights of a line, rows stand apart where they do."""
_APART = 0.1
"""The same where each row stands farther apart than any two lines of one."""
_LEADING = 0.1
"""The usual gap between two lines of a text, in heights of a line."""
_OVERLAP = 0.25
"""How far, in heights of a line, lines of one cell reach into each other at most; in centred cells others do."""
_LABEL_LINES = 1.6
"""How far apart, in heights of a line, two lines of one label begin at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """What stands on a page outside ruled tables.

    Attributes:
        lines: its words, line by line.
        looks: how the first and the last letter of each line look.
        breaks: where long horizontal rules part them.
        tables: how many rows ruled tables have there, and how many of them have three cells or more.
        inside: how some letters in tables look that have hardly more than two columns.
    """

    lines: Sequence[list[Text]] = ()
    looks: Sequence[Looks] = ()
    breaks: tuple[float, ...] = ()
    tables: tuple[int, int] = (0, 0)
    inside: Sequence[Look] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A row of texts with the place of its top on its page; whether it begins another part, and is its heading."""

    top: float
    cells: tuple[str, ...]
    is_table: bool
    is_apart: bool = False
    is_heading: bool = False


def pieces(pages: Sequence[Outside]) -> list[list[Piece]]:
    """For each page its rows from top to bottom."""
    words = [word for page in pages for line in page.lines for word in line]
    if not words:
        return [[] for _ in pages]
    height = median([word.bottom - word.top for word in words])
    marks = running_lines([page.lines for page in pages], height)
    bodies = [
        [(index, line) for index, line in enumerate(page.lines) if (number, index) not in marks]
        for number, page in enumerate(pages)
    ]
    whole = [[line for _, line in body] for body in bodies]
    margin = _margin(whole, height)
    within = _gap_within(whole, margin, height)
    parts = _parts_of(pages, bodies, margin)
    sections = [
        (number, section)
        for number in range(len(pages))
        for section in _sections(number, bodies[number], parts.headings)
    ]
    rows = [unruled_row(number, row, height) for number, row in _rows(pages, sections, margin, within, height)]
    apart = {(number, pages[number].lines[index][0].start) for number, index in parts.apart}
    result: list[list[Piece]] = [[] for _ in pages]
    for number, piece in _pieces(pages, rows, apart, height):
        result[number].append(piece)
    for number, index in sorted(marks | parts.headings):
        piece = _lone(pages[number].lines[index], is_apart=(number, index) in parts.apart)
        result[number].append(replace(piece, is_heading=(number, index) in parts.headings))
    for page in result:
        page.sort(key=lambda piece: piece.top)
    return result


def _pieces(
    pages: Sequence[Outside], rows: Sequence[UnruledRow], apart: Container[tuple[int, int]], height: float
) -> Iterator[tuple[int, Piece]]:
    """The cells of rows, each with its page.

    Args:
        pages: what stands on them.
        rows: those of all pages.
        apart: where lines begin that have a gap above: page and place in its text.
        height: of a line.
    """
    placed = find_columns(rows, height)
    listed = mark_columns(rows, placed)
    known: set[tuple[str, ...]] = set()
    for row, columns in zip(rows, placed, strict=True):
        is_list = id(columns) in listed
        has_cells = _has_cells(columns, pages[row.page]) and not (is_list and is_lone(row, height))
        for part in _row_parts(row.lines, columns.starts, known, is_list=is_list) if has_cells else ():
            cells = _cells(part, columns.starts)
            known.add(cells)
            is_apart = (row.page, part[0][0].start) in apart
            yield row.page, Piece(top=part[0][0].top, cells=cells, is_table=True, is_apart=is_apart)
        for line in () if has_cells else row.lines:
            yield row.page, _lone(line, is_apart=(row.page, line[0].start) in apart)


def _parts_of(pages: Sequence[Outside], bodies: Sequence[Sequence[tuple[int, list[Text]]]], margin: float) -> Parts:
    """What parts a document, from the lines of its pages without running heads and feet."""
    counts = tuple(map(sum, zip(*(page.tables for page in pages), strict=True)))
    return find_parts(
        bodies,
        [page.looks for page in pages],
        tables=(counts[0], counts[1]),
        inside=[look for page in pages for look in page.inside],
        margin=margin,
    )


def _sections(
    number: int, body: Iterable[tuple[int, list[Text]]], headings: Container[tuple[int, int]]
) -> Iterator[list[list[Text]]]:
    """The lines of a page from heading to heading, without these."""
    section: list[list[Text]] = []
    for index, line in body:
        if (number, index) in headings:
            yield section
            section = []
        else:
            section.append(line)
    yield section


def _rows(
    pages: Sequence[Outside],
    sections: Iterable[tuple[int, list[list[Text]]]],
    margin: float,
    within: float | None,
    height: float,
) -> Iterator[tuple[int, list[list[Text]]]]:
    """The rows, each with its page and as lines; none goes on below a heading."""
    for number, section in sections:
        for row in _rows_of_page(pages[number], section, margin, within, height):
            yield number, row


def _margin(bodies: Iterable[Sequence[list[Text]]], height: float) -> float:
    """Where row labels begin: the leftmost place at which lines begin more than once."""
    starts = Counter(round(line[0].left / height, 1) for body in bodies for line in body)
    often = [start for start, count in starts.items() if count > 1] or list(starts)
    return min(often, default=0.0) * height


def _is_labelled(line: Sequence[Text], margin: float, height: float) -> bool:
    return line[0].left <= margin + 0.5 * height


def _gap_within(bodies: Sequence[Sequence[list[Text]]], margin: float, height: float) -> float | None:
    """The widest gap between lines of one row where rows stand farther apart than their lines; else None.

    Tried are what is usual above lines without a label, what is usual above any line, and what is usual in print: one
    of them is the gap between lines, unless it leaves several labels together.
    """
    clear = ((gap, line) for body in bodies for gap, line in _gaps_above(body) if gap > -_OVERLAP * height)
    gaps = [(_is_labelled(line, margin, height), gap) for gap, line in clear]
    inner = [gap for is_labelled, gap in gaps if not is_labelled]
    if not inner:
        return None
    least = min((gap for is_labelled, gap in gaps if is_labelled), default=0.0)
    most = sorted(inner)[len(inner) * 19 // 20]
    if least - most > _APART * height:
        # Hardly a line that goes on stands as far below another as the nearest label does; it begins a page then.
        return (least + most) / 2
    every = sorted(gap for _, gap in gaps)
    usually = {median(inner), _LEADING * height, *(every[len(every) // share] for share in (20, 4, 2))}
    for usual in sorted(usually, reverse=True):
        within = usual + _ROW_APART * height
        if _parts_labels(bodies, margin, within, height):
            return within
    return None


def _gaps_above(body: Iterable[list[Text]]) -> Iterable[tuple[float, list[Text]]]:
    """Each line but the first with the height that is clear between it and all above it."""
    bottom: float | None = None
    for line in body:
        if bottom is not None:
            yield line[0].top - bottom, line
        lowest = max(word.bottom for word in line)
        bottom = lowest if bottom is None else max(bottom, lowest)


def _parts_labels(bodies: Iterable[Sequence[list[Text]]], margin: float, within: float, height: float) -> bool:
    """Whether nearly every label is the only one between two gaps wider than this."""
    labels = alone = 0
    for body in bodies:
        above: float | None = None
        is_first = True
        for gap, line in _with_first(body):
            is_first = is_first or gap > within
            if _is_labelled(line, margin, height):
                if above is None or line[0].top - above > _LABEL_LINES * height:
                    labels += 1
                    alone += is_first
                above, is_first = line[0].top, False
    return alone >= 0.9 * labels


def _rows_of_page(
    page: Outside, body: Sequence[list[Text]], margin: float, within: float | None, height: float
) -> list[list[list[Text]]]:
    found: list[list[list[Text]]] = []
    breaks = sorted(page.breaks)
    label: float | None = None
    section = 0
    for gap, line in _with_first(body):
        is_labelled = _is_labelled(line, margin, height)
        before, section = section, bisect_right(breaks, line[0].bottom - 1)
        begins = not found or section != before or (within is not None and gap > within)
        if is_labelled and not begins and not breaks:
            # A label of several lines is one; without gaps between rows each line of labels begins a row.
            begins = within is None or (label is not None and line[0].top - label > _LABEL_LINES * height)
        if begins:
            found.append([])
            label = None
        if is_labelled:
            label = line[0].top
        found[-1].append(line)
    return found


def _with_first(body: Sequence[list[Text]]) -> Iterable[tuple[float, list[Text]]]:
    """Each line with the height that is clear above it; above the first one there is no end of it."""
    if body:
        yield inf, body[0]
        yield from _gaps_above(body)


def _lone(line: list[Text], *, is_apart: bool) -> Piece:
    return Piece(top=line[0].top, cells=(line_text(line),), is_table=False, is_apart=is_apart)


def _has_cells(columns: Columns, page: Outside) -> bool:
    is_lone = bool(page.tables[0]) and columns.count < 2  # noqa: PLR2004 - a lone line
    return len(columns.gaps) > 0 and not is_lone


def _row_parts(
    row: list[list[Text]], starts: Sequence[float], known: set[tuple[str, ...]], *, is_list: bool
) -> Iterable[list[list[Text]]]:
    """A row; its items, or where its first lines say again a row that is known and more follows, these and the rest."""
    if is_list:
        return items(row, starts)
    if known and len(row) > 1:
        for count in range(1, min(len(row), 6)):
            if _cells(row[:count], starts) in known and _cells(row, starts) not in known:
                return [row[:count], row[count:]]
    return [row]


def _cells(row: Iterable[list[Text]], starts: Sequence[float]) -> tuple[str, ...]:
    held: list[list[Text]] = [[] for _ in starts]
    for line in row:
        for word in line:
            held[max(0, bisect_right(starts, word.left + 0.5) - 1)].append(word)
    return tuple([cell_text(words) if words else "" for words in held])
