"""What every measure is made of: two sides that take turns, and the ratio of their medians."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

TENTH = "the same, a tenth of the input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """How much is measured."""

    processes: int
    """Rounds in which whole processes are started."""
    rounds: int
    """Rounds of everything else."""
    standards: int
    """Standards of the smaller organisation that is read; the larger has ten times as many."""
    papers: int
    """Standards as PDFs and as workbooks, for the readers alone."""
    roles: tuple[int, ...]
    """Sizes of the organisations in which routes are sought, graphs built and maps written."""
    all_pairs: int
    """Roles between which all distances are measured."""


FULL = Scale(processes=15, rounds=5, standards=100, papers=20, roles=(1_000, 10_000), all_pairs=10_000)
QUICK = Scale(processes=2, rounds=1, standards=8, papers=2, roles=(50, 500), all_pairs=100)


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: how a user would call it, and what is timed."""

    name: str
    run: Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One comparison: what each side ran, its median in seconds, and the greatest ratio allowed, where one is set."""

    what: str
    ours: str
    rival: str
    our_seconds: float
    rival_seconds: float
    limit: float | None = None
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times as long as the rival."""
        return self.our_seconds / self.rival_seconds

    @property
    def is_over(self) -> bool:
        """Whether a limit is set and broken."""
        return self.limit is not None and self.ratio > self.limit


def compared(  # noqa: PLR0913 - both sides, and what is said of them
    what: str, ours: Side, rival: Side, *, rounds: int, limit: float | None = None, note: Callable[[], str] = str
) -> Line:
    """Both sides measured in turns; the note is asked for when they have run."""
    our_seconds, rival_seconds = medians(ours.run, rival.run, rounds)
    return Line(
        what=what,
        ours=ours.name,
        rival=rival.name,
        our_seconds=our_seconds,
        rival_seconds=rival_seconds,
        limit=limit,
        note=note(),
    )


def medians(ours: Callable[[], object], rival: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The median seconds of both, measured in turns, so that whatever else the machine does falls on both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for call, found in zip((ours, rival), times, strict=True):
            gc.collect()
            begun = perf_counter()
            call()
            found.append(perf_counter() - begun)
    return median(times[0]), median(times[1])


def require(same: bool, what: str) -> None:  # noqa: FBT001 - the thing required, not an option
    """Stop where the two sides do not do the same work: the ratio would mean nothing."""
    if not same:
        message = f"the two sides differ: {what}"
        raise SystemExit(message)
