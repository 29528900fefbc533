"""Tags and texts to rows: tables, tables inside tables, and what stands outside of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from careerpaths.model import ITEM, Listed
from careerpaths.readers.characters import Headline, cell_text, invisible_message
from careerpaths.readers.headlines import Bold
from careerpaths.readers.html.markup import Mark, attributes
from careerpaths.readers.html.spans import MOST_ROWS_SPANNED, MOST_SPANNED, Cell, TableRow, rows_in_columns

MOST_ROWS = 200_000
"""Rows of a document, the texts outside of tables included."""
MOST_CELLS = 2_000_000
"""Cells of a document; in a table with cells over several columns or rows, the places that they take."""
DEEPEST = 50
"""Tables inside tables; what is deeper belongs to the table around it."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# fmt: off
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "button", "center", "details", "dialog", "dir",
        "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "optgroup", "option", "p", "pre", "search", "section", "select", "summary", "textarea", "ul", "xmp",
    ),
)
# fmt: on
_APART = frozenset({"aside", "footer", "header", "hr", "main", "nav"}) | _HEADINGS
"""What begins or ends another part of a page: it stands apart from what is above and below."""
_LISTS = frozenset({"dir", "li", "menu", "ol", "ul"})
_ENDS_DESCRIPTION = frozenset(
    ("article", "aside", "dl", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "section"),
)
_GROUPS = ("thead", "tbody", "tfoot")
_CELLS = ("td", "th")
_BOLD = frozenset({"b", "strong"})
_EMPTY = frozenset(("br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"))
# Elements whose end tag is seldom written: another one ends them.
_ENDED_BY_NEXT = frozenset(("dd", "dt", "li", "option", "p", "td", "th", "tr"))
_HIDING = re.compile(r"hidden|display\s*:\s*none", re.IGNORECASE)
_NONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_SPACES = re.compile(r"[\t\n\f\r ]+")
_NUMBER = re.compile(r"\s*\+?0*(\d+)", re.ASCII)
_MOST_DIGITS = 9

Texts = tuple[str, ...]


@dataclass(slots=True, eq=False, repr=False)
class _Block:
    """A text while it is read; a line feed is a break that is seen."""

    pieces: list[str] = field(default_factory=list)
    is_broken: bool = True
    items: list[int] = field(default_factory=list)
    """The pieces with which items of lists begin."""
    in_item: str = ""
    """"new" where an item has begun, "told" where it has said something."""
    has_more: bool = False
    """Whether something stands outside of the items."""
    is_plain: bool = False
    """Whether something of it is not in bold."""

    def add(self, text: str, *, is_bold: bool = False) -> None:
        if text.strip():
            self.is_plain = self.is_plain or not is_bold
            self.items += [len(self.pieces)] if self.in_item == "new" else []
            self.has_more = self.has_more or not self.in_item
            self.in_item = self.in_item and "told"
        self.pieces.append(text)
        self.is_broken = self.is_broken and not text.strip()

    def end_line(self) -> None:
        """A line break where the line says something."""
        if not self.is_broken:
            self.pieces.append("\n")
            self.is_broken = True

    def taken(self) -> str:
        """The text, clean; the block is empty afterwards."""
        text = cell_text("".join(self.pieces))
        if self.items and (self.has_more or len(self.items) != text.count("\n") + 1):
            for at in self.items:
                self.pieces[at] = f"{ITEM}{self.pieces[at]}"
            text = cell_text("".join(self.pieces))
        elif self.items:
            text = Listed(text)
        self.pieces, self.is_broken, self.items, self.in_item, self.has_more = [], True, [], "", False
        self.is_plain = False
        return text


