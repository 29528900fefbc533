"""Whether who has what one requirement asks surely has what another one asks.

A requirement is read as facts: degrees and proficiency by the scales of the vocabulary, amounts of time in months, what
is denied, and all other words without those that say nothing by themselves. "Or" parts ways to have it: each way of the
one must be a way of the other. What cannot be told counts as not had, so that a person is told rather than not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from careerpaths.spans import BOUND, Span, timed
from careerpaths.statements import (
    CHANGED,
    FALLS,
    REWRITTEN,
    RISES,
    SCALES,
    Scales,
    first_words,
    spelt,
    turn,
)
from careerpaths.titles import plain

_TOKEN = re.compile(
    r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*(?:\+\+|\#)?|[<>\u2264-\u2267\u2a7d\u2a7e%$\u20ac\u00a3\u00a5/,;&\n]|[.:](?=\s|$)"
)
_PHRASES = (
    (re.compile(r"\band (?:/ )?or\b"), "or"),
    (re.compile(r"\b(?:no|not) more than\b|\b(?:less|fewer) than\b|\bat most\b|\bup to\b"), BOUND),
    (re.compile(r"\b(?:a )?maximum(?: of)?\b|\bnot (?:to )?exceed\w*|[\u2264\u2266\u2a7d]"), BOUND),
    (re.compile(r"\bor (?:more|higher|above|greater|better|longer|over)\b|[>\u2265\u2267\u2a7e]"), ""),
    (re.compile(r"\b(?:no|not) (?:less|fewer) than\b|\bmore than\b|\bat least\b|\b(?:a )?minimum(?: of)?\b"), ""),
)
"""Several words for one sign; that an amount is the least says nothing, since all others are."""
_ENDS = frozenset(".;:\n")
_OR = "or"
_SLASH, _COMMA = "/", ","
_OTHER_OR = frozenset({"oder", "ou", "eller", "lub", "albo", "o", "\u0438\u043b\u0438"})
"""The word in other languages."""
_DENIALS = frozenset(
    {
        *("no", "not", "never", "without", "none", "neither", "nor", "cannot", "non"),
        *("kein", "keine", "keinen", "keiner", "keinerlei", "nicht", "ohne", "sans", "pas", "senza", "zonder", "geen"),
    }
)
_MAYBE, _WISH, _SHOULD, _MUST = frozenset({"may", "might", "could"}), 1, 2, 3
"""How binding a statement is: what may be asked, or is of advantage, less than what should be, and that than a must."""
_LETTERED = frozenset({"class", "type", "grade", "level", "category", "group", "part", "schedule", "tier"})
"""Words behind which an "a" is the first of several and no article."""
_SAY_NOTHING = frozenset(
    {
        *(
            "a",
            "an",
            "the",
            "this",
            "that",
            "these",
            "those",
            "of",
            "in",
            "on",
            "at",
            "to",
            "for",
            "with",
            "by",
            "from",
        ),
        *("as", "and", "is", "are", "be", "been", "being", "was", "were", "will", "shall", "would", "do", "does", "it"),
        *("its", "their", "his", "her", "your", "you", "they", "who", "which", "any", "such", "including", "includes"),
        *("have", "has", "had", "having", "hold", "holds", "holding", "possess", "possesses", "possession", "can"),
        *("able", "may", "might", "could", "should", "need", "needs", "needed", "either", "also", "plus", "etc"),
        *("candidate", "candidates", "incumbent", "incumbents", "employee", "employees", "applicant", "applicants"),
        *("person", "current", "currently", "valid", "active", "or", "<", ">", *_ENDS, _SLASH, _COMMA, "&"),
    }
)
_ALIKE = (
    ("equal", "equals", "equally", "equivalent", "equivalence", "comparable"),
    ("related", "relevant"),
    ("field", "fields", "area", "areas", "subject", "subjects", "discipline", "disciplines"),
    ("license", "licenses", "licence", "licences", "licensed", "licensure"),
    ("certificate", "certificates", "certification", "certifications", "certified", "cert"),
    ("degree", "degrees", "diploma", "diplomas"),
)
"""Words that say the same in requirements."""
_ONE_WORD = {word: words[0] for words in _ALIKE for word in words}
_DEGREE, _SPAN = "degree", "# span"
"""What stands for any degree, and for any amount of time."""
_DENIED = "not "
_ENDINGS = ("ations", "ation", "ates", "ate", "ings", "ing", "ied", "ies", "ed", "es", "s", "e", "y")
_LEAST_STEM = 4
_REMEMBERED = 1 << 15
"""Readings of texts that are remembered: a set of standards says the same requirements again and again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Facts:
    """What must be had together."""

    words: Mapping[str, int] = field(default_factory=dict)
    """Each word with how binding it is."""
    degree: int = 0
    skill: int = 0
    spans: tuple[Span, ...] = ()

    def __or__(self, other: _Facts) -> _Facts:
        found = {word: max(self.words.get(word, 0), other.words.get(word, 0)) for word in (*self.words, *other.words)}
        return _Facts(
            words=found,
            degree=max(self.degree, other.degree),
            skill=max(self.skill, other.skill),
            spans=(*self.spans, *other.spans),
        )

    def covers(self, other: _Facts) -> bool:
        """Whether who has these surely has the others."""
        if any(self.words.get(word, 0) < binding for word, binding in other.words.items()):
            return False
        if _denied(self.words) != _denied(other.words) or bool(self.skill) != bool(other.skill):
            return False
        return self.degree >= other.degree and self.skill >= other.skill and _are_longer(self.spans, other.spans)


