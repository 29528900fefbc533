"""Templates, styles and scripts: nothing that a document says becomes markup, and what is inline is allowed by hash."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import Markup

import careerpaths as cp
from careerpaths.layout import arrange
from careerpaths.pages import ascii_script, content_hash, policy, script, shown, style
from careerpaths.pages.data import page_data
from careerpaths.pages.rendering import _environment, _finished
from careerpaths.wording import MAP

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import networkx as nx
    from playwright.sync_api import Page

SCRIPTS = sorted(file.name for file in files("careerpaths.pages").joinpath("js").iterdir() if file.name.endswith(".js"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Analyst 2", "Analyst 2"),
        ("a\u202eb", "a[U+202E]b"),
        ("a\u2028b", "a[U+2028]b"),
        ("a\x00b\x1bc", "a[U+0000]b[U+001B]c"),
        ("a\ud800b", "a[U+D800]b"),
        ("Ingénieur \u2013 «R&D»", "Ingénieur \u2013 «R&D»"),
        ("line\nbreak\ttab", "line\nbreak\ttab"),
        ("\u0646\u0631\u0645\u200c\u0627", "\u0646\u0631\u0645\u200c\u0627"),
    ],
)
def test_what_cannot_be_seen_is_shown_by_its_number(text: str, expected: str) -> None:
    """Controls, marks of direction and lone surrogates are made visible; letters and joiners stay."""
    assert shown(text) == expected


@pytest.mark.parametrize("text", ["<b>", "a & b", '" onload="x', "{{7*7}}", "{% raw %}"])
def test_values_are_text(text: str) -> None:
    """A template escapes every value and does not read templates out of values."""
    rendered = _environment(_finished).from_string('<i title="{{ value }}">{{ value }}</i>').render(value=text)
    assert "<b>" not in rendered
    assert rendered.count('"') == 2
    assert "49" not in rendered


def test_unknown_values_are_refused() -> None:
    """A name that a template uses and nobody gives is an error, not an empty place."""
    with pytest.raises(Exception, match="missing"):
        _environment(_finished).from_string("{{ missing }}").render()


def test_data_is_json_that_cannot_end_its_block() -> None:
    """Data reads back equal and holds neither "<" nor a character beyond ASCII."""
    value = {"z": "</script><!--", "a": "\u2028é\ud800"}
    rendered = _environment(_finished).from_string("{{ value|tojson }}").render(value=value)
    assert json.loads(rendered) == value
    assert list(json.loads(rendered)) == ["z", "a"]
    assert "<" not in rendered
    assert rendered.isascii()


def test_made_by_markup_is_left_alone() -> None:
    """What is markup already is not changed on its way."""
    assert _environment(_finished).from_string("{{ value }}").render(value=Markup("<b>&amp;</b>")) == "<b>&amp;</b>"


def test_policy_allows_exactly_the_given_texts() -> None:
    """A script and a style by their hash; nothing else, and no network."""
    stated = policy(scripts=["alert(1)"], styles=["p{}"])
    digest = base64.b64encode(hashlib.sha256(b"alert(1)").digest()).decode()
    assert f"script-src 'sha256-{digest}'" in stated
    assert f"style-src {content_hash('p{}')}" in stated
    assert "default-src 'none'" in stated
    assert "unsafe" not in stated
    assert policy(scripts=[], styles=[]).count("'none'") == 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [('"é"', '"\\u00e9"'), ('"\U0001f600"', '"\\ud83d\\ude00"'), ("plain()", "plain()")],
)
def test_script_becomes_ascii(text: str, expected: str) -> None:
    """Characters beyond ASCII become escapes, those beyond the basic plane two of them."""
    assert ascii_script(text) == expected


def test_modules_are_joined_before_those_that_need_them() -> None:
    """Each module once, its imports first, no import or export left."""
    joined = script("map")
    names = re.findall(r"^const module_(\w+) = ", joined, re.MULTILINE)
    assert sorted(f"{name}.js" for name in names) == SCRIPTS
    for name in names:
        for needed in re.findall(r"^const \{ .* \} = module_(\w+);", joined, re.MULTILINE):
            assert names.index(needed) < names.index("map") or name == "map"
    assert not re.search(r"^(import|export) ", joined, re.MULTILINE)


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_make_no_markup(name: str) -> None:
    """No script writes markup, runs text or sets a style attribute, and none holds a text for people."""
    text = files("careerpaths.pages").joinpath("js", name).read_text(encoding="utf-8")
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|fetch\(", text)
    assert not re.search(r"setAttribute\(\"style\"|style: \"", text)
    assert text.count("\n") < 500
    assert text.isascii()


@pytest.mark.parametrize("name", ["base", "page", "questions", "answer", "picture", "media"])
def test_styles_ask_for_nothing(name: str) -> None:
    """No style names a file or another address."""
    text = style(name)
    assert "url(" not in text
    assert "@import" not in text
    assert text.isascii()
    assert text.count("\n") < 500


def test_every_text_that_a_script_names_exists() -> None:
    """Scripts name texts by keys that are all in the one file of texts."""
    joined = script("map")
    named = set(re.findall(r'\b(?:say|phrase|count|countPhrase)\("([\w-]+)"', joined))
    assert named
    assert named <= set(MAP) | {key.removesuffix("_one") for key in MAP}


@pytest.fixture
def run(page: Callable[..., Page]) -> Callable[..., Any]:
    """Run an expression on the modules of one script in a browser: `run("search", "module_search.near('a', 'b')")`."""
    blank = page()

    def evaluate(name: str, expression: str, value: object = None) -> Any:
        return blank.evaluate(f"(value) => {{ {script(name)} return {expression}; }}", value)

    return evaluate


@pytest.mark.browser
@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("manager", "manager", 4),
        ("man", "manager", 3),
        ("mgr", "manager", 2),
        ("supervisor", "supv", 2),
        ("manger", "manager", 1),
        ("imagign", "imaging", 1),
        ("4", "5", 0),
        ("4", "4", 4),
        ("87", "8799", 0),
        ("879", "8799", 3),
        ("nurse", "manager", 0),
        ("spec", "4", 0),
    ],
)
def test_search_forgives_words_not_numbers(run: Callable[..., Any], word: str, known: str, expected: int) -> None:
    """The same, a beginning, an abbreviation, a typing error: in this order; a number is right or wrong."""
    assert run("search", "module_search.near(...value)", [word, known]) == expected


@pytest.mark.browser
def test_search_finds_roles(run: Callable[..., Any]) -> None:
    """Every word must match; titles count more than functions; roman numerals are numbers; an exact title is first."""
    titles = ["Imaging Spec 1", "Imaging Spec 2", "Data Spec 2", "Spec 2"]
    roles: list[dict[str, Any]] = [
        {
            "number": n,
            "title": title,
            "aliases": [],
            "code": f"80{n}0",
            "level": None,
            "functionName": "F",
            "category": None,
        }
        for n, title in enumerate(titles)
    ]
    find = "value[1].map((query) => module_search.makeSearch(value[0]).find(query))"
    queries = ["spec 2", "imaging spec II", "imgaing", "8020", "nothing", ""]
    assert run("search", find, [roles, queries]) == [[3, 1, 2], [1], [0, 1], [2], [], [0, 1, 2, 3]]
    nearest = "module_search.makeSearch(value).nearest('imaging spec 9', 2)"
    assert run("search", nearest, roles) == [0, 1]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("#role=a", {"state": {"card": 0}}),
        ("#from=a&to=b", {"state": {"from": 0, "to": 1}}),
        ("#from=a&to=b&prefer=y", {"state": {"from": 0, "to": 1, "prefer": "y"}}),
        ("#from=a&to=b&prefer=x", {"state": {"from": 0, "to": 1}}),
        ("#from=a&to=b&prefer=gone", {"state": {"from": 0, "to": 1}}),
        ("#prefer=y", None),
        ("#to=b", {"state": {"to": 1}}),
        ("#to=gone", {"unknown": ["gone"]}),
        ("#to=c", {"several": [["to", "c", [0, 1]]]}),
        ("#roles-heading", None),
        ("", None),
    ],
)
def test_address_says_what_is_asked(run: Callable[..., Any], address: str, expected: dict[str, Any] | None) -> None:
    """Addresses of roles and answers are read; links to headings ask nothing; what names no one role is said.

    What is preferred is one of a few words, the first of which (here x) is meant where none is stated.
    """
    parse = "module_state.parse(value, (text) => ({ a: [0], b: [1], c: [0, 1] })[text] ?? [], ['x', 'y'])"
    state = {"from": None, "to": None, "card": None, "prefer": None, **(expected or {}).get("state", {})}
    whole = {"unknown": [], "several": [], **(expected or {}), "state": state}
    assert run("state", parse, address) == (whole if expected else None)


@pytest.mark.browser
@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ({"from": 0, "to": 1, "prefer": "y"}, "#from=a&to=b&prefer=y"),
        ({"from": 0, "to": 1}, "#from=a&to=b"),
        ({"from": 0, "prefer": "y"}, "#from=a"),
        ({"from": 0, "to": 1, "card": 1, "prefer": "y"}, "#role=b"),
        ({}, ""),
    ],
)
def test_what_is_asked_becomes_an_address(run: Callable[..., Any], state: dict[str, Any], expected: str) -> None:
    """What matters most stands in it where there are ways to put in order, and is no question alone."""
    written = "module_state.format({ ...module_state.NOTHING, ...value }, [{ id: 'a' }, { id: 'b' }])"
    assert run("state", written, state) == expected


@pytest.mark.browser
def test_texts_are_filled(run: Callable[..., Any]) -> None:
    """Values stand where the braces are, also values that are not text; a count of one has its own text."""
    makes = "module_words.makeWords({ many: '{count} roles of {who}', many_one: 'one role of {who}' })"
    assert run("words", f"{makes}.count('many', 1200, {{ who: 'x' }})") == "1,200 roles of x"
    assert run("words", f"{makes}.count('many', 1, {{ who: 'x' }})") == "one role of x"
    assert run("words", f"{makes}.phrase('many', {{ count: '2', who: {{ role: 3 }} }})") == [
        "2",
        " roles of ",
        {"role": 3},
    ]


def matches(graph: nx.DiGraph[str], name: str) -> tuple[str, ...]:
    """The ids of all roles that a name can mean on the command line."""
    try:
        return (cp.role_id(graph, name),)
    except cp.errors.AmbiguousRole as error:
        return error.candidates
    except cp.errors.UnknownRole:
        return ()


@pytest.mark.browser
def test_names_mean_what_they_mean_on_the_command_line(page: Callable[..., Page], clone: Path) -> None:
    """The page finds the roles that the command line finds, whatever rule decides."""
    graph = cp.build_graph(cp.load(clone / "data"))
    data = page_data(graph, arrange(graph), {})
    names = ["spec 2", "mgr 1", "6043", "x211p", "spec2", "Financial Analyst II", "imagign spec", "infor mgr", "spec 9"]
    names += ["clin-imaging-it-mgr-1", "Clin Imaging IT Mgr 1", "manager 1", "tech", "Netwrok 3", "R&D", "sec"]
    code = f"""(value) => {{ {script("data")} {script("lookup")}
      const [data, names] = value;
      const lookup = module_lookup.makeLookup(module_data.unpack(data), data.vocabulary);
      return names.map(lookup.matches);
    }}"""
    order = list(graph)
    expected = [[order.index(role) for role in matches(graph, name)] for name in names]
    assert page().evaluate(code, [data, names]) == expected
    assert [] in expected


@pytest.mark.browser
def test_lines_run_around_roles(run: Callable[..., Any]) -> None:
    """Straight where nothing is in the way, bent where a role is, to the side that is shown, and beside a line back."""
    spots = {
        "a": {"x": 0, "y": 0},
        "b": {"x": 0, "y": -196},
        "between": {"x": 0, "y": -98},
        "left": {"x": -150, "y": -98},
    }
    bend = (
        "module_bends.bend(value.a, value.b, { others: OTHERS, isPair: PAIR, box: { width: 160, height: 52 },"
        " room: { left: -300, right: 300, top: -400, bottom: 100 } })"
    )
    assert run("bends", bend.replace("OTHERS", "[]").replace("PAIR", "false"), spots) is False
    around = run("bends", bend.replace("OTHERS", "[value.between]").replace("PAIR", "false"), spots)
    assert around["enabled"]
    beside = run("bends", bend.replace("OTHERS", "[value.between, value.left]").replace("PAIR", "false"), spots)
    assert beside["type"] == "curvedCCW"
    assert run("bends", bend.replace("OTHERS", "[]").replace("PAIR", "true"), spots)["type"] == "curvedCW"
