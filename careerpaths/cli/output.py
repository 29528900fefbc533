"""Where results go: answers to standard output, everything else to standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

import careerpaths as cp
from careerpaths import wording
from careerpaths.cli.options import Choices, data_paths
from careerpaths.errors import AmbiguousRole, CareerPathsError, NothingToRead

if TYPE_CHECKING:
    from careerpaths.formats import Answer
    from careerpaths.model import Catalogue

PROGRAM = "careerpaths"
MOST_CANDIDATES = 10
_SHELL = re.compile(r'["$`\\!%\n]')


def read(held: Choices) -> Catalogue:
    """The catalogue that the options name; says so where it is only the samples."""
    paths = data_paths(held)
    if not paths:
        say(wording.said("reading_samples"))
    return cp.load(*paths, config=held.config)


def with_roles(catalogue: Catalogue) -> Catalogue:
    """The same catalogue; raises NothingToRead where no document defines a role."""
    if not catalogue.roles:
        first = next((f" ({one.document}: {one.message})" for one in catalogue.problems), "")
        raise NothingToRead(wording.said("no_roles", len(catalogue.readings)) + first)
    return catalogue


def say(text: str) -> None:
    """Tell the user something that is no result."""
    click.echo(text, err=True)


def show(answer: Answer, catalogue: Catalogue, held: Choices) -> None:
    """Print an answer in the format asked for; a text ends with what was read."""
    if held.format == "text":
        _show_text(answer, held, catalogue.contact)
        say(what_was_read(catalogue))
        return
    from careerpaths.formats import FORMATS  # noqa: PLC0415 - only the formats asked for are loaded

    for part in FORMATS[held.format](answer):
        sys.stdout.write(part)


def _show_text(answer: Answer, held: Choices, contact: str | None) -> None:
    from careerpaths import report  # noqa: PLC0415 - only text needs the library for terminals

    console = report.console_for(sys.stdout)
    style = report.Style(
        sources=held.sources,
        ascii_only=not report.can_draw(sys.stdout),
        width=console.width,
        contact=contact,
    )
    report.tell(answer, console, style)
    # What follows on standard error stands behind the answer, also where both go to one file.
    sys.stdout.flush()


def what_was_read(catalogue: Catalogue) -> str:
    """How many documents and roles, of which edition, with how many problems."""
    defined = sum(one.defined for one in catalogue.roles)
    problems = sum(one.severity == "problem" for one in catalogue.problems)
    notes = len(catalogue.problems) - problems
    edition = wording.said("edition", edition=catalogue.edition) if catalogue.edition else wording.said("no_edition")
    parts = [
        wording.said("documents_read", len(catalogue.readings)),
        wording.said("roles_defined", defined),
        wording.said("roles_only_named", len(catalogue.roles) - defined),
        edition,
        wording.said("problem_count", problems),
    ]
    hint = f" ({wording.said('see_problems')})" if catalogue.problems else ""
    return f"{', '.join([*parts, wording.said('note_count', notes)])}{hint}"


def error_lines(error: CareerPathsError, arguments: Sequence[str]) -> Iterator[str]:
    """An error in one line; for an ambiguous role the commands that name one of the candidates, to copy."""
    place = _place_of(error.name, arguments) if isinstance(error, AmbiguousRole) and error.described else None
    if place is None or not isinstance(error, AmbiguousRole):
        yield f"{PROGRAM}: {error}"
        return
    yield f"{PROGRAM}: {wording.said('one_of', len(error.described), name=error.name)}"
    pairs = zip(error.candidates, error.described, strict=True)
    for role, (title, facts) in list(pairs)[:MOST_CANDIDATES]:
        # A title with marks that a shell would read is not to be pasted into one.
        name = role if _SHELL.search(title) else title
        line = " ".join(_quoted(part) for part in (*arguments[: place.start], name, *arguments[place.stop :]))
        yield f"  {PROGRAM} {line}    ({facts})"
    if len(error.described) > MOST_CANDIDATES:
        yield wording.said("more_candidates", len(error.described) - MOST_CANDIDATES)


def _place_of(name: str, arguments: Sequence[str]) -> slice | None:
    """The arguments that make up a name, quoted or not."""
    for start in reversed(range(len(arguments))):
        for stop in range(start + 1, len(arguments) + 1):
            if " ".join(arguments[start:stop]) == name:
                return slice(start, stop)
    return None


def _quoted(part: str) -> str:
    return f'"{part}"' if not part or any(mark in part for mark in " ()&|;<>'") else part
