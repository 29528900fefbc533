"""What is within reach as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.text import Text

from careerpaths import wording
from careerpaths.queries.answers import RoleRef
from careerpaths.queries.reaching import ReachAnswer
from careerpaths.report.console import FAINT, MARK, TITLE, WARN, Style, quoted
from careerpaths.report.ladder import closing, facts
from careerpaths.report.parts import bullet
from careerpaths.wording import said

_MOST_NAMED = 5
"""Farthest roles that are named; further ones are counted."""


def reach_answer(answer: ReachAnswer, style: Style) -> Iterator[RenderableType]:
    """All within reach, nearest first."""
    total = sum(len(ring.roles) for ring in answer.within)
    if not total:
        yield Text(_nothing_in_reach(answer, style), style=WARN)
        yield from closing(style)
        return
    key = "feeders_in_all" if answer.leads_here else "reach_in_all"
    within = f" {said('within', answer.max_moves)}" if answer.max_moves else ""
    farthest = "" if answer.leads_here else f" {_farthest(answer)}"
    yield Text(f"{said(key, total, title=answer.role.title)}{within}{_conditions(answer)}.{farthest}", style=TITLE)
    for ring in answer.within:
        yield Text("")
        yield Text(said("in_moves", ring.moves), style=MARK)
        for one in ring.roles:
            yield from bullet(facts(one), style)
    yield from closing(style)
    ends = (answer.role.title, answer.within[-1].roles[0].title)
    start, end = ends[::-1] if answer.leads_here else ends
    yield Text(said("try_route", program=style.program, start=quoted(start), end=quoted(end)), style=FAINT)


def _farthest(answer: ReachAnswer) -> str:
    return said("farthest_in", moves=said("moves", answer.within[-1].moves), titles=_few(answer.farthest))


def _few(roles: Sequence[RoleRef]) -> str:
    titles = wording.listed([one.title for one in roles[:_MOST_NAMED]])
    more = len(roles) - _MOST_NAMED
    return f"{titles} {said('and_more', more)}" if more > 0 else titles


def _conditions(answer: ReachAnswer) -> str:
    """What was asked of the ways and of the list, as a part of the sentence."""
    avoided = f" {said('without_passing', selectors=', '.join(answer.avoid))}" if answer.avoid else ""
    return avoided + (f" {said('among_selected', selector=answer.selector)}" if answer.selector else "")


def _beyond(answer: ReachAnswer) -> str:
    """The nearest roles beyond the limit, where there are any."""
    if answer.beyond is None:
        return ""
    return f" {said('without_limit', moves=said('moves', answer.beyond.moves), titles=_few(answer.beyond.roles))}"


def _nothing_in_reach(answer: ReachAnswer, style: Style) -> str:
    title = answer.role.title
    if answer.is_limited:
        key = "none_leads_as_asked" if answer.leads_here else "none_reached_as_asked"
        within = f" {said('within', answer.max_moves)}" if answer.max_moves else ""
        return f"{said(key, title=title)}{within}{_conditions(answer)}.{_beyond(answer)}"
    if answer.leads_here:
        return said("nothing_leads", title=title)
    if not answer.role.defined:
        return said("undefined_sentence", title=title, hr=style.hr)
    return said("starts_nowhere" if answer.states_moves else "starts_not_stated", title=title)
