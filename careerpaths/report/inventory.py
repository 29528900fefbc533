"""What was read, document by document, as text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from careerpaths.model import Problem, Tally
from careerpaths.queries.inventory import CheckAnswer, DocumentReport
from careerpaths.report.console import FAINT, MARK, TITLE, WARN, Style
from careerpaths.report.parts import bullet
from careerpaths.wording import CONTENT_NAMES, said

_MOST_LISTED = 40
"""Documents up to which all are listed; of more, those that hold no standard or have a problem."""
_MOST_TOLD = 5
"""Problems and notes of one document that are told here; `problems` has all."""


def check_answer(answer: CheckAnswer, style: Style) -> Iterator[RenderableType]:
    """Totals in a sentence, a line for each document, then what is wrong and what was guessed."""
    yield Text(_totals(answer.documents), style=TITLE)
    yield Text(_cells(answer.cells))
    yield Text("")
    listed = _worth_listing(answer.documents)
    for one in listed:
        yield from bullet(_line(one), style)
    if len(listed) < len(answer.documents):
        yield Text(said("more_read", len(answer.documents) - len(listed)), style=FAINT)
    for one in listed:
        yield from _trouble(one.document, (*one.problems, *one.notes))
    for problem in answer.elsewhere:
        yield from _trouble(problem.document, [problem])


def _totals(documents: Sequence[DocumentReport]) -> str:
    return ", ".join(
        (
            said("documents_counted", len({one.document for one in documents})),
            said("standards_counted", sum(one.standards for one in documents)),
            said("roles_counted", sum(one.roles for one in documents if one.content != "overlay")),
            said("moves_counted", sum(one.moves for one in documents)),
        )
    )


def _cells(cells: Tally) -> str:
    counted = said(
        "cells_counted",
        cells.total,
        used=f"{cells.used:,}",
        blank=f"{cells.blank:,}",
        repeated=f"{cells.repeated_header:,}",
        unplaced=f"{cells.unplaced:,}",
    )
    return f"{counted}{said('cells_named') if cells.unplaced else ''}."


def _worth_listing(documents: Sequence[DocumentReport]) -> Sequence[DocumentReport]:
    if len(documents) <= _MOST_LISTED:
        return documents
    return [one for one in documents if one.problems or not one.roles or one.superseded]


def _line(one: DocumentReport) -> str:
    """A document in one line: what it holds, and what there is to know of it."""
    name = one.document if one.sheet is None else said("sheet_of", number=one.sheet, document=one.document)
    holds = CONTENT_NAMES[one.content]
    if one.superseded:
        holds = said("holds_superseded", holds=holds)
    kind = "" if one.kind in {"unread", "copy"} else f" ({one.kind})"
    counts = (
        ("roles_given" if one.content == "overlay" else "roles_in", one.roles),
        ("moves", one.moves),
        ("cells_unplaced", one.cells.unplaced),
        ("problem_count", len(one.problems)),
        ("note_count", len(one.notes)),
    )
    return ", ".join([f"{name}: {holds}{kind}", *(said(key, count) for key, count in counts if count)])


def _trouble(document: str, problems: Sequence[Problem]) -> Iterator[RenderableType]:
    if not problems:
        return
    yield Text("")
    yield Text(document, style=MARK)
    for one in problems[:_MOST_TOLD]:
        mark = "!" if one.severity == "problem" else "-"
        colour = WARN if one.severity == "problem" else ""
        yield Padding(Text(f"{mark} {one.place}: {one.message}", style=colour), (0, 0, 0, 2))
    if len(problems) > _MOST_TOLD:
        yield Padding(Text(said("more_trouble", len(problems) - _MOST_TOLD), style=FAINT), (0, 0, 0, 2))
