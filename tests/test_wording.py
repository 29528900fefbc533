"""Texts for people: forms for one and for many, plain words, and nothing that is never said."""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from pathlib import Path

import pytest

import careerpaths as cp
from careerpaths import wording
from careerpaths.moves import KINDS

PACKAGE = Path(cp.__file__).parent
TEXTS: dict[str, Mapping[str, str]] = {"answers": wording.ANSWERS, "map": wording.MAP, "plan": wording.PLAN}
PROGRAMMERS = re.compile(
    r"\b(nodes?|edges?|graphs?|null|undefined|none|true|false|id|json|string|integer)\b", re.IGNORECASE
)


def holes(text: str) -> set[str]:
    """The names of the values that a text takes."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0 moves"), (1, "one move"), (2, "2 moves"), (1000, "1,000 moves"), (10_000, "10,000 moves")],
)
def test_counts_have_their_form(count: int, text: str) -> None:
    """One has its own text; thousands are parted."""
    assert wording.said("moves", count) == text


def test_a_count_without_a_form_for_one() -> None:
    """Where there is no text for one, the common one serves."""
    assert wording.counted({"x": "{count} of {name}"}, "x", 1, name="a") == "1 of a"
    assert wording.said("roles_only_named", 1) == "1 only named"


@pytest.mark.parametrize(
    ("flsa", "text"),
    [
        (None, "not stated"),
        ("Exempt", "not eligible for overtime (Exempt)"),
        ("EXEMPT", "not eligible for overtime (EXEMPT)"),
        ("Non-Exempt", "eligible for overtime (Non-Exempt)"),
        ("Salaried", "Salaried"),
    ],
)
def test_overtime_in_words(flsa: str | None, text: str) -> None:
    """The known terms are explained and shown; others are left as stated."""
    assert wording.overtime(flsa) == text


@pytest.mark.parametrize(
    ("attribute", "before", "after", "text"),
    [
        ("flsa", "Exempt", "Non-Exempt", "eligible for overtime from here on (Non-Exempt)"),
        ("flsa", "Non-Exempt", "exempt", "not eligible for overtime from here on (exempt)"),
        ("flsa", "Exempt", "Salaried", 'Overtime (FLSA) changes from "Exempt" to "Salaried"'),
        ("level", "Entry", None, "Level: not stated from here on (before: Entry)"),
        ("tracking_code", "A", "B", 'Tracking code changes from "A" to "B"'),
        ("Cert 1", None, "x", "newly asked, Cert 1: x"),
        ("Cert 1", "x", None, "no longer stated, Cert 1: x"),
        ("Cert 1", "x", "y", 'Cert 1 changes from "x" to "y"'),
        ("Cert {0}", None, "{x}", "newly asked, Cert {0}: {x}"),
    ],
)
def test_change_sentences(attribute: str, before: str | None, after: str | None, text: str) -> None:
    """Each change says what it means; braces in a document are text."""
    assert wording.change_sentence(attribute, before, after) == text


@pytest.mark.parametrize("attribute", ["flsa", "personnel_program", "level"])
def test_what_is_stated_no_more_is_not_said_to_be_gone(attribute: str) -> None:
    """An attribute that the later role's standard leaves blank is not stated: nothing is concluded from that."""
    sentence = wording.change_sentence(attribute, "Exempt", None)
    assert "not stated" in sentence
    assert "asked" not in sentence


@pytest.mark.parametrize(
    ("kind", "direction", "text"),
    [
        ("promotion", "up", "promotion"),
        ("lateral", "same", "sideways"),
        ("cross-function", "same", "another function, same level (sideways)"),
        ("cross-function", "up", "another function, higher level"),
        ("cross-function", "down", "another function, lower level"),
        ("cross-function", None, "another function, levels cannot be compared"),
        ("change-of-track", None, "change of track"),
        ("step-back", "down", "step back"),
        ("unknown", None, "kind of move not known"),
    ],
)
def test_kinds_of_move(kind: str, direction: str | None, text: str) -> None:
    """A move to another function says whether it goes up."""
    assert wording.kind_name(kind, direction) == text


def test_every_kind_has_a_name() -> None:
    """The kinds of the graph are all named, and no other is."""
    assert set(wording.KIND_NAMES) == set(KINDS)


@pytest.mark.parametrize(
    ("attribute", "name", "column"),
    [("flsa", "Overtime (FLSA)", "FLSA"), ("level", "Level", "Level"), ("Cert 1", "Cert 1", "Cert 1")],
)
def test_names_of_attributes(attribute: str, name: str, column: str) -> None:
    """Attributes have names for people, columns short ones, rows of a document their own label."""
    assert wording.attribute_name(attribute) == name
    assert wording.column_name(attribute) == column


def test_what_is_said_of_a_role_that_is_not_described() -> None:
    """For every thing that a step to it may change."""
    assert wording.not_described("Mgr 1") == "not stated: no loaded standard defines Mgr 1"


@pytest.mark.parametrize("name", TEXTS)
def test_one_and_many_take_the_same_values(name: str) -> None:
    """A text for one takes no value that the text for many does not have."""
    texts = TEXTS[name]
    pairs = [(key.removesuffix("_one"), key) for key in texts if key.endswith("_one")]
    assert pairs
    for many, one in pairs:
        assert many in texts
        assert holes(texts[one]) <= holes(texts[many]) | {"count"}


@pytest.mark.parametrize("name", TEXTS)
def test_words_are_plain(name: str) -> None:
    """No word that only a programmer knows, no second name for what already has one."""
    for key, text in TEXTS[name].items():
        shown = re.sub(r"\{\w+\}|careerpaths \w+ --format csv > \w+\.csv", "", text)
        assert not PROGRAMMERS.search(shown), key
        assert "  " not in text.strip(), key


def test_every_text_of_answers_is_said_somewhere() -> None:
    """No text is left over: each key stands in the code."""
    files = [*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.js"), *PACKAGE.rglob("*.html"), *PACKAGE.rglob("*.jinja")]
    code = "\n".join(path.read_text(encoding="utf-8") for path in files if path.parent.name != "wording")
    code += (PACKAGE / "wording" / "__init__.py").read_text(encoding="utf-8")
    named = set(re.findall(r"[\"']([a-z_-]+)[\"']", code)) | {"no_problems", "no_notes"}  # f"no_{key}"
    assert {key.removesuffix("_one") for key in wording.ANSWERS} <= named


def test_a_route_has_one_name() -> None:
    """What is listed between two roles is a route, in answers and on the page; a way is a direction or a manner."""
    manner = re.compile(r"other way only|in some way|by way of|A way back|Find your way")
    texts = [*wording.MAP.values(), *wording.ANSWERS.values()]
    assert [text for text in texts if re.search(r"\b[Ww]ays?\b", manner.sub("", text))] == []
