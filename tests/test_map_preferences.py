"""The one-file map asked what matters most: ways put in order by it, and what each step asks, as `route` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import careerpaths as cp
from careerpaths.explorer import write_map
from careerpaths.queries.lines import not_stated, step_lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

TECH, MGR = "service-desk-tech-3-x103t", "info-security-anl-2-x412p"
ROUTE = f"#from={TECH}&to={MGR}"
LEAST_NEW = f"{ROUTE}&prefer=least-new"
TO_UNDEFINED = "#from=clin-imaging-it-spec-2-8798&to=clin-imaging-it-mgr-1"


@pytest.fixture(scope="session")
def catalogue(clone: Path) -> cp.Catalogue:
    """The sample standards."""
    return cp.load(clone / "data")


@pytest.fixture(scope="session")
def sample_map(catalogue: cp.Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of the sample standards, with their texts."""
    return write_map(cp.build_graph(catalogue), tmp_path_factory.mktemp("map") / "map.html", catalogue=catalogue)


@pytest.fixture
def opened(page: Open, sample_map: Path) -> Open:
    """Open the sample map: `opened("#role=...", width=390)`; the network is held."""

    def open_at(address: str = "", **options: Any) -> Page:
        view = page(**options)
        view.context.set_offline(offline=True)
        view.goto(sample_map.as_uri() + address)
        return view

    return open_at


def ways(view: Page) -> list[list[str]]:
    """Of each way its heading with the mark beside it, then why it is worth a look."""
    sections = view.locator("#answer section:has(ol)").all()
    return [[" ".join(one.locator("h3").inner_text().split()), one.locator("p").first.inner_text()] for one in sections]


def expected_ways(catalogue: cp.Catalogue, preference: str) -> list[list[str]]:
    """The same from `routes`."""
    routes = cp.routes(cp.build_graph(catalogue), TECH, MGR, prefer=preference).routes
    marks = {True: " also possible", False: ""}
    return [
        [f"Route {number}: {one.moves} moves{marks[one.is_beaten]}", f"Why look at it: {one.why}."]
        for number, one in enumerate(routes, 1)
    ]


@pytest.mark.parametrize(
    ("address", "is_asked"),
    [
        (TO_UNDEFINED, True),
        (LEAST_NEW, True),
        ("", False),
        (f"#from={TECH}", False),
        (f"#to={MGR}", False),
        (f"#role={TECH}", False),
        (f"#from={MGR}&to={TECH}", False),
        (f"#from={TECH}&to={TECH}", False),
    ],
)
def test_preference_is_asked_where_ways_are_listed(opened: Open, address: str, *, is_asked: bool) -> None:
    """Nobody is asked what matters most where it changes nothing."""
    assert opened(address).get_by_label("What matters most to you?").is_visible() == is_asked


@pytest.mark.parametrize("preference", ["fewest-moves", "least-new", "stay-professional", "keep-overtime"])
def test_ways_are_those_of_python(opened: Open, catalogue: cp.Catalogue, preference: str) -> None:
    """Each link lists the ways of `routes`, in its order, with its reasons and marks."""
    view = opened(f"{ROUTE}&prefer={preference}")
    assert view.get_by_label("What matters most to you?").input_value() == preference
    assert ways(view) == expected_ways(catalogue, preference)


def test_preference_by_keyboard_alone(opened: Open, catalogue: cp.Catalogue) -> None:
    """An arrow chooses; the ways, the address and the live region follow, and the focus stays; "back" undoes it."""
    view = opened(ROUTE)
    field = view.get_by_label("What matters most to you?")
    view.locator("#start-again").focus()
    view.keyboard.press("Tab")
    expect(field).to_be_focused()
    assert field.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
    view.keyboard.press("ArrowDown")
    assert ways(view) == expected_ways(catalogue, "least-new") != expected_ways(catalogue, "fewest-moves")
    assert view.url.endswith(LEAST_NEW)
    expect(view.locator("#announcer")).to_contain_text("first what suits \u201cfewest new requirements\u201d best.")
    expect(field).to_be_focused()
    view.go_back()
    assert ways(view) == expected_ways(catalogue, "fewest-moves")
    assert field.input_value() == "fewest-moves"


