"""Job codes in a cell of a career path: beside a title, in brackets that close one, or of nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.coded import Defined, Named, is_title, shape_of, unsurely_closed, with_codes
from careerpaths.titles import title_key

DEFINED = Defined(
    titles=frozenset(map(title_key, ("Cook", "Head Cook", "Clerk 2"))),
    codes=frozenset({"K1", "8797"}),
    shapes=frozenset({"K0", "0"}),
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("8797", [Named("", "8797")]),
        ("K1 Cook", [Named("Cook", "K1")]),
        ("Waiter K1", []),
        ("Waiter (K9)", [Named("Waiter", "K9")]),
        ("Waiter (M1)", []),
        ("Waiter (M1), Host", [Named("Waiter (M1)"), Named("Host")]),
        ("Waiter (K9), Host (K8)", [Named("Waiter", "K9"), Named("Host", "K8")]),
        ("Waiter (transfer)", [Named("Waiter")]),
        ("Head Waiter Cook (transfer)", []),
        ("Waiter (2019)", []),
        ("Cook; Clerk 2", []),
        ("see the list (K9)", []),
        ("", []),
    ],
)
def test_titles_with_codes(text: str, named: list[Named]) -> None:
    """A known code wherever it stands apart, another one in brackets; empty where the cell is to be cut as titles."""
    assert with_codes(DEFINED, text) == named


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Waiter (K9), Host, Guide", ("Waiter (K9)", "Host, Guide")),
        ("Waiter (K9) Host", ("Waiter (K9)", "Host")),
        ("Waiter (K9), Host", ()),
        ("Waiter (K9)", ()),
        ("(K9) Waiter, (K8) Host", ("(K9)", "Waiter, (K8)", "Host")),
    ],
)
def test_brackets_that_leave_a_doubt(text: str, pieces: tuple[str, ...]) -> None:
    """The pieces are shown, and nothing is taken for a title."""
    assert unsurely_closed(DEFINED, text) == pieces


def test_what_is_a_title() -> None:
    """A defined one, or one that ends with its only number."""
    assert [is_title(DEFINED, text) for text in ("head COOK", "Baker 3", "Baker")] == [True, True, False]


@given(st.text(alphabet="Ab1K(), ;/\n", max_size=30))
def test_nothing_is_invented(text: str) -> None:
    """Whatever is named stands in the cell, and a cell is not both sure and unsure."""
    named = with_codes(DEFINED, text)
    assert all(one.title in text and (one.code or "") in text for one in named)
    assert not (named and unsurely_closed(DEFINED, text))
    assert shape_of(shape_of(text)) == shape_of(text)
