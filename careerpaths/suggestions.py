"""A configuration for words that are not known yet, as TOML to edit: labels, columns, levels, categories.

Where documents were recognised, it lists what was kept without a meaning; where none was, it works from shapes: first
cells that come again in several rows, and the heads of tables. Nothing is decided: every suggestion is a comment.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from careerpaths.config import Configuration, read_configuration, vocabulary_of
from careerpaths.finding import configuration_file
from careerpaths.mentions import short
from careerpaths.model import Catalogue, Entry, Reading
from careerpaths.nearness import nearest
from careerpaths.reading import NOTHING
from careerpaths.records import MOVE_LIST, ROLE_TABLE
from careerpaths.titles import fold
from careerpaths.vocabulary import KINDS, TRACKS, Vocabulary

_NUMBER = re.compile(r"[\s.#]*\d+[\s.:]*$")
_MOST_EXAMPLES = 2
_MOST_LISTED = 60
_LEAST_SEEN = 2
"""How often a first cell comes again before it is taken for a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A word that is not known.

    Attributes:
        word: as first met, without its number.
        count: how many cells have it.
        documents: how many documents.
        examples: what stands beside or below it, at most two.
    """

    word: str
    count: int
    documents: int
    examples: tuple[str, ...]


def known_words(config: str | None, data: Sequence[str]) -> Vocabulary:
    """The words that the program knows, with those of the configuration that these options name."""
    path = configuration_file([Path(name) for name in data], config)
    return vocabulary_of((read_configuration(path) if path else Configuration()).vocabulary)


def suggested(catalogue: Catalogue, vocabulary: Vocabulary) -> str:
    """A commented configuration for what was not known."""
    parts = [
        "# What careerpaths did not know in these documents. Take away the # before a line to use it, and put in what",
        "# it means; rerun `careerpaths check` to see what changed.",
        "",
        "[vocabulary]",
        *_level_lines(catalogue),
        *_section("labels", _labels(catalogue), vocabulary.labels, "rows: label of the row = what it means"),
        *_section("columns", _columns(catalogue), vocabulary.columns, "tables: heading of the column = what it means"),
        *_category_lines(catalogue, vocabulary),
        "",
        f"# Meanings: {', '.join(KINDS)}.",
        f"# Tracks: {', '.join(TRACKS)}.",
    ]
    return "\n".join(parts) + "\n"


def _labels(catalogue: Catalogue) -> list[Seen]:
    """Row labels without a meaning; where nothing was recognised, first cells that come again."""
    found = [entry for entry in _entries(catalogue, tables=False) if entry.kind is None]
    return _seen((entry.label, entry.source.document, entry.text) for entry in found) + _shapes(catalogue.readings)


def _columns(catalogue: Catalogue) -> list[Seen]:
    found = [entry for entry in _entries(catalogue, tables=True) if entry.kind is None]
    heads = [
        (cell, reading.document, reading.shapes[1][place] if place < len(reading.shapes[1]) else "")
        for reading in catalogue.readings
        if reading.content == NOTHING and len(reading.shapes) > 1 and _is_table(reading)
        for place, cell in enumerate(reading.shapes[0])
        if cell
    ]
    return _seen([*((entry.label, entry.source.document, entry.text) for entry in found), *heads])


def _entries(catalogue: Catalogue, *, tables: bool) -> Iterator[Entry]:
    for reading in catalogue.readings:
        if (reading.content in {ROLE_TABLE, MOVE_LIST}) == tables:
            for standard in reading.standards:
                yield from standard.header
                for column in standard.columns:
                    yield from column.entries


def _is_table(reading: Reading) -> bool:
    """Whether the first row has a head for most of the columns."""
    widest = max(map(len, reading.shapes))
    return len(reading.shapes[0]) >= max(2, widest - 1) and all(len(cell.split()) <= 4 for cell in reading.shapes[0])  # noqa: PLR2004


def _shapes(readings: Iterable[Reading]) -> list[Seen]:
    """First cells of documents that were not recognised, which come again and have something beside them."""
    rows = [
        (row[0], reading.document, row[1])
        for reading in readings
        if reading.content == NOTHING
        for row in reading.shapes
        if len(row) > 1 and row[0] and len(row[0].split()) <= 6  # noqa: PLR2004 - a label
    ]
    return [one for one in _seen(rows) if one.count >= _LEAST_SEEN]


def _seen(found: Iterable[tuple[str, str, str]]) -> list[Seen]:
    """Words with how often they stand where, the most frequent first; numbers behind them do not count."""
    words: dict[str, str] = {}
    counts: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    examples: defaultdict[str, list[str]] = defaultdict(list)
    for word, document, text in found:
        bare = _NUMBER.sub("", word) or word
        key = fold(bare)
        words.setdefault(key, bare)
        counts[key] += 1
        documents[key].add(document)
        if text and len(examples[key]) < _MOST_EXAMPLES and text not in examples[key]:
            examples[key].append(text)
    order = sorted(counts, key=lambda key: (-counts[key], key))
    return [
        Seen(word=words[key], count=counts[key], documents=len(documents[key]), examples=tuple(examples[key]))
        for key in order
        if key
    ]


def _section(name: str, seen: Sequence[Seen], known: Mapping[str, str], what: str) -> Iterator[str]:
    if not seen:
        return
    yield ""
    yield f"[vocabulary.{name}]  # {what}"
    for one in seen[:_MOST_LISTED]:
        yield from _suggestion(one, known)
    if len(seen) > _MOST_LISTED:
        yield f"# ... and {len(seen) - _MOST_LISTED} more"


def _suggestion(one: Seen, known: Mapping[str, str]) -> Iterator[str]:
    near = nearest(fold(one.word), tuple(sorted(known)), limit=1, least=60.0)
    like = f"; the nearest known word is {_quoted(near[0])}" if near else ""
    such = f", such as {' and '.join(_quoted(short(text)) for text in one.examples)}" if one.examples else ""
    yield f"# {one.count} cells in {one.documents} documents{such}{like}"
    yield f"# {_quoted(one.word)} = {_quoted(known[near[0]] if near else '?')}"


def _level_lines(catalogue: Catalogue) -> Iterator[str]:
    """The levels of each track that has one whose order is not known, as lists to reorder."""
    placed = [role for role in catalogue.roles if role.level]
    unknown = {role.track for role in placed if role.level_order is None}
    tracks: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for role in sorted(placed, key=lambda role: (role.level_order is None, role.level_order or 0)):
        if role.track in unknown:
            tracks[role.track or ""].setdefault(str(role.level))
    if not tracks:
        return
    yield "# Levels whose order is not known: put each list into order, from the lowest to the highest."
    yield "# Where numbers run downwards (level 1 is the highest): levels_fall = true"
    if set(tracks) == {""}:
        yield f"# levels = [{', '.join(_quoted(level) for level in tracks[''])}]"
        return
    for track, levels in sorted(tracks.items()):
        yield f"# levels.{track or '?'} = [{', '.join(_quoted(level) for level in levels)}]"


def _category_lines(catalogue: Catalogue, vocabulary: Vocabulary) -> Iterator[str]:
    found = Counter(role.category for role in catalogue.roles if role.category)
    unknown = [one for one in sorted(found) if fold(one) not in vocabulary.categories]
    if unknown:
        yield ""
        yield f"[vocabulary.categories]  # category = track: {', '.join(TRACKS)}"
        for one in unknown:
            yield f"# {found[one]} roles"
            yield f"# {_quoted(one)} = {_quoted('?')}"


def as_toml(vocabulary: Vocabulary) -> str:
    """The words that are known, as they would stand in a configuration."""
    lines = ["[vocabulary]", f"levels_fall = {str(vocabulary.levels_fall).lower()}"]
    lines += [f"{name} = [{', '.join(map(_quoted, words))}]" for name, words in _lists(vocabulary)]
    for name, table in _tables(vocabulary):
        lines += ["", f"[vocabulary.{name}]", *(f"{_quoted(word)} = {_quoted(meaning)}" for word, meaning in table)]
    return "\n".join(lines) + "\n"


def _lists(vocabulary: Vocabulary) -> Iterator[tuple[str, Sequence[str]]]:
    yield "levels", sorted(vocabulary.levels, key=lambda one: (vocabulary.levels[one], one))
    yield "placeholders", sorted(vocabulary.placeholders)
    yield "suffixes", sorted(vocabulary.suffixes)
    yield "separators", vocabulary.separators


def _tables(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    yield "labels", sorted(vocabulary.labels.items())
    yield "columns", sorted(vocabulary.columns.items())
    yield "categories", sorted(vocabulary.categories.items())
    yield "abbreviations", sorted((short_form, words[0]) for short_form, words in vocabulary.abbreviations.items())
    yield from ((f"values.{kind}", sorted(pairs.items())) for kind, pairs in sorted(vocabulary.values.items()))


def _quoted(text: str) -> str:
    """A TOML text: control characters and quotation marks escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    shown = re.sub(r"[\ud800-\udfff]", "\ufffd", escaped)
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda mark: f"\\u{ord(mark[0]):04x}", shown) + '"'
