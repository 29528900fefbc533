"""Labels with numbers before them, dashes or tabs behind them, several in a line: all with colons."""

from __future__ import annotations

import pytest

from careerpaths.labelling import with_colons
from careerpaths.model import Row
from careerpaths.vocabulary import VOCABULARY


def plain(*written: str) -> list[str]:
    """Rows written with a bar between two cells, as they are read."""
    rows = [Row(cells=tuple(row.split("|")), line=n) for n, row in enumerate(written, 1)]
    return ["|".join(row.cells) for row in with_colons(rows, vocabulary=VOCABULARY)]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("1. Job title: Cook", "2) Job code: 12"), ["Job title: Cook", "Job code: 12"]),
        (("1. Job title|Cook", "2. Unit|Bar", "3. Next role|Chef"), ["Job title|Cook", "Unit|Bar", "Next role|Chef"]),
        (("1.1 Job title", "Cook", "1.2 Job code", "12"), ["Job title", "Cook", "Job code", "12"]),
        (
            ("1. Job title: Cook", "2. Duties", "1. Cooks", "2. Cleans", "3. Plans", "3. Hours of work", "37"),
            ["Job title: Cook", "Duties", "1. Cooks", "2. Cleans", "3. Plans", "Hours of work:", "37"],
        ),
        (
            ("Job title \u2013 Cook", "Job code - 12", "Reads - and writes"),
            ["Job title: Cook", "Job code: 12", "Reads - and writes"],
        ),
        (("Job title: Cook Job code: 12, Next role: Chef",), ["Job title: Cook", "Job code: 12", "Next role: Chef"]),
        (
            ("Job title: Cook", "Duties", "1. Education: teaches"),
            ["Job title: Cook", "Duties", "1. Education: teaches"],
        ),
        (("Level - 3", "Code - 4"), ["Level - 3", "Code - 4"]),
        (("Summary: Plans the level: high",), ["Summary: Plans the level: high"]),
    ],
)
def test_labels_however_they_are_written(written: tuple[str, ...], expected: list[str]) -> None:
    """Where the title and something more are labelled so; lists of duties stay as they are."""
    assert plain(*written) == expected


def test_labels_before_tabs() -> None:
    """A text outside of tables says what stands between its tabs; an unknown label is one beside those known."""
    rows = [
        Row(cells=(" ".join(parts),), line=n, tabbed=parts)
        for n, parts in enumerate((("JOB TITLE", "Cook"), ("UNIT", "Bar"), ("LEVEL:", "3")), 1)
    ]
    assert [row.cells for row in with_colons(rows, vocabulary=VOCABULARY)] == [
        *(("JOB TITLE: Cook",), ("UNIT: Bar",), ("LEVEL: 3",)),
    ]
    assert [row.cells for row in with_colons(rows[1:], vocabulary=VOCABULARY)] == [("UNIT Bar",), ("LEVEL: 3",)]
