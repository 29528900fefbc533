"""The bytes of a text to letters: the byte order mark, what the document states, UTF-8, else Windows-1252.

What makes no words as Windows-1252 is not read: of other encodings none can be told from another surely.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence

from careerpaths.mentions import listed, short
from careerpaths.model import NOTE, PROBLEM, Problem
from careerpaths.readers.characters import VISIBLE
from careerpaths.readers.letters import read_otherwise, unlikely_words

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_LOOKED_AT = 400
_LEAST_FOR_A_PATTERN = 4
"""Bytes: two characters are the least that shows that every second byte is zero."""
# Names that browsers read otherwise than Python does: what says Latin-1 or ASCII is Windows-1252, and a document that
# could be read as far as its statement of UTF-16 is not UTF-16.
_AS_BROWSERS_DO = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
# Codecs of Python that are the encoding of documents; others unpack, or cost the square of what they read.
_FOR_DOCUMENTS = re.compile(
    r"utf-8|iso8859-\d+|cp(?:8(?:50|52|66)|125\d|932|949|950)|koi8-[ru]|mac-\w+|big5\w*|gb18030|shift_jis\w*|euc_\w+",
)


def decode(name: str, content: bytes, *, stated: str = "") -> tuple[str, tuple[Problem, ...]]:
    """The letters of a document, and what is to be said of them.

    Args:
        name: the document's name in sources.
        content: its bytes: UTF-8 or UTF-16 with or without a byte order mark, else taken as Windows-1252 (a note);
            where that makes no words, there are no letters, and a problem.
        stated: the encoding that the document itself states, if any; a byte order mark goes before it.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace"), _replaced(name, content, encoding)
    if guess := _utf16_without_mark(content):
        return content.decode(guess, errors="replace"), (_note(name, f"read as {guess}: every second byte is zero"),)
    codec = _codec(stated)
    if codec and codec != "utf-8":
        return content.decode(codec, errors="replace"), _replaced(name, content, codec)
    return _utf8_or_windows(name, content)


def _utf8_or_windows(name: str, content: bytes) -> tuple[str, tuple[Problem, ...]]:
    try:
        return content.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        text = content.decode("cp1252", errors="replace")
        if unlikely := unlikely_words(text):
            return "", (_unlikely(name, unlikely),)
        message = (
            f"not UTF-8 (first at line {line}), read as Windows-1252; if letters look wrong, save it as UTF-8, or "
        )
        message += f'say what it is in the configuration: encodings = {{"{short(name)}" = "cp1250"}}'
        return text, (_note(name, message, line=line),)


def _unlikely(name: str, words: Sequence[str]) -> Problem:
    """A problem that shows words which are none, and how others would read the first of them."""
    ways = read_otherwise(words[0].encode("cp1252", errors="replace"))
    perhaps = f" ({listed(ways, ', ')})" if ways else ""
    shown = listed([short(word, longest=20) for word in words], ", ")
    message = (
        f"not UTF-8, and read as Windows-1252 its letters make no words ({shown}): not read; save it as UTF-8, or "
    )
    message += f'say what it is in the configuration{perhaps}: encodings = {{"{short(name)}" = "..."}}'
    return Problem(severity=PROBLEM, document=name, place="whole document", message=message)


def recoded(content: bytes, encoding: str) -> bytes:
    """The bytes of a text in a stated encoding as UTF-8 with a mark; as they are where they are marked, or UTF-8.

    Args:
        content: the bytes.
        encoding: as Python names it; one that is none of documents, or does not fit, leaves them as they are.
    """
    codec = _codec(encoding)
    if codec is None or content.startswith(tuple(mark for mark, _ in _MARKS)):
        return content
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _as_utf8(content, codec)
    return content


def _as_utf8(content: bytes, codec: str) -> bytes:
    try:
        return content.decode(codec).encode("utf-8-sig")
    except UnicodeDecodeError:
        return content


def _codec(stated: str) -> str | None:
    """The codec of a stated encoding; None where it is none of documents."""
    try:
        known = codecs.lookup(stated).name if stated.isascii() else ""
    except (LookupError, ValueError):
        return None
    codec = _AS_BROWSERS_DO.get(known, known)
    return codec if _FOR_DOCUMENTS.fullmatch(codec) else None


def _utf16_without_mark(content: bytes) -> str | None:
    head = content[:_LOOKED_AT]
    if len(head) < _LEAST_FOR_A_PATTERN:
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
        message = f"bytes that are not {encoding} read as {VISIBLE}; save the document again as UTF-8"
        return (Problem(severity=PROBLEM, document=name, place="whole document", message=message),)
    return ()


def _note(name: str, message: str, *, line: int | None = None) -> Problem:
    place = "whole document" if line is None else f"line {line}"
    return Problem(severity=NOTE, document=name, place=place, message=message, line=line)
