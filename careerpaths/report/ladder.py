"""A route, or the next steps of a role, drawn as a ladder from the asker's role onward."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap
from types import MappingProxyType

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from careerpaths import wording
from careerpaths.change import DUTY, KNOWLEDGE, OTHER, REQUIREMENT, SCOPE
from careerpaths.queries.answers import RoleRef, Step, cited
from careerpaths.queries.lines import not_stated, step_lines
from careerpaths.report.console import FAINT, GOOD, MARK, TITLE, WARN, Style
from careerpaths.report.words import change_lines
from careerpaths.statements import CHANGED, REWRITTEN
from careerpaths.wording import said


def closing(style: Style) -> Iterator[RenderableType]:
    """What stands under every answer about moves."""
    yield Text("")
    yield Text(f"{wording.NOT_AN_OFFER} {said('what_next', hr=style.hr)}", style=FAINT)


Told = Mapping[tuple[str, str], int]
"""For steps that stand in an answer already, the number of the route where they are told."""


def ladder(
    steps: Sequence[Step], style: Style, *, numbered: bool, told: Told = MappingProxyType({})
) -> Iterator[RenderableType]:
    """A route (numbered: each step goes on from the one before) or the fan of next roles from one role.

    What is told of a step already is not told again.
    """
    start, rung, last, joined = style.rails
    roles = (steps[0].start, *(one.end for one in steps))
    marks = (said("you_start") if numbered else said("this_role"), *map(_kind, steps))
    digits = len(str(len(steps))) if numbered else 0
    gap = digits + 2 if numbered else 1
    shape = _Shape(widths=_widths(roles, marks, style.width - gap - 4), indent=gap + 4, style=style)
    yield Text.assemble("  ", (start.ljust(2), MARK), " " * gap, _columns(roles[0], marks[0], FAINT, shape))
    yield from _facts_below(roles[0], marks[0], joined, shape)
    for number, one in enumerate(steps, 1):
        is_last = number == len(steps)
        label = f"{number:>{digits}}. " if numbered else " "
        colour = GOOD if one.end.defined else WARN
        row = _columns(one.end, marks[number], colour, shape)
        yield Text.assemble("  ", (last if is_last else rung, MARK), label, row)
        rail = "  " if is_last else joined
        yield from _facts_below(one.end, marks[number], rail, shape)
        before = told.get((one.start.id, one.end.id))
        yield from (
            _under(one, rail, shape) if before is None else _lines(said("as_in", number=before), FAINT, rail, shape)
        )


@dataclass(frozen=True, slots=True)
class _Shape:
    """How wide the columns of a ladder are (empty where they do not fit side by side), and how far its text is in."""

    widths: tuple[int, ...]
    indent: int
    style: Style


def _kind(one: Step) -> str:
    return wording.kind_name(one.kind, one.direction)


def _widths(roles: Sequence[RoleRef], marks: Sequence[str], room: int) -> tuple[int, ...]:
    columns = zip(*((*_cells(one), mark) for one, mark in zip(roles, marks, strict=True)), strict=True)
    widths = tuple(max(cell_len(text) for text in column) for column in columns)
    return widths if sum(widths) + 2 * (len(widths) - 1) <= room else ()


def _columns(one: RoleRef, mark: str, colour: str, shape: _Shape) -> Text:
    """Title, code, level and kind of move, each in its column; the title alone where the columns do not fit."""
    if not shape.widths:
        return Text(one.title, style=TITLE)
    title, code, level, _ = (
        text + " " * (width - cell_len(text) + 2) for text, width in zip((*_cells(one), ""), shape.widths, strict=True)
    )
    return Text.assemble((title, TITLE), code, level, (mark, colour))


def _facts_below(one: RoleRef, mark: str, rail: str, shape: _Shape) -> Iterator[Text]:
    """Code, level and kind of move under the title, where the columns do not fit side by side."""
    if not shape.widths:
        _, code, level = _cells(one)
        yield from _lines(f"{code}, {level}; {mark}", "", rail, shape)


def _under(one: Step, rail: str, shape: _Shape) -> Iterator[Text]:
    """What a step asks and changes, and where it is stated, under its rung."""
    for text in step_lines(one, contact=shape.style.contact).all:
        yield from _lines(text, "", rail, shape)
    if shape.style.details:
        yield from _details(one, rail, shape)
    if shape.style.sources:
        for source in one.sources:
            yield from _lines(said("stated_in", source=cited(source), text=source["text"]), FAINT, rail, shape)


def _details(one: Step, rail: str, shape: _Shape) -> Iterator[Text]:
    """Each requirement, duty and kind of knowledge that differs, word by word where most words stay."""
    if not one.end.defined:
        # What an overlay states of it is told among what changes.
        yield from _lines(not_stated(one) or "", FAINT, rail, shape)
        return
    for change in one.changes:
        if change.group in _TOLD_WHOLE or (change.group == REQUIREMENT and change.turn in (CHANGED, REWRITTEN)):
            for text, colour in change_lines(change, sources=shape.style.sources):
                inner = shape if colour == MARK else replace(shape, indent=shape.indent + 2)
                yield from _lines(text, colour, rail, inner)


_TOLD_WHOLE = (SCOPE, DUTY, KNOWLEDGE, OTHER)


def _lines(text: str, colour: str, rail: str, shape: _Shape) -> Iterator[Text]:
    """A text wrapped beside the rail."""
    for part in wrap(text, max(shape.style.width - shape.indent - 1, 20)):
        yield Text.assemble("  ", (rail, MARK), " " * (shape.indent - 4), (part, colour))


def _cells(one: RoleRef) -> tuple[str, str, str]:
    if not one.defined:
        return one.title, one.job_code or said("no_code"), wording.STANDARD_NOT_LOADED
    return one.title, one.job_code or said("no_code"), one.level or said("no_level")


def facts(one: RoleRef) -> str:
    """A role in one line: title, level and code."""
    _, code, level = _cells(one)
    return f"{one.title} ({level}, {code})" if one.defined or one.job_code else f"{one.title} ({level})"
