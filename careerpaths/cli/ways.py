"""The commands about ways: next roles, routes, all within reach, roles side by side."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

import careerpaths as cp
from careerpaths.cli.options import choices, reads_and_prints, role_argument, selects
from careerpaths.cli.output import answer

NO_ROUTE = 1
MOST_ROUTES = 1000
PREFERENCES = ("fewest-moves", "least-new", "stay-professional", "keep-overtime", "fewest-unknowns")
_AVOID = click.option(
    "--avoid",
    multiple=True,
    metavar="SELECTOR",
    help='Pass none of these roles, such as "track:supervisory"; may be repeated.',
)
_DETAILS = click.option("--details", is_flag=True, help="With each duty and kind of knowledge, word by word.")
_HOW = (
    click.option("--prefer", type=click.Choice(PREFERENCES), default=PREFERENCES[0], help="Which routes come first."),
    click.option("--via", multiple=True, metavar="SELECTOR", help="Pass one of these roles; may be repeated."),
    _AVOID,
    click.option(
        "--max-routes",
        type=click.IntRange(min=1, max=MOST_ROUTES),
        metavar="N",
        default=5,
        show_default=True,
        help="How many routes at most.",
    ),
    click.option(
        "--max-moves",
        type=click.IntRange(min=1),
        metavar="N",
        help="How many moves at most; else two more than the fewest.",
    ),
)


def chooses_routes(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options on which routes are looked for."""
    for option in reversed(_HOW):
        function = option(function)
    return function


@click.command("next")
@role_argument
@_DETAILS
@reads_and_prints
@click.pass_context
def next_roles(context: click.Context, role: tuple[str, ...], *, details: bool) -> None:
    """Show the next roles of a role and what each asks."""
    choices(context).details = details
    answer(context, lambda graph, stated: cp.next_roles(graph, " ".join(role), catalogue=stated))


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="FROM TO")
@chooses_routes
@_DETAILS
@reads_and_prints
@click.pass_context
def route(context: click.Context, /, names: tuple[str, ...], *, details: bool, **how: Any) -> int:
    """Find the routes between two roles, and what each step asks.

    Every route listed is the best in some way: moves, changes of function and track, requirements, overtime, program,
    steps that lead people, and how much is not stated. The exit code is 1 where no route is stated.
    """
    choices(context).details = details
    found = answer(context, lambda graph, stated: cp.routes(graph, *two_ends(graph, names), **how, catalogue=stated))
    return 0 if found.routes else NO_ROUTE


def two_ends(graph: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """Two names as they stand, or more words where they can be cut in one way only."""
    if len(names) == 1 or (len(names) == 2 and is_level(graph, names[1])):  # noqa: PLR2004 - from and to
        command = click.get_current_context().info_name
        message = f'Missing argument "TO": name two roles, such as {command} "Spec 2" "Mgr 1".'
        raise click.UsageError(message)
    if len(names) == 2:  # noqa: PLR2004 - from and to
        return names
    from careerpaths.lookup import pair_in_words  # noqa: PLC0415 - only names without quotes need it

    return pair_in_words(graph, names)


def is_level(graph: Any, name: str) -> bool:
    """Whether a word is the number of the one before, and no role: `route spec 2`."""
    return name.isdecimal() and not any(name == code for _, code in graph.nodes(data="job_code"))


@click.command()
@role_argument
@click.option("--to", is_flag=True, help="The roles that lead to it instead.")
@click.option("--max-moves", type=click.IntRange(min=1), metavar="N", help="Only those at most so many moves away.")
@selects
@_AVOID
@reads_and_prints
@click.pass_context
def reach(context: click.Context, /, role: tuple[str, ...], **how: Any) -> None:
    """List all within reach of a role, nearest first."""
    answer(context, lambda graph, _: cp.reach(graph, " ".join(role), **how))


@click.command()
@click.argument("names", nargs=-1, required=True, metavar="ROLE ROLE...")
@click.option("--all", "shows_all", is_flag=True, help="With what stays the same.")
@reads_and_prints
@click.pass_context
def compare(context: click.Context, names: tuple[str, ...], *, shows_all: bool) -> None:
    """Set two or more roles side by side, row by row.

    A name may be a selector that means several roles, such as "function:payroll".
    """
    choices(context).details = shows_all
    answer(context, lambda graph, stated: cp.compare(graph, *names, catalogue=stated))


COMMANDS = (next_roles, route, reach, compare)
