"""The installed command: exit codes, streams, where the data is taken from, and every format read back."""

from __future__ import annotations

import csv
import io
import json
import os
import shlex
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

import networkx as nx
import pytest
from markdown_it import MarkdownIt

Run = Callable[..., "subprocess.CompletedProcess[str]"]
SAMPLES = "No data named: reading the sample standards (illustrative). Name yours with --data PATH.\n"
ROUTE = ("route", "Spec 2", "Clin Imaging IT Mgr 1")
ANSWERS = {
    "roles": ("roles",),
    "roles --full": ("roles", "--full"),
    "show": ("show", "Spec 4"),
    "show --full": ("show", "Spec 4", "--full"),
    "show undefined": ("show", "IT Operations Director"),
    "next": ("next", "Spec 2"),
    "next of a dead end": ("next", "Financial Supv 1"),
    "route": ROUTE,
    "no move": ("route", "Spec 2", "Spec 2"),
    "reach": ("reach", "Spec 2"),
    "reach --to": ("reach", "Spec 2", "--to"),
    "dead-ends": ("dead-ends",),
    "distances": ("distances",),
    "problems": ("problems",),
}
INTERRUPTED = """
import io, signal, sys

class Pressed(io.TextIOWrapper):
    def write(self, text):
        signal.raise_signal(signal.SIGINT)
        return super().write(text)

sys.stdout = Pressed(sys.stdout.buffer, encoding="utf-8")
from careerpaths.cli import main
main(["roles"])
"""


def standard(path: Path, function: str, roles: dict[str, str]) -> Path:
    """Write a standard of a few professionals: title and its one next role ("" for none)."""
    numbers = range(1, len(roles) + 1)
    rows = [
        ("Job Family", "Technology"),
        ("Job Function", function),
        ("Category", "Professional"),
        ("Job Level", *(f"Level {number}" for number in numbers)),
        ("Job Title", *roles),
        ("Job Code", *(f"{function[:3].upper()}{number}" for number in numbers)),
        ("Career Path 1", *roles.values()),
    ]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def ladder(tmp_path: Path) -> Path:
    """One standard: Cook 1, Cook 2."""
    return standard(tmp_path / "kitchen.txt", "Kitchen", {"Cook 1": "Cook 2", "Cook 2": ""})


