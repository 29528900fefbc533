"""Tables of records to standards: role tables (a row for each role) and move lists (a row for each move).

Each record is a role with what its row states, and the next roles that its row names. Records that state the same of
one role are one standard of one column; where they differ, each is kept and the catalogue says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from careerpaths.headings import COUNTERS, Heading, Headings, heading_of
from careerpaths.model import (
    BLANK,
    NOTE,
    PROBLEM,
    REPEATED,
    UNPLACED,
    USED,
    Column,
    Document,
    Entry,
    Problem,
    Reading,
    Row,
    Source,
    Standard,
    places_in,
)
from careerpaths.titles import fold, is_placeholder
from careerpaths.vocabulary import ATTRIBUTES, VOCABULARY, Vocabulary

ROLE_TABLE, MOVE_LIST = "role table", "move list"
_MEANS = {"from": "title", "from_code": "job_code"}
_CODE_OF = {"next": "next_code", "to": "to_code"}
_HEADER = ("job_family", "job_function", "category")
_IDENTIFYING = frozenset({"title", "level", *_HEADER, *ATTRIBUTES})
_MOST_SAID = 10
"""Rows of which each is a problem of its own; more of them are one problem together."""
_SHOWN = 60


_Role = dict[tuple[object, ...], Entry]
"""Statements by what they say; moves also by where they stand, since each place is cited."""


@dataclass(slots=True, eq=False, repr=False)
class _Desk:
    """What has been found out about one table so far."""

    document: Document
    columns: tuple[Heading, ...]
    vocabulary: Vocabulary
    place_of: Callable[[int], str]
    roles: dict[frozenset[tuple[str, str]], _Role] = field(default_factory=dict)
    """For each role its statements, each once."""
    above: dict[int, Entry] = field(default_factory=dict)
    """What a column that stands before the title said last: it holds for the rows below where their cell is blank."""
    filled: int = 0
    """Cells that were filled from above."""
    joined: int = 0
    """Rows without a title that were taken with the role above."""
    fates: list[tuple[int, int, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, row: Row, fate: str, *, but: Mapping[int, str] | None = None) -> None:
        """One fate for the filled cells of a row, another for some of them."""
        cells = enumerate(row.cells)
        self.fates += [(row.line, at + 1, ((but or {}).get(at, fate) if cell else BLANK)) for at, cell in cells]

    def say(self, message: str, line: int | None = None, *, severity: str = PROBLEM) -> None:
        place = "whole document" if line is None else self.place_of(line)
        name = self.document.name
        self.problems.append(Problem(severity=severity, document=name, place=place, message=message, line=line))


def read_records(document: Document, headings: Headings, *, vocabulary: Vocabulary = VOCABULARY) -> Reading:
    """The roles and moves of a table.

    Args:
        document: rows as a reader found them.
        headings: where its heading is (`careerpaths.headings.find_headings`).
        vocabulary: placeholders.
    """
    below = document.rows[headings.first + headings.rows :]
    desk = _Desk(document, _without_counter(headings.columns, below), vocabulary, places_in(document))
    _place_above(desk, headings)
    left = _place_records(desk, below)
    _say_left(desk, left)
    _say_taken(desk, headings)
    states_moves = bool({one.kind for one in (*headings.columns, *desk.columns)} & {*_CODE_OF, *_CODE_OF.values()})
    return Reading(
        document=document.name,
        kind=document.kind,
        content=MOVE_LIST if headings.is_move_list else ROLE_TABLE,
        sheet=document.sheet,
        standards=tuple(_standard(document.name, tuple(one.values()), states_moves) for one in desk.roles.values()),
        problems=(*document.problems, *sorted(desk.problems, key=lambda one: one.line or 0)),
        fates=tuple(sorted(desk.fates)),
    )


def _without_counter(columns: Sequence[Heading], rows: Sequence[Row]) -> tuple[Heading, ...]:
    """A column that only counts the rows ("No." 1, 2, 3) is no job code."""
    return tuple(
        Heading(index=one.index, text=one.text, kind=None)
        if one.kind == "job_code" and fold(one.text) in COUNTERS and _counts(rows, one.index)
        else one
        for one in columns
    )


def _counts(rows: Sequence[Row], index: int) -> bool:
    values = [row.cells[index] for row in rows if index < len(row.cells) and row.cells[index]]
    return len(values) > 1 and values == [str(number) for number in range(1, len(values) + 1)]


def _place_above(desk: _Desk, headings: Headings) -> None:
    for row in desk.document.rows[: headings.first]:
        desk.mark(row, UNPLACED)
        text = next(cell for cell in row.cells if cell)
        desk.say(f'"{_short(text)}" stands above the heading of the table: not taken', row.line, severity=NOTE)
    for row in desk.document.rows[headings.first : headings.first + headings.rows]:
        desk.mark(row, USED)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3].rstrip() + "..."


def _place_records(desk: _Desk, rows: Sequence[Row]) -> list[Row]:
    """The records, each with its role; returns the rows that are none."""
    last: _Role | None = None
    left = []
    for number, row in enumerate(rows, 1):
        if _is_heading_again(desk, row):
            continue
        entries = _entries(desk, row, number)
        if _is_total(desk, row, entries):
            desk.mark(row, UNPLACED)
            desk.say(f'"{_short(_title_of(entries))}" and figures: a sum, no role', row.line, severity=NOTE)
            last = None
            continue
        if any(entry.kind == "title" for entry in entries):
            entries += _from_above(desk, row, entries)
            key = frozenset((str(one.kind), fold(one.text)) for one in entries if one.kind in _IDENTIFYING)
            last = desk.roles.setdefault(key, {})
        elif last is None or _names_somebody(desk, row) or not any(one.kind == "career_path" for one in entries):
            left.append(row)
            last = None
            continue
        else:
            # Cells that are merged over several records leave only the first one filled.
            desk.joined += 1
        _keep(desk, row, entries, last)
    return left


def _is_total(desk: _Desk, row: Row, entries: Sequence[Entry]) -> bool:
    """Whether a row sums up those above: a word for that as its title, no code, and nothing else but figures."""
    if fold(_title_of(entries)) not in desk.vocabulary.totals or any(one.kind == "job_code" for one in entries):
        return False
    others = [cell for cell in row.cells if cell and cell != _title_of(entries)]
    return not any(letter.isalpha() for cell in others for letter in cell)


def _title_of(entries: Sequence[Entry]) -> str:
    return next((entry.text for entry in entries if entry.kind == "title"), "")


def _names_somebody(desk: _Desk, row: Row) -> bool:
    """Whether a cell for a title is filled, if only with a placeholder: then the row does not go on with another."""
    return any(one.kind in ("title", "from") and any(row.cells[one.index : one.index + 1]) for one in desk.columns)


def _is_heading_again(desk: _Desk, row: Row) -> bool:
    """Whether a row repeats the heading, or begins a table with another one."""
    if tuple(cell for cell in row.cells if cell) == tuple(column.text for column in desk.columns):
        desk.mark(row, REPEATED)
        return True
    columns = heading_of(row, vocabulary=desk.vocabulary)
    if columns:
        desk.columns, desk.above = columns, {}
        desk.mark(row, USED)
        desk.say("another table begins here, with headings of its own", row.line, severity=NOTE)
    return bool(columns)


def _from_above(desk: _Desk, row: Row, entries: Sequence[Entry]) -> list[Entry]:
    """What merged cells before the title say: their first row is filled, those below are blank."""
    at = next((one.index for one in desk.columns if one.kind in ("title", "from")), 0)
    stated = {entry.places[0][1] - 1: entry for entry in entries}
    found = []
    for one in desk.columns:
        if one.kind not in (*_HEADER, "level") or one.index >= at:
            continue
        if any(row.cells[one.index : one.index + 1]):
            # A new value of an outer column ends those of the inner ones.
            desk.above = {place: entry for place, entry in desk.above.items() if place < one.index}
            desk.above[one.index] = stated[one.index]
        elif one.index in desk.above:
            found.append(desk.above[one.index])
    desk.filled += len(found)
    return found


def _keep(desk: _Desk, row: Row, entries: Sequence[Entry], role: _Role) -> None:
    for entry in entries:
        cited = entry.places if entry.kind in ("career_path", "promoted_from") else ()
        role.setdefault((entry.kind, entry.label, entry.text, entry.code, cited), entry)
    used = {one.index: USED for one in desk.columns}
    desk.mark(row, UNPLACED, but=used)
    beyond = [cell for at, cell in enumerate(row.cells) if cell and at not in used]
    if beyond:
        desk.say(f'"{_short(beyond[0])}" stands in a column without a heading: not taken; add the heading', row.line)


_Cell = tuple[Heading, str]


def _entries(desk: _Desk, row: Row, number: int) -> list[Entry]:
    """What one record states, from left to right; a job code stands for a title that is missing."""
    filled = [(one, row.cells[one.index]) for one in desk.columns if any(row.cells[one.index : one.index + 1])]
    codes = {(one.kind, one.number): (one, text) for one, text in filled if one.kind in _CODE_OF.values()}
    place = (row, number)
    entries = []
    for one, text in filled:
        if one.kind in _CODE_OF:
            code = codes.pop((_CODE_OF[one.kind], one.number), None)
            entries.append(_entry(desk, place, "career_path", (one, text), code))
        elif one.kind not in _CODE_OF.values() and not _is_no_title(desk, one, text):
            entries.append(_entry(desk, place, _MEANS.get(one.kind or "", one.kind), (one, text)))
    entries += [_entry(desk, place, "career_path", code, code) for code in codes.values()]
    return [*entries, *_code_as_title(entries)]


def _is_no_title(desk: _Desk, one: Heading, text: str) -> bool:
    return one.kind in {"title", "from"} and is_placeholder(text, vocabulary=desk.vocabulary)


def _code_as_title(entries: Sequence[Entry]) -> list[Entry]:
    kinds = {entry.kind for entry in entries}
    codes = [entry for entry in entries if entry.kind == "job_code" and "title" not in kinds]
    return [replace(entry, kind="title") for entry in codes[:1]]


def _entry(desk: _Desk, place: tuple[Row, int], kind: str | None, said: _Cell, code: _Cell | None = None) -> Entry:
    (row, number), (one, text) = place, said
    name = desk.document.name
    source = Source(
        document=name, row=str(number), column=one.text, text=text, line=row.line, page=row.page, sheet=row.sheet
    )
    cells = dict.fromkeys((row.line, heading.index + 1) for heading, _ in filter(None, (said, code)))
    return Entry(kind=kind, label=one.text, text=text, source=source, places=tuple(cells), code=code and code[1])


def _standard(document: str, entries: Sequence[Entry], states_moves: bool) -> Standard:  # noqa: FBT001 - passed on
    header = tuple(entry for entry in entries if entry.kind in _HEADER)
    rest = tuple(entry for entry in entries if entry.kind not in (*_HEADER, "level"))
    title = next(entry for entry in entries if entry.kind == "title")
    level = next((entry for entry in entries if entry.kind == "level"), None)
    column = Column(level=level, title=title, entries=rest)
    return Standard(document=document, header=header, columns=(column,), states_moves=states_moves)


def _say_left(desk: _Desk, rows: Sequence[Row]) -> None:
    """Rows that name no role: each is a problem, many are one together."""
    for row in rows:
        desk.mark(row, UNPLACED)
    for row in rows[:_MOST_SAID]:
        text = next(cell for cell in row.cells if cell)
        desk.say(f'neither a title nor a job code in this row ("{_short(text)}"): not taken; add the title', row.line)
    if len(rows) > _MOST_SAID:
        more = f"{len(rows) - _MOST_SAID} more rows without a title or a job code: not taken; add the titles"
        desk.say(more, rows[_MOST_SAID].line)


def _say_taken(desk: _Desk, headings: Headings) -> None:
    """Which column was taken for what."""
    taken = [f'"{one.text}" as {one.kind.replace("_", " ")}' for one in headings.columns if one.kind]
    kept = [f'"{one.text}"' for one in headings.columns if not one.kind]
    also = f"; kept as attributes of their own: {', '.join(kept)}" if kept else ""
    what = MOVE_LIST if headings.is_move_list else ROLE_TABLE
    desk.say(f"read as a {what}: {', '.join(taken)}{also}", severity=NOTE)
    if desk.joined:
        desk.say(f"{desk.joined} rows without a title: read as more next roles of the role above", severity=NOTE)
    if desk.filled:
        desk.say(f"{desk.filled} blank cells before a title: read as merged with the cell above", severity=NOTE)
