"""Documents about one job: labels and values beside, behind or under each other, and next titles in lists."""

from __future__ import annotations

import io
import runpy
import textwrap
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import docx
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.catalogue import merge
from careerpaths.description import find_description, labels_without_title
from careerpaths.forms import label_kind
from careerpaths.grid import read_grid
from careerpaths.model import SPANNED, Document, Reading, Row
from careerpaths.reading import Options, read_document, reader_with
from careerpaths.retelling import as_read, as_rows
from careerpaths.vocabulary import VOCABULARY

pdf: Any = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("pdf_makers.py"))))


def document(*written: str) -> Document:
    """A document of rows written with a bar between two cells, and "/" for the end of a line in a cell."""
    cells = [tuple(cell.strip().replace(" / ", "\n") for cell in row.split("|")) for row in written]
    rows = tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1) if any(one))
    return Document(name="a.docx", kind="docx", rows=rows)


def reading(*written: str) -> Reading:
    """What is read out of a document about one job."""
    made = document(*written)
    pairs = find_description(made)
    assert pairs
    rows = as_rows(pairs, vocabulary=VOCABULARY)
    return as_read(made, pairs, read_grid(Document(name=made.name, kind=made.kind, rows=rows)))


def stated(read: Reading, job: int = 0) -> list[tuple[str | None, str]]:
    """What is stated of a job, with its kinds."""
    standard = read.standards[job]
    (column,) = standard.columns
    level = [column.level] if column.level else []
    return [(entry.kind, entry.text) for entry in (*standard.header, *level, *column.entries)]


def paths(*written: str) -> list[str]:
    """The next titles of a document about one job."""
    return [text for kind, text in stated(reading(*written)) if kind == "career_path"]


FACTS = [("job_function", "IT"), ("level", "P1"), ("title", "Anl 1"), ("job_code", "0012"), ("career_path", "Anl 2")]


@pytest.mark.parametrize(
    "written",
    [
        ("Job Title | Anl 1", "Job Code | 0012", "Function | IT", "Level | P1", "Next role | Anl 2"),
        ("Job Title: Anl 1", "Job Code: 0012", "Function: IT", "Level: P1", "Next role: Anl 2"),
        ("Job Title: | Anl 1", "Job Code: | 0012", "Function: | IT", "Level: | P1", "Next role: | Anl 2"),
        ("Job Title", "Anl 1", "Job Code", "0012", "Function", "IT", "Level", "P1", "Next role", "Anl 2"),
        ("Job Title: | Anl 1 | Job Code: | 0012", "Function: | IT | Level: | P1", "Next role: | Anl 2"),
        ("Job Title: Anl 1 | Job Code: 0012", "Function: IT | Level: P1", "Next role: Anl 2"),
        ("Job Title | Job Code", "Anl 1 | 0012", "Function | Level | Next role", "IT | P1 | Anl 2"),
        ("Job Title: Anl 1 / Job Code: 0012 / Function: IT / Level: P1 / Next role: Anl 2",),
        ("Job Title: Anl 1 / Job Code: 0012 / Function: IT / Level: P1 / Next role: / - Anl 2",),
        ("Function: IT", "Job Code: 0012", "Position Title: Anl 1", "Level: P1", "Leads to:", "\u2022 Anl 2"),
    ],
)
def test_one_job_however_it_is_laid_out(written: tuple[str, ...]) -> None:
    """Beside each other, behind a colon, under each other, in columns, in the lines of one cell: the same facts."""
    read = reading(*written)
    assert read.content == "job description"
    assert stated(read) == FACTS
    assert [problem.message for problem in read.problems] == []
    assert {fate for _, _, fate in read.fates} <= {"used", "blank"}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Next roles:", "\u2022 Anl 2", "\u2022 Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next roles:", "1. Anl 2", "2) Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next roles:", "\u2022 Anl 2", "Approved by HR"), ["Anl 2"]),
        (("Next roles:", "\u2022 Anl 2", "Somebody"), ["Anl 2"]),
        (("Next roles", "Anl 2", "Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next roles", "Anl 2", "Approved by", "Somebody"), ["Anl 2"]),
        (("Next roles", "Anl 2", "", "Mgr 1"), ["Anl 2"]),
        (("Next roles", "", "Anl 2"), ["Anl 2"]),
        (("Next roles", "Anl 2", "Contact:"), ["Anl 2"]),
        (("Next roles", "Anl 2", f"{'word ' * 15}"), ["Anl 2"]),
        (("Next role | Anl 2", " | Mgr 1", " | Mgr 2", "Education | BA"), ["Anl 2", "Mgr 1", "Mgr 2"]),
        (("Next roles: \u2022 Anl 2 / \u2022 Mgr 1",), ["Anl 2", "Mgr 1"]),
        (("Next role: Anl 2", "Next role 2: Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next role: Anl 2", "Mgr 1"), ["Anl 2", "Mgr 1"]),
        (("Next role: | Education: | BA",), []),
        (("Next role:", "Education: BA"), []),
    ],
)
def test_lists_of_next_titles(written: tuple[str, ...], expected: list[str]) -> None:
    """One below the other, with marks or without; the list ends with its marks, at a gap, or at what is no title."""
    assert paths("Job Title: Anl 1", "Job Code: 0012", *written) == expected


