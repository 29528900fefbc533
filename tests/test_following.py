"""Whether a line below a label is part of its value, and how."""

from __future__ import annotations

import pytest

from careerpaths.following import Line, Open, how_it_follows
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
        ("duty", "Plans systems", "Trains people", "item"),
        ("duty", "Plans systems of", "Trains", "line"),
        ("duty", "Plans systems", "and trains people", "line"),
        ("duty", "plans systems", "trains people", "item"),
        ("duty", "Plans systems", "Approves budgets", "item"),
        ("duty", "Plans systems.", "Travel:", None),
        ("career_path", "", "Analyst 2", "item"),
        ("career_path", "", "Approved by HR", None),
        ("career_path", "Analyst 2", "Manager 1", "item"),
        ("career_path", "Analyst", "2", "line"),
        ("career_path", "Analyst 2,", "Manager 1", "line"),
        ("career_path", "Analyst 2", "(0102)", "line"),
        ("career_path", "Analyst 2", "ACME in 2023", None),
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
    ("kind", "last", "marked", "text", "expected"),
    [
        ("duty", "Plans the systems", True, "Trains people", "line"),
        ("duty", "Plans the systems.", True, "Trains people", None),
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
        ("career_path", FULL, "Imaging 3", None, "line"),
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
    """Words like a heading end a text where more stands below them, but not where its items look the same."""
    heading = Line(text="Physical Demands", leads=True)
    assert how_it_follows(opened("education", "Has a degree."), heading, None) is None
    assert how_it_follows(opened("education", "Bachelor Degree"), heading, None) == "paragraph"
