"""Whole rows to standards: the only place that knows what the rows of a job standard mean.

A document may hold several standards: a new one begins at another Job Title row. A header block that repeats is a
repeated header; one that changes without another Job Title row is a problem. Every raw cell gets a fate: used, blank,
repeated header or unplaced, and what is unplaced is named by a problem.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from careerpaths.model import NOTE, PROBLEM, Column, Document, Entry, Problem, Reading, Row, Source, Standard
from careerpaths.pagination import Label, LabelReader, WholeRow, folded, label_reader, whole_rows
from careerpaths.titles import fold, is_placeholder
from careerpaths.vocabulary import HEADER_RANKS, VOCABULARY, Vocabulary

USED, BLANK, REPEATED, UNPLACED = "used", "blank", "repeated_header", "unplaced"
_SHOWN = 60
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"[-\s]*(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?[-\s]*", re.IGNORECASE)
Places = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Fact:
    """A statement of the header: one text, or one for each level."""

    kind: str
    label: str
    texts: tuple[str, ...]
    row: WholeRow
    first: int


@dataclass(frozen=True, slots=True)
class _Page:
    header: list[WholeRow] = field(default_factory=list)
    body: list[WholeRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class _Draft:
    """A standard while its pages come in."""

    header: dict[str, _Fact] = field(default_factory=dict)
    title: WholeRow | None = None
    body: list[WholeRow] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class _Desk:
    """What has been found out about one document so far."""

    document: str
    vocabulary: Vocabulary
    read_label: LabelReader
    problems: list[Problem] = field(default_factory=list)
    fates: list[tuple[int, int, str]] = field(default_factory=list)
    drafts: list[_Draft] = field(default_factory=list)
    headers: dict[int, tuple[WholeRow, Sequence[_Fact], str]] = field(default_factory=dict)
    """Header rows by line, with their statements and their fate: a later page may change it."""

    def say(self, message: str, line: int, *, row: str = "", column: str = "", severity: str = PROBLEM) -> None:
        place = f"line {line}" + (f', row "{row}"' if row else "") + (f', column "{column}"' if column else "")
        self.problems.append(
            Problem(severity=severity, document=self.document, place=place, message=message, line=line),
        )

    def mark(self, row: WholeRow, fate: str) -> None:
        """The same fate for the label and every filled cell of a row."""
        self.fates.append((row.line, 1, fate))
        self.mark_cells(row, range(len(row.pieces)), fate)
        self.mark_blanks(row)

    def mark_header(self, facts: Iterable[_Fact], fate: str) -> None:
        """Remember what becomes of the rows of a header block."""
        rows: dict[int, list[_Fact]] = {}
        for fact in facts:
            rows.setdefault(fact.row.line, []).append(fact)
        for line, stated in rows.items():
            self.headers[line] = (stated[0].row, stated, fate)

    def mark_blanks(self, row: WholeRow) -> None:
        self.fates.extend((line, cell, BLANK) for line, cell in row.blanks)

    def mark_cells(self, row: WholeRow, cells: Iterable[int], fate: str) -> None:
        self.fates.extend((line, cell, fate) for index in cells for _, line, cell in row.pieces[index])


def read_grid(
    document: Document,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    read_label: LabelReader | None = None,
) -> Reading:
    """The standards of a document, with what became of each of its cells.

    Args:
        document: rows as a reader found them.
        vocabulary: the words for labels and placeholders.
        read_label: reads row labels; give one for many documents, since it remembers labels.
    """
    desk = _Desk(document.name, vocabulary, read_label or label_reader(vocabulary))
    paginated = whole_rows(document.rows, read_label=desk.read_label)
    pages = _pages(paginated.rows)
    for index, page in enumerate(pages):
        _place_page(desk, pages, index, page)
    standards = tuple(standard for draft in desk.drafts if (standard := _standard(desk, draft)))
    _close_headers(desk)
    outside = (*paginated.loose, *paginated.orphans)
    for row in outside:
        desk.fates.extend((row.line, n, UNPLACED if cell else BLANK) for n, cell in enumerate(row.cells, 1))
    if standards or paginated.rows:
        _say_loose(desk, paginated.loose, paginated.orphans)
    else:
        _say_nothing_found(desk, outside)
    problems = sorted((*document.problems, *desk.problems), key=lambda problem: problem.line or 0)
    return Reading(
        document=document.name,
        kind=document.kind,
        standards=standards,
        problems=tuple(problems),
        fates=tuple(sorted(desk.fates)),
    )


def _pages(rows: Sequence[WholeRow]) -> list[_Page]:
    """Rows as header blocks with what stands under them; a label that comes again begins another block.

    A row with an unknown label between two header rows does not end their block.
    """
    pages = [_Page()]
    seen: set[str] = set()
    for row in rows:
        if not row.is_header:
            pages[-1].body.append(row)
            continue
        if any(other.label.kind for other in pages[-1].body) or row.label.key in seen:
            pages.append(_Page())
            seen = set()
        seen.add(row.label.key)
        pages[-1].header.append(row)
    return [page for page in pages if page.header or page.body]


def _place_page(desk: _Desk, pages: Sequence[_Page], index: int, page: _Page) -> None:
    stated = [fact for row in page.header for fact in _facts(desk, row)]
    # Where a page says one thing twice, the first counts.
    facts: dict[str, _Fact] = {}
    for fact in stated:
        known = facts.get(fact.kind)
        if known is None or not any(known.texts):
            facts[fact.kind] = fact
        elif any(fact.texts) and folded(fact.texts) != folded(known.texts):
            said = _short(" | ".join(fact.texts))
            desk.say(
                f'says "{said}", and said something else before: only the first counts', fact.row.line, row=fact.label
            )
    draft = desk.drafts[-1] if desk.drafts else None
    fate = USED
    if draft is None:
        desk.drafts.append(_Draft(header=facts))
    elif not draft.body and _same(facts, draft.header.values()):
        # The header was cut by a page foot: the page after it says the whole of it.
        desk.mark_header(draft.header.values(), REPEATED)
        draft.header = facts
    elif _same(draft.header, facts.values()):
        fate = REPEATED
    elif _title_ahead(pages, index):
        desk.drafts.append(_Draft(header=_inherited(draft.header, facts)))
    elif _same(draft.header, (fact for kind, fact in facts.items() if kind in draft.header)):
        # A later page says more than the first and contradicts nothing: what it says anew is held, the rest repeats.
        fate = REPEATED
        draft.header = {**facts, **draft.header}
    else:
        fate = UNPLACED
        _say_header_changed(desk, draft.header, facts)
    desk.mark_header(stated, fate)
    for row in page.body:
        _place_row(desk, row)


def _same(known: Mapping[str, _Fact], facts: Iterable[_Fact]) -> bool:
    return all(fact.kind in known and folded(known[fact.kind].texts) == folded(fact.texts) for fact in facts)


def _title_ahead(pages: Sequence[_Page], index: int) -> bool:
    """Whether a Job Title row stands on this page, or on the first page behind it that has a body."""
    for page in pages[index:]:
        if page.body:
            return any(row.label.kind == "title" for row in page.body)
    return False


def _inherited(old: Mapping[str, _Fact], new: Mapping[str, _Fact]) -> dict[str, _Fact]:
    """A header that begins at the category leaves the family and function above it in force."""
    rank = min(HEADER_RANKS[kind] for kind in new)
    return {**{kind: fact for kind, fact in old.items() if HEADER_RANKS[kind] < rank}, **new}


def _facts(desk: _Desk, row: WholeRow) -> Iterator[_Fact]:
    """The statements of a header row: levels, one for each column; else pairs of label and value."""
    texts = row.texts()
    kind = str(row.label.kind)
    if kind == "level":
        yield _Fact(kind, row.label.text, texts, row, 0)
        return
    yield _Fact(kind, row.label.text, texts[:1], row, 0)
    index = 1
    while index < len(texts):
        label = desk.read_label(texts[index]) if texts[index] else None
        if label is not None and label.kind in HEADER_RANKS and label.kind != "level":
            yield _Fact(str(label.kind), label.text, texts[index + 1 : index + 2], row, index + 1)
            index += 1
        elif texts[index]:
            desk.say(_beyond(texts[index], "the value of this header row"), row.line, row=row.label.text)
        index += 1


def _beyond(text: str, where: str) -> str:
    return f'"{_short(text)}" stands behind {where}: not taken; move it to its own row or column'


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 3].rstrip() + "..."


def _say_header_changed(desk: _Desk, known: Mapping[str, _Fact], facts: Mapping[str, _Fact]) -> None:
    for fact in facts.values():
        before = known.get(fact.kind)
        if before is None or folded(before.texts) != folded(fact.texts):
            was = "not stated before" if before is None else f'was "{_short(" | ".join(before.texts))}"'
            desk.say(
                f'the header changes to "{_short(" | ".join(fact.texts))}" ({was}) without another Job Title row; '
                "the first header was kept: correct this page, or add the Job Title row",
                fact.row.line,
                row=fact.label,
            )


def _place_row(desk: _Desk, row: WholeRow) -> None:
    draft = desk.drafts[-1]
    if row.label.kind != "title":
        draft.body.append(row)
    elif draft.title is None:
        draft.title = row
        draft.body.append(row)
    elif folded(draft.title.texts()) == folded(row.texts()):
        desk.mark(row, REPEATED)
    else:
        desk.drafts.append(_Draft(header=draft.header, title=row, body=[row]))


def _standard(desk: _Desk, draft: _Draft) -> Standard | None:
    if draft.title is None:
        _say_no_title(desk, draft)
        return None
    levels = draft.header.get("level")
    names = levels.texts if levels else ()
    if not any(names):
        desk.say(
            "no Job Level row above it: the levels are not stated; add one",
            draft.title.line,
            row=draft.title.label.text,
        )
    width = max(len(names), len(draft.title.texts()))
    header = tuple(_header_entries(desk, draft))
    rows = _distinct_rows(desk, draft.body)
    header += tuple(_shared_entries(desk, levels, rows))
    rows = [row for row in rows if not _is_shared(levels, row)]
    entries = [_row_entries(desk, row, names, width) for row in rows]
    columns = tuple(
        column for index in range(width) if (column := _column(desk, draft, levels, entries, index)) is not None
    )
    states_moves = any(row.label.kind == "career_path" for row in rows)
    taken = {column.level.places for column in columns if column.level}
    unused = tuple(
        entry for index in range(len(names)) if (entry := _level(desk, levels, index)) and entry.places not in taken
    )
    return Standard(
        document=desk.document, header=header, columns=columns, states_moves=states_moves, unused_levels=unused
    )


def _is_shared(levels: _Fact | None, row: WholeRow) -> bool:
    """Whether a row with an unknown label stands above the levels and says one thing for all of them."""
    return levels is not None and row.label.kind is None and row.line < levels.row.line and len(row.texts()) == 1


def _shared_entries(desk: _Desk, levels: _Fact | None, rows: Sequence[WholeRow]) -> Iterator[Entry]:
    for row in rows:
        if _is_shared(levels, row):
            _say_unknown_label(desk, row.label, row.line)
            desk.mark(row, USED)
            yield _entry(desk, row, 0, row.label, column=None)


def _say_no_title(desk: _Desk, draft: _Draft) -> None:
    desk.mark_header(draft.header.values(), UNPLACED)
    for row in draft.body:
        desk.mark(row, UNPLACED)
    rows = [*(fact.row for fact in draft.header.values()), *draft.body]
    if rows:
        desk.say("no Job Title row: nothing below was read; add one with the title of each level", rows[0].line)


def _say_nothing_found(desk: _Desk, outside: Sequence[Row]) -> None:
    """One problem for a document in which no row is one of a standard, however long it is."""
    first = next((cell for row in outside for cell in row.cells if cell), "")
    begins = f', it begins with "{_short(first)}"' if first else ""
    expected = "expected tab-separated rows such as Job Family, Job Level, Job Title, Career Path 1"
    message = f"no job standard found{begins}: {expected}"
    desk.problems.append(Problem(severity=PROBLEM, document=desk.document, place="whole document", message=message))


def _header_entries(desk: _Desk, draft: _Draft) -> Iterator[Entry]:
    for fact in draft.header.values():
        if fact.kind != "level" and fact.texts and fact.texts[0]:
            label = Label(fact.label, fact.kind, fact.kind)
            yield _entry(desk, fact.row, fact.first, label, column=None)


def _close_headers(desk: _Desk) -> None:
    """The fates of header cells: a value is used where a standard holds it; the rest has the fate of its block."""
    drafts = [draft for draft in desk.drafts if draft.title is not None]
    held = {(fact.row.line, fact.first) for draft in drafts for fact in draft.header.values()}
    for row, facts, fate in desk.headers.values():
        used = {fact.first for fact in facts if (row.line, fact.first) in held}
        if used and row.label.kind == "level":
            used = set(range(len(row.pieces)))
        elif used:
            # A label that stands in a row goes with its value, and is one where the value is blank.
            used |= {fact.first - 1 for fact in facts if fact.first}
        rest = UNPLACED if fate == USED else fate
        desk.fates.append((row.line, 1, USED if used else rest))
        desk.mark_blanks(row)
        for index in range(len(row.pieces)):
            desk.mark_cells(row, (index,), USED if index in used else rest)


def _distinct_rows(desk: _Desk, rows: Sequence[WholeRow]) -> list[WholeRow]:
    """Rows without those that say again what another of the same label says; a filled one wins over a blank one."""
    kept: dict[str, WholeRow] = {}
    for row in rows:
        key = row.label.key
        before = kept.get(key)
        if before is None or not before.texts():
            if before is not None:
                desk.mark(before, REPEATED)
            kept[key] = row
        elif not row.texts() or row.texts() == before.texts():
            desk.mark(row, REPEATED)
        elif row.label.kind == "career_path":
            # More next roles contradict nothing.
            kept[f"{key} {row.line}"] = row
            _say_again(desk, row, before, "both were taken", NOTE)
        else:
            desk.mark(row, UNPLACED)
            said = " | ".join(_short(text) for text in row.texts() if text)
            _say_again(desk, row, before, f'only the first was taken, and not "{said}"', PROBLEM)
    return list(kept.values())


def _say_again(desk: _Desk, row: WholeRow, before: WholeRow, taken: str, severity: str) -> None:
    message = f"this label stands already in line {before.line}, with another text: {taken}; let each label stand once"
    desk.say(message, row.line, row=row.label.text, severity=severity)


def _row_entries(desk: _Desk, row: WholeRow, names: Sequence[str], width: int) -> list[Entry | None]:
    """The entry of each column, None where the cell is blank; what stands beyond the last column is a problem."""
    desk.fates.append((row.line, 1, USED))
    desk.mark_blanks(row)
    if row.label.kind is None:
        _say_unknown_label(desk, row.label, row.line)
    texts = row.texts()
    for index in range(width, len(texts)):
        if texts[index]:
            desk.mark_cells(row, (index,), UNPLACED)
            desk.say(_beyond(texts[index], f"the last of {width} columns"), row.line, row=row.label.text)
    if texts and len(row.pieces) < width:
        cells = "one cell" if len(row.pieces) == 1 else f"{len(row.pieces)} cells"
        message = f"{cells} for {width} levels: the missing ones were read as blank; check the columns"
        desk.say(message, row.line, row=row.label.text, severity=NOTE)
    return [
        _entry(desk, row, index, row.label, column=_level_name(names, index))
        if index < len(texts) and texts[index]
        else None
        for index in range(width)
    ]


def _level_name(names: Sequence[str], index: int) -> str:
    return names[index] if index < len(names) and names[index] else f"column {index + 1}"


def _say_unknown_label(desk: _Desk, label: Label, line: int) -> None:
    # Only a label that nobody knows needs the library for suggestions, which takes its time to load.
    from careerpaths.nearness import nearest  # noqa: PLC0415

    near = nearest(fold(label.text), tuple(sorted(desk.vocabulary.labels)))
    hint = f'; did you mean "{near[0]}"?' if near else ""
    desk.say(
        f'unknown row label "{_short(label.text)}": kept as an attribute of its own{hint}',
        line,
        row=_short(label.text),
        severity=PROBLEM if near else NOTE,
    )


def _entry(desk: _Desk, row: WholeRow, index: int, label: Label, *, column: str | None) -> Entry:
    text = row.texts()[index]
    source = Source(
        document=desk.document,
        row=label.text,
        column=column,
        text=text,
        line=row.line,
        page=row.page or None,
    )
    places = tuple([(line, cell) for _, line, cell in row.pieces[index]])
    return Entry(kind=label.kind, label=label.text, text=text, source=source, places=places)


def _column(
    desk: _Desk,
    draft: _Draft,
    levels: _Fact | None,
    entries: Sequence[Sequence[Entry | None]],
    index: int,
) -> Column | None:
    """One level, or None where it has no title: then what stands in the column is a problem."""
    filled = tuple([entry for row in entries if (entry := row[index]) is not None])
    titles = [entry for entry in filled if entry.kind == "title"]
    says = [entry for entry in filled if not is_placeholder(entry.text, vocabulary=desk.vocabulary)]
    has_code = any(entry.kind == "job_code" for entry in says)
    if not titles or (titles[0] not in says and not has_code):
        _say_untitled(desk, draft, filled)
        return None
    desk.fates.extend((line, cell, USED) for entry in filled for line, cell in entry.places)
    level = _level(desk, levels, index)
    if level is None and levels is not None and any(levels.texts):
        message = "no level stands above this title: its level is not stated; complete the Job Level row"
        desk.say(message, titles[0].source.line or 0, row=titles[0].label, column=titles[0].source.column or "")
    return Column(level=level, title=titles[0], entries=filled)


def _level(desk: _Desk, levels: _Fact | None, index: int) -> Entry | None:
    if levels is None or index >= len(levels.texts) or not levels.texts[index]:
        return None
    return _entry(desk, levels.row, index, levels.row.label, column=levels.texts[index])


def _say_untitled(desk: _Desk, draft: _Draft, filled: Sequence[Entry]) -> None:
    desk.fates.extend((line, cell, UNPLACED) for entry in filled for line, cell in entry.places)
    says = [entry for entry in filled if not is_placeholder(entry.text, vocabulary=desk.vocabulary)]
    if filled and draft.title is not None:
        first = (says or filled)[0]
        message = (
            f"no job title in this column, though {len(says)} of its cells say something (the first: {first.label}, "
            f'"{_short(first.text)}"): not taken; add the title, or see whether the row is shifted'
            if says
            else "a level that is not used (placeholders only): no role"
        )
        severity = PROBLEM if says else NOTE
        column = first.source.column or ""
        desk.say(message, draft.title.line, row=draft.title.label.text, column=column, severity=severity)


def _say_loose(desk: _Desk, loose: Sequence[Row], orphans: Sequence[Row]) -> None:
    for row in orphans:
        text = next(cell for cell in row.cells if cell)
        desk.say(f'"{_short(text)}" continues a row, but none stands before it; add the label', row.line)
    seen = Counter(_DIGITS.sub("#", row.cells[0]) for row in loose)
    for row in loose:
        text = row.cells[0]
        # What comes on page after page, but for numbers, and page numbers themselves belong to the paper.
        of_page = seen[_DIGITS.sub("#", text)] > 1 or _PAGE_NUMBER.fullmatch(text)
        message = f'"{_short(text)}" is a text without cells: not taken as a row'
        hint = "" if of_page else "; if it belongs to a row, put it into a cell of that row"
        desk.say(f"{message}{hint}", row.line, severity=NOTE if of_page else PROBLEM)
