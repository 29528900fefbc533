"""What is stated of one role: its texts, apart from the graph, so that an answer loads those alone that it shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from careerpaths.errors import UnknownRole
from careerpaths.model import Catalogue, Entry, Role

TextsOf: TypeAlias = Callable[[str], tuple[Entry, ...]]
"""Gives everything that is stated of a role, by its id."""


def texts(catalogue: Catalogue, role_id: str) -> tuple[Entry, ...]:
    """Everything that is stated of a role, attributes and texts, in the documents' order; blank cells left out.

    Raises UnknownRole where the catalogue has no role of that id.
    """
    return texts_of(catalogue)(role_id)


def texts_of(given: Catalogue | TextsOf) -> TextsOf:
    """What gives the texts of the roles of a catalogue; made once for many. Raises as `texts` when it is asked."""
    if not isinstance(given, Catalogue):
        return given
    roles = {role.id: role for role in given.roles}

    def stated(role_id: str) -> tuple[Entry, ...]:
        if role_id not in roles:
            message = f'no role has the id "{role_id}"'
            raise UnknownRole(message, name=role_id)
        return entries_of(given, roles[role_id])

    return stated


def entries_of(catalogue: Catalogue, role: Role) -> tuple[Entry, ...]:
    """Everything that is stated of a role of the catalogue; for many roles, since nothing is looked for."""
    entries: list[Entry] = []
    for number, index in role.columns:
        standard = catalogue.standards[number]
        column = standard.columns[index]
        entries += [*standard.header, *([column.level] if column.level else []), *column.entries]
    return (*entries, *catalogue.added.get(role.id, ()))
