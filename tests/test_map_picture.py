"""The picture of the one-file map in a real browser: what it shows, and that it never traps the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

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
DRAWN = """() => {
  const canvas = document.querySelector("#picture canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let place = 0; place < data.length; place += 4) seen.add(data.slice(place, place + 4).join());
  return seen.size;
}"""


@pytest.fixture(scope="session")
def sample_map(clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The map of the sample standards, with their texts."""
    catalogue = cp.load(clone / "data")
    return write_map(cp.build_graph(catalogue), tmp_path_factory.mktemp("map") / "map.html", catalogue=catalogue)


@pytest.fixture
def opened(page: Open, sample_map: Path) -> Open:
    """Open the sample map: `opened("#role=...", width=390)`; the network is held: nothing that is asked for answers."""

    def open_at(address: str = "", **options: Any) -> Page:
        view = page(**options)
        view.context.set_offline(offline=True)
        view.goto(sample_map.as_uri() + address)
        return view

    return open_at


def until(view: Page, condition: str) -> None:
    """Wait until an expression is true (Playwright's own way is not allowed by the page's policy)."""
    for _ in range(100):
        if view.evaluate(condition):
            return
        view.wait_for_timeout(50)
    pytest.fail(f"never true: {condition}")


def heading(view: Page) -> str:
    """The heading of the answer."""
    return view.locator("#answer-heading").inner_text()


def test_picture_is_closed_on_a_phone(opened: Open) -> None:
    """Until it is asked for; the words come first."""
    view = opened(ROUTE, width=390, height=844, has_touch=True, is_mobile=True)
    assert not view.locator("#picture").is_visible()
    assert view.locator("#answer").bounding_box()["y"] < view.locator("#picture-heading").bounding_box()["y"]  # type: ignore[index] # both are shown
    view.get_by_role("button", name="Show the picture").click()
    assert view.evaluate(DRAWN) > 10
    actions = "[...document.querySelectorAll('#picture, #picture *')].map((one) => getComputedStyle(one).touchAction)"
    assert set(view.evaluate(actions)) <= {"pan-x pan-y", "pan-y pan-x"}
    view.get_by_role("button", name="Close the picture").click()
    assert not view.locator("#picture").is_visible()


def test_picture_does_not_trap_the_page(opened: Open) -> None:
    """Out of the tab order, hidden from assistive technology; the wheel and the arrows move the page."""
    view = opened(ROUTE, height=600, reduced_motion="reduce")
    assert view.locator("#picture").get_attribute("aria-hidden") == "true"
    assert view.evaluate("[...document.querySelectorAll('#picture *')].filter((one) => one.tabIndex >= 0).length") == 0
    view.locator("#picture").scroll_into_view_if_needed()
    before = view.evaluate("scrollY")
    view.locator("#picture").hover()
    view.mouse.wheel(0, 200)
    until(view, f"scrollY > {before}")
    view.keyboard.press("Home")
    until(view, "scrollY === 0")
    for _ in range(5):
        # One press can come while the page still moves to its top.
        view.keyboard.press("ArrowDown")
        view.wait_for_timeout(50)
    until(view, "scrollY > 0")


def test_wheel_zooms_with_the_control_key_or_after_a_click(opened: Open) -> None:
    """Then the picture changes and the page stays; when the mouse leaves the picture, the page scrolls again."""
    view = opened(ROUTE, height=700, reduced_motion="reduce")
    shot = "document.querySelector('#picture canvas').toDataURL()"
    picture = view.locator("#picture")
    picture.hover()
    first, at = view.evaluate(shot), view.evaluate("scrollY")
    view.keyboard.down("Control")
    view.mouse.wheel(0, -200)
    view.keyboard.up("Control")
    until(view, f"{shot} !== {first!r}")
    assert view.evaluate("scrollY") == at
    picture.click(position={"x": 5, "y": 200})
    second = view.evaluate(shot)
    view.mouse.wheel(0, -200)
    until(view, f"{shot} !== {second!r}")
    assert view.evaluate("scrollY") == at
    view.mouse.move(5, 5)
    picture.hover()
    view.mouse.wheel(0, 200)
    until(view, f"scrollY > {at}")


def test_one_finger_on_the_picture_scrolls_the_page(opened: Open) -> None:
    """A swipe that begins on the picture moves the page, not the picture."""
    view = opened(ROUTE, width=390, height=700, has_touch=True, is_mobile=True, reduced_motion="reduce")
    view.get_by_role("button", name="Show the picture").click()
    view.locator("#picture").scroll_into_view_if_needed()
    box, before = view.locator("#picture").bounding_box(), view.evaluate("scrollY")
    assert box
    finger = {"x": box["x"] + 100, "y": box["y"] + 120}
    session = view.context.new_cdp_session(view)
    session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [finger]})
    for moved in range(10, 110, 10):
        points = [{**finger, "y": finger["y"] - moved}]
        session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": points})
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    until(view, f"scrollY > {before} + 50")


