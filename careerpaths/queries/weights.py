"""The measures of a step as one whole number: sums, order and dominance of many measures at the cost of one.

Each measure has a field of its own in a number, the first one highest, so that adding numbers adds every measure, and
comparing them compares the first measure in which two differ. Between two fields stays a bit that a sum never reaches.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from careerpaths.weighing import MEASURES, Measures

Weight = int
_WIDTH = 32
_MOST = 1 << 20
"""What a measure of one step counts at most: eleven bits are left for the number of steps."""
MOST_MOVES = (1 << (_WIDTH - 1)) // _MOST - 1
_FIELDS = len(MEASURES)
_FIELD = (1 << _WIDTH) - 1
_BARS = sum(1 << (_WIDTH * place + _WIDTH - 1) for place in range(_FIELDS))
Order = tuple[int, ...]
"""The places of MEASURES in the order in which routes are compared."""
BY_DEFAULT: Order = tuple(range(_FIELDS))


def weight(measures: Sequence[int], order: Order = BY_DEFAULT) -> Weight:
    """The measures of a step as one number."""
    packed = 0
    for place in order:
        packed = packed << _WIDTH | min(measures[place], _MOST)
    return packed


def measures_of_weight(packed: Weight, order: Order = BY_DEFAULT) -> Measures:
    """The measures that a number holds, in the order of MEASURES."""
    found = dict.fromkeys(order, 0)
    for place in reversed(order):
        found[place] = packed & _FIELD
        packed >>= _WIDTH
    return tuple(found[place] for place in range(_FIELDS))


def first_measure(packed: Weight) -> int:
    """The measure that numbers are compared by first; the moves, in the default order."""
    return packed >> _WIDTH * (_FIELDS - 1)


def least_of(packed: Collection[Weight]) -> Weight:
    """Of each measure the least that any of some weights has, packed in their order; nought where there are none."""
    fields = [[one >> _WIDTH * place & _FIELD for one in packed] for place in range(_FIELDS)]
    return sum(min(field, default=0) << _WIDTH * place for place, field in enumerate(fields))


def is_covered(packed: Weight, others: Sequence[Weight]) -> bool:
    """Whether one of the others is at most as great in every measure: then nothing speaks for this one."""
    barred = packed | _BARS
    # A loop, since this is where a search spends its time.
    for other in others:  # noqa: SIM110
        if (barred - other) & _BARS == _BARS:
            return True
    return False
