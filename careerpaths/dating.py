"""Of when a document is: the date or version that it states, else the one in its name; and whether it is a draft.

The time of a file is never asked: copying changes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

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
_MONTH_YEAR = re.compile(rf"(?<![\d./-])(?P<m>0?[1-9]|1[0-2])[-./](?P<y>{_YEAR})(?!\d)")
_COMPACT = re.compile(rf"(?<!\d)(?P<y>{_YEAR})(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])(?!\d)")
_ONLY_YEAR = re.compile(rf"(?<![\d.])(?P<y>{_YEAR})(?!\d)")
_FISCAL = re.compile(r"(?<![^\W_])FY\s?'?(?P<y>\d\d)(?!\d)", re.IGNORECASE)
_CENTURY, _FIRST_OF_IT = 100, 70
"""A year of two digits is of this century, from "70" on of the last one."""
_VERSION = re.compile(
    r"\b(?:v|ver|version|rev|revision|issue)[.:]?\s*(?:(?:no|number)\b\.?\s*|\#\s*)?(?P<v>\d{1,3}(?:\.\d{1,3})*)\b"
    # One capital letter counts up as well, and stands alone.
    r"|\b(?:rev|revision|issue)(?:\s*[.:]\s*|\s+)(?P<letter>(?-i:[A-Z]))\W*$",
    re.IGNORECASE,
)
_SAYS_WHEN = re.compile(
    r"\b(?:effective|revised|revision|rev|version|edition|issued?|updated?|as of|dated?|valid from)\b",
    re.IGNORECASE,
)
# What says when somebody looked at it: it counts where nothing says of when it is.
_SAYS_TOO = re.compile(r"\b(?:approved|approval|adopted|reviewed|published|ratified|signed off)\b", re.IGNORECASE)
# A date of something else: of the edition before, of the next look at it, of the copyright.
_OF_ANOTHER = re.compile(
    r"supersede|replaces|next review|review (?:date|due)|expir|copyright|valid until|birth", re.IGNORECASE
)
_HISTORY = re.compile(r"(?:revision|version|document|change) (?:history|log)|change log", re.IGNORECASE)
_DRAFT = re.compile(r"(?<![^\W_])draft(?![^\W_])", re.IGNORECASE)
_OLD = re.compile(
    r"(?<![^\W_])(?:old|older|archived?|archives|backups?|previous|former|superseded|obsolete|outdated|expired|legacy|deprecated)(?![^\W_])",
    re.IGNORECASE,
)
# In names of files and folders, where "archives" may be what people work in: a folder of that name, the last word of a
# file or one in brackets; or a word that says nothing else.
_OLD_FOLDER = re.compile(
    r"\W*(?:old|older|archived?|archives|backups?|previous|former|legacy)"
    r"(?:\W+(?:standards?|versions?|editions?|files?|documents?|copies|roles?|\d+))*\W*",
    re.IGNORECASE,
)
_OLD_FILE = re.compile(
    r".*(?<![^\W_])(?:old|older|previous|backup)[\W_]*(?:\.\w+)?|.*[(\[](?:old|archived?|previous)\b.*", re.IGNORECASE
)
_REPLACED = re.compile(
    r"(?<![^\W_])(?:archived|superseded|obsolete|outdated|expired|deprecated)(?![^\W_])", re.IGNORECASE
)
# A line that says it of the document, and does not speak of drafting: "Draft", "DRAFT v2", "Status: draft".
_SAYS_DRAFT = re.compile(
    r"\W*(?:(?:working|first|final|preliminary)\s+)?draft(?:\W*$|\W+(?:v\d|version|rev|copy|only|for\s|do\s+not|not\s|as\s+of"
    r"|dated|\d).*)|.{0,40}\bdraft\W*",
    re.IGNORECASE | re.DOTALL,
)
_MOST_MONTH, _MOST_DAY = 12, 31
_LONGEST_LABEL = 4
"""Words of a cell that is the label of the one beside it."""
_HEAD, _FOOT = 12, 6
_LONGEST = 100
"""Characters of a line; more are a paragraph."""
_MOST_EDITIONS = 30
"""Rows of a revision history that are looked at."""
_STATUS = re.compile(r"(?:document\s+)?(?:status|version|state|edition)\W*", re.IGNORECASE)


def date_in(text: str) -> When:
    """The first date in a text, as far as it is stated; empty where none is.

    >>> date_in("Effective July 1, 2024"), date_in("2023-11"), date_in("FY 2025")
    ((2024, 7, 1), (2023, 11), (2025,))
    """
    found = _found(text)
    return _possible(_READ[found.re](found)) if found else ()


def _found(text: str) -> re.Match[str] | None:
    return next((found for pattern in _READ if (found := pattern.search(text))), None)


def day_first(text: str) -> tuple[When, str]:
    """The date of a text with its day first, where it may be read both ways; and which its numbers show to be first.

    >>> day_first("Effective 03/12/2023"), day_first("Effective 13/12/2019")
    (((2023, 12, 3), ''), ((), 'day'))
    """
    found = _found(text)
    if found is None or found.re is not _NUMERIC:
        return (), ""
    one, other, year = int(found["a"]), int(found["b"]), int(found["y"])
    if max(one, other) <= _MOST_MONTH and min(one, other) >= 1:
        return ((year, other, one), "") if one != other else ((), "")
    if not 1 <= min(one, other) <= _MOST_MONTH or max(one, other) > _MOST_DAY:
        return (), ""
    return (), "day" if one > other else "month"


def _possible(when: When) -> When:
    """A date as far as the calendar has it: "13/13/2024" is the year alone."""
    if len(when) > 1 and not 1 <= when[1] <= _MOST_MONTH:
        return when[:1]
    return when[:2] if len(when) > 2 and not 1 <= when[2] <= _MOST_DAY else when  # noqa: PLR2004 - a day


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


def _fiscal(found: re.Match[str]) -> When:
    year = int(found["y"])
    return (year + (19 if year >= _FIRST_OF_IT else 20) * _CENTURY,)


# The first pattern that is found in a text reads its date.
_READ: Mapping[re.Pattern[str], Callable[[re.Match[str]], When]] = {
    _ISO: _plain,
    _WORDS: _worded,
    _NUMERIC: _numeric,
    _MONTH_YEAR: _plain,
    _COMPACT: _plain,
    _ONLY_YEAR: _plain,
    _FISCAL: _fiscal,
}


def version_in(text: str) -> When:
    """The version that a text names; empty where none is.

    >>> version_in("standard_v2.1.docx"), version_in("Clinical Imaging")
    ((2, 1), ())
    """
    found = _VERSION.search(text.replace("_", " "))
    if found and found["letter"]:
        return (ord(found["letter"].upper()) - ord("A") + 1,)
    return tuple(int(part) for part in found["v"].split(".")) if found else ()


def dating_of(document: Document) -> Dating:
    """What a document, or a sheet of it, states of its edition, else what its name says."""
    running = tuple(Row(cells=(text,), line=1) for text in document.running)
    texts = [*_statements(document.rows), *_latest_of_history(document.rows), *_statements(running)]
    texts += [*_statements(document.rows, says=_SAYS_TOO), *_statements(running, says=_SAYS_TOO)]
    sheet = (document.sheet_name or "").replace("_", " ")
    is_draft = bool(_DRAFT.search(document.name)) or any(_SAYS_DRAFT.fullmatch(text) for text in _lone(document.rows))
    dated = next((text for text in texts if date_in(text)), "")
    numbered = next((text for text in texts if version_in(text)), "")
    date, version = date_in(dated), version_in(numbered)
    evidence = ", ".join(f'"{text}"' for text in dict.fromkeys((dated, numbered)) if text)
    is_old, is_sheets_draft = bool(_OLD.search(sheet)), bool(_DRAFT.search(sheet))
    of_sheet = is_old or is_sheets_draft
    said = dated
    if not evidence and (date_in(sheet) or version_in(sheet)):
        date, version, of_sheet, said = date_in(sheet), version_in(sheet), True, sheet
        evidence = f'the name of its sheet ("{document.sheet_name}")'
    if not evidence:
        date, version, said = _in_name(document.name)
        evidence = f"its name ({document.name})" if date or version else ""
    by_day, first = day_first(said)
    return Dating(
        date=date,
        version=version,
        draft=is_draft or is_sheets_draft,
        old=is_old or _is_old_name(document.name),
        of_sheet=of_sheet,
        evidence=evidence,
        by_day=by_day,
        first=first,
    )


def _latest_of_history(rows: Sequence[Row]) -> Iterator[str]:
    """The row of a revision history with the latest date."""
    first = next((n for n, row in enumerate(rows, 1) if any(_HISTORY.match(cell) for cell in row.cells)), len(rows))
    said = [" ".join(filter(None, row.cells)) for row in rows[first : first + _MOST_EDITIONS]]
    dated = [text for text in said if date_in(text)]
    if dated:
        yield max(dated, key=date_in)


def _is_old_name(name: str) -> bool:
    """Whether the name of a file, or of a folder above it, says that another has replaced it."""
    *folders, file = name.split("/")
    if any(_REPLACED.search(part) or _OLD_FOLDER.fullmatch(part) for part in folders):
        return True
    return bool(_REPLACED.search(file) or _OLD_FILE.fullmatch(file))


def _in_name(name: str) -> tuple[When, When, str]:
    """The date and version nearest to the file, in its own name, else in a folder's; and the name with the date."""
    parts = list(reversed(name.split("/")))
    dated = next((part for part in parts if date_in(part)), "")
    version = next((found for part in parts if (found := version_in(part) or version_in(part.rpartition(".")[0]))), ())
    return date_in(dated), version, dated