def test_preference_stays_through_a_card_and_back(opened: Open) -> None:
    """A role is looked at, and the answer is as it was."""
    view = opened(LEAST_NEW)
    before = ways(view)
    view.locator("#answer ol a").first.click()
    assert view.url.endswith("#role=service-desk-anl-1-x111p")
    view.get_by_role("button", name="Back to: From").click()
    assert ways(view) == before
    assert view.url.endswith(LEAST_NEW)


def test_preference_that_nobody_knows_is_the_first(opened: Open) -> None:
    """An address that names no preference of the page lists by moves."""
    view = opened(f"{ROUTE}&prefer=most-money")
    assert view.get_by_label("What matters most to you?").input_value() == "fewest-moves"
    assert ways(view)[0] == ["Route 1: 3 moves", "Why look at it: the fewest moves."]


@pytest.mark.parametrize(("width", "dark"), [(1280, True), (390, False)])
def test_axe_finds_nothing(opened: Open, width: int, *, dark: bool) -> None:
    """With something else than the fewest moves first, wide and narrow, light and dark."""
    view = opened(LEAST_NEW, width=width, dark=dark)
    found = Axe().run(view, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("address", [ROUTE, LEAST_NEW, TO_UNDEFINED])
def test_each_step_tells_its_three_lines(opened: Open, catalogue: cp.Catalogue, address: str) -> None:
    """What must newly be had, what changes, how much of the work is new, as `route --details` says; nothing twice."""
    graph = cp.build_graph(catalogue)
    asked = dict(part.split("=") for part in address[1:].split("&"))
    found = cp.routes(
        graph, asked["from"], asked["to"], prefer=asked.get("prefer", "fewest-moves"), catalogue=catalogue
    )
    steps = [step for route in found.routes for step in route.steps]
    shown = opened(address).locator("#answer ol .step").all()
    for element, step in zip(shown, steps, strict=True):
        lines = step_lines(step, contact=graph.graph["contact"]).all
        if step.end.defined:
            assert element.locator(".line").all_inner_texts() == list(lines)
        else:
            assert f"(standard not loaded): {lines[0]}." in element.inner_text()
            assert element.locator(".line").all_inner_texts() == [not_stated(step)]


def test_first_lines_say_that_nobody_knows_what_is_asked(opened: Open) -> None:
    """Where no standard describes the role that is wanted, that stands before how many ways there are."""
    summary = opened(TO_UNDEFINED).locator("#answer .summary").inner_text()
    assert summary == (
        "The shortest route from Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1 takes 3 moves. "
        "What Clin Imaging IT Mgr 1 asks is not stated: standard not loaded. 2 routes are listed, fewest moves first."
    )


@pytest.mark.parametrize("preference", ["least-new", "stay-professional", "keep-overtime", "fewest-unknowns"])
@pytest.mark.parametrize("address", [ROUTE, TO_UNDEFINED])
def test_first_lines_say_whether_any_way_gives_what_matters(
    opened: Open, catalogue: cp.Catalogue, address: str, preference: str
) -> None:
    """The sentences of `route --prefer`; nothing where the fewest moves come first."""
    summary = opened(f"{address}&prefer={preference}").locator("#answer .summary").inner_text()
    asked = dict(part.split("=") for part in address[1:].split("&"))
    told = cp.routes(cp.build_graph(catalogue), asked["from"], asked["to"], prefer=preference).explanation
    verdict = told.partition(" listed. ")[2].partition(" What ")[0]
    assert verdict
    assert verdict in summary
    assert verdict not in opened(address).locator("#answer .summary").inner_text()


def test_paper_tells_what_mattered_and_the_lines_once(opened: Open) -> None:
    """The field is left out, its answer stands in the summary; the lines of a step are printed once."""
    view = opened(LEAST_NEW)
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.emulate_media(media="print")
    assert not view.locator("#prefer").is_visible()
    assert "\u201cfewest new requirements\u201d" in view.locator("#answer .summary").inner_text()
    steps = view.locator("#answer ol > li")
    told = view.locator("#answer ol > li.told")
    assert view.locator("#answer .line:visible").count() == 3 * (steps.count() - told.count())
    assert view.locator(".told .line:visible").count() == 0
