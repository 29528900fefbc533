"""Which files are documents: those named, and those in the folders named, in a stable order."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from unicodedata import category

from careerpaths.errors import NothingToRead

FILE_NAME = "careerpaths.toml"
"""The configuration file beside the data."""
SAMPLES = Path(__file__).parent / "samples"
"""The sample standards, read where no data is named."""
_NOT_DOCUMENTS = frozenset({"license", "licence", "copying", "notice", "changelog"})
_NOT_ENDINGS = (".md", ".toml", ".tmp", ".bak", ".lnk", ".ini", ".db")
_NOT_FOLDERS = ("__macosx",)
_MOST_NAMED = 5
_JOINERS = "\u200c\u200d"
"""They cannot be seen, and words of several scripts are written with them."""


@dataclass(frozen=True, slots=True)
class Found:
    """A document.

    Attributes:
        name: as it is cited: POSIX path below the folder that was named, or the file's own name; what cannot be seen in
            it stands as U+FFFD, so that no name moves a cursor, turns a line or tears a table.
        path: where it is.
    """

    name: str
    path: Path


def find_documents(roots: Sequence[Path], *, exclude: Sequence[str] = ()) -> tuple[Found, ...]:
    """The documents in the order of their names; a file named twice counts once.

    Args:
        roots: files or folders; a file that is named is a document whatever it is called.
        exclude: patterns of names that are none ("drafts/*"); "*" also stands for "/".

    Raises:
        NothingToRead: a path does not exist, or no document was found.
    """
    found = find_all(roots)
    kept = tuple(one for one in found if not is_excluded(one.name, exclude))
    if not kept:
        raise NothingToRead(_seen(roots, excluded=len(found)))
    return kept


def find_all(roots: Sequence[Path]) -> tuple[Found, ...]:
    """As `find_documents`, with those that are to be left out, and without complaint where there is none."""
    return tuple(_named_apart(_without_twins(sorted(_below(roots), key=lambda one: (one.name, str(one.path))))))


def unused_patterns(found: Sequence[Found], patterns: Sequence[str]) -> tuple[str, ...]:
    """The patterns that leave no document out."""
    return tuple(one for one in dict.fromkeys(patterns) if not any(is_excluded(each.name, [one]) for each in found))


def is_excluded(name: str, patterns: Sequence[str]) -> bool:
    """Whether a name, or the name of the file or of a folder in it, matches a pattern; case does not count."""
    low = name.lower()
    parts = (low, *low.split("/"))
    return any(fnmatchcase(part, pattern.lower().rstrip("/")) for pattern in patterns for part in parts)


def configuration_file(roots: Sequence[Path], config: str | Path | None) -> Path | None:
    """The configuration: the file named, else the first beside the data, else the one in the working folder."""
    if config is not None:
        return Path(config)
    # By `os.path`, for which a path that cannot be looked at is not there: that is told where it is read.
    folders = [root if os.path.isdir(root) else root.parent for root in roots]  # noqa: PTH112
    beside = [*folders, *(folder.parent for folder in folders if folder != SAMPLES), Path()]
    return next((folder / FILE_NAME for folder in beside if os.path.isfile(folder / FILE_NAME)), None)  # noqa: PTH113


def _below(roots: Sequence[Path]) -> Iterator[Found]:
    for root in roots:
        mode = _mode(root)
        if stat.S_ISDIR(mode):
            yield from (Found(_name_below(root, path), path) for path in _walk(root))
        elif what := unusual(mode):
            message = f"{visible(str(root))}: it is {what} and no ordinary file; name a file or folder"
            raise NothingToRead(message)
        else:
            yield Found(visible(root.name), root)


def _mode(root: Path) -> int:
    """What a path leads to. Raises NothingToRead where it leads nowhere, or nobody lets us look."""
    try:
        return root.stat().st_mode
    except PermissionError as error:
        message = f"{visible(str(root))}: could not be looked at ({error.strerror}); check the rights of its folders"
        raise NothingToRead(message) from error
    except (OSError, ValueError) as error:
        # A name may be too long for any file, or hold what no name can.
        raise NothingToRead(_missing(root)) from error


def _name_below(root: Path, path: Path) -> str:
    return visible(root.name if path == root else path.relative_to(root).as_posix())


def unusual(mode: int) -> str | None:
    """What a file is, by its mode, that might never end or give nothing; None for an ordinary one, and for a folder."""
    kinds = (
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
    )
    return next((what for is_so, what in kinds if is_so(mode)), None)


def visible(name: str) -> str:
    r"""A name as text that can be shown: every output holds it, and nothing in it is taken for a command.

    Bytes that are no text in the system's encoding stand as numbers, other blanks as blanks, and what cannot be seen
    (control marks, escapes, line ends, marks that turn the direction) as U+FFFD.

    >>> visible("a\x1b[31m.txt") == "a\ufffd[31m.txt"
    True
    """
    if name.isascii() and name.isprintable():
        return name
    try:
        content = name.encode("utf-8", errors="surrogateescape")
    except UnicodeEncodeError:
        content = name.encode("utf-8", errors="surrogatepass")
    text = content.decode("utf-8", errors="backslashreplace")
    return "".join(map(_visible, text))


def _visible(mark: str) -> str:
    if mark.isprintable() or mark in _JOINERS:
        return mark
    return " " if category(mark) == "Zs" else "\ufffd"


def _named_apart(found: Iterable[Found]) -> Iterator[Found]:
    """Documents whose names differ only in what cannot be seen are numbered."""
    seen: set[str] = set()
    last: dict[str, int] = {}
    for one in found:
        name = one.name
        while name in seen and "\ufffd" in name:
            last[one.name] = last.get(one.name, 1) + 1
            stem, dot, ending = one.name.rpartition(".")
            name = f"{stem} ({last[one.name]}){dot}{ending}" if dot else f"{one.name} ({last[one.name]})"
        seen.add(name)
        yield one if name == one.name else Found(name, one.path)


def _without_twins(found: Iterable[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for one in found:
        real = os.path.realpath(one.path)
        if real not in seen:
            seen.add(real)
            yield one


def _walk(root: Path) -> Iterator[Path]:
    """What lies in a folder and looks like a document by its name.

    A folder that a link leads to is entered as well, once, after those that lie there themselves. What cannot be
    listed, and a link to a folder above, which would lead round and round, is no document; but nothing is passed over
    in silence: it is told as one.
    """
    told: list[Path] = []
    seen: set[str] = set()
    tops = [root]
    for top in tops:
        for folder, folders, names in os.walk(top, onerror=lambda error: told.append(Path(error.filename))):
            real = os.path.realpath(folder)
            if real in seen:
                folders.clear()
                continue
            seen.add(real)
            folders[:] = sorted(one for one in folders if not one.startswith(".") and one.lower() not in _NOT_FOLDERS)
            for link in (Path(folder, name) for name in folders if os.path.islink(os.path.join(folder, name))):  # noqa: PTH114, PTH118
                (told if _leads_out(link, root, seen) else tops).append(link)
            yield from (Path(folder, name) for name in names if _is_document(name))
    yield from told


def _leads_out(link: Path, root: Path, seen: Container[str]) -> bool:
    """Whether a link leads to a folder that holds the data or the link itself and was not entered."""
    real, *held = (os.path.realpath(one) for one in (link, root, link.parent))
    return real not in seen and any(one.startswith(os.path.join(real, "")) for one in held)  # noqa: PTH118


def _is_document(name: str) -> bool:
    low = name.lower()
    if low.startswith((".", "~$", "readme")) or low.endswith((*_NOT_ENDINGS, "~")):
        return False
    # LICENSE, LICENSE-MIT, licence.txt; but "License Clerk.docx" and "Licensed Nurse.pdf" are documents.
    stem, dot, _ = low.partition(".")
    return (stem if dot else re.split("[-_]", stem)[0]) not in _NOT_DOCUMENTS


def _missing(root: Path) -> str:
    from careerpaths.nearness import nearest  # noqa: PLC0415 - only a missing path needs the library for suggestions

    try:
        names = sorted(path.name for path in root.parent.iterdir())
    except (OSError, ValueError):
        names = []
    near = nearest(root.name, names, limit=3, least=60.0)
    hint = f"; near names there: {', '.join(map(visible, near))}" if near else ""
    return f"{visible(str(root))}: there is no such file or folder{hint}"


def _names_in(folder: Path) -> list[str]:
    try:
        return [path.name for path in folder.iterdir()]
    except OSError:
        return []


def _seen(roots: Sequence[Path], *, excluded: int) -> str:
    names = sorted({name for root in roots if root.is_dir() for name in _names_in(root)})
    more = " ..." if len(names) > _MOST_NAMED else ""
    listed = f"; there is {', '.join(map(visible, names[:_MOST_NAMED]))}{more}" if names else "; it is empty"
    if excluded:
        listed = f"; all of {excluded} are excluded"
    places = ", ".join(visible(str(root)) for root in roots)
    expected = (
        "expected job standards as text, PDF, XLSX, DOCX, HTML or CSV (README, *.md and hidden files do not count)"
    )
    return f"{places}: no document found{listed}; {expected}"
