"""The one-file map of made-up graphs in a real browser: hostile text, large organisations, and the ways of `routes`."""

from __future__ import annotations

import random
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.explorer import map_page, write_map
from careerpaths.layout import arrange
from careerpaths.pages import script
from careerpaths.pages.data import page_data
from careerpaths.queries.answers import step
from careerpaths.queries.choosing import PREFERENCES, choose, order_of
from careerpaths.queries.lines import not_stated, step_lines
from careerpaths.queries.preferring import preferred
from careerpaths.queries.shortest import Sought
from careerpaths.stated import texts_of
from careerpaths.weighing import MEASURES
from careerpaths.wording import MAP

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


def test_a_role_that_states_nothing_does_not_hide_what_the_next_one_asks(opened: Open, tmp_path: Path) -> None:
    """What the wanted role asks is called "not stated" by what it states itself, and not by the role before."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    add_role(graph, "r0", title="Lab Tech 1", rank=0, asks_stated=False)
    add_role(graph, "r1", title="Lab Tech 2", rank=1, requirements=[["Education 1", "A degree."]])
    for start, end in (("r0", "r1"), ("r1", "r0")):
        add_move(graph, start, end)
    path = write_map(graph, tmp_path / "lab.html")
    view = opened(path, "#from=r0&to=r1")
    assert "not stated" not in view.locator("#answer .summary").inner_text()
    assert "What of it is new is not known" in view.locator("#answer ol .step").inner_text()
    view = opened(path, "#from=r1&to=r0")
    assert "What Lab Tech 1 asks is not stated: its document" in view.locator("#answer .summary").inner_text()


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


FACTS: dict[str, st.SearchStrategy[Any]] = {
    "flsa": st.sampled_from([None, "Exempt", "Non-Exempt"]),
    "personnel_program": st.sampled_from([None, "PSS", "MSP"]),
    "track": st.sampled_from([None, "professional", "supervisory"]),
    "job_function": st.sampled_from(["Imaging", "Data"]),
    "category": st.sampled_from(["Professional", "Managerial"]),
    "defined": st.sampled_from([True, True, True, False]),
    "asks_stated": st.sampled_from([True, True, True, False]),
    "requirements": st.lists(
        st.sampled_from(
            [["Education 1", "A degree."], ["Education 1", "A master's degree."], ["Cert 1", "A licence."]]
        ),
        max_size=2,
        unique_by=lambda pair: pair[0],
    ),
}
KINDS = ("promotion", "change-of-track", "cross-function", "lateral", "step-back", "unknown")


@st.composite
def graphs(draw: st.DrawFn) -> nx.DiGraph[str]:
    """Small graphs with every kind of move, roles that no standard describes, and what each measure counts."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    count = draw(st.integers(2, 9))
    for rank in range(count):
        facts = draw(st.fixed_dictionaries(FACTS))
        kinds = ["certificate" if label == "Cert 1" else "education" for label, _ in facts["requirements"]]
        add_role(graph, f"r{rank}", title=f"Role {chr(65 + rank)}", rank=rank, requirement_kinds=kinds, **facts)
    places = st.integers(0, count - 1)
    moves = st.tuples(places, places, st.sampled_from(KINDS)).filter(lambda move: move[0] != move[1])
    for start, end, kind in draw(st.lists(moves, min_size=count, max_size=26)):
        add_move(graph, f"r{start}", f"r{end}", kind=kind)
    return graph


def test_routes_are_those_of_python(page: Open) -> None:
    """On random graphs the page finds the ways of `routes`, in their order, with their reasons, marks and verdict."""
    view = page()

    @settings(max_examples=150)
    @given(graph=graphs(), most=st.sampled_from([1, 2, 3, 5, 50]), data=st.data())
    def check(graph: nx.DiGraph[str], most: int, data: st.DataObject) -> None:
        start, end = (data.draw(st.sampled_from(list(graph))) for _ in range(2))
        found = in_page(view, graph, start, end, most)
        for preference in PREFERENCES:
            answer = cp.routes(graph, start, end, prefer=preference, max_routes=most)
            told = verdict(graph, start, end, preference, most)
            assert found[preference] == [list(map(said_of, answer.routes)), answer.is_cut, told]

    check()


