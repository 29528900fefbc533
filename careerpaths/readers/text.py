"""Tab-separated text to rows: one line is a row, a tab parts two cells. Nothing is interpreted.

Excel puts a cell into quotation marks where it holds a comma, a quotation mark or a line break; such a cell is read as
its contents, and its line breaks end no row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from careerpaths.model import NOTE, Document, Problem, Row
from careerpaths.readers.characters import INVISIBLE, VISIBLE, cell_text, invisible_message
from careerpaths.readers.encoding import decode

KIND = "text"
_LINE_END = re.compile(r"\r\n|\r|\n")
_QUOTED_BREAK = "\x1e"
"""Stands for a line end inside a quoted cell while lines are counted; no text that was read holds one."""
# A cell that is quoted as a whole, marks inside doubled, not longer than a cell of Excel. It holds no tab, so that a
# mark never closed takes no labelled row with it. No search passes another mark that opens, so that their cost adds up.
_QUOTED = re.compile(r'(?<![^\t\n])"((?:[^"\t]|""){0,32767}+)"(?= *(?![^\t\n]))')


def read(name: str, content: bytes) -> Document:
    """The rows of a tab-separated text.

    Args:
        name: the document's name in sources.
        content: its bytes: UTF-8 or UTF-16 with or without a byte order mark, else taken as Windows-1252 (a note).
    """
    text, problems = decode(name, content)
    text, more = _without_controls(name, text)
    return Document(name=name, kind=KIND, rows=tuple(_rows(text)), problems=problems + more)


def _rows(text: str) -> Iterator[Row]:
    """The rows of a text with the line in which each begins; lines of white space are none."""
    number = 1
    for line in _QUOTED.sub(_on_one_line, _LINE_END.sub("\n", text)).split("\n"):
        if line and not line.isspace():
            yield Row(cells=_cells(line), line=number)
        number += 1 + line.count(_QUOTED_BREAK)


def _on_one_line(quoted: re.Match[str]) -> str:
    return _contents(quoted).replace("\n", _QUOTED_BREAK)


def _contents(quoted: re.Match[str]) -> str:
    return quoted[1].replace('""', '"')


def unquoted(cell: str) -> str:
    """A cell that is quoted as a whole as its contents, any other as it is.

    >>> unquoted('"the ""big"" one"'), unquoted('"Hands-on" experience')
    ('the "big" one', '"Hands-on" experience')
    """
    quoted = _QUOTED.fullmatch(cell)
    return _contents(quoted) if quoted else cell


def _cells(line: str) -> tuple[str, ...]:
    return tuple([_cell(cell) for cell in line.split("\t")])


def _cell(text: str) -> str:
    return cell_text(text.replace(_QUOTED_BREAK, "\n") if _QUOTED_BREAK in text else text)


def _without_controls(name: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """Characters that are not seen made visible, with a note at the first; a form feed is white space."""
    text = text.replace("\x0c", " ")
    found = INVISIBLE.search(text)
    message = invisible_message(text) if found else None
    if found is None or message is None:
        return text, ()
    line = len(_LINE_END.findall(text, 0, found.start())) + 1
    note = Problem(severity=NOTE, document=name, place=f"line {line}", message=message, line=line)
    return INVISIBLE.sub(VISIBLE, text), (note,)
