"""A configuration for words that are not known yet, as TOML to edit: labels, columns, levels, categories.

Where documents were recognised, it lists what was kept without a meaning; where none was, it works from shapes: first
cells that come again in several rows, and the heads of tables. Nothing is decided: every suggestion is a comment.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
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
_LONGEST_LABEL = 6
"""Words."""
_MOST_LEVELS = 12


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
        *(_level_lines(catalogue) if catalogue.roles else _guessed_levels(catalogue)),
        *_section(
            "labels", _labels(catalogue, vocabulary), vocabulary.labels, "rows: label of the row = what it means"
        ),
        *_section(
            "columns",
            _columns(catalogue, vocabulary),
            vocabulary.columns,
            "tables: heading of the column = what it means",
        ),
        *_category_lines(catalogue, vocabulary),
        "",
        f"# Meanings: {', '.join(KINDS)}.",
        f"# Tracks: {', '.join(TRACKS)}.",
    ]
    return "\n".join(parts) + "\n"


def _labels(catalogue: Catalogue, vocabulary: Vocabulary) -> list[Seen]:
    """Row labels without a meaning; where nothing was recognised, first cells that come again."""
    found = [entry for entry in _entries(catalogue, tables=False) if entry.kind is None]
    shapes = [(row.label, row.document, row.values[0]) for row in _shapes(catalogue.readings)]
    seen = _seen([*((entry.label, entry.source.document, entry.text) for entry in found), *shapes])
    return [one for one in seen if fold(one.word) not in vocabulary.labels]


def _columns(catalogue: Catalogue, vocabulary: Vocabulary) -> list[Seen]:
    found = [entry for entry in _entries(catalogue, tables=True) if entry.kind is None]
    heads = [
        (cell, reading.document, reading.shapes[1][place] if place < len(reading.shapes[1]) else "")
        for reading in _tables_of(catalogue.readings)
        for place, cell in enumerate(reading.shapes[0])
        if cell
    ]
    seen = _seen([*((entry.label, entry.source.document, entry.text) for entry in found), *heads])
    return [one for one in seen if fold(one.word) not in vocabulary.columns]


def _entries(catalogue: Catalogue, *, tables: bool) -> Iterator[Entry]:
    for reading in catalogue.readings:
        if (reading.content in {ROLE_TABLE, MOVE_LIST}) == tables:
            for standard in reading.standards:
                yield from standard.header
                for column in standard.columns:
                    yield from column.entries


@dataclass(frozen=True, slots=True)
class _Shape:
    """A row of a document that was not recognised: what may be its label, and what stands beside it."""

    label: str
    document: str
    values: tuple[str, ...]


def _tables_of(readings: Iterable[Reading]) -> list[Reading]:
    """Documents that were not recognised and may be tables: the first row has a head for most of the columns."""
    unknown = [one for one in readings if one.content == NOTHING and len(one.shapes) > 1]
    again = {row.label for row in _repeated([row for one in unknown for row in _rows_of(one)])}
    return [one for one in unknown if _has_heads(one) and not _is_labelled(one, again)]


def _has_heads(reading: Reading) -> bool:
    widest = max(map(len, reading.shapes))
    return len(reading.shapes[0]) >= max(2, widest - 1) and all(len(cell.split()) <= 4 for cell in reading.shapes[0])  # noqa: PLR2004


def _is_labelled(reading: Reading, labels: Container[str]) -> bool:
    """Whether labels stand in front of most rows."""
    return 2 * sum(1 for row in reading.shapes if row and row[0] in labels) > len(reading.shapes)


def _shapes(readings: Iterable[Reading]) -> list[_Shape]:
    """Rows of documents that were not recognised whose first cells come again and have something beside them.

    Of a single document nothing comes again: then all its rows count, where they are few.
    """
    unknown = [one for one in readings if one.content == NOTHING]
    rows = [row for one in unknown for row in _rows_of(one)]
    if len(unknown) == 1 and len(rows) <= _MOST_LISTED:
        return rows
    return _repeated(rows)


def _repeated(rows: Sequence[_Shape]) -> list[_Shape]:
    counts = Counter(fold(_bare(row.label)) for row in rows)
    return [row for row in rows if counts[fold(_bare(row.label))] >= _LEAST_SEEN]


def _rows_of(reading: Reading) -> Iterator[_Shape]:
    for cells in reading.shapes:
        filled = tuple(cell for cell in cells if cell)
        # One cell may hold both: "Band: B".
        label, colon, value = filled[0].partition(":") if len(filled) == 1 else ("", "", "")
        if colon and _is_label(label):
            yield _Shape(label.strip(), reading.document, (value.strip(),))
        elif len(filled) > 1 and cells[0] and _is_label(cells[0]):
            yield _Shape(cells[0].rstrip(" :"), reading.document, filled[1:])


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_LABEL


def _bare(word: str) -> str:
    """A word without its number."""
    return _NUMBER.sub("", word) or word


def _seen(found: Iterable[tuple[str, str, str]]) -> list[Seen]:
    """Words with how often they stand where, the most frequent first; numbers behind them do not count."""
    words: dict[str, str] = {}
    counts: Counter[str] = Counter()
    documents: defaultdict[str, set[str]] = defaultdict(set)
    examples: defaultdict[str, list[str]] = defaultdict(list)
    for word, document, text in found:
        bare = _bare(word)
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
        yield f"# levels.{track or _quoted('?')} = [{', '.join(_quoted(level) for level in levels)}]"


def _guessed_levels(catalogue: Catalogue) -> Iterator[str]:
    """Where nothing was recognised: what may be the levels, as a list to reorder."""
    label, levels = _likely_levels(catalogue.readings)
    yield "# The names of the levels, from the lowest to the highest: put them into order, or other names in."
    yield "# Where numbers run downwards (level 1 is the highest): levels_fall = true"
    if label:
        yield f"# These stand beside {_quoted(label)}."
    yield f"# levels = [{', '.join(map(_quoted, levels or ('?',)))}]"
    yield f"# With tracks, a list for each ({', '.join(TRACKS)}), such as levels.professional = [...]"


def _likely_levels(readings: Sequence[Reading]) -> tuple[str, tuple[str, ...]]:
    """The label or heading beside or below which the same few words stand again and again, and these words."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    repeated: set[str] = set()
    for row in _shapes(readings):
        values[_bare(row.label)] += filter(None, row.values)
        if len(set(row.values)) < len(row.values):
            # Two columns of a standard are two levels.
            repeated.add(_bare(row.label))
    for one in _tables_of(readings):
        for head, *column in zip_longest(*one.shapes, fillvalue=""):
            values[head] += filter(None, column)
    kinds = {label: tuple(dict.fromkeys(words)) for label, words in values.items() if label not in repeated}
    likely = [
        (len(words), label)
        for label, words in kinds.items()
        if 1 < len(words) <= _MOST_LEVELS and 2 * len(words) <= len(values[label])
    ]
    best = max(likely, default=(0, ""))[1]
    return best, kinds.get(best, ())


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
    lines += _levels_of(vocabulary)
    lines += [f"# separators: {', '.join(map(_quoted, vocabulary.separators))}"]
    lines += [f"{name} = [{', '.join(map(_quoted, words))}]" for name, words in _lists(vocabulary)]
    lines += [f"{name} = {_scale(scale)}" for name, scale in _scales(vocabulary)]
    for name, table in _tables(vocabulary):
        lines += ["", f"[vocabulary.{name}]", *(f"{_quoted(word)} = {_quoted(meaning)}" for word, meaning in table)]
    lines += ["# Before another word these stand for another one:"]
    lines += [f"# {_quoted(form)} = {' / '.join(map(_quoted, words))}" for form, words in _twofold(vocabulary)]
    return "\n".join(lines) + "\n"


