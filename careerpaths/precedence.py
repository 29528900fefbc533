"""Several editions of one standard on a share: which of them counts, and what is said of the others.

Two standards of different documents are editions of one where they define mostly the same roles, by code and title. The
newer one counts: by the date or version that the document states, else by the one in its name; a draft never counts
where another does. Where neither is dated both count, and a problem says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, pairwise

from careerpaths.identity import column_text, header_text
from careerpaths.mentions import listed, short
from careerpaths.model import NOTE, PROBLEM, Column, Dating, Problem, Reading, Standard
from careerpaths.titles import fold, title_key
from careerpaths.vocabulary import VOCABULARY, Vocabulary

_EDITIONS = ("standard", "job description")
_FEW = 20
"""Standards that share a role, up to which each is compared with each; beyond, neighbours only."""

Place = tuple[int, int]
"""A reading and a standard in it."""
RoleKey = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Which standards count.

    Attributes:
        readings: as read, without the standards that are superseded.
        superseded: the readings with only those standards that a newer edition replaces.
        undecided: pairs of documents that are editions of one and of which neither is newer.
        problems: one for each pair of documents.
    """

    readings: tuple[Reading, ...]
    superseded: tuple[Reading, ...] = ()
    undecided: frozenset[frozenset[str]] = frozenset()
    problems: tuple[Problem, ...] = ()


