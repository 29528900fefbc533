"""Where ladders end, as text."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from careerpaths.queries.ends import Ends
from careerpaths.report.console import TITLE, Style
from careerpaths.report.ladder import facts
from careerpaths.report.parts import bullet
from careerpaths.wording import said


def ends(answer: Ends, style: Style) -> Iterator[RenderableType]:
    """Dead ends first; what is not known and what is a top told apart."""
    yield Text(said("dead_ends", len(answer.dead_ends)) if answer.dead_ends else said("no_dead_end"), style=TITLE)
    for end in answer.dead_ends:
        yield from bullet(f"{facts(end.role)}: {end.reason}", style)
    if answer.undefined:
        yield Text("")
        yield Text(said("undefined_roles", len(answer.undefined)), style=TITLE)
        for only_named in answer.undefined:
            namers = ", ".join(namer.title for namer in only_named.named_by)
            yield from bullet(said("named_by", title=only_named.role.title, namers=namers), style)
    for key, found in (("tops", answer.tops), ("silent", answer.not_stated)):
        if found:
            yield Text("")
            yield Text(said(key, len(found)), style=TITLE)
            for one in found:
                yield from bullet(facts(one), style)
