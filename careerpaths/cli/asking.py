"""The commands that look across roles: choke points, and words in texts."""

from __future__ import annotations

from typing import Any

import click

import careerpaths as cp
from careerpaths.cli.options import reads_and_prints, role_argument, selects
from careerpaths.cli.output import answer
from careerpaths.cli.ways import NO_ROUTE, is_level

EVENTS = ("overtime", "program", "certificate", "education", "leading", "return")


@click.command("choke-points")
@click.argument("names", nargs=-1, required=True, metavar="FROM [TO]")
@reads_and_prints
@click.pass_context
def choke_points(context: click.Context, names: tuple[str, ...]) -> int:
    """List the roles that every route passes.

    With TO, the roles between the two; without it, those that lead to others which no route reaches without them. The
    exit code is 1 where no route leads to TO.
    """
    found = answer(context, lambda graph, _: cp.choke_points(graph, *_ends(graph, names)))
    return 0 if found.has_route or found.to is None else NO_ROUTE


def _ends(graph: Any, names: tuple[str, ...]) -> tuple[str, ...]:
    """One name or two as they stand, or more words that are one name, or can be cut into two in one way only."""
    if len(names) == 1 or (len(names) == 2 and not is_level(graph, names[1])):  # noqa: PLR2004 - from and to
        return names
    whole = " ".join(names)
    try:
        cp.role_id(graph, whole)
    except cp.UnknownRole:
        if len(names) == 2:  # noqa: PLR2004 - a title and its number
            raise
        from careerpaths.lookup import pair_in_words  # noqa: PLC0415 - only names without quotes need it

        return pair_in_words(graph, names)
    return (whole,)


@click.command()
@click.argument("text", nargs=-1, required=True, metavar="TEXT")
@selects
@reads_and_prints
@click.pass_context
def find(context: click.Context, text: tuple[str, ...], selector: str | None) -> None:
    """Find the roles whose attributes or texts hold all words.

    A word of four letters or more finds all that begin with it.
    """

    def ask(graph: Any, stated: Any) -> Any:
        within = None if selector is None else cp.select(graph, selector)
        return cp.find(graph, " ".join(text), catalogue=stated, within=within)

    answer(context, ask)


@click.command()
@click.argument("event", type=click.Choice(EVENTS))
@click.argument("role", nargs=-1, metavar="[ROLE]")
@reads_and_prints
@click.pass_context
def when(context: click.Context, event: str, role: tuple[str, ...]) -> None:
    """Tell on which moves something changes.

    overtime: eligibility ends; program: the personnel program changes; certificate, education: newly asked; leading:
    the role leads people from here on; return: back from leading people. With ROLE, what is within its reach.
    """
    name = " ".join(role) or None
    answer(context, lambda graph, _: cp.when(graph, event, role=name))


@click.command()
@role_argument
@reads_and_prints
@click.pass_context
def sideways(context: click.Context, role: tuple[str, ...]) -> None:
    """List ways into other functions, declared and not.

    What is not declared are roles at the same level whose texts read alike.
    """
    answer(context, lambda graph, stated: cp.sideways(graph, " ".join(role), catalogue=stated))


@click.command()
@click.argument("question", nargs=-1, required=True, metavar="QUESTION")
@click.option("--me", metavar="ROLE", help="Your role, for questions that do not name it.")
@reads_and_prints
@click.pass_context
def ask(context: click.Context, question: tuple[str, ...], me: str | None) -> int:
    """Answer a question in plain English, and name the command.

    The exit code is 1 where the question is not understood, or no route is stated.
    """
    found = answer(context, lambda graph, stated: cp.ask(graph, " ".join(question), me=me, catalogue=stated))
    return 0 if found.kind and getattr(found.answer, "routes", True) else NO_ROUTE


COMMANDS = (choke_points, find, when, sideways, ask)
