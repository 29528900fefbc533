"""Tables of records: a role for each row, or a move for each row; what becomes of every cell."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.catalogue import merge
from careerpaths.headings import find_headings
from careerpaths.model import COVERED, Document, Entry, Listed, Reading, Row
from careerpaths.records import read_records
from careerpaths.vocabulary import VOCABULARY


def document(*written: str) -> Document:
    """A table written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    return Document(name="a.csv", kind="csv", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1)))


def reading(*written: str) -> Reading:
    """What is read out of a table that has a heading."""
    table = document(*written)
    headings = find_headings(table.rows, vocabulary=VOCABULARY)
    assert headings is not None
    return read_records(table, headings)


def moves(*written: str) -> list[tuple[str, str]]:
    """The moves of a table, as names."""
    catalogue = merge([reading(*written)])
    names = {role.id: role.name for role in catalogue.roles}
    return sorted((names[move.start], names[move.end]) for move in catalogue.moves)


def titles(read: Reading) -> list[str]:
    """The roles that a reading defines."""
    return [standard.columns[0].title.text for standard in read.standards]


def facts(entries: tuple[Entry, ...]) -> list[tuple[str | None, str]]:
    """What is stated, with its kind."""
    return [(entry.kind, entry.text) for entry in entries]


def fates(read: Reading, fate: str) -> list[tuple[int, int]]:
    """The cells that a fate befell."""
    return [(line, cell) for line, cell, one in read.fates if one == fate]


def said(read: Reading, severity: str = "problem") -> list[str]:
    """The messages of a reading."""
    return [problem.message for problem in read.problems if problem.severity == severity]


def test_a_role_table() -> None:
    """Each row is a role: what it states, with the next roles that it names; codes are texts."""
    read = reading("Title | Code | Level | Function | Next role", "Anl 1 | 0012 | Entry | IT | Anl 2")
    (standard,) = read.standards
    (column,) = standard.columns
    assert read.content == "role table"
    assert standard.states_moves
    assert facts(standard.header) == [("job_function", "IT")]
    assert column.level is not None
    assert (column.level.text, column.title.text) == ("Entry", "Anl 1")
    assert facts(column.entries) == [("title", "Anl 1"), ("job_code", "0012"), ("career_path", "Anl 2")]


def test_the_source_of_a_cell() -> None:
    """It is cited by the number of the record and the heading of the column."""
    read = reading("Title | Next role", "Anl 1 | Anl 2", "Anl 2 | Anl 3")
    source = read.standards[1].columns[0].entries[1].source
    assert (source.document, source.row, source.column, source.text, source.line) == (
        "a.csv",
        "2",
        "Next role",
        "Anl 3",
        3,
    )


def test_a_move_list() -> None:
    """Each row is a move: the first role is defined, one that is only named as a target is not."""
    table = ("From | To", "Anl 1 | Anl 2", "Anl 2 | Mgr 1")
    assert reading(*table).content == "move list"
    assert titles(reading(*table)) == ["Anl 1", "Anl 2"]
    assert moves(*table) == [("Anl 1", "Anl 2"), ("Anl 2", "Mgr 1")]


