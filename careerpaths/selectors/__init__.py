"""Which roles a question is about: what a selector means in a graph."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import networkx as nx

from careerpaths.errors import AmbiguousRole, UnknownRole
from careerpaths.graph import in_order
from careerpaths.lookup import role_id
from careerpaths.mentions import short
from careerpaths.selectors.grammar import (
    DEEPEST,
    KEYS,
    Both,
    Either,
    Name,
    Not,
    Part,
    Steps,
    Value,
    placed,
    read,
    wrong,
)
from careerpaths.titles import fold, title_key
from careerpaths.values import value_key
from careerpaths.vocabulary import TRACKS, VOCABULARY

__all__ = ["select", "why_empty"]

_MOST_LISTED = 10
_MOST_SELECTORS = 3
_LIKE = 55.0
"""Similarity, of 100, from which a value stands before the others."""
_MARKS = "-+.<>=~#\u2010\u2011\u2012\u2013\u2014\u2212\u2264\u2265"
_LIKE_A_VALUE = re.compile(r"(\w+)(?:\s*={1,2}\s*|\s+)(\S.*)")
_NAMES = {"flsa": "FLSA status", "program": "personnel program", "code": "job code"}
"""What a key is called in messages, where its own name does not say it."""
_NODE_KEYS = {
    "function": "job_function",
    "family": "job_family",
    "program": "personnel_program",
    "code": "job_code",
}
_YES, _NO = "yes", "no"
_ANSWERS = {"yes": _YES, "true": _YES, "no": _NO, "false": _NO}
_KNOWN = {
    "level": frozenset({*VOCABULARY.levels, *VOCABULARY.values["level"].values()}),
    "category": frozenset(TRACKS),
    "track": frozenset(TRACKS),
    "flsa": frozenset(VOCABULARY.values["flsa"].values()),
    "defined": frozenset({_YES, _NO}),
}
"""Values that are right words, though no role may have them."""
_Index: TypeAlias = Mapping[str, frozenset[str]]
"""What a value is compared by -> the roles that have it."""


def select(graph: nx.DiGraph[str], text: str, *, named: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """The ids of the roles that a selector means, in reading order.

    Args:
        graph: from `build_graph`, or a subgraph of it.
        text: names of roles (as for `role_id`), `key:value`, graph steps such as `"spec 3"+2`, joined by `and`, `or` or
            a comma, `not` and parentheses. Keys are those of `grammar.KEYS`; values are compared as standards are
            (`flsa:exempt` is E), a value that ends in `*` is a beginning, and `level:3` is the third of its track.
        named: selectors by name; a name stands in `text` without quotes and goes before the names of roles. None: those
            of the configuration.

    Raises:
        BadArgument: the selector cannot be read, or no role has a value; the message names the place.
        UnknownRole, AmbiguousRole: see `role_id`.

    The text is read in one pass; each name costs a look at all roles, each key one, each value one more.

    >>> import careerpaths as cp
    >>> graph = cp.build_graph(cp.load())
    >>> [graph.nodes[role]["level"] for role in select(graph, '"clin imaging it spec 2"+2 and not level:entry')]
    ['Intermediate', 'Experienced', 'Advanced']
    """
    desk = _desk(graph, named)
    return tuple(in_order(graph, _meant(desk.read(text, depth=0), desk)))


def why_empty(graph: nx.DiGraph[str], text: str) -> str:
    """Why a selector means no role, in a sentence: the values that no role has, or how many roles each value means.

    Args:
        graph: from `build_graph`.
        text: a selector that can be read.
    """
    desk = _desk(graph, None)
    _meant(desk.read(text, depth=0), desk)
    values = [node for node in desk.meant if isinstance(node, Value)]
    unknown = {one.key: one for one in values if not desk.meant[one]}
    if unknown:
        told = "; ".join(f"{_no_role(one)}; {_there_are(key, graph, near=one.text)}" for key, one in unknown.items())
        return f"{told[0].upper()}{told[1:]}."
    told = ", ".join(f"{one.key}:{short(one.text)} means {len(desk.meant[one]):,}" for one in values)
    return f"No role is meant by all of it together{f': {told}' if told else ''}."


def _desk(graph: nx.DiGraph[str], named: Mapping[str, str] | None) -> _Desk:
    # A graph that was exported earlier has none.
    known = graph.graph.get("selectors", {}) if named is None else named
    return _Desk(graph=graph, named={fold(name): (name, selector) for name, selector in known.items()})


@dataclass(slots=True, eq=False, repr=False)
class _Desk:
    """What is found out while one selector is answered: each part once, each key once."""

    graph: nx.DiGraph[str]
    named: Mapping[str, tuple[str, str]]
    """By folded name: the name as it stands in the configuration, and the selector."""
    open: list[str] = field(default_factory=list)
    meant: dict[Part, frozenset[str]] = field(default_factory=dict)
    indexes: dict[str, _Index] = field(default_factory=dict)

    def read(self, text: str, *, depth: int, named: str | None = None) -> Part:
        """What a selector says; `named`: what it is called in the configuration."""
        return read(text, depth=depth, named=named, values=lambda key: _there_are(key, self.graph))


def _meant(node: Part, desk: _Desk) -> frozenset[str]:
    found = desk.meant.get(node)
    if found is None:
        found = desk.meant[node] = _found(node, desk)
    return found


def _found(node: Part, desk: _Desk) -> frozenset[str]:
    match node:
        case Value():
            return _with_value(node, desk)
        case Name():
            return _called(node, desk)
        case Steps(of, back, ahead):
            found, graph = _meant(of, desk), desk.graph
            return found | _around(graph.pred, found, back) | _around(graph.succ, found, ahead)
        case Not(of):
            return frozenset(desk.graph) - _meant(of, desk)
        case Both(parts):
            return frozenset.intersection(*(_meant(part, desk) for part in dict.fromkeys(parts)))
        case Either(parts):
            return frozenset().union(*(_meant(part, desk) for part in dict.fromkeys(parts)))


def _around(step: Mapping[str, Any], found: frozenset[str], moves: int) -> frozenset[str]:
    """What lies at most so many moves from some roles: breadth-first search from all of them at once."""
    met, ring = set(found), list(found)
    while ring and moves:
        moves -= 1
        following = {there for here in ring for there in step[here]} - met
        met |= following
        ring = list(following)
    return frozenset(met)


def _called(name: Name, desk: _Desk) -> frozenset[str]:
    """The role of that name, or what the selector of that name means."""
    key = fold(name.text)
    if name.is_quoted or key not in desk.named:
        return frozenset({_role(name, desk)})
    if key in desk.open:
        wrong(name.spot, f"the selector {short(name.text)} leads back to itself")
    if name.depth >= DEEPEST:
        wrong(name.spot, f"selectors stand more than {DEEPEST} deep in one another")
    desk.open.append(key)
    called, selector = desk.named[key]
    found = _meant(desk.read(selector, depth=name.depth + 1, named=called), desk)
    desk.open.pop()
    return found


def _role(name: Name, desk: _Desk) -> str:
    """The role of that name; where there is none and it reads like a value of a key, how that is written."""
    try:
        return role_id(desk.graph, name.text)
    except AmbiguousRole as error:
        message = placed(name.spot, str(error))
        raise AmbiguousRole(message, name=error.name, candidates=error.candidates, described=error.described) from error
    except UnknownRole as error:
        asked = _LIKE_A_VALUE.fullmatch(name.text)
        if asked is None or asked[1].casefold() not in KEYS:
            message = placed(name.spot, f"{error}{_selectors_like(name, desk)}")
            raise UnknownRole(message, name=error.name, candidates=error.candidates) from error
        key = asked[1].casefold()
        wrong(
            name.spot,
            f'no role is called "{short(error.name)}"; the {_NAMES.get(key, key)} is asked for as {key}:{asked[2]}',
        )


def _selectors_like(name: Name, desk: _Desk) -> str:
    """The selectors of the configuration whose names are near, or, where there are few, all of them."""
    from careerpaths.nearness import nearest  # noqa: PLC0415 - only a name that nobody has needs its library

    if name.is_quoted or not desk.named:
        return ""
    near = nearest(fold(name.text), list(desk.named), limit=_MOST_SELECTORS, least=_LIKE)
    shown = near or tuple(desk.named)[:_MOST_SELECTORS]
    listed = ", ".join(f'"{short(desk.named[one][0])}"' for one in shown)
    return f"; selectors of the configuration{' like it' if near else ''}: {listed}"


def _with_value(value: Value, desk: _Desk) -> frozenset[str]:
    if value.key not in desk.indexes:
        desk.indexes[value.key] = _index(desk.graph, value.key)
    index = desk.indexes[value.key]
    asked = _keys(value.key, value.text)
    if value.is_beginning:
        beginnings = tuple(asked | {fold(value.text)})
        fitting = [key for key in index if key.startswith(beginnings)]
    else:
        fitting = [key for key in index if key in asked]
    if not fitting and not asked & _KNOWN.get(value.key, frozenset()):
        wrong(value.spot, f"{_no_role(value)}; {_there_are(value.key, desk.graph, near=value.text)}")
    return frozenset().union(*(index[key] for key in fitting))


def _index(graph: nx.DiGraph[str], key: str) -> _Index:
    found: dict[str, set[str]] = {}
    for role, attributes in graph.nodes.items():
        keys = {one for text in _stated(key, attributes) for one in _keys(key, text)}
        if key == "level" and attributes["level_order"] is not None:
            # Where numbers run downwards, the order is negative.
            keys.add(str(abs(attributes["level_order"])))
        for one in keys:
            found.setdefault(one, set()).add(role)
    return {one: frozenset(roles) for one, roles in found.items()}


def _stated(key: str, attributes: Mapping[str, Any]) -> list[str]:
    """What a role states under a key, as it stands."""
    if key == "title":
        return [attributes["title"], *attributes["aliases"]]
    if key == "defined":
        return [_YES if attributes["defined"] else _NO]
    value = attributes[_NODE_KEYS.get(key, key)]
    return [value] if value else []


def _keys(key: str, text: str) -> set[str]:
    """What a value is compared by; titles and functions also with their abbreviations spelt out."""
    match key:
        case "level" if text.strip().strip(_MARKS) != text.strip() and not any(map(str.isalpha, text)):
            # "-1" and ">3" are no level 1 and no level 3, unless a role states just that.
            return {text.strip().casefold()}
        case "code":
            # No word of a title: leading zeros matter.
            found = {text.strip().casefold()}
        case "level" | "flsa":
            found = {value_key(key, text)}
        case "category" | "track":
            found = {value_key("category", text)}
        case "defined":
            found = {_ANSWERS.get(fold(text), "")}
        case _:
            found = {fold(text), title_key(text)}
    return found - {""} or {text.strip().casefold()}


def _no_role(value: Value) -> str:
    """That no role has a value, without the values that there are."""
    star = "*" if value.is_beginning else ""
    if value.key == "defined":
        return f'"{short(value.text)}{star}" is neither yes nor no'
    return f'no role has the {_NAMES.get(value.key, value.key)} "{short(value.text)}{star}"'


def _there_are(key: str, graph: nx.DiGraph[str], *, near: str = "") -> str:
    """The values of a key that there are: those near a word first, the others in reading order."""
    from careerpaths.nearness import nearest  # noqa: PLC0415 - only a value that nobody has needs its library

    stated = [text for role in in_order(graph) for text in _stated(key, graph.nodes[role])]
    if key == "defined":
        stated = [_YES, _NO]
    if not stated:
        return f"no role states a {_NAMES.get(key, key)}"
    by_fold: dict[str, str] = {}
    for text in stated:
        by_fold.setdefault(text.casefold(), text)
    first = nearest(near.casefold(), list(by_fold), limit=_MOST_LISTED, least=_LIKE)
    shown = list(dict.fromkeys((*first, *by_fold)))[:_MOST_LISTED]
    listed = ", ".join(f'"{short(by_fold[one])}"' for one in shown)
    more = f" and {len(by_fold) - len(shown):,} more" if len(by_fold) > len(shown) else ""
    there_are = "there are" if len(by_fold) > 1 else "there is only"
    return f"{there_are} {listed}{more}{_numbers(graph) if key == 'level' else ''}"


def _numbers(graph: nx.DiGraph[str]) -> str:
    """The numbers by which levels can be asked for as well."""
    stated = [facts["level_order"] for _, facts in graph.nodes.items()]
    orders = [abs(order) for order in stated if order is not None]
    return f", or a number from {min(orders)} to {max(orders)}" if orders else ""
