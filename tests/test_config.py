"""The configuration file: what it may say, and what is said where it cannot be understood."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

import careerpaths as cp
from careerpaths.config import RANGES, Configuration, Limits, Words, read_configuration, vocabulary_of
from careerpaths.errors import BadConfiguration
from careerpaths.titles import is_placeholder, title_key
from careerpaths.vocabulary import VOCABULARY


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
        ('dates = "day"', "dates"),
        ('encodings = {"*.csv" = 1250}', "encodings: expected a table of texts"),
        ('encodings = {"*.csv" = "cp99999"}', 'no encoding is called "cp99999"'),
        ("tops = 'one'", "tops"),
        ("tops = [1]", "tops: expected a list of texts"),
        ("contact = true", "contact"),
        ("edition = 08:30:00", "edition"),
        ("[edition]\na = 1", "edition"),
        ('contact = "HR', "Unterminated"),
        ("a b", "line 1"),
        ('contact = "x"\ncontact = "y"', "overwrite"),
        (b'contact = "\xff"', "utf-8"),
        (b"\x00", "line 1"),
        (f"[limits]\nseconds = {'9' * 5000}", "5000 digits"),
        (f"exclude = {'[' * 10_000}", "recursion"),
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


def test_documents_and_limits(tmp_path: Path) -> None:
    """What is excluded, what is laid over, what names a function, and what a document may cost."""
    text = """