def _denied(words: Iterable[str]) -> set[str]:
    return {word for word in words if word.startswith(_DENIED)}


def _are_longer(spans: Sequence[Span], others: Sequence[Span]) -> bool:
    """Whether each amount is as great as the other in its place; of another number of amounts it cannot be told."""
    if not others:
        return True
    return len(spans) == len(others) and all(
        one[0] == other[0] and one[1] >= other[1] for one, other in zip(spans, others, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Ranks:
    """The words of all scales, made once for many texts; compared by identity, so that readings can be remembered."""

    degrees: Mapping[str, int]
    skills: Mapping[str, int]
    obligation: Mapping[str, int]
    known: Mapping[str, int]
    """All of them."""
    heads: frozenset[str]


_Key = tuple[tuple[tuple[str, int], ...], ...]


@lru_cache(maxsize=16)
def _ranks_of(key: _Key) -> _Ranks:
    degrees, skills, obligation = map(dict, key)
    known = {**obligation, **skills, **degrees}
    return _Ranks(degrees=degrees, skills=skills, obligation=obligation, known=known, heads=first_words(known))


def _ranks(scales: Scales) -> _Ranks:
    # A graph that was exported earlier does not say how binding its words are.
    names = ("education", "proficiency", "obligation")
    return _ranks_of(tuple(tuple(scales.get(name, SCALES[name]).items()) for name in names))


_Ways = tuple[_Facts, ...]
"""What is enough, each by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a text asks: all of the parts, of each one way."""

    base: _Facts
    parts: tuple[_Ways, ...]

    def covers(self, other: _Asked) -> bool:
        """Whether who has what is asked here surely has what is asked there."""
        asked = [*([(other.base,)] if other.base != _Facts() else []), *other.parts]
        return bool(asked) and all(any(self._has(ways, part) for ways in ((_Facts(),), *self.parts)) for part in asked)

    def _has(self, ways: _Ways, part: _Ways) -> bool:
        return all(any(way.covers(one) or (self.base | way).covers(one) for one in part) for way in ways)


def suffices(one: str, other: str, *, kind: str = "", scales: Scales = SCALES) -> bool:
    """Whether who has what one requirement asks surely has what the other one asks.

    Args:
        one: a requirement as stated.
        other: another one.
        kind: of row; in a special condition "or" parts no ways to have it ("nights or weekends").
        scales: words with their ranks.

    >>> suffices("A master's degree.", "A bachelor's degree, or four years of work.")
    True
    >>> suffices("A bachelor's degree, or four years of work.", "A bachelor's degree.")
    False
    """
    # A comma before "or" may part ways as well ("nursing, biology or law"): it must be so either way.
    ranks = _ranks(scales)
    return all(
        _asked(one, kind, ranks, is_list=is_list).covers(_asked(other, kind, ranks, is_list=is_list))
        for is_list in (False, True)
    )


def required_turn(before: str | None, after: str | None, *, kind: str = "", scales: Scales = SCALES) -> str:
    """What became of something that must be had: as `turn`, and by what both texts ask.

    CHANGED where each suffices for the other, FALLS where only the first does. RISES where only the second does, or
    else where the lowest degree rises, or with the same one the longest time; REWRITTEN where none of this is so.

    Args:
        before: the requirement as stated before; None where it was not.
        after: as stated now.
        kind: of row ("special_condition").
        scales: words with their ranks.
    """
    found = turn(before, after, scales=scales)
    if before is None or after is None or found not in (CHANGED, REWRITTEN):
        return found
    is_enough, was_more = (suffices(*pair, kind=kind, scales=scales) for pair in ((before, after), (after, before)))
    if is_enough:
        return CHANGED if was_more else FALLS
    return RISES if was_more or _rises(before, after, kind, scales) else REWRITTEN


def _rises(before: str, after: str, kind: str, scales: Scales) -> bool:
    """Whether the lowest degree of a text is higher than that of another, or is the same and the longest time more."""
    old, new = (_measured(_asked(text, kind, _ranks(scales), is_list=False)) for text in (before, after))
    return new > old and 0 not in (old[0], new[0]) if old[0] != new[0] else 0 < old[1] < new[1]


def _measured(asked: _Asked) -> tuple[int, Fraction]:
    facts = [asked.base, *(way for part in asked.parts for way in part)]
    degrees = [one.degree for one in facts if one.degree]
    months = [amount for one in facts for unit, amount in one.spans if unit == "month"]
    return min(degrees, default=0), max(months, default=Fraction())


@lru_cache(maxsize=_REMEMBERED)
def _asked(text: str, kind: str, ranks: _Ranks, *, is_list: bool) -> _Asked:
    sentences = _sentences(text)
    if is_list and not any(_COMMA in one or _SLASH in one for one in sentences):
        return _asked(text, kind, ranks, is_list=False)
    wished = [_binding(one, ranks) == _WISH and _MAYBE.isdisjoint(one) for one in sentences]
    # Beside what must be had, what is only of advantage is no part of it.
    kept = [one for one, is_wish in zip(sentences, wished, strict=True) if not is_wish or all(wished)]
    base, parts = _Facts(), []
    for sentence in kept:
        ways = _ways(sentence, kind, ranks, is_list=is_list)
        if len(ways) > 1:
            parts.append(ways)
        else:
            base |= ways[0]
    return _Asked(base=base, parts=tuple(parts))


@lru_cache(maxsize=_REMEMBERED)
def _sentences(text: str) -> tuple[tuple[str, ...], ...]:
    """The words of each sentence; one that begins with "or" goes on with the one before."""
    found: list[list[str]] = [[]]
    for word, behind in pairwise([*_words(text), "."]):
        if word not in _ENDS:
            found[-1].append(word)
        elif behind != _OR:
            found.append([])
    return tuple(tuple(one) for one in found if one)


def _words(text: str) -> list[str]:
    found: list[str] = []
    for match in _TOKEN.finditer(plain(text)):
        word = match.group()
        begins = not found or found[-1] in _ENDS
        is_letter = len(word) == 1 and word.isalpha() and not begins and (word.isupper() or found[-1] in _LETTERED)
        folded = word.casefold().replace("'", "")
        found.append(f"{_LETTER}{folded}" if is_letter else _OR if folded in _OTHER_OR else folded)
    line = " ".join(found).replace("&", "and").replace("\n", ";")
    for phrase, sign in _PHRASES:
        line = phrase.sub(sign, line)
    return line.split()


_LETTER = "="
"""Before a letter that stands for something ("Class A")."""


def _binding(sentence: Sequence[str], ranks: _Ranks) -> int:
    found = {ranks.obligation.get(word, 0) for word, _ in spelt(sentence, ranks.known, heads=ranks.heads)}
    if max(found) > 1:
        return _MUST
    if 1 in found or not _MAYBE.isdisjoint(sentence):
        return _WISH
    return _SHOULD if "should" in sentence else _MUST


def _ways(sentence: Sequence[str], kind: str, ranks: _Ranks, *, is_list: bool) -> _Ways:
    """What each side of an "or" asks; where it may as well be an "and", all as one that is had by the same words."""
    binding = _binding(sentence, ranks)
    found = [_facts(side, binding, ranks) for side in _sides(sentence, is_list=is_list)]
    has_choice = _OR in sentence or _SLASH in sentence
    is_open = has_choice and (
        kind == "special_condition" or not _MAYBE.isdisjoint(sentence) or not _DENIALS.isdisjoint(sentence)
    )
    if is_open or None in found:
        return (_as_one(sentence, binding),)
    known = tuple(one for one in found if one is not None and one != _Facts())
    return known or (_Facts(),)


def _as_one(sentence: Sequence[str], binding: int) -> _Facts:
    words = sorted({_stem(word) for word in sentence if word not in _SAY_NOTHING or word == _OR})
    return _Facts(words={" ".join(words): binding})


def _sides(sentence: Sequence[str], *, is_list: bool) -> Iterator[list[str]]:
    """The words between "or" and "or"; in a list a slash parts as well, and each comma before the last of these."""
    parting = {_OR, _SLASH} if is_list else {_OR}
    last = max((place for place, word in enumerate(sentence) if word in parting), default=-1)
    side: list[str] = []
    for place, word in enumerate(sentence):
        if word in parting or (is_list and word == _COMMA and place < last):
            yield side
            side = []
        else:
            side.append(word)
    yield side


def _facts(side: Sequence[str], binding: int, ranks: _Ranks) -> _Facts | None:
    """What must be had together; None where something is denied of which it cannot be told what it is."""
    spans, rest = timed(side)
    degree, skill, words, denial = 0, 0, {}, ""
    for phrase, rank in spelt(rest, ranks.known, heads=ranks.heads):
        if phrase in _DENIALS:
            denial = _DENIED
        elif phrase in _SAY_NOTHING or (rank and phrase in ranks.obligation):
            continue
        else:
            is_had = rank and not denial
            degree = max(degree, ranks.degrees.get(phrase, 0) if is_had else 0)
            skill = max(skill, ranks.skills.get(phrase, 0) if is_had else 0)
            if not is_had:
                words[denial + _stem(phrase)] = binding
            denial = ""
    if denial:
        return None
    words |= dict.fromkeys([*([_DEGREE] if degree else []), *([_SPAN] if spans else [])], binding)
    return _Facts(words=words, degree=degree, skill=skill, spans=spans)


def _stem(word: str) -> str:
    """A word without the ending that its form has; words that say the same are one."""
    if word in _ONE_WORD:
        return _ONE_WORD[word]
    endings = (ending for ending in _ENDINGS if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM)
    return word.removesuffix(next(endings, ""))
