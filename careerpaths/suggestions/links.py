"""Which fields hold titles, and which hold titles again: next roles. And what differs between a role and its next."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from careerpaths.suggestions.languages import JOINING, Hint
from careerpaths.suggestions.shapes import CODE, SENTENCE, Field, Record
from careerpaths.titles import title_key

PATHS = frozenset({"career_path", "next", "promoted_from", "reports_to", "to"})
"""Meanings of fields that hold titles of other roles."""
_TITLES = frozenset({"title", "from"})
_NEXT = frozenset({"career_path", "next", "to"})
_HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Links:
    """What the fields of a layout have to do with each other.

    Attributes:
        title: the field whose cells stand again under others; None where there is none.
        title_kind: what it means: a title, or where a move begins.
        paths: the fields whose cells stand there, those with the most first.
        codes: a field that holds codes of other roles -> the field of these codes.
        steps: pairs of roles of which the first names the second.
    """

    title: Field | None = None
    title_kind: str = "title"
    paths: tuple[Field, ...] = ()
    codes: Mapping[Field, Field]
    steps: tuple[tuple[Record, Record], ...] = ()

    def share_changed(self, one: Field) -> float | None:
        """The share of steps to another text of a field; None where too few state it."""
        values = {record: cell.text for cell in one.cells for record in cell.records}
        both = [(values[start], values[end]) for start, end in self.steps if start in values and end in values]
        if len(both) < 2:  # noqa: PLR2004 - one step says nothing
            return None
        return sum(1 for before, after in both if before != after) / len(both)


def links_in(fields: Sequence[Field], hints: Mapping[str, Hint]) -> Links:
    """The titles and next roles among fields of one layout."""
    kinds = {one: ((one.kind,) if one.kind else hints[one.key].kinds) for one in fields}
    texts = [one for one in fields if _may_be_titles(one)]
    codes = dict(_codes_again(fields))
    title, paths = _best([one for one in texts if not _is_told(kinds[one], _TITLES)], texts, kinds)
    if title is None:
        return Links(codes=codes)
    # A table of moves: "from" is a title only where the word for the other end says so.
    kind = "from" if any("to" in kinds[one] for one in paths) and title.is_column else "title"
    followed = [one for one in paths if not kinds[one] or _NEXT & {*kinds[one]}]
    steps = tuple(step for one in followed for step in steps_between(title, one))
    return Links(title=title, title_kind=kind, paths=paths, codes=codes, steps=steps)


def _is_told(kinds: Sequence[str], among: frozenset[str]) -> bool:
    """Whether words say that a field means something else."""
    return bool(kinds) and not among & {*kinds}


def _may_be_titles(one: Field) -> bool:
    texts = [cell.text for cell in one.cells]
    words = sum(len(text.split()) for text in texts)
    return bool(texts) and words < 2 * SENTENCE * len(texts) and not all(map(CODE.fullmatch, texts))


def _best(
    titles: Sequence[Field], texts: Sequence[Field], kinds: Mapping[Field, Sequence[str]]
) -> tuple[Field | None, tuple[Field, ...]]:
    """The field that most others name, and these; where words call fields titles, one of them."""
    told = [one for one in titles if _TITLES & {*kinds[one]}]
    named = [(one, _named_in(one)) for one in texts if _may_name(kinds[one])]
    for among in (told, [one for one in titles if one not in told and _distinct(one) >= _HALF]):
        best: tuple[tuple[float, ...], Field | None, tuple[Field, ...]] = ((), None, ())
        for title in among:
            paths = _paths_to(title, named)
            is_named = any(PATHS & {*kinds[one]} for _, one in paths)
            worth = (is_named, sum(count for count, _ in paths), _distinct(title), -title.blanks, -title.place)
            if paths and worth > best[0]:
                best = (worth, title, tuple(one for _, one in paths))
        if best[1]:
            return best[1:]
    return None, ()


_Named = Sequence[tuple[str, Sequence[str], frozenset[Record]]]
"""Of each cell the key of the whole, those of its parts, and the roles that it tells of."""


def _named_in(one: Field) -> _Named:
    return [(_key(cell.text), _parts(cell.text), frozenset(cell.records)) for cell in one.cells]


def _paths_to(title: Field, named: Sequence[tuple[Field, _Named]]) -> list[tuple[int, Field]]:
    known = by_title(title)
    found = [(_shared(cells, known), one) for one, cells in named if one is not title]
    return sorted(((count, one) for count, one in found if count), key=lambda pair: -pair[0])


def _may_name(kinds: Sequence[str]) -> bool:
    return not _is_told(kinds, PATHS)


def _distinct(one: Field) -> float:
    return len({_key(cell.text) for cell in one.cells}) / len(one.cells)


def _key(text: str) -> str:
    return title_key(" ".join(text.split()))


def _shared(cells: _Named, known: Mapping[str, Sequence[Record]]) -> int:
    """How many texts of one field stand in another for another role; 0 where most do not."""
    named: dict[str, bool] = {}
    for whole, parts, records in cells:
        for key in (whole,) if whole in known else parts:
            is_other = key in known and records.isdisjoint(known[key])
            named[key] = named.get(key, False) or is_other
    count = sum(named.values())
    return count if count >= _HALF * len(named) else 0


def by_title(title: Field) -> dict[str, list[Record]]:
    """The roles of each title, by its key."""
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for cell in title.cells:
        found[_key(cell.text)] += cell.records
    return dict(found)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(key for part in _separator().split(text) if part and (key := _key(part))))


def pieces(text: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """The keys of the titles that may stand in a cell: the whole where it is known, else what separators part."""
    whole = _key(text)
    return (whole,) if whole in known else _parts(text)


@cache
def _separator() -> re.Pattern[str]:
    words = "|".join(map(re.escape, (*JOINING, "and", "or")))
    return re.compile(rf"\s*(?:[\n;,|]|\s/\s|\s(?:{words})\.?\s)\s*", re.IGNORECASE)


def joining_words(text: str, known: Mapping[str, object]) -> tuple[str, ...]:
    """The words between the titles of a cell ("et"); none where its parts are no titles."""
    parts = _parts(text)
    if _key(text) in known or len(parts) == 1 or not any(part in known for part in parts):
        return ()
    said = text.casefold().split()
    return tuple(word for word in JOINING if word in said or f"{word}." in said)


def steps_between(title: Field, path: Field) -> Iterator[tuple[Record, Record]]:
    """Pairs of roles of which the first names the second in a field of next roles."""
    known = by_title(title)
    for cell in path.cells:
        for key in pieces(cell.text, known):
            yield from ((start, end) for start in cell.records for end in known.get(key, ()) if start != end)


def _codes_again(fields: Sequence[Field]) -> Iterator[tuple[Field, Field]]:
    """Fields whose codes stand in another field, in that of another role."""
    coded = [one for one in fields if one.cells and all(CODE.fullmatch(cell.text.strip()) for cell in one.cells)]
    for path in coded:
        for codes in coded:
            known = {cell.text.strip(): cell.records for cell in codes.cells}
            again = [cell for cell in path.cells if not {*known.get(cell.text.strip(), cell.records)} & {*cell.records}]
            is_less = _distinct(codes) > _distinct(path) or path.blanks > codes.blanks
            if is_less and len(known) == len(codes.cells) and 2 * len(again) > len(path.cells):
                yield path, codes
                break
