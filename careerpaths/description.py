"""A document about one job ("Job title: Analyst 2"): pairs of label and value, made rows of a standard with one level.

Label and value stand beside each other, in one cell with a colon between, or under each other; next titles stand in one
cell or in a list. The rows made here are read by `grid` like any standard; what they say keeps the place where it
stands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from careerpaths.headings import column_kind
from careerpaths.mentions import short
from careerpaths.model import (
    BLANK,
    NOTE,
    REPEATED,
    UNPLACED,
    USED,
    Column,
    Document,
    Entry,
    Problem,
    Reading,
    Row,
    Standard,
    places_in,
)
from careerpaths.titles import LONGEST_TITLE, fold
from careerpaths.vocabulary import HEADER_RANKS, VOCABULARY, Vocabulary

JOB_DESCRIPTION = "job description"
_NO_LEVEL = "no Job Level row above it"
"""How the problem begins that `grid` has with a standard without levels."""
_LABELLED = re.compile(r"\s*([^\W\d_][^:\n]{0,39}?)\s*:(?!//)\s*(.*)", re.DOTALL)
_BULLET = re.compile(r"^\s*(?:[\u2022\u00b7\u25aa\u25cf\u25e6\u2013\u2014*-]|\d{1,2}[.)]|o)\s+", re.MULTILINE)
# What stands below a list of titles and is none: approvals, dates, the foot of a page.
_OUTSIDE = re.compile(
    r"(?:approv|prepared|reviewed|revis|version|effective|issued|date|sign|page|updated|author|owner|document|confiden"
    r"|draft|copyright|\(c\)|\u00a9|see |note)",
    re.IGNORECASE,
)
_CODES = frozenset({"next_code", "to_code"})
_NEXT = frozenset({"next", "to", "career_path"})
_PATHS = _NEXT | {"promoted_from"}
_LISTS = _PATHS | {"duty", "knowledge"}
_RANK = {USED: 3, REPEATED: 2, UNPLACED: 1, BLANK: 0}
_LONGEST_LABEL = 6
"""Words of a label that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label with its value.

    Attributes:
        kind: what the label means; None for a label that is not known.
        label: as in the document.
        value: its text, without the mark of a list.
        places: the raw cells of label and value, (line, cell) from 1.
        cell: the whole cell of the value.
        code: the job code that is stated with a next title.
        more: the raw cells of its label and its value.
    """

    kind: str | None
    label: str
    value: str
    places: tuple[tuple[int, int], tuple[int, int]]
    cell: str = ""
    code: str | None = None
    more: tuple[tuple[int, int], ...] = ()


def find_description(document: Document, *, vocabulary: Vocabulary = VOCABULARY) -> tuple[Pair, ...]:
    """The pairs of a document about one job; empty where it is none.

    It is one where a title is stated, and at least one thing more that has a known label.
    """
    pairs = tuple(_with_codes(_pairs(tuple(_by_lines(document.rows, vocabulary)), vocabulary)))
    kinds = [pair.kind for pair in pairs if pair.kind]
    return pairs if "title" in kinds and len(set(kinds)) > 1 else ()


def label_kind(text: str, *, vocabulary: Vocabulary) -> str | None:
    """What a label means, by the words for rows, then by those for columns of tables; None where it is not known."""
    folded = fold(text)
    stem = re.sub(r"\s*\b\d{1,2}$", "", folded)
    for words in (vocabulary.labels, vocabulary.columns):
        found = words.get(folded) or words.get(stem)
        if found:
            return found
    return column_kind(text, vocabulary=vocabulary)[0]


def _with_codes(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """A code right behind a next title goes with it; one alone stands for the title."""
    last: Pair | None = None
    for pair in pairs:
        if pair.kind in _CODES and last and last.kind in _NEXT and last.code is None:
            yield replace(last, code=pair.value, more=pair.places)
            last = None
            continue
        if last:
            yield last
        last = replace(pair, code=pair.value) if pair.kind in _CODES else pair
    if last:
        yield last


def _by_lines(rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[Row]:
    """Rows, but a cell that holds several lines with labels as a row for each of its lines."""
    for row in rows:
        filled = [at for at, text in enumerate(row.cells) if text]
        lines = row.cells[filled[0]].split("\n") if len(filled) == 1 else []
        if sum(1 for line in lines if _labelled(line, vocabulary)) > 1:
            yield from (replace(row, cells=(*[""] * filled[0], line.strip())) for line in lines if line.strip())
        else:
            yield row


@dataclass(frozen=True, slots=True)
class _Label:
    """A label whose values stand below it: the last of them in which line, and whether with the mark of a list."""

    kind: str | None
    text: str
    place: tuple[int, int]
    line: int = 0
    is_marked: bool = False


def _pairs(rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[Pair]:
    """Pairs in reading order; a label alone in its row has the rows below it, up to the next label, as its values."""
    above: _Label | None = None
    columns: list[_Label | None] = []
    for row in rows:
        filled = [(at, text) for at, text in enumerate(row.cells, 1) if text]
        if columns:
            yield from (_under(columns[at - 1], row.line, at, text) for at, text in filled if _at(columns, at))
            columns = []
            continue
        columns, alone = _labels_in(row, vocabulary), _label_alone(row.line, filled, vocabulary)
        beside = [] if columns or alone else list(_beside(row.line, filled, vocabulary))
        yield from beside
        if alone or beside:
            above = alone or _goes_on(beside[-1])
        elif above:
            items = [(at, text) for at, text in filled if _is_item(above, row.line, text)]
            yield from (_under(above, row.line, at, text) for at, text in items)
            above = _after(above, row.line, items)


def _labels_in(row: Row, vocabulary: Vocabulary) -> list[_Label | None]:
    """A row of labels only, whose values stand below each of them; empty where it is none."""
    kinds = [label_kind(text.rstrip(" :"), vocabulary=vocabulary) if text else None for text in row.cells]
    filled = [text for text in row.cells if text]
    if len(filled) < 2 or sum(1 for kind in kinds if kind) < len(filled):  # noqa: PLR2004 - one label is no row of them
        return []
    named = enumerate(zip(kinds, row.cells, strict=True), 1)
    return [_Label(kind, text.rstrip(" :"), (row.line, at)) if text else None for at, (kind, text) in named]


def _at(columns: Sequence[_Label | None], at: int) -> bool:
    return at <= len(columns) and columns[at - 1] is not None


def _goes_on(pair: Pair) -> _Label | None:
    """A list has more than one row; any other value is one text."""
    is_marked = bool(_BULLET.match(pair.cell))
    return _Label(pair.kind, pair.label, pair.places[0], pair.places[1][0], is_marked) if pair.kind in _LISTS else None


def _after(above: _Label, line: int, items: Sequence[tuple[int, str]]) -> _Label | None:
    if above.kind not in _LISTS or not items:
        return None
    return replace(above, line=line, is_marked=bool(_BULLET.match(items[-1][1])))


def _is_item(above: _Label, line: int, text: str) -> bool:
    """Whether a text goes on with the values of a label; below titles stands much that is none."""
    if above.kind not in _PATHS or _BULLET.match(text):
        return True
    if above.line and (above.is_marked or line > above.line + 1):
        return False
    return not _OUTSIDE.match(text) and not text.endswith(":") and len(text.split()) <= LONGEST_TITLE


def _under(label: _Label | None, line: int, cell: int, text: str) -> Pair:
    known = label or _Label(None, "", (line, cell))
    return Pair(
        kind=known.kind,
        label=known.text,
        value=_BULLET.sub("", text),
        places=(known.place, (line, cell)),
        cell=text,
    )


def _label_alone(line: int, filled: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> _Label | None:
    if len(filled) != 1 or _labelled(filled[0][1], vocabulary):
        return None
    cell, text = filled[0]
    kind = label_kind(text.rstrip(" :"), vocabulary=vocabulary)
    return _Label(kind, text.rstrip(" :"), (line, cell)) if kind else None


def _labelled(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """A known label with its value behind a colon."""
    found = _LABELLED.fullmatch(text)
    return found if found and found[2] and label_kind(found[1], vocabulary=vocabulary) else None


def _beside(line: int, filled: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> Iterator[Pair]:
    """Labels with the values beside them, or behind a colon in the same cell."""
    at = 0
    while at < len(filled):
        cell, text = filled[at]
        inside = _labelled(text, vocabulary)
        behind = filled[at + 1] if at + 1 < len(filled) and not inside else None
        kind = label_kind(text.rstrip(" :"), vocabulary=vocabulary)
        is_pair = kind or (len(filled) == 2 and at == 0 and len(text.split()) <= _LONGEST_LABEL)  # noqa: PLR2004 - a pair
        if behind and is_pair and not _begins_pair(behind[1], vocabulary):
            at += 1
            yield _pair(kind, text.rstrip(" :"), behind[1], ((line, cell), (line, behind[0])), behind[1])
        elif named := inside or (None if kind else _LABELLED.fullmatch(text)):
            known = label_kind(named[1], vocabulary=vocabulary)
            if named[2]:
                yield _pair(known, named[1], named[2], ((line, cell), (line, cell)), text)
        at += 1


def _begins_pair(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell is no value but the next label: then the label before it has none."""
    return bool(_labelled(text, vocabulary) or label_kind(text.rstrip(" :"), vocabulary=vocabulary))


