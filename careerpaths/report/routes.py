"""Routes as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.routing import Route, RouteAnswer
from careerpaths.report.console import TITLE, WARN, Style
from careerpaths.report.ladder import closing, ladder
from careerpaths.wording import said


def route_answer(answer: RouteAnswer, style: Style) -> Iterator[RenderableType]:
    """The answer in a sentence, then each route as a ladder from the asker's role to the goal."""
    yield Text(answer.explanation, style=TITLE if answer.routes else WARN)
    for number, route in enumerate(answer.routes, 1):
        if not route.steps:
            continue
        yield Text("")
        yield _route_head(number, route)
        yield from ladder(route.steps, style, numbered=True)
    if answer.start.id != answer.end.id:
        yield from closing(style)


def _route_head(number: int, route: Route) -> Text:
    return Text.assemble((said("route_head", number=number), TITLE), f" {said('moves', route.moves)}, {route.why}")
