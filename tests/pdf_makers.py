"""PDFs from rows, by two makers that share no code: reportlab and a headless Chromium."""

from __future__ import annotations

import html
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

if TYPE_CHECKING:
    from playwright.sync_api import Browser

Rows = Sequence[Sequence[str]]
MARGIN = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a document is laid out; lengths in points.

    Attributes:
        width: of the page.
        height: of the page.
        size: of the letters.
        ruled: whether cells have rules round them.
        header: rows of a table that stands on each page and touches the main one, with other columns.
        repeat: how many rows of the main table are said again on each page.
        head: a running head, if any.
        foot: a running foot, if any; `{}` is the page.
        top: where cells have their text: "top" or "middle".
        padding: between a cell's edge and its text.
        shares: the widths of the columns as shares of the whole.
    """

    width: float = 792
    height: float = 612
    size: float = 8
    ruled: bool = True
    header: Rows = ()
    repeat: int = 1
    head: str = ""
    foot: str = ""
    top: str = "top"
    padding: float = 3
    shares: Sequence[float] = ()


def by_reportlab(rows: Rows, look: Look) -> bytes:
    """A PDF whose rows may be cut at any line; each piece of a row is closed by rules."""
    file = io.BytesIO()
    inner = look.width - 2 * MARGIN
    header = _table(look.header, look, inner, ()) if look.header else None
    above = header.wrap(inner, look.height)[1] if header else 0

    def decorate(sheet: canvas.Canvas, template: BaseDocTemplate) -> None:
        sheet.setFont("Helvetica", look.size)
        if look.head:
            sheet.drawString(MARGIN, look.height - MARGIN / 2, look.head)
        if look.foot:
            sheet.drawCentredString(look.width / 2, MARGIN / 2, look.foot.format(template.page))
        if header:
            header.drawOn(sheet, MARGIN, look.height - MARGIN - above)

    frame = Frame(
        MARGIN, MARGIN, inner, look.height - 2 * MARGIN - above,
        leftPadding=0, rightPadding=0, topPadding=0, bottomPadding=0,
    )  # fmt: skip
    template = BaseDocTemplate(file, pagesize=(look.width, look.height), invariant=True)
    template.addPageTemplates([PageTemplate(frames=[frame], onPage=decorate)])
    template.build([_table(rows, look, inner, look.shares, repeat=look.repeat)])
    return file.getvalue()


def _table(rows: Rows, look: Look, width: float, shares: Sequence[float], *, repeat: int = 0) -> Table:
    columns = max(len(row) for row in rows)
    shares = shares or ([1.0] * columns)
    style = ParagraphStyle("cell", fontName=_font(), fontSize=look.size, leading=look.size * 1.2)
    filled = [[Paragraph(html.escape(cell), style) for cell in [*row, *[""] * (columns - len(row))]] for row in rows]
    commands: list[Any] = [
        ("VALIGN", (0, 0), (-1, -1), look.top.upper()),
        *[(side + "PADDING", (0, 0), (-1, -1), look.padding) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")],
    ]
    if look.ruled:
        commands.append(("GRID", (0, 0), (-1, -1), 0.5, "black"))
    widths = [width * share / sum(shares) for share in shares]
    return Table(filled, colWidths=widths, repeatRows=repeat, splitInRow=1, style=commands)


def _font() -> str:
    """A font with letters beyond Latin-1, where the system has one."""
    if "DejaVu" not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(TTFont("DejaVu", "DejaVuSans.ttf"))
        except OSError:
            return "Helvetica"
    return "DejaVu"


def by_chromium(browser: Browser, rows: Rows, look: Look, *, css: str = "") -> bytes:
    """A PDF as a browser prints a page: rules are thin filled rectangles, a row cut by the page foot stays open."""
    border = "border: 0.5pt solid black;" if look.ruled else ""
    style = f"""
    @page {{ size: {look.width}pt {look.height}pt; margin: {MARGIN}pt }}
    body {{ margin: 0; font: {look.size}pt Arial, sans-serif }}
    table {{ border-collapse: collapse; width: 100%; table-layout: fixed; overflow-wrap: break-word }}
    td {{ {border} padding: {look.padding}pt; vertical-align: {look.top}; orphans: 1; widows: 1 }}
    .outer > thead > tr > td.header {{ padding: 0; border: 0 }}
    {css}"""
    width = max(len(row) for row in rows)
    header = ""
    if look.header:
        header = f"<tr><td class=header colspan={width}><table>{_html_rows(look.header, ())}</table></td></tr>"
    body = (
        f"<table class=outer><colgroup>{_html_columns(look.shares)}</colgroup>"
        f"<thead>{header}{_html_rows(rows[: look.repeat], look.shares)}</thead>"
        f"<tbody>{_html_rows(rows[look.repeat :], look.shares)}</tbody></table>"
    )
    return print_html(browser, f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>{body}", look)


def print_html(browser: Browser, page_html: str, look: Look | None = None) -> bytes:
    """A PDF of a page of HTML; head and foot of a look stand in the margins."""
    page = browser.new_page()
    page.set_content(page_html)
    marks: dict[str, Any] = {}
    if look and (look.head or look.foot):
        span = '<span style="font-size:7pt;margin-left:30pt">{}</span>'
        foot = look.foot.format("<span class=pageNumber></span>")
        marks = {
            "display_header_footer": True,
            "header_template": span.format(look.head),
            "footer_template": span.format(foot),
        }
    content = page.pdf(prefer_css_page_size=True, print_background=True, **marks)
    page.close()
    return content


def _html_columns(shares: Sequence[float]) -> str:
    return "".join(f'<col style="width:{100 * share / sum(shares):.3f}%">' for share in shares)


def _html_rows(rows: Rows, shares: Sequence[float]) -> str:
    del shares
    width = max((len(row) for row in rows), default=0)
    lines = ("".join(f"<td>{html.escape(cell)}</td>" for cell in [*row, *[""] * (width - len(row))]) for row in rows)
    return "".join(f"<tr>{line}</tr>" for line in lines)


def drawn(paint: Callable[[canvas.Canvas], None], *, size: tuple[float, float] = (612, 792)) -> bytes:
    """A PDF of pages drawn by hand; `paint` calls `showPage` itself."""
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=size, invariant=True)
    paint(sheet)
    sheet.save()
    return file.getvalue()
