"""A sentence in a career path ("may progress to Analyst 3"): which known titles and job codes it names, if any.

Nothing is inferred from a sentence: it yields titles and codes that are known exactly, and none at all where it denies
something or sets a condition.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from careerpaths.titles import LONGEST_TITLE, Word, fold, plain, spelt_out, words
from careerpaths.vocabulary import VOCABULARY, Vocabulary

_FEW = 60
"""Characters of a cell in which its first two words stand."""
_CODE_LENGTH = 3
"""A shorter number is a level, no job code."""
_CODE = re.compile(r"[\w.-]*\d[\w.-]*\w|\d")
# A cell that begins so says something of titles; where these words stand inside, it says so as well.
_OPENING = re.compile(
    r"(?:no(?! \d)|from(?= .* to )|supervises|oversees|manages"
    r"|(?:promotion|progression|advancement|transfer|leads?|moves?|progress\w*"
    r"|advances?|reports?) to) "
)
_SAYING = re.compile(
    r" (?:if|unless|subject to|provided that|contingent on|next (?:higher )?(?:level|grade|band)|higher level) "
)
# Beside the hedges of the vocabulary: forms and phrases rather than words.
_HEDGED = re.compile(
    r" (?:cant|wont|isnt|arent|dont|doesnt|hardly|rarely|seldom|unlikely|ineligible|exclud\w+|but|after|before|once"
    r"|where|whenever|whether|assuming|permitting|providing|as long as|based on|requir\w+|minimum|at least"
    r"|approv\w+|reports? to|reporting|replac\w+|supervise[sd]?|supervising|oversees?|manages?|with \d+) "
)
# What leads away from a cell: whom to ask, where to read; and what stands for many titles without naming one.
_WHERE = r"(?:hr|human resources|your|our|the|a|us|his|her|their|line manager|manager|online|here|via)"
_POINTING = re.compile(
    rf"(?:see|ask|please|refer to|check with|go to|speak (?:to|with)|talk (?:to|with)|discuss with|liaise with|read the"
    rf"|(?:contact|consult|tell|e mail|email|call|visit|apply|click|inform|send|submit|return) {_WHERE}"
    r"|apply (?:to|for|through|by|now|within)|as (?:agreed|per|required|needed|advised|determined|directed|appropriate"
    r"|discussed|applicable|available|arranged)|by (?:agreement|arrangement|negotiation)|subject to"
    r"|in (?:agreement|consultation|discussion) with|to be (?:agreed|discussed|arranged|advertised)|depend(?:s|ent|ing)"
    r"|varies|any|any of|various|several|another|(?:a )?higher (?:grade|graded|band|level|post|role|position))(?: |$)"
)
_MANY = re.compile(
    r"(?:all|multiple|many|others|notes? \d+)|(?:all|any|multiple|many|most|other|different|similar|related|suitable"
    r"|relevant|appropriate|equivalent|comparable) (?:.* )?(?:roles?|posts?|positions?|jobs?|titles?|grades?|staff"
    r"|options|opportunities|vacancies|employees|colleagues)"
)
_TO_READER = re.compile(r" (?:you|your|yourself|please) ")
_ADDRESS = re.compile(r"@\S|https?:|\bwww\.", re.IGNORECASE)
_PARTS = re.compile(r"[\n;,|]|\s[/\u2013-]\s")
_LOOKED_AT = 400
"""Characters of a cell in which it says where to look."""
# A person beside the title, in small letters, since "Manager of Systems 2" is a title.
_BESIDE = re.compile(
    r"\b(?:supervisor|manager|head|leader|lead|assistant|deputy|mentor|trainer|coordinator|peer|colleague|backup)s?"
    r" (?:of|to|for)\b"
)
# What people may do to somebody instead of becoming one.
_OTHER_VERBS = frozenset(
    {
        *("supervise", "oversee", "manage", "report", "assist", "support", "train", "mentor", "coach", "replace"),
        *("serve", "act", "direct", "coordinate", "work", "cover", "help", "hire", "evaluate", "delegate"),
    }
)
_OPEN_MODALS = frozenset({"may", "can", "could", "might", "would", "should", "must"})
_MOVING = re.compile(r"promot\w+|progress\w*|advanc\w+|transfer\w*|transition\w*|leads|leading|mov(?:es|ing)|becom\w+")
_STRAIGHT = frozenset({"be", "become", "becomes", "becoming", "typically", "considered"})
"""Verbs that stand before a title without "to"."""
_FOR = frozenset({"apply", "qualify", "compete", "eligible", "considered", "promoted", "promote"})
_TOWARDS = frozenset({"to", "into", "toward", "towards", "as", "from"})
_POSITIONS = frozenset({"position", "positions", "role", "roles", "job", "jobs", "post", "title", "rank", "level"})
_JOINING = frozenset(
    {
        *(
            "to",
            "or",
            "and",
            "a",
            "an",
            "the",
            "as",
            "into",
            "toward",
            "towards",
            "from",
            "either",
            "both",
            "for",
            "then",
        ),
        *("also", "any", "such", "later", "often", "sometimes", "perhaps", "even", "code", "no", "number", "s"),
        *_POSITIONS,
    }
)
_LISTED = re.compile(
    r"\s*(?:[,;/|\n)]|(?:or|and)\b|(?:may|might|can|could|is|are|should|would|will)\s+(?:also\s+)?(?:be\s+)?"
    r"(?:considered|possible|available|an?\s+option|open|likely)\b)",
    re.IGNORECASE,
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
    if _begins_open(text):
        return True
    # A modal verb, and a verb close behind it.
    verbs = vocabulary.verbs | _OTHER_VERBS
    return any(
        one in vocabulary.modals and any(other in verbs for other in said[place + 1 : place + 4])
        for place, one in enumerate(said)
    )


def points_elsewhere(text: str) -> bool:
    """Whether a cell, or a part of it, says where to look or whom to ask, or speaks of many roles at once.

    >>> points_elsewhere("see HR"), points_elsewhere("All supervisory roles"), points_elsewhere("Contact Centre Agent")
    (True, True, False)
    """
    if _ADDRESS.search(text):
        return True
    parts = [fold(part) for part in _PARTS.split(plain(text[:_LOOKED_AT]))]
    return any(_POINTING.match(part) or _MANY.fullmatch(part) or _TO_READER.search(f" {part} ") for part in parts)


def _begins_open(text: str) -> bool:
    """Whether a modal verb and a word in small letters come first: "May stand in for ...", but "May Day Clerk"."""
    first, second = [*plain(text[:_FEW]).split(), "", ""][:2]
    return fold(first) in _OPEN_MODALS and first[:1].isupper() and second[:1].islower()


def is_hedged(text: str, *, vocabulary: Vocabulary = VOCABULARY) -> bool:
    """Whether a sentence denies something, sets a condition, or speaks of the "next level" without naming it.

    >>> is_hedged("May progress to Analyst 3 if a post is open"), is_hedged("May progress to Analyst 3")
    (True, False)
    """
    said = f" {fold(text)} "
    shown = plain(text)
    if _HEDGED.search(said) or _BESIDE.search(shown) or re.search(r"\w+n't\b", shown, re.IGNORECASE):
        return True
    return any(f" {hedge} " in said for hedge in vocabulary.hedges)


Mention = tuple[str, str | None]
"""A title and the job code behind it; the title is empty where a code stands alone."""


def named_in(
    text: str, known: Collection[str], codes: Collection[str], *, vocabulary: Vocabulary = VOCABULARY
) -> tuple[Mention, ...]:
    """The known titles and codes to which a sentence says that one moves, in its order, as it writes them.

    None where it names one in another way ("may become supervisor of Analyst 3"): then it says more than is understood.

    Args:
        text: the sentence.
        known: keys of titles (`careerpaths.titles.title_key`).
        codes: job codes; a number of fewer than three digits is none.
        vocabulary: abbreviations, and the verbs that people move with.
    """
    shown = plain(text)
    titles = list(_titles(words(shown), shown, known, vocabulary))
    starts = [start for start, _ in titles]
    found = [(start, end, False) for start, end in titles]
    for match in _CODE.finditer(shown):
        before = bisect_right(starts, match.start()) - 1
        inside = before >= 0 and match.start() < titles[before][1]
        if match.group() in codes and not inside and len(match.group()) >= _CODE_LENGTH:
            found.append((*match.span(), True))
    mentions = list(_paired(sorted(found), shown))
    edges = [(0, 0), *((start, end) for start, end, _ in mentions), (len(shown), len(shown))]
    gaps = [shown[end:start] for (_, end), (start, _) in pairwise(edges)]
    return tuple(one for *_, one in mentions) if _are_targets(gaps, vocabulary) else ()


def _paired(found: Sequence[tuple[int, int, bool]], shown: str) -> Iterator[tuple[int, int, Mention]]:
    """Each title with the code behind it, and where both stand: nothing but marks stands between the two."""
    taken = -1
    for place, (start, end, is_code) in enumerate(found):
        after = found[place + 1] if place + 1 < len(found) else None
        if place == taken:
            continue
        if is_code:
            yield start, end, ("", shown[start:end])
        elif after and after[2] and not any(mark.isalnum() or mark in ",;" for mark in shown[end : after[0]]):
            taken = place + 1
            yield start, after[1], (shown[start:end], shown[after[0] : after[1]])
        else:
            yield start, end, (shown[start:end], None)


def _are_targets(gaps: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Whether what stands before, between and behind mentions says of each that one moves there."""
    led = False
    for before, behind in pairwise(gaps):
        said = fold(before).split()
        verb = next((n for n in range(len(said) - 1, -1, -1) if _is_of_moves(said[n], vocabulary)), None)
        if verb is not None:
            led = True
            is_target = _leads_there(said[verb], said[verb + 1 :])
        else:
            is_target = _joins(said) and (led or _is_listed(behind))
        if not is_target:
            return False
    return True


def _is_of_moves(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.verbs or word in vocabulary.sentence_words or _MOVING.fullmatch(word) is not None


def _leads_there(verb: str, between: Sequence[str]) -> bool:
    """Whether nothing but "to the position of" stands between a verb and a title; few verbs need no "to"."""
    ways = _TOWARDS | ({"for"} if verb in _FOR else frozenset())
    return _joins(between) and (verb in _STRAIGHT or any(one in ways for one in between))


def _joins(said: Sequence[str]) -> bool:
    """Whether words only lead to a title: an "of" may stand behind "position", and behind "supervisor" it does not."""
    pairs = zip(("", *said), said, strict=False)
    return all(one in _JOINING or one.endswith("ly") if one != "of" else before in _POSITIONS for before, one in pairs)


def _is_listed(behind: str) -> bool:
    """Whether a title that no verb leads to is one of a list, or what "may be considered"; no "Clerk 2 may move"."""
    return not behind.strip(" .") or _LISTED.match(behind) is not None


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
