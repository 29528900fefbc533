"""Choke points as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.choking import ChokePoint, ChokePoints
from careerpaths.report.console import FAINT, TITLE, WARN, Style, quoted
from careerpaths.report.ladder import closing, facts
from careerpaths.report.parts import bullet
from careerpaths.wording import said

_MOST_NAMED = 5
"""Roles behind a choke point that are named; further ones are counted."""


def choke_points(answer: ChokePoints, style: Style) -> Iterator[RenderableType]:
    """The answer in a sentence, then each choke point with what is behind it."""
    yield Text(answer.explanation, style=TITLE if answer.has_route else WARN)
    if answer.choke_points:
        yield Text("")
    for one in answer.choke_points:
        yield from bullet(_line(one), style)
    further = list(_further(answer, style))
    yield from ([Text(""), *further] if further else [])
    yield from closing(style)


def _line(one: ChokePoint) -> str:
    where = f"{facts(one.role)}, {said('in_moves', one.before).lower()}"
    named = ", ".join(other.title for other in one.behind[:_MOST_NAMED])
    more = one.count - _MOST_NAMED
    return said("behind_it", title=where, titles=said("behind_more", more, titles=named) if more > 0 else named)


def _further(answer: ChokePoints, style: Style) -> Iterator[RenderableType]:
    """The command that goes one step further; where nothing leads on there is none."""
    start = quoted(answer.role.title)
    if answer.to == answer.role:
        return
    if answer.to is not None:
        key = "see_routes" if answer.has_route else "see_why"
        yield Text(said(key, program=style.program, start=start, end=quoted(answer.to.title)), style=FAINT)
    elif answer.has_route:
        yield Text(said("see_reach", program=style.program, start=start), style=FAINT)