def _twofold(vocabulary: Vocabulary) -> list[tuple[str, tuple[str, str]]]:
    return sorted((form, words) for form, words in vocabulary.abbreviations.items() if words[0] != words[1])


def _levels_of(vocabulary: Vocabulary) -> Iterator[str]:
    """The levels in order: one list, or one for each track where their words say it."""
    order = sorted(vocabulary.levels, key=lambda one: (vocabulary.levels[one], one))
    tracks = {track: [one for one in order if vocabulary.level_tracks.get(one) == track] for track in TRACKS}
    if any(tracks.values()):
        yield from (f"levels.{track} = [{', '.join(map(_quoted, one))}]" for track, one in tracks.items() if one)
        order = [one for one in order if one not in vocabulary.level_tracks]
        yield f"# and of any track: {', '.join(map(_quoted, order))}"
    else:
        yield f"levels = [{', '.join(map(_quoted, order))}]"


def _lists(vocabulary: Vocabulary) -> Iterator[tuple[str, Sequence[str]]]:
    yield "placeholders", sorted(vocabulary.placeholders)
    yield "totals", sorted(vocabulary.totals)
    yield "suffixes", sorted(vocabulary.suffixes)


def _scales(vocabulary: Vocabulary) -> Iterator[tuple[str, Mapping[str, int]]]:
    yield "proficiency", vocabulary.proficiency
    yield "degrees", vocabulary.degrees


def _scale(scale: Mapping[str, int]) -> str:
    """Words from the lowest rank to the highest, those of one rank in a list of their own."""
    ranks = [sorted(word for word in scale if scale[word] == rank) for rank in sorted(set(scale.values()))]
    told = [_quoted(one[0]) if len(one) == 1 else f"[{', '.join(map(_quoted, one))}]" for one in ranks]
    return f"[{', '.join(told)}]"


def _tables(vocabulary: Vocabulary) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    yield "labels", sorted(vocabulary.labels.items())
    yield "columns", sorted(vocabulary.columns.items())
    yield "categories", sorted(vocabulary.categories.items())
    yield "abbreviations", sorted(_abbreviations(vocabulary))
    yield from ((f"values.{kind}", sorted(pairs.items())) for kind, pairs in sorted(vocabulary.values.items()))


def _abbreviations(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    """Those that stand for one word; a configuration cannot say those with another word before a noun."""
    return ((form, words[0]) for form, words in vocabulary.abbreviations.items() if words[0] == words[1])


def _quoted(text: str) -> str:
    """A TOML text: control characters and quotation marks escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    shown = re.sub(r"[\ud800-\udfff]", "\ufffd", escaped)
    return '"' + re.sub(r"[\x00-\x1f\x7f-\x9f]", lambda mark: f"\\u{ord(mark[0]):04x}", shown) + '"'
