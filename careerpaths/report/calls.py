"""Commands to copy, as text: on a line of their own where they would not fit behind what they are for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.text import Text

from careerpaths.report.console import FAINT, Style
from careerpaths.wording import said

_ARGUMENT = re.compile(r"""(?:--?\w[\w-]* +(?!-))?(?:"[^"]*"|'[^']*'|[^\s"'])+""")
"""One argument, quoted or not, with the option before it whose value it is."""
_INDENT = 2


def call(key: str, style: Style, **names: str) -> Iterator[RenderableType]:
    """What a command is for, and the command; broken between arguments only, however narrow the console is.

    Args:
        key: of a text that names the program once, after what it is for.
        style: the width, and how the program is called.
        names: what else the text has places for.
    """
    whole = said(key, None, program=style.program, **names)
    purpose, program, rest = whole.partition(style.program)
    if cell_len(whole) <= style.width:
        yield Text(whole, style=FAINT)
        return
    yield Text(purpose.rstrip(), style=FAINT)
    for line in _broken(program + rest, style.width):
        # A text alone would be wrapped by the console.
        yield Group(Text(line, style=FAINT, no_wrap=True, overflow="ignore"))


def _broken(command: str, width: int) -> Iterator[str]:
    """A command in lines of whole arguments: the first a step in, what goes on from it two."""
    line, indent = "", _INDENT
    for argument in _ARGUMENT.findall(command):
        if line and indent + cell_len(f"{line} {argument}") > width:
            yield " " * indent + line
            line, indent = "", 2 * _INDENT
        line = f"{line} {argument}".lstrip()
    yield " " * indent + line
