"""The command on terminals and on streams that are closed, full or of another encoding."""

from __future__ import annotations

import os
import re
import select
import signal
import subprocess
import sys
import sysconfig
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROUTE = ("route", "Spec 2", "Mgr 1")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
SCRIPT = Path(sysconfig.get_path("scripts")) / "careerpaths"
CLOSED = "import os, sys; os.close({stream}); os.execv({script!r}, [{script!r}, *{arguments!r}])"


def on_a_terminal(folder: Path, arguments: Sequence[str], **variables: str) -> str:
    """What a command writes to a terminal, its standard error apart."""
    import pty  # noqa: PLC0415 - there is none on Windows, where the other tests of this file run

    master, slave = pty.openpty()  # type: ignore[attr-defined, unused-ignore]  # not on Windows
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TERM": "xterm-256color", "LANG": "C.UTF-8"}
    with subprocess.Popen(
        [SCRIPT, *arguments],
        cwd=folder,
        env={**environment, **variables},
        stdin=slave,
        stdout=slave,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(slave)
        pieces = []
        while piece := _read(master):
            pieces.append(piece)
        assert process.wait(timeout=60) == 0
    os.close(master)
    return b"".join(pieces).decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """The next piece; nothing where the other end is closed."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def with_closed(folder: Path, stream: int, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """A command that is started with one of its streams closed."""
    code = CLOSED.format(stream=stream, script=str(SCRIPT), arguments=list(arguments))
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, check=False, timeout=60)


def test_a_terminal_gets_colours_and_the_same_words(run_cli: Run, empty_folder: Path) -> None:
    """Without its escapes the text is that of a pipe."""
    text = on_a_terminal(empty_folder, ROUTE, COLUMNS="100")
    assert ESCAPE.search(text)
    assert ESCAPE.sub("", text) == run_cli(*ROUTE).stdout


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_a_terminal_without_colours(empty_folder: Path, name: str, value: str) -> None:
    """NO_COLOR and a dumb terminal give no escapes."""
    text = on_a_terminal(empty_folder, ROUTE, **{name: value})
    assert "\x1b" not in text
    assert "Clin Imaging IT Spec 4" in text


@pytest.mark.parametrize("columns", [40, 60, 200])
@pytest.mark.parametrize(
    "arguments", [ROUTE, ("roles",), ("show", "Spec 4"), ("dead-ends",), ("distances",), ("problems",)], ids=" ".join
)
def test_a_terminal_is_filled_and_never_overrun(empty_folder: Path, columns: int, arguments: tuple[str, ...]) -> None:
    """No line is longer than the terminal is wide; on a narrow one every title is still there, wrapped."""
    text = ESCAPE.sub("", on_a_terminal(empty_folder, arguments, COLUMNS=str(columns)))
    assert max(map(len, text.splitlines())) <= columns
    whole = " ".join(re.sub(r"[\u2022\u2502\u251c\u2500\u2514\u25cf]", " ", text).split())
    assert "Clin Imaging IT Spec 4" in whole or columns == 40 or arguments == ("problems",)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437", "utf-8", "latin-1"])
def test_every_console_can_hold_the_text(run_cli: Run, encoding: str) -> None:
    """What an encoding does not hold is drawn with what it has; nothing is shown as a number or a question mark."""
    done = subprocess.run(
        [SCRIPT, *ROUTE, "--sources"],
        cwd=Path(run_cli("--version").args[0]).parent,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=True,
    )
    text = done.stdout.decode(encoding)
    assert "\\u" not in text
    assert "?" not in text
    assert ("+-1." in text) == (encoding in ("ascii", "cp1252", "latin-1", "cp437"))


def test_the_c_locale_is_no_trouble(run_cli: Run) -> None:
    """LANG=C alone: every command answers."""
    done = run_cli(*ROUTE, env={"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": ""})
    assert done.returncode == 0
    assert "Clin Imaging IT Mgr 1" in done.stdout


@pytest.mark.parametrize("arguments", [("roles",), ("roles", "--format", "json"), ("--help",), ("export", "-")])
def test_standard_output_closed(empty_folder: Path, arguments: tuple[str, ...]) -> None:
    """No place for the result: no traceback, and not the code for "no route"."""
    done = with_closed(empty_folder, 1, *arguments)
    assert done.returncode in (0, 2)
    assert b"Traceback" not in done.stderr


def test_standard_error_closed(run_cli: Run, empty_folder: Path) -> None:
    """No place for the notices: the result comes all the same."""
    done = with_closed(empty_folder, 2, "roles", "--format", "csv")
    assert done.returncode == 0
    assert done.stdout.decode() == run_cli("roles", "--format", "csv").stdout


@pytest.mark.parametrize("arguments", [("roles",), ("roles", "--full", "--format", "json"), ("export", "-")])
def test_a_full_disk_is_one_line(empty_folder: Path, arguments: tuple[str, ...]) -> None:
    """Code 2 and the reason, for a result that is written at once and for one that comes in pieces."""
    full = Path("/dev/full")
    assert full.exists() or sys.platform != "linux"
    if not full.exists():
        return
    with full.open("w", encoding="utf-8") as stream:
        done = subprocess.run(
            [SCRIPT, *arguments], cwd=empty_folder, stdout=stream, stderr=subprocess.PIPE, check=False, encoding="utf-8"
        )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "No space left on device" in done.stderr


def test_a_reader_that_stops_in_the_middle(empty_folder: Path) -> None:
    """`careerpaths ... | head -1` on more than a pipe holds: no traceback, and not the code for "no route"."""
    with subprocess.Popen(
        [SCRIPT, "roles", "--full", "--format", "json"],
        cwd=empty_folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline() == b"[\n"
        process.stdout.close()
        told = process.stderr.read()
    # Some kernels take the whole of a write whose reader leaves in the middle of it.
    assert process.returncode in (0, 2)
    assert b"Traceback" not in told
    assert b"Exception ignored" not in told


def test_ctrl_c_ends_with_130(empty_folder: Path) -> None:
    """A real signal while more is written than the pipe holds: one word, no traceback."""
    with subprocess.Popen(
        [SCRIPT, "roles", "--full", "--format", "json"],
        cwd=empty_folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout
        assert select.select([process.stdout], [], [], 60)[0]
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert told.decode().splitlines()[-1] == "interrupted"


EARLY = """
import builtins, signal
import_before = builtins.__import__

def import_slowly(name, *rest):
    if name == {name!r}:
        builtins.__import__ = import_before
        signal.raise_signal(signal.SIGINT)
    return import_before(name, *rest)

builtins.__import__ = import_slowly
from careerpaths.cli import main
main(["--help"])
"""


@pytest.mark.parametrize("name", ["click", "careerpaths.cli.commands", "careerpaths.cli.output", "dataclasses"])
def test_ctrl_c_while_the_program_starts(empty_folder: Path, name: str) -> None:
    """Whatever is imported meanwhile, it ends quietly."""
    done = subprocess.run(
        [sys.executable, "-c", EARLY.format(name=name)],
        cwd=empty_folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted\n")


def test_the_package_is_imported_at_once(empty_folder: Path) -> None:
    """Before the guard stands nothing that takes time, so that hardly any interrupt comes too early for it."""
    program = "import sys; before = set(sys.modules); import careerpaths.cli; print(*sorted({*sys.modules} - before))"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", f"import sys; sys.path[:0] = {sys.path!r}; {program}"],
        cwd=empty_folder,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert not {"typing", "re", "click", "enum", "dataclasses"} & set(done.stdout.split())


def test_the_map_is_opened_where_it_was_written(empty_folder: Path) -> None:
    """`map --open` hands the file to the program that the system opens pages with."""
    opener = empty_folder / "bin" / "xdg-open"
    opener.parent.mkdir()
    opener.write_text('#!/bin/sh\necho "$1" > "$(dirname "$0")/opened"\n', encoding="utf-8")
    opener.chmod(0o755)
    done = subprocess.run(
        [SCRIPT, "map", "-o", "m.html", "--open"],
        cwd=empty_folder,
        env={**os.environ, "PATH": f"{opener.parent}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stdout == b""
    opened = opener.parent / "opened"
    for _ in range(100):
        if opened.exists() and opened.read_text(encoding="utf-8").endswith("\n"):
            break
        time.sleep(0.1)
    assert opened.read_text(encoding="utf-8").strip().endswith("m.html")


def test_a_map_that_nothing_opens_is_said(empty_folder: Path) -> None:
    """Without a program for pages the map is written all the same, and the user is told."""
    done = subprocess.run(
        [sys.executable, SCRIPT, "map", "-o", "m.html", "--open"],
        cwd=empty_folder,
        env={**os.environ, "PATH": str(empty_folder)},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode == 0
    assert (empty_folder / "m.html").is_file()
    assert "Traceback" not in done.stderr
    assert "m.html" in done.stderr.splitlines()[-1]


TROUBLE = """
import io, sys

class Output(io.TextIOWrapper):
    left = {calls}

    def {method}(self, *text):
        Output.left -= 1
        if Output.left == 0:
            raise {error}
        return super().{method}(*text)

sys.stdout = Output(sys.stdout.buffer, encoding="utf-8")
from careerpaths.cli import main
main(["roles", "--format", "csv"])
"""


@pytest.mark.parametrize(
    ("method", "error", "code", "last"),
    [
        ("write", "RuntimeError('a fault')", 2, "RuntimeError: a fault"),
        ("flush", "KeyboardInterrupt", 130, "interrupted"),
        ("flush", "BrokenPipeError", 2, None),
        ("write", "BrokenPipeError(32, 'closed')", 2, None),
        ("write", "OSError(28, 'No space left on device')", 2, "careerpaths: "),
    ],
)
def test_every_way_to_fail_has_its_code(
    empty_folder: Path, method: str, error: str, code: int, last: str | None
) -> None:
    """A fault of the program: a traceback, 2; Ctrl-C at the end: 130; a closed pipe: quiet; a full disk: a line."""
    calls = 2 if method == "flush" else 1  # the first flush is that of `reconfigure`
    program = TROUBLE.format(method=method, error=error, calls=calls)
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=empty_folder, capture_output=True, check=False, encoding="utf-8"
    )
    told = [line for line in done.stderr.splitlines() if not line.startswith("No data named")]
    assert done.returncode == code
    assert ("Traceback" in done.stderr) == ("fault" in error)
    assert told[-1].startswith(last) if last else told == []


def test_a_name_with_an_option_in_it_is_listed_in_one_line(run_cli: Run) -> None:
    """Where the words of an ambiguous name do not stand together there is no line to copy; the roles are named."""
    done = run_cli("show", "anl", "--sources", "2")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith('careerpaths: "anl 2" can be 4 roles: "Data Analyst 2" (X212P, ')
