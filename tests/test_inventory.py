"""What `check` says of each document: what it holds, what became of its cells, what was guessed or is wrong."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import Workbook
from rich.console import Console

import careerpaths as cp
from careerpaths.formats import as_csv, as_json
from careerpaths.queries.inventory import CheckAnswer, DocumentReport
from careerpaths.report import Style, tell

HEADER = "Job Function\tImaging\nJob Level\tEntry\tExpert\n"
STANDARD = f"{HEADER}Job Title\tAnl 1\tAnl 2\nJob Code\t1\t2\nCareer Path 1\tAnl 2\t\n{HEADER}Odd\tx\t\n"
TABLE = "Job Title,Job Code,Next role\nClerk,7,Guard\nGuard,8,\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A standard, a role table, a copy, a memo and an empty file."""
    write(tmp_path, "a.txt", STANDARD)
    write(tmp_path, "b.csv", TABLE)
    write(tmp_path, "c.txt", STANDARD)
    write(tmp_path, "d.txt", "To: all\nFrom: me\nlunch\n")
    write(tmp_path, "e.txt", "")
    return tmp_path


def write(folder: Path, name: str, text: str) -> None:
    """A document."""
    (folder / name).write_text(text, encoding="utf-8")


def report(answer: CheckAnswer, name: str) -> DocumentReport:
    """The report of one document."""
    (found,) = [one for one in answer.documents if one.document == name]
    return found


def text(answer: CheckAnswer) -> str:
    """The report as it is printed, wide."""
    console = Console(file=io.StringIO(), width=200, highlight=False)
    tell(answer, console, Style(sources=False, ascii_only=True, width=200, contact=None))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_each_document_says_what_it_holds(data: Path) -> None:
    """Kind, content, standards, roles and moves."""
    answer = cp.check(cp.load(data))
    assert [(one.document, one.kind, one.content, one.standards, one.roles, one.moves) for one in answer.documents] == [
        ("a.txt", "text", "standard", 1, 2, 1),
        ("b.csv", "csv", "role table", 1, 2, 1),
        ("c.txt", "copy", "copy", 0, 0, 0),
        ("d.txt", "text", "nothing", 0, 0, 0),
        ("e.txt", "unread", "unread", 0, 0, 0),
    ]


def test_the_cells_of_a_document_add_up(data: Path) -> None:
    """Used, blank, repeated header and unplaced are all the cells that stand in it."""
    answer = cp.check(cp.load(data))
    assert report(answer, "a.txt").cells.total == sum(len(line.split("\t")) for line in STANDARD.splitlines())
    assert report(answer, "b.csv").cells.total == 9
    assert report(answer, "a.txt").cells.repeated_header == 5
    assert report(answer, "d.txt").cells.unplaced == 3
    assert report(answer, "e.txt").cells.total == 0
    assert answer.cells.total == sum(one.cells.total for one in answer.documents)


def test_the_cells_of_every_sample_add_up() -> None:
    """And the sum of the whole is the sum of the documents, in JSON too."""
    shape = cp.check(cp.load()).to_dict()
    parts = ("used", "blank", "repeated_header", "unplaced")
    assert all(one["cells"]["sum"] == sum(one["cells"][part] for part in parts) for one in shape["documents"])
    assert shape["cells"]["sum"] == sum(one["cells"]["sum"] for one in shape["documents"]) > 0


def test_trouble_stands_with_its_document(data: Path) -> None:
    """Notes apart from problems, each with its place; what belongs to no document stands elsewhere."""
    write(data, "careerpaths.toml", 'tops = ["Nobody"]')
    answer = cp.check(cp.load(data))
    assert [one.message for one in report(answer, "e.txt").problems] == ["the file is empty"]
    assert [one.message for one in report(answer, "c.txt").notes] == ["byte for byte the same as a.txt: counted once"]
    assert report(answer, "d.txt").problems == ()
    assert [one.document for one in answer.elsewhere] == ["careerpaths.toml"]
    told = [*(one for part in answer.documents for one in (*part.notes, *part.problems)), *answer.elsewhere]
    assert sorted(one.message for one in told) == sorted(one.message for one in cp.load(data).problems)


def test_of_two_editions_the_older_is_marked(tmp_path: Path) -> None:
    """It is told how many of its standards are superseded; its moves count no more."""
    for year, target in ((2023, "Anl 2"), (2024, "Anl 1")):
        body = STANDARD.replace("Career Path 1\tAnl 2\t", f"Career Path 1\t{target}\t{target}")
        write(tmp_path, f"imaging-{year}.txt", f"Effective date: January 1, {year}\n{body}")
    answer = cp.check(cp.load(tmp_path))
    assert [(one.superseded, bool(one.moves)) for one in answer.documents] == [(1, False), (0, True)]
    assert "superseded" in text(answer)


