"""Which levels there are, and their order: as moves go, as they stand side by side, by their numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from careerpaths.suggestions.shapes import Field, Record
from careerpaths.titles import fold, level_number

_UNNUMBERED = 10**9
_MOST_LEVELS = 40


def in_order(names: Sequence[str], steps: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Levels from the lowest to the highest.

    One level after the other is taken to which the fewest steps lead from those that are left (those back taken off);
    of several, the one with the lowest number, then the first.

    Args:
        names: of the levels.
        steps: pairs of levels of which the first is mostly lower.
    """
    counts = Counter(steps)
    left = list(names)
    order: list[str] = []
    while left:
        lowest = min(left, key=lambda name: (_led_to(name, left, counts), _number(name)))
        left.remove(lowest)
        order.append(lowest)
    return tuple(order)


def _led_to(name: str, others: Iterable[str], counts: Mapping[tuple[str, str], int]) -> int:
    return sum(max(0, counts.get((low, name), 0) - counts.get((name, low), 0)) for low in others)


def _number(name: str) -> int:
    number = level_number(name)
    return _UNNUMBERED if number is None else number


def levels_of(fields: Sequence[Field]) -> tuple[str, ...]:
    """The names of levels that stand in fields, as first met; of very many those that stand there most."""
    names: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for cell in (cell for one in fields for cell in one.cells):
        names.setdefault(fold(cell.text), " ".join(cell.text.split()))
        counts[fold(cell.text)] += 1
    kept = {key for key, _ in counts.most_common(_MOST_LEVELS)}
    return tuple(name for key, name in names.items() if key in kept and key)


def level_steps(fields: Sequence[Field], steps: Iterable[tuple[Record, Record]]) -> Iterator[tuple[str, str]]:
    """Pairs of levels of which the first is lower: where a role leads, and side by side from left to right."""
    names = {fold(name): name for name in levels_of(fields)}
    said = {record: fold(cell.text) for one in fields for cell in one.cells for record in cell.records}
    levels = {record: names[key] for record, key in said.items() if key in names}
    for start, end in steps:
        if start in levels and end in levels and levels[start] != levels[end]:
            yield levels[start], levels[end]
    beside = [record for one in fields if not one.is_column for cell in one.cells for record in cell.records]
    for number, place in beside:
        low, high = levels.get((number, place)), levels.get((number, place + 1))
        if low and high and low != high:
            yield low, high


def by_track(fields: Sequence[Field], tracks: Mapping[Record, str | None]) -> dict[str, tuple[str, ...]]:
    """The levels of each track; empty where that of a level is not known, or a name is a level of several tracks."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for cell in (cell for one in fields for cell in one.cells):
        found[fold(cell.text)] |= {track for record in cell.records if (track := tracks.get(record))}
    known = {key: min(names) for key, names in found.items() if len(names) == 1}
    if len(known) < len(found) or len(set(known.values())) < 2:  # noqa: PLR2004 - one list says as much
        return {}
    names = levels_of(fields)
    return {track: tuple(name for name in names if known[fold(name)] == track) for track in sorted(set(known.values()))}
