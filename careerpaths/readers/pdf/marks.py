"""What stands on a page, upright: the lines of its text with their boxes, and the rules drawn on it.

Lengths are points; `y` grows downwards, so that what is read first is smaller. A page whose text runs sideways or
upside down, by its /Rotate or by itself, is turned until most letters run to the right.

PDFium is asked for the boxes of the first and the last letter of a line. Only where these stand in two cells, or where
there are no cells, the words of the line are looked at one by one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from ctypes import addressof, c_float, c_int, c_void_p, cast
from dataclasses import dataclass
from math import pi
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from careerpaths.readers.pdf.leftward import in_reading_order
from careerpaths.readers.pdf.looks import Look, looks
from careerpaths.readers.pdf.paths import Rule, drawn_on, with_addresses

MOST_CHARACTERS = 2_000_000
"""Characters of a page that are read."""
_LEAST_GLUED_GAP = 0.8
"""The gap between two letters at a rule, in points, that shows two words and not one that outgrew its cell."""
# PDFium writes U+0002 for a hyphen at a line end, older ones U+FFFE; the next line follows without a break.
_LINE = re.compile("[^\\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\\s\x02\ufffe])?[\x02\ufffe]?|[\x02\ufffe]")
_WORD = re.compile(r"\S+")
_LINE_END_HYPHENS = "\x02\ufffe"
_SAMPLE = 24
"""How many letters of a page are asked for where they run to."""
_UPRIGHT = 0.05
"""How far, in quarters of a turn, a letter may lean."""
_MIXED = 1.6
"""How many times as tall as its first or last letter a line is that holds something else as well."""
_FLAT = 0.2
"""How far, as a share of its width, a line of letters may climb and still run to the right."""

_loose_box = with_addresses(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p)

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
RIGHT, DOWN, UP, ASLANT = range(4)
"""Where the letters of a text run to on the page as it is shown upright."""


class Text(NamedTuple):
    """A line or a word and its box; `runs` is RIGHT for nearly all, `start` the place of its first letter."""

    left: float
    top: float
    right: float
    bottom: float
    text: str
    runs: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What stands on an open page.

    Attributes:
        lines: in the order of its text.
        rules: those drawn on it.
        has_images: whether there are pictures.
        is_cut: whether it was too crowded to look at all of it.
        box: the box of a letter, by its place in the text.
        look: how a letter looks, by its place in the text.
    """

    lines: tuple[Text, ...] = ()
    rules: tuple[Rule, ...] = ()
    has_images: bool = False
    is_cut: bool = False
    box: Callable[[int], Box]
    look: Callable[[int], Look]


