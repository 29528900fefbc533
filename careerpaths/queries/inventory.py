"""What was read, document by document: what each holds, what became of its cells, what was guessed or is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from careerpaths.model import NOTE, Catalogue, Problem, Reading, Tally
from careerpaths.queries.answers import SCHEMA, Record

_TABLES = ("role table", "move list")
_OVERLAY = "overlay"
_CELLS = ("used", "blank", "repeated_header", "unplaced")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReport:
    """What was read out of one document, or one sheet of a workbook."""

    document: str
    sheet: int | None
    kind: str
    """The format: "text", "xlsx" ...; "unread" where none could be read."""
    content: str
    """What it holds: "standard", "role table", "move list", "job description", "overlay", "nothing" or "unread"."""
    standards: int
    roles: int
    """Roles that it states; of an overlay, those that it has values for."""
    moves: int
    cells: Tally
    superseded: int
    """Standards in it that a newer edition replaces."""
    notes: tuple[Problem, ...]
    problems: tuple[Problem, ...]

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of one document."""
        return {
            "document": self.document,
            "sheet": self.sheet,
            "kind": self.kind,
            "content": self.content,
            "standards": self.standards,
            "roles": self.roles,
            "moves": self.moves,
            "superseded": self.superseded,
            "cells": {**asdict(self.cells), "sum": self.cells.total},
            "notes": [{"place": one.place, "message": one.message} for one in self.notes],
            "problems": [{"place": one.place, "message": one.message} for one in self.problems],
        }

    def record(self) -> Record:
        """The report as one flat row."""
        return {
            **{
                key: getattr(self, key)
                for key in ("document", "sheet", "kind", "content", "standards", "roles", "moves")
            },
            "superseded": self.superseded,
            **{name: getattr(self.cells, name) for name in _CELLS},
            "cells": self.cells.total,
            "notes": len(self.notes),
            "problems": len(self.problems),
            "first_problem": self.problems[0].message if self.problems else None,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckAnswer:
    """What was read, guessed and left."""

    documents: tuple[DocumentReport, ...]
    """The documents, and behind them the overlays."""
    elsewhere: tuple[Problem, ...]
    """Trouble with what is no document: the configuration, options."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return (
            *("document", "sheet", "kind", "content", "standards", "roles", "moves", "superseded"),
            *(*_CELLS, "cells", "notes", "problems", "first_problem"),
        )

    @property
    def cells(self) -> Tally:
        """The cells of all documents."""
        return Tally(**{name: sum(getattr(one.cells, name) for one in self.documents) for name in _CELLS})

    def to_dict(self) -> dict[str, Any]:
        """`{documents: [...], cells, elsewhere}`."""
        return {
            "schema": SCHEMA,
            "documents": [one.to_dict() for one in self.documents],
            "cells": {**asdict(self.cells), "sum": self.cells.total},
            "elsewhere": [one.to_dict() for one in self.elsewhere],
        }

    def rows(self) -> Iterator[Record]:
        """One row a document."""
        return (one.record() for one in self.documents)


def check(catalogue: Catalogue) -> CheckAnswer:
    """What was read out of each document: standards, roles, moves, cells, notes, problems.

    Every cell of a document is used, blank, a repeated header or unplaced, and what is unplaced is named by a problem
    or a note; the four add up.
    """
    moves = Counter((source.document, source.sheet) for move in catalogue.moves for source in move.sources)
    old = {(one.document, one.sheet): len(one.standards) for one in catalogue.superseded}
    trouble = _by_document(catalogue.problems)
    documents = tuple(
        _report(reading, moves[reading.document, reading.sheet], old, trouble.get(reading.document, ()), is_first)
        for reading, is_first in _with_first((*catalogue.readings, *catalogue.overlays))
    )
    names = {one.document for one in documents}
    elsewhere = tuple(one for one in catalogue.problems if one.document not in names)
    return CheckAnswer(documents=documents, elsewhere=elsewhere)


def _with_first(readings: Sequence[Reading]) -> Iterator[tuple[Reading, bool]]:
    """Each reading, and whether it is the first of its document: trouble is told with the first sheet."""
    seen: set[str] = set()
    for reading in readings:
        yield reading, reading.document not in seen
        seen.add(reading.document)


def _by_document(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.document, []).append(problem)
    return found


def _report(
    reading: Reading,
    moves: int,
    old: dict[tuple[str, int | None], int],
    trouble: Sequence[Problem],
    is_first: bool,  # noqa: FBT001 - one of the facts that it is made of
) -> DocumentReport:
    superseded = old.get((reading.document, reading.sheet), 0)
    told = trouble if is_first else ()
    return DocumentReport(
        document=reading.document,
        sheet=reading.sheet,
        kind=reading.kind,
        content=reading.content,
        standards=1 if reading.content in _TABLES else 0 if reading.content == _OVERLAY else len(reading.standards),
        roles=sum(len(standard.columns) for standard in reading.standards),
        moves=moves,
        cells=reading.tally,
        superseded=superseded,
        notes=tuple(one for one in told if one.severity == NOTE),
        problems=tuple(one for one in told if one.severity != NOTE),
    )
