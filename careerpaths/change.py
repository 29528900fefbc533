"""What one role asks for beyond another: attributes, requirements, duties and knowledge, each with what became of it.

Not stated never counts as nothing asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.errors import UnknownRole
from careerpaths.graph import scales_of
from careerpaths.model import Catalogue, Entry
from careerpaths.stated import TextsOf, texts_of
from careerpaths.statements import (
    CHANGED,
    FALLS,
    GONE,
    NEW,
    RISES,
    SAME,
    Piece,
    Scales,
    best_pairs,
    proficiency,
    required_turn,
    turn,
    word_by_word,
)
from careerpaths.titles import says_nothing
from careerpaths.values import value_key
from careerpaths.weighing import required

COMPARED = ("level", "category", "job_function", "job_family", "personnel_program", "flsa")
"""The attributes that a step can change, in the order in which they are told."""
ATTRIBUTE, EXTRA, REQUIREMENT = "attribute", "extra", "requirement"
SCOPE, DUTY, KNOWLEDGE, OTHER = "scope", "duty", "knowledge", "other"
GROUPS = (ATTRIBUTE, EXTRA, REQUIREMENT, SCOPE, DUTY, KNOWLEDGE, OTHER)
"""The blocks in which changes are told, in order."""
NOT_KNOWN = "not known"
"""What becomes of a statement where no standard defines the role behind the step."""
_GROUP_OF: Mapping[str | None, str] = {
    "generic_scope": SCOPE,
    "custom_scope": SCOPE,
    "duty": DUTY,
    "knowledge": KNOWLEDGE,
    "environment": OTHER,
    None: OTHER,
}
_MOVED = 0.9
"""How alike two texts in different rows of one standard must be to count as one that only stands elsewhere."""


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
    group: str = ATTRIBUTE
    """One of GROUPS."""
    turn: str = CHANGED
    """What became of it: "new", "changed", "rewritten", "rises", "falls", "same", "gone" or "not known"."""
    words: tuple[Piece, ...] = ()
    """Where most words stay, both texts as one, in pieces that were kept (=), added (+) or left out (-)."""
    sources: tuple[Mapping[str, Any], ...] = ()
    """Where the texts stand: before, then after, as far as they are stated and texts were given."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a change."""
        return {
            "attribute": self.attribute,
            "before": self.before,
            "after": self.after,
            "note": self.note,
            "group": self.group,
            "turn": self.turn,
            "words": [{"mark": mark, "text": text} for mark, text in self.words],
            "sources": [dict(source) for source in self.sources],
        }


def changes(
    graph: nx.DiGraph[str], start: str, end: str, *, catalogue: Catalogue | TextsOf | None = None
) -> tuple[Change, ...]:
    """The changes of the step from one role to another.

    Attributes, what overlays add and requirements; where a catalogue is given also scope, duties, knowledge and other
    rows: aligned row by row within a standard, by the best match of the texts across standards, those that only one of
    both has as new or gone.

    Args:
        graph: from `build_graph`.
        start: id of the role before the step.
        end: id of the role behind it. Where no standard defines it, each thing stated before has `after=None`.
        catalogue: the catalogue that the graph was built from, or what gives the texts of a role by its id.

    Raises:
        UnknownRole: an id that the graph does not have.

    >>> import careerpaths as cp
    >>> graph = cp.build_graph(cp.load())
    >>> step = changes(graph, cp.role_id(graph, "Spec 2"), cp.role_id(graph, "Spec 3"))
    >>> [change.attribute for change in step]
    ['level', 'flsa']
    """
    found = comparison(graph, start, end, catalogue=catalogue)
    return tuple(one for one in found if one.turn != SAME)


