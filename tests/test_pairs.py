"""Pairs of label and value: lines that go on, codes of next titles, and the order of several jobs."""

from __future__ import annotations

import pytest

from careerpaths.pairs import Draft, Pair, in_order, with_codes


def pair(kind: str | None, label: str, value: str, line: int) -> Pair:
    """A pair in two cells of one row."""
    return Pair(kind=kind, label=label, value=value, places=((line, 1), (line, 2)), cell=value)


def test_a_value_over_several_lines() -> None:
    """The rest of a line is joined, a paragraph stands in a line of its own; the cell is kept as it was read."""
    draft = Draft(pair("education", "Education", "In-", 1), [["In-"]], [["In-"]])
    draft.add((2, 1), "depth knowledge", is_paragraph=False)
    draft.add((3, 1), "- A degree", is_paragraph=True)
    made = draft.pair()
    assert (made.value, made.cell) == ("In-depth knowledge\nA degree", "In-depth knowledge\n- A degree")
    assert made.further == ((2, 1), (3, 1))


def test_what_ends_an_item_of_next_titles() -> None:
    """A comma is no part of a title; a duty is kept as it was written."""
    made = [Draft(pair(kind, "Label", "Baker; or", 1), [["Baker; or"]], [["Baker; or"]]) for kind in ("next", "duty")]
    assert [(one.pair().value, one.pair().cell) for one in made] == [("Baker", "Baker; or"), ("Baker; or", "Baker; or")]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ([("title", "Job Title", 1), ("job_code", "Job Code", 1), ("next", "Next", 2), ("job_code", "Code", 2)], 1),
        ([("title", "Job Title", 1), ("job_code", "Job Code", 1), ("next", "Next", 2), ("job_code", "Job code", 2)], 1),
        ([("title", "Job Title", 1), ("job_code", "Job Code", 1), ("next", "Next", 2), ("job_code", "Code", 3)], 1),
        ([("title", "Job Title", 1), ("job_code", "Job Code", 1), ("next", "Next", 2), ("job_code", "Job Code", 3)], 0),
        ([("title", "Job Title", 1), ("next", "Next", 2), ("job_code", "Job Code", 2)], 0),
        ([("title", "Job Title", 1), ("next", "Next", 2), ("job_code", "Code", 2)], 1),
        ([("title", "Job Title", 1), ("next", "N", 2), ("job_code", "Job code", 2), ("next", "M", 3)], 0),
        ([("title", "Job Title", 1), ("next", "Next", 2), ("next_code", "Next code", 3)], 1),
    ],
)
def test_whose_code_it_is(written: list[tuple[str, str, int]], expected: int) -> None:
    """A code beside a next title is that one's, unless it is the only one of the job; so is a bare one below it."""
    made = list(with_codes([pair(kind, label, "x", line) for kind, label, line in written]))
    assert sum(1 for one in made if one.kind == "next" and one.code) == expected


def test_the_header_stands_above_the_title() -> None:
    """Job by job, whatever the order in the document."""
    kinds = ["title", "job_code", "level", "job_function", "title", "level"]
    assert in_order([pair(kind, kind, "x", line) for line, kind in enumerate(kinds, 1)]) == [3, 2, 0, 1, 5, 4]
