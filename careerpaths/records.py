"""Tables of records to standards: role tables (a row for each role) and move lists (a row for each move).

Each record is a role with what its row states, and the next roles that its row names. Records that state the same of
one role are one standard of one column; where they differ, each is kept and the catalogue says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from careerpaths.carried import whole_records
from careerpaths.columns import Sorted, sort_columns
from careerpaths.following import each_item, items_of
from careerpaths.headings import Heading, Headings, column_kind, heading_of
from careerpaths.mentions import listed, short
from careerpaths.model import (
    BLANK,
    NOTE,
    PROBLEM,
    REPEATED,
    UNPLACED,
    USED,
    Column,
    Covered,
    Document,
    Entry,
    Problem,
    Reading,
    Row,
    Source,
    Standard,
    place_of_whole,
    places_in,
)
from careerpaths.strays import Strays, find_strays, is_no_part, is_sum
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
_TITLED = frozenset({"title", "titles", "name", "names", "role", "roles", "position", "job", "post"})
"""Words in the headings of titles."""
_FEW = 3
"""One in so many cells that is a title makes a column one that may name next roles."""
_WHOLE = re.compile(r"\d+(?=\.0$)")
"""A code that a program wrote as a number with decimals."""

_Role = dict[tuple[object, ...], Entry]
"""Statements by what they say; moves also by where they stand, since each place is cited."""


@dataclass(slots=True, eq=False, repr=False)
class _Desk:
    """What has been found out about one table so far."""

    document: Document
    columns: Sorted
    vocabulary: Vocabulary
    place_of: Callable[[int], str]
    roles: dict[frozenset[tuple[str, str]], _Role] = field(default_factory=dict)
    """For each role its statements, each once."""
    above: dict[int, Entry] = field(default_factory=dict)
    """What a column that stands before the title said last: it holds for the rows below where their cell is blank."""
    reaching: dict[int, list[Entry]] = field(default_factory=dict)
    """What the last filled cell of each column said: it holds for the rows below as far as the cell reaches."""
    alone: list[Row] = field(default_factory=list)
    """Rows with a title and nothing else, where all others say more."""
    remarks: list[Row] = field(default_factory=list)
    """Foot notes and the like."""
    below: list[Row] = field(default_factory=list)
    """Rows of another table below, whose heading is not known."""
    common: list[Entry] = field(default_factory=list)
    """What stands above the heading and holds for all records."""
    filled: list[int] = field(default_factory=list)
    """The lines of cells that were filled from above."""
    joined: int = 0
    """Rows without a title that were taken with the role above."""
    fates: list[tuple[int, int, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def mark(self, row: Row, fate: str, *, but: Mapping[int, str] | None = None) -> None:
        """One fate for the filled cells of a row, another for some of them."""
        cells = enumerate(row.cells)
        self.fates += [(row.line, at + 1, ((but or {}).get(at, fate) if cell else BLANK)) for at, cell in cells]

    def say(self, message: str, line: int | None = None, *, severity: str = PROBLEM) -> None:
        place = place_of_whole(self.document) if line is None else self.place_of(line)
        name = self.document.name
        self.problems.append(Problem(severity=severity, document=name, place=place, message=message, line=line))


def read_records(document: Document, headings: Headings, *, vocabulary: Vocabulary = VOCABULARY) -> Reading:
    """The roles and moves of a table.

    Args:
        document: rows as a reader found them.
        headings: where its heading is (`careerpaths.headings.find_headings`).
        vocabulary: placeholders.
    """
    end = headings.first + headings.rows
    whole = whole_records(document.rows[end:], document.rows[headings.first : end], headings.columns)
    below = whole.rows
    columns = sort_columns(headings.columns, below)
    desk = _Desk(document, columns, vocabulary, places_in(document))
    _place_above(desk, headings)
    left = _place_records(desk, below)
    _say_left(desk, left)
    _say_alone(desk)
    _say_several(desk)
    _say_remarks(desk)
    _say_below(desk)
    _say_taken(desk, columns, MOVE_LIST if headings.is_move_list else ROLE_TABLE)
    states_moves = bool({one.kind for one in (*columns.taken, *desk.columns.taken)} & {*_CODE_OF, *_CODE_OF.values()})
    return Reading(
        document=document.name,
        kind=document.kind,
        content=MOVE_LIST if headings.is_move_list else ROLE_TABLE,
        sheet=document.sheet,
        standards=tuple(_standard(document.name, tuple(one.values()), states_moves) for one in desk.roles.values()),
        problems=(*document.problems, *sorted(desk.problems, key=lambda one: one.line or 0)),
        fates=tuple(sorted([*desk.fates, *whole.fates_of_rests(desk.fates)])),
    )


def _place_above(desk: _Desk, headings: Headings) -> None:
    left: list[Row] = []
    for row in desk.document.rows[: headings.first]:
        stated = _stated_above(desk, row)
        desk.common += stated
        desk.mark(row, USED if stated else UNPLACED)
        left += [] if stated else [row]
    if left:
        text = _short(" | ".join(dict.fromkeys(filter(None, left[0].cells))))
        more = f" and {len(left) - 1} more lines stand" if len(left) > 1 else " stands"
        desk.say(f'"{text}"{more} above the heading of the table: not taken', left[0].line, severity=NOTE)
    for row in desk.document.rows[headings.first : headings.first + headings.rows]:
        desk.mark(row, USED)


def _stated_above(desk: _Desk, row: Row) -> list[Entry]:
    """What holds for all records: the job family, function or category in a row of its own, beside its label."""
    filled = [(at, cell) for at, cell in enumerate(row.cells) if cell]
    if len(filled) == 1 and ":" in filled[0][1]:
        at, whole = filled[0]
        label, _, text = whole.partition(":")
    elif len({cell for _, cell in filled}) == 2:  # noqa: PLR2004 - a label and its value, which a merged cell repeats
        (_, label), (at, text), *_ = filled
    else:
        return []
    kind = desk.vocabulary.labels.get(fold(label))
    if kind not in _HEADER or not text.strip():
        return []
    source = Source(
        document=desk.document.name,
        row=label.strip(),
        column=None,
        text=_cell(row, at),
        line=row.line,
        page=row.page,
        sheet=row.sheet,
    )
    return [Entry(kind=kind, label=label.strip(), text=text.strip(), source=source, places=((row.line, at + 1),))]


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3].rstrip() + "..."


def _place_records(desk: _Desk, rows: Sequence[Row]) -> list[Row]:
    """The records, each with its role; returns the rows that are none."""
    last: _Role | None = None
    left = []
    columns = desk.columns
    strays = find_strays(columns.taken, rows, vocabulary=desk.vocabulary, grouping=columns.grouping)
    for number, row in enumerate(rows, 1):
        if _is_heading_again(desk, row):
            continue
        if _place_stray(desk, row, strays):
            last = None
            continue
        entries = _entries(desk, row, number)
        if _is_total(desk, row, entries):
            desk.mark(row, UNPLACED)
            desk.say(f'"{_short(_title_of(entries))}" and figures: a sum, no role', row.line, severity=NOTE)
            last = None
            continue
        if any(entry.kind == "title" for entry in entries):
            entries += _from_above(desk, row, entries)
            kinds = {entry.kind for entry in entries}
            entries += [entry for entry in desk.common if entry.kind not in kinds]
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


def _place_stray(desk: _Desk, row: Row, strays: Strays) -> bool:
    """Whether a row is no record; then it has its fate."""
    is_below = strays.another is not None and row.line >= strays.another
    for lines, kept in ((strays.groups, desk.alone), (strays.remarks, desk.remarks)):
        if row.line in lines:
            kept.append(row)
    if is_below:
        desk.below.append(row)
    is_running = row.line in strays.running
    is_stray = is_below or is_running or row.line in strays.groups | strays.remarks
    if is_stray:
        desk.mark(row, REPEATED if is_running else UNPLACED)
    return is_stray


def _cell(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _is_total(desk: _Desk, row: Row, entries: Sequence[Entry]) -> bool:
    """Whether a row sums up those above; a figure under the job codes is one where it counts the roles above."""
    title = _title_of(entries)
    codes = [entry.text for entry in entries if entry.kind == "job_code" and entry.text != title]
    return is_sum(title, row, vocabulary=desk.vocabulary) and (not codes or codes == [str(len(desk.roles))])


def _title_of(entries: Sequence[Entry]) -> str:
    return next((entry.text for entry in entries if entry.kind == "title"), "")


def _names_somebody(desk: _Desk, row: Row) -> bool:
    """Whether a cell for a title is filled, if only with a placeholder: then the row does not go on with another."""
    return any(
        one.kind in ("title", "from") and any(row.cells[one.index : one.index + 1]) for one in desk.columns.taken
    )


def _is_heading_again(desk: _Desk, row: Row) -> bool:
    """Whether a row repeats the heading, or begins a table with another one."""
    if tuple(cell for cell in row.cells if cell) == desk.columns.texts:
        desk.mark(row, REPEATED)
        return True
    columns = heading_of(row, vocabulary=desk.vocabulary)
    if columns:
        desk.columns, desk.above = sort_columns(columns, ()), {}
        desk.mark(row, USED)
        desk.say("another table begins here, with headings of its own", row.line, severity=NOTE)
    return bool(columns)


def _from_above(desk: _Desk, row: Row, entries: Sequence[Entry]) -> list[Entry]:
    """What merged cells before the title say: their first row is filled, those below are blank."""
    stated = {entry.places[0][1] - 1: entry for entry in entries}
    found = []
    for one in desk.columns.taken:
        if one.index not in desk.columns.grouping:
            continue
        if any(row.cells[one.index : one.index + 1]):
            # A new value of an outer column ends those of the inner ones.
            desk.above = {place: entry for place, entry in desk.above.items() if place < one.index}
            desk.above[one.index] = stated[one.index]
        elif one.index in desk.above:
            found.append(desk.above[one.index])
    desk.filled += [row.line] * len(found)
    return found


def _keep(desk: _Desk, row: Row, entries: Sequence[Entry], role: _Role) -> None:
    for entry in entries:
        cited = entry.places if entry.kind in ("career_path", "promoted_from") else ()
        role.setdefault((entry.kind, entry.label, entry.text, entry.code, cited), entry)
    used = {one.index: USED for one in desk.columns.taken}
    used |= {one.index: UNPLACED for one in desk.columns.left}
    desk.mark(row, UNPLACED, but=used)
    beyond = [cell for at, cell in enumerate(row.cells) if cell and at not in used]
    if beyond:
        desk.say(f'"{_short(beyond[0])}" stands in a column without a heading: not taken; add the heading', row.line)


_Cell = tuple[Heading, str]


def _entries(desk: _Desk, row: Row, number: int) -> list[Entry]:
    """What one record states, from left to right; a job code stands for a title that is missing."""
    filled = [(one, row.cells[one.index]) for one in desk.columns.taken if any(row.cells[one.index : one.index + 1])]
    codes = {(one.kind, one.number): (one, _as_code(text)) for one, text in filled if one.kind in _CODE_OF.values()}
    place = (row, number)
    entries: list[Entry] = []
    for one, text in filled:
        if one.kind in _CODE_OF:
            code = codes.pop((_CODE_OF[one.kind], one.number), None)
            entries += each_item(_entry(desk, place, "career_path", (one, text), code), text)
        elif one.kind not in _CODE_OF.values() and not _is_no_title(desk, one, text):
            entries += each_item(_entry(desk, place, _MEANS.get(one.kind or "", one.kind), (one, text)), text)
    entries += [_entry(desk, place, "career_path", code, code) for code in codes.values()]
    _remember(desk, row, entries)
    entries += [entry for one in desk.columns.taken for entry in _reaching(desk, row, one)]
    return [*entries, *_code_as_title(entries)]


def _remember(desk: _Desk, row: Row, entries: Sequence[Entry]) -> None:
    """What the cells of a row say, for the rows below into which they reach."""
    if any(isinstance(cell, Covered) for cell in row.cells):
        ended = [at for at in desk.reaching if not isinstance(_cell(row, at), Covered)]
    else:
        ended = list(desk.reaching)
    for at in ended:
        del desk.reaching[at]
    for entry in entries:
        desk.reaching.setdefault(entry.places[0][1] - 1, []).append(entry)


def _reaching(desk: _Desk, row: Row, one: Heading) -> list[Entry]:
    """What a cell says that reaches into a row from above; a title does not, its row goes on with the role."""
    is_covered = isinstance(_cell(row, one.index), Covered) and one.kind not in ("title", "from", "job_code")
    return desk.reaching.get(one.index, []) if is_covered else []


def _as_code(text: str) -> str:
    """A job code as it is meant: 8799 where a program wrote 8799.0."""
    found = _WHOLE.match(text)
    return found[0] if found else text


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
        document=name,
        row=str(number),
        column=one.text,
        text=str(_cell(row, one.index)),
        line=row.line,
        page=row.page,
        sheet=row.sheet,
    )
    text = str(_as_code(text) if kind in ("job_code", "career_path") else text)
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
    beside = {one.index for one in desk.columns.legend}
    lost = [row for row in rows if any(cell for at, cell in enumerate(row.cells) if at not in beside)]
    for row in lost[:_MOST_SAID]:
        text = next(cell for cell in row.cells if cell)
        desk.say(f'neither a title nor a job code in this row ("{_short(text)}"): not taken; add the title', row.line)
    if len(lost) > _MOST_SAID:
        more = f"{len(lost) - _MOST_SAID} more rows without a title or a job code: not taken; add the titles"
        desk.say(more, lost[_MOST_SAID].line)


def _say_alone(desk: _Desk) -> None:
    """Rows that name a group of roles or a page: one problem for all."""
    if not desk.alone:
        return
    names = listed([f'"{_short(next(filter(None, row.cells)))}"' for row in desk.alone], ", ")
    stands = "a row holds" if len(desk.alone) == 1 else f"{len(desk.alone)} rows hold"
    message = f"{stands} a title and nothing else, where the others say more ({names}): read as headings between roles"
    desk.say(f"{message}, not as roles; give a role its job code or level", desk.alone[0].line)


def _say_several(desk: _Desk) -> None:
    """Attributes of which the records of one role say several things: one note for each heading."""
    found: dict[str, list[tuple[str, list[Entry]]]] = {}
    for role in desk.roles.values():
        said: dict[str, list[Entry]] = {}
        for entry in role.values():
            if entry.kind is None:
                said.setdefault(entry.label, []).append(entry)
        for label, entries in said.items():
            if len(entries) > 1:
                found.setdefault(label, []).append((_title_of(list(role.values())), entries))
    for label, roles in found.items():
        title, entries = roles[0]
        texts = listed([f'"{short(entry.text)}"' for entry in entries], ", ")
        more = f" and {len(roles) - 1} more roles" if len(roles) > 1 else ""
        message = f'"{short(label)}" says several things of {short(title)} ({texts}){more}: all are kept; let one stand'
        desk.say(message, entries[1].source.line, severity=NOTE)


def _say_remarks(desk: _Desk) -> None:
    """One note for all of them."""
    if desk.remarks:
        first = short(next(filter(None, desk.remarks[0].cells)))
        lines = "one line" if len(desk.remarks) == 1 else f"{len(desk.remarks)} lines"
        message = f'{lines} among the records that name no role not taken (the first: "{first}")'
        desk.say(message, desk.remarks[0].line, severity=NOTE)


def _say_below(desk: _Desk) -> None:
    """One problem for another table below; approvals are a note."""
    if not desk.below:
        return
    cells = [cell for cell in desk.below[0].cells if cell]
    rows = "one row" if len(desk.below) == 1 else f"{len(desk.below)} rows"
    names = listed([f'"{short(cell)}"' for cell in cells], ", ")
    if is_no_part(cells[0]):
        desk.say(f"{rows} below the table not taken ({names})", desk.below[0].line, severity=NOTE)
        return
    message = f"another table seems to begin here ({names}), and its heading is not known: {rows} not taken"
    desk.say(f"{message}; put the words under [vocabulary.columns] if it is one of roles", desk.below[0].line)


def _say_taken(desk: _Desk, columns: Sorted, what: str) -> None:
    """Which column was taken for what."""
    taken = [f'"{one.text}" as {one.kind.replace("_", " ")}' for one in columns.taken if one.kind]
    kept = [f'"{one.text}"' for one in columns.taken if not one.kind]
    also = f"; kept as attributes of their own: {', '.join(kept)}" if kept else ""
    desk.say(f"read as a {what}: {', '.join(taken)}{also}", severity=NOTE)
    for meaning, left in (
        ("what names people", columns.personal),
        ("a legend beside the table", columns.legend),
        ("what is said of moves and not of roles", columns.of_moves),
    ):
        if left:
            names = ", ".join(f'"{_short(one.text)}"' for one in left)
            desk.say(f"{meaning} is not taken: {names}", severity=NOTE)
    _say_unknown_targets(desk, columns.taken)
    _say_no_titles(desk, columns.taken)
    for text in _named_twice(columns.taken, desk.vocabulary):
        desk.say(f'the heading "{_short(text)}" stands twice: the first was taken; rename the other, or delete it')
    if desk.joined:
        rows = "one row" if desk.joined == 1 else f"{desk.joined} rows"
        desk.say(f"{rows} without a title: read as more next roles of the role above", severity=NOTE)
    if desk.filled:
        cells = "one blank cell" if len(desk.filled) == 1 else f"{len(desk.filled)} blank cells"
        desk.say(f"{cells} before a title: read as merged with the cell above", desk.filled[0], severity=NOTE)


def _say_unknown_targets(desk: _Desk, columns: Sequence[Heading]) -> None:
    """Columns with a heading that is not known whose cells are titles of the table: they may be next roles."""
    titles = {fold(one.text) for role in desk.roles.values() for one in role.values() if one.kind == "title"}
    for column in columns:
        cells = [
            [fold(item) for item in items_of(row.cells[column.index])]
            for row in desk.document.rows
            if not column.kind and len(row.cells) > column.index and row.cells[column.index] not in ("", column.text)
        ]
        known = sum(1 for cell in cells if not titles.isdisjoint(cell))
        if known and _FEW * known >= len(cells) and (known > 1 or len(cells) < _FEW):
            desk.say(
                f'the column "{_short(column.text)}" holds titles of this table, and its heading is not known: no '
                f'moves; if it says what a role leads to, put {column.text!r} = "next" under [vocabulary.columns], or '
                '"promoted_from" if it says where one comes from'
            )


def _say_no_titles(desk: _Desk, columns: Sequence[Heading]) -> None:
    """Roles that are called by their codes where a column seems to hold their titles."""
    if {one.kind for one in (*columns, *desk.columns.taken)} & {"title", "from"}:
        return
    likely = next((one for one in columns if not one.kind and _TITLED & set(fold(one.text).split())), None)
    if likely:
        message = (
            f'no column of titles is known, roles are called by their codes; if "{_short(likely.text)}" holds titles'
        )
        desk.say(f'{message}, put {likely.text!r} = "title" under [vocabulary.columns]')


def _named_twice(columns: Sequence[Heading], vocabulary: Vocabulary) -> Iterator[str]:
    """Headings whose meaning a record has once, and that stand there again word for word."""
    before = {fold(one.text) for one in columns if one.kind}
    for one in columns:
        if not one.kind and fold(one.text) in before and column_kind(one.text, vocabulary=vocabulary)[0]:
            yield one.text
