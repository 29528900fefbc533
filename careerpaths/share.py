"""Many documents to readings: from the cache where they were read before, else parsed here or in worker processes.

An edited document is read again and nothing else; byte-identical copies count once. Documents in binary formats, and
large ones, are parsed in processes of their own, which a clock and a memory limit can end.
"""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from careerpaths import cache
from careerpaths.config import Configuration
from careerpaths.finding import Found
from careerpaths.model import NOTE, Problem, Reading
from careerpaths.reading import Options, as_readings, read_document, reader_with, unread
from careerpaths.sniffing import is_packed
from careerpaths.workers import Bounds, Failure, ask_workers

_TASK = "careerpaths.reading:answer"
_LARGE = 1 << 20
"""Bytes from which a document is parsed in a process of its own."""
_MANY = 6 << 20
"""Bytes of all documents from which worker processes pay, so that all cores are used."""
_MEGABYTE = 1 << 20
_COPY = re.compile(r"(?<![^\W_])copy(?![^\W_])|\(\d+\)\.\w+$", re.IGNORECASE)

Progress = Callable[[int, int, str], None]
"""Is told how many documents are done, of how many, and the name of the last one."""
Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A document that must be parsed.

    Attributes:
        place: its place among all documents.
        found: where it is.
        content: its bytes; empty where a worker reads them again.
        size: how many there are.
        key: under which its readings are kept.
        apart: whether it must be parsed in a process of its own.
    """

    place: int
    found: Found
    content: bytes
    size: int
    key: str
    apart: bool


@contextmanager
def without_collecting() -> Iterator[None]:
    """The collector of cycles at rest: readings hold none, and to look through them takes longer than to make them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@without_collecting()
def read_all(
    found: Sequence[Found], known: Configuration, *, keep: bool = True, progress: Progress | None = None
) -> tuple[Readings, ...]:
    """What was read out of each document, in the order given.

    Args:
        found: the documents.
        known: how they are read, and what each may cost.
        keep: whether readings are kept for the next time, and taken from there.
        progress: is told what is done.
    """
    options = msgspec.json.encode(_options(known)).decode()
    libraries = cache.library_state()
    readings: dict[int, Readings] = {}
    tasks: list[_Task] = []
    first_with: dict[bytes, str] = {}
    for place, one in sorted(enumerate(found), key=lambda pair: (is_named_copy(pair[1].name), pair[0])):
        task = _looked_at(place, one, (options, libraries), known, first_with)
        if not isinstance(task, _Task):
            readings[place] = task
        elif keep and (known_before := _kept(task.key)) is not None:
            readings[place] = known_before
        else:
            tasks.append(task)
    done = len(readings)
    for task, parts in _parsed(tasks, options, known):
        readings[task.place] = parts
        done += 1
        if keep and not any(part.passing for part in parts):
            cache.keep(task.key, msgspec.json.encode(parts))
        if progress:
            progress(done, len(found), task.found.name)
    return tuple(readings[place] for place in range(len(found)))


def is_named_copy(name: str) -> bool:
    """Whether a name says that its document is a copy: of two that are the same, the other one is cited.

    >>> [is_named_copy(name) for name in ("Copy of a.txt", "a - Copy (2).txt", "a (1).txt", "a.txt")]
    [True, True, True, False]
    """
    return _COPY.search(name) is not None


def _options(known: Configuration) -> Options:
    return Options(
        words=known.vocabulary,
        function_from=known.function_from,
        family_from=known.family_from,
        file_megabytes=known.limits.file_megabytes,
    )


def _looked_at(
    place: int, one: Found, read_by: tuple[str, str], known: Configuration, first_with: dict[bytes, str]
) -> _Task | Readings:
    """What must be parsed; or the reading of a document that cannot be, or that is a copy of another.

    What reads it are the options and, of a document in a binary format, the libraries.
    """
    most = known.limits.file_megabytes * _MEGABYTE
    try:
        size = one.path.stat().st_size
        content = _at_most(one.path, most) if size <= most else None
    except OSError as error:
        message = f"could not be read ({error.strerror}); check the rights of the file"
        return (unread(one.name, message, passing=True),)
    if content is None:
        limit = f"it is larger than the limit of {known.limits.file_megabytes} MB"
        return (unread(one.name, f"{limit}: split it, or raise file_megabytes in the configuration"),)
    digest = sha256(content).digest()
    same = digest + _named_by(one, known)
    if same in first_with and content:
        return (_copy_of(one.name, first_with[same]),)
    first_with[same] = one.name
    packed = is_packed(content)
    apart = packed or size > _LARGE
    key = cache.key_of(digest, one.name, *read_by[: 2 if packed else 1])
    return _Task(place=place, found=one, content=b"" if apart else content, size=size, key=key, apart=apart)


def _at_most(path: Path, most: int) -> bytes | None:
    """The bytes of a file; None where there are more, as in one without an end."""
    with path.open("rb") as stream:
        content = stream.read(most + 1)
    return content if len(content) <= most else None


def _named_by(one: Found, known: Configuration) -> bytes:
    """What the name of a document says of its function or family: copies of it under two names are two documents."""
    stated = {known.function_from, known.family_from}
    path = PurePosixPath(one.name)
    parts = (path.stem if "file" in stated else "", str(path.parent) if "folder" in stated else "")
    return "/".join(parts).encode("utf-8", errors="surrogateescape")


def _copy_of(name: str, original: str) -> Reading:
    message = f"byte for byte the same as {original}: counted once"
    note = Problem(severity=NOTE, document=name, place="whole document", message=message)
    return Reading(document=name, kind="copy", content="copy", standards=(), problems=(note,), fates=())


def _kept(key: str) -> Readings | None:
    content = cache.kept(key)
    try:
        return None if content is None else as_readings(content)
    except msgspec.DecodeError:
        # Broken by whatever it was; it is made again.
        return None


def _parsed(tasks: Sequence[_Task], options: str, known: Configuration) -> Iterator[tuple[_Task, Readings]]:
    """Each document with its readings, as they are done."""
    together = sum(task.size for task in tasks) < _MANY
    here = [task for task in tasks if not task.apart and together]
    for task in here:
        yield task, read_document(task.found.name, task.content, reader_with(options.encode()))
    apart = [task for task in tasks if task.apart or not together]
    if not apart:
        return
    # The largest first, so that none is left running alone at the end.
    apart.sort(key=lambda task: (-task.size, task.place))
    questions = [
        {"path": str(task.found.path.absolute()), "name": task.found.name, "options": options} for task in apart
    ]
    bounds = Bounds(seconds=known.limits.seconds, megabytes=known.limits.megabytes)
    for place, answer in ask_workers(_TASK, questions, bounds=bounds, processes=_processes()):
        yield apart[place], _answered(apart[place].found.name, answer)


def _processes() -> int:
    """One for each core that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return max(1, len(affinity(0)) if affinity else os.cpu_count() or 1)


def _answered(name: str, answer: bytes | Failure) -> Readings:
    if isinstance(answer, Failure):
        remedy = "look at the document, exclude it, or raise the limits in the configuration"
        return (unread(name, f"{answer.reason}; {remedy}", passing=True),)
    return as_readings(answer)
