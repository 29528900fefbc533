"""A plan as a document to fill in: real headings, boxes to tick, tables whose first row is their head."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from careerpaths.pages import shown
from careerpaths.queries.planning import Plan, PlanItem, PlanStep
from careerpaths.statements import ADDED, GONE, LEFT_OUT, NEW, RISES
from careerpaths.wording import PLAN, planned

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle
    from docx.table import _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

BOX = "\u2610"
LANGUAGE = "en-US"
BLANK_ROWS = 4
_BOX_FONT = "Segoe UI Symbol"
_FONT = "Arial"
_INK, _MUTED = RGBColor(0, 0, 0), RGBColor(0x55, 0x55, 0x55)
_STYLES = {"Normal": 9.5, "Title": 16, "Heading 1": 13, "Heading 2": 10.5, "List Bullet": 9.5, "Footer": 8}
"""Sizes in points of the styles that are used."""
_INDENT = Cm(0.7)
_WIDTH = Cm(17)
"""Between the margins of A4."""
_NO_TIME = datetime(2000, 1, 1, tzinfo=timezone.utc)  # noqa: UP017 - Python 3.11 has both
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def plan_document(plan: Plan) -> bytes:
    """The document; no clock, the same bytes for the same plan."""
    document = docx.Document()
    _set_up(document, plan)
    _opening(document, plan)
    for step in plan.steps:
        _step(document, step)
    _conversation(document)
    document.add_heading(PLAN["sources"], 1)
    heads = [PLAN[key] for key in ("number", "document", "row", "column", "cell")]
    _table(document, heads, plan.evidence, widths=(1.3, 6.2, 3.2, 2.5, 3.8), size=8)
    closing = document.add_paragraph()
    closing.paragraph_format.space_before = Pt(10)
    closing.add_run(f"{plan.closing[0]} ").bold = True
    closing.add_run(_plain(plan.closing[1]))
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _plain(text: str) -> str:
    """On one line, without characters that could not be seen and that no document may hold."""
    return shown(" ".join(text.split()))


def _opening(document: Document, plan: Plan) -> None:
    """Title, whose plan it is, and the route."""
    document.add_heading(_plain(plan.title), 0)
    for text in (plan.chosen, " ".join(plan.head)):
        document.add_paragraph(_plain(text))
    for key in ("name", "manager", "date"):
        _blank(document, PLAN[key])
    document.add_heading(PLAN["route"], 1)
    heads = [PLAN[key] for key in ("number", "role", "level", "code", "move")]
    _table(document, heads, plan.ladder, widths=(1.5, 6.2, 3.4, 2.2, 3.7))
    others = [planned("other", number=number, why=why) for number, why in plan.others]
    notes = [
        *([f"{PLAN['others']}: {' '.join(others)}"] if others else []),
        *([] if plan.has_texts else [PLAN["no_texts"]]),
        *([PLAN["pieces"]] if plan.has_words else []),
    ]
    for text in notes:
        told = document.add_paragraph()
        told.paragraph_format.space_before = Pt(3)
        _muted(told.add_run(_plain(text)))


def _blank(document: Document, name: str) -> None:
    """A line to fill in."""
    paragraph = document.add_paragraph(f"{name}\t\t")
    stops = paragraph.paragraph_format.tab_stops
    stops.add_tab_stop(Cm(2.2))
    stops.add_tab_stop(Cm(11), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def _step(document: Document, step: PlanStep) -> None:
    document.add_heading(_plain(planned("step", number=step.number, title=step.title)), 1)
    facts = document.add_paragraph()
    _muted(facts.add_run(_plain(step.facts)))
    facts.paragraph_format.keep_with_next = True
    for notice in step.notices:
        document.add_paragraph(_plain(notice), style="List Bullet")
    _listed(document, PLAN["about"], step.about)
    for group, items in step.blocks:
        document.add_heading(PLAN[group], 2)
        for one in items:
            _words(_ticked(document), one)
    if step.questions:
        document.add_heading(PLAN["question"], 2)
        for question in step.questions:
            _ticked(document).add_run(_plain(question))
    _listed(document, PLAN["dropped"], step.dropped)


def _listed(document: Document, heading: str, items: Sequence[PlanItem]) -> None:
    """Statements that are not to be ticked."""
    if items:
        document.add_heading(heading, 2)
    for one in items:
        _words(document.add_paragraph(style="List Bullet"), one)


def _ticked(document: Document) -> Paragraph:
    """A paragraph that begins with a box to tick."""
    paragraph = document.add_paragraph()
    layout = paragraph.paragraph_format
    layout.left_indent, layout.first_line_indent = _INDENT, -_INDENT
    layout.tab_stops.add_tab_stop(_INDENT)
    layout.keep_together = True
    box = paragraph.add_run(BOX)
    _font(box, _BOX_FONT)
    paragraph.add_run("\t")
    return paragraph


def _words(paragraph: Paragraph, one: PlanItem) -> None:
    """Label, text (word by word where most words stay) and mark."""
    _muted(paragraph.add_run(f"{_plain(one.label)}  "))
    pieces = one.words or (("", one.text),)
    for place, (mark, text) in enumerate(pieces):
        run = paragraph.add_run(_plain(text))
        run.font.underline = True if mark == ADDED else None
        run.font.strike = True if mark == LEFT_OUT else None
        if place < len(pieces) - 1:
            paragraph.add_run(" ")
    if one.turn == GONE:
        # Its heading says so.
        return
    told = paragraph.add_run(f"  ({_plain(one.mark)})")
    told.italic, told.bold = True, one.turn in (NEW, RISES)


def _conversation(document: Document) -> None:
    """What to talk about, and room for what is agreed."""
    document.add_heading(PLAN["talk"], 1)
    for key in ("talk_now", "talk_help", "talk_open", "talk_again"):
        _ticked(document).add_run(PLAN[key])
    document.add_heading(PLAN["agreed"], 2)
    heads = [PLAN[key] for key in ("what", "who", "by")]
    _table(document, heads, [("", "", "")] * BLANK_ROWS, widths=(10.2, 3.8, 3), height=0.9)
    # Two tables that touch would be one.
    document.add_paragraph()
    _table(document, [PLAN["notes"]], [("",)], widths=(17,), height=3)


def _table(  # noqa: PLR0913 - what a table is made of
    document: Document,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[float],
    size: int = 9,
    height: float | None = None,
) -> None:
    """A table with a head that is marked as one and stands again on the next page; widths and height in centimetres."""
    table = document.add_table(rows=1, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    for values in (heads, *rows):
        row = table.rows[0] if values is heads else table.add_row()
        for cell, text, width in zip(row.cells, values, widths, strict=True):
            cell.width = Cm(width)
            run = cell.paragraphs[0].add_run(_plain(text))
            run.font.size, run.bold = Pt(size), values is heads
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
        _mark(row, "w:cantSplit")
        if height and values is not heads:
            row.height = Cm(height)
    _mark(table.rows[0], "w:tblHeader")


def _mark(row: _Row, name: str) -> None:
    """Mark a row: as a head, or as one that no page tears."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no other way


