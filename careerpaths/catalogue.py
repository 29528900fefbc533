"""Many standards as one: every role that is defined or only named, every stated move, everything as declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from careerpaths.cuts import Cut, cut_cell, known_titles
from careerpaths.errors import UnknownRole
from careerpaths.identity import defined_role, groups, header_text, with_names_and_ids
from careerpaths.model import NOTE, PROBLEM, Catalogue, Entry, Move, Problem, Reading, Role, Standard
from careerpaths.moves import judge
from careerpaths.titles import fold, level_number, stem_and_noun, title_key
from careerpaths.vocabulary import TRACKS, VOCABULARY, Vocabulary

_LAST = 10**6


@dataclass(frozen=True, slots=True)
class _Cell:
    """One filled cell of a career path and the role that states it."""

    entry: Entry
    role: int
    function: str


@dataclass(slots=True, eq=False, repr=False)
class _Links:
    """Career paths while they are resolved. Roles are numbered: defined ones, then undefined ones as they are met."""

    roles: list[Role]
    by_key: dict[str, list[int]]
    vocabulary: Vocabulary
    moves: dict[tuple[int, int], list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: dict[int, int] = field(default_factory=dict)
    """For each role the cells that named something which could not be linked."""


def merge(readings: Sequence[Reading], *, vocabulary: Vocabulary = VOCABULARY) -> Catalogue:
    """The catalogue of all documents read.

    Args:
        readings: in document order, which decides whose spelling is the first.
        vocabulary: abbreviations, levels and categories.
    """
    standards = tuple(standard for reading in readings for standard in reading.standards)
    found = [
        defined_role(group, standards, vocabulary=vocabulary) for group in groups(standards, vocabulary=vocabulary)
    ]
    defined = [role for role, _ in found]
    links = _linked(standards, defined, vocabulary)
    roles = with_names_and_ids(_with_moves_stated(standards, links))
    order = _ladder_order(roles, links, vocabulary)
    problems = [problem for reading in readings for problem in reading.problems]
    problems += [problem for _, more in found for problem in more]
    problems += [*_shared_codes(defined, standards), *links.problems]
    return Catalogue(
        standards=standards,
        roles=tuple(roles[n] for n in order),
        moves=tuple(_moves(roles, links, order, vocabulary)),
        problems=_sorted(problems, [reading.document for reading in readings]),
        readings=tuple(readings),
    )


def texts(catalogue: Catalogue, role_id: str) -> tuple[Entry, ...]:
    """Everything that is stated of a role, attributes and texts, in the documents' order; blank cells left out.

    Raises UnknownRole where the catalogue has no role of that id.
    """
    role = next((role for role in catalogue.roles if role.id == role_id), None)
    if role is None:
        message = f'no role has the id "{role_id}"'
        raise UnknownRole(message, name=role_id)
    return entries_of(catalogue, role)


def entries_of(catalogue: Catalogue, role: Role) -> tuple[Entry, ...]:
    """Everything that is stated of a role of the catalogue; for many roles, since nothing is looked for."""
    entries: list[Entry] = []
    for number, index in role.columns:
        standard = catalogue.standards[number]
        column = standard.columns[index]
        entries += [*standard.header, *([column.level] if column.level else []), *column.entries]
    return tuple(entries)


def _linked(standards: Sequence[Standard], defined: Sequence[Role], vocabulary: Vocabulary) -> _Links:
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for number, role in enumerate(defined):
        by_key[title_key(role.title, vocabulary=vocabulary)].append(number)
    links = _Links(roles=list(defined), by_key=dict(by_key), vocabulary=vocabulary)
    cells = list(_path_cells(standards, defined))
    titles = [column.title.text for standard in standards for column in standard.columns]
    known = known_titles(titles, (cell.entry.text for cell in cells), vocabulary=vocabulary)
    seen: dict[str, Cut] = {}
    for cell in cells:
        text = cell.entry.text
        if text not in seen:
            seen[text] = cut_cell(text, known, vocabulary=vocabulary)
        _link(links, cell, seen[text])
    return links


def _path_cells(standards: Sequence[Standard], defined: Sequence[Role]) -> Iterator[_Cell]:
    owner = {place: number for number, role in enumerate(defined) for place in role.columns}
    for number, standard in enumerate(standards):
        function = fold(header_text(standard, "job_function") or "")
        # Row by row, as the document has them.
        entries = [
            (entry.source.line or 0, index, entry)
            for index, column in enumerate(standard.columns)
            for entry in column.entries
            if entry.kind == "career_path"
        ]
        for _, index, entry in sorted(entries, key=lambda found: found[:2]):
            yield _Cell(entry, owner[number, index], function)


def _link(links: _Links, cell: _Cell, cut: Cut) -> None:
    if cut.how in ("problem", "sentence"):
        _say_uncut(links, cell, cut)
        return
    if cut.how != "title":
        links.problems.append(_said(NOTE, cell.entry, _how_read(cell.entry.text, cut)))
    targets = [_target(links, cell, title) for title in cut.titles]
    if cut.titles and all(target is None for target in targets):
        links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
    for target in targets:
        if target == cell.role:
            message = "names the role itself as its next role: no move; name the role that follows"
            links.problems.append(_said(PROBLEM, cell.entry, message))
        elif target is not None:
            links.moves.setdefault((cell.role, target), []).append(cell.entry)


def _how_read(text: str, cut: Cut) -> str:
    if not cut.titles:
        return f'"{text}" is a placeholder, no title: no move'
    listed = " | ".join(cut.titles)
    if len(cut.titles) == 1:
        return f'"{text}" read as one title and placeholders: {listed}'
    return f"{len(cut.titles)} titles in one cell, split by {cut.how}: {listed}"


def _say_uncut(links: _Links, cell: _Cell, cut: Cut) -> None:
    links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
    text = cell.entry.text if len(cell.entry.text) <= 120 else f"{cell.entry.text[:117]}..."  # noqa: PLR2004 - a line of a message
    if cut.how == "sentence":
        message = f'"{text}" reads as a sentence, not as a title: no move; write the titles, one in each row'
    elif len(cut.options) > 1:
        options = "; or ".join(" | ".join(option) for option in cut.options)
        message = f'"{text}" can be cut into titles in several ways ({options}): no move; write one title in each row'
    else:
        perhaps = f" (perhaps {' | '.join(cut.options[0])})" if cut.options else ""
        message = f'"{text}" holds a number or a known title inside and cannot be cut surely{perhaps}: no move; '
        message += "write one title in each row"
    links.problems.append(_said(PROBLEM, cell.entry, message))


def _target(links: _Links, cell: _Cell, title: str) -> int | None:
    """The role that a title means: its one bearer, the one in the naming standard's function, or an undefined role."""
    key = title_key(title, vocabulary=links.vocabulary)
    bearers = links.by_key.get(key, [])
    if not bearers:
        links.roles.append(Role(id="", title=title, name=title, defined=False))
        links.by_key[key] = [len(links.roles) - 1]
        return len(links.roles) - 1
    if len(bearers) == 1:
        return bearers[0]
    near = [number for number in bearers if fold(links.roles[number].job_function or "") == cell.function]
    if len(near) == 1:
        return near[0]
    listed = "; ".join(sorted(_described(links.roles[number]) for number in near or bearers))
    where = "in this function" if near else "in other functions"
    several = f'"{title}" is the title of {len(near or bearers)} roles {where} ({listed})'
    message = f"{several}: no move; give each role a title of its own"
    links.problems.append(_said(PROBLEM, cell.entry, message))
    return None


