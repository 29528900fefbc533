"""What is found out about one document while its rows get their meaning: statements, trouble, what became of cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from careerpaths.mentions import listed, short
from careerpaths.model import BLANK, PROBLEM, Problem
from careerpaths.pagination import LabelReader, Said, WholeRow
from careerpaths.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of the header: one text, or one for each level."""

    kind: str
    label: str
    texts: tuple[str, ...]
    row: WholeRow
    first: int
    said: Said

    @property
    def shown(self) -> str:
        """Its texts as a message names them."""
        return short(listed(self.texts, " | "))


@dataclass(slots=True, eq=False, repr=False)
class Draft:
    """A standard while its pages come in."""

    header: dict[str, Fact] = field(default_factory=dict)
    title: WholeRow | None = None
    body: list[WholeRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Desk:
    """What has been found out about one document so far."""

    document: str
    place_of: Callable[[int], str]
    vocabulary: Vocabulary
    read_label: LabelReader
    sheet: int | None = None
    problems: list[Problem] = field(default_factory=list)
    fates: list[tuple[int, int, str]] = field(default_factory=list)
    drafts: list[Draft] = field(default_factory=list)
    headers: dict[int, tuple[WholeRow, Sequence[Fact], str]] = field(default_factory=dict)
    """Header rows by line, with their statements and their fate: a later page may change it."""
    told_levels: set[int] = field(default_factory=set)
    """The lines of the Job Level rows whose unused levels a standard has told."""

    def say(self, message: str, line: int, *, row: str = "", column: str = "", severity: str = PROBLEM) -> None:
        """Add a problem, or a note, with its place in words."""
        place = self.place_of(line) + "".join(
            f', {name} "{short(text)}"' for name, text in (("row", row), ("column", column)) if text
        )
        self.problems.append(
            Problem(severity=severity, document=self.document, place=place, message=message, line=line),
        )

    def mark(self, row: WholeRow, fate: str) -> None:
        """The same fate for the label and every filled cell of a row."""
        self.mark_label(row, fate)
        self.mark_cells(row, range(len(row.pieces)), fate)

    def mark_header(self, facts: Iterable[Fact], fate: str) -> None:
        """Remember what becomes of the rows of a header block."""
        rows: dict[int, list[Fact]] = {}
        for fact in facts:
            rows.setdefault(fact.row.line, []).append(fact)
        for line, stated in rows.items():
            self.headers[line] = (stated[0].row, stated, fate)

    def mark_label(self, row: WholeRow, fate: str) -> None:
        """The fate of a row's label, wherever it stands, and with it that of the row's blank cells."""
        self.fates.extend((line, 1, fate) for line in (row.line, *row.again))
        self.fates.extend((line, cell, BLANK) for line, cell in row.blanks)

    def mark_cells(self, row: WholeRow, cells: Iterable[int], fate: str) -> None:
        """The same fate for all pieces of some cells of a row, counted from 0 behind the label."""
        self.fates.extend((line, cell, fate) for index in cells for _, line, cell in row.pieces[index])
