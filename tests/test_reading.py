"""What must hold for every document, from text to standards: page breaks, the fate of each cell, hostile sizes."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.model import Document, Entry, Reading, Row, Standard, Tally
from careerpaths.readers.text import read

Cells = tuple[str, ...]
Shape = list[tuple[list[tuple[str | None, str, str]], list[object], bool]]


def reading(text: str) -> Reading:
    """What is read out of a text; `|` stands for a tab."""
    return read_grid(read("a.txt", text.replace("|", "\t").encode()))


def shape(standards: Sequence[Standard]) -> Shape:
    """Standards without the places where they stand."""
    return [
        (
            [(entry.kind, entry.label, entry.text) for entry in standard.header],
            [
                (
                    column.level and column.level.text,
                    [(entry.kind, entry.label, entry.text) for entry in column.entries],
                )
                for column in standard.columns
            ],
            standard.states_moves,
        )
        for standard in standards
    ]


def said(found: Reading, severity: str = "problem") -> list[str]:
    """The messages of one severity, with their places."""
    return [f"{one.place}: {one.message}" for one in found.problems if one.severity == severity]


def entries(found: Reading) -> list[Entry]:
    """All entries of a reading, headers and levels included."""
    out: list[Entry] = []
    for standard in found.standards:
        out += [*standard.header, *standard.unused_levels]
        for column in standard.columns:
            out += [*([column.level] if column.level else []), *column.entries]
    return out


def check_fates(document: Document, found: Reading) -> None:
    """Every cell has one fate; every used value can be asked back; every problem cell is named."""
    cells = {(row.line, n): text for row in document.rows for n, text in enumerate(row.cells, 1)}
    assert [(line, cell) for line, cell, _ in found.fates] == sorted(cells)
    assert found.tally.total == len(cells)
    fates = {(line, cell): fate for line, cell, fate in found.fates}
    assert {place for place, fate in fates.items() if fate == "blank"} == {place for place in cells if not cells[place]}
    all_entries = entries(found)
    covered = {place: entry for entry in all_entries for place in entry.places}
    labels = {entry.label for entry in all_entries}
    for place, fate in fates.items():
        text = cells[place]
        # A label stays a label where its value is blank.
        if fate != "used" or place[1] == 1 or text in VALUES_THAT_ARE_LABELS or any(text in label for label in labels):
            continue
        assert place in covered, f"{place} {text!r} is used, but no entry says so"
        assert " ".join(text.split()) in " ".join(covered[place].text.split())
        assert covered[place].source.text == covered[place].text
    for place, entry in covered.items():
        assert fates[place] == "used", f"{place} is in {entry}, but {fates[place]}"


# A standard as it is laid out on pages.

WORDS = st.sampled_from(
    [
        "designs",
        "In-depth",
        "self-service",
        "short- and long-term",
        "A - B",
        "e\u2010mail",
        "and / or",
        "and/or",
        "or",
        "and",
        "skills.",
        "\u2013",
        "pre- or post-production",
        "in-and-out",
        "(PACS)",
        "3",
        "C++",
        "one-to-one",
        "X-",
        "R&D",
    ],
)
LINES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words).removesuffix("X-").strip() or "x")
TEXTS = LINES.filter(
    lambda text: not re.search(r"X-(?! (?:and|or)\b(?![-\w]))|\w[-\u2010] (?:and-|or-)|-or\b|-and\b(?!-)", text)
)
LEVELS = ("Entry", "Supervisor 1", "Manager II of many", "Expert")


@dataclass(frozen=True)
class Plan:
    """A standard to be laid out: rows of whole cells, label first."""

    header: tuple[Cells, ...]
    body: tuple[Cells, ...]


@st.composite
def plans(draw: st.DrawFn) -> list[Plan]:
    """One to three standards; a later one may share the header of the one before."""
    made: list[Plan] = []
    again: st.SearchStrategy[Any] = st.booleans()
    for number in range(draw(st.integers(1, 3))):
        width = draw(st.integers(1, 3))
        header: tuple[Cells, ...] = (
            ("Job Family", "Information Technology", "Job Summary", draw(TEXTS)),
            ("Job Function", f"Imaging {number}"),
            ("Category", draw(st.sampled_from(["Professional", "Operational & Technical"]))),
            ("Job Level", *LEVELS[:width]),
        )
        if made and draw(again):
            header, width = made[-1].header, len(made[-1].body[0]) - 1
        titles = [f"Imaging {['Spec', 'Mgr', 'Supv'][number]} {n}" for n in range(1, width + 1)]
        body: list[Cells] = [("Job Title", *titles), ("Job Code", *(f"{number}{n}" for n in range(width)))]
        labels = draw(st.sampled_from([(), ("Key Resp 01", "KSA 01"), ("Key Resp 01", "Key Resp 02", "Cert 1")]))
        body += [(label, *(draw(TEXTS | st.just("")) for _ in range(width))) for label in labels]
        body.append(("Career Path 1", *titles[1:], draw(st.sampled_from(["", "Imaging Mgr 7"]))))
        made.append(Plan(header, tuple(body)))
    return made


def pieces(text: str) -> list[str]:
    """The places where a cell may be cut: between its words, and behind a hyphen within one."""
    return re.findall(r"\S+?[^\W_][-\u2010](?=\w)|\S+", text)


def cut(text: str, at: int) -> tuple[str, str]:
    """The two parts of a cell that is cut behind so many pieces."""
    found = pieces(text)
    if at >= len(found):
        return text, ""
    position = 0
    for piece in found[:at]:
        position = text.index(piece, position) + len(piece)
    return text[:position], text[position:].lstrip()


class Paper:
    """Lines as they are written, with every decision drawn."""

    def __init__(self, draw: st.DrawFn, *, below: bool) -> None:
        """Begin with an empty page; `below`: a cell may stand wholly below a page end."""
        self.draw = draw
        self.below = below
        self.lines: list[str] = []

    def choose(self, one_in: int) -> bool:
        """Yes, once in so many times."""
        return self.draw(st.integers(0, one_in - 1)) == one_in - 1

    def write(self, cells: Sequence[str]) -> None:
        """One line, with some empty cells more."""
        self.lines.append("\t".join([*cells, *([""] * self.draw(st.integers(0, 2)))]))

    def write_in_pieces(self, row: Cells, between: Callable[[], None], one_in: int = 4) -> None:
        """A row, cut between any two words of its cells, as often as it happens."""
        label, rest = row[0], list(row[1:])
        while self.choose(one_in):
            least = [0 if self.below and n else 1 for n, _ in enumerate(rest)]
            parts = [
                cut(text, self.draw(st.integers(low, max(low, len(pieces(text))))))
                for text, low in zip(rest, least, strict=True)
            ]
            if not any(part for _, part in parts) or not any(part for part, _ in parts):
                break
            self.write([label, *(part for part, _ in parts)])
            between()
            label, rest = "", [part for _, part in parts]
        self.write([label, *rest])

    def end_page(self, plan: Plan, titles: Sequence[Cells] = ()) -> None:
        """Nothing, a blank line, or the header again, perhaps with its rows in pieces and the Job Title row below."""
        kind = self.draw(
            st.sampled_from(["nothing", "blank", "header", "header", "wrapped header", "header and title"])
        )
        if kind == "nothing":
            return
        self.lines.append("")
        if kind == "blank":
            return
        for row in plan.header:
            self.write_in_pieces(row, lambda: None, one_in=3 if kind == "wrapped header" else 10**6)
        if kind == "header and title":
            for row in titles:
                self.write(row)

    def lay_out(self, plan: Plan, before: Plan | None) -> None:
        """One standard; its header may be left out where it is that of the standard before."""
        if before is None or before.header != plan.header or self.choose(2):
            if self.choose(4):
                for row in plan.header[: self.draw(st.integers(1, len(plan.header)))]:
                    self.write(row)
                self.lines.append("")
            for row in plan.header:
                self.write_in_pieces(row, lambda: None)
        for number, row in enumerate(plan.body):
            if number and self.choose(5):
                self.end_page(plan, plan.body[:1])
            titles = plan.body[:1] if number else ()
            self.write_in_pieces(row, lambda titles=titles: self.end_page(plan, titles))  # type: ignore[misc]


@st.composite
def laid_out(draw: st.DrawFn, *, below: bool = False) -> tuple[list[Plan], str]:
    """Standards, and a document of them cut into pages at random."""
    made = draw(plans())
    paper = Paper(draw, below=below)
    for before, plan in zip([None, *made[:-1]], made, strict=True):
        paper.lay_out(plan, before)
    return made, "\n".join(paper.lines)


def on_one_page(made: Sequence[Plan]) -> str:
    """The same standards, each whole."""
    return "\n".join("\t".join(row) for plan in made for row in (*plan.header, *plan.body))


@settings(max_examples=200)
@given(laid_out())
def test_page_breaks_do_not_matter(made: tuple[list[Plan], str]) -> None:
    """Cut into pages at any row, or between any two words of its cells, a document reads the same, with no problem."""
    plan, text = made
    document = read("a.txt", text.encode())
    found = read_grid(document)
    assert said(found) == []
    assert shape(found.standards) == shape(reading(on_one_page(plan)).standards)
    assert found.tally.unplaced == 0
    check_fates(document, found)


@settings(max_examples=100)
@given(laid_out(below=True))
def test_a_cell_may_stand_below_the_page_end(made: tuple[list[Plan], str]) -> None:
    """So it does where a cell begins only on the next page, while others of its row stand above."""
    plan, text = made
    found = reading(text)
    assert said(found) == []
    assert shape(found.standards) == shape(reading(on_one_page(plan)).standards)


PLAIN = (
    "Job Family|IT|Job Summary|Keeps it going\nJob Function|Imaging\nCategory|Professional\nJob Level|Entry|Expert\n",
    "Job Title|Spec 1|Spec 2\nJob Code|0012|13\nKey Resp 01|Reads short|Works with many\nCareer Path 1|Spec 2|Mgr 1",
)
TITLE_ROW = PLAIN[1].split("\n")[0]
HEADER_AGAIN = f"\n{PLAIN[0]}"


@pytest.mark.parametrize("row", range(8))
@pytest.mark.parametrize(
    "again", ["", "\n", HEADER_AGAIN, HEADER_AGAIN.replace("\n", "||\n")], ids=["-", "blank", "header", "tabs"]
)
def test_a_page_break_before_any_row(row: int, again: str) -> None:
    """At each row of a small standard, with nothing, a blank line or the header between, it reads as without."""
    rows = "".join(PLAIN).split("\n")
    text = "\n".join([*rows[:row], again.strip("\n"), *rows[row:]])
    assert shape(reading(text).standards) == shape(reading("".join(PLAIN)).standards)
    assert said(reading(text)) == []


@pytest.mark.parametrize("again", ["", HEADER_AGAIN, f"{HEADER_AGAIN}{TITLE_ROW}\n"], ids=["-", "header", "title"])
@pytest.mark.parametrize(
    ("first", "rest"),
    [
        ("Key Resp 01|Reads|Works with", "|short|many"),
        ("Key Resp 01|Reads short|Works", "||with many"),
        ("Key Resp 01|Reads|Works\n||with", "|short|many"),
        ("Key Resp 01|Reads|", "|short|Works with many"),
    ],
)
def test_a_row_over_a_page_end(first: str, rest: str, again: str) -> None:
    """A row that breaks between words, once or twice, above and below the header, is one row."""
    text = "".join(PLAIN).replace("Key Resp 01|Reads short|Works with many", f"{first}\n{again}{rest}")
    found = reading(text)
    assert shape(found.standards) == shape(reading("".join(PLAIN)).standards)
    assert said(found) == []


def test_pairs_of_a_header_row_may_stand_apart() -> None:
    """Empty cells between a value and the next label, as a page of many columns has them, say nothing."""
    text = "".join(PLAIN)
    apart = reading(text.replace("IT|Job Summary", "IT|||Job Summary"))
    assert shape(apart.standards) == shape(reading(text).standards)


def test_sources_say_where_a_cell_stands() -> None:
    """Document, row label, level, the whole text, the first line, the header block as page, and the raw cells."""
    found = reading("".join(PLAIN).replace("Reads short|Works", f"Reads|Works\n{HEADER_AGAIN}|short|"))
    entry = next(entry for entry in entries(found) if entry.text == "Reads short")
    assert entry.places == ((7, 2), (13, 2))
    assert entry.source.to_dict() == {
        "document": "a.txt",
        "row": "Key Resp 01",
        "column": "Entry",
        "text": "Reads short",
        "line": 7,
        "page": 1,
        "sheet": None,
    }
    path = next(entry for entry in entries(found) if entry.text == "Mgr 1")
    assert (path.source.page, path.source.column, path.source.line) == (2, "Expert", 14)
    family = found.standards[0].header[0]
    assert (family.source.row, family.source.column, family.source.page) == ("Job Family", None, 1)


def test_the_page_of_a_format_that_has_pages() -> None:
    """Where the reader knows the page, it is that one, and no count of header blocks."""
    rows = (Row(cells=("Job Title", "Spec 1"), line=1, page=7), Row(cells=("", "MD"), line=2, page=8))
    found = read_grid(Document(name="a.pdf", kind="pdf", rows=rows))
    assert [(entry.text, entry.source.page) for entry in entries(found)] == [("Spec 1 MD", 7)]


def test_fates_of_a_small_document() -> None:
    """Used, blank, repeated header and unplaced, each cell once."""
    found = reading("Job Family|IT||\nJob Title|A|\nJob Family|IT\nJob Code|1|2\nJob Title|A\nPage 3")
    assert found.fates == (
        *((1, 1, "used"), (1, 2, "used"), (1, 3, "blank"), (1, 4, "blank")),
        *((2, 1, "used"), (2, 2, "used"), (2, 3, "blank")),
        *((3, 1, "repeated_header"), (3, 2, "repeated_header")),
        *((4, 1, "used"), (4, 2, "used"), (4, 3, "unplaced")),
        *((5, 1, "repeated_header"), (5, 2, "repeated_header")),
        (6, 1, "repeated_header"),
    )
    assert found.tally == Tally(used=6, blank=3, repeated_header=5, unplaced=1)


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Job Title|A 1|A 2\nJob Code|1|2\nJob Title|B 1\nJob Code|3", [["A 1", "A 2"], ["B 1"]]),
        ("Category|X\nJob Title|A 1\nJob Code|1\nCategory|Y\nJob Title|A 1\nJob Code|2", [["A 1"], ["A 1"]]),
        ("Category|X\nJob Title|A 1\nJob Code|1\nCategory|X\nJob Title|A 1\nJob Code|1", [["A 1"]]),
        ("Category|X\nJob Title|A 1\nJob Code|1\nCATEGORY|x.\nJob  title|a 1\nFLSA|E", [["A 1"]]),
        ("Category|X\nJob Title|A 1\nJob Title|A 1", [["A 1"]]),
        ("Job Level|Entry\nJob Title|A 1\nJob Level|Expert\nJob Title|A 5", [["A 1"], ["A 5"]]),
    ],
)
def test_where_a_standard_begins(text: str, titles: list[list[str]]) -> None:
    """At another Job Title row; the same one under the same header is a repeated header."""
    found = reading(text)
    assert [[column.title.text for column in standard.columns] for standard in found.standards] == titles


@pytest.mark.parametrize(
    ("second", "header"),
    [
        ("Job Family|HR\nJob Function|Pay", {"job_family": "HR", "job_function": "Pay"}),
        ("Job Function|Pay", {"job_family": "IT", "job_function": "Pay"}),
        (
            "Category|Managerial",
            {"job_family": "IT", "job_function": "Imaging", "job_summary": "Keeps it going", "category": "Managerial"},
        ),
        (
            "Job Level|Manager 1",
            {
                "job_family": "IT",
                "job_function": "Imaging",
                "job_summary": "Keeps it going",
                "category": "Professional",
            },
        ),
    ],
)
def test_what_a_new_header_leaves_in_force(second: str, header: dict[str, str]) -> None:
    """A header that begins at the category leaves the family and function above it in force."""
    found = reading("".join(PLAIN) + f"\n{second}\nJob Title|Mgr 1")
    assert {str(entry.kind): entry.text for entry in found.standards[1].header} == header


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Job Level|E|F\nJob Title|A|B", [("E", "A"), ("F", "B")]),
        ("Job Level|E\nJob Title|A|B", [("E", "A"), (None, "B")]),
        ("Job Level||F\nJob Title|A|B", [(None, "A"), ("F", "B")]),
        ("Job Level|E|F|G\nJob Title|A||C", [("E", "A"), ("G", "C")]),
        ("Job Title|A|B", [(None, "A"), (None, "B")]),
        ("Job Level|E\nJob Title|N/A\nJob Code|1", [("E", "N/A")]),
        (
            "Job Level|Expert|Entry|Advanced|Manager 1|a|b|c\nJob Title|A|B|C|D|E|F|G",
            [
                *(
                    ("Expert", "A"),
                    ("Entry", "B"),
                    ("Advanced", "C"),
                    ("Manager 1", "D"),
                    ("a", "E"),
                    ("b", "F"),
                    ("c", "G"),
                )
            ],
        ),
    ],
)
def test_columns_are_levels(text: str, columns: list[tuple[str | None, str]]) -> None:
    """One to seven levels in any order; a column needs a title, a level it may lack."""
    found = reading(text)
    assert [(column.level and column.level.text, column.title.text) for column in found.standards[0].columns] == columns
    if "N/A" not in text:
        check_fates(read("a.txt", text.replace("|", "\t").encode()), found)


LABELS = st.sampled_from(
    [
        "",
        "",
        "Job Family",
        "Job Function",
        "Category",
        "Job Level",
        "Job Title",
        "Job Code",
        "KSA 01",
        "KSA 02",
        "Career Path 1",
        "Remark",
        "Job Titel",
        "Key Resp",
        "KSA 01 (cont.)",
        "Job Title - continued",
        "Remark (cont'd)",
    ],
)
VALUES_THAT_ARE_LABELS = ("Job Summary", "Job Family", "Job Level")
VALUES = st.sampled_from(
    ["", "", "A", "B 1", '"a, b"', '"a\nb"', '"a', "Job Summary", "x-", "N/A", "Job Family", "Job Level", "A 1 B 2"]
)
ROWS = st.lists(st.tuples(LABELS, st.lists(VALUES, max_size=4)), max_size=14)


@settings(max_examples=300)
@given(ROWS)
def test_every_cell_has_one_fate(rows: list[tuple[str, list[str]]]) -> None:
    """Whatever rows come in whatever order, the four fates add up, and what is used can be asked back."""
    document = read("a.txt", "\n".join("\t".join([label, *cells]) for label, cells in rows).encode())
    found = read_grid(document)
    check_fates(document, found)
    if found.tally.unplaced or not found.standards:
        assert found.problems


@given(st.text() | st.lists(st.lists(st.text(max_size=8), max_size=5).map("\t".join), max_size=8).map("\n".join))
def test_no_text_raises(text: str) -> None:
    """Any text is read, and its cells are accounted for."""
    document = read("a.txt", text.encode("utf-8", errors="replace"))
    check_fates(document, read_grid(document))


def again(label: str, size: int) -> str:
    """A standard with a row of many words, which comes again on the next page with a word in each line."""
    words = [f"w{n}" for n in range(size)]
    rows = {"Job Family": "X", "Job Title": "A", "KSA 01": "x", label: " ".join(words)}
    first = "\n".join(f"{name}|{text}" for name, text in rows.items())
    before = "" if label == "Job Family" else "Job Family|X\n"
    return f"{first}\n{before}{label}|" + "\n|".join(words) + "\nKSA 02|y"


HOSTILE: dict[str, Callable[[], str]] = {
    "continuations": lambda: "Job Level|E\nJob Title|A\nKSA 01|x" + "\n|word" * 100_000,
    "continuations of a header": lambda: "Job Family|IT" + "\n|word" * 10_000 + "\nJob Title|A",
    "continuations below a repeated header": lambda: "".join(PLAIN) + "\nJob Family|IT" + "\n|Keeps it" * 5_000,
    "continuations of a repeated title": lambda: "".join(PLAIN) + "\nJob Title|Spec" + "\n|1" * 10_000,
    "orphans": lambda: "|x\n" * 30_000,
    "remarks": lambda: "remark\n" * 30_000,
    "one cell": lambda: f"Job Level|E\nJob Title|A\nKSA 01|{'word ' * 200_000}",
    "a label": lambda: f"Job Level|E\nJob Title|A\n{'KSA ' * 200_000}1|x\n{'#' * 100_000}|y\n{'1' * 100_000}|z",
    "columns": lambda: f"Job Level{'|E' * 5_000}\nJob Title{'|A' * 5_000}\nKSA 01{'|x' * 5_000}",
    "columns without titles": lambda: f"Job Level|E\nJob Title|A\nKSA 01{'|x' * 5_000}",
    "ragged columns": lambda: "Job Level|E\nJob Title|A" + "".join(f"\nKSA {n}{'|x' * n}" for n in range(300)),
    "titles": lambda: "Job Level|E\n" + "".join(f"Job Title|A {n}\nJob Code|{n}\n" for n in range(5_000)),
    "headers": lambda: "".join(f"Job Function|F {n}\n" for n in range(3_000)) + "Job Title|A",
    "headers of standards": lambda: "".join(f"Category|C {n}\nJob Title|A {n}\n" for n in range(5_000)),
    "repeated headers": lambda: "".join(PLAIN) + "".join(f"\n{PLAIN[0]}KSA {n}|x|y" for n in range(2_000)),
    "continued headers": lambda: "".join(PLAIN) + f"\n{PLAIN[0]}|and more|\n" * 1_000,
    "changing headers": lambda: "".join(PLAIN) + "".join(f"\nCategory|C {n}\nKSA {n}|x" for n in range(2_000)),
    "changing headers in pieces": lambda: "".join(PLAIN) + "".join(f"\nCategory|C {n}\n|x y" for n in range(1_000)),
    "unknown labels": lambda: (
        "Job Level|E\nJob Title|A" + "".join(f"\nGrade {chr(97 + n % 26)}{n}|x" for n in range(3_000))
    ),
    "one label": lambda: "Job Level|E\nJob Title|A" + "".join(f"\nKSA 01|x {n}" for n in range(20_000)),
    "pages of one row": lambda: "".join(PLAIN) + f"\n{PLAIN[0]}|and|more" * 5_000,
    "pages of one title row": lambda: f"{PLAIN[0]}{TITLE_ROW}" + f"\n{PLAIN[0]}Page|1\n|and|more" * 5_000,
    "a header again, word by word": lambda: again("Job Family", 30_000),
    "a title again, word by word": lambda: again("Job Title", 30_000),
    "a row again, word by word": lambda: again("KSA 01", 30_000),
    "pieces above a long body": lambda: (
        "".join(PLAIN) + "\nCategory|C" + "\n|x" * 10_000 + "".join(f"\nKSA {n}|x" for n in range(10_000))
    ),
    "continued labels": lambda: "".join(PLAIN) + "\nKey Resp 01 (cont.)|and|more" * 20_000,
    "continued labels below another header": lambda: (
        "".join(PLAIN) + "\nCategory|C" + "\nKey Resp 01 (cont.)|and|more" * 20_000
    ),
    "wide and long": lambda: (
        f"Job Level{'|E' * 5_000}\nJob Title{'|A' * 5_000}" + "".join(f"\nKSA {n}|x" for n in range(5_000))
    ),
    "wide and again": lambda: (
        f"Job Level{'|E' * 5_000}\nJob Title|A\nKSA 1{'|x' * 5_000}" + "\nJob Level|E\n|x\nKSA 1|y\n|z" * 2_500
    ),
    "wide levels of many standards": lambda: (
        f"Job Level{'|E' * 5_000}" + "".join(f"\nJob Title|A {n}" for n in range(5_000))
    ),
    "headers without a body": lambda: "".join(f"Job Function|F {n}\n" for n in range(10_000)) + "Job Title|A",
    "a long label beyond columns": lambda: f"Job Level|E\nJob Title|A\n{'K' * 100_000}{'|x' * 5_000}",
    "marks never closed": lambda: 'Job Title|A\nKSA 1|"a\n' + '"b\n' * 20_000 + '""c\n' * 20_000,
    "hyphens": lambda: "Job Level|E\nJob Title|A\nKSA 01|x" + "\n|a-" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sizes_end_soon(name: str) -> None:
    """However many rows, columns, pieces or pages: seconds at most, and the fates still add up."""
    content = HOSTILE[name]().replace("|", "\t").encode()
    began = time.process_time()
    document = read("a.txt", content)
    found = read_grid(document)
    assert time.process_time() - began < 6
    assert found.tally.total == sum(len(row.cells) for row in document.rows)
