"""What stands below each heading and beside each label, whether its document was recognised or not.

A document that was not recognised may be a table (a record in each row) or labelled (a label before each row, a record
in each column, or one record in the document). Its words tell which, else whether its columns or its rows are alike.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from careerpaths.model import Catalogue, Reading
from careerpaths.records import MOVE_LIST, ROLE_TABLE
from careerpaths.suggestions.languages import ENGLISH, OTHER, hint_of
from careerpaths.titles import fold
from careerpaths.vocabulary import Vocabulary

Record = tuple[int, int]
"""Which reading, and which row or column of it."""

_NUMBER = re.compile(r"[\s.#]*\d+[\s.:]*$")
CODE = re.compile(r"(?=[^\n]*\d)[A-Z]{0,5}[-./ ]?[\dA-Z]{1,10}(?:[-./][\dA-Z]{1,6}){0,3}")
_FEW_ROWS = 60
"""Rows of a single document of which each may begin with a label."""
_LEAST_SEEN = 2
"""How often a first cell comes again before it is taken for a label."""
_LONGEST_LABEL = 6
SENTENCE = 6
"""Words from which a cell is a sentence."""
_MOST = 0.8
"""Share of the documents that have a second label in the same place."""
_LOOKED_AT = 20
"""Rows among which the heading of a table is sought."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A filled cell.

    Attributes:
        text: what stands in it.
        document: where.
        records: the roles that it tells something of.
    """

    text: str
    document: str
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Field:
    """What stands below one heading, or beside one label; compared by identity.

    Attributes:
        word: the label or heading as first met, without its number.
        is_column: whether it is the heading of a table.
        kind: what it means where that is known.
        cells: its cells in reading order.
        documents: how many documents have it.
        blanks: how many of its cells are blank, where that is known.
        place: the first word that is met is 0, the next one 1.
    """

    word: str
    is_column: bool
    kind: str | None
    cells: tuple[Cell, ...]
    documents: int
    blanks: int = 0
    place: int = 0

    @property
    def key(self) -> str:
        """The word folded."""
        return fold(self.word)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A word with one cell, blank or filled, as it was met."""

    word: str
    is_column: bool
    kind: str | None
    cell: Cell


def fields_of(catalogue: Catalogue, vocabulary: Vocabulary) -> tuple[Field, ...]:
    """All labels and headings, those that are known included, the most frequent first."""
    said: defaultdict[tuple[bool, str], list[_Said]] = defaultdict(list)
    for one in (*_stated(catalogue.readings), *_shaped(catalogue.readings, vocabulary)):
        said[one.is_column, fold(bare(one.word))].append(one)
    fields = [_field(found, place) for place, ((_, key), found) in enumerate(said.items()) if key]
    return tuple(sorted(fields, key=lambda one: (-len(one.cells), one.key, one.is_column)))


def _field(said: Sequence[_Said], place: int) -> Field:
    first = said[0]
    return Field(
        word=bare(first.word),
        is_column=first.is_column,
        kind=next((one.kind for one in said if one.kind), None),
        cells=tuple(one.cell for one in said if one.cell.text),
        documents=len({one.cell.document for one in said}),
        blanks=sum(1 for one in said if not one.cell.text),
        place=place,
    )


def bare(word: str) -> str:
    """A word without its number."""
    return _NUMBER.sub("", word) or word


def _stated(readings: Sequence[Reading]) -> Iterator[_Said]:
    """What was read out of the documents that were recognised."""
    for number, reading in enumerate(readings):
        is_column = reading.content in {ROLE_TABLE, MOVE_LIST}
        columns = [(standard, column) for standard in reading.standards for column in standard.columns]
        for place, (standard, column) in enumerate(columns):
            level = [column.level] if column.level else []
            for entry in dict.fromkeys((*standard.header, *level, column.title, *column.entries)):
                cell = Cell(text=entry.text, document=reading.document, records=((number, place),))
                yield _Said(word=entry.label, is_column=is_column, kind=entry.kind, cell=cell)


def unknown(readings: Iterable[Reading]) -> list[tuple[int, Reading]]:
    """The documents that were not recognised, with their number."""
    return [(number, one) for number, one in enumerate(readings) if not one.standards and one.shapes]


