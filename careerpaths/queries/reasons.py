"""Why a route is worth a look, and an answer about routes in a sentence or a few."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from careerpaths import wording
from careerpaths.graph import in_order
from careerpaths.queries.choosing import Choice, Chosen
from careerpaths.queries.shortest import Sought, fewest_moves, moves_around
from careerpaths.weighing import MEASURES, Measures, says_what_it_asks

_TOLD = {
    "requirements": ("requirements_less", "requirements_more"),
    "certificates": ("certificates_less", "certificates_more"),
    "functions": ("functions_less", "functions_more"),
    "tracks": ("tracks_less", "tracks_more"),
    "overtime": ("overtime_less", "overtime_more"),
    "programs": ("programs_less", "programs_more"),
    "unknown": ("unknown_less", "unknown_more"),
}
"""How less and more of a measure is told; requirements without the certificates among them."""


def why(graph: nx.DiGraph[str], one: Chosen, choice: Choice) -> str:
    """What sets a route apart from the one with the fewest moves, in one line."""
    first = min(choice.routes, key=lambda other: other.measures)
    if one is first:
        return wording.said("fewest_moves")
    more = len(one.path) - len(first.path)
    told = [wording.said("moves_more", more) if more else wording.said("as_few_moves"), *_differences(one, first)]
    others = [graph.nodes[role]["title"] for role in one.path if role not in first.path]
    sentence = ", ".join(told)
    return wording.said("by_way_of", length=sentence, titles=", ".join(others)) if others else sentence


def _differences(one: Chosen, first: Chosen) -> Iterator[str]:
    here, there = (dict(zip(MEASURES, route.measures, strict=True)) for route in (one, first))
    counts = {name: here[name] - there[name] for name in MEASURES}
    counts["requirements"] -= counts["certificates"]
    for name, keys in _TOLD.items():
        if counts[name]:
            yield wording.said(keys[counts[name] > 0], abs(counts[name]))


_TOTALS = {
    "requirements": "total_requirements",
    "certificates": "total_certificates",
    "functions": "total_functions",
    "tracks": "total_tracks",
    "overtime": "total_overtime",
    "programs": "total_programs",
    "unknown": "total_unknown",
}
"""How a measure of a whole route is told, but for its moves."""


def totals(measures: Measures) -> Iterator[str]:
    """What a route counts for, in words; requirements without the certificates among them, and nought of nothing."""
    counts = dict(zip(MEASURES, measures, strict=True))
    counts["requirements"] -= counts["certificates"]
    told = [wording.said(key, counts[name]) for name, key in _TOTALS.items() if counts[name]]
    yield from told or [wording.said("total_nothing")]


def explained(graph: nx.DiGraph[str], sought: Sought, choice: Choice, max_moves: int | None) -> str:
    """The answer in a sentence, with what is not known or not shown."""
    start, end = (graph.nodes[role]["title"] for role in (sought.first, sought.last))
    if sought.first == sought.last:
        return wording.said("already_there", title=start)
    if choice.routes:
        return " ".join(_found(graph, sought, choice, start, end))
    limited = _limited(graph, sought, choice, max_moves)
    if limited:
        return limited.format(start=start, end=end)
    return " ".join([wording.said("no_route", start=start, end=end), *_reasons(graph, sought)])


def _found(graph: nx.DiGraph[str], sought: Sought, choice: Choice, start: str, end: str) -> Iterator[str]:
    fewest = min(len(one.path) for one in choice.routes) - 1
    moves = wording.said("moves", fewest)
    yield wording.said("routes_found", len(choice.routes), moves=moves, start=start, end=end)
    if not says_what_it_asks(graph.nodes[sought.last]):
        is_defined = graph.nodes[sought.last]["defined"]
        yield wording.said("target_asks_nothing" if is_defined else "target_not_described", title=end)
    if choice.is_cut:
        yield wording.said("search_cut")
    elif choice.has_more:
        yield wording.said("more_routes", len(choice.routes))


def _limited(graph: nx.DiGraph[str], sought: Sought, choice: Choice, max_moves: int | None) -> str | None:
    """The sentence where there would be a route but for what was asked; its braces name both ends."""
    freely = fewest_moves(graph, Sought(first=sought.first, last=sought.last))
    if freely is None:
        return None
    if max_moves is not None and freely > max_moves:
        return wording.said("no_route_so_short", moves=wording.said("moves", max_moves), start="{start}", end="{end}")
    if choice.is_cut:
        return wording.said("none_before_cut", start="{start}", end="{end}")
    return wording.said("no_route_as_asked", moves=wording.said("moves", freely), start="{start}", end="{end}")


def _reasons(graph: nx.DiGraph[str], sought: Sought) -> Iterator[str]:
    """Why no chain of stated moves leads on: what is not known is told apart from what leads nowhere."""
    start, end = graph.nodes[sought.first], graph.nodes[sought.last]
    reached = moves_around(graph, sought.first)
    if not start["defined"]:
        hr = wording.whom_to_ask(graph.graph.get("contact"))
        yield wording.said("undefined_sentence", title=start["title"], hr=hr)
    elif len(reached) == 1:
        key = "starts_nowhere" if start["states_moves"] else "starts_not_stated"
        yield wording.said(key, title=start["title"])
    else:
        yield wording.said("reaches_only", len(reached) - 1, title=start["title"], end=end["title"])
        unknown = in_order(graph, (one for one in reached if not graph.nodes[one]["defined"]))
        if unknown:
            yield wording.said("leads_on_unknown", titles=", ".join(graph.nodes[one]["title"] for one in unknown))
    if not graph.in_degree(sought.last):
        yield wording.said("nothing_leads", title=end["title"])
    if sought.first in moves_around(graph, sought.last):
        yield wording.said("only_the_other_way", start=start["title"], end=end["title"])