def _muted(run: Run) -> None:
    run.font.color.rgb = _MUTED


def _set_up(document: Document, plan: Plan) -> None:
    """Paper, type, language, what the file says of itself, and the foot of every page."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2)
    for name, size in _STYLES.items():
        _type(document.styles[name], size)
    _space(document)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    _describe(document, plan)
    _foot(document, plan)


def _space(document: Document) -> None:
    """Little room, so that a plan has few pages."""
    for name, before, after in (("Normal", 0, 3), ("Title", 0, 6), ("Heading 1", 12, 2), ("Heading 2", 6, 2)):
        layout = document.styles[name].paragraph_format
        layout.space_before, layout.space_after = Pt(before), Pt(after)
    for line in list(document.styles["Title"].element.iter(qn("w:pBdr"))):
        line.getparent().remove(line)


def _type(style: CharacterStyle, size: float) -> None:
    _font(style, _FONT)
    style.font.size = Pt(size)
    style.font.color.rgb = _INK


def _font(styled: Run | CharacterStyle, name: str) -> None:
    """One font for every script; the theme's would come first."""
    styled.font.name = name
    fonts: Any = styled.element.get_or_add_rPr().rFonts
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.attrib.pop(qn("w:cstheme" if script == "cs" else f"w:{script}Theme"), None)
        fonts.set(qn(f"w:{script}"), name)


def _describe(document: Document, plan: Plan) -> None:
    """What the file says of itself; without a clock, and without the picture of the library's own template."""
    facts = document.core_properties
    facts.title, facts.language = _plain(plan.title), LANGUAGE
    facts.author = facts.last_modified_by = _plain(plan.organisation or "")
    facts.comments = ""
    facts.created = facts.modified = _NO_TIME
    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del relations[key]


def _foot(document: Document, plan: Plan) -> None:
    """That a path is not an offer, and the number of the page."""
    stops = document.styles["Footer"].paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.add_run(f"{_plain(plan.closing[0])}\t")
    fields = {"page": "PAGE", "pages": "NUMPAGES"}
    for place, part in enumerate(re.split(r"\{(\w+)\}", PLAN["page"])):
        if place % 2:
            paragraph._p.append(_field(fields[part]))  # noqa: SLF001 - python-docx has no fields
        else:
            paragraph.add_run(part)


def _field(name: str) -> Any:
    """A number that the program that opens the document fills in."""
    field, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), name)
    text.text = "1"
    run.append(text)
    field.append(run)
    return field


def _timeless(content: bytes) -> bytes:
    """The same archive, no file of which has a time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as made, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, made.read(name))
    return stream.getvalue()
