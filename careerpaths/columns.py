"""What the cells of a table's column tell of it where its heading alone does not.

A column that counts the rows is no job code; one that holds names of people is nobody's business; a legend that stands
beside a table is no part of it; and a number that next roles are named by is what a role is known by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careerpaths.headings import COUNTERS, Heading, names_people
from careerpaths.model import Row
from careerpaths.titles import fold
from careerpaths.vocabulary import HEADER_RANKS

_TARGETS = frozenset({"next", "to"})
_SUBJECTS = frozenset({"title", "from"})
_STARTS = frozenset({"title", "job_code", "from", "from_code"})
_NAMING = frozenset({"id", "ref", "reference", "key", "row", "row id", "role id", "job id", "position id"} | COUNTERS)
"""Headings of columns by which other rows may name a record."""
_PARTS = re.compile(r"[,;/|\n]")
_LEAST = 2
"""Records of a legend, and columns: a single one tells nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sorted:
    """The columns of a table.

    Attributes:
        texts: all headings, from left to right.
        taken: what records are read from.
        personal: what holds names of people.
        legend: what stands beside the table and explains its values.
        grouping: the places of columns before the titles where a blank cell means the one above.
        of_moves: in a list of moves what is said of a move, and not of the role that it starts from.
    """

    texts: tuple[str, ...]
    taken: tuple[Heading, ...]
    personal: tuple[Heading, ...] = ()
    legend: tuple[Heading, ...] = ()
    of_moves: tuple[Heading, ...] = ()
    grouping: frozenset[int] = frozenset()

    @property
    def left(self) -> tuple[Heading, ...]:
        """What no record is read from."""
        return (*self.personal, *self.legend, *self.of_moves)


def sort_columns(columns: Sequence[Heading], rows: Sequence[Row]) -> Sorted:
    """Which columns of a table to read records from.

    Args:
        columns: its headings from left to right.
        rows: what stands below them.
    """
    legend = _legend(columns, rows)
    known = _named_by(_without_counter([one for one in columns if one not in legend], rows), rows)
    personal = tuple(one for one in known if names_people(one))
    of_moves = tuple(one for one in known if one not in personal and _is_of_moves(one, known, rows))
    return Sorted(
        texts=tuple(one.text for one in columns),
        taken=tuple(one for one in known if one not in (*personal, *of_moves)),
        personal=personal,
        legend=legend,
        of_moves=of_moves,
        grouping=frozenset(_grouping(known, rows)),
    )


def _values(rows: Sequence[Row], index: int) -> list[str]:
    return [fold(text) for text in _texts(rows, index)]


def _texts(rows: Sequence[Row], index: int) -> list[str]:
    return [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]]


def _without_counter(columns: Sequence[Heading], rows: Sequence[Row]) -> list[Heading]:
    """A column that only counts the rows ("No." 1, 2, 3) is no job code."""
    return [
        replace(one, kind=None)
        if one.kind == "job_code" and fold(one.text) in COUNTERS and _counts(_values(rows, one.index))
        else one
        for one in columns
    ]


def _counts(values: Sequence[str]) -> bool:
    return len(values) > 1 and list(values) == [str(number) for number in range(1, len(values) + 1)]


def _named_by(columns: Sequence[Heading], rows: Sequence[Row]) -> list[Heading]:
    """A column of numbers or names that no two rows share is the job code where all next roles are named by it."""
    if "job_code" in {one.kind for one in columns}:
        return list(columns)
    named = [text for one in columns if one.kind in _TARGETS for text in _texts(rows, one.index)]
    pointers = {fold(part) for text in named for part in _PARTS.split(text)} - {""}
    titles = {text for one in columns if one.kind in _SUBJECTS for text in _values(rows, one.index)}
    for at, one in enumerate(columns):
        values = _values(rows, one.index)
        is_key = one.kind is None and fold(one.text) in _NAMING and len(values) == len(set(values))
        if is_key and pointers and pointers <= set(values) and not pointers & titles:
            return [*columns[:at], replace(one, kind="job_code"), *columns[at + 1 :]]
    return list(columns)


def _grouping(columns: Sequence[Heading], rows: Sequence[Row]) -> Iterator[int]:
    """A blank family, function or category is the one above; a blank level only where most of them are blank."""
    title = next((one.index for one in columns if one.kind in _SUBJECTS), 0)
    for one in columns:
        if one.index < title and one.kind in (*HEADER_RANKS, "level"):
            filled = sum(1 for row in rows if _texts([row], title) and _texts([row], one.index))
            titled = len(_texts(rows, title))
            if one.kind != "level" or 2 * filled <= titled:
                yield one.index


def _is_of_moves(heading: Heading, columns: Sequence[Heading], rows: Sequence[Row]) -> bool:
    """Whether a column with an unknown heading says several things where one role is the start of several moves."""
    starts = [one.index for one in columns if one.kind in _STARTS]
    if heading.kind or not starts or not any(one.kind in ("to", "to_code") for one in columns):
        return False
    said: dict[tuple[str, ...], str] = {}
    for row in rows:
        cells = [row.cells[at] if at < len(row.cells) else "" for at in (*starts, heading.index)]
        if any(cells[:-1]) and said.setdefault(tuple(cells[:-1]), cells[-1]) != cells[-1]:
            return True
    return False


def _legend(columns: Sequence[Heading], rows: Sequence[Row]) -> tuple[Heading, ...]:
    """The columns behind an empty one that explain a column before it: they hold no titles, and each once its values.

    Explained is a column all of whose values stand in the first of them ("N", "E"), none of them twice, beside a text.
    """
    for before, after in pairwise(columns):
        behind = tuple(one for one in columns if one.index >= after.index)
        if after.index == before.index + 1 or any(_is_subject(one) for one in behind):
            continue
        keys = _values(rows, after.index)
        if len(behind) != _LEAST or len(keys) < _LEAST or len(keys) != len(set(keys)):
            continue
        front = [one for one in columns if one.index < after.index and not _is_subject(one)]
        explained = [one for one in front if set(_values(rows, one.index)) & set(keys)]
        if any(set(_values(rows, one.index)) <= set(keys) for one in explained):
            return behind
    return ()


def _is_subject(heading: Heading) -> bool:
    return heading.kind in _SUBJECTS or heading.kind in _TARGETS