def _pair(kind: str | None, label: str, value: str, places: tuple[tuple[int, int], tuple[int, int]], cell: str) -> Pair:
    said = _BULLET.sub("", value) if kind in _LISTS else value
    return Pair(kind=kind, label=label, value=said, places=places, cell=cell)


def as_rows(pairs: Sequence[Pair], *, vocabulary: Vocabulary) -> tuple[Row, ...]:
    """The pairs as rows of a standard with one level, in the order in which `grid` reads them; line n is pair n.

    What belongs to a header stands above its title; a label that comes again is numbered.
    """
    numbers: Counter[str] = Counter()
    rows = []
    for place in _in_order(pairs):
        label = _row_label(pairs[place], vocabulary)
        numbers[label] += 1
        is_list = pairs[place].kind in _LISTS | _CODES
        rows.append(Row(cells=(f"{label} {numbers[label]}" if is_list else label, pairs[place].value), line=place + 1))
    return tuple(rows)


def _in_order(pairs: Sequence[Pair]) -> list[int]:
    """Job by job: the header, the title, the rest."""
    starts = _starts(pairs)
    order: list[int] = []
    for first, last in zip(starts, [*starts[1:], len(pairs)], strict=True):
        header = [place for place in range(first, last) if pairs[place].kind in HEADER_RANKS]
        rest = [place for place in range(first, last) if pairs[place].kind not in HEADER_RANKS]
        order += sorted(header, key=lambda place: HEADER_RANKS[str(pairs[place].kind)])
        order += sorted(rest, key=lambda place: pairs[place].kind != "title")
    return order


