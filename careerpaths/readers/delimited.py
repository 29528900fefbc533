"""Comma-separated values and their kin to rows: one record is a row, whatever parts its cells.

The csv module reads each record that is written as it should be. One that is not is read again cell by cell, so that a
quotation mark that is never closed is a letter like any other and takes no record behind it along.
"""

from __future__ import annotations

import csv
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import accumulate

from careerpaths.model import NOTE, PROBLEM, Document, Problem, Row
from careerpaths.readers.characters import INVISIBLE, cell_text, invisible_message
from careerpaths.readers.encoding import decode

KIND = "csv"
MOST_CELLS = 10_000_000
"""Cells of a document, empty ones included."""
LONGEST_QUOTED = 32_767
"""Letters of a quoted cell that goes over several lines: a cell of Excel holds no more, so that the mark that begins a
longer one was never closed."""
MOST_TOLD = 20
"""Problems of one kind that are told one by one; the rest is counted."""
DELIMITERS = ("\t", "|", ";", ",")
"""What may part cells; where two do alike, the first."""
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
_LOOKED_AT = 1 << 16
_MOST_ALIKE, _NEARLY_ALL = 0.6, 0.9
_OFTEN_SPACED, _SELDOM_SPACED = 0.5, 0.34
_SHORT = 30
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_TAB_ENDINGS = (".tsv", ".tab")
_STATED = re.compile(r'"?sep=([^\w"\s]|\t)"?[ \t]*\n', re.IGNORECASE)
_QUOTED = re.compile(r'(?<![^\n,;\t|]) *+"(?:[^"]|"")*+" *+(?![^\n,;\t|])')
_JOINED = re.compile("^\ufeff", re.MULTILINE)
_SPACES = re.compile(" *")
_RULE = re.compile(r"[\s:=+-]*")
# How spreadsheets keep the zeros of a code: ="0012" is seen as 0012.
_KEPT_AS_TEXT = re.compile(r'="([^"]*)"')
_LETTERS = r"[!-~\xa1-\u167f\u2010-\u2027\u2030-\u205e]+"
_CLEAN_CELL = rf"(?:{_LETTERS}(?: {_LETTERS})*+)?"
# Cells, a line feed behind each, that are as every reader gives them.
_CLEAN = re.compile(rf"(?:{_CLEAN_CELL}\n)*+")


def read(name: str, content: bytes) -> tuple[Document, ...]:
    """The rows of a document whose cells are parted by commas, semicolons, tabs or vertical bars.

    Args:
        name: the document's name in sources; its ending is a hint where no delimiter parts all rows alike.
        content: its bytes: UTF-8 or UTF-16 with or without a byte order mark, else taken as Windows-1252 (a note).
    """
    text, problems = decode(name, content)
    table = _table(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    table.problems.extend(problems)
    rows = tuple(_rows(table))
    _say_unclosed(table)
    told = tuple(sorted(table.problems, key=lambda problem: problem.line or 0))
    return (Document(name=name, kind=KIND, rows=rows, problems=told),)


def delimiter_of(text: str) -> str | None:
    r"""The delimiter that parts the lines of a text alike: ",", ";", a tab or "|"; None where there is none.

    What stands in quotation marks is one letter. A text of sentences has none, nor has a single line. Only the first
    65,536 letters are looked at.

    >>> delimiter_of("title;code\nA, B;1"), delimiter_of("Dear all, hello.\nYours, Ann")
    (';', None)
    """
    lines = _unquoted_lines(text)
    alike = {delimiter: _share(lines, delimiter) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: alike[delimiter])
    return best if alike[best] else None


def _unquoted_lines(text: str) -> list[str]:
    """The filled lines at the beginning of a text, with one letter for each quoted cell."""
    head = text[:_LOOKED_AT].replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    lines = _QUOTED.sub("q", head).split("\n")
    if len(text) > _LOOKED_AT and len(lines) > 2:  # noqa: PLR2004 - the last may have been cut
        lines.pop()
    return [line for line in lines if line.strip(" ,;\t|")]


def _share(lines: Sequence[str], delimiter: str) -> float:
    """The share of lines that a delimiter parts into the same number of cells; 0 where it does not part the text."""
    counts = Counter(line.count(delimiter) for line in lines)
    parted = len(lines) - counts.pop(0, 0)
    if len(lines) < 2 or not parted:  # noqa: PLR2004 - one line may be part of a sentence
        return 0
    alike = max(counts.values()) / len(lines)
    if alike < _MOST_ALIKE and parted < _NEARLY_ALL * len(lines):
        return 0
    return alike if delimiter in "\t|" or _is_between_cells(lines, delimiter, counts) else 0


def _is_between_cells(lines: Sequence[str], delimiter: str, counts: Counter[int]) -> bool:
    """Whether a comma or semicolon parts cells and not the clauses of sentences, behind which a space follows."""
    found = spaced = 0
    for line in lines:
        inner = line.rstrip(f" {delimiter}")
        found += inner.count(delimiter) - len(_THOUSANDS.findall(inner))
        spaced += inner.count(f"{delimiter} ")
    if found and spaced <= found * (_OFTEN_SPACED if len(counts) == 1 else _SELDOM_SPACED):
        return True
    # "name, age, town": as many cells in each line, more than two, and all of them short.
    cells = max(counts) + 1 if len(counts) == 1 else 0
    return cells > 2 and len(lines) > 2 and sum(map(len, lines)) < _SHORT * cells * len(lines)  # noqa: PLR2004


@dataclass(slots=True, eq=False, repr=False)
class _Table:
    """A document while it is read.

    Attributes:
        name: of the document.
        text: all of it, lines ending in a line feed.
        delimiter: what parts its cells.
        lines: the text's lines.
        framed: whether a bar stands before the first cell and behind the last.
        problems: what is to be said so far.
        unclosed: where quotation marks stand that are never closed.
        starts: where each line starts, once somebody asked.
    """

    name: str
    text: str
    delimiter: str
    lines: list[str]
    framed: bool = False
    problems: list[Problem] = field(default_factory=list)
    unclosed: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)

    def say(self, message: str, line: int | None = None, *, severity: str = NOTE) -> None:
        place = "whole document" if line is None else f"line {line}"
        self.problems.append(
            Problem(severity=severity, document=self.name, place=place, message=message, line=line),
        )


