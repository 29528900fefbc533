"""Routes as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from careerpaths.queries.blocking import AVOID, MAX_MOVES, VIA, Condition
from careerpaths.queries.choosing import FEWEST_MOVES
from careerpaths.queries.lines import asks_most_told
from careerpaths.queries.reasons import totals
from careerpaths.queries.routing import Route, RouteAnswer
from careerpaths.report.calls import call
from careerpaths.report.console import FAINT, TITLE, WARN, Style
from careerpaths.report.ladder import closing, facts, ladder
from careerpaths.wording import quoted, said

if TYPE_CHECKING:
    from careerpaths.queries.gaps import Gaps

_MOST_LISTED = 5
_INDENT = (0, 0, 0, 7)


def route_answer(answer: RouteAnswer, style: Style) -> Iterator[RenderableType]:
    """The answer in a sentence, then each route as a ladder from the asker's role to the goal, then what to do next."""
    yield Text(answer.explanation, style=TITLE if answer.routes else WARN)
    if style.details and answer.routes:
        yield Text(said("marks"), style=FAINT)
    told: dict[tuple[str, str], int] = {}
    for number, route in enumerate(answer.routes, 1):
        if route.steps:
            yield Text("")
            yield _route_head(number, route)
            yield from ladder(route.steps, style, numbered=True, told=told)
            yield from _totals(route)
            told = {**dict.fromkeys(((one.start.id, one.end.id) for one in route.steps), number), **told}
    if answer.gaps:
        yield from _gaps(answer, answer.gaps, style)
    if answer.start.id != answer.end.id:
        yield from closing(style)
        yield from _next_commands(answer, style)


def _route_head(number: int, route: Route) -> Text:
    mark = f" ({said('beaten')})" if route.is_beaten else ""
    return Text.assemble(
        (said("route_head", number=number), TITLE), f" {said('moves', route.moves)}{mark}, {route.why}"
    )


def _totals(route: Route) -> Iterator[RenderableType]:
    """What is said of a route as a whole."""
    if len(route.steps) > 1:
        yield Padding(Text(said("totals", told=", ".join(totals(route.measures)))), _INDENT)
    if told := asks_most_told(route.steps):
        yield Padding(Text(told), _INDENT)
    if route.grade:
        yield Padding(Text(said("grade_gain", before=route.grade[0], after=route.grade[1])), _INDENT)


def _gaps(answer: RouteAnswer, gaps: Gaps, style: Style) -> Iterator[RenderableType]:
    """What is missing, and what can be reached instead."""
    from careerpaths.report.parts import bullet  # noqa: PLC0415 - only a list needs tables

    if gaps.missing:
        yield Text("")
        yield from _missing(gaps, style)
        yield Text(said("gap_question", hr=style.hr), style=FAINT)
    elif answer.start.defined:
        yield Text(said("gap_none"), style=FAINT)
    for key, found in (("gap_feeders", gaps.feeders), ("gap_instead", gaps.instead)):
        if found:
            yield Text("")
            yield Text(said(key, title=answer.end.title), style=TITLE)
            for one in found[:_MOST_LISTED]:
                yield from bullet(facts(one), style)
            if len(found) > _MOST_LISTED:
                yield Text(f"  {said('and_more', len(found) - _MOST_LISTED)}", style=FAINT)


def _missing(gaps: Gaps, style: Style) -> Iterator[RenderableType]:
    """Moves of which each would be enough, or those that are needed together."""
    from careerpaths.report.parts import bullet  # noqa: PLC0415 - only a list needs tables

    together = len(gaps.missing[0])
    moves = [one for way in gaps.missing for one in way]
    key = "gap_missing" if together == 1 else "gap_together"
    yield Text(said(key, together if together > 1 else len(moves)), style=TITLE)
    for one in moves[:_MOST_LISTED]:
        yield from bullet(f"{one.start.title} -> {one.end.title} ({one.note})", style)
    if len(moves) > _MOST_LISTED:
        yield Text(f"  {said('and_more', len(moves) - _MOST_LISTED)}", style=FAINT)


def _next_commands(answer: RouteAnswer, style: Style) -> Iterator[RenderableType]:
    """The command that goes one step further, with what was asked of the routes."""
    ends = (quoted(answer.start.title), quoted(answer.end.title))
    if answer.routes:
        asked = " ".join([*ends, *_asked(answer)])
        yield from call("try_plan", style, asked=asked)
    elif answer.blocked:
        asked = " ".join([*ends, *_asked(answer, without=answer.blocked[0].conditions)])
        yield from call("try_without", style, asked=asked)
    elif answer.gaps and answer.gaps.reached:
        yield from call("try_reach", style, start=ends[0])


def _asked(answer: RouteAnswer, *, without: Sequence[Condition] = ()) -> Iterator[str]:
    """The options of a command that asks the same, but for some conditions."""
    left_out = {(one.option, one.value) for one in without}
    if answer.preference != FEWEST_MOVES:
        yield f"--prefer {answer.preference}"
    yield from (f"--via {quoted(selector)}" for selector in answer.via if (VIA, selector) not in left_out)
    yield from (f"--avoid {quoted(selector)}" for selector in answer.avoid if (AVOID, selector) not in left_out)
    if answer.max_moves is not None and (MAX_MOVES, str(answer.max_moves)) not in left_out:
        yield f"--max-moves {answer.max_moves}"