def test_a_list_without_next_roles_states_no_moves() -> None:
    """A list of titles has no place for moves; a blank one has."""
    assert not reading("Title | Code", "Anl 1 | 0012").standards[0].states_moves
    assert reading("Title | Next role", "Anl 1 | ", "Anl 2 | ").standards[0].states_moves


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Title | Next 1 | Next 2", "Anl 1 | Anl 2 | Mgr 1"), [("Anl 1", "Anl 2"), ("Anl 1", "Mgr 1")]),
        (("Title | Next role", "Anl 1 | Anl 2", " | Mgr 1"), [("Anl 1", "Anl 2"), ("Anl 1", "Mgr 1")]),
        (("Title | Promoted from", "Anl 2 | Anl 1", "Anl 1 | "), [("Anl 1", "Anl 2")]),
        (("Title | Reports to", "Anl 2 | Mgr 1"), []),
        (("Job code | Next job code", "0012 | 0013", "0013 | "), [("0012", "0013")]),
        (("Title | Code | Next code", "Anl 1 | 0012 | 0013", "Anl 2 | 0013 | "), [("Anl 1", "Anl 2")]),
        (("Title | Code | Next | Next code", "Anl 1 | 1 | Anl 2 | 2", "Anl 2 | 2 | |"), [("Anl 1", "Anl 2")]),
        (("Title | Code | Next | Next code", "Anl 1 | 1 | Anl 2 | 3", "Anl 2 | 2 | | ", "B | 3 | |"), []),
        (
            ("Title | Next 1 | Next 2 | Next 1 code | Next 2 code", "Anl 1 | Anl 2 | | 13 | 14"),
            [("Anl 1", "14"), ("Anl 1", "Anl 2")],
        ),
        (("Title | Next role", "Anl 1 | N/A"), []),
        (("Title | Next role", "Anl 1 | Anl 1"), []),
    ],
)
def test_moves_of_tables(written: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
    """A target is a title, a code, or both where they agree; a record may go on in rows without a title."""
    assert moves(*written) == expected


def test_every_row_that_states_a_move_is_cited() -> None:
    """A move that stands twice is one, with two sources."""
    (move,) = merge([reading("From | To", "Anl 1 | Anl 2", "Anl 1 | Anl 2")]).moves
    assert [source.line for source in move.sources] == [2, 3]


def test_records_of_one_role_are_one() -> None:
    """Rows that say the same of a role are one standard; where they differ they are kept apart, and it is told."""
    assert titles(reading("Title | Code | Next", "Anl 1 | 12 | A 2", "anl 1 | 12 | B 2")) == ["Anl 1"]
    read = reading("Title | Code | Level", "Anl 1 | 12 | Entry", "Anl 1 | 12 | Expert")
    assert titles(read) == ["Anl 1", "Anl 1"]
    assert any("defined twice" in problem.message for problem in merge([read]).problems)


def test_a_code_stands_for_a_missing_title() -> None:
    """A row with a code alone is a role under its code, whatever else the table has."""
    assert titles(reading("Title | Code", "Anl 1 | 0012", " | 0013", "TBD | 0014")) == ["Anl 1", "0013", "0014"]


@pytest.mark.parametrize(
    ("heading", "code"),
    [("No. | Title", None), ("No. | Title | Job code", "0012")],
)
def test_a_column_that_counts_rows_is_no_code(heading: str, code: str | None) -> None:
    """1, 2, 3 below "No." number the rows."""
    read = reading(heading, "1 | Anl 1 | 0012", "2 | Anl 2 | 0013")
    assert next((one.text for one in read.standards[0].columns[0].entries if one.kind == "job_code"), None) == code


def test_one_number_is_a_code() -> None:
    """A single row shows no counting."""
    assert ("job_code", "1") in facts(reading("No. | Title", "1 | Anl 1").standards[0].columns[0].entries)


def test_merged_cells_before_the_title() -> None:
    """A value of a group holds for the rows below that leave it blank; a new outer one ends those of the inner ones."""
    read = reading(
        "Family | Function | Title | Next",
        "IT | Sec | Anl 1 | Anl 2",
        " | | Anl 2 |",
        " | Net | Eng 1 |",
        "HR | | Rec 1 |",
    )
    assert [facts(standard.header) for standard in read.standards] == [
        [("job_family", "IT"), ("job_function", "Sec")],
        [("job_family", "IT"), ("job_function", "Sec")],
        [("job_function", "Net"), ("job_family", "IT")],
        [("job_family", "HR")],
    ]
    assert [standard.header[0].source.line for standard in read.standards[:2]] == [2, 2]
    assert "3 blank cells before a title: read as merged with the cell above" in said(read, "note")


def test_a_blank_behind_the_title_is_not_stated() -> None:
    """Only what stands before the title groups rows."""
    read = reading("Title | Function", "Anl 1 | IT", "Anl 2 | ")
    assert [len(standard.header) for standard in read.standards] == [1, 0]


def test_rows_that_go_on_are_told() -> None:
    """Rows without a title are a guess, told once."""
    read = reading("Title | Next", "Anl 1 | Anl 2", " | Mgr 1", " | Mgr 2")
    assert "2 rows without a title: read as more next roles of the role above" in said(read, "note")


@pytest.mark.parametrize(
    ("row", "shown"),
    [(" | | 5", "5"), ("N/A | Anl 2 | ", "N/A"), ("TBD | | ", "TBD")],
)
def test_a_row_without_title_and_code(row: str, shown: str) -> None:
    """It is no role: a problem that shows its first cell, all its cells unplaced, and nothing after it goes on."""
    read = reading("Title | Next | Grade", "Anl 1 | Anl 2 | 5", row, " | Mgr 1 | ")
    assert said(read)[0] == f'neither a title nor a job code in this row ("{shown}"): not taken; add the title'
    assert {line for line, _ in fates(read, "unplaced")} == {3, 4}


@pytest.mark.parametrize("row", ["Total | | 93 |", "TOTALS: | | 1,204.50 | ", "Grand total | | |", "Sum | | 7 | 12 %"])
def test_a_row_of_sums_is_no_role(row: str) -> None:
    """Figures below a word for a sum: one note, and no move of the role above goes on behind it."""
    read = reading("Title | Code | Headcount | Next role", "Anl 1 | 11 | 4 | Anl 2", row, " | | | Anl 3")
    assert titles(read) == ["Anl 1"]
    assert [message for message in said(read, "note") if "a sum, no role" in message]
    assert len(said(read)) == 1
    assert {cell for line, cell, fate in read.fates if line == 3 and fate == "unplaced"} >= {1}


@pytest.mark.parametrize("row", ["Total | 12 | 93 |", "Total | | many |", "Total | | | Anl 2", "Total Quality | | 3 |"])
def test_a_role_that_is_called_so_is_one(row: str) -> None:
    """With a code, words, or next roles it is no sum."""
    assert len(titles(reading("Title | Code | Headcount | Next role", "Anl 1 | 11 | 4 | Anl 2", row))) == 2


def test_a_figure_under_the_codes_may_count_the_roles() -> None:
    """A sum that stands in the column of the codes is one where it is the number of the roles above."""
    assert titles(reading("Title | Code | Next role", "Anl 1 | 11 | Anl 2", "Anl 2 | 12 | ", "Total | 2 |")) == [
        "Anl 1",
        "Anl 2",
    ]


def test_a_sum_may_stand_in_one_cell() -> None:
    """A word for it, a colon and the figure; a title that begins with that word is one."""
    read = reading("Title | Next role", "Anl 1 | Anl 2", "Total number of posts: 12 |", "Total Rewards Mgr 1 |")
    assert titles(read) == ["Anl 1", "Total Rewards Mgr 1"]


GROUPS = ("Title | Code | Next role", "PAYROLL | |", "Clerk 1 | 1 | Clerk 2", "Clerk 2 | 2 |", "TAX | |", "Anl 1 | 3 |")


def test_a_heading_between_roles_is_no_role() -> None:
    """A title alone where all others have a code: one problem for all such rows, which says what to do."""
    read = reading(*GROUPS)
    assert titles(read) == ["Clerk 1", "Clerk 2", "Anl 1"]
    (message,) = said(read)
    assert message == (
        '2 rows hold a title and nothing else, where the others say more ("PAYROLL", "TAX"): read as headings between '
        "roles, not as roles; give a role its job code or level"
    )
    assert fates(read, "unplaced") == [(2, 1), (5, 1)]


def test_a_lone_title_that_is_named_is_a_role() -> None:
    """Another row leads to it; or the others say no more either."""
    assert titles(reading(*GROUPS[:-1], "Anl 1 | 3 | Tax")) == ["Clerk 1", "Clerk 2", "TAX", "Anl 1"]
    assert titles(reading("Title | Next role", "Clerk 1 | Clerk 2", "Boss |")) == ["Clerk 1", "Boss"]


def test_a_running_foot_in_a_table_is_a_repeated_header() -> None:
    """Alike but for numbers on each page."""
    read = reading(*GROUPS[:1], "Clerk 1 | 1 | Clerk 2", "page 1 of 2 | |", "Clerk 2 | 2 |", "page 2 of 2 | |")
    assert titles(read) == ["Clerk 1", "Clerk 2"]
    assert fates(read, "repeated_header") == [(3, 1), (5, 1)]
    assert said(read) == []


def test_a_heading_above_a_repeated_heading_is_no_role() -> None:
    """Whatever the others say."""
    read = reading("Title | Next role", "Clerk 1 | Clerk 2", "Tax |", "Title | Next role", "Anl 1 | Anl 2")
    assert titles(read) == ["Clerk 1", "Anl 1"]


def test_what_a_cell_says_holds_as_far_as_it_reaches() -> None:
    """Merged over two rows a function behind the title and a next role hold for both, cited where they stand."""
    rows = [
        Row(cells=("Title", "Code", "Function", "Next role"), line=1),
        Row(cells=("Clerk 1", "1", "Payroll", "Boss"), line=2),
        Row(cells=("Clerk 2", "2", COVERED, COVERED), line=3),
        Row(cells=("Clerk 3", "3", "", ""), line=4),
    ]
    table = Document(name="a.xlsx", kind="xlsx", rows=tuple(rows))
    headings = find_headings(table.rows, vocabulary=VOCABULARY)
    assert headings is not None
    read = read_records(table, headings)
    stated = [
        (one.columns[0].title.text, facts(one.header), facts(one.columns[0].entries[1:])) for one in read.standards
    ]
    assert stated == [
        ("Clerk 1", [("job_function", "Payroll")], [("job_code", "1"), ("career_path", "Boss")]),
        ("Clerk 2", [("job_function", "Payroll")], [("job_code", "2"), ("career_path", "Boss")]),
        ("Clerk 3", [], [("job_code", "3")]),
    ]
    path = read.standards[1].columns[0].entries[2]
    assert (path.source.line, path.places) == (2, ((2, 4),))


def test_what_stands_above_the_heading_holds_for_all() -> None:
    """A function beside its label, or behind a colon, where the rows state none."""
    read = reading(
        "Job Function | Ops |", "Category: Professional | |", "Title | Code | Next role", "Anl 1 | 1 | Anl 2"
    )
    assert facts(read.standards[0].header) == [("job_function", "Ops"), ("category", "Professional")]
    assert fates(read, "unplaced") == []


@pytest.mark.parametrize(
    ("code", "expected"), [("8799.0", "8799"), ("0012", "0012"), ("1.5", "1.5"), ("11.00", "11.00")]
)
def test_a_code_that_was_written_as_a_number(code: str, expected: str) -> None:
    """8799.0 is 8799, for a role and for a next one; the cell is cited as it stands."""
    read = reading("Title | Code | Next role", f"Anl 1 | {code} | {code}")
    (column,) = read.standards[0].columns
    assert facts(column.entries[1:]) == [("job_code", expected), ("career_path", expected)]
    assert {entry.source.text for entry in column.entries[1:]} == {code}


def test_a_heading_twice_is_a_problem() -> None:
    """The first is taken; another word for the same is kept as an attribute of its own."""
    read = reading("Title | Code | Code | Next role", "Anl 1 | 1 | 2 | Anl 2")
    assert said(read) == ['the heading "Code" stands twice: the first was taken; rename the other, or delete it']


def test_many_such_rows_are_told_together() -> None:
    """Beyond ten the rest is one problem."""
    read = reading("Title | Grade | Next", "Anl 1 | 5 | Anl 2", *[" | 6 |"] * 13)
    assert len(said(read)) == 11
    assert said(read)[-1] == "3 more rows without a title or a job code: not taken; add the titles"


def test_what_stands_above_and_beyond() -> None:
    """Text above the heading is a note, a cell beyond its last column a problem; both are unplaced."""
    read = reading(f"Roles {'of a long name ' * 9}", "Title | Code", "Anl 1 | 0012 | what")
    assert fates(read, "unplaced") == [(1, 1), (3, 3)]
    assert said(read) == ['"what" stands in a column without a heading: not taken; add the heading']
    assert said(read, "note")[1].endswith('..." stands above the heading of the table: not taken')


def test_a_repeated_heading() -> None:
    """A heading that comes again, as on each page, is a repeated header."""
    read = reading("Title | Code", "Anl 1 | 0012", "Title | Code", "Anl 2 | 0013")
    assert fates(read, "repeated_header") == [(3, 1), (3, 2)]
    assert titles(read) == ["Anl 1", "Anl 2"]


def test_another_table_below() -> None:
    """A row of other headings begins another table in the same document."""
    table = ("Title | Code", "A 1 | 11", "B 2 | 12", "Title | Next role", "A 1 | B 2")
    assert moves(*table) == [("A 1", "B 2")]
    assert "another table begins here, with headings of its own" in said(reading(*table), "note")


def test_the_columns_taken_are_told() -> None:
    """A note says what each column was taken for, and which are kept as they are."""
    (note,) = said(reading("Position | Leads to | Grade", "A 1 | B 2 | 7"), "note")
    assert (
        note
        == 'read as a role table: "Position" as title, "Leads to" as next; kept as attributes of their own: "Grade"'
    )


WORDS = st.sampled_from(
    ["Anl 1", "Anl 2", "Mgr 1", "0012", "0013", "N/A", "", "Title", "Code", "5", "Anl 2; Mgr 1", "IT"]
)
HEADINGS = st.sampled_from(
    [
        ("Title", "Code", "Next role", "Grade"),
        ("Family", "Title", "Next 1", "Next 1 code"),
        ("From", "To"),
        ("Title", "Next", "Promoted from"),
        ("Job code", "Next code"),
    ]
)


@given(HEADINGS, st.lists(st.lists(WORDS, min_size=1, max_size=5).filter(any), min_size=1, max_size=8))
def test_every_cell_has_one_fate_and_nothing_is_invented(heading: tuple[str, ...], table: list[list[str]]) -> None:
    """The cells add up; a statement stands in its cell; the target of a move stands in the cell that states it."""
    lines = [heading, *(tuple(cells) for cells in table)]
    made = Document(name="a.csv", kind="csv", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(lines, 1)))
    headings = find_headings(made.rows, vocabulary=VOCABULARY)
    if headings is None:
        return
    read = read_records(made, headings)
    cells = {(row.line, at): text for row in made.rows for at, text in enumerate(row.cells, 1)}
    assert [(line, cell) for line, cell, _ in read.fates] == sorted(cells)
    assert all((fate == "blank") == (not cells[line, cell]) for line, cell, fate in read.fates)
    placed = set(fates(read, "used"))
    for standard in read.standards:
        for entry in (*standard.header, *standard.columns[0].entries):
            assert set(entry.places) <= placed
            assert entry.text in [cells[place] for place in entry.places]
    catalogue = merge([read])
    roles = {role.id: role for role in catalogue.roles}
    for move in catalogue.moves:
        for source in move.sources:
            end, start = roles[move.end], roles[move.start]
            # A code in the cell of the title may name a role by the title that stands with it elsewhere.
            named = {end.title, end.job_code, start.title, start.job_code} | titles_with(read, source.text)
            assert any(one and one in source.text for one in named) or end.title in named


