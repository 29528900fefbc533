"""The one-file map of made-up graphs in a real browser: hostile text, large organisations, and the ways of `routes`."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.explorer import map_page, write_map
from careerpaths.pages import script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

HOSTILE = (
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    '"]);window.hit=1//',
    "{{7*7}}",
    "a\u2028b",
    "\u202eexe.txt",
)
VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


@pytest.fixture
def opened(page: Open) -> Open:
    """Open a map: `opened(file, "#role=...")`; the network is held: nothing that is asked for answers."""

    def open_at(file: Path, address: str = "") -> Page:
        view = page()
        view.context.set_offline(offline=True)
        view.add_init_script(VIOLATIONS)
        view.goto(file.as_uri() + address)
        return view

    return open_at


def heading(view: Page) -> str:
    """The heading of the answer."""
    return view.locator("#answer-heading").inner_text()


def test_hostile_text_stays_text(opened: Open, tmp_path: Path) -> None:
    """Titles that are markup, script or template come out as they are, on every answer."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=HOSTILE[0], edition=HOSTILE[1], contact=HOSTILE[2], documents=[])
    for rank, title in enumerate(HOSTILE):
        add_role(graph, f"r{rank}", title=title, rank=rank, scope=title, level=title, requirements=[[title, title]])
    for rank in range(len(HOSTILE) - 1):
        add_move(graph, f"r{rank}", f"r{rank + 1}", text=HOSTILE[rank])
    view = opened(write_map(graph, tmp_path / "hostile.html"))
    for address in ("#from=r0&to=r5", "#role=r1", "#from=r0", "#to=r5"):
        view.evaluate("address => { location.hash = address; }", address)
        for summary in view.locator("#answer details summary").all():
            summary.click()
    view.locator("#finder summary").click()
    view.locator(".finder-functions button").first.click()
    view.get_by_label("I am a", exact=True).fill("img")
    assert view.evaluate("window.hit") is None
    assert view.locator("img").count() == 0
    assert HOSTILE[1] in view.locator("#roles").inner_text()
    assert HOSTILE[0] in view.locator(".owner").inner_text()
    assert "[U+202E]exe.txt" in view.locator("#roles").inner_text()
    assert view.evaluate("window.violations") == []


def test_large_organisation_opens_without_drawing_it(opened: Open, tmp_path: Path) -> None:
    """Functions as blocks, also where no job family is stated; of roles those of an answer or a chosen function."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    for number in range(1600):
        function, order = divmod(number, 5)
        facts = {"job_function": f"Function {function}", "level_order": order + 1, "rank": number}
        add_role(graph, f"r{number}", title=f"Analyst {function} {order + 1}", **facts)
        if order:
            add_move(graph, f"r{number - 1}", f"r{number}")
    view = opened(write_map(graph, tmp_path / "large.html"))
    assert "The picture shows 320 functions" in view.locator("#picture-said").inner_text()
    assert view.locator("#picture-scope option[value=all]").count() == 0
    view.get_by_label("Draw").select_option(label="Function: Function 7")
    assert view.locator("#picture-said").inner_text() == "The picture shows 5 roles."
    view.get_by_label("I am a", exact=True).press_sequentially("analyst 12 1")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    assert view.get_by_label("Draw").input_value() == "answer"
    assert view.locator("#picture-said").inner_text() == "The picture shows the 5 roles that the answer names."


def test_routes_are_those_of_python(page: Open) -> None:
    """On random graphs the page finds the same ways in the same order as `routes`."""
    view = page()
    chance = random.Random(7)  # noqa: S311 # a fixed seed, for the same graphs every time
    for _ in range(150):
        graph = random_graph(chance)
        order = list(graph)
        start, end = chance.choice(order), chance.choice(order)
        most = chance.choice([1, 3, 5, 50])
        expected = [list(route.roles) for route in cp.routes(graph, start, end, max_routes=most).routes]
        assert in_page(view, graph, start, end, most) == expected


def in_page(view: Page, graph: nx.DiGraph[str], start: str, end: str, most: int) -> list[list[str]]:
    """The ways that the page's script finds."""
    order = list(graph)
    ranks = {role: rank for rank, role in enumerate(order)}
    edges = sorted(graph.edges, key=lambda edge: (ranks[edge[0]], ranks[edge[1]]))
    moves = [{"start": ranks[a], "end": ranks[b], "kind": graph.edges[a, b]["kind"]} for a, b in edges]
    code = f"""(value) => {{ {script("routes")}
      const [count, moves, start, end, most] = value;
      const empty = () => Array.from({{ length: count }}, () => []);
      const model = {{ roles: Array.from({{ length: count }}), next: empty(), feeders: empty() }};
      for (const move of moves) {{ model.next[move.start].push(move); model.feeders[move.end].push(move); }}
      return module_routes.routes(model, start, end, most);
    }}"""
    found = view.evaluate(code, [len(order), moves, ranks[start], ranks[end], most])
    return [[order[rank] for rank in way] for way in found]


def random_graph(chance: random.Random) -> nx.DiGraph[str]:
    """A small graph with every kind of move."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    count = chance.randint(2, 9)
    for rank in range(count):
        add_role(graph, f"r{rank}", title=f"Role {chr(65 + rank)}", rank=rank)
    kinds = ["promotion", "change-of-track", "cross-function", "lateral", "step-back", "unknown"]
    for _ in range(chance.randint(1, 26)):
        start, end = chance.sample(range(count), 2)
        add_move(graph, f"r{start}", f"r{end}", kind=chance.choice(kinds))
    return graph


def add_role(graph: nx.DiGraph[str], role: str, **facts: Any) -> None:
    """Add a role with these facts and every other attribute that a node has."""
    texts = (
        "job_code",
        "level",
        "category",
        "job_function",
        "job_family",
        "personnel_program",
        "flsa",
        "tracking_code",
    )
    rest = {"scope": None, "track": "professional", "level_order": None, "defined": True, "states_moves": True}
    lists: dict[str, Any] = {"aliases": [], "documents": [], "requirements": [], "declared_top": False}
    graph.add_node(role, **{**dict.fromkeys(texts), **rest, **lists, **facts})


def add_move(graph: nx.DiGraph[str], start: str, end: str, *, kind: str = "promotion", text: str = "x") -> None:
    """Add a move with one source."""
    source = {"document": text, "row": text, "column": text, "text": text, "line": 1, "page": None, "sheet": None}
    graph.add_edge(start, end, kind=kind, kind_basis="standard", direction="up", sources=[source])


def test_page_of_one_role_opens(opened: Open, tmp_path: Path) -> None:
    """One role and nothing else is a page as well, and so is none."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    (tmp_path / "none.html").write_text(map_page(graph), encoding="ascii")
    assert heading(opened(tmp_path / "none.html")) == "Where would you like to go?"
    add_role(graph, "only", title="Only", rank=0)
    view = opened(write_map(graph, tmp_path / "one.html"), "#role=only")
    assert heading(view) == "Only"
