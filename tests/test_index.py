"""The graph that is kept between runs: the same as one made anew, and never older than its files."""

from __future__ import annotations

import dataclasses
import json
import os
import threading
import time
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths import cache
from careerpaths.finding import SAMPLES
from careerpaths.index import load_graph, load_index
from careerpaths.model import Catalogue

STANDARD = "Job Function\tImaging\nJob Level\tEntry\nJob Title\tAnl {0}\nJob Code\t{0}\nCareer Path 1\tAnl 9\n"
LONG_AGO = 1_000_000_000


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, and a working folder without a configuration."""
    monkeypatch.setenv("CAREERPATHS_CACHE", str(tmp_path / "kept"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return tmp_path / "kept"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two standards, a configuration and an overlay, all of them old."""
    folder = tmp_path / "data"
    for number in (1, 2):
        write(folder / f"{number}.txt", STANDARD.format(number))
    write(folder / "careerpaths.toml", 'edition = "2025"\nexclude = ["drafts"]\n')
    write(tmp_path / "grades.csv", "Job Code,Grade\n1,G7\n")
    return folder


def write(path: Path, text: str, *, at: float = LONG_AGO + 0.5) -> Path:
    """A file that was changed at a time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    os.utime(path, (at, at))
    return path


def indexes(kept: Path) -> list[Path]:
    """The graphs that are kept; readings are lists, graphs are objects."""
    return [path for path in sorted(kept.rglob("*.json")) if (cache.kept(key(path)) or b"").startswith(b'{"exclude"')]


def key(path: Path) -> str:
    """The key of a file in the cache."""
    return path.parent.name + path.stem


def mark(kept: Path) -> None:
    """Give every kept graph another contact, by which it is told from one that is made anew."""
    for path in indexes(kept):
        data = json.loads(cache.kept(key(path)) or b"")
        data["graph"]["graph"]["contact"] = "kept"
        cache.keep(key(path), json.dumps(data).encode())


def is_kept(*paths: Path, **options: Any) -> bool:
    """Whether the graph comes from what is kept and was marked."""
    return bool(load_graph(*paths, **options).graph["contact"] == "kept")


def same(one: nx.DiGraph[str], other: nx.DiGraph[str]) -> bool:
    """Whether two graphs are equal to the last attribute, and in the same order."""
    return nx.node_link_data(one, edges="edges") == nx.node_link_data(other, edges="edges")


def test_another_version_of_a_library_makes_the_graph_anew(
    data: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it reads may be something else."""
    load_graph(data)
    mark(kept)
    assert is_kept(data)
    (tmp_path / "more" / "pypdf-999.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "more")
    assert not is_kept(data)


class NoRole(Exception):
    """What the check below raises."""


def refused(catalogue: Catalogue) -> Catalogue:
    """A catalogue that has roles."""
    if not catalogue.roles:
        raise NoRole
    return catalogue


def test_what_cannot_serve_is_read_once(tmp_path: Path) -> None:
    """A catalogue is checked before it is a graph; one without roles is never taken from what is kept."""
    write(tmp_path / "memo.txt", "To: all\nFrom: me\n")
    read: list[str] = []
    for checked in (refused, None, refused):
        read.clear()
        raised = pytest.raises(NoRole) if checked else nullcontext()
        with raised:
            load_graph(
                tmp_path / "memo.txt", keep=False, progress=lambda *done: read.append(str(done[2])), checked=checked
            )
        assert set(read) == {"memo.txt"}
    load_graph(tmp_path / "memo.txt")
    with pytest.raises(NoRole):
        load_graph(tmp_path / "memo.txt", checked=refused)


def test_what_serves_is_checked_and_kept(data: Path, kept: Path) -> None:
    """The check gives back what is made into the graph; what is kept needs none."""
    assert (
        load_graph(data, checked=lambda one: dataclasses.replace(one, contact="checked")).graph["contact"] == "checked"
    )
    mark(kept)
    assert is_kept(data, checked=refused)


@pytest.mark.parametrize("sample", [True, False])
def test_the_graph_is_the_one_of_the_catalogue(data: Path, kept: Path, sample: bool) -> None:  # noqa: FBT001
    """Made anew, from what is kept, without keeping, and verified."""
    paths = () if sample else (data,)
    made = cp.build_graph(cp.load(*paths))
    ways: list[dict[str, Any]] = [{"keep": False}, {}, {}, {"verify": True}]
    assert all(same(load_graph(*paths, **how), made) for how in ways)
    mark(kept)
    assert is_kept(*paths)


def test_the_samples_by_name_are_no_samples(kept: Path) -> None:
    """Whoever names their folder has named data."""
    assert load_graph().graph["sample"]
    assert not load_graph(SAMPLES).graph["sample"]
    assert len(indexes(kept)) == 2


def edit(data: Path) -> None:
    """Another size, the same time."""
    write(data / "1.txt", STANDARD.format(11))


def edit_in_place(data: Path) -> None:
    """The same size, another time."""
    write(data / "1.txt", STANDARD.format(3), at=LONG_AGO + 1.5)


def replace(data: Path) -> None:
    """The same size and time, another file."""
    write(data / "new.tmp", STANDARD.format(3)).replace(data / "1.txt")


def add(data: Path) -> None:
    """A file more."""
    write(data / "sub" / "3.txt", STANDARD.format(3))


def remove(data: Path) -> None:
    """A file less."""
    (data / "2.txt").unlink()


def rename(data: Path) -> None:
    """Another name."""
    (data / "2.txt").rename(data / "0.txt")


def configure(data: Path) -> None:
    """Another configuration."""
    write(data / "careerpaths.toml", 'edition = "2026"\n')


def unconfigure(data: Path) -> None:
    """No configuration."""
    (data / "careerpaths.toml").unlink()


def overlay(data: Path) -> None:
    """Another overlay."""
    write(data.parent / "grades.csv", "Job Code,Grade\n1,G10\n")


CHANGES: list[Callable[[Path], None]] = [
    edit, edit_in_place, replace, add, remove, rename, configure, unconfigure, overlay
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES, ids=lambda one: one.__name__)
def test_a_change_of_any_file_makes_the_graph_anew(data: Path, kept: Path, change: Callable[[Path], None]) -> None:
    """Documents, configuration and overlays; the answer is that of reading everything."""
    options = {"overlays": [data.parent / "grades.csv"]}
    load_graph(data, **options)
    mark(kept)
    assert is_kept(data, **options)
    change(data)
    assert same(load_graph(data, **options), cp.build_graph(cp.load(data, **options)))  # type: ignore[arg-type]
    mark(kept)
    assert is_kept(data, **options)


@pytest.mark.parametrize(
    "options",
    [
        {"exclude": ["2.txt"]},
        {"overlays": ["../grades.csv"]},
        {"config": "../other.toml"},
    ],
    ids=["exclude", "overlays", "config"],
)
def test_another_option_is_another_graph(data: Path, kept: Path, options: dict[str, Any]) -> None:
    """What is kept for one question is not taken for another."""
    write(data.parent / "other.toml", "")
    load_graph(data)
    mark(kept)
    assert same(load_graph(data, **options), cp.build_graph(cp.load(data, **options)))
    assert is_kept(data)


def test_a_configuration_that_comes_nearer_counts(data: Path, kept: Path) -> None:
    """One in the working folder does, where there was none beside the data."""
    (data / "careerpaths.toml").unlink()
    load_graph(data)
    mark(kept)
    assert is_kept(data)
    write(Path("careerpaths.toml"), 'edition = "here"')
    assert load_graph(data).graph["edition"] == "here"


def test_a_new_file_in_a_folder_of_overlays_counts(data: Path, kept: Path, tmp_path: Path) -> None:
    """Like a new document."""
    write(tmp_path / "more" / "a.csv", "Job Code,Grade\n1,G7\n")
    load_graph(data, overlays=[tmp_path / "more"])
    mark(kept)
    assert is_kept(data, overlays=[tmp_path / "more"])
    write(tmp_path / "more" / "b.csv", "Job Code,Openings\n1,3\n")
    graph = load_graph(data, overlays=[tmp_path / "more"])
    assert same(graph, cp.build_graph(cp.load(data, overlays=[tmp_path / "more"])))


def test_what_is_excluded_may_change(data: Path, kept: Path) -> None:
    """A draft that comes is no reason to read again."""
    load_graph(data)
    mark(kept)
    write(data / "drafts" / "3.txt", STANDARD.format(3))
    assert is_kept(data)


def test_a_change_within_the_same_tick_is_seen(data: Path, kept: Path) -> None:
    """A file changed a moment ago is not trusted: it may change again under the same size, time and number."""
    now = time.time()
    path = write(data / "1.txt", STANDARD.format(1), at=now)
    assert "anl-1-1" in load_graph(data)
    path.write_text(STANDARD.format(3), encoding="utf-8")
    os.utime(path, (now, now))
    assert "anl-3-3" in load_graph(data)
    mark(kept)
    assert not is_kept(data)


def test_a_time_in_whole_seconds_is_trusted_later(data: Path, kept: Path) -> None:
    """Where a file system knows no fractions, two changes within two seconds may bear one time."""
    write(data / "1.txt", STANDARD.format(1), at=int(time.time()))
    load_graph(data)
    mark(kept)
    assert not is_kept(data)
    write(data / "1.txt", STANDARD.format(1), at=LONG_AGO)
    load_graph(data)
    mark(kept)
    assert is_kept(data)


def test_only_verifying_sees_a_change_that_keeps_size_time_and_number(data: Path) -> None:
    """Nobody looks into files that seem unchanged, unless asked to; what is found then is kept."""
    load_graph(data)
    path = data / "1.txt"
    with path.open("r+", encoding="utf-8") as stream:
        stream.write(STANDARD.format(3))
    os.utime(path, (LONG_AGO + 0.5, LONG_AGO + 0.5))
    assert "anl-1-1" in load_graph(data)
    assert "anl-3-3" in load_graph(data, verify=True)
    assert "anl-3-3" in load_graph(data)


def test_a_document_that_could_not_be_read_is_tried_again(data: Path, kept: Path) -> None:
    """Rights given meanwhile show in no time of a file; here a link leads to what nobody may read."""
    (data / "locked.txt").symlink_to("/proc/self/mem")
    assert load_graph(data).graph["problems"] == 1
    assert indexes(kept) == []


def test_a_folder_that_cannot_be_listed_is_tried_again(data: Path, kept: Path) -> None:
    """Its path is longer than the system takes, so that it has no state either."""
    here = os.open(data, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 240, dir_fd=here)
        deeper = os.open("d" * 240, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = deeper
    os.close(here)
    assert load_graph(data).graph["problems"] == 1
    assert indexes(kept) == []


def test_without_keeping_nothing_is_written(data: Path, kept: Path) -> None:
    """And what is kept is not taken."""
    load_graph(data, keep=False)
    assert not kept.exists()
    load_graph(data)
    mark(kept)
    assert not is_kept(data, keep=False)


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(["graph", "nodes", "edges", "state", "config", "at", "exclude"]), inner),
    ),
    max_leaves=8,
)


