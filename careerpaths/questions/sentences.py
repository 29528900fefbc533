"""What is said first, beside an answer, so that the question is answered in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from careerpaths.queries.answers import RoleRef
from careerpaths.queries.comparing import Comparison
from careerpaths.queries.lines import asks_most_told
from careerpaths.queries.listing import RoleAnswer
from careerpaths.queries.reaching import ReachAnswer
from careerpaths.queries.routing import Route, RouteAnswer
from careerpaths.questions.marks import OBLIGED, YES_OR_NO
from careerpaths.weighing import MEASURES
from careerpaths.wording import listed, said


def sentences(kind: str, answer: Any, text: str = "") -> tuple[str, ...]:
    """The sentences that answer a kind of question; none where the answer begins with its own.

    Args:
        kind: the kind of question.
        answer: what its command answers.
        text: the question as it was read: one that asks for a yes or a no gets it.
    """
    told = _yes_or_no(answer, text) if YES_OR_NO.search(text) else ""
    own = _SENTENCES[kind](answer) if kind in _SENTENCES and not told else ()
    return tuple(sentence for sentence in (told, *own) if sentence)


def _yes_or_no(answer: Any, text: str) -> str:
    """A yes or a no to what was asked of a route: that it passes no such role, or its moves, overtime, certificates."""
    if isinstance(answer, RouteAnswer) and answer.avoid and OBLIGED.search(text):
        return _of_ends("must_not" if answer.routes else "must", answer, avoided=_avoided(answer))
    if isinstance(answer, ReachAnswer) and answer.avoid and answer.leads_here and OBLIGED.search(text):
        return _must_to(answer)
    if not isinstance(answer, RouteAnswer) or answer.avoid:
        return ""
    if answer.max_moves is not None:
        key = "limit_yes" if answer.routes else "limit_no"
        moves = answer.routes[0].moves if answer.routes else answer.max_moves
        return said(key, moves=said("moves", moves), start=answer.start.title, end=answer.end.title)
    asked = _MEASURED.get(answer.preference)
    return _measured(answer, *asked) if asked and answer.routes else ""


def _must_to(answer: ReachAnswer) -> str:
    if not answer.within:
        return said("must_to", end=answer.role.title, avoided=_avoided(answer))
    titles = _titles(answer.within[0].roles)
    return said("must_not_to", titles=titles, end=answer.role.title, avoided=_avoided(answer))


def _measured(answer: RouteAnswer, measure: str, key: str, otherwise: str, unknown: str) -> str:
    """Whether a route has none of something; not known where only routes with undescribed steps have none."""
    place, open_place = MEASURES.index(measure), MEASURES.index("unknown")
    free = [route.measures for route in answer.routes if not route.measures[place]]
    if not free:
        # Whoever is not eligible to begin with loses nothing on the way.
        is_lost = measure != "overtime" or any(_ends_overtime(route) for route in answer.routes)
        return _of_ends(otherwise, answer) if is_lost else ""
    return _of_ends(key if any(not one[open_place] for one in free) else unknown, answer)


def _ends_overtime(route: Route) -> bool:
    return any(change.attribute == "flsa" for step in route.steps for change in step.changes)


_MEASURED: Mapping[str, tuple[str, str, str, str]] = MappingProxyType(
    {
        "keep-overtime": ("overtime", "yes_overtime_kept", "no_overtime_kept", "overtime_not_known"),
        "least-new": ("certificates", "yes_no_certificate", "no_certificate_asked", "certificate_not_known"),
    }
)
"""For each preference what is counted, and what is said where a route has none, all have some, and nobody knows."""


def _of_ends(key: str, answer: RouteAnswer, *, avoided: str = "") -> str:
    return said(key, start=answer.start.title, end=answer.end.title, avoided=avoided)


def _avoided(answer: RouteAnswer | ReachAnswer) -> str:
    """What is not to be passed, in words: "level:Expert" is "Expert"."""
    return listed([_in_words(one) for one in answer.avoid])


def _in_words(selector: str) -> str:
    name, _, value = selector.partition(":")
    if name == "track" and value == "supervisory":
        return said("a_supervisor")
    return (value if name == "level" else selector).strip('"')


def _titles(roles: tuple[RoleRef, ...]) -> str:
    return listed([one.title for one in roles])


def _past(answer: RouteAnswer | ReachAnswer) -> tuple[str, ...]:
    if isinstance(answer, RouteAnswer):
        if not answer.avoid:
            return ()
        return (_of_ends("past_yes" if answer.routes else "past_no", answer, avoided=_avoided(answer)),)
    if not answer.within:
        return (said("past_no_to", end=answer.role.title, avoided=_avoided(answer)),)
    titles = _titles(answer.within[0].roles)
    return (said("past_yes_to", titles=titles, end=answer.role.title, avoided=_avoided(answer)),)


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
    told = asks_most_told(answer.routes[0].steps) if answer.routes else None
    return (told,) if told else ()


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
