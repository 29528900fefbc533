"""Parsed documents and merged indexes, kept between runs: JSON files in one folder of the user, named by content.

A key is made of everything that decides the result: the bytes of the document or the state of the files, the options,
the program itself, and the versions of the libraries that parse. What is kept may vanish or be broken at any time; then
it is made again.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from pathlib import Path

import platformdirs

from careerpaths.errors import CannotWrite
from careerpaths.files import write_bytes

VARIABLE = "CAREERPATHS_CACHE"
"""Names another folder than the one by the conventions of the system."""
LIBRARIES = ("lxml", "pypdf", "pypdfium2")
"""Libraries that parse documents in binary formats."""
_PACKAGE = Path(__file__).parent


def cache_folder() -> Path:
    """Where everything is kept; it may not exist yet."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(platformdirs.user_cache_dir("careerpaths", appauthor=False))


def key_of(*parts: bytes | str) -> str:
    """A key for what these parts decide; each counts as a whole."""
    digest = hashlib.sha256(program_state())
    for part in parts:
        content = part.encode("utf-8", errors="surrogatepass") if isinstance(part, str) else part
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()


@cache
def program_state() -> bytes:
    """What tells one state of the program from another: names, sizes and times of its modules."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*.py")):
        state = path.stat()
        digest.update(f"{path.relative_to(_PACKAGE).as_posix()} {state.st_size} {state.st_mtime_ns}\n".encode())
    return digest.digest()


def library_state() -> str:
    """What tells versions of the libraries apart: what their installer has noted (`pypdf-7.1.1.dist-info`).

    By the names alone, since asking each library takes a hundred times as long.
    """
    found = []
    for folder in sys.path:
        with suppress(OSError):
            listed = os.listdir(folder or ".")  # noqa: PTH208 - names are all that is wanted
            found += [name for name in listed if _is_of_library(name)]
    return "\n".join(sorted(found))


def _is_of_library(name: str) -> bool:
    return name.endswith((".dist-info", ".egg-info")) and name.partition("-")[0].lower() in LIBRARIES


def kept(key: str) -> bytes | None:
    """What is kept under a key; None where nothing is, or it cannot be read."""
    try:
        return _path(key).read_bytes()
    except OSError:
        return None


def kept_part(key: str, head: int, start: int, count: int) -> tuple[bytes, bytes] | None:
    """The first bytes of what is kept under a key, and so many from `start` on; None where they cannot be read."""
    try:
        with _path(key).open("rb") as file:
            first = file.read(head)
            file.seek(start)
            part = file.read(count)
    except OSError:
        return None
    return (first, part) if len(part) == count else None


def keep(key: str, content: bytes) -> None:
    """Keep something; where the folder takes nothing, nothing is kept."""
    with suppress(CannotWrite):
        write_bytes(_path(key), content, durable=False)


def clear() -> tuple[int, int]:
    """Remove all that is kept; returns how many files and bytes it was."""
    count = size = 0
    for path in _files():
        with suppress(OSError):
            size += path.stat().st_size
            path.unlink()
            count += 1
    return count, size


def _files() -> Iterable[Path]:
    folder = cache_folder()
    # What a process that was killed had half written goes too.
    return sorted(path for ending in ("*.json", ".*.tmp") for path in folder.glob(f"??/{ending}"))


def _path(key: str) -> Path:
    return cache_folder() / key[:2] / f"{key[2:]}.json"
