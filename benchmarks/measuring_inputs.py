"""Made-up documents to be read: so many standards, exactly, in the formats asked for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import organisations
from measuring import require

if TYPE_CHECKING:
    from collections.abc import Sequence


def documents(folder: Path, count: int, formats: Sequence[str]) -> Path:
    """An organisation of so many standards, with all that makes the layouts awkward."""
    organisations.write(_organisation(count, tuple(formats)), folder)
    return folder


@cache
def _organisation(count: int, formats: Sequence[str]) -> organisations.Organisation:
    made = organisations.generate(1, max(4, count // 2), formats=formats)
    names = sorted(made.documents)
    Random(f"documents {count}").shuffle(names)
    kept: list[str] = []
    left = count
    for name in names:
        if made.standards[name] <= left:
            left -= made.standards[name]
            kept.append(name)
    require(left == 0, f"{count - left} standards were made, {count} were meant")
    return replace(made, documents={name: made.documents[name] for name in sorted(kept)})


def contents(folder: Path) -> list[tuple[str, bytes]]:
    """The names and the bytes of all documents."""
    return [
        (path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()
    ]


def size(folder: Path) -> str:
    """How large all documents are."""
    return f"{sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()) / 1e6:.1f} MB"
