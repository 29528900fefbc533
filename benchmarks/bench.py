"""Measure careerpaths against rivals, side by side in one run: `python benchmarks/bench.py [--quick] [--markdown]`.

Every figure that counts is a ratio of two medians. The two sides take turns, get the same input and do the same work;
where an answer can be compared, it is compared before anything is timed. Times alone say something about the machine
only and are never judged.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import sysconfig
import tempfile
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, Any

import layered
import networkx as nx
import organisations

import careerpaths as cp
from careerpaths.titles import fold, title_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

ROUTE_LIMIT = 1.5
"""A route on the samples may take half as long again as importing the two libraries that it cannot do without."""
QUESTIONS = 20
BEST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much is measured."""

    processes: int
    """Rounds in which whole processes are started."""
    rounds: int
    """Rounds of everything else."""
    documents: int
    """Documents of the smaller organisation that is read; the larger has ten times as many."""
    roles: tuple[int, ...]
    """Sizes of the organisations in which routes are sought, graphs built and maps written."""
    all_pairs: int
    """Roles between which all distances are measured."""


FULL = Scale(processes=15, rounds=5, documents=100, roles=(1_000, 10_000), all_pairs=2_000)
QUICK = Scale(processes=2, rounds=1, documents=5, roles=(50, 500), all_pairs=100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One comparison: what each side ran, its median in seconds, and the greatest ratio allowed, where one is set."""

    what: str
    ours: str
    rival: str
    our_seconds: float
    rival_seconds: float
    limit: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times as long as the rival."""
        return self.our_seconds / self.rival_seconds

    @property
    def is_over(self) -> bool:
        """Whether a limit is set and broken."""
        return self.limit is not None and self.ratio > self.limit


def medians(ours: Callable[[], object], rival: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median seconds of both, measured in turns, so that whatever else the machine does falls on both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for call, found in zip((ours, rival), times, strict=True):
            gc.collect()
            begun = perf_counter()
            call()
            found.append(perf_counter() - begun)
    return median(times[0]), median(times[1])


def require(same: bool, what: str) -> None:  # noqa: FBT001 - the thing required, not an option
    """Stop where the two sides do not do the same work: the ratio would mean nothing."""
    if not same:
        message = f"the two sides differ: {what}"
        raise SystemExit(message)


# Start-up


def started(scale: Scale) -> Iterator[Line]:
    """Whole processes, from an empty folder, on the samples inside the package."""
    rival = [sys.executable, "-c", "import click, networkx"]
    commands = (("the help", ["--help"], None), ("a route", ["route", "Spec 2", "Mgr 1"], ROUTE_LIMIT))
    with tempfile.TemporaryDirectory() as empty:
        for what, arguments, limit in commands:
            ours = [str(Path(sysconfig.get_path("scripts"), "careerpaths")), *arguments]
            times = medians(lambda ours=ours: _run(ours, empty), lambda: _run(rival, empty), scale.processes)  # type: ignore[misc]
            yield Line(
                what=f"start-up: {what}",
                ours=_shown("careerpaths", *arguments),
                rival=_shown("python", "-c", "import click, networkx"),
                our_seconds=times[0],
                rival_seconds=times[1],
                limit=limit,
            )


def _run(command: Sequence[str], folder: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "CAREERPATHS_DATA"}
    subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _shown(*command: str) -> str:
    return " ".join(f'"{part}"' if " " in part else part for part in command)


# Reading


def read(scale: Scale) -> Iterator[Line]:
    """Reading, linking and merging documents, against cutting the same bytes into rows and cells."""
    few, many = scale.documents, 10 * scale.documents
    with tempfile.TemporaryDirectory() as place:
        small, large = (_documents(Path(place, str(count)), count) for count in (few, many))
        ours, rival = medians(lambda: _load(small), lambda: _split(small), scale.rounds)
        yield Line(
            what=f"reading {few} documents ({_size(small)})",
            ours="careerpaths.load(folder)",
            rival='[[cell.strip() for cell in line.split("\\t")] for line in text.splitlines()] for each file',
            our_seconds=ours,
            rival_seconds=rival,
        )
        more, once = medians(lambda: _load(large), lambda: _load(small), min(scale.rounds, 3))
        yield _growth(f"reading: {few} to {many} documents", "careerpaths.load(folder)", more, once)


def _documents(folder: Path, count: int) -> Path:
    """An organisation of so many documents, with all that makes the layout awkward."""
    made = organisations.generate(1, count)
    kept = dict(islice(sorted(made.documents.items()), count))
    require(len(kept) == count, f"{len(kept)} documents were made, {count} were meant")
    organisations.write(replace(made, documents=kept), folder)
    return folder


def _load(folder: Path) -> cp.Catalogue:
    # What is remembered of words would make every round but the first faster than a user's one run.
    for remembering in (fold, title_key):
        remembering.cache_clear()
    return cp.load(folder)


def _split(folder: Path) -> list[list[list[str]]]:
    return [
        [[cell.strip() for cell in line.split("\t")] for line in path.read_bytes().decode("utf-8-sig").splitlines()]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]


def _size(folder: Path) -> str:
    return f"{sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:.1f} MB"


# Routes


def routed(scale: Scale) -> Iterator[Line]:
    """Routes between the same pairs of roles in the same graph."""
    for size in scale.roles:
        graph = cp.build_graph(layered.catalogue(size))
        pairs = _pairs(graph)
        for one, other in pairs:
            _require_same_routes(graph, one, other)
        yield _asked(
            scale,
            f"the best route, {QUESTIONS} questions to {size:,} roles",
            "careerpaths.routes(graph, a, b, max_routes=1)",
            lambda graph=graph, pairs=pairs: [cp.routes(graph, *pair, max_routes=1) for pair in pairs],
            "networkx.shortest_path(graph, a, b)",
            lambda graph=graph, pairs=pairs: [nx.shortest_path(graph, *pair) for pair in pairs],
        )
        yield _asked(
            scale,
            f"the {BEST} best routes, {QUESTIONS} questions to {size:,} roles",
            f"careerpaths.routes(graph, a, b, max_routes={BEST})",
            lambda graph=graph, pairs=pairs: [cp.routes(graph, *pair, max_routes=BEST) for pair in pairs],
            f"list(islice(networkx.shortest_simple_paths(graph, a, b), {BEST}))",
            lambda graph=graph, pairs=pairs: [_simple_paths(graph, *pair) for pair in pairs],
        )


def _asked(
    scale: Scale, what: str, our_name: str, ours: Callable[[], object], rival_name: str, rival: Callable[[], object]
) -> Line:
    our_seconds, rival_seconds = medians(ours, rival, scale.rounds)
    return Line(what=what, ours=our_name, rival=rival_name, our_seconds=our_seconds, rival_seconds=rival_seconds)


def _pairs(graph: nx.DiGraph[str]) -> list[tuple[str, str]]:
    """Pairs of roles some moves apart, drawn from the graph."""
    random = Random("pairs")
    roles = list(graph)
    pairs: list[tuple[str, str]] = []
    while len(pairs) < QUESTIONS:
        start = random.choice(roles)
        away = nx.single_source_shortest_path_length(graph, start)
        farther = [role for role, moves in away.items() if 3 <= moves <= 8]
        if farther:
            pairs.append((start, random.choice(farther)))
    return pairs


def _simple_paths(graph: nx.DiGraph[str], start: str, end: str) -> list[list[str]]:
    return list(islice(nx.shortest_simple_paths(graph, start, end), BEST))


def _require_same_routes(graph: nx.DiGraph[str], start: str, end: str) -> None:
    """Both find routes of the same lengths; ours stops two moves beyond the fewest."""
    ours = [route.moves for route in cp.routes(graph, start, end, max_routes=BEST).routes]
    theirs = [len(path) - 1 for path in _simple_paths(graph, start, end)]
    require(ours == [moves for moves in theirs if moves <= theirs[0] + 2], f"routes from {start} to {end}")


# Distances, graph, map


def measured_between_all(scale: Scale) -> Iterator[Line]:
    """The fewest moves between all roles."""
    graph = cp.build_graph(layered.catalogue(scale.all_pairs))
    rows = [sum(moves is not None for moves in row) for row in _rows(graph)]
    require(sum(rows) == sum(map(len, _all_pairs(graph).values())), "distances")
    yield _asked(
        scale,
        f"distances between {scale.all_pairs:,} roles",
        "[table.moves_from(n) for n in range(len(table.roles))] of careerpaths.distances(graph)",
        lambda: _rows(graph),
        "dict(networkx.all_pairs_shortest_path_length(graph))",
        lambda: _all_pairs(graph),
    )


def _rows(graph: nx.DiGraph[str]) -> list[list[int | None]]:
    table = cp.distances(graph)
    return [table.moves_from(place) for place in range(len(table.roles))]


def _all_pairs(graph: nx.DiGraph[str]) -> dict[str, dict[str, int]]:
    return dict(nx.all_pairs_shortest_path_length(graph))


def built(scale: Scale) -> Iterator[Line]:
    """The graph made from a catalogue, against networkx making the same one from ready dicts."""
    for size in scale.roles:
        catalogue = layered.catalogue(size)
        ready = nx.node_link_data(cp.build_graph(catalogue), edges="edges")
        rebuilt = nx.node_link_graph(ready, edges="edges")
        require(nx.utils.graphs_equal(cp.build_graph(catalogue), rebuilt), "graphs")
        yield _asked(
            scale,
            f"the graph of {size:,} roles",
            "careerpaths.build_graph(catalogue)",
            lambda catalogue=catalogue: cp.build_graph(catalogue),
            'networkx.node_link_graph(data, edges="edges")',
            lambda ready=ready: nx.node_link_graph(ready, edges="edges"),
        )


def mapped(scale: Scale) -> Iterator[Line]:
    """The map of an organisation and of one ten times as large."""
    sizes = (scale.roles[0] // 10, *scale.roles)
    with tempfile.TemporaryDirectory() as place:
        graphs = [cp.build_graph(layered.catalogue(size)) for size in sizes]
        files = [Path(place, f"{size}.html") for size in sizes]
        for (few, many), (small, large), (less, more) in zip(*map(_neighbours, (sizes, graphs, files)), strict=True):
            seconds = medians(
                lambda large=large, more=more: cp.write_map(large, more),
                lambda small=small, less=less: cp.write_map(small, less),
                min(scale.rounds, 3),
            )
            bytes_of = [path.stat().st_size for path in (more, less)]
            note = f"the file: {bytes_of[1] / 1e6:.1f} to {bytes_of[0] / 1e6:.1f} MB"
            yield _growth(f"the map: {few:,} to {many:,} roles", "careerpaths.write_map(graph, file)", *seconds, note=note)


def _neighbours(values: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    return pairwise(values)


def _growth(what: str, call: str, more: float, once: float, *, note: str = "") -> Line:
    """Ten times the input against once: a ratio of ten is growth in step."""
    return Line(
        what=what,
        ours=call,
        rival="the same, a tenth of the input",
        our_seconds=more,
        rival_seconds=once,
        note=note or "10 is in step",
    )


MEASURES = (started, read, routed, measured_between_all, built, mapped)


# Printing


def as_text(line: Line) -> Iterator[str]:
    """One comparison as a few lines."""
    yield line.what
    yield f"  {milliseconds(line.our_seconds)}  {line.ours}"
    yield f"  {milliseconds(line.rival_seconds)}  {line.rival}"
    yield f"  {line.ratio:9.2f}     times as long{_limit_text(line)}{f' ({line.note})' if line.note else ''}"


def _limit_text(line: Line) -> str:
    if line.limit is None:
        return ""
    return f", limit {line.limit:g}{': OVER' if line.is_over else ''}"


def milliseconds(seconds: float) -> str:
    """A time in a column."""
    return f"{seconds * 1000:9.1f} ms"


HEAD = ("measured", "ours", "against", "ratio", "limit")


def as_markdown(line: Line) -> str:
    """One comparison as a row of a Markdown table."""
    limit = "" if line.limit is None else f"{line.limit:g}{' (over)' if line.is_over else ''}"
    what = f"{line.what}; {line.note}" if line.note else line.what
    return _row(what, f"`{line.ours}`", _code(line.rival), f"{line.ratio:.2f}", limit)


def _code(text: str) -> str:
    return text if text.startswith("the same") else f"`{text}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 where a ratio is over its limit."""
    parser = argparse.ArgumentParser(description="Measure careerpaths against rivals, side by side.")
    parser.add_argument("--quick", action="store_true", help="small inputs and few rounds: shows that it runs, no more")
    parser.add_argument("--markdown", action="store_true", help="print one Markdown table")
    chosen = parser.parse_args(arguments)
    if chosen.markdown:
        print(_row(*HEAD), _row(*["---"] * len(HEAD)), sep="\n")
    over = False
    for measure in MEASURES:
        for line in measure(QUICK if chosen.quick else FULL):
            print(*([as_markdown(line)] if chosen.markdown else as_text(line)), sep="\n", flush=True)
            over = over or line.is_over
    return int(over)


if __name__ == "__main__":
    sys.exit(main())
