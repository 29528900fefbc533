"""Answers as text. Every answer on the sample standards stands in `gold/`; CAREERPATHS_ACCEPT=1 writes it anew."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths import report

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Make = Callable[..., "nx.DiGraph[str]"]
GOLD = Path(__file__).parent / "gold"
ACCEPT = os.environ.get("CAREERPATHS_ACCEPT") == "1"
TOLD = {
    "roles": ("roles",),
    "roles-full": ("roles", "--full"),
    "show": ("show", "Spec 4"),
    "show-full": ("show", "Spec 4", "--full"),
    "show-sources": ("show", "Spec 4", "--sources"),
    "show-undefined": ("show", "IT Operations Director"),
    "show-dead-end": ("show", "Data Governance Lead"),
    "show-top": ("show", "Radiology Mgr 2"),
    "next": ("next", "Spec 4"),
    "next-sources": ("next", "Spec 4", "--sources"),
    "next-across": ("next", "Service Desk Anl 2"),
    "next-undefined": ("next", "Clin Imaging IT Mgr 2"),
    "next-dead-end": ("next", "Financial Supv 1"),
    "route": ("route", "Spec 2", "Mgr 1"),
    "route-sources": ("route", "Spec 2", "Mgr 1", "--sources"),
    "route-far": ("route", "Service Desk Tech 1", "Info Security Mgr 3", "--max-routes", "2"),
    "route-same": ("route", "Spec 2", "Spec 2"),
    "route-none": ("route", "Clin Imaging IT Mgr 2", "Spec 1"),
    "route-none-known": ("route", "Financial Supv 1", "Financial Mgr 1"),
    "route-none-short": ("route", "Spec 1", "Clin Imaging IT Mgr 1", "--max-moves", "2"),
    "reach": ("reach", "Spec 1"),
    "reach-to": ("reach", "Radiology Mgr 1", "--to", "--max-moves", "3"),
    "reach-dead-end": ("reach", "Data Governance Lead"),
    "reach-undefined": ("reach", "Clin Imaging IT Mgr 2"),
    "reach-nobody": ("reach", "Service Desk Tech 1", "--to"),
    "dead-ends": ("dead-ends",),
    "distances": ("distances",),
    "problems": ("problems",),
}
# The one real ladder alone, with the facts of the real standard.
LADDER = Path("information-technology") / "clinical-imaging-it-professional.txt"
ALONE = {
    "ladder-roles": ("roles",),
    "ladder-show": ("show", "6043"),
    "ladder-next": ("next", "Spec 2"),
    "ladder-route": ("route", "Spec 2", "Mgr 1", "--sources"),
    "ladder-reach": ("reach", "Spec 2"),
    "ladder-reach-to": ("reach", "Mgr 1", "--to"),
    "ladder-dead-ends": ("dead-ends",),
    "ladder-distances": ("distances",),
    "ladder-problems": ("problems",),
    "ladder-back": ("route", "Mgr 1", "Spec 4"),
}


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def told(answer: object, *, width: int = 100, contact: str | None = None, details: bool = False) -> str:
    """An answer as plain text."""
    stream = io.StringIO()
    console = report.console_for(stream, width=width)
    report.tell(answer, console, report.Style(width=width, contact=contact, details=details))
    return stream.getvalue()


@pytest.mark.parametrize("name", TOLD)
def test_text_is_as_accepted(run_cli: Run, name: str) -> None:
    """What the command prints for people, character by character."""
    text = run_cli(*TOLD[name]).stdout
    path = GOLD / f"{name}.txt"
    if ACCEPT:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ALONE)
def test_text_of_the_real_ladder_is_as_accepted(run_cli: Run, clone: Path, empty_folder: Path, name: str) -> None:
    """The same on the one document: a short form needs no function, and what is not loaded is said."""
    shutil.copy(clone / "data" / LADDER, empty_folder)
    text = run_cli(*ALONE[name], "-d", LADDER.name).stdout
    path = GOLD / f"{name}.txt"
    if ACCEPT:
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")


def test_every_gold_file_has_its_command() -> None:
    """No text is left over from a command that is gone."""
    assert {path.stem for path in GOLD.iterdir()} == {*TOLD, *ALONE}


@pytest.mark.parametrize("path", sorted(GOLD.glob("*.txt")), ids=lambda path: path.stem)
def test_gold_text_is_for_people(path: Path) -> None:
    """No line beyond 100 columns, no spaces at line ends, no programmer's word but in texts of standards."""
    text = path.read_text(encoding="utf-8")
    assert max(map(len, text.splitlines())) <= 100
    assert not any(line != line.rstrip() for line in text.splitlines())
    ours = text if not path.stem.endswith("-full") else ""
    words = set(ours.casefold().replace(".", " ").replace(",", " ").split())
    assert not words & {"node", "nodes", "edge", "edges", "null", "none", "undefined", "nan", "true", "false"}


