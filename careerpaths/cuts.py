"""One cell of a career path to the titles that stand in it.

The rules, in order: the whole cell is a known title; separators count where every piece is known or ends with its only
number; a cover of the cell by known titles, fewest first; a cover by known titles and pieces that end with their only
number, each unknown piece beginning with its neighbour's first word. Where two covers are equally few, or none is found
though a number or a known title stands inside, nothing is guessed: the cell is a problem. Otherwise it is one title.
What names a level, or says where to look, is no title unless it is known as one; a bracket with a job code closes a
title as a number does (`closed_pieces`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from careerpaths.sentences import is_sentence, points_elsewhere
from careerpaths.titles import (
    LONGEST_TITLE,
    Word,
    ends_with_its_only_number,
    fold,
    is_level,
    is_placeholder,
    level_position,
    plain,
    spelt_out,
    title_key,
    words,
)
from careerpaths.vocabulary import VOCABULARY, Vocabulary

_MOST_WORDS = 150
_MOST_SHOWN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How a cell was read.

    Attributes:
        titles: the titles in it, as written; empty for a placeholder or a problem.
        how: "title", "placeholder", "level", "elsewhere", "separators", "known titles", "numbers", "sentence" or
            "problem".
        options: where it is a problem, the cuts that were possible, at most four.
        inside: where it is a problem without any, the longest known title that stands in the cell, as written there.
    """

    titles: tuple[str, ...] = ()
    how: str
    options: tuple[tuple[str, ...], ...] = ()
    inside: str = ""


def known_titles(
    titles: Iterable[str],
    path_cells: Iterable[str],
    *,
    vocabulary: Vocabulary = VOCABULARY,
) -> frozenset[str]:
    """The keys of all titles that can be relied on: Job Title cells, and path cells that read as one title.

    Whether a path cell does depends on shorter titles alone, so that cells are read by their number of words: "Sales
    Lead Field Lead" is two titles once "Sales Lead" and "Field Lead" are named alone, and "Clinical IT Director" is not
    to be relied on once "IT Director" is named.
    """
    known = {title_key(title, vocabulary=vocabulary) for title in titles}
    cells = [(title_key(text, vocabulary=vocabulary), text) for text in set(path_cells)]
    for key, text in sorted(cells, key=lambda cell: (cell[0].count(" "), cell)):
        cut = cut_cell(text, known, vocabulary=vocabulary) if key not in known else None
        if cut and cut.how == "title":
            known.add(title_key(cut.titles[0], vocabulary=vocabulary))
    return frozenset(known)


def cut_cell(text: str, known: Collection[str], *, vocabulary: Vocabulary = VOCABULARY) -> Cut:
    """The titles in one cell of a career path.

    Args:
        text: the cell.
        known: keys of known titles (`known_titles`).
        vocabulary: abbreviations, suffixes and placeholders.
    """
    cell = "\n".join(" ".join(line.split()) for line in plain(text).split("\n")).strip(" \n;,|")
    if title_key(cell, vocabulary=vocabulary) in known:
        return Cut(titles=(_tidy(text),), how="title")
    if (bare := without_conjunction(cell)) != cell:
        return cut_cell(bare, known, vocabulary=vocabulary)
    if how := _no_title(cell, known, vocabulary):
        parted = _cut_at_separators(cell, known, vocabulary) if how == "elsewhere" else None
        return parted if parted and _are_known(parted, known, vocabulary) else Cut(how=how)
    return (
        _cut_at_separators(cell, known, vocabulary)
        or _cut_between_words(cell, known, vocabulary)
        or Cut(titles=(_tidy(text),), how="title")
    )


def _no_title(cell: str, known: Collection[str], vocabulary: Vocabulary) -> str | None:
    """How a cell reads that names no title, though it is not known as one; None where it may name some."""
    if is_placeholder(cell, vocabulary=vocabulary) or fold(cell) in vocabulary.lone_placeholders:
        return "placeholder"
    if _begins_with_placeholder(cell, vocabulary) and not _has_title(cell, known, vocabulary):
        return "placeholder"
    if is_level(cell, vocabulary=vocabulary):
        return "level"
    if is_sentence(cell, vocabulary=vocabulary):
        return "sentence"
    return "elsewhere" if points_elsewhere(cell) else None


def _are_known(cut: Cut, known: Collection[str], vocabulary: Vocabulary) -> bool:
    return bool(cut.titles) and all(title_key(title, vocabulary=vocabulary) in known for title in cut.titles)


_CONJUNCTION = re.compile(r"(?:and/or|[Aa]nd|[Oo]r)\s+(?=\S)")
_BRACKET = re.compile(r"[(\[]\s*([^()\[\]]*?)\s*[)\]]")


def without_conjunction(text: str) -> str:
    """A piece of a list without the "or" that leads to it; the "OR" of "OR Nurse" is an operating room.

    >>> without_conjunction("or Clinical Educator"), without_conjunction("OR Nurse")
    ('Clinical Educator', 'OR Nurse')
    """
    return _CONJUNCTION.sub("", text, count=1) if _CONJUNCTION.match(text) else text


