"""Of when a document is: the date or version that it states, else the one in its name; and whether it is a draft.

The time of a file is never asked: copying changes it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from careerpaths.model import Dating, Document, Row, When

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "january"),
            ("feb", "february"),
            ("mar", "march"),
            ("apr", "april"),
            ("may",),
            ("jun", "june"),
            ("jul", "july"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("oct", "october"),
            ("nov", "november"),
            ("dec", "december"),
        ),
        1,
    )
    for name in names
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:19|20)\d\d"
_ISO = re.compile(rf"(?<!\d)(?P<y>{_YEAR})[-./_](?P<m>0?[1-9]|1[0-2])(?:[-./_](?P<d>0?[1-9]|[12]\d|3[01]))?(?!\d)")
_NUMERIC = re.compile(rf"(?<!\d)(?P<a>\d\d?)[-./](?P<b>\d\d?)[-./](?P<y>{_YEAR})(?!\d)")
_WORDS = re.compile(
    rf"(?:(?P<d>\d\d?)(?:st|nd|rd|th)?\s+)?\b(?P<m>{_MONTH})\b\.?\s*(?:(?P<d2>\d\d?)(?:st|nd|rd|th)?,?\s+)?(?P<y>{_YEAR})\b",
    re.IGNORECASE,
)
_COMPACT = re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_ONLY_YEAR = re.compile(rf"(?<![\d.])(?P<y>{_YEAR})(?!\d)")
_VERSION = re.compile(r"\b(?:v|ver|version|rev|revision)\.?\s*(?P<v>\d{1,3}(?:\.\d{1,3})*)\b", re.IGNORECASE)
_SAYS_WHEN = re.compile(
    r"\b(?:effective|revised|revision|rev|version|edition|issued?|updated?|as of|dated?|valid from)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"(?<![^\W_])draft(?![^\W_])", re.IGNORECASE)
_MOST_MONTH = 12
_HEAD, _FOOT = 12, 6


def date_in(text: str) -> When:
    """The first date in a text, as far as it is stated; empty where none is.

    >>> date_in("Effective July 1, 2024"), date_in("2023-11"), date_in("FY 2025")
    ((2024, 7, 1), (2023, 11), (2025,))
    """
    for pattern, read in (
        (_ISO, _plain),
        (_WORDS, _worded),
        (_NUMERIC, _numeric),
        (_COMPACT, _plain),
        (_ONLY_YEAR, _plain),
    ):
        if found := pattern.search(text):
            return read(found)
    return ()


def _plain(found: re.Match[str]) -> When:
    groups = found.groupdict()
    parts = (groups["y"], groups.get("m"), groups.get("d"))
    return tuple(int(part) for part in parts if part)


def _worded(found: re.Match[str]) -> When:
    day = found["d"] or found["d2"]
    return (int(found["y"]), _MONTHS[found["m"].lower()], *([int(day)] if day else []))


def _numeric(found: re.Match[str]) -> When:
    """Day and month as they can only be read; where both ways are possible, the month is first."""
    first, second = int(found["a"]), int(found["b"])
    month, day = (second, first) if first > _MOST_MONTH else (first, second)
    return (int(found["y"]), month, day)


def version_in(text: str) -> When:
    """The version that a text names; empty where none is.

    >>> version_in("standard_v2.1.docx"), version_in("Clinical Imaging")
    ((2, 1), ())
    """
    found = _VERSION.search(text.replace("_", " "))
    return tuple(int(part) for part in found["v"].split(".")) if found else ()


def dating_of(document: Document) -> Dating:
    """What a document states of its edition, else what its name says."""
    texts = list(_statements(document.rows))
    is_draft = bool(_DRAFT.search(document.name)) or any(_DRAFT.search(text) for text in _lone_texts(document.rows))
    for text in texts:
        date, version = date_in(text), version_in(text)
        if date or version:
            return Dating(date=date, version=version, draft=is_draft, evidence=f'"{text}"')
    date, version = _in_name(document.name)
    evidence = f"its name ({document.name})" if date or version else ""
    return Dating(date=date, version=version, draft=is_draft, evidence=evidence)


def _in_name(name: str) -> tuple[When, When]:
    """The date and version nearest to the file: in its own name, else in a folder's."""
    parts = list(reversed(name.split("/")))
    date = next((found for part in parts if (found := date_in(part))), ())
    version = next((found for part in parts if (found := version_in(part))), ())
    return date, version


def _statements(rows: Sequence[Row]) -> Iterator[str]:
    """Texts that say when, at the head, at the foot and in lone lines; a label with the value beside it as one text."""
    for row in _outer(rows):
        cells = [cell for cell in row.cells if cell]
        for place, cell in enumerate(cells):
            if len(cell) <= 100 and _SAYS_WHEN.search(cell):  # noqa: PLR2004 - a line, and no paragraph
                yield " ".join(cells[place : place + 2])


def _outer(rows: Sequence[Row]) -> Iterable[Row]:
    lone = [row for row in rows[_HEAD : -_FOOT or None] if sum(map(bool, row.cells)) == 1 and row.cells[0]]
    return (*rows[:_HEAD], *lone, *rows[max(_HEAD, len(rows) - _FOOT) :])


def _lone_texts(rows: Sequence[Row]) -> Iterator[str]:
    for row in rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) == 1 and len(filled[0]) <= 100:  # noqa: PLR2004 - a line, and no paragraph
            yield filled[0]
