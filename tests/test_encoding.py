"""The bytes of a text to letters: what is read as Windows-1252, what is not read, and what the configuration states."""

from __future__ import annotations

from pathlib import Path

import pytest

import careerpaths as cp
from careerpaths.readers.encoding import decode, recoded

TABLE = "Title;Code;Next role\nKucha\u0159;K1;\u0160\u00e9fkucha\u0159\n\u0160\u00e9fkucha\u0159;K2;\n"


def test_windows_1252_is_a_note() -> None:
    """It names the key that says otherwise."""
    text, (note,) = decode("a.csv", "B\u00e4cker".encode("cp1252"))
    assert (text, note.severity) == ("B\u00e4cker", "note")
    assert note.message.endswith('in the configuration: encodings = {"a.csv" = "cp1250"}')


def test_what_makes_no_words_is_not_read() -> None:
    """A problem shows the words, and what other encodings make of the first; no letters are made up."""
    text, (problem,) = decode("a.csv", TABLE.encode("cp1250"))
    assert (text, problem.severity) == ("", "problem")
    assert "its letters make no words (\u0160\u00e9fkucha\u00f8): not read" in problem.message
    assert "cp1250: \u0160\u00e9fkucha\u0159" in problem.message


@pytest.mark.parametrize(
    ("content", "encoding", "expected"),
    [
        (TABLE.encode("cp1250"), "cp1250", TABLE.encode("utf-8-sig")),
        (TABLE.encode(), "cp1250", TABLE.encode()),
        (TABLE.encode("utf-16"), "cp1250", TABLE.encode("utf-16")),
        (TABLE.encode("cp1250"), "zip", TABLE.encode("cp1250")),
        (TABLE.encode("cp1250"), "utf-8", TABLE.encode("cp1250")),
        (b"a\x81", "cp1250", b"a\x81"),
    ],
)
def test_a_stated_encoding(content: bytes, encoding: str, expected: bytes) -> None:
    """It is used for what is not UTF-8 and has no mark, where it fits."""
    assert recoded(content, encoding) == expected


def test_the_configuration_states_it(tmp_path: Path) -> None:
    """By a pattern of names; the others are read as before."""
    (tmp_path / "a.csv").write_bytes(TABLE.encode("cp1250"))
    (tmp_path / "b.csv").write_bytes("Title;Code\nB\u00e4cker;B1\n".encode("cp1252"))
    (tmp_path / "careerpaths.toml").write_text('encodings = {"A.*" = "cp1250"}', encoding="utf-8")
    catalogue = cp.load(tmp_path, keep=False)
    assert [role.title for role in catalogue.roles] == ["B\u00e4cker", "Kucha\u0159", "\u0160\u00e9fkucha\u0159"]
    (tmp_path / "careerpaths.toml").unlink()
    assert [role.title for role in cp.load(tmp_path, keep=False).roles] == ["B\u00e4cker"]
