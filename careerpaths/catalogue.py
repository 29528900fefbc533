"""Many standards as one: every role that is defined or only named, every stated move, everything as declared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from careerpaths.identity import defined_role, groups, with_names_and_ids
from careerpaths.linking import Links, link
from careerpaths.mentions import listed, short
from careerpaths.model import (
    COUNTED_ROWS,
    NOTE,
    PROBLEM,
    Catalogue,
    Document,
    Move,
    Problem,
    Reading,
    Role,
    Row,
    Standard,
    places_in,
)
from careerpaths.moves import judge
from careerpaths.overlays import keyed, overlay
from careerpaths.titles import fold, level_number, stem_and_noun, title_key
from careerpaths.vocabulary import TRACKS, VOCABULARY, Vocabulary

_LAST = 10**6


def merge(  # noqa: PLR0913 - everything that a catalogue is made from, by name
    readings: Sequence[Reading],
    *,
    overlays: Sequence[Reading] = (),
    aliases: Mapping[str, str] | None = None,
    undecided: frozenset[frozenset[str]] = frozenset(),
    problems: Sequence[Problem] = (),
    vocabulary: Vocabulary = VOCABULARY,
) -> Catalogue:
    """The catalogue of all documents read.

    Args:
        readings: in document order, which decides whose spelling is the first.
        overlays: tables of further values for roles; they define none.
        aliases: another spelling of a title -> the title or job code that it means.
        undecided: pairs of documents whose contradictions are told already.
        problems: trouble to tell beside what is found here.
        vocabulary: abbreviations, levels and categories.
    """
    standards = tuple(standard for reading in readings for standard in reading.standards)
    found = [
        defined_role(group, standards, undecided=undecided, vocabulary=vocabulary)
        for group in groups(standards, vocabulary=vocabulary)
    ]
    defined = [role for role, _ in found]
    links = link(standards, defined, vocabulary=vocabulary, aliases=aliases)
    overlaid = overlay(
        with_names_and_ids(_with_moves_stated(standards, links)),
        overlays,
        standards=standards,
        aliases=aliases,
        vocabulary=vocabulary,
    )
    roles = overlaid.roles
    order = _ladder_order(roles, links, vocabulary)
    told = [problem for reading in readings for problem in reading.problems]
    told += [problem for _, more in found for problem in more]
    told += _unknown_levels(roles, standards)
    told += _of_nobody(defined, standards, vocabulary)
    told += [*_shared_codes(defined, standards, vocabulary), *links.problems, *overlaid.problems, *problems]
    documents = [reading.document for reading in (*readings, *overlays)]
    return Catalogue(
        standards=standards,
        roles=tuple(roles[n] for n in order),
        moves=tuple(_moves(roles, links, order, vocabulary)),
        problems=_sorted(_in_rows(told, readings), documents),
        readings=tuple(readings),
        added=keyed(roles, overlaid.added),
        overlays=overlaid.readings,
    )


def _with_moves_stated(standards: Sequence[Standard], links: Links) -> list[Role]:
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


def _ladder_order(roles: Sequence[Role], links: Links, vocabulary: Vocabulary) -> list[int]:
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


def _moves(roles: Sequence[Role], links: Links, order: Sequence[int], vocabulary: Vocabulary) -> Iterator[Move]:
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


def _shared_codes(defined: Sequence[Role], standards: Sequence[Standard], vocabulary: Vocabulary) -> Iterator[Problem]:
    """One code under several titles, and one title under several codes in one function: kept apart, and said.

    Roles whose function is not stated count as of one: nothing says that they are meant to differ.
    """
    by_code: defaultdict[str, list[Role]] = defaultdict(list)
    by_title: defaultdict[tuple[str, str], list[Role]] = defaultdict(list)
    for role in defined:
        if role.job_code:
            by_code[role.job_code].append(role)
        by_title[title_key(role.title, vocabulary=vocabulary), fold(role.job_function or "")].append(role)
    for code, roles in by_code.items():
        if len(roles) > 1:
            titles = listed(sorted(role.title for role in roles), ", ")
            message = f"job code {short(code)} stands under {len(roles)} titles ({titles}): kept as roles apart"
            yield _about(roles[1], standards, message)
    for roles in by_title.values():
        codes = sorted({role.job_code or "no code" for role in roles})
        if len(codes) > 1:
            message = f"{short(roles[1].title)} stands under {len(codes)} job codes ({listed(codes, ', ')})"
            yield _about(roles[1], standards, f"{message}: kept as roles apart")
        yield from _without_codes([role for role in roles if role.job_code is None], standards)


def _without_codes(roles: Sequence[Role], standards: Sequence[Standard]) -> Iterator[Problem]:
    """Several roles of one title of which only the document tells them apart."""
    if len(roles) > 1:
        documents = listed([role.documents[0] for role in roles], ", ")
        message = (
            f"{short(roles[1].title)} is described in {len(roles)} documents ({documents}) that state neither its "
        )
        told = _about(roles[1], standards, "")
        yield replace(told, message=f"{message}job code nor its function: kept as roles apart; add one of the two")


def _of_nobody(defined: Sequence[Role], standards: Sequence[Standard], vocabulary: Vocabulary) -> Iterator[Problem]:
    """Rows of a move list whose title several roles bear."""
    owned = {place for role in defined for place in role.columns}
    bearers: defaultdict[str, list[Role]] = defaultdict(list)
    for role in defined:
        bearers[title_key(role.title, vocabulary=vocabulary)].append(role)
    for number, standard in enumerate(standards):
        for index, column in enumerate(standard.columns):
            if (number, index) not in owned:
                title, source = column.title.text, column.title.source
                roles = bearers[title_key(title, vocabulary=vocabulary)]
                listing = listed(sorted(f"{role.title}, code {role.job_code or 'not stated'}" for role in roles), "; ")
                message = f'"{short(title)}" is the title of {len(roles)} roles ({listing}): its moves are not taken; '
                message += "name it by its job code"
                yield Problem(
                    severity=PROBLEM, document=source.document, place=source.place, message=message, line=source.line
                )


def _unknown_levels(roles: Sequence[Role], standards: Sequence[Standard]) -> Iterator[Problem]:
    """One note on levels whose order is not known: moves between them are of an unknown kind."""
    unknown = [role for role in roles if role.defined and role.level and role.level_order is None]
    if unknown:
        levels = listed(sorted({f'"{short(str(role.level))}"' for role in unknown}), ", ")
        message = f"the order of these levels is not known: {levels}: the moves between them are of an unknown kind; "
        message += "say it in the configuration (careerpaths check --suggest-config)"
        yield replace(_about(unknown[0], standards, message), severity=NOTE, message=message)


def _about(role: Role, standards: Sequence[Standard], message: str) -> Problem:
    number, index = role.columns[0]
    source = standards[number].columns[index].title.source
    return Problem(
        severity=PROBLEM,
        document=source.document,
        place=source.place,
        message=f"{message}; correct the one that is wrong",
        line=source.line,
    )


def _in_rows(problems: Sequence[Problem], readings: Sequence[Reading]) -> list[Problem]:
    """Problems with the places that a document without lines has: "page 1, table row 7" for "line 7"."""
    counted = {reading.document: reading for reading in readings if reading.kind in COUNTED_ROWS}
    late = {one.document for one in problems if one.document in counted and _stands_in_line(one)}
    pages = {
        (entry.source.document, entry.source.line): entry.source.page
        for name in late
        for standard in counted[name].standards
        for entry in (*standard.header, *(entry for column in standard.columns for entry in column.entries))
    }
    return [_in_row(one, counted[one.document], pages) if one.document in late else one for one in problems]


def _stands_in_line(problem: Problem) -> bool:
    return problem.line is not None and problem.place.split(",")[0] == f"line {problem.line}"


def _in_row(problem: Problem, reading: Reading, pages: Mapping[tuple[str, int | None], int | None]) -> Problem:
    if problem.line is None or not _stands_in_line(problem):
        return problem
    row = Row(cells=(), line=problem.line, page=pages.get((problem.document, problem.line)))
    place = places_in(Document(name=reading.document, kind=reading.kind, rows=(row,)))(problem.line)
    return replace(problem, place=problem.place.replace(f"line {problem.line}", place, 1))


def _sorted(problems: Sequence[Problem], documents: Sequence[str]) -> tuple[Problem, ...]:
    rank = {name: place for place, name in enumerate(documents)}
    return tuple(
        sorted(problems, key=lambda one: (rank.get(one.document, _LAST), one.line or 0, one.place, one.message))
    )
