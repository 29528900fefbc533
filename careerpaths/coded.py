"""Job codes in a cell of a career path: alone, before or behind a title, or in the brackets that close one.

A code that a standard defines counts wherever it stands apart from words; one that nobody defines, only in brackets. A
bracket with a code, a level or the kind of the move closes a title as surely as a number does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from careerpaths.cuts import closed_pieces, cut_cell, without_conjunction
from careerpaths.sentences import is_sentence, points_elsewhere
from careerpaths.titles import ends_with_its_only_number, fold, is_placeholder, plain, title_key, words
from careerpaths.vocabulary import VOCABULARY, Vocabulary

_WORD = r"(?:(?:(?:job|title|role|position)\s+)?code\s*[:#]?\s*)?"
_BEFORE_CODE = re.compile(
    rf"(?P<title>.*?)(?:\s*[\s,;:/(\[\u2013\u2014-]\s*)+{_WORD}(?P<code>[^\s()\[\]:;,/]+)\s*[)\]]?",
    re.DOTALL | re.IGNORECASE,
)
_BEHIND_CODE = re.compile(
    rf"[(\[]?{_WORD}(?P<code>[^\s()\[\]:;,/]+)[\s,;:/)\]\u2013\u2014-]+(?P<title>.*)", re.DOTALL | re.IGNORECASE
)
_ALONE = re.compile(rf"[(\[#\s]*{_WORD}(?P<code>[^\s()\[\]:;,/]+)[)\]\s]*", re.IGNORECASE)
# A code that nobody defines is one by its brackets and its digits; a year is none.
_BRACKETED = re.compile(
    rf"(?P<title>.*\S)\s*[(\[]\s*{_WORD}(?P<code>(?!(?:19|20)\d\d\s*[)\]])"
    r"(?:[A-Z]{0,3}\d[\d.-]*\d\d|[A-Z]{1,3}-?\d+))\s*[)\]]",
    re.DOTALL | re.IGNORECASE,
)
_SHORTEST = 3
"""Signs of a job code that stands beside a title without brackets: a shorter number is a level."""
_LETTERS_AND_DIGITS = re.compile(r"(?=.*[^\W\d_])(?=.*\d)")
_IN_BRACKET = re.compile(rf"{_WORD}(?:[A-Z]{{0,3}}\d[\d.-]*\d\d|[A-Z]{{1,3}}-?\d+)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_REMARK = re.compile(r"(?P<title>.*\S)\s*[(\[]\s*(?P<remark>[^()\[\]]+?)\s*[)\]]", re.DOTALL)
_BETWEEN = re.compile(r"\s*[\n;,|/]\s*|\s+(?:and/or|and|or)\s+", re.IGNORECASE)
_LONGEST_CODED = 300
"""Characters of a title with its code."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a cell names: a title, a code, or both."""

    title: str
    code: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Defined:
    """What can be relied on while cells are read.

    Attributes:
        titles: the keys of the titles that a standard or an alias defines.
        codes: the job codes that a standard defines.
        shapes: how these are built (`shape_of`).
        vocabulary: the words of titles.
    """

    titles: frozenset[str] = frozenset()
    codes: Collection[str] = ()
    shapes: frozenset[str] = frozenset()
    vocabulary: Vocabulary = VOCABULARY


def shape_of(code: str) -> str:
    """How a job code is built: its letters and marks, with one zero for each number.

    >>> shape_of("S12"), shape_of("77-1.00")
    ('S0', '0-0.0')
    """
    return re.sub(r"\d+", "0", code)


def with_codes(defined: Defined, text: str) -> list[Named]:
    """Codes, or titles with codes, in a cell; empty where there is none, or something else stands there."""
    if _is_read_whole(defined, text):
        return []
    whole = _with_code(defined, text)
    if whole and (not whole.title or title_key(whole.title, vocabulary=defined.vocabulary) in defined.titles):
        return [whole]
    pieces = [without_conjunction(piece) for piece in _BETWEEN.split(text)]
    pieces = [piece for piece in pieces if piece and not is_placeholder(piece, vocabulary=defined.vocabulary)]
    named = [_with_code(defined, piece) or _without_remark(defined, piece) for piece in pieces]
    if len(pieces) > 1 and all(one or is_title(defined, piece) for one, piece in zip(named, pieces, strict=True)):
        return [one or Named(piece) for one, piece in zip(named, pieces, strict=True)] if any(named) else []
    closed = _closed(defined, text)
    if len(closed) > 1:
        return [_read(defined, piece) for piece in closed] if _is_sure(defined, text, closed) else []
    if whole is None:
        return _of_remark(defined, text)
    # Several titles before one code are cut as if it were not there.
    return [whole] if _is_one(defined, whole.title) else []


def _of_remark(defined: Defined, text: str) -> list[Named]:
    """The one title before a remark, where it is one without it."""
    plainly = _without_remark(defined, text)
    if plainly is None or plainly.title == text:
        return []
    cut = cut_cell(plainly.title, defined.titles, vocabulary=defined.vocabulary)
    return [plainly] if cut.how == "title" else []