def test_other_values_are_one_text() -> None:
    """What stands below the value of another label is no part of it."""
    read = reading("Job Title", "Anl 1", "Smith", "Job Code", "0012", "Next role | Anl 2")
    assert stated(read) == [("title", "Anl 1"), ("job_code", "0012"), ("career_path", "Anl 2")]
    (problem,) = read.problems
    assert (problem.severity, problem.place) == ("problem", "table row 3")
    assert problem.message == (
        'one text outside the job description not taken (the first: "Smith"); '
        "write each behind or right below its label"
    )


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Job Title: Anl 1", "Job Code: 12", "Smith", "Next role: Anl 2"), ["problem"]),
        (("ACME", "Job Title: Anl 1", "Job Code: 12", "Next role: Anl 2", "", "Smith"), ["note"]),
        (("Job Title: Anl 1", "Job Code: 12", "FLSA:", "Approved by HR", "Next role: Anl 2"), ["note"]),
        (("Job Title: Anl 1", "Job Code: 12", "Smith", "Next role: Anl 2", "", "Smith"), ["problem", "note"]),
    ],
)
def test_texts_that_belong_to_no_label(written: tuple[str, ...], expected: list[str]) -> None:
    """Between the values a problem, but for labels without a value and approvals; before and behind them a note."""
    assert [one.severity for one in reading(*written).problems] == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Next role: Anl 2", "Next role code: 0013"), [("Anl 2", "0013")]),
        (("Next role | Anl 2 | Next role code | 0013",), [("Anl 2", "0013")]),
        (("Next role code: 0013",), [("0013", "0013")]),
        (("Next role code: 0013", "Next role: Anl 2"), [("0013", "0013"), ("Anl 2", None)]),
    ],
)
def test_codes_of_next_roles(written: tuple[str, ...], expected: list[tuple[str, str | None]]) -> None:
    """A code behind a next title goes with it; alone it stands for the title."""
    read = reading("Job Title: Anl 1", *written)
    entries = read.standards[0].columns[0].entries
    assert [(entry.text, entry.code) for entry in entries if entry.kind == "career_path"] == expected
    assert read.tally.unplaced == 0


def test_two_jobs_in_one_document() -> None:
    """Each title begins a job; what stands before the first title stands before the others."""
    one = ("Function: IT", "Job Code: 11", "Job Title: Anl 1", "Level: P1", "Next role: Anl 2")
    other = ("Function: HR", "Job Code: 12", "Job Title: Rec 1", "Level: P2", "Next role: Rec 2")
    read = reading(*one, *other)
    assert stated(read, 0) == [
        *(("job_function", "IT"), ("level", "P1"), ("title", "Anl 1")),
        *(("job_code", "11"), ("career_path", "Anl 2")),
    ]
    assert stated(read, 1) == [
        *(("job_function", "HR"), ("level", "P2"), ("title", "Rec 1")),
        *(("job_code", "12"), ("career_path", "Rec 2")),
    ]


def test_a_job_that_begins_with_its_title() -> None:
    """Then what stands before the next title belongs to the first."""
    read = reading("Job Title: A 1", "Job Code: 11", "Function: IT", "Job Title: B 1", "Job Code: 12", "Function: HR")
    assert stated(read, 0)[0] == ("job_function", "IT")
    assert stated(read, 1) == [("job_function", "HR"), ("title", "B 1"), ("job_code", "12")]


