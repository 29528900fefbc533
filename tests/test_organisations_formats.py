"""Made-up organisations in all formats: everything that was put into the documents is found, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

import careerpaths as cp

sys.path.append(str(Path(__file__).parents[1] / "benchmarks"))
sys.path.append(str(Path(__file__).parent))
import organisations
from organisation_formats import FORMATS
from test_organisations import CHECKS, check_problems, nodes_by_key, one_space, told_apart, written

BENCHMARKS = Path(organisations.__file__).parent


def check_all(organisation: organisations.Organisation, folder: Path) -> cp.Catalogue:
    """All roles, moves, titles only named and cells without moves of an organisation are found, and no others."""
    catalogue, graph = written(organisation, folder)
    keys = nodes_by_key(graph, organisation.truth)
    for check in CHECKS:
        check(graph, organisation.truth, keys)
    check_problems(catalogue, organisation.truth)
    return catalogue


def endings(organisation: organisations.Organisation) -> Counter[str]:
    """How many documents there are of each format."""
    return Counter(name.rpartition(".")[2].lower() for name in organisation.documents)


@pytest.mark.parametrize("formats", [*[(one,) for one in FORMATS[1:]], FORMATS], ids=",".join)
def test_everything_stated_is_found_in_every_format(formats: tuple[str, ...], tmp_path: Path) -> None:
    """About thirty documents in one format, and over all, are read as what was put into them."""
    organisation = organisations.generate(31, 10, formats=formats)
    assert set(endings(organisation)) == {one.replace("text", "txt") for one in formats}
    check_all(organisation, tmp_path)


def test_header_tables_may_touch_the_main_ones(tmp_path: Path) -> None:
    """A standard of one level below a header table of four columns has one level."""
    check_all(organisations.generate(31, 10, formats=("pdf",), touching=1), tmp_path)


@pytest.mark.parametrize("seed", [31, 79, 201])
def test_pdfs_without_rules_are_read_by_the_places_of_their_words(seed: int, tmp_path: Path) -> None:
    """Standards of one to eight levels in one document, their columns told by nothing but gaps, are found whole."""
    check_all(organisations.generate(seed, 10, formats=("pdf",), unruled=1), tmp_path)


@settings(
    deadline=None,
    max_examples=4,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to make an organisation smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)
@given(seed=st.integers(0, 10**6), row_cut=st.floats(0, 0.6))
def test_any_organisation_is_read_whole(seed: int, row_cut: float, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The law: whatever the seed, each document's format changes nothing of what is found."""
    organisation = organisations.generate(seed, 4, formats=FORMATS, row_cut=row_cut, unruled=0.33)
    check_all(organisation, tmp_path_factory.mktemp("formats"))


def test_texts_are_read_whole_in_every_format(tmp_path: Path) -> None:
    """Each stated text of a role comes back as it was written, wherever lines, rows and pages end."""
    organisation = organisations.generate(32, 10, formats=FORMATS, one_code=False, aliases=False)
    catalogue, graph = written(organisation, tmp_path)
    nodes = {key: node for node, key in nodes_by_key(graph, organisation.truth).items()}
    wrong = []
    for role in organisation.truth.roles:
        labels = {label for label, _ in role.texts}
        entries = [(one_space(entry.label), entry.text) for entry in cp.texts(catalogue, nodes[role.key])]
        apart = told_apart(role.texts, [entry for entry in entries if entry[0] in labels])
        if apart:
            wrong.append((role.key, role.documents, apart))
    assert wrong == []


def test_formats_are_made_of_the_seed_alone() -> None:
    """The same seed gives the same bytes in every format, and says the same as text does."""
    first, second = (organisations.generate(7, 4, formats=FORMATS) for _ in range(2))
    assert first == second
    plain = organisations.generate(7, 4)
    assert [(role.key, role.texts) for role in sorted(first.truth.roles, key=lambda role: role.key)] == [
        (role.key, role.texts) for role in sorted(plain.truth.roles, key=lambda role: role.key)
    ]
    moves, plain_moves = (
        Counter((move.start, move.end, move.row, move.column) for move in one.truth.moves) for one in (first, plain)
    )
    assert moves == plain_moves


def test_the_generator_knows_nothing_of_the_program(tmp_path: Path) -> None:
    """It runs where the package cannot be imported, and refuses a format that it does not know."""
    command = [sys.executable, "-I", "-c", BLOCKED, str(BENCHMARKS), str(tmp_path), "--functions", "4"]
    done = subprocess.run([*command, "--formats", ",".join(FORMATS)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert any(tmp_path.rglob("*.pdf"))
    refused = subprocess.run([*command, "--formats", "odt"], capture_output=True, text=True, check=False)
    assert refused.returncode == 2
    assert "unknown formats: odt; known: text, csv" in refused.stderr


BLOCKED = """
import sys
sys.modules["careerpaths"] = None
sys.path.append(sys.argv.pop(1))
import organisations
organisations.main(sys.argv[1:])
"""
