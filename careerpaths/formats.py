"""Answers as JSON, CSV and Markdown, each one function for all of them; the graph as node-link JSON."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

import networkx as nx

from careerpaths.errors import BadArgument
from careerpaths.files import write_text
from careerpaths.queries.answers import SCHEMA, Record

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+!|~$&:@^=-])")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Answer(Protocol):
    """What every answer offers: one JSON shape and flat rows."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of its rows."""

    def to_dict(self) -> dict[str, Any] | list[dict[str, Any]]:
        """The JSON shape."""

    def rows(self) -> Iterator[Record]:
        """Flat records."""


@runtime_checkable
class Streamed(Protocol):
    """What an answer offers that is too large to be held as a whole."""

    def items(self) -> Iterator[tuple[str, Any]]:
        """The entries of its JSON shape."""


def as_json(answer: Answer) -> Iterator[str]:
    """An answer in its JSON shape, ASCII only, so that no console or file share can spoil it."""
    if isinstance(answer, Streamed):
        yield from _streamed(answer.items())
    else:
        yield json.dumps(answer.to_dict(), indent=2) + "\n"


def _streamed(items: Iterable[tuple[str, Any]]) -> Iterator[str]:
    """An object as `json.dumps` writes it, one entry at a time."""
    mark = "{"
    for key, value in items:
        yield f"{mark}\n{json.dumps({key: value}, indent=2)[2:-2]}"
        mark = ","
    yield "{}\n" if mark == "{" else "\n}\n"


@runtime_checkable
class Detailed(Protocol):
    """What an answer about steps offers: what each changes, one by one."""

    @property
    def detailed_columns(self) -> tuple[str, ...]:
        """The keys of its detailed rows."""

    def detailed_rows(self) -> Iterator[Record]:
        """One flat record for each change."""


@runtime_checkable
class Explained(Protocol):
    """What an answer offers that says it in a sentence."""

    explanation: str


@runtime_checkable
class Told(Protocol):
    """What an answer offers that says it in several sentences."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each a paragraph of its own."""


def as_csv(answer: Answer) -> Iterator[str]:
    """The rows of an answer as CSV (RFC 4180, LF), one line at a time, header first.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    yield from _csv_lines(answer.columns, answer.rows())


def as_markdown(answer: Answer) -> Iterator[str]:
    """What an answer says in sentences, then its rows as a Markdown table; every mark that would be read is escaped."""
    yield from _markdown_lines(answer, answer.columns, answer.rows())


def detailed(name: str, answer: Answer) -> Iterator[str]:
    """An answer in the format of that name, in CSV and Markdown with one row for each change of its steps."""
    if not isinstance(answer, Detailed) or name == "json":
        yield from FORMATS[name](answer)
    elif name == "csv":
        yield from _csv_lines(answer.detailed_columns, answer.detailed_rows())
    else:
        yield from _markdown_lines(answer, answer.detailed_columns, answer.detailed_rows())


def explained(answer: Answer) -> tuple[str, ...]:
    """What an answer says in sentences, each a paragraph."""
    if isinstance(answer, Told):
        return answer.sentences
    return (answer.explanation,) if isinstance(answer, Explained) else ()


def _csv_lines(columns: tuple[str, ...], rows: Iterable[Record]) -> Iterator[str]:
    yield _csv_line(columns)
    for record in rows:
        yield _csv_line([record[column] for column in columns])


def _markdown_lines(answer: Answer, columns: tuple[str, ...], rows: Iterable[Record]) -> Iterator[str]:
    yield from (f"{_markdown_value(text)}\n\n" for text in explained(answer))
    yield _markdown_line(columns)
    yield _line(["---"] * len(columns))
    for record in rows:
        yield _markdown_line([record[column] for column in columns])


FORMATS: MappingProxyType[str, Callable[[Answer], Iterator[str]]] = MappingProxyType(
    {"json": as_json, "csv": as_csv, "markdown": as_markdown},
)


def graph_data(graph: nx.DiGraph[str]) -> dict[str, Any]:
    """The graph in networkx's node-link shape (`edges`), with `schema`; nodes in reading order, edges sorted."""
    data = nx.node_link_data(graph, edges="edges")
    return {"schema": SCHEMA, **data}


def graph_json(graph: nx.DiGraph[str]) -> str:
    """The graph as node-link JSON, ASCII only."""
    return json.dumps(graph_data(graph), indent=1) + "\n"


GRAPH_FORMATS: MappingProxyType[str, Callable[[nx.DiGraph[str]], str]] = MappingProxyType({".json": graph_json})


def write_graph(graph: nx.DiGraph[str], path: str | Path) -> Path:
    """Write the graph to a file, whole or not at all; the ending decides the format.

    Args:
        graph: from `build_graph`.
        path: a file that ends in `.json` (node-link).

    Raises:
        BadArgument: no such format.
        CannotWrite: the file could not be written.
    """
    ending = Path(path).suffix.lower()
    if ending not in GRAPH_FORMATS:
        message = f"{path}: no format for the ending {ending or 'that is missing'}; known: {', '.join(GRAPH_FORMATS)}"
        raise BadArgument(message)
    return write_text(path, GRAPH_FORMATS[ending](graph))


def _csv_line(values: Any) -> str:
    stream = io.StringIO()
    # The writer quotes the characters of its line end only: a lone carriage return in a text would tear the row.
    csv.writer(stream, lineterminator="\r\n").writerow([_csv_value(value) for value in values])
    return stream.getvalue().removesuffix("\r\n") + "\n"


def _csv_value(value: str | int | bool | None) -> str | int | None:  # noqa: FBT001 - a cell, not an option
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str) and value.startswith(_FORMULA):
        return f"'{value}"
    return value


def _markdown_line(values: Any) -> str:
    return _line([_markdown_value(value) for value in values])


def _markdown_value(value: Any) -> str:
    shown = _csv_value(value) if isinstance(value, bool) else value
    return _MARKUP.sub(r"\\\1", " ".join(str(shown).split())) if shown is not None else ""


def _line(cells: Any) -> str:
    return f"| {' | '.join(cells)} |\n"
