"""What is said first of routes that were chosen by a preference: whether any of them gives what was asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

import networkx as nx

from careerpaths import wording
from careerpaths.queries.choosing import Choice
from careerpaths.queries.shortest import Path
from careerpaths.values import value_key
from careerpaths.weighing import ELIGIBLE, MEASURES, comes_to_lead, is_exempt, leads_people

_Loses: TypeAlias = "Callable[[nx.DiGraph[str], str | None, str], bool | None]"
"""Whether it is lost in a role, reached from another one or begun in (None); None where it is not stated."""


def _is_not_eligible(graph: nx.DiGraph[str], _: str | None, role: str) -> bool | None:
    return is_not_eligible(graph.nodes[role]["flsa"])


def is_not_eligible(flsa: str | None) -> bool | None:
    """Whether a role is stated not to be eligible for overtime; None where nothing is stated that tells."""
    return is_exempt(flsa) if flsa and (is_exempt(flsa) or value_key("flsa", flsa) == ELIGIBLE) else None


def _leads(graph: nx.DiGraph[str], before: str | None, role: str) -> bool | None:
    if before is None:
        return leads_people(graph.nodes[role])
    return comes_to_lead(graph.nodes[before], graph.nodes[role], graph.edges[before, role]["kind"])


@dataclass(frozen=True, slots=True)
class _Texts:
    """Keys of texts: lost before the first move, on one move of all routes, on several; kept; not stated.

    `by_title` names a role of which its title alone tells; None where a title tells nothing of it. `since` is for a
    loss before which it is not stated of some roles; None where that need not be told.
    """

    before: str
    lost: str
    between: str
    kept: str
    open: str
    by_title: str | None = None
    since: str | None = None


_OVERTIME = _Texts(
    *("overtime_before", "overtime_lost", "overtime_lost_between", "overtime_kept", "overtime_open"),
    since="overtime_since",
)
_LEADING = _Texts(
    "leading_before", "leading_lost", "leading_lost_between", "leading_kept", "leading_open", "leads_by_title"
)
_KEPT: Mapping[str, tuple[_Texts, _Loses]] = MappingProxyType(
    {"keep-overtime": (_OVERTIME, _is_not_eligible), "stay-professional": (_LEADING, _leads)}
)
"""For a preference that is to keep something: its texts, and where it is lost."""
_LEAST: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "least-new": {"requirements": "total_requirements", "certificates": "total_certificates"},
        "fewest-unknowns": {},
    }
)
"""For a preference that is for little of something: what is counted beside what is not known, and how it is told."""
_FOUND = {
    "least-new": ("least_new_best", "least_new_equal", "total_nothing"),
    "fewest-unknowns": ("unknowns_best", "unknowns_equal", "nothing_unknown"),
}
"""How the best is told, how it is told that all are equal, and that nothing is counted."""


def preferred(graph: nx.DiGraph[str], choice: Choice) -> Iterator[str]:
    """Whether the routes keep what was to be kept, or which asks the least; nothing of the fewest moves."""
    paths = [one.path for one in choice.routes]
    if choice.preference in _KEPT:
        yield from _kept(graph, paths, *_KEPT[choice.preference])
    if choice.preference == "stay-professional":
        yield from _tracks(graph, choice)
    if choice.preference in _LEAST:
        yield from _least(choice)


@dataclass(frozen=True, slots=True)
class _Loss:
    """Where on a route something is lost first: the number of the move, of the route, and the role behind it."""

    move: int
    route: int
    title: str
    since: str | None = None
    """The role of which it is stated last that it is kept there, where it is not stated of roles before the loss."""
    open: tuple[str, ...] = ()
    """These roles."""


def _kept(graph: nx.DiGraph[str], paths: Sequence[Path], texts: _Texts, loses: _Loses) -> Iterator[str]:
    if loses(graph, None, paths[0][0]):
        yield wording.said(texts.before, title=graph.nodes[paths[0][0]]["title"])
        return
    losses = [_first_loss(graph, number, path, texts, loses) for number, path in enumerate(paths, 1)]
    found = [one for one in losses if one]
    if len(found) == len(paths):
        yield from _lost(texts, found)
        return
    kept = [number for number, one in enumerate(losses, 1) if one is None]
    yield wording.said(texts.kept, len(kept), numbers=wording.listed([str(number) for number in kept]))
    unknown = dict.fromkeys(title for number in kept for title in _open(graph, paths[number - 1], loses))
    if unknown:
        yield wording.said(texts.open, len(unknown), titles=wording.listed(list(unknown)))


def _steps(path: Path) -> Iterator[tuple[str | None, str]]:
    return zip((None, *path[:-1]), path, strict=True)


def _first_loss(graph: nx.DiGraph[str], number: int, path: Path, texts: _Texts, loses: _Loses) -> _Loss | None:
    states = [loses(graph, *step) for step in _steps(path)]
    if True not in states:
        return None
    move = states.index(True)
    kept = next((place for place in range(move - 1, -1, -1) if states[place] is False), None)
    title = _named(graph.nodes[path[move]], texts)
    if texts.since is None or kept is None or kept == move - 1:
        return _Loss(move, number, title)
    since, *between = (graph.nodes[role]["title"] for role in path[kept:move])
    return _Loss(move, number, title, since, tuple(between))


def _named(facts: Mapping[str, Any], texts: _Texts) -> str:
    """A title; where it alone tells what is told of the role, with that."""
    if texts.by_title is None or facts["defined"] or facts["category"] is not None:
        return str(facts["title"])
    return wording.said(texts.by_title, title=facts["title"])


def _open(graph: nx.DiGraph[str], path: Path, loses: _Loses) -> Iterator[str]:
    """The titles on a route of which it is not stated."""
    yield from (graph.nodes[role]["title"] for before, role in _steps(path) if loses(graph, before, role) is None)


def _lost(texts: _Texts, found: Sequence[_Loss]) -> Iterator[str]:
    """Where it is lost on every route, and of which roles before that it is not stated."""
    late, early = max(found, key=lambda one: one.move), min(found, key=lambda one: one.move)
    since = {one.since for one in found}
    is_one = len({one.title for one in found}) == 1
    if is_one and len(since) == 1 and late.since is not None and texts.since is not None:
        yield wording.said(texts.since, len(found), start=late.since, end=late.title)
        return
    numbers = {"latest": late.move, "late": late.route, "earliest": early.move, "early": early.route}
    if is_one:
        yield wording.said(texts.lost, len(found), end=late.title)
    else:
        yield wording.said(texts.between, last=late.title, first=early.title, **numbers)
    unknown = list(dict.fromkeys(title for one in found for title in one.open))
    if unknown:
        yield wording.said(texts.open, len(unknown), titles=wording.listed(unknown))


def _tracks(graph: nx.DiGraph[str], choice: Choice) -> Iterator[str]:
    """That no route stays in its track, where that is not said by who comes to lead people."""
    tracks, leading = MEASURES.index("tracks"), MEASURES.index("leading")
    changes = all(one.measures[tracks] and not one.measures[leading] for one in choice.routes)
    if changes and not leads_people(graph.nodes[choice.routes[0].path[0]]):
        yield wording.said("tracks_all")


def _least(choice: Choice) -> Iterator[str]:
    """How little the best asks, and whether any other asks more; nothing where there is no other."""
    if len(choice.routes) > 1:
        counts = [_counts(one.measures, choice.preference) for one in choice.routes]
        best, equal, _ = _FOUND[choice.preference]
        is_equal = all(one == counts[0] for one in counts)
        yield wording.said(equal if is_equal else best, told=_told(counts[0], choice.preference))


def _counts(measures: Sequence[int], preference: str) -> dict[str, int]:
    counts = {name: measures[MEASURES.index(name)] for name in (*_LEAST[preference], "unknown")}
    if "requirements" in counts:
        counts["requirements"] -= counts["certificates"]
    return counts


def _told(counts: Mapping[str, int], preference: str) -> str:
    nothing = _FOUND[preference][2]
    told = [wording.said(key, counts[name]) for name, key in _LEAST[preference].items() if counts[name]]
    stated = [", ".join(told) or wording.said(nothing)] if _LEAST[preference] or not counts["unknown"] else []
    return "; ".join([*stated, *([wording.said("open_steps", counts["unknown"])] if counts["unknown"] else [])])
