"""A configuration for words that are not known yet, as TOML to edit: labels, columns, levels, categories.

Nothing is decided: every suggestion is a comment. Where one "#" before it can be taken away as it stands, the result is
a configuration that reads the documents; what is explained or asked has two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from careerpaths.config import Configuration, read_configuration, vocabulary_of
from careerpaths.finding import configuration_file
from careerpaths.mentions import short
from careerpaths.model import Catalogue
from careerpaths.suggestions.languages import is_nothing, track_of
from careerpaths.suggestions.links import by_title, joining_words, steps_between
from careerpaths.suggestions.meanings import Meaning, meaning_of, meanings, near_word
from careerpaths.suggestions.ordering import by_track, in_order, level_steps, levels_of
from careerpaths.suggestions.quoting import quoted
from careerpaths.suggestions.shapes import Field, Record, fields_of
from careerpaths.titles import fold, is_placeholder
from careerpaths.vocabulary import KINDS, TRACKS, Vocabulary
from careerpaths.wording import counted
from careerpaths.wording.suggesting import SUGGESTED, suggesting

_MOST_EXAMPLES = 2
_MOST_LISTED = 60
_NEXT = frozenset({"career_path", "next", "to"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What was found out about the documents."""

    catalogue: Catalogue
    vocabulary: Vocabulary
    fields: tuple[Field, ...]
    meanings: tuple[Meaning, ...]

    def meant(self, *kinds: str, is_column: bool | None = None) -> list[Field]:
        """The fields that mean one of these, for sure."""
        known = [one for one in self.fields if one.kind in kinds]
        known += [one.field for one in self.meanings if one.is_sure and one.kind in kinds]
        return [one for one in known if is_column in (None, one.is_column)]


def known_words(config: str | None, data: Sequence[str]) -> Vocabulary:
    """The words that the program knows, with those of the configuration that these options name."""
    path = configuration_file([Path(name) for name in data], config)
    return vocabulary_of((read_configuration(path) if path else Configuration()).vocabulary)


def suggested(catalogue: Catalogue, vocabulary: Vocabulary) -> str:
    """A commented configuration for what was not known.

    Args:
        catalogue: of the documents; none of them need have been recognised.
        vocabulary: the words that are known, those of a configuration included.
    """
    fields = fields_of(catalogue, vocabulary)
    meant = meanings(fields, vocabulary, is_recognised=bool(catalogue.roles))
    found = _Found(catalogue=catalogue, vocabulary=vocabulary, fields=fields, meanings=meant)
    parts = [
        *_told("head"),
        "",
        "[vocabulary]",
        *_levels(found),
        *_words_of_cells(found),
        *_section("labels", [one for one in meant if not one.field.is_column], vocabulary),
        *_section("columns", [one for one in meant if one.field.is_column], vocabulary),
        *_categories(found),
        "",
        *_told("meanings", kinds=", ".join(KINDS)),
        *_told("tracks", tracks=", ".join(TRACKS)),
    ]
    return "\n".join(parts) + "\n"


def _told(key: str, **values: object) -> Iterator[str]:
    """A text as comments that stay comments when one "#" of each line is taken away."""
    yield from (f"## {line}" for line in suggesting(key, **values).split("\n"))


def _section(name: str, meant: Sequence[Meaning], vocabulary: Vocabulary) -> Iterator[str]:
    if not meant:
        return
    yield ""
    yield f"[vocabulary.{name}]  # {suggesting(name)}"
    sure = [one for one in meant if one.is_sure][:_MOST_LISTED]
    others = [one for one in meant if not one.is_sure]
    for one in sure:
        yield from _suggestion(one, vocabulary)
    if others and sure:
        yield from _told("not_sure")
    for one in others[: _MOST_LISTED - len(sure)]:
        yield from _suggestion(one, vocabulary)
    if len(meant) > _MOST_LISTED:
        yield from _told("more", count=len(meant) - _MOST_LISTED)


def _suggestion(one: Meaning, vocabulary: Vocabulary) -> Iterator[str]:
    near = near_word(one.field, vocabulary)
    is_like = near and meaning_of(near, one.field, vocabulary) == one.kind
    yield f"## {_count(one.field)}{suggesting('nearest', word=near) if is_like else ''}"
    why = f"  # {'; '.join(map(_in_a_comment, one.reasons))}" if one.reasons else ""
    yield f"{'#' if one.is_sure else '##'} {quoted(one.field.word)} = {quoted(one.kind or '?')}{why}"


def _in_a_comment(text: str) -> str:
    return quoted(text)[1:-1].replace('\\"', '"')


def _count(one: Field) -> str:
    """How often a word stands where, with examples."""
    cells = counted(SUGGESTED, "cells", len(one.cells))
    documents = counted(SUGGESTED, "documents", one.documents)
    texts = list(dict.fromkeys(cell.text for cell in one.cells))[:_MOST_EXAMPLES]
    such = suggesting("such_as", examples=" and ".join(quoted(short(text)) for text in texts)) if texts else ""
    return suggesting("found", cells=cells, documents=documents) + such


