"""What differs between two statements: new, reworded word by word, another proficiency, rewritten, the same, gone.

Texts are compared by their folded words, in order, and the signs that change what they say ("< 2 years", "2+ years").
Nothing is guessed about what they mean but for two scales of the vocabulary: proficiency ("basic knowledge" to "expert
knowledge") and education ("bachelor's" to "doctorate").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import groupby

from careerpaths.titles import fold, plain
from careerpaths.vocabulary import VOCABULARY

NEW, GONE, SAME = "new", "gone", "same"
CHANGED, REWRITTEN = "changed", "rewritten"
RISES, FALLS = "rises", "falls"
"""Only the word for the proficiency differs, or the degree or the years of experience do."""
TURNS = (NEW, CHANGED, REWRITTEN, RISES, FALLS, SAME, GONE)
KEPT, ADDED, LEFT_OUT = "=", "+", "-"

Scales = Mapping[str, Mapping[str, int]]
"""For "proficiency", "education" and "obligation" the words of the scale with their ranks, from 1."""
SCALES: Scales = VOCABULARY.scales
Piece = tuple[str, str]
"""Words that stand together, after what became of them: kept, added or left out."""
_MOST_WORDS = 4000
"""Words up to which texts are compared one by one; a longer one is the same, or rewritten."""
_ALIKE = 0.5
"""The share of words in common, of the longer text, above which a text is reworded and not rewritten."""
_LONGEST_PHRASE = 3
# Not the head of an arrow ("->", "=>"); a plus behind a number says "or more".
_SIGN = re.compile(
    r"((?<![-=<])>=?|<(?![->])=?|[\u2264\u2265\u2266\u2267\u2a7d\u2a7e\u2260\u00b1%$\u20ac\u00a3\u00a5]|(?<=\d)\+)"
)
_SAME_SIGN = {
    "<=": "\u2264",
    "\u2266": "\u2264",
    "\u2a7d": "\u2264",
    ">=": "\u2265",
    "\u2267": "\u2265",
    "\u2a7e": "\u2265",
}
_REMEMBERED = 1 << 16
"""Texts whose words are remembered: a set of standards says the same statements again and again."""


@lru_cache(maxsize=_REMEMBERED)
def words_in(text: str) -> tuple[str, ...]:
    """The folded words of a text, and between them the signs that change what it says.

    >>> words_in("Less than (<) 2 years"), words_in("2+ Years.") == words_in("2 years")
    (('less', 'than', '<', '2', 'years'), False)
    """
    parts = _SIGN.split(plain(text))
    found: list[str] = []
    for place, part in enumerate(parts):
        found += [_SAME_SIGN.get(part, part)] if place % 2 else fold(part).split()
    return tuple(found)


def says_the_same(before: str, after: str) -> bool:
    """Whether two texts have the same words and signs; case and other punctuation do not count."""
    return before == after or words_in(before) == words_in(after)


def turn(before: str | None, after: str | None, *, scales: Scales = SCALES) -> str:
    """What became of a statement: one of TURNS.

    >>> turn("Basic knowledge of files.", "Expert knowledge of files."), turn(None, "A licence.")
    ('rises', 'new')
    """
    if before is None or after is None:
        return SAME if before == after else NEW if before is None else GONE
    old, new = words_in(before), words_in(after)
    if old == new:
        return SAME
    step = _step(old, new, scales)
    if step:
        return RISES if step > 0 else FALLS
    return CHANGED if _likeness(old, new) > _ALIKE else REWRITTEN


def proficiency(text: str, *, scales: Scales = SCALES) -> str | None:
    """The first word of the proficiency scale in a text, as the scale has it; None where there is none."""
    return next((word for word, rank in spelt(fold(text).split(), scales["proficiency"]) if rank), None)


def _step(old: Sequence[str], new: Sequence[str], scales: Scales) -> int:
    """How far up a scale one text is from the other, where nothing else differs; 0 where more does, or neither is.

    Where several words of the scale stand in a text, none may go the other way.
    """
    scale = scales["proficiency"]
    before, after = list(spelt(old, scale)), list(spelt(new, scale))
    rest = [[None if rank else word for word, rank in side] for side in (before, after)]
    if rest[0] != rest[1]:
        return 0
    steps = [there - here for (_, here), (_, there) in zip(before, after, strict=True)]
    return 0 if min(steps, default=0) < 0 < max(steps, default=0) else sum(steps)


def first_words(scale: Mapping[str, int]) -> frozenset[str]:
    """The words that phrases of a scale begin with."""
    return frozenset(phrase.partition(" ")[0] for phrase in scale)


def spelt(
    words: Sequence[str], scale: Mapping[str, int], *, heads: frozenset[str] | None = None
) -> Iterator[tuple[str, int]]:
    """The words in order, those of a phrase of the scale as one, each with its rank; 0 for all others.

    Args:
        words: folded.
        scale: words and phrases with their ranks.
        heads: `first_words` of the scale, where they are known.
    """
    heads = first_words(scale) if heads is None else heads
    if heads.isdisjoint(words):
        yield from ((word, 0) for word in words)
        return
    place = 0
    while place < len(words):
        longest = _LONGEST_PHRASE if words[place] in heads else 1
        phrases = (" ".join(words[place : place + length]) for length in range(longest, 1, -1))
        phrase = next((phrase for phrase in phrases if phrase in scale), words[place])
        yield phrase, scale.get(phrase, 0)
        place += phrase.count(" ") + 1


def word_by_word(before: str, after: str) -> tuple[Piece, ...]:
    """Both texts as one, in pieces that were kept, left out or added; as written, kept ones as they stand after.

    The words in common are a longest common subsequence (see `_matches`).

    >>> word_by_word("Tests small systems.", "Tests all systems.")
    (('=', 'Tests'), ('-', 'small'), ('+', 'all'), ('=', 'systems.'))
    """
    old, new = before.split(), after.split()
    matches = _matches(*([" ".join(words_in(word)) or word for word in side] for side in (old, new)))
    marked = _marked(old, new, matches)
    return tuple((mark, " ".join(word for _, word in words)) for mark, words in groupby(marked, key=lambda one: one[0]))


def _marked(old: Sequence[str], new: Sequence[str], matches: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    here = there = 0
    for old_end, new_end in (*matches, (len(old), len(new))):
        yield from ((LEFT_OUT, word) for word in old[here:old_end])
        yield from ((ADDED, word) for word in new[there:new_end])
        if new_end < len(new):
            yield KEPT, new[new_end]
        here, there = old_end + 1, new_end + 1


def _likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """The words in common, in order, as a share of the longer text."""
    if max(len(old), len(new)) > _MOST_WORDS or not old or not new:
        return 0.0
    return _rows(old, new)[-1].bit_count() / max(len(old), len(new))


def _rows(old: Sequence[str], new: Sequence[str]) -> list[int]:
    """After each word of `new`, the places in `old` up to which a longest common subsequence grows, as bits.

    Hyyrö, "Bit-parallel LCS-length computation revisited", Australasian Workshop on Combinatorial Algorithms (2004);
    for n and m words O(n m / w) with words of w bits. (There the bits are turned round.)
    """
    places: dict[str, int] = {}
    for place, word in enumerate(old):
        places[word] = places.get(word, 0) | 1 << place
    everything = (1 << len(old)) - 1
    row, rows = everything, []
    for word in new:
        hits = row & places.get(word, 0)
        row = (row + hits | row - hits) & everything
        rows.append(row ^ everything)
    return rows


def _matches(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The places of the words of a longest common subsequence in both texts, read back from the rows."""
    if max(len(old), len(new)) > _MOST_WORDS or not old or not new:
        return []
    rows = [0, *_rows(old, new)]
    here, there = len(old), len(new)
    matches = []
    while here and there:
        bit = 1 << here - 1
        if not rows[there] & bit:
            here -= 1
        elif rows[there - 1] & bit:
            there -= 1
        else:
            here, there = here - 1, there - 1
            matches.append((here, there))
    return matches[::-1]


def likeness(before: str, after: str) -> float:
    """How alike two texts are, 0 to 1: the words in common, in order, as a share of the longer one."""
    old, new = words_in(before), words_in(after)
    return 1.0 if old == new else _likeness(old, new)


def best_pairs(before: Sequence[str], after: Sequence[str], *, least: float = 0.4) -> list[tuple[int, int]]:
    """The places of texts that match best, each once: equal ones first, then the most alike, ties in order.

    Args:
        before: texts of the one side.
        after: texts of the other.
        least: how alike two texts must be at least to be a pair.
    """
    scored = [
        (-score, there, here)
        for here, old in enumerate(before)
        for there, new in enumerate(after)
        if (score := likeness(old, new)) >= least
    ]
    taken: list[tuple[int, int]] = []
    for _, there, here in sorted(scored):
        if all(here != one and there != other for one, other in taken):
            taken.append((here, there))
    return sorted(taken)
