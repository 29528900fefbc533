"""Two or more roles side by side, row by row, with what becomes of each row from one role to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.change import ATTRIBUTE, COMPARED, EXTRA, GROUPS, REQUIREMENT, Change, comparison
from careerpaths.errors import AmbiguousRole, BadArgument, UnknownRole
from careerpaths.lookup import role_id, role_pair
from careerpaths.model import Catalogue
from careerpaths.queries.answers import SCHEMA, Record, RoleRef, Step, role_ref, step
from careerpaths.queries.shortest import moves_around
from careerpaths.selectors import select, why_empty
from careerpaths.stated import TextsOf, texts_of
from careerpaths.statements import SAME
from careerpaths.weighing import says_what_it_asks

MOST_ROLES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedRow:
    """One row of a comparison."""

    group: str
    """One of `careerpaths.change.GROUPS`."""
    label: str
    texts: tuple[str | None, ...]
    """What it says of each role; None where it is not stated."""
    changes: tuple[Change | None, ...]
    """What becomes of it from each role to the next; None where it is stated of neither."""

    @property
    def is_same(self) -> bool:
        """Whether it says the same of all roles."""
        return all(change is not None and change.turn == SAME for change in self.changes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Roles side by side."""

    roles: tuple[RoleRef, ...]
    rows_compared: tuple[ComparedRow, ...]
    leads_to: tuple[int | None, ...]
    """How many roles each names as next; None where that is not stated."""
    reaches: tuple[int | None, ...]
    """How many roles each leads to in any number of moves; None where that is not stated."""
    moves: tuple[Step, ...]
    """The stated moves between them."""
    note: str | None = None

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("group", "label", *(one.title for one in self.roles))

    def to_dict(self) -> dict[str, Any]:
        """`{roles, rows, leads_to, reaches, moves}`; the rows in order, with their texts by role."""
        return {
            "schema": SCHEMA,
            "roles": [one.to_dict() for one in self.roles],
            "leads_to": list(self.leads_to),
            "reaches": list(self.reaches),
            "moves": [one.to_dict() for one in self.moves],
            "rows": [_shape(one) for one in self.rows_compared],
            "note": self.note,
        }

    def rows(self) -> Iterator[Record]:
        """One row for each row of the roles, one column a role."""
        titles = [one.title for one in self.roles]
        for row in self.rows_compared:
            yield {"group": row.group, "label": row.label, **dict(zip(titles, row.texts, strict=True))}


def _shape(row: ComparedRow) -> dict[str, Any]:
    return {
        "group": row.group,
        "label": row.label,
        "texts": list(row.texts),
        "same": row.is_same,
        "changes": [one.to_dict() if one else None for one in row.changes],
    }


def compare(graph: nx.DiGraph[str], *names: str, catalogue: Catalogue | TextsOf | None = None) -> Comparison:
    """Two roles or more side by side: facts, requirements and, with a catalogue, scope, duties and knowledge.

    Rows are aligned from each role to the next as `changes` does. With each role stands how many roles it leads to,
    and with the comparison the stated moves between them.

    Args:
        graph: from `build_graph`.
        names: titles, codes, ids, short forms, or selectors that mean several roles ("function:payroll").
        catalogue: gives the texts.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
        BadArgument: fewer than two roles, or more than twelve; a selector that cannot be read.
    """
    ids = _meant(graph, names)
    stated = texts_of(catalogue) if catalogue else None
    steps = [_compared(graph, start, end, stated) for start, end in pairwise(ids)]
    return Comparison(
        roles=tuple(role_ref(graph, one) for one in ids),
        rows_compared=tuple(_rows(steps)),
        leads_to=tuple(graph.out_degree(one) if graph.nodes[one]["states_moves"] else None for one in ids),
        reaches=tuple(_reached(graph, one) for one in ids),
        moves=tuple(step(graph, one, other) for one in ids for other in ids if graph.has_edge(one, other)),
        note=" ".join(_notes(graph, ids, catalogue)) or None,
    )


