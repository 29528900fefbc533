"""What values are compared by: several words for one thing are the same before a difference is a contradiction."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.config import Words, vocabulary_of
from careerpaths.titles import fold
from careerpaths.values import number_of, value_key


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("flsa", "E", "Exempt"),
        ("flsa", "ne", "Non-Exempt"),
        ("flsa", "Nonexempt", "NON EXEMPT"),
        ("level", "P1", "Entry"),
        ("level", "P5", "Expert"),
        ("level", "S2", "Supervisor 2"),
        ("level", "M1", "Manager 1"),
        ("category", "Manager", "Managerial"),
        ("category", "Operational & Technical", "Technical"),
        ("job_function", " IT  Security ", "it security"),
    ],
)
def test_words_for_one_value(kind: str, one: str, other: str) -> None:
    """A short and a long word, and any spelling of either, are the same."""
    assert value_key(kind, one) == value_key(kind, other)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("flsa", "E", "NE"),
        ("level", "P1", "S1"),
        ("level", "P1", "P2"),
        ("level", "E", "Exempt"),
        ("job_code", "0012", "12"),
        ("job_code", "E", "Exempt"),
        ("grade", "07", "7A"),
    ],
)
def test_other_values(kind: str, one: str, other: str) -> None:
    """What is another value stays one; a short word means something only in its own kind of row."""
    assert value_key(kind, one) != value_key(kind, other)


def test_words_of_a_configuration() -> None:
    """An employer's words for values stand beside those that are known."""
    vocabulary = vocabulary_of(Words(values={"flsa": {"Salaried": "Exempt"}, "category": {"x": "y"}}))
    assert value_key("flsa", "SALARIED", vocabulary=vocabulary) == value_key("flsa", "E", vocabulary=vocabulary)


@given(st.sampled_from(["flsa", "level", "category", "job_code"]), st.text())
def test_a_key_is_its_own_key(kind: str, text: str) -> None:
    """What is compared is compared by itself, and spelling never matters."""
    key = value_key(kind, text)
    assert value_key(kind, key) == key
    assert value_key(kind, fold(text)) == key


@given(number=st.decimals(-(10**6), 10**6, places=2), zeros=st.integers(0, 3))
def test_a_number_is_one_however_it_is_written(number: Decimal, zeros: int) -> None:
    """Zeros behind the point and spaces around change no number."""
    assert number_of(f" {number}{'0' * zeros} ") == number


@pytest.mark.parametrize(
    "text", ["", "-", "1,200", "1 200", "$5", "5%", "14-16", "007", "-07", "1e3", ".5", "5.", "NaN", "\u0663"]
)
def test_what_is_no_plain_number(text: str) -> None:
    """Separators, units, ranges, codes with leading zeros and the digits of other scripts stay text."""
    assert number_of(text) is None