@dataclass(slots=True, eq=False, repr=False)
class _Table:
    """A table while it is read.

    Attributes:
        items: its rows; texts where a row was cut by a table inside it.
        cells: of the open row, None where none is open.
        spans: columns and rows of the open cell, None where none is open.
        block: the text of the open cell or caption.
        in_caption: whether a caption is open.
        was_cut: whether the open row was cut.
        group: the number of the row group.
        deeper: tables inside it that count as part of it.
    """

    items: list[TableRow | Texts] = field(default_factory=list)
    cells: list[Cell] | None = None
    spans: tuple[int, int] | None = None
    block: _Block = field(default_factory=_Block)
    in_caption: bool = False
    was_cut: bool = False
    group: int = 0
    deeper: int = 0

    @property
    def takes_text(self) -> bool:
        """Whether a cell or the caption is open."""
        return self.spans is not None or self.in_caption


@dataclass(slots=True, eq=False, repr=False, kw_only=True)
class Page:
    """A document while it is read.

    Attributes:
        cells_left: how many cells may still be read.
        rows_left: how many rows may still be read.
        rows: the rows with text so far.
        tables: those that are open, the innermost last.
        block: the text outside of tables.
        described: "dt" or "dd" while one is open outside of tables.
        label: what a dt says, until its dd comes.
        has_label: whether a dd has come since the last dt.
        pre: open pre elements.
        bold: open elements that set their text in bold.
        templates: open template elements, whose contents nobody sees.
        hiding: the name of the open element that is hidden, and how many of its name are open.
        hidden: where the first text stands that is hidden.
        invisible: the first character that is not seen: what a note says, and where it stands.
        deep: where a table stands that is too deep.
        lost: where the first text stands in a template that never ends.
    """

    cells_left: int
    rows_left: int
    rows: list[Texts] = field(default_factory=list)
    tables: list[_Table] = field(default_factory=list)
    block: _Block = field(default_factory=_Block)
    described: str = ""
    label: str = ""
    has_label: bool = False
    pre: int = 0
    bold: int = 0
    templates: int = 0
    hiding: tuple[str, int] = ("", 0)
    hidden: int | None = None
    invisible: tuple[str, int] | None = None
    deep: int | None = None
    lost: int | None = None

    @property
    def is_full(self) -> bool:
        """Whether a limit was reached."""
        return self.cells_left < 0 or self.rows_left < 0


def read_page(marks: Iterable[Mark]) -> Page:
    """The rows of a document, and what was met on the way."""
    page = Page(cells_left=MOST_CELLS, rows_left=MOST_ROWS)
    for mark in marks:
        if mark.name == "template":
            page.templates = max(0, page.templates + (1 if mark.kind == "start" else -1))
        elif page.templates:
            if page.lost is None and mark.kind == "text" and mark.text.strip():
                page.lost = mark.position
        elif mark.kind == "text":
            _text(page, mark)
        elif mark.kind == "start":
            page.bold += mark.name in _BOLD
            _watch_hidden(page, mark)
            _start(page, mark)
        else:
            page.bold -= mark.name in _BOLD and page.bold > 0
            _unhide(page, mark.name)
            _end(page, mark.name)
        if page.is_full:
            break
        if not page.templates:
            page.lost = None
    while page.tables:
        _close_table(page)
    _finish(page)
    return page


def _text(page: Page, mark: Mark) -> None:
    text = mark.text
    if page.hidden is None and page.hiding[1] and text.strip():
        page.hidden = mark.position
    if page.invisible is None and (message := invisible_message(text)):
        page.invisible = message, mark.position
    _open_block(page).add(text if page.pre else _SPACES.sub(" ", text), is_bold=page.bold > 0)


def _open_block(page: Page) -> _Block:
    """Where a text belongs: the innermost open cell, or what stands before the table."""
    return next((table.block for table in reversed(page.tables) if table.takes_text), page.block)


def _watch_hidden(page: Page, mark: Mark) -> None:
    name, count = page.hiding
    if count and name == mark.name:
        page.hiding = ("", 0) if name in _ENDED_BY_NEXT else (name, count + 1)
    if page.hiding[1] or mark.name in _EMPTY or not _HIDING.search(mark.text):
        return
    stated = attributes(mark.text)
    if "hidden" in stated or _NONE.search(stated.get("style", "")):
        page.hiding = (mark.name, 1)


