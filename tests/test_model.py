"""The frozen values: their JSON shapes, and that they cannot be changed."""

from __future__ import annotations

import dataclasses
import json

import pytest

from careerpaths import model
from careerpaths.model import Problem, Reading, Source, Tally

VALUES = [one for one in vars(model).values() if dataclasses.is_dataclass(one)]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: str(value.__name__))
def test_values_are_frozen_and_small(value: type) -> None:
    """No value can be changed, none has a dictionary of its own, all fields are named when one is made."""
    parameters = value.__dataclass_params__  # type: ignore[attr-defined]
    assert parameters.frozen
    assert "__slots__" in vars(value)
    assert all(field.kw_only for field in dataclasses.fields(value))


def test_the_shape_of_a_source() -> None:
    """All its keys are always there, and JSON can hold them."""
    source = Source(document="a/b.txt", row="Career Path 1", column="Entry", text="Mgr 1", line=3, page=1)
    shape = {
        "document": "a/b.txt",
        "row": "Career Path 1",
        "column": "Entry",
        "text": "Mgr 1",
        "line": 3,
        "page": 1,
        "sheet": None,
    }
    assert source.to_dict() == shape
    assert json.loads(json.dumps(source.to_dict())) == shape


def test_the_shape_of_a_problem() -> None:
    """Severity, document, place and message; the line is in the place already."""
    problem = Problem(severity="note", document="a.txt", place="line 2", message="m", line=2)
    assert problem.to_dict() == {"severity": "note", "document": "a.txt", "place": "line 2", "message": "m"}


def test_fates_are_counted() -> None:
    """A reading's tally adds up to the cells read."""
    fates = ((1, 1, "used"), (1, 2, "blank"), (2, 1, "repeated_header"), (3, 1, "unplaced"), (3, 2, "used"))
    reading = Reading(document="a.txt", kind="text", standards=(), problems=(), fates=fates)
    assert reading.tally == Tally(used=2, blank=1, repeated_header=1, unplaced=1)
    assert reading.tally.total == 5


def test_an_empty_reading_counts_nothing() -> None:
    """No cell, no fate."""
    assert Reading(document="a.txt", kind="text", standards=(), problems=(), fates=()).tally == Tally()
