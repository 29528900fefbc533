"""Answers as frames: types, index, ladder order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import networkx as nx
import pandas as pd
import pytest

import careerpaths as cp

Make = Callable[..., "nx.DiGraph[str]"]


def test_roles_are_indexed_by_id_with_ordered_levels() -> None:
    """Codes are strings, what is not stated is missing, levels and categories are in ladder order."""
    frame = cp.frame(cp.roles(cp.build_graph(cp.load())))
    assert frame.index.name == "id"
    assert frame.loc["clin-imaging-it-spec-2-8798", "job_code"] == "8798"
    assert frame["level"].isna()["clin-imaging-it-mgr-1"]
    assert str(frame["job_code"].dtype) == "string"
    assert str(frame["defined"].dtype) == "boolean"
    levels = list(frame["level"].cat.categories)
    assert levels[:5] == ["Entry", "Intermediate", "Experienced", "Advanced", "Expert"]
    assert levels[5:7] == ["Supervisor 1", "Supervisor 2"]
    assert levels[7] == "Manager 1"
    assert list(frame["category"].cat.categories) == [
        "Operational & Technical",
        "Professional",
        "Supervisory",
        "Managerial",
    ]
    assert frame["level"].min() == "Entry"


def test_words_that_the_vocabulary_does_not_know_come_last_as_they_are_met(make_graph: Make) -> None:
    """An employer's own levels and categories keep reading order behind the known ones."""
    roles = {
        "a": {"level": "Guru", "category": "Artisan"},
        "b": {"level": "Entry", "category": "Managerial"},
        "c": {"level": "Apprentice", "category": None},
    }
    frame = cp.frame(cp.roles(make_graph(roles=roles)))
    assert list(frame["level"].cat.categories) == ["Entry", "Guru", "Apprentice"]
    assert list(frame["category"].cat.categories) == ["Managerial", "Artisan"]


def test_counts_are_whole_numbers_that_may_be_missing(make_graph: Make) -> None:
    """Moves are Int64; the matrix of distances is square and blank where there is no route."""
    graph = make_graph("a -> b")
    assert str(cp.frame(cp.reach(graph, "a"))["moves"].dtype) == "Int64"
    matrix = cp.frame(cp.distances(graph))
    assert matrix.loc["a", "b"] == 1
    assert matrix.isna().loc["b", "a"]
    assert (matrix.index.name, matrix.columns.name) == ("from", "to")
    assert {str(kind) for kind in matrix.dtypes} == {"Int64"}


def test_statements_keep_their_rows(make_graph: Make) -> None:
    """Where an id stands in several rows it is a column, not the index; an empty answer keeps its columns."""
    catalogue = cp.load()
    frame = cp.frame(cp.role(cp.build_graph(catalogue), "8798", full=True, catalogue=catalogue))
    assert list(frame.columns) == ["id", "title", "label", "text", "document", "row", "column", "line"]
    empty = cp.frame(cp.routes(make_graph(roles={"a": {}, "b": {}}), "a", "b"))
    assert len(empty) == 0
    assert "kind" in empty.columns


ASK: dict[str, Callable[[nx.DiGraph[str]], Any]] = {
    "roles": cp.roles,
    "role": lambda graph: cp.role(graph, "b"),
    "next": lambda graph: cp.next_roles(graph, "a"),
    "routes": lambda graph: cp.routes(graph, "a", "c"),
    "reach": lambda graph: cp.reach(graph, "a"),
    "dead ends": cp.dead_ends,
    "distances": cp.distances,
}


@pytest.mark.parametrize("question", ASK)
def test_a_frame_holds_the_rows_of_the_answer(make_graph: Make, question: str) -> None:
    """One row for each record, the same columns, the same values; what is not stated is missing, never text or NaN."""
    answer = ASK[question](make_graph("a -> b", "b -> c", roles={"c": {"defined": False, "level": None}}))
    frame = cp.frame(answer)
    records = list(answer.rows())
    assert len(frame) == len(records)
    if question == "distances":
        return
    table = frame.reset_index() if frame.index.name == "id" else frame
    assert list(table.columns) == list(answer.columns)
    for column in answer.columns:
        found = [None if pd.isna(value) else value for value in table[column]]
        assert found == [record[column] for record in records]


@pytest.mark.parametrize("question", ASK)
def test_the_types_are_those_that_were_promised(make_graph: Make, question: str) -> None:
    """Texts are strings, counts Int64, yes and no boolean, levels and categories ordered; nothing is an object."""
    frame = cp.frame(ASK[question](make_graph("a -> b", "b -> c")))
    expected = {"moves": "Int64", "route": "Int64", "step": "Int64", "line": "Int64"}
    expected |= dict.fromkeys(["defined", "to_defined"], "boolean")
    expected |= dict.fromkeys(["level", "to_level", "category"], "category")
    for column, kind in frame.dtypes.items():
        assert str(kind) == ("Int64" if question == "distances" else expected.get(str(column), "string")), column
        assert str(kind) != "category" or kind.ordered


def test_codes_keep_their_zeros_and_filters_are_plain(make_graph: Make) -> None:
    """A code is text; levels compare in ladder order, so that a frame answers "above Entry" by itself."""
    roles = {
        "a": {"job_code": "0012", "level": "Expert"},
        "b": {"job_code": None, "level": "Entry"},
        "c": {"job_code": "12", "level": None},
    }
    frame = cp.frame(cp.roles(make_graph(roles=roles)))
    assert list(frame["job_code"].dropna()) == ["0012", "12"]
    assert list(frame.index[frame["level"] > "Entry"]) == ["a"]
    assert list(frame.sort_values("level").index) == ["b", "a", "c"]
    assert frame["defined"].all()


def test_a_frame_of_no_roles(make_graph: Make) -> None:
    """Empty, with its columns and types."""
    frame = cp.frame(cp.roles(make_graph()))
    assert (len(frame), frame.index.name) == (0, "id")
    assert str(frame["job_code"].dtype) == "string"
    assert cp.frame(cp.distances(make_graph())).shape == (0, 0)


def test_a_frame_of_problems() -> None:
    """Problems and notes as a frame of texts."""
    frame = cp.frame(cp.problems(cp.load()))
    assert list(frame.columns) == ["severity", "document", "place", "message"]
    assert set(frame["severity"]) == {"note"}