def _unhide(page: Page, name: str) -> None:
    if page.hiding[1] and page.hiding[0] == name:
        page.hiding = (name, page.hiding[1] - 1)


def _start(page: Page, mark: Mark) -> None:
    name = mark.name
    table = page.tables[-1] if page.tables else None
    if name == "table":
        _start_table(page, mark)
    elif name == "br":
        block = _open_block(page)
        block.pieces.append("\n")
        block.is_broken = True
    elif name in {"dt", "dd"} and not page.tables:
        _flush(page)
        page.described = name
    elif table is not None and _starts_part(page, table, mark):
        pass
    elif name in _BLOCKS or name in {"dt", "dd", "tr", "caption", *_CELLS}:
        page.pre += name == "pre"
        _break(page, name, begins_item=name == "li")


def _starts_part(page: Page, table: _Table, mark: Mark) -> bool:
    """Whether a tag starts a part of a table, which is then open."""
    name = mark.name
    if name in _CELLS:
        _close_cell(page, table)
        table.cells = [] if table.cells is None else table.cells
        stated = attributes(mark.text) if "span" in mark.text.lower() else {}
        columns = _number(stated.get("colspan"), MOST_SPANNED) or 1
        table.spans = columns, _number(stated.get("rowspan"), MOST_ROWS_SPANNED)
    elif name == "tr":
        _close_row(page, table)
        table.cells = []
    elif name in _GROUPS:
        _close_row(page, table)
        table.group += 1
    elif name == "caption":
        _close_row(page, table)
        table.in_caption = True
    else:
        return False
    return True


def _number(stated: str | None, most: int) -> int:
    """A whole number as browsers read it, clamped; 1 where none is stated."""
    found = _NUMBER.match(stated) if stated else None
    if found is None:
        return 1
    return min(int(found[1]), most) if len(found[1]) <= _MOST_DIGITS else most


def _end(page: Page, name: str) -> None:
    table = page.tables[-1] if page.tables else None
    if name == "table":
        if table is not None and table.deeper:
            table.deeper -= 1
        elif table is not None:
            _close_table(page)
    elif table is not None and name in _CELLS:
        _close_cell(page, table)
    elif table is not None and (name == "tr" or name in _GROUPS):
        _close_row(page, table)
        table.group += name != "tr"
    elif table is not None and name == "caption":
        _close_caption(page, table)
    elif name in {"dt", "dd"} and page.described == name and not page.tables:
        _flush(page)
    elif name in _BLOCKS:
        page.pre = max(0, page.pre - (name == "pre"))
        _end_block(page, name)
    elif name == "br":
        _open_block(page).end_line()


def _break(page: Page, name: str, *, begins_item: bool = False) -> None:
    """The begin or end of a block: a line break inside of a cell, outside of tables the end of a row."""
    block = _open_block(page)
    if block is not page.block or (page.described and name not in _ENDS_DESCRIPTION):
        block.end_line()
        if name in _LISTS:
            block.in_item = "new" if begins_item else ""
    else:
        (_finish if name in _ENDS_DESCRIPTION else _flush)(page)
        if name in _APART and page.rows and page.rows[-1]:
            page.rows.append(())


def _end_block(page: Page, name: str) -> None:
    """The end of a block; the text of a heading, which stands alone in its row, is marked as one."""
    before = len(page.rows)
    _break(page, name)
    for at in range(before, len(page.rows) if name in _HEADINGS else before):
        if len(page.rows[at]) == 1:
            page.rows[at] = (Headline(page.rows[at][0]),)


