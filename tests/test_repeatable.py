"""What is printed does not depend on the process that prints it: hashes, time zone, language, place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

EVERYTHING = """
from careerpaths.cli import run
questions = [
    ["roles"], ["roles", "--full"], ["show", "Spec 4"], ["show", "Spec 4", "--full"], ["next", "Spec 4"],
    ["route", "Spec 2", "Mgr 1", "--sources"], ["route", "Service Desk Tech 1", "Info Security Mgr 3"],
    ["route", "Clin Imaging IT Mgr 1", "Spec 2"], ["reach", "Spec 1"], ["reach", "Spec 4", "--to"],
    ["dead-ends"], ["distances"], ["problems"],
]
for question in questions:
    for form in ("text", "json", "csv", "markdown"):
        print("#", *question, form, run([*question, "--format", form]), flush=True)
for question in (["export", "-"], ["map", "--csp"], ["--help"], [], ["show", "mgr 1"], ["show", "nobody"]):
    print("#", *question, run(question), flush=True)
run(["map", "-o", "map.html"])
"""
SETTINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8"},
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "tr_TR.UTF-8"},
)
Printed = tuple[bytes, bytes, bytes]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Printed, Printed]:
    """What a process with each of the settings prints for every command and format: output, notices and the map."""
    folders = [tmp_path_factory.mktemp("seed") for _ in range(2)]
    started = [
        subprocess.Popen(
            [sys.executable, "-c", EVERYTHING],
            cwd=folder,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **settings},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for settings, folder in zip(SETTINGS, folders, strict=True)
    ]
    one, other = (
        (*process.communicate(timeout=300), (folder / "map.html").read_bytes())
        for process, folder in zip(started, folders, strict=True)
    )
    return one, other


def test_output_does_not_depend_on_the_process(printed: tuple[Printed, Printed]) -> None:
    """Byte for byte the same under two settings, in two folders: every command and format, the notices, the map."""
    one, other = printed
    assert one[0] == other[0]
    assert one[1] == other[1]
    assert one[2] == other[2]


def test_every_command_was_asked(printed: tuple[Printed, Printed]) -> None:
    """The comparison covers what it says: each command ended as it should, none with a traceback."""
    output, notices, page = printed[0]
    ends = [line.rsplit(" ", 1)[1] for line in output.decode().splitlines() if line.startswith("# ")]
    assert (len(ends), ends.count("0"), ends.count("1"), ends.count("2")) == (58, 52, 4, 2)
    assert b"Traceback" not in notices
    assert page.lower().startswith(b"<!doctype html>")


def test_output_names_no_place_on_this_machine(
    printed: tuple[Printed, Printed], clone: Path, empty_folder: Path
) -> None:
    """No absolute path stands in any output."""
    for text in printed[0]:
        assert str(clone).encode() not in text
        assert str(empty_folder.parent).encode() not in text
        assert sys.prefix.encode() not in text
