"""Which of the conditions on a route stand in its way: each left out alone, then the smallest set of them together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any

import networkx as nx

from careerpaths import wording
from careerpaths.queries.by_way import first_by_way
from careerpaths.queries.shortest import Sought, fewest_moves
from careerpaths.queries.walks import walks

VIA, AVOID, MAX_MOVES = "via", "avoid", "max_moves"
_ALL = 10**9
_MOST_LABELS = 300
"""Ways that one search by way of others looks at."""
_MOST_TRIED = 60
"""Sets of conditions that are left out to see whether there is a route."""


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that was asked of a route.

    Attributes:
        option: "via", "avoid" or "max_moves".
        value: the selector, or the number of moves.
        roles: the ids that the selector means; none for a number.
    """

    option: str
    value: str
    roles: frozenset[str] = frozenset()

    @property
    def words(self) -> str:
        """The condition as it is asked for on the command line."""
        mark = "'" if '"' in self.value else '"'
        value = self.value if self.option == MAX_MOVES else f"{mark}{self.value}{mark}"
        return f"--{self.option.replace('_', '-')} {value}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Without:
    """What there would be without some of the conditions."""

    conditions: tuple[Condition, ...]
    moves: int
    """The fewest moves of a route that meets all others."""

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape."""
        conditions = [{"option": one.option, "value": one.value} for one in self.conditions]
        return {"conditions": conditions, "moves": self.moves}

    def sentence(self) -> str:
        """What it means, as a sentence."""
        told = wording.listed([one.words for one in self.conditions])
        key = "blocked_alone" if len(self.conditions) == 1 else "blocked_together"
        return wording.said(key, conditions=told, moves=wording.said("moves", self.moves))


def sought_by(first: str, last: str, conditions: tuple[Condition, ...]) -> Sought:
    """What conditions ask of the ways between two roles, but for the number of moves; the two are never avoided."""
    avoided: frozenset[str] = frozenset().union(*(one.roles for one in conditions if one.option == AVOID))
    via = tuple(one.roles for one in conditions if one.option == VIA)
    return Sought(first=first, last=last, closed=avoided - {first, last}, via=via)


def blocking(graph: nx.DiGraph[str], first: str, last: str, conditions: tuple[Condition, ...]) -> tuple[Without, ...]:
    """Without which conditions there is a route: every one that is enough alone, else the first smallest set.

    At most 60 sets are tried, the smallest first, and then all conditions together; none where there is no route even
    so.

    Args:
        graph: where moves are.
        first: where the way begins.
        last: where it ends.
        conditions: all that was asked; no route meets them.
    """
    found: list[Without] = []
    for left_out in _sets(conditions):
        if found and len(left_out) > 1:
            break
        rest = tuple(one for one in conditions if one not in left_out)
        moves = _fewest(graph, first, last, rest)
        if moves is not None:
            found.append(Without(conditions=left_out, moves=moves))
    return tuple(found)


def _sets(conditions: tuple[Condition, ...]) -> Iterator[tuple[Condition, ...]]:
    distinct = tuple(dict.fromkeys(conditions))
    smaller = (some for size in range(1, len(distinct)) for some in combinations(distinct, size))
    yield from islice(smaller, _MOST_TRIED)
    yield distinct


def _fewest(graph: nx.DiGraph[str], first: str, last: str, conditions: tuple[Condition, ...]) -> int | None:
    """The fewest moves of a route that passes no role twice and meets conditions; None where none was found.

    By way of others the search for the fewest may be cut: then those of a route that was found nevertheless.
    """
    sought = sought_by(first, last, conditions)
    longest = min((int(one.value) for one in conditions if one.option == MAX_MOVES), default=_ALL)
    if sought.via:
        found = first_by_way(walks(graph, sought), longest=longest, most_labels=_MOST_LABELS)
        return len(found.paths[0][1]) - 1 if found.paths else None
    fewest = fewest_moves(graph, sought)
    return fewest if fewest is not None and fewest <= longest else None
