"""Rows to standards: headers, levels, what stands in the wrong place, and what becomes of every cell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.model import Document, Problem, Reading, Row, Standard

HEADER = "Job Family | Tech | Job Summary | Runs it.\nJob Function | Imaging\nCategory | Professional"
LEVELS = "Job Level | Entry | Advanced"
STANDARD = f"{HEADER}\n{LEVELS}\nJob Title | Anl 1 | Anl 2\nJob Code | 11 | 12\nCareer Path 1 | Anl 2 |"


def document(*rows: str) -> Document:
    """Rows written with a bar between two cells, one in each line."""
    lines = "\n".join(rows).split("\n")
    cells = [tuple(cell.strip() for cell in line.split("|")) for line in lines]
    return Document(name="a.txt", kind="text", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1)))


def read(*rows: str) -> Reading:
    """What is read out of rows."""
    return read_grid(document(*rows))


def only_problem(reading: Reading) -> Problem:
    """The one problem of a reading."""
    (problem,) = reading.problems
    return problem


def fates(reading: Reading, line: int) -> list[str]:
    """What became of the cells of one line."""
    return [fate for at, _, fate in reading.fates if at == line]


def stated(standard: Standard) -> list[list[tuple[str, str]]]:
    """What a standard states of each of its levels: (label, text)."""
    header = [(entry.label, entry.text) for entry in standard.header]
    return [[*header, *((entry.label, entry.text) for entry in column.entries)] for column in standard.columns]


def titles(reading: Reading) -> list[list[str]]:
    """The titles of each standard."""
    return [[column.title.text for column in standard.columns] for standard in reading.standards]


def header(standard: Standard) -> dict[str | None, str]:
    """What the header of a standard states."""
    return {entry.kind: entry.text for entry in standard.header}


def test_a_standard_is_a_header_and_a_column_for_each_level() -> None:
    """Header rows hold for all levels, each other cell for one; blank cells are no entries, and nothing is lost."""
    reading = read(STANDARD)
    (standard,) = reading.standards
    assert header(standard) == {
        "job_family": "Tech",
        "job_summary": "Runs it.",
        "job_function": "Imaging",
        "category": "Professional",
    }
    assert [column.level and column.level.text for column in standard.columns] == ["Entry", "Advanced"]
    assert [[(one.kind, one.text) for one in column.entries] for column in standard.columns] == [
        [("title", "Anl 1"), ("job_code", "11"), ("career_path", "Anl 2")],
        [("title", "Anl 2"), ("job_code", "12")],
    ]
    assert reading.problems == ()
    assert (reading.tally.used, reading.tally.blank, reading.tally.total) == (19, 1, 20)


def test_an_entry_says_where_it_stands() -> None:
    """Document, row, level, whole text, line and page, and the raw cell it was read from."""
    (standard,) = read(STANDARD).standards
    path = standard.columns[0].entries[-1]
    assert path.source.to_dict() == {
        "document": "a.txt",
        "row": "Career Path 1",
        "column": "Entry",
        "text": "Anl 2",
        "line": 7,
        "page": 1,
        "sheet": None,
    }
    assert path.places == ((7, 2),)


@pytest.mark.parametrize(("rows", "states"), [("Career Path 1 | |", True), ("Career Path 1", True), ("KSA | a", False)])
def test_blank_career_paths_count_as_stated(rows: str, states: bool) -> None:  # noqa: FBT001 - a row of a table
    """A standard with rows for next roles states moves, be they blank; without any it does not."""
    (standard,) = read(HEADER, LEVELS, "Job Title | Anl 1 | Anl 2", rows).standards
    assert standard.states_moves is states


@pytest.mark.parametrize(
    ("label", "severity", "hint"),
    [("Educaton", "problem", 'did you mean "education"?'), ("Dress Code Notes", "note", None)],
)
def test_an_unknown_label_is_kept_as_an_attribute(label: str, severity: str, hint: str | None) -> None:
    """A label that nobody knows is a note, one near a known label a problem with that label; its texts are kept."""
    reading = read(STANDARD, f"{label} | BA | MA")
    problem = only_problem(reading)
    assert (problem.severity, problem.line) == (severity, 8)
    assert f'unknown row label "{label}"' in problem.message
    assert ("did you mean" in problem.message) is (hint is not None)
    assert (hint or "") in problem.message
    entry = reading.standards[0].columns[1].entries[-1]
    assert (entry.kind, entry.label, entry.text) == (None, label, "MA")


def test_a_repeated_header_is_no_new_standard() -> None:
    """A header block that comes again says nothing new, whatever its case; so does its Job Title row."""
    reading = read(STANDARD, HEADER.upper(), LEVELS, "Job Title | Anl 1 | Anl 2", "KSA | a | b")
    assert titles(reading) == [["Anl 1", "Anl 2"]]
    assert reading.problems == ()
    assert [fates(reading, line) for line in (10, 11, 12)] == [["repeated_header"] * n for n in (2, 3, 3)]
    assert reading.standards[0].columns[1].entries[-1].source.page == 2


def test_a_header_that_changes_without_a_job_title_is_a_problem() -> None:
    """The first header stays in force, the rows below are taken, and the problem says what was and what is."""
    changed = HEADER.replace("Imaging", "Records")
    reading = read(STANDARD, changed, LEVELS, "KSA | a | b")
    problem = only_problem(reading)
    assert (problem.severity, problem.line) == ("problem", 9)
    assert 'changes to "Records" (was "Imaging") without another Job Title row' in problem.message
    (standard,) = reading.standards
    assert header(standard)["job_function"] == "Imaging"
    assert standard.columns[0].entries[-1].text == "a"
    assert fates(reading, 9) == ["unplaced", "unplaced"]


def test_a_later_page_may_say_more() -> None:
    """A header row that only a later page has is taken where that page contradicts nothing."""
    short = HEADER.replace(" | Job Summary | Runs it.", "")
    reading = read(short, LEVELS, "Job Title | Anl 1 | Anl 2", HEADER, LEVELS, "KSA | a | b")
    (standard,) = reading.standards
    assert header(standard)["job_summary"] == "Runs it."
    assert reading.problems == ()
    assert "unplaced" not in {fate for _, _, fate in reading.fates}


def test_a_header_cut_by_the_foot_of_a_page_is_whole_on_the_next() -> None:
    """The page that has the whole header counts; what stood before the foot is its repetition."""
    reading = read("Job Family | Tech | Job Summary | Runs it.", STANDARD)
    assert header(reading.standards[0])["job_function"] == "Imaging"
    assert fates(reading, 1) == ["repeated_header"] * 4
    assert reading.problems == ()


def test_a_document_holds_several_standards() -> None:
    """Another Job Title row begins another standard; a header from the category on leaves what is above in force."""
    reading = read(STANDARD, "Category | Managerial", "Job Level | Manager 1", "Job Title | Mgr 1", "Job Code | 21")
    assert titles(reading) == [["Anl 1", "Anl 2"], ["Mgr 1"]]
    assert header(reading.standards[1]) == {**header(reading.standards[0]), "category": "Managerial"}
    assert reading.problems == ()


def test_another_function_does_not_inherit_the_category() -> None:
    """What stands lower in a header than its first row belongs to the standard before and is not taken over."""
    reading = read(STANDARD, "Job Function | Records", LEVELS, "Job Title | Clerk 1 | Clerk 2")
    assert header(reading.standards[1]) == {"job_family": "Tech", "job_function": "Records"}


def test_another_job_title_row_under_the_same_header_begins_a_standard() -> None:
    """The header holds for both standards, the rows for the titles above them."""
    reading = read(STANDARD, "Job Title | Tech 1 | Tech 2", "Job Code | 31 | 32")
    assert titles(reading) == [["Anl 1", "Anl 2"], ["Tech 1", "Tech 2"]]
    assert stated(reading.standards[1])[0][-2:] == [("Job Title", "Tech 1"), ("Job Code", "31")]
    assert reading.standards[1].states_moves is False


def test_without_a_job_title_row_nothing_is_read() -> None:
    """One problem at the first row says so, and every cell is unplaced."""
    reading = read(HEADER, LEVELS, "Job Code | 11 | 12")
    problem = only_problem(reading)
    assert "no Job Title row" in problem.message
    assert (reading.standards, problem.line, problem.severity) == ((), 1, "problem")
    assert (reading.tally.unplaced, reading.tally.total) == (14, 14)


@pytest.mark.parametrize("rows", [(), ("Minutes of the meeting",), ("Name | Salary", "Kim | 1")])
def test_a_document_without_a_standard_is_a_problem(rows: tuple[str, ...]) -> None:
    """A text or table that is no job standard reads as none, and a problem says so."""
    reading = read_grid(document(*rows) if rows else Document(name="a.txt", kind="text", rows=()))
    assert reading.standards == ()
    assert [problem.severity for problem in reading.problems].count("problem") == 1


def test_a_missing_level_row_is_a_problem() -> None:
    """The titles are read, their columns are known by number."""
    reading = read(HEADER, "Job Title | Anl 1 | Anl 2")
    assert "no Job Level row" in only_problem(reading).message
    (standard,) = reading.standards
    assert [(column.level, column.title.source.column) for column in standard.columns] == [
        (None, "column 1"),
        (None, "column 2"),
    ]


def test_a_row_with_an_unknown_label_does_not_end_a_header_block() -> None:
    """Between two header rows it is an attribute, and the rows behind it still belong to the header."""
    reading = read(
        "Job Family | Tech", "Dress Notes | White | Blue", "Category | Professional", LEVELS, "Title | A | B"
    )
    assert header(reading.standards[0]) == {"job_family": "Tech", "category": "Professional"}
    assert ("Dress Notes", "Blue") in stated(reading.standards[0])[1]


def test_a_row_below_the_titles_holds_for_its_own_level() -> None:
    """Even where a later page is the first that states the levels."""
    reading = read("Job Title | Anl 1 | Anl 2", "Dress Notes | White", LEVELS, "KSA 1 | a | b")
    assert [("Dress Notes", "White") in level for level in stated(reading.standards[0])] == [True, False]


def test_a_level_without_a_title_is_told_once() -> None:
    """Of several standards under one header the first holds it."""
    reading = read(HEADER, LEVELS, "Job Title | Anl 1", "Job Title | Anl 7")
    assert [[entry.text for entry in one.unused_levels] for one in reading.standards] == [["Advanced"], []]


def test_line_breaks_in_labels_and_levels_do_not_show() -> None:
    """Sources name rows and columns in one line; texts keep their lines."""
    lines = (("Job Level", "Super-\nvisor 1"), ("Job Title", "Anl\n1"), ("Key\nResp\n01", "one\ntwo"))
    rows = tuple(Row(cells=cells, line=n) for n, cells in enumerate(lines, 1))
    entry = read_grid(Document(name="a.txt", kind="text", rows=rows)).standards[0].columns[0].entries[1]
    assert (entry.kind, entry.label, entry.text) == ("duty", "Key Resp 01", "one\ntwo")
    assert (entry.source.row, entry.source.column) == ("Key Resp 01", "Super- visor 1")


def test_a_label_that_continues_its_row_has_its_fate() -> None:
    """Every cell of the second line is used, the label too."""
    reading = read(HEADER, LEVELS, "Title | A | B", "KSA 1 | a | b", "FLSA | x | y", "KSA 1 (cont.) | c |")
    assert fates(reading, 8) == ["used", "used", "blank"]
    assert ("KSA 1", "a c") in stated(reading.standards[0])[0]


def test_cells_before_any_row_have_nothing_to_continue() -> None:
    """A problem shows the text, its filled cells are unplaced and its blank ones blank."""
    reading = read(" | lost | ", STANDARD)
    problem = only_problem(reading)
    assert problem.message.startswith('"lost" continues a row, but none stands before it')
    assert fates(reading, 1) == ["blank", "unplaced", "blank"]
    assert titles(reading) == [["Anl 1", "Anl 2"]]


@pytest.mark.parametrize("text", ["Printed in March", 'Mgr 1"'])
def test_a_loose_text_between_rows_is_a_problem(text: str) -> None:
    """Its text is unplaced and named, since it may belong to a row."""
    reading = read(STANDARD, text, "KSA | a | b")
    problem = only_problem(reading)
    assert (problem.severity, problem.line, fates(reading, 8)) == ("problem", 8, ["unplaced"])
    assert f'"{text}" is a text without cells' in problem.message


@pytest.mark.parametrize("text", ["Page 2 of 3", "- 2 -", "7"])
def test_a_page_number_is_a_repeated_header(text: str) -> None:
    """It belongs to the paper, wherever it stands, and nothing is said of it."""
    reading = read(STANDARD, text, "KSA | a | b")
    assert (reading.problems, fates(reading, 8)) == ((), ["repeated_header"])


def test_a_running_head_is_a_repeated_header() -> None:
    """A loose text that comes again, but for numbers, belongs to the paper."""
    reading = read("Sheet 1 of March", STANDARD, "Sheet 2 of March", "KSA | a | b", "Sheet 3 of March")
    assert reading.problems == ()
    assert [fates(reading, line) for line in (1, 9, 11)] == [["repeated_header"]] * 3


def test_titles_may_stand_above_their_levels() -> None:
    """A row of titles right above a header block is of the standard below it, with the codes beside it."""
    first = (
        "Job Title | Baker 1 | Baker 2",
        "Job Code | 1 | 2",
        "Job Level | Entry | Expert",
        "Career Path | Baker 2 |",
    )
    other = tuple(row.replace("Baker", "Cook").replace("1 | 2", "3 | 4") for row in first)
    reading = read("\n".join(first), *other)
    assert [[one.text for one in column.entries] for standard in reading.standards for column in standard.columns] == [
        ["Baker 1", "1", "Baker 2"],
        ["Baker 2", "2"],
        ["Cook 1", "3", "Cook 2"],
        ["Cook 2", "4"],
    ]
    assert reading.problems == ()


def test_codes_may_stand_above_the_header_of_their_standard() -> None:
    """In the first standard, and in others where the standard above has stated its own."""
    rows = ("Job Code | {0}1 | {0}2", "Job Level | Entry | Expert", "Job Title | {1} 1 | {1} 2", "KSA 01 | a | b")
    reading = read(*(row.format(number, name) for number, name in ((1, "Baker"), (2, "Cook")) for row in rows))
    assert [[entry.text for entry in column.entries] for one in reading.standards for column in one.columns] == [
        ["Baker 1", "11", "a"],
        ["Baker 2", "12", "b"],
        ["Cook 1", "21", "a"],
        ["Cook 2", "22", "b"],
    ]
    assert reading.problems == ()


def test_a_history_of_the_document_is_no_part_of_the_standard() -> None:
    """Rows with cells below such a heading are one note, up to the next row with a known label."""
    history = ("Revision history", "1.0 | 2019-01-01 | first", " | | by the board", "2.0 | 2021-05-05 | second")
    reading = read(STANDARD, *history, "KSA 09 | Knows a. | Knows b.")
    problem = only_problem(reading)
    assert problem.severity == "note"
    assert problem.message == '4 lines of text around the standard not taken (the first: "Revision history")'
    (standard,) = reading.standards
    assert [entry.text for column in standard.columns for entry in column.entries if entry.label == "KSA 09"] == [
        "Knows a.",
        "Knows b.",
    ]


def test_text_around_a_standard_is_one_note() -> None:
    """A heading above it and approvals below it are not taken, and said once."""
    reading = read("Job standards of the clinic", STANDARD, "Approved by the board", "Revision history: none")
    problem = only_problem(reading)
    assert (problem.severity, problem.line) == ("note", 1)
    assert problem.message == '3 lines of text around the standard not taken (the first: "Job standards of the clinic")'
    assert [fates(reading, line) for line in (1, 9, 10)] == [["unplaced"]] * 3


def test_a_mark_of_the_page_does_not_part_a_row_from_its_continuation() -> None:
    """An unknown row in a header, or with hardly a cell, between two pieces of a row is passed over."""
    header = STANDARD[: STANDARD.index("Job Title")]
    marked = header.replace("Job Level", "Page | 2 of 2\nJob Level", 1)
    for between in (f"Printed | May\n{header}", marked):
        reading = read(STANDARD, "KSA 01 | one | two", between.strip("\n"), " | more | words")
        assert [
            entry.text for column in reading.standards[0].columns for entry in column.entries if entry.label == "KSA 01"
        ] == [
            "one more",
            "two words",
        ]


def test_two_path_rows_with_one_label_are_both_taken() -> None:
    """More next roles contradict nothing; another row is taken once, and what is not taken is quoted."""
    reading = read(STANDARD, "Career Path | Anl 2 |", "Career Path | Mgr 1 |", "KSA | a | b", "KSA | c | d")
    paths = [entry.text for entry in reading.standards[0].columns[0].entries if entry.kind == "career_path"]
    assert paths[-2:] == ["Anl 2", "Mgr 1"]
    assert [(problem.severity, '"c | d"' in problem.message) for problem in reading.problems] == [
        ("note", False),
        ("problem", True),
    ]


def test_a_level_of_placeholders_is_no_role() -> None:
    """A column that says N/A throughout is a level that is not used."""
    reading = read(HEADER, "Job Level | Entry | Advanced", "Job Title | Anl 1 | N/A", "Job Code | 11 | N/A")
    assert titles(reading) == [["Anl 1"]]
    assert only_problem(reading).severity == "note"


def test_a_title_without_a_level_is_a_problem() -> None:
    """Where levels are stated, every title has one."""
    reading = read(HEADER, "Job Level | Entry", "Job Title | Anl 1 | Anl 2")
    assert titles(reading) == [["Anl 1", "Anl 2"]]
    assert "no level stands above this title" in only_problem(reading).message


def test_an_unknown_row_above_the_levels_holds_for_all() -> None:
    """A date in the header is no statement about the first level."""
    reading = read(HEADER, "Effective | 2024", "Job Level | Entry | Advanced", "Job Title | Anl 1 | Anl 2")
    (entry,) = [entry for entry in reading.standards[0].header if entry.label == "Effective"]
    assert (entry.text, entry.source.column) == ("2024", None)


def test_a_long_text_is_shown_short() -> None:
    """A message shows at most sixty characters of a document's text."""
    problem = only_problem(read(STANDARD, "a " * 200))
    assert f'"{"a " * 28}a..."' in problem.message


