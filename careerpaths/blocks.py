"""Whole rows as header blocks with what stands under them, in the order in which a standard is read.

Where a document has its titles above their levels, its codes above its titles or its levels below all, the rows are
brought into the order of the others, so that one way of reading is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from careerpaths.pagination import WholeRow
from careerpaths.vocabulary import ATTRIBUTES


@dataclass(frozen=True, slots=True)
class Page:
    """A header block with the rows under it."""

    header: list[WholeRow] = field(default_factory=list)
    body: list[WholeRow] = field(default_factory=list)

    @property
    def begins_with_title(self) -> bool:
        """Whether a row of titles is the first of its rows, codes and the like aside."""
        first = next((row for row in self.body if row.label.kind not in ATTRIBUTES), None)
        return first is not None and first.label.kind == "title"

    @property
    def holds_titles_alone(self) -> bool:
        """Whether it has titles, and nothing else but codes and the like."""
        kinds = {row.label.kind for row in self.body}
        return "title" in kinds and kinds <= {"title", *ATTRIBUTES}

    @property
    def has_levels(self) -> bool:
        """Whether it says its levels."""
        return any(row.label.kind == "level" for row in self.header)

    @property
    def has_title(self) -> bool:
        """Whether a row of titles stands under it."""
        return any(row.label.kind == "title" for row in self.body)


def header_blocks(rows: Sequence[WholeRow]) -> list[Page]:
    """Rows as header blocks with what stands under them; a label that comes again begins another block.

    A row with an unknown label between two header rows does not end their block.
    """
    pages = [Page()]
    seen: set[str] = set()
    for row in rows:
        if not row.is_header:
            pages[-1].body.append(row)
            continue
        if any(other.label.kind for other in pages[-1].body) or row.label.key in seen:
            pages.append(Page())
            seen = set()
        seen.add(row.label.key)
        pages[-1].header.append(row)
    return _in_order([page for page in pages if page.header or page.body])


def _in_order(pages: list[Page]) -> list[Page]:
    """The pages with each header block above its titles, and codes below them, wherever the document has them.

    A document that begins with its titles has them above their levels in each of its standards, or all their levels
    below; one that begins with its codes has those above each header block.
    """
    rows = [row for page in pages for row in (*page.header, *page.body)]
    first = min(rows, key=lambda row: row.line, default=None)
    if first is None:
        return pages
    pages = _as_one_block(_levels_above(pages))
    if first.label.kind in ATTRIBUTES:
        _move_below(pages, titles=False)
        for page in pages:
            _codes_below_titles(page.body)
    elif first.label.kind == "title" and any(row.label.kind == "level" for row in rows):
        _move_below(pages, titles=True)
    return pages


def _levels_above(pages: Sequence[Page]) -> list[Page]:
    """Pages with the row of levels at the top, where a document ends with one: it has all of them below."""
    if pages and not pages[-1].body and pages[-1].header[-1].label.kind == "level":
        for above, below in pairwise(pages):
            if below.header[:1] and below.header[0].label.kind == "level" and not above.has_levels:
                above.header.append(below.header.pop(0))
    return [page for page in pages if page.header or page.body]


def _as_one_block(pages: Sequence[Page]) -> list[Page]:
    """Pages joined where titles and codes stand in the midst of a header block, which goes on with other labels."""
    joined: list[Page] = []
    for page in pages:
        above = joined[-1] if joined else None
        keys = {row.label.key for row in page.header}
        if (
            above
            and above.header
            and above.holds_titles_alone
            and keys.isdisjoint(one.label.key for one in above.header)
        ):
            joined[-1] = Page(header=[*above.header, *page.header], body=[*above.body, *page.body])
        else:
            joined.append(page)
    return joined


def _move_below(pages: Sequence[Page], *, titles: bool) -> None:
    """Bring titles with their codes, or codes alone, that stand right above a header block below it."""
    for above, below in pairwise(pages):
        start = _run_of_titles(above.body)
        has_titles = start < len(above.body) and above.body[start].label.kind == "title"
        if has_titles == titles and below.begins_with_title != titles:
            below.body[:0] = above.body[start:]
            del above.body[start:]


def _codes_below_titles(body: list[WholeRow]) -> None:
    for at, row in enumerate(body):
        start = at
        while row.label.kind == "title" and start and body[start - 1].label.kind in ATTRIBUTES:
            start -= 1
        if start < at:
            body[start : at + 1] = [row, *body[start:at]]


def _run_of_titles(body: Sequence[WholeRow]) -> int:
    """Where the last rows begin that are titles with codes and the like, or codes alone."""
    start = len(body)
    while start and body[start - 1].label.kind in ATTRIBUTES:
        start -= 1
    return start - 1 if start and body[start - 1].label.kind == "title" else start
