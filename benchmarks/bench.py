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
from functools import partial
from itertools import islice, pairwise
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

import layered
import networkx as nx
import organisations

import careerpaths as cp
from careerpaths.titles import fold, title_key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Graph = nx.DiGraph[str]

ROUTE_LIMIT = 1.5
"""A route on the samples may take half as long again as importing the two libraries that it cannot do without."""
QUESTIONS = 20
BEST = 5
TENTH = "the same, a tenth of the input"
FIRST_OF_SHORTEST = "min(networkx.all_shortest_paths(graph, a, b), key=kinds of its moves, then places of its roles)"
SIMPLE_PATHS = f"list(islice(networkx.shortest_simple_paths(graph, a, b), {BEST}))"


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


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: how a user would call it, and what is timed."""

    name: str
    run: Callable[[], object]


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


def compared(what: str, ours: Side, rival: Side, *, rounds: int, note: Callable[[], str] = str) -> Line:
    """Both sides measured in turns; the note is asked for when they have run."""
    our_seconds, rival_seconds = medians(ours.run, rival.run, rounds)
    return Line(
        what=what,
        ours=ours.name,
        rival=rival.name,
        our_seconds=our_seconds,
        rival_seconds=rival_seconds,
        note=note(),
    )


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
    program = str(Path(sysconfig.get_path("scripts"), "careerpaths"))
    imports = ("-c", "import click, networkx")
    commands = (("the help", ("--help",), None), ("a route", ("route", "Spec 2", "Mgr 1"), ROUTE_LIMIT))
    with tempfile.TemporaryDirectory() as empty:
        rival = Side(_shown("python", *imports), partial(_run, (sys.executable, *imports), empty))
        for what, arguments, limit in commands:
            ours = Side(_shown("careerpaths", *arguments), partial(_run, (program, *arguments), empty))
            # The first run after an installation compiles the modules; nobody's second run does.
            ours.run()
            yield replace(compared(f"start-up: {what}", ours, rival, rounds=scale.processes), limit=limit)


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
    call = "careerpaths.load(folder)"
    with tempfile.TemporaryDirectory() as place:
        small, large = (_documents(Path(place, str(count)), count) for count in (few, many))
        yield compared(
            f"reading {few} documents ({_size(small)})",
            Side(call, partial(_load, small)),
            Side(
                '[[cell.strip() for cell in line.split("\\t")] for line in text.splitlines()] for each file',
                partial(_split, small),
            ),
            rounds=scale.rounds,
        )
        yield compared(
            f"reading: {few} to {many} documents",
            Side(call, partial(_load, large)),
            Side(TENTH, partial(_load, small)),
            rounds=min(scale.rounds, 3),
            note=lambda: "10 is in step",
        )


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
        for pair in pairs:
            _require_same_routes(graph, *pair)
        yield _looked_up(scale, graph, pairs)
        one, several = (
            Side(
                f"careerpaths.routes(graph, a, b, max_routes={most})",
                partial(_ask, partial(_routes, most), graph, pairs),
            )
            for most in (1, BEST)
        )
        for what, ours, name, rival in (
            ("a shortest route", one, "networkx.shortest_path(graph, a, b)", nx.shortest_path),
            ("the first of the shortest routes", one, FIRST_OF_SHORTEST, _first_of_shortest),
            (f"the {BEST} best routes", several, SIMPLE_PATHS, _simple_paths),
        ):
            side = Side(name, partial(_ask, rival, graph, pairs))
            yield compared(f"{what}, {len(pairs)} questions to {size:,} roles", ours, side, rounds=scale.rounds)


def _looked_up(scale: Scale, graph: Graph, pairs: Sequence[tuple[str, str]]) -> Line:
    """Finding roles by their exact titles, which is a part of every question below."""
    asked = [graph.nodes[role]["title"] for pair in pairs for role in pair]
    return compared(
        f"{len(asked)} titles among {len(graph):,} roles",
        Side("careerpaths.role_id(graph, title)", lambda: [cp.role_id(graph, title) for title in asked]),
        Side(
            "next(role for role, one in graph.nodes(data='title') if one == title)",
            lambda: [next(role for role, one in graph.nodes(data="title") if one == title) for title in asked],
        ),
        rounds=scale.rounds,
    )


def _ask(function: Callable[..., object], graph: Graph, pairs: Sequence[tuple[str, str]]) -> list[object]:
    return [function(graph, start, end) for start, end in pairs]


def _routes(most: int, graph: Graph, start: str, end: str) -> object:
    return cp.routes(graph, start, end, max_routes=most)


def _pairs(graph: Graph) -> list[tuple[str, str]]:
    """Pairs of roles some moves apart, drawn from the graph."""
    random = Random("pairs")
    roles = list(graph)
    pairs: list[tuple[str, str]] = []
    while len(pairs) < QUESTIONS:
        start = random.choice(roles)
        away = nx.single_source_shortest_path_length(graph, start)
        farther = [role for role, moves in away.items() if 3 <= moves <= 12]
        if farther:
            pairs.append((start, random.choice(farther)))
    return pairs


def _simple_paths(graph: Graph, start: str, end: str) -> list[list[str]]:
    return list(islice(nx.shortest_simple_paths(graph, start, end), BEST))


def _first_of_shortest(graph: Graph, start: str, end: str) -> list[str]:
    """The shortest path that is first by the rules of `careerpaths.routes`."""

    def order(path: list[str]) -> tuple[int, int, list[int]]:
        kinds = [graph.edges[pair]["kind"] for pair in pairwise(path)]
        places = [graph.nodes[role]["rank"] for role in path]
        return kinds.count("cross-function"), kinds.count("change-of-track"), places

    return min(nx.all_shortest_paths(graph, start, end), key=order)


def _require_same_routes(graph: Graph, start: str, end: str) -> None:
    """The first route is the same, and the others have the same lengths; ours stop two moves beyond the fewest."""
    ours = cp.routes(graph, start, end, max_routes=BEST).routes
    theirs = [len(path) - 1 for path in _simple_paths(graph, start, end)]
    require(list(ours[0].roles) == _first_of_shortest(graph, start, end), f"the first route from {start} to {end}")
    require(
        [route.moves for route in ours] == [moves for moves in theirs if moves <= theirs[0] + 2],
        f"routes from {start} to {end}",
    )


# Distances, graph, map


def measured_between_all(scale: Scale) -> Iterator[Line]:
    """The fewest moves between all roles."""
    graph = cp.build_graph(layered.catalogue(scale.all_pairs))
    require(sum(map(len, _rows(graph))) == sum(map(len, _all_pairs(graph).values())), "distances")
    yield compared(
        f"distances between {scale.all_pairs:,} roles",
        Side("table.moves_from(n) of careerpaths.distances(graph), for each n", partial(_rows, graph)),
        Side("dict(networkx.all_pairs_shortest_path_length(graph))", partial(_all_pairs, graph)),
        rounds=scale.rounds,
    )


def _rows(graph: Graph) -> list[dict[int, int]]:
    table = cp.distances(graph)
    return [table.moves_from(place) for place in range(len(table.roles))]


def _all_pairs(graph: Graph) -> dict[str, dict[str, int]]:
    return dict(nx.all_pairs_shortest_path_length(graph))


def built(scale: Scale) -> Iterator[Line]:
    """The graph made from a catalogue, against networkx making the same one from ready dicts."""
    for size in scale.roles:
        catalogue = layered.catalogue(size)
        ready = nx.node_link_data(cp.build_graph(catalogue), edges="edges")
        require(nx.utils.graphs_equal(cp.build_graph(catalogue), nx.node_link_graph(ready, edges="edges")), "graphs")
        yield compared(
            f"the graph of {size:,} roles",
            Side("careerpaths.build_graph(catalogue)", partial(cp.build_graph, catalogue)),
            Side('networkx.node_link_graph(data, edges="edges")', partial(nx.node_link_graph, ready, edges="edges")),
            rounds=scale.rounds,
        )


def mapped(scale: Scale) -> Iterator[Line]:
    """The map of an organisation and of one ten times as large."""
    with tempfile.TemporaryDirectory() as place:
        for few, many in pairwise((scale.roles[0] // 10, *scale.roles)):
            less, more = (Path(place, f"{size}.html") for size in (few, many))
            small, large = (cp.build_graph(layered.catalogue(size)) for size in (few, many))
            yield compared(
                f"the map: {few:,} to {many:,} roles",
                Side("careerpaths.write_map(graph, file)", partial(cp.write_map, large, more)),
                Side(TENTH, partial(cp.write_map, small, less)),
                rounds=min(scale.rounds, 3),
                note=partial(_sizes, less, more),
            )


def _sizes(less: Path, more: Path) -> str:
    before, after = (path.stat().st_size / 1e6 for path in (less, more))
    return f"10 is in step; the file: {before:.1f} to {after:.1f} MB"


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


HEAD = ("measured", "ours", "ms", "against", "ms", "ratio", "limit")


def as_markdown(line: Line) -> str:
    """One comparison as a row of a Markdown table."""
    limit = "" if line.limit is None else f"{line.limit:g}{' (over)' if line.is_over else ''}"
    what = f"{line.what}; {line.note}" if line.note else line.what
    ours, rival = (f"{seconds * 1000:.1f}" for seconds in (line.our_seconds, line.rival_seconds))
    return _row(what, f"`{line.ours}`", ours, _code(line.rival), rival, f"{line.ratio:.2f}", limit)


def _code(text: str) -> str:
    return text if text == TENTH else f"`{text}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure careerpaths against rivals, side by side.")
    parser.add_argument("--quick", action="store_true", help="small inputs and few rounds: shows that it runs, no more")
    parser.add_argument("--markdown", action="store_true", help="print one Markdown table")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 where a ratio is over its limit."""
    chosen = _parser().parse_args(arguments)
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