def test_a_cell_beyond_the_last_level_is_a_problem() -> None:
    """It is not taken and its text is named; the others of its row are."""
    reading = read(STANDARD, "KSA | a | b | | c")
    assert only_problem(reading).message.startswith('"c" stands behind the last of 2 columns: not taken')
    assert fates(reading, 8) == ["used", "used", "used", "blank", "unplaced"]


def test_a_cell_beyond_the_value_of_a_header_row_is_a_problem() -> None:
    """The value is taken, what stands behind it is not."""
    reading = read(STANDARD.replace("| Imaging", "| Imaging | Ghost"))
    assert only_problem(reading).message.startswith('"Ghost" stands behind the value of this header row')
    assert fates(reading, 2) == ["used", "used", "unplaced"]


def test_a_label_over_two_columns() -> None:
    """Blank cells stand between it and its value, which holds all the same."""
    reading = read("Job Family | | Tech | Tech", "Job Level | | Entry | Expert", "Job Title | | Anl 1 | Anl 2")
    assert header(reading.standards[0]) == {"job_family": "Tech"}
    assert reading.problems == ()


def test_a_row_with_too_few_cells_is_a_note() -> None:
    """The missing cells read as blank; an empty row needs none."""
    reading = read(STANDARD, "KSA | a", "Education |")
    problem = only_problem(reading)
    assert (problem.severity, problem.line) == ("note", 8)
    assert "one cell for 2 levels" in problem.message


