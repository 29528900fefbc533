"""A document to rows of cells, each with its place. Each format is one module and one line in the list."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

from careerpaths.model import Document
from careerpaths.readers import text

Reader = Callable[[str, bytes], Document]

READERS: MappingProxyType[str, Reader] = MappingProxyType({"text": text.read})
