"""Parsed documents and merged indexes, kept between runs: JSON files in one folder of the user, named by content.

A key is made of everything that decides the result: the bytes of the document or the state of the files, the options,
the program itself, and the versions of the libraries that parse. What is kept may vanish or be broken at any time; then
it is made again: each file holds the checksum of what it keeps, so that no letter changes unseen.
"""

from __future__ import annotations

import hashlib
import os
import sys
import zlib
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
_BEFORE, _AFTER = b'{"crc32":"%08x","kept":', b"}"
"""What stands around the JSON that is kept, and makes the file JSON again."""
_HEAD = len(_BEFORE % 0)


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
    """What is kept under a key; None where nothing is, or it cannot be read or is not what was kept."""
    try:
        whole = _path(key).read_bytes()
    except OSError:
        return None
    content = whole[_HEAD : -len(_AFTER)]
    is_whole = whole.startswith(_before(key, content)) and whole.endswith(_AFTER)
    return content if is_whole else None


def kept_part(key: str, start: int, count: int, checksum: int) -> bytes | None:
    """So many bytes of what is kept under a key, from `start` on; None where they are gone or have another checksum."""
    try:
        with _path(key).open("rb") as file:
            file.seek(_HEAD + start)
            part = file.read(count)
    except (OSError, ValueError):
        return None
    return part if checksum_of(part) == checksum else None


def checksum_of(content: bytes) -> int:
    """What tells content from the same with damage: a CRC, since nobody damages his own cache with skill."""
    return zlib.crc32(content)


def _before(key: str, content: bytes) -> bytes:
    """How a file begins; what was kept under another key is not taken for this."""
    return _BEFORE % zlib.crc32(content, zlib.crc32(key.encode()))


def keep(key: str, content: bytes) -> None:
    """Keep some JSON; where the folder takes nothing, nothing is kept."""
    with suppress(CannotWrite):
        write_bytes(_path(key), _before(key, content) + content + _AFTER, durable=False)


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
