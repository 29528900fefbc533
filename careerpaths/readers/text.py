"""Tab-separated text to rows: one line is a row, a tab parts two cells. Nothing is interpreted."""

from __future__ import annotations

import re

from careerpaths.model import NOTE, PROBLEM, Document, Problem, Row

KIND = "text"
_LINE_END = re.compile(r"\r\n|\r|\n")
# What word processors use for a line break inside a cell.
_INNER_BREAK = re.compile(r"[\x0b\x85\u2028\u2029]")
# Control characters, and marks that are not seen but turn the direction of text or part words.
_CONTROL = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]",
)
_VISIBLE_CONTROL = "\ufffd"


def read(name: str, content: bytes) -> Document:
    """The rows of a tab-separated text.

    Args:
        name: the document's name in sources.
        content: its bytes: UTF-8 or UTF-16 with or without a byte order mark, else taken as Windows-1252 (a note).
    """
    text, problems = _decode(name, content)
    text, more = _without_controls(name, text)
    lines = _LINE_END.split(text)
    rows = tuple(Row(cells=_cells(line), line=n) for n, line in enumerate(lines, 1) if line and not line.isspace())
    return Document(name=name, kind=KIND, rows=rows, problems=problems + more)


def _cells(line: str) -> tuple[str, ...]:
    return tuple([_cell(cell) for cell in line.split("\t")])


def _cell(text: str) -> str:
    """A cell without outer white space, inner runs of it as one space, soft line breaks as a line feed."""
    if text.isascii() and "  " not in text and "\x0b" not in text:
        return text.strip()
    return "\n".join([" ".join(part.split()) for part in _INNER_BREAK.split(text)]).strip()


def _decode(name: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), _replaced(name, content, encoding)
    if guess := _utf16_without_mark(content):
        return content.decode(guess, errors="replace"), (_note(name, f"read as {guess}: every second byte is zero"),)
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"not UTF-8 (first at line {line}), read as Windows-1252; save it as UTF-8 if letters look wrong"
        return content.decode("cp1252", errors="replace"), (_note(name, message, line=line),)


def _utf16_without_mark(content: bytes) -> str | None:
    head = content[:400]
    if len(head) < 4:  # noqa: PLR2004 - two characters are the least that shows a pattern
        return None
    even, odd = head[0::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.6 * half and odd < 0.1 * half else None


def _replaced(name: str, content: bytes, encoding: str) -> tuple[Problem, ...]:
    try:
        content.decode(encoding)
    except UnicodeDecodeError:
        message = f"bytes that are not {encoding} read as {_VISIBLE_CONTROL}; save the document again as UTF-8"
        return (Problem(severity=PROBLEM, document=name, place="whole document", message=message),)
    return ()


def _without_controls(name: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """Characters that are not seen made visible, with a note on the first; a form feed is white space."""
    text = text.replace("\x0c", " ")
    found = _CONTROL.search(text)
    if found is None:
        return text, ()
    line = len(_LINE_END.findall(text, 0, found.start())) + 1
    message = f"invisible character U+{ord(found.group()):04X} shown as {_VISIBLE_CONTROL}; remove it in the document"
    return _CONTROL.sub(_VISIBLE_CONTROL, text), (_note(name, message, line=line),)


def _note(name: str, message: str, *, line: int | None = None) -> Problem:
    place = "whole document" if line is None else f"line {line}"
    return Problem(severity=NOTE, document=name, place=place, message=message, line=line)
