"""The one-file map in a real browser: answers, keyboard, screen reader, narrow and dark, no network."""

from __future__ import annotations

import functools
import http.server
import re
import threading
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import careerpaths as cp
from careerpaths.explorer import write_map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Page

    Open = Callable[..., Page]

pytestmark = pytest.mark.browser

SPEC_2, SPEC_4 = "clin-imaging-it-spec-2-8798", "clin-imaging-it-spec-4-6043"
MGR_1 = "clin-imaging-it-mgr-1"
ROUTE = f"#from={SPEC_2}&to={MGR_1}"
ANSWERS = {
    "nothing": "",
    "route": ROUTE,
    "preferred": f"{ROUTE}&prefer=keep-overtime",
    "from": f"#from={SPEC_2}",
    "to": f"#to={MGR_1}",
    "no-route": f"#from={MGR_1}&to={SPEC_2}",
    "same": f"#from={SPEC_2}&to={SPEC_2}",
    "card": f"#role={SPEC_4}",
    "undefined": f"#role={MGR_1}",
}
DRAWN = """() => {
  const canvas = document.querySelector("#picture canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let place = 0; place < data.length; place += 4) seen.add(data.slice(place, place + 4).join());
  return seen.size;
}"""
VIOLATIONS = """
  window.violations = [];
  document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective));
"""


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
        if options.get("java_script_enabled", True):
            view.add_init_script(VIOLATIONS)
        view.goto(sample_map.as_uri() + address)
        return view

    return open_at


@pytest.fixture(scope="session")
def latin_server(sample_map: Path) -> Iterator[str]:
    """A web server on this machine that says that every page is ISO-8859-1; gives the address of the map."""

    class Latin(http.server.SimpleHTTPRequestHandler):
        extensions_map = {".html": "text/html; charset=ISO-8859-1"}  # noqa: RUF012 # as its base class has it

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    handler = functools.partial(Latin, directory=str(sample_map.parent))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/{sample_map.name}"
        server.shutdown()


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


def test_opens_from_a_file_and_draws(opened: Open) -> None:
    """At once, without network, and nothing that the policy forbids is tried."""
    view = opened()
    assert view.title().startswith("Career paths")
    assert view.evaluate(DRAWN) > 10
    assert view.evaluate("window.violations") == []


def test_draws_when_served_under_another_encoding(page: Open, latin_server: str) -> None:
    """ISO-8859-1 changes neither texts nor the hashes that let the scripts run."""
    view = page()
    view.add_init_script(VIOLATIONS)
    view.goto(latin_server + ROUTE)
    assert view.evaluate("document.characterSet") == "windows-1252"
    assert view.evaluate(DRAWN) > 10
    assert view.evaluate("window.violations") == []
    assert view.locator("#from .picker-clear").get_attribute("aria-label") == "Clear \u201cI am a\u201d"


def test_reads_without_scripts(opened: Open) -> None:
    """Roles and next roles stand there, with links between rows, and the page says why the picture is missing."""
    view = opened(java_script_enabled=False)
    assert view.get_by_text("scripts are switched off or refused here").is_visible()
    assert not view.locator("#picture").is_visible()
    assert not view.locator("#from-input").is_visible()
    row = view.locator(f"[id='role={SPEC_4}']")
    assert row.get_by_role("link", name="Clin Imaging IT Mgr 1").is_visible()
    assert "standard not loaded" in view.locator(f"[id='role={MGR_1}']").inner_text()


def test_route_by_keyboard_alone(opened: Open) -> None:
    """Tab, type, arrow, Enter: the route is listed, and "Show the route" moves to its heading."""
    view = opened()
    tab_to(view, "from-input")
    view.keyboard.type("spec 2")
    view.keyboard.press("ArrowDown")
    view.keyboard.press("Enter")
    assert view.get_by_label("I am a", exact=True).input_value() == "Clin Imaging IT Spec 2"
    assert heading(view) == "Next steps from Clin Imaging IT Spec 2"
    tab_to(view, "to-input")
    view.keyboard.type("clin mgr 1")
    view.keyboard.press("Enter")
    view.keyboard.press("Enter")
    assert view.evaluate("document.activeElement.id") == "answer-heading"
    assert heading(view) == "From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1"
    assert view.url.endswith(ROUTE)
    view.keyboard.press("Tab")
    view.keyboard.press("Tab")
    view.keyboard.press("Enter")
    assert heading(view).startswith("Clin Imaging IT Spec ")
    assert view.evaluate("document.activeElement.id") == "answer-heading"


