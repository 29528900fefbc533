"""Whole-or-nothing writing. Nobody else opens a file to write."""

from __future__ import annotations

import os
from pathlib import Path

from careerpaths.errors import CannotWrite


def write_text(path: str | Path, text: str) -> Path:
    """Write `text` as UTF-8 with LF line ends, whole or not at all; returns the path. Raises CannotWrite."""
    return write_bytes(path, text.encode("utf-8", errors="replace"))


def write_bytes(path: str | Path, content: bytes, *, durable: bool = True) -> Path:
    """Write `content` whole or not at all: a temporary file beside it, fsync, then rename. Raises CannotWrite.

    What can be made again need not be `durable`: it is not waited for until the disk has it.
    """
    target = Path(path)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # A link keeps pointing at the file it names; only that file is replaced.
        _replace(Path(os.path.realpath(target)), content, durable=durable)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        message = f"{target}: could not be written ({reason}); choose another place, or make room there"
        raise CannotWrite(message) from error
    return target


def _replace(target: Path, content: bytes, *, durable: bool) -> None:
    if target.is_dir():
        raise IsADirectoryError(21, "it is a folder")
    if target.exists() and not target.is_file():
        # A device or a pipe would be replaced by a file of its name.
        raise OSError(22, "it is no ordinary file")
    # Its name is known before it is made, so that an interrupt at any moment leaves none behind.
    temporary = target.parent / f".{target.name[:40]}.{os.urandom(8).hex()}.tmp"
    try:
        with open(temporary, "xb", opener=_privately) as stream:
            stream.write(content)
            stream.flush()
            if durable:
                os.fsync(stream.fileno())
        # A temporary file is private; the result gets the rights that any new file would get.
        temporary.chmod(_rights(target))
        temporary.replace(target)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _rights(target: Path) -> int:
    if target.exists():
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
