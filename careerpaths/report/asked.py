"""What was understood of a question as text: the command first, then its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.console import RenderableType
from rich.text import Text

from careerpaths import report
from careerpaths.queries.asked import Asked
from careerpaths.report.calls import call
from careerpaths.report.console import TITLE, WARN, Style
from careerpaths.report.parts import bullet
from careerpaths.wording import quoted, said


def asked(answer: Asked, style: Style) -> Iterator[RenderableType]:
    """The notes, the answer, and the command that was understood; examples where nothing was."""
    if answer.kind is None:
        yield Text(said("role_missing" if answer.missing else "not_understood"), style=WARN)
        for example in answer.examples:
            yield from bullet(example, style)
        return
    for note in answer.notes:
        yield Text(note, style=TITLE)
    if answer.answer is not None:
        words = answer.command or ()
        is_cited, is_detailed = style.sources or "--sources" in words, style.details or "--details" in words
        yield from report.report_of(answer.answer, replace(style, sources=is_cited, details=is_detailed))
    if answer.command:
        command = " ".join(map(quoted, answer.command))
        yield from call("understood_as", style, command=command)
