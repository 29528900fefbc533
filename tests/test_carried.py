"""Records that a page foot cut: the rest on the next page is joined to its beginning, and nothing else is."""

from __future__ import annotations

import pytest

from careerpaths.headings import find_headings
from careerpaths.model import Document, Reading, Row
from careerpaths.records import read_records
from careerpaths.vocabulary import VOCABULARY

HEADING = "Title | Code | Duties | Next role"


def reading(*pages: tuple[str, ...]) -> Reading:
    """What is read out of pages of rows, written with a bar between two cells; a row without one stands outside."""
    rows: list[Row] = []
    for page, written in enumerate(pages, 1):
        for row in written:
            cells = tuple(cell.strip() for cell in row.split("|"))
            rows.append(Row(cells=cells, line=len(rows) + 1, page=page))
    table = Document(name="a.pdf", kind="pdf", rows=tuple(rows))
    headings = find_headings(table.rows, vocabulary=VOCABULARY)
    assert headings is not None
    return read_records(table, headings)


def roles(read: Reading) -> list[tuple[str, ...]]:
    """What the roles state, in the order of the columns."""
    return [tuple(entry.text for entry in one.columns[0].entries) for one in read.standards]


COOK, CHEF = "Cook | K1 | Peels | Chef", "Chef | K2 | Cooks | Head of Kitchen"
HEAD = "Head of Kitchen | K3 | Runs it | Head of Catering"


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        pytest.param(
            "Baker | K4 | Bakes bread | Chef", "| | and cakes |", ("Baker", "K4", "Bakes bread and cakes", "Chef"),
            id="a long text",
        ),
        pytest.param(
            "Baker | K4 | Bakes in- | Chef", "| | house bread |", ("Baker", "K4", "Bakes in-house bread", "Chef"),
            id="a hyphen",
        ),
        pytest.param(
            "Sous | K4 | Aids | Head of", "Chef | | all | Kitchen", ("Sous Chef", "K4", "Aids all", "Head of Kitchen"),
            id="a next role in two pieces",
        ),
        pytest.param(
            "Pastry | K4 | Bakes | Chef", "Baker | | cakes |", ("Pastry Baker", "K4", "Bakes cakes", "Chef"),
            id="a title without a code of its own",
        ),
        pytest.param(
            "Baker of pies | K4 | Bakes | Chef", "and cakes | | |", ("Baker of pies and cakes", "K4", "Bakes", "Chef"),
            id="a title that goes on in small letters",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("again", [(), (HEADING,), ("Page 2", HEADING)], ids=["", "heading", "head and heading"])
def test_the_rest_of_a_record_on_the_next_page(
    above: str, below: str, whole: tuple[str, ...], again: tuple[str, ...]
) -> None:
    """Whether the heading and running heads stand between them or not."""
    read = reading((HEADING, COOK, CHEF, HEAD, above), (*again, below, "Porter | K5 | Carries | Cook"))
    assert roles(read)[3:] == [whole, ("Porter", "K5", "Carries", "Cook")]


def test_a_record_on_three_pages() -> None:
    """Each page may hold nothing but a part of it."""
    read = reading((HEADING, COOK, CHEF, "Baker | K4 | one | Chef"), ("| | two |",), ("| | three |", HEAD))
    assert ("Baker", "K4", "one two three", "Chef") in roles(read)


def test_the_cells_of_a_rest_are_used() -> None:
    """As those of the beginning are."""
    read = reading((HEADING, COOK, CHEF, HEAD), ("| | with care |",))
    assert [(cell, fate) for line, cell, fate in read.fates if line == 5 and fate != "blank"] == [(3, "used")]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param("Porter | K5 | Carries | Cook", id="a record"),
        pytest.param("Chef | | Cooks | Head of Kitchen", id="a title that another role leads to"),
        pytest.param("Bakery | | |", id="a heading between roles"),
    ],
)
def test_a_row_of_its_own_at_the_top_of_a_page(first: str) -> None:
    """It does not go on with the record above, which is as it stands."""
    read = reading((HEADING, COOK, HEAD, "Baker | K4 | Bakes | Chef"), (first, "Porter | K6 | Carries | Cook"))
    assert ("Baker", "K4", "Bakes", "Chef") in roles(read)


def test_more_next_roles_of_a_role_at_the_top_of_a_page() -> None:
    """Where rows without a title say further next roles, one at the top of a page does too."""
    read = reading(
        (HEADING, COOK, "| | | Baker", "Baker | K4 | Bakes | Chef"), ("| | | Head of Kitchen", CHEF, HEAD)
    )  # fmt: skip
    assert ("Baker", "K4", "Bakes", "Chef", "Head of Kitchen") in roles(read)


def test_a_table_of_codes_some_of_which_are_missing() -> None:
    """A title without a code is one of its own where others have none either."""
    read = reading((HEADING, COOK, "Porter | | Carries | Cook", CHEF), ("Sous Chef | | Helps | Chef",))
    assert [one[0] for one in roles(read)] == ["Cook", "Porter", "Chef", "Sous Chef"]