def _shaped(readings: Sequence[Reading], vocabulary: Vocabulary) -> Iterator[_Said]:
    """What stands in the documents that were not recognised."""
    found = unknown(readings)
    seconds = _seconds(one for _, one in found)
    rows = {number: _rows_of(one.shapes, seconds, vocabulary) for number, one in found}
    labels = _repeated(rows.values())
    for number, reading in found:
        head = _head_of(reading.shapes)
        if head is not None and _is_table(reading.shapes[head:], rows[number], labels, vocabulary):
            yield from _columns(number, reading, head, vocabulary)
            continue
        few = len(found) == 1 and len(rows[number]) <= _FEW_ROWS
        kept = [row for row in rows[number] if few or fold(bare(row.label)) in labels or row.is_hinted]
        yield from _labels(number, reading, kept, vocabulary)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row that may be labelled: its label and what stands beside it, cell by cell."""

    label: str
    values: tuple[str, ...]
    is_hinted: bool
    is_again: bool = False


def _rows_of(
    shapes: Sequence[Sequence[str]], seconds: Container[tuple[str, str]], vocabulary: Vocabulary
) -> list[_Row]:
    """Rows with a label: "Band: B", or a label before its values, or alone above them; what goes on is put behind.

    A row that stands there once more is the header of the next page: what goes on below it belongs above it.
    """
    rows: list[_Row] = []
    seen: set[_Row] = set()
    last: int | None = None
    for cells in shapes:
        found = list(_pairs_in(cells, seconds, vocabulary))
        if found:
            rows += [replace(row, is_again=row in seen) for row in found]
            last = len(rows) - 1 if found[-1] not in seen else last
            seen.update(found)
        elif last is not None and any(cells) and (not cells[0] or not any(rows[last].values)):
            more = cells if cells[0] else cells[1:]
            rows[last] = replace(rows[last], values=_joined(rows[last].values, more))
        elif any(cells):
            last = None
    return rows


def _joined(values: Sequence[str], more: Sequence[str]) -> tuple[str, ...]:
    return tuple("\n".join(filter(None, pair)) for pair in zip_longest(values, more, fillvalue=""))


def _pairs_in(cells: Sequence[str], seconds: Container[tuple[str, str]], vocabulary: Vocabulary) -> Iterator[_Row]:
    filled = [cell for cell in cells if cell]
    label, colon, value = filled[0].partition(":") if len(filled) == 1 else ("", "", "")
    if colon and _is_label(label):
        yield _Row(label.strip(), (value.strip(),), is_hinted(label, vocabulary))
    elif len(filled) == 1 and cells[0] and is_hinted(cells[0], vocabulary):
        yield _Row(cells[0], (), is_hinted=True)
    elif len(filled) > 1 and cells[0] and _is_label(cells[0]):
        is_pair = _is_twofold(cells) and ((cells[0], cells[2]) in seconds or _are_labels(cells, vocabulary))
        for part in (cells[:2], cells[2:]) if is_pair else (cells,):
            yield _Row(part[0].rstrip(" :"), _filled(part[1:]), is_hinted(part[0], vocabulary))


def _filled(cells: Sequence[str]) -> tuple[str, ...]:
    """Cells up to the last that is filled."""
    return tuple(cells[: max((at for at, cell in enumerate(cells, 1) if cell), default=0)])


def _is_twofold(cells: Sequence[str]) -> bool:
    """Whether a row may have two labels with a value each."""
    return len(cells) >= 4 and all(cells[:4]) and not any(cells[4:])  # noqa: PLR2004 - label, value, label, value


def _are_labels(cells: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether the first and the third cell are labels by their words; a level may be called as a superior is."""
    kinds = {*hint_of(cells[2]).kinds}
    return all(is_hinted(cell, vocabulary) for cell in (cells[0], cells[2])) and not {OTHER, "reports_to"} & kinds


def _seconds(readings: Iterable[Reading]) -> frozenset[tuple[str, str]]:
    """Second labels of a row: the same behind a first one in nearly all documents, while its value changes."""
    behind: defaultdict[str, dict[str, Sequence[str]]] = defaultdict(dict)
    for reading in readings:
        for cells in reading.shapes:
            if _is_twofold(cells):
                behind[cells[0]].setdefault(reading.document, cells)
    found = set()
    for first, documents in behind.items():
        ((second, count),) = Counter(cells[2] for cells in documents.values()).most_common(1)
        values = {cells[3] for cells in documents.values() if cells[2] == second}
        if len(values) > 1 and count >= _MOST * len(documents):
            found.add((first, second))
    return frozenset(found)


def _is_label(text: str) -> bool:
    return 0 < len(text.split()) <= _LONGEST_LABEL and not CODE.fullmatch(text)