@pytest.mark.parametrize("width", [40, 60])
def test_narrow_text_puts_facts_under_the_title(make_graph: Make, width: int) -> None:
    """Where the columns do not fit, the title stands alone, and code, level and kind of move under it."""
    roles = {"b": {"title": "Principal Radiology Informatics Consultant 2", "level": "Advanced", "job_code": "X777P"}}
    lines = told(cp.next_roles(make_graph("a -> b", roles=roles), "a"), width=width).splitlines()
    start = next(number for number, line in enumerate(lines) if "\u2514\u2500" in line)
    assert lines[1:3] == ["  \u25cf  a", "  \u2502  X0, Level 0; this role"]
    assert "X777P, Advanced; promotion" in lines[start + 1 :][0] or "X777P, Advanced; promotion" in lines[start + 2]
    assert "Consultant 2" in " ".join(lines[start:])
    assert max(map(len, lines)) <= width


@pytest.mark.parametrize("width", [20, 40, 80, 100])
def test_no_line_is_longer_than_the_width(make_graph: Make, width: int) -> None:
    """Every answer wraps; no word of it is lost. Only a title to copy that is longer stays whole."""
    roles = {name: {"title": f"Radiology Informatics Consultant {name}"} for name in "abc"}
    graph = make_graph("a -> b", "b -> c", roles=roles)
    for answer in (cp.routes(graph, "a", "c"), cp.next_roles(graph, "a"), cp.reach(graph, "a"), cp.role(graph, "a")):
        text = told(answer, width=width)
        assert all(len(line) <= width or re.fullmatch(r' +"[^"]+"', line) for line in text.splitlines())
        assert "Radiology Informatics Consultant b" in " ".join(text.replace("\u2502", "").split())


def test_wide_letters_are_counted_by_their_columns(make_graph: Make) -> None:
    """Letters two columns wide do not push what stands beside them."""
    graph = make_graph("a -> b", "a -> c", roles={"b": {"title": "\u5c55\u793a"}, "c": {"title": "abcd"}})
    rungs = [line for line in told(cp.next_roles(graph, "a")).splitlines() if "X1" in line or "X2" in line]
    assert [rungs[0].index("X1") + 2, rungs[1].index("X2")] == [rungs[1].index("X2")] * 2


@pytest.mark.parametrize("contact", [None, "the desk"])
def test_a_role_that_is_only_named_says_so(make_graph: Make, contact: str | None) -> None:
    """In a step, as a start and in reach: the standard is not loaded, what it asks is not known, and whom to ask."""
    graph = make_graph("a -> b", roles={"b": {"defined": False, "job_code": None, "level": None}})
    ask = f"ask HR ({contact})" if contact else "ask HR"
    step = told(cp.next_roles(graph, "a"), contact=contact)
    assert "b  no code  standard not loaded" in step
    assert f"what it asks and where it leads is not known; {ask}" in step
    for answer in (cp.next_roles(graph, "b"), cp.reach(graph, "b"), cp.role(graph, "b")):
        text = " ".join(told(answer, contact=contact).split())
        assert "b is named as a next step, but not described in the standards loaded here" in text
        assert f"not known; {ask}." in text


