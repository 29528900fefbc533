"""Columns of tables without rules: rows whose words leave the same gaps clear share them."""

from __future__ import annotations

from bisect import bisect, insort
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
_FAR = 60
"""Rows beyond which nothing is told about the columns of another."""

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
        return gaps(self.profile)


@dataclass(slots=True, eq=False)
class Columns:
    """What rows share: where they have words, and how many there are. It grows while rows are added."""

    profile: list[Interval]
    count: int = 1
    first: tuple[float, ...] = ()
    """Where the texts of the first row begin, which later ones may have reached beyond."""

    @property
    def gaps(self) -> list[Interval]:
        """What all rows leave clear."""
        return gaps(self.profile)

    @property
    def starts(self) -> list[float]:
        """Where each column begins."""
        return [start for start, _ in self.profile]


@dataclass(frozen=True, slots=True)
class _Fit:
    """Columns in which a row stands: the places of words of both, and whether no gap between words had to be taken."""

    columns: Columns
    union: list[Interval]
    is_clear: bool


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


def gaps(profile: Sequence[Interval]) -> list[Interval]:
    """What lies between intervals."""
    return [(left[1], right[0]) for left, right in pairwise(profile)]


def unruled_row(page: int, row: list[list[Text]], height: float) -> UnruledRow:
    """A row of a page, from its lines; `height` is that of a line."""
    sure = _SURE_GAPS[min(len(row), len(_SURE_GAPS) - 1)] * height
    words = sorted([(word.left, word.right) for line in row for word in line])
    return UnruledRow(page=page, lines=row, words=words, profile=_merged(words, sure))


def find_columns(rows: Sequence[UnruledRow], height: float) -> list[Columns]:
    """For each row its columns: those that it fits, whose beginnings it shares most, and that rows near it have."""
    found: list[Columns] = []
    placed: dict[int, Columns] = {}
    order: list[int] = []
    for index in sorted(range(len(rows)), key=lambda index: (*_telling(rows[index]), index)):
        row = rows[index]
        above, below = _neighbours(order, index)
        near = (placed.get(above), placed.get(below))
        every = (fit for columns in found if (fit := _fit(columns, row, height)))
        fitting = [fit for fit in every if fit.is_clear or fit.columns in near]
        if fitting:
            best = max(fitting, key=lambda fit: _likeness(fit, row, near))
            columns, columns.profile = best.columns, best.union
            columns.count += 1
        else:
            columns = Columns(row.profile, first=tuple(left for left, _ in row.profile))
            if len(found) < MOST_COLUMN_SETS:
                found.append(columns)
        placed[index] = columns
        insort(order, index)
    return _by_neighbours([_choices(row, placed[index], found, height) for index, row in enumerate(rows)])


def _telling(row: UnruledRow) -> tuple[int, int, float]:
    """How much a row tells about columns, as a key to sort by: many texts, many lines, much of the width."""
    return -len(row.profile), -len(row.lines), -sum(end - start for start, end in row.profile)


def _choices(row: UnruledRow, placed: Columns, found: Sequence[Columns], height: float) -> list[Columns]:
    """The columns that a row may as well stand in, those it was placed in first: rows of few words fit several."""
    fits = [fit for columns in found if (fit := _fit(columns, row, height)) and fit.is_clear]
    aligned = {id(fit.columns): _aligned(fit.columns, row) for fit in fits}
    if id(placed) not in aligned:
        return [placed]
    others = [fit.columns for fit in fits if fit.columns is not placed]
    return [placed, *(columns for columns in others if aligned[id(columns)] >= aligned[id(placed)])]


def _by_neighbours(choices: Sequence[Sequence[Columns]]) -> list[Columns]:
    """One of its choices for each row: what the nearest row that has no choice tells, above or else below.

    Where neither of the two is a choice, a header block stands between: then the nearest one beyond that is.
    """
    sure = [index for index, choice in enumerate(choices) if len(choice) == 1]
    result = []
    for index, choice in enumerate(choices):
        at = bisect(sure, index)
        above, below = (
            [choices[one][0] for one in side] for side in (sure[max(0, at - _FAR) : at], sure[at : at + _FAR])
        )
        nearest = [*above[-1:], *below[:1], *reversed(above), *below]
        result.append(next((columns for columns in nearest if columns in choice), choice[0]))
    return result


def _neighbours(order: Sequence[int], index: int) -> tuple[int, int]:
    """The nearest rows above and below that have their place already; -1 where there is none."""
    at = bisect(order, index)
    return order[at - 1] if at else -1, order[at] if at < len(order) else -1


def _likeness(fit: _Fit, row: UnruledRow, near: tuple[Columns | None, Columns | None]) -> tuple[int, ...]:
    """How well a row stands in columns; the greater the better."""
    columns = fit.columns
    # A table goes on below its header block, so the row above tells more.
    nearness = 2 * (near[0] is columns) + (near[1] is columns)
    is_between = nearness == 3  # noqa: PLR2004 - the rows above and below both stand in these
    is_full = len(row.profile) == len(columns.profile)
    is_sure = fit.is_clear or is_between
    return _aligned(columns, row), is_sure, is_between, is_full, nearness, len(columns.profile), columns.count


def _aligned(columns: Columns, row: UnruledRow) -> int:
    """How many texts of a row begin where a column does."""
    starts = (*columns.starts, *columns.first)
    return sum(1 for left, _ in row.profile if any(abs(left - start) <= _ALIGNED for start in starts))


def _fit(columns: Columns, row: UnruledRow, height: float) -> _Fit | None:
    """How a row stands in columns; None where a gap of one of them would be lost.

    In a row of few lines the gap between full cells may be no wider than one between words: where the columns have a
    gap it parts them all the same.
    """
    union = _merged([*columns.profile, *row.profile], _LEAST_GAP * height)
    lost = _not_clear((*columns.gaps, *row.gaps), union)
    if not lost:
        return _Fit(columns, union, is_clear=True)
    fine = _merged([*columns.profile, *row.words], _LEAST_GAP * height)
    kept = [found for gap in lost if (found := _aligned_gap(gap, fine))]
    return _Fit(columns, _parted(union, kept), is_clear=False) if len(kept) == len(lost) else None


def _aligned_gap(gap: Interval, profile: Sequence[Interval]) -> Interval | None:
    """The gap of a profile within a gap that begins or ends where that does, as texts that are set in columns do."""
    return next(
        (
            (left, right)
            for left, right in inside(gap, profile)
            if right >= gap[1] - _ALIGNED or left <= gap[0] + _ALIGNED
        ),
        None,
    )


def inside(gap: Interval, profile: Sequence[Interval]) -> list[Interval]:
    """The gaps of a profile that lie within a gap."""
    return [(left, right) for left, right in gaps(profile) if gap[0] <= left and right <= gap[1]]


def _not_clear(wanted: Iterable[Interval], profile: Sequence[Interval]) -> list[Interval]:
    """The gaps of which a profile leaves no part clear."""
    return [gap for gap in wanted if not inside(gap, profile)]


def _parted(profile: Sequence[Interval], more: Iterable[Interval]) -> list[Interval]:
    """A profile with more gaps."""
    every = sorted({*gaps(profile), *more})
    starts = [profile[0][0], *(right for _, right in every)]
    ends = [*(left for left, _ in every), profile[-1][1]]
    return list(zip(starts, ends, strict=True))
