"""Amounts of time in a text, in months: "18 months", "two (2) years", "3-5 years", "half a year"."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

Span = tuple[str, Fraction]
"""A unit, "month" or "hour", and how many: hours of a course are no time that passes."""
BOUND = "<"
"""The sign of an amount that is the most and not the least."""
_MONTHS = {"year": Fraction(12), "month": Fraction(1), "week": Fraction(12, 52), "day": Fraction(12, 365)}
_UNITS = {
    **{f"{unit}{plural}": unit for unit in (*_MONTHS, "hour") for plural in ("", "s")},
    "yr": "year",
    "yrs": "year",
    "mos": "month",
    "wk": "week",
    "wks": "week",
    "hr": "hour",
    "hrs": "hour",
}
_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = {
    **{word: Fraction(number) for number, word in enumerate(_SMALL, 1)},
    **{word: Fraction(10 * number) for number, word in enumerate(_TENS, 2)},
    "half": Fraction(1, 2),
}
_ARTICLES = frozenset({"a", "an"})
_BETWEEN = frozenset({"full", "consecutive", "calendar", "complete", "additional", "of"})
"""What may stand between a number and its unit."""
_NO_LEAST = frozenset(
    {
        *(BOUND, "every", "each", "per", "within", "after", "before", "until", "first", "last", "past", "under"),
        *("below", "by", "in", "next"),
    }
)
"""Before an amount: it is no least one, so that neither more nor less of it asks more."""
_BEFORE_ONE = frozenset({"of", "for", "with", "and", "or", "has", "have", "plus", "over", "only"})
"""Before "a year", where it is an amount and no "each year"."""


def timed(words: Sequence[str]) -> tuple[tuple[Span, ...], list[str]]:
    """The amounts of time in folded words that must be had at least, and all other words.

    An amount that is no least one stands among the others, with the word that says so; numbers are digits.

    >>> timed(["two", "years", "of", "work", "renewed", "every", "3", "years"])
    ((('month', Fraction(24, 1)),), ['of', 'work', 'renewed', 'every 36'])
    """
    spans: list[Span] = []
    rest: list[str] = []
    place = 0
    while place < len(words):
        number, behind = _number(words, place, rest)
        unit = _UNITS.get(words[behind]) if number is not None and behind < len(words) else None
        if number is None:
            rest.append(words[place])
        elif unit is None:
            rest.append(str(number))
        else:
            _add(spans, rest, unit, number)
            behind += 1
        place = behind
    return tuple(spans), rest


def _add(spans: list[Span], rest: list[str], unit: str, number: Fraction) -> None:
    amount = ("hour", number) if unit == "hour" else ("month", number * _MONTHS[unit])
    near = [word for word in rest[-3:] if word != "the"][-2:]
    sign = next((word for word in reversed(near) if word in _NO_LEAST), None)
    if sign is None:
        spans.append(amount)
        return
    at = len(rest) - 1 - rest[::-1].index(sign)
    rest[at:] = [word for word in rest[at + 1 :] if word != "the"]
    rest.append(f"{sign} {amount[1]}" if unit != "hour" else f"{sign} {amount[1]} hours")


def _number(words: Sequence[str], place: int, before: Sequence[str]) -> tuple[Fraction | None, int]:
    """The number at a place and where what it counts stands; of a range the lowest one."""
    found = _value(words[place])
    if found is None:
        is_one = words[place] in _ARTICLES and (not before or before[-1] in _BEFORE_ONE)
        return (Fraction(1) if is_one and _is_unit(words, place + 1) else None), place + 1
    behind = place + 1
    if found in _TEN_VALUES and words[place] in _TENS and _is_small(words, behind):
        found, behind = found + (_value(words[behind]) or 0), behind + 1
    end = behind
    while end < len(words) and (_value(words[end]) is not None or (words[end] == "to" and _is_value(words, end + 1))):
        end += 1
    while end < len(words) and (words[end] in _BETWEEN or (words[end] in _ARTICLES and words[place] == "half")):
        end += 1
    return found, end if _is_unit(words, end) else behind


_TEN_VALUES = frozenset(Fraction(10 * number) for number in range(2, 10))


def _is_unit(words: Sequence[str], place: int) -> bool:
    return place < len(words) and words[place] in _UNITS


def _is_value(words: Sequence[str], place: int) -> bool:
    return place < len(words) and _value(words[place]) is not None


def _is_small(words: Sequence[str], place: int) -> bool:
    return place < len(words) and words[place] in _SMALL[:9]


def _value(word: str) -> Fraction | None:
    if word in _NUMBERS:
        return _NUMBERS[word]
    whole, _, rest = word.partition(",")
    text = whole + rest if len(rest) == 3 else word.replace(",", ".")  # noqa: PLR2004 - digits between separators
    return Fraction(text) if text.replace(".", "", 1).isdecimal() and text[:1] != "." and text[-1:] != "." else None
