"""What is said first, beside an answer, so that the question is answered in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from careerpaths.queries.answers import RoleRef
from careerpaths.queries.comparing import Comparison
from careerpaths.queries.lines import asked_of
from careerpaths.queries.listing import RoleAnswer
from careerpaths.queries.reaching import ReachAnswer
from careerpaths.queries.routing import RouteAnswer
from careerpaths.wording import listed, said


def sentences(kind: str, answer: Any) -> tuple[str, ...]:
    """The sentences that answer a kind of question; none where the answer begins with its own."""
    return tuple(sentence for sentence in _SENTENCES[kind](answer) if sentence) if kind in _SENTENCES else ()


def _titles(roles: tuple[RoleRef, ...]) -> str:
    return listed([one.title for one in roles])


def _past(answer: RouteAnswer | ReachAnswer) -> tuple[str, ...]:
    if isinstance(answer, RouteAnswer):
        key = "past_yes" if answer.routes else "past_no"
        return (said(key, start=answer.start.title, end=answer.end.title),)
    if not answer.within:
        return (said("past_no_to", end=answer.role.title),)
    return (said("past_yes_to", titles=_titles(answer.within[0].roles), end=answer.role.title),)


def _farthest(found: str, nothing: str) -> Callable[[ReachAnswer], tuple[str, ...]]:
    def told(answer: ReachAnswer) -> tuple[str, ...]:
        if not answer.within:
            return (said(nothing, title=answer.role.title),)
        moves = said("moves", answer.within[-1].moves)
        return (said(found, titles=_titles(answer.farthest), moves=moves),)

    return told


def _not_known(role: RoleRef) -> str:
    return said("starts_not_stated" if role.defined else "leads_unknown", title=role.title)


def _doors(answer: Comparison) -> tuple[str, ...]:
    known = {one: count for one, count in zip(answer.roles, answer.reaches, strict=True) if count is not None}
    unknown = tuple(_not_known(one) for one in answer.roles if one not in known)
    if not known:
        return unknown
    most = max(known.values())
    best = tuple(one for one, count in known.items() if count == most)
    if len(best) > 1:
        return (said("equal_doors", most, titles=_titles(best)), *unknown)
    return (said("most_doors", most, title=best[0].title), *unknown)


def _promotion(answer: Comparison) -> tuple[str, ...]:
    # A move that is stated is told by the comparison with its kind.
    return () if answer.moves else (said("no_move_between", titles=_titles(answer.roles)),)


def _hardest(answer: RouteAnswer) -> tuple[str, ...]:
    route = answer.routes[0] if answer.routes else None
    most = route.steps[route.asks_most - 1].demand if route and route.asks_most else None
    return (said("asks_most", number=route.asks_most, asked=asked_of(most)),) if route and most else ()


def _dead_end(answer: RoleAnswer) -> tuple[str, ...]:
    title = answer.role.title
    if answer.next:
        return (said("leads_yes", len(answer.next), title=title),)
    is_stated = answer.role.defined and answer.states_moves
    return (said("leads_no", title=title) if is_stated else _not_known(answer.role),)


_SENTENCES: Mapping[str, Callable[[Any], tuple[str, ...]]] = MappingProxyType(
    {
        "past": _past,
        "professional": _farthest("stay_yes", "stay_no"),
        "highest": _farthest("farthest", "farthest_none"),
        "doors": _doors,
        "promotion": _promotion,
        "hardest": _hardest,
        "dead_end": _dead_end,
        "onward": _dead_end,
        "time": lambda _: (said("no_times"),),
        "editions": lambda _: (said("no_editions"),),
    }
)
"""For each kind of question what is said first."""
