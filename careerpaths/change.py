"""What one role asks for beyond another: attributes, requirements, duties and knowledge, each with what became of it.

Not stated never counts as nothing asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
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
    SCALES,
    Piece,
    Scales,
    best_pairs,
    proficiency,
    says_the_same,
    turn,
    word_by_word,
)
from careerpaths.sufficiency import required_turn
from careerpaths.titles import fold, says_nothing
from careerpaths.values import number_of, value_key
from careerpaths.weighing import required, says_what_it_asks

COMPARED = ("level", "category", "job_function", "job_family", "personnel_program", "flsa")
"""The attributes that a step can change, in the order in which they are told."""
ATTRIBUTE, EXTRA, REQUIREMENT = "attribute", "extra", "requirement"
SCOPE, DUTY, KNOWLEDGE, OTHER = "scope", "duty", "knowledge", "other"
GROUPS = (ATTRIBUTE, EXTRA, REQUIREMENT, SCOPE, DUTY, KNOWLEDGE, OTHER)
"""The blocks in which changes are told, in order."""
NOT_KNOWN = "not known"
"""What becomes of a statement where no standard says what it is in the other role: then nobody knows what is new."""
_WISHED, _BINDING = 1, 2
"""Ranks of the words that say how binding a requirement is."""
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
    wished: bool = False
    """Whether the text behind the step is a requirement that only says what is of advantage."""

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
    """The changes of the step from one role to another, each with a note on what it means.

    Attributes, what overlays add and requirements; where a catalogue is given also scope, duties, knowledge and other
    rows: aligned row by row within a standard, by the best match of the texts across standards, those that only one of
    both has as new or gone.

    Args:
        graph: from `build_graph`.
        start: id of the role before the step.
        end: id of the role behind it; no move between the two need be stated. Where no standard defines it, each thing
            stated before has `after=None` and the turn "not known", but for what overlays state of it. Likewise where
            no standard says what the role before asks: of what the other states nobody knows whether it is new.
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
    if not after["defined"] or not before["defined"]:
        return tuple(_half_known(graph, start, end, texts_of(catalogue) if catalogue else None, is_full=is_full))
    found = _both_known(graph, start, end, catalogue, is_full=is_full)
    return found if says_what_it_asks(before) else tuple(_not_known_new(one, before["title"]) for one in found)


def _not_known_new(one: Change, title: str) -> Change:
    """What is stated first in a role behind one of which nothing is stated: nobody knows whether it is new."""
    if one.turn != NEW:
        return one
    return replace(one, turn=NOT_KNOWN, note=wording.change_sentence(one.attribute, None, one.after, known=title))


def _both_known(
    graph: nx.DiGraph[str], start: str, end: str, catalogue: Catalogue | TextsOf | None, *, is_full: bool
) -> tuple[Change, ...]:
    before, after = _attributes(graph, start), _attributes(graph, end)
    scales = scales_of(graph)
    facts = [*_of_attributes(before, after), *_of_extras(before, after)]
    told = [one for one in facts if is_full or one.turn != SAME]
    told += _of_requirements(before, after, scales)
    if catalogue is None:
        return tuple(told)
    stated = texts_of(catalogue)
    old, new = stated(start), stated(end)
    rest = _without_extras(before, old), _without_extras(after, new)
    by_label = _is_one_ladder(before, after)
    return (*(_with_sources(one, old, new) for one in told), *_of_texts(*rest, scales, by_label=by_label))