def closed_pieces(text: str, closes: Callable[[str], bool]) -> tuple[str, ...]:
    """A cell cut behind each bracket that closes a title: "Curator (M1), Archivist (M2)".

    Args:
        text: the cell.
        closes: whether the text in a bracket does: a job code, a level, the kind of the move.
    """
    ends = [found.end() for found in _BRACKET.finditer(text) if closes(found[1])]
    starts = [0, *ends]
    stops = [*ends, len(text)]
    pieces = [text[start:stop].strip(" \n\t;,|/\u2013\u2014-") for start, stop in zip(starts, stops, strict=True)]
    return tuple(without_conjunction(piece) for piece in pieces if piece)


def _has_title(cell: str, known: Collection[str], vocabulary: Vocabulary) -> bool:
    """Whether a title may stand in a cell; in one of very many words it is not looked for."""
    parts = words(cell)
    if len(parts) > _MOST_WORDS:
        return True
    return ends_with_its_only_number(parts, vocabulary=vocabulary) or bool(
        _known_inside(cell, parts, known, vocabulary)
    )


def _begins_with_placeholder(cell: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell says that there is no title, and why: "N/A - top of ladder", "None at this time"."""
    folded = f"{fold(cell)} "
    return any(folded.startswith(f"{one} ") for one in vocabulary.placeholders if len(one) > len("na"))


def _tidy(text: str) -> str:
    """A title as written, without what parts it from the next, a bracket left open, or the full stop of a sentence."""
    title = " ".join(text.split()).strip(" ;,|-/\u2013\u2014\u2022\u00b7")
    if title.endswith("(") or title.count("(") < title.count(")"):
        title = title.rstrip("()").rstrip()
    if title.startswith(")") or title.count("(") > title.count(")"):
        title = title.lstrip("()").lstrip()
    return title[:-1] if title.endswith(".") and title[-2:-1].isdigit() else title


@cache
def _separator(separators: tuple[str, ...]) -> re.Pattern[str]:
    """One or more separators with the blanks around them: marks anywhere, "/" and words only between blanks."""
    marks = "".join(one for one in separators if len(one) == 1 and one != "/" and not one.isalnum())
    inside = rf"[{re.escape(marks)}]"
    loose = "|".join(re.escape(one) for one in sorted(separators, key=len, reverse=True) if one not in marks)
    mark = rf"{inside}|(?<![^\s{re.escape(marks)}])(?:{loose})(?![^\s{re.escape(marks)}])" if loose else inside
    return re.compile(rf"\s*(?:{mark})(?:\s*(?:{mark}))*\s*", re.IGNORECASE)


def _cut_at_separators(cell: str, known: Collection[str], vocabulary: Vocabulary) -> Cut | None:
    """Rule two: the separators that leave only pieces which are known or end with their only number."""
    spans = [match.span() for match in _separator(vocabulary.separators).finditer(cell)]
    if not spans or len(spans) > _MOST_WORDS:
        return None
    starts = [0, *(end for _, end in spans)]
    ends = [*(start for start, _ in spans), len(cell)]
    best: list[list[tuple[tuple[int, int, int], tuple[str, ...]]]] = [[] for _ in range(len(starts) + 1)]
    best[0] = [((0, 0, 0), ())]
    for stop in range(1, len(starts) + 1):
        reached = []
        for begin in range(max(0, stop - LONGEST_TITLE), stop):
            piece = cell[starts[begin] : ends[stop - 1]]
            worth = _worth(piece, known, vocabulary) if best[begin] else None
            if worth is not None:
                reached += [(_added(score, worth), (*pieces, piece)) for score, pieces in best[begin]]
        best[stop] = _highest(reached)
    cuts = sorted({pieces for _, pieces in best[-1] if len(pieces) > 1})
    if len(cuts) != 1:
        return Cut(how="problem", options=tuple(cuts[:_MOST_SHOWN])) if cuts else None
    titles = tuple(_tidy(piece) for piece in cuts[0] if not is_placeholder(piece, vocabulary=vocabulary))
    return Cut(titles=titles, how="separators")


def _added(score: tuple[int, int, int], worth: tuple[int, int, int]) -> tuple[int, int, int]:
    return (score[0] + worth[0], score[1] + worth[1], score[2] + worth[2])


def _highest(
    reached: Sequence[tuple[tuple[int, int, int], tuple[str, ...]]],
) -> list[tuple[tuple[int, int, int], tuple[str, ...]]]:
    top = max((score for score, _ in reached), default=None)
    return [(score, pieces) for score, pieces in reached if score == top][:_MOST_SHOWN]


def _worth(piece: str, known: Collection[str], vocabulary: Vocabulary) -> tuple[int, int, int] | None:
    """What a piece between separators adds: words of known titles, fewer known titles, more pieces; None: no title."""
    parts = words(piece)
    if " ".join(spelt_out(parts, vocabulary=vocabulary)) in known:
        return (len(parts), -1, 1)
    if ends_with_its_only_number(parts, vocabulary=vocabulary) or is_placeholder(piece, vocabulary=vocabulary):
        return (0, 0, 1)
    return None


def _cut_between_words(cell: str, known: Collection[str], vocabulary: Vocabulary) -> Cut | None:
    """Rules three and four: covers by known titles, then with pieces that end with their only number."""
    parts = words(cell)
    for how, may_guess in (("known titles", False), ("numbers", True)):
        covers = _covers(parts, known, vocabulary, may_guess=may_guess) if len(parts) <= _MOST_WORDS else []
        if len(covers) > 1:
            return Cut(how="problem", options=tuple(_pieces(cell, parts, cover) for cover in covers))
        if covers:
            return Cut(titles=_pieces(cell, parts, covers[0]), how=how)
    if len(parts) > LONGEST_TITLE or (cell.endswith(".") and len(parts) > LONGEST_TITLE // 2):
        return Cut(how="sentence")
    inside = parts if not ends_with_its_only_number(parts, vocabulary=vocabulary) else ()
    title = _known_inside(cell, parts, known, vocabulary)
    if title or any(word.number is not None for word in inside):
        return Cut(how="problem", options=_behind_numbers(cell, parts), inside=title)
    return None


def _behind_numbers(cell: str, parts: Sequence[Word]) -> tuple[tuple[str, ...], ...]:
    """The cut behind each number: for a person to look at, where no rule is sure."""
    ends = [n for n, word in enumerate(parts, 1) if word.number is not None and n < len(parts)]
    return (_pieces(cell, parts, [*ends, len(parts)]),) if ends else ()


def _pieces(cell: str, parts: Sequence[Word], ends: Sequence[int]) -> tuple[str, ...]:
    """The text of each piece, with the closing marks that belong to it and without what parts it from the next."""
    starts = [0, *ends[:-1]]
    stops = [parts[end].start for end in ends[:-1]] + [len(cell)]
    return tuple(
        _tidy(cell[parts[start].start if start else 0 : stop]) for start, stop in zip(starts, stops, strict=True)
    )


def _known_inside(cell: str, parts: Sequence[Word], known: Collection[str], vocabulary: Vocabulary) -> str:
    """The longest known title that stands in a cell, as it is written there; empty where there is none."""
    for length in range(min(LONGEST_TITLE, len(parts)), 0, -1):
        for start in range(len(parts) - length + 1):
            if " ".join(spelt_out(parts[start : start + length], vocabulary=vocabulary)) in known:
                return cell[parts[start].start : parts[start + length - 1].end]
    return ""


# A state of the search: the first word of the piece before, and whether that piece still needs a neighbour like it.
_State = tuple[str, bool]


def _covers(
    parts: Sequence[Word],
    known: Collection[str],
    vocabulary: Vocabulary,
    *,
    may_guess: bool,
) -> list[tuple[int, ...]]:
    """The covers of all words with the fewest pieces, as the ends of their pieces; at most four.

    Dynamic programming over (words covered, first word of the last piece, whether it still needs a neighbour), so that
    the time grows with the number of words times the longest title, whatever stands in the cell.
    """
    reached: list[dict[_State, tuple[int, list[tuple[int, ...]]]]] = [{} for _ in range(len(parts) + 1)]
    reached[0] = {("", False): (0, [()])}
    for start in range(len(parts)):
        if not reached[start]:
            continue
        for stop, first, is_known in _pieces_from(parts, start, known, vocabulary, may_guess=may_guess):
            for (before, needs), (count, covers) in reached[start].items():
                if needs and before != first:
                    continue
                state = (first, not is_known and before != first)
                _keep(reached[stop], state, count + 1, [(*cover, stop) for cover in covers])
    whole = [(count, cover) for (_, needs), (count, covers) in reached[-1].items() for cover in covers if not needs]
    least = min((count for count, _ in whole), default=0)
    return sorted({cover for count, cover in whole if count == least})[:_MOST_SHOWN]


def _keep(
    states: dict[_State, tuple[int, list[tuple[int, ...]]]],
    state: _State,
    count: int,
    covers: list[tuple[int, ...]],
) -> None:
    best, kept = states.get(state, (count, []))
    if count < best:
        states[state] = (count, covers[:_MOST_SHOWN])
    elif count == best:
        states[state] = (count, [*kept, *covers][:_MOST_SHOWN])


def _pieces_from(
    parts: Sequence[Word],
    start: int,
    known: Collection[str],
    vocabulary: Vocabulary,
    *,
    may_guess: bool,
) -> Iterator[tuple[int, str, bool]]:
    """The pieces that can begin at a word: (end, first word spelt out, whether it is a known title)."""
    for stop in range(start + 1, min(start + LONGEST_TITLE, len(parts)) + 1):
        piece = parts[start:stop]
        spelt = spelt_out(piece, vocabulary=vocabulary)
        if " ".join(spelt) in known:
            yield stop, spelt[0], True
        elif may_guess and ends_with_its_only_number(piece, vocabulary=vocabulary):
            # A suffix goes with the number before it.
            if stop < len(parts) and level_position(parts[start : stop + 1], vocabulary=vocabulary) == stop - start - 1:
                continue
            yield stop, spelt[0], False
