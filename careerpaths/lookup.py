"""Which role a name means: exact title, code, id, folded title, short form, typing error; the first match decides.

Case, punctuation, abbreviations and small typing errors are forgiven, the level number never is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any, cast

import networkx as nx

from careerpaths.errors import AmbiguousRole, UnknownRole
from careerpaths.graph import in_order
from careerpaths.titles import fold, plain, title_key, words

MOST_LISTED = 10
NEAREST = 3
_SHORTEST_PREFIX = 3


def role_id(graph: nx.DiGraph[str], name: str) -> str:
    """The id of the one role that a name means.

    Args:
        graph: from `build_graph`, or a subgraph of it.
        name: title, job code, id or a short form ("Spec 2", "imaging spec 3").

    Raises:
        UnknownRole: none matches; `.candidates` holds the nearest three.
        AmbiguousRole: several match; `.candidates` holds them all.

    >>> import careerpaths as cp
    >>> cp.role_id(cp.build_graph(cp.load()), "spec 2")
    'clin-imaging-it-spec-2-8798'
    """
    matches = _matches(graph, name)
    if len(matches) == 1:
        return matches[0]
    raise unresolved(graph, name, matches)


def role_pair(graph: nx.DiGraph[str], start: str, end: str) -> tuple[str, str]:
    """The two ends of a route, resolved together: where a name is ambiguous, the roles of one function are meant.

    An undefined role counts as in the functions of the standards that name it. Raises as `role_id`.
    """
    starts, ends = _matches(graph, start), _matches(graph, end)
    for name, found in ((start, starts), (end, ends)):
        if not found:
            raise unresolved(graph, name, found)
    if len(starts) != 1 or len(ends) != 1:
        pairs = [(one, other) for one in starts for other in ends if _functions(graph, one) & _functions(graph, other)]
        if len(pairs) == 1:
            return pairs[0]
        if pairs:
            # One function leaves fewer to choose from: what it leaves is what the message lists.
            starts, ends = in_order(graph, {one for one, _ in pairs}), in_order(graph, {other for _, other in pairs})
    if len(starts) != 1:
        raise unresolved(graph, start, starts)
    if len(ends) != 1:
        raise unresolved(graph, end, ends)
    return starts[0], ends[0]


def pair_in_words(graph: nx.DiGraph[str], parts: Sequence[str]) -> tuple[str, str]:
    """The two ends in words that were not quoted, where they can be cut in one way only: `spec 2 mgr 1`.

    Raises UnknownRole where no cut gives two roles, AmbiguousRole where several do, or where the only cut that has a
    meaning names several roles.
    """
    found = {}
    ambiguous: list[AmbiguousRole] = []
    for cut in range(1, len(parts)):
        start, end = " ".join(parts[:cut]), " ".join(parts[cut:])
        try:
            found[role_pair(graph, start, end)] = (start, end)
        except AmbiguousRole as error:
            ambiguous.append(error)
        except UnknownRole:
            continue
    if len(found) == 1:
        return next(iter(found))
    if not found and len(ambiguous) == 1:
        raise ambiguous[0]
    text = " ".join(parts)
    if found:
        ways = "; ".join(sorted(f'"{start}" "{end}"' for start, end in found.values()))
        message = f'"{text}" can be two roles in several ways: {ways}. Quote the two'
        raise AmbiguousRole(message, name=text)
    message = f'"{text}" cannot be cut into two roles in one way. Quote the two: "{parts[0]} ..." "... {parts[-1]}"'
    raise UnknownRole(message, name=text)


_Named = tuple[str, dict[str, Any]]
"""A role and its attributes."""


def _matches(graph: nx.DiGraph[str], text: str) -> list[str]:
    """The roles that the first rule with a match gives, in reading order."""
    asked = text.strip()
    # As a view: to make a list of ten thousand pairs takes ten times as long as to look through them.
    named = cast("Iterable[_Named]", graph.nodes.data())
    for rule in (_by_title, _by_code, _by_id, _by_key, _by_short_form, _by_beginnings, _by_misspelling):
        found = rule(named, asked)
        if found:
            return in_order(graph, found)
    return []


def _by_title(named: Iterable[_Named], asked: str) -> list[str]:
    return [role for role, attributes in named if asked == attributes["title"] or asked in attributes["aliases"]]


def _by_code(named: Iterable[_Named], asked: str) -> list[str]:
    found = [role for role, attributes in named if asked and asked == attributes["job_code"]]
    low = asked.casefold()
    return found or [role for role, attributes in named if low and low == (attributes["job_code"] or "").casefold()]


def _by_id(named: Iterable[_Named], asked: str) -> list[str]:
    slug = "-".join(fold(asked).split())
    return [role for role, _ in named if role in (asked, slug)]


def _by_key(named: Iterable[_Named], asked: str) -> list[str]:
    key = title_key(asked)
    return [role for role, attributes in named if key and any(key == title_key(title) for title in _titles(attributes))]


def _by_short_form(named: Iterable[_Named], asked: str) -> list[str]:
    return _short(named, asked, str.__eq__)


def _by_beginnings(named: Iterable[_Named], asked: str) -> list[str]:
    return _short(named, asked, _begins)


def _by_misspelling(named: Iterable[_Named], asked: str) -> list[str]:
    from careerpaths.spelling import misspelt  # noqa: PLC0415 - only a name that nothing else matches needs its library

    parts = [word.text for word in words(plain(asked))]
    return [
        role
        for role, attributes in named
        if any(_same_level(parts, title_key(title).split()) and misspelt(parts, title) for title in _titles(attributes))
    ]


def _titles(attributes: dict[str, Any]) -> tuple[str, ...]:
    return (attributes["title"], *attributes["aliases"])


def _short(named: Iterable[_Named], asked: str, fits: Callable[[str, str], bool]) -> list[str]:
    """The roles with a title that holds all words asked for."""
    parts = title_key(asked).split()
    return [
        role
        for role, attributes in named
        if parts and any(is_short_for(parts, title_key(title).split(), fits) for title in _titles(attributes))
    ]


def is_short_for(parts: Sequence[str], title: Sequence[str], fits: Callable[[str, str], bool]) -> bool:
    """Whether all words asked for stand in a title, in any order, each for a word of its own; numbers exactly."""
    if not _same_level(parts, title):
        return False
    left = list(title)
    for part in parts:
        place = next(
            (n for n, word in enumerate(left) if part == word or (not part.isdigit() and fits(part, word))), None
        )
        if place is None:
            return False
        left.pop(place)
    return True


def _same_level(parts: Sequence[str], title: Sequence[str]) -> bool:
    """Whether a number that closes what was asked for is the level number: that is never forgiven.

    A number with words behind it may stand inside the title, behind the same word: the 2 of "tier 2 anl".
    """
    asked = [part for part in parts if part.isdigit()]
    if not asked or asked[-1] == next((word for word in reversed(title) if word.isdigit()), None):
        return True
    inside = set(pairwise(title))
    followed = [pair for pair in pairwise(parts) if pair[1].isdigit()]
    return not parts[-1].isdigit() and len(followed) == len(asked) and all(pair in inside for pair in followed)


def _begins(part: str, word: str) -> bool:
    return len(part) >= _SHORTEST_PREFIX and word.startswith(part)


def _functions(graph: nx.DiGraph[str], role: str) -> set[str]:
    attributes = graph.nodes[role]
    if attributes["defined"]:
        return {fold(attributes["job_function"] or "")}
    return {fold(graph.nodes[feeder]["job_function"] or "") for feeder in graph.predecessors(role)}


def unresolved(graph: nx.DiGraph[str], name: str, matches: Sequence[str]) -> UnknownRole | AmbiguousRole:
    """The error to raise for a name that means no role, or several: `matches` are their ids."""
    if not matches:
        near = _nearest(graph, name)
        hint = f"; the nearest: {_listed(_described(graph, near))}" if near else ""
        return UnknownRole(f'no role is called "{name}"{hint}', name=name, candidates=near)
    described = _described(graph, matches)
    more = f" and {len(matches) - MOST_LISTED} more" if len(matches) > MOST_LISTED else ""
    message = (
        f'"{name}" can be {len(matches)} roles: {_listed(described[:MOST_LISTED])}{more}; use a full title or a code'
    )
    return AmbiguousRole(message, name=name, candidates=tuple(matches), described=described)


def _described(graph: nx.DiGraph[str], roles: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Title and facts of each role."""
    found = []
    for role in roles:
        attributes = graph.nodes[role]
        marks = (
            [attributes["job_code"], attributes["job_function"]] if attributes["defined"] else ["standard not loaded"]
        )
        found.append((attributes["title"], ", ".join(mark for mark in marks if mark) or "no code"))
    return tuple(found)


def _listed(described: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f'"{title}" ({facts})' for title, facts in described)


def _nearest(graph: nx.DiGraph[str], name: str) -> tuple[str, ...]:
    from careerpaths.spelling import nearest_titles  # noqa: PLC0415 - only an unknown name needs its library

    order = in_order(graph)
    titles = [graph.nodes[role]["title"] for role in order]
    return tuple(order[place] for place in nearest_titles(name, titles, limit=NEAREST))
