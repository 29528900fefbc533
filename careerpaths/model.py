"""The frozen values that everything else speaks in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field

from careerpaths.mentions import short

PROBLEM = "problem"
NOTE = "note"
USED, BLANK, REPEATED, UNPLACED = "used", "blank", "repeated_header", "unplaced"
"""What becomes of a cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a statement stands: a citation that somebody can look up."""

    document: str
    """POSIX path relative to the data folder that was named, or the file's own name."""
    row: str | None
    """The row's label as in the document."""
    column: str | None
    """The level's label; None in the header rows that hold for every level."""
    text: str
    """The whole cell as read, its pieces joined."""
    line: int | None = None
    """The line in the document where the row begins, from 1."""
    page: int | None = None
    """Page, from 1; in text, the number of the header block."""
    sheet: int | None = None
    """Sheet of a workbook, from 1."""

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        sheet = f"sheet {self.sheet}, " if self.sheet else ""
        line = [] if self.line is None else [f"{sheet}line {self.line}"]
        named = [f'{name} "{short(text)}"' for name, text in (("row", self.row), ("column", self.column)) if text]
        return ", ".join([*line, *named])

    def to_dict(self) -> dict[str, str | int | None]:
        """The JSON shape of a source."""
        return asdict(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something in a document that could not be taken as it stands, or a guess that was sure (a note)."""

    severity: str
    """"problem" or "note"."""
    document: str
    place: str
    """Line, row and column, in words."""
    message: str
    """What was found, what was expected, what to do."""
    line: int | None = None

    def to_dict(self) -> dict[str, str]:
        """The JSON shape of a problem."""
        return {
            "severity": self.severity,
            "document": self.document,
            "place": self.place,
            "message": self.message,
        }


class Covered(str):
    """A blank cell into which the cell above reaches: both are merged, and what that one says holds here too."""

    __slots__ = ()


class Spanned(str):
    """A blank cell into which the first cell of its row reaches: both are merged."""

    __slots__ = ()


ITEM = "\u2022 "
"""The mark of an item of a list in a cell that holds something else, too."""


class Listed(str):
    """A cell whose lines are the items of a list, as its document marks them, and nothing else."""

    __slots__ = ()


COVERED = Covered()
"""The only value of its kind."""
SPANNED = Spanned()
"""The only value of its kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of a document as its reader found it: cells in order, nothing interpreted."""

    cells: tuple[str, ...]
    """Texts; of a cell over several rows the first, below it COVERED."""
    line: int
    """Line of a text, row of a sheet, else the number of the row among all rows of the document; rising, from 1."""
    sheet: int | None = None
    page: int | None = None
    """The page where the format has pages; None in text, whose pages are counted by header blocks."""
    is_heading: bool = False
    """Whether it is a text outside of tables that has the style of a heading."""
    tabbed: tuple[str, ...] = ()
    """Of a text outside of tables the parts between its tabs, where there are several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document, or one sheet of a workbook, turned into rows by its reader."""

    name: str
    kind: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()
    sheet: int | None = None
    """Sheet of a workbook, from 1."""
    sheet_name: str | None = None
    running: tuple[str, ...] = ()
    """What the heads and feet of printed pages say; no cells."""
    untaken: tuple[tuple[int, int], ...] = ()
    """Cells with something in them that the reader could not take, as (line, cell); they may lie beside the rows."""


COUNTED_ROWS = ("pdf", "docx", "html")
"""Formats without lines: their rows are counted."""


def place_of_whole(document: Document) -> str:
    """Says where a whole document or sheet stands, in words: "sheet 2"."""
    return "whole document" if document.sheet is None else f"sheet {document.sheet}"


def places_in(document: Document) -> Callable[[int], str]:
    """Says where a row stands, in words: "line 7", "sheet 2, line 7", "page 3, table row 12"."""
    unit = "table row" if document.kind in COUNTED_ROWS else "line"
    sheet = f"sheet {document.sheet}, " if document.sheet is not None else ""
    pages = {row.line: f"page {row.page}, " for row in document.rows if row.page} if unit != "line" else {}
    return lambda line: f"{sheet}{pages.get(line, '')}{unit} {line}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One filled cell of a standard and what its row means."""

    kind: str | None
    """The meaning of the row ("title", "career_path", "education" ...); None for a label that is not known."""
    label: str
    text: str
    source: Source
    places: tuple[tuple[int, int], ...]
    """The raw cells that it was read from: (line, cell), both from 1."""
    code: str | None = None
    """In a career path, the job code that stands with the title or alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One level of a standard."""

    level: Entry | None
    title: Entry
    entries: tuple[Entry, ...]
    """Every filled cell of the column below the header, the title included, in the document's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """One job standard: a header that holds for all, and a column for each level."""

    document: str
    header: tuple[Entry, ...]
    columns: tuple[Column, ...]
    states_moves: bool
    """Whether it has rows for next roles at all; blank ones count."""
    unused_levels: tuple[Entry, ...] = ()
    """Levels that have a column but no title: the standard has no job for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What became of the cells of a document; the four add up to the cells read."""

    used: int = 0
    blank: int = 0
    repeated_header: int = 0
    unplaced: int = 0

    @property
    def total(self) -> int:
        """All the cells read."""
        return self.used + self.blank + self.repeated_header + self.unplaced


When = tuple[int, ...]
"""(year, month, day), as far as it is stated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What a document says of its edition.

    Attributes:
        date: year, month, day as far as stated; empty where no date is.
        version: its numbers; empty where none is stated.
        draft: whether it calls itself a draft.
        old: whether the name of the sheet says that another has replaced it ("Old", "Archive").
        of_sheet: whether the name of the sheet says any of this, so that it holds for no other sheet.
        evidence: the text that says so, with where it stands.
        by_day: the date with the day first, where its numbers may be read both ways and mean two days.
        first: "day" or "month", where its numbers show which of them stands first.
    """

    date: When = ()
    version: When = ()
    draft: bool = False
    old: bool = False
    of_sheet: bool = False
    evidence: str = ""
    by_day: When = ()
    first: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read out of one document, or of one sheet of a workbook."""

    document: str
    kind: str
    """The format: "text", "xlsx" ..."""
    standards: tuple[Standard, ...]
    problems: tuple[Problem, ...]
    fates: tuple[tuple[int, int, str], ...]
    """(line, cell, fate) of every raw cell; fates are the field names of Tally."""
    content: str = "standard"
    """What it holds: "standard", "role table", "move list", "job description", "overlay", "nothing", "copy" or
    "unread"."""
    sheet: int | None = None
    dating: Dating = Dating()
    """What it says of its edition."""
    passing: bool = False
    """Whether it may be read another time though nothing in it has changed: no rights, or out of time or memory."""
    shapes: tuple[tuple[str, ...], ...] = ()
    """Where no standard was found, the first of its rows, cut short, to suggest words from."""

    @property
    def tally(self) -> Tally:
        """The fates, counted."""
        counts = dict.fromkeys(("used", "blank", "repeated_header", "unplaced"), 0)
        for _, _, fate in self.fates:
            counts[fate] += 1
        return Tally(**counts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One title at one level: defined by a standard, or only named in a career path."""

    id: str
    title: str
    """The title as first stated."""
    name: str
    """The title as shown: unique in a catalogue, "Title (code)" where two roles share one."""
    job_code: str | None = None
    level: str | None = None
    category: str | None = None
    job_function: str | None = None
    job_family: str | None = None
    personnel_program: str | None = None
    flsa: str | None = None
    tracking_code: str | None = None
    defined: bool
    states_moves: bool = False
    """Whether its documents have a place for next roles, and what stands there could be read."""
    track: str | None = None
    level_order: int | None = None
    requirements: tuple[tuple[str, str], ...] = ()
    """(row label, text) of what must be had: education, licences, certificates, special conditions."""
    requirement_kinds: tuple[str, ...] = ()
    """For each of these its kind: "education", "license", "certificate" or "special_condition"."""
    asks_stated: bool = True
    """Whether its documents say anything of what it asks: requirements, duties or knowledge."""
    scope: str | None = None
    """The first sentence of its scope."""
    extras: tuple[tuple[str, str], ...] = ()
    """(label, value) of further facts, of its documents and of overlays: grade, salary range, headcount ..."""
    aliases: tuple[str, ...] = ()
    """Other spellings of the title, in the order in which they were met."""
    documents: tuple[str, ...] = ()
    """The documents that define it; of an undefined role, those that name it."""
    columns: tuple[tuple[int, int], ...] = ()
    """Where it is defined: (standard, column) in the catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A stated step from one role to another, with every place that states it."""

    start: str
    end: str
    kind: str
    kind_basis: str | None
    direction: str | None
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Many standards as one; keeps everything as declared."""

    standards: tuple[Standard, ...]
    roles: tuple[Role, ...]
    """In ladder order: function, track, level, title."""
    moves: tuple[Move, ...]
    problems: tuple[Problem, ...]
    readings: tuple[Reading, ...] = ()
    organisation: str | None = None
    edition: str | None = None
    contact: str | None = None
    tops: tuple[str, ...] = ()
    """Ids of roles that the configuration declares to be tops."""
    superseded: tuple[Reading, ...] = ()
    """Documents with those of their standards that a newer edition replaces: no answer uses them."""
    undecided: tuple[tuple[str, str], ...] = ()
    """Pairs of documents that define the same roles and do not state the same, and both count: neither is known to be
    newer."""
    added: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    """What overlays add, by the id of the role."""
    overlays: tuple[Reading, ...] = ()
    """The overlays, each with the records that name a role."""
    selectors: Mapping[str, str] = field(default_factory=dict)
    """Names that the configuration gives to selectors."""
    scales: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Words with their ranks by which statements are compared ("proficiency", "education"); empty: those known."""
    sample: bool = False
    """True where no data was named and the sample standards of the package were read."""
