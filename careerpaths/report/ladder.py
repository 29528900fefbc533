"""A route, or the next steps of a role, drawn as a ladder from the asker's role onward."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from textwrap import wrap

from rich.cells import cell_len
from rich.console import RenderableType
from rich.text import Text

from careerpaths import wording
from careerpaths.moves import CHANGE_OF_TRACK
from careerpaths.queries.answers import RoleRef, Step, cited
from careerpaths.report.console import FAINT, GOOD, MARK, TITLE, WARN, Style
from careerpaths.wording import said


def closing(style: Style) -> Iterator[RenderableType]:
    """What stands under every answer about moves."""
    yield Text("")
    yield Text(f"{wording.NOT_AN_OFFER} {said('what_next', hr=style.hr)}", style=FAINT)


def next_part(one: RoleRef, steps: Sequence[Step], style: Style, *, states_moves: bool) -> Iterator[RenderableType]:
    """The next roles of a role as a fan, or why there are none."""
    if steps:
        yield Text(said("next_of", len(steps), title=one.title), style=TITLE)
        yield from ladder(steps, style, numbered=False)
    elif not one.defined:
        yield Text(said("undefined_sentence", title=one.title, hr=style.hr), style=WARN)
    else:
        yield Text(said("starts_nowhere" if states_moves else "starts_not_stated", title=one.title), style=WARN)


def ladder(steps: Sequence[Step], style: Style, *, numbered: bool) -> Iterator[RenderableType]:
    """A route (numbered: each step goes on from the one before) or the fan of next roles from one role."""
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
        yield from _under(one, rail, shape)


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
    """What a step changes, and where it is stated, under its rung."""
    for text in _events(one, shape.style):
        yield from _lines(text, "", rail, shape)
    if shape.style.sources:
        for source in one.sources:
            yield from _lines(said("stated_in", source=cited(source), text=source["text"]), FAINT, rail, shape)


def _lines(text: str, colour: str, rail: str, shape: _Shape) -> Iterator[Text]:
    """A text wrapped beside the rail."""
    for part in wrap(text, max(shape.style.width - shape.indent - 1, 20)):
        yield Text.assemble("  ", (rail, MARK), " " * (shape.indent - 4), (part, colour))


def _events(one: Step, style: Style) -> list[str]:
    """What a step changes in words; the columns tell the level, and the kind of move a change of track."""
    if not one.end.defined:
        return [said("asks_unknown", hr=style.hr)]
    shown = {"level", *(["category"] if one.kind == CHANGE_OF_TRACK else [])}
    return [change.note for change in one.changes if change.attribute not in shown] or [said("no_changes")]


def _cells(one: RoleRef) -> tuple[str, str, str]:
    if not one.defined:
        return one.title, one.job_code or said("no_code"), wording.STANDARD_NOT_LOADED
    return one.title, one.job_code or said("no_code"), one.level or said("no_level")


def facts(one: RoleRef) -> str:
    """A role in one line: title, level and code."""
    _, code, level = _cells(one)
    return f"{one.title} ({level}, {code})" if one.defined else f"{one.title} ({level})"