def _is_read_whole(defined: Defined, text: str) -> bool:
    """Whether codes and brackets are not looked for: the cell is a title, says something, or leads elsewhere."""
    is_defined = title_key(text, vocabulary=defined.vocabulary) in defined.titles
    return is_defined or is_sentence(text, vocabulary=defined.vocabulary) or points_elsewhere(text)


def _closed(defined: Defined, text: str) -> tuple[str, ...]:
    return closed_pieces(text, lambda inner: _closes(defined, inner)) if len(text) <= _LONGEST_CODED else ()


def _closes(defined: Defined, inner: str) -> bool:
    """Whether the text in a bracket closes a title: a job code, known or by its signs, a level, the kind of a move."""
    if inner in defined.codes or fold(inner) in defined.vocabulary.remarks:
        return True
    return not _YEAR.fullmatch(inner) and _IN_BRACKET.fullmatch(inner) is not None


def _is_sure(defined: Defined, text: str, pieces: Sequence[str]) -> bool:
    """Whether each piece is one title: no mark stands in it, and one parts the last of them, or a bracket closes it."""
    *before, last = pieces
    if any(one[0] in "([" or _BETWEEN.search(one) for one in pieces):
        return False
    found = _REMARK.fullmatch(last)
    if found and _closes(defined, found["remark"]):
        return True
    between = text[: text.rindex(last)].rpartition(before[-1])[2]
    is_parted = _BETWEEN.fullmatch(between) is not None or bool(set(between) & set(",;|/\n"))
    begins = last[0].isupper() or last[0].isdigit() or is_title(defined, last)
    return is_parted and begins and not is_placeholder(last, vocabulary=defined.vocabulary)


def _read(defined: Defined, piece: str) -> Named:
    return _with_code(defined, piece) or _without_remark(defined, piece) or Named(piece)


def _without_remark(defined: Defined, text: str) -> Named | None:
    """A title without the kind of the move in brackets behind it; one with its level keeps it; None without either."""
    found = _REMARK.fullmatch(text) if len(text) <= _LONGEST_CODED else None
    if found is None:
        return None
    if fold(found["remark"]) in defined.vocabulary.remarks:
        return Named(found["title"].strip())
    return Named(text) if _is_level(defined, found["remark"]) else None


def unsurely_closed(defined: Defined, text: str) -> tuple[str, ...]:
    """The pieces of a cell whose brackets close titles, where not each of them is surely one; else empty."""
    if _is_read_whole(defined, text) or with_codes(defined, text):
        return ()
    pieces = _closed(defined, text)
    return pieces if len(pieces) > 1 else ()


def _is_one(defined: Defined, title: str) -> bool:
    """Whether a text is one title, or at least cannot be cut into several."""
    cut = cut_cell(title, defined.titles, vocabulary=defined.vocabulary)
    return cut.how in ("title", "placeholder") or (cut.how == "problem" and not cut.options)


def is_title(defined: Defined, text: str) -> bool:
    """Whether a piece between separators is a title: a known one, or one that ends with its only number."""
    known = title_key(text, vocabulary=defined.vocabulary) in defined.titles
    return known or ends_with_its_only_number(words(plain(text)), vocabulary=defined.vocabulary)


def _with_code(defined: Defined, text: str) -> Named | None:
    """A job code alone, or a title with a code before or behind it; None where there is no known code."""
    if len(text) > _LONGEST_CODED:
        return None
    alone = _ALONE.fullmatch(text)
    if text in defined.codes or (alone and alone["code"] in defined.codes):
        return Named("", text if text in defined.codes or not alone else alone["code"])
    for pattern in (_BEFORE_CODE, _BEHIND_CODE, _BRACKETED):
        found = pattern.fullmatch(text)
        if not found or not fold(found["title"]):
            continue
        # A level number is no job code: a title that ends with it is a title.
        is_apart = len(found["code"]) >= _SHORTEST or text.rstrip()[-1] in ")]" or _is_coded(defined, found)
        if pattern is _BRACKETED and _is_level(defined, found["code"]):
            continue
        if pattern is _BRACKETED or (found["code"] in defined.codes and is_apart):
            return Named(found["title"].strip(), found["code"])
    return None


def _is_coded(defined: Defined, found: re.Match[str]) -> bool:
    """Whether a short code of letters and digits stands beside a defined title: "U4 Portfolio Manager"."""
    is_defined = title_key(found["title"], vocabulary=defined.vocabulary) in defined.titles
    return is_defined and _LETTERS_AND_DIGITS.match(found["code"]) is not None


def _is_level(defined: Defined, code: str) -> bool:
    """Whether what stands in brackets is the word for a level ("P2"), and is not built as the job codes are."""
    words_for_levels = {*defined.vocabulary.levels, *defined.vocabulary.values.get("level", {})}
    return fold(code) in words_for_levels and shape_of(code) not in defined.shapes
