"""The documents tell the truth: their examples are run, their tables are compared, their links lead somewhere.

`CAREERPATHS_ACCEPT=1 make test ARGS="-n 0 --no-cov -k console"` writes what the commands print today into the documents
instead of comparing it; look at the difference before you keep it.
"""

from __future__ import annotations

import doctest
import inspect
import json
import os
import re
import runpy
import shlex
import shutil
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import pytest

import careerpaths as cp
from careerpaths.change import NOT_KNOWN
from careerpaths.cli.commands import careerpaths as command_line
from careerpaths.cli.options import VARIABLE, reads_and_prints
from careerpaths.config import Configuration, Limits, Words, read_configuration
from careerpaths.errors import CareerPathsError
from careerpaths.queries.choosing import PREFERENCES
from careerpaths.queries.gaps import CAUSES
from careerpaths.statements import TURNS
from careerpaths.vocabulary import VOCABULARY
from careerpaths.weighing import MEASURES
from careerpaths.wording.page import MAP
from careerpaths.wording.terms import TURN_NAMES

CLONE = Path(__file__).resolve().parents[1]
DOCUMENTS = sorted([*CLONE.glob("*.md"), *CLONE.glob("docs/*.md"), *CLONE.glob("benchmarks/*.md")])
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ELISION = "...\n"
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)")
RunCli = Callable[..., subprocess.CompletedProcess[str]]


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block of a document."""

    document: Path
    kind: str
    text: str
    line: int

    @property
    def name(self) -> str:
        """Where it stands, for the name of a test."""
        return f"{self.document.relative_to(CLONE).as_posix()}:{self.line}"


def blocks(kind: str) -> Iterator[Block]:
    """The blocks of one kind in all documents."""
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for match in FENCE.finditer(text):
            if match[1] == kind:
                yield Block(document, kind, match[2], text.count("\n", 0, match.start()) + 1)


def named(found: Iterator[Block]) -> list[Any]:
    """Blocks as parameters of a test."""
    return [pytest.param(block, id=block.name) for block in found]


def text_of(name: str) -> str:
    """A document."""
    return (CLONE / name).read_text(encoding="utf-8")


@pytest.fixture
def beside_data(empty_folder: Path) -> Path:
    """A folder that holds `data/` as the clone does."""
    shutil.copytree(CLONE / "data", empty_folder / "data")
    return empty_folder


def printed(run_cli: RunCli, line: str) -> str:
    """What a command prints, as a terminal shows it: the result, then what is said on standard error."""
    program, *arguments = shlex.split(line)
    assert program == "careerpaths"
    finished = run_cli(*arguments)
    return finished.stdout + finished.stderr


def transcript(text: str) -> list[tuple[str, str]]:
    """The commands of a console block, each with what is said to follow."""
    parts = re.split(r"^\$ (.*)\n", text, flags=re.MULTILINE)
    assert not parts[0], "a console block begins with a command"
    return list(zip(parts[1::2], parts[2::2], strict=True))


def shortened(actual: str, told: str) -> str:
    """The output as a document tells it: a line of three dots stands for any number of lines."""
    if ELISION not in told:
        return actual
    before, _, after = told.partition(ELISION)
    lines = actual.splitlines(keepends=True)
    tail = after.count("\n")
    return "".join([*lines[: before.count("\n")], ELISION, *(lines[-tail:] if tail else [])])


@pytest.mark.parametrize("block", named(blocks("console")))
@pytest.mark.usefixtures("beside_data")
def test_console_block(block: Block, run_cli: RunCli) -> None:
    """Every command of the documents prints what they say it prints."""
    told = transcript(block.text)
    found = [(line, shortened(printed(run_cli, line), output)) for line, output in told]
    if os.environ.get("CAREERPATHS_ACCEPT"):
        written = "".join(f"$ {line}\n{output}" for line, output in found)
        content = text_of(str(block.document)).replace(f"```console\n{block.text}", f"```console\n{written}")
        block.document.write_text(content, encoding="utf-8", newline="\n")
    else:
        assert told == found


@pytest.mark.parametrize("document", [pytest.param(one, id=one.name) for one in DOCUMENTS])
def test_python_examples(document: Path, beside_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python examples of a document, run one after the other beside `data/`, give what they say."""
    monkeypatch.chdir(beside_data)
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    names: dict[str, Any] = {}
    for block in blocks("python"):
        if block.document == document:
            assert ">>> " in block.text, f"{block.name}: an example that is not run"
            example = doctest.DocTestParser().get_doctest(block.text, names, block.name, str(document), block.line)
            runner.run(example, clear_globs=False)
            names = example.globs
    assert runner.summarize(verbose=False).failed == 0


