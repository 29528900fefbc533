"""A plan as a document to fill in: real headings, boxes to tick, tables whose first row is their head."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from careerpaths.change import REQUIREMENT
from careerpaths.pages import shown
from careerpaths.planner.controls import box, field, numbered, placeholder_style
from careerpaths.queries.places import Places
from careerpaths.queries.planning import Plan, PlanItem, PlanStep
from careerpaths.statements import ADDED, GONE, LEFT_OUT, NEW, RISES
from careerpaths.wording import MAP, PLAN, planned

if TYPE_CHECKING:
    from docx.document import Document
    from docx.styles.style import CharacterStyle
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LANGUAGE = "en-US"
LONGEST = 255
"""Letters that a text has at most in what the file says of itself."""
BLANK_ROWS = 3
_FONT = "Arial"
_INK, _MUTED = RGBColor(0, 0, 0), RGBColor(0x55, 0x55, 0x55)
_STYLES = {
    "Normal": 9.5,
    "Title": 16,
    "Heading 1": 13,
    "Heading 2": 11,
    "Heading 3": 9.5,
    "List Bullet": 9.5,
    "Footer": 8,
}
"""Sizes in points of the styles that are used."""
_SPACES = (("Normal", 0, 2), ("Title", 0, 4), ("Heading 1", 8, 2), ("Heading 2", 6, 2), ("Heading 3", 4, 1))
"""Points before and after a paragraph."""
_OLD = 8.5
"""Size of the texts before."""
_ROUTE = (1.3, 5.2, 10.5)
"""Widths of the columns of the route."""
_WHO = {"name": 6.5, "manager": 13, "date": 17}
"""What is filled in above, on one line, and where each ends."""
_ONE_PAGE = 4
"""Steps that have room on the first page; with more, the lists begin where the rest ends."""
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
    _route(document, plan)
    _closing(document, plan)
    _conversation(document)
    _lists(document, plan)
    _sources(document, plan)
    # A table that ends a document is followed by a paragraph; Word adds one that is larger.
    document.add_paragraph(MAP["made_by"])
    numbered(document.element)
    stream = io.BytesIO()
    document.save(stream)
    return _timeless(stream.getvalue())


def _plain(text: str) -> str:
    """On one line, without characters that could not be seen and that no document may hold."""
    return shown(" ".join(text.split()))


def _opening(document: Document, plan: Plan) -> None:
    """Title, whose plan it is, and what nobody describes."""
    document.add_heading(_plain(plan.title), 0)
    for text in (plan.chosen, " ".join(plan.head)):
        document.add_paragraph(_plain(text))
    who = document.add_paragraph()
    for key, place in _WHO.items():
        who.paragraph_format.tab_stops.add_tab_stop(Cm(place))
        who.add_run(f"{PLAN[key]}: ")
        field(who, name=PLAN[key], tag=key)
        who.add_run("\t" if key != "date" else "")
    for warning in plan.warnings:
        document.add_paragraph().add_run(_plain(warning)).bold = True


def _route(document: Document, plan: Plan) -> None:
    """The roles in order, each with what the step to it asks and changes."""
    document.add_heading(PLAN["route"], 1)
    start = (PLAN["start"], plan.start.title, plan.start_facts)
    table = _table(document, [PLAN[key] for key in ("number", "role", "asks")], [start], widths=_ROUTE)
    places = plan.places
    for step in plan.steps:
        facts = f"{step.facts} {places.cells(step.move.sources)}"
        row = _row(table, (str(step.number), step.title, facts), widths=_ROUTE)
        cell = row.cells[2]
        for notice in step.notices:
            cited = cell.add_paragraph(_plain(notice.text))
            _muted(cited.add_run(f" {notice.numbers(places)}"))
        for number, question in enumerate(step.questions, 1):
            _ticked(cell.add_paragraph(), question, tag=f"ask-{step.number}-{number}").add_run(_plain(question))
    for row in table.rows[1:]:
        _two_lines(row)


def _two_lines(row: _Row) -> None:
    """Title and facts of a role in one cell; what the step asks in the last, which holds the facts until then."""
    facts = row.cells[2].paragraphs[0]
    row.cells[1].paragraphs[0].runs[0].bold = True
    _muted(row.cells[1].add_paragraph().add_run(facts.text))
    if len(row.cells[2].paragraphs) > 1:
        facts._p.getparent().remove(facts._p)  # noqa: SLF001 - python-docx has no other way
    else:
        facts.clear()


def _closing(document: Document, plan: Plan) -> None:
    """That a path is not an offer, the other routes, and what is missing."""
    closing = document.add_paragraph()
    closing.paragraph_format.space_before = Pt(6)
    closing.add_run(f"{plan.closing[0]} ").bold = True
    closing.add_run(_plain(plan.closing[1]))
    others = [planned("other", number=number, why=why) for number, why in plan.others]
    notes = [f"{PLAN['others']}: {' '.join(others)}"] if others else []
    for text in (*notes, *([] if plan.has_texts else [PLAN["no_texts"]])):
        _muted(document.add_paragraph().add_run(_plain(text)))


def _lists(document: Document, plan: Plan) -> None:
    """What each step asks; the first page stands alone."""
    if not plan.has_lists:
        return
    document.add_heading(PLAN["checklists"], 1).paragraph_format.page_break_before = len(plan.steps) <= _ONE_PAGE
    if plan.has_words:
        _muted(document.add_paragraph().add_run(PLAN["pieces"]))
    for step in plan.steps:
        if step.has_list:
            _step(document, step, plan.places)


def _step(document: Document, step: PlanStep, places: Places) -> None:
    document.add_heading(_plain(planned("step", number=step.number, title=step.title)), 2)
    _listed(document, PLAN["about"], step.about, places)
    for group, items in step.blocks:
        document.add_heading(PLAN[group], 3)
        for number, one in enumerate(items, 1):
            if not one.is_kept:
                name = planned("box", number=step.number, label=one.label)
                _words(_ticked(document.add_paragraph(), name, tag=f"{group}-{step.number}-{number}"), one, places)
        _kept(document, [one for one in items if one.is_kept], places)
    _listed(document, PLAN["dropped"], step.dropped, places)


def _kept(document: Document, items: Sequence[PlanItem], places: Places) -> None:
    """What is asked already, in short: requirements with their text, of duties and knowledge the rows."""
    if items:
        cited = places.wholes(one.stands_in for one in items if one.stands_in)
        told = [f"{one.label}: {one.text}" if one.group == REQUIREMENT else one.label for one in items]
        listed = (" " if items[0].group == REQUIREMENT else ", ").join(told)
        head = f"{planned('kept', len(items))} {cited}".strip()
        _muted(document.add_paragraph().add_run(_plain(f"{head}: {listed}")))


def _listed(document: Document, heading: str, items: Sequence[PlanItem], places: Places) -> None:
    """Statements that are not to be ticked."""
    if items:
        document.add_heading(heading, 3)
    for one in items:
        _words(document.add_paragraph(style="List Bullet"), one, places)


def _ticked(paragraph: Paragraph, name: str, *, tag: str) -> Paragraph:
    """The paragraph, begun with a box to tick."""
    layout = paragraph.paragraph_format
    layout.left_indent, layout.first_line_indent = _INDENT, -_INDENT
    layout.tab_stops.add_tab_stop(_INDENT)
    layout.keep_together = True
    box(paragraph, name=name, tag=tag)
    paragraph.add_run("\t")
    return paragraph


def _words(paragraph: Paragraph, one: PlanItem, places: Places) -> None:
    """Label, number of its place, text (word by word where most words stay), mark, and the text before."""
    source = one.stood_in if one.turn == GONE else one.stands_in
    _muted(paragraph.add_run(f"{_plain(one.label)} {places.wholes([source] if source else [])}  "))
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
    if one.replaces:
        cited = places.wholes([one.stood_in] if one.stood_in else [])
        paragraph.add_run().add_break()
        old = paragraph.add_run(_plain(f"{one.replaces_name} {cited}: {one.replaces}"))
        old.font.size = Pt(_OLD)
        _muted(old)


def _sources(document: Document, plan: Plan) -> None:
    """Where everything stands: the name of each document once, and its places below."""
    document.add_heading(PLAN["sources"], 1)
    heads = [PLAN[key] for key in ("cite", "row", "column", "cell")]
    for name, _ in plan.places.by_document:
        document.add_heading(_plain(name), 2)
        rows = [(number, *cells) for number, stands_in, *cells in plan.evidence if stands_in == name]
        _table(document, heads, rows, widths=(1.5, 4.5, 3.5, 7.5), size=8)


def _conversation(document: Document) -> None:
    """What to talk about, and room for what is agreed."""
    document.add_heading(PLAN["talk"], 1)
    for key in ("talk_now", "talk_help", "talk_open", "talk_again"):
        _ticked(document.add_paragraph(), PLAN[key], tag=key).add_run(PLAN[key])
    document.add_heading(PLAN["agreed"], 2)
    columns = ("what", "who", "by")
    heads = [PLAN[key] for key in columns]
    table = _table(document, heads, [("", "", "")] * BLANK_ROWS, widths=(10.2, 3.8, 3), height=0.7)
    for line, row in enumerate(table.rows[1:], 1):
        for key, cell in zip(columns, row.cells, strict=True):
            field(cell.paragraphs[0], name=planned("line_of", name=PLAN[key], number=line), tag=f"{key}-{line}")
    document.add_heading(PLAN["notes"], 2)
    field(document.add_paragraph(), name=PLAN["notes"], tag="notes", is_long=True)


def _table(  # noqa: PLR0913 - what a table is made of
    document: Document,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    widths: Sequence[float],
    size: float = 9,
    height: float | None = None,
) -> Table:
    """A table with a head that is marked as one and stands again on the next page; widths and height in centimetres."""
    table: Table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    head = _row(table, heads, widths=widths, size=size)
    for run in (run for cell in head.cells for run in cell.paragraphs[0].runs):
        run.bold = True
    _mark(head, "w:tblHeader")
    for values in rows:
        row = _row(table, values, widths=widths, size=size)
        row.height = Cm(height) if height else None
    return table


def _row(table: Any, values: Sequence[str], *, widths: Sequence[float], size: float = 9) -> _Row:
    """One more row, which no page tears."""
    row: _Row = table.add_row()
    for cell, text, width in zip(row.cells, values, widths, strict=True):
        cell.width = Cm(width)
        cell.paragraphs[0].add_run(_plain(text)).font.size = Pt(size)
        cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    _mark(row, "w:cantSplit")
    return row


def _mark(row: _Row, name: str) -> None:
    """Mark a row: as a head, or as one that no page tears."""
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx has no other way


def _muted(run: Run) -> None:
    run.font.color.rgb = _MUTED


def _set_up(document: Document, plan: Plan) -> None:
    """Paper, type, language, what the file says of itself, and the foot of every page."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(1.5)
    section.header_distance = section.footer_distance = Cm(0.8)
    for name, size in _STYLES.items():
        _type(document.styles[name], size)
    _space(document)
    placeholder_style(document)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), LANGUAGE)
    _describe(document, plan)
    _foot(document, plan)


def _space(document: Document) -> None:
    """Little room, so that a plan has few pages."""
    for name, before, after in _SPACES:
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
    facts.title, facts.language = _plain(plan.title)[:LONGEST], LANGUAGE
    facts.author = facts.last_modified_by = _plain(plan.organisation or "")[:LONGEST]
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