def _notes(graph: nx.DiGraph[str], ids: Sequence[str], catalogue: Catalogue | TextsOf | None) -> Iterator[str]:
    """That texts are missing, and of which described roles nothing is stated that could be compared."""
    if not catalogue:
        yield wording.said("no_texts")
    for one, other in pairwise(ids):
        before, after = graph.nodes[one], graph.nodes[other]
        if before["defined"] and says_what_it_asks(after) and not says_what_it_asks(before):
            yield wording.said("new_not_known", title=before["title"], end=after["title"])


def _meant(graph: nx.DiGraph[str], names: Sequence[str]) -> list[str]:
    ids: list[str] = []
    empty = []
    for name in names:
        found = _named(graph, name, ids[:1] or names[-1:])
        ids += [one for one in found if one not in ids]
        empty += [] if found else [name]
    if not 2 <= len(ids) <= MOST_ROLES:  # noqa: PLR2004 - one role is not compared
        why = "".join(f'; the selector "{name}" means no role: {why_empty(graph, name)}' for name in empty)
        message = f"expected 2 to {MOST_ROLES} roles, named: {len(ids)}{why}"
        raise BadArgument(message)
    return ids


def _named(graph: nx.DiGraph[str], name: str, beside: Sequence[str]) -> tuple[str, ...]:
    """The roles that a name means: one of several in the function of the one beside it."""
    try:
        return (role_id(graph, name),)
    except AmbiguousRole:
        return (role_pair(graph, name, beside[0])[0],)
    except UnknownRole:
        if not any(mark in name for mark in ":+,"):
            raise
        return select(graph, name)


def _reached(graph: nx.DiGraph[str], role: str) -> int | None:
    return len(moves_around(graph, role)) - 1 if graph.nodes[role]["states_moves"] else None


def _compared(graph: nx.DiGraph[str], start: str, end: str, stated: TextsOf | None) -> list[Change]:
    """All rows of two roles, those that are the same included."""
    found = comparison(graph, start, end, catalogue=stated, is_full=True)
    place = {group: number for number, group in enumerate(GROUPS)}
    return sorted(found, key=lambda one: place[one.group])


@dataclass(slots=True)
class _Line:
    """A row while roles are added to it."""

    group: str
    label: str
    texts: list[str | None]
    changes: list[Change | None]


def _rows(steps: Sequence[Sequence[Change]]) -> list[ComparedRow]:
    """The rows of all roles: each change goes on with the row that ends in its text, or begins one behind it."""
    lines = [_Line(one.group, one.attribute, [one.before, one.after], [one]) for one in steps[0]]
    for count, found in enumerate(steps[1:], 2):
        for one in found:
            line = _continued(lines, one, count)
            if line is None:
                line = _Line(one.group, one.attribute, [None] * count, [None] * (count - 1))
                lines.append(line)
            line.texts.append(one.after)
            line.changes.append(one)
        for line in lines:
            if len(line.texts) == count:
                line.texts.append(None)
                line.changes.append(None)
    place = {group: number for number, group in enumerate(GROUPS)}
    return [
        ComparedRow(group=line.group, label=line.label, texts=tuple(line.texts), changes=tuple(line.changes))
        for line in sorted(lines, key=lambda line: (place[line.group], _order(line)))
        if any(text is not None for text in line.texts)
    ]


def _continued(lines: Sequence[_Line], one: Change, count: int) -> _Line | None:
    """The row that ends in what a change begins with, not gone on yet: of the same label, or else of the same text."""
    found = [line for line in lines if len(line.texts) == count and line.group == one.group]
    found = [line for line in found if line.texts[-1] == one.before]
    same = next((line for line in found if line.label == one.attribute), None)
    return same or (found[0] if found and one.before is not None else None)


def _order(line: _Line) -> tuple[int, str]:
    """Attributes in their own order, texts as they stand in their document."""
    if line.group == ATTRIBUTE:
        return COMPARED.index(line.label), ""
    if line.group in (EXTRA, REQUIREMENT):
        return 0, ""
    places = [source["line"] or 0 for change in line.changes if change for source in change.sources]
    return min(places, default=0), line.label
