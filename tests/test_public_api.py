"""What `import careerpaths as cp` offers: every name there, typed, documented, none hidden by a room."""

from __future__ import annotations

import ast
import doctest
import importlib
import importlib.resources
import inspect
import pkgutil
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

import careerpaths as cp

Run = Callable[..., "subprocess.CompletedProcess[str]"]
EVERY_ROOM = """
import importlib, inspect, pkgutil
import careerpaths as cp
for found in pkgutil.walk_packages(cp.__path__, "careerpaths."):
    importlib.import_module(found.name)
values = {name: getattr(cp, name) for name in cp.__all__}
print(*(name for name, value in values.items() if not (inspect.isclass(value) or inspect.isfunction(value))))
"""
ANSWERS = (
    ("roles", "--full"),
    ("show", "Spec 4", "--full"),
    ("next", "Service Desk Anl 2"),
    ("route", "Service Desk Tech 1", "Info Security Mgr 3"),
    ("reach", "Data Analyst 1"),
    ("reach", "Radiology Mgr 1", "--to"),
    ("dead-ends",),
    ("distances",),
    ("problems",),
)


@pytest.mark.parametrize("name", cp.__all__)
def test_every_public_name_is_a_class_or_a_function(name: str) -> None:
    """Each loads on its first use, is itself documented and says where it comes from."""
    value = getattr(cp, name)
    assert inspect.isclass(value) or inspect.isfunction(value)
    assert value.__name__ == name
    assert inspect.getdoc(value)


def test_no_room_hides_a_public_name(empty_folder: Path) -> None:
    """With every module of the package loaded, no module stands where a public function should."""
    done = subprocess.run(
        [sys.executable, "-c", EVERY_ROOM], cwd=empty_folder, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == ""


def test_every_room_can_be_loaded() -> None:
    """No module fails when it is the first to be imported by name."""
    rooms = [found.name for found in pkgutil.walk_packages(cp.__path__, "careerpaths.")]
    assert "careerpaths.queries.routing" in rooms
    for room in rooms:
        assert importlib.import_module(room).__doc__


def test_the_list_of_names_is_the_table_of_rooms() -> None:
    """`__all__`, what loads late, `dir` and `import *` agree, in alphabetical order."""
    table = vars(cp)["_ROOMS"]
    names = [name for room in table.values() for name in room]
    assert sorted(names) == sorted(cp.__all__) == cp.__all__ == dir(cp)
    assert len(set(names)) == len(names)
    space: dict[str, Any] = {}
    exec("from careerpaths import *", space)  # noqa: S102 - the statement under test
    assert set(cp.__all__) <= set(space)


@pytest.mark.parametrize("name", ["nothing", "seek", "_private", "__wrapped__"])
def test_an_unknown_name_is_an_attribute_error(name: str) -> None:
    """As with any module, so that `hasattr` and notebooks' completion work."""
    with pytest.raises(AttributeError, match=f"module 'careerpaths' has no attribute '{name}'"):
        getattr(cp, name)
    assert not hasattr(cp, name)


def test_version_is_that_of_the_distribution() -> None:
    """`cp.__version__` needs no second place."""
    assert cp.__version__ == version("careerpaths")


def test_types_ship() -> None:
    """The package says that it is typed (PEP 561)."""
    assert importlib.resources.files(cp).joinpath("py.typed").is_file()


def test_errors_have_one_base() -> None:
    """One `except` catches all that a user can put right."""
    errors = [
        value for name in cp.__all__ if inspect.isclass(value := getattr(cp, name)) and issubclass(value, Exception)
    ]
    assert len(errors) == 8
    assert all(issubclass(error, cp.CareerPathsError) for error in errors)


def test_no_path_of_this_machine_is_told(run_cli: Run, empty_folder: Path, clone: Path) -> None:
    """Answers and files name documents relative to the data, wherever that stands."""
    told = [run_cli(*arguments, "--format", "json", "-d", clone / "data") for arguments in ANSWERS]
    told.append(run_cli("export", "-", "-d", clone / "data"))
    for done in told:
        assert str(clone) not in done.stdout + done.stderr
        assert str(empty_folder) not in done.stdout + done.stderr


MODULES = sorted(["careerpaths", *(found.name for found in pkgutil.walk_packages(cp.__path__, "careerpaths."))])
FUNCTIONS = [name for name in cp.__all__ if inspect.isfunction(getattr(cp, name))]


def test_type_checkers_see_the_same_names() -> None:
    """What `__init__` imports for type checkers alone is what it loads late."""
    tree = ast.parse(Path(cp.__file__).read_text(encoding="utf-8"))
    found = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    named = {alias.name for node in found if str(node.module).startswith("careerpaths.") for alias in node.names}
    assert named == set(cp.__all__)


def test_no_room_is_called_as_a_public_name() -> None:
    """The rule that keeps names apart: no module beside `__init__` bears the name of a public one."""
    assert {name.split(".")[1] for name in MODULES[1:]} & set(cp.__all__) == set()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_functions_are_typed_and_options_go_by_name(name: str) -> None:
    """A type for each argument and for the result; what has a default is given by keyword only.

    Another end and a selector stand where the command has them.
    """
    signature = inspect.signature(getattr(cp, name))
    parameters = signature.parameters.values()
    stated = [one.annotation for one in parameters]
    assert inspect.Signature.empty not in [*stated, signature.return_annotation]
    optional = [one for one in parameters if one.default is not one.empty and one.name not in ("end", "selector")]
    assert all(one.kind is one.KEYWORD_ONLY for one in optional)


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str, empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The examples in the docstrings give what they show, in a folder without data."""
    monkeypatch.chdir(empty_folder)
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_main_functions_have_examples() -> None:
    """The package and its main functions show how they are used."""
    finder = doctest.DocTestFinder()
    found = {test.name for name in MODULES for test in finder.find(importlib.import_module(name)) if test.examples}
    shown = {name.rpartition(".")[2] for name in found}
    assert {"careerpaths", "routes", "changes", "frame", "build_graph", "role_id"} <= shown