def _table(name: str, text: str) -> _Table:
    table = _Table(name, text, "", [])
    _drop_marks(table)
    stated = _STATED.match(table.text)
    if stated:
        table.delimiter = stated[1]
        table.say(f'"{stated[0].strip()}" says what parts the cells: no row', 1)
        table.text = "\n" + table.text[stated.end() :]
    else:
        table.delimiter = delimiter_of(table.text) or _guess(table)
        table.framed = table.delimiter == "|" and _is_framed(table.text)
    table.lines = table.text.split("\n")
    _keep_to_limit(table)
    _say_invisible(table)
    return table


def _drop_marks(table: _Table) -> None:
    """Byte order marks at the beginning of lines, where files were joined, are no letters."""
    found = _JOINED.search(table.text) if "\ufeff" in table.text else None
    if found:
        line = table.text.count("\n", 0, found.start()) + 1
        table.say("a byte order mark inside, as where files were joined: left out", line)
        table.text = _JOINED.sub("", table.text)


def _guess(table: _Table) -> str:
    """The delimiter where none parts all lines alike: what the name says, or what is most often in the first line."""
    if table.name.lower().endswith(_TAB_ENDINGS):
        return "\t"
    lines = _unquoted_lines(table.text)
    best = max(DELIMITERS, key=lines[0].count) if lines else ","
    delimiter = best if lines and best in lines[0] else ","
    if delimiter in table.text and len(lines) > 1:
        table.say(f"nothing parts all lines alike: read as parted by {_NAMES[delimiter]}; see whether cells are right")
    return delimiter


def _is_framed(text: str) -> bool:
    stripped = [line.strip() for line in _unquoted_lines(text)]
    return all(line[0] == line[-1] == "|" and len(line) > 1 for line in stripped)


def _keep_to_limit(table: _Table) -> None:
    """Leave out the lines behind the last cell that may be read."""
    if len(table.lines) + table.text.count(table.delimiter) <= MOST_CELLS:
        return
    counts = accumulate(line.count(table.delimiter) + 1 for line in table.lines)
    kept = next(index for index, count in enumerate(counts) if count > MOST_CELLS)
    message = f"more than {MOST_CELLS:,} cells, the most of a document: not read from here on; split it"
    table.say(message, kept + 1, severity=PROBLEM)
    table.lines = table.lines[:kept]
    table.text = "\n".join(table.lines)


def _say_invisible(table: _Table) -> None:
    found = INVISIBLE.search(table.text)
    if found:
        table.say(invisible_message(table.text) or "", table.text.count("\n", 0, found.start()) + 1)


def _say_unclosed(table: _Table) -> None:
    for position in table.unclosed[:MOST_TOLD]:
        message = (
            "a quotation mark that is never closed, read as a letter; close it, or double the marks inside the cell"
        )
        table.say(message, bisect_right(table.starts, position), severity=PROBLEM)
    if (more := len(table.unclosed) - MOST_TOLD) > 0:
        table.say(f"{more:,} more quotation marks that are never closed", severity=PROBLEM)


