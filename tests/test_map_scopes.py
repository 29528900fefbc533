"""What the picture of the one-file map shows: of an answer what its words name, of many roles what can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from axe_playwright_python.sync_playwright import Axe

import careerpaths as cp
from careerpaths.explorer import write_map
from careerpaths.pages import script

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

SPEC_2, SPEC_4 = "clin-imaging-it-spec-2-8798", "clin-imaging-it-spec-4-6043"
MGR_1 = "clin-imaging-it-mgr-1"
ROUTE = f"#from={SPEC_2}&to={MGR_1}"
LINKED = """() => [...new Set([...document.querySelectorAll("#answer-body a[href^='#role=']")]
  .map((link) => link.getAttribute("href").slice("#role=".length)))].sort()"""
DRAWN = "() => document.getElementById('picture').dataset.drawn.split(' ').filter((id) => id).sort()"
ASKED = "() => [...new URLSearchParams(location.hash.slice(1)).values()]"
SPY = """() => {
  const { Network } = window.vis;
  const seen = class extends Network {
    constructor(place, drawn, options) {
      super(place, drawn, options);
      window.nodes = drawn.nodes;
    }
  };
  window.vis = { ...window.vis, Network: seen };
  const toggle = document.getElementById("picture-toggle");
  toggle.click();
  toggle.click();
}"""
KEYS = "() => [...document.querySelectorAll('.legend [data-key]:not([hidden])')].map((one) => one.dataset.key)"


@pytest.fixture(scope="session")
def sample_map(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of the sample standards, with their texts."""
    catalogue = cp.load(clone / "data")
    return write_map(cp.build_graph(catalogue), tmp_path_factory.mktemp("map") / "map.html", catalogue=catalogue)


