"""What a reader must find in a made-up organisation, worked out from what was put into it. Standard library only."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from organisation_ladders import Ladder, Post, title_key
from organisation_words import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from organisation_pages import Place

REQUIREMENT_ROWS = ("Education", "License", "Cert", "Spec Cond")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A path cell: its text, the titles in it as (words spelt out, spelling); `cut` is False where no cut is sure."""

    text: str
    titles: tuple[tuple[tuple[str, ...], str], ...] = ()
    cut: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One standard as written: its document, its path rows (label, a cell for each column), each column's texts."""

    document: str
    ladder: Ladder
    path_rows: tuple[tuple[str, tuple[Cell | None, ...]], ...]
    texts: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A defined role. `states_moves` is None where the design does not decide."""

    key: str
    title: str
    spellings: tuple[str, ...]
    code: str | None
    level: str
    program: str
    category: str
    function: str
    family: str
    flsa: str
    texts: tuple[tuple[str, str], ...]
    documents: tuple[str, ...]
    states_moves: bool | None

    @property
    def requirements(self) -> tuple[tuple[str, str], ...]:
        """The filled rows of education, licences, certificates and special conditions."""
        return tuple((label, text) for label, text in self.texts if label.startswith(REQUIREMENT_ROWS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Undefined:
    """A title that no standard defines. `titles` are the spellings that may count as the first, by document order."""

    key: str
    titles: tuple[str, ...]
    named_by: tuple[str, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One statement of a move; `line` and `page` are None where the row is in parts, `kind` where it is open."""

    start: str
    end: str
    document: str
    row: str
    column: str
    text: str
    line: int | None
    page: int | None
    kind: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A path cell: `reason` says what must come of it."""

    document: str
    row: str
    column: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """Everything to be found. `splits` are cells cut into several titles, `problems` cells that give no move."""

    roles: tuple[Role, ...]
    undefined: tuple[Undefined, ...]
    moves: tuple[Move, ...]
    splits: tuple[Spot, ...]
    problems: tuple[Spot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naming:
    """A title named in a cell that was cut."""

    start: str
    words: tuple[str, ...]
    spelling: str
    standard: Standard
    row: str
    column: str
    cell: Cell
    place: Place


def _identity(ladder: Ladder, post: Post) -> str:
    """Same code and same folded title; without a code, same folded title in one function."""
    return f"{title_key(post.words)} [{post.code or ladder.function}]"


def _states_moves(standard: Standard, column: int) -> bool | None:
    """Whether a role's place for next roles could be read."""
    if not standard.path_rows:
        return False
    cells = [cells[column] for _, cells in standard.path_rows if cells[column]]
    if any(cell and not cell.cut for cell in cells):
        return (
            False
            if all(cell and not cell.cut for cell in cells)
            else (True if any(cell and cell.titles for cell in cells) else None)
        )
    return True


def _roles(standards: Sequence[Standard]) -> dict[str, Role]:
    """The defined roles by identity; the first document (in order of path) gives the title."""
    stated: defaultdict[str, list[tuple[Standard, int]]] = defaultdict(list)
    for standard in standards:
        for column, post in enumerate(standard.ladder.posts):
            stated[_identity(standard.ladder, post)].append((standard, column))
    return {key: _role(key, places) for key, places in stated.items()}


def _role(key: str, places: Sequence[tuple[Standard, int]]) -> Role:
    standard, column = places[0]
    ladder, post = standard.ladder, standard.ladder.posts[column]
    states = {_states_moves(standard, column) for standard, column in places}
    return Role(
        key=key,
        title=post.title,
        spellings=tuple(dict.fromkeys(standard.ladder.posts[column].title for standard, column in places)),
        code=post.code,
        level=post.level,
        program=post.program,
        category=ladder.category,
        function=ladder.function,
        family=ladder.family,
        flsa=post.flsa,
        texts=standard.texts[column],
        documents=tuple(sorted({standard.document for standard, _ in places})),
        states_moves=states.pop() if len(states) == 1 else None,
    )


def _cells(
    standards: Sequence[Standard], places: Mapping[int, Mapping[str, Place]]
) -> Iterator[tuple[Standard, int, str, Cell, Place]]:
    """Each filled path cell, by document, row, column."""
    for number, standard in enumerate(standards):
        for row, cells in standard.path_rows:
            for column, cell in enumerate(cells):
                if cell:
                    yield standard, column, row, cell, places[number][row]