def comparison(
    graph: nx.DiGraph[str],
    start: str,
    end: str,
    *,
    catalogue: Catalogue | TextsOf | None = None,
    is_full: bool = False,
) -> tuple[Change, ...]:
    """As `changes`, with the requirements and texts that stay the same; `is_full`: with attributes that do, too."""
    before, after = _attributes(graph, start), _attributes(graph, end)
    if not after["defined"]:
        return (*_not_known(before, after["title"]), *(_left_open(graph, start, end, catalogue) if is_full else ()))
    if is_full and not before["defined"]:
        turned = comparison(graph, end, start, catalogue=catalogue, is_full=True)
        return tuple(replace(one, before=None, after=one.before) for one in turned)
    scales = scales_of(graph)
    facts = [*_of_attributes(before, after), *_of_extras(before, after)]
    told = [one for one in facts if is_full or one.turn != SAME]
    told += _of_requirements(before, after, scales)
    if catalogue is None:
        return tuple(told)
    stated = texts_of(catalogue)
    old, new = stated(start), stated(end)
    rest = _without_extras(before, old), _without_extras(after, new)
    return (*(_with_sources(one, old, new) for one in told), *_of_texts(*rest, scales))


def _left_open(graph: nx.DiGraph[str], start: str, end: str, catalogue: Catalogue | TextsOf | None) -> Iterator[Change]:
    """The texts of a role, of which nobody knows what becomes of them in a role that no standard defines."""
    note = wording.not_described(graph.nodes[end]["title"])
    for entry in _without_extras(graph.nodes[start], texts_of(catalogue)(start)) if catalogue else ():
        group = _GROUP_OF.get(entry.kind)
        if group is not None:
            change = Change(
                attribute=entry.label, before=entry.text, after=None, note=note, group=group, turn=NOT_KNOWN
            )
            yield replace(change, sources=(entry.source.to_dict(),))


def _without_extras(role: Mapping[str, Any], stated: Sequence[Entry]) -> list[Entry]:
    """What is stated of a role, without what overlays added: that is told as an extra."""
    extras = {label for label, _ in role.get("extras", ())}
    return [entry for entry in stated if entry.kind is not None or entry.label not in extras]


def _attributes(graph: nx.DiGraph[str], role: str) -> dict[str, Any]:
    if role not in graph:
        message = f'no role has the id "{role}"'
        raise UnknownRole(message, name=role)
    return graph.nodes[role]


def _not_known(before: Mapping[str, Any], title: str) -> Iterator[Change]:
    note = wording.not_described(title)
    stated = [(ATTRIBUTE, key, before[key]) for key in COMPARED]
    stated += [(EXTRA, label, text) for label, text in before.get("extras", ())]
    stated += [(REQUIREMENT, label, text) for label, text in before["requirements"]]
    for group, label, text in stated:
        if text is not None:
            yield Change(attribute=label, before=text, after=None, note=note, group=group, turn=NOT_KNOWN)


def _of_attributes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    yield from (_change(key, before[key], after[key], ATTRIBUTE) for key in COMPARED)