@pytest.fixture(scope="session")
def large_map(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of 80 functions of five roles each in 4 job families; the last function has a family of its own."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    for number in range(400):
        function, order = divmod(number, 5)
        family = "Alone" if function == 79 else f"Family {function % 3}"
        facts = {"job_function": f"Function {function}", "job_family": family, "level_order": order + 1}
        add_role(graph, f"r{number}", title=f"Analyst {function} {order + 1}", rank=number, **facts)
        if order:
            source = {
                "document": "a.txt",
                "row": "r",
                "column": "c",
                "text": "x",
                "line": 1,
                "page": None,
                "sheet": None,
            }
            about = {"kind": "promotion", "kind_basis": "standard", "direction": "up", "sources": [source]}
            graph.add_edge(f"r{number - 1}", f"r{number}", **about)
    return write_map(graph, tmp_path_factory.mktemp("large") / "large.html")


def add_role(graph: nx.DiGraph[str], role: str, **facts: Any) -> None:
    """Add a role with these facts and every other attribute that a node has."""
    texts = ("job_code", "level", "category", "personnel_program", "flsa", "tracking_code", "scope")
    rest = {"track": "professional", "defined": True, "states_moves": True, "declared_top": False}
    graph.add_node(role, **dict.fromkeys(texts), **rest, aliases=[], documents=[], requirements=[], **facts)


@pytest.fixture
def opened(page: Open, sample_map: Path) -> Open:
    """Open the sample map, or another: `opened("#role=...", file=..., width=390)`; the network is held."""

    def open_at(address: str = "", *, file: Path = sample_map, **options: Any) -> Page:
        view = page(**options)
        view.context.set_offline(offline=True)
        view.goto(file.as_uri() + address)
        return view

    return open_at


@pytest.mark.parametrize(
    "address",
    [
        ROUTE,
        f"#from={SPEC_2}",
        "#from=data-analyst-1-x211p",
        "#from=financial-supv-1-x521s",
        f"#to={MGR_1}",
        "#to=data-analytics-manager-2-x232m",
        f"#from={MGR_1}&to={SPEC_2}",
        "#from=service-desk-tech-1-x101t&to=data-analytics-supv-1-x221s",
        f"#from={SPEC_2}&to={SPEC_2}",
        f"#role={SPEC_4}",
        f"#role={MGR_1}",
    ],
)
def test_picture_of_an_answer_shows_what_its_words_name(opened: Open, address: str) -> None:
    """The roles that the answer links to and the ones that were asked about, and no others."""
    view = opened(address)
    assert view.get_by_label("Draw").input_value() == "answer"
    assert view.evaluate(DRAWN) == sorted({*view.evaluate(LINKED), *view.evaluate(ASKED)})


def test_every_role_of_the_sample_is_drawn_as_its_card_says(opened: Open, clone: Path) -> None:
    """Each card's picture shows its next roles and its feeders."""
    graph = cp.build_graph(cp.load(clone / "data"))
    view = opened()
    for role in graph:
        view.evaluate("address => { location.hash = address; }", f"#role={role}")
        expected = sorted({role, *graph.successors(role), *graph.predecessors(role)})
        assert view.evaluate(f"new Promise((done) => setTimeout(() => done(({DRAWN})()), 30))") == expected


def test_answer_stays_the_picture_in_a_small_organisation(opened: Open, clone: Path, tmp_path: Path) -> None:
    """Also where all roles could be drawn: eight roles, five of them in the ways."""
    catalogue = cp.load(clone / "data" / "information-technology" / "clinical-imaging-it-professional.txt")
    file = write_map(cp.build_graph(catalogue), tmp_path / "map.html", catalogue=catalogue)
    view = opened(ROUTE, file=file)
    assert view.locator("#picture-said").inner_text() == "The picture shows the 5 roles that the answer names."


def test_far_roles_are_listed_but_not_drawn(opened: Open) -> None:
    """What is too much for the eye can be opened in the answer, and is not in the picture."""
    view = opened("#from=data-analyst-1-x211p")
    drawn = view.evaluate(DRAWN)
    assert 2 < len(drawn) < 14
    view.get_by_text("moves away or more").click()
    # What is opened is filled after the click.
    view.get_by_text("moves away or more").locator("xpath=..").get_by_role("link").first.wait_for()
    assert len(view.evaluate(LINKED)) == 24


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("address", [ROUTE, "#from=data-analyst-1-x211p", "#role=data-analyst-3-x213p"])
def test_texts_of_an_answer_can_be_read(opened: Open, width: int, address: str) -> None:
    """They are drawn at least 11 pixels high; what does not fit begins at the asker's role."""
    view = page_with_scale(opened, address, width)
    least = view.evaluate("Math.min(...window.sizes)")
    assert least >= 10.9


def page_with_scale(opened: Open, address: str, width: int) -> Page:
    """Open a map and note how high each text of a role is drawn, in CSS pixels."""
    view = opened(address, width=width, height=844)
    view.evaluate("""() => {
      window.sizes = [];
      const { fillText } = CanvasRenderingContext2D.prototype;
      CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
        if (/px/.test(this.font) && this.textAlign === "center" && this.textBaseline === "middle") {
          window.sizes.push(parseFloat(/(\\d[\\d.]*)px/.exec(this.font)[1]) * this.getTransform().a / devicePixelRatio);
        }
        return fillText.call(this, text, ...rest);
      };
    }""")
    toggle = view.locator("#picture-toggle")
    if width > 500:
        toggle.click()
    toggle.click()
    view.wait_for_timeout(200)
    return view


def test_levels_of_an_answer_stand_on_one_axis(page: Open) -> None:
    """A row for each level across functions; where they would be too wide, on shelves, each with its own axis."""
    places = [(0, 0, 0), (0, 1, 0), (0, 3, 0), (1, 1, 0), (1, 1, 1), (2, 0, 0)]
    roles = [{"number": n, "band": band, "row": row, "column": column} for n, (band, row, column) in enumerate(places)]
    code = f"""(value) => {{ {script("scope")}
      const [roles, widest] = value;
      const {{ spots }} = module_scope.shelved(roles, {{ widest, column: 100, row: 50, gap: 20, head: 30 }});
      return roles.map((role) => spots.get(role.number));
    }}"""
    view = page()
    low, middle, high, beside, last, third = view.evaluate(code, [roles, 1000])
    assert middle["y"] == beside["y"] == last["y"] > high["y"]
    assert low["y"] == third["y"] == middle["y"] + 50
    assert middle["y"] - high["y"] > 50
    assert low["x"] < beside["x"] < last["x"] < third["x"]
    on_shelves = view.evaluate(code, [roles, 350])
    assert on_shelves[5]["x"] == on_shelves[0]["x"]
    assert on_shelves[5]["y"] > on_shelves[0]["y"]


def test_level_has_one_row_in_all_functions(page: Open) -> None:
    """Lifted in one function, it is lifted in all that are drawn; a role without a level stands beside who names it."""
    stands = [(0, 0, 1), (2, 0, 3), (2, 1, 1), (0, 1, 1), (1, 1, 2), (3, 3, 1), (9, 4, -1), (9, 4, -1)]
    roles = [
        {"number": n, "row": row, "ladder": ladder, "order": order} for n, (row, ladder, order) in enumerate(stands)
    ]
    moves = [{"start": 4, "end": 5}, {"start": 0, "end": 6}]
    code = f"""(value) => {{ {script("levels")}
      const rows = module_levels.rowsOf(...value);
      return value[0].map((role) => rows.get(role.number));
    }}"""
    assert page().evaluate(code, [roles, moves]) == [0, 2, 2, 2, 3, 3, 0, 9]


@pytest.mark.parametrize("ends", [("x213p", "6043"), ("x111p", "8798")])
def test_promotion_points_up_and_the_same_level_stands_level(opened: Open, ends: tuple[str, str]) -> None:
    """In the picture as it is drawn: a professional level has one height in both functions."""
    view = opened("#from={}&to={}".format(*ends))
    view.evaluate(SPY)
    found = view.evaluate("""() => {
      const data = JSON.parse(document.getElementById("data").textContent);
      return window.nodes.map((node) => [data.roles[node.id][12], data.roles[node.id][3], node.y]);
    }""")
    levels: dict[str, set[float]] = {}
    for track, level, y in found:
        if track == "professional":
            levels.setdefault(level, set()).add(y)
    assert len(levels) < sum(track == "professional" for track, _, _ in found)
    assert all(len(heights) == 1 for heights in levels.values())


def test_legend_explains_what_is_drawn_and_no_more(opened: Open) -> None:
    """For a two-way route both kinds of line; no dead end where none is drawn; for blocks only blocks."""
    view = opened(ROUTE)
    keys = ["professional", "undefined", "chosen", "promotion", "change-of-track", "route", "other-way", "roles"]
    assert view.evaluate(KEYS) == keys
    view.get_by_label("Draw").select_option("blocks")
    assert view.evaluate(KEYS) == ["block", "block-line"]
    view.get_by_label("Draw").select_option("all")
    assert {"dead-end", "cross-function", "managerial"} <= set(view.evaluate(KEYS))


def test_large_organisation_opens_on_job_families(opened: Open, large_map: Path) -> None:
    """A click on a family shows its functions, a click on a function its roles; everything at once is not offered."""
    view = opened(file=large_map)
    choice, said = view.get_by_label("Draw"), view.locator("#picture-said")
    assert said.inner_text() == "The picture shows 4 job families; click on one to see its functions."
    assert view.locator("#picture-scope option[value=all]").count() == 0
    assert view.locator("#picture-scope optgroup").count() == 4
    view.locator("#picture canvas").click(position={"x": 100, "y": 60})
    assert choice.input_value() == "family 0"
    assert "27 functions" in said.inner_text()
    view.locator("#picture canvas").click(position={"x": 100, "y": 60})
    assert choice.input_value() == "band 0"
    assert said.inner_text() == "The picture shows 5 roles."
    choice.select_option(label="Job family: Alone")
    assert "1 function" in said.inner_text()
    view.get_by_label("Job family", exact=True).select_option(label="Family 1")
    choice.select_option("families")
    assert "1 job family" in said.inner_text()


def test_finder_of_many_functions_is_grouped_and_narrowed(opened: Open, large_map: Path) -> None:
    """By job family under headings; a field narrows them and says how many are left."""
    view = opened(file=large_map)
    view.get_by_text("Not sure of your title?").click()
    assert view.locator(".finder-family h3").all_inner_texts() == ["Family 0", "Family 1", "Family 2", "Alone"]
    view.get_by_label("Narrow the functions").fill("function 79")
    assert view.locator(".finder-functions button:visible").all_inner_texts() == ["Function 79: 5 roles"]
    assert view.locator(".finder-family h3:visible").all_inner_texts() == ["Alone"]
    view.wait_for_timeout(100)
    assert view.locator("#announcer").inner_text() == "1 function matches"
    view.get_by_role("button", name="Function 79: 5 roles").click()
    assert view.locator(".finder-levels li").count() == 5


@pytest.mark.parametrize("dark", [False, True])
def test_large_organisation_on_a_phone(opened: Open, large_map: Path, *, dark: bool) -> None:
    """With the picture, the legend and the finder open nothing is wider than 320 pixels, and axe finds nothing."""
    view = opened("#from=r0&to=r4", file=large_map, width=320, height=640, dark=dark)
    view.get_by_role("button", name="Show the picture").click()
    view.locator(".legend summary").click()
    view.locator("#finder summary").click()
    view.get_by_role("button", name="Function 0: 5 roles").click()
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    view.get_by_label("Draw").select_option("families")
    found = Axe().run(view, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_finder_of_few_functions_needs_no_field(opened: Open) -> None:
    """Seven functions can be looked through."""
    view = opened()
    view.get_by_text("Not sure of your title?").click()
    assert view.get_by_label("Narrow the functions").count() == 0
    assert view.locator(".finder-functions button").count() == 7
