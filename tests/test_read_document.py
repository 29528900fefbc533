"""One document to its readings: what it is taken for, and what is said where it is no standard."""

from __future__ import annotations

import io
import json
from collections import Counter
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.formats import FORMATS, Answer, write_graph
from careerpaths.model import Reading
from careerpaths.reading import Options, answer, as_readings, read_document, reader_with, unread

STANDARD = "Job Function\tImaging\nJob Level\tEntry\tExpert\nJob Title\tAnl 1\tAnl 2\nCareer Path 1\tAnl 2\t\n"


def read(text: str | bytes, name: str = "a.txt", *, options: Options | None = None) -> Reading:
    """The one reading of a document."""
    content = text.encode() if isinstance(text, str) else text
    (reading,) = read_document(name, content, reader_with(msgspec.json.encode(options or Options())))
    return reading


def notes(reading: Reading) -> list[str]:
    """What is said of a document, problems marked."""
    return [f"{'! ' if one.severity == 'problem' else ''}{one.message}" for one in reading.problems]


def header(reading: Reading) -> dict[str | None, str]:
    """The header of its only standard."""
    return {entry.kind: entry.text for entry in reading.standards[0].header}


@pytest.mark.parametrize(
    ("name", "text", "content", "columns"),
    [
        ("a.txt", STANDARD, "standard", 2),
        ("a.csv", "Job Title,Next role\nAnl 1,Anl 2\nAnl 2,\n", "role table", 2),
        ("a.csv", "From,To\nAnl 1,Anl 2\n", "move list", 1),
        ("a.txt", "Job title: Anl 1\nLeads to: Anl 2\n", "job description", 1),
        ("a.txt", "Dear all,\nRegards, me\n", "nothing", 0),
        ("a.txt", "", "unread", 0),
    ],
)
def test_what_a_document_holds_is_seen_by_its_content(name: str, text: str, content: str, columns: int) -> None:
    """A standard, a table of roles, a list of moves, one job, or nothing of these."""
    reading = read(text, name)
    assert (reading.content, sum(len(one.columns) for one in reading.standards)) == (content, columns)


@pytest.mark.parametrize("word", ["Role name", "POSITION TITLE", "Position:", "Job", "Classification"])
@pytest.mark.parametrize(
    "rest",
    [
        "Job Level\tEntry\tExpert\n{}\tAnl 1\tAnl 2\nCareer Path 1\tAnl 2\t\n",
        "Job Function\tIT\nJob Code\t11\t12\n{}\tAnl 1\tAnl 2\nCareer Path 1\tAnl 2\tMgr 1\n",
        "Career level\tEntry\tExpert\n{}\tAnl 1\tAnl 2\nPosition code\t11\t12\nCareer Path 1\tAnl 2\t\n",
    ],
    ids=["levels", "codes", "columns"],
)
def test_titles_may_be_named_as_a_column_would_be(word: str, rest: str) -> None:
    """Levels side by side are a standard of several roles, whatever its row of titles is called; a note says so."""
    reading = read(rest.format(word))
    (standard,) = reading.standards
    assert (reading.content, [column.title.text for column in standard.columns]) == ("standard", ["Anl 1", "Anl 2"])
    assert f'"{word}" read as the row of the title' in notes(reading)
    assert not reading.tally.unplaced


def test_every_row_that_is_named_as_a_column_counts() -> None:
    """Levels and codes as well, where the titles are so named."""
    reading = read("Career level\tEntry\tExpert\nRole name\tAnl 1\tAnl 2\nRole code\t11\t12\nCareer Path\tAnl 2\t\n")
    columns = reading.standards[0].columns
    assert [column.level.text for column in columns if column.level] == ["Entry", "Expert"]
    codes = [entry.text for column in columns for entry in column.entries if entry.kind == "job_code"]
    assert codes == ["11", "12"]