def titles_with(read: Reading, code: str) -> set[str]:
    """The titles that stand with a code in cells of next roles."""
    entries = [entry for one in read.standards for entry in one.columns[0].entries]
    return {entry.text for entry in entries if entry.code == code}


@pytest.mark.parametrize("heading", ["Incumbent", "Phone", "E-mail", "Staff member"])
def test_names_of_people_are_not_taken(heading: str) -> None:
    """A column that says who has a role, or how to reach whom: a note, and no attribute."""
    read = reading(f"Title | Code | {heading} | Next role", "Anl 1 | 1 | J. Smith | Anl 2")
    assert "J. Smith" not in [entry.text for entry in read.standards[0].columns[0].entries]
    assert f'what names people is not taken: "{heading}"' in said(read, "note")
    assert fates(read, "unplaced") == [(2, 3)]


def test_a_column_of_titles_without_a_known_heading_is_a_problem() -> None:
    """It may hold the moves: what to write into the configuration is said."""
    read = reading("Title | Code | Whither", "Anl 1 | 1 | Anl 2", "Anl 2 | 2 | Anl 3", "Anl 3 | 3 |")
    (message,) = said(read)
    assert message.startswith('the column "Whither" holds titles of this table, and its heading is not known: no moves')
    assert "'Whither' = \"next\" under [vocabulary.columns]" in message


