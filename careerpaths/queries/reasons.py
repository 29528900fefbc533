"""Why a route is worth a look, and an answer about routes in a sentence or a few."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import networkx as nx

from careerpaths import wording
from careerpaths.queries.answers import RoleRef
from careerpaths.queries.blocking import MAX_MOVES, Condition, Without
from careerpaths.queries.choosing import Choice, Chosen
from careerpaths.queries.preferring import preferred
from careerpaths.queries.shortest import Sought, moves_around
from careerpaths.weighing import MEASURES, Measures, says_what_it_asks

if TYPE_CHECKING:
    from careerpaths.queries.gaps import Gaps
    from careerpaths.queries.unloaded import OpenEnd

_MOST_NAMED = 5
"""Titles that one sentence names."""

_TOLD = {
    "requirements": ("requirements_less", "requirements_more"),
    "certificates": ("certificates_less", "certificates_more"),
    "functions": ("functions_less", "functions_more"),
    "tracks": ("tracks_less", "tracks_more"),
    "overtime": ("overtime_less", "overtime_more"),
    "programs": ("programs_less", "programs_more"),
    "leading": ("leading_less", "leading_more"),
    "unknown": ("unknown_less", "unknown_more"),
}
"""How less and more of a measure is told; requirements without the certificates among them."""


def why(graph: nx.DiGraph[str], one: Chosen, choice: Choice) -> str:
    """What sets a route apart from the one with the fewest moves, in one line."""
    first = choice.fewest or one
    if one.path == first.path:
        found = "fewest_moves" if choice.is_sure else "fewest_moves_found"
        return wording.said("fewest_moves_asked" if choice.is_sure and choice.without is not None else found)
    more = len(one.path) - len(first.path)
    # Where the other is not listed, it is not plain what is meant by "more".
    key = "moves_more" if choice.lists_fewest else "moves_more_than_fewest"
    told = [wording.said(key, more) if more else wording.said("as_few_moves"), *_differences(one, first)]
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
    "leading": "total_leading",
    "unknown": "total_unknown",
}
"""How a measure of a whole route is told, but for its moves."""


def totals(measures: Measures) -> Iterator[str]:
    """What a route counts for, in words; requirements without the certificates among them, and nought of nothing."""
    counts = dict(zip(MEASURES, measures, strict=True))
    counts["requirements"] -= counts["certificates"]
    told = [wording.said(key, counts[name]) for name, key in _TOTALS.items() if counts[name]]
    yield from told or [wording.said("total_nothing")]


def explained(graph: nx.DiGraph[str], sought: Sought, choice: Choice) -> str:
    """What routes there are, in a sentence or a few, with what is not known or not shown."""
    start, end = (graph.nodes[role]["title"] for role in (sought.first, sought.last))
    if sought.first == sought.last:
        return wording.said("already_there", title=start)
    return " ".join(_found(graph, sought, choice, start, end))


def _found(graph: nx.DiGraph[str], sought: Sought, choice: Choice, start: str, end: str) -> Iterator[str]:
    shown, total = len(choice.routes), choice.total
    moves = _fewest(choice)
    if total is not None and total > shown:
        yield wording.said("routes_of", shown, total=total, moves=moves, start=start, end=end)
    elif choice.has_more and not choice.is_cut:
        yield wording.said("routes_shown", shown, moves=moves, start=start, end=end)
    else:
        yield wording.said("routes_found", shown, moves=moves, start=start, end=end)
    yield from preferred(graph, choice)
    if not says_what_it_asks(graph.nodes[sought.last]):
        is_defined = graph.nodes[sought.last]["defined"]
        yield wording.said("target_asks_nothing" if is_defined else "target_not_described", title=end)
    if choice.is_cut:
        yield wording.said("search_cut")


def _fewest(choice: Choice) -> str:
    """The fewest moves, with how few there are without what was asked; of one route that has them, only its moves."""
    paths = [one.path for one in choice.routes]
    count = min(map(len, (*paths, *([choice.fewest.path] if choice.fewest else [])))) - 1
    moves = wording.said("moves", count)
    told = moves if len(paths) == 1 and len(paths[0]) == count + 1 and not choice.leaves_out else None
    told = told or wording.said("at_the_fewest" if choice.is_sure else "at_the_fewest_found", moves=moves)
    return told if choice.without is None else wording.said("as_asked", choice.without, moves=told)


def explained_blocked(
    start: RoleRef, end: RoleRef, conditions: Sequence[Condition], blocked: Sequence[Without], *, is_cut: bool
) -> str:
    """That there would be a route but for what was asked of it, and which conditions stand in the way."""
    limits = [int(one.value) for one in conditions if one.option == MAX_MOVES]
    if is_cut:
        told = wording.said("none_before_cut", start=start.title, end=end.title)
    elif len(limits) == len(conditions):
        told = wording.said(
            "no_route_so_short", moves=wording.said("moves", min(limits)), start=start.title, end=end.title
        )
    else:
        told = wording.said("no_route_as_asked", start=start.title, end=end.title)
    return " ".join([told, *(one.sentence() for one in blocked)])


def explained_gaps(graph: nx.DiGraph[str], start: RoleRef, end: RoleRef, found: Gaps) -> str:
    """Why no chain of stated moves leads from one role to the other."""
    return " ".join([wording.said("no_route", start=start.title, end=end.title), *_reasons(graph, start, end, found)])


def _reasons(graph: nx.DiGraph[str], start: RoleRef, end: RoleRef, found: Gaps) -> Iterator[str]:
    """What is not known is told apart from what leads nowhere."""
    if not start.defined:
        yield wording.undefined_role(start.title, graph.graph.get("contact"))
    elif found.reached:
        yield wording.said("reaches_only", len(found.reached), title=start.title, end=end.title)
    elif not found.silent:
        yield wording.said("starts_nowhere", title=start.title)
    yield from _unknown(found.open_ends, start)
    if found.silent:
        yield wording.said("starts_not_stated", title=_few([one.title for one in found.silent]))
    if not found.feeders:
        yield wording.said("nothing_leads", title=end.title)
    if not end.defined:
        yield wording.said("target_not_described", title=end.title)
    if start.id in moves_around(graph, end.id):
        yield wording.said("only_the_other_way", start=start.title, end=end.title)


def _unknown(open_ends: Sequence[OpenEnd], start: RoleRef) -> Iterator[str]:
    """Beyond which roles nothing is known, with the standards that would have to say more."""
    alike: dict[tuple[bool, str | None, str | None], list[OpenEnd]] = {}
    for one in open_ends:
        alike.setdefault((one.is_loaded, one.job_function, one.track), []).append(one)
    for (is_loaded, function, track), roles in alike.items():
        key = "loaded_silent" if is_loaded else "not_loaded" if function else "none_loaded"
        names = [name for name in (function, wording.TRACK_NAMES[track] if track else None) if name]
        reason = wording.said(key, len(roles), standard=", ".join(names))
        is_start = roles[0].role.id == start.id
        titles = _few([one.role.title for one in roles])
        yield (
            reason[0].upper() + reason[1:] if is_start else wording.said("unknown_beyond", titles=titles, reason=reason)
        )


def _few(titles: Sequence[str]) -> str:
    """The first of some titles, with how many more there are."""
    more = len(titles) - _MOST_NAMED
    return wording.listed([*titles[:_MOST_NAMED], *([wording.said("others", more)] if more > 0 else [])])
