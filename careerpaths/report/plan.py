"""A plan as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.answers import cited
from careerpaths.queries.planning import Plan, PlanItem, PlanStep
from careerpaths.report.console import FAINT, MARK, TITLE, WARN, Style
from careerpaths.report.parts import bullet, statements
from careerpaths.report.words import marked
from careerpaths.statements import GONE
from careerpaths.wording import PLAN, planned, said


def plan_text(plan: Plan, style: Style) -> Iterator[RenderableType]:
    """The plan in a sentence, then each step as a list to tick."""
    yield Text(plan.summary, style=TITLE)
    for text in (plan.chosen, *plan.head, *(planned("other", number=one, why=why) for one, why in plan.others)):
        yield Text(text)
    if plan.has_words:
        yield Text(said("marks"), style=FAINT)
    for warning in (*plan.warnings, *([] if plan.has_texts else [PLAN["no_texts"]])):
        yield Text(warning, style=WARN)
    for step in plan.steps:
        yield from _step(step, style)
    yield Text("")
    yield Text(" ".join(plan.closing), style=FAINT)
    yield Text(PLAN["see_more"], style=FAINT)


def _step(step: PlanStep, style: Style) -> Iterator[RenderableType]:
    yield Text("")
    yield Text.assemble((planned("step", number=step.number, title=step.title), TITLE), f" ({step.facts})")
    for notice in step.notices:
        yield from bullet(notice.text, style)
        if style.sources and notice.kind == "change":
            yield from (Text(f"    {said('stands_in', source=cited(one))}", style=FAINT) for one in notice.sources)
    for source in step.move.sources if style.sources else ():
        yield Text(f"  {said('stated_in', source=cited(source), text=source['text'])}", style=FAINT)
    yield from _block(PLAN["about"], step.about, style, box="")
    for group, items in step.blocks:
        yield from _block(PLAN[group], items, style, box="[ ] ")
    if step.questions:
        yield Text(f"  {PLAN['question']}", style=MARK)
        yield from statements((("[ ]", text, "") for text in step.questions), style)
    yield from _block(PLAN["dropped"], step.dropped, style, box="")


def _block(heading: str, items: tuple[PlanItem, ...], style: Style, *, box: str) -> Iterator[RenderableType]:
    if items:
        yield Text(f"  {heading}", style=MARK)
        yield from statements(((f"{box}{one.label}", _told(one), _source(one)) for one in items), style)


def _told(one: PlanItem) -> str:
    # That something is stated no more is said by the heading.
    mark = "" if one.turn == GONE else f" ({one.mark})"
    before = f" {one.replaces_name}: {one.replaces}" if one.replaces else ""
    return f"{marked(one.words) if one.words else one.text}{mark}{before}"


def _source(one: PlanItem) -> str:
    return said("stands_in", source=cited(one.sources[-1])) if one.sources else ""
