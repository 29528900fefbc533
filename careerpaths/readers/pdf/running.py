"""Running heads and feet of pages without rules: lines that are alike on most pages but for numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from careerpaths.readers.pdf.cells import line_text
from careerpaths.readers.pdf.columns import LONE_GAP, chunks
from careerpaths.readers.pdf.marks import Text

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-\u2013\u2014 ]*(?:page|pg?\.?) *\d+(?: *(?:of|/) *\d+)?[-\u2013\u2014 ]*", re.IGNORECASE)
_EDGE_LINES = 4
"""So many lines at the top and at the foot of a page may be running heads and feet."""
_MARK_APART = 0.4
"""How far, in heights of a line, running heads and feet stand from the rest at least."""


def running_lines(found: Sequence[Sequence[list[Text]]], height: float) -> set[tuple[int, int]]:
    """The lines that are running heads and feet, as (page, line): alike on most pages but for numbers."""
    places: defaultdict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(found):
        for index in {*range(min(_EDGE_LINES, len(page))), *range(max(0, len(page) - _EDGE_LINES), len(page))}:
            key = (_DIGITS.sub("0", line_text(page[index])), round(page[index][0].bottom / (2 * height)))
            places[key].append((number, index))
    alike: set[tuple[int, int]] = set()
    for same in places.values():
        counted = len({number for number, _ in same})
        if (
            counted > 1
            and 2 * counted >= len(found)
            and _are_marks([(page, found[page][index]) for page, index in same], height)
        ):
            alike.update(same)
    marks = {(number, index) for number, page in enumerate(found) for index in _at_ends(page, number, alike, height)}
    return marks | {(number, index) for number, page in enumerate(found) for index in _lone_ends(page, height)}


def _are_marks(same: Sequence[tuple[int, list[Text]]], height: float) -> bool:
    """Whether lines that are alike are no rows: one text each, or with the page's number and no other that changes.

    Args:
        same: the lines, each with its page.
        height: of a line.
    """
    if all(len(chunks(line, LONE_GAP * height)) == 1 for _, line in same):
        return True
    numbers = [[int(digits) for digits in _DIGITS.findall(line_text(line))] for _, line in same]
    changing = [column for column in zip(*numbers, strict=True) if len(set(column)) > 1]
    pages = [page for page, _ in same]
    return bool(changing) and all(
        len({value - page for value, page in zip(column, pages, strict=True)}) == 1 for column in changing
    )


def _at_ends(page: Sequence[list[Text]], number: int, alike: set[tuple[int, int]], height: float) -> Iterable[int]:
    """The lines that are alike from the top of a page on, and from its foot, until one stands near to the body."""
    for order in (range(len(page)), range(len(page) - 1, -1, -1)):
        ends: list[int] = []
        for index, following in pairwise(order):
            if (number, index) not in alike:
                break
            ends.append(index)
            if _apart(page[index], page[following]) > _MARK_APART * height:
                yield from ends
                ends = []


def _apart(line: Sequence[Text], other: Sequence[Text]) -> float:
    """The height between two lines."""
    return max(line[0].top - other[0].bottom, other[0].top - line[0].bottom)


def _lone_ends(page: Sequence[list[Text]], height: float) -> list[int]:
    """The first and the last line of a page where they stand far from the others and do not begin at the margin.

    One that says that it is the number of the page may stand nearer.
    """
    if len(page) < 3:  # noqa: PLR2004 - nothing to stand apart from
        return []
    margin = min(line[0].left for line in page)
    ends = []
    for index, following in ((0, 1), (-1, -2)):
        line, apart = page[index], _apart(page[index], page[following])
        is_lone = len(chunks(line, LONE_GAP * height)) == 1
        least = _MARK_APART if _PAGE_NUMBER.fullmatch(line_text(line)) else 2
        if apart > least * height and line[0].left > margin + height and is_lone:
            ends.append(index % len(page))
    return ends
