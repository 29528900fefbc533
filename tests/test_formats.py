"""JSON, CSV, Markdown and the exported graph, each read back by a parser that is not ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.formats import FORMATS, as_csv, as_json, as_markdown

Make = Callable[..., "nx.DiGraph[str]"]
HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"]);alert(1)//',
    "a | b \\ c `d` *e* _f_ [g](h) # i",
    "{{7*7}}",
    "line\nbreak",
    "comma, \"quote\"; 'semicolon'",
    "caf\u00e9 \u2028 \u202e",
)


def hostile(make_graph: Make, title: str) -> nx.DiGraph[str]:
    """Two roles, the second with a hostile title."""
    return make_graph("a -> b", roles={"b": {"title": title}})


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_comes_back_from_csv_and_json_as_it_was(make_graph: Make, title: str) -> None:
    """Python's own csv and json give the title back; JSON is ASCII."""
    answer = cp.roles(hostile(make_graph, title))
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(answer)), newline="")))
    assert rows[1]["title"] == title
    text = "".join(as_json(answer))
    assert text.isascii()
    assert json.loads(text)[1]["title"] == title


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "@SUM(1)", "+1", "-1"])
def test_a_formula_is_no_formula_in_csv(make_graph: Make, title: str) -> None:
    """A text that a spreadsheet would compute begins with an apostrophe."""
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(cp.roles(hostile(make_graph, title)))))))
    assert rows[1]["title"] == f"'{title}"


@pytest.mark.parametrize("title", [*HOSTILE, "=HYPERLINK(1)"])
def test_markdown_is_a_table_whatever_the_title(make_graph: Make, title: str) -> None:
    """Every row has as many cells as the head, and no mark of the title is left to Markdown."""
    lines = "".join(as_markdown(cp.roles(hostile(make_graph, title)))).splitlines()
    cells = [cells_of(line) for line in lines]
    assert {len(row) for row in cells} == {10}
    assert cells[3][1] == " ".join(title.split())
    assert "<" not in lines[3].replace("\\<", "")


def cells_of(line: str) -> list[str]:
    """The cells of a Markdown table row, by the rules of GitHub's table extension."""
    cells, text, escaped = [], "", False
    for mark in line.strip()[1:]:
        if escaped or mark not in "\\|":
            text, escaped = text + mark, False
        elif mark == "\\":
            escaped = True
        else:
            cells.append(text.strip())
            text = ""
    return cells


def test_numbers_booleans_and_what_is_not_stated(make_graph: Make) -> None:
    """Yes and no for people, numbers as they are, nothing where nothing is stated."""
    lines = "".join(as_csv(cp.distances(make_graph("a -> b")))).splitlines()
    assert lines == [",a,b", "a,0,1", "b,,0"]
    table = list(csv.DictReader(io.StringIO("".join(as_csv(cp.roles(make_graph(roles={"a": {}})))))))
    assert (table[0]["defined"], table[0]["flsa"]) == ("yes", "")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_answer_has_its_head(make_graph: Make, name: str) -> None:
    """A route that does not exist is an answer in every format."""
    text = "".join(FORMATS[name](cp.routes(make_graph(roles={"a": {}, "b": {}}), "a", "b")))
    assert text.count("\n") >= 1
    assert "route" in text


def test_write_graph_writes_node_link_json(make_graph: Make, tmp_path: Path) -> None:
    """The file is the export; networkx reads it back; another ending is refused before anything is written."""
    graph = make_graph("a -> b")
    path = cp.write_graph(graph, tmp_path / "graph.json")
    back = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")), edges="edges")
    assert nx.utils.graphs_equal(back, graph)
    for name in ("graph.xyz", "graph"):
        with pytest.raises(cp.BadArgument, match=r"known: \.json"):
            cp.write_graph(graph, tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == ["graph.json"]