def _is_one_ladder(before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    """Whether two roles are levels of one function and category: then a label means the same row for both."""
    named = [(before[key], after[key]) for key in ("job_function", "category")]
    return all(old and new and value_key("category", old) == value_key("category", new) for old, new in named)


def _half_known(
    graph: nx.DiGraph[str], start: str, end: str, stated: TextsOf | None, *, is_full: bool
) -> Iterator[Change]:
    """What is stated of two roles one of which no standard defines: it is open what becomes of it in that one.

    Only what overlays state of that one is compared.
    """
    before, after = graph.nodes[start], graph.nodes[end]
    facts = [_opened(one, before, after) for one in (*_of_attributes(before, after), *_of_extras(before, after))]
    told = [one for one in facts if one.turn != SAME or (is_full and one.before is not None)]
    told += _open_requirements(before, after)
    if stated is None:
        yield from told
        return
    # Of a role that no standard defines texts are stated only where an overlay adds some.
    old = stated(start) if before["defined"] or any(one.before for one in told) else ()
    new = stated(end) if after["defined"] or any(one.after for one in told) else ()
    yield from (_with_sources(one, old, new) for one in told)
    if is_full:
        yield from _left_open(before, after, _without_extras(before, old), is_before=True)
    if is_full or not before["defined"]:
        yield from _left_open(after, before, _without_extras(after, new), is_before=False)


def _opened(one: Change, before: Mapping[str, Any], after: Mapping[str, Any]) -> Change:
    """A fact that is stated of one role and open in the other."""
    if one.turn == SAME:
        return one
    for text, role in ((one.before, before), (one.after, after)):
        if text is None and not role["defined"]:
            return replace(one, note=wording.not_described(role["title"]), turn=NOT_KNOWN)
    return one


def _open_requirements(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for label, text in before["requirements"]:
        yield _open(label, text, REQUIREMENT, after, is_before=True)
    for label, text in after["requirements"]:
        yield _open(label, text, REQUIREMENT, before, is_before=False)


def _open(label: str, text: str, group: str, other: Mapping[str, Any], *, is_before: bool) -> Change:
    """A statement of one role of which nobody knows what it is in the other."""
    old, new = (text, None) if is_before else (None, text)
    note = wording.not_described(other["title"])
    return Change(attribute=label, before=old, after=new, note=note, group=group, turn=NOT_KNOWN)


def _left_open(
    role: Mapping[str, Any], other: Mapping[str, Any], stated: Sequence[Entry], *, is_before: bool
) -> Iterator[Change]:
    """The texts of a role, of which nobody knows what becomes of them in the other."""
    for entry in stated if role["defined"] else ():
        group = _GROUP_OF.get(entry.kind)
        if group is not None:
            change = _open(entry.label, entry.text, group, other, is_before=is_before)
            yield replace(change, sources=(entry.source.to_dict(),))


def _without_extras(role: Mapping[str, Any], stated: Sequence[Entry]) -> list[Entry]:
    """What is stated of a role, without what overlays added: that is told as an extra."""
    extras = {label for label, _ in role.get("extras", ())}
    return list(_each_once(entry for entry in stated if entry.kind is not None or entry.label not in extras))


def _each_once(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Statements, without those that another document makes in the same words."""
    said_by: dict[tuple[str | None, str], str] = {}
    for entry in entries:
        document = entry.source.document
        if said_by.setdefault((entry.kind, " ".join(entry.text.split())), document) == document:
            yield entry


def _attributes(graph: nx.DiGraph[str], role: str) -> dict[str, Any]:
    if role not in graph:
        message = f'no role has the id "{role}"'
        raise UnknownRole(message, name=role)
    return graph.nodes[role]


def _of_attributes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    yield from (_change(key, before[key], after[key], ATTRIBUTE) for key in COMPARED)


def _of_extras(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    # A graph that was exported before overlays were read has no extras.
    old, new = dict(map(tuple, before.get("extras", ()))), dict(map(tuple, after.get("extras", ())))
    yield from (_change(label, old.get(label), new.get(label), EXTRA) for label in {**new, **old})


def _change(key: str, old: str | None, new: str | None, group: str) -> Change:
    is_same = _is_one_value(key, old or "", new or "", group)
    # Of what is not stated before, nobody knows whether it was otherwise.
    became = SAME if is_same else NOT_KNOWN if old is None else GONE if new is None else CHANGED
    return Change(
        attribute=key, before=old, after=new, note=_note(key, old, new, group, became), group=group, turn=became
    )


def _is_one_value(key: str, old: str, new: str, group: str) -> bool:
    """Whether two values are one: attributes by what they mean, plain numbers by size, other text by its words."""
    if group != EXTRA:
        return value_key(key, old) == value_key(key, new)
    numbers = number_of(old), number_of(new)
    return numbers[0] == numbers[1] if None not in numbers else says_the_same(old, new)


def _note(key: str, old: str | None, new: str | None, group: str, became: str) -> str:
    if became == SAME:
        return wording.statement_sentence(key, old, new, group=group, turn=(SAME, "", ""))
    before, after = (number_of(text or "") if group == EXTRA else None for text in (old, new))
    if before is not None and after is not None:
        return wording.number_sentence(key, str(old), str(new), by=after - before)
    return wording.change_sentence(key, old, new, asked=False)


def _of_requirements(before: Mapping[str, Any], after: Mapping[str, Any], scales: Scales) -> Iterator[Change]:
    for label, old, new, kind in required(before, after):
        became = required_turn(old, new, kind=kind, scales=scales)
        yield _statement(label, old, new, REQUIREMENT, became, scales)


def _statement(  # noqa: PLR0913, PLR0917 - a row of both sides, and what is known of it
    label: str, old: str | None, new: str | None, group: str, became: str, scales: Scales
) -> Change:
    is_reworded = became in (CHANGED, RISES, FALLS) and old is not None and new is not None
    wished = group == REQUIREMENT and is_wish(new or "", scales=scales)
    how = ("stated", "", "") if wished and became == NEW else _how(old, new, became, group, scales)
    return Change(
        attribute=label,
        before=old,
        after=new,
        note=wording.statement_sentence(label, old, new, group=group, turn=how),
        group=group,
        turn=became,
        words=word_by_word(old or "", new or "") if is_reworded else (),
        wished=wished,
    )


def is_wish(text: str, *, scales: Scales = SCALES) -> bool:
    """Whether a requirement only says what is of advantage, and nothing that must be had.

    Args:
        text: the requirement as stated.
        scales: under "obligation" the words that say so, with their ranks.
    """
    words = f" {fold(text)} "
    # A graph that was exported earlier does not say.
    known = scales.get("obligation", SCALES["obligation"])
    found = {rank for word, rank in known.items() if f" {word} " in words}
    return _WISHED in found and _BINDING not in found


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


def _of_texts(old: Sequence[Entry], new: Sequence[Entry], scales: Scales, *, by_label: bool) -> Iterator[Change]:
    """Scope, duties, knowledge and the rest of both roles, group by group."""
    for group in (SCOPE, DUTY, KNOWLEDGE, OTHER):
        here, there = (
            [one for one in side if _GROUP_OF.get(one.kind) == group and not says_nothing(one.text)]
            for side in (old, new)
        )
        for before, after in aligned(here, there, by_label=by_label):
            yield _of_rows(before, after, group, scales)


def _of_rows(before: Entry | None, after: Entry | None, group: str, scales: Scales) -> Change:
    old, new = before.text if before else None, after.text if after else None
    label = after.label if after else before.label if before else ""
    became = turn(old, new, scales=scales)
    return _with_places(_statement(label, old, new, group, became, scales), before, after)


def _with_places(one: Change, *entries: Entry | None) -> Change:
    return replace(one, sources=tuple(entry.source.to_dict() for entry in entries if entry))


Pair = tuple[Entry | None, Entry | None]


def aligned(before: Sequence[Entry], after: Sequence[Entry], *, by_label: bool = False) -> list[Pair]:
    """The rows of one kind of two roles in pairs, in the order of the second, then those that only the first has.

    Cells of one row are a pair: the same label in the same standard. What is left is paired where it reads nearly
    alike; between two standards by the best match of the texts.

    Args:
        before: rows of the one role.
        after: rows of the other.
        by_label: whether the same label in one document means the same row wherever it stands, as in a ladder whose
            levels stand in two blocks.
    """
    pairs = _of_one(_row, before, after)
    if by_label:
        pairs |= _of_one(_label_in_document, before, after, taken=pairs)
    left = [place for place in range(len(before)) if place not in pairs.values()]
    free = [place for place in range(len(after)) if place not in pairs]
    texts = [before[place].text for place in left], [after[place].text for place in free]
    matched = best_pairs(*texts, least=_MOVED) if pairs else best_pairs(*texts)
    pairs |= {free[there]: left[here] for here, there in matched}
    told: list[Pair] = [(before[pairs[n]] if n in pairs else None, one) for n, one in enumerate(after)]
    return told + [(one, None) for n, one in enumerate(before) if n not in pairs.values()]


_RowKey = tuple[Any, ...]


def _of_one(
    key_of: Callable[[Entry], _RowKey],
    before: Sequence[Entry],
    after: Sequence[Entry],
    *,
    taken: Mapping[int, int] = MappingProxyType({}),
) -> dict[int, int]:
    """For places in `after` the place in `before` with the same key, those that are taken left out."""
    free = [place for place in range(len(before)) if place not in taken.values()]
    places = {key_of(before[place]): place for place in reversed(free)}
    keys = {place: key_of(one) for place, one in enumerate(after) if place not in taken}
    return {place: places.pop(key) for place, key in keys.items() if key in places}


def _row(one: Entry) -> _RowKey:
    source = one.source
    return source.document, source.sheet, source.line, one.label


def _label_in_document(one: Entry) -> _RowKey:
    return one.source.document, fold(one.label)
