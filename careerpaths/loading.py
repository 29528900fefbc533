"""Find documents, read them, merge them: `load`.

How documents become readings stands in `share`, which of several editions counts in `precedence`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from careerpaths.catalogue import merge
from careerpaths.config import Configuration, read_configuration, vocabulary_of
from careerpaths.finding import (
    FILE_NAME,
    SAMPLES,
    Found,
    configuration_file,
    find_all,
    find_documents,
    unused_patterns,
)
from careerpaths.model import NOTE, PROBLEM, Catalogue, Problem, Role
from careerpaths.precedence import settle
from careerpaths.share import Progress, read_all, without_collecting
from careerpaths.titles import title_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """Everything that a catalogue is made from.

    Attributes:
        documents: in the order of their names.
        overlays: files that add values to roles.
        configuration: what the configuration file says; its own defaults without one.
        config: the configuration file.
        sample: True where no data was named.
        all_found: the documents, and those among them that are overlays.
        tables: the files or folders of overlays, as they were named.
        unused: patterns that leave no document out: (who says so, the pattern).
    """

    documents: tuple[Found, ...]
    overlays: tuple[Found, ...]
    configuration: Configuration
    config: Path | None
    sample: bool
    all_found: tuple[Found, ...]
    tables: tuple[Path, ...]
    unused: tuple[tuple[str, str], ...] = ()


def load(
    *paths: str | Path,
    overlays: Sequence[str | Path] = (),
    config: str | Path | None = None,
    exclude: Sequence[str] = (),
    keep: bool = True,
    progress: Progress | None = None,
) -> Catalogue:
    """Read standards and merge them into one catalogue.

    Args:
        paths: files or folders; without any, the sample standards inside the package.
        overlays: tables (CSV, XLSX ...) that add values to roles and define none.
        config: a configuration file; without one, `careerpaths.toml` beside the data or in the working folder.
        exclude: patterns of documents to leave out, beside those of the configuration ("drafts/*").
        keep: whether what was read is kept for the next time, and taken from there.
        progress: is told how many documents are done, of how many, and the name of the one that is being read.

    Returns:
        The catalogue; what could not be taken stands in its `problems`.

    Raises:
        NothingToRead: a path does not exist, or no document was found.
        BadConfiguration: the configuration file cannot be understood.

    >>> catalogue = load()
    >>> catalogue.sample
    True
    """
    sources = find_sources(*paths, overlays=overlays, config=config, exclude=exclude)
    return load_sources(sources, keep=keep, progress=progress)


def find_sources(
    *paths: str | Path,
    overlays: Sequence[str | Path] = (),
    config: str | Path | None = None,
    exclude: Sequence[str] = (),
) -> Sources:
    """What there is to read. Raises as `load`."""
    roots = [Path(path) for path in paths] or [SAMPLES]
    named = configuration_file(roots, config)
    known = read_configuration(named) if named else Configuration()
    beside = named.parent if named else Path()
    tables = [Path(one) for one in overlays] + [beside / one for one in known.overlays]
    found = find_documents(roots, exclude=(*known.exclude, *exclude))
    more = find_documents(tables) if tables else ()
    taken = {os.path.realpath(table) for table in tables}
    return Sources(
        documents=tuple(one for one in found if os.path.realpath(one.path) not in taken),
        overlays=more,
        configuration=known,
        config=named,
        sample=not paths,
        all_found=found,
        tables=tuple(tables),
        unused=_unused(roots, known.exclude, exclude),
    )


def _unused(roots: Sequence[Path], configured: Sequence[str], asked: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Patterns that leave nothing out, each with who says so; nothing is looked for where there are none."""
    found = find_all(roots) if configured or asked else ()
    by_configuration = [(FILE_NAME, pattern) for pattern in unused_patterns(found, configured)]
    return (*by_configuration, *(("--exclude", pattern) for pattern in unused_patterns(found, asked)))


@without_collecting()
def load_sources(sources: Sources, *, keep: bool = True, progress: Progress | None = None) -> Catalogue:
    """The catalogue of what was found; whatever is in a document, it is at most a problem of this document."""
    known = sources.configuration
    vocabulary = vocabulary_of(known.vocabulary)
    # Apart, since an overlay counts also where it is the copy of a document.
    documents, tables = (
        [part for parts in read_all(found, known, are_overlays=are, keep=keep, progress=progress) for part in parts]
        for found, are in ((sources.documents, False), (sources.overlays, True))
    )
    settled = settle(documents, edition=known.edition, dates=known.dates, vocabulary=vocabulary)
    catalogue = merge(
        settled.readings,
        overlays=tables,
        aliases=known.aliases,
        undecided=settled.undecided,
        problems=(*settled.problems, *_say_unused(sources)),
        vocabulary=vocabulary,
    )
    merged = replace(
        catalogue,
        readings=tuple(documents),
        superseded=settled.superseded,
        undecided=settled.contradicting,
        sample=sources.sample,
        scales=vocabulary.scales,
    )
    return _with_tops(_configured(merged, known), known.tops, sources.config)


def _say_unused(sources: Sources) -> Iterator[Problem]:
    for who, pattern in sources.unused:
        message = f'"{pattern}" leaves no document out: correct it, or leave it out'
        place = "key exclude" if who == FILE_NAME else "option"
        yield Problem(severity=NOTE, document=who, place=place, message=message)


def _configured(catalogue: Catalogue, known: Configuration) -> Catalogue:
    """With whose standards these are, of which edition, and whom to ask."""
    return replace(
        catalogue,
        organisation=known.organisation,
        edition=known.edition,
        contact=known.contact,
        selectors=known.selectors,
    )


def _with_tops(catalogue: Catalogue, declared: Sequence[str], config: Path | None) -> Catalogue:
    """The roles declared to be tops, by code, id or title; a name that no role has is a problem."""
    document = config.name if config else FILE_NAME
    ids: list[str] = []
    problems = []
    for name in declared:
        bearers = [role.id for role in catalogue.roles if _is_named(role, name)]
        ids += bearers
        if not bearers:
            message = f'no role has the title, code or id "{name}": correct it or leave it out'
            problems.append(Problem(severity=PROBLEM, document=document, place="key tops", message=message))
    return replace(catalogue, tops=tuple(dict.fromkeys(ids)), problems=(*catalogue.problems, *problems))


def _is_named(role: Role, name: str) -> bool:
    return name in (role.id, role.job_code, role.name) or title_key(role.title) == title_key(name)
