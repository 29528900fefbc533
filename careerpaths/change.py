"""What one role asks for beyond another: attributes and requirements. Not stated never counts as nothing asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.errors import UnknownRole
from careerpaths.values import value_key

COMPARED = ("level", "category", "job_function", "job_family", "personnel_program", "flsa")
"""The attributes that a step can change, in the order in which they are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that differs behind a step."""

    attribute: str
    """The node's key ("flsa"), or the label of the row ("Cert 1")."""
    before: str | None
    """As stated for the role before; None where it is not stated."""
    after: str | None
    """As stated for the role behind the step; None where it is not stated."""
    note: str
    """What it means to the person, as a part of a sentence."""

    def to_dict(self) -> dict[str, str | None]:
        """The JSON shape of a change."""
        return {"attribute": self.attribute, "before": self.before, "after": self.after, "note": self.note}


def changes(graph: nx.DiGraph[str], start: str, end: str) -> tuple[Change, ...]:
    """The changes of the step from one role to another: attributes, what overlays add, requirements by row label.

    Args:
        graph: from `build_graph`.
        start: id of the role before the step.
        end: id of the role behind it. Where no standard defines it, each thing stated before has `after=None`.

    Raises:
        UnknownRole: an id that the graph does not have.

    >>> import careerpaths as cp
    >>> graph = cp.build_graph(cp.load())
    >>> step = changes(graph, cp.role_id(graph, "Spec 2"), cp.role_id(graph, "Spec 3"))
    >>> [change.attribute for change in step]
    ['level', 'flsa']
    """
    before, after = _attributes(graph, start), _attributes(graph, end)
    pairs = [(key, before[key], after[key]) for key in COMPARED] + _pairs_of("extras", before, after)
    added = {key for key, _, _ in pairs}
    pairs += _pairs_of("requirements", before, after)
    if not after["defined"]:
        note = wording.not_described(after["title"])
        return tuple(
            Change(attribute=key, before=old, after=None, note=note) for key, old, _ in pairs if old is not None
        )
    return tuple(
        Change(
            attribute=key, before=old, after=new, note=wording.change_sentence(key, old, new, asked=key not in added)
        )
        for key, old, new in pairs
        if value_key(key, old or "") != value_key(key, new or "")
    )


def _attributes(graph: nx.DiGraph[str], role: str) -> dict[str, Any]:
    if role not in graph:
        message = f'no role has the id "{role}"'
        raise UnknownRole(message, name=role)
    return graph.nodes[role]


def _pairs_of(key: str, before: dict[str, Any], after: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """Pairs by label, in the order of the role behind the step, then those that only the one before has."""
    # A graph that was exported before overlays were read has no extras.
    old, new = dict(map(tuple, before.get(key, ()))), dict(map(tuple, after.get(key, ())))
    return [(label, old.get(label), new.get(label)) for label in {**new, **old}]