def test_promoted_from_and_reports_to() -> None:
    """The first turns the move round, the second states none."""
    catalogue = merge([reading("Job Title: Anl 2", "Promoted from: Anl 1", "Reports to: Mgr 1")])
    names = {role.id: role.title for role in catalogue.roles}
    assert [(names[move.start], names[move.end]) for move in catalogue.moves] == [("Anl 1", "Anl 2")]
    assert sorted(names.values()) == ["Anl 1", "Anl 2"]


def test_the_source_of_a_statement() -> None:
    """The label as in the document, the place of the value, and its whole cell."""
    read = reading("Job Title: Anl 1", "Next roles", "1. Anl 2")
    entry = read.standards[0].columns[0].entries[1]
    assert (entry.label, entry.text, entry.places) == ("Next roles", "Anl 2", ((3, 1),))
    assert (entry.source.row, entry.source.column, entry.source.line, entry.source.text) == (
        "Next roles",
        None,
        3,
        "1. Anl 2",
    )


def test_a_label_that_is_not_known() -> None:
    """It is kept as an attribute, and told with the label and the place that it has in the document."""
    read = reading("Job Title: Anl 1", "Job Code: 12", "Department: Harbour", "Link: http://a.b/c", "Next: http://a.b")
    assert [text for kind, text in stated(read) if kind is None] == ["Harbour", "http://a.b/c"]
    assert [problem.place for problem in read.problems][:2] == [
        'table row 3, row "Department"',
        'table row 4, row "Link"',
    ]


@pytest.mark.parametrize(
    "written",
    [
        (),
        ("Job Title: Anl 1",),
        ("Job Title: Anl 1", "Smith: Harbour"),
        ("Job Code: 12", "Education: BA"),
        ("Dear Sir", "The job title is Anl 1"),
        ("10:30", "a | b | c"),
    ],
)
def test_what_is_no_description(written: tuple[str, ...]) -> None:
    """It states a title and one thing more that is known."""
    assert find_description(document(*written)) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Job Title", "title"),
        ("Position", "title"),
        ("Next role 2", "next"),
        ("KSA 01", "knowledge"),
        ("Next role 2 code", "next_code"),
        ("Job Code 0012", None),
        ("Department", None),
    ],
)
def test_what_a_label_means(text: str, kind: str | None) -> None:
    """By the words for rows, then by those for columns; it may bear a number of two digits, which a code has not."""
    assert label_kind(text, vocabulary=VOCABULARY) == (kind if kind != "next" else "career_path")


CELLS = st.sampled_from(
    [
        *("Job Title", "Job Title: Anl 1", "Anl 1", "Next role", "Next roles:", "- Anl 2", "Mgr 1", "Next code: 12"),
        *(
            "Level | P1",
            "Function: IT",
            "Job Code | 0012",
            "Approved by",
            "x | y | z",
            "Note: see",
            "Level: | Next role:",
        ),
        *("Job Title | Job Code", "Anl 1 | 12", "Job Title: A 1 / Next role: B 2", " | Mgr 2", "Promoted from: C 1"),
    ]
)


@given(st.lists(CELLS, min_size=1, max_size=9))
def test_every_cell_has_one_fate_and_nothing_is_invented(written: list[str]) -> None:
    """The cells add up, every statement stands in the cells that it cites, and those are used."""
    made = document(*written)
    pairs = find_description(made)
    if not pairs:
        return
    rows = as_rows(pairs, vocabulary=VOCABULARY)
    read = as_read(made, pairs, read_grid(Document(name=made.name, kind=made.kind, rows=rows)))
    cells = {(row.line, at): text for row in made.rows for at, text in enumerate(row.cells, 1)}
    assert [(line, cell) for line, cell, _ in read.fates] == sorted(cells)
    assert all((fate == "blank") == (not cells[line, cell]) for line, cell, fate in read.fates)
    used = {(line, cell) for line, cell, fate in read.fates if fate in ("used", "repeated_header")}
    for standard in read.standards:
        for column in standard.columns:
            for entry in (*standard.header, *column.entries):
                assert set(entry.places) <= used
                cited = " ".join(cells[place] for place in entry.places).split()
                assert Counter(entry.text.split()) <= Counter(entry.source.text.split()) <= Counter(cited)