def _described(role: Role) -> str:
    return f"{role.title}, code {role.job_code or 'not stated'}, {role.job_function or 'function not stated'}"


def _said(severity: str, entry: Entry, message: str) -> Problem:
    source = entry.source
    place = f'line {source.line}, row "{source.row}", column "{source.column}"'
    return Problem(severity=severity, document=source.document, place=place, message=message, line=source.line)


def _with_moves_stated(standards: Sequence[Standard], links: _Links) -> list[Role]:
    """Whether next roles are stated, and for an undefined role who names it."""
    linked = {start for start, _ in links.moves}
    naming: defaultdict[int, list[str]] = defaultdict(list)
    for (_, end), entries in links.moves.items():
        naming[end] += [entry.source.document for entry in entries]
    roles = []
    for number, role in enumerate(links.roles):
        if role.defined:
            has_place = any(standards[place].states_moves for place, _ in role.columns)
            roles.append(replace(role, states_moves=has_place and (number in linked or number not in links.unread)))
        else:
            roles.append(replace(role, documents=tuple(sorted(set(naming[number])))))
    return roles


def _ladder_order(roles: Sequence[Role], links: _Links, vocabulary: Vocabulary) -> list[int]:
    """Role numbers by function, track, level, title; an undefined role stands with the first function that names it."""
    functions: dict[int, str] = {}
    for start, end in links.moves:
        function = fold(roles[start].job_function or "")
        functions[end] = min(function, functions.get(end, function))
    keys = []
    for number, role in enumerate(roles):
        track, order = (role.track, role.level_order) if role.defined else _order_by_title(role, vocabulary)
        function = fold(role.job_function or "") if role.defined else functions.get(number, "")
        place = TRACKS.index(track) if track in TRACKS else len(TRACKS)
        title = title_key(role.title, vocabulary=vocabulary)
        keys.append((not function, function, place, _LAST if order is None else order, title, role.id))
    return sorted(range(len(roles)), key=keys.__getitem__)


