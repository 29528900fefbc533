"""The commands, each a few lines: options in, one call, the answer out."""

from __future__ import annotations

from typing import Any

import click

import careerpaths as cp
from careerpaths import wording
from careerpaths.cli import asking, planning, ways
from careerpaths.cli.options import (
    GRAPH_FORMATS,
    choices,
    reads,
    reads_and_exports,
    reads_and_prints,
    role_argument,
    selects,
)
from careerpaths.cli.output import answer, as_options, part_of, read, read_graph, say, show, what_was_read, with_roles

DEFAULT_MAP = "output/map.html"


@click.group(
    invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="careerpaths", message="%(prog)s %(version)s")
@reads_and_prints
@click.pass_context
def careerpaths(context: click.Context) -> None:
    """Career paths from job standards: routes, dead ends, distances and an interactive map, with the evidence.

    A ROLE is a title, a job code, or a short form such as "Spec 2" or "mgr 1".
    """
    if context.invoked_subcommand is None:
        _welcome(context)


def _welcome(context: click.Context) -> None:
    """Three commands to try on what is loaded, then the help."""
    graph = read_graph(choices(context))
    click.echo(wording.said("try_these"))
    named = as_options(choices(context))
    for line in _examples(graph):
        click.echo(f"  careerpaths {named}{line}")
    click.echo("")
    click.echo(context.get_help())
    say(what_was_read(graph, choices(context)))


def _examples(graph: Any) -> list[str]:
    """A route of several moves, the next steps of its first role, and the map."""
    found = _far_pair(cp.distances(graph))
    if found is None:
        return ["roles", f'show "{cp.roles(graph).roles[0].title}"', "map"]
    return [f'route "{found[0]}" "{found[1]}"', f'next "{found[0]}"', "map --open"]


def _far_pair(table: Any) -> tuple[str, str] | None:
    """The first role that reaches another in three moves, or the farthest that there is."""
    best: tuple[int, str, str] | None = None
    for place, one in enumerate(table.roles):
        for other, moves in sorted(table.moves_from(place).items()):
            if moves and (best is None or min(moves, 3) > best[0]):
                best = (min(moves, 3), one.title, table.roles[other].title)
        if best and best[0] == 3:  # noqa: PLR2004 - a route that is worth drawing
            break
    return best[1:] if best else None


@careerpaths.command()
@click.argument("selector", nargs=-1, metavar="[SELECTOR]")
@click.option("--full", is_flag=True, help="With every attribute and text of each role.")
@reads_and_prints
@click.pass_context
def roles(context: click.Context, selector: tuple[str, ...], *, full: bool) -> None:
    """List roles, function by function: all, or those that a selector means."""
    wanted = " ".join(selector) if selector else None
    answer(context, lambda graph, stated: cp.roles(graph, wanted, full=full, catalogue=stated))


@careerpaths.command("show")
@role_argument
@click.option("--full", is_flag=True, help="With every attribute and text of the role.")
@reads_and_prints
@click.pass_context
def show_role(context: click.Context, role: tuple[str, ...], *, full: bool) -> None:
    """Show one role: facts, next roles, who leads here."""
    answer(context, lambda graph, stated: cp.role(graph, " ".join(role), full=full, catalogue=stated))


@careerpaths.command()
@selects
@reads_and_prints
@click.pass_context
def dead_ends(context: click.Context, selector: str | None) -> None:
    """List dead ends, tops, and roles that are only named."""
    answer(context, lambda graph, _: cp.dead_ends(graph, selector))


@careerpaths.command()
@selects
@reads_and_prints
@click.pass_context
def distances(context: click.Context, selector: str | None) -> None:
    """Show the fewest moves between all roles."""
    answer(context, lambda graph, _: cp.distances(graph, selector))


@careerpaths.command()
@reads_and_prints
@click.pass_context
def problems(context: click.Context) -> None:
    """List what could not be read as it stands."""
    held = choices(context)
    catalogue = read(held)
    show(cp.problems(catalogue), cp.build_graph(catalogue), held)


@careerpaths.command()
@click.option("--suggest-config", is_flag=True, help="Print a configuration for the words that are not known.")
@click.option("--vocabulary", is_flag=True, help="Print the words that are known now.")
@reads_and_prints
@click.pass_context
def check(context: click.Context, *, suggest_config: bool, vocabulary: bool) -> None:
    """Report what was read of each document, guessed and left."""
    held = choices(context)
    catalogue = read(held)
    if suggest_config or vocabulary:
        from careerpaths import suggestions  # noqa: PLC0415 - only these two options need it

        known = suggestions.known_words(held.config, held.data)
        click.echo(suggestions.as_toml(known) if vocabulary else suggestions.suggested(catalogue, known), nl=False)
        return
    show(cp.check(catalogue), cp.build_graph(catalogue), held)
    if not catalogue.roles:
        say(f"{wording.said('suggest')}\n  careerpaths {as_options(held)}check --suggest-config")


@careerpaths.group("cache")
def cache_group() -> None:
    """Manage what is kept of documents that were read."""


@cache_group.command("clear")
def clear_cache() -> None:
    """Remove all that is kept; documents are read again."""
    from careerpaths import cache  # noqa: PLC0415 - only this command needs it

    count, size = cache.clear()
    click.echo(wording.said("cleared", count, size=f"{size / 1e6:.1f} MB"))


@careerpaths.command()
@click.argument("file", metavar="FILE|-", default="-")
@selects
@reads_and_exports
@click.pass_context
def export(context: click.Context, file: str, selector: str | None) -> None:
    """Export the graph as node-link JSON.

    FILE ends in .json; "-" is standard output.
    """
    if choices(context).format not in (*GRAPH_FORMATS, "text"):
        message = "the graph is exported as JSON only: --format json"
        raise cp.BadArgument(message)
    graph = part_of(read_graph(choices(context)), selector)
    if file != "-":
        say(wording.said("wrote", path=cp.write_graph(graph, file)))
        return
    from careerpaths.formats import graph_json  # noqa: PLC0415 - only an export needs the formats

    click.echo(graph_json(graph), nl=False)


@careerpaths.command("map")
@click.option("-o", "--output", metavar="FILE", default=DEFAULT_MAP, show_default=True, help="The file to write.")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--csp", is_flag=True, help="Print the Content-Security-Policy header to send with it; writes nothing.")
@selects
@reads
@click.pass_context
def write_map(context: click.Context, output: str, selector: str | None, *, opens: bool, csp: bool) -> None:
    """Write the interactive map, one HTML file."""
    if csp:
        from careerpaths.explorer import content_security_policy  # noqa: PLC0415 - only the map needs its room

        click.echo(content_security_policy(header=True))
        return
    catalogue = with_roles(read(choices(context)), choices(context))
    graph = cp.build_graph(catalogue)
    path = cp.write_map(part_of(graph, selector), output, catalogue=catalogue)
    say(what_was_read(graph, choices(context)))
    say(wording.said("wrote", path=path))
    if opens and click.launch(str(path)):
        say(wording.said("not_opened", path=path))


for command in (*ways.COMMANDS, *asking.COMMANDS, *planning.COMMANDS):
    careerpaths.add_command(command)