def test_columns_named_as_in_a_standard_are_what_they_are_there() -> None:
    """Numbered requirements, duties and knowledge: each keeps its heading, none is an attribute that nobody knows."""
    read = reading(
        "Title | Education 1 | Cert 1 | Cert 2 | Spec Cond 1 | Key Resp 01 | KSA 1 | License | Environment | Next role",
        "Porter | Diploma | Lift truck | First aid | Drug test | Moves beds | Basic care | Class C | Indoors | Boss",
    )
    (standard,) = read.standards
    assert [(entry.kind, entry.label) for entry in standard.columns[0].entries[1:-1]] == [
        ("education", "Education 1"),
        ("certificate", "Cert 1"),
        ("certificate", "Cert 2"),
        ("special_condition", "Spec Cond 1"),
        ("duty", "Key Resp 01"),
        ("knowledge", "KSA 1"),
        ("license", "License"),
        ("environment", "Environment"),
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        (Listed("Chef\nBaker"), ["Chef", "Baker"]),
        ("\u2022 Chef\n\u2022 Baker", ["Chef", "Baker"]),
        ("1. Chef\n2. Baker", ["Chef", "Baker"]),
        ("Chef\nBaker", ["Chef\nBaker"]),
    ],
)
def test_a_list_in_a_cell_of_next_roles(cell: str, expected: list[str]) -> None:
    """Each item that the document marks is a statement of its own; a line break alone marks none."""
    table = document("Title | Code | Next role", "Cook | 7 | x")
    rows = (table.rows[0], replace(table.rows[1], cells=("Cook", "7", cell)))
    headings = find_headings(rows, vocabulary=VOCABULARY)
    assert headings is not None
    (standard,) = read_records(replace(table, rows=rows), headings).standards
    found = [entry for entry in standard.columns[0].entries if entry.kind == "career_path"]
    assert [entry.text for entry in found] == expected
    assert {type(entry.text) for entry in found} == {str}