def test_a_column_without_a_title_is_a_problem() -> None:
    """What stands in it is not taken; the other columns are."""
    reading = read(STANDARD.replace("Anl 1 | Anl 2\n", "Anl 1 |\n"))
    problem = only_problem(reading)
    assert problem.place == 'line 5, row "Job Title", column "Advanced"'
    assert "no job title in this column, though 1 of its cells" in problem.message
    assert titles(reading) == [["Anl 1"]]
    assert fates(reading, 6) == ["used", "used", "unplaced"]


def test_an_empty_column_is_no_problem() -> None:
    """A level that a standard has no job for has a blank title and nothing else."""
    reading = read(HEADER, "Job Level | Entry | Advanced", "Job Title | Anl 1 |", "Job Code | 11 |")
    assert (titles(reading), reading.problems) == ([["Anl 1"]], ())


@pytest.mark.parametrize(("code", "found"), [("", []), ("9", ["N/A"])])
def test_a_placeholder_is_a_title_only_beside_a_code(code: str, found: list[str]) -> None:
    """N/A as a title means that there is no job, unless a job code stands below it."""
    assert titles(read(HEADER, LEVELS, "Job Title | A | N/A", f"Job Code | 1 | {code}")) == [["A", *found]]


@pytest.mark.parametrize(
    ("second", "fate", "problems"),
    [("KSA 1 | a | b", "repeated_header", 0), ("KSA 1 | |", "repeated_header", 0), ("KSA 01 | c | d", "unplaced", 1)],
)
def test_a_label_that_comes_again(second: str, fate: str, problems: int) -> None:
    """The same text, or none, is a repetition; another text is not taken and named."""
    reading = read(STANDARD, "KSA 1 | a | b", "Education | BA | MA", second)
    said = [problem.message.split(",")[0] for problem in reading.problems]
    assert said == ["this label stands already in line 8"] * problems
    assert dict(stated(reading.standards[0])[0])["KSA 1"] == "a"
    assert fates(reading, 10)[0] == fate


