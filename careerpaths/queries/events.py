"""When something changes for a person: on which moves within reach overtime ends, a certificate is asked, and so on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

import networkx as nx

from careerpaths import wording
from careerpaths.change import NOT_KNOWN, Change, is_wish
from careerpaths.errors import BadArgument
from careerpaths.graph import in_order, scales_of
from careerpaths.lookup import role_id
from careerpaths.queries.answers import SCHEMA, STEP_COLUMNS, Record, RoleRef, Step, role_ref, step
from careerpaths.queries.shortest import moves_around
from careerpaths.weighing import (
    CERTIFICATES,
    comes_to_lead,
    differ,
    ends_overtime,
    is_asked,
    leads_people,
    required,
    says_what_it_asks,
)

_Facts = Mapping[str, Any]
_Test: TypeAlias = "Callable[[nx.DiGraph[str], str, str], bool]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """A move on which something changes."""

    step: Step
    moves: int | None
    """How many moves it takes, this one included; None where no role was named to begin with."""
    note: str
    """What changes, in words."""
    since: RoleRef | None = None
    """The role that stated last what it was, where it is not stated on which move since then it changes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """On which moves something changes, and what is stated of it."""

    event: str
    """A key of EVENTS."""
    role: RoleRef | None
    """Where it begins; None: the moves of all roles are looked at."""
    states: tuple[tuple[RoleRef, str | None], ...]
    """What each described role states of it, the one asked for first; None: nothing."""
    happenings: tuple[Happening, ...]
    """Nearest first."""
    explanation: str
    """The answer in a sentence or two."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("moves", "note", *STEP_COLUMNS)

    def to_dict(self) -> dict[str, Any]:
        """`{event, role, moves: [{moves, ...step}], states: [{title, role_id, text}], explanation}`."""
        return {
            "schema": SCHEMA,
            "event": self.event,
            "role": self.role.to_dict() if self.role else None,
            "moves": [{"moves": one.moves, "note": one.note, **one.step.to_dict()} for one in self.happenings],
            "states": [{"title": one.title, "role_id": one.id, "text": text} for one, text in self.states],
            "explanation": self.explanation,
        }

    def rows(self) -> Iterator[Record]:
        """One row a move."""
        for one in self.happenings:
            yield {"moves": one.moves, "note": one.note, **one.step.record()}


def _asks(*kinds: str) -> _Test:
    """Whether a move newly asks something of these kinds of rows."""

    def test(graph: nx.DiGraph[str], start: str, end: str) -> bool:
        scales = scales_of(graph)
        # Of a role that nobody describes it is not known what is new.
        is_known = says_what_it_asks(graph.nodes[start]) and graph.nodes[end]["defined"]
        pairs = required(graph.nodes[start], graph.nodes[end]) if is_known else []
        return any(pair[3] in kinds and is_asked(pair, scales=scales) for pair in pairs)

    return test


def _stops_overtime(graph: nx.DiGraph[str], start: str, end: str) -> bool:
    return ends_overtime(graph.nodes[start]["flsa"], graph.nodes[end]["flsa"])


def _programs_differ(graph: nx.DiGraph[str], start: str, end: str) -> bool:
    # Not only between neighbours: roles between may not state it.
    return differ(graph.nodes[start]["personnel_program"], graph.nodes[end]["personnel_program"])


def _begins_to_lead(graph: nx.DiGraph[str], start: str, end: str) -> bool:
    before, after = graph.nodes[start], graph.nodes[end]
    return not leads_people(before) and comes_to_lead(before, after, graph.edges[start, end]["kind"]) is True


def _leads_further(graph: nx.DiGraph[str], start: str, end: str) -> bool:
    return comes_to_lead(graph.nodes[start], graph.nodes[end], graph.edges[start, end]["kind"]) is True


def _ends_to_lead(graph: nx.DiGraph[str], start: str, end: str) -> bool:
    return leads_people(graph.nodes[start]) is True and leads_people(graph.nodes[end]) is False


def _of_rows(*kinds: str) -> Callable[[_Facts], str | None]:
    def state(facts: _Facts) -> str | None:
        kinds_of = facts.get("requirement_kinds", ())
        pairs = zip(facts["requirements"], kinds_of, strict=False)
        return "; ".join(text for (_, text), kind in pairs if kind in kinds) or None

    return state


EVENTS: Mapping[str, tuple[_Test, Callable[[_Facts], str | None]]] = MappingProxyType(
    {
        "overtime": (
            _stops_overtime,
            lambda facts: wording.overtime(facts["flsa"]) if facts["flsa"] else None,
        ),
        "program": (_programs_differ, lambda facts: facts["personnel_program"]),
        "certificate": (_asks(*CERTIFICATES), _of_rows(*CERTIFICATES)),
        "education": (_asks("education"), _of_rows("education")),
        "leading": (_begins_to_lead, lambda facts: facts["category"]),
        "return": (_ends_to_lead, lambda facts: facts["category"]),
    }
)
"""For each event whether a move brings it, and what is stated of it of a role."""
_SENTENCES = {
    "overtime": ("overtime_on", "overtime_never"),
    "program": ("program_on", "program_never"),
    "certificate": ("certificate_on", "certificate_never"),
    "education": ("education_on", "education_never"),
    "leading": ("leading_on", "leading_never"),
    "return": ("return_on", "return_never"),
}
_ACROSS = {"overtime": "overtime_across", "program": "program_across"}
"""How it is told where it is not stated on which of several moves."""
_WISHED = {"certificate": "certificate_stated_on", "education": "education_stated_on"}
"""How it is told where a text only says what is of advantage."""


def when(graph: nx.DiGraph[str], event: str, *, role: str | None = None) -> When:
    """The moves on which something changes: those within reach of a role, nearest first, or all.

    Args:
        graph: from `build_graph`.
        event: "overtime" (eligibility ends), "program" (the personnel program changes), "certificate" or "education"
            (newly asked), "leading" (from here on the role leads people), "return" (back from leading people).
        role: where it begins: title, code, id or short form; None: everywhere.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
        BadArgument: no such event.

    >>> import careerpaths as cp
    >>> found = when(cp.build_graph(cp.load()), "overtime", role="Spec 2").happenings
    >>> [(one.step.start.title, one.step.end.title) for one in found][:1]
    [('Clin Imaging IT Spec 2', 'Clin Imaging IT Spec 3')]
    """
    if event not in EVENTS:
        message = f'there is no event "{event}": expected one of {", ".join(EVENTS)}'
        raise BadArgument(message)
    first = None if role is None else role_id(graph, role)
    away = dict.fromkeys(in_order(graph)) if first is None else moves_around(graph, first)
    happenings = tuple(_happenings(graph, event, away, leads=_leads_already(graph, event, first)))
    return When(
        event=event,
        role=role_ref(graph, first) if first else None,
        states=tuple(_states(graph, event, away, first)),
        happenings=happenings,
        explanation=" ".join(_explained(graph, event, first, happenings)),
    )


def _leads_already(graph: nx.DiGraph[str], event: str, first: str | None) -> bool:
    """Whether somebody who asks when they will lead people does so where they begin."""
    return event == "leading" and first is not None and leads_people(graph.nodes[first]) is True


def _happenings(
    graph: nx.DiGraph[str], event: str, away: Mapping[str, int | None], *, leads: bool
) -> Iterator[Happening]:
    test = _leads_further if leads else EVENTS[event][0]
    order = sorted(in_order(graph, away), key=lambda one: away[one] or 0)
    stated = _stated_before(graph, _SPANNED[event], order) if event in _SPANNED else {}
    for start in order:
        moves = away[start]
        count = None if moves is None else moves + 1
        for end in in_order(graph, graph.successors(start)):
            since = next((role for role in stated.get(start, ()) if test(graph, role, end)), None)
            if since is not None:
                note = wording.said("across", start=graph.nodes[since]["title"], end=graph.nodes[end]["title"])
                yield Happening(step=step(graph, start, end), moves=count, note=note, since=role_ref(graph, since))
            elif test(graph, start, end):
                told = step(graph, start, end)
                note = "; ".join(_notes(graph, event, told)) or (
                    wording.said("leads_there") if event == "leading" else ""
                )
                yield Happening(step=told, moves=count, note=note)


_SPANNED = {"overtime": "flsa", "program": "personnel_program"}
"""The attribute of an event that may come about over several moves, where roles between do not state it."""


def _stated_before(graph: nx.DiGraph[str], key: str, order: Sequence[str]) -> dict[str, list[str]]:
    """For each role that does not state an attribute, the roles before it that did last: the first of each value."""
    found: dict[str, list[str]] = {role: [] for role in order if graph.nodes[role][key] is None}
    left = deque((role, role) for role in order if role not in found)
    while left:
        role, stated = left.popleft()
        for end in in_order(graph, graph.successors(role)):
            values = [graph.nodes[one][key] for one in found.get(end, ())]
            if end in found and graph.nodes[stated][key] not in values:
                found[end].append(stated)
                left.append((end, stated))
    return found


_TOLD_BY = {"overtime": "flsa", "program": "personnel_program", "leading": "category", "return": "category"}
"""The attribute whose change tells of an event."""


def _notes(graph: nx.DiGraph[str], event: str, told: Step) -> Iterator[str]:
    """What a step changes of what was asked for."""
    known = [one.note for one in told.changes if one.attribute == _TOLD_BY.get(event) and _is_told(one, told)]
    if known:
        yield from known
    elif not told.end.defined:
        yield from [wording.said("as_title_tells")] if event == "leading" else []
        yield wording.STANDARD_NOT_LOADED
    elif event not in _TOLD_BY:
        yield from (f"{label}: {text.rstrip('.')}" for label, text in _asked(graph, event, told))


def _is_told(one: Change, told: Step) -> bool:
    """Whether anything is known of the role behind the step."""
    return one.turn != NOT_KNOWN or (one.after is not None and told.start.defined)


def _asked(graph: nx.DiGraph[str], event: str, told: Step) -> Iterator[tuple[str, str]]:
    """Label and text of what a step newly asks, of the kinds of an event."""
    kinds = CERTIFICATES if event == "certificate" else (event,)
    scales = scales_of(graph)
    for pair in required(graph.nodes[told.start.id], graph.nodes[told.end.id]):
        if pair[3] in kinds and is_asked(pair, scales=scales):
            yield pair[0], pair[2] or ""


def _happens(graph: nx.DiGraph[str], event: str, told: Step) -> str:
    """The key of the sentence on a move: with how it is known, and whether it asks or only wishes."""
    if event == "leading" and not told.end.defined and told.end.category is None:
        return "leading_on_title"
    if event in _WISHED and all(is_wish(text, scales=scales_of(graph)) for _, text in _asked(graph, event, told)):
        return _WISHED[event]
    return _SENTENCES[event][0]


def _states(
    graph: nx.DiGraph[str], event: str, away: Mapping[str, int | None], first: str | None
) -> Iterator[tuple[RoleRef, str | None]]:
    _, state = EVENTS[event]
    for role in sorted(in_order(graph, away), key=lambda one: one != first):
        if graph.nodes[role]["defined"]:
            yield role_ref(graph, role), state(graph.nodes[role])


def _explained(
    graph: nx.DiGraph[str], event: str, first: str | None, happenings: tuple[Happening, ...]
) -> Iterator[str]:
    _, never = _SENTENCES[event]
    if first and not graph.nodes[first]["defined"]:
        yield wording.undefined_role(graph.nodes[first]["title"], graph.graph.get("contact"))
        return
    leads = _leads_already(graph, event, first)
    if leads and first:
        yield wording.said("leading_already", title=graph.nodes[first]["title"])
    if happenings:
        nearest = happenings[0]
        key = "leading_further" if leads else _happens(graph, event, nearest.step)
        start = nearest.since or nearest.step.start
        yield wording.said(_ACROSS[event] if nearest.since else key, start=start.title, end=nearest.step.end.title)
        if len(happenings) > 1:
            yield wording.said("more_such_moves", len(happenings) - 1)
    elif not leads:
        yield wording.said(never, where=_where(graph, first))
    if first and graph.nodes[first]["defined"]:
        text = EVENTS[event][1](graph.nodes[first])
        yield wording.said("state_of", title=graph.nodes[first]["title"], text=(text or wording.NOT_STATED).rstrip("."))


def _where(graph: nx.DiGraph[str], first: str | None) -> str:
    return wording.said("within_reach_of", title=graph.nodes[first]["title"]) if first else wording.said("anywhere")
