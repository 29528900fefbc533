"""The rules drawn on a page: lines, thin filled rectangles, the sides of larger ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import CFUNCTYPE, addressof, c_float, c_int, c_void_p, cast
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

MOST_OBJECTS = 100_000
"""Paths and pictures of a page, and straight pieces of its paths, that are looked at; a table has far fewer."""
_THICKEST_RULE = 4.0
_DEEPEST_FORM = 6
_STRAIGHT = 1.0
"""How far, in points, a rule may lean."""

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
_TEXT, _FORM = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_FORM
_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)


class Rule(NamedTuple):
    """A straight line from left or top to right or bottom."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """The rules of a page, whether it has pictures, and whether there was too much on it to look at all."""

    rules: tuple[Rule, ...]
    has_images: bool
    is_cut: bool


def with_addresses(function: Any, result: Any, *arguments: Any) -> Any:
    """A function of PDFium that takes and gives plain addresses: ctypes then makes no object for each of them.

    A page of a browser has an object for each letter.
    """
    return CFUNCTYPE(result, *arguments)(cast(function, c_void_p).value or 0)


_object_of_page = with_addresses(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int)
_object_of_form = with_addresses(pdfium.FPDFFormObj_GetObject, c_void_p, c_void_p, c_int)
_kind_of = with_addresses(pdfium.FPDFPageObj_GetType, c_int, c_void_p)


class _Item(NamedTuple):
    """An object of a page that is no text, and the space that it stands in."""

    kind: int
    address: int
    matrix: Matrix


def drawn_on(page: pypdfium2.PdfPage) -> Drawn:
    """What is drawn on a page."""
    count = pdfium.FPDFPage_CountObjects(page.raw)
    items = list(islice(_items(page.raw, count, _object_of_page, _UNMOVED, 0), MOST_OBJECTS))
    paths = (item for item in items if item.kind == pdfium.FPDF_PAGEOBJ_PATH)
    lines = list(islice((line for path in paths for line in _lines(path)), MOST_OBJECTS))
    return Drawn(
        rules=tuple([rule for start, end in lines if (rule := _rule(start, end))]),
        has_images=any(item.kind == pdfium.FPDF_PAGEOBJ_IMAGE for item in items),
        is_cut=MOST_OBJECTS in (len(items), len(lines)),
    )


def _items(holder: Any, count: int, ask: Callable[[Any, int], int], matrix: Matrix, depth: int) -> Iterator[_Item]:
    """The objects of a page or a form that are no texts, those of forms in it among them."""
    addresses = list(map(ask, [cast(holder, c_void_p)] * count, range(count)))
    for address, kind in zip(addresses, map(_kind_of, addresses), strict=True):
        if kind == _TEXT:
            continue
        if kind == _FORM and depth < _DEEPEST_FORM:
            handle = cast(address, pdfium.FPDF_PAGEOBJECT)
            inner = pdfium.FPDFFormObj_CountObjects(handle)
            moved = _times(_matrix_of(handle), matrix)
            yield from _items(handle, inner, _object_of_form, moved, depth + 1)
        else:
            yield _Item(kind, address, matrix)


def _lines(path: _Item) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path in the page's space; what is as thin as a rule is its middle line."""
    left, bottom, right, top = _bounds(path.address)
    width, height = right - left, top - bottom
    if min(width, height) > _THICKEST_RULE:
        own = _times(_matrix_of(cast(path.address, pdfium.FPDF_PAGEOBJECT)), path.matrix)
        pieces = _segments(path.address)
        yield from pieces if own == _UNMOVED else ((_moved(start, own), _moved(end, own)) for start, end in pieces)
        return
    x, y = (left + right) / 2, (bottom + top) / 2
    # A dot may be one of those that make up a line, in either direction.
    is_dot = width <= _THICKEST_RULE and height <= _THICKEST_RULE
    if is_dot or width > height:
        yield _moved((left, y), path.matrix), _moved((right, y), path.matrix)
    if is_dot or height > width:
        yield _moved((x, bottom), path.matrix), _moved((x, top), path.matrix)


def _rule(start: Point, end: Point) -> Rule | None:
    (x0, y0), (x1, y1) = start, end
    if abs(x0 - x1) > _STRAIGHT and abs(y0 - y1) > _STRAIGHT:
        return None
    return Rule(min(x0, x1), -max(y0, y1), max(x0, x1), -min(y0, y1))


_FOUR = (c_float * 4)()
_PLACES = tuple(addressof(_FOUR) + 4 * index for index in range(4))
_bounds_of = with_addresses(pdfium.FPDFPageObj_GetBounds, c_int, *[c_void_p] * 5)


def _bounds(address: int) -> list[float]:
    """Left, bottom, right, top."""
    if not _bounds_of(address, *_PLACES):
        return [0.0, 0.0, 0.0, 0.0]
    return _FOUR[:]


_count_of = with_addresses(pdfium.FPDFPath_CountSegments, c_int, c_void_p)
_segment_of = with_addresses(pdfium.FPDFPath_GetPathSegment, c_void_p, c_void_p, c_int)
_point_of = with_addresses(pdfium.FPDFPathSegment_GetPoint, c_int, *[c_void_p] * 3)
_kind_of_segment = with_addresses(pdfium.FPDFPathSegment_GetType, c_int, c_void_p)
_closes = with_addresses(pdfium.FPDFPathSegment_GetClose, c_int, c_void_p)
_MOVE, _LINE = pdfium.FPDF_SEGMENT_MOVETO, pdfium.FPDF_SEGMENT_LINETO


def _segments(address: int) -> Iterator[tuple[Point, Point]]:
    """The straight pieces of a path in its own space."""
    start = here = (0.0, 0.0)
    for segment in map(_segment_of, [address] * (count := _count_of(address)), range(count)):
        _point_of(segment, *_PLACES[:2])
        before, here = here, (_FOUR[0], _FOUR[1])
        kind = _kind_of_segment(segment)
        if kind == _MOVE:
            start = here
            continue
        if kind == _LINE:
            yield before, here
        if _closes(segment) and here != start:
            yield here, start
            here = start


def _matrix_of(handle: Any) -> Matrix:
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(handle, matrix):
        return _UNMOVED
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    """One matrix for two that follow each other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u


def _moved(point: Point, matrix: Matrix) -> Point:
    if matrix is _UNMOVED:
        return point
    x, y = point
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
