"""Names that are safe everywhere: in a URL, as a file, on every system."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.names import HASH_LENGTH, LONGEST_NAME, safe_name, short_hash

SAFE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
RESERVED = re.compile(r"(con|prn|aux|nul|(com|lpt)[0-9])")


@pytest.mark.parametrize(
    ("text", "extra", "name"),
    [
        ("Clin Imaging IT Spec 2", "8798", "clin-imaging-it-spec-2-8798"),
        ("Clin Imaging IT Mgr 1", "", "clin-imaging-it-mgr-1"),
        ("  R&D // Lead!  ", "", "r-d-lead"),
        ("Caf\u00e9 Mgr", "", "cafe-mgr"),
        ("\uff2d\uff47\uff52 \u2461", "", "mgr-2"),
        ("../../etc/passwd", "", "etc-passwd"),
        ("con", "", "role-con"),
        ("LPT9", "", "role-lpt9"),
        ("CON.txt", "", "con-txt"),
        ("Con", "1", "con-1"),
        ("Mgr", "A/1", "mgr-a-1"),
        ("Mgr", "--", "mgr"),
    ],
)
def test_names_are_readable(text: str, extra: str, name: str) -> None:
    """Latin letters and digits stay, all else is one hyphen, the extra part stands at the end."""
    assert safe_name(text, extra=extra) == name


@pytest.mark.parametrize(
    "text", ["\u5f71\u50cf\u6280\u5e2b", "\u041c\u0435\u043d\u0435\u0434\u0436\u0435\u0440", "", "***"]
)
def test_a_text_without_latin_letters_is_named_by_its_hash(text: str) -> None:
    """Nothing readable is left, so the name says that it is a role, and which."""
    assert safe_name(text) == f"role-{short_hash(text)}"
    assert safe_name(text, extra="17") == f"role-{short_hash(text)}-17"


def test_long_names_are_cut_and_keep_apart() -> None:
    """At most 80 characters; two texts that differ only at their end have two names."""
    one, other = (safe_name("very long title " * 10 + end) for end in "ab")
    assert len(one) <= LONGEST_NAME
    assert one.startswith("very-long-title-very")
    assert one != other


def test_a_cut_does_not_leave_two_hyphens() -> None:
    """Where the cut falls behind a word, its hyphen goes."""
    stem = "a" * (LONGEST_NAME - HASH_LENGTH - 2)
    name = safe_name(f"{stem} {'b' * 40}")
    assert name == f"{stem}-{short_hash(f'{stem} ' + 'b' * 40, '')}"


def test_hashes_depend_on_the_parts_alone() -> None:
    """Eight digits, the same in every run; where a part ends counts."""
    assert short_hash("a", "b") == "f04cdced"
    assert short_hash("ab") != short_hash("a", "b")
    assert len(short_hash()) == HASH_LENGTH
    assert short_hash("\ud800") == short_hash("\ud800")


@given(st.text(), st.text(max_size=20) | st.sampled_from(["8798", ""]))
def test_every_name_is_safe(text: str, extra: str) -> None:
    """Whatever the text: lower-case ASCII, single hyphens, no device of Windows, at most 80, made again alike."""
    name = safe_name(text, extra=extra)
    assert SAFE.fullmatch(name)
    assert len(name) <= LONGEST_NAME
    assert not RESERVED.fullmatch(name)
    assert safe_name(text, extra=extra) == name
