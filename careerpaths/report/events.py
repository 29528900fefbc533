"""When something changes, and ways into other functions, as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths import wording
from careerpaths.queries.answers import RoleRef, cited
from careerpaths.queries.events import Happening, When
from careerpaths.queries.sideways import Sideways
from careerpaths.report.console import FAINT, TITLE, Style
from careerpaths.report.ladder import closing, facts, ladder
from careerpaths.report.parts import bullet
from careerpaths.wording import said

_MOST_LISTED = 12


def when_answer(answer: When, style: Style) -> Iterator[RenderableType]:
    """The answer in a sentence, the moves, then what is stated of whom."""
    yield Text(answer.explanation, style=TITLE)
    if answer.happenings:
        yield Text("")
    for one in answer.happenings[:_MOST_LISTED]:
        yield from _move(one, style)
    if len(answer.happenings) > _MOST_LISTED:
        yield Text(said("more_listed", len(answer.happenings) - _MOST_LISTED), style=FAINT)
    # A category says nothing of what was asked.
    if answer.event not in ("leading", "return"):
        yield from _states(answer, style)
    yield from closing(style)


def _move(one: Happening, style: Style) -> Iterator[RenderableType]:
    step = one.step
    away = f" ({said('in_moves', one.moves).lower()})" if one.moves else ""
    yield from bullet(f"{step.start.title} -> {step.end.title}{away}: {one.note}", style)
    if style.sources:
        for source in step.sources:
            yield Text(f"      {said('stated_in', source=cited(source), text=source['text'])}", style=FAINT)


def _states(answer: When, style: Style) -> Iterator[RenderableType]:
    """What is stated, each text once with the roles that it is stated of."""
    by_text: dict[str | None, list[RoleRef]] = {}
    for one, text in answer.states:
        by_text.setdefault(text, []).append(one)
    if by_text:
        yield Text("")
        yield Text(said("stated_of"), style=TITLE)
    for text, found in by_text.items():
        more = f" {said('and_more', len(found) - _MOST_LISTED)}" if len(found) > _MOST_LISTED else ""
        titles = ", ".join(one.title for one in found[:_MOST_LISTED])
        yield from bullet(f"{text or wording.NOT_STATED}: {titles}{more}", style)


def sideways_answer(answer: Sideways, style: Style) -> Iterator[RenderableType]:
    """Declared moves as a fan, then roles that read alike, marked as not declared."""
    yield Text(answer.explanation, style=TITLE)
    if answer.declared:
        yield from ladder(answer.declared, style, numbered=False)
    if answer.alike:
        yield Text("")
        yield Text(said("alike"), style=TITLE)
        for one in answer.alike:
            function = f", {one.role.job_function}" if one.role.job_function else ""
            share = said("words_in_common", share=f"{one.likeness:.0%}")
            yield from bullet(f"{facts(one.role)}{function}: {said('not_declared')}, {share}", style)
    if answer.note:
        yield Text(answer.note, style=FAINT)
    yield from closing(style)