@pytest.mark.parametrize("block", named(blocks("toml")))
def test_configuration_example(block: Block, empty_folder: Path) -> None:
    """Every configuration in the documents is one; that of the reference shows every key."""
    path = empty_folder / "careerpaths.toml"
    path.write_text(block.text, encoding="utf-8")
    read_configuration(path)
    if block.document.name == "commands.md":
        shown = tomllib.loads(block.text)
        assert set(shown) == set(Configuration.__struct_fields__)
        assert set(shown["vocabulary"]) == set(Words.__struct_fields__)
        assert set(shown["limits"]) == set(Limits.__struct_fields__)


def test_every_key_of_the_configuration_is_explained() -> None:
    """`docs/commands.md` names each key of the configuration file."""
    section = sections("docs/commands.md")["The configuration file"]
    assert [key for key in Configuration.__struct_fields__ if f"`{key}`" not in section] == []


def sections(name: str) -> dict[str, str]:
    """The sections of a document by their headings, marks and blocks left out."""
    parts = re.split(r"^#+ (.*)\n", FENCE.sub("", text_of(name)), flags=re.MULTILINE)
    return {heading.replace("`", ""): body for heading, body in zip(parts[1::2], parts[2::2], strict=True)}


def options_of(command: click.Command) -> set[str]:
    """All spellings of the options of a command, `--help` aside."""
    return {spelling for one in command.params if isinstance(one, click.Option) for spelling in one.opts}


def test_every_command_and_option_is_explained() -> None:
    """`docs/commands.md` has a section for each command with its options; shared options have one of their own."""
    found = sections("docs/commands.md")
    shared = options_of(reads_and_prints(click.Command("any", params=[])))  # type: ignore[arg-type]
    missing = []
    for name, command in command_line.commands.items():
        heading = next((one for one in found if one == name or one.startswith(f"{name} ")), None)
        text = found[heading] if heading else ""
        missing += [] if heading else [name]
        missing += [f"{name} {one}" for one in options_of(command) - shared if f"`{one}" not in text]
    missing += [one for one in shared | options_of(command_line) if f"`{one}" not in found["Options of every command"]]
    assert missing == []
    assert VARIABLE in found["Where the data comes from"]


def test_no_document_names_an_option_that_is_not_there() -> None:
    """Whatever looks like an option of the program is one."""
    known = {one for command in [command_line, *command_line.commands.values()] for one in options_of(command)}
    other = {"--help", "--quick", "--markdown", "--only", "--formats", "--check"}
    written = {
        (one, document.name)
        for document in DOCUMENTS
        for one in re.findall(r"`(--[a-z-]+)", document.read_text("utf-8"))
    }
    later = set(re.findall(r"`(--[a-z-]+)", sections("docs/architecture.md").get("Rooms still to come", "")))
    assert {pair for pair in written if pair[0] not in known | other | later} == set()


@pytest.mark.parametrize("name", cp.__all__)
def test_public_name_is_explained(name: str) -> None:
    """`docs/python.md` explains each public name; each function under a heading that is its signature."""
    text = text_of("docs/python.md")
    value = getattr(cp, name)
    if inspect.isfunction(value):
        assert f"### `{name}{bare_signature(value)}`\n" in text
    else:
        assert f"`{name}`" in text


def bare_signature(function: Callable[..., object]) -> str:
    """A signature without types."""
    signature = inspect.signature(function)
    plain = [one.replace(annotation=inspect.Parameter.empty) for one in signature.parameters.values()]
    return str(signature.replace(parameters=plain, return_annotation=inspect.Signature.empty))


def test_every_attribute_of_the_graph_is_explained() -> None:
    """`docs/python.md` names each attribute of the graph, its nodes and its edges."""
    graph = cp.build_graph(cp.load())
    keys = set(graph.graph)
    keys |= {key for _, attributes in graph.nodes(data=True) for key in attributes}
    keys |= {key for _, _, attributes in graph.edges(data=True) for key in attributes}
    text = text_of("docs/python.md")
    assert sorted(key for key in keys if f"`{key}`" not in text) == []


ANSWERS = (
    ("roles",),
    ("roles", "--full"),
    ("show", "Spec 2", "--full"),
    ("next", "Spec 2"),
    ("route", "Spec 2", "Mgr 1"),
    ("route", "Spec 3", "Spec 2"),
    ("plan", "Spec 2", "Mgr 1"),
    ("reach", "Spec 2"),
    ("choke-points", "Spec 2"),
    ("find", "certificate"),
    ("compare", "Spec 4", "Spec 5"),
    ("when", "overtime", "Spec 2"),
    ("sideways", "Info Security Anl 4"),
    ("ask", "Which roles lead to Spec 3?"),
    ("ask", "Is the cafeteria open?"),
    ("dead-ends",),
    ("problems",),
    ("check",),
)


