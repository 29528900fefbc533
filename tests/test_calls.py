"""Commands to copy in answers as text: no argument is torn apart, however narrow the console is."""

from __future__ import annotations

import io
import shlex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.report.calls import call
from careerpaths.report.console import Style, console_for
from careerpaths.wording import quoted


def told(command: str, width: int, *, program: str = "careerpaths") -> str:
    """What is printed of a command that was understood."""
    stream = io.StringIO()
    console = console_for(stream, width=width)
    for part in call("understood_as", Style(width=width, program=program), command=command):
        console.print(part, crop=False)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (64, ['Understood as: careerpaths route "Spec 2" "Mgr 1" --via "Spec 4"']),
        (50, ["Understood as:", '  careerpaths route "Spec 2" "Mgr 1"', '    --via "Spec 4"']),
        (36, ["Understood as:", '  careerpaths route "Spec 2" "Mgr 1"', '    --via "Spec 4"']),
        (32, ["Understood as:", '  careerpaths route "Spec 2"', '    "Mgr 1" --via "Spec 4"']),
        (20, ["Understood as:", "  careerpaths route", '    "Spec 2" "Mgr 1"', '    --via "Spec 4"']),
    ],
)
def test_a_command_has_a_line_of_its_own_where_it_would_not_fit(width: int, lines: list[str]) -> None:
    """Then what goes on stands a step in; an option is not parted from its value."""
    assert told('route "Spec 2" "Mgr 1" --via "Spec 4"', width).splitlines() == lines


def test_a_title_that_is_too_long_is_whole() -> None:
    """A line is longer than the console rather than a title is torn apart."""
    title = "Clinical Imaging Information Technology Specialist 2"
    assert told(f'next "{title}"', 30).splitlines()[-1] == f'    "{title}"'


def test_how_the_program_is_called_is_part_of_the_command() -> None:
    """Folders with spaces stay whole as well."""
    lines = told('next "Spec 2"', 40, program='careerpaths -d "job standards of 2026"').splitlines()
    assert lines == ["Understood as:", '  careerpaths -d "job standards of 2026"', '    next "Spec 2"']


words = st.text(st.sampled_from("ab 1-'\"."), min_size=1, max_size=12).filter(lambda one: not {"'", '"'} <= set(one))


@settings(deadline=None)
@given(titles=st.lists(words, min_size=1, max_size=4), width=st.integers(20, 90))
def test_what_is_copied_is_the_command(titles: list[str], width: int) -> None:
    """Its lines put together again are the same arguments at any width."""
    command = " ".join(["route", *(quoted(one) for one in titles)])
    text = told(command, width).removeprefix("Understood as:")
    assert shlex.split(text) == ["careerpaths", *shlex.split(command)]
