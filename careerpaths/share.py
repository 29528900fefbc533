"""Many documents to readings: from the cache where they were read before, else parsed here or in worker processes.

An edited document is read again and nothing else; byte-identical copies count once. Documents in binary formats, and
large ones, are parsed in processes of their own, which a clock and a memory limit can end.
"""

from __future__ import annotations

import errno
import gc
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath

import msgspec

from careerpaths import cache
from careerpaths.config import Configuration
from careerpaths.finding import Found, unusual
from careerpaths.model import NOTE, Problem, Reading
from careerpaths.reading import Options, as_readings, read_document, reader_with, unread
from careerpaths.sniffing import is_packed
from careerpaths.workers import Bounds, Failure, ask_workers

_TASK = "careerpaths.reading:answer"
_LARGE = 64 << 10
"""Bytes from which a document is parsed in a process of its own, whose clock ends what takes too long.

A standard of so many takes about as long to read as a process to start; a text made to take long takes seconds here.
"""
_MANY = 6 << 20
"""Bytes of all documents from which worker processes pay, so that all cores are used."""
_MEGABYTE = 1 << 20
_COPIED = "copy"
_COPY = re.compile(
    r"(?<![^\W_])(?:copy|copies|old|older|archived?|backups?|previous|superseded|obsolete|outdated|bak)(?![^\W_])"
    r"|\(\d+\)\.\w+$",
    re.IGNORECASE,
)