@contextmanager
def opened(content: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """The document of a PDF's bytes.

    Raises:
        pypdfium2.PdfiumError: it cannot be opened.
    """
    document = pypdfium2.PdfDocument(content)
    try:
        yield document
    finally:
        document.close()


@contextmanager
def page_marks(document: pypdfium2.PdfDocument, index: int) -> Iterator[Marks]:
    """The marks of a page, from 0, while it is open.

    Raises:
        pypdfium2.PdfiumError: the page cannot be loaded.
    """
    page = document[index]
    try:
        with _text_of(page) as text_page:
            yield _marks(page, text_page)
    finally:
        page.close()


@contextmanager
def _text_of(page: pypdfium2.PdfPage) -> Iterator[pypdfium2.PdfTextPage]:
    """The text of a page, turned upright: PDFium takes texts that run elsewhere apart."""
    if page.get_rotation():
        page.set_rotation(0)
    text_page = page.get_textpage()
    try:
        angle = _angle(text_page)
        if angle:
            text_page.close()
            _turn(page, angle)
            text_page = page.get_textpage()
        yield text_page
    finally:
        text_page.close()


def _angle(text_page: pypdfium2.PdfTextPage) -> int:
    """To where most letters run, in quarters of a turn; some tell it of all."""
    count = text_page.count_chars()
    step = count // _SAMPLE + 1
    quarters = (_quarters(text_page, place) for place in range(0, count, step))
    votes = Counter(angle for angle in quarters if angle is not None)
    return min(votes, key=lambda angle: (-votes[angle], angle), default=0)


def _quarters(text_page: pypdfium2.PdfTextPage, place: int) -> int | None:
    """To where a letter runs, in quarters of a turn; None for one aslant."""
    quarters = pdfium.FPDFText_GetCharAngle(text_page.raw, place) * 2 / pi
    return round(quarters) % 4 if abs(quarters - round(quarters)) < _UPRIGHT else None


def _turn(page: pypdfium2.PdfPage, angle: int) -> None:
    """Turn all that stands on a page back by so many quarters of a turn."""
    cosine, sine = ((1, 0), (0, 1), (-1, 0), (0, -1))[angle]
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        handle = pdfium.FPDFPage_GetObject(page.raw, index)
        pdfium.FPDFPageObj_Transform(handle, cosine, sine, -sine, cosine, 0, 0)


def _marks(page: pypdfium2.PdfPage, text_page: pypdfium2.PdfTextPage) -> Marks:
    count = text_page.count_chars()
    kept = min(count, MOST_CHARACTERS)
    text = text_page.get_text_range(0, kept) if kept else ""
    index = _indices(text_page, text, kept)
    box = _boxes(text_page, index)
    look = looks(text_page, index or int)
    if turned := in_reading_order(text, box):
        text, box, look = turned.text, turned.box(box), _moved(look, turned.places)
    drawn = drawn_on(page)
    lines = [_text(box, match.group(), match.start()) for match in _LINE.finditer(text)]
    if any(line.runs != RIGHT for line in lines):
        lines = [part for line in lines for part in ([line] if line.runs == RIGHT else _unmixed(text_page, box, line))]
    return Marks(
        lines=tuple(lines),
        rules=drawn.rules,
        has_images=drawn.has_images,
        is_cut=count > MOST_CHARACTERS or drawn.is_cut,
        box=box,
        look=look,
    )


def _moved(look: Callable[[int], Look], places: Sequence[int]) -> Callable[[int], Look]:
    """The look of letters that stood in other places."""
    return lambda place: look(places[place])


def _indices(text_page: pypdfium2.PdfTextPage, text: str, count: int) -> Callable[[int], int] | None:
    """PDFium's number of a letter by its place in the text; None where both are the same.

    PDFium counts letters that it left out of the text, and some systems count a rare letter twice.
    """
    if len(text) == count:
        return None
    units = [0]
    for letter in text:
        units.append(units[-1] + (2 if letter > "\uffff" else 1))
    index = pdfium.FPDFText_GetCharIndexFromTextIndex
    return lambda place: max(0, index(text_page.raw, units[place]))


def _boxes(text_page: pypdfium2.PdfTextPage, index: Callable[[int], int] | None) -> Callable[[int], Box]:
    """The box of a letter by its place in the text."""
    raw, ask = cast(text_page.raw, c_void_p), _loose_box
    four = (c_float * 4)()
    address = addressof(four)

    def box(place: int) -> Box:
        ask(raw, place, address)
        left, top, right, bottom = four[:]
        return left, -top, right, -bottom

    return box if index is None else lambda place: box(index(place))


def _text(box: Callable[[int], Box], text: str, start: int) -> Text:
    """A text with its box, from the boxes of its first and last letter."""
    first = box(start)
    last = box(start + len(text) - 1) if len(text) > 1 else first
    if text[-1] in _LINE_END_HYPHENS:
        text = text[:-1] + "-"
    if first[1] == last[1] and first[3] == last[3] and first[0] <= last[0]:
        return Text(first[0], first[1], last[2], first[3], text, RIGHT, start)
    left, top = min(first[0], last[0]), min(first[1], last[1])
    right, bottom = max(first[2], last[2]), max(first[3], last[3])
    down = last[1] + last[3] - first[1] - first[3]
    runs = _runs(last[0] + last[2] - first[0] - first[2], down) if abs(down) > 1 else RIGHT
    if runs == RIGHT and (bottom - top) > _MIXED * min(first[3] - first[1], last[3] - last[1]):
        runs = ASLANT
    return Text(left, top, right, bottom, text, runs, start)


def _unmixed(text_page: pypdfium2.PdfTextPage, box: Callable[[int], Box], line: Text) -> list[Text]:
    """The words of a line that is not straight, each with where its letters run to.

    A watermark may have come into the line of a cell, and PDFium takes two lines for one here and there.
    """
    found = []
    for match in _WORD.finditer(line.text):
        word = _text(box, match.group(), line.start + match.start())
        found.append(word._replace(runs=_RUNS[_quarters(text_page, word.start)]))
    return found


_RUNS = {0: RIGHT, 1: DOWN, 2: RIGHT, 3: UP, None: ASLANT}
"""Where letters run to, by quarters of a turn."""


def _runs(across: float, down: float) -> int:
    """Where a text runs to whose last letter stands so far beside and below its first; a script may run to the left."""
    if abs(down) <= _FLAT * abs(across):
        return RIGHT
    if abs(across) <= _FLAT * abs(down):
        return DOWN if down > 0 else UP
    return ASLANT


def word_places(line: Text) -> list[tuple[int, int]]:
    """Where the words of a line begin and end in its text."""
    return [match.span() for match in _WORD.finditer(line.text)]


def piece(marks: Marks, line: Text, begin: int, end: int) -> Text:
    """A part of a line with its box."""
    return _text(marks.box, line.text[begin:end], line.start + begin)


def words(marks: Marks, line: Text) -> list[Text]:
    """The words of a line."""
    return [_text(marks.box, match.group(), line.start + match.start()) for match in _WORD.finditer(line.text)]


def parted(marks: Marks, word: Text, edge: float) -> list[Text]:
    """A word as two where two cells stand so close at an edge that their texts read as one word."""
    right = word.left
    for cut in range(len(word.text)):
        left, _, far, _ = marks.box(word.start + cut)
        if cut and left >= edge - 1 and left - right >= _LEAST_GLUED_GAP:
            head = word._replace(right=right, text=word.text[:cut])
            return [head, word._replace(left=left, text=word.text[cut:], start=word.start + cut)]
        if left > edge:
            break
        right = far
    return [word]