@pytest.mark.parametrize(
    ("states_moves", "sentence"),
    [(True, "b names no next role."), (False, "The document of b states no next roles that could be read.")],
)
def test_a_role_that_leads_nowhere_says_why(make_graph: Make, sentence: str, *, states_moves: bool) -> None:
    """A dead end and a document that states no moves are told apart, wherever they are asked for."""
    graph = make_graph("a -> b", roles={"b": {"states_moves": states_moves}})
    for answer in (cp.next_roles(graph, "b"), cp.reach(graph, "b"), cp.role(graph, "b")):
        assert sentence in told(answer)
    listed = told(cp.dead_ends(graph))
    assert ("b (Level 1, X1): names no next role" in listed) == states_moves
    assert ("One role whose document states no moves that could be read:" in listed) == (not states_moves)


def test_what_is_not_stated_says_so(make_graph: Make) -> None:
    """No code, no level, no function: words, not blanks."""
    bare = {"job_code": None, "level": None, "job_function": None, "category": None, "flsa": None}
    text = told(cp.role(make_graph(roles={"a": bare}), "a"))
    assert text.startswith("a (level not stated, no code)\n")
    assert text.count("not stated\n") == 4
    assert "Job function not stated (Technology)" in told(cp.roles(make_graph(roles={"a": bare})))


@pytest.mark.parametrize(("count", "whole"), [(2, True), (15, True), (30, False)])
def test_distances_fit_or_name_the_file(make_graph: Make, count: int, *, whole: bool) -> None:
    """The matrix where it fits the width, else how far each role reaches and how to get it all."""
    graph = make_graph(*(f"r{place:02} -> r{place + 1:02}" for place in range(1, count)))
    text = told(cp.distances(graph))
    assert text.startswith(f"Fewest moves between {count} roles, from each row to each column.\n")
    assert ("1. r01" in text) == whole
    assert ("add --format csv > distances.csv to this command" in text) == (not whole)


def test_markup_of_the_library_is_text(make_graph: Make) -> None:
    """Square brackets, emoji names and links of a title are shown as they stand."""
    title = "[bold]Cook[/bold] :smile: [link=x]1"
    assert title in told(cp.role(make_graph(roles={"a": {"title": title}}), "X0"))


@pytest.mark.parametrize("mark", ["\x1b[2J", "\x07", "\x9b2J", "\x08"])
def test_a_title_has_no_escapes(run_cli: Run, tmp_path: Path, mark: str) -> None:
    """A control character of a document does not reach the terminal, not even one with colours."""
    rows = ("Job Family\tA", "Job Function\tB", "Category\tC", "Job Level\tEntry", f"Job Title\tCook{mark} 1")
    document = tmp_path / "a.txt"
    document.write_text("\n".join(rows), encoding="utf-8")
    for command in ("roles", "problems"):
        done = run_cli(command, "-d", document)
        assert done.returncode == 0
        assert mark[0] not in done.stdout + done.stderr


def test_both_ends_of_a_move_tell_its_kind_alike(make_graph: Make) -> None:
    """What `next` says of a move to another function, `show` of the role it leads to says too."""
    graph = make_graph("a -> b", kinds={"a -> b": "cross-function"})
    graph.edges["a", "b"]["direction"] = "same"
    assert "another function, same level (sideways)" in told(cp.next_roles(graph, "a"))
    assert "a (Level 0, X0): another function, same level (sideways)" in told(cp.role(graph, "b"))


@pytest.mark.parametrize("no_color", [False, True])
def test_no_color_is_plain(make_graph: Make, monkeypatch: pytest.MonkeyPatch, *, no_color: bool) -> None:
    """A terminal gets escapes; with NO_COLOR it gets what a file gets, bold and faint too."""
    monkeypatch.setenv("TERM", "xterm-256color")
    if no_color:
        monkeypatch.setenv("NO_COLOR", "1")
    answer, stream = cp.next_roles(make_graph("a -> b"), "a"), Terminal()
    report.tell(answer, report.console_for(stream, width=100), report.Style())
    assert ("\x1b[" in stream.getvalue()) != no_color
    assert (stream.getvalue() == told(answer)) == no_color


