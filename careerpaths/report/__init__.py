"""Answers as text for people: aligned, in reading order, every mark a word, colour only where a terminal shows it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from types import MappingProxyType

from rich.console import Console, RenderableType

from careerpaths.report.console import Style, can_draw, console_for

__all__ = ["Style", "can_draw", "console_for", "tell"]

REPORTS = MappingProxyType(
    {
        "RouteAnswer": ("routes", "route_answer"),
        "RoleList": ("roles", "role_list"),
        "RoleAnswer": ("roles", "role_answer"),
        "NextRoles": ("roles", "next_roles"),
        "ReachAnswer": ("reach", "reach_answer"),
        "Ends": ("ends", "ends"),
        "Distances": ("matrix", "distances"),
        "Plan": ("plan", "plan_text"),
        "Problems": ("trouble", "problem_list"),
        "CheckAnswer": ("inventory", "check_answer"),
        "Comparison": ("comparing", "comparison"),
        "Asked": ("asked", "asked"),
        "When": ("events", "when_answer"),
        "Sideways": ("events", "sideways_answer"),
        "ChokePoints": ("choking", "choke_points"),
        "Found": ("found", "found"),
    },
)
"""How each kind of answer is told: room and function, loaded when one is told."""
_PLAIN = str.maketrans("\u201c\u201d\u2019", '""\'')
_PADDING = re.compile(r" +(?=(?:\x1b\[0m)?\n)")


def report_of(answer: object, style: Style) -> Iterator[RenderableType]:
    """An answer as parts to print."""
    room, function = REPORTS[type(answer).__name__]
    report: Callable[[object, Style], Iterator[RenderableType]]
    report = getattr(import_module(f"{__name__}.{room}"), function)
    return report(answer, style)


def tell(answer: object, console: Console, style: Style) -> None:
    """Print an answer as text, without the spaces that tables leave at the ends of lines."""
    with console.capture() as drawn:
        for part in report_of(answer, style):
            # A title that is too long for the console is not cut off.
            console.print(part, crop=False)
    text = _PADDING.sub("", drawn.get())
    console.file.write(text.translate(_PLAIN) if style.ascii_only else text)
