"""Overlays: tables of further values for roles (grade, salary range, headcount ...), by job code, then by title.

An overlay fills what the standards leave open and never overwrites what they state: where they disagree, the standard
counts and a problem says so. Other spellings of a title become aliases. An overlay never defines a role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from careerpaths.identity import column_text, header_text
from careerpaths.mentions import listed
from careerpaths.model import NOTE, PROBLEM, Entry, Problem, Reading, Role, Standard
from careerpaths.moves import track_and_order
from careerpaths.titles import fold, is_placeholder, title_key
from careerpaths.values import value_key
from careerpaths.vocabulary import ATTRIBUTES, VOCABULARY, Vocabulary

_FIELDS = ("level", "category", "job_function", "job_family", *ATTRIBUTES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlaid:
    """Roles with what overlays add.

    Attributes:
        roles: in the order given.
        added: (place of the role, statement) of everything that was taken.
        problems: what contradicts a standard or another overlay, and what names no role.
    """

    roles: tuple[Role, ...]
    added: tuple[tuple[int, Entry], ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True, eq=False, repr=False)
class _Desk:
    roles: list[Role]
    vocabulary: Vocabulary
    by_code: dict[str, list[int]]
    by_key: dict[str, list[int]]
    added: list[tuple[int, Entry]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    strangers: list[Entry] = field(default_factory=list)
    facts: dict[tuple[int, str], Entry] = field(default_factory=dict)
    """Values that an overlay gave: for a role and a field or label, the statement."""


def overlay(
    roles: Sequence[Role],
    readings: Sequence[Reading],
    *,
    aliases: Mapping[str, str] | None = None,
    vocabulary: Vocabulary = VOCABULARY,
) -> Overlaid:
    """Roles with the values of overlays.

    Args:
        roles: of a catalogue, with their ids.
        readings: of the overlays, as tables of records.
        aliases: another spelling of a title -> the title or job code that it means.
        vocabulary: abbreviations, and other words for values ("E" for Exempt).
    """
    desk = _Desk(list(roles), vocabulary, _by_code(roles), _by_key(roles, vocabulary))
    for spelling, meaning in sorted((aliases or {}).items()):
        _add_spelling(desk, spelling, meaning)
    for reading in readings:
        desk.problems += reading.problems
        desk.strangers = []
        for standard in reading.standards:
            _take(desk, standard)
        desk.problems += _say_strangers(reading, desk.strangers)
    return Overlaid(roles=tuple(desk.roles), added=tuple(desk.added), problems=tuple(desk.problems))


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


def _take(desk: _Desk, standard: Standard) -> None:
    column = standard.columns[0]
    place = _role_of(desk, standard)
    if place is None:
        desk.strangers.append(column.title)
        return
    entries = [*standard.header, *([column.level] if column.level else []), *column.entries]
    for entry in entries:
        if entry.kind == "title":
            _add_alias(desk, place, entry)
        elif entry.kind in _FIELDS:
            _fill(desk, place, str(entry.kind), entry)
        elif entry.kind != "career_path" and not is_placeholder(entry.text, vocabulary=desk.vocabulary):
            _add(desk, place, entry)
    role = desk.roles[place]
    track, order = track_and_order(role.level, role.category, vocabulary=desk.vocabulary)
    desk.roles[place] = replace(role, track=track, level_order=order) if role.defined else role


def _role_of(desk: _Desk, standard: Standard) -> int | None:
    """The one role that a record means: by code, else by title in its function, else by title."""
    column = standard.columns[0]
    key = title_key(column.title.text, vocabulary=desk.vocabulary)
    code = column_text(column, "job_code")
    alike = desk.by_key.get(key, [])
    if code in desk.by_code:
        coded = desk.by_code[code]
        both = [place for place in coded if place in alike]
        return coded[0] if len(coded) == 1 else _only(both)
    # A role with another code is another role, whatever its title.
    free = [place for place in alike if code is None or desk.roles[place].job_code is None]
    function = fold(header_text(standard, "job_function") or "")
    near = [place for place in free if fold(desk.roles[place].job_function or "") == function]
    return _only(near) if len(near) == 1 else _only(free)


def _only(places: Sequence[int]) -> int | None:
    return places[0] if len(places) == 1 else None


def _add_alias(desk: _Desk, place: int, entry: Entry) -> None:
    role = desk.roles[place]
    if entry.text not in (role.title, role.name, *role.aliases, role.job_code):
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
    elif value_key(kind, stated, vocabulary=desk.vocabulary) != value_key(kind, entry.text, vocabulary=desk.vocabulary):
        _say_conflict(desk, place, entry, stated, desk.facts.get((place, kind)))


def _add(desk: _Desk, place: int, entry: Entry) -> None:
    known = desk.facts.get((place, fold(entry.label)))
    if known is None:
        role = desk.roles[place]
        desk.facts[place, fold(entry.label)] = entry
        desk.roles[place] = replace(role, extras=(*role.extras, (entry.label, entry.text)))
        desk.added.append((place, entry))
    elif fold(known.text) != fold(entry.text):
        _say_conflict(desk, place, entry, known.text, known)


def _say_conflict(desk: _Desk, place: int, entry: Entry, stated: str, by: Entry | None) -> None:
    who = f"{by.source.document} says" if by else "the standard says"
    name = desk.roles[place].name
    message = f'{name}: {entry.label} "{entry.text}" here, but {who} "{stated}", which counts; correct one of the two'
    desk.problems.append(_said(PROBLEM, entry, message))


def _say_strangers(reading: Reading, strangers: Sequence[Entry]) -> Iterator[Problem]:
    """Records that name no role of the standards are one note: an overlay may know more than is loaded."""
    if strangers:
        names = listed([f'"{entry.text}"' for entry in strangers], ", ")
        message = f"{len(strangers)} of {len(reading.standards)} records name no role loaded here: {names}"
        yield _said(NOTE, strangers[0], message)


def _said(severity: str, entry: Entry, message: str) -> Problem:
    source = entry.source
    place = f'line {source.line}, record {source.row}, column "{source.column}"'
    return Problem(severity=severity, document=source.document, place=place, message=message, line=source.line)


def keyed(roles: Sequence[Role], added: Sequence[tuple[int, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    """What overlays added, by the id of the role."""
    found: defaultdict[str, list[Entry]] = defaultdict(list)
    for place, entry in added:
        found[roles[place].id].append(entry)
    return {role: tuple(entries) for role, entries in found.items()}
