"""What kind of move a step is, and whether it goes up."""

from __future__ import annotations

from typing import Any

import pytest

from careerpaths.model import Role
from careerpaths.moves import KINDS, judge, track_and_order

NOUNS = {"professional": "Spec", "supervisory": "Supv", "managerial": "Mgr", "operational": "Tech"}


def role(title: str = "Imaging Spec 2", **facts: Any) -> Role:
    """A defined professional of one function at the second level, with other facts where given."""
    known = {
        "defined": True,
        "job_function": "Imaging",
        "category": "Professional",
        "track": "professional",
        "level_order": 2,
    }
    return Role(id="", title=title, name=title, **{**known, **facts})


def named(title: str) -> Role:
    """A role that is only named."""
    return Role(id="", title=title, name=title, defined=False)


@pytest.mark.parametrize(
    ("level", "category", "expected"),
    [
        ("Entry", "Professional", ("professional", 1)),
        ("Intermediate", "Professional", ("professional", 2)),
        ("experienced", "Operational & Technical", ("operational", 3)),
        ("ADVANCED", "Operational and Technical", ("operational", 4)),
        (" Expert. ", "Professional", ("professional", 5)),
        ("Supervisor 1", "Supervisory", ("supervisory", 1)),
        ("Supv 2", "Supervisory", ("supervisory", 2)),
        ("Manager 3", "Managerial", ("managerial", 3)),
        ("Mgr IV", "Managerial", ("managerial", 4)),
        ("Manager 2", "Supervisory", ("managerial", 2)),
        ("Manager 2", None, ("managerial", 2)),
        ("Level 2", "Professional", ("professional", 2)),
        ("Level 2", None, (None, 2)),
        ("2", "Professional", ("professional", 2)),
        ("III", "Professional", ("professional", 3)),
        ("Band 7", "Professional", ("professional", 7)),
        ("P3", "Professional", ("professional", 3)),
        ("S2", "Supervisor", ("supervisory", 2)),
        ("M1", "Manager", ("managerial", 1)),
        ("Lead", "Professional", ("professional", None)),
        ("Entry", "Wizards", (None, 1)),
        (None, "Professional", ("professional", None)),
        ("Entry", None, (None, 1)),
        (None, None, (None, None)),
        ("", "", (None, None)),
    ],
)
def test_track_and_place(level: str | None, category: str | None, expected: tuple[str | None, int | None]) -> None:
    """A level that names a track says both; else the category says the track and the level the place."""
    assert track_and_order(level, category) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"level_order": 3}, ("promotion", "standard", "up")),
        ({"level_order": 5}, ("promotion", "standard", "up")),
        ({"level_order": 2}, ("lateral", "standard", "same")),
        ({"level_order": 1}, ("step-back", "standard", "down")),
        ({"level_order": None}, ("unknown", "standard", None)),
        ({"track": "supervisory", "level_order": 2}, ("change-of-track", "standard", None)),
        ({"track": "managerial", "level_order": 1}, ("change-of-track", "standard", None)),
        ({"track": "operational", "level_order": 3}, ("change-of-track", "standard", None)),
        ({"job_function": "Security", "level_order": 3}, ("cross-function", "standard", "up")),
        ({"job_function": "Security", "level_order": 2}, ("cross-function", "standard", "same")),
        ({"job_function": "Security", "level_order": 1}, ("cross-function", "standard", "down")),
        ({"job_function": "Security", "level_order": None}, ("cross-function", "standard", None)),
        ({"job_function": "Security", "track": "managerial"}, ("cross-function", "standard", None)),
        ({"job_function": None}, ("unknown", "standard", "same")),
        ({"job_function": "", "level_order": 3}, ("unknown", "standard", "up")),
        ({"job_function": " IMAGING."}, ("lateral", "standard", "same")),
        ({"track": None, "category": None, "level_order": 3}, ("unknown", "standard", None)),
    ],
)
def test_kinds_between_described_roles(facts: dict[str, Any], expected: tuple[str, str | None, str | None]) -> None:
    """The first that fits: function differs, track differs, level order; the direction only within one track."""
    assert judge(role(), role("Imaging Spec 3", **facts)) == expected


@pytest.mark.parametrize(
    ("category", "kind"),
    [("Wizards", "promotion"), ("wizards ", "promotion"), ("Witches", "unknown"), (None, "unknown")],
)
def test_an_unknown_category_is_a_track_of_its_own(category: str | None, kind: str) -> None:
    """Two roles of the same category can be compared though its words are not known."""
    start = role(category="Wizards", track=None)
    assert judge(start, role(category=category, track=None, level_order=3))[0] == kind


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ({}, "Imaging Spec 3", ("promotion", "title", "up")),
        ({}, "Imaging Specialist III", ("promotion", "title", "up")),
        ({}, "Imaging Spec 2", ("lateral", "title", "same")),
        ({}, "Imaging Spec 2 MD", ("lateral", "title", "same")),
        ({}, "Imaging Spec 1", ("step-back", "title", "down")),
        ({}, "Imaging Spec", ("unknown", None, None)),
        ({}, "Imaging Supv 2", ("change-of-track", "title", None)),
        ({}, "Imaging Manager 1", ("change-of-track", "title", None)),
        ({}, "Imaging Mgr", ("change-of-track", "title", None)),
        ({}, "Imaging Lead 3", ("unknown", None, None)),
        ({}, "Security Spec 3", ("unknown", None, None)),
        ({}, "Spec 3", ("unknown", None, None)),
        ({}, "3", ("unknown", None, None)),
        ({"title": "Imaging Mgr 1", "track": "managerial"}, "Imaging Mgr 2", ("promotion", "title", "up")),
        ({"title": "Imaging Supv 1", "track": "supervisory"}, "Imaging Mgr 1", ("change-of-track", "title", None)),
        ({"title": "Imaging Tech 3", "track": "operational"}, "Imaging Tech 2", ("step-back", "title", "down")),
        ({"track": None}, "Imaging Spec 3", ("unknown", None, None)),
        ({"track": None}, "Imaging Mgr 3", ("unknown", None, None)),
        ({"title": "Imaging Spec"}, "Imaging Spec 3", ("unknown", None, None)),
        ({"title": "Spec 2"}, "Spec 3", ("unknown", None, None)),
        ({"title": "2"}, "3", ("unknown", None, None)),
    ],
)
def test_kinds_to_a_role_that_is_only_named(
    start: dict[str, Any], end: str, expected: tuple[str, str | None, str | None]
) -> None:
    """Track and number come from the title where it has the stem of the role that names it, and the basis says so."""
    assert judge(role(**start), named(end)) == expected


def test_the_kinds_there_are() -> None:
    """Six, each once."""
    assert sorted(KINDS) == ["change-of-track", "cross-function", "lateral", "promotion", "step-back", "unknown"]
