"""Where another part of a document begins that has no rules: at headings, told by their looks, and below wide gaps.

A heading is a line of one text that is clearly larger than the body, or that is bold or a little larger and stands
nearer to what is below than to what is above. What looks like the labels beside values is none, and documents whose
lines stand in three columns or more have none: there a large or bold line is one of labels or levels.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from careerpaths.readers.pdf.columns import LONE_GAP, chunks
from careerpaths.readers.pdf.looks import Look
from careerpaths.readers.pdf.marks import Text

LARGER, LITTLE_LARGER = 1.15, 1.05
"""How many times as large as the body a heading is, alone and with other signs."""
_SMALLEST = 0.25
"""The share of lines that the body has at least; what is smaller on fewer is small print."""
MOST_WIDE = 0.25
"""The share of lines in three columns or more from which a document is a table."""
WIDE = 3
_MOST_WORDS, _MOST_LINES = 12, 3
"""Words of a line of a heading, and lines of one, at most."""
_ASCENT, _DESCENT = 0.95, 0.25
"""How far letters reach above and below their line, in sizes of the font."""
_FARTHER, _NEARER, _EVEN = 0.15, 0.3, 0.1
"""How much farther than usual from what is above a heading stands, how much nearer to what is below, and what counts
as even, in sizes of the body."""
_TIGHT = 0.5
"""How much nearer to what is above than to what is below a line is no heading whatever others like it are."""
_GAP = 0.7
"""How much wider than the usual gap, and those above and below it, a gap is that parts, in sizes of the body."""

Place = tuple[int, int]
"""A page and a line of it, from 0."""
Looks = tuple[Look, Look]
"""How the first and the last letter of a line look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """What parts a document: the lines that are headings, and those that have a gap above."""

    headings: frozenset[Place] = frozenset()
    apart: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Set:
    """A line as it is set: its place, how many columns it has and words, where it begins, how it looks.

    Attributes:
        above: how much is clear above it, in points; without end at the top of a page.
        below: the same below it.
    """

    place: Place
    columns: int
    words: int
    left: float
    look: Look
    is_even: bool
    above: float
    below: float


def find_parts(
    pages: Iterable[Sequence[tuple[int, Sequence[Text]]]],
    looks: Sequence[Sequence[Looks]],
    *,
    tables: tuple[int, int],
    inside: Sequence[Look],
    margin: float,
) -> Parts:
    """The headings and the gaps of a document.

    Args:
        pages: for each page its lines but running heads and feet, each with its number on the page.
        looks: for each page those of its lines, by their number.
        tables: how many rows ruled tables have, and how many of them have three cells or more.
        inside: how some letters in ruled tables look.
        margin: where row labels begin.
    """
    lines = [one for page, some in enumerate(pages) for one in _set_lines(page, some, looks[page])]
    wide = sum(1 for line in lines if line.columns >= WIDE) + tables[1]
    if not lines or wide > MOST_WIDE * (len(lines) + tables[0]):
        return Parts()
    every = [*(line.look for line in lines), *inside]
    body = sorted(look.size for look in every)[int(_SMALLEST * len(every))]
    has_light = sum(1 for look in every if not look.is_bold) >= _SMALLEST * len(every)
    groups = _headings(lines, body, has_light=has_light)
    headings = frozenset(line.place for group in groups for line in group)
    behind = _behind(lines, headings)
    gaps = _below_gaps([line for line in lines if line.place not in headings], behind, body, margin)
    return Parts(headings=headings, apart=frozenset([*(group[0].place for group in groups), *behind, *gaps]))


def _set_lines(page: int, some: Sequence[tuple[int, Sequence[Text]]], looks: Sequence[Looks]) -> Iterator[_Set]:
    clear = [inf]
    for (above, _), (below, _) in pairwise(some):
        upper, lower = looks[above][0], looks[below][0]
        clear.append(lower.base - upper.base - _DESCENT * upper.size - _ASCENT * lower.size)
    clear.append(inf)
    for at, (index, line) in enumerate(some):
        first, last = looks[index]
        yield _Set(
            place=(page, index),
            columns=len(chunks(line, LONE_GAP * first.size)),
            words=len(line),
            left=line[0].left,
            look=first,
            is_even=(first.size, first.is_bold) == (last.size, last.is_bold),
            above=clear[at],
            below=clear[at + 1],
        )


