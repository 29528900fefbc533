"""Overlays: what they add to roles, what they may not, and whom their records mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths import texts
from careerpaths.catalogue import merge
from careerpaths.grid import read_grid
from careerpaths.headings import find_headings
from careerpaths.model import Catalogue, Document, Reading, Role, Row
from careerpaths.overlays import overlay
from careerpaths.records import read_records
from careerpaths.vocabulary import ATTRIBUTES, VOCABULARY

STANDARD = (
    "Title | Code | Level | Function | FLSA | Education | Next role",
    "Anl 1 | 0012 | Entry | IT | Exempt | BA | Boss",
    "Anl 2 | 0013 | P2 | IT | | | ",
    "Supv 2 | | Supervisor 2 | IT | | |",
    "Mgr 1 | | M1 | IT | | |",
    "Mgr 1 | | M1 | HR | | |",
)


def table(*written: str, name: str = "o.csv") -> Reading:
    """A table written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    rows = tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1))
    headings = find_headings(rows, vocabulary=VOCABULARY, is_of_roles=True)
    assert headings is not None
    return read_records(Document(name=name, kind="csv", rows=rows), headings)


def overlaid(*overlays: Reading, aliases: dict[str, str] | None = None) -> Catalogue:
    """The catalogue of the standard with overlays."""
    return merge([table(*STANDARD, name="s.csv")], overlays=overlays, aliases=aliases)


def role(catalogue: Catalogue, name: str) -> Role:
    """The role that is shown under a name."""
    return next(one for one in catalogue.roles if one.name == name)


def said(catalogue: Catalogue, severity: str = "problem") -> list[str]:
    """The messages on overlays."""
    return [
        one.message
        for one in catalogue.problems
        if one.severity == severity and one.document != "s.csv" and "read as a" not in one.message
    ]


@pytest.mark.parametrize(
    "written",
    [
        ("Code | Grade", "0012 | 20"),
        ("Title | Grade", "Analyst I | 20"),
        ("Code | Title | Grade", "0012 | Anl 1 | 20"),
        ("Function | Title | Grade", "IT | Anl 1 | 20"),
        ("Function | Title | Grade", "Harbour | Anl 1 | 20"),
        ("No. | Title | Grade", "7 | Anl 1 | 20", "0012 | | 20"),
    ],
)
def test_whom_a_record_means(written: tuple[str, ...]) -> None:
    """By job code, then by title in its function, then by title alone."""
    assert role(overlaid(table(*written)), "Anl 1").extras[:1] == (("Grade", "20"),)


def test_what_an_overlay_adds_is_cited() -> None:
    """Every value keeps its source."""
    catalogue = overlaid(table("Code | Grade", "0012 | 20"))
    entry = texts(catalogue, role(catalogue, "Anl 1").id)[-1]
    assert (entry.text, entry.source.document, entry.source.row, entry.source.column) == ("20", "o.csv", "1", "Grade")


def test_an_overlay_fills_what_is_not_stated() -> None:
    """A job code, a level, overtime; also for a role that no standard defines, which stays undefined."""
    catalogue = overlaid(table("Title | Code | FLSA | Level", "Supv 2 | 6042 | E | S2", "Boss | 99 | E | M2"))
    assert (role(catalogue, "Supv 2").job_code, role(catalogue, "Supv 2").flsa) == ("6042", "E")
    boss = role(catalogue, "Boss")
    assert (boss.job_code, boss.level, boss.defined, boss.track) == ("99", "M2", False, None)
    assert said(catalogue) == []


def test_a_level_that_an_overlay_states_has_its_place() -> None:
    """Track and order follow from it."""
    catalogue = merge([table("Title | Code", "Chief | 5", name="s.csv")], overlays=[table("Code | Level", "5 | M2")])
    assert (role(catalogue, "Chief").track, role(catalogue, "Chief").level_order) == ("managerial", 2)


