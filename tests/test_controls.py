"""Fields of a document to fill in: what their names and tags hold, whatever they are made of."""

from __future__ import annotations

from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from careerpaths.planner.controls import box, field, numbered


def made_of(name: str, *, is_box: bool) -> Any:
    """The properties of one control in a paragraph."""
    paragraph = docx.Document().add_paragraph()
    if is_box:
        box(paragraph, name=name, tag="x-1")
    else:
        field(paragraph, name=name, tag="x-1", is_long=True)
    (found,) = paragraph._p.iter(qn("w:sdtPr"))  # noqa: SLF001 - python-docx has no content controls
    return found


@pytest.mark.parametrize("is_box", [True, False])
@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Cert 1", "Cert 1"),
        ("<w:p/> & \"quoted\" 'too'", "<w:p/> & \"quoted\" 'too'"),
        ("two\nlines", "two lines"),
        ("a\x00b", "a[U+0000]b"),
        ("x" * 64, "x" * 64),
        ("x" * 65, "x" * 63 + "\u2026"),
    ],
)
def test_a_name_is_text(name: str, shown: str, *, is_box: bool) -> None:
    """On one line, without what no document may hold, cut where it is too long."""
    properties = made_of(name, is_box=is_box)
    assert properties.find(qn("w:alias")).get(qn("w:val")) == shown
    assert properties.find(qn("w:tag")).get(qn("w:val")) == "x-1"


def test_numbers_rise_in_the_order_of_the_document() -> None:
    """From 1; they stand right after the tag."""
    document = docx.Document()
    for tag in ("a", "b"):
        field(document.add_paragraph(), name=tag, tag=tag)
    numbered(document.element)
    tags = list(document.element.iter(qn("w:tag")))
    assert [one.getnext().get(qn("w:val")) for one in tags] == ["1", "2"]
