"""Lines of a document that belong to no row: running heads and feet, text around the standard, remarks inside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from careerpaths.desk import Desk
from careerpaths.mentions import short
from careerpaths.model import BLANK, NOTE, PROBLEM, REPEATED, UNPLACED, Problem, Row
from careerpaths.pagination import Paginated, WholeRow

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-\s]*(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?[-\s]*", re.IGNORECASE)


def say_asides(desk: Desk, paginated: Paginated) -> None:
    """The fates of lines that belong to no row, and what is said of them.

    What comes on page after page, but for numbers, and page numbers are a repeated header; text before the first row
    and behind the last is one note; what stands between rows is a problem, since it may belong to one.
    """
    running = _running(paginated.loose)
    for row in (*paginated.loose, *paginated.outside, *paginated.orphans):
        fate = REPEATED if row.line in running else UNPLACED
        desk.fates.extend((row.line, n, fate if cell else BLANK) for n, cell in enumerate(row.cells, 1))
    if not paginated.rows:
        _say_nothing_found(desk, (*paginated.loose, *paginated.outside, *paginated.orphans))
        return
    for row in paginated.orphans:
        text = next(cell for cell in row.cells if cell)
        desk.say(f'"{short(text)}" continues a row, but none stands before it; add the label', row.line)
    first, last = paginated.rows[0].line, _last_line(paginated.rows[-1])
    left = [row for row in paginated.loose if row.line not in running]
    around = [row for row in left if not first < row.line < last]
    _say_around(desk, sorted([*around, *paginated.outside], key=lambda row: row.line))
    for row in left:
        if first < row.line < last:
            message = f'"{short(row.cells[0])}" is a text without cells: not taken as a row'
            desk.say(f"{message}; if it belongs to a row, put it into a cell of that row", row.line)


def _running(loose: Sequence[Row]) -> set[int]:
    """The lines of running heads and feet, and of page numbers."""
    seen = Counter(_DIGITS.sub("#", row.cells[0]) for row in loose)
    return {
        row.line for row in loose if seen[_DIGITS.sub("#", row.cells[0])] > 1 or _PAGE_NUMBER.fullmatch(row.cells[0])
    }


def _last_line(row: WholeRow) -> int:
    return max((row.line, *(line for pieces in row.pieces for _, line, _ in pieces), *(line for line, _ in row.blanks)))


def _say_around(desk: Desk, rows: Sequence[Row]) -> None:
    """Text around the standard, such as a heading, approvals or a history, is one note."""
    if rows:
        lines = "one line of text" if len(rows) == 1 else f"{len(rows)} lines of text"
        first = next(cell for cell in rows[0].cells if cell)
        message = f'{lines} around the standard not taken (the first: "{short(first)}")'
        desk.say(message, rows[0].line, severity=NOTE)


def _say_nothing_found(desk: Desk, outside: Sequence[Row]) -> None:
    """One problem for a document in which no row is one of a standard, however long it is."""
    first = next((cell for row in outside for cell in row.cells if cell), "")
    begins = f', it begins with "{short(first)}"' if first else ""
    expected = "expected tab-separated rows such as Job Family, Job Level, Job Title, Career Path 1"
    message = f"no job standard found{begins}: {expected}"
    desk.problems.append(Problem(severity=PROBLEM, document=desk.document, place="whole document", message=message))