def _levels(found: _Found) -> Iterator[str]:
    """The levels as lists to reorder: those of roles whose order is not known, else those that were found."""
    stated = _levels_by_track(found.catalogue)
    if stated:
        yield from _told("levels_unknown")
        yield from _told("levels_fall")
        yield from _lists({track: levels for track, levels in stated.items() if track})
        mark = "# levels" if set(stated) == {""} else f"## levels.{quoted('?')}"
        yield from (_list(mark, levels) for track, levels in stated.items() if not track)
        return
    fields = [one.field for one in found.meanings if one.is_sure and one.kind == "level"]
    if fields:
        yield from _found_levels(found, fields)
    elif not found.catalogue.roles:
        yield from _told("levels")
        yield from _told("levels_fall")
        yield _list("## levels", ["?"])
        yield from _told("levels_by_track", tracks=", ".join(TRACKS))


def _found_levels(found: _Found, fields: Sequence[Field]) -> Iterator[str]:
    steps = list(level_steps(fields, _steps(found)))
    order = [name for name in in_order(levels_of(fields), steps) if not _says_track(name, found.vocabulary)]
    if all(fold(name) in found.vocabulary.levels for name in order):
        return
    words = " / ".join(quoted(one.word) for one in fields)
    yield from _told("levels_beside", words=_in_a_comment(words), how=suggesting("as_moves_go") if steps else "")
    yield from _told("levels_fall")
    tracks = by_track(fields, _tracks(found))
    if tracks:
        ordered = {track: [name for name in order if name in names] for track, names in tracks.items()}
        yield from _lists({track: names for track, names in ordered.items() if names})
        return
    yield _list("# levels", order)
    yield from _told("levels_by_track", tracks=", ".join(TRACKS))


def _says_track(level: str, vocabulary: Vocabulary) -> bool:
    """Whether track and order of a level are known by its words ("Supervisor 2")."""
    return fold(level).rpartition(" ")[0] in vocabulary.track_nouns


def _steps(found: _Found) -> Iterator[tuple[Record, Record]]:
    for is_column in (True, False):
        for title in found.meant("title", "from", is_column=is_column):
            for path in found.meant(*_NEXT, is_column=is_column):
                yield from steps_between(title, path)


def _tracks(found: _Found) -> dict[Record, str | None]:
    known = found.vocabulary.categories
    return {
        record: known.get(fold(cell.text)) or track_of(cell.text)
        for one in found.meant("category")
        for cell in one.cells
        for record in cell.records
    }


def _lists(levels: dict[str, Sequence[str]]) -> Iterator[str]:
    yield from (_list(f"# levels.{track}", names) for track, names in sorted(levels.items()))


def _list(name: str, levels: Iterable[str]) -> str:
    return f"{name} = [{', '.join(map(quoted, levels))}]"


def _levels_by_track(catalogue: Catalogue) -> dict[str, Sequence[str]]:
    """The levels of each track that has one whose order is not known; "" for roles without a track."""
    placed = {role.id: role for role in catalogue.roles if role.level}
    unknown = {role.track for role in placed.values() if role.level_order is None}
    tracks: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for role in sorted(placed.values(), key=lambda role: (role.level_order is None, role.level_order or 0)):
        if role.track in unknown:
            tracks[role.track or ""].setdefault(str(role.level))
    steps = [
        (str(placed[one.start].level), str(placed[one.end].level))
        for one in catalogue.moves
        if one.start in placed and one.end in placed and placed[one.start].track == placed[one.end].track
    ]
    return {track: in_order(tuple(levels), steps) for track, levels in sorted(tracks.items())}


def _words_of_cells(found: _Found) -> Iterator[str]:
    """What parts the titles of a cell, and what stands for none, in other languages."""
    parting: Counter[str] = Counter()
    nothing: dict[str, str] = {}
    for is_column in (True, False):
        known = {key: True for one in found.meant("title", "from", is_column=is_column) for key in by_title(one)}
        for cell in (cell for one in found.meant(*_NEXT, is_column=is_column) for cell in one.cells):
            parting.update(joining_words(cell.text, known))
            if is_nothing(cell.text) and not is_placeholder(cell.text, vocabulary=found.vocabulary):
                nothing.setdefault(fold(cell.text), cell.text)
    words = sorted({*parting} - {*found.vocabulary.separators})
    for key, texts in (("separators", words), ("placeholders", [nothing[one] for one in sorted(nothing)])):
        if texts:
            yield from _told(key)
            yield _list(f"# {key}", texts)


def _categories(found: _Found) -> Iterator[str]:
    """Categories whose track is not known."""
    counts = Counter(role.category for role in found.catalogue.roles if role.category)
    fields = [one.field for one in found.meanings if one.is_sure and one.kind == "category"]
    counts.update(" ".join(cell.text.split()) for one in fields for cell in one.cells)
    unknown = [one for one in sorted(counts) if fold(one) not in found.vocabulary.categories]
    if not unknown:
        return
    yield ""
    yield f"[vocabulary.categories]  # {suggesting('categories', tracks=', '.join(TRACKS))}"
    for one in unknown:
        track = track_of(one)
        yield f"## {counted(SUGGESTED, 'roles', counts[one])}"
        yield f"{'#' if track else '##'} {quoted(one)} = {quoted(track or '?')}"