def is_hinted(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a text is a label in some language of the table, or one that is known."""
    word = bare(text.rstrip(" :"))
    hint = hint_of(word)
    is_foreign = hint.is_whole and hint.languages != (ENGLISH,)
    return is_foreign or fold(word) in vocabulary.labels or fold(word) in vocabulary.columns


def _repeated(documents: Iterable[Sequence[_Row]]) -> frozenset[str]:
    counts = Counter(fold(bare(row.label)) for rows in documents for row in rows)
    return frozenset(label for label, count in counts.items() if count >= _LEAST_SEEN)


def _head_of(shapes: Sequence[Sequence[str]]) -> int | None:
    """Which row may be the heading of a table: the first with a short text for most of the columns."""
    widest = max((sum(map(bool, row)) for row in shapes), default=0)
    for at, row in enumerate(shapes[: min(_LOOKED_AT, len(shapes) - 1)]):
        filled = [cell for cell in row if cell]
        if len(filled) >= max(2, widest - 1) and all(len(cell.split()) <= _LONGEST_LABEL for cell in filled):
            return at
    return None


def _is_table(
    shapes: Sequence[Sequence[str]], rows: Sequence[_Row], labels: Container[str], vocabulary: Vocabulary
) -> bool:
    """Whether records stand in rows: by the words of either side, by what is alike, by labels that come again."""
    heads = sum(1 for cell in shapes[0] if cell and is_hinted(cell, vocabulary))
    firsts = sum(1 for row in rows if row.is_hinted)
    if heads != firsts and max(heads, firsts) > 1:
        return heads > firsts
    down, across = _likeness(list(zip_longest(*shapes[1:], fillvalue=""))), _likeness([row[1:] for row in shapes])
    if down != across:
        return down > across
    return 2 * sum(1 for row in rows if fold(row.label) in labels) <= len(shapes)


def _likeness(lines: Sequence[Sequence[str]]) -> float:
    """How alike the cells of each line are, on the average: 1 where each holds only codes, words or sentences."""
    shares = []
    for line in lines:
        sorts = Counter(_sort_of(cell) for cell in line if cell)
        if sorts:
            shares.append(max(sorts.values()) / sum(sorts.values()))
    return round(sum(shares) / len(shares), 6) if shares else 0.0


def _sort_of(text: str) -> str:
    if CODE.fullmatch(text):
        return "code"
    return "sentence" if len(text.split()) >= SENTENCE else "words"


def _columns(number: int, reading: Reading, head: int, vocabulary: Vocabulary) -> Iterator[_Said]:
    words = reading.shapes[head]
    for place, row in enumerate(reading.shapes[head + 1 :]):
        for word, text in zip(words, [*row, *[""] * len(words)], strict=False):
            cell = Cell(text=text, document=reading.document, records=((number, place),))
            if word and fold(word) != fold(text):
                yield _Said(word=word, is_column=True, kind=vocabulary.columns.get(fold(bare(word))), cell=cell)


def _labels(number: int, reading: Reading, rows: Sequence[_Row], vocabulary: Vocabulary) -> Iterator[_Said]:
    """The cells of each label; what stands alone above the rows with several cells tells something of all columns."""
    first = 0
    for section in _sections(rows):
        width = max((len(row.values) for row in section), default=0)
        everywhere = tuple((number, first + place) for place in range(width))
        is_above = True
        for row in section:
            is_above = is_above and not any(row.values[1:])
            kind = vocabulary.labels.get(fold(bare(row.label)))
            for place, text in enumerate(row.values or ("",)):
                if text or len(row.values) < 2:  # noqa: PLR2004 - the one cell of a label is blank
                    records = everywhere if is_above else ((number, first + place),)
                    cell = Cell(text=text, document=reading.document, records=records)
                    yield _Said(word=row.label, is_column=False, kind=kind, cell=cell)
        # A gap: what stands side by side is of one standard.
        first += width + 1


def _sections(rows: Sequence[_Row]) -> list[list[_Row]]:
    """The rows of each standard or job of a document: another begins where its labels come again with other values.

    Rows that stand there once more unchanged are the header of a page; before another standard they belong to it.
    """
    sections: list[list[_Row]] = [[]]
    pending: list[_Row] = []
    for row in rows:
        if row.is_again:
            pending.append(row)
            continue
        labels = [fold(one.label) for one in sections[-1]]
        label = fold(row.label)
        if label in labels and label != labels[-1] and (pending or label == labels[0]):
            sections.append(pending)
        pending = []
        sections[-1].append(row)
    return sections
