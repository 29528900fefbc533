"""What is within reach as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.headlines import reach_told
from careerpaths.queries.reaching import ReachAnswer
from careerpaths.report.calls import call
from careerpaths.report.console import MARK, TITLE, WARN, Style
from careerpaths.report.ladder import closing, facts
from careerpaths.report.parts import bullet
from careerpaths.wording import quoted, said


def reach_answer(answer: ReachAnswer, style: Style) -> Iterator[RenderableType]:
    """All within reach, nearest first."""
    if not answer.within:
        yield Text(reach_told(answer, contact=style.contact), style=WARN)
        yield from closing(style)
        return
    yield Text(reach_told(answer), style=TITLE)
    for ring in answer.within:
        yield Text("")
        yield Text(said("in_moves", ring.moves), style=MARK)
        for one in ring.roles:
            yield from bullet(facts(one), style)
    yield from closing(style)
    ends = (answer.role.title, answer.within[-1].roles[0].title)
    start, end = ends[::-1] if answer.leads_here else ends
    yield from call("try_route", style, start=quoted(start), end=quoted(end))
