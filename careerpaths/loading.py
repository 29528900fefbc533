"""Find documents, read them, merge them: `load`."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from careerpaths.catalogue import merge
from careerpaths.errors import NothingToRead
from careerpaths.grid import read_grid
from careerpaths.model import PROBLEM, Catalogue, Problem, Reading, Role
from careerpaths.pagination import LabelReader, label_reader
from careerpaths.readers import READERS
from careerpaths.titles import title_key
from careerpaths.vocabulary import VOCABULARY

CONFIGURATION = "careerpaths.toml"
SAMPLES = Path(__file__).parent / "samples"
_NOT_DOCUMENTS = ("readme", "license", "licence", "copying", "notice", "changelog")
_NOT_ENDINGS = (".md", ".toml", ".tmp", ".bak", ".lnk", ".ini", ".db")
_NOT_FOLDERS = ("__macosx",)
_BINARY = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "a zip archive, such as XLSX or DOCX",
    b"\xd0\xcf\x11\xe0": "an old or encrypted Office file",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
}
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    path: Path


def load(*paths: str | Path, config: str | Path | None = None) -> Catalogue:
    """Read standards and merge them into one catalogue.

    Args:
        paths: files or folders; without any, the sample standards inside the package.
        config: a configuration file; without one, `careerpaths.toml` beside the data or in the working folder.

    Returns:
        The catalogue; what could not be taken stands in its `problems`.

    Raises:
        NothingToRead: a path does not exist, or no document was found.
        BadConfiguration: the configuration file cannot be understood.

    >>> catalogue = load()
    >>> catalogue.sample
    True
    """
    roots = [Path(path) for path in paths] or [SAMPLES]
    found = list(_find(roots))
    if not found:
        raise NothingToRead(_seen(roots))
    read_label = label_reader(VOCABULARY)
    readings = [_read(one, read_label) for one in found]
    return _configured(replace(merge(readings), sample=not paths), _configuration(roots, config))


def _find(roots: Sequence[Path]) -> Iterator[_Found]:
    """Documents in the order of their names; a file named twice counts once."""
    seen: set[str] = set()
    found = []
    for root in roots:
        if root.is_dir():
            found += [_Found(path.relative_to(root).as_posix(), path) for path in _walk(root)]
        elif root.exists():
            found.append(_Found(root.name, root))
        else:
            raise NothingToRead(_missing(root))
    for one in sorted(found, key=lambda one: (one.name, str(one.path))):
        real = os.path.realpath(one.path)
        if real not in seen:
            seen.add(real)
            yield one


def _walk(root: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name.lower() not in _NOT_FOLDERS)
        for name in names:
            path = Path(folder) / name
            if _is_document(name) and path.is_file():
                yield path


def _is_document(name: str) -> bool:
    low = name.lower()
    return not low.startswith((".", "~$", *_NOT_DOCUMENTS)) and not low.endswith((*_NOT_ENDINGS, "~"))


def _missing(root: Path) -> str:
    from careerpaths.nearness import nearest  # noqa: PLC0415 - only a missing path needs the library for suggestions

    try:
        names = sorted(path.name for path in root.parent.iterdir())
    except OSError:
        names = []
    near = nearest(root.name, names, limit=3, least=60.0)
    hint = f"; near names there: {', '.join(near)}" if near else ""
    return f"{root}: there is no such file or folder{hint}"


def _seen(roots: Sequence[Path]) -> str:
    names = sorted({path.name for root in roots if root.is_dir() for path in root.iterdir()})
    listed = f"; there is {', '.join(names[:5])}{' ...' if len(names) > 5 else ''}" if names else "; it is empty"  # noqa: PLR2004
    places = ", ".join(str(root) for root in roots)
    expected = "expected job standards as tab-separated text (README, *.md and hidden files do not count)"
    return f"{places}: no document found{listed}; {expected}"


def _read(found: _Found, read_label: LabelReader) -> Reading:
    """One document, whatever is in it: what cannot be read is a problem of this document alone."""
    try:
        content = found.path.read_bytes()
    except OSError as error:
        return _unreadable(found.name, f"could not be read ({error.strerror}); check the rights of the file")
    if not content.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00"):
        return _unreadable(found.name, "the file is empty")
    kind = next((kind for mark, kind in _BINARY.items() if content.startswith(mark)), None)
    if kind is not None:
        return _unreadable(found.name, f"this is {kind}: only tab-separated text is read; save it as text with tabs")
    return read_grid(READERS["text"](found.name, content), read_label=read_label)


def _unreadable(name: str, message: str) -> Reading:
    problem = Problem(severity=PROBLEM, document=name, place="whole document", message=message)
    return Reading(document=name, kind="unread", standards=(), problems=(problem,), fates=())


def _configuration(roots: Sequence[Path], config: str | Path | None) -> Path | None:
    """The file named, else the first beside the data, else the one in the working folder."""
    if config is not None:
        return Path(config)
    folders = [root if root.is_dir() else root.parent for root in roots]
    beside = [*folders, *(folder.parent for folder in folders if folder != SAMPLES), Path()]
    return next((folder / CONFIGURATION for folder in beside if (folder / CONFIGURATION).is_file()), None)


def _configured(catalogue: Catalogue, path: Path | None) -> Catalogue:
    if path is None:
        return catalogue
    from careerpaths.config import read_configuration  # noqa: PLC0415 - only a configuration file needs its library

    known = read_configuration(path)
    tops, problems = _tops(catalogue, known.tops, path.name)
    return replace(
        catalogue,
        organisation=known.organisation,
        edition=known.edition,
        contact=known.contact,
        tops=tops,
        problems=catalogue.problems + problems,
    )


def _tops(catalogue: Catalogue, declared: Sequence[str], document: str) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The ids of the roles declared to be tops, by code, id or title; a name that no role has is a problem."""
    ids: list[str] = []
    problems = []
    for name in declared:
        bearers = [role.id for role in catalogue.roles if _is_named(role, name)]
        ids += bearers
        if not bearers:
            message = f'no role has the title, code or id "{name}": correct it or leave it out'
            problems.append(Problem(severity=PROBLEM, document=document, place="key tops", message=message))
    return tuple(dict.fromkeys(ids)), tuple(problems)


def _is_named(role: Role, name: str) -> bool:
    return name in (role.id, role.job_code, role.name) or title_key(role.title) == title_key(name)
