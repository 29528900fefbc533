"""Records that a page foot cut: the first row of the next page carries on with the last record of the page before.

In ladders a blank label tells it. In a table of records the rest of one may have words in any cell, also in that of its
title, so it is told by what it lacks: its title, the job code that all others have, or a title of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from careerpaths.headings import Heading
from careerpaths.model import BLANK, UNPLACED, Row
from careerpaths.readers.joining import join
from careerpaths.titles import fold

_TITLES = frozenset({"title", "from"})
_CODES = frozenset({"job_code", "from_code"})
_TARGETS = frozenset({"next", "to"})
_LEAST = 3
"""Records that have a job code, from which on one without it is odd."""
Fate = tuple[int, int, str]
"""A line, a cell of it, and what became of that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """Records as they were before pages cut them.

    Attributes:
        rows: the rows, each rest of a record joined to its beginning.
        rests: for each row that was such a rest the line of the beginning, with the row.
    """

    rows: tuple[Row, ...]
    rests: tuple[tuple[int, Row], ...] = ()

    def fates_of_rests(self, fates: Sequence[Fate]) -> Iterator[Fate]:
        """What became of the cells of the rests: the same as of those that they were joined to."""
        found = {(line, at): fate for line, at, fate in fates} if self.rests else {}
        for line, rest in self.rests:
            for at, cell in enumerate(rest.cells, 1):
                yield rest.line, at, found.get((line, at), UNPLACED) if cell else BLANK


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What the rows of a table show that are surely whole.

    Attributes:
        titles: the places of titles, those of job codes, and those of next roles.
        codes: see titles.
        targets: see titles.
        have_codes: whether each has a job code.
        begin_large: whether no title begins with a small letter.
        have_more: whether some have no title and a next role: one more of the role above.
        named: the titles that next roles say.
    """

    titles: tuple[int, ...]
    codes: tuple[int, ...]
    targets: tuple[int, ...]
    have_codes: bool
    begin_large: bool
    have_more: bool
    named: frozenset[str]


def whole_records(rows: Sequence[Row], headings: Sequence[Row], columns: Sequence[Heading]) -> Whole:
    """Rows with the rests of records joined to their beginnings; a table without pages has none.

    Args:
        rows: what stands below the heading.
        headings: the rows of the heading, which pages may repeat.
        columns: what it says.
    """
    repeated = {_texts(row) for row in headings}
    inner = [row for row in rows if len(row.cells) > 1 and _texts(row) not in repeated]
    ends = [(above, below) for above, below in pairwise(inner) if above.page and below.page == above.page + 1]
    if not ends:
        return Whole(rows=tuple(rows))
    known = _known(inner, ends, columns)
    firsts = {below.line for _, below in ends}
    rests: dict[int, int] = {}
    whole: dict[int, Row] = {}
    for above, row in pairwise(inner):
        begin = rests.get(above.line, above.line)
        before = whole.get(begin, above)
        may = row.line in firsts or (above.line in rests and _has_no_more(row, known))
        if may and _carries_on(before, row, known):
            rests[row.line] = begin
            whole[begin] = replace(before, cells=_joined(before, row))
    return Whole(
        rows=tuple(whole.get(row.line, row) for row in rows if row.line not in rests),
        rests=tuple((rests[row.line], row) for row in inner if row.line in rests),
    )


def _texts(row: Row) -> tuple[str, ...]:
    return tuple(cell for cell in row.cells if cell)


def _known(inner: Sequence[Row], ends: Sequence[tuple[Row, Row]], columns: Sequence[Heading]) -> _Known:
    """What rows show, without what may be cut: the first and the last of each page.

    Args:
        inner: the rows of a table.
        ends: the last row of each page with the first of the next one.
        columns: what the heading says.
    """
    titles, codes, targets = (
        tuple(one.index for one in columns if one.kind in kinds) for kinds in (_TITLES, _CODES, _TARGETS)
    )
    firsts, cut = {below.line for _, below in ends}, {row.line for pair in ends for row in pair}
    rows = [row for row in inner if row.line not in firsts]
    titled = [row for row in rows if _said(row, titles)]
    with_code = sum(1 for row in titled if _said(row, codes))
    return _Known(
        titles=titles,
        codes=codes,
        targets=targets,
        have_codes=with_code >= min(len(titled), _LEAST) and with_code == len(titled) > 0,
        begin_large=not any(_said(row, titles)[:1].islower() for row in titled),
        have_more=any(not _said(row, titles) and not _said(row, codes) and _said(row, targets) for row in rows),
        named=frozenset(
            fold(cell) for row in rows if row.line not in cut for at in targets if (cell := _cell(row, at))
        ),
    )


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _said(row: Row, places: Sequence[int]) -> str:
    """What the first filled of some cells says."""
    return next((cell for at in places if (cell := _cell(row, at))), "")


def _has_no_more(row: Row, known: _Known) -> bool:
    """Whether a row names neither a role nor a next one."""
    return not _said(row, (*known.titles, *known.codes, *known.targets))


def _carries_on(begin: Row, row: Row, known: _Known) -> bool:
    """Whether the first row of a page is the rest of a record."""
    if _said(row, known.codes) or not _said(begin, (*known.titles, *known.codes)):
        return False
    if _names_one_role(begin, row, known):
        return True
    title = _said(row, known.titles)
    if not title:
        return not known.have_more or not _said(row, known.targets)
    is_small = known.begin_large and title[:1].islower()
    return is_small or _is_rest_of_title(begin, row, known)


def _is_rest_of_title(begin: Row, row: Row, known: _Known) -> bool:
    """Whether the title in a row is the rest of another: next roles say both as one, or all others have codes."""
    before, title = _said(begin, known.titles), _said(row, known.titles)
    if not before or {fold(before), fold(title)} & known.named:
        return False
    is_alone = _texts(row) == (title,)
    has_code = known.have_codes and bool(_said(begin, known.codes))
    return fold(join([before, title])) in known.named or (has_code and not is_alone)


def _names_one_role(begin: Row, row: Row, known: _Known) -> bool:
    """Whether what two rows say of a next role is one title together, and none alone."""
    pairs = [(_cell(begin, at), _cell(row, at)) for at in known.targets if _cell(row, at)]
    return bool(pairs) and all(fold(join(pair)) in known.named and fold(pair[0]) not in known.named for pair in pairs)


def _joined(begin: Row, row: Row) -> tuple[str, ...]:
    width = max(len(begin.cells), len(row.cells))
    return tuple(join([_cell(begin, at), _cell(row, at)]) for at in range(width))
