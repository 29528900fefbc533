"""Routes between two roles: chains of stated moves, told apart by what they ask, cost and give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import networkx as nx

from careerpaths import wording
from careerpaths.errors import BadArgument
from careerpaths.lookup import role_pair
from careerpaths.model import Catalogue
from careerpaths.queries.answers import CHANGE_COLUMNS, SCHEMA, STEP_COLUMNS, Record, RoleRef, Step, role_ref, step
from careerpaths.queries.blocking import AVOID, MAX_MOVES, VIA, Condition, Without, blocking, sought_by
from careerpaths.queries.choosing import FEWEST_MOVES, PREFERENCES, Choice, Chosen, choose
from careerpaths.queries.reasons import explained, explained_blocked, explained_gaps, totals, why
from careerpaths.queries.shortest import Sought, fewest_moves
from careerpaths.queries.walks import MOST_SETS
from careerpaths.stated import TextsOf, texts_of
from careerpaths.weighing import MEASURES, Measures

if TYPE_CHECKING:
    from careerpaths.queries.gaps import Gaps

MOST_ROUTES = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """One chain of stated moves."""

    roles: tuple[str, ...]
    """Ids, from the first role to the last."""
    titles: tuple[str, ...]
    why: str
    """Why it is worth a look, in one line."""
    steps: tuple[Step, ...]
    measures: Measures
    """One number for each of `careerpaths.weighing.MEASURES`, the sums over its steps."""
    is_beaten: bool = False
    """Whether another route is as good in every measure: this one is shown to choose from."""
    grade: tuple[str, str] | None = None
    """The grade of the first and of the last role, where both are known."""

    @property
    def moves(self) -> int:
        """How many moves it takes."""
        return len(self.roles) - 1

    @property
    def asks_most(self) -> int | None:
        """The number of the step that asks most of those that are stated, from 1; None where texts were not given."""
        asked = [(one.demand.asked, -place) for place, one in enumerate(self.steps, 1) if one.demand]
        return -max(asked)[1] if len(asked) > 1 and max(asked)[0] else None

    def sentence(self, number: int) -> str:
        """How many moves it takes, why it is worth a look, and what it counts for."""
        mark = f" ({wording.said('beaten')})" if self.is_beaten else ""
        head = f"{wording.said('route_head', number=number)} {wording.said('moves', self.moves)}{mark}, {self.why}."
        return f"{head} {wording.said('totals', told=', '.join(totals(self.measures)))}"

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape of a route."""
        return {
            "moves": self.moves,
            "roles": list(self.titles),
            "role_ids": list(self.roles),
            "why": self.why,
            "measures": dict(zip(MEASURES, self.measures, strict=True)),
            "beaten": self.is_beaten,
            "grade": list(self.grade) if self.grade else None,
            "asks_most": self.asks_most,
            "steps": [one.to_dict() for one in self.steps],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class RouteAnswer:
    """The best routes from one role to another; none where no chain of stated moves leads there."""

    start: RoleRef
    end: RoleRef
    routes: tuple[Route, ...]
    explanation: str
    """The answer in a sentence or a few."""
    preference: str = FEWEST_MOVES
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    max_moves: int | None = None
    """What was asked of the routes."""
    is_cut: bool = False
    """Whether there are more routes worth a look, or may be."""
    total: int | None = None
    """How many routes are worth a look, those left out by `max_routes` among them; None where they were not counted."""
    blocked: tuple[Without, ...] = ()
    """Where there is no route as asked for: without which conditions there would be one."""
    gaps: Gaps | None = None
    """Where there is no route: what is missing, and what can be reached instead."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""
        return ("route", "step", *STEP_COLUMNS)

    def to_dict(self) -> dict[str, Any]:
        """`{from, to, routes, explanation}`, and what was preferred."""
        return {
            "schema": SCHEMA,
            "from": self.start.to_dict(),
            "to": self.end.to_dict(),
            "prefer": self.preference,
            "via": list(self.via),
            "avoid": list(self.avoid),
            "routes": [one.to_dict() for one in self.routes],
            "cut": self.is_cut,
            "total": self.total,
            "explanation": self.explanation,
            "blocked": [one.to_dict() for one in self.blocked],
            "gaps": self.gaps.to_dict() if self.gaps else None,
        }

    def rows(self) -> Iterator[Record]:
        """One row for each step of each route."""
        for number, one in enumerate(self.routes, 1):
            for place, move in enumerate(one.steps, 1):
                yield {"route": number, "step": place, **move.record()}

    @property
    def detailed_columns(self) -> tuple[str, ...]:
        """The keys of its detailed rows."""
        return (*self.columns, *CHANGE_COLUMNS)

    def detailed_rows(self) -> Iterator[Record]:
        """One row for each thing that a step of a route changes."""
        for number, one in enumerate(self.routes, 1):
            for place, move in enumerate(one.steps, 1):
                yield from ({"route": number, "step": place, **record} for record in move.change_records())

    @property
    def sentences(self) -> tuple[str, ...]:
        """The answer, then of each route why it is worth a look and what it counts for."""
        return (self.explanation, *(one.sentence(number) for number, one in enumerate(self.routes, 1) if one.steps))


def routes(  # noqa: PLR0913 - what may be asked of a route, by name
    graph: nx.DiGraph[str],
    start: str,
    end: str,
    *,
    prefer: str = FEWEST_MOVES,
    via: Sequence[str] = (),
    avoid: Sequence[str] = (),
    max_routes: int = 5,
    max_moves: int | None = None,
    catalogue: Catalogue | TextsOf | None = None,
) -> RouteAnswer:
    """The routes between two roles that no other route is as good as in every measure, fewest moves first.

    Measures are sums over the steps: moves, moves to another function, changes of track, requirements that appear or
    rise, licences and certificates among them, ends of overtime eligibility, changes of program, steps of which it is
    not stated what they ask (`careerpaths.weighing.MEASURES`). Routes have at most two moves more than the fewest;
    where fewer than three are left, the next ones by moves fill up, marked as beaten. None passes a role twice.

    Multi-criteria label setting (Martins 1984), see `careerpaths.queries.tradeoffs`; what fills up is by Yen's
    algorithm (1971), see `careerpaths.queries.paths`; by way of others see `careerpaths.queries.by_way`.

    Args:
        graph: from `build_graph`, or a subgraph.
        start: title, code, id or short form; the two ends are resolved together (`role_pair`).
        end: likewise.
        prefer: which routes come first: "fewest-moves", "least-new", "stay-professional", "keep-overtime" or
            "fewest-unknowns"; the best of these is found however long it is, and the fewest-moves route stays.
        via: at most five selectors (see `select`); a route passes one role of each, in any order.
        avoid: selectors of roles that no route passes; the two ends are meant by none.
        max_routes: how many at most, 1 to 1000.
        max_moves: how many moves at most, from 1; None: two more than the fewest.
        catalogue: with it each step also tells what its duties and knowledge ask.

    Raises:
        UnknownRole, AmbiguousRole: see `role_id`.
        BadArgument: a number out of range, no such preference, or a selector that cannot be read.

    >>> import careerpaths as cp
    >>> [route.moves for route in cp.routes(cp.build_graph(cp.load()), "Spec 2", "Mgr 1").routes]
    [3, 4]
    """
    _check(prefer, max_routes, max_moves)
    if isinstance(via, str) or isinstance(avoid, str):
        message = 'via and avoid are lists of selectors, such as ["level:expert"]'
        raise BadArgument(message)
    if len(via) > MOST_SETS:
        message = f"via has {len(via)} selectors: expected at most {MOST_SETS}"
        raise BadArgument(message)
    first, last = role_pair(graph, start, end)
    conditions = _conditions(graph, via, avoid, max_moves)
    sought = sought_by(first, last, conditions)
    choice = choose(graph, sought, preference=prefer, max_routes=max_routes, max_moves=max_moves)
    stated = texts_of(catalogue) if catalogue else None
    answer = _answer(graph, sought, choice, stated)
    if not choice.routes:
        answer = _without_routes(graph, sought, answer, choice, conditions)
    return replace(answer, preference=prefer, via=tuple(via), avoid=tuple(avoid), max_moves=max_moves)


def _answer(graph: nx.DiGraph[str], sought: Sought, choice: Choice, stated: TextsOf | None) -> RouteAnswer:
    make = cache(lambda one, other: step(graph, one, other, stated=stated))
    return RouteAnswer(
        start=role_ref(graph, sought.first),
        end=role_ref(graph, sought.last),
        routes=tuple(_route(graph, one, choice, make) for one in choice.routes),
        explanation=explained(graph, sought, choice) if choice.routes else "",
        is_cut=choice.leaves_out,
        total=choice.total,
    )


def _without_routes(
    graph: nx.DiGraph[str], sought: Sought, answer: RouteAnswer, choice: Choice, conditions: tuple[Condition, ...]
) -> RouteAnswer:
    """The answer with why there is no route: what was asked stands in the way, or moves are missing."""
    if _is_joined(graph, sought):
        blocked = blocking(graph, sought.first, sought.last, conditions)
        told = explained_blocked(answer.start, answer.end, conditions, blocked, is_cut=choice.is_cut)
        return replace(answer, explanation=told, blocked=blocked)
    found = _gaps(graph, sought)
    return replace(answer, explanation=explained_gaps(graph, answer.start, answer.end, found), gaps=found)


def _gaps(graph: nx.DiGraph[str], sought: Sought) -> Gaps:
    from careerpaths.queries.gaps import gaps  # noqa: PLC0415 - only where there is no route

    return gaps(graph, sought)


def _is_joined(graph: nx.DiGraph[str], sought: Sought) -> bool:
    """Whether a chain of stated moves leads there, but for what was asked of it."""
    return fewest_moves(graph, Sought(first=sought.first, last=sought.last)) is not None


def _check(prefer: str, max_routes: int, max_moves: int | None) -> None:
    if prefer not in PREFERENCES:
        message = f'there is no preference "{prefer}": expected one of {", ".join(PREFERENCES)}'
        raise BadArgument(message)
    if not 1 <= max_routes <= MOST_ROUTES:
        message = f"max_routes is {max_routes}: expected a number from 1 to {MOST_ROUTES}"
        raise BadArgument(message)
    if max_moves is not None and max_moves < 1:
        message = f"max_moves is {max_moves}: expected a number from 1"
        raise BadArgument(message)


def _conditions(
    graph: nx.DiGraph[str], via: Sequence[str], avoid: Sequence[str], max_moves: int | None
) -> tuple[Condition, ...]:
    limits = () if max_moves is None else (Condition(MAX_MOVES, str(max_moves)),)
    if not via and not avoid:
        return limits
    from careerpaths.selectors import select  # noqa: PLC0415 - only where a selector was given

    asked = [*((VIA, one) for one in via), *((AVOID, one) for one in avoid)]
    return (*(Condition(option, one, frozenset(select(graph, one))) for option, one in asked), *limits)


def _route(graph: nx.DiGraph[str], one: Chosen, choice: Choice, make: Any) -> Route:
    steps = tuple(make(start, end) for start, end in pairwise(one.path))
    return Route(
        roles=one.path,
        titles=tuple(graph.nodes[role]["title"] for role in one.path),
        why=why(graph, one, choice),
        steps=steps,
        measures=one.measures,
        is_beaten=one.is_beaten,
        grade=_grades(graph, one.path),
    )


def _grades(graph: nx.DiGraph[str], path: Sequence[str]) -> tuple[str, str] | None:
    """The grades of both ends, where an overlay gives them."""
    found = [
        next((text for label, text in graph.nodes[role].get("extras", ()) if label.casefold() == "grade"), None)
        for role in (path[0], path[-1])
    ]
    return (found[0], found[1]) if found[0] is not None and found[1] is not None else None
