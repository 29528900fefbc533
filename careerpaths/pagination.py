"""Rows of pages to whole rows: which piece continues which row, over page breaks and repeated headers.

The law: a standard cut into pages at any row, or between any two words of a row's cells, reads the same. A row whose
first cell is empty continues a row. Below a header row it continues that one where the next labelled row is a header
row of the same block, or where no body row of the standard has come yet; else the last body row. Where a header row
repeats one that is known in full, what is known decides whether the header is still incomplete. A row whose label says
that it is continued continues the row of that label.

Pages may be many and rows long: each piece is looked at once, so that the time grows with the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from careerpaths.mentions import one_line
from careerpaths.model import Row
from careerpaths.readers.joining import join
from careerpaths.readers.text import unquoted
from careerpaths.titles import fold, plain, words
from careerpaths.vocabulary import HEADER_RANKS, Vocabulary

_NUMBERED = re.compile(r"(.*?)[\s.#]*(\d+)[\s.:]*")
_LONGEST_LABEL = 100
# What stands behind a standard and is no part of it: the rows below such a heading have no meaning here.
_OUTSIDE = re.compile(
    r"(?:(?:revision|version|document|change|amendment)s? (?:history|log|control|record)|"
    r"history of (?:changes|revisions)|approvals?|sign offs?|signatures?|distribution list)$"
)


@dataclass(frozen=True, slots=True)
class Label:
    """What a row's first cell says.

    Attributes:
        text: as in the document, in one line.
        kind: its meaning, None where the vocabulary does not know it.
        key: what two rows with one label share: the kind and the number.
        continues: whether it says that its row goes on: "KSA 03 (cont.)".
    """

    text: str
    kind: str | None
    key: str
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a row says, as it is compared: a repeated header may differ in case and marks.

    Attributes:
        letters: how many there are.
        texts: each cell, folded.
    """

    letters: int
    texts: tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class WholeRow:
    """A labelled row with all its pieces; filled while rows are read, then only looked at.

    Attributes:
        label: what its first cell says.
        line: its first line.
        page: the header block that it stands under, from 1 (0 before the first).
        pieces: for each cell behind the label, the pieces: (text, line, cell).
        blanks: the empty cells of all its lines: (line, cell).
        again: the lines whose label says that it is continued.
        width: the number of cells, without empty ones at the end.
        size: the letters of all pieces.
    """

    label: Label
    line: int
    page: int
    pieces: list[list[tuple[str, int, int]]] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    again: list[int] = field(default_factory=list)
    width: int = 0
    size: int = 0
    _texts: tuple[str, ...] | None = None
    _said: Said | None = None

    @property
    def is_header(self) -> bool:
        """Whether it belongs to the block that repeats on each page."""
        return self.label.kind in HEADER_RANKS

    def texts(self) -> tuple[str, ...]:
        """The text of each cell, pieces joined, without empty cells at the end."""
        if self._texts is None:
            self._texts = tuple([_text(pieces) for pieces in self.pieces[: self.width]])
        return self._texts

    def said(self) -> Said:
        """The texts as they are compared."""
        if self._said is None:
            self._said = said(self.texts())
        return self._said

    def add(self, row: Row) -> None:
        """Another line of it."""
        self._texts = self._said = None
        cells, line = row.cells[1:], row.line
        if len(self.pieces) < len(cells):
            self.pieces.extend([] for _ in range(len(cells) - len(self.pieces)))
        for index, text in enumerate(cells):
            if text:
                self.pieces[index].append((text, line, index + 2))
                self.width = max(self.width, index + 1)
                self.size += len(text)
            else:
                self.blanks.append((line, index + 2))
        if not row.cells[0]:
            self.blanks.append((line, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paginated:
    """A document's rows made whole.

    Attributes:
        rows: labelled rows in order.
        loose: rows that are a text and no labelled row (running heads, remarks).
        outside: rows of approvals or of a history of the document, from their heading on.
        orphans: continuations with nothing before them.
    """

    rows: tuple[WholeRow, ...]
    loose: tuple[Row, ...]
    outside: tuple[Row, ...]
    orphans: tuple[Row, ...]


def _text(pieces: Sequence[tuple[str, int, int]]) -> str:
    if len(pieces) == 1:
        return pieces[0][0]
    # A quoted cell that was cut by a page is quoted only as a whole.
    return unquoted(join([text for text, _, _ in pieces]))


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
    text = one_line(text)
    stated = _without_continued(text, vocabulary) if len(text) <= _LONGEST_LABEL else text
    kind, key = _kind_and_key(stated, vocabulary)
    return Label(text, kind, key, stated != text)


def _without_continued(text: str, vocabulary: Vocabulary) -> str:
    """A label without the words that say that its row goes on: "KSA 03" of "KSA 03 (cont. from page 2)"."""
    parts = words(plain(text))
    at = next((n for n, word in enumerate(parts) if n and word.text in vocabulary.continued), None)
    if at is None or any(word.number is None and word.text not in vocabulary.of_pages for word in parts[at + 1 :]):
        return text
    return plain(text)[: parts[at].start].rstrip(" ([,;:.-\u2010\u2011\u2012\u2013\u2014")


def _kind_and_key(text: str, vocabulary: Vocabulary) -> tuple[str | None, str]:
    folded = fold(text)
    if folded in vocabulary.labels:
        return vocabulary.labels[folded], vocabulary.labels[folded]
    numbered = _NUMBERED.fullmatch(text) if len(text) <= _LONGEST_LABEL else None
    if numbered and (kind := vocabulary.labels.get(fold(numbered[1]))) and kind not in HEADER_RANKS:
        return kind, f"{kind} {int(numbered[2])}"
    return None, folded or text


def whole_rows(rows: Sequence[Row], *, read_label: LabelReader) -> Paginated:
    """The labelled rows of a document, each with all its pieces."""
    state = _State(rows=rows, read_label=read_label)
    state.look_ahead()
    for index, row in enumerate(rows):
        state.take(index, row)
    state.finish()
    return Paginated(
        rows=tuple(state.done), loose=tuple(state.loose), outside=tuple(state.outside), orphans=tuple(state.orphans)
    )


@dataclass(slots=True, eq=False, repr=False)
class _Repeat:
    """How far a row that comes in pieces says again what is known of its label."""

    known: Said
    ends: dict[int, int] = field(default_factory=dict)
    """For each cell, where in the known text its pieces end."""
    split: set[int] = field(default_factory=set)
    """The cells whose last piece ends in a soft hyphen, within a word."""
    left: int = 0
    """Letters that are known and were not said yet."""
    holds: bool = True

    def take(self, cell: int, text: str) -> None:
        end = self._end(cell, text)
        self.holds = self.holds and end is not None
        self.left -= (end or 0) - self.ends.get(cell, 0)
        self.ends[cell] = end or 0
        (self.split.add if text.endswith("\u00ad") else self.split.discard)(cell)

    def goes_on(self, row: Row) -> bool:
        """Whether each cell of a row says what comes next."""
        return self.holds and all(self._end(cell, text) is not None for cell, text in enumerate(row.cells[1:]) if text)

    @property
    def is_whole(self) -> bool:
        """Whether all that is known was said again."""
        return self.holds and not self.left

    def _end(self, cell: int, text: str) -> int | None:
        start, more = self.ends.get(cell, 0), fold(text)
        if not more:
            return start
        if start and cell not in self.split:
            more = f" {more}"
        whole = self.known.texts[cell] if cell < len(self.known.texts) else ""
        return start + len(more) if whole.startswith(more, start) else None


def _repeat(known: Said, whole: WholeRow) -> _Repeat:
    repeat = _Repeat(known, left=known.letters)
    for cell, pieces in enumerate(whole.pieces):
        for text, _, _ in pieces:
            repeat.take(cell, text)
    return repeat


@dataclass(slots=True, eq=False, repr=False)
class _State:
    """Where a reader of pages stands: the row above, the header block, what the present standard has said."""

    rows: Sequence[Row]
    read_label: LabelReader
    done: list[WholeRow] = field(default_factory=list)
    loose: list[Row] = field(default_factory=list)
    outside: list[Row] = field(default_factory=list)
    is_outside: bool = False
    """Whether the row is below the heading of something that is no part of a standard."""
    orphans: list[Row] = field(default_factory=list)
    following: list[Label | None] = field(default_factory=list)
    """For each row the label of the next labelled one behind it."""
    starts_standard: list[bool] = field(default_factory=list)
    """For each row whether a Job Title row comes before the next header block that follows a body row."""
    page: int = 0
    above: WholeRow | None = None
    repeat: _Repeat | None = None
    """How far the row above says again what is known, once that was asked."""
    in_block: bool = False
    last_body: WholeRow | None = None
    block: dict[str, WholeRow] = field(default_factory=dict)
    block_changed: bool = False
    beside: dict[str, WholeRow] = field(default_factory=dict)
    """The body rows since the header block began: below a changed one they are of the standard that it begins."""
    known_header: dict[str, WholeRow] = field(default_factory=dict)
    known_body: dict[str, WholeRow] = field(default_factory=dict)

    def look_ahead(self) -> None:
        """What comes behind each row, found from the end, so that no row walks over those behind it."""
        following: Label | None = None
        ahead = ahead_in_body = False
        for index in range(len(self.rows) - 1, -1, -1):
            self.following.append(following)
            self.starts_standard.append(ahead)
            if self.rows[index].cells[0] and not self._is_loose(index, self.rows[index]):
                following = self.read_label(self.rows[index].cells[0])
                if following.kind == "title":
                    ahead = ahead_in_body = True
                elif following.kind in HEADER_RANKS:
                    ahead_in_body = False
                else:
                    ahead = ahead_in_body
        self.following.reverse()
        self.starts_standard.reverse()

    def take(self, index: int, row: Row) -> None:
        if row.cells[0]:
            kind = self.read_label(row.cells[0]).kind
            self.is_outside = kind is None and (
                self.is_outside or bool(_OUTSIDE.match(fold(row.cells[0][:_LONGEST_LABEL])))
            )
        if self.is_outside:
            self.outside.append(row)
        elif not row.cells[0]:
            self._continue(index, row)
        elif self._is_loose(index, row):
            self.loose.append(row)
        else:
            self._start(index, row)

    def _start(self, index: int, row: Row) -> None:
        label = self.read_label(row.cells[0])
        self.finish()
        self.repeat = None
        self.above = self._named(label, index, row)
        if self.above is not None:
            self.last_body = self.above
            self.above.again.append(row.line)
        else:
            self.above = self._begun(label, row)
        self.above.add(row)
        # A row with an unknown label between two header rows does not end their block.
        self.in_block = label.kind in HEADER_RANKS or (self.in_block and label.kind is None)

    def _begun(self, label: Label, row: Row) -> WholeRow:
        if label.kind in HEADER_RANKS and (not self.in_block or label.key in self.block):
            self.page += 1
            self.block, self.beside, self.block_changed = {}, {}, False
        self.done.append(WholeRow(label, row.line, row.page or self.page))
        return self.done[-1]

    def _named(self, label: Label, index: int, row: Row) -> WholeRow | None:
        """The row of the present standard that a label says to continue; a title said again is a repeated header."""
        known = self.known_body.get(label.key)
        if known is None or not label.continues or label.kind == "title":
            return None
        if self.block_changed and self.starts_standard[index]:
            return None
        # Only a row as long as the known one can repeat it; to compare shorter ones would cost the square of many.
        is_long = sum(map(len, row.cells[1:])) >= known.size
        return None if is_long and _says_again(known, row) else known

    def finish(self) -> None:
        """Remember what the row above said, now that it is whole."""
        whole = self.above
        if whole is None:
            return
        if whole.is_header:
            self._finish_header(whole)
        elif self.known_body.get(whole.label.key) is not whole:
            self._finish_body(whole)

    def _finish_body(self, whole: WholeRow) -> None:
        if whole.label.kind == "title":
            self._finish_title(whole)
        self.beside[whole.label.key] = whole
        if not self._repeats(whole):
            self.known_body[whole.label.key] = whole
            if not self._is_page_mark(whole):
                self.last_body = whole

    def _finish_header(self, whole: WholeRow) -> None:
        known = self.known_header.get(whole.label.key)
        self.block[whole.label.key] = whole
        self.block_changed |= (known.said() if known else _NOTHING) != whole.said()

    def _finish_title(self, whole: WholeRow) -> None:
        known = self.known_body.get("title")
        if self.block_changed or (known.said() if known else _NOTHING) != whole.said():
            self.known_body = dict(self.beside) if self.block_changed else {}
            self.known_header |= self.block
            self.block_changed = False
            self.last_body = None

    def _repeats(self, whole: WholeRow) -> bool:
        known = self.known_body.get(whole.label.key)
        return known is not None and whole.width > 0 and known.said() == whole.said()

    def _is_page_mark(self, whole: WholeRow) -> bool:
        """Whether a row is a mark of its page: unknown, in the header or with hardly a cell for the levels there are.

        Such a row may stand between a row and its continuation ("Page", "1 of 2"); a row of the standard fills more.
        """
        titles = self.known_body.get("title")
        levels = titles.width if titles else 0
        if whole.label.kind is not None or self.last_body is None or (levels <= 1 and not self.in_block):
            return False
        filled = sum(1 for pieces in whole.pieces if pieces)
        return self.in_block or filled < max(2, levels / 2)

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
        target.add(row)
        if target is self.above and self.repeat is not None:
            for cell, text in enumerate(row.cells[1:]):
                if text:
                    self.repeat.take(cell, text)

    def _continued(self, index: int, row: Row) -> WholeRow | None:
        above = self.above
        if above is None or self.last_body is None:
            return above
        if not above.is_header:
            return self._continued_body(above, self.last_body)
        return above if self._continues_header(above, index, row) else self.last_body

    def _continues_header(self, above: WholeRow, index: int, row: Row) -> bool:
        if self._within_block(above, index) or (self.block_changed and self.starts_standard[index]):
            return True
        known = self.known_header.get(above.label.key)
        if known is None:
            return False
        repeat = self._repeat_of(known, above)
        return not repeat.is_whole and (repeat.goes_on(row) or self.starts_standard[index])

    def _continued_body(self, above: WholeRow, last_body: WholeRow) -> WholeRow:
        """A body row that repeats what is known in full is a repeated header: it has nothing to continue."""
        known = self.known_body.get(above.label.key)
        if known is None or known is above or (above.label.kind == "title" and self.block_changed):
            return above
        repeat = self._repeat_of(known, above)
        return last_body if repeat.is_whole and repeat.known.letters else above

    def _repeat_of(self, known: WholeRow, above: WholeRow) -> _Repeat:
        if self.repeat is None:
            self.repeat = _repeat(known.said(), above)
        return self.repeat

    def _within_block(self, above: WholeRow, index: int) -> bool:
        """Whether the next labelled row is a header row of the same block."""
        label = self.following[index]
        return (
            label is not None
            and label.kind in HEADER_RANKS
            and label.key != above.label.key
            and label.key not in self.block
        )


def _says_again(known: WholeRow, row: Row) -> bool:
    again = WholeRow(known.label, row.line, 0)
    again.add(row)
    return again.said() == known.said()


def said(texts: Sequence[str]) -> Said:
    """Texts as they are compared."""
    folded = tuple([fold(text) for text in texts])
    return Said(sum(map(len, folded)), folded)


_NOTHING = said(())