@pytest.mark.parametrize("arguments", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_all_that_stands_on_standard_output(run_cli: Run, arguments: tuple[str, ...]) -> None:
    """Code 0; notices and what was read go to standard error; no escapes, no spaces at line ends."""
    done = run_cli(*arguments)
    assert done.returncode == 0
    assert done.stderr.startswith(SAMPLES)
    assert done.stderr.splitlines()[1].startswith("Read 17 documents, 59 roles described, 5 only named, edition ")
    assert len(done.stderr.splitlines()) == 2
    assert done.stdout
    assert "Read 17" not in done.stdout
    assert "\x1b" not in done.stdout
    assert not any(line.endswith(" ") for line in done.stdout.splitlines())


@pytest.mark.parametrize("arguments", ANSWERS.values(), ids=ANSWERS)
def test_every_format_is_read_back_by_another_parser(run_cli: Run, arguments: tuple[str, ...]) -> None:
    """JSON by json, CSV by csv, Markdown by markdown-it; the tables are of one shape; standard error stays short."""
    told = {name: run_cli(*arguments, "--format", name) for name in ("json", "csv", "markdown")}
    assert {done.returncode for done in told.values()} == {0}
    assert {done.stderr.splitlines()[0] + "\n" for done in told.values()} == {SAMPLES}
    assert all(done.stderr == SAMPLES for name, done in told.items() if name != "csv" or done.stdout.count("\n") > 1)
    answer = json.loads(told["json"].stdout)
    assert isinstance(answer, list) or answer.get("schema") == 1 or arguments == ("distances",)
    rows = list(csv.reader(io.StringIO(told["csv"].stdout, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}
    tokens = MarkdownIt("commonmark").enable("table").parse(told["markdown"].stdout)
    kinds = [token.type for token in tokens]
    assert (kinds[0] in {"table_open", "paragraph_open"}, kinds[-1], kinds.count("table_open")) == (
        True,
        "table_close",
        1,
    )
    assert kinds.count("tr_open") == len(rows)
    assert kinds.count("td_open") == len(rows[0]) * (len(rows) - 1)


def test_no_route_ends_with_1(run_cli: Run) -> None:
    """The answer is given, and the code says that it is "no route"; in JSON too."""
    done = run_cli("route", "Clin Imaging IT Mgr 2", "Spec 1")
    assert done.returncode == 1
    assert done.stdout.startswith("No route from Clin Imaging IT Mgr 2 to Clin Imaging IT Spec 1 is stated")
    done = run_cli("route", "Clin Imaging IT Mgr 2", "Spec 1", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["routes"]) == (1, [])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("show", "zebra"), 'no role is called "zebra"', id="unknown"),
        pytest.param(("show", "spec"), '"spec" can be 5 roles', id="ambiguous"),
        pytest.param(("show", "mgr", "1"), '"mgr 1" can be 7 roles', id="ambiguous, not quoted"),
        pytest.param(("show",), "Missing argument 'ROLE", id="no role"),
        pytest.param(("route", "spec 2"), 'Missing argument "TO"', id="one end"),
        pytest.param(("route",), "Missing argument", id="no end"),
        pytest.param(("roles", "--nothing"), "No such option", id="option"),
        pytest.param(("nothing",), "No such command 'nothing'", id="command"),
        pytest.param(("roles", "--format", "xml"), "'xml' is not one of", id="format"),
        pytest.param((*ROUTE, "--max-routes", "0"), "'--max-routes': 0 is not in the range", id="0 routes"),
        pytest.param((*ROUTE, "--max-routes", "-1"), "'--max-routes': -1 is not in", id="-1 routes"),
        pytest.param((*ROUTE, "--max-routes", "1000000000"), "1000000000 is not in the range 1", id="1e9 routes"),
        pytest.param((*ROUTE, "--max-routes", "1e9"), "'1e9' is not a valid integer", id="no integer"),
        pytest.param((*ROUTE, "--max-moves", "-1"), "-1 is not in the range", id="-1 moves"),
        pytest.param((*ROUTE, "--max-moves", "0"), "0 is not in the range", id="0 moves of a route"),
        pytest.param(("roles", ""), "in the selector [], at character 1", id="empty selector"),
        pytest.param(("roles", "  "), "in the selector [  ], at character 3", id="blank selector"),
        pytest.param(("reach", "spec 2", "--max-moves", "0"), "0 is not in the range", id="0 moves"),
        pytest.param(("-d", "missing.txt", "roles"), "missing.txt: there is no such file", id="no file"),
        pytest.param(("-d", ".", "roles"), "no document found", id="empty folder"),
        pytest.param(("--config", "no.toml", "roles"), "no.toml: could not be read", id="no configuration"),
        pytest.param(("export", "graph.xyz"), "graph.xyz: no format for the ending .xyz; known: .json", id="ending"),
        pytest.param(("export", "graph"), "no format for the ending that is missing", id="no ending"),
        pytest.param(("export", "-", "--format", "csv"), "'csv' is not 'json'", id="export of csv"),
        pytest.param(("--format", "csv", "export", "graph.json"), "JSON only", id="export of csv to a file"),
    ],
)
def test_what_could_not_run_ends_with_2(
    run_cli: Run, empty_folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    """One message on standard error, nothing on standard output, no traceback, no file."""
    done = run_cli(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert list(empty_folder.iterdir()) == []


@pytest.mark.parametrize("command", [("export",), ("map", "-o")], ids=["export", "map"])
def test_a_folder_is_no_output_file(run_cli: Run, empty_folder: Path, command: tuple[str, ...]) -> None:
    """Code 2; the folder stays as it was."""
    (empty_folder / "taken.json").mkdir()
    done = run_cli(*command, "taken.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "careerpaths: taken.json: could not be written (it is a folder)" in done.stderr
    assert [path.name for path in empty_folder.rglob("*")] == ["taken.json"]


@pytest.mark.parametrize(
    ("text", "told"),
    [("edition = [", "end of document"), ("edition = 1", "edition"), ("colour = 'red'", "colour"), ("\x00", "line 1")],
)
def test_a_broken_configuration_ends_with_2(run_cli: Run, empty_folder: Path, text: str, told: str) -> None:
    """Named by option or found in the working folder: one line with the file and the key or line."""
    standard(empty_folder / "data" / "hall.txt", "Hall", {"Usher 1": ""})
    (empty_folder / "careerpaths.toml").write_text(text, encoding="utf-8")
    for arguments in (("--config", "careerpaths.toml", "roles"), ("roles",)):
        done = run_cli(*arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.count("\n") == 1
        assert done.stderr.startswith("careerpaths: careerpaths.toml: ")
        assert told in done.stderr


@pytest.mark.parametrize("arguments", [*ANSWERS.values(), ("export", "-"), ("map",), ()])
def test_only_problems_answers_where_no_role_is_defined(
    run_cli: Run, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    """A document that is no standard: `problems` says so and ends with 0, all else ends with 2."""
    document = tmp_path / "letter.txt"
    document.write_text("Dear all,\tgood morning\n", encoding="utf-8")
    done = run_cli("-d", document, *arguments)
    if arguments == ("problems",):
        assert done.returncode == 0
        assert "letter.txt\n    whole document: no job standard found" in done.stdout
    else:
        assert (done.returncode, done.stdout) == (2, "")
        assert "careerpaths: no role is defined in the one document read (letter.txt: " in done.stderr


def test_interrupted_ends_with_130(empty_folder: Path) -> None:
    """Ctrl-C while the answer is written: one word, no traceback."""
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED], cwd=empty_folder, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 130
    assert done.stderr.splitlines()[-1] == "interrupted"
    assert "Traceback" not in done.stderr


def test_the_package_runs_as_a_module(empty_folder: Path) -> None:
    """`python -m careerpaths` is the same command line, for whoever has no scripts on the path."""
    command = [sys.executable, "-m", "careerpaths", "route", "Mgr 1", "Spec 2"]
    done = subprocess.run(command, cwd=empty_folder, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 1
    assert done.stdout.startswith("No route from Clin Imaging IT Mgr 1 to Clin Imaging IT Spec 2")


def test_what_was_read_stands_behind_the_answer(empty_folder: Path) -> None:
    """Where both streams go to one file the answer comes first, then what was read."""
    script = Path(sysconfig.get_path("scripts")) / "careerpaths"
    done = subprocess.run(
        [script, "next", "Spec 2"], cwd=empty_folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=True
    )
    assert done.stdout.decode().splitlines()[-1].startswith("Read 17 documents")


@pytest.mark.parametrize("arguments", [("roles",), ("export", "-"), ("roles", "--format", "csv"), ("--help",)])
def test_a_closed_pipe_ends_quietly(empty_folder: Path, arguments: tuple[str, ...]) -> None:
    """Whoever read the output has enough: no traceback, and not the code that means "no route"."""
    script = Path(sysconfig.get_path("scripts")) / "careerpaths"
    with subprocess.Popen(
        [script, *arguments], cwd=empty_folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as child:
        assert child.stdout
        assert child.stderr
        child.stdout.close()
        told = child.stderr.read().decode()
    assert told in ("", SAMPLES, SAMPLES.replace("\n", "\r\n"))
    assert child.returncode == 2


@pytest.mark.parametrize("arguments", [("roles",), ("export", "-"), ("roles", "--format", "csv")])
def test_output_that_cannot_be_written_is_one_line(empty_folder: Path, arguments: tuple[str, ...]) -> None:
    """A standard output that takes nothing (here one opened for reading): one line, code 2, no traceback."""
    script = Path(sysconfig.get_path("scripts")) / "careerpaths"
    (empty_folder / "read-only").touch()
    with (empty_folder / "read-only").open(encoding="utf-8") as closed:
        done = subprocess.run(
            [script, *arguments], cwd=empty_folder, stdout=closed, stderr=subprocess.PIPE, check=False, encoding="utf-8"
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
    assert "careerpaths: " in done.stderr


@pytest.mark.parametrize("env", [{"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}, {"TERM": "xterm-256color"}], ids=str)
def test_a_file_gets_plain_text(run_cli: Run, env: dict[str, str]) -> None:
    """Whatever terminals are told, a pipe or file gets no escapes."""
    assert run_cli("next", "Spec 2", env=env).stdout == run_cli("next", "Spec 2").stdout


@pytest.mark.parametrize("arguments", [*ANSWERS.values(), ("show", "spec")], ids=[*ANSWERS, "ambiguous"])
def test_ascii_console_gets_ascii(run_cli: Run, arguments: tuple[str, ...]) -> None:
    """Ladder, bullets and quotation marks have an ASCII form; nothing is shown as a number."""
    done = run_cli(*arguments, "--sources", env={"PYTHONIOENCODING": "ascii"})
    assert (done.stdout + done.stderr).isascii()
    assert "\\u" not in done.stdout + done.stderr


def test_ascii_ladder(run_cli: Run) -> None:
    """The rails are drawn with o, +- and |."""
    lines = run_cli(*ROUTE, env={"PYTHONIOENCODING": "ascii"}).stdout.splitlines()
    marks = ["".join(line[:6].split()) for line in lines[4:]]
    assert [mark for mark in marks[: marks.index("Route")] if mark not in ("|", "")] == ["o", "+-1.", "+-2.", "+-3."]


@pytest.mark.parametrize("arguments", [ROUTE, ("next", "Spec 4"), ("dead-ends",), ("show", "Spec 4", "--full")])
def test_columns_sets_the_width(run_cli: Run, arguments: tuple[str, ...]) -> None:
    """No line is longer than COLUMNS, and no word of a title is lost."""
    narrow = run_cli(*arguments, env={"COLUMNS": "40"}).stdout
    assert max(map(len, narrow.splitlines())) <= 40
    assert "Clin Imaging IT Mgr 1" in " ".join(narrow.split())


@pytest.mark.parametrize("before", [True, False], ids=["before", "behind"])
@pytest.mark.parametrize("option", ["-d", "--data"])
def test_data_before_and_behind_the_command(run_cli: Run, ladder: Path, option: str, *, before: bool) -> None:
    """The option stands where the user puts it; samples are not read and not spoken of."""
    done = run_cli(*((option, ladder, "roles") if before else ("roles", option, ladder)))
    assert "Cook 1" in done.stdout
    assert "2 roles." in done.stdout
    assert done.stderr.startswith("Read one document, 2 roles described, 0 only named, edition not stated, 0 problems")


def test_data_before_and_behind_add_up(run_cli: Run, ladder: Path, tmp_path: Path) -> None:
    """Two options name two places."""
    other = standard(tmp_path / "garden.txt", "Garden", {"Gardener 1": ""})
    assert "3 roles." in run_cli("-d", ladder, "roles", "-d", other).stdout


def test_variable_names_several_places(run_cli: Run, ladder: Path, tmp_path: Path, empty_folder: Path) -> None:
    """CAREERPATHS_DATA is split as PATH is; it goes before ./data, and an option goes before it."""
    other = standard(tmp_path / "garden.txt", "Garden", {"Gardener 1": ""})
    standard(empty_folder / "data" / "hall.txt", "Hall", {"Usher 1": ""})
    env = {"CAREERPATHS_DATA": os.pathsep.join([str(ladder), str(other)])}
    told = run_cli("roles", env=env).stdout
    assert ("Cook 1" in told, "Gardener 1" in told, "Usher 1" in told) == (True, True, False)
    assert "One role." in run_cli("roles", "-d", other, env=env).stdout
    assert "Usher 1" in run_cli("roles", env={"CAREERPATHS_DATA": ""}).stdout


def test_data_in_the_working_folder(run_cli: Run, empty_folder: Path) -> None:
    """./data is read where nothing else is named; `data` as a file is not."""
    standard(empty_folder / "data" / "hall.txt", "Hall", {"Usher 1": ""})
    done = run_cli("roles")
    assert "Usher 1" in done.stdout
    assert SAMPLES not in done.stderr


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("command", ["", "roles", "show", "next", "route", "reach", "dead-ends", "distances", "map"])
def test_help(run_cli: Run, command: str, option: str) -> None:
    """Help is a result: standard output, code 0, nothing read."""
    done = run_cli(*command.split(), option)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Usage: careerpaths {command or '[OPTIONS]'}")


def test_version(run_cli: Run) -> None:
    """Name and version of the distribution."""
    assert run_cli("--version").stdout == f"careerpaths {version('careerpaths')}\n"


@pytest.mark.parametrize("own", [False, True], ids=["samples", "own data"])
def test_bare_command_begins_with_three_commands_that_run(run_cli: Run, empty_folder: Path, *, own: bool) -> None:
    """Copied as they stand they run (the map without opening it), on the samples and on data of one role."""
    if own:
        standard(empty_folder / "data" / "hall.txt", "Hall", {"Usher 1": ""})
    done = run_cli()
    lines = done.stdout.splitlines()
    assert (done.returncode, lines[0], lines[4]) == (0, "Try:", "")
    assert lines[5].startswith("Usage: careerpaths")
    for line in lines[1:4]:
        program, *arguments = shlex.split(line.removesuffix(" --open"))
        assert program == "careerpaths"
        assert run_cli(*arguments).returncode == 0
    assert (empty_folder / "output" / "map.html").is_file()


def test_words_that_are_not_quoted(run_cli: Run) -> None:
    """Where the words can be cut in one way only they need no quotes."""
    assert run_cli("route", "spec", "2", "mgr", "1").stdout == run_cli(*ROUTE).stdout
    assert run_cli("show", "spec", "4").stdout == run_cli("show", "Spec 4").stdout


def test_one_role_in_two_words_is_told(run_cli: Run) -> None:
    """`route spec 2` names one role, not two: the lines to copy may not take "2" for the other end."""
    done = run_cli("route", "spec", "2")
    assert (done.returncode, done.stdout) == (2, "")
    assert '" 2 ' not in done.stderr


@pytest.mark.parametrize(
    "arguments", [("show", "mgr 1"), ("show", "mgr", "1"), ("reach", "--to", "mgr 1", "--max-moves", "1")]
)
def test_an_ambiguous_name_lists_lines_to_copy(run_cli: Run, arguments: tuple[str, ...]) -> None:
    """Each line is the whole command with one title in the place of the name, and runs."""
    _, first, *lines = run_cli(*arguments).stderr.splitlines()
    assert first == 'careerpaths: "mgr 1" can be 7 roles. Name one of them:'
    assert len(lines) == 7
    assert lines[1].endswith("    (X231M, Data Analytics)")
    for line in (lines[0], lines[1]):
        done = run_cli(*shlex.split(line.split("    (")[0])[1:])
        assert done.returncode == 0


def test_an_ambiguous_end_of_a_route_keeps_the_other_end(run_cli: Run) -> None:
    """The lines to copy hold both ends and the options."""
    done = run_cli("route", "spec 2", "clin mgr", "--format", "json")
    assert done.returncode == 2
    assert '  careerpaths route "spec 2" "Clin Imaging IT Mgr 2" --format json    (standard not loaded)' in (
        done.stderr.splitlines()
    )


@pytest.mark.parametrize(("count", "last"), [(10, None), (11, "one more"), (12, "2 more")])
def test_at_most_ten_candidates_are_listed(run_cli: Run, empty_folder: Path, count: int, last: str | None) -> None:
    """Beyond ten the message says how many are left and how to narrow."""
    for letter in "ABCDEFGHIJKL"[:count]:
        standard(empty_folder / "data" / f"{letter}.txt", f"{letter}ble Work", {f"{letter}ble Cook 1": ""})
    first, *lines = run_cli("show", "cook 1").stderr.splitlines()
    assert f"can be {count} roles" in first
    assert sum(line.startswith('  careerpaths show "') for line in lines) == 10
    assert lines[10:] == ([f"  ... and {last}: add the function's words, or use the job code"] if last else [])


@pytest.mark.parametrize("mark", ["$(date)", "`date`", "$HOME"])
def test_a_line_to_copy_runs_nothing(run_cli: Run, empty_folder: Path, mark: str) -> None:
    """A title from a document is never given to the shell where the shell would read it as a command."""
    standard(empty_folder / "data" / "a.txt", "Work", {f"Cook {mark} 1": "", "Cook Two 1": ""})
    lines = run_cli("show", "cook 1").stderr.splitlines()[1:]
    assert len(lines) == 2
    assert not any(mark in line.split("    (")[0] for line in lines)


def test_an_unknown_name_gives_the_nearest_three(run_cli: Run) -> None:
    """Titles with their codes and functions, nearest first; a wrong number is never forgiven."""
    told = run_cli("show", "Clin Imaging IT Spec 9").stderr.splitlines()[1]
    assert told.startswith('careerpaths: no role is called "Clin Imaging IT Spec 9"; the nearest: ')
    assert told.count('" (') == 3
    assert '"Clin Imaging IT Spec 1" (8799, Clinical Imaging IT)' in told


def test_export_to_a_file_and_to_standard_output(run_cli: Run, empty_folder: Path) -> None:
    """The same bytes; networkx reads them; "wrote ..." goes to standard error."""
    printed = run_cli("export", "-")
    assert (printed.returncode, printed.stderr) == (0, SAMPLES)
    assert run_cli("export").stdout == printed.stdout
    assert run_cli("export", "-", "--format", "json").stdout == printed.stdout
    done = run_cli("export", "graph.json")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("wrote graph.json\n")
    assert (empty_folder / "graph.json").read_text(encoding="utf-8") == printed.stdout
    data = json.loads(printed.stdout)
    assert data["schema"] == 1
    assert nx.node_link_graph(data, edges="edges").number_of_nodes() == 64


@pytest.mark.parametrize("name", [None, "map.html", "new/folder/map.html"])
def test_map_writes_one_file(run_cli: Run, empty_folder: Path, name: str | None) -> None:
    """By default output/map.html; the path stands on standard error, nothing on standard output."""
    done = run_cli("map", *(["-o", name] if name else []))
    path = empty_folder / (name or "output/map.html")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.rstrip("\n").replace("\\", "/").endswith(f"wrote {name or 'output/map.html'}")
    assert [file for file in empty_folder.rglob("*") if file.is_file()] == [path]
    assert path.read_text(encoding="utf-8").lower().startswith("<!doctype html>")


def test_map_csp_prints_the_policy_alone(run_cli: Run, empty_folder: Path) -> None:
    """One line to send as a header; nothing is read and nothing written."""
    done = run_cli("map", "--csp")
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)
    assert done.stdout.startswith("default-src 'none'; ")
    assert list(empty_folder.iterdir()) == []


def test_sources_say_where_each_move_stands(run_cli: Run) -> None:
    """Before the command and behind it."""
    behind = run_cli("next", "Spec 2", "--sources").stdout
    assert run_cli("--sources", "next", "Spec 2").stdout == behind
    assert "stated in information-technology/clinical-imaging-it-professional.txt, Career Path 1," in behind


def test_a_part_is_exported_and_drawn(run_cli: Run, empty_folder: Path) -> None:
    """`--select` leaves the roles that it means and the moves between them."""
    data = json.loads(run_cli("export", "--select", "function:clinical*").stdout)
    assert {node["job_function"] for node in data["nodes"]} == {"Clinical Imaging IT"}
    assert len(data["edges"]) == 4
    assert run_cli("map", "-o", "part.html", "--select", "function:clinical*").returncode == 0
    page = (empty_folder / "part.html").read_text(encoding="utf-8")
    assert "Clin Imaging IT Spec 2" in page
    assert "Radiology Tech 2" not in page


def test_a_selector_that_cannot_be_read_ends_with_2(run_cli: Run, empty_folder: Path) -> None:
    """The message points at the place, and nothing is written."""
    for command in (("dead-ends",), ("distances",), ("export",), ("map", "-o", "x.html"), ("roles",)):
        option = () if command == ("roles",) else ("--select",)
        done = run_cli(*command, *option, "levle:3")
        assert (done.returncode, done.stdout) == (2, "")
        assert "at character 1" in done.stderr
    assert list(empty_folder.iterdir()) == []
