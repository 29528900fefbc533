"""A document about one job ("Job title: Analyst 2"): pairs of label and value, made rows of a standard with one level.

Label and value stand beside each other, in one cell with a colon between, or under each other; next titles stand in one
cell or in a list. The rows made here are read by `grid` like any standard; what they say keeps the place where it
stands.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby, pairwise

from careerpaths.following import (
    BULLET,
    LISTS,
    MARK,
    NEXT,
    PATHS,
    How,
    Line,
    Open,
    how_it_follows,
    is_foot,
    is_heading_of_more,
    is_outside,
    items_of,
)
from careerpaths.headings import column_kind, is_weak
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
from careerpaths.pairs import CODES, Draft, Pair, in_order, with_codes
from careerpaths.titles import fold
from careerpaths.vocabulary import VOCABULARY, Vocabulary
from careerpaths.wrapping import Broken, find_width, surely_goes_on

JOB_DESCRIPTION = "job description"
_NO_LEVEL = "no Job Level row above it"
"""How the problem begins that `grid` has with a standard without levels."""
_LABELLED = re.compile(r"\s*([^\W\d_][^:\n]{0,39}?)\s*:(?!//)\s*(.*)", re.DOTALL)
# A label above its value in one cell.
_ABOVE = re.compile(r"\s*([^\W\d_][^:\n]{0,39}?)\s*:?\s*\n\s*(.*)", re.DOTALL)
_RANK = {USED: 3, REPEATED: 2, UNPLACED: 1, BLANK: 0}
_LONGEST_LABEL = 6
"""Words of a label that is not known."""
_LONGEST_KNOWN = 60
"""Characters of a label that is known, at most."""
_AGAIN = re.compile(r"stands already in line (\d+)")
"""How a message of `grid` names the row of another pair."""
_DIGITS = re.compile(r"\d+")
_PAPER = re.compile(r"(?:job|position|role|post) (?:description|profile|specification)s?:?", re.IGNORECASE)
"""What a paper of this kind is called: its words may stand in columns, and are no labels."""
_SECTION = re.compile(r"[^\W\d_][^:\n]{0,39}:")
_INTRODUCES = re.compile(
    r"\b(?:following|below|includ\w+|either|one of|any of|all of|these|are|is|or|such as|must|may)\b", re.IGNORECASE
)
"""Words before a colon that make a sentence of it, and no label."""
_BREAKING = frozenset({"text", "pdf"})
"""Formats in which a paragraph may be broken into lines."""
_EDGE = 2
"""So many rows at the top and at the foot of a page may be running heads and feet."""
_MANY_KINDS = 4
"""Kinds of such labels that together make a description of a job all the same."""


def find_description(document: Document, *, vocabulary: Vocabulary = VOCABULARY) -> tuple[Pair, ...]:
    """The pairs of a document about one job; empty where it is none.

    It is one where a title is stated, and at least one thing more that has a known label. Words that minutes and
    letters have as well ("Title", "Level", "Next steps") make one only where there are many.
    """
    pairs = _all_pairs(document, vocabulary)
    kinds = [pair.kind for pair in pairs if pair.kind]
    is_one = "title" in kinds and len(set(kinds)) > 1
    return pairs if is_one and (_speaks_of_a_job(pairs) or len(set(kinds)) >= _MANY_KINDS) else ()


def labels_without_title(document: Document, *, vocabulary: Vocabulary = VOCABULARY) -> tuple[str, ...]:
    """The known labels of a document that describes a job but for its title; empty where it does not seem to."""
    pairs = _all_pairs(document, vocabulary)
    labels = {pair.kind: pair.label for pair in reversed(pairs) if pair.kind}
    is_one = "title" not in labels and len(labels) >= _MANY_KINDS and _speaks_of_a_job(pairs)
    return tuple(reversed(labels.values())) if is_one else ()


def _all_pairs(document: Document, vocabulary: Vocabulary) -> tuple[Pair, ...]:
    marks = _running(document.rows, vocabulary)
    rows = tuple(_by_lines([row for row in document.rows if row.line not in marks], vocabulary))
    # In print running heads and feet leave numbers free that are no gap.
    apart = _behind_gaps(document.rows if document.kind == "pdf" else rows, kind=document.kind)
    return tuple(with_codes(list(_pairs(rows, vocabulary, kind=document.kind, apart=apart))))


def _speaks_of_a_job(pairs: Sequence[Pair]) -> bool:
    """Whether a label is one that nothing but a job has."""
    return any(pair.kind and not is_weak(pair.label) for pair in pairs)


def label_kind(text: str, *, vocabulary: Vocabulary) -> str | None:
    """What a label means, by the words for rows, then by those for columns of tables; None where it is not known."""
    return None if len(text) > _LONGEST_KNOWN else _kind_of(text, vocabulary)


@lru_cache(maxsize=4096)
def _kind_of(text: str, vocabulary: Vocabulary) -> str | None:
    folded = fold(text)
    stem = re.sub(r"\s*\b\d{1,2}$", "", folded)
    for words in (vocabulary.labels, vocabulary.columns):
        found = words.get(folded) or words.get(stem)
        if found:
            return found
    return column_kind(text, vocabulary=vocabulary)[0]


def _running(rows: Sequence[Row], vocabulary: Vocabulary) -> frozenset[int]:
    """The rows that are running heads and feet: first or last on their pages, alike on several but for numbers."""
    edges: defaultdict[str, dict[int, int]] = defaultdict(dict)
    pages = {page: list(some) for page, some in groupby(rows, key=lambda row: row.page or 0)}
    for page, some in pages.items():
        for row in (*some[:_EDGE], *some[-_EDGE:]):
            text = " ".join(filter(None, row.cells))
            if page and len(text.split()) > 1 and _looks(text, vocabulary) is None:
                edges[_DIGITS.sub("0", text)][page] = row.line
    return frozenset(line for alike in edges.values() if len(alike) > 1 for line in alike.values())


def _by_lines(rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[Row]:
    """Rows, but a cell that holds several lines with labels as a row for each of its lines."""
    for row in rows:
        filled = [at for at, text in enumerate(row.cells) if text]
        lines = row.cells[filled[0]].split("\n") if len(filled) == 1 and "\n" in row.cells[filled[0]] else []
        if sum(1 for line in lines if _looks(line, vocabulary) in {"label", "pair"}) > 1:
            yield from (replace(row, cells=(*[""] * filled[0], line.strip())) for line in lines if line.strip())
        else:
            yield row


def _pairs(rows: Sequence[Row], vocabulary: Vocabulary, *, kind: str, apart: Container[int]) -> list[Pair]:
    """Pairs in reading order; what stands below a label, up to the next one, may belong to its value.

    `apart`: the lines behind a gap.
    """
    lines = _lines(rows, vocabulary, kind=kind, apart=apart)
    width = find_width(list(_broken(lines)), is_print=kind == "pdf")
    found: list[Draft] = []
    opened: Open | None = None
    columns: list[Open | None] = []
    for row, line in zip(rows, lines, strict=True):
        filled = [(at, text) for at, text in enumerate(row.cells, 1) if text]
        if len(filled) > 1 and _PAPER.fullmatch(" ".join(text for _, text in filled)):
            continue
        if columns:
            found += [
                one for at, text in filled if _at(columns, at) for one in _under(columns[at - 1], row.line, at, text)
            ]
            columns, opened = [], None
            continue
        if opened and len(filled) == 2 and MARK.fullmatch(filled[0][1]):  # noqa: PLR2004 - the mark and its item
            found += _under(opened, row.line, *filled[1])
            found[-1].further.append((row.line, filled[0][0]))
            opened = _with_value(opened, f"- {filled[1][1]}", is_item=True)
            continue
        if opened and line and (how := how_it_follows(opened, line, width)):
            opened = _taken(found, opened, (row.line, filled[0][0]), line, how)
            continue
        columns, alone = _labels_in(row, vocabulary), _label_alone(row.line, filled, vocabulary)
        beside = [] if columns or alone else list(_beside(row.line, filled, vocabulary))
        found += beside
        if alone or beside:
            opened = alone or _opened(beside[-1])
        elif line:
            opened = _behind(opened, line, (row.line, filled[0][0])) if found else None
        elif opened:
            opened = _below(found, opened, row)
    return [draft.pair() for draft in found]


def _taken(found: list[Draft], opened: Open, place: tuple[int, int], line: Line, how: How) -> Open:
    """Take a line into the value of the label above it."""
    if how == "line":
        found[-1].add(place, line.text, is_paragraph=False)
        return replace(opened, whole=line.text, last=line.text)
    if how == "paragraph":
        found[-1].add(place, line.text, is_paragraph=True)
    else:
        found += _under(opened, *place, line.text)
    return replace(_with_value(opened, line.text, is_item=how == "item"), is_named=line.looks == "named")


def _behind(opened: Open | None, line: Line, place: tuple[int, int]) -> Open | None:
    """The label that is open behind a line that is none of its values.

    It is the same at the foot of a page, and a heading behind a gap is one; below next titles without marks it may be
    one of them.
    """
    if is_foot(line.text):
        return opened
    may = line.looks is None and not (opened and opened.kind in PATHS and not opened.is_marked)
    is_heading = may and is_heading_of_more(line)
    return Open(kind=None, text=line.text, place=place, is_section=True) if is_heading else None


def _below(found: list[Draft], opened: Open, row: Row) -> Open | None:
    """Take the values in a row of several cells without a label; the label, if it may have more of them."""
    taken = None
    for at, text in enumerate(row.cells, 1):
        one = Line(text=text, is_alone=False)
        how = how_it_follows(taken or opened, one, None) if text else None
        if how:
            taken = _taken(found, taken or opened, (row.line, at), one, how)
    return taken


def _with_value(opened: Open, text: str, *, is_item: bool) -> Open:
    said = BULLET.sub("", text)
    first = said if is_item or not opened.has_value else opened.first
    is_marked = bool(BULLET.match(text))
    return replace(opened, has_value=True, first=first, whole=text, last=said, is_marked=is_marked)


def _behind_gaps(rows: Sequence[Row], *, kind: str) -> frozenset[int]:
    """The lines behind a gap; where each line stands apart from the next, it says nothing.

    In print, where it was measured, a text outside tables leaves one number free behind it, and the end of a part more.
    """
    step = 2 if kind == "pdf" else 1
    found = [below.line for above, below in pairwise(rows) if below.line > above.line + step]
    return frozenset(found if kind == "pdf" or len(found) < len(rows) - 1 else ())


def _lines(rows: Sequence[Row], vocabulary: Vocabulary, *, kind: str, apart: Container[int]) -> list[Line | None]:
    """For each row the text that stands alone in it; None for a row of several cells."""
    alone = [next(filter(None, row.cells)) if sum(map(bool, row.cells)) == 1 else None for row in rows]
    looks = [_looks(text, vocabulary) if text else None for text in alone]
    lines: list[Line | None] = []
    for at, (row, text) in enumerate(zip(rows, alone, strict=True)):
        above, below = rows[at - 1] if at else None, rows[at + 1] if at + 1 < len(rows) else None
        line = Line(
            text=text or "",
            looks=looks[at],
            is_adjacent=above is not None and (row.line not in apart or row.line == above.line),
            leads=below is not None and alone[at + 1] is not None and looks[at + 1] is None,
            is_foot=kind == "pdf" and (below is None or below.page != row.page),
            is_whole=kind not in _BREAKING,
        )
        lines.append(line if text else None)
    return lines


def _looks(text: str, vocabulary: Vocabulary) -> str | None:
    if _labelled(text, vocabulary):
        return "pair"
    if label_kind(text.rstrip(" :"), vocabulary=vocabulary):
        return "label"
    if _is_section(text):
        return "section"
    named = _LABELLED.fullmatch(text)
    return "named" if named and named[2] and len(named[1].split()) <= _LONGEST_LABEL else None


def _is_section(text: str) -> bool:
    """Whether a text is a label that is not known, with its values below it."""
    is_short = bool(_SECTION.fullmatch(text)) and len(text.split()) <= _LONGEST_LABEL
    return is_short and not _INTRODUCES.search(text)


def _broken(lines: Iterable[Line | None]) -> Iterator[Broken]:
    """The lines below which one surely goes on; what has the mark of a list is left out, since it may be indented."""
    above = first = ""
    whole = ""
    for line in lines:
        if line is None or line.looks in {"label", "section"} or BULLET.match(line.text):
            above = ""
            continue
        if line.looks or not (above and line.is_adjacent):
            first = ""
        elif surely_goes_on(above, line.text, first=first):
            yield Broken(whole=whole, value=above, below=line.text)
        whole = line.text
        labelled = _LABELLED.fullmatch(line.text) if line.looks else None
        above = labelled[2] if labelled else line.text
        first = first or above


def _labels_in(row: Row, vocabulary: Vocabulary) -> list[Open | None]:
    """A row of labels only, whose values stand below each of them; empty where it is none."""
    kinds = [label_kind(text.rstrip(" :"), vocabulary=vocabulary) if text else None for text in row.cells]
    filled = [text for text in row.cells if text]
    if len(filled) < 2 or sum(1 for kind in kinds if kind) < len(filled):  # noqa: PLR2004 - one label is no row of them
        return []
    named = enumerate(zip(kinds, row.cells, strict=True), 1)
    return [
        Open(kind=kind, text=text.rstrip(" :"), place=(row.line, at)) if text else None for at, (kind, text) in named
    ]


def _at(columns: Sequence[Open | None], at: int) -> bool:
    return at <= len(columns) and columns[at - 1] is not None


def _opened(draft: Draft) -> Open:
    """The label of a pair, with the value beside it as what has come so far."""
    pair = draft.start
    said = BULLET.sub("", pair.value)
    return Open(
        kind=pair.kind,
        text=pair.label,
        place=pair.places[0],
        has_value=True,
        first=said,
        whole=pair.cell,
        last=said,
        is_marked=bool(BULLET.match(pair.value)),
    )


def _under(label: Open | None, line: int, cell: int, text: str) -> list[Draft]:
    known = label or Open(kind=None, text="", place=(line, cell))
    return _pairs_of(known.kind, known.text, text, (known.place, (line, cell)), text)


def _label_alone(line: int, filled: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> Open | None:
    if len(filled) != 1 or _labelled(filled[0][1], vocabulary):
        return None
    cell, text = filled[0]
    kind = label_kind(text.rstrip(" :"), vocabulary=vocabulary)
    is_section = kind is None and _is_section(text)
    opened = Open(kind=kind, text=text.rstrip(" :"), place=(line, cell), is_section=is_section)
    return opened if kind or is_section else None


def _labelled(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """A known label with its value behind a colon, or in the line below it."""
    for pattern in (_LABELLED, _ABOVE):
        found = pattern.fullmatch(text)
        if found and found[2] and label_kind(found[1], vocabulary=vocabulary):
            return found
    return None


def _beside(line: int, filled: Sequence[tuple[int, str]], vocabulary: Vocabulary) -> Iterator[Draft]:
    """Labels with the values beside them, or behind a colon in the same cell."""
    at = 0
    while at < len(filled):
        cell, text = filled[at]
        inside = _labelled(text, vocabulary)
        behind = filled[at + 1] if at + 1 < len(filled) and not inside else None
        kind = label_kind(text.rstrip(" :"), vocabulary=vocabulary)
        is_pair = kind or (len(filled) == 2 and at == 0 and len(text.split()) <= _LONGEST_LABEL)  # noqa: PLR2004 - a pair
        if behind and is_pair and not _begins_pair(behind[1], vocabulary):
            at += 1
            yield from _pairs_of(kind, text.rstrip(" :"), behind[1], ((line, cell), (line, behind[0])), behind[1])
        elif named := inside or (None if kind else _LABELLED.fullmatch(text)):
            known = label_kind(named[1], vocabulary=vocabulary)
            if named[2]:
                yield from _pairs_of(known, named[1], named[2], ((line, cell), (line, cell)), text)
        at += 1


def _begins_pair(text: str, vocabulary: Vocabulary) -> bool:
    """Whether a cell is no value but the next label: then the label before it has none."""
    labelled = _LABELLED.fullmatch(text)
    name = labelled[1] if labelled and labelled[2] else text.rstrip(" :")
    return label_kind(name, vocabulary=vocabulary) is not None


def _pairs_of(
    kind: str | None, label: str, value: str, places: tuple[tuple[int, int], tuple[int, int]], cell: str
) -> list[Draft]:
    """A pair, or one for each item of a list of next titles."""
    items = items_of(value) if kind in PATHS else (value,)
    said = [BULLET.sub("", one) for one in items] if kind in LISTS else items
    pairs = [Pair(kind=kind, label=label, value=one, places=places, cell=cell) for one in said]
    return [Draft(pair, [[pair.value]], [[cell]]) for pair in pairs]


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
    marks = _running(document.rows, VOCABULARY)
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
    lost = [place for place in outside if used and min(used) < place < max(used) and _is_content(cells[place])]
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