PLANS = (
    "Plans and runs the imaging systems of two hospitals, trains the people who use them, and answers for the budget "
    "of the unit, for which a good knowledge of the law and of purchasing is needed as well."
)
SOME = (
    "plans",
    "Systems",
    "the",
    "of",
    "long-term",
    "budget,",
    "hospitals",
    "and",
    "PACS",
    "(two)",
    "law",
    "2",
    "people",
)
TEXTS = st.lists(st.sampled_from(SOME), min_size=3, max_size=45).map(lambda some: f"Runs {' '.join(some)} units.")
NEXT = (
    "Senior Clinical Imaging Informatics Specialist 3, Clinical Imaging Informatics Specialist 4 and Imaging Manager 1"
)


@st.composite
def jobs(draw: st.DrawFn, mark: str) -> list[str]:
    """The paragraphs of a document about one job, most of them longer than a line."""
    duties = [mark + text for text in draw(st.lists(TEXTS, min_size=1, max_size=4))]
    blocks = [
        ["Education: " + draw(TEXTS)],
        ["Working conditions: " + draw(TEXTS)],
        ["Key Responsibilities", *duties],
        ["Career Path: " + NEXT],
    ]
    start = ["Job Title: Coder 2", "Job Code: 0302", "Job Summary: " + PLANS]
    return [*start, *[line for block in draw(st.permutations(blocks)) for line in block]]


def as_text(lines: Sequence[str]) -> bytes:
    """A text file."""
    return "\n".join(lines).encode()


def as_docx(lines: Sequence[str]) -> bytes:
    """A Word document with a paragraph for each line."""
    made, file = docx.Document(), io.BytesIO()
    for line in lines:
        made.add_paragraph(line)
    made.save(file)
    return file.getvalue()


def said(name: str, content: bytes) -> list[tuple[str | None, str]]:
    """What is stated of the only job of a document, all of whose cells are used."""
    read = read_file(name, content)
    assert {fate for _, _, fate in read.fates} == {"used"}, [problem.message for problem in read.problems]
    return stated(read)


@settings(deadline=None, max_examples=60)
@given(
    data=st.data(), marked=st.sampled_from([("", 0), ("- ", 0), ("- ", 2), ("\u2022 ", 2)]), width=st.integers(45, 110)
)
def test_values_broken_at_any_width_read_as_in_one_line(
    data: st.DataObject, marked: tuple[str, int], width: int
) -> None:
    """In text of any width that a page has, with marks before the duties and without; in Word nothing is broken."""
    mark, indent = marked
    whole = data.draw(jobs(mark))
    lines = [part for line in whole for part in textwrap.wrap(line, width, subsequent_indent=" " * indent)]
    assert said("a.txt", as_text(lines)) == said("a.txt", as_text(whole)) == said("a.docx", as_docx(whole))


ITEMS = st.sampled_from(
    [
        *(
            "Peels potatoes",
            "Washes rice",
            "iPad charting",
            "pH testing",
            "electronic records",
            "Data Entry",
            "Draft menus",
        ),
        *("Cooks simple meals.", "Washes Rice;", "Cleans; and", "Contact with guests", "Signs in", "Reviewed by peers"),
    ]
)


@pytest.mark.parametrize("kind", ["text", "docx", "pdf"])
@settings(deadline=None)
@given(items=st.lists(ITEMS, min_size=1, max_size=8))
def test_short_lines_below_a_label_are_its_items(kind: str, items: list[str]) -> None:
    """Whatever they begin and end with, as duties; nothing is joined and nothing is lost."""
    lines = ["Job Title: Anl 1", "Job Code: 12", "Duties:", *items, "Next roles:", "Anl 2", "Mgr 1"]
    rows = tuple(Row(cells=(line,), line=n) for n, line in enumerate(lines, 1))
    pairs = find_description(Document(name="a", kind=kind, rows=rows))
    assert [pair.value for pair in pairs if pair.kind == "duty"] == items
    assert [pair.value for pair in pairs if pair.kind == "career_path"] == ["Anl 2", "Mgr 1"]


COMMIS = "Job Title: Commis\nJob Code: K1\n"


