"""The notebook is stored clean, uses public names only, and runs from an empty folder on the installed package."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

import careerpaths as cp

NOTEBOOK = Path(__file__).resolve().parents[1] / "notebooks" / "explore.ipynb"
ALLOWED = {"careerpaths", "networkx", "pandas"}


@pytest.fixture
def notebook() -> Any:
    """The notebook as it is stored."""
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]


def code(notebook: Any) -> list[str]:
    """The text of each code cell."""
    return [cell.source for cell in notebook.cells if cell.cell_type == "code"]


def test_notebook_is_stored_without_results(notebook: Any) -> None:
    """No cell keeps an output, a number or a place on somebody's machine, so that each run gives the same file."""
    nbformat.validate(notebook)
    for cell in notebook.cells:
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
        assert cell.metadata == {}
    assert not re.search(r"(?<![\w.])(?:/\w+/|[A-Z]:\\|~/)", "\n".join(cell.source for cell in notebook.cells))


def test_notebook_imports_three_packages(notebook: Any) -> None:
    """It needs careerpaths, networkx and pandas, and nothing else."""
    nodes = [node for text in code(notebook) for node in ast.walk(ast.parse(text))]
    imported = {name.name for node in nodes if isinstance(node, ast.Import) for name in node.names}
    assert imported == ALLOWED
    assert not [node for node in nodes if isinstance(node, ast.ImportFrom)]


def test_notebook_uses_public_names(notebook: Any) -> None:
    """What it takes from careerpaths is public, and no name begins with an underscore."""
    attributes = [
        node for text in code(notebook) for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Attribute)
    ]
    taken = {node.attr for node in attributes if isinstance(node.value, ast.Name) and node.value.id == "cp"}
    assert taken
    assert taken <= set(cp.__all__)
    assert not [node.attr for node in attributes if node.attr.startswith("_")]


def test_notebook_runs_from_an_empty_folder(
    notebook: Any, empty_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every cell runs on the samples inside the package, the answers are there, and the map is written beside it."""
    for name in ("HOME", "USERPROFILE", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    resources = {"metadata": {"path": str(empty_folder)}}
    NotebookClient(notebook, kernel_name="python3", timeout=120, resources=resources).execute()
    shown = "\n".join(str(output) for cell in notebook.cells for output in cell.get("outputs", []))
    graph = cp.build_graph(cp.load())
    assert f"{graph.number_of_nodes()} roles, {graph.number_of_edges()} moves" in shown
    assert "3 moves: Clin Imaging IT Spec 2, Clin Imaging IT Spec 3, Clin Imaging IT Spec 4" in shown
    assert "stderr" not in {output.get("name") for cell in notebook.cells for output in cell.get("outputs", [])}
    assert [path.name for path in empty_folder.iterdir()] == ["map.html"]
