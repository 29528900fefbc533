"""The first sentence of answers that hold none: what is within reach, what is next, what differs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from careerpaths import wording
from careerpaths.change import NOT_KNOWN
from careerpaths.queries.answers import RoleRef, Step, cited
from careerpaths.queries.comparing import ComparedRow, Comparison
from careerpaths.queries.listing import NextRoles, RoleAnswer
from careerpaths.queries.reaching import ReachAnswer
from careerpaths.statements import SAME
from careerpaths.wording import said

_MOST_NAMED = 5
"""Farthest roles that are named; further ones are counted."""
_TWO = 2


def headline(answer: Any) -> str:
    """The first sentence of an answer about roles; nothing for those that carry their own sentences.

    Args:
        answer: what a command answers.
    """
    if isinstance(answer, ReachAnswer):
        return reach_told(answer)
    if isinstance(answer, NextRoles | RoleAnswer):
        return next_told(answer.role, answer.next, states_moves=answer.states_moves)
    if isinstance(answer, Comparison):
        return " ".join([*map(move_told, answer.moves), difference_told(answer)])
    return ""


def reach_told(answer: ReachAnswer, *, contact: str | None = None) -> str:
    """How many roles are within reach, or lead there, under which conditions; why there are none.

    Args:
        answer: from `reach`.
        contact: whom to ask about what is not stated.
    """
    total = sum(len(ring.roles) for ring in answer.within)
    if not total:
        return _nothing_in_reach(answer, contact)
    key = "feeders_in_all" if answer.leads_here else "reach_in_all"
    farthest = "" if answer.leads_here else f" {_farthest(answer)}"
    return f"{said(key, total, title=answer.role.title)}{_conditions(answer)}.{farthest}"


def next_told(role: RoleRef, steps: Sequence[Step], *, states_moves: bool, contact: str | None = None) -> str:
    """How many next roles a role names; why there are none.

    Args:
        role: the role.
        steps: the moves from it.
        states_moves: whether its document has a place for next roles.
        contact: whom to ask about what is not stated.
    """
    if steps:
        return said("next_of", len(steps), title=role.title)
    if not role.defined:
        return wording.undefined_role(role.title, contact)
    return said("starts_nowhere" if states_moves else "starts_not_stated", title=role.title)


def difference_told(answer: Comparison) -> str:
    """In how many rows roles differ, of all that are compared.

    Args:
        answer: from `compare`.
    """
    differing = sum(not row.is_same and not _is_unknown(row) for row in answer.rows_compared)
    titles = wording.listed([one.title for one in answer.roles])
    return said("compared", differing, all=len(answer.rows_compared), titles=titles)


def move_told(move: Step) -> str:
    """A move that is stated, with its kind and where it stands.

    Args:
        move: a step of an answer.
    """
    kind = wording.kind_name(move.kind, move.direction)
    if move.kind_basis == "title":
        kind = said("kind_by_title", kind=kind)
    first, *more = map(cited, move.sources)
    source = f"{first} {said('and_more', len(more))}" if more else first
    return said("move_between", start=move.start.title, end=move.end.title, kind=kind, source=source)


def _is_unknown(row: ComparedRow) -> bool:
    """Whether a row differs only since nothing is known of a role."""
    return all(change is None or change.turn in (SAME, NOT_KNOWN) for change in row.changes)


def _farthest(answer: ReachAnswer) -> str:
    return said("farthest_in", moves=said("moves", answer.within[-1].moves), titles=_few(answer.farthest))


def _few(roles: Sequence[RoleRef]) -> str:
    titles = wording.listed([one.title for one in roles[:_MOST_NAMED]])
    more = len(roles) - _MOST_NAMED
    return f"{titles} {said('and_more', more)}" if more > 0 else titles


def _conditions(answer: ReachAnswer) -> str:
    """What was asked of the routes and of the list, as a part of the sentence."""
    within = f" {said('within', answer.max_moves)}" if answer.max_moves else ""
    avoided = f" {said('without_passing', selectors=', '.join(answer.avoid))}" if answer.avoid else ""
    among = f" {said('among_selected', selector=answer.selector)}" if answer.selector else ""
    return within + avoided + among


def _beyond(answer: ReachAnswer) -> str:
    """The nearest roles beyond the limit, where there are any."""
    if answer.beyond is None:
        return ""
    return f" {said('without_limit', moves=said('moves', answer.beyond.moves), titles=_few(answer.beyond.roles))}"


def _nothing_in_reach(answer: ReachAnswer, contact: str | None) -> str:
    title = answer.role.title
    if answer.is_limited:
        key = "none_leads_as_asked" if answer.leads_here else "none_reached_as_asked"
        return f"{said(key, title=title)}{_conditions(answer)}.{_beyond(answer)}"
    if answer.leads_here:
        return said("nothing_leads", title=title)
    return next_told(answer.role, (), states_moves=answer.states_moves, contact=contact)
