"""The frozen values that everything else speaks in."""

from __future__ import annotations

from dataclasses import asdict, dataclass

PROBLEM = "problem"
NOTE = "note"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a document as its reader found it: cells in order, nothing interpreted."""

    cells: tuple[str, ...]
    line: int
    sheet: int | None = None
    page: int | None = None
    """The page where the format has pages; None in text, whose pages are counted by header blocks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document turned into rows by its reader."""

    name: str
    kind: str
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What was read out of one document."""

    document: str
    kind: str
    standards: tuple[Standard, ...]
    problems: tuple[Problem, ...]
    fates: tuple[tuple[int, int, str], ...]
    """(line, cell, fate) of every raw cell; fates are the field names of Tally."""

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
    scope: str | None = None
    """The first sentence of its scope."""
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
    sample: bool = False
    """True where no data was named and the sample standards of the package were read."""
