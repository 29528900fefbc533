"""Names in a question that stand where a role stands and are no role's: they are not to be passed over for the asker's.

"From Unicorn 3 to Mgr 1" asks of nobody's way but a unicorn's. Such a name ends with the number of a level, or has a
capital letter or an article before it where somebody's role is told.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from careerpaths.questions.ordinary import CAREER, ORDINARY
from careerpaths.titles import title_key

_LONGEST = 6
_NOUNS = frozenset({"manager", "staff"})
"""Ordinary words that titles end with."""
_LEVELS = ("level", "levels", "lvl")
_ROMAN = frozenset({"ii", "iii", "iv"})
_COUNTED = (
    "move", "step", "jump", "hop", "role", "other", "more", "year", "month", "week", "day", "hour", "time", "level",
    "promotion", "rung", "job", "position", "route", "way", "path", "people", "percent", "change",
)  # fmt: skip
"""How words begin that a number before them counts."""
_PLACED = frozenset({"from", "to", "after", "between", "than", "become", "becoming", "beyond", "into", "reach", "via"})
"""Words behind which a role is told."""
_OF_SOMEBODY = _PLACED | {"as", "does", "can", "must", "am", "i'm"}
"""Words behind which "a" tells of somebody's role."""
_ENDS = frozenset({"from", "between"})
"""Words behind which a name needs no capital letter."""
_BESIDE = frozenset({"and", "or", "with", "vs", "versus", "to"})
"""Words between two roles."""
_ARTICLES = frozenset({"a", "an"})
_CODE_BEFORE = frozenset({"code", "role", "from", "to", "after", "title"})
_CODE = range(4, 8)
"""Digits of what can be a job code."""


def unknown_name(
    tokens: Sequence[str], before: Sequence[str], *, titled: Collection[str], spoken: Collection[str]
) -> int:
    """How many words from here on are a name that stands for a role; 0 where none does.

    Args:
        tokens: the words from here on, in small letters, of which no role is named first.
        before: the words before.
        titled: the words of titles, as `title_key` has them, and of functions, levels and programs.
        spoken: the words that have a capital letter though no sentence begins with them.
    """
    return _code(tokens, before) or _numbered(tokens, titled) or _told(tokens, before, titled, spoken)


def is_strange(word: str, titled: Collection[str]) -> bool:
    """Whether a word is neither an ordinary one nor one of careers or of titles."""
    return word.isalpha() and word not in ORDINARY and not word.startswith(CAREER) and not is_titled(word, titled)


def is_titled(word: str, titled: Collection[str]) -> bool:
    """Whether a word is one of titles: "spec" as "specialist"."""
    parts = title_key(word).split()
    return bool(parts) and all(part.isalpha() and part in titled for part in parts)


def is_roman(word: str) -> bool:
    """Whether a word is the number of a level in Roman numerals; "I" alone is none."""
    return word in _ROMAN


def _code(tokens: Sequence[str], before: Sequence[str]) -> int:
    word = tokens[0].strip(".")
    is_told = bool(before) and before[-1] in _CODE_BEFORE
    return int(is_told and word.isdecimal() and len(word) in _CODE and not _is_year(word))


def _is_year(word: str) -> bool:
    return len(word) == _CODE[0] and word.startswith(("19", "20"))


def _numbered(tokens: Sequence[str], titled: Collection[str]) -> int:
    """Words with the number of a level behind them, which counts nothing: "radiology tech 3"."""
    named = list(takewhile(lambda word: _is_of_name(word, titled), tokens[:_LONGEST]))
    if not named or len(named) == len(tokens) or not (_is_noun(named[0], titled) and _is_noun(named[-1], titled)):
        return 0
    number, after = tokens[len(named)].strip("."), [*tokens[len(named) + 1 :], ""][0]
    # "iPhone 13" has no number of a level.
    most = 1 if is_strange(named[-1], titled) else 2
    is_level = (number.isdecimal() and len(number) <= most) or number in _ROMAN
    return len(named) + 1 if is_level and not after.startswith(_COUNTED) else 0


def _is_of_name(word: str, titled: Collection[str]) -> bool:
    return word not in _ROMAN and (is_titled(word, titled) or _is_noun(word, titled))


def _is_noun(word: str, titled: Collection[str]) -> bool:
    """Whether a word can be the last of a name: "it" is one of titles, and what everybody says."""
    is_free = word not in ORDINARY or word in _NOUNS
    return word in _LEVELS or is_strange(word, titled) or (is_free and is_titled(word, titled))


def _told(tokens: Sequence[str], before: Sequence[str], titled: Collection[str], spoken: Collection[str]) -> int:
    """Words without a number where a role is told: with a capital letter, or with "a" before them."""
    count = sum(1 for _ in takewhile(lambda word: is_strange(word, titled), tokens[:_LONGEST]))
    earliest, earlier, last = ["", "", "", *before][-3:]
    if last in _ARTICLES:
        is_place = earlier in _OF_SOMEBODY
    elif last in _BESIDE and earlier.startswith("\u00a7"):
        is_place = earliest == "between" or tokens[0] in spoken
    elif not before:
        is_place = tokens[count : count + 1] == ["to"]
    else:
        is_place = last in _ENDS or (last in _PLACED and tokens[0] in spoken)
    return count if is_place else 0
