"""Rows of pages to whole rows: what continues what, over page breaks and repeated headers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.model import Document, Row
from careerpaths.pagination import Paginated, label_reader, said, whole_rows
from careerpaths.readers.joining import join
from careerpaths.vocabulary import VOCABULARY

Cells = list[tuple[str, ...]]
HEADER = "Job Family | Tech\nCategory | Professional\nJob Level | Entry | Advanced"
TITLE = "Job Title | Anl 1 | Anl 2"


def table(*rows: str) -> Cells:
    """Rows written with a bar between two cells, one in each line."""
    return [tuple(cell.strip() for cell in line.split("|")) for line in "\n".join(rows).split("\n")]


def numbered(cells: Cells) -> tuple[Row, ...]:
    """Cells as rows of consecutive lines."""
    return tuple(Row(cells=one, line=n) for n, one in enumerate(cells, 1))


def whole(*rows: str) -> Paginated:
    """The whole rows of a table."""
    return whole_rows(numbered(table(*rows)), read_label=label_reader(VOCABULARY))


def body(found: Paginated) -> dict[str, tuple[str, ...]]:
    """The texts of all rows that stand below a header."""
    return {row.label.text: row.texts() for row in found.rows if not row.is_header}


@pytest.mark.parametrize(
    ("pieces", "text"),
    [
        ([], ""),
        (["a", "", "b"], "a b"),
        (["", "a"], "a"),
        (["In-", "depth"], "In-depth"),
        (["In\u2010", "depth"], "In\u2010depth"),
        (["a -", "b"], "a - b"),
        (["a \u2013", "b"], "a \u2013 b"),
        (["short-", "and long-term"], "short- and long-term"),
        (["short-", "or long-term"], "short- or long-term"),
        (["plug-", "and-play"], "plug-and-play"),
        (["hand-", "orders"], "hand-orders"),
        (["imag\u00ad", "ing"], "imaging"),
        (["in-", "the-", "field"], "in-the-field"),
    ],
)
def test_pieces_are_joined_by_a_space_or_a_hyphen(pieces: list[str], text: str) -> None:
    """One space, none behind a hyphen that ends a word, but one before "and" and "or"."""
    assert join(pieces) == text


@pytest.mark.parametrize(
    ("text", "kind", "key"),
    [
        ("Job Title", "title", "title"),
        (" job  title ", "title", "title"),
        ("Key Resp 01", "duty", "duty 1"),
        ("Key Resp. 1:", "duty", "duty 1"),
        ("Career Path #2", "career_path", "career_path 2"),
        ("KSA", "knowledge", "knowledge"),
        ("Job Level 2", None, "job level 2"),
        ("Dress Code", None, "dress code"),
        ("***", None, "***"),
        ("KSA 03 (cont.)", "knowledge", "knowledge 3"),
        ("Job Family (continued)", "job_family", "job_family"),
        ("Dress Code, cont'd", None, "dress code"),
        ("Continued", None, "continued"),
        ("(Cont.)", None, "cont"),
        ("Continued Learning", None, "continued learning"),
        ("KSA continued in class", None, "ksa continued in class"),
        ("KSA " + "1" * 200, None, "ksa " + "1" * 200),
    ],
)
def test_a_label_is_a_kind_and_a_number(text: str, kind: str | None, key: str) -> None:
    """Case, marks and leading zeros do not count; header rows have no numbers; a number is no endless one."""
    label = label_reader(VOCABULARY)(text)
    assert (label.text, label.kind, label.key) == (text, kind, key)


def test_a_row_without_a_label_continues_the_row_above() -> None:
    """Its texts are joined cell by cell, three parts or more; a row may grow wider."""
    found = whole(TITLE, "KSA | In- | a", "| depth | b", "| skill | | more")
    assert body(found)["KSA"] == ("In-depth skill", "a b", "more")
    (_, ksa) = found.rows
    assert ksa.pieces[0] == [("In-", 2, 2), ("depth", 3, 2), ("skill", 4, 2)]
    assert sorted(ksa.blanks) == [(3, 1), (4, 1), (4, 3)]


def test_texts_have_no_empty_cells_at_the_end() -> None:
    """Inner empty cells stay, so that columns keep their places."""
    assert body(whole("KSA | | a | |"))["KSA"] == ("", "a")


@pytest.mark.parametrize("repeated", [HEADER, f"{HEADER}\n{TITLE}", HEADER.upper(), f"{HEADER}\n{TITLE.upper()}"])
def test_a_row_continues_over_a_repeated_header(repeated: str) -> None:
    """Below a header that is known in full the piece belongs to the last body row, with or without the titles."""
    found = whole(HEADER, TITLE, "KSA | In- | a", repeated, "| depth | b", "Education | BA | MA")
    assert body(found)["KSA"] == ("In-depth", "a b")


def test_a_row_in_three_parts_continues_over_two_headers() -> None:
    """Each page has a part of it."""
    found = whole(HEADER, TITLE, "KSA | one | a", HEADER, "| two | b", HEADER, TITLE, "| three | c", "FLSA | x | y")
    assert body(found)["KSA"] == ("one two three", "a b c")


def test_a_title_row_cut_by_a_page_is_whole() -> None:
    """A header between the pieces of the Job Title row changes nothing."""
    found = whole(HEADER, "Job Title | Clin | Anl", HEADER, "| Anl 1 | 2", "Job Code | 1 | 2")
    assert body(found)["Job Title"] == ("Clin Anl 1", "Anl 2")


def test_a_wrapped_header_row_is_whole() -> None:
    """Before any body row a piece continues the header row above it."""
    found = whole("Job Family | Information", "| Technology", "Job Level | Entry | Ad-", "| | vanced", TITLE)
    assert [row.texts() for row in found.rows[:2]] == [("Information Technology",), ("Entry", "Ad-vanced")]


def test_a_header_that_is_wrapped_again_on_a_later_page_is_whole() -> None:
    """What is known of the header says which pieces still belong to it and which to the row before."""
    wrapped = "Job Family | Information\n| Technology\nJob Level | Entry | Most\n| level | advanced"
    found = whole(wrapped, TITLE, "KSA | one | a", wrapped, "| two | b", "Education | BA | MA")
    assert [row.texts() for row in found.rows if row.label.kind == "level"] == [("Entry level", "Most advanced")] * 2
    assert body(found)["KSA"] == ("one two", "a b")


def test_the_wrapped_header_of_another_standard_is_whole() -> None:
    """Where the header is another and a Job Title row follows, the piece below it belongs to it."""
    found = whole(
        HEADER,
        TITLE,
        "KSA | one | a",
        "Category | Managerial",
        "Job Level | Manager | Manager",
        "| 1 | 2",
        "Title | A | B",
    )
    assert [row.texts() for row in found.rows if row.label.kind == "level"][1] == ("Manager 1", "Manager 2")
    assert body(found)["KSA"] == ("one", "a")


def test_a_changed_header_that_begins_anew_keeps_its_pieces() -> None:
    """A header cut by the foot of a page and said again on the next belongs to the titles that follow."""
    again = "Category | Mana-\n| gerial\nCategory | Mana-gerial"
    found = whole(HEADER, TITLE, "KSA | one | a", again, "Title | A | B")
    assert [row.texts() for row in found.rows if row.label.kind == "category"][1:] == [("Mana-gerial",)] * 2
    assert body(found)["KSA"] == ("one", "a")


@pytest.mark.parametrize("behind", ["Education | BA | MA", f"Education | BA | MA\n{HEADER}\n{TITLE}"])
def test_below_a_changed_header_without_a_job_title_the_last_row_goes_on(behind: str) -> None:
    """No standard begins there, so the header is an error and the piece belongs to the row before it."""
    found = whole(HEADER, TITLE, "KSA | one | a", "Category | Managerial", "| two | b", behind)
    assert body(found)["KSA"] == ("one two", "a b")


def test_the_title_row_of_another_standard_under_one_header_takes_its_pieces() -> None:
    """Another Job Title row is no repetition, even where its first part begins alike."""
    found = whole(HEADER, TITLE, "KSA | one | a", HEADER, "Job Title | Tech | Tech", "| 1 | 2", "KSA | two | b")
    assert [row.texts() for row in found.rows if row.label.kind == "title"] == [
        ("Anl 1", "Anl 2"),
        ("Tech 1", "Tech 2"),
    ]


def test_a_piece_before_any_row_is_an_orphan() -> None:
    """There is nothing that it continues."""
    found = whole("| lost", TITLE)
    assert [row.cells for row in found.orphans] == [("", "lost")]


@pytest.mark.parametrize(
    ("rows", "loose"),
    [
        (("Remark",), True),
        (("Remark | |",), True),
        (("KSA",), False),
        (("Remark | a",), False),
        (("Remark", "| a | b"), False),
        (("Remark", "KSA | a"), True),
    ],
)
def test_a_lone_text_is_loose(rows: tuple[str, ...], loose: bool) -> None:  # noqa: FBT001 - a row of a table
    """A text without cells and with an unknown label is a remark, unless its cells follow on the next line."""
    assert bool(whole(TITLE, *rows).loose) is loose


def test_cells_after_an_empty_line_do_not_make_a_remark_a_row() -> None:
    """Only the very next line can hold the cells of a label that stands alone."""
    rows = (Row(cells=("Remark",), line=1), Row(cells=("", "a"), line=3))
    found = whole_rows(rows, read_label=label_reader(VOCABULARY))
    assert (found.loose, found.orphans) == (rows[:1], rows[1:])


@pytest.mark.parametrize(
    "label",
    [
        "KSA 01 (cont.)",
        "KSA 1 (continued)",
        "KSA 01 - cont'd",
        "ksa 01, Cont\u2019d.",
        "KSA 1 \u2013 CONTINUED:",
        "KSA 1 (cont. from page 2)",
        "KSA 01 continued from the previous page",
        "KSA 01 (cont. 2 of 3)",
    ],
)
@pytest.mark.parametrize("between", ["FLSA | x | y", HEADER, f"{HEADER}\n{TITLE}"])
def test_a_label_that_says_so_continues_its_row(label: str, between: str) -> None:
    """The row of that label in the present standard goes on, over rows and headers, and so do pieces below it."""
    found = whole(HEADER, TITLE, "KSA 01 | In- | a", between, f"{label} | depth | b", "| skill |", HEADER, "| too |")
    assert body(found)["KSA 01"] == ("In-depth skill too", "a b")
    assert [row.again for row in found.rows if row.again] == [[7 + between.count("\n")]]


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        (("KSA 02 (cont.) | b",), ("a", "b")),
        (("KSA 01 (cont.) | A.",), ("a", "A.")),
        ((HEADER.replace("Tech", "Law"), "KSA 01 (cont.) | b", "Job Title | Clerk 1"), ("a", "b")),
        (("Job Title | Clerk 1", "KSA 01 (cont.) | b"), ("a", "b")),
    ],
    ids=["no such row", "repeated", "of another standard", "below another title"],
)
def test_a_label_that_continues_nothing_is_a_row(rows: tuple[str, ...], texts: tuple[str, ...]) -> None:
    """Without that row in the present standard, or where it says the same once more, it is read as that row."""
    found = whole(HEADER, TITLE, "KSA 01 | a", *rows)
    assert tuple(text for row in found.rows if row.label.kind == "knowledge" for text in row.texts()) == texts


def test_titles_and_headers_said_to_continue_are_repeated_headers() -> None:
    """They stand on every page, and are compared as they are."""
    again = HEADER.replace(" | ", " (cont.) | ", 1)
    found = whole(HEADER, TITLE, "KSA | one | a", again, TITLE.replace("Title", "Title (cont.)"), "| two | b")
    assert body(found)["KSA"] == ("one two", "a b")


def test_a_row_alike_in_two_standards_under_one_header_is_the_last_row_of_the_second() -> None:
    """What the first standard says is not known of the second: a piece below the next header goes on there."""
    found = whole(HEADER, "Title | A", "KSA | one", "Title | B", "FLSA | x", "KSA | one", HEADER, "| two")
    assert [row.texts() for row in found.rows if row.label.text == "KSA"] == [("one",), ("one two",)]


def test_a_quoted_cell_that_a_page_cuts_is_its_contents() -> None:
    """The marks of Excel are those of the whole cell."""
    found = whole(TITLE, '"a" | x', '| "b" |', 'KSA | "Plan, | "a"', '| build" | "b"')
    assert body(found)["KSA"] == ("Plan, build", '"a" "b"')


def test_pages_are_header_blocks() -> None:
    """Each block that repeats is a page; rows before the first stand on page 0."""
    found = whole("KSA | a", HEADER, TITLE, HEADER, "Education | BA")
    assert [row.page for row in found.rows] == [0, 1, 1, 1, 1, 2, 2, 2, 2]


def test_a_page_that_the_format_states_counts() -> None:
    """A row that knows its page keeps it."""
    (row,) = whole_rows((Row(cells=("KSA", "a"), line=1, page=7),), read_label=label_reader(VOCABULARY)).rows
    assert row.page == 7


def test_texts_are_compared_without_case_and_marks() -> None:
    """A repeated header may be set in capitals."""
    assert said(("Per. Program", " A-B ")) == said(("PER PROGRAM", "a b"))


WHOLE = table(
    "Job Family | Information Technology | Job Summary | Runs the systems",
    "Job Function | Clinical Imaging",
    "Category | Professional",
    "Job Level | Entry level | Highly advanced",
    "Job Title | Clin Anl 1 | Clin Anl 2",
    "Job Code | 11 | 12",
    "KSA 1 | knows one thing | knows another thing",
    "KSA 2 | in depth | wide",
    "Career Path 1 | Clin Anl 2 |",
)
TOP = WHOLE[:4]


def texts_of(cells: Cells) -> list[list[tuple[str, str]]]:
    """What a document states of each of its levels, and its problems, which would fail a comparison."""
    reading = read_grid(Document(name="a.txt", kind="text", rows=numbered(cells)))
    assert reading.problems == ()
    (standard,) = reading.standards
    header = [(entry.label, entry.text) for entry in standard.header]
    return [[*header, *((entry.label, entry.text) for entry in column.entries)] for column in standard.columns]


def cut_row(row: tuple[str, ...], at: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A row cut behind so many words of each of its cells; the label stays above."""
    words = [cell.split() for cell in row[1:]]
    first, second = ([" ".join(part[:at]) for part in words], [" ".join(part[at:]) for part in words])
    return (row[0], *first), ("", *second)


