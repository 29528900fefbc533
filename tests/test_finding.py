"""Which files are documents, and under which names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.errors import NothingToRead
from careerpaths.finding import FILE_NAME, SAMPLES, configuration_file, find_documents, is_excluded


def make(folder: Path, *names: str) -> Path:
    """Files with these names, each with its own content."""
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def names(*roots: Path, exclude: tuple[str, ...] = ()) -> list[str]:
    """The names under which documents are found."""
    return [one.name for one in find_documents(roots, exclude=exclude)]


def test_documents_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    """Below folders by POSIX path, a single file by its own name."""
    make(tmp_path, "b.txt", "a/z.pdf", "a.txt")
    assert names(tmp_path) == ["a.txt", "a/z.pdf", "b.txt"]
    assert names(tmp_path / "a" / "z.pdf") == ["z.pdf"]


@pytest.mark.parametrize(
    "name",
    [
        *("~$lock.xlsx", ".DS_Store", "__MACOSX/._a.txt", "__macosx/a.txt", ".git/a.txt", "Thumbs.db", "desktop.ini"),
        *("README", "readme-first.txt", "LICENSE", "LICENSE-MIT", "License.txt", "COPYING", "notice.html", "x.md"),
        *("careerpaths.toml", "a.docx~", "a.tmp", "a.BAK", "a.lnk", "changelog_2024"),
    ],
)
def test_what_lies_beside_documents_is_passed_over(tmp_path: Path, name: str) -> None:
    """Locks, hidden files, notes, licences and what systems leave behind."""
    make(tmp_path, "a.txt", name)
    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    "name",
    ["Licensed Vocational Nurse.pdf", "License Clerk.docx", "notices and orders clerk.txt", "Copying Operator.xlsx"],
)
def test_a_title_that_begins_like_a_licence_is_a_document(tmp_path: Path, name: str) -> None:
    """The whole name says what a file is, and no standard is lost for its first letters."""
    make(tmp_path, name)
    assert names(tmp_path) == [name]


@pytest.mark.parametrize(
    ("name", "pattern", "is_out"),
    [
        ("drafts/a.txt", "drafts/*", True),
        ("drafts/old/a.txt", "drafts/*", True),
        ("x/drafts/a.txt", "drafts", True),
        ("x/drafts/a.txt", "drafts/", True),
        ("x/Old Plan.PDF", "*old*", True),
        ("x/a.pdf", "*.PDF", True),
        ("x/a.pdf", "a.pdf", True),
        ("x/a.pdf", "x/b*", False),
        ("x/a[1].pdf", "a[[]1].pdf", True),
        ("drafts-not.txt", "drafts", False),
    ],
)
def test_patterns_leave_documents_out(name: str, pattern: str, is_out: bool) -> None:  # noqa: FBT001 - a row of a table
    """A pattern is of the whole name, of a folder in it or of the file; case does not count."""
    assert is_excluded(name, (pattern,)) is is_out


@given(st.text(min_size=1), st.lists(st.text(), max_size=3))
def test_any_pattern_is_answered(name: str, patterns: list[str]) -> None:
    """No pattern raises; without one nothing is left out, and "*" leaves all out."""
    assert is_excluded(name, patterns) in {True, False}
    assert not is_excluded(name, ())
    assert is_excluded(name, [*patterns, "*"])


def test_what_is_excluded_is_not_found(tmp_path: Path) -> None:
    """The others are; where all are excluded, the message counts them."""
    make(tmp_path, "a.txt", "old/b.txt")
    assert names(tmp_path, exclude=("old",)) == ["a.txt"]
    with pytest.raises(NothingToRead, match="all of 2 are excluded"):
        find_documents([tmp_path], exclude=("*",))


def test_a_file_counts_once(tmp_path: Path) -> None:
    """Named twice, by its folder, or by a link: one document, under its first name."""
    make(tmp_path, "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert names(tmp_path, tmp_path, tmp_path / "b.txt") == ["a.txt"]


def test_a_folder_that_cannot_be_listed_is_not_passed_over(tmp_path: Path) -> None:
    """It stands among the documents, so that reading it says why; here its path is longer than the system takes."""
    make(tmp_path, "a.txt")
    deepest = tmp_path
    here = os.open(tmp_path, os.O_RDONLY)
    for _ in range(20):
        os.mkdir("d" * 240, dir_fd=here)
        deeper = os.open("d" * 240, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here, deepest = deeper, deepest / ("d" * 240)
    os.close(here)
    first, other = find_documents([tmp_path])
    assert first.name == "a.txt"
    assert other.name.startswith("d" * 240)
    assert str(deepest).startswith(str(other.path))


def test_a_missing_path_is_told_with_near_names(tmp_path: Path) -> None:
    """Near names of the same folder are offered."""
    make(tmp_path, "standards-2026.pdf")
    with pytest.raises(NothingToRead, match=r"no such file or folder; near names there: standards-2026\.pdf"):
        find_documents([tmp_path / "standard-2026.pdf"])


@pytest.mark.parametrize("beside", ["data/sub", "data", "."])
def test_the_configuration_lies_beside_the_data_or_above(tmp_path: Path, beside: str) -> None:
    """Of a file that is named, the folder in which it lies; one folder higher counts too."""
    make(tmp_path, "data/sub/a.txt", f"{beside}/{FILE_NAME}")
    root = tmp_path / "data" / ("sub/a.txt" if beside != "." else "sub")
    expected = None if beside == "." else tmp_path / beside / FILE_NAME
    assert configuration_file([root], None) == expected


def test_a_configuration_that_is_named_counts(tmp_path: Path) -> None:
    """Even where it is missing: the one who reads it says so."""
    assert configuration_file([tmp_path], "x.toml") == Path("x.toml")
    assert configuration_file([SAMPLES], None) == SAMPLES / FILE_NAME
