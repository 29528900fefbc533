"""A step in three lines: what must newly be had, what changes for the person, how much of the work is new."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerpaths import wording
from careerpaths.change import ATTRIBUTE, COMPARED, EXTRA, NOT_KNOWN, REQUIREMENT, Change
from careerpaths.demand import Counts, Demand, is_asked
from careerpaths.moves import CHANGE_OF_TRACK
from careerpaths.queries.answers import Step
from careerpaths.statements import CHANGED, FALLS, GONE, REWRITTEN, RISES
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
        key = "all_stated_of" if any(one.wished for one in stated) else "have_all"
        return said(key, listed=_listed(stated), title=step.start.title) if stated else said("have_nothing")
    newly = _newly(step)
    reworded = _listed([one for one in step.changes if one.group == REQUIREMENT and one.turn == CHANGED])
    if not reworded:
        return newly or said("have_nothing")
    return f"{newly} {said('have_reworded', listed=reworded)}" if newly else said("only_reworded", listed=reworded)


def _newly(step: Step) -> str:
    """What must newly be had, apart from what is only said to be of advantage; empty where nothing is."""
    asked = [one for one in step.changes if one.group == REQUIREMENT and is_asked(one)]
    wished = [one for one in asked if one.wished]
    parts = (("have", [one for one in asked if one not in wished]), ("newly_stated", wished))
    return " ".join(said(key, listed=_listed(found)) for key, found in parts if found)


def _listed(found: Sequence[Change]) -> str:
    return "; ".join(map(_named, found))


def _named(one: Change) -> str:
    named = f"{one.attribute}: {(one.after or '').rstrip('.')}"
    # What is asked instead or in other words is for the person to compare.
    is_compared = one.turn in (CHANGED, RISES, REWRITTEN) and one.before
    return said("instead_of", asked=named, was=(one.before or "").rstrip(".")) if is_compared else named


def changes_told(step: Step) -> tuple[Change, ...]:
    """The changes that the second line of a step tells."""
    shown = {*_SHOWN_BESIDE, *(["category"] if step.kind == CHANGE_OF_TRACK and _leads_already(step) else [])}
    facts = [one for one in step.changes if one.group in (ATTRIBUTE, EXTRA) and one.attribute not in shown]
    # Of a role that no standard describes only what an overlay states is known.
    facts = [one for one in facts if one.turn != NOT_KNOWN or (one.after is not None and step.start.defined)]
    asked = [one for one in step.changes if one.group == REQUIREMENT]
    return (*facts, *(one for one in asked if one.turn in (GONE, FALLS)))


def _change(step: Step) -> str:
    listed = "; ".join(one.note.rstrip(".") for one in changes_told(step))
    return (
        said("change", listed=listed) if listed else said("no_changes" if _is_compared(step) else "change_not_stated")
    )


def _is_compared(step: Step) -> bool:
    """Whether anything is stated of both roles that a step can change for a person."""
    facts = [key for key in COMPARED if key not in _SHOWN_BESIDE]
    is_fact = any(getattr(step.start, key) is not None and getattr(step.end, key) is not None for key in facts)
    return is_fact or (step.says_what_it_asks and step.says_what_it_asked)


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
