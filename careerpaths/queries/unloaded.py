"""Roles that are only named, where a way may go on: whether the standard that would describe each is loaded.

The title of such a role tells its function where it has the stem of a role that names it, or of a function that is
loaded; its track where its noun does (`careerpaths.moves` reads titles in the same way).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths.graph import in_order
from careerpaths.queries.answers import RoleRef, role_ref
from careerpaths.titles import fold, stem_and_noun, title_key
from careerpaths.vocabulary import VOCABULARY

UNDEFINED, MISSING_STANDARD = "undefined role", "missing standard"


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEnd:
    """A role that is only named: where it leads is not known."""

    role: RoleRef
    job_function: str | None
    """As far as its title tells it."""
    track: str | None
    """One of `careerpaths.vocabulary.TRACKS`, as far as its title tells it."""
    is_loaded: bool
    """Whether a standard of that function and track is loaded: it does not describe the role."""

    @property
    def cause(self) -> str:
        """What is missing: "undefined role" where its standard is loaded, else "missing standard"."""
        return UNDEFINED if self.is_loaded else MISSING_STANDARD

    def to_dict(self) -> dict[str, str | None]:
        """The JSON shape."""
        one = {"title": self.role.title, "id": self.role.id}
        return {**one, "job_function": self.job_function, "track": self.track, "cause": self.cause}


@dataclass(slots=True, eq=False)
class _Loaded:
    """Of which functions and tracks the described roles of a graph are."""

    graph: nx.DiGraph[str]
    functions: dict[str, str]
    """The key of a title that begins with the name of a function -> its name."""
    tracks: set[tuple[str, str | None]]
    """The folded function and the track of every described role."""


def open_ends(graph: nx.DiGraph[str], away: Mapping[str, int]) -> tuple[OpenEnd, ...]:
    """The roles among those reached that no loaded standard describes, nearest first.

    Args:
        graph: where roles are.
        away: roles with the fewest moves to each, such as from `moves_around`.
    """
    named = [one for one in in_order(graph, away) if not graph.nodes[one]["defined"]]
    if not named:
        return ()
    loaded = _loaded(graph)
    return tuple(_open_end(loaded, one) for one in sorted(named, key=away.__getitem__))


def _loaded(graph: nx.DiGraph[str]) -> _Loaded:
    described = [facts for _, facts in graph.nodes.items() if facts["defined"] and facts["job_function"]]
    return _Loaded(
        graph,
        functions={title_key(one): one for one in sorted({facts["job_function"] for facts in described}, reverse=True)},
        tracks={(fold(one["job_function"]), one["track"]) for one in described},
    )


def _open_end(loaded: _Loaded, role: str) -> OpenEnd:
    function, track = _told(loaded, role)
    tracks = {one for name, one in loaded.tracks if name == fold(function)} if function else set()
    is_loaded = bool(function) and (track is None or track in tracks)
    return OpenEnd(role=role_ref(loaded.graph, role), job_function=function, track=track, is_loaded=is_loaded)


def _told(loaded: _Loaded, role: str) -> tuple[str | None, str | None]:
    """Function and track, as far as the title of a role tells them."""
    graph = loaded.graph
    stem, noun = stem_and_noun(graph.nodes[role]["title"])
    track = VOCABULARY.track_nouns.get(noun or "")
    for other in in_order(graph, graph.predecessors(role)):
        facts: Mapping[str, Any] = graph.nodes[other]
        if facts["job_function"] and stem:
            its_stem, its_noun = stem_and_noun(facts["title"])
            if its_stem == stem:
                return facts["job_function"], track or (facts["track"] if its_noun == noun else None)
    return loaded.functions.get(" ".join(stem)), track
