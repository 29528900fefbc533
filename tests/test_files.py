"""Whole-or-nothing writing: complete or as before, and nothing left behind."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from careerpaths.errors import CannotWrite
from careerpaths.files import write_bytes, write_text


def names(folder: Path) -> list[str]:
    """What stands in a folder, hidden files included."""
    return sorted(path.name for path in folder.iterdir())


def test_a_text_is_written_as_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    """What is given is what is in the file, on every system; the path comes back."""
    target = tmp_path / "a.txt"
    assert write_text(target, "caf\u00e9\nb\r\n") == target
    assert target.read_bytes() == "caf\u00e9\nb\r\n".encode()
    assert names(tmp_path) == ["a.txt"]


def test_a_path_may_be_a_string(tmp_path: Path) -> None:
    """`str` does as well as `Path`."""
    assert write_bytes(str(tmp_path / "a.bin"), b"\x00\xff") == tmp_path / "a.bin"
    assert (tmp_path / "a.bin").read_bytes() == b"\x00\xff"


def test_a_lone_surrogate_is_no_trouble(tmp_path: Path) -> None:
    """What UTF-8 cannot write stands as a question mark."""
    assert write_text(tmp_path / "a.txt", "a\ud800b").read_bytes() == b"a?b"


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """The folders of the path are made, as many as are missing."""
    write_text(tmp_path / "a" / "b" / "c.txt", "x")
    assert names(tmp_path / "a" / "b") == ["c.txt"]


def test_what_was_there_is_replaced(tmp_path: Path) -> None:
    """A shorter text over a longer one leaves nothing of it."""
    (tmp_path / "a.txt").write_text("much longer")
    write_text(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").read_text() == "x"
    assert names(tmp_path) == ["a.txt"]


def test_a_target_that_is_a_folder(tmp_path: Path) -> None:
    """It is refused with the reason, the folder stays with what is in it, no temporary file is left."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "kept.txt").write_text("old")
    with pytest.raises(CannotWrite, match=r"out: could not be written \(it is a folder\); choose another place"):
        write_text(tmp_path / "out", "new")
    assert names(tmp_path) == ["out"]
    assert (tmp_path / "out" / "kept.txt").read_text() == "old"


def test_a_parent_that_is_a_file(tmp_path: Path) -> None:
    """It is refused, and the file stays as it was."""
    (tmp_path / "file").write_text("old")
    with pytest.raises(CannotWrite, match="could not be written"):
        write_text(tmp_path / "file" / "a.txt", "new")
    assert (tmp_path / "file").read_text() == "old"
    assert names(tmp_path) == ["file"]


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    """A pipe or a device is refused, never replaced by a file of its name."""
    os.mkfifo(tmp_path / "pipe")  # type: ignore[attr-defined, unused-ignore]  # not on Windows
    with pytest.raises(CannotWrite, match="pipe: could not be written"):
        write_text(tmp_path / "pipe", "x")
    assert (tmp_path / "pipe").is_fifo()
    assert names(tmp_path) == ["pipe"]


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    """It is refused by the system at the last step: the temporary file goes, and the reason is said."""
    with pytest.raises(CannotWrite, match="could not be written"):
        write_text(tmp_path / ("n" * 300), "x")
    assert names(tmp_path) == []


def test_a_failure_while_writing_leaves_the_old_content(tmp_path: Path) -> None:
    """Content that turns out not to be bytes: a fault of the program is raised as it is, the old file stays alone."""
    (tmp_path / "a.txt").write_text("old")
    with pytest.raises(TypeError):
        write_bytes(tmp_path / "a.txt", "no bytes")  # type: ignore[arg-type]
    assert (tmp_path / "a.txt").read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


INTERRUPTED = """
import sys
from careerpaths.files import write_text

def audit(event, arguments):
    name = event.removeprefix("os.").replace("rename", "replace")
    if name == {step!r} and ".tmp" in str(arguments[:1]):
        raise KeyboardInterrupt

import os, signal
if {step!r} == "fsync":
    os.fsync = lambda handle: signal.raise_signal(signal.SIGINT)
sys.addaudithook(audit)
write_text({target!r}, "new")
"""


@pytest.mark.parametrize("step", ["open", "fsync", "replace", "chmod"])
def test_an_interrupt_leaves_nothing_behind(tmp_path: Path, step: str) -> None:
    """Whenever it comes, the temporary file goes, the old file stays."""
    (tmp_path / "a.txt").write_text("old")
    code = INTERRUPTED.format(step=step, target=str(tmp_path / "a.txt"))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert "KeyboardInterrupt" in done.stderr
    assert (tmp_path / "a.txt").read_text() == "old"
    assert names(tmp_path) == ["a.txt"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """A link keeps pointing at the file it names; that file has the new content."""
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "a.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real" / "a.txt")
    write_text(tmp_path / "link.txt", "new")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real" / "a.txt").read_text() == "new"
    assert names(tmp_path) == ["link.txt", "real"]
    assert names(tmp_path / "real") == ["a.txt"]


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o755])
def test_a_file_keeps_its_rights(tmp_path: Path, rights: int) -> None:
    """Who may read a file is not changed by writing it again."""
    target = tmp_path / "a.txt"
    target.write_text("old")
    target.chmod(rights)
    write_text(target, "new")
    assert target.stat().st_mode & 0o777 == rights


def test_a_new_file_has_the_rights_of_any_new_file(tmp_path: Path) -> None:
    """It is readable by whom the mask of the process allows, though it was a private temporary file before."""
    (tmp_path / "other.txt").write_text("x")
    write_text(tmp_path / "a.txt", "x")
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "other.txt").stat().st_mode


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.binary())
def test_bytes_come_back(tmp_path: Path, content: bytes) -> None:
    """Whatever is written is read, and the folder holds that file alone."""
    assert write_bytes(tmp_path / "a.bin", content).read_bytes() == content
    assert names(tmp_path) == ["a.bin"]
