"""Choke points as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.choking import ChokePoint, ChokePoints
from careerpaths.report.calls import call
from careerpaths.report.console import TITLE, WARN, Style
from careerpaths.report.ladder import closing, facts
from careerpaths.report.parts import bullet
from careerpaths.wording import quoted, said

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
        yield from call(key, style, start=start, end=quoted(answer.to.title))
    elif answer.has_route:
        yield from call("see_reach", style, start=start)
