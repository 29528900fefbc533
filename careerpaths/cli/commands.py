"""The commands, each a few lines: options in, one call, the answer out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

import careerpaths as cp
from careerpaths import wording
from careerpaths.cli.options import GRAPH_FORMATS, choices, reads, reads_and_exports, reads_and_prints
from careerpaths.cli.output import as_options, read, read_graph, say, show, what_was_read, with_roles

DEFAULT_MAP = "output/map.html"
NO_ROUTE = 1

_ROLE = click.argument("role", nargs=-1, required=True, metavar="ROLE")


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
    say(what_was_read(graph))


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


def _graph_command(context: click.Context, ask: Callable[[Any], Any]) -> Any:
    """Read the graph, ask, print; returns the answer."""
    held = choices(context)
    graph = read_graph(held)
    answer = ask(graph)
    show(answer, graph, held)
    return answer


def _catalogue_command(context: click.Context, ask: Callable[[Any, cp.Catalogue], Any]) -> None:
    """Read the catalogue with all texts, ask, print."""
    held = choices(context)
    catalogue = with_roles(read(held), held)
    graph = cp.build_graph(catalogue)
    show(ask(graph, catalogue), graph, held)


@careerpaths.command()
@click.option("--full", is_flag=True, help="With every attribute and text of each role.")
@reads_and_prints
@click.pass_context
def roles(context: click.Context, *, full: bool) -> None:
    """List all roles, function by function."""
    if full:
        _catalogue_command(context, lambda graph, catalogue: cp.roles(graph, full=True, catalogue=catalogue))
    else:
        _graph_command(context, cp.roles)


@careerpaths.command("show")
@_ROLE
@click.option("--full", is_flag=True, help="With every attribute and text of the role.")
@reads_and_prints
@click.pass_context
def show_role(context: click.Context, role: tuple[str, ...], *, full: bool) -> None:
    """Show one role: facts, next roles, who leads here."""
    name = " ".join(role)
    if full:
        _catalogue_command(context, lambda graph, catalogue: cp.role(graph, name, full=True, catalogue=catalogue))
    else:
        _graph_command(context, lambda graph: cp.role(graph, name))


@careerpaths.command("next")
@_ROLE
@reads_and_prints
@click.pass_context
def next_roles(context: click.Context, role: tuple[str, ...]) -> None:
    """Show the next roles of a role and what each asks."""
    _graph_command(context, lambda graph: cp.next_roles(graph, " ".join(role)))


@careerpaths.command()
@click.argument("names", nargs=-1, required=True, metavar="FROM TO")
@click.option("--max-routes", type=int, default=5, show_default=True, help="How many routes at most, 1 to 1000.")
@click.option("--max-moves", type=int, help="How many moves at most; else two more than the fewest.")
@reads_and_prints
@click.pass_context
def route(context: click.Context, names: tuple[str, ...], max_routes: int, max_moves: int | None) -> int:
    """Find the best routes between two roles.

    The exit code is 1 where no route is stated.
    """
    answer = _graph_command(
        context,
        lambda graph: cp.routes(graph, *_two_ends(graph, names), max_routes=max_routes, max_moves=max_moves),
    )
    return 0 if answer.routes else NO_ROUTE


def _two_ends(graph: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """Two names as they stand, or more words where they can be cut in one way only."""
    if len(names) == 1 or (len(names) == 2 and _is_level(graph, names[1])):  # noqa: PLR2004 - from and to
        message = 'Missing argument "TO": name two roles, such as route "Spec 2" "Mgr 1".'
        raise click.UsageError(message)
    if len(names) == 2:  # noqa: PLR2004 - from and to
        return names
    from careerpaths.lookup import pair_in_words  # noqa: PLC0415 - only names without quotes need it

    return pair_in_words(graph, names)


def _is_level(graph: Any, name: str) -> bool:
    """Whether a word is the number of the one before, and no role: `route spec 2`."""
    return name.isdecimal() and not any(name == code for _, code in graph.nodes(data="job_code"))


@careerpaths.command()
@_ROLE
@click.option("--to", is_flag=True, help="The roles that lead to it instead.")
@click.option("--max-moves", type=click.IntRange(min=1), help="Only those at most so many moves away.")
@reads_and_prints
@click.pass_context
def reach(context: click.Context, role: tuple[str, ...], *, to: bool, max_moves: int | None) -> None:
    """List all within reach of a role, nearest first."""
    _graph_command(context, lambda graph: cp.reach(graph, " ".join(role), to=to, max_moves=max_moves))


@careerpaths.command()
@reads_and_prints
@click.pass_context
def dead_ends(context: click.Context) -> None:
    """List dead ends, tops, and roles that are only named."""
    _graph_command(context, cp.dead_ends)


@careerpaths.command()
@reads_and_prints
@click.pass_context
def distances(context: click.Context) -> None:
    """Show the fewest moves between all roles."""
    _graph_command(context, cp.distances)


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
@reads_and_exports
@click.pass_context
def export(context: click.Context, file: str) -> None:
    """Export the graph as node-link JSON.

    FILE ends in .json; "-" is standard output.
    """
    if choices(context).format not in (*GRAPH_FORMATS, "text"):
        message = "the graph is exported as JSON only: --format json"
        raise cp.BadArgument(message)
    graph = read_graph(choices(context))
    if file != "-":
        say(wording.said("wrote", path=cp.write_graph(graph, file)))
        return
    from careerpaths.formats import graph_json  # noqa: PLC0415 - only an export needs the formats

    click.echo(graph_json(graph), nl=False)


@careerpaths.command("map")
@click.option("-o", "--output", metavar="FILE", default=DEFAULT_MAP, show_default=True, help="The file to write.")
@click.option("--open", "opens", is_flag=True, help="Open it in the browser.")
@click.option("--csp", is_flag=True, help="Print the Content-Security-Policy header to send with it; writes nothing.")
@reads
@click.pass_context
def write_map(context: click.Context, output: str, *, opens: bool, csp: bool) -> None:
    """Write the interactive map, one HTML file."""
    if csp:
        from careerpaths.explorer import content_security_policy  # noqa: PLC0415 - only the map needs its room

        click.echo(content_security_policy(header=True))
        return
    catalogue = with_roles(read(choices(context)), choices(context))
    graph = cp.build_graph(catalogue)
    path = cp.write_map(graph, output, catalogue=catalogue)
    say(what_was_read(graph))
    say(wording.said("wrote", path=path))
    if opens and click.launch(str(path)):
        say(wording.said("not_opened", path=path))