def _flush(page: Page) -> None:
    """Give what stands outside of tables as a row; a dt waits for its dd."""
    is_bold, text = not page.block.is_plain, page.block.taken()
    described, page.described = page.described, ""
    if described == "dd":
        if text:
            _give(page, (page.label, text) if page.label or page.has_label else (text,))
            page.label, page.has_label = "", True
        return
    if page.label and (described or text):
        _give(page, (page.label,))
        page.label = ""
    if described:
        page.label = text
    elif text:
        _give(page, (Bold(text) if is_bold else text,))
    page.has_label = page.has_label and not text


def _finish(page: Page) -> None:
    """Give what stands outside of tables; a label that waits for its value stands alone."""
    _flush(page)
    if page.label:
        _give(page, (page.label,))
    page.label, page.has_label = "", False


def _give(page: Page, texts: Texts) -> None:
    page.rows.append(texts)
    page.rows_left -= 1
    page.cells_left -= len(texts)


def _start_table(page: Page, mark: Mark) -> None:
    table = page.tables[-1] if page.tables else None
    if table is not None and not table.takes_text:
        # Between rows another table ends this one.
        _close_table(page)
        table = page.tables[-1] if page.tables else None
    if len(page.tables) >= DEEPEST and table is not None:
        table.deeper += 1
        page.deep = mark.position if page.deep is None else page.deep
        return
    if table is None:
        _finish(page)
    page.tables.append(_Table())


def _close_caption(page: Page, table: _Table) -> None:
    if table.in_caption:
        table.in_caption = False
        _take(page, table, (table.block.taken(),))


def _take(page: Page, table: _Table, item: TableRow | Texts) -> None:
    table.items.append(item)
    page.rows_left -= 1


def _close_cell(page: Page, table: _Table) -> None:
    _close_caption(page, table)
    if table.spans is None:
        return
    columns, rows = table.spans
    cells = table.cells if table.cells is not None else []
    cells.append(Cell(table.block.taken(), columns, rows))
    table.cells, table.spans = cells, None
    page.cells_left -= 1
    page.pre = 0


def _close_row(page: Page, table: _Table) -> None:
    _close_cell(page, table)
    if table.was_cut:
        _cut(page, table)
    elif table.cells is not None:
        _take(page, table, TableRow(tuple(table.cells), table.group))
    table.cells, table.was_cut = None, False


def _cut(page: Page, table: _Table) -> None:
    """Give the cells of a row that stand before or behind a table inside it; behind it without those before."""
    texts = [cell.text for cell in table.cells or ()]
    first = next((index for index, text in enumerate(texts) if text), None)
    if first is not None:
        _take(page, table, tuple(texts[first if table.was_cut else 0 :]))
    table.cells = []


def _close_table(page: Page) -> None:
    table = page.tables.pop()
    _close_row(page, table)
    rows = _table_rows(page, table)
    outer = next((one for one in reversed(page.tables) if one.takes_text), None)
    if outer is None:
        # What stood between the cells is shown before the table.
        _finish(page)
        page.rows.extend(rows)
    elif outer.spans is None or all(len(row) == 1 for row in rows):
        # A table of one column inside a cell is a list.
        for row in rows:
            outer.block.end_line()
            outer.block.add(" ".join(row))
        outer.block.end_line()
    else:
        _put_inside(page, outer, outer.spans, rows)


def _put_inside(page: Page, outer: _Table, spans: tuple[int, int], rows: list[Texts]) -> None:
    """Give a table inside a cell as rows of their own, between what stands before and behind it."""
    _close_cell(page, outer)
    _cut(page, outer)
    outer.items.extend(rows)
    outer.was_cut, outer.spans = True, spans


def _table_rows(page: Page, table: _Table) -> list[Texts]:
    """The rows of a table that say something."""
    grid = iter(rows_in_columns([item for item in table.items if isinstance(item, TableRow)], most=MOST_CELLS))
    rows: list[Texts] = []
    for item in table.items:
        texts = next(grid, None) if isinstance(item, TableRow) else item
        if texts is None:
            page.cells_left = -1
            break
        if any(texts):
            rows.append(texts)
    return rows
