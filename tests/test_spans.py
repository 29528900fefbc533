"""Amounts of time in months: numbers in words, ranges, units, and amounts that are no least ones."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careerpaths.spans import timed


@pytest.mark.parametrize(
    ("text", "spans", "rest"),
    [
        ("18 months", [("month", 18)], ""),
        ("two years of work", [("month", 24)], "of work"),
        ("two 2 years", [("month", 24)], ""),
        ("3 5 years", [("month", 36)], ""),
        ("three to five years", [("month", 36)], ""),
        ("twenty four months", [("month", 24)], ""),
        ("1.5 yrs", [("month", 18)], ""),
        ("half a year", [("month", 6)], ""),
        ("a year of work", [("month", 12)], "of work"),
        ("five full years", [("month", 60)], ""),
        ("26 weeks", [("month", 6)], ""),
        ("1,500 hours", [("hour", 1500)], ""),
        ("three years and one month", [("month", 36), ("month", 1)], "and"),
        ("renewed every 3 years", [], "renewed every 36"),
        ("within the first six months", [], "within the first 6"),
        ("< 2 years", [], "< 24"),
        ("within 40 hours", [], "within 40 hours"),
        ("once a month", [], "once a month"),
        ("20 kg", [], "20 kg"),
        ("twenty kg", [], "20 kg"),
        ("section 1.2.3", [], "section 1.2.3"),
        ("two", [], "2"),
        ("a nurse", [], "a nurse"),
        ("", [], ""),
    ],
)
def test_amounts(text: str, spans: list[tuple[str, int]], rest: str) -> None:
    """The lowest of a range; an amount with "every" or "within" is no least one and stays among the words."""
    found, left = timed(text.split())
    assert found == tuple((unit, Fraction(amount)) for unit, amount in spans)
    assert " ".join(left) == rest


@example(words=["every", "work", "two", "years"])
@given(words=st.lists(st.sampled_from(["two", "3", "a", "half", "years", "hours", "every", "to", "of", "1.5", "work"])))
def test_any_words_can_be_read(words: list[str]) -> None:
    """The law: every word that is no part of an amount stays, and no amount is less than nothing."""
    spans, rest = timed(words)
    assert all(amount > 0 for _, amount in spans)
    assert rest.count("work") == words.count("work")