def test_a_filled_row_wins_over_a_blank_one_of_its_label() -> None:
    """A blank row that comes first is no statement."""
    reading = read(STANDARD, "KSA 1 | |", "Education | BA | MA", "KSA 1 | c | d")
    assert dict(stated(reading.standards[0])[0])["KSA 1"] == "c"
    assert (fates(reading, 8)[0], reading.problems) == ("repeated_header", ())


def test_problems_come_in_the_order_of_lines() -> None:
    """Those of the reader stand among those of the grid."""
    first = Problem(severity="note", document="a.txt", place="line 2", message="from the reader", line=2)
    rows = document(" | lost", STANDARD, "KSA | a | b | c").rows
    reading = read_grid(Document(name="a.txt", kind="text", rows=rows, problems=(first,)))
    assert [problem.line for problem in reading.problems] == [1, 2, 9]


HEADS = ("Job Family", "Job Function", "Category", "Job Level")
CELL = st.sampled_from(["", "", "a", "a b", "Anl 1", "Anl 2", "N/A", "Category", "Entry", "In-"])
LABEL = st.sampled_from(["", *HEADS, "Job Title", "Job Code", "KSA 1", "KSA 2", "Career Path 1", "Dress Code"])
ROW = st.builds(lambda label, cells: (label, *cells), LABEL, st.lists(CELL, max_size=3)).filter(any)


