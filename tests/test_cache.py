"""What is kept between runs: found under its key, made again where it is gone or broken, cleared on demand."""

from __future__ import annotations

import ast
import json
import sys
from importlib import metadata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths import cache

PARTS = st.lists(st.one_of(st.text(), st.binary()), max_size=4)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("CAREERPATHS_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@given(st.binary(max_size=40), st.data())
def test_what_is_damaged_is_not_taken(content: bytes, data: st.DataObject) -> None:
    """Any byte changed, any piece cut out or put in, or all of it that of another key: it is as good as gone."""
    key = cache.key_of("damaged")
    cache.keep(key, content)
    (path,) = cache.cache_folder().rglob(f"{key[2:]}.json")
    whole = path.read_bytes()
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    damaged = whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:]
    path.write_bytes(damaged)
    assert cache.kept(key) == (content if damaged == whole else None)


def test_what_is_kept_of_another_is_not_taken() -> None:
    """A file that was put in the place of another is whole, and not what was kept there."""
    one, other = cache.key_of("one"), cache.key_of("other")
    cache.keep(one, b"1")
    cache.keep(other, b"2")
    paths = [next(cache.cache_folder().rglob(f"{key[2:]}.json")) for key in (one, other)]
    paths[0].write_bytes(paths[1].read_bytes())
    assert (cache.kept(one), cache.kept(other)) == (None, b"2")


def test_a_part_is_read_by_itself_and_checked() -> None:
    """Of what is kept; what is not as it was is gone."""
    key = cache.key_of("parts")
    cache.keep(key, b'["first","second"]')
    checksum = cache.checksum_of(b'"second"')
    assert cache.kept_part(key, 9, 8, checksum) == b'"second"'
    assert cache.kept_part(key, 8, 8, checksum) is None
    assert cache.kept_part(key, 900, 8, checksum) is None
    assert cache.kept_part(cache.key_of("none"), 9, 8, checksum) is None


def test_a_file_is_json() -> None:
    """Whoever looks into it reads what is kept, and its checksum."""
    key = cache.key_of("json")
    cache.keep(key, b'["a"]')
    (path,) = cache.cache_folder().rglob(f"{key[2:]}.json")
    assert json.loads(path.read_bytes())["kept"] == ["a"]


def test_what_is_kept_is_found_again() -> None:
    """Under its key only, and the last that was kept."""
    one, other = cache.key_of("one"), cache.key_of("other")
    cache.keep(one, b"first")
    cache.keep(one, b"second")
    assert (cache.kept(one), cache.kept(other)) == (b"second", None)


@given(PARTS, PARTS)
def test_a_key_tells_parts_apart(some: list[str | bytes], others: list[str | bytes]) -> None:
    """Two keys are equal where their parts are: "ab", "c" is not "a", "bc"."""

    def raw(parts: list[str | bytes]) -> list[bytes]:
        return [one.encode("utf-8", "surrogatepass") if isinstance(one, str) else one for one in parts]

    assert (cache.key_of(*some) == cache.key_of(*others)) == (raw(some) == raw(others))


def test_a_key_takes_any_letters() -> None:
    """File names that are no text hold lone surrogates."""
    assert cache.key_of("\udcff") != cache.key_of("\udcfe")


def test_the_program_itself_counts() -> None:
    """A change of any of its modules makes other keys: the state has their names, sizes and times."""
    assert len(cache.program_state()) == 32


def test_the_libraries_are_those_that_readers_use() -> None:
    """Each library that a reader imports counts, and no other."""
    imported = set()
    for path in (Path(cache.__file__).parent / "readers").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            imported |= {name.partition(".")[0] for name in names}
    assert sorted(imported - sys.stdlib_module_names - {"careerpaths"}) == list(cache.LIBRARIES)


def test_versions_of_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is installed, wherever it is; folders that are not there, and other libraries, count for nothing."""
    state = cache.library_state()
    assert f"pypdf-{metadata.version('pypdf')}.dist-info" in state
    assert len(state.split()) == len(cache.LIBRARIES)
    for name in ("lxml-9.9.dist-info", "lxml-9.8.egg-info", "lxml_stubs-1.dist-info", "lxml-9", "other-1.dist-info"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "path", [str(tmp_path), str(tmp_path / "missing"), str(tmp_path / "a.zip")])
    assert cache.library_state() == "lxml-9.8.egg-info\nlxml-9.9.dist-info"


@pytest.mark.parametrize("state", ["missing", "a file", "a folder in the way"])
def test_where_nothing_can_be_kept_nothing_is(folder: Path, state: str) -> None:
    """No error: it is made again each time."""
    key = cache.key_of("x")
    if state == "a file":
        folder.write_text("no folder", encoding="utf-8")
    if state == "a folder in the way":
        (folder / key[:2] / f"{key[2:]}.json").mkdir(parents=True)
    if state != "missing":
        cache.keep(key, b"content")
    assert cache.kept(key) is None


def test_clear_removes_all_and_says_how_much(folder: Path) -> None:
    """What a killed process left half written too; what is not its own stays."""
    assert cache.clear() == (0, 0)
    keys = [cache.key_of(letter) for letter in "ab"]
    for key in keys:
        cache.keep(key, b"12")
    size = sum((folder / key[:2] / f"{key[2:]}.json").stat().st_size for key in keys)
    left = folder / "ab" / ".cd.json.x1y2.tmp"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"6")
    other = folder / "mine.json"
    other.write_bytes(b"7")
    assert cache.clear() == (3, size + 1)
    assert cache.clear() == (0, 0)
    assert [path for path in folder.rglob("*") if path.is_file()] == [other]


def test_without_a_name_the_folder_is_that_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By the conventions of the platform, in a folder of its own."""
    monkeypatch.delenv("CAREERPATHS_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache.cache_folder().name == "careerpaths"
