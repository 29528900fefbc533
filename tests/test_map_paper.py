"""The one-file map taken away: on paper, as text, as a link; and names that can mean several roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import networkx as nx
import pytest
from playwright.sync_api import expect

import careerpaths as cp
from careerpaths.explorer import write_map

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

SPEC_2, MGR_1 = "clin-imaging-it-spec-2-8798", "clin-imaging-it-mgr-1"
ROUTE = f"#from={SPEC_2}&to={MGR_1}"


@pytest.fixture(scope="session")
def sample_map(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of the sample standards, with their texts."""
    catalogue = cp.load(clone / "data")
    return write_map(cp.build_graph(catalogue), tmp_path_factory.mktemp("map") / "map.html", catalogue=catalogue)


@pytest.fixture
def opened(page: Open, sample_map: Path) -> Open:
    """Open the sample map, or another: `opened("#role=...", file=...)`; the network is held."""

    def open_at(address: str = "", *, file: Path = sample_map, **options: Any) -> Page:
        view = page(**options)
        view.context.set_offline(offline=True)
        view.goto(file.as_uri() + address)
        return view

    return open_at


def heading(view: Page) -> str:
    """The heading of the answer."""
    return view.locator("#answer-heading").inner_text()


@pytest.mark.parametrize("dark", [False, True])
def test_route_of_two_ways_prints_on_two_sheets(opened: Open, *, dark: bool) -> None:
    """A4, the picture included, in light colours whatever the screen has."""
    view = opened(ROUTE, dark=dark)
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    middle = "[...document.querySelector('.paper-copy').getContext('2d').getImageData(680, 300, 1, 1).data]"
    assert sum(view.evaluate(middle)[:3]) > 700
    view.emulate_media(media="print")
    assert view.locator(".paper-copy").is_visible()
    assert float(view.evaluate("parseFloat(getComputedStyle(document.querySelector('.step')).fontSize)")) > 12
    for part in (".questions", ".toolbar", ".canvas", ".picture-head", "#roles", ".actions", ".legend"):
        assert not view.locator(part).is_visible()
    view.emulate_media(media="null")
    view.evaluate("dispatchEvent(new Event('afterprint'))")
    assert view.locator(".paper-copy").count() == 0
    assert view.evaluate("document.documentElement.className") == ""
    assert view.pdf(format="A4").count(b"/Type /Page\n") == 2


def test_what_a_step_asks_is_printed_once(opened: Open) -> None:
    """A step that a way before has explained refers to it."""
    view = opened(ROUTE)
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.emulate_media(media="print")
    assert view.get_by_text("What it asks: as in route 1.").count() == 2
    assert view.locator(".told .more:visible").count() == 0


def test_copied_text_holds_what_the_page_shows(opened: Open) -> None:
    """Each step with what it brings, what it asks and who says so; then that a path is not an offer."""
    view = opened(ROUTE)
    view.context.grant_permissions(["clipboard-read", "clipboard-write"])
    view.get_by_role("button", name="Copy as text").click()
    expect(view.locator("#announcer")).to_have_text("Copied.")
    lines = view.evaluate("navigator.clipboard.readText()").splitlines()
    for details in view.locator("#answer li:not(.told) .more").all():
        details.locator("summary").click()
        expect(details.locator("p:not(.long)").last).to_be_visible()
        asked = [row.inner_text().replace("\n", ": ") for row in details.locator("dl:not(.long) > div").all()]
        stated = details.locator("p:not(.long)").all_inner_texts()
        assert stated
        for line in [*asked, *stated]:
            assert f"   {line}" in lines
    assert "   Education 1: A bachelor's degree" in "\n".join(lines)
    assert sum(line == "   What it asks: as in route 1." for line in lines) == 2
    assert "   For you: not eligible for overtime from here on (Exempt)." in lines
    assert "Route 2: 4 moves (also possible)" in lines
    assert [line for line in lines if line.startswith("A path is not an offer.")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#role=6043", "Clin Imaging IT Spec 4"),
        ("#role=x211p", "Data Analyst 1"),
        (f"#role={SPEC_2.upper()}", "Clin Imaging IT Spec 2"),
        (f"#from=8798&to={MGR_1.title()}", "From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1"),
        ("#from=X211P&to=x212p", "From Data Analyst 1 to Data Analyst 2"),
    ],
)
def test_links_name_roles_by_code_as_well(opened: Open, address: str, expected: str) -> None:
    """A job code stands for an id, and neither minds upper or lower case."""
    assert heading(opened(address)) == expected


def two_codes(folder: Path) -> Path:
    """A map of two roles with one code."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=[])
    texts = ("level", "category", "job_family", "personnel_program", "flsa", "tracking_code", "scope", "level_order")
    rest = {"track": None, "defined": True, "states_moves": True, "declared_top": False, "job_function": "F"}
    for rank, title in enumerate(("Buyer", "Planner")):
        facts: dict[str, Any] = {**dict.fromkeys(texts), **rest, "aliases": [], "documents": [], "requirements": []}
        graph.add_node(title.lower(), title=title, job_code="77", rank=rank, **facts)
    return write_map(graph, folder / "two.html")


def test_link_by_a_code_of_two_roles_asks_which(opened: Open, tmp_path: Path) -> None:
    """Nothing is chosen by itself: the list of both is open."""
    view = opened("#from=77", file=two_codes(tmp_path))
    assert "can be 2 roles" in view.locator("#form-error").inner_text()
    assert view.locator("#from-list > li").count() == 2
    assert view.get_by_label("I am a", exact=True).input_value() == "77"
    assert heading(view) == "Where would you like to go?"


def test_name_of_several_roles_opens_their_list(opened: Open) -> None:
    """The button says that it can be several and lists them; the keyboard picks one, nothing is chosen by itself."""
    view = opened()
    field = view.get_by_label("I want to become a", exact=True)
    field.fill("mgr 1")
    view.keyboard.press("Escape")
    view.get_by_role("button", name="Show the route").click()
    said = view.locator("#form-error").inner_text()
    options = view.locator("#to-list > li")
    assert said == f"\u201cmgr 1\u201d can be {options.count()} roles: choose one from the list."
    assert view.locator("#to .picker-note").inner_text() == said
    expect(view.locator("#announcer")).to_have_text(said)
    assert options.count() > 2
    assert options.first.is_visible()
    assert view.evaluate("document.activeElement.id") == "to-input"
    assert field.get_attribute("aria-expanded") == "true"
    assert heading(view) == "Where would you like to go?"
    view.keyboard.press("ArrowDown")
    view.keyboard.press("ArrowDown")
    second = options.nth(1).locator(".option-title").inner_text()
    view.keyboard.press("Enter")
    assert heading(view) == f"Roles that lead to {second}"
    assert view.locator("#form-error").inner_text() == ""


def test_candidates_share_the_other_end_s_function(opened: Open) -> None:
    """Where both names are short, only those that go together are listed, and picking one answers."""
    view = opened()
    view.get_by_label("I am a", exact=True).fill("analyst 2")
    view.get_by_label("I want to become a", exact=True).fill("manager 1")
    view.get_by_role("button", name="Show the route").click()
    functions = view.locator("#from-list .option-facts").all_inner_texts()
    assert {one.rsplit(", ", 1)[1] for one in functions} == {
        "Data Analytics",
        "Financial Analysis",
        "Information Security",
        "IT Service Desk",
    }
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    assert heading(view) == "From Data Analyst 2 to Data Analytics Manager 1"
    assert view.evaluate("document.activeElement.id") == "answer-heading"
