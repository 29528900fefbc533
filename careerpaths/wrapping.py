"""Lines of a text that was broken at the edge of a page or a column: which of them goes on with the line above.

A line goes on where the line above ends in a word that ends no sentence, where it begins in lower case below a long
one, or where its first word had no room above. The last is known only of a text in which lines that surely go on stand
below full ones, and that is as wide as a page or a column is: short lines were ended by hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import inf

_OPEN = re.compile(
    r"(?:[^\W_][-\u2010\u2011]|\u00ad|[(\[/&]|(?:^|\s)(?:and|or|of|the|to|for|in|with|a|an|by|from|on|at|as))$"
)
# What ends no text: the others of these words may ("Signs in").
_TIED = re.compile(r"(?:[^\W_][-\u2010\u2011]|\u00ad|[(\[/&]|(?:^|\s)(?:and|or|of|the|an?))$")
_NEXT_ITEM = re.compile(r"[;,]\s*(?:and|or)$")
"""How the last item but one of a list ends."""
_CONTINUES = re.compile(r"\((?!(?:[^\W\d_]|\d{1,2}|[ivx]+)\)\s)|[\[&/),;]|(?:and|or|of)\s")
"""How no text begins; a letter or number in brackets is the mark of an item."""
_LOW = re.compile(r"[^\W\d_]+(?:[-'\u2019][^\W\d_]+)*[.,;:)]*(?:\s|$)")
"""A word, and no address."""
_STOPS = (".", "!", "?", ";", ":")
# How wide a letter is in print, in hundredths of the size of its font, as fonts without serifs have it.
_NARROW, _WIDE = frozenset("fijlrtI.,:;'|!()[]- "), frozenset("mwMW%@&")
_WIDTHS = (29, 56, 68, 87)
_MOSTLY = 0.8
"""The share of lines above those that surely go on which must be full where a text has a width."""
_NEARLY = 0.93
"""In print, where widths are estimates, what counts as full."""
_LEAST_WIDTH, _LEAST_LINE = 40, 30
"""Characters of the narrowest page or column, and of the shortest line that tells how wide one is."""
_INDENT = 2
"""Characters by which lines below the first of a text are indented."""
LONG = 36
"""Characters of a line that may have been broken at its end, whatever the width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A line and the one below it, which may go on with it.

    Attributes:
        whole: the line.
        value: the line without the label or mark that it begins with.
        below: the line below it.
    """

    whole: str
    value: str
    below: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Width:
    """How wide the lines of a text are: of lines that begin with a label or the mark of a list, and of the others.

    Attributes:
        most: for each of both the widest line that was broken: none is full that has room for less.
        room: for each of both what is too wide: no line that was broken is as wide.
        hangs: whether values are aligned behind their labels, so that labels do not count.
        is_print: whether letters differ in width; else each counts as one.
    """

    most: tuple[float, float]
    room: tuple[float, float]
    hangs: bool = False
    is_print: bool = False


def begins_low(text: str) -> bool:
    """Whether a text begins with a word in lower case: no name such as iPad, no address.

    >>> [begins_low(text) for text in ("systems", "Systems", "iPad charting", "hr@x.org")]
    [True, False, False, False]
    """
    word = _LOW.match(text)
    return word is not None and word[0].islower()


def is_open(text: str, *, comma: bool = False) -> bool:
    """Whether a line cannot be the end of a text: it ends in "of", a hyphen, an open bracket.

    Args:
        text: the line.
        comma: whether a comma tells it as well, which also stands between the items of a list.

    >>> is_open("a degree of"), is_open("Analyst 2"), is_open("Analyst 2,", comma=True)
    (True, False, True)
    """
    return bool(_OPEN.search(text[-12:])) or (comma and text.endswith(","))


def is_tied(text: str) -> bool:
    """Whether a line, however short, cannot be the end of an item: "Signs in" can, "a degree of" and "x; and" not.

    >>> [is_tied(text) for text in ("a degree of", "Signs in", "Washes rice; and", "chefs and")]
    [True, False, False, True]
    """
    return bool(_TIED.search(text[-12:])) and not _NEXT_ITEM.search(text[-12:])


def without_end(text: str) -> str:
    """An item of a list without the comma, the semicolon or the "; and" that parts it from the next one.

    >>> without_end("Demi Chef,"), without_end("Baker; or"), without_end("Chef")
    ('Demi Chef', 'Baker', 'Chef')
    """
    return _NEXT_ITEM.sub("", text).rstrip(" ,;")


def leans_on(text: str) -> bool:
    """Whether a line cannot be the beginning of a text.

    >>> [leans_on(text) for text in ("(0102)", "and the yard", "(a) Washes rice", "Washes rice")]
    [True, True, False, False]
    """
    return bool(_CONTINUES.match(text))


def surely_goes_on(above: str, below: str, *, first: str) -> bool:
    """Whether a line seems to go on with the one above by its words; `first` is the first line of the text.

    >>> surely_goes_on("Plans the", "systems", first="Plans the"), surely_goes_on("plans", "tests", first="plans")
    (True, False)
    """
    return is_open(above) or leans_on(below) or (begins_low(below) and not begins_low(first))


def find_width(broken: Sequence[Broken], *, is_print: bool) -> Width | None:
    """How wide a text is; None where it was not broken at one width, or at none that a page or a column has.

    Args:
        broken: the lines below which one seems to go on.
        is_print: whether letters differ in width.
    """
    letter = _WIDTHS[1] if is_print else 1
    shortest = _LEAST_LINE * letter * _NEARLY
    long = [one for one in broken if _size(one.whole, is_print=is_print) >= shortest]
    if not long:
        return None
    widths = [_widest(long, hangs=hangs, is_print=is_print) for hangs in (False, True)]
    # A short line above one in lower case speaks against a width, unless it was surely broken by hand.
    count = len(long) + sum(
        1 for one in broken if _size(one.whole, is_print=is_print) < shortest and not leans_on(one.below)
    )
    shares = [sum(1 for one in long if _was_broken(one, width)) / count for width in widths]
    best = widths[shares.index(max(shares))]
    is_wide = max(best.room) > (_LEAST_LINE if best.hangs else _LEAST_WIDTH) * letter * _NEARLY
    return best if max(shares) >= _MOSTLY and is_wide else None


def _widest(broken: Sequence[Broken], *, hangs: bool, is_print: bool) -> Width:
    """The width at which the widest lines are full; where there are none of a kind, as the others are."""
    any_width = Width(most=(0.0, 0.0), room=(inf, inf), hangs=hangs, is_print=is_print)
    kinds = [[one for one in broken if _is_first(one) == is_first] or broken for is_first in (False, True)]
    rest, first = (max(_measured(one, any_width) for one in some) for some in kinds)
    # The widest lines tell how wide a line may be; shorter ones may have been ended by hand.
    rooms = [
        min(_needed(one, any_width) for one in some if _needed(one, any_width) >= most)
        for some, most in zip(kinds, (rest, first), strict=True)
    ]
    if not any(not _is_first(one) for one in broken):
        # Lines that go on may be indented, which does not stand in their text.
        rest -= _INDENT * (_WIDTHS[0] if is_print else 1)
    return replace(any_width, most=(rest, first), room=(rooms[0], rooms[1]))


def _is_first(one: Broken) -> bool:
    return one.whole != one.value


def _was_broken(one: Broken, width: Width) -> bool:
    """Whether a line may have been broken at a width: it is full, and the line below it is no wider."""
    return is_full(one, width) and _size(one.below, is_print=width.is_print) * _NEARLY <= _needed(one, width)


def is_full(one: Broken, width: Width) -> bool:
    """Whether the first word of a line had no room in the line above it, which is itself no wider than others.

    A line that is not half full is not, whatever stands below it: an address is longer than a word.
    """
    nearly = _NEARLY if width.is_print else 1.0
    is_first = _is_first(one)
    measured, most = _measured(one, width), width.most[is_first]
    return most < 2 * measured and _needed(one, width) > most * nearly and measured * nearly < width.room[is_first]


def _measured(one: Broken, width: Width) -> float:
    return _size(one.value if width.hangs else one.whole, is_print=width.is_print)


def _needed(one: Broken, width: Width) -> float:
    """The room for a line with the first word of the line below it."""
    word = one.below.split(maxsplit=1)[0] if one.below else ""
    return _size(f"{one.value if width.hangs else one.whole} {word}", is_print=width.is_print)


def _size(text: str, *, is_print: bool) -> float:
    if not is_print:
        return float(len(text))
    narrow, usual, broad, wide = _WIDTHS
    return float(
        sum(narrow if one in _NARROW else wide if one in _WIDE else broad if one.isupper() else usual for one in text)
    )


def ends(text: str) -> bool:
    """Whether a text ends as a sentence or an item of a list does."""
    return text.rstrip("\"')\u201d\u2019").endswith(_STOPS)


_HEADING_WORDS = 5


def seems_heading(text: str, *, above: str) -> bool:
    """Whether a line seems to begin another part: a few words with a colon at their end, or in capitals.

    Below a sentence that ends they need no capitals.

    >>> [seems_heading(one, above="Has a degree.") for one in ("Physical demands", "Has a licence.", "Travel:")]
    [True, False, True]
    """
    parts = text.split()
    if len(parts) > _HEADING_WORDS:
        return False
    if text.endswith(":"):
        return True
    if not text[:1].isupper() or not text[-1:].isalpha() or re.search(r"\d", text):
        return False
    return ends(above) or all(part[:1].isupper() for part in parts if len(part) > len("with") - 1)