def _order_by_title(role: Role, vocabulary: Vocabulary) -> tuple[str | None, int | None]:
    """Where an undefined role stands in a list; nothing of this is said of the role."""
    _, noun = stem_and_noun(role.title, vocabulary=vocabulary)
    return vocabulary.track_nouns.get(noun or ""), level_number(role.title, vocabulary=vocabulary)


def _moves(roles: Sequence[Role], links: _Links, order: Sequence[int], vocabulary: Vocabulary) -> Iterator[Move]:
    rank = {number: place for place, number in enumerate(order)}
    for start, end in sorted(links.moves, key=lambda pair: (rank[pair[0]], rank[pair[1]])):
        kind, basis, direction = judge(roles[start], roles[end], vocabulary=vocabulary)
        yield Move(
            start=roles[start].id,
            end=roles[end].id,
            kind=kind,
            kind_basis=basis,
            direction=direction,
            sources=tuple(entry.source for entry in links.moves[start, end]),
        )


def _shared_codes(defined: Sequence[Role], standards: Sequence[Standard]) -> Iterator[Problem]:
    """One code under several titles, and one title under several codes in one function: kept apart, and said."""
    by_code: defaultdict[str, list[Role]] = defaultdict(list)
    by_title: defaultdict[tuple[str, str], list[Role]] = defaultdict(list)
    for role in defined:
        if role.job_code:
            by_code[role.job_code].append(role)
        if role.job_function:
            by_title[title_key(role.title), fold(role.job_function)].append(role)
    for code, roles in by_code.items():
        if len(roles) > 1:
            titles = ", ".join(sorted(role.title for role in roles))
            message = f"job code {code} stands under {len(roles)} titles ({titles}): kept as roles apart"
            yield _about(roles[1], standards, message)
    for roles in by_title.values():
        if len(roles) > 1:
            codes = ", ".join(sorted(role.job_code or "no code" for role in roles))
            message = f"{roles[1].title} stands under {len(roles)} job codes ({codes}): kept as roles apart"
            yield _about(roles[1], standards, message)


def _about(role: Role, standards: Sequence[Standard], message: str) -> Problem:
    number, index = role.columns[0]
    source = standards[number].columns[index].title.source
    return Problem(
        severity=PROBLEM,
        document=source.document,
        place=f'line {source.line}, column "{source.column}"',
        message=f"{message}; correct the one that is wrong",
        line=source.line,
    )


def _sorted(problems: Sequence[Problem], documents: Sequence[str]) -> tuple[Problem, ...]:
    rank = {name: place for place, name in enumerate(documents)}
    return tuple(
        sorted(problems, key=lambda one: (rank.get(one.document, _LAST), one.line or 0, one.place, one.message))
    )