def verdict(graph: nx.DiGraph[str], start: str, end: str, preference: str, most: int) -> list[str]:
    """Whether the routes give what was preferred, in sentences."""
    sought = Sought(first=start, last=end, order=order_of(preference))
    choice = choose(graph, sought, preference=preference, max_routes=most)
    return list(preferred(graph, choice)) if choice.routes else []


def said_of(route: Any) -> list[Any]:
    """What is told of a route: its roles, why it is worth a look, whether it is marked, and its measures."""
    return [list(route.roles), route.why, route.is_beaten, list(route.measures)]


def in_page(view: Page, graph: nx.DiGraph[str], start: str, end: str, most: int) -> dict[str, Any]:
    """The same of the ways that the page's scripts find, for each preference, and whether there may be more."""
    code = f"""(value) => {{ {script("answers")} {script("data")} {script("words")}
      const [data, texts, from, to, most] = value;
      const model = module_data.unpack(data);
      const [start, end] = [from, to].map((id) => model.byId.get(id));
      const words = module_words.makeWords(texts);
      const {{ why }} = module_reasons.makeReasons(model, words);
      const {{ verdict }} = module_verdicts.makeVerdicts(model, words);
      const told = ({{ path, measures, isBeaten }}, said) =>
        [path.map((place) => model.roles[place].id), said, isBeaten, measures];
      const found = {{}};
      for (const preference of Object.keys(model.search.orders)) {{
        const choice = module_routes.routes(model, start, end, preference, most);
        const said = choice.routes.length ? verdict(choice, preference) : [];
        const ways = choice.routes.map((one) => told(one, why(one, choice)));
        found[preference] = [ways, choice.hasMore || choice.isCut, said];
      }}
      return found;
    }}"""
    data = page_data(graph, arrange(graph), {})
    return dict(view.evaluate(code, [data, dict(MAP), start, end, most]))


def test_lines_are_those_of_python(page: Open, clone: Path) -> None:
    """Each move of the sample standards has the three lines of `route --details` in the page's data."""
    catalogue = cp.load(clone / "data")
    graph = cp.build_graph(catalogue)
    data = page_data(graph, arrange(graph), {}, catalogue=catalogue)
    code = f"""(data) => {{ {script("data")}
      const model = module_data.unpack(data);
      return model.moves.map((move) => [model.roles[move.start].id, model.roles[move.end].id, move.lines]);
    }}"""
    found = page().evaluate(code, data)
    assert len(found) == graph.number_of_edges()
    for start, end, lines in found:
        told = step_lines(step(graph, start, end, stated=texts_of(catalogue)), contact=graph.graph["contact"])
        open_facts = not_stated(step(graph, start, end))
        assert lines == [told.have or None, told.change or None, told.work or open_facts]


def test_search_is_cut_where_python_cuts_it(page: Open) -> None:
    """Where very many ways are as good in some way, the page gives up where the program does, with the same ways."""
    chance = random.Random(7)  # noqa: S311 # a fixed seed, for the same graph every time
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    layers = [[f"r{layer * 12 + place}" for place in range(12)] for layer in range(6)]
    for rank, role in enumerate(role for layer in layers for role in layer):
        add_role(graph, role, title=f"Role {rank}", rank=rank)
    for start, end in (move for pair in pairwise(layers) for move in product(*pair)):
        add_move(graph, start, end)
        graph.edges[start, end]["measures"] = [1, *(chance.randint(0, 9) for _ in MEASURES[1:])]
    start, end = layers[0][0], layers[-1][-1]
    found = in_page(page(), graph, start, end, 500)
    for preference in PREFERENCES:
        answer = cp.routes(graph, start, end, prefer=preference, max_routes=500)
        told = verdict(graph, start, end, preference, 500)
        assert found[preference] == [list(map(said_of, answer.routes)), True, told]
        assert 0 < len(answer.routes) < 500


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
