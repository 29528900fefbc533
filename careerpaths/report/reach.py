"""What is within reach as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.reaching import ReachAnswer
from careerpaths.report.console import MARK, TITLE, WARN, Style
from careerpaths.report.ladder import closing, facts
from careerpaths.report.parts import bullet
from careerpaths.wording import said


def reach_answer(answer: ReachAnswer, style: Style) -> Iterator[RenderableType]:
    """All within reach, nearest first."""
    total = sum(len(ring.roles) for ring in answer.within)
    if not total:
        yield Text(_nothing_in_reach(answer, style), style=WARN)
        yield from closing(style)
        return
    key = "feeders_in_all" if answer.leads_here else "reach_in_all"
    within = f" {said('within', answer.max_moves)}" if answer.max_moves else ""
    yield Text(f"{said(key, total, title=answer.role.title)}{within}.", style=TITLE)
    for ring in answer.within:
        yield Text("")
        yield Text(said("in_moves", ring.moves), style=MARK)
        for one in ring.roles:
            yield from bullet(facts(one), style)
    yield from closing(style)


def _nothing_in_reach(answer: ReachAnswer, style: Style) -> str:
    title = answer.role.title
    if answer.leads_here:
        return said("nothing_leads", title=title)
    if not answer.role.defined:
        return said("undefined_sentence", title=title, hr=style.hr)
    return said("starts_nowhere" if answer.states_moves else "starts_not_stated", title=title)
