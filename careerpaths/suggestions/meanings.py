"""What each label and heading may mean, by what stands below or beside it, by other languages, by words that are near.

What stands in the cells counts first: next roles are texts that stand again among the titles, job codes are short and
all different, levels are few and differ between a role and its next, long sentences are duties. A word of another
language says which where the cells leave it open, or alone. Nothing here is read by; it is only suggested.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace

from careerpaths.nearness import NEAR, nearest
from careerpaths.suggestions.languages import OTHER, Hint, hint_of
from careerpaths.suggestions.links import PATHS, Links, links_in
from careerpaths.suggestions.shapes import CODE, SENTENCE, Field, Record
from careerpaths.titles import LONGEST_TITLE, fold, level_number
from careerpaths.vocabulary import Vocabulary
from careerpaths.wording.suggesting import suggesting

_ONCE = frozenset({"title", "job_code", "level", "from", "to"})
"""What a role has one of."""
_IN_TABLES = {"career_path": "next", "job_summary": "custom_scope"}
_IN_LABELS = {"next_code": "career_path", "from": "title", "to": "career_path", "next": "career_path"}
_SHORT, _FEW = 4, 15
"""Words of a level, and how many levels there may be."""
_MOST, _LEAST = 0.6, 0.4
"""Shares of the moves that go to another level, and of those that leave a job function."""
_FAR = 60.0
"""Similarity, of 100, from which a known word is shown."""
_SHORTEST_CODE = 3
_SPOKEN = 2
"""Words of a language from which it is taken for the language of the documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What a word may mean.

    Attributes:
        field: the word and its cells.
        kind: one of the kinds of the vocabulary; None where nothing is known.
        is_sure: whether it can be used as it is.
        reasons: why, as parts of a sentence.
    """

    field: Field
    kind: str | None
    is_sure: bool
    reasons: tuple[str, ...]


@dataclass(slots=True, eq=False)
class _Desk:
    """What has been found out about the labels, or about the headings, so far."""

    fields: Sequence[Field]
    hints: dict[str, Hint]
    links: Links
    vocabulary: Vocabulary
    spoken: frozenset[str]
    is_recognised: bool
    found: dict[str, Meaning] = field(default_factory=dict)

    def open(self) -> list[Field]:
        """What has no meaning yet, in the order of the documents."""
        left = [one for one in self.fields if one.kind is None and one.key not in self.found]
        return sorted(left, key=lambda one: one.place)

    def known_kinds(self) -> set[str | None]:
        return {*(one.kind for one in self.fields), *(one.kind for one in self.found.values())}

    def kinds(self, one: Field) -> tuple[str, ...]:
        """What a word is known to mean, or may mean by its language."""
        return (one.kind,) if one.kind else self.hints[one.key].kinds

    def whole(self, one: Field) -> tuple[str, ...]:
        """What a word may mean by its language where that has the whole word."""
        return self.kinds(one) if one.kind or self.hints[one.key].is_whole else ()

    def take(self, one: Field, kind: str | None, *reasons: str, sure: bool = True) -> None:
        hint = self.hints[one.key]
        is_said = kind is not None and kind in hint.kinds
        languages = " / ".join(one for one in hint.languages if one in self.spoken) or " / ".join(hint.languages)
        known = [suggesting("language", languages=languages)] if is_said else []
        self.found[one.key] = Meaning(field=one, kind=kind, is_sure=sure, reasons=(*known, *reasons))

    def taken(self, kind: str, records: Collection[Record]) -> bool:
        """Whether another word means this already for one of these roles."""
        known = [one for one in self.fields if one.kind == kind]
        known += [one.field for one in self.found.values() if one.is_sure and one.kind == kind]
        return any(record in records for one in known for cell in one.cells for record in cell.records)


def meanings(fields: Sequence[Field], vocabulary: Vocabulary, *, is_recognised: bool) -> tuple[Meaning, ...]:
    """What the labels and headings that are not known may mean, in the order given.

    Args:
        fields: all of them, those that are known included.
        vocabulary: the words that are known.
        is_recognised: whether some documents are read: then one word of another language is no sign of it.
    """
    hints = {one.key: hint_of(one.word) for one in fields}
    spoken = _spoken([hints[one.key] for one in fields if one.kind is None])
    is_alone = is_recognised and max(spoken.values(), default=0) < _SPOKEN
    most = frozenset(language for language, count in spoken.items() if count == max(spoken.values()))
    found = {}
    for is_column in (True, False):
        mine = [one for one in fields if one.is_column == is_column]
        desk = _Desk(mine, hints, links_in(mine, hints), vocabulary, most, is_recognised)
        for step in (_take_titles, _take_paths, _take_codes, _take_levels, _take_said, _take_functions, _take_texts):
            step(desk)
        if is_alone:
            _doubt_words(desk)
        for one in desk.open():
            _take_nearest(desk, one)
        found.update({(is_column, key): one for key, one in desk.found.items()})
    found = {place: _in_place(_agreed(one, found.get((not place[0], place[1])))) for place, one in found.items()}
    return tuple(found[one.is_column, one.key] for one in fields if (one.is_column, one.key) in found)


def _spoken(hints: Iterable[Hint]) -> Counter[str]:
    """The languages of the words, with how many of the words are of each."""
    return Counter(language for hint in hints if hint.is_whole for language in hint.languages)


def _agreed(one: Meaning, other: Meaning | None) -> Meaning:
    """What a word means as a label and as a heading at once: what more speaks for."""
    if other is None or (other.is_sure, bool(other.kind and other.reasons)) <= (
        one.is_sure,
        bool(one.kind and one.reasons),
    ):
        return one
    return replace(one, kind=other.kind, is_sure=other.is_sure, reasons=(suggesting("elsewhere"), *other.reasons))


def _in_place(one: Meaning) -> Meaning:
    """The name that a kind has in a table, or in rows."""
    names = _IN_TABLES if one.field.is_column else _IN_LABELS
    kind = names.get(one.kind or "", one.kind)
    return replace(one, kind=kind)


def _records(one: Field) -> frozenset[Record]:
    return frozenset(record for cell in one.cells for record in cell.records)


def _take_titles(desk: _Desk) -> None:
    """The field among whose cells those of others stand again."""
    title = desk.links.title
    if title and title.kind is None:
        paths = " / ".join(f'"{one.word}"' for one in desk.links.paths)
        desk.take(title, desk.links.title_kind, suggesting("stands_again", others=paths))


def _take_paths(desk: _Desk) -> None:
    """Next roles; where several fields hold titles, those that a word tells apart."""
    title = desk.links.title
    told = [one for one in desk.links.paths if PATHS & {*desk.kinds(one)}]
    first = next(iter(desk.links.paths), None)
    for one in desk.links.paths:
        if one.kind is None and title is not None:
            kind = next((kind for kind in desk.kinds(one) if kind in PATHS), "career_path")
            is_sure = one in told or (not told and one is first)
            reason = suggesting("are_titles" if is_sure else "may_be_titles", other=title.word)
            desk.take(one, kind, reason, sure=is_sure)


def _take_codes(desk: _Desk) -> None:
    """Short texts with a digit that are all different; where several are, those that a word tells."""
    codes = [one for one in desk.open() if _is_codes(one) and not {OTHER, "level"} & {*desk.whole(one)}]
    told = [one for one in codes if "job_code" in desk.kinds(one)]
    for one in told or codes[:1]:
        if not desk.taken("job_code", _records(one)):
            desk.take(one, "job_code", suggesting("codes"))
    for one in desk.open():
        if one in desk.links.codes:
            desk.take(one, "next_code", suggesting("are_codes", other=desk.links.codes[one].word))


def _is_codes(one: Field) -> bool:
    texts = [cell.text.strip() for cell in one.cells]
    if len(texts) < 2 or len(set(texts)) < len(texts) or not all(map(CODE.fullmatch, texts)):  # noqa: PLR2004
        return False
    return all(len(text) >= _SHORTEST_CODE for text in texts)


def _take_levels(desk: _Desk) -> None:
    """Few short texts that a word calls levels, or that differ side by side, or between a role and its next."""
    few = [one for one in desk.open() if _is_few(one) and OTHER not in desk.whole(one)]
    told = [one for one in few if "level" in desk.whole(one)]
    signs: tuple[tuple[Callable[[Field], bool], str], ...] = (
        (_is_side_by_side, "side_by_side"),
        (lambda one: _is_again(one) and (desk.links.share_changed(one) or 0.0) >= _MOST, "levels_change"),
        (_is_numbered, "numbered"),
    )
    shaped = [
        (one, suggesting(why)) for holds, why in signs for one in few if holds(one) and _may_be("level", one, desk)
    ]
    reasons = dict(reversed(shaped))
    for one in told or [one for one, _ in shaped[:1]]:
        if not desk.taken("level", _records(one)):
            # Among columns that are known, what only looks like levels may be anything.
            desk.take(one, "level", *filter(None, [reasons.get(one)]), sure=one in told or not desk.is_recognised)


def _may_be(kind: str, one: Field, desk: _Desk) -> bool:
    return kind in desk.kinds(one) or not desk.whole(one)


def _is_few(one: Field) -> bool:
    kinds = {fold(cell.text) for cell in one.cells}
    short = all(len(cell.text.split()) <= _SHORT for cell in one.cells)
    return short and 1 < len(kinds) <= _FEW


def _is_again(one: Field) -> bool:
    """Whether its texts come again and again."""
    return 3 * len({fold(cell.text) for cell in one.cells}) <= 2 * len(one.cells)


def _is_side_by_side(one: Field) -> bool:
    """Whether a row has the same texts in several documents, another in each column."""
    rows: dict[int, list[str]] = {}
    for cell in one.cells:
        rows.setdefault(cell.records[0][0], []).append(fold(cell.text))
    wide = [row for row in rows.values() if len(row) > 1]
    return not one.is_column and len(wide) > 1 and _is_again(one) and all(len(set(row)) == len(row) for row in wide)


def _is_numbered(one: Field) -> bool:
    numbers = [level_number(cell.text) for cell in one.cells]
    return _is_again(one) and all(number is not None for number in numbers)


def _take_said(desk: _Desk) -> None:
    """What a word of another language says, where nothing that stands there contradicts."""
    for one in desk.open():
        kinds = [kind for kind in desk.whole(one) if kind != OTHER and _fits(kind, one, desk)]
        free = [kind for kind in kinds if kind not in _ONCE or not desk.taken(kind, _records(one))]
        if free:
            desk.take(one, free[0])
        elif kinds:
            desk.take(one, kinds[0], suggesting("taken"), sure=False)


def _fits(kind: str, one: Field, desk: _Desk) -> bool:
    """Whether what stands there can have a meaning that a word may have."""
    if kind == "title":
        # A word that may also be a job function is a title where each stands once.
        is_one = len(desk.kinds(one)) == 1 or len({fold(cell.text) for cell in one.cells}) == len(one.cells)
        return is_one and all(len(cell.text.split()) <= LONGEST_TITLE for cell in one.cells)
    if kind == "job_code":
        return all(len(cell.text.split()) == 1 for cell in one.cells)
    return True


def _take_functions(desk: _Desk) -> None:
    """Few texts that come again and stay the same where a role leads to its next."""
    if "job_function" in desk.known_kinds():
        return
    steady = [
        one
        for one in desk.open()
        if _is_few(one) and _is_again(one) and not desk.whole(one) and (desk.links.share_changed(one) or 0.0) <= _LEAST
    ]
    # A job family has several functions, a function one family.
    most = max(steady, key=lambda one: len({fold(cell.text) for cell in one.cells}), default=None)
    if most is not None and desk.links.steps:
        desk.take(most, "job_function", suggesting("functions"), sure=not desk.is_recognised)


def _take_texts(desk: _Desk) -> None:
    """Long sentences are duties: the longest for sure, others maybe."""
    long = [one for one in desk.open() if not desk.kinds(one) and _words(one) >= SENTENCE]
    is_known = desk.is_recognised or "duty" in desk.known_kinds()
    for one in sorted(long, key=lambda one: -_words(one)):
        desk.take(one, "duty", suggesting("sentences"), sure=not is_known)
        is_known = True


def _words(one: Field) -> float:
    return sum(len(cell.text.split()) for cell in one.cells) / len(one.cells) if one.cells else 0.0


def _doubt_words(desk: _Desk) -> None:
    """What rests on one word of another language alone is not sure: it may be a word of the documents' own."""
    for key, one in desk.found.items():
        if len(one.reasons) == 1 and one.kind in desk.hints[key].kinds:
            desk.found[key] = replace(one, is_sure=False)


