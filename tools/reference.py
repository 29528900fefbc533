"""Write docs/reference.md: each command as a page of a manual, from what the program itself says of its options.

`python tools/reference.py` writes it; with `--check` it only says whether it is up to date, and ends with 1 where not.
"""

from __future__ import annotations

import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from careerpaths.cli.commands import careerpaths
from careerpaths.cli.options import reads_and_prints

DOCS = Path(__file__).resolve().parents[1] / "docs"
REFERENCE = DOCS / "reference.md"
_HEAD = """# Reference

Every command with its arguments and options, as the program states them: `tools/reference.py` writes this page, and a
test compares it. [commands.md](commands.md) explains the commands and shows what they print.
"""
_CODES = """
## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | done, and the answer is no, where the command says so above |
| 2 | could not run |
| 130 | interrupted |
"""
_ANSWERS_NO = "exit code is 1"
_EXAMPLE = re.compile(r"^\$ (careerpaths .*)$", re.MULTILINE)
_RECORD = tuple[str, str]
"""How an option is written, and what it does."""


def reference() -> str:
    """The whole page."""
    shared = click.Command("any", params=_shared())
    parts = [_HEAD, _overview(), *(_page(name, one) for name, one in _commands()), _options_of_all(shared), _CODES]
    return "".join(parts)


def _shared() -> list[click.Parameter]:
    """The options that every command takes that prints a result."""

    @click.command()
    @reads_and_prints
    def prints() -> None:
        """Print nothing."""

    return list(prints.params)


def _commands() -> Iterator[tuple[str, click.Command]]:
    """Every command by its whole name, by name."""
    for name, command in sorted(careerpaths.commands.items()):
        if isinstance(command, click.Group):
            yield from ((f"{name} {below}", one) for below, one in sorted(command.commands.items()))
        else:
            yield name, command


def _overview() -> str:
    rows = [f"| [`{name}`](#{name.replace(' ', '-')}) | {_first_line(one)} |" for name, one in _commands()]
    return "\n".join(["", "| command | does |", "|---|---|", *rows, ""])


def _first_line(command: click.Command) -> str:
    return _paragraphs(command)[0]


def _paragraphs(command: click.Command) -> list[str]:
    return [" ".join(part.split()) for part in (command.help or "").split("\n\n") if part.strip()]


def _page(name: str, command: click.Command) -> str:
    """One command: synopsis, description, its own options, what else it takes, how it ends, examples."""
    context = click.Context(command, info_name=f"careerpaths {name}", show_default=True)
    # The program's own helps are written for a terminal: arguments behind "Usage:", words in square brackets optional.
    usage = f"careerpaths {name} {' '.join(command.collect_usage_pieces(context))}".rstrip()
    taken, own = _parted(command, context)
    lines = ["", f"## {name}", "", "```text", usage, "```", "", "\n\n".join(_paragraphs(command)), ""]
    lines += [*_table(own), ""] if own else []
    lines += [f"Also takes {_listed(taken)}.", ""] if taken else []
    is_asked = _ANSWERS_NO in " ".join(_paragraphs(command))
    lines += [f"Exit codes: {'0, 1, 2, 130' if is_asked else '0, 2, 130'}.", ""]
    return "\n".join([*lines, *_examples(name)])


def _parted(command: click.Command, context: click.Context) -> tuple[list[str], list[_RECORD]]:
    """The spellings of the options that others take as well, and the records of those of its own."""
    known = {_key(one) for one in _shared()}
    options = [one for one in command.params if isinstance(one, click.Option)]
    records = [one.get_help_record(context) for one in options if _key(one) not in known]
    return [one.opts[-1] for one in options if _key(one) in known], [one for one in records if one]


def _key(option: click.Parameter) -> tuple[Sequence[str], str | None]:
    return tuple(option.opts), getattr(option, "help", None)


def _table(records: Sequence[_RECORD]) -> list[str]:
    rows = [f"| `{_plain(written)}` | {_plain(does)} |" for written, does in records]
    return ["| option | does |", "|---|---|", *rows]


def _plain(text: str) -> str:
    """A text in a cell of a table: a bar there would end it."""
    return " ".join(text.split()).replace("|", "\\|")


def _listed(spellings: Sequence[str]) -> str:
    return ", ".join(f"`{one}`" for one in spellings)


def _examples(name: str) -> list[str]:
    """The commands that docs/commands.md shows, whose output the tests compare."""
    told = _EXAMPLE.findall((DOCS / "commands.md").read_text(encoding="utf-8"))
    found = [line for line in dict.fromkeys(told) if _command_of(line) == name.partition(" ")[0]]
    return ["Examples:", "", "```text", *found, "```", ""] if found else []


def _command_of(line: str) -> str | None:
    return next((word for word in shlex.split(line)[1:] if word in careerpaths.commands), None)


def _options_of_all(shared: click.Command) -> str:
    context = click.Context(shared, show_default=True)
    found = (one.get_help_record(context) for one in shared.params if isinstance(one, click.Option))
    records = [one for one in found if one]
    return "\n".join(["", "## Options that most commands take", "", *_table(records), ""])


def main(arguments: Sequence[str]) -> int:
    """Write the page, or say whether it is up to date."""
    told = reference()
    if "--check" not in arguments:
        REFERENCE.write_text(told, encoding="utf-8", newline="\n")
        return 0
    is_same = REFERENCE.exists() and REFERENCE.read_text(encoding="utf-8") == told
    print(f"{REFERENCE.name} is {'up to date' if is_same else 'not up to date: run tools/reference.py'}")
    return 0 if is_same else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