def test_role_in_the_picture_opens_its_card(opened: Open) -> None:
    """A click on the drawn goal of the route opens its card; buttons move and zoom what dragging and the wheel do."""
    view = opened(ROUTE, height=1200)
    for name in ("Zoom in", "Zoom out", "Fit", "Move left", "Move right", "Move up", "Move down"):
        view.get_by_role("button", name=name).click()
    view.get_by_role("button", name="Fit").click()
    view.wait_for_timeout(400)
    spot = view.evaluate("""() => {
      const canvas = document.querySelector("#picture canvas");
      const probe = document.createElement("span");
      probe.style.color = "var(--accent)";
      document.body.append(probe);
      const accent = getComputedStyle(probe).color.match(/\\d+/g).map(Number);
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      const scale = canvas.width / canvas.clientWidth;
      for (let y = 0; y < canvas.height; y += 1) for (let x = 0; x < canvas.width - 40; x += 1) {
        const isFilled = [...Array(40).keys()].every((dx) => accent.every((value, channel) => {
          return Math.abs(data[((y + 6) * canvas.width + x + dx) * 4 + channel] - value) < 3;
        }));
        if (isFilled) return { x: (x + 20) / scale, y: (y + 24) / scale };
      }
      return null;
    }""")
    view.locator("#picture canvas").click(position=spot)
    assert heading(view) == "Clin Imaging IT Mgr 1"
    assert view.evaluate("document.activeElement.id") == "answer-heading"


def test_parts_of_the_picture_can_be_chosen(opened: Open) -> None:
    """Functions as blocks, one function, everything."""
    view = opened(height=1000)
    choice = view.get_by_label("Draw")
    assert choice.input_value() == "blocks"
    assert "7 functions" in view.locator("#picture-said").inner_text()
    assert "Named by several functions" in choice.locator("option").last.inner_text()
    choice.select_option(label="Function: Clinical Imaging IT")
    assert view.locator("#picture-said").inner_text() == "The picture shows 8 roles."
    choice.select_option("all")
    assert "The picture shows 64 roles." in view.locator("#picture-said").inner_text()
    choice.select_option("blocks")
    view.locator("#picture canvas").click(position={"x": 160, "y": 80})
    assert choice.input_value().startswith("band ")
    view.get_by_role("row").get_by_role("link", name="Clin Imaging IT Spec 4", exact=True).first.click()
    assert choice.input_value() == "answer"
    choice.select_option("all")
    view.get_by_role("row").get_by_role("link", name="Clin Imaging IT Spec 3", exact=True).first.click()
    assert choice.input_value() == "all"


def test_filters_narrow_list_and_picture(opened: Open) -> None:
    """By job family, function and category; what is left is counted."""
    view = opened()
    view.get_by_label("Job family").select_option(label="Finance")
    assert "The picture shows 1 function" in view.locator("#picture-said").inner_text()
    view.get_by_label("Job family").select_option("")
    view.get_by_label("Draw").select_option("all")
    view.get_by_label("Job function").select_option(label="Clinical Imaging IT")
    assert view.locator("#filter-said").inner_text() == "5 of 64 roles are shown."
    assert view.locator("tbody tr:visible").count() == 5
    assert view.locator(".function:visible .count").inner_text() == "5 of 8 roles"
    assert view.locator("#picture-said").inner_text() == "The picture shows 5 roles."
    view.get_by_label("Job function").select_option("")
    view.get_by_label("Category").select_option(label="Managerial")
    rows = view.locator("tbody tr:visible").all_inner_texts()
    assert rows
    assert not [row for row in rows if "standard not loaded" in row]
    view.get_by_label("Category").select_option("")
    assert view.locator("#filter-said").inner_text() == ""


@pytest.mark.parametrize("label", ["Job family", "Job function", "Category"])
def test_what_is_not_stated_can_be_filtered(opened: Open, label: str) -> None:
    """Undefined roles have no category, function or family, whoever names them: they have a choice of their own."""
    view = opened()
    view.get_by_label(label).select_option(label="not stated")
    rows = view.locator("tbody tr:visible")
    assert rows.count() == rows.locator(".mark-undefined").count() == 5
    assert view.locator("#filter-said").inner_text() == "5 of 64 roles are shown."


@pytest.mark.parametrize("media", [{"forced_colors": "active"}, {"reduced_motion": "reduce"}])
def test_other_ways_of_seeing(opened: Open, media: dict[str, Any]) -> None:
    """Forced colours and fewer movements: the page works and draws."""
    view = opened(ROUTE, **media)
    assert view.evaluate(DRAWN) > 5
    view.get_by_role("button", name="Zoom in").click()
    assert view.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == (
        "auto" if "reduced_motion" in media else "smooth"
    )


def test_picture_follows_light_and_dark(opened: Open) -> None:
    """When the system changes, the picture is drawn again in the other colours."""
    view = opened(ROUTE)
    spot = "() => [...document.querySelector('#picture canvas').getContext('2d').getImageData(500, 250, 1, 1).data]"
    assert sum(view.evaluate(spot)[:3]) > 600
    view.emulate_media(color_scheme="dark")
    until(view, f"({spot})().slice(0, 3).reduce((sum, one) => sum + one) < 200")
