"""A sentence in a career path ("may progress to Analyst 3"): which known titles and job codes it names, if any.

Nothing is inferred from a sentence: it yields titles and codes that are known exactly, and none at all where it denies
something or sets a condition.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from careerpaths.titles import LONGEST_TITLE, Word, fold, plain, spelt_out, words
from careerpaths.vocabulary import VOCABULARY, Vocabulary

_CODE_LENGTH = 3
"""A shorter number is a level, no job code."""
_CODE = re.compile(r"[\w.-]*\d[\w.-]*\w|\d")
# A cell that begins so says something of titles; where these words stand inside, it says so as well.
_OPENING = re.compile(
    r"(?:no(?! \d)|(?:promotion|progression|advancement|transfer|leads?|moves?|progress\w*|advances?) to) "
)
_SAYING = re.compile(
    r" (?:if|unless|subject to|provided that|contingent on|next (?:higher )?(?:level|grade|band)|higher level) "
)
# Beside the hedges of the vocabulary: forms and phrases rather than words.
_HEDGED = re.compile(
    r" (?:cant|wont|isnt|arent|dont|doesnt|hardly|rarely|seldom|unlikely|ineligible|exclud\w+|but|after|before|once"
    r"|where|whenever|whether|assuming|permitting|providing|as long as|based on|requir\w+|minimum|at least"
    r"|approv\w+|reports? to|reporting|replac\w+|supervised|with \d+) "
)
# Words in capitals that may stand before a title and are none of it.
_BEFORE = frozenset({"to", "or", "and", "a", "an", "the", "as", "into", "either", "both", "for", "then", "also", "of"})


def is_sentence(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a cell says something of titles instead of naming them.

    >>> is_sentence("May progress to Analyst 3"), is_sentence("Will Call Clerk 3")
    (True, False)
    """
    folded = fold(text)
    said = folded.split()
    if any(one in vocabulary.sentence_words for one in said):
        return True
    if (_OPENING.match(folded) and len(said) > 1) or _SAYING.search(f" {folded} "):
        return True
    # A modal verb, and a verb that people move with close behind it.
    return any(
        one in vocabulary.modals and any(other in vocabulary.verbs for other in said[place + 1 : place + 4])
        for place, one in enumerate(said)
    )


def is_hedged(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a sentence denies something, sets a condition, or speaks of the "next level" without naming it.

    >>> is_hedged("May progress to Analyst 3 if a post is open"), is_hedged("May progress to Analyst 3")
    (True, False)
    """
    said = f" {fold(text)} "
    if _HEDGED.search(said) or re.search(r"\w+n't\b", plain(text), re.IGNORECASE):
        return True
    return any(f" {hedge} " in said for hedge in vocabulary.hedges)


Mention = tuple[str, str | None]
"""A title and the job code behind it; the title is empty where a code stands alone."""


def named_in(
    text: str, known: Collection[str], codes: Collection[str], *, vocabulary: Vocabulary = VOCABULARY
) -> tuple[Mention, ...]:
    """The known titles and codes that a sentence names, in its order, as it writes them.

    Args:
        text: the sentence.
        known: keys of titles (`careerpaths.titles.title_key`).
        codes: job codes; a number of fewer than three digits is none.
        vocabulary: abbreviations.
    """
    shown = plain(text)
    found = [(start, end, False) for start, end in _titles(words(shown), shown, known, vocabulary)]
    for match in _CODE.finditer(shown):
        inside = any(start <= match.start() < end for start, end, _ in found)
        if match.group() in codes and not inside and len(match.group()) >= _CODE_LENGTH:
            found.append((*match.span(), True))
    return tuple(_paired(sorted(found), shown))


def _paired(found: Sequence[tuple[int, int, bool]], shown: str) -> Iterator[Mention]:
    """Each title with the code behind it: nothing but marks stands between the two."""
    taken = -1
    for place, (start, end, is_code) in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if place == taken:
            continue
        if is_code:
            yield "", shown[start:end]
        elif after and after[2] and not any(mark.isalnum() or mark in ",;" for mark in shown[end : after[0]]):
            taken = place + 1
            yield shown[start:end], shown[after[0] : after[1]]
        else:
            yield shown[start:end], None


def _titles(
    parts: Sequence[Word], shown: str, known: Collection[str], vocabulary: Vocabulary
) -> Iterator[tuple[int, int]]:
    """Where known titles stand, the longest from each place; a title begins with a capital or a digit."""
    start = 0
    while start < len(parts):
        stop = next(
            (
                stop
                for stop in range(min(start + LONGEST_TITLE, len(parts)), start, -1)
                if " ".join(spelt_out(parts[start:stop], vocabulary=vocabulary)) in known
            ),
            None,
        )
        if stop is not None and _stands_alone(parts, start, stop, shown, vocabulary):
            yield parts[start].start, parts[stop - 1].end
            start = stop
        else:
            start += 1


def _stands_alone(parts: Sequence[Word], start: int, stop: int, shown: str, vocabulary: Vocabulary) -> bool:
    """Whether words are a title, and no part of a longer one: the "Analyst 2" of "HR Analyst 2" is none."""
    before = parts[start - 1] if start else None
    if not _is_capital(parts[start], shown) or (before and _goes_before(before, parts[start], shown, vocabulary)):
        return False
    after = parts[stop] if stop < len(parts) else None
    if after is None or after.text in _BEFORE or shown[parts[stop - 1].end : after.start].strip():
        return True
    # A job code behind a title is no part of it.
    return not _is_capital(after, shown) or (after.text[0].isdigit() and len(after.text) >= _CODE_LENGTH)


def _goes_before(word: Word, first: Word, shown: str, vocabulary: Vocabulary) -> bool:
    """Whether a word belongs to the title that stands behind it."""
    if shown[word.end : first.start].strip(" \n-") or not _is_capital(word, shown):
        return False
    return not any(word.text in said for said in _passed(vocabulary))


def _passed(vocabulary: Vocabulary) -> tuple[frozenset[str], ...]:
    return (_BEFORE, vocabulary.verbs, vocabulary.modals, vocabulary.sentence_words)


def _is_capital(word: Word, shown: str) -> bool:
    return shown[word.start].isupper() or shown[word.start].isdigit()
