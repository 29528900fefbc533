"""Problems and notes as text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.padding import Padding
from rich.text import Text

from careerpaths.queries.trouble import Problems
from careerpaths.report.console import MARK, TITLE, WARN, Style
from careerpaths.wording import said


def problem_list(answer: Problems, _: Style) -> Iterator[RenderableType]:
    """Problems document by document, then notes."""
    problems = [one for one in answer.problems if one.severity == "problem"]
    notes = [one for one in answer.problems if one.severity != "problem"]
    for key, found, colour in (("problems", problems, WARN), ("notes", notes, MARK)):
        yield Text(said(key, len(found)) if found else said(f"no_{key}"), style=TITLE)
        for document, group in groupby(found, key=lambda one: one.document):
            yield Text(f"  {document}", style=colour)
            for one in group:
                yield Padding(Text(f"{one.place}: {one.message}"), (0, 0, 0, 4))
