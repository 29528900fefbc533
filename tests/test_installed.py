"""What is tested is the installed wheel, and the wheel is whole."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tomllib
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import careerpaths as cp

if TYPE_CHECKING:
    from collections.abc import Callable

INSTALLED = Path(cp.__file__).resolve().parent
RUN = "import careerpaths; print(careerpaths.__file__)"


def files_below(folder: Path) -> dict[str, bytes]:
    """The files of a folder by their path in it, what Python compiled aside."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_import_comes_from_the_environment(clone: Path) -> None:
    """The package is the one in site-packages, and no folder that holds the clone's copy is searched."""
    assert Path(sysconfig.get_path("purelib")).resolve() / "careerpaths" == INSTALLED
    assert clone / "careerpaths" != INSTALLED
    assert clone not in [Path(entry).resolve() for entry in sys.path]


def test_child_process_imports_the_same(empty_folder: Path) -> None:
    """A Python started elsewhere finds the same package."""
    finished = subprocess.run([sys.executable, "-c", RUN], cwd=empty_folder, capture_output=True, check=True, text=True)
    assert Path(finished.stdout.strip()).resolve().parent == INSTALLED


def test_wheel_holds_the_package_and_the_samples(clone: Path) -> None:
    """Byte for byte what the clone holds: modules, templates, styles, scripts, the type marker and `data/`."""
    samples = {f"samples/{name}": content for name, content in files_below(clone / "data").items()}
    assert files_below(INSTALLED) == {**files_below(clone / "careerpaths"), **samples}
    assert "py.typed" in files_below(INSTALLED)


def test_version_has_one_source(clone: Path, run_cli: Callable[..., subprocess.CompletedProcess[str]]) -> None:
    """`pyproject.toml`, the metadata, the package and the command name the same version."""
    stated = tomllib.loads((clone / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version("careerpaths") == cp.__version__ == stated
    assert stated in run_cli("--version").stdout


def test_command_is_installed() -> None:
    """The wheel installs one command, `careerpaths`."""
    (command,) = entry_points(group="console_scripts", name="careerpaths")
    assert command.value == "careerpaths.cli:main"


@pytest.mark.parametrize("name", cp.__all__)
def test_public_name_is_callable(name: str) -> None:
    """Every public name is a function or a class, even once all rooms are imported: none is hidden by a module."""
    for other in cp.__all__:
        getattr(cp, other)
    assert callable(getattr(cp, name))