def test_a_list_too_wide_is_told_in_paragraphs(make_graph: Make) -> None:
    """Where the columns do not fit, each role is a short paragraph with its facts by name; none is left out."""
    roles = {"a": {"title": "Radiology Consultant 1", "flsa": "Exempt"}, "b": {"defined": False, "job_code": None}}
    text = told(cp.roles(make_graph(roles=roles)), width=40)
    assert "Radiology Consultant 1: Code X0, Level" in text
    assert "FLSA Exempt" in " ".join(text.split())
    assert "standard not loaded" in " ".join(text.split())
    assert max(map(len, text.splitlines())) <= 40


@pytest.mark.parametrize(
    "ask", [lambda graph: cp.roles(graph, full=True), lambda graph: cp.role(graph, "a", full=True)]
)
def test_texts_that_were_not_given_are_missed(make_graph: Make, ask: Callable[..., object]) -> None:
    """Without a catalogue the answer says so in a line of its own."""
    assert "\ntexts were not given: pass the catalogue\n" in told(ask(make_graph("a -> b")))


def test_other_spellings_and_requirements_are_told(make_graph: Make) -> None:
    """What a role is also called, and what its standard asks, label by label."""
    facts = {"aliases": ["Aa", "Aaa"], "requirements": [["Cert 1", "one"]], "scope": "Does it."}
    lines = told(cp.role(make_graph(roles={"a": facts}), "a")).splitlines()
    assert lines[1] == "Does it."
    assert any(line.split() == ["Cert", "1", "one"] for line in lines)
    assert any(line.split() == ["Also", "written", "Aa,", "Aaa"] for line in lines)


@pytest.fixture
def overlaid(real_standard: Path, tmp_path: Path) -> cp.Catalogue:
    """The real standard, with a table that gives a code, a category and a grade to a role that it only names."""
    table = tmp_path / "titles.csv"
    table.write_text("job_code,title,category,flsa,grade\n6042,Clin Imaging IT Supv 2,Supervisor,E,25\n", "utf-8")
    return cp.load(real_standard, overlays=[table])


def test_what_overlays_state_of_a_role_without_a_standard_is_shown(overlaid: cp.Catalogue) -> None:
    """Each value with where it stands, beside that the standard is not loaded; nothing twice with all texts."""
    graph = cp.build_graph(overlaid)
    for full in (False, True):
        text = told(cp.role(graph, "Supv 2", full=full, catalogue=overlaid))
        assert text.startswith("Clin Imaging IT Supv 2 (standard not loaded, 6042)\n")
        assert "not described in the standards loaded here" in text
        assert "  Job code         6042 (titles.csv, 1, job_code)\n" in text
        assert "  Category         Supervisor (titles.csv, 1, category)\n" in text
        assert "  Overtime (FLSA)  not eligible for overtime (E) (titles.csv, 1, flsa)\n" in text
        assert "  grade            25 (titles.csv, 1, grade)\n" in text
        assert text.count("Supervisor") == 1


def test_without_texts_what_overlays_state_has_no_source(overlaid: cp.Catalogue) -> None:
    """The graph alone knows the values and not where they stand; of a role without any nothing is said."""
    graph = cp.build_graph(overlaid)
    assert "  grade            25\n" in told(cp.role(graph, "Supv 2"))
    assert "overlays" not in told(cp.role(graph, "Mgr 1", catalogue=overlaid))


def test_details_of_a_step_name_as_not_stated_what_nobody_states(overlaid: cp.Catalogue) -> None:
    """What an overlay states of the next role is told among what changes, and not called unknown."""
    found = cp.routes(cp.build_graph(overlaid), "Spec 4", "Supv 2", catalogue=overlaid)
    text = told(found, details=True)
    assert "For you: the category changes from Professional to Supervisor: it is a role that leads" in text
    assert "Not stated: Level, Job function, Job family, Personnel program, Education 1, Spec Cond 1." in text


@pytest.mark.parametrize(
    ("columns", "width"),
    [("40", 40), ("99999999", 1000), ("9" * 5000, 1000), ("0", 100), ("", 100), ("-3", 100), ("wide", 100)],
)
def test_the_width_has_an_end(monkeypatch: pytest.MonkeyPatch, columns: str, width: int) -> None:
    """What is drawn over the whole width takes time for each column: whatever COLUMNS says, it is soon done."""
    monkeypatch.setenv("COLUMNS", columns)
    assert report.console_for(io.StringIO()).width == width
