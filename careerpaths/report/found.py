"""Roles that hold some words, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from careerpaths.queries.answers import cited
from careerpaths.queries.finding_text import Found, FoundRole, Hit
from careerpaths.report.calls import call
from careerpaths.report.console import FAINT, MARK, TITLE, WARN, Style
from careerpaths.report.ladder import facts
from careerpaths.wording import quoted, said


def found(answer: Found, style: Style) -> Iterator[RenderableType]:
    """How many roles, then each with the statements; what several share is printed once."""
    if answer.roles:
        yield Text(said("found_in", len(answer.roles), text=answer.text), style=TITLE)
    else:
        yield Text(said("found_nowhere", text=answer.text), style=WARN)
    met: dict[tuple[str, str], str] = {}
    for _, group in groupby(answer.roles, key=lambda one: _shown(one, style)):
        sharing = list(group)
        yield Text("")
        yield from (Text(facts(one.role), style=TITLE) for one in sharing)
        yield _statements(sharing[0].hits, met, style)
        for hit in sharing[0].hits:
            met.setdefault((hit.label, hit.text), sharing[0].role.title)
    if answer.note:
        yield Text("")
        yield Text(answer.note, style=WARN)
    if answer.roles:
        yield Text("")
        yield from call("all_of_role", style, title=quoted(answer.roles[0].role.title))


def _shown(one: FoundRole, style: Style) -> object:
    """What is printed under a role: the roles of a standard share its head, and each has its own sources."""
    return [(hit.label, hit.text, style.sources and hit.source) for hit in one.hits]


def _statements(hits: Sequence[Hit], met: dict[tuple[str, str], str], style: Style) -> RenderableType:
    """Label and text side by side, with the words asked for marked."""
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(no_wrap=True, style=FAINT)
    grid.add_column(overflow="fold")
    for hit in hits:
        known = met.get((hit.label, hit.text))
        grid.add_row(Text(hit.label), Text(said("found_as_before", title=known)) if known else _marked(hit))
        if style.sources and hit.source:
            grid.add_row("", Text(cited(hit.source.to_dict()), style=FAINT))
    return Padding(grid, (0, 0, 0, 2))


def _marked(hit: Hit) -> Text:
    text = Text(hit.text)
    for start, stop in hit.marks:
        text.stylize(MARK, start, stop)
    return text