def _of_extras(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    # A graph that was exported before overlays were read has no extras.
    old, new = dict(map(tuple, before.get("extras", ()))), dict(map(tuple, after.get("extras", ())))
    yield from (_change(label, old.get(label), new.get(label), EXTRA) for label in {**new, **old})


def _change(key: str, old: str | None, new: str | None, group: str) -> Change:
    is_same = value_key(key, old or "") == value_key(key, new or "")
    became = SAME if is_same else NEW if old is None else GONE if new is None else CHANGED
    note = wording.statement_sentence(key, old, new, group=group, turn=(SAME, "", "")) if is_same else ""
    return Change(
        attribute=key,
        before=old,
        after=new,
        note=note or wording.change_sentence(key, old, new, asked=False),
        group=group,
        turn=became,
    )


def _of_requirements(before: Mapping[str, Any], after: Mapping[str, Any], scales: Scales) -> Iterator[Change]:
    for label, old, new, _ in required(before, after):
        yield _statement(label, old, new, REQUIREMENT, required_turn(old, new, scales=scales), scales)


def _statement(  # noqa: PLR0913, PLR0917 - a row of both sides, and what is known of it
    label: str, old: str | None, new: str | None, group: str, became: str, scales: Scales
) -> Change:
    is_reworded = became in (CHANGED, RISES, FALLS) and old is not None and new is not None
    return Change(
        attribute=label,
        before=old,
        after=new,
        note=wording.statement_sentence(label, old, new, group=group, turn=_how(old, new, became, group, scales)),
        group=group,
        turn=became,
        words=word_by_word(old or "", new or "") if is_reworded else (),
    )


def _how(old: str | None, new: str | None, became: str, group: str, scales: Scales) -> tuple[str, str, str]:
    """What became of it, and the words of the scale where only these differ."""
    if became not in (RISES, FALLS) or group == REQUIREMENT:
        return became, "", ""
    return became, proficiency(old or "", scales=scales) or "", proficiency(new or "", scales=scales) or ""


def _with_sources(one: Change, old: Sequence[Entry], new: Sequence[Entry]) -> Change:
    """With where an attribute or a requirement stands in the texts of both roles."""
    found = [_source_of(one, one.before, old), _source_of(one, one.after, new)]
    return replace(one, sources=tuple(source for source in found if source))


def _source_of(one: Change, text: str | None, stated: Sequence[Entry]) -> Mapping[str, Any] | None:
    if text is None:
        return None
    named = [entry for entry in stated if one.attribute in (entry.kind, entry.label)]
    return next((entry.source.to_dict() for entry in named), None)


def _of_texts(old: Sequence[Entry], new: Sequence[Entry], scales: Scales) -> Iterator[Change]:
    """Scope, duties, knowledge and the rest of both roles, group by group."""
    for group in (SCOPE, DUTY, KNOWLEDGE, OTHER):
        here, there = (
            [one for one in side if _GROUP_OF.get(one.kind) == group and not says_nothing(one.text)]
            for side in (old, new)
        )
        for before, after in aligned(here, there):
            yield _of_rows(before, after, group, scales)


def _of_rows(before: Entry | None, after: Entry | None, group: str, scales: Scales) -> Change:
    old, new = before.text if before else None, after.text if after else None
    label = after.label if after else before.label if before else ""
    became = turn(old, new, scales=scales)
    return _with_places(_statement(label, old, new, group, became, scales), before, after)


def _with_places(one: Change, *entries: Entry | None) -> Change:
    return replace(one, sources=tuple(entry.source.to_dict() for entry in entries if entry))


Pair = tuple[Entry | None, Entry | None]


def aligned(before: Sequence[Entry], after: Sequence[Entry]) -> list[Pair]:
    """The rows of one kind of two roles in pairs, in the order of the second, then those that only the first has.

    Cells of one row are a pair: the same label in the same standard. What is left is paired where it reads nearly
    alike; between two standards by the best match of the texts.
    """
    pairs = _in_one_row(before, after)
    left = [place for place in range(len(before)) if place not in pairs.values()]
    free = [place for place in range(len(after)) if place not in pairs]
    texts = [before[place].text for place in left], [after[place].text for place in free]
    matched = best_pairs(*texts, least=_MOVED) if pairs else best_pairs(*texts)
    pairs |= {free[there]: left[here] for here, there in matched}
    told: list[Pair] = [(before[pairs[n]] if n in pairs else None, one) for n, one in enumerate(after)]
    return told + [(one, None) for n, one in enumerate(before) if n not in pairs.values()]


def _in_one_row(before: Sequence[Entry], after: Sequence[Entry]) -> dict[int, int]:
    """For places in `after` the place in `before` of the cell in the same row."""
    rows = {_row(one): place for place, one in reversed(list(enumerate(before)))}
    return {place: rows[_row(one)] for place, one in enumerate(after) if _row(one) in rows}


def _row(one: Entry) -> tuple[Any, ...]:
    source = one.source
    return source.document, source.sheet, source.line, one.label