def _statements(rows: Sequence[Row], *, says: re.Pattern[str] = _SAYS_WHEN) -> Iterator[str]:
    """Texts that say when, at the head, at the foot and in lone lines; a label with the value beside it as one text."""
    for row in _outer(rows):
        cells = [cell for cell in row.cells if cell]
        for place, cell in enumerate(cells):
            is_label = len(cells) == 1 or len(cell.split()) <= _LONGEST_LABEL or ":" in cell
            if len(cell) <= _LONGEST and is_label and says.search(cell) and not _OF_ANOTHER.search(cell):
                yield " ".join(cells[place : place + 2])


def _outer(rows: Sequence[Row]) -> Iterable[Row]:
    lone = [row for row in rows[_HEAD : -_FOOT or None] if sum(map(bool, row.cells)) == 1 and row.cells[0]]
    return (*rows[:_HEAD], *lone, *rows[max(_HEAD, len(rows) - _FOOT) :])


def _lone(rows: Sequence[Row]) -> Iterator[str]:
    """Texts that stand alone in their row, and short pairs of label and value."""
    for row in rows:
        filled = [cell for cell in row.cells if cell]
        if len(filled) == 1 and len(filled[0]) <= _LONGEST:
            yield filled[0]
        elif len(filled) == 2 and _STATUS.fullmatch(filled[0]):  # noqa: PLR2004 - a pair
            yield filled[1]