def tab_to(view: Page, name: str) -> None:
    """Press Tab until the element is reached."""
    for _ in range(12):
        if view.evaluate("document.activeElement.id") == name:
            return
        view.keyboard.press("Tab")
    pytest.fail(f"Tab does not reach {name}")


def test_pickers_announce_the_number_of_matches(opened: Open) -> None:
    """A labelled combobox; what matches is counted in the live region, typing errors are forgiven, levels are not."""
    view = opened()
    field = view.get_by_role("combobox", name="I want to become a")
    field.press_sequentially("imagign spec")
    expect(view.locator("#announcer")).to_have_text("5 roles match")
    assert field.get_attribute("aria-expanded") == "true"
    assert view.locator("#to-list > li").count() == 5
    field.press("ArrowDown")
    active = field.get_attribute("aria-activedescendant")
    assert view.locator(f"#{active}").get_attribute("aria-selected") == "true"
    field.press("Escape")
    assert field.get_attribute("aria-expanded") == "false"
    field.fill("imaging spec 9")
    expect(view.locator("#announcer")).to_contain_text("No role matches")


def test_wrong_name_is_said_with_the_nearest(opened: Open) -> None:
    """The button "Show the route" with a name that nobody bears says so, names near ones, and stays in the field."""
    view = opened()
    view.get_by_label("I am a", exact=True).fill("imaging spec 9")
    view.get_by_role("button", name="Show the route").click()
    said = view.locator("#form-error").inner_text()
    assert "No role is called \u201cimaging spec 9\u201d" in said
    assert "Clin Imaging IT Spec" in said
    assert view.evaluate("document.activeElement.id") == "from-input"
    view.get_by_label("I am a", exact=True).fill("imaging spec")
    view.get_by_role("button", name="Show the route").click()
    assert "can be 5 roles: choose one from the list." in view.locator("#form-error").inner_text()
    view.get_by_label("I am a", exact=True).fill("")
    view.get_by_role("button", name="Show the route").click()
    assert "Choose one or both" in view.locator("#form-error").inner_text()


@pytest.mark.parametrize("order", [("I am a", "I want to become a"), ("I want to become a", "I am a")])
def test_two_short_names_are_resolved_together(opened: Open, order: tuple[str, str]) -> None:
    """Short names mean the roles of one function, in whichever field one begins, as on the command line."""
    view = opened()
    typed = {"I am a": "spec 2", "I want to become a": "mgr 1"}
    for label in order:
        view.get_by_label(label, exact=True).fill(typed[label])
    view.get_by_role("button", name="Show the route").click()
    assert heading(view) == "From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1"
    assert view.url.endswith(ROUTE)


def test_step_lists_what_is_asked_and_nothing_else(opened: Open) -> None:
    """How a role is called and where it leads are no demands."""
    view = opened(ROUTE)
    for summary in view.locator("#answer .more summary").all():
        summary.click()
    labels = view.locator("#answer .more dt").all_inner_texts()
    assert "Spec Cond 1" in labels
    assert [label for label in labels if re.match(r"Career Path|Job Title|Job Code|Tracking Code", label)] == []


def test_route_in_the_accessibility_tree(opened: Open) -> None:
    """A route is an ordered list, each step a sentence and its three lines; the ways come before the picture."""
    view = opened(ROUTE)
    tree = view.locator("#answer").aria_snapshot()
    assert 'heading "From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1" [level=2]' in tree
    assert 'heading "Route 1: 3 moves" [level=3]' in tree
    assert 'heading "Route 2: 4 moves also possible" [level=3]' in tree
    assert "Why look at it: one move more" in tree
    assert "by way of Clin Imaging IT Spec 5." in tree
    first, second = view.locator("#answer ol").all()
    sentences = [" ".join(step.inner_text().split()) for step in first.locator("li > p").all()]
    assert sentences == [
        (
            "Move up to Clin Imaging IT Spec 3 (Experienced, code 8797). Nothing new that you must have is stated. "
            "For you: not eligible for overtime from here on (Exempt). "
            "Duties: 6 rewritten. Knowledge: 1 new, 6 rewritten."
        ),
        (
            "Move up to Clin Imaging IT Spec 4 (Advanced, code 6043). Nothing new that you must have is stated. "
            "For you: the personnel program changes from PSS to MSP: another set of personnel policies applies. "
            "Duties: 6 rewritten. Knowledge: 6 rewritten, 1 no longer stated."
        ),
        (
            "Change track to Clin Imaging IT Mgr 1 (standard not loaded): "
            "what it asks and where it leads is not known; ask HR (the HR service desk). "
            "Not stated: Level, Category, Job function, Job family, Personnel program, Overtime (FLSA), Education 1, "
            "Spec Cond 1."
        ),
    ]
    assert second.locator("> li").count() == 4
    whole = view.locator("body").aria_snapshot()
    assert whole.index("Route 1: 3 moves") < whole.index('heading "Picture"')
    assert "canvas" not in whole


