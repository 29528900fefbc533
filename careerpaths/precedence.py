"""Several editions of one standard on a share: which of them counts, and what is said of the others.

Two standards of different documents, or of different sheets of a workbook, are editions of one where they define mostly
the same roles, by code and title. The newer one counts: by the date or version that the document states, else by the
one in its name or that of the sheet; a draft, and what is called old, never counts where another does. Where neither is
dated, or it depends on whether day or month stands first, both count, and a problem says so.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations, pairwise

from careerpaths.finding import FILE_NAME
from careerpaths.identity import column_text, header_text
from careerpaths.mentions import listed, short
from careerpaths.model import NOTE, PROBLEM, Column, Dating, Problem, Reading, Standard
from careerpaths.titles import fold, title_key
from careerpaths.vocabulary import VOCABULARY, Vocabulary

_EDITIONS = ("standard", "job description")
_TABLE = "role table"
_NAMING = frozenset({"title", "job_code"})
_FEW = 20
"""Standards that share a role, up to which each is compared with each; beyond, neighbours only."""

Place = tuple[int, int]
"""A reading and a standard in it."""
_WHOLE = -1
"""All standards of a reading."""
RoleKey = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """Which standards count.

    Attributes:
        readings: as read, without the standards that are superseded.
        superseded: the readings with only those standards that a newer edition replaces.
        undecided: pairs of documents that are editions of one and of which neither is newer.
        contradicting: the pairs among them that do not state the same, sorted.
        problems: one for each pair of documents.
    """

    readings: tuple[Reading, ...]
    superseded: tuple[Reading, ...] = ()
    undecided: frozenset[frozenset[str]] = frozenset()
    contradicting: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()


def settle(
    readings: Sequence[Reading],
    *,
    edition: str | None = None,
    dates: str | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> Settled:
    """Which standards count, of all that were read.

    Args:
        readings: of all documents.
        edition: the edition that the configuration asks for; the document that states it wins.
        dates: "day first" or "month first", as the configuration says; else what all dates show that can be read in one
            way only.
        vocabulary: abbreviations.
    """
    found = [_found(reading, number, vocabulary) for number, reading in enumerate(readings)]
    keys = {place: columns for one in found for place, columns in one}
    old: dict[Place, Place] = {}
    undecided: set[frozenset[str]] = set()
    contradicting: set[tuple[str, str]] = set()
    problems: list[Problem] = []
    datings = _read_one_way(_datings(readings, keys), dates)
    for group in _groups(readings, keys):
        asked = _asked(group, readings, datings, edition)
        count, replaced = _chosen(group, datings, asked)
        old |= replaced
        documents = [readings[number].document for number, _ in count]
        undecided |= {frozenset(pair) for pair in combinations(dict.fromkeys(documents), 2)}
        pairs = [
            *((count[0], other, False) for other in count[1:]),
            *((new, one, True) for one, new in replaced.items()),
        ]
        for winner, other, decided in sorted(pairs, key=lambda pair: pair[1]):
            told = list(_say_pair(readings, (winner, other), keys, datings, decided=decided))
            problems += told
            if not decided and any(one.severity == PROBLEM for one in told):
                first, second = sorted(_cited(readings, winner, other))
                contradicting.add((first, second))
    if edition:
        problems += _say_unknown(edition, readings, datings)
    return Settled(
        readings=_parted(readings, old, keep=False),
        superseded=_parted([one if _has(number, old) else None for number, one in enumerate(readings)], old, keep=True),
        undecided=frozenset(undecided),
        contradicting=tuple(sorted(contradicting)),
        problems=tuple(_one_for_each_pair(problems)),
    )


def _asked(
    group: Sequence[Place], readings: Sequence[Reading], datings: Sequence[Dating], edition: str | None
) -> list[Place]:
    """The standards of the edition asked for: by their date, else by the names of their documents."""
    dated = [one for one in group if edition and _is_dated(datings[one[0]], edition)]
    return dated or [one for one in group if edition and edition in readings[one[0]].document]


def _say_unknown(edition: str, readings: Sequence[Reading], datings: Sequence[Dating]) -> Iterator[Problem]:
    """An edition that no document has, though some say of when they are; where none does it is only a name."""
    is_known = any(_is_dated(one, edition) for one in datings) or any(edition in one.document for one in readings)
    dates = sorted({"-".join(f"{part:02}" for part in one.date) for one in datings if one.date})
    if dates and not is_known:
        message = f'no document is of the edition "{edition}": they are of {listed(dates, ", ")}; correct it'
        yield Problem(severity=NOTE, document=FILE_NAME, place="key edition", message=message)


def _parted(readings: Sequence[Reading | None], old: Mapping[Place, Place], *, keep: bool) -> tuple[Reading, ...]:
    return tuple(_only(one, number, old, keep=keep) for number, one in enumerate(readings) if one is not None)


def _found(reading: Reading, number: int, vocabulary: Vocabulary) -> Iterator[tuple[Place, dict[RoleKey, Column]]]:
    """The standards of a reading with their roles; the roles of a table belong together."""
    if reading.content in _EDITIONS:
        for place, standard in enumerate(reading.standards):
            yield (number, place), _keys(standard, vocabulary)
    elif reading.content == _TABLE:
        together: dict[RoleKey, Column] = {}
        for standard in reading.standards:
            together |= _keys(standard, vocabulary)
        yield (number, _WHOLE), together


def _has(number: int, old: Mapping[Place, Place]) -> bool:
    return any(one == number for one, _ in old)


def _only(reading: Reading, number: int, old: Mapping[Place, Place], *, keep: bool) -> Reading:
    if not _has(number, old):
        return reading
    places = [(number, place) in old or (number, _WHOLE) in old for place in range(len(reading.standards))]
    chosen = tuple(one for one, is_old in zip(reading.standards, places, strict=True) if is_old == keep)
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
    for (one, other), count in sorted(shared.items()):
        less, more = sorted((len(keys[one]), len(keys[other])))
        if _may_be_editions(readings, one, other) and 2 * count >= less and 3 * count >= more:
            first, second = sorted((_led(one, leader), _led(other, leader)))
            leader[second] = first
    groups: defaultdict[Place, list[Place]] = defaultdict(list)
    for place in keys:
        groups[_led(place, leader)].append(place)
    return [sorted(group) for group in groups.values() if len(group) > 1]


def _led(place: Place, leader: Mapping[Place, Place]) -> Place:
    """The first of the group that a place has come into."""
    while leader.get(place, place) != place:
        place = leader[place]
    return place


def _may_be_editions(readings: Sequence[Reading], one: Place, other: Place) -> bool:
    """Whether two places are of different documents or sheets, of the same kind, and of no different functions."""
    first, second = readings[one[0]], readings[other[0]]
    are_of_one = first.document == second.document and (first.sheet == second.sheet or not _are_alike(first, second))
    if are_of_one or first.content != second.content:
        return False
    if _WHOLE in (one[1], other[1]):
        return _labels(first) == _labels(second)
    functions = {
        fold(header_text(place.standards[at], "job_function") or "")
        for place, at in ((first, one[1]), (second, other[1]))
    }
    return len(functions - {""}) < 2  # noqa: PLR2004 - one, or not stated


def _are_alike(one: Reading, other: Reading) -> bool:
    """Whether two sheets state mostly the same things of their roles; else they are parts of one standard."""
    first, second = _labels(one), _labels(other)
    return 2 * len(first & second) >= min(len(first), len(second))


def _labels(reading: Reading) -> frozenset[str]:
    """What is stated of roles beside title and code: two that state different things complement each other."""
    columns = [column for standard in reading.standards for column in standard.columns]
    entries = (entry for column in columns for entry in column.entries)
    return frozenset(fold(entry.label) for entry in entries if entry.kind not in _NAMING)


def _datings(readings: Sequence[Reading], keys: Mapping[Place, Mapping[RoleKey, Column]]) -> list[Dating]:
    """What each reading says of its edition, or else another sheet of its document that defines other roles.

    A cover sheet dates a workbook; a sheet with another edition of the same roles dates nothing but itself.
    """
    roles: defaultdict[int, set[RoleKey]] = defaultdict(set)
    for (number, _), columns in keys.items():
        roles[number] |= columns.keys()
    dated: defaultdict[str, list[int]] = defaultdict(list)
    drafts: defaultdict[str, list[int]] = defaultdict(list)
    for number, reading in enumerate(readings):
        if not reading.dating.of_sheet:
            known = reading.dating.date or reading.dating.version
            dated[reading.document] += [number] if known else []
            drafts[reading.document] += [number] if reading.dating.draft else []
    found = []
    for number, reading in enumerate(readings):
        own = reading.dating
        is_of_others = partial(_are_apart, roles, number)
        if not (own.date or own.version):
            other = next(filter(is_of_others, dated[reading.document]), number)
            own = replace(readings[other].dating, draft=own.draft, old=own.old)
        is_draft = own.draft or any(map(is_of_others, drafts[reading.document]))
        found.append(replace(own, draft=is_draft))
    return found


def _read_one_way(datings: Sequence[Dating], dates: str | None) -> list[Dating]:
    """Dates in numbers as they are written here: as the configuration says, else as those show that leave no choice."""
    shown = {dating.first for dating in datings if dating.first}
    first = dates.partition(" ")[0] if dates else next(iter(shown), "") if len(shown) == 1 else ""
    if not first:
        return list(datings)
    return [replace(one, date=one.by_day if first == "day" and one.by_day else one.date, by_day=()) for one in datings]


def _are_apart(roles: Mapping[int, set[RoleKey]], one: int, other: int) -> bool:
    return roles[one].isdisjoint(roles[other])


def _chosen(
    group: Sequence[Place], datings: Sequence[Dating], asked: Sequence[Place]
) -> tuple[list[Place], dict[Place, Place]]:
    """The standards that count, more than one where nothing tells which, and for each other one that replaces it."""
    if len(asked) == 1:
        return [*asked], {place: asked[0] for place in group if place != asked[0]}
    final = [place for place in group if not (datings[place[0]].draft or datings[place[0]].old)] or [*group]
    newer = {place: [one for one in final if _is_newer(datings[one[0]], datings[place[0]])] for place in final}
    count = [place for place in final if not newer[place]] or final
    replaced = {
        place: next((one for one in count if one in newer[place]), count[0]) for place in final if place not in count
    }
    return count, {**replaced, **{place: count[0] for place in group if place not in final}}


def _is_newer(one: Dating, other: Dating) -> bool:
    """Whether a standard says that it is newer, whether the day or the month comes first in its date."""
    by_day = (replace(dating, date=dating.by_day or dating.date) for dating in (one, other))
    return _is_later(one, other) and _is_later(*by_day)


def _is_later(one: Dating, other: Dating) -> bool:
    """Whether a standard is newer by date, else by version; "2024-07" is not newer than "2024"."""
    shared = min(len(one.date), len(other.date))
    if shared and one.date[:shared] != other.date[:shared]:
        return one.date > other.date
    if bool(one.date) != bool(other.date):
        return False
    # The first edition seldom says that it is one.
    first, second = (_version(dating) for dating in (one, other))
    return first > second


def _version(dating: Dating) -> tuple[int, ...]:
    numbers = list(dating.version or (1,))
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def _is_dated(dating: Dating, edition: str) -> bool:
    stated = ["-".join(f"{part:02}" for part in date) for date in (dating.date, dating.by_day) if date]
    return any(edition.startswith(one) or one.startswith(edition) for one in stated)


def _cited(readings: Sequence[Reading], one: Place, other: Place) -> tuple[str, str]:
    """How a message names two standards: by their documents, or as sheets of one."""
    first, second = readings[one[0]], readings[other[0]]
    if first.document != second.document:
        return first.document, second.document
    return f"{first.document}, sheet {first.sheet}", f"{second.document}, sheet {second.sheet}"


def _say_pair(
    readings: Sequence[Reading],
    pair: tuple[Place, Place],
    keys: Mapping[Place, Mapping[RoleKey, Column]],
    datings: Sequence[Dating],
    *,
    decided: bool,
) -> Iterator[Problem]:
    """One problem for a pair of editions: what they share, what differs, and, where one counts, why."""
    one, _ = _cited(readings, *pair)
    first, second = (readings[place[0]] for place in pair)
    are_sheets = first.document == second.document
    common = len(keys[pair[0]].keys() & keys[pair[1]].keys())
    differing = list(_differences(keys[pair[0]], keys[pair[1]]))
    differs = f"they differ in {listed(differing, '; ')}" if differing else "they state the same"
    shared = f"defines {common} of the same roles as {one}; {differs}"
    if decided:
        why = _why(*(datings[place[0]] for place in pair))
        message = f"{shared}; {why}: that one counts, this one is kept as superseded, used by no answer"
    elif differing:
        settle = "delete one" if are_sheets else "exclude one"
        why = _why_neither(*(datings[place[0]] for place in pair))
        message = f"{shared}; {why}: both count; {settle}, or name the edition"
    else:
        message = f"{shared}: both are cited"
    severity = PROBLEM if differing else NOTE
    where = f"sheet {second.sheet}" if are_sheets else "whole document"
    yield Problem(severity=severity, document=second.document, place=where, message=message)


def _why_neither(one: Dating, other: Dating) -> str:
    if not one.by_day and not other.by_day:
        return "neither says that it is newer"
    said = listed([dating.evidence for dating in (one, other) if dating.by_day], " and ")
    return f'day or month may stand first in {said}, so that neither is surely newer (dates = "day first" settles it)'


def _why(winner: Dating, loser: Dating) -> str:
    if loser.draft and not winner.draft:
        return "this one is a draft"
    if loser.old and not winner.old:
        return f"this one is old by the name of its {'sheet' if loser.of_sheet else 'file or folder'}"
    if not _is_newer(winner, loser):
        return "that one is of the edition asked for"
    said = [f"that one by {winner.evidence}"] if winner.evidence else []
    said += [f"this one by {loser.evidence}"] if loser.evidence else []
    return f"that one is newer ({'; '.join(said)})"


def _differences(there: Mapping[RoleKey, Column], here: Mapping[RoleKey, Column]) -> Iterator[str]:
    for key, column in there.items():
        if key not in here:
            yield f"{column.title.text} (only there)"
            continue
        before, after = _said(column), _said(here[key])
        for label in sorted({*before, *after}):
            if fold(before.get(label, "")) != fold(after.get(label, "")):
                old, new = (short(said.get(label) or "blank", longest=30) for said in (before, after))
                yield f'{column.title.text}, {label} ("{old}" there, "{new}" here)'
    yield from (f"{column.title.text} (only here)" for key, column in here.items() if key not in there)


def _said(column: Column) -> dict[str, str]:
    level = [column.level] if column.level else []
    return {fold(entry.label): entry.text for entry in (*level, *column.entries) if entry.kind != "title"}


def _one_for_each_pair(problems: Sequence[Problem]) -> Iterator[Problem]:
    """A pair of documents with several standards in common is told once, by the first of them."""
    seen: set[tuple[str, str]] = set()
    for problem in problems:
        key = (f"{problem.document} {problem.place}", problem.message.partition(" as ")[2].partition(";")[0])
        if key not in seen:
            seen.add(key)
            yield problem