@settings(max_examples=200)
@given(st.lists(ROW, max_size=14))
def test_every_cell_has_one_fate_and_every_used_one_can_be_asked_back(rows: list[tuple[str, ...]]) -> None:
    """Fates add up to the cells read; a used cell below a header is a label, or in the places of one entry."""
    lines = tuple(Row(cells=one, line=n) for n, one in enumerate(rows, 1))
    reading = read_grid(Document(name="a.txt", kind="text", rows=lines))
    assert [(line, cell) for line, cell, _ in reading.fates] == [
        (line, cell) for line, row in enumerate(rows, 1) for cell in range(1, len(row) + 1)
    ]
    asked = [place for standard in reading.standards for place in places_below_the_header(standard)]
    assert len(asked) == len(set(asked))
    used = {(line, cell) for line, cell, fate in reading.fates if fate == "used"}
    assert set(asked) <= used
    for_all = {place for one in reading.standards for entry in one.header for place in entry.places}
    assert {
        (line, cell) for line, cell in used - set(asked) - for_all if cell > 1 and not is_in_header(rows, line)
    } == set()
    assert {bool(rows[line - 1][cell - 1]) for line, cell, fate in reading.fates if fate == "blank"} <= {False}


def is_in_header(rows: list[tuple[str, ...]], line: int) -> bool:
    """Whether a line is one of a header row: its labels and levels belong to no single column."""
    return next((row[0] for row in reversed(rows[:line]) if row[0]), "") in HEADS


