"""Whole rows to standards: the only place that knows what the rows of a job standard mean.

A document may hold several standards: a new one begins at another Job Title row. A header block that repeats is a
repeated header; one that changes without another Job Title row is a problem. Every raw cell gets a fate: used, blank,
repeated header or unplaced, and what is unplaced is named by a problem.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from careerpaths.asides import say_asides
from careerpaths.blocks import Page, header_blocks
from careerpaths.desk import Desk, Draft, Fact
from careerpaths.following import each_item
from careerpaths.mentions import one_line, short
from careerpaths.model import (
    NOTE,
    PROBLEM,
    REPEATED,
    UNPLACED,
    USED,
    Column,
    Document,
    Entry,
    Reading,
    Source,
    Standard,
    places_in,
)
from careerpaths.pagination import Label, LabelReader, WholeRow, label_reader, said, whole_rows
from careerpaths.titles import fold, is_placeholder
from careerpaths.vocabulary import HEADER_RANKS, VOCABULARY, Vocabulary


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
    desk = Desk(document.name, places_in(document), vocabulary, read_label or label_reader(vocabulary), document.sheet)
    paginated = whole_rows(document.rows, read_label=desk.read_label)
    pages = header_blocks(paginated.rows)
    for page, title_ahead in zip(pages, _titles_ahead(pages), strict=True):
        _place_page(desk, page, title_ahead=title_ahead)
    standards = tuple(standard for draft in desk.drafts if (standard := _standard(desk, draft)))
    _close_headers(desk)
    say_asides(desk, paginated)
    problems = sorted((*document.problems, *desk.problems), key=lambda problem: problem.line or 0)
    return Reading(
        document=document.name,
        kind=document.kind,
        standards=standards,
        problems=tuple(problems),
        fates=tuple(sorted(desk.fates)),
    )


def _titles_ahead(pages: Sequence[Page]) -> list[bool]:
    """For each page whether a Job Title row stands on it, or on the first page behind it that has a body."""
    found: list[bool] = []
    for page in reversed(pages):
        found.append(page.has_title if page.body else bool(found and found[-1]))
    return found[::-1]


def _place_page(desk: Desk, page: Page, *, title_ahead: bool) -> None:
    stated = [fact for row in page.header for fact in _facts(desk, row)]
    fate = _place_header(desk, _first_facts(desk, stated), title_ahead=title_ahead)
    desk.mark_header(stated, fate)
    for row in page.body:
        _place_row(desk, row)


def _first_facts(desk: Desk, stated: Sequence[Fact]) -> dict[str, Fact]:
    """Where a page says one thing twice, the first counts."""
    facts: dict[str, Fact] = {}
    for fact in stated:
        known = facts.get(fact.kind)
        if known is None or not any(known.texts):
            facts[fact.kind] = fact
        elif any(fact.texts) and fact.said != known.said:
            message = f'says "{fact.shown}", and said something else before: only the first counts'
            desk.say(message, fact.row.line, row=fact.label)
    return facts


def _place_header(desk: Desk, facts: dict[str, Fact], *, title_ahead: bool) -> str:
    """Take a header block for another standard, or as one that repeats; its fate."""
    if not desk.drafts:
        desk.drafts.append(Draft(header=facts))
        return USED
    draft = desk.drafts[-1]
    if _same(draft.header, facts.values()):
        return REPEATED
    if not draft.body and _same(facts, draft.header.values()):
        # The header was cut by a page foot: the page after it says the whole of it.
        desk.mark_header(draft.header.values(), REPEATED)
        draft.header = facts
        return USED
    if title_ahead:
        desk.drafts.append(Draft(header=_inherited(draft.header, facts)))
        return USED
    if _same(draft.header, (fact for kind, fact in facts.items() if kind in draft.header)):
        # A later page says more than the first and contradicts nothing: what it says anew is held, the rest repeats.
        draft.header = {**facts, **draft.header}
        return REPEATED
    _say_header_changed(desk, draft.header, facts)
    return UNPLACED


def _same(known: Mapping[str, Fact], facts: Iterable[Fact]) -> bool:
    return all(fact.kind in known and known[fact.kind].said == fact.said for fact in facts)


def _inherited(old: Mapping[str, Fact], new: Mapping[str, Fact]) -> dict[str, Fact]:
    """A header that begins at the category leaves the family and function above it in force."""
    rank = min(HEADER_RANKS[kind] for kind in new)
    return {**{kind: fact for kind, fact in old.items() if HEADER_RANKS[kind] < rank}, **new}


def _facts(desk: Desk, row: WholeRow) -> Iterator[Fact]:
    """The statements of a header row: levels, one for each column; else pairs of label and value."""
    texts = row.texts()
    kind = str(row.label.kind)
    if kind == "level":
        yield Fact(kind, row.label.text, texts, row, 0, row.said())
        return
    index = _first_value(desk, texts)
    yield _fact(row.label, row, index)
    index += 1
    while index < len(texts):
        label = desk.read_label(texts[index]) if texts[index] else None
        if label is not None and label.kind in HEADER_RANKS and label.kind != "level":
            yield _fact(label, row, index + 1)
            index += 1
        elif texts[index] and not _is_copy(texts, index):
            desk.say(_beyond(texts[index], "the value of this header row"), row.line, row=row.label.text)
        index += 1


def _first_value(desk: Desk, texts: Sequence[str]) -> int:
    """Where the value of a label stands: a label over several columns leaves blank cells before it."""
    first = next((at for at, text in enumerate(texts) if text), 0)
    return 0 if first and desk.read_label(texts[first]).kind in HEADER_RANKS else first


def _is_copy(texts: Sequence[str], index: int) -> bool:
    """Whether a cell says what the one before it says: a reader gives a cell that spans columns in each of them."""
    return 0 < index < len(texts) and bool(texts[index]) and texts[index] == texts[index - 1]


def _fact(label: Label, row: WholeRow, index: int) -> Fact:
    texts = row.texts()[index : index + 1]
    return Fact(str(label.kind), label.text, texts, row, index, said(texts))


def _beyond(text: str, where: str) -> str:
    return f'"{short(text)}" stands behind {where}: not taken; move it to its own row or column'


def _say_header_changed(desk: Desk, known: Mapping[str, Fact], facts: Mapping[str, Fact]) -> None:
    for fact in facts.values():
        before = known.get(fact.kind)
        if before is None or before.said != fact.said:
            was = "not stated before" if before is None else f'was "{before.shown}"'
            desk.say(
                f'the header changes to "{fact.shown}" ({was}) without another Job Title row; '
                "the first header was kept: correct this page, or add the Job Title row",
                fact.row.line,
                row=fact.label,
            )


def _place_row(desk: Desk, row: WholeRow) -> None:
    draft = desk.drafts[-1]
    if row.label.kind != "title":
        draft.body.append(row)
    elif draft.title is None:
        draft.title = row
        draft.body.append(row)
    elif draft.title.said() == row.said():
        desk.mark(row, REPEATED)
    else:
        desk.drafts.append(Draft(header=draft.header, title=row, body=[row]))


def _standard(desk: Desk, draft: Draft) -> Standard | None:
    if draft.title is None:
        _say_no_title(desk, draft)
        return None
    levels = draft.header.get("level")
    names = levels.texts if levels else ()
    if not any(names):
        message = "no Job Level row above it: the levels are not stated; add one"
        desk.say(message, draft.title.line, row=draft.title.label.text)
    header = list(_header_entries(desk, draft))
    rows = _distinct_rows(desk, draft.body)
    header += [_shared_entry(desk, row) for row in rows if _is_shared(levels, draft.title, row)]
    rows = [row for row in rows if not _is_shared(levels, draft.title, row)]
    columns = tuple(_columns(desk, draft, levels, rows))
    if not any(text for row in rows for text in row.texts()):
        message = "no title in this row, and nothing below it: no role; write the title of each level"
        desk.say(message, draft.title.line, row=draft.title.label.text)
    return Standard(
        document=desk.document,
        header=tuple(header),
        columns=columns,
        states_moves=any(row.label.kind == "career_path" for row in rows),
        unused_levels=tuple(_unused_levels(desk, levels, columns)),
    )


def _columns(desk: Desk, draft: Draft, levels: Fact | None, rows: Sequence[WholeRow]) -> Iterator[Column]:
    """The levels of a standard, made of their filled cells, so that wide headers above many short rows cost little."""
    names = levels.texts if levels else ()
    width = max(len(names), draft.title.width if draft.title else 0)
    filled: defaultdict[int, list[Entry]] = defaultdict(list)
    for row in rows:
        for index, entry in _row_entries(desk, row, names, width):
            filled[index].append(entry)
    for index, entries in sorted(filled.items()):
        column = _column(desk, draft, levels, index, entries)
        if column is not None:
            yield column


def _unused_levels(desk: Desk, levels: Fact | None, columns: Sequence[Column]) -> Iterator[Entry]:
    """The levels for which there is no job, told with the first of the standards that share them."""
    if levels is None or levels.row.line in desk.told_levels:
        return
    desk.told_levels.add(levels.row.line)
    taken = {column.level.places for column in columns if column.level}
    for index in range(len(levels.texts)):
        if (entry := _level(desk, levels, index)) and entry.places not in taken:
            yield entry


def _is_shared(levels: Fact | None, title: WholeRow, row: WholeRow) -> bool:
    """Whether a row with an unknown label stands above levels and titles and says one thing for all of them."""
    is_above = levels is not None and row.line < min(levels.row.line, title.line)
    return is_above and row.label.kind is None and row.width == 1


def _shared_entry(desk: Desk, row: WholeRow) -> Entry:
    _say_unknown_label(desk, row.label, row.line)
    desk.mark(row, USED)
    return _entry(desk, row, 0, row.label, column=None)


def _say_no_title(desk: Desk, draft: Draft) -> None:
    desk.mark_header(draft.header.values(), UNPLACED)
    for row in draft.body:
        desk.mark(row, UNPLACED)
    first = next(iter([*(fact.row for fact in draft.header.values()), *draft.body]))
    desk.say("no Job Title row: nothing below was read; add one with the title of each level", first.line)


def _header_entries(desk: Desk, draft: Draft) -> Iterator[Entry]:
    for fact in draft.header.values():
        if fact.kind != "level" and fact.texts and fact.texts[0]:
            label = Label(fact.label, fact.kind, fact.kind)
            yield _entry(desk, fact.row, fact.first, label, column=None)


def _close_headers(desk: Desk) -> None:
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
        desk.mark_label(row, USED if used else rest)
        for index in range(len(row.pieces)):
            copied = REPEATED if used and _is_copy(row.texts(), index) else rest
            desk.mark_cells(row, (index,), USED if index in used else copied)


def _distinct_rows(desk: Desk, rows: Sequence[WholeRow]) -> list[WholeRow]:
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
            said = " | ".join(short(text) for text in row.texts() if text)
            _say_again(desk, row, before, f'only the first was taken, and not "{said}"', PROBLEM)
    return list(kept.values())


def _say_again(desk: Desk, row: WholeRow, before: WholeRow, taken: str, severity: str) -> None:
    message = f"this label stands already in line {before.line}, with another text: {taken}; let each label stand once"
    desk.say(message, row.line, row=row.label.text, severity=severity)


def _row_entries(desk: Desk, row: WholeRow, names: Sequence[str], width: int) -> Iterator[tuple[int, Entry]]:
    """The filled cells of a row with their columns; what stands beyond the last column is a problem."""
    desk.mark_label(row, USED)
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
    for index, text in enumerate(texts[:width]):
        if text:
            entry = _entry(desk, row, index, row.label, column=_level_name(names, index))
            yield from ((index, one) for one in each_item(entry, text))


def _level_name(names: Sequence[str], index: int) -> str:
    return one_line(names[index]) if index < len(names) and names[index] else f"column {index + 1}"


def _say_unknown_label(desk: Desk, label: Label, line: int) -> None:
    # Only a label that nobody knows needs the library for suggestions, which takes its time to load.
    from careerpaths.nearness import nearest  # noqa: PLC0415

    near = nearest(fold(label.text), tuple(sorted(desk.vocabulary.labels)))
    hint = f'; did you mean "{near[0]}"?' if near else ""
    desk.say(
        f'unknown row label "{short(label.text)}": kept as an attribute of its own{hint}',
        line,
        row=label.text,
        severity=PROBLEM if near else NOTE,
    )


def _entry(desk: Desk, row: WholeRow, index: int, label: Label, *, column: str | None) -> Entry:
    text = str(row.texts()[index])
    source = Source(
        document=desk.document,
        row=label.text,
        column=column,
        text=text,
        line=row.line,
        page=row.page or None,
        sheet=desk.sheet,
    )
    places = tuple([(line, cell) for _, line, cell in row.pieces[index]])
    return Entry(kind=label.kind, label=label.text, text=text, source=source, places=places)


def _column(
    desk: Desk,
    draft: Draft,
    levels: Fact | None,
    index: int,
    filled: Sequence[Entry],
) -> Column | None:
    """One level, or None where it has no title: then what stands in the column is a problem."""
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
    return Column(level=level, title=titles[0], entries=tuple(filled))


def _level(desk: Desk, levels: Fact | None, index: int) -> Entry | None:
    if levels is None or index >= len(levels.texts) or not levels.texts[index]:
        return None
    return _entry(desk, levels.row, index, levels.row.label, column=one_line(levels.texts[index]))


def _say_untitled(desk: Desk, draft: Draft, filled: Sequence[Entry]) -> None:
    desk.fates.extend((line, cell, UNPLACED) for entry in filled for line, cell in entry.places)
    says = [entry for entry in filled if not is_placeholder(entry.text, vocabulary=desk.vocabulary)]
    if filled and draft.title is not None:
        first = (says or filled)[0]
        message = (
            f"no job title in this column, though {len(says)} of its cells say something (the first: {first.label}, "
            f'"{short(first.text)}"): not taken; add the title, or see whether the row is shifted'
            if says
            else "a level that is not used (placeholders only): no role"
        )
        severity = PROBLEM if says else NOTE
        column = first.source.column or ""
        desk.say(message, draft.title.line, row=draft.title.label.text, column=column, severity=severity)
