"""The command that makes a plan of a route."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import click

import careerpaths as cp
from careerpaths import wording
from careerpaths.cli.options import choices, reads_and_prints
from careerpaths.cli.output import read_index, say, show, what_was_read
from careerpaths.cli.ways import NO_ROUTE, chooses_routes, two_ends

if TYPE_CHECKING:
    from careerpaths.queries.routing import RouteAnswer


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FROM TO")
@click.option("-o", "--output", metavar="FILE", help="The file to write: .md, .html to print, .docx to fill in.")
@click.option("--route", type=int, default=1, show_default=True, metavar="N", help="Which of the routes found.")
@chooses_routes
@reads_and_prints
@click.pass_context
def plan(context: click.Context, /, names: tuple[str, ...], *, output: str | None, **how: Any) -> int:
    """Make a plan of a route, to take to a manager.

    What each step asks as a list to tick, what it changes, what is not stated, and where all stands. Where no
    route is stated, the answer of `route` says why, and the exit code is 1.
    """
    if output is not None:
        _check(output)
    held = choices(context)
    index = read_index(held)
    try:
        made = cp.plan(index.graph, *two_ends(index.graph, names), **how, catalogue=index.stated)
    except cp.NoRoute as error:
        show(cast("RouteAnswer", error.answer), index.graph, held)
        if output is not None:
            say(wording.said("not_written", path=output))
        return NO_ROUTE
    if output is None:
        show(made, index.graph, held)
    else:
        path = cp.write_plan(made, output)
        say(what_was_read(index.graph, held))
        say(wording.said("wrote", path=path))
    return 0


def _check(output: str) -> None:
    """Say at once that there is no such format, before everything is read."""
    from careerpaths.planner import known_ending  # noqa: PLC0415 - the help needs none of it

    known_ending(output)


COMMANDS = (plan,)
