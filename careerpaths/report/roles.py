"""Roles as text: the list, one role, the next roles of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from careerpaths import wording
from careerpaths.queries.answers import RoleRef, Step, cited
from careerpaths.queries.headlines import next_told
from careerpaths.queries.listing import NextRoles, RoleAnswer, RoleList
from careerpaths.report.calls import call
from careerpaths.report.console import FAINT, TITLE, WARN, Style
from careerpaths.report.ladder import closing, facts, ladder
from careerpaths.report.parts import bullet, fits, statements, table
from careerpaths.wording import quoted, said


def role_list(answer: RoleList, style: Style) -> Iterator[RenderableType]:
    """All roles, function by function."""
    if answer.attributes is not None:
        for one, entries in zip(answer.roles, answer.attributes, strict=True):
            yield Text(facts(one), style=TITLE)
            yield from statements(
                ((entry.label, entry.text, cited(entry.source.to_dict())) for entry in entries), style
            )
            yield Text("")
        return
    for function, found in _by_function(answer.roles):
        yield Text(_function_line(function), style=TITLE)
        yield Padding(_role_table(found, style.width - 2), (0, 0, 1, 2))
    yield Text(said("roles_listed", len(answer.roles)), style=FAINT)
    if answer.note:
        yield Text(answer.note, style=WARN)


_Function = tuple[str | None, str | None]


def _by_function(found: Sequence[RoleRef]) -> list[tuple[_Function, list[RoleRef]]]:
    """Roles by function and family; a role that is only named stands with the function before it, which names it."""
    groups: list[tuple[_Function, list[RoleRef]]] = []
    for one in found:
        key = (one.job_function, one.job_family)
        if not groups or (one.defined and groups[-1][0] != key):
            groups.append((key, []))
        groups[-1][1].append(one)
    return groups


def _function_line(function: _Function) -> str:
    name, family = function
    return f"{name or said('no_function')}{f' ({family})' if family else ''}"


def _role_table(found: Sequence[RoleRef], room: int) -> RenderableType:
    """The roles of a function; where the width is short, without the category, which the title mostly tells."""
    columns: tuple[str, ...] = ("title", "job_code", "level", "category", "personnel_program", "flsa")
    if not fits(columns, _role_rows(found, columns), room):
        columns = tuple(column for column in columns if column != "category")
    return table(columns, _role_rows(found, columns), room)


def _role_rows(found: Sequence[RoleRef], columns: Sequence[str]) -> list[list[str | None]]:
    return [
        [
            wording.STANDARD_NOT_LOADED if column == "level" and not one.defined else getattr(one, column)
            for column in columns
        ]
        for one in found
    ]


def role_answer(answer: RoleAnswer, style: Style) -> Iterator[RenderableType]:
    """One role: a sentence, facts, next roles and what each asks, who leads here."""
    yield Text(facts(answer.role), style=TITLE)
    if answer.scope:
        yield Text(answer.scope)
    yield Text("")
    if answer.role.defined:
        yield from statements(_fact_pairs(answer), style)
        yield Text("")
    yield from _next_part(answer.role, answer.next, style, states_moves=answer.states_moves)
    if not answer.role.defined:
        yield from _overlaid(answer, style)
    yield Text("")
    yield Text(said("leads_here" if answer.feeders else "nobody_leads_here"), style=TITLE)
    for one in answer.feeders:
        yield from bullet(f"{facts(one.start)}: {wording.kind_name(one.kind, one.direction)}", style)
        yield from _source_lines(one, style)
    yield from _all_stated(answer, style)
    yield from closing(style)
    yield from _further(answer, style)


def _further(answer: RoleAnswer | NextRoles, style: Style) -> Iterator[RenderableType]:
    """The command that goes one step further."""
    if answer.next and not style.details:
        yield from call("try_next", style, title=quoted(answer.role.title))


def _all_stated(answer: RoleAnswer, style: Style) -> Iterator[RenderableType]:
    # Of a role that no standard defines all is told already.
    if answer.attributes and answer.role.defined:
        yield Text("")
        yield Text(said("all_stated"), style=TITLE)
        entries = ((entry.label, entry.text, cited(entry.source.to_dict())) for entry in answer.attributes)
        yield from statements(entries, style)
    if answer.note:
        yield Text(answer.note, style=WARN)


def _fact_pairs(answer: RoleAnswer) -> Iterator[tuple[str, str, str]]:
    one = answer.role
    pairs = [(key, getattr(one, key)) for key in ("category", "job_function", "job_family", "personnel_program")]
    yield from ((wording.attribute_name(key), value or wording.NOT_STATED, "") for key, value in pairs)
    yield wording.attribute_name("flsa"), wording.overtime(one.flsa), ""
    yield from ((label, text, "") for label, text in (*answer.extras, *answer.requirements))
    if answer.aliases:
        yield said("also_written"), ", ".join(answer.aliases), ""


def _overlaid(answer: RoleAnswer, style: Style) -> Iterator[RenderableType]:
    """What overlays state of a role that no standard defines, each with where it stands."""
    sources = {key: cited(entry.source.to_dict()) for entry in answer.overlaid for key in (entry.kind, entry.label)}
    facts_known = [(key, getattr(answer.role, key)) for key in _OVERLAID if getattr(answer.role, key)]
    pairs = [(wording.attribute_name(key), _told(key, text), sources.get(key)) for key, text in facts_known]
    pairs += [(label, text, sources.get(label)) for label, text in answer.extras]
    pairs += [(said("also_written"), alias, sources.get("title")) for alias in answer.aliases]
    if pairs:
        yield Text("")
        yield Text(said("overlaid"), style=TITLE)
        yield from statements(
            ((label, f"{text} ({source})" if source else text, "") for label, text, source in pairs), style
        )


def _told(key: str, text: str) -> str:
    return wording.overtime(text) if key == "flsa" else text


_OVERLAID = ("job_code", "level", "category", "job_function", "job_family", "personnel_program", "flsa")


def _source_lines(one: Step, style: Style) -> Iterator[RenderableType]:
    if style.sources:
        for source in one.sources:
            yield Padding(Text(said("stated_in", source=cited(source), text=source["text"]), style=FAINT), (0, 0, 0, 6))


def next_roles(answer: NextRoles, style: Style) -> Iterator[RenderableType]:
    """The next roles and what each asks."""
    yield from _next_part(answer.role, answer.next, style, states_moves=answer.states_moves)
    yield from closing(style)
    yield from _further(answer, style)


def _next_part(one: RoleRef, steps: Sequence[Step], style: Style, *, states_moves: bool) -> Iterator[RenderableType]:
    """The next roles of a role as a fan, or why there are none."""
    told = next_told(one, steps, states_moves=states_moves, contact=style.contact)
    yield Text(told, style=TITLE if steps else WARN)
    if steps:
        yield from ladder(steps, style, numbered=False)