@pytest.mark.parametrize(
    ("written", "label", "expected"),
    [
        ("Next roles:\nSenior Cook\nHead Baker\nContact:\nhr@x.org", "Next roles", ["Senior Cook", "Head Baker"]),
        ("Next roles\nNurse 2\nNurse 3\nContact\nhr@x.org", "Next roles", ["Nurse 2", "Nurse 3"]),
        ("Next roles:\nDemi Chef,\nBaker; or\nChef", "Next roles", ["Demi Chef", "Baker", "Chef"]),
        ("Next roles:\nPage Layout Editor\nReview Officer", "Next roles", ["Page Layout Editor", "Review Officer"]),
        ("Next role: Vice President of\nOperations", "Next role", ["Vice President of Operations"]),
        ("Next roles:\nDemi Chef\nPage 1 of 2\nBaker\nVersion 2.1", "Next roles", ["Demi Chef", "Baker"]),
        (
            "Duties:\nPeels\nWashes rice\nCleans the kitchen\nand the yard",
            "Duties",
            ["Peels", "Washes rice", "Cleans the kitchen and the yard"],
        ),
        ("Duties:\nPeels;\nWashes; and\nCleans.", "Duties", ["Peels;", "Washes; and", "Cleans."]),
        ("Duties:\nCooks.\nData Entry\nServes meals", "Duties", ["Cooks.", "Data Entry", "Serves meals"]),
        ("Duties:\nIn the morning: peels\nAt noon: serves", "Duties", ["In the morning: peels", "At noon: serves"]),
        ("Education:\nDiploma.\nFood Handler Card\nFirst Aid", "Education", ["Diploma.\nFood Handler Card\nFirst Aid"]),
        ("Education:\nOne of the following:\nBA\nBS", "Education", ["One of the following:\nBA\nBS"]),
        ("Requirements:\nfood card\nclean record\nNext role: Chef", "Requirements", ["food card\nclean record"]),
        ("Skills:\ncommunication\n- teamwork", "Skills", ["communication\nteamwork"]),
        ("FLSA: Non-Exempt\nKey words:\nkitchen\nfood", "FLSA", ["Non-Exempt"]),
        ("Job Family: Kitchen\nof great places", "Job Code", ["K1"]),
    ],
)
@pytest.mark.parametrize("is_spaced", [False, True])
def test_values_in_short_lines(written: str, label: str, expected: list[str], *, is_spaced: bool) -> None:
    """Lines stay apart, the list ends where it ends, and a label that is not known has its own values.

    A blank line between all lines says nothing.
    """
    text = COMMIS + written
    read = read_file("a.txt", text.replace("\n", "\n\n") if is_spaced else text)
    (column,) = read.standards[0].columns
    assert [entry.text for entry in (*read.standards[0].header, *column.entries) if entry.label == label] == expected


def test_headings_that_are_not_known() -> None:
    """A few words behind a gap are a label; below next titles they may be one: then that is a problem."""
    head = ("Job Title: Anl 1", "Job Code: 12", "", "Position profile", "Plans.", "Trains.", "")
    read = reading(*head, "Next roles:", "Anl Two", "", "Anl Three", "Anl Four", "", "Level: 2")
    assert (None, "Plans.\nTrains.") in stated(read)
    assert [problem.place for problem in read.problems if problem.severity == "problem"] == ["table row 11"]


def test_the_job_code_has_one_line() -> None:
    """What stands below it under another label is not joined to it, in any format."""
    lines = ["Job Title: Nurse", "Job Code: N1", "Skills:", "communication", "teamwork", "Next role: Head Nurse"]
    for name, content in (("a.txt", as_text(lines)), ("a.docx", as_docx(lines))):
        assert stated(read_file(name, content)) == [
            *(("title", "Nurse"), ("job_code", "N1"), (None, "communication\nteamwork"), ("career_path", "Head Nurse"))
        ]


def test_a_description_without_a_title() -> None:
    """A problem that says what is missing: a heading alone names no job."""
    read = read_file("a.txt", "Data Steward\n\nJob Code: D1\nLevel: Entry\nPurpose: Keeps data.\nNext role: Manager\n")
    (problem,) = read.problems
    assert problem.severity == "problem"
    assert problem.message == (
        "a description of a job (Job Code, Level, Purpose, Next role) without a title, it begins with "
        '"Data Steward": not read; write its title behind the label "Job Title"'
    )
    assert labels_without_title(document("Dear Sir", "Level: 2", "Subject: x")) == ()