def test_values_side_by_side_are_levels() -> None:
    """Rows as wide as that of the titles tell that these are several roles, and nothing of the second is lost."""
    reading = read("Position\tAnl 1\tAnl 2\nGrade\t5\t6\nLeads to\tAnl 2\tAnl 3\n")
    paths = [
        [entry.text for entry in column.entries if entry.kind == "career_path"]
        for column in reading.standards[0].columns
    ]
    assert paths == [["Anl 2"], ["Anl 3"]]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Position\tAnl 1\nJob Code\t11\nCareer Path\tAnl 2\n", "job description"),
        ("Position\tAnl 1\tCode\t11\nCareer Path\tAnl 2\tGrade\t7\n", "job description"),
        ("Role name\tAnl 1\nRoom\t1\nCareer Path\tAnl 2\n", "job description"),
    ],
)
def test_one_job_stays_one(text: str, content: str) -> None:
    """A form, or a row of titles with nothing that tells levels."""
    assert read(text).content == content


@pytest.mark.parametrize(
    ("text", "seems"),
    [
        ("Dear all,\nplease come on Monday.\nRegards, the office\n", "a letter or memo"),
        ("To: all\nFrom: me\nSubject: lunch\n", "a letter or memo"),
        ("MEMORANDUM\nTO: all staff\nFrom: HR\nthere will be cake\n", "a letter or memo"),
        ("Fruit\tPrice\nPear\t3\nPlum\t4\n", "a table of something else"),
        ("The quick brown fox jumps over the lazy dog again and again.\n" * 3, "running text"),
        ("milk\nbread\nsoap\n", "a list or notes"),
    ],
)
def test_a_document_that_is_no_standard_is_one_note(text: str, seems: str) -> None:
    """It says what the document seems to be, how it begins, and what was expected; its cells are unplaced."""
    reading = read(text)
    first = text.partition("\n")[0].split("\t")[0]
    (note,) = reading.problems
    assert (note.severity, note.place) == ("note", "whole document")
    assert note.message.startswith(f'no job standard found, it seems to be {seems}, it begins with "{first[:40]}')
    assert "expected rows such as Job Family" in note.message
    assert reading.tally.unplaced == sum(bool(cell) for line in text.splitlines() for cell in line.split("\t"))


def test_a_document_without_any_letters_of_a_standard_keeps_its_shapes() -> None:
    """Words are suggested from them: at most 300 rows of 12 cells, cut short."""
    reading = read("\n".join("\t".join(f"{'x' * 99}{row}.{cell}" for cell in range(20)) for row in range(400)))
    assert len(reading.shapes) == 300
    assert {len(row) for row in reading.shapes} == {12}
    assert max(len(cell) for row in reading.shapes for cell in row) == 60


def test_two_labels_without_a_title_are_a_standard_with_something_missing() -> None:
    """That is a problem to mend, and no letter."""
    reading = read("Job Family\tTechnology\nKey Resp 1\tFiles\n")
    assert reading.content == "standard"
    assert any(one.startswith("! no Job Title row") for one in notes(reading))


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "! the file is empty"),
        (b"\x89PNG", "this is a picture"),
        (b"{\\rtf1}", "! this is rich text (RTF): save it as DOCX"),
    ],
)
def test_what_no_reader_reads_is_said(content: bytes, message: str) -> None:
    """A problem where something can be done about it, else a note."""
    assert notes(read(content)) == [message]


@pytest.mark.parametrize(
    ("source", "function"), [("file", "Records Office"), ("folder", "Staff"), ("sheet", None), (None, None)]
)
def test_a_name_gives_the_function_that_is_not_stated(source: str | None, function: str | None) -> None:
    """The file, or the folder it lies in; a text has no sheets."""
    options = msgspec.convert({"function_from": source, "family_from": source}, Options)
    found = header(read(STANDARD.partition("\n")[2], "HR/Staff/Records Office.txt", options=options))
    assert (found.get("job_function"), found.get("job_family")) == (function, function)
    stated = header(read(STANDARD, "HR/Staff/Records Office.txt", options=options))
    assert stated["job_function"] == "Imaging"


def test_a_file_in_no_folder_has_no_folder_name() -> None:
    """Nothing is claimed."""
    options = Options(function_from="folder")
    assert "job_function" not in header(read(STANDARD.partition("\n")[2], "a.txt", options=options))


