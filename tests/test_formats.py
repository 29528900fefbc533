"""JSON, CSV, Markdown and the exported graph, each read back by a parser that is not ours."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

import careerpaths as cp
from careerpaths.formats import FORMATS, GRAPH_FORMATS, as_csv, as_json, as_markdown, detailed, graph_json

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


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(titles=st.lists(any_text.filter(bool), min_size=1, max_size=4, unique=True))
def test_every_title_comes_back_from_every_format(make_graph: Make, titles: list[str]) -> None:
    """The law: JSON gives each text back; CSV as well, but for an apostrophe; Markdown but for its spaces."""
    answer = cp.roles(make_graph(roles={f"r{place}": {"title": title} for place, title in enumerate(titles)}))
    assert [one["title"] for one in json.loads("".join(as_json(answer)))] == titles
    rows = list(csv.DictReader(io.StringIO("".join(as_csv(answer)), newline=""), strict=True))
    assert [row["title"].removeprefix("'") for row in rows] == [title.removeprefix("'") for title in titles]
    assert not any(row["title"].startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows)
    text = "".join(as_markdown(answer))
    cells = [cells_of(line) for line in text.split("\n")[2:-1]]
    assert [row[1] for row in cells] == [" ".join(title.split()) for title in titles]


@given(titles=st.lists(any_text.filter(bool), min_size=2, max_size=3, unique=True))
def test_titles_as_heads_of_a_matrix(make_graph: Make, titles: list[str]) -> None:
    """Distances have titles for columns: the matrix is square whatever they hold."""
    answer = cp.distances(make_graph(roles={f"r{place}": {"title": title} for place, title in enumerate(titles)}))
    rows = list(csv.reader(io.StringIO("".join(as_csv(answer)), newline=""), strict=True))
    assert [len(row) for row in rows] == [len(titles) + 1] * (len(titles) + 1)
    assert [row[0] for row in rows] == rows[0]
    lines = "".join(as_markdown(answer)).split("\n")[:-1]
    assert {len(cells_of(line)) for line in lines} == {len(titles) + 1}


@pytest.mark.parametrize(
    "title",
    [
        "[a](javascript:alert(1))",
        "![a](b)",
        "<b>",
        "&lt;b&gt;",
        "http://a.example",
        "# a",
        "1. a",
        "`a`",
        "**a**",
        "~~a~~",
    ],
)
def test_markdown_shows_the_title_as_text(make_graph: Make, title: str) -> None:
    """Read by another parser, the cell holds text alone and that text is the title."""
    markdown = MarkdownIt("gfm-like", {"html": True, "linkify": False})
    tokens = markdown.parse("".join(as_markdown(cp.roles(hostile(make_graph, title)))))
    cells = [token for token in tokens if token.type == "inline"]
    (cell,) = [one for one in cells[20:] if one.map == cells[-1].map][1:2]
    assert {child.type for child in cell.children or []} <= {"text", "text_special"}
    assert "".join(child.content for child in cell.children or []) == title


def test_csv_is_written_as_the_standard_says(make_graph: Make) -> None:
    """Quotes doubled, line breaks inside quotes, lines that end with LF, no blank line at the end."""
    text = "".join(as_csv(cp.roles(hostile(make_graph, 'a "b",\nc'))))
    assert text.splitlines()[0] == ",".join(cp.roles(make_graph()).columns)
    assert '"a ""b"",\nc"' in text
    assert "\r" not in text
    assert text.endswith("yes\n")


def test_formats_come_piece_by_piece(make_graph: Make) -> None:
    """A large matrix is printed row by row, never held whole."""
    answer = cp.distances(make_graph("a -> b", "b -> c"))
    assert len(list(as_csv(answer))) == 4
    assert len(list(as_markdown(answer))) == 5


@given(title=any_text)
def test_the_export_law_for_any_text(make_graph: Make, title: str) -> None:
    """The export is networkx's own data once through JSON, but for `schema`, and reads back as the same graph."""
    graph = make_graph("a -> b", roles={"b": {"title": title, "aliases": [title], "requirements": [[title, title]]}})
    text = graph_json(graph)
    data = json.loads(text)
    assert text.isascii()
    assert data.pop("schema") == 1
    assert data == json.loads(json.dumps(nx.node_link_data(graph, edges="edges")))
    assert nx.utils.graphs_equal(nx.node_link_graph(data, edges="edges"), graph)


def test_write_graph_says_where(make_graph: Make, tmp_path: Path) -> None:
    """A str or a Path, capitals in the ending too; the path comes back; folders are made."""
    graph = make_graph("a -> b")
    path = cp.write_graph(graph, str(tmp_path / "new" / "GRAPH.JSON"))
    assert path == tmp_path / "new" / "GRAPH.JSON"
    assert path.read_text(encoding="utf-8") == GRAPH_FORMATS[".json"](graph)
    with pytest.raises(cp.CannotWrite, match="it is a folder"):
        cp.write_graph(graph, folder(tmp_path / "folder.json"))


def folder(path: Path) -> Path:
    """A new folder."""
    path.mkdir()
    return path


@pytest.mark.parametrize("moves", [(), ("a -> b",), ("a -> b", "b -> c", "c -> a")], ids=["none", "one", "circle"])
def test_a_large_answer_is_written_one_entry_at_a_time(make_graph: Make, moves: tuple[str, ...]) -> None:
    """Distances are the same text as one object would be, in as many parts as there are roles and the end."""
    table = cp.distances(make_graph(*moves))
    parts = list(as_json(table))
    assert "".join(parts) == json.dumps(table.to_dict(), indent=2) + "\n"
    assert len(parts) == len(table.roles) + 1


def test_markdown_says_the_answer_above_its_table(make_graph: Make) -> None:
    """The answer, then of each route its moves, why it is worth a look and what it counts for."""
    graph = make_graph("a -> b", "b -> c", "a -> c", roles={"z": {}})
    text = "".join(as_markdown(cp.routes(graph, "a", "c")))
    head, _, table = text.partition("| route |")
    assert head.startswith(
        "From a to c\\: one move at the fewest; 2 routes are listed.\n\nRoute 1\\: one move, the fewest"
    )
    assert "In all, as far as is stated" in head
    assert table.count("\n") == 5
    text = "".join(as_markdown(cp.routes(graph, "c", "z")))
    assert text.startswith("No route from c to z is stated")


@pytest.mark.parametrize("name", ["csv", "markdown"])
def test_details_are_one_row_for_each_change(make_graph: Make, name: str) -> None:
    """Of a route and of next roles; a step that changes nothing keeps its row, JSON is as without details."""
    roles = {
        role: {"level": "x", "flsa": flsa} for role, flsa in (("a", "Exempt"), ("b", "Exempt"), ("c", "Non-Exempt"))
    }
    graph = make_graph("a -> b", "b -> c", roles=roles)
    graph.nodes["c"]["requirements"] = [["Cert 1", "one"]]
    for answer, count in ((cp.routes(graph, "a", "c"), 3), (cp.next_roles(graph, "b"), 2)):
        lines = "".join(detailed(name, answer)).splitlines()
        table = [line for line in lines if "change" in line or "promotion" in line]
        assert len(table) == count + 1
        assert "".join(detailed("json", answer)) == "".join(as_json(answer))
    assert "".join(detailed(name, cp.roles(graph))) == "".join(FORMATS[name](cp.roles(graph)))