@pytest.mark.parametrize("command", [pytest.param(one, id=" ".join(one)) for one in ANSWERS])
def test_every_key_of_an_answer_is_explained(command: tuple[str, ...], run_cli: RunCli) -> None:
    """`docs/json.md` names each key of the JSON and each column of the CSV in the section of the command."""
    text = text_of("docs/json.md")
    keys = keys_of(json.loads(run_cli(*command, "--format", "json").stdout))
    columns = run_cli(*command, "--format", "csv").stdout.split("\n", 1)[0].split(",")
    # Keys are in small letters; what is not is the title of a role that has a column.
    named = {one for one in (*keys, *columns) if one == one.lower()}
    assert sorted(one for one in named if f"`{one}`" not in text) == []


def keys_of(value: Any) -> set[str]:
    """All keys in a JSON value."""
    if isinstance(value, dict):
        return set(value).union(*map(keys_of, value.values()))
    return set().union(*map(keys_of, value)) if isinstance(value, list) else set()


def test_measures_and_preferences_are_those_of_the_program() -> None:
    """`docs/routes.md` has the measures in their order, and what each preference compares first."""
    found = sections("docs/routes.md")
    assert tuple(re.findall(r"^\| `(\w+)` \|", found["The measures of a route"], re.MULTILINE)) == MEASURES
    rows = re.findall(r"^\| `([\w-]+)` \| (.*?) \| (.*?) \|$", found["Preferences"], re.MULTILINE)
    assert {name: tuple(first.split(", ")) for name, _, first in rows} == PREFERENCES
    assert [words for name, words, _ in rows if MAP[f"prefer_{name}"] != words] == []


def test_what_becomes_of_a_statement_is_explained() -> None:
    """`docs/routes.md` explains each turn, each cause of no route; the words for turns are those that people read."""
    found = sections("docs/routes.md")
    told = found["What becomes of a statement"]
    assert [turn for turn in (*TURNS, NOT_KNOWN) if f"`{turn}`" not in told] == []
    assert [words for words in TURN_NAMES.values() if words not in told] == []
    assert [cause for cause in CAUSES if f"`{cause}`" not in found["Where there is no route"]] == []


def test_reference_is_up_to_date() -> None:
    """`docs/reference.md` is what `tools/reference.py` makes of the commands."""
    made = runpy.run_path(str(CLONE / "tools" / "reference.py"))["reference"]()
    assert text_of("docs/reference.md") == made, "run tools/reference.py"


def test_every_error_is_explained() -> None:
    """`docs/python.md` names each error."""
    text = text_of("docs/python.md")
    assert [one.__name__ for one in CareerPathsError.__subclasses__() if f"`{one.__name__}`" not in text] == []


def test_every_kind_of_row_is_explained() -> None:
    """`docs/reading.md` names each kind of row that the program knows, and each label."""
    text = text_of("docs/reading.md").casefold()
    assert [label for label in VOCABULARY.labels if label not in text] == []


def test_design_tells_the_layers_as_they_are() -> None:
    """`docs/architecture.md` has the layers that import-linter enforces, in their order, with their libraries."""
    settings = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    there = {path.stem for path in (CLONE / "careerpaths").iterdir()}
    layers = [
        [room for room in re.findall(r"\w+", layer) if room in there] for layer in reversed(settings[0]["layers"])
    ]
    rows = re.findall(r"^\| (`.*?) \| .*? \| (.*?) ?\|$", sections("docs/architecture.md")["Rooms"], re.MULTILINE)
    told = [re.findall(r"`(\w+)`", rooms) for rooms, _ in rows]
    assert [sorted(layer) for layer in layers if layer] == [sorted(rooms) for rooms in told]
    libraries = {room: names for (_, names), rooms in zip(rows, told, strict=True) for room in rooms}
    for contract in settings[1:]:
        rooms = {importer.split(".")[1] for importer in contract["allowed_importers"]}
        missing = [room for room in rooms if contract["protected_modules"][0] not in libraries[room]]
        assert missing == [], contract["name"]


def anchors(document: Path) -> set[str]:
    """The anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.*)$", FENCE.sub("", document.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize(
    "document", [pytest.param(one, id=one.name) for one in [*DOCUMENTS, CLONE / "data" / "README.md"]]
)
def test_links_resolve(document: Path) -> None:
    """Every link to a file of the project leads to one, and to a heading that is there."""
    broken = []
    for target in LINK.findall(FENCE.sub("", document.read_text(encoding="utf-8"))):
        if "://" in target:
            continue
        name, _, anchor = target.partition("#")
        path = (document.parent / name).resolve() if name else document
        if not path.exists() or (anchor and anchor not in anchors(path)):
            broken.append(target)
    assert broken == []


def test_every_document_can_be_found() -> None:
    """`docs/index.md` leads to every other document in its folder, and the README to the index."""
    index = text_of("docs/index.md")
    others = {path.name for path in (CLONE / "docs").glob("*.md")} - {"index.md"}
    assert {name for name in others if f"({name}" not in index} == set()
    assert "docs/index.md" in text_of("README.md")
