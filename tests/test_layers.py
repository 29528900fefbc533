"""The layers: each room knows only those below it, each library stays in its room, every room has its place."""

from __future__ import annotations

import ast
import pkgutil
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

import careerpaths as cp

PACKAGE = Path(cp.__file__).parent
SOURCES = sorted(PACKAGE.rglob("*.py"))
MODULES = {"python-docx": "docx"}
"""What is imported of a dependency that has another name."""
LONGEST_FILE, LONGEST_BODY = 500, 40
BANNED = {"utils", "helpers", "common", "misc", "settings", "base", "interfaces"}


def functions(path: Path) -> list[ast.FunctionDef]:
    """Every function of a file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def body_length(function: ast.FunctionDef) -> int:
    """The lines of a function below its signature and its docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return body[-1].end_lineno - body[0].lineno + 1 if body and body[-1].end_lineno else 0


def test_import_linter_keeps_every_contract(clone: Path, empty_folder: Path) -> None:
    """The contracts of `pyproject.toml`, on the installed package."""
    shutil.copy(clone / "pyproject.toml", empty_folder)
    tool = shutil.which("lint-imports", path=sysconfig.get_path("scripts"))
    start = [tool] if tool else [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]
    finished = subprocess.run(
        [*start, "--config", "pyproject.toml", "--no-cache"],
        cwd=empty_folder,
        capture_output=True,
        check=False,
        text=True,
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "0 broken" in finished.stdout


def test_every_library_has_a_contract(clone: Path) -> None:
    """Each run-time dependency is protected, so that a new import of it elsewhere is noticed."""
    project = tomllib.loads((clone / "pyproject.toml").read_text(encoding="utf-8"))
    names = [re.match(r"[a-z0-9-]+", one)[0] for one in project["project"]["dependencies"]]  # type: ignore[index]
    needed = {MODULES.get(name, name) for name in names}
    contracts = project["tool"]["importlinter"]["contracts"]
    protected = {name for one in contracts if one["type"] == "protected" for name in one["protected_modules"]}
    assert needed <= protected


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_files_and_functions_are_short(path: Path) -> None:
    """No file over 500 lines, no body over 40."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE
    assert [one.name for one in functions(path) if body_length(one) > LONGEST_BODY] == []


def test_most_functions_are_shorter_still() -> None:
    """Nearly all bodies are under 20 lines, most are 10 or fewer."""
    lengths = [body_length(one) for path in SOURCES for one in functions(path)]
    assert sum(length < 20 for length in lengths) > 0.98 * len(lengths)
    assert sum(length <= 10 for length in lengths) > 0.8 * len(lengths)


def test_rooms_have_names() -> None:
    """No room for whatever has no place."""
    rooms = {part for found in pkgutil.walk_packages(cp.__path__) for part in found.name.split(".")}
    assert rooms & BANNED == set()


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_classes_hold_data(path: Path) -> None:
    """Every dataclass has slots; there are no abstract base classes."""
    classes = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ClassDef)]
    marks = [ast.unparse(mark) for node in classes for mark in node.decorator_list]
    assert all("slots=True" in mark for mark in marks if mark.startswith("dataclass"))
    assert "ABC" not in {ast.unparse(base) for node in classes for base in node.bases}
