"""Scripts that run to the left: texts whose letters a maker drew from left to right read as they are written."""

from __future__ import annotations

import runpy
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.readers import pdf
from careerpaths.readers.pdf.leftward import in_reading_order

if TYPE_CHECKING:
    from playwright.sync_api import Browser

make: Any = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("pdf_makers.py"))))


def read_drawn(drawn: str) -> str | None:
    """A line as it is read whose letters stand beside each other, in the order in which they were drawn."""

    def box(place: int) -> tuple[float, float, float, float]:
        return 5.0 * place, 0.0, 5.0 * place + 5.0, 10.0

    found = in_reading_order(drawn, box)
    return found.text.strip() if found else None


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        pytest.param("אבג דהו", "והד גבא", id="two words"),
        pytest.param("אבגד 12", "12 דגבא", id="a figure behind a word"),
        pytest.param("אבגד PDF file הוז", "זוה PDF file דגבא", id="words in two directions"),
        pytest.param("Job title אבג", "Job title גבא", id="a word among Latin ones"),
        pytest.param("אבג12", "12גבא", id="a figure at a word"),
    ],
)
def test_a_line_is_read_as_it_was_written(written: str, drawn: str) -> None:
    """Words and letters are turned; figures and Latin words are not."""
    assert read_drawn(drawn) == written


@pytest.mark.parametrize("text", ["Chef", "Küche", "", "שלום"[:1]])
def test_a_text_in_order_stays(text: str) -> None:
    """Where nothing runs to the left, or nothing tells."""
    assert read_drawn(text) is None


@settings(deadline=None)
@given(st.lists(st.text(alphabet="אבגדהוזחטי", min_size=2, max_size=6), min_size=1, max_size=6))
def test_words_that_are_drawn_turned_are_turned_back(words: list[str]) -> None:
    """Whatever they are; each letter keeps the place that it had."""
    written = " ".join(words)
    assert read_drawn(written[::-1]) == written


@pytest.mark.browser
def test_a_browser_prints_a_table_in_arabic(browser: Browser) -> None:
    """Its words are whole and in order, cell by cell."""
    rows = "<tr><td>ممرض<td>0001<td>رئيس التمريض</tr><tr><td>رئيس التمريض<td>0002<td></tr>"
    style = "<meta charset=utf-8><style>table{border-collapse:collapse}td{border:1px solid;padding:4px}</style>"
    (document,) = pdf.read("x.pdf", make.print_html(browser, f"{style}<table dir=rtl>{rows}</table>"))
    found = [row.cells for row in document.rows]
    assert found == [("رئيس التمريض", "0001", "ممرض"), ("", "0002", "رئيس التمريض")]
