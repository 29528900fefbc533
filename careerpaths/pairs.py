"""Pairs of label and value: how lines below go on with a value, whose a job code is, and which job a pair is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from careerpaths.following import BULLET, PATHS
from careerpaths.readers.joining import join
from careerpaths.titles import fold
from careerpaths.vocabulary import HEADER_RANKS
from careerpaths.wrapping import without_end

CODES = frozenset({"next_code", "to_code"})
_BARE = frozenset({"code", "no", "number", "id"})
"""Labels of codes that do not say whose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label with its value.

    Attributes:
        kind: what the label means; None for a label that is not known.
        label: as in the document.
        value: its text, without the mark of a list.
        places: the raw cells of label and value, (line, cell) from 1.
        cell: the whole cell of the value, with the lines that go on with it.
        further: the raw cells of these lines.
        code: the job code that is stated with a next title.
        more: the raw cells of its label and its value.
    """

    kind: str | None
    label: str
    value: str
    places: tuple[tuple[int, int], tuple[int, int]]
    cell: str = ""
    further: tuple[tuple[int, int], ...] = ()
    code: str | None = None
    more: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True, eq=False)
class Draft:
    """A pair while lines may still go on with its value.

    Attributes:
        start: the pair as it began.
        said: the value: paragraphs, each in the pieces that lines were broken into.
        read: the same as it was read.
        further: the raw cells of what came after its beginning.
    """

    start: Pair
    said: list[list[str]]
    read: list[list[str]]
    further: list[tuple[int, int]] = field(default_factory=list)

    def add(self, place: tuple[int, int], text: str, *, is_paragraph: bool) -> None:
        """Take a line into the value, as a paragraph of its own or as the rest of the line above."""
        if is_paragraph:
            self.said.append([])
            self.read.append([])
        self.said[-1].append(BULLET.sub("", text) if is_paragraph else text)
        self.read[-1].append(text)
        self.further.append(place)

    def pair(self) -> Pair:
        """The pair as it is now."""
        value, cell = ("\n".join([join(pieces) for pieces in one]) for one in (self.said, self.read))
        said = without_end(value) if self.start.kind in PATHS else value
        return replace(self.start, value=said, cell=cell, further=tuple(self.further))


def with_codes(pairs: Sequence[Pair]) -> Iterator[Pair]:
    """A code right behind a next title goes with it; one alone stands for the title."""
    behind = [pair for above, pair in pairwise(pairs) if _is_behind(above, pair)]
    own = sum(1 for pair in pairs if pair.kind == "job_code") - len(behind)
    last: Pair | None = None
    for pair in pairs:
        is_code = pair.kind in CODES or (last is not None and _is_behind(last, pair) and _is_of_next(pair, own, behind))
        if is_code and last and last.kind in PATHS and last.code is None:
            yield replace(last, code=pair.value, more=pair.places)
            last = None
            continue
        if last:
            yield last
        last = replace(pair, code=pair.value) if pair.kind in CODES else pair
    if last:
        yield last


def _is_behind(above: Pair, pair: Pair) -> bool:
    """Whether a code stands in the row of a next title, or says below it only that it is one."""
    is_beside = above.places[1][0] == pair.places[0][0] or fold(pair.label) in _BARE
    return pair.kind == "job_code" and above.kind in PATHS and is_beside


def _is_of_next(pair: Pair, own: int, behind: Sequence[Pair]) -> bool:
    """Whether the code behind a next title is the code of that one: the job has another, or it says no more."""
    return own > 0 or len(behind) > 1 or fold(pair.label) in _BARE


def in_order(pairs: Sequence[Pair]) -> list[int]:
    """Job by job: the header, the title, the rest."""
    starts = _starts(pairs)
    order: list[int] = []
    for first, last in zip(starts, [*starts[1:], len(pairs)], strict=True):
        header = [place for place in range(first, last) if pairs[place].kind in HEADER_RANKS]
        rest = [place for place in range(first, last) if pairs[place].kind not in HEADER_RANKS]
        order += sorted(header, key=lambda place: HEADER_RANKS[str(pairs[place].kind)])
        order += sorted(rest, key=lambda place: pairs[place].kind != "title")
    return order


def _starts(pairs: Sequence[Pair]) -> list[int]:
    """Where each job begins: what stands before the first title stands before the others as well."""
    first, *more = [place for place, pair in enumerate(pairs) if pair.kind == "title"]
    before = {pair.label for pair in pairs[:first]}
    starts = [0]
    for title in more:
        start = title
        while start - 1 > starts[-1] and pairs[start - 1].label in before:
            start -= 1
        starts.append(start)
    return starts
