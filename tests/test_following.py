"""Whether a line below a label is part of its value, and how."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careerpaths.following import (
    BULLET,
    MARK,
    Line,
    Open,
    Stands,
    how_it_follows,
    is_foot,
    is_heading_of_more,
    is_outside,
    items_of,
)
from careerpaths.model import Listed
from careerpaths.wrapping import Width

WIDTH = Width(most=(40.0, 40.0), room=(46.0, 46.0))
FULL = "Plans the systems of two hospitals in it"


def opened(kind: str | None, last: str = "", *, marked: bool = False) -> Open:
    """A label with the line that came last."""
    return Open(
        kind=kind, text="Label", place=(1, 1), has_value=bool(last), first=last, whole=last, last=last, is_marked=marked
    )


@pytest.mark.parametrize(
    ("kind", "last", "text", "expected"),
    [
        ("custom_scope", "Plans the", "systems.", "line"),
        ("custom_scope", "Plans systems.", "Trains people.", "paragraph"),
        ("custom_scope", "Plans systems.", "Approved by HR", None),
        ("custom_scope", "Plans systems.", "- Trains people.", "paragraph"),
        ("education", "BA", "Five years of experience", "paragraph"),
        ("education", "a degree", "five years of experience", "paragraph"),
        ("education", "BA", "ACME - page 2 of 3", None),
        ("duty", "", "Plans systems", "item"),
        ("flsa", "", "Approved by HR", None),
        ("job_code", "", "010 123 4567", "item"),
        ("duty", "Plans systems", "Trains people", "item"),
        ("duty", "Plans systems of", "Trains", "line"),
        ("duty", "Plans systems", "and trains people", "line"),
        ("duty", "plans systems", "trains people", "item"),
        ("duty", "Plans systems", "Approves budgets", "item"),
        ("duty", "Plans systems.", "Washes Rice", "item"),
        ("duty", "Peels potatoes;", "Washes rice; and", "item"),
        ("duty", "Washes rice; and", "Cleans the kitchen.", "item"),
        ("duty", "Signs in", "Cleans rooms", "item"),
        ("duty", "Peels potatoes", "iPad charting", "item"),
        ("duty", "Answers calls", "Reviewed by peers weekly", "item"),
        ("duty", "Answers calls", "Reviewed by HR", None),
        ("duty", "Answers calls", "Contact with customers", "item"),
        ("duty", "Answers calls", "Contact hr@x.org", None),
        ("duty", "Answers calls", "Draft menus", "item"),
        ("duty", "Answers calls", "Draft", None),
        ("duty", "Answers calls", "electronic charting", "item"),
        ("duty", "Answers the calls of all the guests of", "the house", "line"),
        ("duty", "Answers the calls of all guests and visitors", "electronic ones too", "line"),
        ("education", "Trade school; or", "Two years of practice.", "paragraph"),
        ("job_summary", "Works under the head", "chef", "line"),
        ("career_path", "", "Analyst 2", "item"),
        ("career_path", "", "Approved by HR", None),
        ("career_path", "Analyst 2", "Manager 1", "item"),
        ("career_path", "Analyst", "2", "line"),
        ("career_path", "Analyst 2,", "Manager 1", "item"),
        ("career_path", "Senior Clinical Imaging Specialist 2,", "Manager 1", "line"),
        ("career_path", "Baker; or", "Chef", "item"),
        ("career_path", "Analyst 2", "(0102)", "line"),
        ("career_path", "Analyst 2", "Contact Centre Manager", "item"),
        ("career_path", "Analyst 2", "Page Layout Editor", "item"),
        ("career_path", "Analyst 2", "Signalling Engineer", "item"),
        ("career_path", "Analyst 2", "Foreman (2002)", "item"),
        ("career_path", "Analyst 2", "hr@x.org", None),
        ("career_path", "Analyst 2", "Prepared by the unit", None),
        ("career_path", "Vice President of", "Operations", "line"),
        ("career_path", "Demi Chef and", "Baker", "line"),
        ("career_path", "Senior Cook", "head baker", "item"),
        ("career_path", "Analyst 2", "ACME in 2023", None),
        ("education", "Degree", "Valid from 1 May 2024", None),
        ("education", "Degree", "Issue 3", None),
        ("duty", "Answers calls", "Issues permits since May 2020", "item"),
        ("career_path", "Analyst 2", "word " * 15, None),
        ("job_code", "0102", "Smith", None),
        ("job_code", "0102", "and so on", None),
        ("title", "Analyst", "2", "line"),
        (None, "Harbour", "Smith", None),
        (None, "Harbour", "and coast", "line"),
        (None, "Stands and walks for most of the day.", "Drives.", "paragraph"),
    ],
)
def test_lines_right_below(kind: str | None, last: str, text: str, expected: str | None) -> None:
    """A text goes on and has paragraphs, a list has items; a code or a name has one line."""
    assert how_it_follows(opened(kind, last), Line(text=text), None) == expected


@pytest.mark.parametrize(
    ("kind", "last", "stands", "expected"),
    [
        ("career_path", "Chef", "label", None),
        ("career_path", "", "label", None),
        ("career_path", "", "first", None),
        ("career_path", "", "across", None),
        ("career_path", "Chef", "outside", None),
        ("career_path", "", "outside", "item"),
        ("career_path", "Chef", "", "item"),
        ("duty", "", "label", None),
        ("duty", "", "first", "item"),
        ("duty", "Cooks.", "first", None),
        ("level", "", "first", None),
        (None, "", "first", None),
        ("duty", "Cooks.", "outside", None),
    ],
)
def test_below_a_label_of_a_form(kind: str | None, last: str, stands: Stands, expected: str | None) -> None:
    """Where labels stand is no value, blank or not; lists in a sheet may stand there, but for next titles."""
    label = replace(opened(kind, last), is_beside=True)
    assert how_it_follows(label, Line(text="Grade", stands=stands, is_whole=True), None) == expected


def test_a_heading_is_no_value() -> None:
    """But a title may be written as one."""
    heading = Line(text="Grade", is_headline=True)
    assert [how_it_follows(opened(kind), heading, None) for kind in ("career_path", "duty", "level")] == [None] * 3
    assert how_it_follows(opened("title"), heading, None) == "item"


@pytest.mark.parametrize(
    ("kind", "last", "marked", "text", "expected"),
    [
        ("duty", "Plans the systems", True, "Trains people", "line"),
        ("duty", "Plans the systems.", True, "Trains people", "item"),
        ("duty", "Plans the systems.", True, "Trains people.", "item"),
        ("career_path", "Analyst 2", True, "Somebody", None),
        ("career_path", "Analyst 2", True, "- Manager 1", "item"),
    ],
)
def test_lists_with_marks(kind: str, last: str, marked: bool, text: str, expected: str | None) -> None:  # noqa: FBT001
    """A line without a mark goes on with the item above, unless that has ended."""
    assert how_it_follows(opened(kind, last, marked=marked), Line(text=text), None) == expected


@pytest.mark.parametrize(
    ("kind", "last", "text", "looks", "expected"),
    [
        ("duty", FULL, "Imaging", None, "line"),
        ("duty", f"{FULL[:-1]}.", "Imaging", None, "item"),
        ("duty", "Plans systems", "Imaging", None, "item"),
        ("career_path", FULL, "Imaging 3", None, "item"),
        ("career_path", FULL, "Imaging 3, Nurse 2", None, "line"),
        ("job_code", "N1", "Imaging", None, None),
        ("job_code", FULL, "Imaging", None, "line"),
        ("education", FULL, "education.", "label", "line"),
        ("education", FULL, "level: any", "pair", "line"),
        ("education", FULL, "Level: any", "pair", None),
        ("education", FULL, "Approved by HR", None, None),
        ("education", FULL, "Department: IT", "named", None),
    ],
)
def test_lines_below_a_full_one(kind: str, last: str, text: str, looks: str | None, expected: str | None) -> None:
    """Where the width is known a full line goes on, but for the end of a sentence in a list and for a label."""
    assert how_it_follows(opened(kind, last), Line(text=text, looks=looks), WIDTH) == expected


def test_what_a_gap_parts() -> None:
    """Behind a gap a text has further paragraphs and a list of duties further items; titles end there."""
    apart = Line(text="Trains people", is_adjacent=False)
    ways = [how_it_follows(opened(kind, "Plans the"), apart, WIDTH) for kind in ("custom_scope", "duty", "career_path")]
    assert ways == ["paragraph", "item", None]


def test_the_foot_of_a_page() -> None:
    """The last line of a page is no title where it does not end as the titles above it, and its number no level."""
    assert how_it_follows(opened("career_path", "Analyst 2"), Line(text="ACME HR", is_foot=True), None) is None
    assert how_it_follows(opened("title", "Analyst"), Line(text="2", is_foot=True), None) is None


def test_another_part_begins() -> None:
    """Words like a heading behind a gap end a text where more stands below, but not where its items look the same."""
    heading = Line(text="Physical Demands", leads=True, is_adjacent=False)
    assert how_it_follows(opened("education", "Has a degree."), replace(heading, is_adjacent=True), None) == "paragraph"
    assert how_it_follows(opened("education", "Has a degree."), heading, None) is None
    assert how_it_follows(opened("education", "Bachelor Degree"), heading, None) == "paragraph"


def test_paragraphs_of_a_format_that_breaks_no_lines() -> None:
    """Each is whole: nothing goes on with the one above."""
    whole = Line(text="and trains people", is_whole=True)
    ways = [how_it_follows(opened(kind, "Plans the"), whole, WIDTH) for kind in ("custom_scope", "duty", "job_code")]
    assert ways == ["paragraph", "item", None]


@pytest.mark.parametrize(
    ("kind", "last", "named", "text", "expected"),
    [
        ("duty", "", False, "In the morning: peels potatoes", "item"),
        ("duty", "", False, "Daily: peels potatoes", "item"),
        ("duty", "", False, "Shift: Nights", None),
        ("duty", "Peels potatoes", False, "Shift: nights", None),
        ("duty", "Peels potatoes", False, "Reports on the work of the unit: weekly", "item"),
        ("duty", "In the morning: peels", True, "Lunch: serves", "item"),
        ("career_path", "", False, "In the unit: cook", None),
        ("job_code", "K1", False, "In the morning: nights", None),
    ],
)
def test_items_with_a_colon(kind: str, last: str, named: bool, text: str, expected: str | None) -> None:  # noqa: FBT001
    """What is too long for a label, says when, or has the form of the item above is an item of its list."""
    above = replace(opened(kind, last), is_named=named)
    assert how_it_follows(above, Line(text=text, looks="named"), None) == expected


def test_values_of_a_label_that_is_not_known() -> None:
    """Each line below it is a paragraph of its value."""
    section = replace(opened(None), is_section=True)
    assert how_it_follows(section, Line(text="communication"), None) == "item"
    assert how_it_follows(replace(section, has_value=True, last="x"), Line(text="teamwork"), None) == "paragraph"


@pytest.mark.parametrize(
    "text",
    [
        *("Approved by", "Approved by:", "Approved by J. Smith", "Prepared by: the unit", "Contact", "Contact: HR"),
        *("Contact us at hr@x.org", "Contact HR, 555-123-4567", "hr@x.org", "www.x.org", "Page 3 of 5", "page 2"),
        *("ACME - page 2 of 3", "Version 2.1", "Effective 1 May 2024", "Effective date: 2024-05-01", "Confidential"),
        *("CONFIDENTIAL - do not copy", "\u00a9 ACME", "Copyright 2024 ACME", "Last updated May 2024", "Approvals"),
        *("Revision history", "I have read this description", "ACME is an equal opportunity employer"),
    ],
)
def test_what_is_clearly_outside(text: str) -> None:
    """Approvals, contacts with an address, versions and dates, the foot of a page."""
    assert is_outside(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Contact Centre Manager", "Document Controller", "Page Layout Editor", "Review Officer", "Draft menus"),
        *("Signalling Engineer", "Reviewed by peers weekly", "Contact with customers", "Signed language interpreter"),
        *("Signs for deliveries", "Date stock", "Notetaker", "Authoring Specialist", "Copyright Officer"),
        *("Version Control Engineer", "Confidential Secretary", "Effective communication", "Approvals, travel"),
        *("Revises 2 plans", "Issues badges", "Foreman (2002)", "0102-0304-05", "00012345"),
    ],
)
def test_what_is_not_outside(text: str) -> None:
    """Titles and duties that begin with the same words."""
    assert not is_outside(text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (Line(text="Position profile", leads=True, is_adjacent=False), True),
        (Line(text="Position profile", leads=True), False),
        (Line(text="Position profile", is_adjacent=False), False),
        (Line(text="Approvals", leads=True, is_adjacent=False), False),
        (Line(text="a great place to work", leads=True, is_adjacent=False), False),
    ],
)
def test_headings_of_what_is_below_them(line: Line, *, expected: bool) -> None:
    """A few words behind a gap, with a text below."""
    assert is_heading_of_more(line) is expected


@pytest.mark.parametrize(
    "mark",
    [
        *("-", "*", "+", "o", "\u2022", "\u2023", "\u25a0", "\u2192", "\u27a2", "\u2713", "\u00a7", "\uf0b7"),
        *("1.", "12)", "(1)", "a)", "b.", "(c)", "iv.", "(ii)"),
    ],
)
def test_marks_of_items(mark: str) -> None:
    """Signs, numbers and letters, before an item or in a cell of their own."""
    assert BULLET.sub("", f"{mark} Chef") == "Chef"
    assert MARK.fullmatch(mark)


@pytest.mark.parametrize("text", ["A. Smith", "2 Chefs", "(0102) Chef", "on call", "ab) Chef"])
def test_what_is_no_mark(text: str) -> None:
    """Initials, codes and words."""
    assert not BULLET.match(text)


def test_the_foot_of_a_page_parts_nothing() -> None:
    """It is known by its number."""
    assert (is_foot("Page 3 of 5"), is_foot("ACME - page 2"), is_foot("Page Layout Editor")) == (True, True, False)


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        (Listed("Chef\nBaker"), ("Chef", "Baker")),
        (Listed("Chef"), ("Chef",)),
        ("\u2022 Chef\n\u2022 Baker", ("Chef", "Baker")),
        ("- Chef\n- Baker", ("Chef", "Baker")),
        ("1. Chef\n2) Baker", ("Chef", "Baker")),
        ("a) Chef\nb) Baker", ("Chef", "Baker")),
        ("\u2022 Pastry\n  Chef\n\u2022 Baker", ("Pastry Chef", "Baker")),
        ("\u2022 Chef \u2022 Baker", ("Chef", "Baker")),
        ("\u2022 Chef", ("Chef",)),
        ("- Chef", ("Chef",)),
        ("- Chef - Baker", ("Chef - Baker",)),
        ("1. FC Manager", ("1. FC Manager",)),
        ("Chef\nBaker", ("Chef\nBaker",)),
        ("Chef\n- Baker", ("Chef\n- Baker",)),
        ("Chef; Baker", ("Chef; Baker",)),
        ("-", ("-",)),
        ("", ("",)),
    ],
)
def test_the_items_of_a_list_in_a_cell(cell: str, items: tuple[str, ...]) -> None:
    """What the document marks as a list, or each item marks; what else parts texts is for whoever knows the titles."""
    assert items_of(cell) == items
