"""Tables that show their columns in some rows only, or in none: what the words of the others tell of them.

Word's own styles draw rules between rows and a frame, and no rules between columns, or shade every second row. What the
shaded rows show holds for those between, where no word stands across an edge and a wide gap lies at each. A frame that
shows no column at all has those of its first row where all other rows leave their gaps clear.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from careerpaths.readers.pdf.cells import lines as stacked
from careerpaths.readers.pdf.columns import LONE_GAP, Interval, chunks, gaps, inside
from careerpaths.readers.pdf.filling import Filled
from careerpaths.readers.pdf.marks import RIGHT, Marks, Text, words
from careerpaths.readers.pdf.paths import Rule
from careerpaths.readers.pdf.ruled import Table, drawn_lines

_LEAST_GAP = 0.5
"""How wide, in heights of a line, a gap is at least that parts two cells, and not two words."""
_ALIKE = 3.0
"""How far from each other, in points, edges of one column stand at most."""
_LEAST_BANDS = 2
_FEWEST_ROWS = 3
"""Rows of a frame from which the gaps that all leave clear are those between columns."""
_MOST_COLUMNS = 2
"""Columns with rules in a table with others that no rule shows, at most."""
_SHARE = 0.5
"""The share of rows that fill several columns at least, where no rule shows any."""

Span = tuple[int, int]
"""The first column of a cell, and the one after its last."""


def joined_bands(tables: Sequence[Table], rules: Sequence[Rule], marks: Marks, lines: Sequence[Text]) -> list[Table]:
    """Tables with shaded rows of one table as one, the rows between them and at its ends among them.

    Args:
        tables: of a page, smallest first.
        rules: of that page.
        marks: of it, while it is open.
        lines: those of its texts that may stand in tables.
    """
    bands = [table for table in tables if len(table.ys) == _LEAST_BANDS and len(table.xs) > _LEAST_BANDS]
    if len(bands) < _LEAST_BANDS:
        return list(tables)
    found = list(tables)
    for group in _groups(bands):
        alike = [table for table in tables if _are_alike(table.xs, group[0].xs)]
        whole = _whole(group, rules)
        if len(alike) == len(group) >= _LEAST_BANDS and _show_columns(whole, group, marks, lines):
            found = [table for table in found if table not in group] + [whole]
    return sorted(found, key=lambda table: (table.area, table.ys[0], table.xs[0]))


def _groups(bands: Sequence[Table]) -> list[list[Table]]:
    """Bands with the same columns, from top to bottom."""
    groups: list[list[Table]] = []
    for band in sorted(bands, key=lambda band: band.ys):
        group = next((group for group in groups if _are_alike(group[0].xs, band.xs)), None)
        if group is None:
            groups.append([band])
        else:
            group.append(band)
    return groups


def _are_alike(edges: Sequence[float], others: Sequence[float]) -> bool:
    return len(edges) == len(others) and all(
        abs(edge - other) <= _ALIKE for edge, other in zip(edges, others, strict=True)
    )


def _whole(group: Sequence[Table], rules: Sequence[Rule]) -> Table:
    """Shaded rows with what lies between them, and with the rows above and below that end at a rule as wide."""
    across, _ = drawn_lines(rules)
    xs = group[0].xs
    ends = [line.place for line in across if _are_alike((line.start, line.end), (xs[0], xs[-1]))]
    edges = sorted({y for band in group for y in band.ys})
    above = [y for y in ends if y < edges[0] - _ALIKE][-1:]
    below = [y for y in sorted(ends) if y > edges[-1] + _ALIKE][:1]
    ys = (*above, *_apart(edges), *below)
    shaded = {round(band.ys[0]): band.spans[0] for band in group}
    spans = tuple([shaded.get(round(top), ((0, len(xs) - 1),)) for top in ys[:-1]])
    return _table(group[0], ys, spans)


def _apart(edges: Sequence[float]) -> list[float]:
    """Edges without those too near to the one above for a row between."""
    found = list(edges[:1])
    for edge in edges[1:]:
        if edge > found[-1] + _ALIKE:
            found.append(edge)
    return found


def _table(table: Table, ys: tuple[float, ...], spans: tuple[tuple[Span, ...], ...]) -> Table:
    """A table with these rows, none of whose cells reach over several."""
    homes = [
        tuple([(band, first) for first, after in own for _ in range(first, after)]) for band, own in enumerate(spans)
    ]
    ends = [tuple([table.xs[after] for first, after in own for _ in range(first, after)]) for own in spans]
    return replace(table, ys=ys, spans=spans, homes=tuple(homes), ends=tuple(ends))


def _show_columns(whole: Table, group: Sequence[Table], marks: Marks, lines: Sequence[Text]) -> bool:
    """Whether all that stands between shaded rows stands in their columns, and something does."""
    shaded = {round(band.ys[0]) for band in group}
    between = [pair for pair in pairwise(whole.ys) if round(pair[0]) not in shaded]
    held = [[line for line in lines if _stands(line, whole, pair)] for pair in between]
    split = [_split(texts, whole.xs, marks) for texts in held if texts]
    return bool(split) and all(found is not None and len(found) > 1 for found in split)


def _stands(line: Text, table: Table, band: Interval) -> bool:
    return band[0] < (line.top + line.bottom) / 2 < band[1] and table.xs[0] < line.left < table.xs[-1]


def _split(texts: Iterable[Text], xs: Sequence[float], marks: Marks) -> dict[int, list[Text]] | None:
    """The words of a cell in the columns that it spans; None where they do not stand in these.

    Args:
        texts: of the cell.
        xs: the edges of the columns.
        marks: of the page, while it is open.
    """
    every = [word for text in texts for word in words(marks, text)]
    if any(word.runs != RIGHT for word in every):
        return None
    found: dict[int, list[Text]] = {}
    for line in stacked(every):
        before: tuple[int, Text] | None = None
        for word in line:
            at = min(max(bisect_right(xs, word.left + 1), 1), len(xs) - 1) - 1
            least = _LEAST_GAP * (word.bottom - word.top)
            if word.right > xs[at + 1] + 1 or (before and before[0] != at and word.left - before[1].right < least):
                return None
            found.setdefault(at, []).append(word)
            before = at, word
    return found


def split_cells(filled: Sequence[Filled], marks: Marks) -> None:
    """Part the cells that span columns where their words stand in these, as in the rows between shaded ones.

    Where a cell of several texts was parted, those that span the same columns are too. A frame without columns gets
    those that its words show.

    Args:
        filled: the tables of a page; changed in place.
        marks: of that page, while it is open.
    """
    for own in filled:
        if any(len(cells) < len(own.table.xs) - 1 for cells in own.table.spans):
            _split_table(own, marks)
        elif len(own.table.xs) <= _MOST_COLUMNS + 1 and len(own.table.ys) > _FEWEST_ROWS:
            _find_columns(own, marks)


def _split_table(own: Filled, marks: Marks) -> None:
    table = own.table
    found: dict[tuple[int, Span], dict[int, list[Text]]] = {}
    for band, cells in enumerate(table.spans):
        for first, after in cells:
            texts = own.held.get((band, first))
            if after - first > 1 and texts and _is_one_row(table, band, first):
                split = _split(texts, table.xs[first : after + 1], marks)
                if split is not None:
                    found[band, (first, after)] = split
    sure = {span for (_, span), split in found.items() if len(split) > 1}
    parts = {place: split for place, split in found.items() if place[1] in sure}
    for (band, (first, after)), split in parts.items():
        del own.held[band, first]
        for at, texts in split.items():
            own.held[band, first + at] = texts
        own.table = _with_columns(own.table, band, first, after)


def _is_one_row(table: Table, band: int, first: int) -> bool:
    below = table.homes[band + 1][first] if band + 1 < len(table.homes) else None
    return table.homes[band][first] == (band, first) != below


def _with_columns(table: Table, band: int, first: int, after: int) -> Table:
    """A table with a cell for each column that one spanned."""
    every = range(first, after)
    spans = sorted([*(span for span in table.spans[band] if span != (first, after)), *((at, at + 1) for at in every)])
    homes, ends = list(table.homes[band]), list(table.ends[band])
    for at in every:
        homes[at], ends[at] = (band, at), table.xs[at + 1]
    return replace(
        table,
        spans=(*table.spans[:band], tuple(spans), *table.spans[band + 1 :]),
        homes=(*table.homes[:band], tuple(homes), *table.homes[band + 1 :]),
        ends=(*table.ends[:band], tuple(ends), *table.ends[band + 1 :]),
    )


def _find_columns(own: Filled, marks: Marks) -> None:
    """Give a table of rows the columns that its first row shows and that no word of another crosses."""
    table = own.table
    edges = [edge for at in range(len(table.xs) - 1) for edge in _edges_within(own, at, marks)]
    if not edges:
        return
    xs = tuple(sorted((*table.xs, *edges)))
    held: dict[tuple[int, int], list[Text]] = {}
    for (band, _), texts in own.held.items():
        split = _split(texts, xs, marks)
        if split is None:
            return
        for at, part in split.items():
            held.setdefault((band, at), []).extend(part)
    several = [band for band in range(len(table.ys) - 1) if sum(1 for cell in held if cell[0] == band) > 1]
    if len(several) >= _SHARE * (len(table.ys) - 1):
        spans = tuple([tuple([(at, at + 1) for at in range(len(xs) - 1)]) for _ in table.ys[:-1]])
        own.table, own.held = _table(replace(table, xs=xs), table.ys, spans), held


def _edges_within(own: Filled, at: int, marks: Marks) -> list[float]:
    """The edges that the words of a column show: gaps in its first row that all other rows leave clear."""
    head = own.held.get((0, at), [])
    if not head or any(text.runs != RIGHT for text in head):
        return []
    height = head[0].bottom - head[0].top
    first = chunks([word for text in head for word in words(marks, text)], LONE_GAP * height)
    if len(first) < _LEAST_BANDS:
        return []
    below = [
        word for (_, column), texts in own.held.items() if column == at for text in texts for word in words(marks, text)
    ]
    every = chunks(below, _LEAST_GAP * height)
    clear = [inside(gap, every) for gap in gaps(first)]
    return [found[0][1] - 1 for found in clear if found]
