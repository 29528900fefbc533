"""Roles side by side as text: block by block, what differs under each row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from careerpaths import wording
from careerpaths.change import ATTRIBUTE, EXTRA, REQUIREMENT
from careerpaths.queries.answers import cited
from careerpaths.queries.comparing import ComparedRow, Comparison
from careerpaths.queries.headlines import difference_told, move_told
from careerpaths.report.console import FAINT, MARK, TITLE, WARN, Style
from careerpaths.report.ladder import closing, facts
from careerpaths.report.parts import bullet, fits, table
from careerpaths.report.words import change_lines
from careerpaths.wording import NOT_STATED, said

_IN_TABLES = (ATTRIBUTE, EXTRA, REQUIREMENT)
_TWO = 2


def comparison(answer: Comparison, style: Style) -> Iterator[RenderableType]:
    """The move between two, what each role leads to, other moves between them, then block by block what differs."""
    if _is_one_step(answer):
        yield from _step(answer, style)
    unknown = [one for one in answer.roles if not one.defined]
    for one in unknown:
        yield Text(said("undefined_sentence", title=one.title, hr=style.hr), style=WARN)
    if len(answer.roles) - len(unknown) > 1:
        yield Text(difference_told(answer), style=TITLE)
    for one, leads_to, reaches in zip(answer.roles, answer.leads_to, answer.reaches, strict=True):
        yield from bullet(f"{facts(one)}: {_doors(leads_to, reaches)}", style)
    for move in () if _is_one_step(answer) else answer.moves:
        yield Text(move_told(move))
    if answer.note:
        yield Text(answer.note, style=WARN)
    if any(change and change.words for row in answer.rows_compared for change in row.changes):
        yield Text(said("marks"), style=FAINT)
    for group, found in groupby(answer.rows_compared, key=lambda row: row.group):
        yield from _block(answer, group, list(found), style)
    yield from closing(style)


def _is_one_step(answer: Comparison) -> bool:
    """Whether two roles are compared that one stated move joins: then the move is the answer."""
    return len(answer.roles) == _TWO and len(answer.moves) == 1


def _step(answer: Comparison, style: Style) -> Iterator[RenderableType]:
    """The move with its kind and its evidence, and the grades of both ends where one is known."""
    (move,) = answer.moves
    grades = (row.texts for row in answer.rows_compared if row.group == EXTRA and row.label.casefold() == "grade")
    sentences = [move_told(move), *(_grades(answer, one, other) for one, other in grades)]
    yield Text(" ".join(sentences), style=TITLE)
    if style.sources:
        for source in move.sources:
            told = said("stated_in", source=cited(source), text=source["text"])
            yield Padding(Text(told, style=FAINT), (0, 0, 0, 2))


def _grades(answer: Comparison, *texts: str | None) -> str:
    before, after = texts
    if before and after:
        return said("grade_gain", before=before, after=after)
    told = (f"{text or NOT_STATED} ({one.title})" for one, text in zip(answer.roles, texts, strict=True))
    return said("grades_of", grades=wording.listed(list(told)))


def _doors(leads_to: int | None, reaches: int | None) -> str:
    if leads_to is None or reaches is None:
        return said("doors_not_stated")
    return f"{said('doors', leads_to)}, {said('doors_in_all', reaches)}"


def _block(answer: Comparison, group: str, rows: Sequence[ComparedRow], style: Style) -> Iterator[RenderableType]:
    shown = [row for row in rows if style.details or not row.is_same]
    yield Text("")
    yield Text(f"{wording.GROUP_NAMES[group]}: {said('rows_same', sum(row.is_same for row in rows))}", style=TITLE)
    if group in _IN_TABLES:
        columns = ("", *(one.title for one in answer.roles))
        cells = [(wording.column_name(row.label), *(text or NOT_STATED for text in row.texts)) for row in shown]
        if cells and fits(columns, cells, style.width - 2):
            yield Padding(table(columns, cells, style.width - 2), (0, 0, 0, 2))
        else:
            yield from _under_each_other(answer, cells)
        return
    for row in shown:
        yield from _row(answer, row, style)


def _under_each_other(answer: Comparison, cells: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    """Rows that do not fit side by side: the label, then what is stated of each role."""
    for label, *texts in cells:
        yield Padding(Text(label, style=MARK), (0, 0, 0, 2))
        for one, text in zip(answer.roles, texts, strict=True):
            yield Padding(Text(f"{one.title}: {text}"), (0, 0, 0, 4))


def _row(answer: Comparison, row: ComparedRow, style: Style) -> Iterator[RenderableType]:
    """A text of all roles: what becomes of it from one to the next."""
    if row.is_same:
        yield Padding(Text(f"{row.label} ({wording.TURN_NAMES['same']}): {row.texts[0]}"), (0, 0, 0, 2))
        return
    for place, change in enumerate(row.changes):
        if change is None:
            continue
        if len(answer.roles) > _TWO:
            ends = (answer.roles[place].title, answer.roles[place + 1].title)
            yield Padding(Text(f"{ends[0]} -> {ends[1]}", style=FAINT), (0, 0, 0, 2))
        for text, colour in change_lines(change, sources=style.sources):
            indent = 2 if colour == MARK else 4
            yield Padding(Text(text, style=colour), (0, 0, 0, indent))
