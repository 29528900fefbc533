"""The project's own files: nothing private or bound to one machine in them, pins whole, commands there."""

from __future__ import annotations

import re
import subprocess
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest

CLONE = Path(__file__).resolve().parents[1]
PINNED = ("run", "test", "build")
# In parts, so that this file does not hold what it looks for.
REGISTRY_HOSTS = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("debian", "org"),
        ("crates", "io"),
        ("golang", "org"),
        ("rubygems", "org"),
        ("maven", "org"),
    )
]
MACHINE_PATHS = re.compile(
    r"(?<![\w.~/])/(?:" + "|".join(("wo" + "rk", "ro" + "ot", "ho" + "me", "t" + "mp")) + r")/\w"
)


def text_files() -> dict[str, str]:
    """The text of every file that git holds or would add, by its path."""
    # A clone that another user made is read all the same.
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=CLONE, capture_output=True, check=True).stdout.decode("utf-8")
    paths = [name for name in listed.split("\0") if name and (CLONE / name).is_file()]
    return {name: (CLONE / name).read_bytes().decode("utf-8", errors="replace") for name in paths}


def requirements(name: str) -> list[str]:
    """The requirements of a pinned file, each with its hashes on one line; comments left out."""
    text = (CLONE / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return "\n".join(lines).replace("\\\n", " ").splitlines()


def pins(name: str) -> dict[str, str]:
    """The version of each package that a pinned file names."""
    return dict(line.split()[0].split("==") for line in requirements(name))


def test_no_file_names_a_registry() -> None:
    """Where packages come from is the machine's own setting."""
    found = {(name, host) for name, text in text_files().items() for host in REGISTRY_HOSTS if host in text}
    assert found == set()


def test_no_file_names_a_place_on_one_machine() -> None:
    """Nothing depends on where one developer keeps the clone."""
    found = {(name, match[0]) for name, text in text_files().items() for match in MACHINE_PATHS.finditer(text)}
    assert found == set()


@pytest.mark.parametrize("name", PINNED)
def test_requirements_are_pinned_with_hashes(name: str) -> None:
    """Every requirement has one version and its hashes; no line is an option or an address."""
    assert requirements(name)
    for line in requirements(name):
        assert re.match(r"[a-z0-9-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line
        assert "://" not in line, line


@pytest.mark.parametrize("name", PINNED)
def test_pins_agree(name: str) -> None:
    """A package that two files name has the same version in both, so that one environment holds all."""
    for other in PINNED:
        shared = pins(name).keys() & pins(other).keys()
        assert {package: pins(name)[package] for package in shared} == {
            package: pins(other)[package] for package in shared
        }


@pytest.mark.parametrize("package", sorted({package for name in PINNED for package in pins(name)}))
def test_licence_is_permissive(package: str) -> None:
    """No dependency binds its users to the terms of the GNU General Public Licence."""
    try:
        stated = metadata(package)
    except PackageNotFoundError:  # for another system
        return
    licence = [*(stated.get_all("License-Expression") or ()), *(stated.get_all("Classifier") or ())]
    assert not [text for text in licence if re.search(r"\bA?GPL|General Public", text)]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md"])
def test_documented_commands_exist(document: str) -> None:
    """Every `make` command that the documents name is a target, and every target explains itself in `make help`."""
    named = set(re.findall(r"(?m)(?:`|^)(?:\$ )?make ([a-z]+)", (CLONE / document).read_text(encoding="utf-8")))
    explained = set(re.findall(r"(?m)^([a-z]+):.*## ", (CLONE / "Makefile").read_text(encoding="utf-8")))
    assert {"demo", "test"} <= named <= explained


def test_ci_runs_the_documented_command() -> None:
    """CI runs what a reader of the README runs."""
    script = (CLONE / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert script[-2:] == ["make check", "make test"]


def test_licence_is_there() -> None:
    """The project's own licence is MIT."""
    text = (CLONE / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License")
    assert "the careerpaths contributors" in text
