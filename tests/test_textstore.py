"""The texts of roles in one file of the cache: each read by itself, made again where the file is gone or another."""

from __future__ import annotations

from dataclasses import replace

import pytest

import careerpaths as cp
from careerpaths import cache
from careerpaths.stated import texts_of
from careerpaths.textstore import keep_texts, kept_texts

KEY = cache.key_of("texts of a test")


@pytest.fixture(scope="module")
def catalogue() -> cp.Catalogue:
    """The sample standards."""
    return cp.load()


def refuse() -> cp.Catalogue:
    """No catalogue is needed."""
    raise AssertionError


def test_each_role_is_read_by_itself(catalogue: cp.Catalogue) -> None:
    """Everything stated comes back as it was, but for the raw cells; the catalogue is not asked for."""
    places = keep_texts(KEY, catalogue)
    stated, given = kept_texts(KEY, places, refuse), texts_of(catalogue)
    for role in catalogue.roles:
        pairs = zip(stated(role.id), given(role.id), strict=True)
        assert all(
            (one.kind, one.label, one.text, one.code, one.source)
            == (other.kind, other.label, other.text, other.code, other.source)
            for one, other in pairs
        )


@pytest.mark.parametrize("change", ["gone", "another", "cut", "damaged", "no text", "unknown"])
def test_what_cannot_be_read_is_loaded_again_once(catalogue: cp.Catalogue, change: str) -> None:
    """A file that is gone, of another state, or damaged is not trusted: the catalogue is loaded, and once alone."""
    places = keep_texts(KEY, catalogue)
    (path,) = cache.cache_folder().rglob(f"{KEY[2:]}.json")
    if change == "gone":
        cache.clear()
    if change == "another":
        keep_texts(KEY, replace(catalogue, roles=catalogue.roles[::-1]))
    if change == "cut":
        path.write_bytes(path.read_bytes()[:60])
    if change == "damaged":
        path.write_bytes(path.read_bytes().replace(b"a", b"b"))
    if change == "no text":
        path.write_bytes(b"\xff" * path.stat().st_size)
    if change == "unknown":
        places = {}
    loaded: list[int] = []

    def again() -> cp.Catalogue:
        loaded.append(1)
        return catalogue

    stated = kept_texts(KEY, places, again)
    for role in catalogue.roles[:3]:
        assert stated(role.id) == texts_of(catalogue)(role.id)
    assert loaded == [1]


def test_a_role_that_there_is_none_of_is_unknown(catalogue: cp.Catalogue) -> None:
    """As with a catalogue."""
    with pytest.raises(cp.UnknownRole, match="no role has the id"):
        kept_texts(KEY, keep_texts(KEY, catalogue), lambda: catalogue)("nobody")
