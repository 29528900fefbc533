"""HTML to rows: web pages, saved from an intranet or exported from Word or Excel.

Each row of a table is a row; what stands outside of tables is a row of one cell for each block, a description list rows
of label and value. Rows are numbered through the document.
"""

from __future__ import annotations

import re

from careerpaths.model import NOTE, PROBLEM, Document, Problem, Row
from careerpaths.readers.characters import Headline
from careerpaths.readers.encoding import decode
from careerpaths.readers.headlines import Bold, with_headlines
from careerpaths.readers.html.markup import Markup, marks
from careerpaths.readers.html.page import DEEPEST, MOST_CELLS, MOST_ROWS, Page, Texts, read_page

KIND = "html"
_LOOKED_AT = 4096
"""Bytes at the beginning in which a document states its encoding."""
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w:.-]+)", re.IGNORECASE | re.ASCII)


def read(name: str, content: bytes) -> tuple[Document, ...]:
    """The rows of a web page.

    Args:
        name: the document's name in sources.
        content: its bytes: as the byte order mark says, else as the page states, else UTF-8,
            else Windows-1252 (a note).
    """
    stated = _CHARSET.search(content[:_LOOKED_AT])
    text, problems = decode(name, content, stated=stated[1].decode("ascii") if stated else "")
    markup = Markup(text)
    page = read_page(marks(markup))
    rows = [_row(cells, number) for number, cells in enumerate(page.rows, 1) if cells]
    bold = {number for number, cells in enumerate(page.rows, 1) if len(cells) == 1 and isinstance(cells[0], Bold)}
    told = (*problems, *_problems(name, markup, page))
    return (Document(name=name, kind=KIND, rows=with_headlines(rows, bold), problems=told),)


def _row(cells: Texts, number: int) -> Row:
    if isinstance(cells[0], Headline):
        return Row(cells=(str(cells[0]),), line=number, is_heading=True)
    return Row(cells=(str(cells[0]),) if isinstance(cells[0], Bold) else cells, line=number)


def _problems(name: str, markup: Markup, page: Page) -> list[Problem]:
    """What is to be said of a page, with the line of the file where it stands."""
    found = [
        (
            PROBLEM,
            markup.unclosed,
            "markup begins that never ends: what stands behind it was read all the same; repair the page",
        ),
        (PROBLEM, page.lost, "text in a template that never ends: not taken; repair the page"),
        (NOTE, page.hidden, "hidden text, which a browser does not show, was read too"),
        (NOTE, page.deep, f"tables inside more than {DEEPEST} tables were read as part of the one around them"),
        (NOTE, *(page.invisible[::-1] if page.invisible else (None, ""))),
    ]
    told = [
        Problem(severity=severity, document=name, place=_place(markup.text, position), message=message)
        for severity, position, message in found
        if position is not None
    ]
    if page.is_full:
        limits = f"{MOST_ROWS:,} rows or {MOST_CELLS:,} cells, the most of a document"
        message = f"more than {limits}: what comes after {len(page.rows):,} rows was not read; split it"
        told.append(Problem(severity=PROBLEM, document=name, place="whole document", message=message))
    return told


def _place(text: str, position: int) -> str:
    return f"line {text.count(chr(10), 0, position) + 1} of the file"