def _rows(table: _Table) -> Iterator[Row]:
    """The rows with text and the lines where they begin."""
    records = _records(table) if '"' in table.text else _split_lines(table)
    for index, cells in records:
        texts = _texts(_without_frame(cells) if table.framed else cells)
        if any(texts):
            yield Row(cells=texts, line=index + 1)


def _split_lines(table: _Table) -> Iterator[tuple[int, list[str]]]:
    """The cells of each line where nothing is quoted."""
    for index, line in enumerate(table.lines):
        yield index, line.split(table.delimiter)


def _without_frame(cells: list[str]) -> list[str]:
    """The cells between the outer bars of a row; a line drawn under a heading is blank."""
    inner = cells[1:] if cells and not cells[0].strip() else cells
    inner = inner[:-1] if inner and not inner[-1].strip() else inner
    return [] if all(_RULE.fullmatch(cell) for cell in inner) else inner


def _texts(cells: list[str]) -> tuple[str, ...]:
    """Cells as every reader gives them; most are clean, and one look at the whole row tells."""
    joined = "\n".join(cells) + "\n"
    if '="' in joined:
        cells = [_KEPT_AS_TEXT.sub(r"\1", cell) if cell.startswith('="') else cell for cell in cells]
    elif joined.count("\n") == len(cells) and _CLEAN.fullmatch(joined):
        return tuple(cells)
    return tuple([cell_text(cell) for cell in cells])


def _records(table: _Table) -> Iterator[tuple[int, list[str]]]:
    """The cells of each record, with the index of the line where it begins."""
    table.starts = list(accumulate((len(line) + 1 for line in table.lines), initial=0))
    at = 0
    while at < len(table.lines):
        for begun, after, cells in _regular_records(table, at):
            yield begun, cells
            at = after
        if at < len(table.lines):
            cells, after = _careful_record(table, at)
            yield at, cells
            at = after


def _regular_records(table: _Table, start: int) -> Iterator[tuple[int, int, list[str]]]:
    """The records from a line on as far as they are well written: where each begins and ends, and its cells.

    A cell that is longer than csv's limit ends them too.
    """
    reader = csv.reader(_fed(table.lines, start), delimiter=table.delimiter, skipinitialspace=True, strict=True)
    before = start
    try:
        for cells in reader:
            after = start + reader.line_num
            if after - before > 1 and any(_is_too_long(cell) for cell in cells):
                return
            yield before, after, cells
            before = after
    except csv.Error:
        return


def _fed(lines: list[str], start: int) -> Iterator[str]:
    for index in range(start, len(lines)):
        yield lines[index] + "\n"


def _is_too_long(cell: str) -> bool:
    return len(cell) > LONGEST_QUOTED and "\n" in cell


def _careful_record(table: _Table, index: int) -> tuple[list[str], int]:
    """The cells of one record and the index of the line behind it; a mark that nothing closes is a letter.

    A search for the closing mark goes over pairs of marks only. One that fails has passed no other mark that opens a
    cell and fails in its turn, so that the cost of all adds up.
    """
    cell, at = _cell_at(table, table.starts[index])
    cells = [cell]
    while table.text.startswith(table.delimiter, at):
        cell, at = _cell_at(table, at + 1)
        cells.append(cell)
    return cells, bisect_right(table.starts, at)


def _cell_at(table: _Table, start: int) -> tuple[str, int]:
    """The cell that starts at a place, and the place behind it."""
    text = table.text
    opened = _behind_spaces(text, start)
    is_quoted = text.startswith('"', opened)
    if is_quoted and (closed := _closing(text, opened + 1)) >= 0:
        end, cell = _behind_spaces(text, closed + 1), text[opened + 1 : closed]
        if text[end : end + 1] in ("", "\n", table.delimiter) and not _is_too_long(cell):
            return cell.replace('""', '"'), end
    end = _end_of_plain(text, start, table.delimiter)
    if is_quoted and text.count('"', opened, end) % 2:
        table.unclosed.append(opened)
    return text[start:end], end


def _behind_spaces(text: str, start: int) -> int:
    spaces = _SPACES.match(text, start)
    return spaces.end() if spaces else start


def _end_of_plain(text: str, start: int, delimiter: str) -> int:
    found = _plain_end(delimiter).search(text, start)
    return found.start() if found else len(text)


@cache
def _plain_end(delimiter: str) -> re.Pattern[str]:
    """What ends a cell without marks; delimiters are single characters, so that there are few to remember."""
    return re.compile(rf"[\n{re.escape(delimiter)}]")


def _closing(text: str, start: int) -> int:
    """Where the next quotation mark stands that is not doubled; -1 where there is none."""
    at = text.find('"', start)
    while at >= 0 and text.startswith('"', at + 1):
        at = text.find('"', at + 2)
    return at
