"""A step in three lines: what must newly be had, what changes for the person, how much of the work is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerpaths import wording
from careerpaths.change import ATTRIBUTE, EXTRA, NOT_KNOWN, REQUIREMENT, Change, is_wish
from careerpaths.demand import Counts, Demand, is_asked
from careerpaths.moves import CHANGE_OF_TRACK
from careerpaths.queries.answers import Step
from careerpaths.statements import CHANGED, FALLS, GONE, REWRITTEN
from careerpaths.wording import said

_COUNTED = {
    "new": "count_new",
    "rewritten": "count_rewritten",
    "changed": "count_changed",
    "rises": "count_rises",
    "falls": "count_falls",
    "same": "count_same",
    "gone": "count_gone",
}
_MOST_NAMED = 3
"""Steps that are named where several ask as much."""
_SHOWN_BESIDE = ("level",)
"""Attributes that stand beside the title wherever a step is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLines:
    """What a step asks and changes, in words."""

    have: str
    """What must newly be had, or that nothing new is stated."""
    change: str
    """What changes for the person."""
    work: str | None
    """How many duties and kinds of knowledge are new, rewritten ...; None where texts were not given."""

    @property
    def all(self) -> tuple[str, ...]:
        """The lines in order."""
        return tuple(line for line in (self.have, self.change, self.work) if line)


def step_lines(step: Step, *, contact: str | None = None) -> StepLines:
    """The three lines of a step; of a step to an undefined role, that nothing is known of it.

    Args:
        step: with a demand where duties and knowledge are to be told.
        contact: whom to ask about what is not stated.
    """
    if not step.end.defined:
        # What an overlay states of it is known all the same.
        known = _change(step) if changes_told(step) else ""
        return StepLines(have=said("asks_unknown", hr=wording.whom_to_ask(contact)), change=known, work=None)
    return StepLines(have=_have(step), change=_change(step), work=_work(step))


def _have(step: Step) -> str:
    if not step.says_what_it_asks:
        return said("have_not_stated")
    if not step.says_what_it_asked:
        stated = [one for one in step.changes if one.group == REQUIREMENT and one.after is not None]
        key = "all_stated_of" if any(is_wish(one.after or "") for one in stated) else "have_all"
        return said(key, listed=_listed(stated), title=step.start.title) if stated else said("have_nothing")
    first = _newly(step)
    reworded = [one for one in step.changes if one.group == REQUIREMENT and one.turn == CHANGED]
    return f"{first} {said('have_reworded', listed=_listed(reworded))}" if reworded else first


def _newly(step: Step) -> str:
    """What must newly be had, apart from what is only said to be of advantage."""
    asked = [one for one in step.changes if one.group == REQUIREMENT and is_asked(one)]
    wished = [one for one in asked if is_wish(one.after or "")]
    parts = (("have", [one for one in asked if one not in wished]), ("newly_stated", wished))
    return " ".join(said(key, listed=_listed(found)) for key, found in parts if found) or said("have_nothing")


def _listed(found: Sequence[Change]) -> str:
    return "; ".join(map(_named, found))


def _named(one: Change) -> str:
    return f"{one.attribute}: {(one.after or '').rstrip('.')}"


def changes_told(step: Step) -> tuple[Change, ...]:
    """The changes that the second line of a step tells."""
    shown = {*_SHOWN_BESIDE, *(["category"] if step.kind == CHANGE_OF_TRACK and _leads_already(step) else [])}
    facts = [one for one in step.changes if one.group in (ATTRIBUTE, EXTRA) and one.attribute not in shown]
    # Of a role that no standard describes only what an overlay states is known.
    facts = [one for one in facts if one.turn != NOT_KNOWN or (one.after is not None and step.start.defined)]
    asked = [one for one in step.changes if one.group == REQUIREMENT]
    less = [one for one in asked if one.turn in (GONE, FALLS)]
    return (*facts, *less, *(one for one in asked if one.turn == REWRITTEN))


def _change(step: Step) -> str:
    told = (_replaced(one) if one.turn == REWRITTEN else one.note for one in changes_told(step))
    listed = "; ".join(one.rstrip(".") for one in told)
    return said("change", listed=listed) if listed else said("no_changes")


def _replaced(one: Change) -> str:
    """What is asked no more where another text stands in its row."""
    return wording.change_sentence(one.attribute, one.before, None)


def _leads_already(step: Step) -> bool:
    """Whether the change of category says no more than the change of track does."""
    return wording.leads(step.start.category) or not wording.leads(step.end.category)


def _work(step: Step) -> str | None:
    if not step.says_what_it_asks:
        return said("work_not_stated")
    if not step.says_what_it_asked:
        return said("work_not_known", title=step.start.title)
    if step.demand is None:
        return None
    return said("work", duties=_counted(step.demand.duties), knowledge=_counted(step.demand.knowledge))


def _counted(counts: Counts) -> str:
    told = [said(key, getattr(counts, name)) for name, key in _COUNTED.items() if getattr(counts, name)]
    return ", ".join(told) or said("count_none")


def not_stated(step: Step) -> str | None:
    """What nobody states of the undefined role behind a step, in a sentence; None of any other."""
    if step.end.defined:
        return None
    unknown = [wording.attribute_name(one.attribute) for one in step.changes if one.after is None]
    return said("all_not_stated", labels=", ".join(unknown)) if unknown else None


def asked_of(demand: Demand) -> str:
    """How much a step asks, with what is counted."""
    return said("asked_of", asked=demand.asked, stated=demand.stated)


def asks_most(steps: Sequence[Step]) -> tuple[int, ...]:
    """The numbers of the steps that ask the most of those that are stated, from 1: several where they ask as much.

    None where nothing can be compared: fewer than two steps are stated, or none asks anything.
    """
    asked = {number: one.demand.asked for number, one in enumerate(steps, 1) if one.demand}
    most = max(asked.values(), default=0)
    return tuple(number for number, count in asked.items() if count == most) if len(asked) > 1 and most else ()


def asks_most_told(steps: Sequence[Step]) -> str | None:
    """Which steps ask the most of those that are stated, in a sentence; None where nothing can be compared."""
    found = asks_most(steps)
    demand = steps[found[0] - 1].demand if found else None
    if demand is None:
        return None
    if len(found) == 1:
        return said("asks_most", number=found[0], asked=asked_of(demand))
    more = len(found) - _MOST_NAMED
    named = [str(number) for number in found[:_MOST_NAMED]]
    numbers = f"{', '.join(named)} {said('and_more', more)}" if more > 0 else wording.listed(named)
    return said("ask_most", numbers=numbers, asked=demand.asked)