def settle(
    readings: Sequence[Reading],
    *,
    edition: str | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> Settled:
    """Which standards count, of all that were read.

    Args:
        readings: of all documents.
        edition: the edition that the configuration asks for; the document that states it wins.
        vocabulary: abbreviations.
    """
    keys = {
        (number, place): _keys(standard, vocabulary)
        for number, reading in enumerate(readings)
        if reading.content in _EDITIONS
        for place, standard in enumerate(reading.standards)
    }
    groups = _groups(readings, keys)
    datings = {reading.document: reading.dating for reading in readings}
    old: set[Place] = set()
    undecided: set[frozenset[str]] = set()
    problems: list[Problem] = []
    for group in groups:
        winner = _winner(readings, group, datings, edition)
        for other in group:
            if winner is None and other != group[0]:
                undecided.add(frozenset({readings[group[0][0]].document, readings[other[0]].document}))
                problems += _say_pair(readings, (group[0], other), keys, datings, decided=False)
            elif winner is not None and other != winner:
                old.add(other)
                problems += _say_pair(readings, (winner, other), keys, datings, decided=True)
    return Settled(
        readings=tuple(_only(reading, number, old, keep=False) for number, reading in enumerate(readings)),
        superseded=tuple(
            _only(reading, number, old, keep=True) for number, reading in enumerate(readings) if _has(number, old)
        ),
        undecided=frozenset(undecided),
        problems=tuple(_one_for_each_pair(problems)),
    )


def _has(number: int, old: set[Place]) -> bool:
    return any(one == number for one, _ in old)


def _only(reading: Reading, number: int, old: set[Place], *, keep: bool) -> Reading:
    if not _has(number, old):
        return reading
    chosen = tuple(one for place, one in enumerate(reading.standards) if ((number, place) in old) == keep)
    return replace(reading, standards=chosen)


def _keys(standard: Standard, vocabulary: Vocabulary) -> dict[RoleKey, Column]:
    function = fold(header_text(standard, "job_function") or "")
    return {
        (
            column_text(column, "job_code") or f"\0{function}",
            title_key(column.title.text, vocabulary=vocabulary),
        ): column
        for column in standard.columns
    }


def _groups(readings: Sequence[Reading], keys: Mapping[Place, Mapping[RoleKey, Column]]) -> list[list[Place]]:
    """Standards that are editions of one, in reading order; each group has more than one."""
    bearers: defaultdict[RoleKey, list[Place]] = defaultdict(list)
    for place, columns in keys.items():
        for key in columns:
            bearers[key].append(place)
    shared: Counter[tuple[Place, Place]] = Counter()
    for places in bearers.values():
        shared.update(combinations(places, 2) if len(places) <= _FEW else pairwise(places))
    leader: dict[Place, Place] = {}

    def find(place: Place) -> Place:
        while leader.get(place, place) != place:
            place = leader[place]
        return place

    for (one, other), count in sorted(shared.items()):
        is_other = readings[one[0]].document != readings[other[0]].document
        if is_other and 2 * count >= min(len(keys[one]), len(keys[other])):
            first, second = sorted((find(one), find(other)))
            leader[second] = first
    groups: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in keys:
        groups[find(place)].append(place)
    return [sorted(group) for group in groups.values() if len(group) > 1]


def _winner(
    readings: Sequence[Reading], group: Sequence[Place], datings: Mapping[str, Dating], edition: str | None
) -> Place | None:
    """The standard that counts; None where nothing tells which."""
    dated = [(place, datings.get(readings[place[0]].document, Dating())) for place in group]
    asked = [place for place, one in dated if edition and _is_of(one, readings[place[0]].document, edition)]
    if len(asked) == 1:
        return asked[0]
    final = [(place, one) for place, one in dated if not one.draft]
    if len(final) == 1:
        return final[0][0]
    by_date = [(one.date, one.version, place) for place, one in final]
    if final and all(date for date, _, _ in by_date):
        return _latest([(date, place) for date, _, place in by_date])
    if final and all(version for _, version, _ in by_date):
        return _latest([(version, place) for _, version, place in by_date])
    return None


def _latest(found: Sequence[tuple[tuple[int, ...], Place]]) -> Place | None:
    best = max(when for when, _ in found)
    places = [place for when, place in found if when == best]
    return places[0] if len(places) == 1 else None


def _is_of(dating: Dating, document: str, edition: str) -> bool:
    stated = "-".join(f"{part:02}" for part in dating.date)
    return bool(stated and (edition.startswith(stated) or stated.startswith(edition))) or edition in document


def _say_pair(
    readings: Sequence[Reading],
    pair: tuple[Place, Place],
    keys: Mapping[Place, Mapping[RoleKey, Column]],
    datings: Mapping[str, Dating],
    *,
    decided: bool,
) -> Iterator[Problem]:
    """One problem for a pair of editions: what they share, what differs, which says that it is newer."""
    one, other = (readings[place[0]].document for place in pair)
    common = len(keys[pair[0]].keys() & keys[pair[1]].keys())
    differing = list(_differences(keys[pair[0]], keys[pair[1]]))
    differs = f"they differ in {listed(differing, '; ')}" if differing else "they state the same"
    shared = f"defines {common} of the same roles as {one}; {differs}"
    if decided:
        why = _why(datings.get(one, Dating()), datings.get(other, Dating()))
        message = f"{shared}; {why}: it counts, and this one is kept as superseded and used by no answer"
    elif differing:
        message = f"{shared}; neither says that it is newer: both count; exclude one, or name the edition"
    else:
        message = f"{shared}: both are cited"
    severity = PROBLEM if differing else NOTE
    yield Problem(severity=severity, document=other, place="whole document", message=message)


def _why(winner: Dating, loser: Dating) -> str:
    if loser.draft and not winner.draft:
        return "this one is a draft"
    said = [f"that one by {winner.evidence}"] if winner.evidence else []
    said += [f"this one by {loser.evidence}"] if loser.evidence else []
    return f"that one is newer ({'; '.join(said)})" if said else "that one is of the edition asked for"


def _differences(one: Mapping[RoleKey, Column], other: Mapping[RoleKey, Column]) -> Iterator[str]:
    for key, column in one.items():
        if key not in other:
            yield f"{column.title.text} (only in the first)"
            continue
        before, after = _said(column), _said(other[key])
        for label in sorted({*before, *after}):
            if fold(before.get(label, "")) != fold(after.get(label, "")):
                old, new = (
                    short(before.get(label) or "blank", longest=30),
                    short(after.get(label) or "blank", longest=30),
                )
                yield f'{column.title.text}, {label} ("{old}" / "{new}")'
    yield from (f"{column.title.text} (only in the second)" for key, column in other.items() if key not in one)


def _said(column: Column) -> dict[str, str]:
    return {fold(entry.label): entry.text for entry in column.entries if entry.kind != "title"}


def _one_for_each_pair(problems: Sequence[Problem]) -> Iterator[Problem]:
    """A pair of documents with several standards in common is told once, by the first of them."""
    seen: set[tuple[str, str]] = set()
    for problem in problems:
        key = (problem.document, problem.message.partition(" as ")[2].partition(";")[0])
        if key not in seen:
            seen.add(key)
            yield problem
