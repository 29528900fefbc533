"""The places that a plan cites, each once and with a number: cells, and the columns or records that state a role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Source: TypeAlias = Mapping[str, Any]
Key: TypeAlias = tuple[Any, ...]
Cited: TypeAlias = tuple[Source, str, bool]
"""A cell, what is said of the place, and whether the place is the whole column or record and not the cell."""
_TELLING = ("document", "sheet", "page", "line", "row", "column", "text")
"""What tells one cell from another: a document may hold several standards with equal rows and columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something stands."""

    number: int
    """From 1, in the order in which the places are cited first."""
    document: str
    row: str | None
    column: str | None
    text: str
    """What stands there, in words."""

    @property
    def is_record(self) -> bool:
        """Whether it is a whole record of a table, which has no column of its own."""
        return self.column is None and (self.row or "").isdigit()


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """All that is cited."""

    listed: tuple[Place, ...]
    numbers: Mapping[Key, int]
    """For each cell its own number, or that of the column or record that it stands in."""

    @property
    def by_document(self) -> tuple[tuple[str, tuple[Place, ...]], ...]:
        """The places of each document, in the order in which the documents are cited."""
        documents = dict.fromkeys(one.document for one in self.listed)
        return tuple((name, tuple(one for one in self.listed if one.document == name)) for name in documents)

    def cells(self, sources: Iterable[Source]) -> str:
        """The numbers of cells: "[1, 2]"; of such as are not listed, and of none, nothing."""
        return self._shown(_key(one, is_whole=False) for one in sources)

    def wholes(self, sources: Iterable[Source]) -> str:
        """The numbers of the columns or records in which cells stand, likewise."""
        return self._shown(_key(one, is_whole=True) for one in sources)

    def _shown(self, keys: Iterable[Key]) -> str:
        found = sorted({self.numbers[key] for key in keys if key in self.numbers})
        return f"[{', '.join(map(str, found))}]" if found else ""


def _key(source: Source, *, is_whole: bool) -> Key:
    return is_whole, *(source[key] for key in _TELLING)


def whole_of(source: Source) -> tuple[str | None, str | None]:
    """Row and column of all that states a role: a column of a standard, or a record of a table (rows are numbers)."""
    is_table = (source["row"] or "").isdigit()
    return (source["row"], None) if is_table else (None, source["column"])


def label_of(source: Source) -> str:
    """What tells a cell from the others of its column or record: the label of its row, or the head of its column."""
    row = source["row"] or ""
    return source["column"] or row if row.isdigit() else row


def places(cited: Iterable[Cited]) -> Places:
    """Places in the order in which they are cited, each once; a column or record is one place for each role."""
    listed: dict[Key, Place] = {}
    numbers: dict[Key, int] = {}
    for source, text, is_whole in cited:
        row, column = whole_of(source) if is_whole else (source["row"], source["column"])
        key = _key(source, is_whole=is_whole)
        place = (True, source["document"], source["sheet"], row, column, text) if is_whole else key
        made = Place(number=len(listed) + 1, document=source["document"], row=row, column=column, text=text)
        numbers[key] = listed.setdefault(place, made).number
    return Places(listed=tuple(listed.values()), numbers=numbers)
