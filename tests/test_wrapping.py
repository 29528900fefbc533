"""Which lines of a text that was broken at its edge go on with the line above."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.wrapping import (
    Broken,
    begins_low,
    ends,
    find_width,
    is_full,
    is_open,
    is_tied,
    leans_on,
    seems_heading,
    surely_goes_on,
    without_end,
)

TEXT = (
    "Plans and runs the Imaging Systems of two hospitals, trains the people who use them, answers for the budget of "
    "the unit, and needs a good knowledge of Law and Purchasing as well"
)


def broken(lines: list[str]) -> list[Broken]:
    """Each line with the one below it."""
    return [Broken(whole=above, value=above, below=below) for above, below in pairwise(lines)]


def test_the_width_of_a_text_tells_which_lines_are_full() -> None:
    """A line is full where the first word below it had no room; a short one was ended by hand."""
    lines = broken(textwrap.wrap(TEXT, 48))
    width = find_width(lines, is_print=False)
    assert width is not None
    assert all(is_full(one, width) for one in lines)
    assert not is_full(Broken(whole="Trains people", value="Trains people", below="Writes"), width)
    assert not is_full(Broken(whole=TEXT, value=TEXT, below="Writes"), width)


@given(st.integers(45, 90), st.booleans(), st.booleans())
def test_every_line_broken_at_one_width_is_full(width: int, is_print: bool, is_labelled: bool) -> None:  # noqa: FBT001
    """Whatever the width of a page or a column, behind a label or not; a text in one line has none."""
    label = "Duties: " if is_labelled else ""
    first, *rest = broken(textwrap.wrap(label + TEXT, width))
    lines = [Broken(whole=first.whole, value=first.whole.removeprefix(label), below=first.below), *rest]
    found = find_width(lines, is_print=False)
    assert found is not None
    assert all(is_full(one, found) for one in lines)
    assert find_width([], is_print=is_print) is None


def test_values_aligned_behind_their_labels() -> None:
    """Then the label does not count, since it stands in a column of its own."""
    parts = textwrap.wrap(TEXT, 48)
    labels = ["Scope: ", "Key responsibilities: ", *[""] * len(parts)]
    lines = [
        Broken(whole=label + above, value=above, below=below)
        for label, (above, below) in zip(labels, pairwise(parts), strict=False)
    ]
    width = find_width(lines, is_print=False)
    assert width is not None
    assert all(is_full(one, width) for one in lines)


def test_items_of_a_list_have_no_width() -> None:
    """Lines of any length, each of them followed by one in lower case, were ended by hand."""
    lines = broken(
        ["Has a degree", "plans the systems of two hospitals and five clinics", "reads", "trains people", "x"]
    )
    assert find_width(lines, is_print=False) is None


@pytest.mark.parametrize(
    "lines",
    [
        ["Senior Cook", "Head Baker", "Contact", "hr@x.org"],
        ["Peels potatoes", "Washes rice", "Cleans the kitchen", "and the yard"],
        ["Cares for patients", "electronic charting", "Records"],
        textwrap.wrap(TEXT, 34),
    ],
)
@pytest.mark.parametrize("is_print", [False, True])
def test_no_page_is_so_narrow(lines: list[str], *, is_print: bool) -> None:
    """Short lines were ended by hand, whatever stands below them."""
    assert find_width(broken(lines), is_print=is_print) is None


def test_an_address_below_a_short_line() -> None:
    """What is not half full had room for a word, though not for one of any length."""
    width = find_width(broken(textwrap.wrap(TEXT, 60)), is_print=False)
    assert width is not None
    assert not is_full(Broken(whole="K1", value="K1", below=f"https://{'x' * 60}"), width)


def test_lines_below_the_first_may_be_indented() -> None:
    """Where only first lines tell the width, the others are full two characters before it."""
    first = Broken(whole=f"Summary: {'x' * 50}", value="x" * 50, below="goes on")
    width = find_width([first], is_print=False)
    assert width is not None
    assert is_full(Broken(whole="x" * 53, value="x" * 53, below="Then"), width)
    assert not is_full(Broken(whole="x" * 52, value="x" * 52, below="Then"), width)


@pytest.mark.parametrize(
    ("above", "below", "first", "expected"),
    [
        ("Plans the", "systems", "Plans the", True),
        ("plans systems", "trains people", "plans systems", False),
        ("a degree of", "Arts", "a degree of", True),
        ("in-", "depth", "in-", True),
        ("Analyst 2", "(0102)", "Analyst 2", True),
        ("Analyst 2", "Manager 1", "Analyst 2", False),
    ],
)
def test_words_that_tell_that_a_line_goes_on(above: str, below: str, first: str, *, expected: bool) -> None:
    """Lower case below a text that begins in capitals, a bracket, or a line that cannot end so."""
    assert surely_goes_on(above, below, first=first) is expected


@pytest.mark.parametrize(
    ("text", "above", "expected"),
    [
        ("Physical Demands", "BA", True),
        ("Physical demands", "Has a degree.", True),
        ("Physical demands", "Has a degree", False),
        ("Five years of experience", "Bachelor of Science", False),
        ("Lifts 20 kg", "Has a degree.", False),
        ("Contact:", "", True),
        ("One of the following degrees is needed:", "BA", False),
    ],
)
def test_what_seems_a_heading(text: str, above: str, *, expected: bool) -> None:
    """Few words without an end, in capitals or below a sentence; or a colon."""
    assert seems_heading(text, above=above) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("a degree of", True), ("food-", True), ("cooks and", True), ("cooks/", True)),
        *(("Signs in", False), ("Washes rice; and", False), ("Washes rice, or", False), ("Washes rice,", False)),
    ],
)
def test_short_lines_that_cannot_end_so(text: str, *, expected: bool) -> None:
    """A word that ends no item; "; and" ends the last but one of a list."""
    assert is_tied(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("(0102)", True), ("and chefs", True), ("& Co", True), ("(a) Washes", False), ("(2) Washes", False), ("A", False)],
)
def test_how_no_text_begins(text: str, *, expected: bool) -> None:
    """With a bracket, unless it is the mark of an item, or with "and"."""
    assert leans_on(text) is expected


@pytest.mark.parametrize("text", ["Demi Chef", "Demi Chef,", "Demi Chef;", "Demi Chef; and", "Demi Chef, or"])
def test_what_parts_an_item_from_the_next(text: str) -> None:
    """It is no part of the item."""
    assert without_end(text) == "Demi Chef"


def test_ends_and_beginnings() -> None:
    """Marks that end a sentence count behind quotation marks too; a comma leaves a text open where it is asked for."""
    assert (ends('He said "so."'), ends("Analyst 2")) == (True, False)
    assert (begins_low("systems"), begins_low("Systems"), begins_low("")) == (True, False, False)
    assert not any(begins_low(text) for text in ("iPad charting", "eHealth", "pH testing", "hr@x.org", "www.x.org"))
    assert (is_open("one,"), is_open("one,", comma=True)) == (False, True)
