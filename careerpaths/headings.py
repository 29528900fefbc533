"""The heading of a table of records: which row it is, and what each of its columns means.

A heading is sought in the first rows of a table; it may stand over two rows, the upper one naming groups ("Next role"
over "Title" and "Code").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from careerpaths.model import Row
from careerpaths.titles import ends_with_its_only_number, fold, words
from careerpaths.vocabulary import Vocabulary

LOOKED_AT = 20
"""Rows in which a heading is sought."""
_LONGEST_HEADING = 120
"""Characters; a longer text is none, and taking it apart would take the square of its length."""
_LONGEST = 60
_SUBJECTS = frozenset({"title", "job_code", "from", "from_code"})
_TARGETS = frozenset({"next", "next_code", "to", "to_code"})
_NUMBER = re.compile(r"(?<!\S)(\d{1,2})(?!\S)")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z0-9])")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\*")
_ORDINALS = {word: number for number, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth"), 1)}
_ORDINAL = re.compile(rf"\b(?:(\d)(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_LETTERED = re.compile(r"(.*\w) ([A-Fa-f])")
_NUMBER_ALONE = re.compile(rf"(?:[^\W\d_]+ )?\d{{1,2}}|{'|'.join(_ORDINALS)}", re.IGNORECASE)
_NUMBERED = frozenset({"education", "license", "certificate", "special_condition", "duty", "knowledge"})
"""What a role may have several of, each in a column of its own: "Cert 1", "Cert 2"."""
_MANY = _TARGETS | _NUMBERED | {"promoted_from", "reports_to"}
COUNTERS = frozenset({"no", "number"})
"""Headings of columns that may hold a job code, or only count the rows."""
# Words for what only overlays and lists of titles state; a subject with one of these beside it is a heading too.
_FURTHER = re.compile(
    r"\b(?:grade|salary|pay|wage|rate|minimum|midpoint|maximum|headcount|fte|openings|vacancies|incumbents|location)\b"
)
_WEAK = frozenset(
    {
        *(
            "title",
            "code",
            "no",
            "number",
            "from",
            "to",
            "program",
            "function",
            "family",
            "category",
            "track",
            "stream",
        ),
        *("summary", "description", "scope", "purpose", "education", "qualification", "qualifications", "rank"),
        *("position", "next step", "next steps", "duties", "responsibilities"),
        *(
            "environment",
            "special conditions",
            "duty",
            "license",
            "licence",
            "certificate",
            "certification",
            "certifications",
            "cert",
            "level",
        ),
    }
)
"""Headings that tables of books, accounts or mails have as well: they alone make no table of roles."""
_WEAK_TOGETHER = (frozenset({"title"}), frozenset({"from", "to"}))
"""What such headings must say together, where all are known."""
_OF_PEOPLE = frozenset(
    {
        *("name", "full name", "first name", "last name", "surname", "employee", "employee name", "employee id"),
        *("staff name", "staff id", "person", "employee no", "employee number", "payroll no"),
        *("staff no", "staff number"),
    }
)
"""Headings of a list of people: beside a title they say who has it."""
_HOLDERS = frozenset(
    {
        *("incumbent", "incumbent name", "incumbents names", "staff member", "holder", "job holder", "contact"),
        *("post holder", "postholder", "current holder", "successor", "successors", "successor name"),
    }
)
"""Headings of columns in tables of roles that say who has one."""
_CONTACTS = frozenset({"email", "e mail", "phone", "telephone", "mobile", "phone number"})
"""Headings of such a list too, but where next roles are named: there they say whom to ask."""
# What a lower heading means below an upper one: "Code" below "Next role".
_BELOW = {
    ("title", "title"): "title",
    ("title", "job_code"): "job_code",
    ("from", "title"): "from",
    ("from", "job_code"): "from_code",
    ("to", "title"): "to",
    ("to", "job_code"): "to_code",
    ("next", "title"): "next",
    ("next", "job_code"): "next_code",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One column of a table.

    Attributes:
        index: its cell in a row, from 0.
        text: as in the document; an upper and a lower heading joined by a space.
        kind: what stands in it ("title", "job_code", "next" ...); None where the words are not known.
        number: of several alike ("Next role 2"); 0 without one.
    """

    index: int
    text: str
    kind: str | None
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Headings:
    """The heading of a table.

    Attributes:
        first: the place of its first row among the rows.
        rows: how many rows it takes, 1 or 2.
        columns: filled heading cells from left to right.
    """

    first: int
    rows: int
    columns: tuple[Heading, ...]

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of columns that were recognized."""
        return frozenset(column.kind for column in self.columns if column.kind)

    @property
    def is_move_list(self) -> bool:
        """Whether each record is a move, from one role to another."""
        return bool(self.kinds & {"from", "from_code", "to", "to_code"})


def find_headings(rows: Sequence[Row], *, vocabulary: Vocabulary, is_of_roles: bool = False) -> Headings | None:
    """The heading of a table of records; None where the rows are none.

    Args:
        rows: of a document.
        vocabulary: the words for columns.
        is_of_roles: whether somebody says that the table is one about roles, such as who names it as an overlay.
    """
    for first in range(min(LOOKED_AT, len(rows))):
        for count in (2, 1):
            columns = tuple(_columns(rows[first : first + count], count, vocabulary))
            found = Headings(first=first, rows=count, columns=columns)
            if not _is_heading(found, rows[first : first + count], vocabulary) or not _has_records(
                found, rows, vocabulary
            ):
                continue
            if is_of_roles or _is_of_roles(found, rows, vocabulary):
                return found
    return None


def _columns(rows: Sequence[Row], count: int, vocabulary: Vocabulary) -> Iterator[Heading]:
    if len(rows) < count:
        return
    lower = rows[-1].cells
    upper = _filled_on(rows[0].cells, len(lower)) if count == 2 else ("",) * len(lower)  # noqa: PLR2004 - two rows
    found = []
    pairs = tuple(zip(upper, lower, strict=True))
    # A row of many thousand cells has few that differ.
    meanings = {pair: _meaning(*pair, vocabulary) for pair in dict.fromkeys(pairs)}
    for index, (above, text) in enumerate(pairs):
        if text or above:
            kind, number = meanings[above, text]
            said = " ".join(filter(None, dict.fromkeys((above, text))))
            found.append(Heading(index=index, text=said, kind=kind, number=number))
    yield from _each_once(_with_name(found))


def _with_name(found: Sequence[Heading]) -> Sequence[Heading]:
    """The headings; where next roles are named and nothing else says whose, "Name" is the title."""
    kinds = {one.kind for one in found}
    if kinds & {"title", "from"} or not kinds & _TARGETS:
        return found
    return [replace(one, kind="title") if not one.kind and fold(one.text) == "name" else one for one in found]


def _each_once(found: Sequence[Heading]) -> Iterator[Heading]:
    """One column for each thing that a record has one of: the first, but "No." only where no other is a job code."""
    taken: dict[str, int] = {}
    for one in sorted(found, key=lambda one: (fold(one.text) in COUNTERS, one.index)):
        if one.kind and one.kind not in _MANY:
            taken.setdefault(one.kind, one.index)
    for one in found:
        again = one.kind is not None and taken.get(one.kind, one.index) != one.index
        yield replace(one, kind=None, number=0) if again else one


def _filled_on(cells: Sequence[str], width: int) -> tuple[str, ...]:
    """An upper heading stands above all cells up to the next one."""
    filled, last = [], ""
    for text in [*cells, *[""] * width][:width]:
        last = text or last
        filled.append(last)
    return tuple(filled)


def _meaning(above: str, text: str, vocabulary: Vocabulary) -> tuple[str | None, int]:
    kind, number = column_kind(text, vocabulary=vocabulary)
    if not above:
        return kind, number
    group, place = column_kind(above, vocabulary=vocabulary)
    whole, whole_number = column_kind(f"{above} {text}", vocabulary=vocabulary)
    if group and kind and (group, kind) in _BELOW:
        return _BELOW[group, kind], number or place
    if whole:
        return whole, whole_number or place
    return (group, place) if not text else (kind, number)


@lru_cache(maxsize=1 << 14)
def column_kind(text: str, *, vocabulary: Vocabulary) -> tuple[str | None, int]:
    """What a heading means and its number; (None, 0) where it is not known.

    ("next", 2) for "Next role 2", ("next_code", 2) for "Next role 2 code".
    """
    if not text or len(text) > _LONGEST_HEADING:
        return None, 0
    kind, number = _kind_of_words(fold(text), vocabulary)
    if kind:
        return kind, number
    for other in dict.fromkeys(one for one in _written_otherwise(text) if one != text):
        kind, number = _kind_of_words(fold(other), vocabulary)
        if kind:
            return kind, number
    kinds = {_kind_of_words(fold(part), vocabulary)[0] for part in text.split("/")} if "/" in text else set()
    return (kinds.pop(), 0) if len(kinds) == 1 else (None, 0)


def _written_otherwise(text: str) -> Iterator[str]:
    """The same heading as people write it: "JobTitle", "Code (required)", "1st next role", "Next role a"."""
    apart = _CAMEL.sub(" ", text.replace("_", " "))
    yield apart
    bare = _BRACKETED.sub(" ", apart)
    yield bare
    yield _ORDINAL.sub(lambda found: f" {_ORDINALS.get(found[0].lower(), found[1])} ", bare)
    lettered = _LETTERED.fullmatch(bare.strip())
    if lettered:
        yield f"{lettered[1]} {ord(lettered[2].lower()) - ord('a') + 1}"


def _kind_of_words(folded: str, vocabulary: Vocabulary) -> tuple[str | None, int]:
    if folded in vocabulary.columns:
        return vocabulary.columns[folded], 0
    numbers = _NUMBER.findall(folded)
    stem = " ".join(_NUMBER.sub(" ", folded).split()) if len(numbers) == 1 else folded
    kind = vocabulary.columns.get(stem) or _composed(stem, vocabulary)
    if kind in _TARGETS | _NUMBERED or (kind and not numbers):
        return kind, int(numbers[0]) if numbers else 0
    return None, 0


def _composed(folded: str, vocabulary: Vocabulary) -> str | None:
    """What a heading of two known parts means: "leads to" and "job code"."""
    at = folded.find(" ")
    while at > 0:
        kind = vocabulary.columns.get(folded[:at])
        if kind and (found := _BELOW.get((kind, vocabulary.columns.get(folded[at + 1 :], "")))):
            return found
        at = folded.find(" ", at + 1)
    return None


def heading_of(row: Row, *, vocabulary: Vocabulary) -> tuple[Heading, ...]:
    """The columns that a row in the middle of a table begins anew; empty where it is none but a record."""
    columns = tuple(_columns([row], 1, vocabulary))
    kinds = {column.kind for column in columns}
    return columns if None not in kinds and len(kinds) > 1 and kinds & _SUBJECTS else ()


def _is_heading(found: Headings, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    if len(rows) < found.rows or any(len(cell) > _LONGEST for row in rows for cell in row.cells):
        return False
    if found.rows == 2 and not _are_two(rows, vocabulary):  # noqa: PLR2004 - two rows
        return False
    return bool(found.kinds & _SUBJECTS) and (len(found.kinds) > 1 or _says_further(found))


def _says_further(found: Headings) -> bool:
    return any(_FURTHER.search(fold(column.text)) for column in found.columns if not column.kind)


def _is_of_roles(found: Headings, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether a table is one of roles: by a heading that nothing else has, by all of them, or by its titles."""
    if is_of_people(found.columns):
        return False
    if _says_further(found) or any(one.kind and not is_weak(one.text) for one in found.columns):
        return True
    kinds = {one.kind for one in found.columns}
    if None not in kinds and any(some <= kinds for some in _WEAK_TOGETHER):
        return True
    return {"title", "job_code"} <= kinds and _are_titles(found, rows, vocabulary)


