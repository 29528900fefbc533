"""The characters of a cell: white space, line breaks, what is not seen."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.readers import text as text_reader
from careerpaths.readers.characters import cell_text, invisible_message

MARKS = "\x00\x07\x1b\x1f\x7f\x80\x9f\u200b\u200e\u200f\u202a\u202e\u2060\u2064\u2066\u2069\ufeff"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("", ""),
        ("  a  b ", "a b"),
        ("a\tb\x0cc", "a b c"),
        ("a\u00a0\u00a0b\u00a0", "a b"),
        ("a \n b", "a\nb"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x0bb\x85c\u2028d\u2029e", "a\nb\nc\nd\ne"),
        ("\n\na\n", "a"),
        ("=1+1", "=1+1"),
        ("@SUM(A1)", "@SUM(A1)"),
        ("Children\u2019s  Nurse", "Children\u2019s Nurse"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_a_cell_is_cleaned(raw: str, expected: str) -> None:
    """Outer white space goes, inner runs are one space, each line break is a line feed."""
    assert cell_text(raw) == expected


@pytest.mark.parametrize("mark", MARKS)
def test_what_is_not_seen_is_shown_and_said(mark: str) -> None:
    """A control character or a mark of direction becomes U+FFFD, and the note names it."""
    assert cell_text(f"Spec{mark} 1") == "Spec\ufffd 1"
    assert invisible_message(f"Spec{mark} 1") == (
        f"invisible character U+{ord(mark):04X} shown as \ufffd; remove it in the document"
    )


def test_all_that_is_not_seen_is_named_once() -> None:
    """Each of several characters, in the order in which they come."""
    assert invisible_message("a\x1bb\u202ec\x1b") == (
        "invisible characters U+001B, U+202E shown as \ufffd; remove them in the document"
    )


@pytest.mark.parametrize("text", ["", "Spec 1", "a\nb\tc\x0c", "Children\u2019s", "a\u00adb"])
def test_what_is_seen_needs_no_note(text: str) -> None:
    """Letters, white space and soft hyphens are no invisible characters."""
    assert invisible_message(text) is None


@given(st.text())
def test_a_clean_cell_is_clean(raw: str) -> None:
    """To clean twice changes nothing, and nothing is left that an export could not hold."""
    once = cell_text(raw)
    assert cell_text(once) == once
    assert invisible_message(once) is None
    assert once == once.strip()
    once.encode("utf-8")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters='\r\n\t"\ufeff')))
def test_the_text_reader_has_the_same_conventions(raw: str) -> None:
    """A cell reads equal as tab-separated text."""
    rows = text_reader.read("a.txt", f"x\t{raw}".encode()).rows
    assert rows[0].cells[1] == cell_text(raw)
