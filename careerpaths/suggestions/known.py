"""The words that are known, as they would stand in a configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from careerpaths.suggestions.quoting import quoted
from careerpaths.vocabulary import TRACKS, Vocabulary


def as_toml(vocabulary: Vocabulary) -> str:
    """The words that are known, as they would stand in a configuration."""
    lines = ["[vocabulary]", f"levels_fall = {str(vocabulary.levels_fall).lower()}"]
    lines += _levels_of(vocabulary)
    lines += [f"# separators: {', '.join(map(quoted, vocabulary.separators))}"]
    lines += [f"{name} = [{', '.join(map(quoted, words))}]" for name, words in _lists(vocabulary)]
    lines += [f"{name} = {_scale(scale)}" for name, scale in _scales(vocabulary)]
    for name, table in _tables(vocabulary):
        lines += ["", f"[vocabulary.{name}]", *(f"{quoted(word)} = {quoted(meaning)}" for word, meaning in table)]
    lines += ["# Before another word these stand for another one:"]
    lines += [f"# {quoted(form)} = {' / '.join(map(quoted, words))}" for form, words in _twofold(vocabulary)]
    return "\n".join(lines) + "\n"


def _twofold(vocabulary: Vocabulary) -> list[tuple[str, tuple[str, str]]]:
    return sorted((form, words) for form, words in vocabulary.abbreviations.items() if words[0] != words[1])


def _levels_of(vocabulary: Vocabulary) -> Iterator[str]:
    """The levels in order: one list, or one for each track where their words say it."""
    order = sorted(vocabulary.levels, key=lambda one: (vocabulary.levels[one], one))
    tracks = {track: [one for one in order if vocabulary.level_tracks.get(one) == track] for track in TRACKS}
    if any(tracks.values()):
        yield from (f"levels.{track} = [{', '.join(map(quoted, one))}]" for track, one in tracks.items() if one)
        order = [one for one in order if one not in vocabulary.level_tracks]
        yield f"# and of any track: {', '.join(map(quoted, order))}"
    else:
        yield f"levels = [{', '.join(map(quoted, order))}]"


def _lists(vocabulary: Vocabulary) -> Iterator[tuple[str, Sequence[str]]]:
    yield "placeholders", sorted(vocabulary.placeholders)
    yield "totals", sorted(vocabulary.totals)
    yield "suffixes", sorted(vocabulary.suffixes)
    yield "wishes", sorted(vocabulary.wishes)
    yield "musts", sorted(vocabulary.musts)


def _scales(vocabulary: Vocabulary) -> Iterator[tuple[str, Mapping[str, int]]]:
    yield "proficiency", vocabulary.proficiency
    yield "degrees", vocabulary.degrees


def _scale(scale: Mapping[str, int]) -> str:
    """Words from the lowest rank to the highest, those of one rank in a list of their own."""
    ranks = [sorted(word for word in scale if scale[word] == rank) for rank in sorted(set(scale.values()))]
    told = [quoted(one[0]) if len(one) == 1 else f"[{', '.join(map(quoted, one))}]" for one in ranks]
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
