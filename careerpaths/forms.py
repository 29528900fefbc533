"""Forms: tables in which labels stand beside their values, one pair in a row or several.

A column of a form holds labels all the way down, known or not, and the columns up to the next one hold values, whatever
they say: "Level" beside "Level 3". A cell among the labels whose value is blank is a label all the same.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise

from careerpaths.following import BULLET, MARK, PATHS
from careerpaths.headings import column_kind
from careerpaths.model import Row, Spanned
from careerpaths.titles import fold
from careerpaths.vocabulary import Vocabulary

LONGEST_LABEL = 6
"""Words of a label that is not known."""
_LONGEST_KNOWN = 60
"""Characters of a label that is known, at most."""
_BORDERED = frozenset({"docx", "html"})
"""Formats that say where a table begins and ends."""
_LOOKED_AT = 200
"""Rows from which it is told whether a table is a form: those of jobs are short."""
_SUBJECTS = frozenset({"title"})
_STOPS = (".", "!", "?", ";")
_CODE = re.compile(r"(?!(?:19|20)\d\d$)\d{3,8}")
"""A number that is a code, and no year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A table of labels and values.

    Attributes:
        labels: its columns of labels, from 1, from left to right.
        is_bordered: whether its format says where it begins and ends.
    """

    labels: tuple[int, ...]
    is_bordered: bool

    def is_blank_label(self, row: Row) -> bool:
        """Whether all that stands in a row is a label, with a cell beside it that is blank."""
        at = _alone(row)
        beside = row.cells[at] if at and at < len(row.cells) else None
        return at in self.labels and beside is not None and not isinstance(beside, Spanned) and _may_label(row, at)

    def is_across(self, row: Row) -> bool:
        """Whether a few words reach over the columns of labels and values: the heading of a section."""
        at = _alone(row)
        reaches = bool(at) and at < len(row.cells) and isinstance(row.cells[at], Spanned)
        return at in self.labels and reaches and _may_label(row, at)

    def labels_in(self, row: Row) -> list[int]:
        """The columns of the labels that a row has."""
        return [at for at in self.labels if at <= len(row.cells) and row.cells[at - 1]]

    def pairs_in(self, row: Row) -> Iterator[tuple[tuple[int, str], list[tuple[int, str]]]]:
        """Each label of a row with the cells of its values, both by column and text."""
        filled = [(at, text) for at, text in enumerate(row.cells, 1) if text]
        begun = {at for at, _ in _each_once(row)}
        # A value may reach over the columns of further labels.
        labels = [at for at in self.labels if at in begun or not (at <= len(row.cells) and row.cells[at - 1])]
        for label, end in pairwise((*labels, len(row.cells) + 1)):
            values = [one for one in filled if label < one[0] < end]
            if label in begun and values:
                yield (label, row.cells[label - 1]), values


def label_kind(text: str, *, vocabulary: Vocabulary) -> str | None:
    """What a label means, by the words for rows, then by those for columns of tables; None where it is not known."""
    return None if len(text) > _LONGEST_KNOWN else _kind_of(text, vocabulary)


@lru_cache(maxsize=1 << 14)
def _kind_of(text: str, vocabulary: Vocabulary) -> str | None:
    folded = fold(text)
    stem = re.sub(r"\s*\b\d{1,2}$", "", folded)
    for words in (vocabulary.labels, vocabulary.columns):
        found = words.get(folded) or words.get(stem)
        if found:
            return found
    return column_kind(text, vocabulary=vocabulary)[0]


def find_forms(rows: Sequence[Row], *, kind: str, vocabulary: Vocabulary) -> dict[int, Form]:
    """The forms of a document, each by the lines of its rows.

    Args:
        rows: of the document.
        kind: its format.
        vocabulary: the words for labels.
    """
    found: dict[int, Form] = {}
    for table in _tables(rows, kind):
        labels = _label_columns(_Counted.of(table[:_LOOKED_AT], vocabulary))
        if labels:
            form = Form(labels=labels, is_bordered=kind in _BORDERED)
            found.update((row.line, form) for row in table)
    return found


def is_form(rows: Sequence[Row], *, kind: str, vocabulary: Vocabulary) -> bool:
    """Whether a document begins with a form about a job, and not with the heading of a table of roles.

    The label of a title stands beside a title, and other labels stand above or below it, or a job code with its label
    stands behind it.
    """
    first = rows[:_LOOKED_AT]
    for table in _tables(first, kind):
        counted = _Counted.of(table, vocabulary)
        labels = _label_columns(counted)
        values = [at for at in counted.filled if at not in labels]
        has_title = any(counted.kinds[at] & _SUBJECTS for at in labels)
        is_plain = not any(counted.kinds[at] & _SUBJECTS for at in values)
        is_told = bool(labels) and (len(counted.kinds[labels[0]]) > 1 or _holds_code(table[0], labels, vocabulary))
        if has_title and is_plain and is_told:
            return True
    return False


def blank_labels(rows: Sequence[Row], *, kind: str, vocabulary: Vocabulary) -> frozenset[tuple[int, int]]:
    """The cells of forms that hold a label without a value, as (line, column).

    In formats without borders those right below a next role without one are left out: they may be next titles.
    """
    forms = find_forms(rows, kind=kind, vocabulary=vocabulary)
    found: set[tuple[int, int]] = set()
    is_below_next = False
    for row in rows:
        form, at = forms.get(row.line), _alone(row)
        is_blank = form is not None and (form.is_blank_label(row) or form.is_across(row))
        meaning = label_kind(_name(row.cells[at - 1]), vocabulary=vocabulary) if is_blank else None
        is_below_next = is_blank and (meaning in PATHS or (is_below_next and meaning is None))
        if is_blank and form and (meaning or form.is_bordered or not is_below_next):
            found.add((row.line, at))
    return frozenset(found)


def _holds_code(row: Row, labels: Sequence[int], vocabulary: Vocabulary) -> bool:
    """Whether a row holds a job code beside its label: headings are no numbers."""
    pairs = [(row.cells[at - 1], row.cells[at]) for at in labels if at < len(row.cells)]
    return any(
        label_kind(_name(label), vocabulary=vocabulary) == "job_code" and _CODE.fullmatch(value)
        for label, value in pairs
    )


@dataclass(slots=True, eq=False)
class _Counted:
    """What stands in the columns of a table: filled cells, known labels and what they mean, marks of lists."""

    filled: Counter[int] = field(default_factory=Counter)
    known: Counter[int] = field(default_factory=Counter)
    marks: Counter[int] = field(default_factory=Counter)
    kinds: defaultdict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    beside: Counter[tuple[int, int]] = field(default_factory=Counter)
    """Rows in which two columns beside each other both hold a text, and those in which both hold known labels."""
    both: Counter[tuple[int, int]] = field(default_factory=Counter)

    @staticmethod
    def of(table: Sequence[Row], vocabulary: Vocabulary) -> _Counted:
        """Count rows of several cells; the text of a merged cell counts once."""
        counted = _Counted()
        for row in table:
            cells = [(at, label_kind(_name(text), vocabulary=vocabulary)) for at, text in _each_once(row)]
            if len(cells) > 1:
                counted.filled.update(at for at, _ in cells)
                counted.known.update(at for at, kind in cells if kind)
                counted.marks.update(at for at, _ in cells if MARK.fullmatch(row.cells[at - 1]))
                counted.beside.update((left, right) for (left, _), (right, _) in pairwise(cells))
                counted.both.update((left, right) for (left, one), (right, two) in pairwise(cells) if one and two)
                for at, kind in cells:
                    counted.kinds[at] |= {kind} - {None}  # type: ignore[arg-type]
        return counted


def _label_columns(counted: _Counted) -> tuple[int, ...]:
    """Which columns of a table hold labels: more of them are known than in the column beside, which holds values."""
    columns = sorted(counted.filled)
    labels: list[int] = []
    place = 0
    while place + 1 < len(columns):
        left, right = columns[place], columns[place + 1]
        more = counted.known[left] > counted.known[right]
        if more and (labels or _is_first(counted, left, right)):
            labels.append(left)
            place += 2
        elif labels or counted.marks[left] == counted.filled[left]:
            place += 1
        else:
            return ()
    return tuple(labels)


def _is_first(counted: _Counted, left: int, right: int) -> bool:
    """Whether a column holds labels all the way down: no rows of labels alternate with rows of their values."""
    if counted.known[right] == 0:
        return True
    alternate = 2 * counted.both[left, right] >= counted.beside[left, right]
    return counted.known[left] > 1 and (not alternate or counted.known[left] == counted.filled[left])


def _tables(rows: Sequence[Row], kind: str) -> Iterator[list[Row]]:
    """The rows of each table; of formats without borders all rows with several cells."""
    if kind not in _BORDERED:
        yield [row for row in rows if len(row.cells) > 1]
        return
    for width, some in groupby(rows, key=lambda row: len(row.cells)):
        if width > 1:
            yield list(some)


def _each_once(row: Row) -> Iterator[tuple[int, str]]:
    """The filled cells of a row by column; a merged cell says its text in each of its columns."""
    above = ""
    for at, text in enumerate(row.cells, 1):
        if text and (text != above or at == 2):  # noqa: PLR2004 - the first cell says it once
            yield at, text
        above = text


def _alone(row: Row) -> int:
    """The column, from 1, of the only filled cell of a row; 0 where there are none or more."""
    filled = [at for at, text in enumerate(row.cells, 1) if text]
    return filled[0] if len(filled) == 1 else 0


def _may_label(row: Row, at: int) -> bool:
    text = row.cells[at - 1]
    is_short = len(text.split()) <= LONGEST_LABEL and "\n" not in text and not text.endswith(_STOPS)
    return is_short and not BULLET.match(text)


def _name(text: str) -> str:
    return text.rstrip(" :")
