"""What tests share: the installed command in an empty folder, a browser that must stay quiet, the real standard."""

from __future__ import annotations

import os
import runpy
import shutil
import subprocess
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, Any

import hypothesis
import networkx as nx
import pytest
from hypothesis.configuration import set_hypothesis_home_dir
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError

CLONE = Path(__file__).resolve().parents[1]
SAMPLE_STANDARD = CLONE / "data" / "information-technology" / "clinical-imaging-it-professional.txt"
REAL_STANDARD = CLONE.parent / "shared" / "standards" / SAMPLE_STANDARD.name
QUIET = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
LOCAL = ("file:", "data:", "blob:", "about:", "http://127.0.0.1:")

set_hypothesis_home_dir(CLONE / ".hypothesis")
hypothesis.settings.register_profile("here", deadline=None)
hypothesis.settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True)
def own_variables_unset(monkeypatch: pytest.MonkeyPatch, cache_folder: Path) -> None:
    """No test depends on what the developer has set for the program or for terminals, or has in the cache."""
    for name in ("CAREERPATHS_DATA", "COLUMNS", "FORCE_COLOR", "LINES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CAREERPATHS_CACHE", str(cache_folder))


@pytest.fixture(scope="session")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program keeps what it has read, in these tests."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def clone() -> Path:
    """The folder of the clone; tests run elsewhere."""
    return CLONE


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(path, id=name)
        for name, path in (("sample", SAMPLE_STANDARD), ("real", REAL_STANDARD))
        if path.is_file()
    ],
)
def real_standard(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The clinical imaging standard alone in a folder: the sample, and the real one where it is at hand."""
    return Path(shutil.copy(request.param, tmp_path_factory.mktemp("standard")))


@pytest.fixture
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder outside the clone."""
    return tmp_path_factory.mktemp("empty")


@pytest.fixture
def run_cli(empty_folder: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the installed `careerpaths` with these arguments in `empty_folder`; `env` adds to a bare environment."""
    script = Path(sysconfig.get_path("scripts")) / ("careerpaths.exe" if os.name == "nt" else "careerpaths")

    def run(
        *arguments: str | Path, env: dict[str, str] | None = None, stdin: str = ""
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [script, *arguments],
            cwd=empty_folder,
            env={**bare_environment(empty_folder), **(env or {})},
            input=stdin,
            capture_output=True,
            check=False,
            encoding="utf-8",
            timeout=120,
        )

    return run


def bare_environment(home: Path) -> dict[str, str]:
    """The variables without which no program starts, an empty home, and what measures coverage in child processes."""
    kept = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "CAREERPATHS_CACHE")
    found = {name: value for name, value in os.environ.items() if name in kept or name.startswith("COVERAGE_")}
    return {**found, "HOME": str(home), "USERPROFILE": str(home), "LC_ALL": "C.UTF-8", "PYTHONIOENCODING": "utf-8"}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser that `tools/browser.py` finds, started once."""
    tool = runpy.run_path(str(CLONE / "tools" / "browser.py"))
    path = tool["find"]()
    assert path, tool["NONE_FOUND"]
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=QUIET, chromium_sandbox=not tool["is_root"]())


@pytest.fixture
def page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Make an empty page: `page(width=390, height=844, dark=True)`; more options go to Playwright's `new_context`.

    When the test is over, no page may have asked for anything beyond this machine, nor written an error to the
    console, nor thrown one. `watched=False` is for pages that are meant to.
    """
    contexts: list[BrowserContext] = []
    trouble: list[str] = []

    def make(*, width: int = 1280, height: int = 800, dark: bool = False, watched: bool = True, **options: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light", **options
        )
        contexts.append(context)
        if watched:
            watch(context, trouble)
        return context.new_page()

    yield make
    for context in contexts:
        context.close()
    assert trouble == []


def watch(context: BrowserContext, trouble: list[str]) -> None:
    """Note each request that leaves this machine, each error on the console and each error thrown."""

    def asked(request: Request) -> None:
        if not request.url.startswith(LOCAL):
            trouble.append(f"asked for {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type == "error":
            trouble.append(f"console: {message.text}")

    def thrown(error: WebError) -> None:
        trouble.append(f"thrown: {error.error}")

    context.on("request", asked)
    context.on("console", said)
    context.on("weberror", thrown)


@pytest.fixture(scope="session")
def make_graph() -> Callable[..., nx.DiGraph[str]]:
    """Make a small graph by hand: `make_graph("a -> b", "b -> c")`, titles as ids in alphabetical order.

    `roles={"b": {"defined": False}}` and `kinds={"a -> b": "lateral"}` set attributes; the others are those of a
    professional of one function who is promoted.
    """

    def make(
        *moves: str,
        roles: Mapping[str, Mapping[str, Any]] | None = None,
        kinds: Mapping[str, str] | None = None,
    ) -> nx.DiGraph[str]:
        pairs = [tuple(move.split(" -> ")) for move in moves]
        ids = sorted({*(role for pair in pairs for role in pair), *(roles or {})})
        graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=["x.txt"])
        graph.graph |= {"problems": 0, "notes": 0}
        for rank, role in enumerate(ids):
            graph.add_node(role, **{**_role(role, rank), **(roles or {}).get(role, {})})
        for move, (start, end) in zip(moves, pairs, strict=True):
            graph.add_edge(start, end, **_move(end, (kinds or {}).get(move, "promotion")))
        return graph

    return make


def _role(role: str, rank: int) -> dict[str, Any]:
    return {
        "title": role,
        "job_code": f"X{rank}",
        "level": f"Level {rank}",
        "category": "Professional",
        "job_function": "Imaging",
        "job_family": "Technology",
        "personnel_program": None,
        "flsa": None,
        "defined": True,
        "tracking_code": None,
        "track": "professional",
        "level_order": rank,
        "states_moves": True,
        "declared_top": False,
        "requirements": [],
        "extras": [],
        "scope": None,
        "aliases": [],
        "documents": ["x.txt"],
        "rank": rank,
    }


def _move(end: str, kind: str) -> dict[str, Any]:
    source = {"document": "x.txt", "row": "Career Path 1", "column": "Level", "text": end}
    place = {"line": 1, "page": 1, "sheet": None}
    return {"kind": kind, "kind_basis": "standard", "direction": "up", "sources": [{**source, **place}]}


@pytest.fixture
def in_an_empty_folder(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No configuration of the working folder counts."""
    monkeypatch.chdir(empty_folder)
