"""Which files are documents: those named, and those in the folders named, in a stable order."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path

from careerpaths.errors import NothingToRead

FILE_NAME = "careerpaths.toml"
"""The configuration file beside the data."""
SAMPLES = Path(__file__).parent / "samples"
"""The sample standards, read where no data is named."""
_NOT_DOCUMENTS = frozenset({"license", "licence", "copying", "notice", "changelog"})
_NOT_ENDINGS = (".md", ".toml", ".tmp", ".bak", ".lnk", ".ini", ".db")
_NOT_FOLDERS = ("__macosx",)
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Found:
    """A document.

    Attributes:
        name: as it is cited: POSIX path below the folder that was named, or the file's own name.
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
    found = tuple(_without_twins(sorted(_below(roots), key=lambda one: (one.name, str(one.path)))))
    kept = tuple(one for one in found if not is_excluded(one.name, exclude))
    if not kept:
        raise NothingToRead(_seen(roots, excluded=len(found)))
    return kept


def is_excluded(name: str, patterns: Sequence[str]) -> bool:
    """Whether a name, or the name of the file or of a folder in it, matches a pattern; case does not count."""
    low = name.lower()
    parts = (low, *low.split("/"))
    return any(fnmatchcase(part, pattern.lower().rstrip("/")) for pattern in patterns for part in parts)


def configuration_file(roots: Sequence[Path], config: str | Path | None) -> Path | None:
    """The configuration: the file named, else the first beside the data, else the one in the working folder."""
    if config is not None:
        return Path(config)
    folders = [root if root.is_dir() else root.parent for root in roots]
    beside = [*folders, *(folder.parent for folder in folders if folder != SAMPLES), Path()]
    return next((folder / FILE_NAME for folder in beside if (folder / FILE_NAME).is_file()), None)


def _below(roots: Sequence[Path]) -> Iterator[Found]:
    for root in roots:
        if root.is_dir():
            yield from (Found(_as_text(path.relative_to(root).as_posix()), path) for path in _walk(root))
        elif root.exists():
            yield Found(_as_text(root.name), root)
        else:
            raise NothingToRead(_missing(root))


def _as_text(name: str) -> str:
    """A name that is no text in the system's encoding with its bytes as numbers: every output holds it."""
    return name.encode("utf-8", errors="surrogateescape").decode("utf-8", errors="backslashreplace")


def _without_twins(found: Sequence[Found]) -> Iterator[Found]:
    seen: set[str] = set()
    for one in found:
        real = os.path.realpath(one.path)
        if real not in seen:
            seen.add(real)
            yield one


def _walk(root: Path) -> Iterator[Path]:
    closed: list[Path] = []
    for folder, folders, names in os.walk(root, onerror=lambda error: closed.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name.lower() not in _NOT_FOLDERS)
        for name in names:
            path = Path(folder) / name
            if _is_document(name) and path.is_file():
                yield path
    # A folder that cannot be listed is no document, but nothing is passed over in silence: it is told as one.
    yield from closed


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
    except OSError:
        names = []
    near = nearest(root.name, names, limit=3, least=60.0)
    hint = f"; near names there: {', '.join(near)}" if near else ""
    return f"{root}: there is no such file or folder{hint}"


def _seen(roots: Sequence[Path], *, excluded: int) -> str:
    names = sorted({path.name for root in roots if root.is_dir() for path in root.iterdir()})
    more = " ..." if len(names) > _MOST_NAMED else ""
    listed = f"; there is {', '.join(names[:_MOST_NAMED])}{more}" if names else "; it is empty"
    if excluded:
        listed = f"; all of {excluded} are excluded"
    places = ", ".join(str(root) for root in roots)
    expected = (
        "expected job standards as text, PDF, XLSX, DOCX, HTML or CSV (README, *.md and hidden files do not count)"
    )
    return f"{places}: no document found{listed}; {expected}"
