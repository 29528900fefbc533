"""The best paths between numbered places: equal to brute force over all simple paths."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.queries.paths import Arcs, best_paths
from careerpaths.queries.weights import Weight, first_measure, weight
from careerpaths.weighing import MEASURES

PLACES = range(6)
STEP = weight((1, *[0] * (len(MEASURES) - 1)))
weights = st.tuples(st.just(1), *[st.integers(0, 1)] * (len(MEASURES) - 1)).map(weight)


def brute_force(arcs: Arcs, first: int, last: int, longest: int) -> list[tuple[Weight, tuple[int, ...]]]:
    """Every simple path of at most so many steps with its weight, by weight and then as places compare."""
    between = [place for place in arcs if place not in (first, last)]
    found = []
    for count in range(len(between) + 1):
        for middle in permutations(between, count):
            path = (first, *middle, last)
            if all(end in arcs[start] for start, end in pairwise(path)) and len(path) - 1 <= longest:
                steps = [arcs[start][end] for start, end in pairwise(path)]
                assert first_measure(sum(steps)) == len(steps)
                found.append((sum(steps), path))
    return sorted(found)


@given(
    drawn=st.dictionaries(st.tuples(st.sampled_from(PLACES), st.sampled_from(PLACES)), weights, max_size=30),
    most=st.integers(1, 12),
    longest=st.integers(1, 6),
)
def test_paths_equal_brute_force(drawn: dict[tuple[int, int], Weight], most: int, longest: int) -> None:
    """The first so many of all simple paths, in order, and no path twice."""
    arcs = {place: {end: cost for (start, end), cost in drawn.items() if start == place != end} for place in PLACES}
    expected = [path for _, path in brute_force(arcs, 0, 5, longest)]
    assert best_paths(arcs, 0, 5, most=most, longest=longest) == expected[:most]


@pytest.mark.parametrize("arcs", [{0: {}}, {0: {1: STEP}, 1: {0: STEP}}], ids=["alone", "in a cycle"])
def test_from_a_place_to_itself_is_one_path_without_steps(arcs: Arcs) -> None:
    """Whoever is there has no step to take."""
    assert best_paths(arcs, 0, 0, most=5, longest=5) == [(0,)]


def test_a_path_that_must_leave_the_cheapest_way_is_found() -> None:
    """Behind a prefix that took the only way on, the estimate misleads and the search goes around."""
    step = STEP
    arcs = {0: {1: step}, 1: {2: step}, 2: {1: step, 3: step}, 3: {4: step}, 4: {}}
    assert best_paths(arcs, 0, 4, most=5, longest=9) == [(0, 1, 2, 3, 4)]