def test_other_words_are_no_conflict() -> None:
    """E and Exempt, P1 and Entry, S2 and Supervisor 2 are the same."""
    assert (
        said(overlaid(table("Title | Level | FLSA", "Anl 1 | P1 | E", "Supv 2 | S2 | ", "Anl 2 | Intermediate |")))
        == []
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (
            ("Code | FLSA", "0012 | NE"),
            'Anl 1: FLSA "NE" here, but the standard says "Exempt", which counts; correct one of the two',
        ),
        (
            ("Code | Level", "0012 | P2"),
            'Anl 1: Level "P2" here, but the standard says "Entry", which counts; correct one of the two',
        ),
        (
            ("Code | Education", "0012 | MA"),
            'Anl 1: Education "MA" here, but the standard says "BA", which counts; correct one of the two',
        ),
        (
            ("Code | Grade", "0012 | 20", "0012 | 21"),
            'Anl 1: Grade "21" here, but o.csv says "20", which counts; correct one of the two',
        ),
        (
            ("Title | FLSA", "Anl 2 | E", "Anl 2 | NE"),
            'Anl 2: FLSA "NE" here, but o.csv says "E", which counts; correct one of the two',
        ),
        (
            ("Title | Grade", "Mgr 1 | 5"),
            '"Mgr 1" may be each of 2 roles (Mgr 1 (IT), Mgr 1 (HR)): not taken; add code or function',
        ),
        (
            ("Code | Title | Grade", "0012 | Anl 2 | 5"),
            'the code 0012 is that of Anl 1, not of "Anl 2": not taken; correct one',
        ),
        (
            ("Code | Title | Grade", "0012 | Wizard | 5"),
            'the code is that of Anl 1, the title is "Wizard": the code counts; correct one',
        ),
    ],
)
def test_conflicts(written: tuple[str, ...], message: str) -> None:
    """What is stated counts, by the standard, then by the first overlay; the contradiction is one problem."""
    catalogue = overlaid(table(*written))
    assert said(catalogue) == [message]
    assert (role(catalogue, "Anl 1").flsa, role(catalogue, "Anl 1").level) == ("Exempt", "Entry")


def test_what_agrees_is_added_once() -> None:
    """The same requirement or the same value again adds nothing and is no problem."""
    catalogue = overlaid(
        table("Code | Education | Grade", "0012 | ba | 20"), table("Code | Grade", "0012 | 20", name="p")
    )
    assert role(catalogue, "Anl 1").extras == (("Grade", "20"),)
    assert said(catalogue) == []


def test_spellings_become_aliases() -> None:
    """Another spelling of the title is an alias, once; another title under the code is none."""
    catalogue = overlaid(table("Code | Title", "0012 | Analyst I", "0012 | Analyst I", "0013 | Wizard"))
    assert role(catalogue, "Anl 1").aliases == ("Analyst I",)
    assert role(catalogue, "Anl 2").aliases == ()


def test_placeholders_say_nothing() -> None:
    """N/A is no value."""
    assert role(overlaid(table("Title | Code | Grade", "Anl 2 | N/A | TBD")), "Anl 2").extras == ()


def test_what_names_no_role_is_one_note() -> None:
    """An overlay may know more than is loaded, and defines nothing."""
    catalogue = overlaid(table("Code | Grade", "0012 | 20", "12 | 21", "99 | 22"))
    (note,) = said(catalogue, "note")
    assert note == (
        '2 of 3 records name no role loaded here: "12", "99"; zeros before the code seem lost ("12" would be 0012):'
        " keep the column as text"
    )
    assert len(catalogue.roles) == len(overlaid().roles)


def test_an_overlay_of_which_no_record_names_a_role() -> None:
    """Nobody means that: a problem, with the code that would be known."""
    catalogue = overlaid(table("Code | Grade", "12 | 20", "13 | 21"))
    assert said(catalogue, "note") == []
    (problem,) = said(catalogue)
    assert problem == (
        '2 of 2 records name no role loaded here: "12", "13"; zeros before the code seem lost ("12" would be 0012,'
        ' "13" would be 0013): keep the column as text; nothing added: compare codes and titles with those of the'
        " standards"
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (("Job code | Grade | Education 1", "0012 | 5 | PhD"), 'Education 1 "PhD" here, but the standard says "BA"'),
        (("Job code | Grade | Education", "0012 | 5 | PhD"), 'Education "PhD" here, but the standard says "BA"'),
        (("Job code | Grade | Shift", "0012 | 5 | night"), 'Shift "night" here, but the standard says "day"'),
        (
            ("Job code | Grade | Key Resp 01", "0012 | 5 | Sells."),
            'Key Resp 01 "Sells." here, but the standard says "Loads."',
        ),
        (
            ("Job code | Grade | Job Summary", "0012 | 5 | Other"),
            'Job Summary "Other" here, but the standard says "Runs things"',
        ),
        (("Job code | Grade | Education 2", "0012 | 5 | Two years"), None),
        (("Job code | Grade | Education 1", "0012 | 5 | ba"), None),
        (("Job code | Grade | License 1", "0012 | 5 | Driver"), None),
    ],
)
def test_texts_of_the_standard_count(written: tuple[str, ...], message: str | None) -> None:
    """Whatever the body of a standard states is not stated twice: the standard counts, the contradiction is said."""
    lines = ("Job Level,Entry", "Job Summary,Runs things", "Job Title,Anl 1", "Job Code,0012", "Education 1,BA")
    rows = [
        Row(cells=tuple(one.split(",")), line=n) for n, one in enumerate((*lines, "Shift,day", "Key Resp 01,Loads."))
    ]
    read = read_grid(Document(name="s.csv", kind="csv", rows=tuple(rows)))
    standard = Reading(document="s.csv", kind="csv", standards=read.standards, problems=(), fates=())
    catalogue = merge([standard], overlays=[table(*written)])
    told = [f"Anl 1: {message}, which counts; correct one of the two"] if message else []
    assert said(catalogue) == told
    extras = role(catalogue, "Anl 1").extras
    assert extras[0] == ("Shift", "day")
    assert len(extras) == (2 if message or written[1].endswith("ba") else 3)


