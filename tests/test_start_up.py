"""What a command loads before it answers: a slow library only where the answer needs it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LOADED = """
import sys
from careerpaths.cli import main
try:
    main({arguments!r})
except SystemExit as end:
    code = end.code
print(code, *sorted({{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""
SLOW = {"networkx", "pandas", "numpy", "pyvis", "jinja2", "rapidfuzz", "rich", "msgspec"}


def loaded(folder: Path, *arguments: str) -> set[str]:
    """The slow libraries that a command has loaded when it ends."""
    program = LOADED.format(arguments=list(arguments))
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, capture_output=True, check=True, encoding="utf-8", timeout=120
    )
    code, *names = done.stderr.splitlines()[-1].split()
    assert code in ("0", "1")
    return SLOW & set(names)


@pytest.mark.parametrize(
    "arguments", [("--help",), ("--version",), ("route", "--help"), ("map", "--help"), ("plan", "--help")], ids=" ".join
)
def test_help_loads_no_slow_library(empty_folder: Path, arguments: tuple[str, ...]) -> None:
    """Help, version and the help of a command."""
    assert loaded(empty_folder, *arguments) == set()


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (("route", "Spec 2", "Mgr 1"), {"networkx", "rich"}),
        (("route", "spec", "2", "mgr", "1"), {"networkx", "rich", "rapidfuzz"}),
        (("next", "Spec 2"), {"networkx", "rich"}),
        (("show", "8798"), {"networkx", "rich"}),
        (("reach", "Spec 2", "--format", "json"), {"networkx"}),
        (("roles", "--format", "csv"), {"networkx"}),
        (("distances", "--format", "markdown"), {"networkx"}),
        (("dead-ends",), {"networkx", "rich"}),
        (("problems",), {"networkx", "rich"}),
        (("problems", "--format", "json"), {"networkx"}),
        (("export", "-"), {"networkx"}),
    ],
    ids=lambda value: " ".join(sorted(value) if isinstance(value, set) else value),
)
def test_a_command_loads_what_it_answers_with(empty_folder: Path, arguments: tuple[str, ...], needed: set[str]) -> None:
    """Routes and lists load neither pandas, pyvis nor jinja2, and rapidfuzz only for a misspelt name."""
    assert loaded(empty_folder, *arguments) - {"msgspec"} <= needed


def test_importing_the_package_loads_nothing(empty_folder: Path) -> None:
    """`import careerpaths` loads no slow library and no room of its own."""
    program = "import sys, careerpaths; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], cwd=empty_folder, capture_output=True, check=True, text=True)
    names = done.stdout.split()
    assert not SLOW & set(names)
    assert [name for name in names if name.startswith("careerpaths")] == ["careerpaths"]