def test_a_blank_level_is_only_the_one_above_where_most_are_blank() -> None:
    """Where levels are stated row by row a blank one is not stated; where they head groups it is the one above."""
    rows = ("1 | Cook | Chef", " | Chef |", "3 | Boss |")
    by_row = reading("Level | Title | Next role", *rows)
    assert [one.columns[0].level and one.columns[0].level.text for one in by_row.standards] == ["1", None, "3"]
    grouped = reading("Level | Title | Next role", *rows[:2], " | Host |", *rows[2:])
    assert [one.columns[0].level and one.columns[0].level.text for one in grouped.standards] == ["1", "1", "1", "3"]


def test_roles_called_by_their_codes_where_titles_seem_to_stand() -> None:
    """The heading of the titles is not known: a problem with the line for the configuration; no guess."""
    table = ("Rank title | Job code | Next job code", "Cook | 1 | 2", "Chef | 2 |")
    (problem,) = [one for one in said(reading(*table)) if "titles" in one]
    assert "'Rank title' = \"title\" under [vocabulary.columns]" in problem
    assert said(reading("Shift | Job code | Next job code", "Day | 1 | 2", "Night | 2 |")) == []


def test_a_column_whose_items_are_titles_may_name_next_roles() -> None:
    """One in three cells is enough, also in lists."""
    read = reading("Job title | Code | Then", "Cook | 1 | \u2022 Chef", "Chef | 2 | - Baker", "Baker | 3 | see HR")
    assert [one for one in said(read) if one.startswith('the column "Then" holds titles of this table')]


def test_lines_above_the_heading_are_one_note() -> None:
    """However many they are."""
    read = reading("Intro", "More", "Even more", "Title | Code | Next role", "Cook | 1 | Chef")
    assert [one for one in said(read, "note") if "above" in one] == [
        '"Intro" and 2 more lines stand above the heading of the table: not taken'
    ]


def test_records_of_one_role_that_disagree_on_an_attribute() -> None:
    """Where nobody knows the heading, all values are kept and one note names them; what repeats is no contradiction."""
    table = ("Title | Code | Grade | Shift", "Cook | 7 | 4 | Day", "Cook | 7 | 5 | Day", "Chef | 8 | 6 | Night")
    read = reading(*table)
    assert titles(read) == ["Cook", "Chef"]
    assert [one for one in said(read, "note") if "several" in one] == [
        '"Grade" says several things of Cook ("4", "5"): all are kept; let one stand'
    ]
