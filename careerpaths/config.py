"""The configuration file `careerpaths.toml`: what the documents do not say of themselves, and an employer's words."""

from __future__ import annotations

import codecs
import datetime as dt
import os
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

import msgspec

from careerpaths.errors import BadConfiguration
from careerpaths.finding import unusual, visible
from careerpaths.mentions import short
from careerpaths.titles import fold
from careerpaths.vocabulary import KINDS, TRACKS, VOCABULARY, Vocabulary

Named = Literal["sheet", "file", "folder"]
"""What may name the job function or family of a document that does not state it."""


class Words(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[vocabulary]`: words beside those that the program knows.

    Attributes:
        labels: row label -> kind of row ("duty", "knowledge" ...).
        columns: heading of a table -> what stands in that column.
        categories: category -> track.
        levels: level names from the lowest to the highest: one list, or a list for each track.
        levels_fall: True where numbers run downwards: level 1 is the highest.
        abbreviations: abbreviation -> the words that it stands for.
        values: kind of row -> another word for a value -> the value.
        placeholders: what stands in a cell instead of a title.
        totals: what stands for a title in a row of figures that sums up those above.
        suffixes: words that may stand behind a level number.
        separators: marks and words that part the titles of one cell.
        proficiency: words for how well something must be known, from the least to the most; in place of those known.
        degrees: words for degrees, likewise.
        wishes: words by which a requirement only says what is of advantage.
        musts: words by which it must be had all the same.
    """

    labels: dict[str, str] = {}
    columns: dict[str, str] = {}
    categories: dict[str, str] = {}
    levels: tuple[str, ...] | dict[str, tuple[str, ...]] = ()
    levels_fall: bool = False
    abbreviations: dict[str, str] = {}
    values: dict[str, dict[str, str]] = {}
    placeholders: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
    suffixes: tuple[str, ...] = ()
    separators: tuple[str, ...] = ()
    proficiency: tuple[str | tuple[str, ...], ...] = ()
    degrees: tuple[str | tuple[str, ...], ...] = ()
    wishes: tuple[str, ...] = ()
    musts: tuple[str, ...] = ()


class Limits(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table `[limits]`: what one document may cost before it is given up.

    Attributes:
        seconds: of wall clock in a worker process.
        megabytes: of memory of a worker process, where the system can limit it.
        file_megabytes: size of a document.
    """

    seconds: int = 60
    megabytes: int = 1536
    file_megabytes: int = 200


RANGES = {"seconds": (1, 86_400), "megabytes": (64, 1_048_576), "file_megabytes": (1, 16_384)}
"""The least and the most of each limit: a second to a day, what a worker needs to start, what a machine may have."""


class Configuration(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a configuration file may say.

    Attributes:
        organisation: whose standards these are.
        edition: the date or name of the set; no clock is read.
        dates: whether day or month stands first in dates such as 03/12/2023.
        contact: whom to ask, as a phrase ("the HR service desk").
        tops: titles, codes or ids of roles that are meant to lead nowhere.
        exclude: patterns of paths below the data folders that are no documents ("drafts/*", "*old*").
        overlays: files with further values for roles, relative to the configuration file.
        encodings: pattern of paths below the data folders ("*.csv") -> encoding of those that are no UTF-8 ("cp1250").
        aliases: another spelling of a title -> the title or job code that it means.
        function_from: what names the job function of a document that does not state it.
        family_from: likewise for the job family.
        selectors: names for selectors ("my team" = "function:payroll"), to be used in other selectors.
        vocabulary: words beside those that the program knows.
        limits: what one document may cost.
    """

    organisation: str | None = None
    edition: str | None = None
    dates: Literal["day first", "month first"] | None = None
    contact: str | None = None
    tops: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    overlays: tuple[str, ...] = ()
    encodings: dict[str, str] = {}
    aliases: dict[str, str] = {}
    function_from: Named | None = None
    family_from: Named | None = None
    selectors: dict[str, str] = {}
    vocabulary: Words = Words()
    limits: Limits = Limits()


_KEYS = f"the keys are {', '.join(Configuration.__struct_fields__)}"
_PATH = re.compile(r" - at `\$\.?(.*?)`$")


def _encoding_of(content: bytes) -> str:
    """UTF-8 as TOML has it; or UTF-16, which some shells write into a file, by its mark."""
    return "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"


def read_configuration(path: Path) -> Configuration:
    """The configuration in a TOML file. Raises BadConfiguration with the key or line that is wrong."""
    try:
        content = _content(path)
    except (OSError, ValueError) as error:
        # A name with a NUL is none that any file can have.
        reason = getattr(error, "strerror", None) or "no file can have this name"
        message = f"{visible(str(path))}: could not be read ({reason})"
        raise BadConfiguration(message) from error
    try:
        raw = _dates_as_text(tomllib.loads(content.decode(_encoding_of(content))))
        _check_limits(path, raw.get("limits"))
        known = msgspec.convert(raw, Configuration)
    except msgspec.ValidationError as error:
        message = f"{visible(str(path))}: {_in_words(str(error), raw)}"
        raise BadConfiguration(message) from error
    except (ValueError, RecursionError) as error:
        # Not TOML, not UTF-8, a number of thousands of digits, or lists in lists without end.
        message = f"{visible(str(path))}: this is no TOML: {error}; {_KEYS}"
        raise BadConfiguration(message) from error
    _check_words(path, known.vocabulary)
    _check_encodings(path, known.encodings)
    return known


def _check_encodings(path: Path, encodings: Mapping[str, str]) -> None:
    """Raise BadConfiguration where an encoding has a name that nobody knows."""
    for pattern, encoding in encodings.items():
        try:
            codecs.lookup(encoding)
        except (LookupError, ValueError) as error:
            wrong = f'encodings: "{short(pattern)}": no encoding is called "{short(encoding)}"'
            message = f"{visible(str(path))}: {wrong}; there are cp1250, cp1251, mac_roman, shift_jis ...; {_KEYS}"
            raise BadConfiguration(message) from error


def _content(path: Path) -> bytes:
    """The bytes of a file; the null device is an empty one. Raises OSError for any other device, and for a pipe."""
    if str(path) == os.devnull:
        return b""
    if what := unusual(path.stat().st_mode):
        raise OSError(0, f"it is {what} and no ordinary file")
    return path.read_bytes()


def _check_limits(path: Path, limits: Any) -> None:
    """Raise BadConfiguration where a limit is a number that none can be."""
    for key, (least, most) in RANGES.items():
        stated = limits.get(key) if isinstance(limits, dict) else None
        if isinstance(stated, int) and not isinstance(stated, bool) and not least <= stated <= most:
            expected = f"expected a whole number from {least:,} to {most:,}"
            message = f"{visible(str(path))}: limits.{key}: found {short(str(stated))}, {expected}"
            raise BadConfiguration(message)


def _in_words(error: str, raw: Mapping[str, Any]) -> str:
    """What is wrong with which key, for somebody who wrote the file by hand."""
    known = Configuration.__struct_fields__
    unknown = sorted(set(raw) - set(known))
    if unknown:
        return f'there is no key "{unknown[0]}"; {_KEYS}'
    found = _PATH.search(error)
    key = found[1].replace("[...]", "") if found else ""
    top = re.split(r"[.\[]", key)[0] or "a key"
    if top in ("vocabulary", "limits"):
        return f"{key}: {error[: found.start()] if found else error}; the keys are {', '.join(_fields(top))}"
    expected = 'a text in quotes, such as "2026"'
    if top in ("tops", "exclude", "overlays"):
        expected = 'a list of texts, such as ["Director"]'
    elif top == "aliases":
        expected = 'a table of texts, such as {"Imaging Spec 3" = "8797"}'
    elif top == "encodings":
        expected = 'a table of texts, such as {"*.csv" = "cp1250"}'
    elif top == "selectors":
        expected = 'a table of texts, such as {"senior" = "level:advanced or level:expert"}'
    elif top == "dates":
        expected = '"day first" or "month first"'
    elif top.endswith("_from"):
        expected = '"sheet", "file" or "folder"'
    return f"{top}: expected {expected}; {_KEYS}"


def _fields(table: str) -> tuple[str, ...]:
    return Words.__struct_fields__ if table == "vocabulary" else Limits.__struct_fields__


def _dates_as_text(raw: dict[str, Any]) -> dict[str, Any]:
    """An edition may be written as a TOML date."""
    return {key: value.isoformat() if isinstance(value, dt.date) else value for key, value in raw.items()}


def _check_words(path: Path, words: Words) -> None:
    """Raise BadConfiguration where a word is given a meaning that there is none of."""
    tracks = tuple(words.levels) if isinstance(words.levels, dict) else ()
    meanings = (
        *((f"labels.{word}", kind, KINDS) for word, kind in words.labels.items()),
        *((f"columns.{word}", kind, KINDS) for word, kind in words.columns.items()),
        *((f"categories.{word}", track, TRACKS) for word, track in words.categories.items()),
        *((f"levels.{track}", track, TRACKS) for track in tracks),
        *((f"values.{kind}", kind, KINDS) for kind in words.values),
    )
    for key, meaning, known in meanings:
        if meaning not in known:
            message = f'{visible(str(path))}: vocabulary.{key}: "{meaning}" is none of {", ".join(known)}'
            raise BadConfiguration(message)


def vocabulary_of(words: Words, *, known: Vocabulary = VOCABULARY) -> Vocabulary:
    """The words that are known, with those of a configuration beside or before them."""
    if words == Words():
        return known
    return replace(
        _with_meanings(words, known),
        placeholders=known.placeholders | {fold(one) for one in words.placeholders},
        totals=known.totals | {fold(one) for one in words.totals},
        suffixes=known.suffixes | {fold(one) for one in words.suffixes},
        separators=tuple(dict.fromkeys((*known.separators, *words.separators))),
        proficiency=_scale(words.proficiency) or known.proficiency,
        degrees=_scale(words.degrees) or known.degrees,
        wishes=known.wishes | {fold(one) for one in words.wishes},
        musts=known.musts | {fold(one) for one in words.musts},
    )


def _with_meanings(words: Words, known: Vocabulary) -> Vocabulary:
    """The words that are known, with those beside or before them that stand for something."""
    orders, tracks = _levels(words)
    return replace(
        known,
        labels={**known.labels, **_folded(words.labels)},
        columns={**known.columns, **_folded(words.columns)},
        categories={**known.categories, **_folded(words.categories)},
        levels={**known.levels, **orders},
        level_tracks={**known.level_tracks, **tracks},
        levels_fall=words.levels_fall,
        abbreviations={**known.abbreviations, **{fold(a): (fold(b), fold(b)) for a, b in words.abbreviations.items()}},
        values={**known.values, **_values(words, known)},
    )


def _scale(ranks: Sequence[str | tuple[str, ...]]) -> dict[str, int]:
    """The rank of each word; words of one rank stand in a list of their own."""
    return {fold(word): rank for rank, one in enumerate(ranks, 1) for word in ([one] if isinstance(one, str) else one)}


def _folded(words: Mapping[str, str]) -> dict[str, str]:
    return {fold(word): meaning for word, meaning in words.items()}


def _values(words: Words, known: Vocabulary) -> dict[str, dict[str, str]]:
    return {
        kind: {**known.values.get(kind, {}), **{fold(word): fold(value) for word, value in pairs.items()}}
        for kind, pairs in words.values.items()
    }


def _levels(words: Words) -> tuple[dict[str, int], dict[str, str]]:
    """The order of each level name within its track, and its track where it is stated."""
    by_track = words.levels if isinstance(words.levels, dict) else {"": words.levels}
    orders = {fold(name): order for names in by_track.values() for order, name in enumerate(names, 1)}
    tracks = {fold(name): track for track, names in by_track.items() for name in names if track}
    return orders, tracks