exclude = ["drafts/*"]
overlays = ["grades.csv"]
function_from = "folder"
family_from = "sheet"
aliases = {"Imaging Spec 3" = "8797"}
[limits]
seconds = 5
"""
    assert read_configuration(written(tmp_path, text)) == Configuration(
        exclude=("drafts/*",),
        overlays=("grades.csv",),
        function_from="folder",
        family_from="sheet",
        aliases={"Imaging Spec 3": "8797"},
        limits=Limits(seconds=5),
    )


@pytest.mark.parametrize("key", ["seconds", "megabytes", "file_megabytes"])
@pytest.mark.parametrize("value", [0, -1, 10**12, 10**16, 10**30])
def test_a_limit_has_a_range(tmp_path: Path, key: str, value: int) -> None:
    """The message names the key, what was found and what is expected."""
    least, most = RANGES[key]
    expected = f"limits.{key}: found {value}, expected a whole number from {least:,} to {most:,}"
    with pytest.raises(BadConfiguration, match=re.escape(expected)):
        read_configuration(written(tmp_path, f"[limits]\n{key} = {value}\n"))


@pytest.mark.parametrize("key", ["seconds", "megabytes", "file_megabytes"])
def test_both_ends_of_a_range_are_limits(tmp_path: Path, key: str) -> None:
    """And the defaults lie between."""
    for value in RANGES[key]:
        known = read_configuration(written(tmp_path, f"[limits]\n{key} = {value}\n"))
        assert getattr(known.limits, key) == value
    assert RANGES[key][0] <= getattr(Limits(), key) <= RANGES[key][1]


def test_a_pipe_is_no_configuration(tmp_path: Path) -> None:
    """It might never end; the null device is a configuration that says nothing."""
    os.mkfifo(tmp_path / "pipe")  # type: ignore[attr-defined, unused-ignore]  # not on Windows
    with pytest.raises(BadConfiguration, match=r"could not be read \(it is a pipe and no ordinary file\)"):
        read_configuration(tmp_path / "pipe")
    with pytest.raises(BadConfiguration, match=r"could not be read \(it is a device and no ordinary file\)"):
        read_configuration(Path("/dev/zero"))
    assert read_configuration(Path(os.devnull)) == Configuration()


WORDS = """
[vocabulary]
labels = {"Stellenbezeichnung" = "title"}
columns = {"Folgestelle" = "next"}
categories = {"Fach" = "professional"}
levels_fall = true
abbreviations = {"Sb" = "Sachbearbeiter"}
placeholders = ["Keine"]
totals = ["Summe"]
suffixes = ["m/w/d"]
separators = ["oder"]
[vocabulary.levels]
professional = ["Junior", "Senior"]
managerial = ["Leiter"]
[vocabulary.values]
flsa = {"Salaried" = "Exempt"}
"""


def test_an_employers_words(tmp_path: Path) -> None:
    """They stand beside those that are known, in any spelling."""
    found = vocabulary_of(read_configuration(written(tmp_path, WORDS)).vocabulary)
    assert (found.labels["stellenbezeichnung"], found.labels["job title"]) == ("title", "title")
    assert found.columns["folgestelle"] == "next"
    assert found.categories["fach"] == "professional"
    assert (found.levels["junior"], found.levels["senior"], found.levels["leiter"]) == (1, 2, 1)
    assert (found.level_tracks["senior"], found.level_tracks["leiter"]) == ("professional", "managerial")
    assert found.levels_fall
    assert title_key("Sb 2", vocabulary=found) == "sachbearbeiter 2"
    assert is_placeholder("keine", vocabulary=found)
    assert {"summe", "total"} <= found.totals
    assert found.values["flsa"]["salaried"] == "exempt"
    assert found.values["flsa"]["e"] == "exempt"
    assert "oder" in found.separators


def test_no_words_are_the_words_known() -> None:
    """Nothing is made anew, so that readings can be remembered."""
    assert vocabulary_of(Words()) is VOCABULARY


def test_levels_as_one_list() -> None:
    """Their order holds for every track, and tells none."""
    found = vocabulary_of(Words(levels=("Trainee", "Senior")))
    assert (found.levels["trainee"], found.levels["senior"], found.level_tracks) == (1, 2, {})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ('[vocabulary]\nlabels = {x = "titel"}', 'vocabulary.labels.x: "titel" is none of'),
        ('[vocabulary]\ncolumns = {x = "y"}', 'vocabulary.columns.x: "y" is none of'),
        ('[vocabulary]\ncategories = {x = "boss"}', 'vocabulary.categories.x: "boss" is none of operational'),
        ('[vocabulary.levels]\nboss = ["A"]', 'vocabulary.levels.boss: "boss" is none of operational'),
        ('[vocabulary.values]\nx = {a = "b"}', 'vocabulary.values.x: "x" is none of'),
        ("[vocabulary]\nlabels = 1", "vocabulary.labels: .*; the keys are labels, columns"),
        ("[vocabulary]\nlevles = []", "; the keys are labels, columns"),
        ("[limits]\nseconds = 'long'", "limits.seconds: .*; the keys are seconds, megabytes, file_megabytes"),
        ('function_from = "page"', 'function_from: expected "sheet", "file" or "folder"'),
        ("aliases = {a = 1}", "aliases: expected a table of texts"),
        ("overlays = 1", "overlays: expected a list of texts"),
        ("exclude = 'a'", "exclude: expected a list of texts"),
    ],
)
def test_words_and_limits_that_cannot_be_understood(tmp_path: Path, content: str, said: str) -> None:
    """The message names the key, and what may stand there."""
    with pytest.raises(BadConfiguration, match=said):
        read_configuration(written(tmp_path, content))


def test_scales_take_the_place_of_those_known(tmp_path: Path) -> None:
    """Words from the least to the most; those of one rank in a list of their own; the other scale stays."""
    text = '[vocabulary]\nproficiency = ["Some", ["Good", "solid"], "Full"]\n'
    words = vocabulary_of(read_configuration(written(tmp_path, text)).vocabulary)
    assert words.proficiency == {"some": 1, "good": 2, "solid": 2, "full": 3}
    assert words.degrees == VOCABULARY.degrees


def test_a_scale_decides_what_rises(tmp_path: Path) -> None:
    """The scale of the configuration goes with the catalogue and the graph, and tells what asks more."""
    written(tmp_path, '[vocabulary]\nproficiency = ["some", "full"]\n')
    rows = [
        "Job Level\tOne\tTwo",
        "Job Title\tClerk 1\tClerk 2",
        "KSA 01\tSome skill.\tFull skill.",
        "Career Path 1\tClerk 2\t",
    ]
    (tmp_path / "clerks.txt").write_text("\n".join(rows), encoding="utf-8")
    catalogue = cp.load(tmp_path)
    graph = cp.build_graph(catalogue)
    (move,) = cp.next_roles(graph, "Clerk 1", catalogue=catalogue).next
    assert [(one.attribute, one.turn) for one in move.changes] == [("level", "changed"), ("KSA 01", "rises")]


def test_words_for_what_is_of_advantage(tmp_path: Path) -> None:
    """They stand beside those known, go with the graph, and tell what must not be had."""
    written(tmp_path, '[vocabulary]\nwishes = ["Nice to have"]\nmusts = ["Prerequisite"]\n')
    rows = [
        "Job Level\tOne\tTwo\tThree",
        "Job Title\tClerk 1\tClerk 2\tClerk 3",
        "Education 1\tSchool.\tSchool.\tSchool.",
        "Cert 1\t\tA card, nice to have.\tA card: a prerequisite; nice to have: two.",
        "Career Path 1\tClerk 2\tClerk 3\t",
    ]
    (tmp_path / "clerks.txt").write_text("\n".join(rows), encoding="utf-8")
    graph = cp.build_graph(cp.load(tmp_path))
    steps = [step for name in ("Clerk 1", "Clerk 2") for step in cp.next_roles(graph, name).next]
    told = [one for step in steps for one in step.changes if one.attribute == "Cert 1"]
    assert [one.wished for one in told] == [True, False]
    assert told[0].note == "newly stated, Cert 1: A card, nice to have."


def test_selectors_can_have_names(tmp_path: Path) -> None:
    """A name of the configuration stands for its selector wherever one is taken."""
    written(tmp_path, '[selectors]\nbeginners = "level:one"\n')
    rows = ["Job Level\tOne\tTwo", "Job Title\tClerk 1\tClerk 2", "Career Path 1\tClerk 2\t"]
    (tmp_path / "clerks.txt").write_text("\n".join(rows), encoding="utf-8")
    graph = cp.build_graph(cp.load(tmp_path))
    assert [graph.nodes[role]["title"] for role in cp.select(graph, "not beginners")] == ["Clerk 2"]
    assert [role.title for role in cp.roles(graph, "beginners").roles] == ["Clerk 1"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_configuration_that_a_shell_wrote(tmp_path: Path, encoding: str) -> None:
    """With or without a mark, and as UTF-16 with its mark."""
    path = tmp_path / "careerpaths.toml"
    path.write_text('contact = "Zoë"\n', encoding=encoding)
    assert read_configuration(path).contact == "Zoë"
