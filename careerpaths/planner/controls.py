"""Fields of a document to fill in: boxes to tick and places for text, as content controls with a name and a tag.

Each is what ISO/IEC 29500 calls a structured document tag; a box to tick is Word's extension of 2010, which LibreOffice
reads, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape, quoteattr

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import RGBColor

from careerpaths.pages import shown
from careerpaths.wording import PLAN

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

BOX, TICKED = "\u2610", "\u2612"
LONGEST = 64
"""Letters that a name or a tag has at most."""
_BOX_FONT = "Segoe UI Symbol"
_PLACEHOLDER = "Placeholder Text"
_GREY = RGBColor(0x59, 0x59, 0x59)
_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
)


def box(paragraph: Paragraph, *, name: str, tag: str) -> None:
    """Add a box to tick.

    Args:
        paragraph: where it is added at the end.
        name: what is read out, and shown above it; cut where it is too long.
        tag: what a program knows it by.
    """
    font = " ".join(f'w:{script}="{_BOX_FONT}"' for script in ("ascii", "hAnsi", "eastAsia", "cs"))
    looks = f"<w:rPr><w:rFonts {font}/></w:rPr>"
    states = "".join(
        f'<w14:{state}State w14:val="{ord(sign):04X}" w14:font="{_BOX_FONT}"/>'
        for state, sign in (("checked", TICKED), ("unchecked", BOX))
    )
    kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
    _add(paragraph, looks + _named(name, tag) + kind, f"<w:r>{looks}<w:t>{BOX}</w:t></w:r>")


def field(paragraph: Paragraph, *, name: str, tag: str, is_long: bool = False) -> None:
    """Add a place for text, which says so until something is written; `is_long`: of several lines. See `box`."""
    lines = ' w:multiLine="1"' if is_long else ""
    looks = f'<w:rPr><w:rStyle w:val="{_PLACEHOLDER.replace(" ", "")}"/></w:rPr>'
    text = escape(PLAN["fill_in"])
    _add(paragraph, _named(name, tag) + f"<w:showingPlcHdr/><w:text{lines}/>", f"<w:r>{looks}<w:t>{text}</w:t></w:r>")


def _named(name: str, tag: str) -> str:
    alias = shown(" ".join(name.split()))
    alias = alias if len(alias) <= LONGEST else f"{alias[: LONGEST - 1]}\u2026"
    return f"<w:alias w:val={quoteattr(alias)}/><w:tag w:val={quoteattr(tag)}/>"


def _add(paragraph: Paragraph, properties: str, content: str) -> None:
    made: Any = parse_xml(
        f"<w:sdt {_NAMES}><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )
    paragraph._p.append(made)  # noqa: SLF001 - python-docx has no content controls


def placeholder_style(document: Document) -> None:
    """Add the style of what stands in a place for text until something is written: where it is left, text is plain."""
    style: Any = document.styles.add_style(_PLACEHOLDER, WD_STYLE_TYPE.CHARACTER, builtin=True)
    style.font.color.rgb = _GREY


def numbered(root: Any) -> None:
    """Give each control below an element its number: in order, so that the same document has the same ones."""
    for number, properties in enumerate(root.iter(qn("w:sdtPr")), 1):
        made = OxmlElement("w:id")
        made.set(qn("w:val"), str(number))
        properties.find(qn("w:tag")).addnext(made)
