"""How messages name what they are about: long texts cut short, of many the first, so that no message is endless."""

from __future__ import annotations

from collections.abc import Sequence

_LONGEST = 60
_LONGEST_ITEM = 200
_MOST = 10


def short(text: str, *, longest: int = _LONGEST) -> str:
    """A text in one line, or its beginning where it is long.

    >>> len(short("word-" * 100)), short("Spec 1" + chr(10) + "Spec 2")
    (60, 'Spec 1 Spec 2')
    """
    line = one_line(text[: 4 * longest])
    return line if len(line) <= longest and len(text) <= 4 * longest else line[: longest - 3].rstrip() + "..."


def one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split()) if "\n" in text else text


def listed(items: Sequence[str], separator: str) -> str:
    """Items one after the other, each cut short; of more than ten the first ten and how many more there are.

    >>> listed(["a", "b"], "; "), listed(["x"] * 12, ", ")[-12:]
    ('a; b', ', and 2 more')
    """
    shown = [short(item, longest=_LONGEST_ITEM) for item in items[:_MOST]]
    more = [f"and {len(items) - _MOST} more"] if len(items) > _MOST else []
    return separator.join([*shown, *more])
