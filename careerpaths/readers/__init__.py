"""A document to rows of cells, each with its place. Each format is one module and one line in the list."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from types import MappingProxyType

from careerpaths.model import Document

Reader = Callable[[str, bytes], Document | tuple[Document, ...]]
"""Name and bytes to rows; several documents where parts have numberings of their own, as the sheets of a workbook."""

READERS = MappingProxyType(
    {
        "text": "text",
        "csv": "delimited",
        "html": "html",
        "xlsx": "xlsx",
        "docx": "docx",
        "pdf": "pdf",
    },
)
"""The room of each format; loaded when a document of it is read."""


def read(kind: str, name: str, content: bytes) -> tuple[Document, ...]:
    """The rows of a document, part by part.

    Args:
        kind: its format, one of READERS.
        name: as it is cited.
        content: its bytes.
    """
    reader: Reader = import_module(f"{__name__}.{READERS[kind]}").read
    found = reader(name, content)
    return found if isinstance(found, tuple) else (found,)
