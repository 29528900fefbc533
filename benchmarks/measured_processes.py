"""Whole processes, as a user starts them, against importing the two libraries that none can do without."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import organisation_formats
from measured_graphs import pairs_apart
from measuring import Line, Scale, Side, compared
from measuring_inputs import documents

import careerpaths as cp

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ROUTE_LIMIT = 1.5
"""A route on the samples may take half as long again as importing the two libraries."""
AGAIN_LIMIT = 2
"""A route in a large organisation that was read before may take twice as long."""
PROGRAM = str(Path(sysconfig.get_path("scripts"), "careerpaths"))
IMPORTS = ("-c", "import click, networkx")


def started(scale: Scale) -> Iterator[Line]:
    """From an empty folder, on the samples inside the package."""
    commands = (("the help", ("--help",), None), ("a route", ("route", "Spec 2", "Mgr 1"), ROUTE_LIMIT))
    with tempfile.TemporaryDirectory() as empty:
        for what, arguments, limit in commands:
            yield _against_imports(f"start-up: {what}", arguments, empty, scale, limit)


def asked_again(scale: Scale) -> Iterator[Line]:
    """A route in an organisation in all formats, nothing of which has changed since it was read."""
    count = 10 * scale.standards
    with tempfile.TemporaryDirectory() as place:
        documents(Path(place, "data"), count, organisation_formats.FORMATS)
        pair = pairs_apart(cp.build_graph(cp.load(Path(place, "data"))), 1)[0]
        what = f"a route in {count:,} standards, read before"
        yield _against_imports(what, ("-d", "data", "route", *pair), place, scale, AGAIN_LIMIT)


def _against_imports(what: str, arguments: Sequence[str], folder: str, scale: Scale, limit: float | None) -> Line:
    ours = Side(_shown("careerpaths", *arguments), partial(_run, (PROGRAM, *arguments), folder))
    rival = Side(_shown("python", *IMPORTS), partial(_run, (sys.executable, *IMPORTS), folder))
    # The first run after an installation compiles the modules, and keeps what it read; nobody's second run does.
    ours.run()
    return compared(what, ours, rival, rounds=scale.processes, limit=limit)


def _run(command: Sequence[str], folder: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "CAREERPATHS_DATA"}
    subprocess.run(
        command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def _shown(*command: str) -> str:
    return " ".join(f'"{part}"' if " " in part else part for part in command)
