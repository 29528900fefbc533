"""One document to what was read out of it: what it is, its rows, and what they hold.

A table of attributes by level is a standard (`grid`); one whose rows are roles or moves is read as records;
pairs of label and value are a description of one job; anything else is no standard, and said once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from careerpaths import readers
from careerpaths.besides import as_one, side_by_side
from careerpaths.config import Named, Words, vocabulary_of
from careerpaths.dating import dating_of
from careerpaths.description import find_description, labels_without_title
from careerpaths.finding import is_excluded
from careerpaths.forms import is_form, label_kind
from careerpaths.grid import read_grid
from careerpaths.headings import LOOKED_AT, find_headings, heads_people, is_weak
from careerpaths.inline import apart, together
from careerpaths.mentions import short
from careerpaths.model import (
    BLANK,
    NOTE,
    PROBLEM,
    UNPLACED,
    Document,
    Entry,
    Problem,
    Reading,
    Row,
    Source,
    Standard,
    place_of_whole,
    places_in,
)
from careerpaths.pagination import LabelReader, label_reader
from careerpaths.readers.encoding import recoded
from careerpaths.records import read_records
from careerpaths.retelling import as_read, as_rows
from careerpaths.sniffing import is_packed, nature_of
from careerpaths.titles import fold
from careerpaths.vocabulary import HEADER_RANKS, Vocabulary
from careerpaths.wording import MAP

NOTHING, UNREAD = "nothing", "unread"
_MOST_SHAPES, _WIDEST = 300, 12
"""Rows and cells that are kept of a document that was not recognised."""
_MOST_LOOKED_AT = 1000
_NAMES_IT = 'write its title behind the label "Job Title"'
_MANY_LABELS = 4
"""How many words that other papers have as well make a standard together."""
_NAMED_AS_COLUMNS = ("title", "level", "job_code")
"""What tells levels side by side, in rows that may be called as a column would be."""
_OWN_COLUMNS = (
    frozenset({"id", "title", "job code", "personnel program", "defined"}),
    frozenset({"id", "title", "label", "text", "document", "row", "column", "line"}),
    frozenset({"from code", "to code", "to level", "kind", "sources"}),
    frozenset({"kind", "title", "job code", "level", "note", "id"}),
    frozenset({"group", "label"}),
    frozenset({"severity", "document", "place", "message"}),
    frozenset({"document", "repeated header", "unplaced", "first problem"}),
)
"""Headings that together stand only in tables that this program writes."""
_OWN_JSON = re.compile(r"""\{ "schema": 1,|\[ \{ "id": "|\{ "[^"]*": \{ "[^"]*": \d""")
"""How the JSON that it writes begins, lines joined."""


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """What decides how a document is read, as the configuration says it.

    Attributes:
        words: an employer's words.
        function_from: what names the job function of a document that does not state it.
        family_from: likewise for the job family.
        file_megabytes: the largest document that is read.
        encodings: pattern of names -> encoding of the documents that are no UTF-8.
        is_overlay: whether it was named as an overlay: then its tables are about roles.
    """

    words: Words = Words()
    function_from: Named | None = None
    family_from: Named | None = None
    file_megabytes: int = 200
    encodings: dict[str, str] = {}
    is_overlay: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Reader:
    """The words that documents are read with, ready for many documents."""

    vocabulary: Vocabulary
    read_label: LabelReader
    options: Options


@lru_cache(maxsize=4)
def reader_with(options: bytes) -> Reader:
    """The reader for options as JSON."""
    known = msgspec.json.decode(options, type=Options)
    vocabulary = vocabulary_of(known.words)
    return Reader(vocabulary, label_reader(vocabulary), known)


def answer(path: str, name: str, options: str, digest: str) -> bytes:
    """What a worker process answers for one document: its readings as JSON; nothing where it has other bytes by now."""
    try:
        content = Path(path).read_bytes()
    except OSError:
        return b""
    if sha256(content).hexdigest() != digest:
        return b""
    return msgspec.json.encode(read_document(name, content, reader_with(options.encode())))


def as_readings(encoded: bytes) -> tuple[Reading, ...]:
    """Readings out of the JSON of a worker or of the cache. Raises msgspec.DecodeError where it is none."""
    return msgspec.json.decode(encoded, type=tuple[Reading, ...])


def read_document(name: str, content: bytes, reader: Reader) -> tuple[Reading, ...]:
    """What was read out of a document, sheet by sheet.

    Args:
        name: as it is cited.
        content: its bytes.
        reader: the words for labels, columns and levels, and what names a function that is not stated.
    """
    content = _in_utf8(name, content, reader.options.encodings)
    nature = nature_of(name, content)
    if nature.kind is None:
        message = "the file is empty" if nature.what == "empty" else f"this is {nature.what}"
        return (unread(name, message, severity=PROBLEM if ":" in nature.what or nature.what == "empty" else NOTE),)
    parts = readers.read(nature.kind, name, content)
    return tuple(_read_part(part, reader) for part in parts)


def _in_utf8(name: str, content: bytes, encodings: Mapping[str, str]) -> bytes:
    """A text whose encoding the configuration states; any other document as it is."""
    stated = next((encoding for pattern, encoding in encodings.items() if is_excluded(name, [pattern])), "")
    return recoded(content, stated) if stated and not is_packed(content) else content


def _read_part(part: Document, reader: Reader) -> Reading:
    """What a sheet holds, in one table or in several side by side."""
    if _is_own(part):
        return unread(part.name, "this is an output of this program: no document", severity=NOTE)
    tables = side_by_side(part, read_label=reader.read_label, vocabulary=reader.vocabulary)
    found = [_named(_understood(table, reader), table, reader) for _, table in tables]
    return _with_untaken(replace(as_one(part, tables, found), dating=dating_of(part)), part)


def _with_untaken(reading: Reading, part: Document) -> Reading:
    """With the cells that its reader could not take among the unplaced: a problem names each."""
    if not part.untaken:
        return reading
    lost = set(part.untaken)
    fates = [fate for fate in reading.fates if fate[:2] not in lost]
    return replace(reading, fates=tuple(sorted([*fates, *((line, cell, UNPLACED) for line, cell in lost)])))


def _is_own(part: Document) -> bool:
    """Whether it is an answer that this program wrote as a table or as JSON, or a page of it."""
    heads = [{fold(cell) for cell in row.cells} for row in part.rows[:LOOKED_AT]]
    if _OWN_JSON.match(" ".join(cell for row in part.rows[:3] for cell in row.cells if cell)):
        return True
    return any(columns <= head for head in heads for columns in _OWN_COLUMNS) or MAP["made_by"] in {
        row.cells[0] for row in part.rows[-3:]
    }


def unread(name: str, message: str, *, severity: str = PROBLEM, passing: bool = False) -> Reading:
    """A document out of which nothing was read; `passing` where it may be read another time as it is."""
    problem = Problem(severity=severity, document=name, place="whole document", message=message)
    nothing = Reading(document=name, kind=UNREAD, standards=(), problems=(problem,), fates=(), content=UNREAD)
    return replace(nothing, passing=passing)


def _understood(part: Document, reader: Reader) -> Reading:
    """What a document holds: the first of the ways to read it that finds something."""
    headings = None
    if reader.options.is_overlay or not is_form(part.rows, kind=part.kind, vocabulary=reader.vocabulary):
        headings = find_headings(part.rows, vocabulary=reader.vocabulary, is_of_roles=reader.options.is_overlay)
    if headings:
        return read_records(part, headings, vocabulary=reader.vocabulary)
    words = _column_words(part.rows, reader)
    if words:
        more = tuple((fold(row.cells[0]), kind) for kind, row in words.items())
        found = _understood(part, _reader_with_labels(reader, more))
        return replace(found, problems=(*found.problems, *_say_words(part, words)))
    has_levels = _has_levels(part.rows, reader)
    if not has_levels and is_letter(part):
        return _nothing(part, reader)
    described = None if has_levels or _says_title_alone(part.rows, reader) else _as_description(part, reader)
    return described or _as_standard(part, reader, has_levels=has_levels)


def _as_description(part: Document, reader: Reader) -> Reading | None:
    """A document about one job; None where it is none."""
    pairs = find_description(part, vocabulary=reader.vocabulary)
    if not pairs:
        return None
    rows = as_rows(pairs, vocabulary=reader.vocabulary)
    made = Document(name=part.name, kind=part.kind, rows=rows)
    found = read_grid(made, vocabulary=reader.vocabulary, read_label=reader.read_label)
    return as_read(part, pairs, found)


def _as_standard(part: Document, reader: Reader, *, has_levels: bool) -> Reading:
    """A standard with its levels side by side; or nothing, where too little of it is known for one."""
    is_labelled = has_levels or _has_title_row(part.rows, reader) or _has_labels(part.rows, reader)
    if not is_labelled or _says_title_alone(part.rows, reader) or _is_of_something_else(part.rows, reader):
        return _nothing(part, reader)
    rows, inline = apart(part, read_label=reader.read_label)
    found = together(read_grid(rows, vocabulary=reader.vocabulary, read_label=reader.read_label), inline)
    return replace(found, sheet=part.sheet, shapes=() if found.standards else _shapes(part))


def _column_words(rows: Sequence[Row], reader: Reader) -> dict[str, Row]:
    """The rows that words for columns begin ("Role name"), by what they hold, where levels stand side by side.

    Empty where a row of titles has a label that is known, where no such word begins one, or where nothing else tells
    that these are levels: no row of levels, and not two other rows with as many values.
    """
    wide = [row for row in rows[:_MOST_LOOKED_AT] if row.cells[0] and sum(map(bool, row.cells[1:])) > 1]
    known = [reader.read_label(row.cells[0]).kind for row in wide]
    if "title" in {reader.read_label(row.cells[0]).kind for row in rows}:
        return {}
    found: dict[str, Row] = {}
    for row, label in zip(wide, known, strict=True):
        kind = None if label else reader.vocabulary.columns.get(fold(row.cells[0]))
        if kind in _NAMED_AS_COLUMNS and kind not in known and not _holds_label(row, reader):
            found.setdefault(kind, row)
    if "title" not in found:
        return {}
    labelled = [kind for kind in known if kind] + [kind for kind in found if kind != "title"]
    titles = sum(map(bool, found["title"].cells))
    as_wide = [row for row in wide if row is not found["title"] and sum(map(bool, row.cells)) == titles]
    is_told = bool(labelled) and len(as_wide) > 1 and not any(_holds_label(row, reader) for row in as_wide)
    return found if "level" in labelled or len(labelled) > 1 or is_told else {}


def _holds_label(row: Row, reader: Reader) -> bool:
    return any(label_kind(cell, vocabulary=reader.vocabulary) for cell in row.cells[1:] if cell)


def _say_words(part: Document, words: Mapping[str, Row]) -> Iterator[Problem]:
    place_of = places_in(part)
    for kind, row in words.items():
        message = f'"{short(row.cells[0])}" read as the row of the {kind.replace("_", " ")}'
        place = place_of(row.line)
        yield Problem(severity=NOTE, document=part.name, place=place, message=message, line=row.line)


@lru_cache(maxsize=16)
def _reader_with_labels(reader: Reader, more: tuple[tuple[str, str], ...]) -> Reader:
    vocabulary = replace(reader.vocabulary, labels={**reader.vocabulary.labels, **dict(more)})
    return Reader(vocabulary, label_reader(vocabulary), reader.options)


def _has_levels(rows: Sequence[Row], reader: Reader) -> bool:
    """Whether a document is laid out by level: levels above a row of titles, pages with a header each, rows that go on.

    A row of titles with labels between them is a form.
    """
    kinds = [reader.read_label(row.cells[0]).kind for row in rows]
    if "title" not in kinds:
        return False
    titles = [row.cells for row, kind in zip(rows, kinds, strict=True) if kind == "title"]
    if any(text and _is_label(text, reader) for cells in titles for text in cells[2:]):
        return False
    has_pages = any(kinds.count(kind) > 1 for kind in HEADER_RANKS)
    goes_on = not all(row.cells[0] for row in rows)
    return "level" in kinds[: kinds.index("title")] or has_pages or goes_on or any(any(cells[2:]) for cells in titles)


def _is_label(text: str, reader: Reader) -> bool:
    return reader.read_label(text).kind is not None


def _says_title_alone(rows: Sequence[Row], reader: Reader) -> bool:
    """Whether a row of titles is all that is known of a document, and is none of a standard.

    It is the bare word "Title" (books have titles, too), one row stands below it and no more, or what stands below it
    comes again in another column: then it is a heading, and the rest of it is not known.
    """
    looked_at = [row for row in rows[:_MOST_LOOKED_AT] if row.cells[0] and any(row.cells[1:])]
    known = [row for row in looked_at if _is_label(row.cells[0], reader)]
    if len({fold(row.cells[0]) for row in known}) != 1 or reader.read_label(known[0].cells[0]).kind != "title":
        return False
    below = [row for row in looked_at if row.line > known[0].line]
    first = {fold(row.cells[0]) for row in below}
    is_one = len(below) == 1 and len(looked_at) == len(below) + 1
    return (
        fold(known[0].cells[0]) == "title"
        or is_one
        or any(fold(cell) in first for row in below for cell in row.cells[1:] if cell)
    )


def _is_of_something_else(rows: Sequence[Row], reader: Reader) -> bool:
    """Whether all labels that are known are words that agendas and the like have as well, and few."""
    labels = {fold(row.cells[0]): row.cells[0] for row in rows[:_MOST_LOOKED_AT] if row.cells[0] and any(row.cells[1:])}
    known = [text for text in labels.values() if _is_label(text, reader)]
    return 0 < len(known) < _MANY_LABELS and all(is_weak(text) for text in known)


def _has_title_row(rows: Sequence[Row], reader: Reader) -> bool:
    return any(reader.read_label(row.cells[0]).kind == "title" and any(row.cells[1:]) for row in rows)


def _has_labels(rows: Sequence[Row], reader: Reader) -> bool:
    """Whether at least two rows begin with a label of a standard: then it is one, with something missing."""
    labelled = [row for row in rows[:_MOST_LOOKED_AT] if row.cells[0] and any(row.cells[1:])]
    return sum(1 for row in labelled if _is_label(row.cells[0], reader)) > 1


def _nothing(part: Document, reader: Reader) -> Reading:
    """A document that is no standard: one note, with what it seems to be; trouble of its reader stands beside it."""
    fates = [(row.line, at, UNPLACED if cell else BLANK) for row in part.rows for at, cell in enumerate(row.cells, 1)]
    first = next((cell for row in part.rows for cell in row.cells if cell), "")
    begins = f', it begins with "{short(first)}"' if first else ""
    expected = (
        "expected rows such as Job Family, Job Level, Job Title, Career Path 1, or columns such as Title, Next role"
    )
    people = any(heads_people(row, vocabulary=reader.vocabulary) for row in part.rows[:LOOKED_AT])
    what = "a list of people" if people else seems(part)
    message = f"no job standard found, it seems to be {what}{begins}: not read; {expected}"
    untitled = () if people or is_letter(part) else labels_without_title(part, vocabulary=reader.vocabulary)
    if untitled:
        message = f"a description of a job ({', '.join(untitled)}) without a title{begins}: not read; {_NAMES_IT}"
    severity = PROBLEM if untitled else NOTE
    note = Problem(severity=severity, document=part.name, place=place_of_whole(part), message=message)
    problems = part.problems if not part.rows and part.problems else (*part.problems, note)
    return Reading(
        document=part.name,
        kind=part.kind,
        content=NOTHING,
        sheet=part.sheet,
        standards=(),
        problems=tuple(problems),
        fates=tuple(fates),
        shapes=() if people or is_letter(part) else _shapes(part),
    )


def _shapes(part: Document) -> tuple[tuple[str, ...], ...]:
    """Its first rows, to suggest words from."""
    return tuple(tuple(short(cell) for cell in row.cells[:_WIDEST]) for row in part.rows[:_MOST_SHAPES])


_LETTER = re.compile(
    r"\b(?:dear|regards|sincerely|memo(?:randum)?|to|from|subject|minutes|agenda)\b[ :,]", re.IGNORECASE
)
_XML = re.compile(r"<\?xml\b", re.IGNORECASE)
_HEAD = 10
"""Rows at the head of a letter."""
_LONGEST_HEAD = 300
_HEADS = frozenset({"subject", "re", "date", "sent", "cc"})
_SENTENCE = 8
"""Words from which a cell is a sentence."""


def is_letter(part: Document) -> bool:
    """Whether a document is a mail or memo: it begins with whom it is from and to, and with when or what about."""
    first = [next(filter(None, row.cells), "") for row in part.rows[:_HEAD]]
    labels = {fold(text.partition(":")[0]) for text in first if len(text) <= _LONGEST_HEAD}
    return labels >= {"from", "to"} and not labels.isdisjoint(_HEADS)


def seems(part: Document) -> str:
    """What a document that is no standard seems to be, in words."""
    if not part.rows:
        return "empty"
    head = [cell for row in part.rows[:30] for cell in row.cells if cell]
    if _XML.match(head[0]):
        return "data in XML"
    if is_letter(part) or sum(1 for cell in head if _LETTER.match(cell)) > 1:
        return "a letter or memo"
    wide = sum(1 for row in part.rows if sum(map(bool, row.cells)) > 1)
    if wide * 2 > len(part.rows):
        return "a table of something else"
    sentences = sum(1 for cell in head if len(cell.split()) >= _SENTENCE)
    return "running text" if sentences * 3 > len(head) else "a list or notes"


def _named(reading: Reading, part: Document, reader: Reader) -> Reading:
    """The reading with the job function and family that a sheet, file or folder names, where it states none."""
    names = {"job_family": reader.options.family_from, "job_function": reader.options.function_from}
    stated = {kind: text for kind, source in names.items() if source and (text := _name_from(source, part))}
    if not stated:
        return reading
    return replace(reading, standards=tuple(_with_header(one, part, stated) for one in reading.standards))


def _name_from(source: Named, part: Document) -> str | None:
    if source == "sheet":
        return part.sheet_name
    path = PurePosixPath(part.name)
    return path.stem if source == "file" else path.parent.name or None


def _with_header(standard: Standard, part: Document, stated: dict[str, str]) -> Standard:
    known = {entry.kind for entry in standard.header}
    more = [
        Entry(kind=kind, label=kind.replace("_", " "), text=text, source=_source(part, text), places=())
        for kind, text in stated.items()
        if kind not in known
    ]
    return replace(standard, header=(*standard.header, *more))


def _source(part: Document, text: str) -> Source:
    return Source(document=part.name, row=None, column=None, text=text, sheet=part.sheet)