def _take_nearest(desk: _Desk, one: Field) -> None:
    """What a part of a word says in another language, else the nearest known word."""
    kinds = desk.kinds(one)
    if OTHER in desk.whole(one):
        desk.take(one, None, suggesting("other"), sure=False)
        return
    near = near_word(one, desk.vocabulary)
    said = next((kind for kind in kinds if kind != OTHER), None)
    kind = said or meaning_of(near, one, desk.vocabulary)
    if kind in _ONCE and desk.taken(kind, _records(one)):
        desk.take(one, said, *([suggesting("taken")] if said else []), sure=False)
        return
    is_near = bool(near and not said and nearest(one.key, (near,), limit=1, least=NEAR))
    desk.take(one, kind, sure=is_near)


def near_word(one: Field, vocabulary: Vocabulary) -> str | None:
    """The known word that is nearest to that of a field; None where none is near."""
    known = vocabulary.columns if one.is_column else vocabulary.labels
    return next(iter(nearest(one.key, tuple(sorted(known)), limit=1, least=_FAR)), None)


def meaning_of(word: str | None, one: Field, vocabulary: Vocabulary) -> str | None:
    """What a known word means in the place of a field."""
    known = vocabulary.columns if one.is_column else vocabulary.labels
    return known[word] if word else None
