"""`tools/browser.py`, which finds the browser of the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def find(clone: Path, named: str) -> subprocess.CompletedProcess[str]:
    """Run the tool with a browser named in its variable."""
    return subprocess.run(
        [sys.executable, clone / "tools" / "browser.py"],
        env={**os.environ, "CAREERPATHS_BROWSER": named},
        capture_output=True,
        check=False,
        text=True,
    )


def test_named_browser_comes_first(clone: Path) -> None:
    """The program that the variable names is the answer, alone on standard output, where it starts."""
    found = find(clone, sys.executable)
    assert (found.stdout, found.returncode) == (f"{sys.executable}\n", 0)


def test_named_browser_must_be_there(clone: Path, empty_folder: Path) -> None:
    """A wrong name is said and nothing else is taken in its place, nor installed."""
    found = find(clone, str(empty_folder / "browser"))
    assert (found.stdout, found.returncode) == ("", 1)
    assert f"{empty_folder / 'browser'}, which is no browser that starts" in found.stderr