def test_a_code_of_one_overlay_serves_another() -> None:
    """In whichever order they come."""
    codes, grades = table("Title | Code", "Supv 2 | 6042"), table("Code | Grade", "6042 | 24", name="g.csv")
    for overlays in ((codes, grades), (grades, codes)):
        assert role(overlaid(*overlays), "Supv 2").extras == (("Grade", "24"),)


def test_a_title_in_the_column_of_codes() -> None:
    """It finds its role and becomes no job code."""
    found = role(overlaid(table("Code | Grade", "Supv 2 | 24", "0012 | 20")), "Supv 2")
    assert (found.extras, found.job_code) == ((("Grade", "24"),), None)


def test_an_overlay_adds_no_moves() -> None:
    """Next roles in it are one note."""
    catalogue = overlaid(table("Code | Next role | Grade", "0012 | Mgr 1 | 5", "0013 | Mgr 1 | 6"))
    assert said(catalogue, "note") == [
        "2 cells name next roles: not taken; an overlay adds no moves, give the file as data"
    ]
    assert len(catalogue.moves) == len(overlaid().moves)


def test_an_overlay_that_is_no_table() -> None:
    """Somebody named it, so that it is a problem."""
    empty = Reading(document="o.csv", kind="csv", standards=(), problems=(), fates=(), content="nothing")
    assert said(overlaid(empty)) == [
        "nothing added: an overlay is a table with a column for job codes or titles, and others beside it"
    ]
    grades = table("Code | Grade", "0012 | 20")
    assert said(overlaid(empty, grades)) == []


def test_two_roles_of_one_code() -> None:
    """The title decides between them; without one neither is meant."""
    known = table("Title | Code", "Anl 1 | 5", "Boss | 5", name="s.csv")
    one = merge([known], overlays=[table("Code | Title | Grade", "5 | Boss | 9")])
    assert [found.extras for found in one.roles if found.title == "Boss"] == [(("Grade", "9"),)]
    other = merge([known], overlays=[table("Code | Grade", "5 | 9")])
    assert all(not found.extras for found in other.roles)
    assert "may be each of 2 roles" in said(other)[0]


def test_aliases_of_the_configuration() -> None:
    """They stand for a title or code that one role has; else they are problems that name their key."""
    catalogue = overlaid(
        table("Title | Grade", "Chief | 5"), aliases={"Chief": "0012", "X": "Nothing", "Y": "Mgr 1", "Z": "Boss"}
    )
    assert role(catalogue, "Anl 1").aliases == ("Chief",)
    assert role(catalogue, "Anl 1").extras == (("Grade", "5"),)
    assert role(catalogue, "Boss").aliases == ("Z",)
    told = [(one.place, one.message) for one in catalogue.problems if one.document == "careerpaths.toml"]
    assert told == [
        ("key aliases.X", 'no role has the title or code "Nothing": correct it or leave it out'),
        ("key aliases.Y", '2 roles have the title or code "Mgr 1": correct it or leave it out'),
    ]


VALUES = st.sampled_from(
    ["", "N/A", "Entry", "P2", "S2", "E", "NE", "IT", "0012", "0013", "99", "Anl 1", "Supv 2", "Boss"]
)


@given(st.lists(st.tuples(VALUES, VALUES, VALUES, VALUES, VALUES, VALUES), min_size=1, max_size=6))
def test_an_overlay_never_changes_a_stated_value(records: list[tuple[str, ...]]) -> None:
    """Whatever it holds: same roles, same ids, same moves; what is stated stays, what is added stands in it."""
    before = overlaid()
    lines = ["Title | Code | Level | FLSA | Function | Grade", *(" | ".join(record) for record in records)]
    after = overlaid(table(*lines)) if any(map(any, records)) and find(lines) else before
    assert [one.id for one in after.roles] == [one.id for one in before.roles]
    assert after.moves == before.moves
    for old in before.roles:
        new = next(one for one in after.roles if one.id == old.id)
        assert (new.title, new.defined, new.documents) == (old.title, old.defined, old.documents)
        for kind in ("level", "category", "job_function", "job_family", *ATTRIBUTES):
            stated = getattr(old, kind)
            assert getattr(new, kind) in (
                (stated,) if stated else (None, *(one.text for one in after.added.get(new.id, ())))
            )


def find(lines: list[str]) -> bool:
    """Whether lines have a heading and records."""
    rows = tuple(Row(cells=tuple(one.strip() for one in line.split("|")), line=n) for n, line in enumerate(lines, 1))
    return find_headings(rows, vocabulary=VOCABULARY) is not None


def test_no_overlays() -> None:
    """Roles stay as they are."""
    roles = overlaid().roles
    assert overlay(roles, []).roles == roles