@pytest.mark.parametrize("mark", ["", "\u2022 "])
@settings(deadline=None, max_examples=15)
@given(data=st.data(), width=st.integers(250, 600))
def test_values_broken_by_a_page_read_as_in_one_line(mark: str, data: st.DataObject, width: int) -> None:
    """In a PDF without rules, whose letters differ in width."""
    whole = data.draw(jobs(mark))
    look = pdf.Look(ruled=False, width=width, repeat=0)
    assert said("a.pdf", pdf.by_reportlab([[line] for line in whole], look)) == said("a.txt", as_text(whole))


KNOWN = "Title,Code,Next role\nAnl 1,0101,Anl 2\nAnl 2,0102,\nMgr 1,0201,\n"


def read_file(name: str, content: str | bytes) -> Reading:
    """The only reading of a document."""
    made = content.encode() if isinstance(content, str) else content
    (read,) = read_document(name, made, reader_with(msgspec.json.encode(Options())))
    return read


def test_a_next_title_that_its_code_contradicts() -> None:
    """No move, and a problem with the place that the document has."""
    job = reading(
        "Job Title | Sup 1 | Job Code | 0301", "Next role 1 | Anl 2 | Code | 0102", "Next 2 | Mgr 1 | No. | 0102"
    )
    catalogue = merge([job, read_file("b.csv", KNOWN)])
    names = {role.id: role.title for role in catalogue.roles}
    assert [names[move.end] for move in catalogue.moves if names[move.start] == "Sup 1"] == ["Anl 2"]
    (problem,) = [one for one in catalogue.problems if one.severity == "problem"]
    assert problem.place == 'table row 3, row "Next 2"'
    assert problem.message == 'the title "Mgr 1" and the code 0102 (Anl 2) disagree: no move; correct one'


def test_messages_name_rows_of_the_document() -> None:
    """What stands twice is told with the place of the first, by the rows of a format that has no lines."""
    read = reading("Job Title: Anl 1", "Job Code: 12", "", "Education: BA", "Level: P1", "Education: MA")
    (problem,) = [one for one in read.problems if one.severity == "problem"]
    assert problem.place == 'table row 6, row "Education"'
    assert "stands already in table row 4, with another text" in problem.message


def test_places_in_a_pdf_have_their_page() -> None:
    """As those of every other message about it, also where the whole catalogue told what was wrong."""
    content = pdf.by_reportlab([["Job Title: Anl 1"], ["Next roles: Anl 2, Mgr 1"]], pdf.Look(ruled=False, repeat=0))
    read = read_file("a.pdf", content)
    row = read.standards[0].columns[0].entries[1].source.line
    assert [one.place for one in merge([read]).problems] == [f'page 1, table row {row}, row "Next roles"']


@pytest.mark.parametrize(
    "written",
    [
        "<p><b>Job title</b><br>Anl 1</p><p><b>Next role</b><br>Mgr 1</p>",
        "<p><b>Job title:</b><br>Anl 1</p><p><b>Next role:</b><br>Mgr 1</p>",
        "<p>Job title<br>Anl 1<br>Next role<br>Mgr 1</p>",
        "<table><tr><td>Job title<br>Anl 1<td>Next role<br>Mgr 1</table>",
        "<table><tr><td>Job title<td>Anl 1</table><p>Next role<br>Mgr 1</p>",
    ],
)
def test_a_label_above_its_value_in_one_cell(written: str) -> None:
    """As a page of HTML has them, parted by a line break."""
    read = read_file("a.html", f"<html><body>{written}</body></html>")
    assert stated(read) == [("title", "Anl 1"), ("career_path", "Mgr 1")]
    assert read.tally.unplaced == 0


def test_paragraphs_of_a_text_apart() -> None:
    """Text behind a blank line goes on with the value above; approvals do not."""
    rows = (
        "Job Title: Anl 1",
        "Summary:",
        "",
        "Plans the Imaging systems.",
        "",
        "Trains people.",
        "",
        "Approvals",
        "Me",
    )
    read = reading(*rows)
    assert stated(read)[0] == ("job_summary", "Plans the Imaging systems.\nTrains people.")
    assert [one.message for one in read.problems] == [
        '2 texts outside the job description not taken (the first: "Approvals")'
    ]