def _starts(pairs: Sequence[Pair]) -> list[int]:
    """Where each job begins: what stands before the first title stands before the others as well."""
    first, *more = [place for place, pair in enumerate(pairs) if pair.kind == "title"]
    before = {pair.label for pair in pairs[:first]}
    starts = [0]
    for title in more:
        start = title
        while start - 1 > starts[-1] and pairs[start - 1].label in before:
            start -= 1
        starts.append(start)
    return starts


def _row_label(pair: Pair, vocabulary: Vocabulary) -> str:
    """The word that `grid` knows for a kind of row; a label that is not known stays."""
    kind = "career_path" if pair.kind in _NEXT | _CODES else pair.kind
    return next((word for word, meaning in vocabulary.labels.items() if meaning == kind), pair.label)


def as_read(document: Document, pairs: Sequence[Pair], reading: Reading) -> Reading:
    """What `grid` read out of the rows made here, told with the places of the document itself."""
    standards = tuple(_standard(standard, pairs) for standard in reading.standards)
    fates = _fates(document, pairs, reading)
    place_of = places_in(document)
    # A document about one job need not say of which level it is.
    told = [problem for problem in reading.problems if not problem.message.startswith(_NO_LEVEL)]
    problems = [_moved(problem, place_of, pairs) for problem in told]
    outside = [place for place, fate in sorted(fates.items()) if fate == UNPLACED]
    return replace(
        reading,
        kind=document.kind,
        content=JOB_DESCRIPTION,
        sheet=document.sheet,
        standards=standards,
        problems=(*document.problems, *problems, *_say_outside(document, outside)),
        fates=tuple((line, cell, fate) for (line, cell), fate in sorted(fates.items())),
    )


def _fates(document: Document, pairs: Sequence[Pair], reading: Reading) -> dict[tuple[int, int], str]:
    """What became of each cell of the document itself."""
    fates = {
        (row.line, at): (UNPLACED if cell else BLANK) for row in document.rows for at, cell in enumerate(row.cells, 1)
    }
    for line, cell, fate in reading.fates:
        place = pairs[line - 1].places[cell - 1]
        for one in (place, *pairs[line - 1].more):
            fates[one] = max(fates[one], fate, key=lambda known: _RANK[known])
    return fates


def _standard(standard: Standard, pairs: Sequence[Pair]) -> Standard:
    return replace(
        standard,
        header=tuple(_entry(entry, pairs) for entry in standard.header),
        columns=tuple(_column(column, pairs) for column in standard.columns),
    )


def _column(column: Column, pairs: Sequence[Pair]) -> Column:
    return Column(
        level=_entry(column.level, pairs) if column.level else None,
        title=_entry(column.title, pairs),
        entries=tuple(_entry(entry, pairs) for entry in column.entries),
    )


def _entry(entry: Entry, pairs: Sequence[Pair]) -> Entry:
    """An entry with the label and the places that the document has for it."""
    pair = pairs[(entry.source.line or 1) - 1]
    text = pair.cell or entry.source.text
    source = replace(entry.source, row=pair.label, column=None, line=pair.places[1][0], page=None, text=text)
    places = (pair.places[1], *pair.more[1:])
    return replace(entry, label=pair.label, source=source, places=places, code=pair.code)


def _moved(problem: Problem, place_of: Callable[[int], str], pairs: Sequence[Pair]) -> Problem:
    if problem.line is None:
        return problem
    pair = pairs[problem.line - 1]
    line = pair.places[0][0]
    return replace(problem, line=line, place=f'{place_of(line)}, row "{short(pair.label)}"')


def _say_outside(document: Document, outside: Sequence[tuple[int, int]]) -> Iterator[Problem]:
    """Text that belongs to no pair is one note for the document."""
    if outside:
        cells = {(row.line, at): cell for row in document.rows for at, cell in enumerate(row.cells, 1)}
        first = cells[outside[0]]
        message = f'{len(outside)} texts outside the job description not taken (the first: "{short(first)}")'
        line = outside[0][0]
        place = places_in(document)(line)
        yield Problem(severity=NOTE, document=document.name, place=place, message=message, line=line)
