"""The installed command and what it reads: `check`, `cache clear`, the options on what counts, and Ctrl-C."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sysconfig
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
STANDARD = "Job Function\tImaging\nJob Level\tEntry\nJob Title\tAnl {0}\nJob Code\t{0}\nCareer Path 1\tAnl 9\n"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("CAREERPATHS_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Two standards and a memo."""
    folder = tmp_path / "data"
    (folder / "drafts").mkdir(parents=True)
    (folder / "1.txt").write_text(STANDARD.format(1), encoding="utf-8")
    (folder / "drafts" / "2.txt").write_text(STANDARD.format(2), encoding="utf-8")
    (folder / "memo.txt").write_text("To: all\nFrom: me\n", encoding="utf-8")
    return folder


def codes(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The codes of the roles that are described."""
    return [one["job_code"] for one in json.loads(done.stdout) if one["defined"]]


def test_check_reports_each_document(run_cli: Run, data: Path) -> None:
    """In every format, with code 0."""
    done = run_cli("-d", data, "check")
    assert done.returncode == 0
    assert all(name in done.stdout for name in ("1.txt", "drafts/2.txt", "memo.txt"))
    shape = json.loads(run_cli("-d", data, "check", "--format", "json").stdout)
    assert [one["document"] for one in shape["documents"]] == ["1.txt", "drafts/2.txt", "memo.txt"]
    rows = list(csv.DictReader(io.StringIO(run_cli("-d", data, "check", "--format", "csv").stdout)))
    assert sum(int(row["cells"]) for row in rows) == shape["cells"]["sum"]
    assert run_cli("-d", data, "check", "--format", "markdown").stdout.startswith("| document |")


def test_check_answers_where_nothing_was_recognised(run_cli: Run, data: Path) -> None:
    """Code 0, and the command that helps as a line to copy; every other command ends with it and 2."""
    line = f"  careerpaths -d {data / 'memo.txt'} check --suggest-config\n"
    done = run_cli("-d", data / "memo.txt", "check")
    assert done.returncode == 0
    assert done.stderr.endswith(line)
    for command in ("roles", "map", "dead-ends"):
        failed = run_cli("-d", data / "memo.txt", command)
        assert (failed.returncode, failed.stdout) == (2, "")
        assert failed.stderr.endswith(line)
    helped = run_cli("-d", data / "memo.txt", "check", "--suggest-config")
    assert helped.returncode == 0
    tomllib.loads(helped.stdout)


def test_check_prints_the_words_that_are_known(run_cli: Run, data: Path, empty_folder: Path) -> None:
    """As a configuration that the program takes."""
    done = run_cli("-d", data, "check", "--vocabulary")
    assert done.returncode == 0
    (empty_folder / "known.toml").write_text(done.stdout, encoding="utf-8")
    assert codes(run_cli("-d", data, "--config", "known.toml", "roles", "--format", "json")) == ["1", "2"]


def test_documents_are_left_out(run_cli: Run, data: Path) -> None:
    """Before the command and behind it, more than once."""
    assert codes(run_cli("-d", data, "roles", "--format", "json", "--exclude", "drafts")) == ["1"]
    assert run_cli("--exclude", "*.txt", "-d", data, "--exclude", "x", "roles").returncode == 2


def test_answers_say_that_documents_contradict_each_other(run_cli: Run, data: Path) -> None:
    """Two that define the same role, neither known to be newer: said behind each answer until it is settled."""
    told = "two documents contradict each other and both count, since neither says that it is newer"
    assert told not in run_cli("-d", data, "roles").stderr
    (data / "again.txt").write_text(STANDARD.format(1).replace("Anl 9", "Anl 8"), encoding="utf-8")
    for _ in range(2):
        assert told in run_cli("-d", data, "roles").stderr
    assert told not in run_cli("-d", data, "roles", "--exclude", "again.txt").stderr


def test_an_overlay_adds_values(run_cli: Run, data: Path, empty_folder: Path) -> None:
    """Also where it is byte for byte a document: it is no copy, and defines no role."""
    (empty_folder / "grades.csv").write_text("Job Title,Job Code,Grade\nAnl 1,1,G7\n", encoding="utf-8")
    (data / "grades.csv").write_bytes((empty_folder / "grades.csv").read_bytes())
    done = run_cli("-d", data, "--overlay", "grades.csv", "export")
    nodes = {one["job_code"]: one for one in json.loads(done.stdout)["nodes"]}
    assert nodes["1"]["extras"] == [["Grade", "G7"]]


def test_an_overlay_that_is_missing_stops(run_cli: Run, data: Path) -> None:
    """Its name is told."""
    done = run_cli("-d", data, "--overlay", "gone.csv", "roles")
    assert done.returncode == 2
    assert done.stderr == "careerpaths: gone.csv: there is no such file or folder\n"


def test_the_cache_is_used_verified_and_cleared(run_cli: Run, data: Path, kept: Path) -> None:
    """Without it nothing is written; a change that hides is found by --verify; clear says how much went."""
    assert codes(run_cli("-d", data, "roles", "--format", "json", "--no-cache")) == ["1", "2"]
    assert not kept.exists()
    os.utime(data / "1.txt", (1, 1.5))
    run_cli("-d", data, "roles")
    with (data / "1.txt").open("r+", encoding="utf-8") as stream:
        stream.write(STANDARD.format(3))
    os.utime(data / "1.txt", (1, 1.5))
    for path in data.rglob("*.txt"):
        os.utime(path, (1, 1.5))
    run_cli("-d", data, "roles", "--exclude", "none")
    assert codes(run_cli("-d", data, "roles", "--format", "json", "--verify")) == ["2", "3"]
    files = [path for path in kept.rglob("*") if path.is_file()]
    done = run_cli("cache", "clear")
    assert (done.returncode, str(len(files)) in done.stdout) == (0, True)
    assert [path for path in kept.rglob("*") if path.is_file()] == []


def test_an_interrupt_ends_the_program_and_its_workers(data: Path, empty_folder: Path) -> None:
    """Ctrl-C while a worker is busy: code 130, one word, no process left, no half answer."""
    rows = "".join(f"Key Resp {number}\t{'duty ' * 30}\n" for number in range(200_000))
    (data / "long.txt").write_text(STANDARD.format(4) + rows, encoding="utf-8")
    script = Path(sysconfig.get_path("scripts")) / "careerpaths"
    with subprocess.Popen(
        [script, "-d", data, "roles"],
        cwd=empty_folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        text=True,
    ) as process:
        workers = waited_for(process.pid)
        os.kill(-process.pid, signal.SIGINT)
        out, told = process.communicate(timeout=20)
    assert (process.returncode, out, told.strip()) == (130, "", "interrupted")
    assert not [worker for worker in workers if Path(f"/proc/{worker}/exe").exists()]


def waited_for(parent: int) -> list[str]:
    """The workers of a process, once there are any."""
    for _ in range(1000):
        found = Path(f"/proc/{parent}/task/{parent}/children")
        threads = Path(f"/proc/{parent}/task").glob("*/children")
        workers = [child for one in (found, *threads) for child in one.read_text(encoding="utf-8").split()]
        if workers:
            time.sleep(0.3)
            return workers
        time.sleep(0.01)
    return []
