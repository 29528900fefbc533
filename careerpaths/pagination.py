"""Rows of pages to whole rows: which piece continues which row, over page breaks and repeated headers.

The law: a standard cut into pages at any row, or between any two words of a row's cells, reads the same. A row whose
first cell is empty continues a row. Below a header row it continues that one where the next labelled row is a header
row of the same block, or where no body row of the standard has come yet; else the last body row. Where a header row
repeats one that is known in full, what is known decides whether the header is still incomplete.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from careerpaths.model import Row
from careerpaths.titles import fold
from careerpaths.vocabulary import HEADER_RANKS, Vocabulary

_NUMBERED = re.compile(r"(.*?)[\s.#]*(\d+)[\s.:]*")
_LONGEST_LABEL = 100
_ENDS_IN_HYPHEN = re.compile(r"[^\W_][-\u2010\u2011]$")
_STARTS_WITH_AND = re.compile(r"(?:and|or)(?![\w-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Label:
    """What a row's first cell says.

    Attributes:
        text: as in the document.
        kind: its meaning, None where the vocabulary does not know it.
        key: what two rows with one label share: the kind and the number.
    """

    text: str
    kind: str | None
    key: str


@dataclass(slots=True, eq=False, repr=False)
class WholeRow:
    """A labelled row with all its pieces; filled while rows are read, then only looked at.

    Attributes:
        label: what its first cell says.
        line: its first line.
        page: the header block that it stands under, from 1 (0 before the first).
        pieces: for each cell behind the label, the pieces: (text, line, cell).
        blanks: the empty cells of all its lines: (line, cell).
        joined: the texts, once they were asked for.
    """

    label: Label
    line: int
    page: int
    pieces: list[list[tuple[str, int, int]]] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    joined: tuple[str, ...] | None = None

    @property
    def is_header(self) -> bool:
        """Whether it belongs to the block that repeats on each page."""
        return self.label.kind in HEADER_RANKS

    def texts(self) -> tuple[str, ...]:
        """The text of each cell, pieces joined, without empty cells at the end."""
        if self.joined is None:
            texts = [_text(pieces) for pieces in self.pieces]
            while texts and not texts[-1]:
                texts.pop()
            self.joined = tuple(texts)
        return self.joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Paginated:
    """A document's rows made whole.

    Attributes:
        rows: labelled rows in order.
        loose: rows that are a text and no labelled row (running heads, remarks).
        orphans: continuations with nothing before them.
    """

    rows: tuple[WholeRow, ...]
    loose: tuple[Row, ...]
    orphans: tuple[Row, ...]


def join(pieces: Sequence[str]) -> str:
    """Pieces of a cell as one text: a space between, none behind a hyphen ending a word unless "and" or "or" follows.

    >>> join(["In-", "depth knowledge"]), join(["short-", "and long-term"]), join(["A -", "B"])
    ('In-depth knowledge', 'short- and long-term', 'A - B')
    """
    joined: list[str] = []
    tail = ""
    for piece in pieces:
        if not piece:
            continue
        if tail.endswith("\u00ad"):
            joined[-1] = joined[-1][:-1]
        elif joined and not (_ENDS_IN_HYPHEN.search(tail) and not _STARTS_WITH_AND.match(piece)):
            joined.append(" ")
        joined.append(piece)
        # Two characters tell a hyphen that ends a word; to look at more would cost the square of a long cell.
        tail = (tail[-1:] + " " + piece if joined[-2:-1] == [" "] else tail + piece)[-2:]
    return "".join(joined)


def _text(pieces: Sequence[tuple[str, int, int]]) -> str:
    if len(pieces) == 1:
        return pieces[0][0]
    return join([text for text, _, _ in pieces])


LabelReader = Callable[[str], Label]


def label_reader(vocabulary: Vocabulary) -> LabelReader:
    """A function from a first cell to its Label, which remembers what it has seen."""
    seen: dict[str, Label] = {}

    def read(text: str) -> Label:
        if text not in seen:
            seen[text] = _label(text, vocabulary)
        return seen[text]

    return read


def _label(text: str, vocabulary: Vocabulary) -> Label:
    folded = fold(text)
    if folded in vocabulary.labels:
        return Label(text, vocabulary.labels[folded], vocabulary.labels[folded])
    numbered = _NUMBERED.fullmatch(text) if len(text) <= _LONGEST_LABEL else None
    if numbered and (kind := vocabulary.labels.get(fold(numbered[1]))) and kind not in HEADER_RANKS:
        return Label(text, kind, f"{kind} {int(numbered[2])}")
    return Label(text, None, folded or text)


def whole_rows(rows: Sequence[Row], *, read_label: LabelReader) -> Paginated:
    """The labelled rows of a document, each with all its pieces."""
    state = _State(rows=rows, read_label=read_label)
    state.following = state.next_labelled()
    for index, row in enumerate(rows):
        state.take(index, row)
    state.finish()
    return Paginated(rows=tuple(state.done), loose=tuple(state.loose), orphans=tuple(state.orphans))


@dataclass(slots=True, eq=False, repr=False)
class _State:
    """Where a reader of pages stands: the row above, the header block, what the present standard has said."""

    rows: Sequence[Row]
    read_label: LabelReader
    done: list[WholeRow] = field(default_factory=list)
    loose: list[Row] = field(default_factory=list)
    orphans: list[Row] = field(default_factory=list)
    following: list[int] = field(default_factory=list)
    page: int = 0
    above: WholeRow | None = None
    may_repeat: bool = False
    in_block: bool = False
    last_body: WholeRow | None = None
    block: dict[str, tuple[str, ...]] = field(default_factory=dict)
    beside: dict[str, WholeRow] = field(default_factory=dict)
    """The body rows since the header block began: those before the Job Title row belong to its standard."""
    known_header: dict[str, tuple[str, ...]] = field(default_factory=dict)
    known_body: dict[str, WholeRow] = field(default_factory=dict)

    def next_labelled(self) -> list[int]:
        """For each row the index of the next labelled one behind it, so that no look ahead walks over pieces."""
        following = [len(self.rows)] * len(self.rows)
        for index in range(len(self.rows) - 1, 0, -1):
            labelled = bool(self.rows[index].cells[0]) and not self._is_loose(index, self.rows[index])
            following[index - 1] = index if labelled else following[index]
        return following

    def take(self, index: int, row: Row) -> None:
        if not row.cells[0]:
            self._continue(index, row)
        elif self._is_loose(index, row):
            self.loose.append(row)
        else:
            self._start(row)

    def _start(self, row: Row) -> None:
        label = self.read_label(row.cells[0])
        self.finish()
        if label.kind in HEADER_RANKS and (not self.in_block or label.key in self.block):
            self.page += 1
            self.block, self.beside = {}, {}
        # A row with an unknown label between two header rows does not end their block.
        self.in_block = label.kind in HEADER_RANKS or (self.in_block and label.kind is None)
        whole = WholeRow(label, row.line, row.page or self.page)
        _add(whole, row)
        self.done.append(whole)
        self.above = whole
        self.may_repeat = label.key in self.known_body

    def finish(self) -> None:
        """Remember what the row above said, now that it is whole."""
        whole = self.above
        if whole is None:
            return
        if whole.is_header:
            self.block[whole.label.key] = whole.texts()
            return
        if whole.label.kind == "title":
            self._finish_title(whole)
        self.beside[whole.label.key] = whole
        if not self._repeats(whole):
            self.known_body[whole.label.key] = whole
            if not self._is_page_mark(whole):
                self.last_body = whole

    def _finish_title(self, whole: WholeRow) -> None:
        if self._block_changed() or folded(whole.texts()) != folded(self._known("title")):
            self.known_header = {**self.known_header, **self.block}
            self.known_body = dict(self.beside)
            self.last_body = None

    def _known(self, key: str) -> tuple[str, ...]:
        row = self.known_body.get(key)
        return row.texts() if row else ()

    def _repeats(self, whole: WholeRow) -> bool:
        texts = whole.texts()
        return bool(texts) and folded(self._known(whole.label.key)) == folded(texts)

    def _is_page_mark(self, whole: WholeRow) -> bool:
        """Whether a row is a mark of its page: unknown, in the header or with hardly a cell for the levels there are.

        Such a row may stand between a row and its continuation ("Page", "1 of 2"); a row of the standard fills more.
        """
        levels = len(self._known("title"))
        if whole.label.kind is not None or self.last_body is None or (levels <= 1 and not self.in_block):
            return False
        filled = sum(1 for text in whole.texts() if text)
        return self.in_block or filled < max(2, levels / 2)

    def _block_changed(self) -> bool:
        return any(folded(self.known_header.get(key, ())) != folded(texts) for key, texts in self.block.items())

    def _is_loose(self, index: int, row: Row) -> bool:
        """A lone text with an unknown label is a remark, unless its cells follow on the next line."""
        if any(row.cells[1:]) or self.read_label(row.cells[0]).kind is not None:
            return False
        following = self.rows[index + 1] if index + 1 < len(self.rows) else None
        return following is None or bool(following.cells[0]) or following.line != row.line + 1

    def _continue(self, index: int, row: Row) -> None:
        target = self._continued(index, row)
        if target is None:
            self.orphans.append(row)
            return
        _add(target, row)

    def _continued(self, index: int, row: Row) -> WholeRow | None:
        above = self.above
        if above is None or self.last_body is None:
            return above
        if not above.is_header:
            return self._continued_body(above, self.last_body, row)
        return above if self._continues_header(above, index, row) else self.last_body

    def _continues_header(self, above: WholeRow, index: int, row: Row) -> bool:
        if self._within_block(above, index) or (self._block_changed() and self._starts_standard(index)):
            return True
        known = self.known_header.get(above.label.key)
        if known is None or folded(known) == folded(above.texts()):
            return False
        return _begins(known, _joined(above, row)) or self._starts_standard(index)

    def _continued_body(self, above: WholeRow, last_body: WholeRow, row: Row) -> WholeRow:
        """A body row that repeats what is known in full is a repeated header: it has nothing to continue."""
        if not self.may_repeat or (above.label.kind == "title" and self._block_changed()):
            return above
        known, texts = self._known(above.label.key), above.texts()
        if texts and folded(texts) == folded(known):
            return last_body
        self.may_repeat = _begins(known, _joined(above, row))
        return above

    def _within_block(self, above: WholeRow, index: int) -> bool:
        """Whether the next labelled row is a header row of the same block."""
        label = next(self._labels_from(index), None)
        return label is not None and label.kind in HEADER_RANKS and label.key not in {above.label.key, *self.block}

    def _starts_standard(self, index: int) -> bool:
        """Whether a Job Title row comes before the next header block that follows a body row."""
        in_body = False
        for label in self._labels_from(index):
            if label.kind == "title":
                return True
            if label.kind not in HEADER_RANKS:
                in_body = True
            elif in_body:
                return False
        return False

    def _labels_from(self, index: int) -> Iterator[Label]:
        position = self.following[index]
        while position < len(self.rows):
            yield self.read_label(self.rows[position].cells[0])
            position = self.following[position]


def _add(whole: WholeRow, row: Row) -> None:
    whole.joined = None
    line, pieces, blanks = row.line, whole.pieces, whole.blanks
    if len(pieces) < len(row.cells) - 1:
        pieces.extend([] for _ in range(len(row.cells) - 1 - len(pieces)))
    for index, text in enumerate(row.cells[1:]):
        if text:
            pieces[index].append((text, line, index + 2))
        else:
            blanks.append((line, index + 2))
    if not row.cells[0]:
        blanks.append((line, 1))


def _joined(whole: WholeRow, row: Row) -> tuple[str, ...]:
    """The texts that a row would have with one piece more."""
    more = WholeRow(whole.label, whole.line, whole.page, [list(pieces) for pieces in whole.pieces])
    _add(more, row)
    return more.texts()


def _begins(known: tuple[str, ...], texts: tuple[str, ...]) -> bool:
    """Whether each text is the beginning of what is known of its cell."""
    pairs = zip(folded(known), folded(texts), strict=False)
    return len(texts) <= len(known) and all(whole.startswith(part) for whole, part in pairs)


def folded(texts: Sequence[str]) -> tuple[str, ...]:
    """Texts as they are compared: a repeated header may differ in case and marks."""
    return tuple([fold(text) for text in texts])
