"""The benchmarks run, compare answers before they compare times, and print ratios."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

import careerpaths as cp

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
import bench
import layered
import measuring

BENCH = str(Path(__file__).resolve().parents[1] / "benchmarks" / "bench.py")


def quick(folder: Path, *options: str) -> str:
    """What a quick run prints, started in a folder; 1 says that a ratio was over its limit, as it may be here."""
    command = [sys.executable, BENCH, "--quick", *options]
    finished = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8", timeout=300)
    assert finished.returncode in (0, 1), finished.stderr
    assert finished.stderr == ""
    return finished.stdout


def test_quick_run_prints_one_table(empty_folder: Path) -> None:
    """With `--markdown` each comparison is a row that names both sides, the ratio and the limit where one is set."""
    head, rule, *rows = [line.strip("| ").split(" | ") for line in quick(empty_folder, "--markdown").splitlines()]
    assert head == list(bench.HEAD)
    assert set(rule) == {"---"}
    assert {row[0].split(":")[0].split(" ")[0] for row in rows} >= {
        "start-up",
        "reading",
        "40",
        "a",
        "the",
        "distances",
    }
    assert all(re.fullmatch(r"\d+\.\d\d", row[5].strip()) for row in rows)
    limits = [row[6].split()[0] for row in rows if len(row) > 6]
    assert limits[:8] == ["1.5", "2", "4", "0.05", "1.5", "0.1", "12", "12"]
    assert len(limits) > 8
    assert set(limits[8:]) == {"1"}
    assert list(empty_folder.iterdir()) == []


def test_text_names_the_command_of_each_side() -> None:
    """Both commands are printed with their times, then the ratio, and what is over its limit says so."""
    line = measuring.Line(what="x", ours="our call", rival="a rival", our_seconds=0.3, rival_seconds=0.1, limit=1.5)
    text = "\n".join(bench.as_text(line))
    assert re.search(r"300\.0 ms  our call\n +100\.0 ms  a rival\n +3\.00 ", text)
    assert text.endswith("limit 1.5: OVER")


@pytest.mark.parametrize(("ours", "limit", "over"), [(0.2, 1.5, True), (0.1, 1.5, False), (0.2, None, False)])
def test_only_a_ratio_can_be_over(ours: float, limit: float | None, over: bool) -> None:  # noqa: FBT001 - the expectation
    """A limit is one on the ratio; without one, nothing is over."""
    line = measuring.Line(what="x", ours="a", rival="b", our_seconds=ours, rival_seconds=0.1, limit=limit)
    assert line.is_over is over


def test_sides_take_turns() -> None:
    """Ours and the rival are called one after the other, so that what else the machine does falls on both."""
    called: list[str] = []
    measuring.medians(lambda: called.append("ours"), lambda: called.append("rival"), 2)
    assert called == ["ours", "rival", "ours", "rival"]


def test_sides_that_differ_stop_the_run() -> None:
    """Where the two answers differ there is no ratio."""
    with pytest.raises(SystemExit, match="the two sides differ: routes"):
        measuring.require(False, "routes")  # noqa: FBT003 - the thing required


def test_layered_organisation_is_the_same_each_time() -> None:
    """The same size gives the same catalogue, with every role in its ladder and moves across functions."""
    catalogue = layered.catalogue(300)
    assert catalogue == layered.catalogue(300)
    graph = cp.build_graph(catalogue)
    assert graph.number_of_nodes() == 300
    assert {graph.edges[pair]["kind"] for pair in graph.edges} == {
        "promotion",
        "change-of-track",
        "cross-function",
        "step-back",
    }
    assert nx.number_weakly_connected_components(graph) < 10


def test_table_in_the_documents_is_of_the_same_measures(clone: Path) -> None:
    """`docs/performance.md` holds a table with the head that the benchmarks print."""
    assert f"| {' | '.join(bench.HEAD)} |" in (clone / "docs" / "performance.md").read_text(encoding="utf-8")