def test_answers_are_announced(opened: Open) -> None:
    """After a deep link and after a choice the one-sentence answer is in the polite live region."""
    view = opened(ROUTE)
    region = view.locator("#announcer")
    assert region.get_attribute("role") == "status"
    expect(region).to_contain_text("takes 3 moves")
    assert view.evaluate("document.activeElement.id") == "answer-heading"
    view.get_by_role("button", name="Clear \u201cI want to become a\u201d").click()
    expect(region).to_contain_text("names 1 next role")


@pytest.mark.parametrize("address", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False), (390, True)])
def test_axe_finds_nothing(opened: Open, address: str, width: int, *, dark: bool) -> None:
    """Every answer, wide and narrow, light and dark."""
    view = opened(address, width=width, dark=dark)
    if width < 500:
        view.get_by_role("button", name="Show the picture").click()
    view.locator(".legend summary").click()
    view.locator("#finder summary").click()
    found = Axe().run(view, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


def test_axe_finds_nothing_in_an_open_list(opened: Open) -> None:
    """The list of matches, and the levels of a function."""
    view = opened()
    view.locator("#finder summary").click()
    view.locator(".finder-functions button").first.click()
    view.get_by_label("I am a", exact=True).press_sequentially("spec")
    found = Axe().run(view, options={"resultTypes": ["violations"]}).response["violations"]
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found] == []


@pytest.mark.parametrize("address", ANSWERS.values(), ids=ANSWERS)
def test_reflows_at_320_pixels(opened: Open, address: str) -> None:
    """No sideways scrolling, the picture and every detail open."""
    view = opened(address, width=320, height=640)
    view.get_by_role("button", name="Show the picture").click()
    for summary in view.locator("summary").all():
        summary.evaluate("summary => { summary.parentElement.open = true; }")
    assert view.evaluate("document.documentElement.scrollWidth") <= 320
    outside = """() => [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility()
      && !one.closest(".unseen, .skip, caption, .canvas, [role=listbox]") && one.getBoundingClientRect().right > 321)
      .map((one) => one.outerHTML.slice(0, 80))"""
    assert view.evaluate(outside) == []


def test_targets_are_large_enough(opened: Open) -> None:
    """Everything that stands alone to be pressed is at least 24 by 24 pixels."""
    view = opened(ROUTE)
    small = """() => [...document.querySelectorAll("button, select, input, summary, .quiet, .plain a")]
      .filter((one) => one.checkVisibility() && !one.closest(".unseen"))
      .filter((one) => { const { width, height } = one.getBoundingClientRect(); return width < 24 || height < 24; })
      .map((one) => one.outerHTML.slice(0, 80))"""
    assert view.evaluate(small) == []


def test_links_with_one_text_lead_to_one_place(opened: Open) -> None:
    """A link's text says where it leads; no button and no detail shares its name with another."""
    view = opened(ROUTE)
    links = view.evaluate("[...document.links].map((link) => [link.textContent.trim(), link.getAttribute('href')])")
    places: dict[str, set[str]] = {}
    for text, place in links:
        places.setdefault(text, set()).add(place)
    assert {text: found for text, found in places.items() if len(found) > 1} == {}
    names = view.evaluate(
        "[...document.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent)"
    )
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("name", "expected", "said"),
    [
        ("from", "Next steps from Clin Imaging IT Spec 2", "In 4 moves"),
        ("to", "Roles that lead to Clin Imaging IT Mgr 1", "Clin Imaging IT Spec 5"),
        ("route", "From Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1", "Route 2: 4 moves"),
        ("no-route", "From Clin Imaging IT Mgr 1 to Clin Imaging IT Spec 2", "No route from Clin Imaging IT Mgr 1"),
        ("same", "From Clin Imaging IT Spec 2 to Clin Imaging IT Spec 2", "no move is needed"),
        ("card", "Clin Imaging IT Spec 4", "not eligible for overtime (Exempt)"),
        ("undefined", "Clin Imaging IT Mgr 1", "not described in the standards loaded here"),
        ("nothing", "Where would you like to go?", "For example"),
    ],
)
def test_deep_links(opened: Open, name: str, expected: str, said: str) -> None:
    """Each address opens its answer, and under each stands that a path is not an offer."""
    view = opened(ANSWERS[name])
    assert heading(view) == expected
    assert said in view.locator("#answer").inner_text()
    offers = view.locator("#answer .offer").count()
    assert offers == (0 if name == "nothing" else 1)
    if offers:
        assert "A path is not an offer." in view.locator("#answer .offer").inner_text()
        assert "What to do next" in view.locator("#answer .offer").inner_text()