def _are_titles(found: Headings, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether most of what stands under the heading of the titles ends with a level, or has a word of job titles."""
    at = next(one.index for one in found.columns if one.kind == "title")
    below = rows[found.first + found.rows : found.first + found.rows + LOOKED_AT]
    cells = [row.cells[at] for row in below if at < len(row.cells) and row.cells[at]]
    nouns = {word for pair in vocabulary.abbreviations.values() for word in pair} | {*vocabulary.abbreviations}
    alike = [
        one
        for one in map(words, cells)
        if ends_with_its_only_number(one, vocabulary=vocabulary) or any(word.text in nouns for word in one)
    ]
    return 2 * len(alike) > len(cells)


def names_people(heading: Heading) -> bool:
    """Whether a column holds names of people, or how to reach them: that is nothing that a role is."""
    return not heading.kind and fold(heading.text) in _OF_PEOPLE | _CONTACTS | _HOLDERS


def is_weak(label: str) -> bool:
    """Whether a label or heading is a word that other tables and papers have as well."""
    return _NUMBER.sub("", fold(label)).strip() in _WEAK


def is_of_people(columns: Sequence[Heading]) -> bool:
    """Whether a table says who has which title: that is no statement about roles, and nobody's name is to be shown."""
    kinds = {one.kind for one in columns}
    others = {fold(one.text) for one in columns if not one.kind}
    return bool(kinds & {"title", "from"} and (others & _OF_PEOPLE or (others & _CONTACTS and not kinds & _TARGETS)))


def heads_people(row: Row, *, vocabulary: Vocabulary) -> bool:
    """Whether a row is the heading of a list of people."""
    return is_of_people(tuple(_columns([row], 1, vocabulary)))


def _are_two(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether two rows are one heading: the upper one groups columns, and the lower one says what of each."""
    lower = rows[-1].cells
    upper = _filled_on(rows[0].cells, len(lower))
    groups = [column_kind(above, vocabulary=vocabulary)[0] for above in upper]
    kinds = [column_kind(text, vocabulary=vocabulary)[0] for text in lower]
    pairs = list(zip(groups, lower, kinds, strict=True))
    # "Next role" over "1", "2", "3".
    numbered = [group for group, text, _ in pairs if group in _TARGETS and _NUMBER_ALONE.fullmatch(text)]
    below = [*(kind for group, _, kind in pairs if (group or "", kind or "") in _BELOW), *numbered]
    unknown = sum(1 for _, text, kind in pairs if text and not kind) - len(numbered)
    known = sum(1 for kind in kinds if kind)
    return bool(below) and unknown <= (known if "title" in below else 0)


def _has_records(found: Headings, rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Whether something stands below the subject, and no row label: a row of pairs is no heading."""
    subjects = [column.index for column in found.columns if column.kind in _SUBJECTS]
    below = rows[found.first + found.rows : found.first + found.rows + LOOKED_AT]
    cells = [row.cells[index] for row in below for index in subjects if index < len(row.cells)]
    filled = [cell for cell in cells if cell]
    known = {*vocabulary.labels, *vocabulary.columns}
    if not filled or _NUMBER.sub("", fold(filled[0])).strip() in known:
        return False
    # A form has one row of values, then labels again.
    return not (len(below) > 1 and _are_labels(below[1], vocabulary))


def _are_labels(row: Row, vocabulary: Vocabulary) -> bool:
    """Whether a row consists of headings, but of none that a record is about."""
    kinds = {column_kind(cell, vocabulary=vocabulary)[0] for cell in row.cells if cell}
    return None not in kinds and not kinds & _SUBJECTS
