"""How much a step asks: what is stated of the next role and not of the role before, counted and never weighed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from careerpaths.change import DUTY, KNOWLEDGE, REQUIREMENT, Change
from careerpaths.weighing import ASKED


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The statements of one kind, by what became of them."""

    new: int = 0
    changed: int = 0
    """Reworded: most words stay."""
    rewritten: int = 0
    rises: int = 0
    """Only the word for the proficiency, the degree or the years differ, and it is more."""
    falls: int = 0
    same: int = 0
    gone: int = 0
    """Stated of the role before and no more."""

    @property
    def asked(self) -> int:
        """Those that ask something that the role before did not ask."""
        return self.new + self.changed + self.rewritten + self.rises

    @property
    def stated(self) -> int:
        """All that are stated of the role behind the step."""
        return self.asked + self.falls + self.same


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """What a step asks anew, of all that the next role asks."""

    requirements: Counts
    duties: Counts
    knowledge: Counts

    @property
    def asked(self) -> int:
        """Requirements, duties and kinds of knowledge that are new, reworded, rewritten or rise: one each."""
        return sum(one.asked for one in self._kinds())

    @property
    def stated(self) -> int:
        """All requirements, duties and kinds of knowledge that are stated of the next role."""
        return sum(one.stated for one in self._kinds())

    def _kinds(self) -> tuple[Counts, ...]:
        return self.requirements, self.duties, self.knowledge

    def to_dict(self) -> dict[str, Any]:
        """The JSON shape: `{asked, stated, requirements, duties, knowledge}`."""
        kinds = {name: asdict(getattr(self, name)) for name in ("requirements", "duties", "knowledge")}
        return {"asked": self.asked, "stated": self.stated, **kinds}


def demand(compared: Sequence[Change]) -> Demand:
    """The count of what `careerpaths.change.comparison` found between two roles, the same included."""
    return Demand(
        requirements=_counts(compared, REQUIREMENT),
        duties=_counts(compared, DUTY),
        knowledge=_counts(compared, KNOWLEDGE),
    )


def _counts(compared: Sequence[Change], group: str) -> Counts:
    return Counts(**Counter(one.turn for one in compared if one.group == group))


def is_asked(change: Change) -> bool:
    """Whether a change is something that the person must newly have, do or know."""
    return change.turn in ASKED and change.group in (REQUIREMENT, DUTY, KNOWLEDGE)
