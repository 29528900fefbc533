"""A document about one job ("Job title: Analyst 2"): pairs of label and value, made rows of a standard with one level.

Label and value stand beside each other, in one cell with a colon between, or under each other; next titles stand in one
cell or in a list. The rows made here are read by `grid` like any standard; what they say keeps the place where it
stands.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from careerpaths.following import (
    BULLET,
    LISTS,
    MARK,
    PATHS,
    How,
    Line,
    Open,
    Stands,
    how_it_follows,
    is_foot,
    is_heading_of_more,
    items_of,
)
from careerpaths.forms import LONGEST_LABEL, Form, find_forms, label_kind
from careerpaths.headings import is_weak
from careerpaths.labelling import with_colons
from careerpaths.model import Document, Row
from careerpaths.pairs import Draft, Pair, with_codes
from careerpaths.vocabulary import VOCABULARY, Vocabulary
from careerpaths.wrapping import Broken, find_width, surely_goes_on

_LABELLED = re.compile(r"\s*([^\W\d_][^:\n]{0,39}?)\s*:(?!//)\s*(.*)", re.DOTALL)
# A label above its value in one cell.
_ABOVE = re.compile(r"\s*([^\W\d_][^:\n]{0,39}?)\s*:?\s*\n\s*(.*)", re.DOTALL)
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
_CODE = re.compile(r"\S*\d\S*")
"""What may be a code beside a next title, and is no title of its own."""
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
    sure = sum(1 for label in labels.values() if not is_weak(label))
    is_one = sure > 1 if len(labels) == _MANY_KINDS - 1 else len(labels) >= _MANY_KINDS and sure > 0
    return tuple(reversed(labels.values())) if is_one and "title" not in labels else ()


def _all_pairs(document: Document, vocabulary: Vocabulary) -> tuple[Pair, ...]:
    marks = running_lines(document.rows, vocabulary)
    plain = with_colons([row for row in document.rows if row.line not in marks], vocabulary=vocabulary)
    rows = tuple(_by_lines(plain, vocabulary))
    # In print running heads and feet leave numbers free that are no gap.
    apart = _behind_gaps(document.rows if document.kind == "pdf" else rows, kind=document.kind)
    return tuple(with_codes(list(_pairs(rows, vocabulary, kind=document.kind, apart=apart))))


def _speaks_of_a_job(pairs: Sequence[Pair]) -> bool:
    """Whether a label is one that nothing but a job has."""
    return any(pair.kind and not is_weak(pair.label) for pair in pairs)


def running_lines(rows: Sequence[Row], vocabulary: Vocabulary) -> frozenset[int]:
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
    forms = find_forms(rows, kind=kind, vocabulary=vocabulary)
    lines = _lines(rows, vocabulary, kind=kind, apart=apart, forms=forms)
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
        form = forms.get(row.line)
        columns = [] if form else _labels_in(row, vocabulary)
        alone = _label_alone(row, filled, line, form, vocabulary)
        beside = [] if columns or alone else list(_beside(row, filled, form, vocabulary))
        if beside and MARK.fullmatch(filled[0][1]) and filled[0][0] < beside[0].start.places[0][1]:
            beside[0].further.append((row.line, filled[0][0]))
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
    is_heading = line.is_headline or (may and is_heading_of_more(line))
    return Open(kind=None, text=line.text, place=place, is_section=True) if is_heading else None


def _below(found: list[Draft], opened: Open, row: Row) -> Open | None:
    """Take the values in a row of several cells without a label; the label, if it may have more of them."""
    first = next((at for at, text in enumerate(row.cells, 1) if text), 0)
    # Below a list of single texts a table of several columns is another part.
    is_more = opened.is_row or (opened.is_beside and first > opened.place[1])
    if opened.has_value and not is_more:
        return None
    taken = None
    for at, text in enumerate(row.cells, 1):
        one = Line(text=text, is_alone=False)
        how = how_it_follows(taken or opened, one, None) if text else None
        if how:
            taken = _taken(found, taken or opened, (row.line, at), one, how)
    return replace(taken, is_row=True) if taken else None


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


def _lines(
    rows: Sequence[Row], vocabulary: Vocabulary, *, kind: str, apart: Container[int], forms: Mapping[int, Form]
) -> list[Line | None]:
    """For each row the text that stands alone in it; None for a row of several cells."""
    alone = [next(filter(None, row.cells)) if sum(map(bool, row.cells)) == 1 else None for row in rows]
    are_values = [_is_value(row, forms.get(row.line)) for row in rows]
    looks = [
        _looks(text, vocabulary) if text and not is_value else None
        for text, is_value in zip(alone, are_values, strict=True)
    ]
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
            is_headline=row.is_heading,
            stands=_stands(row, forms.get(row.line)),
        )
        lines.append(line if text else None)
    return lines


def _is_value(row: Row, form: Form | None) -> bool:
    """Whether all that stands in a row stands among the values of a form."""
    first = next((at for at, text in enumerate(row.cells, 1) if text), 0)
    return form is not None and len(row.cells) > 1 and first not in form.labels


def _stands(row: Row, form: Form | None) -> Stands:
    if form is None:
        return "" if len(row.cells) > 1 else "outside"
    if form.is_blank_label(row):
        return "label" if form.is_bordered else "first"
    return "across" if form.is_across(row) else ""


def _looks(text: str, vocabulary: Vocabulary) -> str | None:
    if _labelled(text, vocabulary):
        return "pair"
    if label_kind(text.rstrip(" :"), vocabulary=vocabulary):
        return "label"
    if _is_section(text):
        return "section"
    named = _LABELLED.fullmatch(text)
    return "named" if named and named[2] and len(named[1].split()) <= LONGEST_LABEL else None


def _is_section(text: str) -> bool:
    """Whether a text is a label that is not known, with its values below it."""
    is_short = bool(_SECTION.fullmatch(text)) and len(text.split()) <= LONGEST_LABEL
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
        is_beside=pair.places[0] != pair.places[1],
    )


def _under(label: Open | None, line: int, cell: int, text: str) -> list[Draft]:
    known = label or Open(kind=None, text="", place=(line, cell))
    return _pairs_of(known.kind, known.text, text, (known.place, (line, cell)), text)


def _label_alone(
    row: Row, filled: Sequence[tuple[int, str]], line: Line | None, form: Form | None, vocabulary: Vocabulary
) -> Open | None:
    """The label that is all that stands in a row; in a form it is one whatever it says."""
    if line is None or _is_value(row, form) or _labelled(line.text, vocabulary):
        return None
    cell, text = filled[0]
    kind = label_kind(text.rstrip(" :"), vocabulary=vocabulary)
    is_blank = line.stands in {"label", "first"}
    is_section = kind is None and (_is_section(text) or is_blank or line.stands == "across")
    opened = Open(kind=kind, text=text.rstrip(" :"), place=(row.line, cell), is_section=is_section, is_beside=is_blank)
    return opened if kind or is_section else None


def _labelled(text: str, vocabulary: Vocabulary) -> re.Match[str] | None:
    """A known label with its value behind a colon, or in the line below it."""
    for pattern in (_LABELLED, _ABOVE):
        found = pattern.fullmatch(text)
        if found and found[2] and label_kind(found[1], vocabulary=vocabulary):
            return found
    return None


def _beside(row: Row, filled: Sequence[tuple[int, str]], form: Form | None, vocabulary: Vocabulary) -> Iterator[Draft]:
    """Labels with the values beside them, or behind a colon in the same cell."""
    if form and len(filled) > 1 and not any(_labelled(row.cells[at - 1], vocabulary) for at in form.labels_in(row)):
        yield from _in_form(row, form, vocabulary)
        return
    at = 0
    while at < len(filled):
        cell, text = filled[at]
        inside = _labelled(text, vocabulary)
        behind = filled[at + 1] if at + 1 < len(filled) and not inside else None
        kind = label_kind(text.rstrip(" :"), vocabulary=vocabulary)
        is_pair = kind or (len(filled) == 2 and at == 0 and len(text.split()) <= LONGEST_LABEL)  # noqa: PLR2004 - a pair
        if behind and is_pair and not _begins_pair(behind[1], vocabulary):
            at += 1
            yield from _pairs_of(
                kind, text.rstrip(" :"), behind[1], ((row.line, cell), (row.line, behind[0])), behind[1]
            )
        elif named := inside or (None if kind else _LABELLED.fullmatch(text)):
            known = label_kind(named[1], vocabulary=vocabulary)
            if named[2]:
                yield from _pairs_of(known, named[1], named[2], ((row.line, cell), (row.line, cell)), text)
        at += 1


def _in_form(row: Row, form: Form, vocabulary: Vocabulary) -> Iterator[Draft]:
    """The pairs in a row of a form: of next titles all that stand beside their label, of others the first."""
    for (label, name), values in form.pairs_in(row):
        kind = label_kind(name.rstrip(" :"), vocabulary=vocabulary)
        if not kind and len(name.split()) > LONGEST_LABEL:
            continue
        first, *more = values
        titles = [one for one in more if kind in PATHS and one[1] != first[1] and not _CODE.fullmatch(one[1])]
        for at, text in (first, *titles):
            drafts = _pairs_of(kind, name.rstrip(" :"), text, ((row.line, label), (row.line, at)), text)
            drafts[-1].further += [(row.line, other) for other, again in more if again == text and other != at]
            yield from drafts


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
