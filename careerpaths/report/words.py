"""What became of one statement as text: word by word where most words stay, otherwise the new text, then the old."""

from __future__ import annotations

from collections.abc import Iterator

from careerpaths import wording
from careerpaths.change import NOT_KNOWN, Change
from careerpaths.queries.answers import cited
from careerpaths.report.console import FAINT, MARK
from careerpaths.statements import ADDED, KEPT, LEFT_OUT, Piece
from careerpaths.wording import said

_MARKS = {KEPT: "{}", ADDED: "{{+{}+}}", LEFT_OUT: "[-{}-]"}
"""How pieces are marked where no colour may tell them."""


def change_lines(change: Change, *, sources: bool = False) -> Iterator[tuple[str, str]]:
    """The lines of one statement, each with its colour."""
    yield f"{wording.attribute_name(change.attribute)} ({_became(change)}):", MARK
    if change.words:
        yield marked(change.words), ""
    else:
        if change.after is not None:
            yield change.after, ""
        if change.before is not None:
            yield (said("was", text=change.before) if change.after is not None else change.before), FAINT
    if sources:
        for source in change.sources:
            yield said("stands_in", source=cited(source)), FAINT


def _became(change: Change) -> str:
    is_stated = change.turn == NOT_KNOWN and change.after is not None
    return wording.PLAN["not known"] if is_stated else wording.TURN_NAMES[change.turn]


def marked(words: tuple[Piece, ...]) -> str:
    """Both texts as one, with marks around what is left out and what is added."""
    return " ".join(_MARKS[mark].format(text) for mark, text in words)
