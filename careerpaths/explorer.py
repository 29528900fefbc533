"""The map: one HTML file with everything inside, built with pyvis's `Network` and rendered by our own template.

What is drawn is what a `Network` holds. Of pyvis nothing else is used but the drawing script that it carries: its own
template asks the network for files and does not escape.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import networkx as nx
from pyvis.network import Network

from careerpaths.files import write_text
from careerpaths.graph import ranks
from careerpaths.layout import BLOCK_HEIGHT, BLOCK_WIDTH, COLUMN_WIDTH, ROW_HEIGHT, Arrangement, arrange, grid
from careerpaths.pages import ascii_script, policy, render, script, shown, style
from careerpaths.pages.data import family_of, page_data
from careerpaths.queries.ends import end_kinds
from careerpaths.titles import title_key
from careerpaths.wording import MAP, TRACK_NAMES, counted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from careerpaths.layout import Band
    from careerpaths.model import Catalogue

MOST_AT_FIRST = 60
"""Roles up to which the picture opens with everything: more of them could not be read at that size."""
MOST_OPEN = 150
"""Roles up to which the list of all roles is open."""
MOST_AT_ONCE = 150
"""Roles up to which everything can be drawn at once: more would be texture."""
MOST_BLOCKS = 60
"""Functions up to which the picture opens on all of them; with more it opens on job families."""
LONGEST_LABEL = 70
"""Characters of a title that fit a role in the picture; the list and the answers have all of it."""
DASHES = {
    "change-of-track": [10, 5],
    "cross-function": [2, 4],
    "lateral": [2, 4],
    "step-back": [8, 4, 2, 4],
    "unknown": [8, 4, 2, 4],
}
"""Line patterns of the kinds of move; a promotion is a full line."""


class _Ids(list[int]):
    """The list of ids that a `Network` keeps, able to say at once whether it holds one: its own scan is quadratic."""

    def __init__(self) -> None:
        super().__init__()
        self.known: set[int] = set()

    def append(self, item: int) -> None:
        self.known.add(item)
        super().append(item)

    def __contains__(self, item: object) -> bool:
        return item in self.known


def write_map(graph: nx.DiGraph[str], path: str | Path, *, catalogue: Catalogue | None = None) -> Path:
    """Write the interactive page to one file, whole or not at all.

    Args:
        graph: as `build_graph` makes it; it is not changed.
        path: the HTML file to write; folders above it are made.
        catalogue: gives the long texts; without it the page says that they were not given.

    Returns:
        The path written.

    Raises:
        CannotWrite: the file could not be written; what stood there is untouched.
    """
    return write_text(path, map_page(graph, catalogue=catalogue))


def map_page(graph: nx.DiGraph[str], *, catalogue: Catalogue | None = None) -> str:
    """The page as text: ASCII, no clock, the same for the same graph. It asks the network for nothing."""
    arrangement = arrange(graph)
    standing = {role: kind.replace(" ", "-") for role, kind in end_kinds(graph).items()}
    data = page_data(graph, arrangement, standing, catalogue=catalogue)
    return render(
        "map.html",
        text=dict(MAP),
        tracks=dict(TRACK_NAMES),
        counted=counted,
        policy=content_security_policy(),
        css=_css(),
        scripts=_scripts(),
        data=data,
        drawing=_drawing(graph, arrangement, standing),
        functions=_functions(graph, arrangement, standing),
        head=_head(graph),
        examples=_examples(graph),
    )


def content_security_policy(*, header: bool = False) -> str:
    """The policy that the page states in its head; the same for every organisation.

    Args:
        header: as a web server should send it, with the one part that counts only there (who may frame the page).
    """
    stated = policy(scripts=_scripts(), styles=[_css()])
    return f"{stated}; frame-ancestors 'self'" if header else stated


def role_network(graph: nx.DiGraph[str], arrangement: Arrangement, standing: Mapping[str, str]) -> Network:
    """Every role and every move, at their places, as pyvis holds them; ids are the places in reading order."""
    network = _network()
    order = ranks(graph)
    for role, number in order.items():
        facts = graph.nodes[role]
        x, y = arrangement.positions[role]
        group = "undefined" if not facts["defined"] else facts["track"] or "other"
        network.add_node(
            number, label=_label(facts, standing.get(role)), shape="box", group=group, x=round(x), y=round(y)
        )
    for start, end in sorted(graph.edges, key=lambda edge: (order[edge[0]], order[edge[1]])):
        dashes = DASHES.get(graph.edges[start, end]["kind"])
        look: dict[str, Any] = {"dashes": dashes} if dashes else {}
        if _bends(arrangement, start, end) or graph.has_edge(end, start):
            look["smooth"] = {"enabled": True, "type": "curvedCW", "roundness": 0.3}
        network.add_edge(order[start], order[end], **look)
    return network


def function_network(graph: nx.DiGraph[str], arrangement: Arrangement) -> Network:
    """One block for each function and one line for each pair of functions that moves lead between."""
    groups = [
        (f"{shown(_name(band))}\n{counted(MAP, 'counts', len(band.roles))}", band.roles) for band in arrangement.bands
    ]
    return _blocks(graph, groups)


def family_network(graph: nx.DiGraph[str], arrangement: Arrangement) -> Network:
    """One block for each job family, in the order in which the functions stand, and one for what several name."""
    families: dict[tuple[bool, str | None], list[Band]] = {}
    for band in arrangement.bands:
        families.setdefault((band.is_shared, family_of(graph, band)), []).append(band)
    groups = []
    for (is_shared, family), bands in families.items():
        name = MAP["shared"] if is_shared else family or MAP["no_family"]
        roles = [role for band in bands for role in band.roles]
        said = counted(MAP, "counts", len(roles)) if is_shared else counted(MAP, "functions_in", len(bands))
        groups.append((f"{shown(name)}\n{said}", roles))
    return _blocks(graph, groups)


def _blocks(graph: nx.DiGraph[str], groups: Iterable[tuple[str, Iterable[str]]]) -> Network:
    """A block for each (label, roles), and a line for each pair that moves lead between, wider for more moves."""
    network = _network()
    listed = [(label, tuple(roles)) for label, roles in groups]
    home = {role: number for number, (_, roles) in enumerate(listed) for role in roles}
    for number, ((label, _), (x, y)) in enumerate(zip(listed, grid(len(listed)), strict=True)):
        network.add_node(number, label=label, shape="box", group="block", x=x, y=y)
    between = Counter((home[a], home[b]) for a, b in graph.edges if home[a] != home[b])
    for (start, end), moves in sorted(between.items()):
        network.add_edge(start, end, width=min(1 + moves // 2, 5))
    return network


def _name(band: Band) -> str:
    return MAP["shared"] if band.is_shared else band.job_function or MAP["no_function"]


def _network() -> Network:
    network = Network(directed=True)
    network.node_ids = _Ids()
    return network


def _label(facts: Mapping[str, Any], standing: str | None) -> str:
    said = {"undefined": MAP["undefined_label"], "dead-end": MAP["dead_end_label"]}.get(standing or "")
    title = shown(facts["title"])
    if len(title) > LONGEST_LABEL:
        title = f"{title[: LONGEST_LABEL - 1].rstrip()}\u2026"
    # A number stays on one line with the word before it.
    title = re.sub(r" (?=\w{1,3}$)", "\u00a0", title)
    if said is None and facts["level"] and _says(facts["title"], facts["level"]):
        return title
    return f"{title}\n{said or shown(facts['level'] or MAP['not_stated'])}"


def _says(title: str, level: str) -> bool:
    """Whether a title says its level already: "Radiology Mgr 2", "Manager 2"."""
    return set(title_key(level).split()) - {"level"} <= set(title_key(title).split())


def _bends(arrangement: Arrangement, start: str, end: str) -> bool:
    """Whether a straight line between the two would run over the roles between them."""
    (x, y), (to_x, to_y) = arrangement.positions[start], arrangement.positions[end]
    return (x == to_x and abs(y - to_y) > ROW_HEIGHT) or (y == to_y and abs(x - to_x) > COLUMN_WIDTH * 1.5)


def _drawing(graph: nx.DiGraph[str], arrangement: Arrangement, standing: Mapping[str, str]) -> dict[str, Any]:
    return {
        "roles": _drawn(role_network(graph, arrangement, standing)),
        "blocks": _drawn(function_network(graph, arrangement)),
        "families": _drawn(family_network(graph, arrangement)),
        **_limits(),
    }


def _drawn(network: Network) -> dict[str, Any]:
    return {"nodes": network.nodes, "edges": network.edges}


def _limits() -> dict[str, int]:
    return {
        "most_at_first": MOST_AT_FIRST,
        "most_at_once": MOST_AT_ONCE,
        "most_open": MOST_OPEN,
        "most_blocks": MOST_BLOCKS,
        "column_width": COLUMN_WIDTH,
        "row_height": ROW_HEIGHT,
        "block_width": BLOCK_WIDTH,
        "block_height": BLOCK_HEIGHT,
    }


def _head(graph: nx.DiGraph[str]) -> dict[str, Any]:
    facts = [graph.nodes[role] for role in ranks(graph)]
    families = dict.fromkeys(one["job_family"] for one in facts if one["job_family"])
    functions = {one["job_function"] for one in facts if one["job_function"]}
    named = ", ".join(families)
    return {
        "owner": graph.graph.get("organisation"),
        "families": named,
        "family_count": len(families),
        "edition": graph.graph.get("edition"),
        "contact": graph.graph.get("contact"),
        "roles": len(facts),
        "undefined": sum(not one["defined"] for one in facts),
        "functions": len(functions),
        "documents": graph.graph.get("documents") or [],
        "undecided": graph.graph.get("undecided") or [],
    }


def _functions(graph: nx.DiGraph[str], arrangement: Arrangement, standing: Mapping[str, str]) -> list[dict[str, Any]]:
    """What the list of all roles says without scripts, function by function in reading order."""
    order = ranks(graph)
    bands = sorted(arrangement.bands, key=lambda band: (band.is_shared, min(order[role] for role in band.roles)))
    return [
        {
            "number": order[min(band.roles, key=order.__getitem__)],
            "name": _name(band),
            "caption": MAP["shared"] if band.is_shared else MAP["table_caption"].format(name=_name(band)),
            "roles": [_row(graph, role, order, standing) for role in sorted(band.roles, key=order.__getitem__)],
        }
        for band in bands
    ]


def _row(graph: nx.DiGraph[str], role: str, order: Mapping[str, int], standing: Mapping[str, str]) -> dict[str, Any]:
    facts = graph.nodes[role]
    following = sorted(graph.successors(role), key=order.__getitem__)
    return {
        "id": role,
        "number": order[role],
        "standing": standing.get(role, ""),
        "next": [{"id": one, "title": graph.nodes[one]["title"]} for one in following],
        **{name: facts[name] for name in ("title", "job_code", "level", "category")},
    }


def _examples(graph: nx.DiGraph[str]) -> dict[str, dict[str, str]] | None:
    """A role from which the way is long, and the farthest role that it leads to, to try the page with."""
    farthest = max((_farthest(graph, role) for role in _candidates(graph)), key=lambda one: one[0], default=None)
    if farthest is None:
        return None
    return {
        name: {"id": role, "title": graph.nodes[role]["title"]}
        for name, role in zip(("start", "end"), farthest[1:], strict=True)
    }


def _candidates(graph: nx.DiGraph[str]) -> list[str]:
    # A few are enough for an example; in a large organisation measuring from every role would take long.
    return [role for role in ranks(graph) if graph.out_degree(role)][:50]


def _farthest(graph: nx.DiGraph[str], role: str) -> tuple[int, str, str]:
    distances = nx.single_source_shortest_path_length(graph, role, cutoff=4)
    end = min(distances, key=lambda one: (-distances[one], graph.nodes[one]["title"]))
    return distances[end], role, end


@cache
def _css() -> str:
    return style("base", "page", "questions", "answer", "picture", "media")


@cache
def _scripts() -> tuple[str, str]:
    drawing = files("pyvis").joinpath("templates", "lib", "vis-9.1.2", "vis-network.min.js").read_text(encoding="utf-8")
    return ascii_script(drawing), ascii_script(script("map"))