def test_a_sheet_gives_the_function(tmp_path: Path) -> None:
    """Each sheet of a workbook is a reading with the name of its sheet."""
    import xlsxwriter  # noqa: PLC0415 - only this test needs it

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for name in ("Records", "Post"):
        page = book.add_worksheet(name)
        for number, line in enumerate(STANDARD.partition("\n")[2].splitlines()):
            page.write_row(number, 0, line.split("\t"))
    page = book.add_worksheet("Lunch")
    page.write(0, 0, "soup")
    book.close()
    path = tmp_path / "a.xlsx"
    path.write_bytes(stream.getvalue())
    options = msgspec.json.encode(Options(function_from="sheet")).decode()
    digest = sha256(stream.getvalue()).hexdigest()
    first, second, third = as_readings(answer(str(path), "a.xlsx", options, digest))
    assert [header(one)["job_function"] for one in (first, second)] == ["Records", "Post"]
    assert [one.sheet for one in (first, second, third)] == [1, 2, 3]
    assert (third.content, third.problems[0].place) == ("nothing", "sheet 3")


def test_cells_that_a_reader_could_not_take_are_unplaced() -> None:
    """Far out in a sheet, or with an error in place of a text: they count, in whatever the sheet holds."""
    import xlsxwriter  # noqa: PLC0415 - as above

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    for lines in (["Job Title\tCook 1\tCook 2", "Job Code\tC1\tC2", "Career Path 1\tCook 2\t"], ["soup"], []):
        page = book.add_worksheet()
        for number, line in enumerate(lines):
            page.write_row(number, 1, line.split("\t"))
        page.write_string(0, 16_383, "far")
        page.write_string(70, 1500, "far")
        page.write_formula(0, 0, "=1/0", None, "#DIV/0!")
    book.close()
    standard, soup, nothing = read_document("a.xlsx", stream.getvalue(), reader_with(b"{}"))
    assert (standard.content, standard.tally.unplaced, standard.tally.total) == ("standard", 3, 9 + 3)
    assert (soup.tally.unplaced, soup.tally.total) == (1 + 3, 1 + 3)
    assert (nothing.tally.unplaced, nothing.tally.total) == (3, 3)


def outputs(folder: Path) -> dict[str, Path]:
    """A file for every answer in every format that this program writes."""
    catalogue = cp.load()
    graph = cp.build_graph(catalogue)
    answers: dict[str, Answer] = {
        "roles": cp.roles(graph),
        "roles-full": cp.roles(graph, full=True, catalogue=catalogue),
        "show": cp.role(graph, "Spec 4"),
        "show-full": cp.role(graph, "Spec 4", full=True, catalogue=catalogue),
        "next": cp.next_roles(graph, "Spec 2"),
        "route": cp.routes(graph, "Spec 2", "Clin Imaging IT Mgr 1"),
        "reach": cp.reach(graph, "Spec 2"),
        "dead-ends": cp.dead_ends(graph),
        "problems": cp.problems(catalogue),
        "check": cp.check(catalogue),
        "distances": cp.distances(graph),
        "compare": cp.compare(graph, "Spec 2", "Spec 3", catalogue=catalogue),
        "choke-points": cp.choke_points(graph, "Spec 2"),
        "find": cp.find(graph, "imaging", catalogue=catalogue),
        "sideways": cp.sideways(graph, "Spec 2", catalogue=catalogue),
        "when": cp.when(graph, "overtime", role="Spec 2"),
    }
    found = {"map.html": cp.write_map(graph, folder / "map.html", catalogue=catalogue)}
    plan = cp.plan(graph, "Spec 2", "Clin Imaging IT Mgr 1", catalogue=catalogue)
    for name in ("plan.html", "plan.docx"):
        found[name] = cp.write_plan(plan, folder / name)
    found["graph.json"] = write_graph(graph, folder / "graph.json")
    for name, one in answers.items():
        for kind, write in FORMATS.items():
            path = folder / f"{name}.{kind}"
            path.write_text("".join(write(one)), encoding="utf-8")
            found[path.name] = path
    return found