def test_a_workbook_has_a_report_for_each_sheet(tmp_path: Path) -> None:
    """Trouble is told with the first of them, once."""
    import xlsxwriter  # noqa: PLC0415 - only this test needs it

    book = xlsxwriter.Workbook(tmp_path / "a.xlsx")
    for lines in (STANDARD.splitlines(), ["nothing"]):
        page = book.add_worksheet()
        for number, line in enumerate(lines):
            page.write_row(number, 0, line.split("\t"))
    book.close()
    first, second = cp.check(cp.load(tmp_path)).documents
    assert (first.sheet, first.roles, second.sheet, second.roles) == (1, 2, 2, 0)
    assert second.notes == second.problems == ()
    assert any("no job standard" in one.message for one in first.notes)


def test_rows_are_flat_and_named(data: Path) -> None:
    """One row a document, with the counts and the first problem."""
    answer = cp.check(cp.load(data))
    rows = list(answer.rows())
    assert [tuple(row) for row in rows] == [answer.columns] * 5
    assert rows[4]["first_problem"] == "the file is empty"
    assert rows[0]["first_problem"] is None or isinstance(rows[0]["first_problem"], str)
    again = list(csv.DictReader(io.StringIO("".join(as_csv(answer)))))
    assert [row["document"] for row in again] == ["a.txt", "b.csv", "c.txt", "d.txt", "e.txt"]
    assert json.loads("".join(as_json(answer))) == json.loads(json.dumps(answer.to_dict()))


def test_text_has_totals_a_line_for_each_and_the_trouble(data: Path) -> None:
    """Documents, standards, roles and moves in a sentence; cells in another."""
    lines = text(cp.check(cp.load(data))).splitlines()
    assert lines[0].strip() == "5 documents, 2 standards and tables, 4 roles stated, 2 moves stated"
    assert any(line.startswith("e.txt") for line in lines)
    assert any(line.strip() == "! whole document: the file is empty" for line in lines)
    assert any("byte for byte the same as a.txt" in line for line in lines)


def test_of_many_documents_those_with_trouble_are_listed(tmp_path: Path) -> None:
    """Of more than forty the good ones are only counted; of one document at most five problems are told."""
    for number in range(50):
        rows = f"Job Function\tF{number}\nJob Level\tEntry\nJob Title\tClerk {number}\nJob Code\t{number}\n"
        write(tmp_path, f"{number:02}.txt", rows)
    write(tmp_path, "bad.txt", "".join(f"Job Level\tL\nJob Title\tX{n}\nJob Title\tY{n}\tZ\n" for n in range(9)))
    write(tmp_path, "memo.txt", "lunch\n")
    told = text(cp.check(cp.load(tmp_path)))
    assert "memo.txt" in told
    assert "bad.txt" in told
    assert "07.txt" not in told
    assert "50" in told


def test_trouble_elsewhere_is_told_too(data: Path) -> None:
    """Of the configuration, by its name."""
    write(data, "careerpaths.toml", 'tops = ["Nobody"]')
    assert 'no role has the title, code or id "Nobody"' in text(cp.check(cp.load(data)))


def test_an_overlay_is_a_document_too(data: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It has cells as others have; those of records that name no role are not placed, and it states no roles."""
    folder = tmp_path_factory.mktemp("overlay")
    write(folder, "o.csv", "Job Code,Grade\n7,12\n99,13\n")
    answer = cp.check(cp.load(data, overlays=[folder / "o.csv"]))
    found = report(answer, "o.csv")
    assert (found.kind, found.content, found.standards, found.roles, found.moves) == ("csv", "overlay", 0, 1, 0)
    assert (found.cells.used, found.cells.unplaced, found.cells.total) == (4, 2, 6)
    assert [one.place for one in found.notes] == ["whole document", 'line 3, row "2", column "Job Code"']
    assert answer.elsewhere == ()
    told = text(answer)
    assert "o.csv: overlay (csv), values for one role, 2 cells not placed, 2 notes" in told
    assert "6 documents, 2 standards and tables, 4 roles stated" in told


def test_a_total_without_lost_cells_promises_no_names(tmp_path: Path) -> None:
    """Where all cells are placed, none has to be named."""
    write(tmp_path, "b.csv", TABLE)
    assert "9 cells read: 8 used, 1 blank, 0 repeated header, 0 not placed.\n" in text(cp.check(cp.load(tmp_path)))


def test_each_sheet_says_what_it_was_read_as(tmp_path: Path) -> None:
    """A table in a workbook names its sheet, not the whole document."""
    book = Workbook()
    first = book.active
    assert first is not None
    for sheet in (first, book.create_sheet("Two")):
        for row in csv.reader(TABLE.replace("Clerk", f"{sheet.title} Clerk").splitlines()):
            sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    told = [(one.place, one.message[:20]) for one in cp.load(tmp_path).problems if one.message.startswith("read as")]
    assert told == [("sheet 1", "read as a role table"), ("sheet 2", "read as a role table")]