@settings(max_examples=40)
@given(
    st.one_of(st.binary(max_size=30), st.just(b"[" * 100_000), JSON.map(lambda one: json.dumps(one).encode())),
    st.sampled_from([None, "graph", "exclude", "config", "at", "state", "tables"]),
)
def test_what_is_broken_is_made_again(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, name: str | None
) -> None:
    """Whatever stands in a kept graph, as a whole or under one name: the answer is the one of reading everything."""
    folder = tmp_path_factory.mktemp("any")
    write(folder / "data" / "1.txt", STANDARD.format(1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERPATHS_CACHE", str(folder / "kept"))
        made = load_graph(folder / "data")
        (path,) = indexes(folder / "kept")
        whole = json.loads(cache.kept(key(path)) or b"")
        try:
            broken = json.dumps({**whole, name: json.loads(content)}).encode() if name else content
        except (ValueError, RecursionError):
            broken = content
        cache.keep(key(path), broken)
        again = load_graph(folder / "data")
    assert same(again, made) or name == "graph"


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_anywhere_changes_no_answer(tmp_path_factory: pytest.TempPathFactory, draw: st.DataObject) -> None:
    """Bytes changed, cut out or put in, in any file of the cache: roles, moves and texts are those that are stated."""
    folder = tmp_path_factory.mktemp("damage")
    write(folder / "data" / "1.txt", STANDARD.format(1))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CAREERPATHS_CACHE", str(folder / "kept"))
        made = answered(folder / "data")
        for path in sorted((folder / "kept").rglob("*.json")):
            whole = path.read_bytes()
            start = draw.draw(st.integers(0, 10_000)) % (len(whole) + 1)
            end = start + draw.draw(st.sampled_from([0, 1, 20, 10_000]))
            path.write_bytes(whole[:start] + draw.draw(st.binary(max_size=3)) + whole[end:])
        assert answered(folder / "data") == made == answered(folder / "data")


def answered(data: Path) -> tuple[Any, list[Any]]:
    """A graph as plain data, and the texts of its roles."""
    index = load_index(data)
    texts = [[(one.label, one.text, one.source) for one in index.stated(role)] for role in index.graph]
    return nx.node_link_data(index.graph, edges="edges"), texts


def test_two_at_once_give_the_same(data: Path, kept: Path) -> None:
    """Each writes whole or not at all; what is left is whole."""
    found: list[nx.DiGraph[str]] = []
    threads = [threading.Thread(target=lambda: found.append(load_graph(data))) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(found) == 4
    assert all(same(one, found[0]) for one in found)
    assert list(kept.rglob("*.tmp")) == []
    mark(kept)
    assert is_kept(data)


def test_texts_come_from_the_cache_one_role_at_a_time(data: Path, kept: Path) -> None:
    """The second time no document is read, and each role's texts are those of the catalogue."""
    catalogue = cp.load(data)
    load_index(data)
    for path in data.rglob("*.txt"):
        # As long and as old as before: only who reads it sees that it is another.
        write(path, "x" * path.stat().st_size)
    index = load_index(data)
    for role in catalogue.roles:
        told = [(one.label, one.text, one.source) for one in index.stated(role.id)]
        assert told == [(one.label, one.text, one.source) for one in cp.texts(catalogue, role.id)]
    assert len(list(kept.rglob("*.json"))) > 1


def test_texts_that_are_gone_are_read_again(data: Path, kept: Path) -> None:
    """Where the file with the texts was removed, the documents are read, and the answer is the same."""
    first = load_index(data)
    told = [first.stated(role) for role in first.graph]
    again = load_index(data)
    for path in kept.rglob("*.json"):
        path.unlink()
    assert [[one.text for one in again.stated(role)] for role in again.graph] == [
        [one.text for one in one_role] for one_role in told
    ]
