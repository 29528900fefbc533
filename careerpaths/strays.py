"""Rows of a table that are no records: names of groups and pages, sums, remarks, and another table below.

A row is a record where it has a title and something more, or where nothing tells that it is none. A title that another
row names as a next role is a role whatever its row looks like.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careerpaths.following import is_foot, is_outside
from careerpaths.headings import Heading, heading_of
from careerpaths.model import Covered, Row
from careerpaths.titles import LONGEST_TITLE, fold
from careerpaths.vocabulary import Vocabulary

_TARGETS = frozenset({"next", "to"})
_TITLES = frozenset({"title", "from"})
_DIGITS = re.compile(r"\d+")
_SUM = re.compile(r"\s*[:=]\s*[\d.,]+\s*$")
"""The figure at the end of a sum: "Total roles: 12"."""
_REMARK = re.compile(
    r"[*\u2020\u2021\u00a7]+\s*\w.*|\(\d{1,2}\)\s.*|\[\d{1,2}\].*|\d+ [a-z].*|.*\b\d+ (?:of|to) \d+\b.*|.*://.*"
    r"|(?:notes?|sources?|legend|key|n\.?b\.?|remarks?|footnotes?|last (?:updated|reviewed|revised)|printed|exported|"
    r"generated|prepared)\b[^:]*:.*|.*[^\W\d_]{3}\.",
    re.IGNORECASE | re.DOTALL,
)
"""What stands below a table and names nothing: a foot note, a source, a count of what is shown, a sentence."""
_SIGNED = re.compile(r"(?:approved|authori[sz]ed|issued|prepared|reviewed|signed)\b[^:]*:.*", re.IGNORECASE | re.DOTALL)
_LEAST_CODES = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Strays:
    """The lines of rows that are no records.

    Attributes:
        groups: a title and nothing else, where all records say more.
        running: heads and feet of pages.
        remarks: foot notes, sources and the like.
        another: from which line on another table stands, whose heading is not known; None where none does.
    """

    groups: frozenset[int] = frozenset()
    running: frozenset[int] = frozenset()
    remarks: frozenset[int] = frozenset()
    another: int | None = None


def find_strays(
    columns: Sequence[Heading], rows: Sequence[Row], *, vocabulary: Vocabulary, grouping: Collection[int] = ()
) -> Strays:
    """The rows below a heading that are no records.

    Args:
        columns: what records are read from.
        grouping: the places of those where a blank cell means the one above.
        rows: what stands below the heading.
        vocabulary: the words for headings and sums.
    """
    titles = [one.index for one in columns if one.kind in _TITLES]
    if not titles or len(columns) == 1:
        return Strays()
    another = _another(columns, rows, titles[0])
    known = {"", *_named(columns, rows), *vocabulary.totals}
    inside = [row for row in rows if another is None or row.line < another]
    may = [row for row in inside if fold(_text(row, titles[0])) not in known]
    alone = [row for row in may if is_alone(row, titles[0])]
    shared = [one.index for one in columns if one.index not in (*titles, *grouping) and one.kind not in _TARGETS]
    groups = _groups(shared, inside, alone, titles[0], vocabulary)
    running = _running([row for row in alone if row.line in groups])
    remarks = {row.line for row in may if _may_be_remark(row, titles[0])} - running
    return Strays(
        groups=frozenset(groups - running - remarks),
        running=frozenset(running),
        remarks=frozenset(remarks),
        another=another,
    )


def _text(row: Row, at: int) -> str:
    return row.cells[at] if at < len(row.cells) else ""


def _named(columns: Sequence[Heading], rows: Sequence[Row]) -> Iterator[str]:
    """The titles that rows name as next roles."""
    targets = [one.index for one in columns if one.kind in _TARGETS]
    return (fold(line) for row in rows for at in targets for line in _text(row, at).split("\n"))


def is_alone(row: Row, at: int) -> bool:
    """Whether a row fills one cell alone, which a merged cell may repeat beside it, and that is a title's."""
    others = {cell for cell in row.cells if cell}
    return others == {_text(row, at)} and not any(isinstance(cell, Covered) for cell in row.cells)


def _groups(
    shared: Sequence[int], rows: Sequence[Row], alone: Sequence[Row], title: int, vocabulary: Vocabulary
) -> set[int]:
    """The lines of rows with a title and nothing else, where each of the others fills one column in common.

    A row before a repeated heading is no record whatever the others say.
    """
    full = [row for row in rows if not is_alone(row, title)]
    say_more = len(full) > 1 and any(all(_says(row, at) for row in full) for at in shared)
    before_heading = {row.line for row, after in pairwise(rows) if heading_of(after, vocabulary=vocabulary)}
    return {row.line for row in alone if say_more or row.line in before_heading}


def _says(row: Row, at: int) -> bool:
    return bool(_text(row, at)) or (at < len(row.cells) and isinstance(row.cells[at], Covered))


def _running(rows: Sequence[Row]) -> set[int]:
    """The lines of running heads and feet: they come again but for numbers."""
    texts = {row.line: _DIGITS.sub("#", next(filter(None, row.cells))) for row in rows}
    often = Counter(texts.values())
    return {line for line, text in texts.items() if often[text] > 1}


def is_no_part(text: str) -> bool:
    """Whether a text is clearly no part of a table, whatever stands beside it: who approved it, and when."""
    return is_outside(text) or bool(_SIGNED.fullmatch(text))


def _is_remark(text: str) -> bool:
    return bool(_REMARK.fullmatch(text)) or is_foot(text) or is_no_part(text) or len(text.split()) > LONGEST_TITLE


def _may_be_remark(row: Row, title: int) -> bool:
    text = _text(row, title)
    return _is_remark(text) and (is_alone(row, title) or is_no_part(text))


def _another(columns: Sequence[Heading], rows: Sequence[Row], title: int) -> int | None:
    """The line behind a gap from which on approvals stand, or a word under codes that were numbers so far."""
    codes = [one.index for one in columns if one.kind == "job_code"]
    headings = {one.text for one in columns if one.kind == "job_code"}
    rows = [row for row in rows if not codes or _text(row, codes[0]) not in headings]
    seen = [_text(row, codes[0]) for row in rows[:1]] if codes else []
    for above, row in pairwise(rows):
        said = _text(row, codes[0]) if codes else ""
        is_apart = row.line > above.line + 1
        if is_apart and is_no_part(_text(row, title)) and not is_alone(row, title):
            return row.line
        are_numbers = len(seen) >= _LEAST_CODES and all(map(_DIGITS.search, seen))
        if is_apart and are_numbers and said and not _DIGITS.search(said):
            return row.line
        seen += [said] if said else []
    return None


def is_sum(title: str, row: Row, *, vocabulary: Vocabulary) -> bool:
    """Whether a row sums up those above: a word for that in its title, and nothing else but figures."""
    bare = fold(_SUM.sub("", title))
    has_figure = _SUM.search(title) is not None
    others = [cell for cell in row.cells if cell and cell != title]
    is_word = any(
        bare == one or bare.endswith(f" {one}") or (has_figure and bare.startswith(f"{one} "))
        for one in vocabulary.totals
    )
    return is_word and not any(letter.isalpha() for cell in others for letter in cell)
