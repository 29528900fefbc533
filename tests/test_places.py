"""Places that a plan cites: each once, in the order of citing; whole columns and records apart from cells."""

from __future__ import annotations

from typing import Any

import pytest

from careerpaths.queries.places import label_of, places, whole_of


def source(row: str | None, column: str | None, *, line: int = 1, document: str = "x.txt") -> dict[str, Any]:
    """Where something stands."""
    place = {"document": document, "sheet": None, "page": None, "line": line}
    return {**place, "row": row, "column": column, "text": "text"}


@pytest.mark.parametrize(
    ("row", "column", "whole", "label"),
    [
        ("FLSA", "Entry", (None, "Entry"), "FLSA"),
        ("12", "FLSA status", ("12", None), "FLSA status"),
        ("12", None, ("12", None), "12"),
        ("Duty 1", None, (None, None), "Duty 1"),
        (None, None, (None, None), ""),
    ],
)
def test_what_states_a_role(
    row: str | None, column: str | None, whole: tuple[str | None, str | None], label: str
) -> None:
    """A column of a standard, a record of a table (whose rows are numbers), or a document of one role."""
    assert whole_of(source(row, column)) == whole
    assert label_of(source(row, column)) == label


def test_numbers_follow_the_order_of_citing() -> None:
    """A place that is cited again keeps its number and what was said of it first."""
    one, other = source("FLSA", "Entry"), source("FLSA", "Lead")
    found = places([(one, "first", False), (other, "whole", True), (one, "again", False)])
    assert [(place.number, place.row, place.column, place.text) for place in found.listed] == [
        (1, "FLSA", "Entry", "first"),
        (2, None, "Lead", "whole"),
    ]
    assert (found.cells([one]), found.wholes([one, other])) == ("[1]", "[2]")
    assert found.cells([other]) == found.cells([]) == ""


def test_two_standards_of_one_document_are_told_apart() -> None:
    """Though their rows and columns have the same names: their cells stand in other lines, and state other roles."""
    one, other, more = (source("Duty", "Entry", line=line) for line in (1, 9, 10))
    found = places([(one, "of a", True), (other, "of b", True), (more, "of b", True), (one, "x", False)])
    assert [found.wholes([each]) for each in (one, other, more)] == ["[1]", "[2]", "[2]"]
    assert found.wholes([one, other, more]) == "[1, 2]"
    assert (found.cells([one]), found.cells([other])) == ("[3]", "")


def test_places_are_listed_by_document() -> None:
    """In the order in which the documents are cited; numbers go on."""
    cited = [source("1", None, document="b"), source(None, None, document="a"), source("2", "x", document="b")]
    found = places((one, "", False) for one in cited)
    assert [(name, [one.number for one in listed]) for name, listed in found.by_document] == [("b", [1, 3]), ("a", [2])]
    assert [one.is_record for one in found.listed] == [True, False, False]