Progress = Callable[[int, int, str], None]
"""Is told how many documents are done, of how many, and which one is being read; at the end, which one was the last."""
Readings = tuple[Reading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A document that must be parsed.

    Attributes:
        place: its place among all documents.
        found: where it is.
        content: its bytes; empty where a worker reads them again.
        size: how many there are.
        digest: of the bytes, as a number in hexadecimal.
        key: under which its readings are kept.
        apart: whether it must be parsed in a process of its own.
    """

    place: int
    found: Found
    content: bytes
    size: int
    digest: str
    key: str
    apart: bool


@dataclass(slots=True, kw_only=True, eq=False)
class _Share:
    """All documents, and what was read so far.

    Attributes:
        found: the documents.
        known: how they are read, and what each may cost.
        keep: whether readings are kept, and taken from there.
        options: of the reader, as JSON.
        libraries: that parse binary formats.
        readings: by the place of a document among all.
        first_with: the name of the first document with these bytes.
    """

    found: Sequence[Found]
    known: Configuration
    keep: bool
    options: str
    libraries: str
    readings: dict[int, Readings] = field(default_factory=dict)
    first_with: dict[bytes, str] = field(default_factory=dict)


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
    found: Sequence[Found],
    known: Configuration,
    *,
    are_overlays: bool = False,
    keep: bool = True,
    progress: Progress | None = None,
) -> tuple[Readings, ...]:
    """What was read out of each document, in the order given.

    Args:
        found: the documents.
        known: how they are read, and what each may cost.
        are_overlays: whether they were named as overlays.
        keep: whether readings are kept for the next time, and taken from there.
        progress: is told what is done and what is being read, before the first document and after each.
    """
    options = msgspec.json.encode(_options(known, are_overlays)).decode()
    share = _Share(found=found, known=known, keep=keep, options=options, libraries=cache.library_state())
    changed = _parse(share, _look(share, range(len(found))), progress)
    if changed:
        # Somebody is writing just now: what a worker found is not what was looked at.
        changed = _parse(share, _look(share, _forget(share, changed)), progress)
    for task in changed:
        message = "was written while it was read, twice: read it again when nobody writes it"
        share.readings[task.place] = (unread(task.found.name, message, passing=True),)
    return tuple(share.readings[place] for place in range(len(found)))


def _look(share: _Share, places: Iterable[int]) -> list[_Task]:
    """What must be parsed of these documents; the readings of all others are there."""
    tasks = []
    for place in sorted(places, key=lambda one: _worth(share.found[one].name)):
        task = _looked_at(share, place)
        if not isinstance(task, _Task):
            share.readings[place] = task
        elif share.keep and (known_before := _kept(task.key)) is not None:
            share.readings[place] = known_before
        else:
            tasks.append(task)
    return tasks


def _parse(share: _Share, tasks: Sequence[_Task], progress: Progress | None) -> list[_Task]:
    """Read documents, and keep what was read; returns those that changed meanwhile."""
    here, apart = _in_order(tasks)
    waiting = {task.place: task.found.name for task in (*here, *apart)}
    changed: list[_Task] = []
    if progress and waiting:
        progress(len(share.readings), len(share.found), next(iter(waiting.values())))
    for task, parts in _parsed(here, apart, share.options, share.known):
        del waiting[task.place]
        if parts is None:
            changed.append(task)
            continue
        share.readings[task.place] = parts
        if share.keep and not any(part.passing for part in parts):
            cache.keep(task.key, msgspec.json.encode(parts))
        if progress:
            # The first that is not done has been read for the longest time.
            progress(len(share.readings), len(share.found), next(iter(waiting.values()), task.found.name))
    return changed


def _forget(share: _Share, changed: Sequence[_Task]) -> list[int]:
    """The documents to look at once more: those that changed, and copies, since what they are copies of may be one."""
    names = {task.found.name for task in changed}
    share.first_with = {same: name for same, name in share.first_with.items() if name not in names}
    copies = [place for place, parts in share.readings.items() if parts[0].content == _COPIED]
    for place in copies:
        del share.readings[place]
    return [*copies, *(task.place for task in changed)]


def is_named_copy(name: str) -> bool:
    """Whether a name says that its document is a copy or an old one: of two that are the same, the other one is cited.

    >>> [is_named_copy(name) for name in ("Copy of a.txt", "a - Copy (2).txt", "a (1).txt", "old/a.txt", "a.txt")]
    [True, True, True, True, False]
    """
    return _COPY.search(name) is not None


def _worth(name: str) -> tuple[bool, int, int, str]:
    """Which of several documents that are the same is cited: no copy, in few folders, of a short name."""
    return is_named_copy(name), name.count("/"), len(name), name


def _options(known: Configuration, is_overlay: bool) -> Options:  # noqa: FBT001 - passed on
    return Options(
        words=known.vocabulary,
        function_from=known.function_from,
        family_from=known.family_from,
        file_megabytes=known.limits.file_megabytes,
        encodings=known.encodings,
        is_overlay=is_overlay,
    )


def _looked_at(share: _Share, place: int) -> _Task | Readings:
    """What must be parsed; or the reading of a document that cannot be, or that is a copy of another.

    What reads it are the options and, of a document in a binary format, the libraries.
    """
    one = share.found[place]
    content = _content(one, share.known.limits.file_megabytes)
    if not isinstance(content, bytes):
        return (content,)
    digest = sha256(content)
    same = digest.digest() + _named_by(one, share.known)
    if content and share.first_with.setdefault(same, one.name) != one.name:
        return (_copy_of(one.name, share.first_with[same]),)
    packed = is_packed(content)
    apart = packed or len(content) > _LARGE
    return _Task(
        place=place,
        found=one,
        content=b"" if apart else content,
        size=len(content),
        digest=digest.hexdigest(),
        key=cache.key_of(digest.digest(), one.name, share.options, *([share.libraries] if packed else [])),
        apart=apart,
    )


def _content(one: Found, megabytes: int) -> bytes | Reading:
    """The bytes of a document; or, in place of its reading, why there are none."""
    try:
        status = one.path.stat()
        if what := unusual(status.st_mode):
            return unread(one.name, f"this is {what} and no ordinary file: not read", severity=NOTE)
        if stat.S_ISDIR(status.st_mode) and one.path.is_symlink() and os.access(one.path, os.R_OK | os.X_OK):
            message = "a link that leads to a folder above it: not followed, name that folder if it is meant"
            return unread(one.name, message, severity=NOTE)
        content = _at_most(one.path, megabytes * _MEGABYTE) if status.st_size <= megabytes * _MEGABYTE else None
    except OSError as error:
        return _without_content(one, error)
    if content is None:
        limit = f"it is larger than the limit of {megabytes} MB"
        return unread(one.name, f"{limit}: split it, or raise file_megabytes under [limits] in the configuration")
    return content


def _without_content(one: Found, error: OSError) -> Reading:
    if os.path.islink(one.path) and error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ELOOP):  # noqa: PTH114 - a path may be too long
        return unread(one.name, "a link that leads nowhere: mend it, or remove it")
    return unread(one.name, f"could not be read ({error.strerror}); check the rights of the file", passing=True)


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
    return Reading(document=name, kind=_COPIED, content=_COPIED, standards=(), problems=(note,), fates=())


def _kept(key: str) -> Readings | None:
    content = cache.kept(key)
    try:
        return None if content is None else as_readings(content)
    except msgspec.DecodeError:
        # Broken by whatever it was; it is made again.
        return None


def _in_order(tasks: Sequence[_Task]) -> tuple[list[_Task], list[_Task]]:
    """The documents that are parsed here and those that workers parse, as they are begun.

    Workers get the largest first, so that none is left running alone at the end.
    """
    together = sum(task.size for task in tasks) < _MANY
    apart = [task for task in tasks if task.apart or not together]
    apart.sort(key=lambda task: (-task.size, task.place))
    return [task for task in tasks if not task.apart and together], apart


def _parsed(
    here: Sequence[_Task], apart: Sequence[_Task], options: str, known: Configuration
) -> Iterator[tuple[_Task, Readings | None]]:
    """Each document with its readings, as they are done; without, where it changed before a worker read it."""
    for task in here:
        yield task, read_document(task.found.name, task.content, reader_with(options.encode()))
    if not apart:
        return
    questions = [
        {
            "path": str(task.found.path.absolute()),
            "name": task.found.name,
            "options": options,
            "digest": task.digest,
        }
        for task in apart
    ]
    bounds = Bounds(seconds=known.limits.seconds, megabytes=known.limits.megabytes)
    for place, answer in ask_workers(_TASK, questions, bounds=bounds, processes=_processes()):
        yield apart[place], _answered(apart[place].found.name, answer)


def _processes() -> int:
    """One for each core that this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)
    return max(1, len(affinity(0)) if affinity else os.cpu_count() or 1)


def _answered(name: str, answer: bytes | Failure) -> Readings | None:
    if isinstance(answer, Failure):
        limits = f"{answer.limit} under [limits]" if answer.limit else "the limits"
        remedy = f"look at the document, exclude it, or raise {limits} in the configuration"
        return (unread(name, f"{answer.reason}; {remedy}", passing=True),)
    return as_readings(answer) if answer else None