def cut_by_a_page(row: int, at: int, *, titles: bool, capitals: bool) -> Cells:
    """The standard with a page break inside a body row: the header comes again, with the titles or without."""
    top = [*TOP, WHOLE[4]] if titles and row > 4 else TOP
    if capitals:
        top = [(cells[0], *(cell.upper() for cell in cells[1:])) for cells in top]
    above, below = cut_row(WHOLE[row], at)
    return [*WHOLE[:row], above, *top, *([below] if any(below) else []), *WHOLE[row + 1 :]]


@settings(max_examples=50)
@given(st.integers(4, len(WHOLE) - 1), st.integers(1, 3), st.booleans(), st.booleans())
def test_a_standard_cut_between_any_two_words_reads_the_same(row: int, at: int, titles: bool, capitals: bool) -> None:  # noqa: FBT001 - drawn
    """A page break inside a row, header and perhaps titles repeated, changes no text."""
    assert texts_of(cut_by_a_page(row, at, titles=titles, capitals=capitals)) == texts_of(WHOLE)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(5, len(WHOLE) - 1), st.booleans()), max_size=4))
def test_a_standard_cut_at_any_rows_reads_the_same(breaks: list[tuple[int, bool]]) -> None:
    """Page breaks between rows, several of them, change no text."""
    tops = {row: [*TOP, WHOLE[4]] if titles else TOP for row, titles in breaks}
    cells = [line for row, cells in enumerate(WHOLE) for line in (*tops.get(row, []), cells)]
    assert texts_of(cells) == texts_of(WHOLE)


@settings(max_examples=50)
@given(st.lists(st.integers(0, 3), min_size=len(WHOLE), max_size=len(WHOLE)))
def test_rows_wrapped_anywhere_read_the_same(ends: list[int]) -> None:
    """Each row may go on in the next line, header rows included."""
    parts = [cut_row(row, at) if at else (row,) for row, at in zip(WHOLE, ends, strict=True)]
    assert texts_of([one for part in parts for one in part if any(one)]) == texts_of(WHOLE)
