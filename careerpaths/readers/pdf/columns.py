"""Columns of tables without rules: rows whose words leave the same gaps clear share them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careerpaths.readers.pdf.marks import Text

MOST_COLUMN_SETS = 12
"""Tables of other columns each in one document; rows that fit none of them are no rows of tables."""
LONE_GAP = 0.7
"""How wide, in heights of a line, a gap must be to part columns in one line alone."""
_SURE_GAPS = (LONE_GAP, LONE_GAP, 0.5, 0.5, 0.35)
"""The same, by the number of lines that leave a gap clear."""
_LEAST_GAP = 0.15
_ALIGNED = 1.5
"""How far from each other, in points, texts begin that stand in one column."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnruledRow:
    """A row whose columns are not known yet.

    Attributes:
        page: its page, from 0.
        lines: its words.
        words: from where to where each of them reaches.
        profile: the same, joined where no gap parts them for sure.
    """

    page: int
    lines: list[list[Text]]
    words: list[Interval]
    profile: list[Interval]

    @property
    def gaps(self) -> list[Interval]:
        """What it leaves clear."""
        return _gaps(self.profile)


@dataclass(slots=True, eq=False)
class Columns:
    """What rows share: where they have words, and how many there are. It grows while rows are added."""

    profile: list[Interval]
    count: int = 1

    @property
    def gaps(self) -> list[Interval]:
        """What all rows leave clear."""
        return _gaps(self.profile)

    @property
    def starts(self) -> list[float]:
        """Where each column begins."""
        return [start for start, _ in self.profile]


def chunks(line: Iterable[Text], gap: float) -> list[Interval]:
    """The words of a line, joined where less than a gap parts them."""
    return _merged([(word.left, word.right) for word in line], gap)


def _merged(intervals: Iterable[Interval], gap: float) -> list[Interval]:
    """Intervals joined where less than a gap parts them."""
    merged: list[Interval] = []
    for start, end in sorted(intervals):
        if merged and start - merged[-1][1] < gap:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged


def _gaps(profile: Sequence[Interval]) -> list[Interval]:
    return [(left[1], right[0]) for left, right in pairwise(profile)]


def unruled_row(page: int, row: list[list[Text]], height: float) -> UnruledRow:
    """A row of a page, from its lines; `height` is that of a line."""
    sure = _SURE_GAPS[min(len(row), len(_SURE_GAPS) - 1)] * height
    words = sorted([(word.left, word.right) for line in row for word in line])
    return UnruledRow(page=page, lines=row, words=words, profile=_merged(words, sure))


def find_columns(rows: Sequence[UnruledRow], height: float) -> list[Columns]:
    """For each row its columns: those that it fits, whose beginnings it shares most, and that its neighbour has."""
    found: list[Columns] = []
    placed: dict[int, Columns] = {}
    for index in sorted(
        range(len(rows)), key=lambda index: (-len(rows[index].profile), -len(rows[index].lines), index)
    ):
        row = rows[index]
        fitting = [(columns, union) for columns in found if (union := _union(columns, row, height))]
        if fitting:
            near = (placed.get(index - 1), placed.get(index + 1))
            columns, union = max(fitting, key=lambda fit: _likeness(fit[0], row, near))
            columns.profile = union
            columns.count += 1
        else:
            columns = Columns(row.profile)
            if len(found) < MOST_COLUMN_SETS:
                found.append(columns)
        placed[index] = columns
    return [placed[index] for index in range(len(rows))]


def _likeness(columns: Columns, row: UnruledRow, near: Sequence[Columns | None]) -> tuple[int, bool, int, int]:
    """How well a row stands in columns; the greater the better."""
    starts = columns.starts
    aligned = sum(1 for left, _ in row.profile if any(abs(left - start) <= _ALIGNED for start in starts))
    return aligned, columns in near, len(columns.profile), columns.count


def _union(columns: Columns, row: UnruledRow, height: float) -> list[Interval] | None:
    """The places of words of columns and row together; None where a gap of one of them would be lost.

    In a row of few lines the gap between full cells may be no wider than one between words: where the columns have a
    gap it parts them all the same.
    """
    union = _merged([*columns.profile, *row.profile], _LEAST_GAP * height)
    lost = _not_clear((*columns.gaps, *row.gaps), union)
    if not lost:
        return union
    fine = _merged([*columns.profile, *row.words], _LEAST_GAP * height)
    kept = [found for gap in lost if (found := _aligned_gap(gap, fine))]
    return _parted(union, kept) if len(kept) == len(lost) else None


def _aligned_gap(gap: Interval, profile: Sequence[Interval]) -> Interval | None:
    """The gap of a profile within a gap that begins or ends where that does, as texts that are set in columns do."""
    return next(
        (
            (left, right)
            for left, right in _inside(gap, profile)
            if right >= gap[1] - _ALIGNED or left <= gap[0] + _ALIGNED
        ),
        None,
    )


def _inside(gap: Interval, profile: Sequence[Interval]) -> list[Interval]:
    """The gaps of a profile that lie within a gap."""
    return [(left, right) for left, right in _gaps(profile) if gap[0] <= left and right <= gap[1]]


def _not_clear(gaps: Iterable[Interval], profile: Sequence[Interval]) -> list[Interval]:
    """The gaps of which a profile leaves no part clear."""
    return [gap for gap in gaps if not _inside(gap, profile)]


def _parted(profile: Sequence[Interval], gaps: Iterable[Interval]) -> list[Interval]:
    """A profile with more gaps."""
    every = sorted({*_gaps(profile), *gaps})
    starts = [profile[0][0], *(right for _, right in every)]
    ends = [*(left for left, _ in every), profile[-1][1]]
    return list(zip(starts, ends, strict=True))
