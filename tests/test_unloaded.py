"""Roles that are only named: whether the standard that would describe each is loaded, as far as its title tells."""

from __future__ import annotations

from collections.abc import Callable

import networkx as nx
import pytest

from careerpaths.queries.shortest import moves_around
from careerpaths.queries.unloaded import open_ends

Make = Callable[..., "nx.DiGraph[str]"]


@pytest.mark.parametrize(
    ("namer", "title", "function", "track", "cause"),
    [
        ("Imaging Spec 1", "Imaging Mgr 1", "Imaging", "managerial", "missing standard"),
        ("Imaging Spec 1", "Imaging Supervisor 2", "Imaging", "supervisory", "missing standard"),
        ("Imaging Spec 1", "Imaging Spec 9", "Imaging", "professional", "undefined role"),
        ("Imaging Spec 1", "Imaging Wizard", "Imaging", None, "undefined role"),
        ("Imaging Spec 1", "Payroll Mgr 1", None, "managerial", "missing standard"),
        ("Imaging Spec 1", "Wizard", None, None, "missing standard"),
        ("X-Ray Spec 1", "Imaging Mgr 1", "Imaging", "managerial", "missing standard"),
        ("Wizard", "Wizard", None, None, "missing standard"),
    ],
)
def test_what_a_title_tells(  # noqa: PLR0913, PLR0917 - one column of the table each
    make_graph: Make, namer: str, title: str, function: str | None, track: str | None, cause: str
) -> None:
    """The function by the stem of a role that names it, or of a loaded function; the track by its noun."""
    roles = {"a": {"title": namer}, "b": {"title": title, "defined": False}}
    graph = make_graph("a -> b", roles=roles)
    (found,) = open_ends(graph, moves_around(graph, "a"))
    assert (found.job_function, found.track, found.cause) == (function, track, cause)


def test_the_nearest_is_first(make_graph: Make) -> None:
    """By moves, then in reading order; described roles are none."""
    graph = make_graph("a -> c", "c -> b", "a -> e", "a -> d", roles={one: {"defined": False} for one in "bde"})
    assert [one.role.id for one in open_ends(graph, moves_around(graph, "a"))] == ["d", "e", "b"]
    assert open_ends(graph, {"a": 0}) == ()
