"""What was understood of a question in plain English, and its answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from careerpaths.queries.answers import SCHEMA, Record
from careerpaths.queries.headlines import headline
from careerpaths.wording import quoted, said

_PROGRAM = "careerpaths"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What was understood of a question, and its answer."""

    question: str
    kind: str | None
    """The kind of question; None where it was not understood."""
    command: tuple[str, ...] | None
    """The command that answers it, without the program's name; None where none does."""
    answer: Any
    """What the command answers; None where it was not understood, or where no command knows."""
    notes: tuple[str, ...] = ()
    """What is to be said beside."""
    examples: tuple[str, ...] = ()
    """Questions that are understood, where this one was not."""
    missing: str | None = None
    """The option that would make it understood, "--me", where only the asker's role is missing."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows: those of the answer."""
        return self.answer.columns if self.answer else ("note",) if self.kind else ("example",)

    @property
    def told(self) -> tuple[str, ...]:
        """What answers the question in sentences: the notes, then what the answer begins with."""
        first = getattr(self.answer, "explanation", None) or headline(self.answer)
        return (*self.notes, first) if first else self.notes

    @property
    def sentences(self) -> tuple[str, ...]:
        """What a page of text begins with: what was understood, then what answers it; why nothing was understood."""
        if self.kind is None:
            return (said("role_missing" if self.missing else "not_understood"),)
        command = " ".join(map(quoted, self.command or ()))
        understood = (said("understood_as", program=_PROGRAM, command=command),) if command else ()
        return (*understood, *self.notes, *getattr(self.answer, "sentences", self.told[len(self.notes) :]))

    def to_dict(self) -> dict[str, Any]:
        """`{question, kind, command, notes, told, answer, examples, missing}`; the answer in its command's shape."""
        return {
            "schema": SCHEMA,
            "question": self.question,
            "kind": self.kind,
            "command": list(self.command) if self.command else None,
            "notes": list(self.notes),
            "told": list(self.told),
            "answer": self.answer.to_dict() if self.answer else None,
            "examples": list(self.examples),
            "missing": self.missing,
        }

    def rows(self) -> Iterator[Record]:
        """The rows of the answer; without one, the notes or the examples."""
        if self.answer:
            yield from self.answer.rows()
        else:
            (key,) = self.columns
            for text in self.notes or self.examples:
                yield {key: text}
