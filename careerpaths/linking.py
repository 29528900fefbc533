"""Career path cells to moves: whom each cell means, and what is said where that is not sure.

A cell holds a title, several, a job code, a title with its code, a placeholder or a sentence. Whom a title means:
the role with that folded title; where several bear it, the one in the function of the standard that names it; a title
that no standard defines is one undefined role wherever it is named.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from careerpaths.coded import Defined, Named, is_title, shape_of, unsurely_closed, with_codes
from careerpaths.cuts import Cut, cut_cell, known_titles
from careerpaths.identity import header_text
from careerpaths.mentions import listed, short
from careerpaths.model import NOTE, PROBLEM, Entry, Problem, Role, Standard
from careerpaths.sentences import is_hedged, named_in
from careerpaths.titles import fold, is_level, is_placeholder, title_key, without_marks
from careerpaths.vocabulary import Vocabulary

_PARTED = re.compile(r"[\n;|]|\s/\s")
_LIKE_CODE = re.compile(r"[A-Z]{0,3}\d[\d.-]*\d\d|[A-Z]{1,2}-?\d{1,3}", re.IGNORECASE)
"""A cell that holds what looks like a job code and nothing else."""
_LONGEST = 2000
"""Characters of a cell in which titles are looked for; in a longer one their search would take the square of it."""
_ONE_EACH = "write one title in each row"
_GLUED_DIGIT = re.compile(r"(.*[^\W\d_]{3})\d")
_PATHS = ("career_path", "promoted_from")


@dataclass(frozen=True, slots=True)
class _Cell:
    """One filled cell of a career path and the role that states it."""

    entry: Entry
    role: int
    function: str


@dataclass(slots=True, eq=False, repr=False)
class Links:
    """Career paths while they are resolved. Roles are numbered: defined ones, then undefined ones as they are met."""

    roles: list[Role]
    by_key: dict[str, list[int]]
    by_code: dict[str, list[int]]
    near: dict[tuple[str, str], list[int]]
    """The bearers of a title in a function."""
    vocabulary: Vocabulary
    known: frozenset[str] = frozenset()
    """The keys of all titles that can be relied on."""
    defined: Defined = field(default_factory=Defined)
    """The titles and codes that a standard or an alias defines."""
    meant: dict[str, str] = field(default_factory=dict)
    """For the key of another spelling the title that it means, where no standard defines that."""
    title_of: dict[str, str] = field(default_factory=dict)
    """For a code that no standard defines the one title that stands with it."""
    moves: dict[tuple[int, int], list[Entry]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: dict[int, int] = field(default_factory=dict)
    """For each role the cells that named something which could not be linked."""
    several: dict[tuple[str, str], str] = field(default_factory=dict)
    """For a title with several bearers and the function that names it, how a message lists them."""
    cuts: dict[str, Cut] = field(default_factory=dict)
    coded: dict[str, list[Named]] = field(default_factory=dict)
    closed: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """What was found out about a text of a cell."""


def link(
    standards: Sequence[Standard],
    defined: Sequence[Role],
    *,
    vocabulary: Vocabulary,
    aliases: Mapping[str, str] | None = None,
) -> Links:
    """The moves that career path cells state, and the roles that are only named there.

    Args:
        standards: where the cells are.
        defined: the roles that they define, with their columns.
        vocabulary: the words of titles.
        aliases: another spelling of a title -> the title or job code that it means.
    """
    links = _begun(defined, vocabulary)
    cells = [cell for cell in _path_cells(standards, defined) if _is_readable(links, cell)]
    written = [column.title.text for standard in standards for column in standard.columns]
    # A code may stand in a title's place, and is none.
    titles = [title for title in written if title not in links.by_code]
    for spelling, meaning in sorted((aliases or {}).items()):
        _add_alias(links, spelling, meaning)
    keys = frozenset(title_key(title, vocabulary=vocabulary) for title in (*titles, *(aliases or {})))
    shapes = frozenset(map(shape_of, links.by_code))
    links.defined = Defined(titles=keys, codes=links.by_code.keys(), shapes=shapes, vocabulary=vocabulary)
    named = [one for cell in cells for one in _said_plainly(links, cell.entry)]
    links.title_of = _titles_of_codes(named, links)
    links.known = known_titles([*titles, *(aliases or {})], (one.title for one in named), vocabulary=vocabulary)
    for cell in cells:
        _link(links, cell)
    return links


def _is_readable(links: Links, cell: _Cell) -> bool:
    """Whether a cell is short enough for titles; one that is not is a problem."""
    count = len(cell.entry.text)
    if count <= _LONGEST:
        return True
    message = f"{count:,} characters, more than {_LONGEST:,}, are too many for titles: no move; write one in each row"
    links.problems.append(_said(PROBLEM, cell.entry, message))
    links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
    return False


def _begun(defined: Sequence[Role], vocabulary: Vocabulary) -> Links:
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    by_code: defaultdict[str, list[int]] = defaultdict(list)
    near: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for number, role in enumerate(defined):
        key = title_key(role.title, vocabulary=vocabulary)
        by_key[key].append(number)
        near[key, fold(role.job_function or "")].append(number)
        if role.job_code:
            by_code[role.job_code].append(number)
    return Links(list(defined), dict(by_key), dict(by_code), dict(near), vocabulary)


def _add_alias(links: Links, spelling: str, meaning: str) -> None:
    """Another spelling means what its meaning means; it never takes a title from a role that bears it."""
    bearers = links.by_code.get(meaning) or links.by_key.get(title_key(meaning, vocabulary=links.vocabulary), [])
    key = title_key(spelling, vocabulary=links.vocabulary)
    if key not in links.by_key and bearers:
        links.by_key[key] = bearers
        for number in bearers:
            role = links.roles[number]
            links.near.setdefault((key, fold(role.job_function or "")), []).append(number)
    elif not bearers:
        links.meant[key] = meaning


def _said_plainly(links: Links, entry: Entry) -> list[Named]:
    """What a cell names as far as it needs no cutting: a code stands apart from its title, the rest is the title."""
    code = _code_of(links, entry)
    if code is not None:
        return [Named("" if entry.text == code else entry.text, code)]
    text = without_marks(entry.text)
    if named := _with_codes(links, text):
        return named
    return [] if _unsurely_closed(links, text) else [Named(text)]


def _with_codes(links: Links, text: str) -> list[Named]:
    """As `with_codes`; the same cell is asked several times."""
    if text not in links.coded:
        links.coded[text] = with_codes(links.defined, text)
    return links.coded[text]


def _unsurely_closed(links: Links, text: str) -> tuple[str, ...]:
    if text not in links.closed:
        links.closed[text] = unsurely_closed(links.defined, text)
    return links.closed[text]


def _code_of(links: Links, entry: Entry) -> str | None:
    """The code in a cell of its own; a placeholder is none."""
    return None if entry.code is None or is_placeholder(entry.code, vocabulary=links.vocabulary) else entry.code


def _titles_of_codes(named: Iterable[Named], links: Links) -> dict[str, str]:
    titles: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for one in named:
        if one.code is not None and one.code not in links.by_code and one.title and not _is_void(links, one):
            titles[one.code].setdefault(title_key(one.title, vocabulary=links.vocabulary), one.title)
    return {code: next(iter(alike.values())) for code, alike in titles.items() if len(alike) == 1}


def _path_cells(standards: Sequence[Standard], defined: Sequence[Role]) -> Iterator[_Cell]:
    owner = {place: number for number, role in enumerate(defined) for place in role.columns}
    for number, standard in enumerate(standards):
        function = fold(header_text(standard, "job_function") or "")
        # Row by row, as the document has them.
        entries = [
            (entry.source.line or 0, index, entry)
            for index, column in enumerate(standard.columns)
            for entry in column.entries
            # A column that nobody knows the role of states no move.
            if entry.kind in _PATHS and (number, index) in owner
        ]
        for _, index, entry in sorted(entries, key=lambda found: found[:2]):
            yield _Cell(entry, owner[number, index], function)


def _link(links: Links, cell: _Cell) -> None:
    named = _named(links, cell)
    targets = [_target(links, cell, one) for one in named]
    if named and all(target is None for target in targets):
        links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
    for target in dict.fromkeys(targets):
        if target == cell.role:
            message = "names the role itself as its next role: no move; name the role that follows"
            links.problems.append(_said(PROBLEM, cell.entry, message))
        elif target is not None:
            pair = (cell.role, target) if cell.entry.kind == "career_path" else (target, cell.role)
            links.moves.setdefault(pair, []).append(cell.entry)


def _named(links: Links, cell: _Cell) -> list[Named]:
    """What a cell names; what it could not be cut into is said."""
    text = without_marks(cell.entry.text)
    if _code_of(links, cell.entry) is not None or _with_codes(links, text):
        named = list(_without_void(links, cell, _said_plainly(links, cell.entry)))
        if len(named) > 1:
            shown = listed([_shown(one) for one in named], " | ")
            coded = ", with job codes" if any(one.code for one in named) else ""
            links.problems.append(_said(NOTE, cell.entry, f"{len(named)} roles in one cell{coded}: {shown}"))
        return named
    cut = _cut_of(links, text)
    if cut.how == "sentence":
        return _in_sentence(links, cell)
    if cut.how in ("problem", "level", "elsewhere"):
        _say_uncut(links, cell, cut)
    elif cut.how != "title":
        links.problems.append(_said(NOTE, cell.entry, _how_read(text, cut)))
    elif _may_be_several(links, cell.entry):
        message = f'"{short(" ".join(text.split()))}" was read as one title; if it is several, write one in each row'
        links.problems.append(_said(NOTE, cell.entry, message))
    return [Named(title) for title in cut.titles]


def _cut_of(links: Links, text: str) -> Cut:
    if text not in links.cuts:
        closed = _unsurely_closed(links, text)
        cut = cut_cell(text, links.known, vocabulary=links.vocabulary)
        is_code = cut.how == "title" and _LIKE_CODE.fullmatch(text) and not is_title(links.defined, text)
        links.cuts[text] = Cut(how="problem", options=(closed,) if closed else ()) if closed or is_code else cut
    return links.cuts[text]


def _may_be_several(links: Links, entry: Entry) -> bool:
    """Whether a mark parts a title that nobody defines; pages part one too, that tells nothing."""
    return bool(_PARTED.search(entry.text.strip())) and not is_title(links.defined, entry.text)


def _without_void(links: Links, cell: _Cell, named: Iterable[Named]) -> Iterator[Named]:
    """What names somebody; a code of which the cell says at the same time that nobody is meant is a problem."""
    for one in named:
        if not _is_void(links, one):
            yield one
            continue
        links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
        message = f'"{short(one.title)}" is a placeholder and stands with the code {one.code}: no move; '
        links.problems.append(_said(PROBLEM, cell.entry, f"{message}write the title, or leave the code out"))


def _is_void(links: Links, named: Named) -> bool:
    return bool(named.code and named.title and is_placeholder(named.title, vocabulary=links.vocabulary))


def _shown(named: Named) -> str:
    return f"{named.title} ({named.code})" if named.title and named.code else named.title or str(named.code)


def _in_sentence(links: Links, cell: _Cell) -> list[Named]:
    """The known titles and codes that a sentence names; none where it denies something or sets a condition."""
    text = cell.entry.text
    found = named_in(text, links.defined.titles, links.by_code, vocabulary=links.vocabulary)
    if not found or is_hedged(text, vocabulary=links.vocabulary) or _is_turned(cell.entry):
        denies = "denies something, sets a condition or speaks of another move"
        why = denies if found else "names no defined role that one moves to"
        message = f'"{short(text, longest=120)}" is a sentence and {why}: no move; write the titles, one in each row'
        links.problems.append(_said(PROBLEM, cell.entry, message))
        links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
        return []
    shown = listed([" ".join(filter(None, one)) for one in found], " | ")
    links.problems.append(_said(NOTE, cell.entry, f"a sentence, read as naming {shown}"))
    return [Named(title, code) for title, code in found]


def _is_turned(entry: Entry) -> bool:
    """Whether a sentence speaks of where somebody comes from in a cell for where one goes, or the other way."""
    other = " from " if entry.kind == "career_path" else " to "
    return other in f" {fold(entry.text)} "


def _how_read(text: str, cut: Cut) -> str:
    if not cut.titles:
        return f'"{short(text)}" is a placeholder, no title: no move'
    titles = listed(cut.titles, " | ")
    if len(cut.titles) == 1:
        return f'"{short(text)}" read as one title and placeholders: {titles}'
    return f"{len(cut.titles)} titles in one cell, split by {cut.how}: {titles}"


def _say_uncut(links: Links, cell: _Cell, cut: Cut) -> None:
    links.unread[cell.role] = links.unread.get(cell.role, 0) + 1
    text = short(cell.entry.text, longest=120)
    if _LIKE_CODE.fullmatch(cell.entry.text):
        message = f'"{text}" looks like a job code, and no document defines it: no move; write the title, or load '
        message += "the standard that has this code"
    elif cut.how == "level":
        message = _of_level(text)
    elif cut.how == "elsewhere":
        message = f'"{text}" says where to look or speaks of many roles, and names none: no move; write the titles, '
        message += "one in each row"
    elif len(cut.options) > 1:
        options = "; or ".join(listed(option, " | ") for option in cut.options)
        message = f'"{text}" can be cut into titles in several ways ({options}): no move; write one title in each row'
    else:
        message = _of_one_cut(text, cut)
    links.problems.append(_said(PROBLEM, cell.entry, message))


def _of_one_cut(text: str, cut: Cut) -> str:
    """A cell that holds something of a title, and cannot be cut surely; what stands in one line may be one title."""
    if cut.options:
        perhaps = f"cannot be cut surely (perhaps {listed(cut.options[0], ' | ')})"
        return f'"{text}" holds a number, a code or a known title inside and {perhaps}: no move; ' + _ONE_EACH
    holds = f'the title "{short(cut.inside)}"' if cut.inside else "a number or a known title inside"
    message = f'"{text}" holds {holds} and cannot be cut surely: no move; '
    if "\n" in text:
        return message + _ONE_EACH
    alias = f"say so under [aliases]: {_quoted(text)} = {_quoted(text)}"
    if cut.inside:
        return f"{message}no loaded document defines {_quoted(text)}: add its standard, or, if it is one title, {alias}"
    return f"{message}{_ONE_EACH}; if it is one title, {alias}"


def _of_level(text: str) -> str:
    return f'"{text}" is the name of a level, and no document defines a role of that title: no move; write the title'


def _quoted(text: str) -> str:
    return f'"{text}"'


def _target(links: Links, cell: _Cell, named: Named) -> int | None:
    """The role that a cell means, or an undefined one; None, and a problem, where that is not sure."""
    if named.code is None:
        return _by_title(links, cell, named.title)
    coded = links.by_code.get(named.code, [])
    alike = links.by_key.get(title_key(named.title, vocabulary=links.vocabulary), []) if named.title else coded
    both = [number for number in coded if number in alike]
    if len(both) == 1:
        return both[0]
    if not coded:
        return _by_unknown_code(links, cell, named)
    if len(both) > 1 or not named.title:
        return _one_of(links, cell, named.code, both or coded)
    owners = listed([links.roles[number].title for number in coded], ", ")
    message = f'the title "{short(named.title)}" and the code {named.code} ({owners}) disagree: no move; correct one'
    links.problems.append(_said(PROBLEM, cell.entry, message))
    return None


def _by_unknown_code(links: Links, cell: _Cell, named: Named) -> int | None:
    """A code that no standard defines: the title decides, unless its role has another code."""
    title = named.title or links.title_of.get(str(named.code), "")
    lost = _zeros_lost(links, str(named.code))
    if lost and not title:
        message = f"no document defines the code {named.code}, but {lost}: zeros before it seem lost: no move; "
        links.problems.append(_said(PROBLEM, cell.entry, f"{message}keep the column as text"))
        return None
    number = _by_title(links, cell, title or str(named.code))
    if number is None:
        return None
    role = links.roles[number]
    if role.job_code is not None and role.job_code != named.code:
        remedy = "zeros before it seem lost: keep the column as text" if role.job_code == lost else "correct one"
        message = f'"{short(role.title)}" has the code {role.job_code}, not {named.code}: no move; {remedy}'
        links.problems.append(_said(PROBLEM, cell.entry, message))
        return None
    if not role.defined and role.job_code is None:
        links.roles[number] = Role(id="", title=role.title, name=role.name, defined=False, job_code=named.code)
    return number


def _zeros_lost(links: Links, code: str) -> str | None:
    """The code that is defined where one of digits is not, and differs from it by zeros before it alone."""
    alike = (
        sorted(one for one in links.by_code if one.isdecimal() and one.lstrip("0") == code) if code.isdecimal() else []
    )
    return alike[0] if len(alike) == 1 else None


def _by_title(links: Links, cell: _Cell, title: str) -> int | None:
    key = title_key(title, vocabulary=links.vocabulary)
    bearers = links.by_key.get(key, [])
    if not bearers and key in links.meant:
        title = links.meant[key]
        key = title_key(title, vocabulary=links.vocabulary)
        bearers = links.by_key.get(key, [])
    if not bearers and (found := _with_footnote(links, key)):
        message = (
            f'"{short(title)}" is taken for "{short(links.roles[found[0]].title)}": the digit at the end of one of '
        )
        links.problems.append(_said(NOTE, cell.entry, f"{message}them looks like the mark of a footnote"))
        bearers, key = found, title_key(links.roles[found[0]].title, vocabulary=links.vocabulary)
    if not bearers and is_level(title, vocabulary=links.vocabulary):
        links.problems.append(_said(PROBLEM, cell.entry, _of_level(short(title))))
        return None
    if not bearers:
        links.roles.append(Role(id="", title=title, name=title, defined=False))
        links.by_key[key] = [len(links.roles) - 1]
        return len(links.roles) - 1
    if len(bearers) == 1:
        return bearers[0]
    near = links.near.get((key, cell.function), [])
    return _one_of(links, cell, title, near or bearers, near=bool(near))


def _with_footnote(links: Links, key: str) -> list[int]:
    """Defined roles whose title differs by one digit glued to its end, where none of that title has a number."""
    glued = _GLUED_DIGIT.fullmatch(key)
    stem = glued[1] if glued else key
    if any(f"{stem} {digit}" in links.by_key for digit in range(10)):
        return []
    marked = [stem] if glued else [f"{stem}{digit}" for digit in range(1, 10)]
    alike = [links.by_key[one] for one in marked if one in links.by_key and _GLUED_DIGIT.fullmatch(f"{stem}1")]
    return alike[0] if len(alike) == 1 and all(links.roles[number].defined for number in alike[0]) else []


def _one_of(links: Links, cell: _Cell, name: str, bearers: Sequence[int], *, near: bool = False) -> int | None:
    if len(bearers) == 1:
        return bearers[0]
    if (name, cell.function) not in links.several:
        links.several[name, cell.function] = _described([links.roles[number] for number in bearers])
    where = "in this function" if near else "in other functions"
    several = f'"{short(name)}" is the title of {len(bearers)} roles {where}'
    message = f"{several} ({links.several[name, cell.function]}): no move; give each role a title of its own"
    links.problems.append(_said(PROBLEM, cell.entry, message))
    return None


def _described(roles: Iterable[Role]) -> str:
    one_by_one = sorted(
        f"{short(role.title)}, code {role.job_code or 'not stated'}, {role.job_function or 'function not stated'}"
        for role in roles
    )
    return listed(one_by_one, "; ")


def _said(severity: str, entry: Entry, message: str) -> Problem:
    source = entry.source
    return Problem(severity=severity, document=source.document, place=source.place, message=message, line=source.line)