def places_below_the_header(standard: Standard) -> list[tuple[int, int]]:
    """The raw cells of all entries of all columns."""
    return [place for column in standard.columns for entry in column.entries for place in entry.places]


def test_levels_may_stand_below_all() -> None:
    """A document that ends with its levels has them below each of its standards."""
    rows = ("Job Family | IT", "Job Title | {0} 1 | {0} 2", "Job Code | {1}1 | {1}2", "Job Level | {2} | Expert")
    reading = read(*(row.format(*names) for names in (("Baker", 1, "Entry"), ("Cook", 2, "Advanced")) for row in rows))
    assert [
        (column.title.text, column.level and column.level.text) for one in reading.standards for column in one.columns
    ] == [
        ("Baker 1", "Entry"),
        ("Baker 2", "Expert"),
        ("Cook 1", "Advanced"),
        ("Cook 2", "Expert"),
    ]
    assert reading.problems == ()


def test_a_header_may_go_on_below_the_titles() -> None:
    """Titles and codes in its midst do not end it."""
    rows = ("Job Level | Entry | Expert", "Job Title | {0} 1 | {0} 2", "Job Function | {0}", "KSA 01 | a | b")
    reading = read(*(row.format(name) for name in ("Baker", "Cook") for row in rows))
    assert [[entry.text for entry in one.header if entry.kind == "job_function"] for one in reading.standards] == [
        ["Baker"],
        ["Cook"],
    ]
    assert reading.problems == ()


def test_codes_may_stand_above_their_titles() -> None:
    """Without a header between, too."""
    rows = ("Job Code | {1}1 | {1}2", "Job Title | {0} 1 | {0} 2", "KSA 01 | a | b")
    reading = read(*(row.format(*names) for names in (("Baker", 1), ("Cook", 2)) for row in rows))
    assert [column.entries[1].text for one in reading.standards for column in one.columns] == ["11", "12", "21", "22"]
