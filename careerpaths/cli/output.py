"""Where results go: answers to standard output, everything else to standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import click

import careerpaths as cp
from careerpaths import wording
from careerpaths.cli.options import Choices, choices, data_paths
from careerpaths.cli.progress import on_terminal
from careerpaths.errors import AmbiguousRole, CareerPathsError, NothingToRead

if TYPE_CHECKING:
    from careerpaths.formats import Answer
    from careerpaths.model import Catalogue
    from careerpaths.stated import TextsOf

PROGRAM = "careerpaths"
Graph: TypeAlias = Any
"""A networkx graph; the command line does not know its library."""
MOST_CANDIDATES = 10
_SHELL = re.compile(r'["$`\\!%\n]')


def read(held: Choices) -> Catalogue:
    """The catalogue that the options name; says so where it is only the samples."""
    with on_terminal() as progress:
        return cp.load(*_named(held), **_how(held), progress=progress)


def answer(context: click.Context, ask: Callable[[Graph, TextsOf], Answer]) -> Any:
    """Read what the options name, ask the graph and the texts of its roles, print; returns the answer."""
    held = choices(context)
    index = read_index(held)
    found = ask(index.graph, index.stated)
    show(found, index.graph, held)
    return found


def part_of(graph: Graph, selector: str | None) -> Graph:
    """The roles that a selector means with the moves between them; without one, the whole graph."""
    return graph if selector is None else graph.subgraph(cp.select(graph, selector))


def read_graph(held: Choices) -> Graph:
    """The graph that the options name; raises as `read_index`."""
    return read_index(held).graph


def read_index(held: Choices) -> Any:
    """Graph and texts of what the options name; raises NothingToRead where no document defines a role."""
    from careerpaths.index import load_index  # noqa: PLC0415 - the help needs no graph

    def checked(catalogue: Catalogue) -> Catalogue:
        return with_roles(catalogue, held)

    with on_terminal() as progress:
        return load_index(*_named(held), **_how(held), verify=held.verify, progress=progress, checked=checked)


def _named(held: Choices) -> tuple[Path, ...]:
    paths = data_paths(held)
    if not paths:
        say(wording.said("reading_samples"))
    return paths


def _how(held: Choices) -> dict[str, Any]:
    return {"overlays": held.overlay, "config": held.config, "exclude": held.exclude, "keep": not held.no_cache}


def with_roles(catalogue: Catalogue, held: Choices) -> Catalogue:
    """The same catalogue; raises NothingToRead where no document defines a role, with the command that helps."""
    if not catalogue.roles:
        first = next((f" ({one.document}: {one.message})" for one in catalogue.problems), "")
        message = wording.said("no_roles", len({one.document for one in catalogue.readings})) + first
        raise NothingToRead(message, try_this=f"{PROGRAM} {as_options(held)}check --suggest-config")
    return catalogue


def as_options(held: Choices) -> str:
    """What the command line names to be read, as the beginning of another command."""
    named = [("-d", name) for name in held.data] + [("--overlay", name) for name in held.overlay]
    named += [("--exclude", name) for name in held.exclude] + ([("--config", held.config)] if held.config else [])
    return "".join(f"{option} {_quoted(name)} " for option, name in named)


def again(held: Choices) -> str:
    """How the program is called again on the same data."""
    return f"{PROGRAM} {as_options(held)}".rstrip()


def say(text: str) -> None:
    """Tell the user something that is no result."""
    click.echo(text, err=True)


def show(answer: Answer, graph: Graph, held: Choices) -> None:
    """Print an answer in the format asked for; a text ends with what was read."""
    if held.format == "text":
        _show_text(answer, held, graph.graph["contact"])
        say(what_was_read(graph, held))
        return
    from careerpaths.formats import FORMATS, detailed, explained  # noqa: PLC0415 - only the formats asked for

    for part in detailed(held.format, answer) if held.details else FORMATS[held.format](answer):
        sys.stdout.write(part)
    # Rows have no place for a sentence: where there are none, it says why.
    if held.format == "csv" and next(answer.rows(), None) is None and (told := " ".join(explained(answer))):
        sys.stdout.flush()
        say(told)


def _show_text(answer: Answer, held: Choices, contact: str | None) -> None:
    from careerpaths import report  # noqa: PLC0415 - only text needs the library for terminals

    console = report.console_for(sys.stdout)
    style = report.Style(
        sources=held.sources,
        details=held.details,
        ascii_only=not report.can_draw(sys.stdout),
        width=console.width,
        program=again(held),
        contact=contact,
    )
    report.tell(answer, console, style)
    # What follows on standard error stands behind the answer, also where both go to one file.
    sys.stdout.flush()


def what_was_read(graph: Graph, held: Choices) -> str:
    """How many documents and roles, of which edition, with how many problems."""
    facts = graph.graph
    defined = sum(one["defined"] for _, one in graph.nodes.items())
    edition = facts["edition"]
    # A graph that was exported earlier does not say.
    undecided = facts.get("undecided") or ()
    parts = [
        wording.said("documents_read", len(facts["documents"])),
        wording.said("roles_defined", defined),
        wording.said("roles_only_named", len(graph) - defined),
        wording.said("edition", edition=edition) if edition else wording.said("no_edition"),
        *([wording.said("superseded_count", facts["superseded"])] if facts["superseded"] else []),
        *([wording.said("undecided_count", len(undecided))] if undecided else []),
        wording.said("problem_count", facts["problems"]),
        wording.said("note_count", facts["notes"]),
    ]
    hint = f" ({wording.said('see_problems', program=again(held))})" if facts["problems"] or facts["notes"] else ""
    return f"{', '.join(parts)}{hint}"


def error_lines(error: CareerPathsError, arguments: Sequence[str]) -> Iterator[str]:
    """An error in one line; for an ambiguous role the commands that name one of the candidates, to copy."""
    place = _place_of(error.name, arguments) if isinstance(error, AmbiguousRole) and error.described else None
    if place is None or not isinstance(error, AmbiguousRole):
        yield f"{PROGRAM}: {error}"
        if isinstance(error, NothingToRead) and error.try_this:
            yield f"  {error.try_this}"
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
