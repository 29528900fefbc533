"""The merged graph, kept between runs: where no file has changed, a question needs no document and no catalogue.

What is kept goes with the state of every file that it was made from: path, size, time and inode, none of which is read
again. A file that was changed at the moment when its state was taken, or later, is not trusted: another change within
the same tick of the clock would not show. A graph without a document that may be read another time is not kept.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx

from careerpaths import cache
from careerpaths.errors import CareerPathsError
from careerpaths.finding import SAMPLES, Found, configuration_file, find_documents
from careerpaths.stated import TextsOf, texts_of
from careerpaths.textstore import keep_texts, kept_texts

if TYPE_CHECKING:
    from careerpaths.model import Catalogue


@dataclass(frozen=True, slots=True)
class Index:
    """What questions are answered from: the graph, and what gives the texts of a role."""

    graph: nx.DiGraph[str]
    stated: TextsOf


State = list[list[Any]]
"""For each file: path, size, time of change in nanoseconds, inode."""
_TICK, _COARSE_TICK = 50_000_000, 2_000_000_000
"""Nanoseconds within which two changes may bear one time; the second where a file system knows whole seconds only."""


def load_index(  # noqa: PLR0913 - the words of `load`, and two more
    *paths: str | Path,
    overlays: Sequence[str | Path] = (),
    config: str | Path | None = None,
    exclude: Sequence[str] = (),
    keep: bool = True,
    verify: bool = False,
    progress: Callable[[int, int, str], None] | None = None,
    checked: Callable[[Catalogue], Catalogue] | None = None,
) -> Index:
    """The graph of `build_graph(load(...))` and the texts, from the cache where no file has changed since.

    Args:
        paths: as for `load`.
        overlays: as for `load`.
        config: as for `load`.
        exclude: as for `load`.
        keep: whether the graph and what was read are kept for the next time, and taken from there.
        progress: as for `load`.
        verify: whether the bytes of every document are looked at, and not only whether it seems unchanged.
        checked: gives back a catalogue that was read, or raises where it cannot serve; a graph with roles that is kept
            needs no check.

    Raises:
        NothingToRead, BadConfiguration: as `load`.
    """
    roots = [Path(path) for path in paths] or [SAMPLES]
    asked = [[str(path.absolute()) for path in roots], [str(Path(one).absolute()) for one in overlays], not paths]
    named = json.dumps([*asked, str(config), list(exclude), str(Path.cwd())])
    key = cache.key_of("graph", named, cache.library_state())

    def again() -> Catalogue:
        from careerpaths.loading import load  # noqa: PLC0415 - only where texts have gone that were kept

        return load(*paths, overlays=overlays, config=config, exclude=exclude, keep=keep)

    if keep and not verify and (known := _kept(key, roots, config, again)):
        return known
    from careerpaths.graph import build_graph  # noqa: PLC0415 - only what has changed needs the rooms that read
    from careerpaths.loading import find_sources, load_sources  # noqa: PLC0415

    sources = find_sources(*paths, overlays=overlays, config=config, exclude=exclude)
    head = _head(sources, exclude)
    catalogue = load_sources(sources, keep=keep, progress=progress)
    graph = build_graph(checked(catalogue) if checked else catalogue)
    if keep and not any(reading.passing for reading in catalogue.readings):
        places = keep_texts(_of_texts(key), catalogue)
        cache.keep(key, json.dumps({**head, "texts": places, "graph": _as_data(graph)}).encode())
    return Index(graph, texts_of(catalogue))


def load_graph(*paths: str | Path, **how: Any) -> nx.DiGraph[str]:
    """The graph alone of `load_index`, with the same arguments."""
    return load_index(*paths, **how).graph


def _of_texts(key: str) -> str:
    return cache.key_of("texts", key)


def _head(sources: Any, exclude: Sequence[str]) -> dict[str, Any]:
    """What a graph is made from, and the state of it; taken before anything is read."""
    return {
        "exclude": [*sources.configuration.exclude, *exclude],
        "tables": [str(table) for table in sources.tables],
        "config": str(sources.config) if sources.config else None,
        "at": time.time_ns(),
        "state": _states([*sources.all_found, *sources.overlays], sources.config),
    }


def _kept(key: str, roots: Sequence[Path], config: str | Path | None, again: Callable[[], Catalogue]) -> Index | None:
    """What is kept; None where nothing is, or a file has changed, come or gone."""
    content = cache.kept(key)
    # Whatever is wrong with it, it is made again.
    with suppress(
        ValueError, LookupError, TypeError, AttributeError, RecursionError, CareerPathsError, nx.NetworkXError
    ):
        data = json.loads(content or b"null")
        named = configuration_file(roots, config)
        tables = [Path(table) for table in data["tables"]]
        found = [*find_documents(roots, exclude=data["exclude"]), *(find_documents(tables) if tables else ())]
        state = _states(found, named)
        is_same = state == data["state"] and data["config"] == (str(named) if named else None)
        if is_same and all(_is_settled(file[2], data["at"]) for file in state):
            graph = _as_graph(data["graph"])
            return Index(graph, kept_texts(_of_texts(key), data["texts"], again)) if graph else None
    return None


def _states(found: Sequence[Found], config: Path | None) -> State:
    paths = [*(str(one.path) for one in found), *([str(config)] if config else [])]
    return [[path, *_state(path)] for path in paths]


def _state(path: str) -> list[int]:
    try:
        status = os.stat(path)  # noqa: PTH116 - a thousand times a run; Path costs as much again
    except OSError:
        return [0, 0, 0]
    return [status.st_size, status.st_mtime_ns, status.st_ino]


def _is_settled(changed: int, at: int) -> bool:
    """Whether a change after this moment would show in the time of a file."""
    return changed + (_TICK if changed % 1_000_000_000 else _COARSE_TICK) < at


def _as_data(graph: nx.DiGraph[str]) -> dict[str, Any]:
    return {
        "graph": graph.graph,
        "nodes": list(graph.nodes.items()),
        "edges": [(start, end, facts) for start, end, facts in graph.edges(data=True)],
    }


def _as_graph(data: dict[str, Any]) -> nx.DiGraph[str]:
    graph: nx.DiGraph[str] = nx.DiGraph(**data["graph"])
    graph.add_nodes_from(data["nodes"])
    graph.add_edges_from(data["edges"])
    return graph
