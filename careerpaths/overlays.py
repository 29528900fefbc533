"""Overlays: tables of further values for roles (grade, salary range, headcount ...), by job code, then by title.

An overlay fills what the standards leave open and never overwrites what they state: where they disagree, the standard
counts and a problem says so. Other spellings of a title become aliases. An overlay never defines a role.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from careerpaths.identity import column_text, header_text
from careerpaths.mentions import listed
from careerpaths.model import NOTE, PROBLEM, UNPLACED, Column, Entry, Problem, Reading, Role, Standard
from careerpaths.moves import track_and_order
from careerpaths.titles import fold, is_placeholder, title_key
from careerpaths.values import value_key
from careerpaths.vocabulary import ATTRIBUTES, REQUIREMENTS, SCOPES, VOCABULARY, Vocabulary

OVERLAY = "overlay"
"""What a document holds that adds values to roles."""
_MOVES = frozenset({"career_path", "promoted_from"})
_NUMBERED = re.compile(r"(?P<name>.*?)\s*(?P<number>\d+)?", re.DOTALL)
# What a role has one of for each number: "Education 1" and "Education" say the same, whatever they are called.
_BY_KIND = frozenset({*REQUIREMENTS, *SCOPES, "job_summary", "environment"})
_DIGITS = 9
_FIELDS = ("level", "category", "job_function", "job_family", *ATTRIBUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaid:
    """Roles with what overlays add.

    Attributes:
        roles: in the order given.
        added: (place of the role, statement) of everything that was taken.
        problems: what contradicts a standard or another overlay, and what names no role.
        readings: the overlays without the records that name no role, whose cells are not placed.
    """

    roles: tuple[Role, ...]
    added: tuple[tuple[int, Entry], ...] = ()
    problems: tuple[Problem, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class _Desk:
    roles: list[Role]
    vocabulary: Vocabulary
    by_code: dict[str, list[int]]
    by_key: dict[str, list[int]]
    standards: Sequence[Standard] = ()
    added: list[tuple[int, Entry]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    facts: dict[tuple[int, str], Entry] = field(default_factory=dict)
    """Values that an overlay gave: for a role and a field or label, the statement."""
    stated: dict[int, tuple[Entry, ...]] = field(default_factory=dict)
    """What the standards state of a role, as it was asked for."""


def overlay(
    roles: Sequence[Role],
    readings: Sequence[Reading],
    *,
    standards: Sequence[Standard] = (),
    aliases: Mapping[str, str] | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> Overlaid:
    """Roles with the values of overlays.

    Args:
        roles: of a catalogue, with their ids.
        readings: of the overlays, as tables of records.
        standards: what the roles are defined by; their texts are compared with those of the overlays.
        aliases: another spelling of a title -> the title or job code that it means.
        vocabulary: abbreviations, and other words for values ("E" for Exempt).
    """
    desk = _Desk(list(roles), vocabulary, _by_code(roles), _by_key(roles, vocabulary), standards)
    for spelling, meaning in sorted((aliases or {}).items()):
        _add_spelling(desk, spelling, meaning)
    records = [(standard, column) for one in readings for standard in one.standards for column in standard.columns]
    strangers = _take_all(desk, records)
    together: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        together[reading.document].append(reading)
    for sheets in together.values():
        desk.problems += [problem for one in sheets for problem in one.problems]
        desk.problems += _say_useless(desk, sheets, strangers)
    left = {id(column) for _, column in strangers}
    return Overlaid(
        roles=tuple(desk.roles),
        added=tuple(desk.added),
        problems=tuple(desk.problems),
        readings=tuple(_as_taken(one, left) for one in readings),
    )


def _as_taken(reading: Reading, left: Collection[int]) -> Reading:
    """An overlay with the records that name a role; the cells of the others are not placed."""
    taken = tuple(one for one in reading.standards if all(id(column) not in left for column in one.columns))
    lost = _places(reading.standards) - _places(taken)
    fates = tuple((line, at, UNPLACED if (line, at) in lost else fate) for line, at, fate in reading.fates)
    return replace(reading, standards=taken, fates=fates, content=OVERLAY)


def _places(standards: Sequence[Standard]) -> set[tuple[int, int]]:
    entries = [entry for one in standards for entry in one.header]
    for column in (column for one in standards for column in one.columns):
        entries += [column.title, *([column.level] if column.level else []), *column.entries]
    return {place for entry in entries for place in entry.places}


def _add_spelling(desk: _Desk, spelling: str, meaning: str) -> None:
    """An alias of the configuration: for the one role with that code or title, else a problem."""
    found = desk.by_code.get(meaning) or desk.by_key.get(title_key(meaning, vocabulary=desk.vocabulary), [])
    if len(found) == 1:
        role = desk.roles[found[0]]
        desk.roles[found[0]] = replace(role, aliases=(*role.aliases, spelling))
        desk.by_key.setdefault(title_key(spelling, vocabulary=desk.vocabulary), []).append(found[0])
        return
    several = f"{len(found)} roles have" if found else "no role has"
    message = f'{several} the title or code "{meaning}": correct it or leave it out'
    place = f"key aliases.{spelling}"
    desk.problems.append(Problem(severity=PROBLEM, document="careerpaths.toml", place=place, message=message))


def _by_code(roles: Sequence[Role]) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, role in enumerate(roles):
        if role.job_code:
            found[role.job_code].append(place)
    return dict(found)


def _by_key(roles: Sequence[Role], vocabulary: Vocabulary) -> dict[str, list[int]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, role in enumerate(roles):
        for key in {title_key(title, vocabulary=vocabulary) for title in (role.title, *role.aliases)}:
            found[key].append(place)
    return dict(found)


_Record = tuple[Standard, Column]


def _take_all(desk: _Desk, records: Sequence[_Record]) -> list[_Record]:
    """What is taken from each record; those that name no role are tried again, since others may have given its code."""
    while True:
        left = [one for one in records if not _take(desk, *one)]
        if len(left) == len(records):
            return left
        records = left


def _take(desk: _Desk, standard: Standard, column: Column) -> bool:
    place = _role_of(desk, standard, column)
    if place is None:
        return False
    told = _title_of_another(desk, place, column)
    if told:
        desk.problems.append(told)
        return True
    for entry in (*standard.header, *([column.level] if column.level else []), *column.entries):
        if entry.kind == "title":
            _add_alias(desk, place, entry)
        elif entry.kind in _FIELDS and entry.text != (column.title.text if entry.kind == "job_code" else None):
            _fill(desk, place, str(entry.kind), entry)
        elif entry.kind not in (*_MOVES, "job_code") and not is_placeholder(entry.text, vocabulary=desk.vocabulary):
            _add(desk, place, entry)
    role = desk.roles[place]
    track, order = track_and_order(role.level, role.category, vocabulary=desk.vocabulary)
    desk.roles[place] = replace(role, track=track, level_order=order) if role.defined else role
    return True


def _role_of(desk: _Desk, standard: Standard, column: Column) -> int | None:
    """The one role that a record means: by code, else by title in its function, else by title."""
    return _only(_roles_of(desk, standard, column))


def _roles_of(desk: _Desk, standard: Standard, column: Column) -> list[int]:
    """The roles that a record may mean."""
    code = column_text(column, "job_code")
    alike = desk.by_key.get(title_key(column.title.text, vocabulary=desk.vocabulary), [])
    if code in desk.by_code:
        coded = desk.by_code[code]
        return coded if len(coded) == 1 else [place for place in coded if place in alike] or coded
    # A role with another code is another role, whatever its title.
    free = [place for place in alike if code is None or desk.roles[place].job_code is None]
    function = fold(header_text(standard, "job_function") or "")
    near = [place for place in free if fold(desk.roles[place].job_function or "") == function]
    return near if len(near) == 1 else free


def _title_of_another(desk: _Desk, place: int, column: Column) -> Problem | None:
    """A problem where the code means one role and the title another."""
    title, code = column.title, column_text(column, "job_code")
    alike = desk.by_key.get(title_key(title.text, vocabulary=desk.vocabulary), [])
    if not alike or place in alike:
        return None
    message = f'the code {code} is that of {desk.roles[place].name}, not of "{title.text}": not taken; correct one'
    return _said(PROBLEM, title, message)


def _only(places: Sequence[int]) -> int | None:
    return places[0] if len(places) == 1 else None


def _add_alias(desk: _Desk, place: int, entry: Entry) -> None:
    role = desk.roles[place]
    if entry.text in (role.title, role.name, *role.aliases, role.job_code):
        return
    key = title_key(entry.text, vocabulary=desk.vocabulary)
    if key not in {title_key(title, vocabulary=desk.vocabulary) for title in (role.title, *role.aliases)}:
        message = f'the code is that of {role.name}, the title is "{entry.text}": the code counts; correct one'
        desk.problems.append(_said(PROBLEM, entry, message))
        return
    desk.roles[place] = replace(role, aliases=(*role.aliases, entry.text))
    desk.added.append((place, entry))


def _fill(desk: _Desk, place: int, kind: str, entry: Entry) -> None:
    role = desk.roles[place]
    stated = getattr(role, kind)
    if is_placeholder(entry.text, vocabulary=desk.vocabulary):
        return
    if stated is None:
        filled: dict[str, Any] = {kind: entry.text}
        desk.roles[place] = replace(role, **filled)
        desk.facts[place, kind] = entry
        desk.added.append((place, entry))
        if kind == "job_code":
            desk.by_code.setdefault(entry.text, []).append(place)
    elif value_key(kind, stated, vocabulary=desk.vocabulary) != value_key(kind, entry.text, vocabulary=desk.vocabulary):
        _say_conflict(desk, place, entry, stated, desk.facts.get((place, kind)))


def _add(desk: _Desk, place: int, entry: Entry) -> None:
    known = desk.facts.get((place, fold(entry.label)))
    role = desk.roles[place]
    stated = list(_said_by_standards(desk, place, entry))
    if stated and fold(entry.text) not in map(fold, stated):
        _say_conflict(desk, place, entry, stated[0], None)
    elif stated and (_meaning(desk, entry)[0] or fold(entry.label) in {fold(label) for label, _ in role.extras}):
        return
    elif known is None:
        desk.facts[place, fold(entry.label)] = entry
        desk.roles[place] = replace(role, extras=(*role.extras, (entry.label, entry.text)))
        desk.added.append((place, entry))
    elif fold(known.text) != fold(entry.text):
        _say_conflict(desk, place, entry, known.text, known)


def _said_by_standards(desk: _Desk, place: int, entry: Entry) -> Iterator[str]:
    """What the standards state under the same label, or of the same kind and number, whatever it is called."""
    label, (kind, number) = fold(entry.label), _meaning(desk, entry)
    for stated in _stated(desk, place):
        is_same = fold(stated.label) == label
        if not is_same and kind in _BY_KIND:
            other, its_number = _meaning(desk, stated)
            is_same = other == kind and (number is None or number == (its_number or 1))
        if is_same and not is_placeholder(stated.text, vocabulary=desk.vocabulary):
            yield stated.text


def _stated(desk: _Desk, place: int) -> tuple[Entry, ...]:
    """Everything that the standards state of a role."""
    if place not in desk.stated:
        columns = [(desk.standards[at], index) for at, index in desk.roles[place].columns if at < len(desk.standards)]
        desk.stated[place] = tuple(
            entry for one, index in columns for entry in (*one.header, *one.columns[index].entries)
        )
    return desk.stated[place]


def _meaning(desk: _Desk, entry: Entry) -> tuple[str | None, int | None]:
    """What an entry is about, and its number among those of its kind: ("education", 1) for "Education 01"."""
    found = _NUMBERED.fullmatch(fold(entry.label))
    name, number = (found["name"], found["number"]) if found else (fold(entry.label), None)
    return entry.kind or desk.vocabulary.labels.get(name), int(number[:_DIGITS]) if number else None


def _say_conflict(desk: _Desk, place: int, entry: Entry, stated: str, by: Entry | None) -> None:
    who = f"{by.source.document} says" if by else "the standard says"
    name = desk.roles[place].name
    message = f'{name}: {entry.label} "{entry.text}" here, but {who} "{stated}", which counts; correct one of the two'
    desk.problems.append(_said(PROBLEM, entry, message))


def _say_useless(desk: _Desk, sheets: Sequence[Reading], strangers: Sequence[_Record]) -> Iterator[Problem]:
    """What the sheets of an overlay say in vain: nothing at all, moves, and values for no role or for several."""
    if all(not one.standards and one.content == "nothing" for one in sheets):
        message = "nothing added: an overlay is a table with a column for job codes or titles, and others beside it"
        yield Problem(severity=PROBLEM, document=sheets[0].document, place="whole document", message=message)
    columns = [(standard, column) for one in sheets for standard in one.standards for column in standard.columns]
    moves = [one for _, column in columns for one in column.entries if one.kind in _MOVES]
    if moves:
        message = f"{len(moves)} cells name next roles: not taken; an overlay adds no moves, give the file as data"
        yield _said(NOTE, moves[0], message)
    left = [one for one in columns if any(one[1] is column for _, column in strangers)]
    yield from _say_strangers(desk, left, len(columns))


def _say_strangers(desk: _Desk, left: Sequence[_Record], count: int) -> Iterator[Problem]:
    """Records that name no role are one note, since an overlay may know more than is loaded; several are a problem.

    Where none of them names a role, the overlay adds nothing, which nobody means: a problem.
    """
    meant = [(column.title, _roles_of(desk, standard, column)) for standard, column in left]
    unknown = [(column, title) for (_, column), (title, places) in zip(left, meant, strict=True) if not places]
    if unknown:
        names = listed([f'"{title.text}"' for _, title in unknown], ", ")
        message = f"{len(unknown)} of {count} records name no role loaded here: {names}{_zeros_lost(desk, unknown)}"
        is_all = len(unknown) == count
        advice = "; nothing added: compare codes and titles with those of the standards" if is_all else ""
        yield _said(PROBLEM if is_all else NOTE, unknown[0][1], f"{message}{advice}")
    for title, places in meant:
        if places:
            names = listed([desk.roles[place].name for place in places], ", ")
            message = f'"{title.text}" may be each of {len(places)} roles ({names}): not taken; add code or function'
            yield _said(PROBLEM, title, message)


def _zeros_lost(desk: _Desk, unknown: Sequence[tuple[Column, Entry]]) -> str:
    """A hint where codes would be known with zeros before them, which a spreadsheet takes from numbers."""
    full = {code.lstrip("0"): code for code in sorted(desk.by_code, reverse=True) if code.startswith("0")}
    codes = [column_text(column, "job_code") or title.text for column, title in unknown]
    pairs = [f'"{code}" would be {full[code]}' for code in dict.fromkeys(codes) if code in full]
    return f"; zeros before the code seem lost ({listed(pairs, ', ')}): keep the column as text" if pairs else ""


def _said(severity: str, entry: Entry, message: str) -> Problem:
    source = entry.source
    return Problem(severity=severity, document=source.document, place=source.place, message=message, line=source.line)


def keyed(roles: Sequence[Role], added: Sequence[tuple[int, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    """What overlays added, by the id of the role."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for place, entry in added:
        found[roles[place].id].append(entry)
    return {role: tuple(entries) for role, entries in found.items()}
