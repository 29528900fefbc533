"""Which columns of which standards are one role, what it is called, and its id.

By job code first: the same code with titles that fold equal is one role, other spellings are aliases; the same code
under other titles, or one title under other codes, are two roles. Without a code the folded title within its function
decides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from careerpaths.mentions import one_line, short
from careerpaths.model import PROBLEM, Column, Entry, Problem, Role, Source, Standard
from careerpaths.moves import track_and_order
from careerpaths.names import safe_name, short_hash
from careerpaths.titles import fold, is_placeholder, says_nothing, title_key
from careerpaths.values import value_key
from careerpaths.vocabulary import ATTRIBUTES, DEMANDS, REQUIREMENTS, VOCABULARY, Vocabulary

_SENTENCE = re.compile(r".+?[.!?](?=\s|$)", re.DOTALL)
_DATE = re.compile(r"(?:\d{1,2}[-/.]){1,2}(?:19|20)\d\d|(?:19|20)\d\d(?:[-/.]\d{1,2}){1,2}", re.ASCII)
_LONGEST_VALUE = 40
"""Characters up to which the text of a row is a value and no statement."""
_NAMING = frozenset({"title", "career_path", "promoted_from"})
_COMPARED = (
    "level",
    "category",
    "job_function",
    "job_family",
    "personnel_program",
    "flsa",
    "tracking_code",
)


@dataclass(slots=True, eq=False, repr=False)
class Group:
    """The columns that are one role.

    Attributes:
        key: of its title.
        code: job code, None where none is stated.
        function: folded.
        places: (standard, column) of each, in reading order.
        is_bare: whether it states neither a code (but in the title's place) nor a function, nor what is asked.
        names_only: whether it states nothing but a title, or a code in its place, and moves.
    """

    key: str
    code: str | None
    function: str
    places: list[tuple[int, int]] = field(default_factory=list)
    is_bare: bool = False
    names_only: bool = False


def header_text(standard: Standard, kind: str) -> str | None:
    """What a standard's header states for a kind of row ("job_function"), None where it does not."""
    text = next((entry.text for entry in standard.header if entry.kind == kind), None)
    return None if text is None or is_placeholder(text) else one_line(text)


def column_text(column: Column, kind: str) -> str | None:
    """What a column states in the first row of a kind, None where it does not; a placeholder states nothing."""
    text = next((entry.text for entry in column.entries if entry.kind == kind), None)
    return None if text is None or is_placeholder(text) else one_line(text)


def groups(standards: Sequence[Standard], *, vocabulary: Vocabulary = VOCABULARY) -> tuple[Group, ...]:
    """The columns of all standards as roles, in order of their first column."""
    coded: dict[tuple[str, str], Group] = {}
    uncoded: dict[tuple[str, str], Group] = {}
    for found in _columns(standards, vocabulary):
        known, key = (coded, found.code) if found.code is not None else (uncoded, found.function)
        group = known.setdefault((key, found.key), found)
        if group is not found:
            group.places += found.places
            group.names_only = group.names_only and found.names_only
            group.is_bare = group.is_bare and found.is_bare
    made = [*coded.values(), *_not_of(coded.values(), uncoded.values())]
    return tuple(sorted(_meant(made, vocabulary), key=lambda group: group.places[0]))


def _columns(standards: Sequence[Standard], vocabulary: Vocabulary) -> Iterator[Group]:
    for number, standard in enumerate(standards):
        # Two standards that state no function need not be of the same.
        function = fold(header_text(standard, "job_function") or "") or f"\0{standard.document}"
        for index, column in enumerate(standard.columns):
            key = title_key(column.title.text, vocabulary=vocabulary)
            rest = [one for one in column.entries if one.kind not in _NAMING and one.text != column.title.text]
            is_bare = not standard.header and not any(one.kind in DEMANDS for one in rest)
            yield Group(
                key=key,
                code=column_text(column, "job_code"),
                function=function,
                places=[(number, index)],
                is_bare=is_bare and all(one.kind != "job_code" for one in rest),
                names_only=is_bare and not column.level and not rest,
            )


def _not_of(coded: Iterable[Group], uncoded: Iterable[Group]) -> Iterator[Group]:
    """Columns without a code that are roles of their own; they join the one role of their title in their function."""
    alike: defaultdict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in coded:
        alike[group.function, group.key].append(group)
    for group in uncoded:
        if len(alike[group.function, group.key]) == 1:
            alike[group.function, group.key][0].places += group.places
            alike[group.function, group.key][0].places.sort()
        else:
            yield group


def _meant(made: Sequence[Group], vocabulary: Vocabulary) -> Iterator[Group]:
    """The groups, but those that only name a role joined to it, as a next role would be that is named so.

    A row that states neither code nor function means the role that has its title, or its code in the title's place, as
    long as there is one. Of rows that state nothing but where a role leads, as those of a move list, those of one title
    are one role where nobody bears it, and none where several do: then nobody knows whose moves they are.
    """
    described = _by_title_or_code([one for one in made if not one.is_bare], vocabulary)
    named = _by_title_or_code([one for one in made if not one.names_only], vocabulary)
    for group in made:
        owners = described[group.key] or (named[group.key] if group.names_only else [])
        if group.is_bare and len(owners) == 1 and owners[0] is not group:
            # Behind the others, so that their spelling stays the first.
            owners[0].places += group.places
        elif not group.names_only or not owners:
            if group.names_only:
                owners.append(group)
            yield group


def _by_title_or_code(groups_: Sequence[Group], vocabulary: Vocabulary) -> defaultdict[str, list[Group]]:
    found: defaultdict[str, list[Group]] = defaultdict(list)
    for group in groups_:
        found[group.key].append(group)
        if group.code is not None and title_key(group.code, vocabulary=vocabulary) != group.key:
            found[title_key(group.code, vocabulary=vocabulary)].append(group)
    return found


def defined_role(
    group: Group,
    standards: Sequence[Standard],
    *,
    undecided: frozenset[frozenset[str]] = frozenset(),
    vocabulary: Vocabulary = VOCABULARY,
) -> tuple[Role, tuple[Problem, ...]]:
    """The role of a group, first statements first, and one problem where its columns contradict each other.

    Args:
        group: the columns that are one role.
        standards: where they are.
        undecided: pairs of documents whose contradictions are told already.
        vocabulary: other words for values ("E" for Exempt), levels and categories.
    """
    stated = [_stated(standards[number], standards[number].columns[index]) for number, index in group.places]
    facts = {kind: next((one[kind] for one in stated if one[kind]), None) for kind in stated[0]}
    columns = [standards[number].columns[index] for number, index in group.places]
    named = dict.fromkeys(one_line(column.title.text) for column in columns)
    # A move list may name a role by its code.
    titles = tuple(title for title in named if title != group.code) or tuple(named)
    required = _requirements(columns)
    track, order = track_and_order(facts["level"], facts["category"], vocabulary=vocabulary)
    role = Role(
        id="",
        title=titles[0],
        name=titles[0],
        defined=True,
        track=track,
        level_order=order,
        requirements=tuple((label, entry.text) for label, entry in required.items()),
        requirement_kinds=tuple(entry.kind or "" for entry in required.values()),
        asks_stated=any(
            entry.kind in DEMANDS and not says_nothing(entry.text) for column in columns for entry in column.entries
        ),
        scope=_scope(columns),
        extras=tuple(_extras(columns)),
        aliases=titles[1:],
        documents=tuple(dict.fromkeys(standards[number].document for number, _ in group.places)),
        columns=tuple(group.places),
        level=facts["level"],
        category=facts["category"],
        job_function=facts["job_function"],
        job_family=facts["job_family"],
        job_code=facts["job_code"],
        tracking_code=facts["tracking_code"],
        personnel_program=facts["personnel_program"],
        flsa=facts["flsa"],
    )
    return role, tuple(_contradictions(role, columns, stated, undecided, vocabulary))


def _stated(standard: Standard, column: Column) -> dict[str, str | None]:
    return {
        "level": one_line(column.level.text) if column.level else None,
        **{kind: header_text(standard, kind) for kind in ("category", "job_function", "job_family")},
        **{kind: column_text(column, kind) for kind in ATTRIBUTES},
    }


def _requirements(columns: Sequence[Column]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for column in columns:
        for entry in column.entries:
            if entry.kind in REQUIREMENTS and not says_nothing(entry.text):
                found.setdefault(entry.label, entry)
    return found


def _extras(columns: Sequence[Column]) -> Iterator[tuple[str, str]]:
    """Further facts: short values of rows that the vocabulary has no word for, such as a grade, first statements first.

    A row with several values, or with a sentence, is a text of its own and no fact.
    """
    found: dict[str, str] = {}
    for column in columns:
        others = [entry for entry in column.entries if entry.kind is None]
        times = Counter(entry.label for entry in others)
        for entry in others:
            if times[entry.label] == 1 and _is_value(entry.text) and not is_placeholder(entry.text):
                found.setdefault(entry.label, one_line(entry.text))
    yield from found.items()


def _is_value(text: str) -> bool:
    # A date is of the record ("last revised") and not of the role.
    is_short = len(text) <= _LONGEST_VALUE and "\n" not in text and not text.endswith((".", ";", ":"))
    return is_short and not _DATE.fullmatch(text)


def _scope(columns: Sequence[Column]) -> str | None:
    """The first sentence of what is said of this role alone, else of what is said of every role at its level."""
    for kind in ("custom_scope", "generic_scope"):
        for column in columns:
            text = column_text(column, kind)
            if text:
                sentence = _SENTENCE.match(text)
                return sentence.group() if sentence else text
    return None


def _contradictions(
    role: Role,
    columns: Sequence[Column],
    stated: Sequence[dict[str, str | None]],
    undecided: frozenset[frozenset[str]],
    vocabulary: Vocabulary,
) -> Iterator[Problem]:
    """One problem for each column that states other values than those that count: the first ones."""
    sources = [column.title.source for column in columns]
    first = {kind: next((n for n, one in enumerate(stated) if one[kind]), 0) for kind in _COMPARED}
    for number, (source, here) in enumerate(zip(sources, stated, strict=True)):
        differing = [
            f'{kind.replace("_", " ")} "{short(here[kind] or "")}" here, but "{short(stated[first[kind]][kind] or "")}"'
            f" in {_cited(sources[first[kind]])}, which counts"
            for kind in _COMPARED
            if here[kind]
            and first[kind] < number
            and _keys_differ(kind, here[kind] or "", stated[first[kind]][kind] or "", vocabulary)
            and frozenset((source.document, sources[first[kind]].document)) not in undecided
        ]
        if differing:
            message = (
                f"{short(role.title)} is defined twice with other values: {'; '.join(differing)}; correct one of them"
            )
            yield Problem(
                severity=PROBLEM,
                document=source.document,
                place=source.place,
                message=message,
                line=source.line,
            )


def _cited(source: Source) -> str:
    """Document, sheet and line of a statement."""
    sheet = f", sheet {source.sheet}" if source.sheet else ""
    line = f", line {source.line}" if source.line else ""
    return f"{source.document}{sheet}{line}"


def _keys_differ(kind: str, one: str, other: str, vocabulary: Vocabulary) -> bool:
    return value_key(kind, one, vocabulary=vocabulary) != value_key(kind, other, vocabulary=vocabulary)


def with_names_and_ids(roles: Sequence[Role]) -> tuple[Role, ...]:
    """Roles with a unique name and a unique, stable id, made from title and code alone wherever they differ."""
    names = _names(roles)
    bases = [safe_name(role.title, extra=role.job_code or "") for role in roles]
    shared = {base for base, count in Counter(bases).items() if count > 1}
    ids = [_hashed(role) if base in shared else base for role, base in zip(roles, bases, strict=True)]
    return tuple(replace(role, id=one, name=name) for role, one, name in zip(roles, ids, names, strict=True))


def _hashed(role: Role) -> str:
    # Without code and function only the document tells two roles of one title apart.
    place = role.job_function or "".join(role.documents[:1])
    mark = short_hash(role.title, role.job_code or "", fold(place), str(role.defined))
    return safe_name(role.title, extra=f"{role.job_code or ''}-{mark}")


def _names(roles: Sequence[Role]) -> list[str]:
    bearers: defaultdict[str, list[Role]] = defaultdict(list)
    for role in roles:
        bearers[role.title].append(role)
    names = [role.title if len(bearers[role.title]) == 1 else f"{role.title} ({_mark(role)})" for role in roles]
    again = _shared(names)
    return [
        f"{name} [{_hashed(role)[-8:]}]" if name in again else name for role, name in zip(roles, names, strict=True)
    ]


def _mark(role: Role) -> str:
    return role.job_code or role.job_function or "no code"


def _shared(names: Iterable[str]) -> set[str]:
    return {name for name, count in Counter(names).items() if count > 1}
