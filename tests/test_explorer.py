"""The one-file map as text: one file, ASCII, allowed by hash, well formed, what `Network` holds."""

from __future__ import annotations

import json
import re
import warnings
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import html5lib
import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.errors import CannotWrite
from careerpaths.explorer import (
    content_security_policy,
    family_network,
    function_network,
    map_page,
    role_network,
    write_map,
)
from careerpaths.layout import arrange
from careerpaths.pages import content_hash
from careerpaths.pages.data import page_data
from careerpaths.stated import texts

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = (
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"]);alert(1)//',
    "{{7*7}}",
    "a\u2028b",
    "\u202eexe.txt",
    "a\x00b\ud800",
    "' onmouseover='alert(1)",
)


class Blocks(HTMLParser):
    """Scripts, styles and attributes of a page, as a browser finds them."""

    def __init__(self, page: str) -> None:
        """Read a whole page."""
        super().__init__()
        self.inside: tuple[str, str | None] | None = None
        self.texts: dict[str, list[str]] = {"script": [], "style": [], "data": []}
        self.attributes: list[tuple[str, str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the attributes and what begins here."""
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        kind = dict(attrs).get("type")
        if tag in {"script", "style"}:
            self.inside = ("data" if kind == "application/json" else tag, "")

    def handle_data(self, data: str) -> None:
        """Note the text of a script or style."""
        if self.inside:
            self.texts[self.inside[0]].append(data)
            self.inside = None


def ladder(titles: tuple[str, ...] = ("Analyst 1", "Analyst 2", "Analyst 3"), **about: Any) -> nx.DiGraph[str]:
    """A promotion ladder with these titles; every other stated fact is the title as well, so that all are tried."""
    graph: nx.DiGraph[str] = nx.DiGraph(organisation=None, edition=None, contact=None, documents=["a.txt"])
    graph.graph.update(about)
    for rank, title in enumerate(titles):
        graph.add_node(
            f"role-{rank}",
            **dict.fromkeys(
                ("title", "job_code", "level", "category", "job_family", "personnel_program", "flsa"), title
            ),
            job_function=title,
            tracking_code=title,
            scope=title,
            aliases=[title],
            documents=[title],
            requirements=[[title, title]],
            track="professional",
            level_order=rank + 1,
            rank=rank,
            defined=True,
            states_moves=True,
            declared_top=False,
        )
    for rank, title in enumerate(titles[1:]):
        source = {"document": title, "row": title, "column": title, "text": title, "line": 3, "page": 1, "sheet": None}
        facts = {"kind": "cross-function", "kind_basis": "standard", "direction": "up", "sources": [source]}
        graph.add_edge(f"role-{rank}", f"role-{rank + 1}", **facts)
    return graph


@pytest.fixture(scope="module")
def catalogue(clone: Path) -> cp.Catalogue:
    """The sample standards."""
    return cp.load(clone / "data")


@pytest.fixture(scope="module")
def sample(catalogue: cp.Catalogue) -> nx.DiGraph[str]:
    """The graph of the sample standards."""
    return cp.build_graph(catalogue)


@pytest.fixture(scope="module")
def sample_page(sample: nx.DiGraph[str], catalogue: cp.Catalogue) -> str:
    """The map of the sample standards."""
    return map_page(sample, catalogue=catalogue)


def visible(page: str) -> str:
    """The text of a page without its scripts, styles and data."""
    return " ".join(re.sub(r"<(script|style)\b.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_page_is_ascii(sample_page: str) -> None:
    """Whatever encoding a server names, the page reads the same and its scripts keep their hash."""
    assert sample_page.isascii()
    assert "\r" not in sample_page


def test_inline_blocks_are_those_that_the_policy_allows(sample_page: str) -> None:
    """Each script and style is allowed by its hash; there is no style attribute, no handler, no other script."""
    blocks = Blocks(sample_page)
    stated = next(
        value for tag, name, value in blocks.attributes if (tag, name) == ("meta", "content") and "src" in value
    )
    assert stated == content_security_policy()
    assert len(blocks.texts["script"]) == 2
    assert len(blocks.texts["style"]) == 1
    assert len(blocks.texts["data"]) == 4
    for text in blocks.texts["script"] + blocks.texts["style"]:
        assert content_hash(text) in stated
    assert not [name for _, name, _ in blocks.attributes if name == "style" or name.startswith("on") or name == "src"]
    assert "unsafe" not in stated


def test_policy_to_send_is_the_same_for_every_organisation(sample_page: str) -> None:
    """The header adds who may frame the page and otherwise is what every page states."""
    assert content_security_policy(header=True) == content_security_policy() + "; frame-ancestors 'self'"
    assert content_security_policy() in sample_page.replace("&#39;", "'")
    assert content_security_policy() in map_page(ladder()).replace("&#39;", "'")


def test_page_names_no_other_place(sample_page: str) -> None:
    """No attribute leads out of the page, but for the namespace of nothing."""
    outward = [
        v for _, n, v in Blocks(sample_page).attributes if n in {"href", "action", "data"} and not v.startswith("#")
    ]
    assert outward == []


@pytest.mark.parametrize("graph", [ladder(HOSTILE), ladder(()), ladder(("One",))], ids=["hostile", "empty", "one"])
def test_page_is_well_formed(graph: nx.DiGraph[str]) -> None:
    """A strict parser finds no error, whatever the documents say."""
    page = map_page(graph)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        html5lib.HTMLParser(strict=True).parse(page)


def test_sample_page_is_well_formed(sample_page: str) -> None:
    """A strict parser finds no error in the whole sample."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        html5lib.HTMLParser(strict=True).parse(sample_page)


def test_hostile_text_stays_text() -> None:
    """Titles come out as text in the page and as values in the data, wherever they stand."""
    page = map_page(ladder(HOSTILE, organisation=HOSTILE[0], edition=HOSTILE[1], contact=HOSTILE[3]))
    blocks = Blocks(page)
    assert len(blocks.texts["script"]) == 2
    assert not [tag for tag, _, _ in blocks.attributes if tag == "img"]
    data = json.loads(blocks.texts["data"][2])
    assert data["roles"][0][1] == HOSTILE[0]
    assert data["roles"][3][1] == "{{7*7}}"
    assert "[U+202E]exe.txt" in page
    assert "[U+2028]" in page


def test_head_says_whose_and_of_when(sample_page: str) -> None:
    """Organisation and edition, where the configuration gives them."""
    assert "Edition: 2026-07-01" in visible(sample_page)
    assert "<title>Career paths: " in sample_page


@pytest.mark.parametrize(
    ("undecided", "said"),
    [
        ([["a.txt", "b.txt"]], "Two documents (a.txt / b.txt) define the same roles, contradict each other"),
        (
            [["a.txt", "b.txt"], ["c.txt", "d.txt"]],
            "2 pairs of documents (a.txt / b.txt among them) define the same roles, contradict each other",
        ),
    ],
)
def test_head_says_which_documents_contradict_each_other(undecided: list[list[str]], said: str) -> None:
    """Where two count though they do not state the same, whoever reads the page knows; otherwise nothing is said."""
    graph = ladder()
    quiet = visible(map_page(graph))
    graph.graph["undecided"] = undecided
    assert said in visible(map_page(graph))
    assert "contradict each other" not in quiet
    graph.graph["undecided"] = []
    assert visible(map_page(graph)) == quiet


def test_head_without_organisation_and_edition() -> None:
    """Otherwise nothing stands in the owner's place, and the edition is said not to be stated."""
    page = map_page(ladder())
    text = visible(page)
    assert "Edition: not stated" in text
    assert "Job families: Analyst 1, Analyst 2, Analyst 3" in text
    assert 'class="owner"' not in page
    assert "<title>Career paths</title>" in page


def test_every_role_and_its_next_roles_stand_in_plain_html(sample: nx.DiGraph[str], sample_page: str) -> None:
    """Each role has its row with links to its next roles, in the page itself."""
    for role, facts in sample.nodes(data=True):
        row = re.search(rf'<tr id="role={role}">(.*?)</tr>', sample_page, re.DOTALL)
        assert row, role
        assert f'href="#role={role}">' in row[1]
        for other in sample.successors(role):
            assert f'href="#role={other}">' in row[1]
        assert facts["defined"] or "standard not loaded" in row[1]


def test_page_uses_no_word_that_only_a_programmer_knows(sample_page: str) -> None:
    """Nothing that people read says node, edge, graph, null or undefined."""
    texts = " ".join(json.loads(Blocks(sample_page).texts["data"][0]).values())
    assert not re.search(r"\b(nodes?|edges?|graph|null|undefined|JSON|id)\b", visible(sample_page) + texts)


def test_what_is_drawn_is_what_the_network_holds(sample: nx.DiGraph[str], sample_page: str) -> None:
    """The drawing is the nodes and edges of a pyvis `Network`: every role and every move, placed, physics unused."""
    arrangement = arrange(sample)
    network = role_network(sample, arrangement, {})
    assert network.num_nodes() == len(sample)
    assert network.num_edges() == sample.number_of_edges()
    drawing = json.loads(Blocks(sample_page).texts["data"][3])
    assert drawing["roles"]["edges"] == network.edges
    assert [node["x"] for node in drawing["roles"]["nodes"]] == [node["x"] for node in network.nodes]
    blocks = function_network(sample, arrangement)
    assert drawing["blocks"] == {"nodes": blocks.nodes, "edges": blocks.edges}
    functions = {facts["job_function"] for _, facts in sample.nodes(data=True)} - {None}
    assert blocks.num_nodes() == len(functions) + 1
    assert blocks.nodes[-1]["label"] == "Named by several functions\n1 role"
    families = family_network(sample, arrangement)
    assert drawing["families"] == {"nodes": families.nodes, "edges": families.edges}
    assert [node["label"].split("\n")[1] for node in families.nodes][-1] == "1 role"


def test_undefined_roles_and_dead_ends_are_told_apart_in_the_drawing(sample: nx.DiGraph[str], sample_page: str) -> None:
    """By words in their labels, and an undefined role by its own group."""
    nodes = json.loads(Blocks(sample_page).texts["data"][3])["roles"]["nodes"]
    ends = cp.dead_ends(sample)
    labels = {node["label"].replace("\u00a0", " ").split("\n")[0]: node for node in nodes}
    assert ends.undefined
    assert ends.dead_ends
    for undefined in ends.undefined:
        assert labels[undefined.role.title]["group"] == "undefined"
        assert labels[undefined.role.title]["label"].endswith("standard not loaded")
    for dead_end in ends.dead_ends:
        assert labels[dead_end.role.title]["label"].endswith("names no next role")


def test_label_says_a_level_once() -> None:
    """Where the title says the level, the picture does not say it again."""
    graph = ladder(("Radiology Mgr 2", "Technician 3", "Analyst 1", "Lead"))
    for role, level in zip(graph, ("Manager 2", "Level 3", "Level 2", "Manager 1"), strict=True):
        graph.nodes[role]["level"] = level
    labels = [node["label"].replace("\u00a0", " ") for node in role_network(graph, arrange(graph), {}).nodes]
    assert labels == ["Radiology Mgr 2", "Technician 3", "Analyst 1\nLevel 2", "Lead\nManager 1"]


def test_role_that_several_functions_name_stands_with_none_of_them() -> None:
    """In list and picture it has a group of its own, last; named by one function, it stands with that one."""
    graph = ladder(("Analyst 1", "Buyer 1", "Director", "Head Buyer"))
    for role in ("role-2", "role-3"):
        graph.nodes[role].update(defined=False, job_function=None, job_family=None, level=None, track=None)
    facts = dict(graph.edges["role-0", "role-1"])
    graph.remove_edges_from(list(graph.edges))
    graph.add_edges_from([("role-0", "role-2"), ("role-1", "role-2"), ("role-1", "role-3")], **facts)
    page = map_page(graph)
    listed = re.findall(r'<summary><h3>([^<]*)</h3>|<tr id="role=([^"]*)', page)
    groups = ["Analyst 1", "role-0", "Buyer 1", "role-1", "role-3", "Named by several functions", "role-2"]
    assert [name or role for name, role in listed] == groups
    assert [band.is_shared for band in arrange(graph).bands] == [False, False, True]


def test_long_title_is_cut_in_the_picture_alone() -> None:
    """A title of many words fits its frame; the list has all of it."""
    title = "Analyst of " + "very " * 30 + "long titles"
    graph = ladder((title,))
    label = role_network(graph, arrange(graph), {}).nodes[0]["label"]
    assert label.split("\n")[0].endswith("\u2026")
    assert len(label.split("\n")[0]) <= 70
    assert f">{title}</a>" in map_page(graph)


def test_same_page_every_time(sample: nx.DiGraph[str], sample_page: str, catalogue: cp.Catalogue) -> None:
    """No clock, no order of sets: the same text again, and the graph is as it was."""
    before = json.dumps(nx.node_link_data(sample, edges="edges"))
    assert map_page(sample, catalogue=catalogue) == sample_page
    assert json.dumps(nx.node_link_data(sample, edges="edges")) == before


def test_graph_read_back_from_its_export_gives_the_same_page(sample: nx.DiGraph[str]) -> None:
    """The export JSON is as good as the graph; without a catalogue the data holds no long texts."""
    copy: Any = nx.node_link_graph(json.loads(json.dumps(nx.node_link_data(sample, edges="edges"))), edges="edges")
    assert map_page(copy) == map_page(sample)
    assert json.loads(Blocks(map_page(copy)).texts["data"][2])["texts"] is None


def test_subgraph_has_its_own_page(sample: nx.DiGraph[str]) -> None:
    """A part of the graph is drawn as if it were all."""
    roles = list(sample)[:3]
    data = json.loads(Blocks(map_page(sample.subgraph(roles))).texts["data"][2])
    assert [role[0] for role in data["roles"]] == roles


def test_texts_and_sources_come_from_the_catalogue(sample_page: str, catalogue: cp.Catalogue) -> None:
    """Every stated row of a role is in the data with its document and line."""
    data = json.loads(Blocks(sample_page).texts["data"][2])
    strings = data["strings"]
    for number, role in enumerate(data["roles"][:6]):
        stated = [(entry.label, entry.text, entry.source.line) for entry in texts(catalogue, role[0])]
        assert [(strings[row[0]], strings[row[1]], row[3]) for row in data["texts"][number]] == stated


def test_page_leaves_out_texts_that_are_too_many(sample: nx.DiGraph[str], catalogue: cp.Catalogue) -> None:
    """Beyond so many characters the long texts stay out, and everything else is there."""
    arrangement = arrange(sample)
    data = page_data(sample, arrangement, {}, catalogue=catalogue, most_text=10_000)
    whole = page_data(sample, arrangement, {}, catalogue=catalogue)
    assert data["texts"] is None
    assert {key: data[key] for key in ("roles", "moves", "lines")} == {
        key: whole[key] for key in ("roles", "moves", "lines")
    }


def test_page_counts_duties_where_moves_are_few(sample: nx.DiGraph[str], catalogue: cp.Catalogue) -> None:
    """The third line of a step needs texts to compare; of very many moves, or without texts, it is left out.

    What all is not stated of a role that nobody describes is said in any case.
    """
    arrangement, moves = arrange(sample), sample.number_of_edges()
    counted = page_data(sample, arrangement, {}, catalogue=catalogue, most_compared=moves)
    assert any(counted["strings"][work].startswith("Duties: ") for *_, work in counted["lines"])
    many = page_data(sample, arrangement, {}, catalogue=catalogue, most_compared=moves - 1)
    left = {many["strings"][work] for *_, work in many["lines"] if work >= 0}
    assert all(text.startswith("Not stated: ") for text in left)
    assert [[row[:2], *row[-2:-1]] for row in many["moves"]] == [[row[:2], *row[-2:-1]] for row in counted["moves"]]


def test_map_is_written(tmp_path: Path) -> None:
    """The file holds the page; its folder is made."""
    written = write_map(ladder(), tmp_path / "new" / "map.html")
    assert written.read_text(encoding="ascii") == map_page(ladder())


def test_map_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """A folder in the place of the file is an error that names it."""
    with pytest.raises(CannotWrite, match=re.escape(str(tmp_path))):
        write_map(ladder(), tmp_path)
