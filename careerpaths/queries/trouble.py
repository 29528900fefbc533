"""What could not be taken from the documents as it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careerpaths.model import Catalogue, Problem
from careerpaths.queries.answers import SCHEMA, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """Every problem and note of a catalogue, by document and line."""

    problems: tuple[Problem, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("severity", "document", "place", "message")

    def to_dict(self) -> dict[str, Any]:
        """`{problems: [{severity, document, place, message}]}`."""
        return {"schema": SCHEMA, "problems": [one.to_dict() for one in self.problems]}

    def rows(self) -> Iterator[Record]:
        """One row a problem."""
        return (dict(one.to_dict()) for one in self.problems)


def problems(catalogue: Catalogue) -> Problems:
    """The problems and notes of a catalogue, in the order of its documents."""
    return Problems(problems=catalogue.problems)
