"""Answers as frames: types, index, ladder order."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx

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