def test_what_this_program_wrote_is_no_document(tmp_path: Path) -> None:
    """Every output among the documents is a note and defines nothing, under any name."""
    (tmp_path / "out").mkdir()
    (tmp_path / "a.txt").write_text(STANDARD, encoding="utf-8")
    paths = outputs(tmp_path / "out")
    catalogue = cp.load(tmp_path)
    assert [role.title for role in catalogue.roles] == ["Anl 1", "Anl 2"]
    said = {one.document.partition("/")[2]: one for one in catalogue.problems}
    own = "this is an output of this program: no document"
    assert {one.severity for one in said.values()} == {"note"}
    tables = {name for name, one in said.items() if one.message != own}
    # A table of numbers has no words of its own; it is told as what it is.
    assert tables == {"distances.csv", "distances.markdown"}
    assert {*said} == {*paths}


def test_a_role_table_with_the_columns_of_others_is_read() -> None:
    """A few headings in common with an output make no output of it."""
    table = read("id,title,job code,level,next role\n1,Anl 1,8,Entry,Anl 2\n", "a.csv")
    assert table.content == "role table"


@settings(max_examples=100)
@given(st.sampled_from(["a.txt", "a.csv", "a.html", "a.xlsx", "a.pdf"]), st.one_of(st.binary(max_size=99), st.text()))
def test_no_content_raises(name: str, content: bytes | str) -> None:
    """Whatever it holds: a reading with a tally of its cells, and something said where nothing was read."""
    reading = read(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"), name)
    assert Counter(fate for _, _, fate in reading.fates).total() == reading.tally.total
    assert reading.standards or reading.problems


@settings(max_examples=30)
@given(st.lists(st.lists(st.text(max_size=9), min_size=1, max_size=4), min_size=1, max_size=6))
def test_readings_survive_the_way_out_of_a_worker(rows: list[list[str]]) -> None:
    """Through JSON and back they are equal."""
    reading = read(STANDARD + "\n".join("\t".join(row) for row in rows).encode("utf-8", "replace").decode())
    assert as_readings(msgspec.json.encode((reading,))) == (reading,)
    assert json.loads(msgspec.json.encode(reading))["document"] == "a.txt"


def test_unread_is_a_problem_unless_said_otherwise() -> None:
    """It has no cells, and lasts unless it may be read another time."""
    reading = unread("a.txt", "why")
    assert (reading.kind, reading.content, reading.tally.total, reading.passing) == ("unread", "unread", 0, False)
    assert unread("a.txt", "why", passing=True).passing


def test_a_table_of_one_row_is_no_ladder() -> None:
    """A title above one row whose label nobody knows is a heading: the words beside it are no roles."""
    assert read("Job title\tMarket code\tMedian\nLine Cook\tM22\t20,000\n").content == "nothing"
    assert len(read("Job title\tCook 1\tCook 2\nPay\tM22\t20,000\nShift\tDay\tNight\n").standards) == 1
    assert len(read("Job title\tCook 1\tCook 2\nCareer path\tCook 2\t\n").standards) == 1


@pytest.mark.parametrize(
    "head",
    [
        "To: All staff\nFrom: HR\nDate: 3 May\nSubject: New titles\n",
        "From: hr@example.org\nTo: all@example.org\nSubject: Baker\n",
        "From\tHR\nTo\tAll\nRe\tBaker\n",
    ],
)
def test_a_letter_is_no_standard(head: str) -> None:
    """Whatever it says below: one note, that it seems to be a letter."""
    found = read(f"{head}\nJob title: Baker\nJob code: K1\nNext role: Head Baker\n")
    assert (found.content, found.standards) == ("nothing", ())
    assert [one.startswith("no job standard found, it seems to be a letter or memo") for one in notes(found)] == [True]


def test_a_job_with_both_ends_of_a_move_is_no_letter() -> None:
    """Without a subject or a date, "From" and "To" may be moves."""
    assert read("Job title: Baker\nJob code: K1\nFrom: Cook\nTo: Head Baker\n").content == "job description"