def test_link_to_a_role_that_is_gone_is_said(opened: Open) -> None:
    """An old link does not pass in silence."""
    assert "not in this page" in opened("#role=gone").locator("#form-error").inner_text()


def test_undefined_role_is_no_dead_end(opened: Open) -> None:
    """An undefined role says that nothing is known; a dead end says that it names no next role."""
    text = opened(ANSWERS["undefined"]).locator("#answer").inner_text()
    assert "what it asks and where it leads is not known" in text
    assert "names no next role" not in text
    view = opened()
    dead_end = view.locator("tr", has=view.locator(".mark-dead-end")).first.locator("th a")
    dead_end.click()
    assert "names no next role" in view.locator("#answer").inner_text()


def test_no_way_says_what_is_not_known_once(opened: Open) -> None:
    """From an undefined role: no count of roles, the reason once, and that the moves go the other way only."""
    view = opened(ANSWERS["no-route"])
    text = view.locator("#answer").inner_text()
    assert "0 roles" not in text
    assert text.count("not described in the standards loaded here") == 1
    assert "Moves are stated from Clin Imaging IT Spec 2 to Clin Imaging IT Mgr 1, the other way only." in text
    assert view.title().startswith("From Clin Imaging IT Mgr 1 to Clin Imaging IT Spec 2")


def test_dead_end_has_something_to_do(opened: Open) -> None:
    """The first lines say that it names no next role; what to do is not to read steps that are not there."""
    view = opened("#role=financial-supv-1-x521s")
    assert "Financial Supv 1 names no next role." in view.locator("#answer .summary").inner_text()
    assert "Leads four to six analysts" in view.locator("#answer .summary").inner_text()
    todo = view.locator("#answer .offer li").all_inner_texts()
    assert todo[0] == "See who leads to Financial Supv 1, and where else those roles lead."
    assert not [one for one in todo if "each step" in one]


def test_answer_comes_to_the_top_on_a_phone(opened: Open) -> None:
    """After a link the heading of the answer is in view; the two questions come before the search for any role."""
    view = opened(ROUTE, width=390, height=700, reduced_motion="reduce")
    until(view, "Math.abs(document.getElementById('answer-heading').getBoundingClientRect().top) < 60")
    order = "document.getElementById('to').compareDocumentPosition(document.getElementById('role')) & 4"
    assert view.evaluate(order)


def test_card_shows_all_that_is_stated(opened: Open) -> None:
    """Next steps and what each asks, where it leads, who leads here, then attributes, texts and sources."""
    view = opened(ANSWERS["card"])
    headings = view.locator("#answer h3").all_inner_texts()
    order = ["Next steps and what each asks", "Where it can lead", "Who leads here", "What the standard says"]
    assert headings[:4] == order
    answer = view.locator("#answer")
    view.get_by_text("All texts of Clin Imaging IT Spec 4").click()
    expect(answer).to_contain_text("Key Resp 01")
    view.get_by_text("Where each move of Clin Imaging IT Spec 4 is stated").click()
    expect(answer).to_contain_text("row Career Path 1, column Advanced")
    view.locator("#answer .more summary").first.click()
    expect(view.locator("#answer .more").first).to_contain_text("Cert 1")


