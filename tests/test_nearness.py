"""The nearest of some words: for suggestions only."""

from __future__ import annotations

from careerpaths.nearness import nearest


def test_the_most_similar_comes_first() -> None:
    """Best first, no more than asked for."""
    assert nearest("carer path", ("career paths", "career path", "job title"), limit=2) == (
        "career path",
        "career paths",
    )
    assert nearest("carer path", ("career paths", "career path")) == ("career path",)


def test_equal_ones_keep_their_order() -> None:
    """Ties stand as they were given, so that two runs say the same."""
    assert nearest("abcd", ("abcx", "abcy", "abcz"), limit=3, least=50) == ("abcx", "abcy", "abcz")


def test_what_is_far_is_not_offered() -> None:
    """Below the least similarity there is no suggestion, and nothing is near to nothing."""
    assert nearest("zzz", ("job title", "job code"), limit=3) == ()
    assert nearest("job title", ()) == ()
    assert nearest("", ("job title",)) == ()
