"""Print the path of a Chromium or Chrome for the tests; install one where there is none.

Order: the variable CAREERPATHS_BROWSER, the PATH, the usual places, Playwright's own inside the clone. Where none is
found, root on Debian gets Debian's package, and everybody else Playwright's own in `.browsers`. Standard output is the
path alone; installers write to standard error.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CLONE = Path(__file__).resolve().parents[1]
VARIABLE = "CAREERPATHS_BROWSER"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "~/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"%ProgramFiles%\Google\Chrome\Application\chrome.exe",
    r"%ProgramFiles(x86)%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Google\Chrome\Application\chrome.exe",
    r"%LocalAppData%\Chromium\Application\chrome.exe",
    # On every Windows, and a Chromium.
    r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe",
)
PLAYWRIGHT = {**os.environ, "PLAYWRIGHT_BROWSERS_PATH": str(CLONE / ".browsers")}
PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as start\nwith start() as p: print(p.chromium.executable_path)"
)
NONE_FOUND = f"""\
No Chromium or Chrome was found, and none could be installed. Install one (Debian: apt-get install chromium
fonts-dejavu-core; otherwise Chrome), or name one in the variable {VARIABLE}, and run this again."""


def main() -> int:
    """Print the browser's path, or say what to install; the exit code."""
    named = os.environ.get(VARIABLE)
    if named and not starts(named):
        print(f"{VARIABLE} names {named}, which is no browser that starts.", file=sys.stderr)
        return 1
    path = find() or install()
    print(path or NONE_FOUND, file=sys.stdout if path else sys.stderr)
    return 0 if path else 1


def find() -> str | None:
    """The path of the first browser that is there and starts, or None."""
    return next((path for path in candidates() if starts(path)), None)


def candidates() -> Iterator[str]:
    """Every path worth a try, best first."""
    yield os.environ.get(VARIABLE, "")
    yield from (shutil.which(name) or "" for name in NAMES)
    yield from (os.path.expandvars(Path(place).expanduser()) for place in PLACES)
    if (CLONE / ".browsers").is_dir():
        yield playwright_path()


def starts(path: str) -> bool:
    """Whether the file is there and answers: on some systems `chromium` is only a note on where to get it."""
    if not Path(path).is_file():
        return False
    if os.name == "nt":  # Chrome for Windows knows no --version: it would open a window.
        return True
    return subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60).returncode == 0


def install() -> str | None:
    """Install a browser; its path, or None where none could be had."""
    if is_debian() and is_root():
        run("apt-get", "update")
        run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core")
    else:
        libraries = ["--with-deps"] if is_root() else []
        run(sys.executable, "-m", "playwright", "install", *libraries, "chromium")
    return find()


def run(*command: str) -> None:
    """Run an installer; whether it worked is seen by looking for the browser again."""
    print("+", *command, file=sys.stderr, flush=True)
    environment = {**PLAYWRIGHT, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)


def playwright_path() -> str:
    """Where this version of Playwright keeps its own browser inside the clone; empty without Playwright."""
    command = [sys.executable, "-c", PLAYWRIGHT_PATH]
    return subprocess.run(command, env=PLAYWRIGHT, capture_output=True, text=True, check=False).stdout.strip()


def is_debian() -> bool:
    """Whether apt-get has a real browser here; Ubuntu's package is a note that points to a snap."""
    release = Path("/etc/os-release")
    return release.is_file() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def is_root() -> bool:
    """Whether this runs as root, on a system that has one."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    sys.exit(main())
