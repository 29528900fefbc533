"""What a file is: by its bytes first, then by its content; its ending is only a hint."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePosixPath

_LOOKED_AT = 1 << 16
_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\x00\x0b\x0c"
# Beginnings of files that hold no text, and what they are.
_BINARY = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\x00", "a picture"),
    (b"MM\x00*", "a picture"),
    (b"BM", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a RAR archive"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"{\\rtf", "rich text (RTF): save it as DOCX"),
    (b"\x00\x00\x00", "a film or another binary file"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0"
_HTML = re.compile(rb"<(?:!doctype\s+html|html|body|table|thead|tbody|tr|td)\b", re.IGNORECASE)
_BEGINS_PAGE = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!doctype|html)", re.IGNORECASE)
_BLOCKS = (
    rb"(?:address|article|aside|body|center|div|dl|fieldset|footer|form|h[1-6]|header|main|nav|ol|p|pre|section|ul)\b"
)
_BLOCK = re.compile(rb"</?" + _BLOCKS, re.IGNORECASE)
# A part of a page begins with a block, or with what may stand before one.
_BEGINS_PART = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<(?:!--|(?:head|link|meta|script|style|title)\b|" + _BLOCKS + rb")",
    re.IGNORECASE,
)
_TAG = re.compile(rb"</?[a-z]", re.IGNORECASE)
_TAB = 9
"""The first control character that a text holds."""
_CONTROLS = bytes([*range(1, _TAB), *range(14, 27), *range(28, 32)])
_MOST_CONTROLS = 0.05
"""Their share in a text, at most."""
_LEAST_TOLD = 3
"""One in so many bytes of a text says something, at least: in UTF-16 every second one is zero."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_TEXT_ENDINGS = (".csv", ".tsv", ".tab")
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Nature:
    """What a file is.

    Attributes:
        kind: of the reader that reads it ("text", "csv", "pdf" ...); None where none does.
        what: what it is, in words, where no reader reads it.
    """

    kind: str | None
    what: str = ""


def nature_of(name: str, content: bytes) -> Nature:
    """What a file with this name and content is."""
    if not content.strip(_BLANK):
        return Nature(kind=None, what="empty")
    head = content[:_LOOKED_AT]
    if b"%PDF-" in head[:1024]:
        return Nature(kind="pdf")
    if head.startswith(_ZIP):
        return _packed(name, content)
    if head.startswith(_OLE):
        return Nature(kind=None, what=_old_office(content))
    what = _what_binary(head)
    return Nature(kind=None, what=what) if what else Nature(kind=_text_kind(name, head))


def _what_binary(head: bytes) -> str:
    """What a file is that holds no text; empty where it may be one."""
    for mark, what in _BINARY:
        if head.startswith(mark) and not _reads_as_text(head):
            return what
    if not head.startswith(_UTF_16) and _is_binary(head):
        return "a binary file of a kind that is not known"
    return ""


def _is_binary(head: bytes) -> bool:
    """Whether a file holds so many control characters that it is no text in any encoding."""
    told = head.translate(None, b"\x00")
    left = told.translate(None, _CONTROLS)
    return len(told) - len(left) > _MOST_CONTROLS * len(told) or len(told) * _LEAST_TOLD < len(head)


def is_packed(content: bytes) -> bool:
    """Whether a document is in a binary format that is parsed: a PDF, or a zip archive such as XLSX and DOCX."""
    return b"%PDF-" in content[:1024] or content.startswith(_ZIP)


def _reads_as_text(head: bytes) -> bool:
    """Whether a file that begins with such letters is a text all the same ("MZ Coordinator")."""
    return (
        head[:2].isalpha()
        and head[:5] != b"{\\rtf"
        and b"\x00" not in head
        and not any(byte < _TAB for byte in head[:512])
    )


def _packed(name: str, content: bytes) -> Nature:
    """A zip archive: by the parts in it; one that cannot be opened by its ending, so that its reader tells why."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        ending = PurePosixPath(name.lower()).suffix
        return Nature(kind={".docx": "docx", ".docm": "docx"}.get(ending, "xlsx"))
    if any(part.startswith("xl/") for part in parts):
        binary = any(part.endswith("workbook.bin") for part in parts)
        return Nature(kind=None, what="a binary workbook (XLSB): save it as XLSX") if binary else Nature(kind="xlsx")
    if any(part.startswith("word/") for part in parts):
        return Nature(kind="docx")
    if any(part.startswith("ppt/") for part in parts):
        return Nature(kind=None, what="a presentation")
    if "mimetype" in parts:
        return Nature(kind=None, what="an OpenDocument file: save it as XLSX or DOCX")
    return Nature(kind=None, what="a zip archive: unpack it")


def _old_office(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return "an Office file that is protected by a password: save it without one"
    for mark, what in (("WordDocument", "an old Word file (.doc): save it as DOCX"), ("Workbook", _OLD_EXCEL)):
        if mark.encode("utf-16-le") in content:
            return what
    return "an old or encrypted Office file (.xls, .doc): save it as XLSX or DOCX, without a password"


_OLD_EXCEL = "an old Excel file (.xls): save it as XLSX"


def _text_kind(name: str, head: bytes) -> str:
    from careerpaths.readers.delimited import delimiter_of  # noqa: PLC0415 - only a text needs it

    # UTF-16 has a zero in every second byte.
    head = head.replace(b"\x00", b"")
    ending = PurePosixPath(name.lower()).suffix
    if _is_page(head) or (ending in _PAGE_ENDINGS and _TAG.search(head)):
        return "html"
    if ending in _TEXT_ENDINGS:
        return "csv"
    if head.count(b"\t") > 1:
        return "text"
    text = head.decode("utf-8", errors="replace")
    return "csv" if delimiter_of(text) else "text"


def _is_page(head: bytes) -> bool:
    """Whether a text is a web page or a part of one: it begins as they do, or holds several of their tags."""
    if _BEGINS_PAGE.match(head) or len(_HTML.findall(head)) > 1:
        return True
    return bool(_BEGINS_PART.match(head)) and len(_BLOCK.findall(head)) > 1
