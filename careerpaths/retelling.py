"""What `grid` read out of the pairs of a job description, told with the places of the document itself.

The pairs are made rows of a standard with one level; what is said of these rows is said of the cells they stand in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from careerpaths.description import running_lines
from careerpaths.following import LISTS, NEXT, is_outside
from careerpaths.forms import blank_labels, label_kind
from careerpaths.mentions import short
from careerpaths.model import (
    BLANK,
    NOTE,
    PROBLEM,
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
from careerpaths.pairs import CODES, Pair, in_order
from careerpaths.vocabulary import VOCABULARY, Vocabulary

JOB_DESCRIPTION = "job description"
_NO_LEVEL = "no Job Level row above it"
"""How the problem begins that `grid` has with a standard without levels."""
_AGAIN = re.compile(r"stands already in line (\d+)")
"""How a message of `grid` names the row of another pair."""
_RANK = {USED: 3, REPEATED: 2, UNPLACED: 1, BLANK: 0}


def as_rows(pairs: Sequence[Pair], *, vocabulary: Vocabulary) -> tuple[Row, ...]:
    """The pairs as rows of a standard with one level, in the order in which `grid` reads them; line n is pair n.

    What belongs to a header stands above its title; a label that comes again is numbered.
    """
    numbers: Counter[str] = Counter()
    rows = []
    for place in in_order(pairs):
        label = _row_label(pairs[place], vocabulary)
        numbers[label] += 1
        is_list = pairs[place].kind in LISTS | CODES
        rows.append(Row(cells=(f"{label} {numbers[label]}" if is_list else label, pairs[place].value), line=place + 1))
    return tuple(rows)


def _row_label(pair: Pair, vocabulary: Vocabulary) -> str:
    """The word that `grid` knows for a kind of row; a label that is not known stays."""
    kind = "career_path" if pair.kind in NEXT | CODES else pair.kind
    return next((word for word, meaning in vocabulary.labels.items() if meaning == kind), pair.label)


def as_read(document: Document, pairs: Sequence[Pair], reading: Reading) -> Reading:
    """What `grid` read out of the rows made here, told with the places of the document itself."""
    pages = {row.line: row.page for row in document.rows if row.page}
    standards = tuple(_standard(standard, pairs, pages) for standard in reading.standards)
    fates = _fates(document, pairs, reading)
    place_of = places_in(document)
    # A document about one job need not say of which level it is.
    told = [problem for problem in reading.problems if not problem.message.startswith(_NO_LEVEL)]
    problems = [_moved(problem, place_of, pairs) for problem in told]
    return replace(
        reading,
        kind=document.kind,
        content=JOB_DESCRIPTION,
        sheet=document.sheet,
        standards=standards,
        problems=(*document.problems, *problems, *_say_outside(document, fates)),
        fates=tuple((line, cell, fate) for (line, cell), fate in sorted(fates.items())),
    )


def _fates(document: Document, pairs: Sequence[Pair], reading: Reading) -> dict[tuple[int, int], str]:
    """What became of each cell of the document itself."""
    marks = running_lines(document.rows, VOCABULARY)
    fates = {
        (row.line, at): BLANK if not cell else REPEATED if row.line in marks else UNPLACED
        for row in document.rows
        for at, cell in enumerate(row.cells, 1)
    }
    for line, cell, fate in reading.fates:
        place = pairs[line - 1].places[cell - 1]
        for one in (place, *(pairs[line - 1].further if cell > 1 else ()), *pairs[line - 1].more):
            fates[one] = max(fates[one], fate, key=lambda known: _RANK[known])
    return fates


def _standard(standard: Standard, pairs: Sequence[Pair], pages: Mapping[int, int]) -> Standard:
    return replace(
        standard,
        header=tuple(_entry(entry, pairs, pages) for entry in standard.header),
        columns=tuple(_column(column, pairs, pages) for column in standard.columns),
    )


def _column(column: Column, pairs: Sequence[Pair], pages: Mapping[int, int]) -> Column:
    return Column(
        level=_entry(column.level, pairs, pages) if column.level else None,
        title=_entry(column.title, pairs, pages),
        entries=tuple(_entry(entry, pairs, pages) for entry in column.entries),
    )


def _entry(entry: Entry, pairs: Sequence[Pair], pages: Mapping[int, int]) -> Entry:
    """An entry with the label and the places that the document has for it."""
    pair = pairs[(entry.source.line or 1) - 1]
    text = pair.cell or entry.source.text
    line = pair.places[1][0]
    source = replace(entry.source, row=pair.label, column=None, line=line, page=pages.get(line), text=text)
    places = (pair.places[1], *pair.further, *pair.more[1:])
    return replace(entry, label=pair.label, source=source, places=places, code=pair.code)


def _moved(problem: Problem, place_of: Callable[[int], str], pairs: Sequence[Pair]) -> Problem:
    if problem.line is None:
        return problem
    pair = pairs[problem.line - 1]
    line = pair.places[0][0]
    message = _AGAIN.sub(
        lambda found: f"stands already in {place_of(pairs[int(found[1]) - 1].places[0][0])}", problem.message
    )
    return replace(problem, line=line, place=f'{place_of(line)}, row "{short(pair.label)}"', message=message)


def _say_outside(document: Document, fates: Mapping[tuple[int, int], str]) -> Iterator[Problem]:
    """Text that belongs to no pair: a problem where it stands between pairs, else one note for the document.

    Labels without a value, approvals and the like belong to none, wherever they stand.
    """
    cells = {(row.line, at): cell for row in document.rows for at, cell in enumerate(row.cells, 1)}
    used = [place for place, fate in fates.items() if fate == USED]
    outside = [place for place, fate in sorted(fates.items()) if fate == UNPLACED]
    labels = blank_labels(document.rows, kind=document.kind, vocabulary=VOCABULARY)
    between = [place for place in outside if used and min(used) < place < max(used) and place not in labels]
    lost = [place for place in between if _is_content(cells[place])]
    for severity, places in ((PROBLEM, lost), (NOTE, [place for place in outside if place not in set(lost)])):
        if places:
            yield _outside(document, places, cells[places[0]], severity)


def _is_content(text: str) -> bool:
    """Whether a text that no value has may be lost: it is no label, and nothing that stands at the end of documents."""
    is_label = text.endswith(":") or label_kind(text, vocabulary=VOCABULARY) is not None
    return not is_label and not is_outside(text)


def _outside(document: Document, places: Sequence[tuple[int, int]], first: str, severity: str) -> Problem:
    line = places[0][0]
    texts = "one text" if len(places) == 1 else f"{len(places)} texts"
    message = f'{texts} outside the job description not taken (the first: "{short(first)}")'
    remedy = "; write each behind or right below its label" if severity == PROBLEM else ""
    place = places_in(document)(line)
    return Problem(severity=severity, document=document.name, place=place, message=f"{message}{remedy}", line=line)
