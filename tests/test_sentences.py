"""Sentences in career paths: what is one, what denies or sets a condition, and which known titles one names."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.sentences import is_hedged, is_sentence, named_in, points_elsewhere
from careerpaths.titles import title_key

TITLES = ("Analyst 2", "Analyst 3", "IT Director", "Clinical Imaging IT Spec 3")
KNOWN = frozenset(map(title_key, TITLES))
CODES = frozenset({"8797", "0012", "77-1.00", "12"})


@pytest.mark.parametrize(
    "text",
    [
        "May progress to Analyst 3",
        "Employees can also move to Analyst 3",
        "Typically Analyst 3",
        "Promoted to Analyst 3",
        "Eligible for Analyst 3",
        "Leads to Analyst 3",
        "Progression to Analyst 3",
        "No further progression",
        "Next level",
        "the next higher grade",
        "Director if a post is open",
        "Director, subject to approval",
        "May supervise Analyst 3 and report to IT Director",
        "May stand in for Analyst 3",
        "Supervises Analyst 3",
        "Reports to IT Director",
        "from Kitchen Hand to Pastry Lead",
    ],
)
def test_a_sentence(text: str) -> None:
    """A modal with a verb that people move with, or words that no title has."""
    assert is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Analyst 3",
        "Will Call Clerk 3",
        "May Day Coordinator",
        "No. 2 Operator",
        "No",
        "Level 2 Lead",
        "Assistant to the Dean",
        "Reports Analyst 3",
        "",
    ],
)
def test_a_title_is_no_sentence(text: str) -> None:
    """Words of sentences that stand in titles."""
    assert not is_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        *("see HR", "contact HR", "Ask your manager", "Refer to HR policy", "see note 1", "Apply online", "Click here"),
        *("as agreed with line manager", "By arrangement", "To be agreed", "Various", "Multiple", "any", "any Chef"),
        *("All supervisory roles", "other roles", "Higher grade post", "Various, see intranet", "tell your team"),
        *("All staff", "staff@example.org", "www.example.org/jobs", "Depends on budget"),
    ],
)
def test_what_leads_elsewhere(text: str) -> None:
    """It says where to look or whom to ask, or speaks of many roles at once."""
    assert points_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Contact Centre Agent",
            "Visit Coordinator",
            "Call Taker",
            "Apply Lead",
            "Multiple Drum Sander",
            "Seed Analyst",
        ),
        *("All Source Analyst", "Application Developer", "Open Space Officer", "Chief of Staff", "Head of Job Grades"),
        *("Other Trades Helper", "Related Services Aide", "Higher Education Officer", "Employee Relations Lead", ""),
    ],
)
def test_a_title_leads_nowhere_else(text: str) -> None:
    """Words that lead elsewhere, in titles."""
    assert not points_elsewhere(text)


@pytest.mark.parametrize(
    "text",
    [
        "May not progress to Analyst 3",
        "Can't move to Analyst 3",
        "Won\u2019t be promoted to Analyst 3",
        "Isn't eligible for Analyst 3",
        "cannot become Analyst 3",
        "May progress to Analyst 3 if open",
        "May progress to Analyst 3 unless closed",
        "May progress to Analyst 3 once certified",
        "May progress to Analyst 3 after 2 years",
        "May progress to Analyst 3 with 2 years of experience",
        "May progress to Analyst 3, subject to approval",
        "May progress to Analyst 3 (vacancy permitting)",
        "May progress to Analyst 3 but rarely",
        "Promotion to Analyst 3 requires a degree",
        "May report to Analyst 3",
        "May progress to the next level, such as Analyst 3",
        "Rather than Analyst 3, may move to IT Director",
        "May supervise Analyst 3",
        "May become supervisor of Analyst 3",
        "May be lead for Analyst 3",
        "Supervises Analyst 2 and manages Analyst 3",
    ],
)
def test_what_denies_or_sets_a_condition(text: str) -> None:
    """Negations in every form, conditions, and steps that are not named."""
    assert is_hedged(text)


@pytest.mark.parametrize(
    "text",
    ["May progress to Analyst 3", "May become Manager of Labs 3", "May become Analyst 3 or IT Director", "Notary 3"],
)
def test_what_says_it_plainly(text: str) -> None:
    """No hedge stands in it."""
    assert not is_hedged(text)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("May progress to Analyst 3", [("Analyst 3", None)]),
        ("May progress to Analyst III.", [("Analyst III", None)]),
        ("May progress to anl 3", []),
        ("May progress to Anl 3", [("Anl 3", None)]),
        ("May become Analyst 2 or Analyst 3", [("Analyst 2", None), ("Analyst 3", None)]),
        ("Analyst 3 may be considered", [("Analyst 3", None)]),
        ("May move to IT Director; see HR", [("IT Director", None)]),
        ("MAY PROGRESS TO ANALYST 3", [("ANALYST 3", None)]),
        ("May become HR Analyst 3", []),
        ("Senior Analyst 3 may be considered", []),
        ("May become Analyst 3 Lead", []),
        ("May become IT Director 2", []),
        ("May become IT Director Or Analyst 3", [("IT Director", None), ("Analyst 3", None)]),
        ("May progress to 8797", [("", "8797")]),
        ("May progress to 77-1.00.", [("", "77-1.00")]),
        ("May progress to 12", []),
        ("May progress to Analyst 3 (8797)", [("Analyst 3", "8797")]),
        ("May progress to Analyst 3 8797", [("Analyst 3", "8797")]),
        ("May progress to Analyst 3, 8797 or 0012", [("Analyst 3", None), ("", "8797"), ("", "0012")]),
        ("May progress to 8797 or Analyst 3", [("", "8797"), ("Analyst 3", None)]),
        ("May progress to Clerk 7", []),
        ("May be promoted to the position of Analyst 3", [("Analyst 3", None)]),
        ("May move laterally to IT Director", [("IT Director", None)]),
        ("Eligible for Analyst 3, later IT Director", [("Analyst 3", None), ("IT Director", None)]),
        ("Analyst 2, or may progress to Analyst 3", [("Analyst 2", None), ("Analyst 3", None)]),
        ("MAY BECOME SUPERVISOR OF ANALYST 3", []),
        ("May lead Analyst 3", []),
        ("May supervise Analyst 3 and report to IT Director", []),
        ("May move to IT Director and works beside Analyst 3", []),
        ("Analyst 2 may be promoted to Analyst 3", []),
        ("Works with 8797", []),
        ("", []),
    ],
)
def test_what_a_sentence_names(text: str, named: list[tuple[str, str | None]]) -> None:
    """Known titles and codes only, whole ones, as it writes them; a code behind a title goes with it."""
    assert list(named_in(text, KNOWN, CODES)) == named


def test_many_titles_and_codes_take_no_square_of_time() -> None:
    """Ten times the cell takes hardly more than ten times as long."""
    took = []
    for count in (200, 2000):
        text = "May progress to " + ", ".join(["Analyst 3", "8797"] * count)
        began = time.process_time()
        assert len(named_in(text, KNOWN, CODES)) == 2 * count
        took.append(time.process_time() - began)
    assert took[1] < 40 * took[0]


WORDS = st.sampled_from(
    [
        "May",
        "progress",
        "to",
        "Analyst",
        "3",
        "2",
        "8797",
        "0012",
        "IT",
        "Director",
        "or",
        "Senior",
        ",",
        "(8797)",
        "HR",
        ".",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
def test_nothing_is_invented(text: str) -> None:
    """Every title and code named stands in the sentence, is known, and stands there in this order."""
    at = 0
    for title, code in named_in(text, KNOWN, CODES):
        assert not title or title_key(title) in KNOWN
        assert code is None or code in CODES
        for one in filter(None, (title, code)):
            assert one in text[at:]
            at = text.index(one, at) + len(one)
