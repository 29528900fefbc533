"""Make up the roles and moves of a large organisation directly, without documents: ladders that lead into each other.

Every function has five professional levels, two supervisors and three managers; moves go up the ladder, to other
tracks, into other functions and, now and then, one level back. The same size and seed give the same catalogue.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import careerpaths as cp

if TYPE_CHECKING:
    from collections.abc import Iterator

LEVELS = ("Entry", "Intermediate", "Experienced", "Advanced", "Expert")
RUNGS = (
    *(("Anl", n, "Professional", "professional", level) for n, level in enumerate(LEVELS, 1)),
    *(("Supv", n, "Supervisory", "supervisory", f"Supervisor {n}") for n in (1, 2)),
    *(("Mgr", n, "Managerial", "managerial", f"Manager {n}") for n in (1, 2, 3)),
)
WITHIN = ((0, 1), (1, 2), (2, 3), (2, 5), (3, 4), (3, 6), (3, 7), (4, 7), (4, 8), (5, 6), (6, 7), (7, 8), (8, 9))
"""The moves within a function, as places in RUNGS; which of them are stated is drawn."""


def catalogue(size: int, *, seed: int = 0) -> cp.Catalogue:
    """A catalogue of `size` roles (a multiple of ten), each with facts, two requirements and its moves."""
    random = Random(f"layered {size} {seed}")
    functions = size // len(RUNGS)
    roles = tuple(_role(function, place) for function in range(functions) for place in range(len(RUNGS)))
    moves = sorted({pair for function in range(functions) for pair in _pairs(random, function, functions)})
    return cp.Catalogue(standards=(), roles=roles, moves=tuple(_move(roles, *pair) for pair in moves), problems=())


def _role(function: int, place: int) -> cp.Role:
    noun, number, category, track, level = RUNGS[place]
    title = f"Function {function:04d} {noun} {number}"
    return cp.Role(
        id=f"function-{function:04d}-{noun.lower()}-{number}-{function:04d}{place}",
        title=title,
        name=title,
        job_code=f"{function:04d}{place}",
        level=level,
        category=category,
        job_function=f"Function {function:04d}",
        job_family=f"Family {function % 12}",
        personnel_program="PSS" if place < 3 else "MSP",
        flsa="Non-Exempt" if place < 2 else "Exempt",
        defined=True,
        states_moves=True,
        track=track,
        level_order=number,
        requirement_kinds=("education", "certificate"),
        requirements=(("Education 1", "A bachelor's degree."), ("Cert 1", f"A certificate of grade {number}.")),
        scope="Does the work of this level.",
        documents=(f"function-{function:04d}.txt",),
    )


def _pairs(random: Random, function: int, functions: int) -> Iterator[tuple[int, int]]:
    """The moves stated by the roles of one function, as places among all roles."""
    base = function * len(RUNGS)
    for start, end in WITHIN:
        if random.random() < 0.9:
            yield base + start, base + end
    for start in range(len(RUNGS)):
        if random.random() < 0.8:
            other = random.randrange(functions)
            end = min(start + random.choice((0, 0, 1)), len(RUNGS) - 1)
            if other != function:
                yield base + start, other * len(RUNGS) + end
        if start in (1, 2, 3, 4) and random.random() < 0.05:
            yield base + start, base + start - 1


def _move(roles: tuple[cp.Role, ...], start: int, end: int) -> cp.Move:
    one, other = roles[start], roles[end]
    kind, direction = _kind(one, other)
    source = cp.Source(
        document=one.documents[0], row="Career Path 1", column=one.level, text=other.title, line=40, page=1
    )
    return cp.Move(start=one.id, end=other.id, kind=kind, kind_basis="standard", direction=direction, sources=(source,))


def _kind(one: cp.Role, other: cp.Role) -> tuple[str, str | None]:
    if one.track != other.track:
        return ("change-of-track" if one.job_function == other.job_function else "cross-function"), None
    difference = (other.level_order or 0) - (one.level_order or 0)
    direction = "same" if not difference else "up" if difference > 0 else "down"
    if one.job_function != other.job_function:
        return "cross-function", direction
    return ("promotion" if direction == "up" else "step-back"), direction