def test_card_leads_back_to_the_answer(opened: Open) -> None:
    """From a route to a card and back; "I am this" asks anew; the browser's own "back" works."""
    view = opened(ROUTE)
    view.locator("#answer ol a").first.click()
    assert heading(view) == "Clin Imaging IT Spec 3"
    view.get_by_role("button", name="Back to: From Clin Imaging IT Spec 2").click()
    assert view.url.endswith(ROUTE)
    view.locator("#answer ol a").first.click()
    view.get_by_role("button", name="I am this").click()
    assert heading(view) == "From Clin Imaging IT Spec 3 to Clin Imaging IT Mgr 1"
    view.go_back()
    assert heading(view) == "Clin Imaging IT Spec 3"


def test_picture_can_be_skipped(opened: Open) -> None:
    """A link before the picture moves to the list behind it, and the address keeps the question."""
    view = opened(ROUTE)
    view.get_by_role("link", name="Skip the picture").click()
    assert view.evaluate("document.activeElement.id") == "roles-heading"
    assert view.url.endswith(ROUTE)


def test_swap_and_start_again(opened: Open) -> None:
    """The two fields change places; all is emptied and the first field is next."""
    view = opened(ROUTE)
    view.get_by_role("button", name="Swap the two").click()
    assert heading(view) == "From Clin Imaging IT Mgr 1 to Clin Imaging IT Spec 2"
    view.get_by_role("button", name="Start again").click()
    assert heading(view) == "Where would you like to go?"
    assert "#" not in view.url
    assert view.evaluate("document.activeElement.id") == "from-input"


def test_finder_leads_from_function_to_level(opened: Open) -> None:
    """Functions, then the levels of the chosen one with the first sentence of their scope."""
    view = opened()
    view.get_by_text("Not sure of your title?").click()
    view.get_by_role("button", name="Clinical Imaging IT: 5 roles").click()
    levels = view.locator(".finder-levels li")
    assert levels.count() == 5
    assert re.match(r"Entry: \w.*\.", levels.first.inner_text())
    view.get_by_role("button", name="This is me: Clin Imaging IT Spec 2").click()
    assert heading(view) == "Next steps from Clin Imaging IT Spec 2"


def test_look_up_opens_a_card(opened: Open) -> None:
    """The search box finds by code as well, opens the card and moves to it."""
    view = opened()
    field = view.get_by_role("combobox", name="Look up any role")
    field.fill("6043")
    field.press("ArrowDown")
    field.press("Enter")
    assert heading(view) == "Clin Imaging IT Spec 4"
    assert view.evaluate("document.activeElement.id") == "answer-heading"


def test_copies(opened: Open) -> None:
    """The link, and the answer as text with the steps numbered."""
    view = opened(ROUTE)
    view.context.grant_permissions(["clipboard-read", "clipboard-write"])
    view.get_by_role("button", name="Copy link").click()
    expect(view.locator("#announcer")).to_have_text("Copied.")
    assert view.evaluate("navigator.clipboard.readText()").endswith(ROUTE)
    view.get_by_role("button", name="Copy as text").click()
    until(view, "navigator.clipboard.readText().then((text) => text.includes('Route 1'))")
    text = view.evaluate("navigator.clipboard.readText()")
    assert "1. Move up to Clin Imaging IT Spec 3 (Experienced, code 8797).\n   Nothing new that you must have" in text
    assert "A path is not an offer." in text
    assert text.strip().endswith(ROUTE)


def test_text_is_shown_where_copying_is_refused(opened: Open) -> None:
    """Without a clipboard the text stands in a field, selected."""
    view = opened(ROUTE)
    view.evaluate("""() => {
      document.execCommand = () => false;
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    }""")
    view.get_by_role("button", name="Copy link").click()
    box = view.get_by_role("textbox", name="Text to copy")
    assert box.input_value().endswith(ROUTE)
    assert box.evaluate("box => box.selectionEnd - box.selectionStart === box.value.length")


def test_prints_without_a_picture_that_is_closed(opened: Open) -> None:
    """On paper the answer stands with what each step asks; questions, list and buttons are left out."""
    view = opened(ROUTE, width=390)
    view.evaluate("dispatchEvent(new Event('beforeprint'))")
    view.emulate_media(media="print")
    assert view.locator("#answer .more[open]").count() == view.locator("#answer .more").count() > 0
    for part in (".questions", ".picture-part", "#roles", ".actions"):
        assert not view.locator(part).is_visible()
    assert view.locator(".masthead h1").is_visible()
    assert view.locator(".offer").is_visible()
    view.evaluate("dispatchEvent(new Event('afterprint'))")
    assert view.locator("#answer .more[open]").count() == 0