def _headings(lines: Sequence[_Set], body: float, *, has_light: bool) -> list[list[_Set]]:
    """The lines of each heading; those that follow each other and look alike are one, too many of them are none."""
    labels = {_style(line) for line in lines if line.columns > 1}
    found: list[list[_Set]] = []
    above = None
    for line in lines:
        style = _style(line) if _may_head(line, labels) else None
        if style and style == above and line.above <= line.look.size:
            found[-1].append(line)
        elif style:
            found.append([line])
        above = style
    found = [group for group in found if len(group) <= _MOST_LINES]
    larger = [group for group in found if group[0].look.size >= LARGER * body]
    little = [group for group in found if _differs_little(group[0].look, body, has_light=has_light)]
    heads = {line.place for group in (*larger, *little) for line in group}
    first = {below.place for above, below in pairwise(lines) if above.place in heads}
    return [*larger, *_near_below(little, first, body, _usual_gap(lines, heads))]


def _differs_little(look: Look, body: float, *, has_light: bool) -> bool:
    """Whether letters are a little larger than those of the body, or bold, but not clearly larger."""
    return look.size < LARGER * body and (look.size >= LITTLE_LARGER * body or (look.is_bold and has_light))


def _usual_gap(lines: Sequence[_Set], heads: Container[Place]) -> float:
    """How much is clear between two lines that do not seem headings, mostly."""
    gaps = [
        below.above
        for above, below in pairwise(lines)
        if below.above < inf and above.place not in heads and below.place not in heads
    ]
    return median(gaps) if gaps else -inf


def _near_below(
    groups: Sequence[list[_Set]], first: Container[Place], body: float, usual: float
) -> Iterator[list[_Set]]:
    """The lines that differ little from the body and are headings: most that look alike stand apart from those above.

    They stand clearly farther from the line above than lines do, and no nearer to it than to the one below; or no
    nearer than lines do, and clearly nearer to the one below.

    Args:
        groups: lines that look alike and follow each other.
        first: the lines below what may be another heading, which may be near.
        body: the size of the body.
        usual: how much is clear between lines.
    """
    votes: defaultdict[tuple[float, bool], list[bool]] = defaultdict(list)
    for group in groups:
        if inf not in {group[0].above, group[-1].below}:
            votes[_style(group[0])].append(_stands_apart(group, body, usual))
    for group in groups:
        told = votes[_style(group[0])]
        is_near = inf > group[-1].below > group[0].above + _TIGHT * body and group[0].place not in first
        if 2 * sum(told) > len(told) and not is_near:
            yield group


def _stands_apart(group: Sequence[_Set], body: float, usual: float) -> bool:
    above, below = group[0].above, group[-1].below
    farther = above >= usual + _FARTHER * body and above >= below - _EVEN * body
    return farther or (above >= usual - _EVEN * body and above >= below + _NEARER * body)


def _style(line: _Set) -> tuple[float, bool]:
    return line.look.size, line.look.is_bold


def _may_head(line: _Set, labels: set[tuple[float, bool]]) -> bool:
    return line.columns == 1 and line.is_even and line.words <= _MOST_WORDS and _style(line) not in labels


def _behind(lines: Sequence[_Set], headings: Container[Place]) -> frozenset[Place]:
    """The lines below headings."""
    pairs = ((above.place, below.place) for above, below in pairwise(lines))
    return frozenset(below for above, below in pairs if above in headings and below not in headings)


def _below_gaps(lines: Sequence[_Set], behind: Container[Place], body: float, margin: float) -> Iterator[Place]:
    """The lines of one text at the margin that stand clearly farther below the line above than lines do.

    Where the lines around stand as far apart, it says nothing: they may be the items of a list.
    """
    inner = [line.above for line in lines if line.above < inf and line.place not in behind]
    usual = median(inner) if inner else inf
    for above, line in pairwise(lines):
        is_lone = line.columns == 1 and line.left <= margin + 0.5 * body
        least = max(usual, above.above, line.below) + _GAP * body
        if is_lone and inf > line.above >= least:
            yield line.place
