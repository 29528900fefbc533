"""Lists whose marks stand in a column of their own: each item is a row, and a text without a mark is no item."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from careerpaths.readers.pdf.columns import LONE_GAP, Columns, UnruledRow, chunks
from careerpaths.readers.pdf.marks import Text

_MARK = re.compile(r"[^\w\s]|o|\d{1,2}[.)]")
"""The mark of an item of a list."""
_PAIR = 2


def mark_columns(rows: Sequence[UnruledRow], placed: Sequence[Columns]) -> frozenset[int]:
    """The two columns, by `id`, of rows most of which begin with the mark of an item."""
    pairs = [(row, id(columns)) for row, columns in zip(rows, placed, strict=True) if len(columns.profile) == _PAIR]
    every = Counter(columns for _, columns in pairs)
    marked = Counter(columns for row, columns in pairs if _begins_item(row.lines[0]))
    return frozenset(columns for columns, count in marked.items() if 2 * count > every[columns])


def is_lone(row: UnruledRow, height: float) -> bool:
    """Whether a row among items of a list is none: texts without a mark and without columns."""
    is_even = all(len(chunks(line, LONE_GAP * height)) == 1 for line in row.lines)
    return is_even and not any(_begins_item(line) for line in row.lines)


def items(lines: Sequence[list[Text]], starts: Sequence[float]) -> Iterable[list[list[Text]]]:
    """The lines of a row among items of a list, from mark to mark."""
    found: list[list[list[Text]]] = []
    for line in lines:
        begins = line[0].left + 0.5 < starts[1] and _begins_item(line)
        if begins or not found:
            found.append([])
        found[-1].append(line)
    return found


def _begins_item(line: Sequence[Text]) -> bool:
    return len(line) > 1 and bool(_MARK.fullmatch(line[0].text))
