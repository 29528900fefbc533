"""Two questions in one text: the first is answered, and of the others it is said how to ask them."""

from __future__ import annotations

import re

from careerpaths.questions.patterns import PATTERNS
from careerpaths.wording import said

_FEWEST_WORDS = 4
"""Words of a question that can stand by itself: "how far?" goes with the one before."""
_ASKING = (
    r"(?:(?:from|at|on|to|in|for|by|after) )?"
    r"(?:when|which|what|how|who|where|why|can|could|do|does|did|is|are|will|must|should|may|might)\b"
)
_CUT = re.compile(
    rf"[?!;\n]+\s*|\.\s+|,?\s+(?:and|&|plus)\s+(?:also\s+)?(?={_ASKING})|,\s+(?=(?:when|which|what|how|who|where)\b)",
    re.IGNORECASE,
)
_BEGINNING = re.compile(rf"(?:(?:and|but|so|also|then|ok|hi|hello)\s+)*{_ASKING}", re.IGNORECASE)
_REFERRING = re.compile(r"\b(?:it|its|that|there|this|these|those|they|them|then|so|one)\b", re.IGNORECASE)
"""Words that go with what was said before."""
_TOPICS = {
    "overtime": r"over ?time|\bot\b",
    "program": r"personnel program|\u00a4program",
    "certificate": PATTERNS["certificate"],
    "education": r"\bdegrees?\b|bachelor|\beducation\b",
}
"""Kind of question -> what names its subject."""


_ASKED_ALONE = {
    "overtime": "ask_overtime",
    "program": "ask_program",
    "certificate": "ask_certificate",
    "education": "ask_education",
}
"""Kind of question -> the text that asks it."""


def questions_in(text: str) -> tuple[str, ...]:
    """The questions of a text that can each stand by itself, each after what is told that is no question."""
    parts = [part.strip(" ,") for part in _CUT.split(text)]
    told = [part for part in parts if part and not _BEGINNING.match(part)]
    asked = [part for part in parts if _BEGINNING.match(part) and not _REFERRING.search(part)]
    long_enough = [part for part in asked if len(part.split()) >= _FEWEST_WORDS]
    return tuple(". ".join([*told, f"{part[:1].upper()}{part[1:]}"]) for part in long_enough)


def left_over(kind: str, text: str) -> tuple[str, ...]:
    """What is said of further subjects that one question names: overtime and certificates at a time.

    Args:
        kind: the kind that the question was taken for.
        text: the question as it was read.
    """
    others = [one for one, pattern in _TOPICS.items() if one != kind and re.search(pattern, text)]
    return tuple(not_answered(said(_ASKED_ALONE[one])) for one in others) if kind in _TOPICS else ()


def not_answered(question: str) -> str:
    """That a question is to be asked by itself."""
    return said("one_at_a_time", question=f"{question[:1].upper()}{question[1:].rstrip('?. ')}?")
