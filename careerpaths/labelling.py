"""Labels as people write them: with a number before them, a dash or a tab behind them, or several in one line.

What is sure is written with a colon, and a line for each label, so that all else need not know it. It is sure where the
title of the job is labelled in the same way, and something more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from careerpaths.forms import LONGEST_LABEL, label_kind
from careerpaths.model import Row
from careerpaths.vocabulary import Vocabulary

_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+([^\W\d_].*)", re.DOTALL)
_DASHED = re.compile(r"([^\W\d_][^:\n]{0,39}?)\s+[\u2013\u2014-]\s+(\S.*)", re.DOTALL)
_HEAD = re.compile(r"[^:\n]{1,60}")
_COLON = re.compile(r"\s*:(?=\s)")
_WORD = re.compile(r"\S+")
_STOPS = (".", "!", "?", ";", ",")


def with_colons(rows: Sequence[Row], *, vocabulary: Vocabulary) -> tuple[Row, ...]:
    """The rows with each label before a colon, or before the cell of its value; lines and cells stay as they are."""
    plain = _without_numbers(rows, vocabulary)
    for parts_of in (_tabbed, _dashed):
        plain = _with_parts(plain, [parts_of(row) for row in plain], vocabulary)
    return tuple(one for row in plain for one in _each_label(row, vocabulary))


def _alone(row: Row) -> str:
    """The only text of a row; empty where there are more."""
    filled = [text for text in row.cells if text]
    return filled[0] if len(filled) == 1 else ""


def _tabbed(row: Row) -> tuple[str, str] | None:
    return (row.tabbed[0], row.tabbed[1]) if len(row.tabbed) == 2 else None  # noqa: PLR2004 - a label and its value


def _dashed(row: Row) -> tuple[str, str] | None:
    found = _DASHED.fullmatch(_alone(row))
    return (found[1], found[2]) if found else None


def _with_parts(rows: Sequence[Row], parts: Sequence[tuple[str, str] | None], vocabulary: Vocabulary) -> Sequence[Row]:
    """Rows in which a known label stands before something else, written with a colon."""
    kinds = [label_kind(one[0].rstrip(" :"), vocabulary=vocabulary) if one else None for one in parts]
    if "title" not in kinds or len(set(kinds) - {None}) < 2:  # noqa: PLR2004 - the title and something more
        return rows
    return [
        _with_text(row, f"{one[0].rstrip(' :')}: {one[1]}") if one and (kind or _may_label(row, one[0])) else row
        for row, one, kind in zip(rows, parts, kinds, strict=True)
    ]


def _may_label(row: Row, head: str) -> bool:
    """Whether words before a tab may be a label that is not known."""
    return bool(row.tabbed) and len(head.split()) <= LONGEST_LABEL and head[:1].isalpha()


def _with_text(row: Row, text: str) -> Row:
    """A row with another text for its first one."""
    at = next(at for at, cell in enumerate(row.cells) if cell)
    return replace(row, cells=(*row.cells[:at], text, *row.cells[at + 1 :]))


def _without_numbers(rows: Sequence[Row], vocabulary: Vocabulary) -> Sequence[Row]:
    """Rows without the numbers of their labels; what is numbered on with labels is one, known or not."""
    firsts = [next(filter(None, row.cells), "") for row in rows]
    found = [_NUMBERED.fullmatch(text) for text in firsts]
    heads = [(_HEAD.match(one[2]) or [""])[0].strip() if one else "" for one in found]
    kinds = [label_kind(head, vocabulary=vocabulary) if head else None for head in heads]
    if "title" not in kinds or len(set(kinds) - {None}) < 2:  # noqa: PLR2004 - the title and something more
        return rows
    plain: list[Row] = []
    label: tuple[int, ...] = ()
    item: tuple[int, ...] = ()
    for row, one, kind in zip(rows, found, kinds, strict=True):
        number = tuple(int(part) for part in one[1].split(".")) if one else ()
        if one and (kind or (_goes_on(label, number) and not _goes_on(item, number))):
            plain.append(_with_text(row, one[2] if kind else _as_label(row, one[2])))
            label, item = number, ()
        else:
            plain.append(row)
            item = number or item
    return plain


def _goes_on(above: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether a number is the next one: "4" below "3", "2.1" below "1.3"."""
    if not above or not number:
        return False
    is_next = number[:-1] == above[:-1] and len(number) == len(above) and number[-1] == above[-1] + 1
    return is_next or (number[0] == above[0] + 1 and set(number[1:]) <= {1})


def _as_label(row: Row, text: str) -> str:
    """A label that is not known, with a colon where it stands above its value."""
    is_above = bool(_alone(row)) and ":" not in text and len(text.split()) <= LONGEST_LABEL
    return f"{text}:" if is_above and not text.endswith(_STOPS) else text


def _each_label(row: Row, vocabulary: Vocabulary) -> Iterator[Row]:
    """A row for each label of a line that begins with one that is known and has more, with colons."""
    text = _alone(row)
    starts = list(_starts(text, vocabulary)) if text.count(":") > 1 and "\n" not in text else []
    if len(starts) < 2 or starts[0] != 0:  # noqa: PLR2004 - a line of one label is a line
        yield row
        return
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        yield _with_text(row, text[start:end].rstrip(" ,;|"))


def _starts(text: str, vocabulary: Vocabulary) -> Iterator[int]:
    """Where known labels with colons begin in a line: the longest before each colon, which begin in capitals."""
    end = 0
    for colon in _COLON.finditer(text):
        places = [word.start() for word in _WORD.finditer(text, max(end, colon.start() - 60), colon.start())]
        for start in places[-LONGEST_LABEL:]:
            said = text[start : colon.start()]
            if said[:1].isupper() and label_kind(said, vocabulary=vocabulary):
                yield start
                break
        end = colon.end()
