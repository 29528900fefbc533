"""How a letter looks: the size of its font as it is shown, whether it is bold, and on which line it stands.

Boxes of letters do not tell it: for some fonts PDFium gives those of the ink, and an "o" is lower than a "J".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from ctypes import addressof, c_char, c_double, c_float, c_int, c_ulong, c_void_p, cast
from math import hypot
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from careerpaths.readers.pdf.paths import with_addresses

_BOLD = re.compile(rb"bold|black|heavy|demi", re.IGNORECASE)
"""What the name of a bold font has; some makers state the same weight for all."""
_BOLD_WEIGHT = 600
_LONGEST_NAME = 128

_size = with_addresses(pdfium.FPDFText_GetFontSize, c_double, c_void_p, c_int)
_weight = with_addresses(pdfium.FPDFText_GetFontWeight, c_int, c_void_p, c_int)
_font = with_addresses(pdfium.FPDFText_GetFontInfo, c_ulong, c_void_p, c_int, c_void_p, c_ulong, c_void_p)
_matrix = with_addresses(pdfium.FPDFText_GetMatrix, c_int, c_void_p, c_int, c_void_p)
_origin = with_addresses(pdfium.FPDFText_GetCharOrigin, c_int, c_void_p, c_int, c_void_p, c_void_p)


class Look(NamedTuple):
    """How a letter looks: its size and the place of the line that it stands on, in points, and whether it is bold."""

    size: float
    base: float
    is_bold: bool


def looks(text_page: pypdfium2.PdfTextPage, index: Callable[[int], int]) -> Callable[[int], Look]:
    """The look of a letter by its place in the text.

    Args:
        text_page: of an open page.
        index: PDFium's number of a letter, by its place.
    """
    raw = cast(text_page.raw, c_void_p)
    six, name, flags = (c_float * 6)(), (c_char * _LONGEST_NAME)(), c_int()
    x, y = c_double(), c_double()

    def look(place: int) -> Look:
        at = index(place)
        size = _size(raw, at)
        if _matrix(raw, at, addressof(six)):
            size *= hypot(six[2], six[3])
        y.value = 0.0
        _origin(raw, at, addressof(x), addressof(y))
        name.value = b""
        _font(raw, at, addressof(name), _LONGEST_NAME - 1, addressof(flags))
        is_bold = _weight(raw, at) >= _BOLD_WEIGHT or bool(_BOLD.search(name.value))
        return Look(size=round(size, 1), base=-y.value, is_bold=is_bold)

    return look
