"""Options that every command takes, before the command or behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

VARIABLE = "CAREERPATHS_DATA"
FORMATS = ("text", "json", "csv", "markdown")
GRAPH_FORMATS = ("json",)


@dataclass(slots=True)
class Choices:
    """What has been chosen so far, by options before the command and behind it."""

    data: tuple[str, ...] = ()
    overlay: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    config: str | None = None
    no_cache: bool = False
    verify: bool = False
    format: str = "text"
    sources: bool = False
    details: bool = False


def data_paths(choices: Choices) -> tuple[Path, ...]:
    """Where the data is: named by option, else by the variable, else `./data`; empty for the sample standards."""
    if choices.data:
        return tuple(Path(name) for name in choices.data)
    named = [part for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    if named:
        return tuple(Path(part) for part in named)
    return (Path("data"),) if Path("data").is_dir() else ()


def choices(context: click.Context) -> Choices:
    """The choices of this call; the group and the command share them."""
    return context.ensure_object(Choices)


def _keep(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
    held = choices(context)
    if isinstance(parameter, click.Option) and parameter.multiple:
        setattr(held, str(parameter.name), (*getattr(held, str(parameter.name)), *value))
    elif value is not None and value is not False:
        setattr(held, str(parameter.name), value)
    return value


Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
_SHARED = (
    click.option(
        "-d",
        "--data",
        multiple=True,
        metavar="PATH",
        expose_value=False,
        callback=_keep,
        help=f"File or folder of standards; may be repeated. Else {VARIABLE}, else ./data, else the samples.",
    ),
    click.option(
        "--config",
        metavar="FILE",
        expose_value=False,
        callback=_keep,
        help="Configuration file; else careerpaths.toml beside the data.",
    ),
    click.option(
        "--overlay",
        multiple=True,
        metavar="FILE",
        expose_value=False,
        callback=_keep,
        help="Table with further values for roles, such as grades; may be repeated.",
    ),
    click.option(
        "--exclude",
        multiple=True,
        metavar="PATTERN",
        expose_value=False,
        callback=_keep,
        help='Documents to leave out, such as "drafts/*"; may be repeated.',
    ),
    click.option(
        "--no-cache",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Read every document again, and keep nothing of it.",
    ),
    click.option(
        "--verify",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="Look into every document for changes, and not only at its size and time.",
    ),
)


def _format_option(formats: Sequence[str], told: str) -> Decorator:
    kind = click.Choice(formats)
    return click.option("--format", type=kind, default=None, expose_value=False, callback=_keep, help=told)


_PRINTED = (
    _format_option(FORMATS, "How the result is printed; text by default."),
    click.option(
        "--sources",
        is_flag=True,
        expose_value=False,
        callback=_keep,
        help="In text, say where each move and statement stands.",
    ),
)


role_argument = click.argument("role", nargs=-1, required=True, metavar="ROLE")
"""A role, with or without quotes."""
selects = click.option("--select", "selector", metavar="SELECTOR", help='Only these roles, such as "level:expert".')
"""Which roles an answer is about."""


def reads(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options on what is read."""
    return _with(_SHARED, function)


def reads_and_prints(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options on what is read and how the result is printed."""
    return _with((*_SHARED, *_PRINTED), function)


def reads_and_exports(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options on what is read, and the one format that a graph is exported in."""
    return _with((*_SHARED, _format_option(GRAPH_FORMATS, "The format of the export; json by default.")), function)


def _with(options: tuple[Decorator, ...], function: Callable[..., Any]) -> Callable[..., Any]:
    for option in reversed(options):
        function = option(function)
    return function