def test_running_heads_between_the_lines_of_a_value() -> None:
    """What is alike on all pages but for numbers is a repeated header and parts nothing."""
    look = pdf.Look(ruled=False, height=300, repeat=0, head="ACME job description", foot="Effective 1 May 2023 - {}")
    whole = ["Job Title: Anl 1", f"Job Summary: {PLANS * 20}", "Next role: Anl 2"]
    read = read_file("a.pdf", pdf.by_reportlab([[line] for line in whole], look))
    assert stated(read) == stated(read_file("a.txt", "\n".join(whole)))
    assert (read.tally.unplaced, read.tally.repeated_header > 1) == (0, True)


def test_marks_in_cells_of_their_own() -> None:
    """A number beside each item is the mark of a list, and no label."""
    duties, roles = ("Duties", "1 | Bakes", "2. | Cleans"), ("Next roles", "- | Baker 2", "- | Chef")
    read = reading("Job Title: | Baker 1", "Job Code: | 001", *duties, *roles)
    assert stated(read) == [
        ("title", "Baker 1"),
        ("job_code", "001"),
        ("duty", "Bakes"),
        ("duty", "Cleans"),
        ("career_path", "Baker 2"),
        ("career_path", "Chef"),
    ]
    assert read.tally.unplaced == 0


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (("Next role: Chef", "", "Version | Date | Author", "1 | 2020-01-01 | J. Smith"), ["Chef"]),
        (
            ("Next roles:", "Chef | Host | Waiter", "Usher | Guide | Clerk"),
            ["Chef", "Host", "Waiter", "Usher", "Guide", "Clerk"],
        ),
        (("Next role | Chef | Head Baker", " | Waiter | Barista"), ["Chef", "Head Baker", "Waiter", "Barista"]),
        (("Next role | Chef", "Print", "Back to list"), ["Chef"]),
    ],
)
def test_tables_and_texts_behind_next_titles(written: tuple[str, ...], expected: list[str]) -> None:
    """A table below a list, and texts below a table, are no next titles; those in rows are."""
    assert paths("Job Title | Baker", "Job Code | 12", *written) == expected


def test_a_heading_below_an_empty_label() -> None:
    """It begins another part and is no next title, also where nothing stands below it."""
    made = docx.Document()
    for text, style in (
        ("Job title: Baker", ""),
        ("Job code: 12", ""),
        ("Next roles", "Heading 2"),
        ("Grade", "Heading 2"),
    ):
        made.add_paragraph(text, style or None)
    file = io.BytesIO()
    made.save(file)
    (read,) = read_document("a.docx", file.getvalue(), reader_with(msgspec.json.encode(Options())))
    assert stated(read) == [("title", "Baker"), ("job_code", "12")]


def test_a_section_over_both_columns_of_a_form() -> None:
    """It ends the values of the label above; below a label over both columns stands its value."""
    rows = ("Job Title | Baker", "Job Code | 12", "Next role | Chef", "Conditions |<", "Hours | 37")
    cells = [tuple(SPANNED if cell == "<" else cell.strip() for cell in row.split("|")) for row in rows]
    made = [Row(cells=one, line=n) for n, one in enumerate(cells, 1)]
    found = find_description(Document(name="a.docx", kind="docx", rows=tuple(made)))
    assert [(pair.label, pair.value) for pair in found[2:]] == [("Next role", "Chef"), ("Hours", "37")]
    made[2:4] = [Row(cells=("Next role", SPANNED), line=3), Row(cells=("Chef", SPANNED), line=4)]
    found = find_description(Document(name="a.docx", kind="docx", rows=tuple(made)))
    assert [(pair.label, pair.value) for pair in found[2:]] == [("Next role", "Chef"), ("Hours", "37")]


def test_numbers_in_cells_before_labels() -> None:
    """They count the rows, and say nothing else."""
    read = reading("1. | Job title | Cook", "2. | Job code | 12", "3. | Next role | Chef")
    assert stated(read) == [("title", "Cook"), ("job_code", "12"), ("career_path", "Chef")]
    assert read.problems == ()
