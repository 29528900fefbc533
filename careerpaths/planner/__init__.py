"""A plan as a file to print, to fill in or to send on: Markdown, HTML, DOCX."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from careerpaths.errors import BadArgument
from careerpaths.files import write_bytes
from careerpaths.queries.planning import Plan
from careerpaths.wording import planned

FORMATS = MappingProxyType(
    {
        ".md": ("markdown", "plan_markdown"),
        ".html": ("page", "plan_page"),
        ".docx": ("word", "plan_document"),
    },
)
"""For each ending the room and the function that makes the file, loaded when one is made."""


def write_plan(plan: Plan, path: str | Path) -> Path:
    """Write a plan to a file, whole or not at all; the ending decides the format.

    The same plan gives the same bytes.

    Args:
        plan: from `plan`.
        path: a file that ends in `.md`, `.html` (to print) or `.docx` (to fill in); folders above it are made.

    Returns:
        The path written.

    Raises:
        BadArgument: no such format.
        CannotWrite: the file could not be written; what stood there is untouched.
    """
    room, function = FORMATS[known_ending(path)]
    made = getattr(import_module(f"{__name__}.{room}"), function)(plan)
    return write_bytes(path, made.encode("utf-8") if isinstance(made, str) else made)


def known_ending(path: str | Path) -> str:
    """The ending of a path, in small letters; raises BadArgument where there is no format for it."""
    ending = Path(path).suffix.lower()
    if ending not in FORMATS:
        shown = ending or planned("ending_missing")
        message = planned("no_format", path=path, ending=shown, known=", ".join(FORMATS))
        raise BadArgument(message)
    return ending
