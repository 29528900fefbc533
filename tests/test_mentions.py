"""How messages name what they are about: in one line, cut short, few of many."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.mentions import listed, one_line, short


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("", ""),
        ("Spec 1", "Spec 1"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "..."),
        ("word " * 100, "word word word word word word word word word word word wo..."),
        ("Spec 1\nSpec 2", "Spec 1 Spec 2"),
        ("\n" * 1_000 + "x", "..."),
    ],
)
def test_a_long_text_is_cut_short(text: str, shown: str) -> None:
    """Its beginning stands for it, in one line."""
    assert short(text) == shown


@given(st.text(), st.integers(4, 40))
def test_what_is_shown_is_one_short_line(text: str, longest: int) -> None:
    """Whatever the text, no more than was asked for, and no line feed."""
    shown = short(text, longest=longest)
    assert len(shown) <= longest
    assert "\n" not in shown
    assert one_line(one_line(text)) == one_line(text)


def test_of_many_things_ten_are_listed() -> None:
    """And how many more there are."""
    numbers = [str(n) for n in range(13)]
    assert listed(numbers[:10], ", ") == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
    assert listed(numbers, "; ") == "0; 1; 2; 3; 4; 5; 6; 7; 8; 9; and 3 more"
    assert listed([], ", ") == ""