def _meant(naming: _Naming, roles: Mapping[str, Sequence[Role]]) -> Role | str | None:
    """The role that a title means; the title's key where no standard defines it; None where it cannot be told."""
    key = title_key(naming.words)
    bearers = roles.get(key, ())
    own = [role for role in bearers if role.function == naming.standard.ladder.function]
    if len(bearers) == 1 or len(own) == 1:
        return bearers[0] if len(bearers) == 1 else own[0]
    return None if bearers else key


def _order(level: str) -> int | None:
    """A level's place in its track, for the levels that the design names."""
    for levels in LEVELS.values():
        if level in levels:
            return levels.index(level)
    return None


def _kind(start: Role, end: Role) -> str | None:
    """The kind of a move between defined roles: function, then track, then level order."""
    if start.function != end.function:
        return "cross-function"
    if start.category != end.category:
        return "change-of-track"
    low, high = _order(start.level), _order(end.level)
    if low is None or high is None:
        return None
    return "promotion" if high > low else "lateral" if high == low else "step-back"


def _move(naming: _Naming, start: Role, end: Role | str) -> Move:
    place = naming.place
    return Move(
        start=start.key,
        end=end if isinstance(end, str) else end.key,
        document=naming.standard.document,
        row=naming.row,
        column=naming.column,
        text=naming.cell.text,
        line=place.line if place.whole else None,
        page=place.page if place.whole else None,
        kind=None if isinstance(end, str) else _kind(start, end),
    )


def _undefined(key: str, namings: Sequence[_Naming]) -> Undefined:
    """A title only named. A program may order documents by path, by path without case, by folders first."""
    orders: tuple[Callable[[str], object], ...] = (
        str,
        str.casefold,
        lambda path: path.split("/"),
        lambda path: path.casefold().split("/"),
    )
    firsts = [min(namings, key=lambda naming: order(naming.standard.document)).spelling for order in orders]  # type: ignore[arg-type,return-value]
    return Undefined(
        key=key,
        titles=tuple(dict.fromkeys(firsts)),
        named_by=tuple(sorted({naming.start for naming in namings})),
        documents=tuple(sorted({naming.standard.document for naming in namings})),
    )


def _spot(standard: Standard, row: str, column: str, cell: Cell, reason: str) -> Spot:
    return Spot(document=standard.document, row=row, column=column, text=cell.text, reason=reason)


@dataclass(slots=True, kw_only=True)
class _Found:
    """What the path cells came to so far."""

    moves: list[Move] = field(default_factory=list)
    splits: list[Spot] = field(default_factory=list)
    problems: list[Spot] = field(default_factory=list)
    unclear: set[str] = field(default_factory=set)
    only_named: defaultdict[str, list[_Naming]] = field(default_factory=lambda: defaultdict(list))


def _take_naming(found: _Found, naming: _Naming, start: Role, end: Role | str | None) -> None:
    """Add a move, or the problem that it cannot be told whom the title means."""
    if end is None:
        found.unclear.add(start.key)
        found.problems.append(_spot(naming.standard, naming.row, naming.column, naming.cell, "borne by several"))
        return
    if isinstance(end, str):
        found.only_named[end].append(naming)
    found.moves.append(_move(naming, start, end))


def known_truth(standards: Sequence[Standard], places: Mapping[int, Mapping[str, Place]]) -> Truth:
    """The truth about standards in order of their paths; `places` gives the rows of each a line and a page."""
    roles = _roles(standards)
    by_title: defaultdict[str, list[Role]] = defaultdict(list)
    for role in roles.values():
        by_title[role.key.rpartition(" [")[0]].append(role)
    found = _Found()
    for standard, column, row, cell, place in _cells(standards, places):
        post = standard.ladder.posts[column]
        start = roles[_identity(standard.ladder, post)]
        if len(cell.titles) > 1 or not cell.cut:
            spot = _spot(standard, row, post.level, cell, "several titles" if cell.cut else "cannot be cut")
            (found.splits if cell.cut else found.problems).append(spot)
        for words, spelling in cell.titles:
            naming = _Naming(
                start=start.key,
                words=words,
                spelling=spelling,
                standard=standard,
                row=row,
                column=post.level,
                cell=cell,
                place=place,
            )
            _take_naming(found, naming, start, _meant(naming, by_title))
    decided = (replace(role, states_moves=None) if role.key in found.unclear else role for role in roles.values())
    return Truth(
        roles=tuple(decided),
        undefined=tuple(_undefined(key, namings) for key, namings in sorted(found.only_named.items())),
        moves=tuple(found.moves),
        splits=tuple(found.splits),
        problems=tuple(found.problems),
    )
