"""Which files are documents, and under which names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.errors import NothingToRead
from careerpaths.finding import (
    FILE_NAME,
    SAMPLES,
    configuration_file,
    find_all,
    find_documents,
    is_excluded,
    unused_patterns,
    visible,
)


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


def test_a_link_to_a_folder_is_followed_once(tmp_path: Path) -> None:
    """Its documents are named by the link; where it leads into the data, by the folder itself. Loops come to an end."""
    make(tmp_path, "data/sub/a.txt", "other/b.txt", "other/deep/c.txt")
    data = tmp_path / "data"
    (data / "linked").symlink_to(tmp_path / "other")
    (data / "linked again").symlink_to(tmp_path / "other")
    (data / "deeper").symlink_to(tmp_path / "other" / "deep")
    (data / "here").symlink_to(data / "sub")
    (data / "sub" / "loop").symlink_to(data)
    (tmp_path / "other" / "round").symlink_to(tmp_path / "other")
    assert names(data) == ["deeper/c.txt", "linked/b.txt", "sub/a.txt"]


def test_a_link_to_a_folder_above_is_told(tmp_path: Path) -> None:
    """It is not entered: it would lead out of the data and to all that lies beside them; a hidden one is none."""
    make(tmp_path, "data/sub/a.txt", "beside.txt")
    (tmp_path / "data" / "sub" / "up").symlink_to(tmp_path)
    (tmp_path / "data" / ".hidden").symlink_to(tmp_path)
    (tmp_path / "data" / "root").symlink_to("/")
    assert names(tmp_path / "data") == ["root", "sub/a.txt", "sub/up"]


def test_what_is_no_file_is_told_where_its_name_is_one_of_a_document(tmp_path: Path) -> None:
    """Links that lead nowhere and pipes stand among the documents, so that reading them says what they are."""
    make(tmp_path, "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")  # type: ignore[attr-defined, unused-ignore]  # not on Windows
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "~$gone.txt").symlink_to(tmp_path / "nowhere")
    assert names(tmp_path) == ["a.txt", "gone.txt", "pipe.txt"]
    with pytest.raises(NothingToRead, match=r"pipe\.txt: it is a pipe and no ordinary file"):
        find_documents([tmp_path / "pipe.txt"])


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "\ud800"])
def test_a_name_that_no_file_can_have_is_missing(tmp_path: Path, name: str) -> None:
    """As any other file that is not there, also as the place of a configuration."""
    with pytest.raises(NothingToRead, match="there is no such file or folder"):
        find_documents([tmp_path / name])
    assert configuration_file([tmp_path / name], None) is None


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


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("a\x1b[31mred.txt", "a\ufffd[31mred.txt"),
        ("a\x1b]0;title\x07.txt", "a\ufffd]0;title\ufffd.txt"),
        ("a\nb.txt", "a\ufffdb.txt"),
        ("a\rb\tc.txt", "a\ufffdb\ufffdc.txt"),
        ("a\x9b31m.txt", "a\ufffd31m.txt"),
        ("a\u202etxt.exe", "a\ufffdtxt.exe"),
        ("a\u2028b.txt", "a\ufffdb.txt"),
        ("a\ud800.txt", "a\\xed\\xa0\\x80.txt"),
        ("Standards\u00a02024.txt", "Standards 2024.txt"),
        ("\u0646\u06cc\u200c\u0645.txt", "\u0646\u06cc\u200c\u0645.txt"),
        ("Gr\u00f6\u00dfe \u2013 \u8868.txt", "Gr\u00f6\u00dfe \u2013 \u8868.txt"),
        ("a\\x1b.txt", "a\\x1b.txt"),
    ],
)
def test_what_a_name_hides_is_shown(name: str, shown: str) -> None:
    """No escape, line end or turned direction of a name reaches a terminal or a table."""
    assert visible(name) == shown


@given(st.text())
def test_a_name_can_be_shown(name: str) -> None:
    """Whatever it is: on one line, in every encoding of text, and the same again."""
    shown = visible(name)
    assert all(mark.isprintable() or mark in "\u200c\u200d" for mark in shown)
    assert shown.encode("utf-8").decode("utf-8") == shown
    assert visible(shown) == shown


def test_names_that_look_alike_stay_apart(tmp_path: Path) -> None:
    """Each is told by a name of its own and opened by its real one; folders count as files do."""
    make(tmp_path, "a\x1b.txt", "a\x02.txt", "b\n/c.txt", "b\r/c.txt", "d\x07")
    found = find_documents([tmp_path])
    assert [one.name for one in found] == [
        "a\ufffd.txt",
        "a\ufffd (2).txt",
        "b\ufffd/c.txt",
        "b\ufffd/c (2).txt",
        "d\ufffd",
    ]
    contents = (b"a\x1b.txt", b"a\x02.txt", b"b\n/c.txt", b"b\r/c.txt", b"d\x07")
    assert sorted(one.path.read_bytes() for one in found) == sorted(contents)


def test_messages_show_no_raw_names(tmp_path: Path) -> None:
    """Neither of what is missing nor of what lies there."""
    make(tmp_path, "standard\x1b[31m.md")
    for root in (tmp_path, tmp_path / "standard\x1b[31m.me"):
        with pytest.raises(NothingToRead) as raised:
            find_documents([root])
        assert "\x1b" not in str(raised.value)
        assert "standard\ufffd[31m.md" in str(raised.value)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    """It does not exist, as any other that is missing."""
    with pytest.raises(NothingToRead, match="there is no such file or folder"):
        find_documents([tmp_path / ("n" * 300)])


def test_patterns_that_leave_nothing_out(tmp_path: Path) -> None:
    """Each once, in their order."""
    make(tmp_path, "a.txt", "old/b.txt")
    assert unused_patterns(find_all([tmp_path]), ["x*", "OLD", "*.pdf", "x*", "a.*"]) == ("x*", "*.pdf")
