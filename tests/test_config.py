"""The configuration file: what it may say, and what is said where it cannot be understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerpaths.config import Configuration, read_configuration
from careerpaths.errors import BadConfiguration


def written(folder: Path, content: str | bytes) -> Path:
    """A configuration file with this content."""
    path = folder / "careerpaths.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_all_that_it_may_say(tmp_path: Path) -> None:
    """Organisation, edition, contact and tops are read as written."""
    text = 'organisation = "Harbor"\nedition = "spring"\ncontact = "HR"\ntops = ["8799", "Mgr 3"]\n'
    known = read_configuration(written(tmp_path, text))
    assert known == Configuration(organisation="Harbor", edition="spring", contact="HR", tops=("8799", "Mgr 3"))


@pytest.mark.parametrize("content", ["", "# only a remark\n", b"\xef\xbb\xbf", "\r\n"])
def test_nothing_need_be_said(tmp_path: Path, content: str | bytes) -> None:
    """An empty file leaves everything not stated."""
    assert read_configuration(written(tmp_path, content)) == Configuration()


@pytest.mark.parametrize(
    ("value", "edition"),
    [
        ("2026-07-01", "2026-07-01"),
        ('"2026-07-01"', "2026-07-01"),
        ("2026-07-01T08:30:00", "2026-07-01T08:30:00"),
    ],
)
def test_an_edition_may_be_a_date(tmp_path: Path, value: str, edition: str) -> None:
    """A TOML date and a text are the same edition."""
    assert read_configuration(written(tmp_path, f"edition = {value}")).edition == edition


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """Editors on Windows write one."""
    assert read_configuration(written(tmp_path, b'\xef\xbb\xbfcontact = "HR"')).contact == "HR"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('organization = "x"', "organization"),
        ("edition = 2026", "edition"),
        ("tops = 'one'", "tops"),
        ("tops = [1]", "tops: expected a list of texts"),
        ("contact = true", "contact"),
        ("edition = 08:30:00", "edition"),
        ("[edition]\na = 1", "edition"),
        ('contact = "HR', "Unterminated"),
        ("a b", "line 1"),
        ('contact = "x"\ncontact = "y"', "overwrite"),
        (b'contact = "\xff"', "utf-8"),
        ('contact = "x"'.encode("utf-16"), "utf-8"),
        (b"\x00", "line 1"),
    ],
)
def test_what_cannot_be_understood(tmp_path: Path, content: str | bytes, said: str) -> None:
    """The message names the file, the key or line that is wrong, and the keys there are."""
    path = written(tmp_path, content)
    with pytest.raises(BadConfiguration, match=said) as caught:
        read_configuration(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert f"; the keys are {', '.join(Configuration.__struct_fields__)}" in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """The message names it and why it could not be read."""
    with pytest.raises(BadConfiguration, match=r"gone\.toml: could not be read"):
        read_configuration(tmp_path / "gone.toml")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """So is one that names a folder."""
    with pytest.raises(BadConfiguration, match="could not be read"):
        read_configuration(tmp_path)
