"""Files and folders to one catalogue: what is a document, what cannot be read, which configuration counts."""

from __future__ import annotations

import io
import json
import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

import careerpaths as cp
from careerpaths.errors import BadConfiguration, CareerPathsError, NothingToRead

STANDARD = "Job Function\tImaging\nJob Level\tEntry\nJob Title\tAnl 1\nJob Code\t1\nCareer Path 1\tAnl 2\n"


@pytest.fixture(autouse=True)
def in_an_empty_folder(empty_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A configuration in the working folder would count: tests have one only where they write it."""
    monkeypatch.chdir(empty_folder)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder of data with one standard, alone in a folder of its own."""
    folder = tmp_path / "set" / "data"
    write(folder / "a.txt", STANDARD)
    return folder


def write(path: Path, content: str | bytes) -> Path:
    """A file with its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def documents(*paths: str | Path) -> list[str]:
    """The names of the documents read."""
    return [reading.document for reading in cp.load(*paths).readings]


def test_without_paths_the_samples_are_read() -> None:
    """They say that they are samples, and bring their own configuration."""
    catalogue = cp.load()
    assert catalogue.sample is True
    assert catalogue.roles
    assert "illustrative" in (catalogue.organisation or "")


@pytest.mark.parametrize("as_text", [True, False])
def test_a_path_is_a_text_or_a_path(data: Path, as_text: bool) -> None:  # noqa: FBT001 - a row of a table
    """Both name the same data, which is no sample."""
    catalogue = cp.load(str(data) if as_text else data)
    assert [role.title for role in catalogue.roles] == ["Anl 1", "Anl 2"]
    assert catalogue.sample is False


def test_documents_are_named_from_the_folder_that_was_named(data: Path) -> None:
    """POSIX paths in their own order, whatever the order of the disk; a file alone has its own name."""
    write(data / "b" / "c.txt", STANDARD)
    write(data / "B.txt", STANDARD)
    assert documents(data) == ["B.txt", "a.txt", "b/c.txt"]
    assert documents(data / "b" / "c.txt") == ["c.txt"]


@pytest.mark.parametrize(
    "name",
    [
        *(".hidden.txt", "~$a.txt", "README.txt", "readme", "LICENSE", "Licence.txt", "NOTICE", "CHANGELOG.txt"),
        *("notes.md", "NOTES.MD", "other.toml", "a.tmp", "a.bak", "a.txt~", "desktop.ini", "Thumbs.db", "a.lnk"),
        *(".git/a.txt", "__MACOSX/a.txt", "b/.c/a.txt"),
    ],
)
def test_what_is_no_document_is_left_out_of_a_folder(data: Path, name: str) -> None:
    """Hidden files, notes, licences, configuration and what programs leave behind are passed over without a word."""
    write(data / name, STANDARD.replace("Anl", "Ghost"))
    catalogue = cp.load(data)
    assert [reading.document for reading in catalogue.readings] == ["a.txt"]
    assert catalogue.problems == ()


def test_a_file_without_an_ending_is_a_document(data: Path) -> None:
    """What counts is what stands in it."""
    write(data / "standard", STANDARD)
    assert documents(data) == ["a.txt", "standard"]


def test_a_file_that_is_named_is_read_whatever_its_name(tmp_path: Path) -> None:
    """Somebody who names a file means it."""
    assert documents(write(tmp_path / "README.txt", STANDARD)) == ["README.txt"]


def test_a_file_named_twice_counts_once(data: Path) -> None:
    """By folder, by name, through a link: one document, and no contradiction with itself."""
    (data / "z.txt").symlink_to(data / "a.txt")
    catalogue = cp.load(data, data, data / "a.txt")
    assert [reading.document for reading in catalogue.readings] == ["a.txt"]
    assert catalogue.problems == ()


def test_a_document_under_two_roots_has_the_name_of_the_first_in_order(data: Path) -> None:
    """A folder within a folder adds nothing."""
    write(data / "b" / "c.txt", STANDARD)
    assert documents(data, data / "b") == documents(data / "b", data) == ["a.txt", "b/c.txt"]


def test_the_order_of_paths_does_not_count(data: Path, tmp_path: Path) -> None:
    """Documents come in the order of their names, so that an answer does not depend on how they were named."""
    other = write(tmp_path / "other" / "0.txt", STANDARD.replace("Imaging", "Records"))
    assert cp.load(data, other) == cp.load(other, data)


def test_a_missing_path_is_named_with_near_names(data: Path) -> None:
    """The message has the path and what stands there under a name like it."""
    missing = data / "aa.txt"
    with pytest.raises(NothingToRead) as caught:
        cp.load(missing)
    assert str(caught.value) == f"{missing}: there is no such file or folder; near names there: a.txt"


@pytest.mark.parametrize("name", ["quite-another-name", "no/such/folder"])
def test_a_missing_path_without_near_names_is_named_alone(data: Path, name: str) -> None:
    """Nothing is suggested where nothing is near, nor where the folder above is missing too."""
    with pytest.raises(NothingToRead) as caught:
        cp.load(data, data / name)
    assert str(caught.value) == f"{data / name}: there is no such file or folder"


@pytest.mark.parametrize(
    ("names", "listed"),
    [
        ((), "; it is empty;"),
        (("README.md",), "; there is README.md;"),
        (tuple(f"{n}.md" for n in range(7)), "; there is 0.md, 1.md, 2.md, 3.md, 4.md ...;"),
    ],
)
def test_a_folder_without_documents_says_what_it_has(tmp_path: Path, names: tuple[str, ...], listed: str) -> None:
    """The message names the folder, at most five of its files, and what was expected."""
    for name in names:
        write(tmp_path / name, "x")
    with pytest.raises(NothingToRead) as caught:
        cp.load(tmp_path)
    assert str(caught.value).startswith(f"{tmp_path}: no document found{listed} expected job standards")


@pytest.mark.parametrize(
    ("content", "severity", "said"),
    [
        (b"", "problem", "the file is empty"),
        (b"\xef\xbb\xbf\n \t", "problem", "the file is empty"),
        (b"%PDF-1.7 x", "problem", "cut off"),
        (b"PK\x03\x04x", "problem", "cut off or damaged"),
        (b"\xd0\xcf\x11\xe0x", "problem", "this is an old or encrypted Office file"),
        (b"{\\rtf1 x", "problem", "this is rich text (RTF): save it as DOCX"),
        (b"\x89PNGx", "note", "this is a picture"),
        (b"\xff\xd8\xffx", "note", "this is a picture"),
        (b"GIF89a\x00", "note", "this is a picture"),
        (b"\x1f\x8bx", "note", "this is a gzip archive"),
        (b"just a letter\n", "note", "no job standard found"),
        (bytes(range(256)) * 4, "note", "this is a binary file of a kind that is not known"),
    ],
)
def test_what_holds_no_standard_is_said_and_the_others_still_read(
    data: Path, content: bytes, severity: str, said: str
) -> None:
    """The document is named with what it is: a problem where something can be done, else a note; others are read."""
    write(data / "b.txt", content)
    catalogue = cp.load(data)
    assert [role.title for role in catalogue.roles] == ["Anl 1", "Anl 2"]
    told = [problem for problem in catalogue.problems if said in problem.message]
    assert {(problem.document, problem.severity) for problem in told} == {("b.txt", severity)}
    assert {problem.document for problem in catalogue.problems} == {"b.txt"}


def test_a_file_that_the_system_does_not_give_is_a_problem(data: Path) -> None:
    """It says that reading failed, and the others are read; the memory of this process stands for such a file."""
    (data / "locked.txt").symlink_to("/proc/self/mem")
    catalogue = cp.load(data)
    (problem,) = catalogue.problems
    assert (problem.document, problem.severity) == ("locked.txt", "problem")
    assert problem.message.startswith("could not be read (")
    assert [role.title for role in catalogue.roles] == ["Anl 1", "Anl 2"]


def test_a_link_that_leads_nowhere_is_told(data: Path) -> None:
    """It holds nothing, and is not passed over in silence."""
    (data / "gone.txt").symlink_to(data / "nowhere.txt")
    catalogue = cp.load(data)
    assert [(one.document, one.severity) for one in catalogue.problems] == [("gone.txt", "problem")]
    assert [role.title for role in catalogue.roles] == ["Anl 1", "Anl 2"]


@pytest.mark.parametrize("name", ["a\0b", "x" * 300, "\ud800", "a/" * 3000, ""])
def test_names_that_no_file_can_have(data: Path, name: str) -> None:
    """Wherever a path is named, by an option or in the configuration: an error of one line and no traceback."""
    ways: list[dict[str, Any]] = [{"overlays": [name or "\0"]}, {"config": name or "\0"}]
    for how in ways:
        with pytest.raises(CareerPathsError):
            cp.load(data, **how)
    with pytest.raises(NothingToRead):
        cp.load(name or "\0")
    if "\ud800" not in name:
        write(data / "careerpaths.toml", f"overlays = [{json.dumps(name or chr(0))}]")
        with pytest.raises(NothingToRead, match="there is no such file or folder"):
            cp.load(data)


@pytest.mark.parametrize("place", ["data", "parent", "working folder"])
def test_a_configuration_beside_the_data_counts(data: Path, place: str) -> None:
    """It lies in the folder of data, in the one above, or where the program runs."""
    folder = {"data": data, "parent": data.parent, "working folder": Path()}[place]
    write(folder / "careerpaths.toml", 'organisation = "Org"\nedition = 2026-07-01\ncontact = "HR"\n')
    catalogue = cp.load(data / "a.txt")
    assert (catalogue.organisation, catalogue.edition, catalogue.contact) == ("Org", "2026-07-01", "HR")
    assert cp.load(data) == catalogue


def test_the_nearest_configuration_counts(data: Path) -> None:
    """The folder of data before the one above, and that before the working folder; one that is named before all."""
    named = write(data.parent / "named.toml", 'edition = "named"')
    for folder in (Path(), data.parent, data):
        write(folder / "careerpaths.toml", f'edition = "{folder.name}"')
        assert cp.load(data).edition == folder.name
    assert cp.load(data, config=named).edition == "named"
    assert cp.load(data, config=str(named)).edition == "named"


def test_without_a_configuration_nothing_is_claimed(data: Path) -> None:
    """No organisation, edition or contact, and no tops."""
    catalogue = cp.load(data)
    assert (catalogue.organisation, catalogue.edition, catalogue.contact, catalogue.tops) == (None, None, None, ())


def test_a_named_configuration_that_is_missing_stops(data: Path) -> None:
    """The message names it."""
    with pytest.raises(BadConfiguration, match=r"gone\.toml: could not be read"):
        cp.load(data, config=data / "gone.toml")


def test_a_broken_configuration_stops_with_its_key(data: Path) -> None:
    """Nobody is left with answers that pass over what they configured."""
    write(data / "careerpaths.toml", 'organization = "Org"')
    with pytest.raises(BadConfiguration, match="organization"):
        cp.load(data)


@pytest.mark.parametrize("name", ["Anl 1", "analyst I", "1", "anl-1-1"])
def test_a_top_is_named_by_title_code_or_id(data: Path, name: str) -> None:
    """Each of them means the role, once."""
    config = write(data / "careerpaths.toml", f'tops = ["{name}", "Anl 1"]')
    assert cp.load(data, config=config).tops == ("anl-1-1",)


def test_an_unknown_top_is_a_problem_of_the_configuration(data: Path) -> None:
    """It is named, and the others count."""
    write(data / "careerpaths.toml", 'tops = ["Dean", "1"]')
    catalogue = cp.load(data)
    assert catalogue.tops == ("anl-1-1",)
    (problem,) = catalogue.problems
    assert (problem.document, problem.severity, problem.place) == ("careerpaths.toml", "problem", "key tops")
    assert 'no role has the title, code or id "Dean"' in problem.message


LABELS = st.sampled_from(["Job Title", "Job Level", "Job Code", "Career Path 1", "Job Function", "", "KSA"])
LINES = st.lists(st.one_of(st.text(max_size=20), st.builds("{}\t{}\t{}".format, LABELS, st.text(), st.text())))


@settings(max_examples=50)
@example(b"Job Level\t!\nJob Title")
@given(st.one_of(st.binary(max_size=200), LINES.map(lambda lines: "\n".join(lines).encode("utf-8", "surrogatepass"))))
def test_no_content_raises(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever stands in a file, the answer is a catalogue of unique roles with problems, and a graph."""
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(content)
    catalogue = cp.load(path)
    assert len({role.id for role in catalogue.roles}) == len({role.name for role in catalogue.roles})
    assert set(cp.build_graph(catalogue)) == {role.id for role in catalogue.roles}
    assert catalogue.roles or catalogue.problems


def test_every_error_of_loading_is_one_that_a_user_can_put_right() -> None:
    """They share a base class, so that one line is printed."""
    assert issubclass(NothingToRead, CareerPathsError)
    assert issubclass(BadConfiguration, CareerPathsError)


def package(**parts: str) -> bytes:
    """A workbook of one sheet with some parts replaced or added ("sheet" is its sheet)."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet()
    for number, line in enumerate(STANDARD.replace("Anl", "Ghost").splitlines()):
        page.write_row(number, 0, line.split("\t"))
    book.close()
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            replaced = parts.get(name.rpartition("/")[2].partition(".")[0])
            new.writestr(name, old.read(name) if replaced is None else replaced)
    return made.getvalue()


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><sst>&c;</sst>'
)
EXTERNAL = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        pytest.param("b.xlsx", package(sharedStrings=LAUGHS), "document type", id="billion laughs"),
        pytest.param("b.xlsx", package(sheet1=EXTERNAL), "document type", id="external entity"),
        pytest.param("b.xlsx", package(sheet1="<worksheet>" + " " * (40 << 20)), "zip bomb", id="zip bomb"),
        pytest.param("b.xlsx", package()[:-60], "cut off or damaged", id="cut-off workbook"),
        pytest.param("b.docx", package()[:500], "cut off or damaged", id="cut-off letter"),
        pytest.param("b.xls", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "save it as XLSX", id="old Excel"),
        pytest.param(
            "b.xlsx", b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "password", id="encrypted workbook"
        ),
        pytest.param("b.pdf", b"%PDF-1.7\n1 0 obj\n<<", "cut off", id="cut-off PDF"),
        pytest.param("b.txt", b"\xff\xfe", "the file is empty", id="mark alone"),
        pytest.param("b.html", b"<html><body>" + b"<div>" * 100_000 + b"Job Title", "", id="nested HTML"),
        pytest.param("b.csv", b'title,next\n"Ghost 1,Ghost 2\n' * 3, "quot", id="unclosed quote"),
    ],
)
def test_a_document_made_to_do_harm_is_one_problem(data: Path, name: str, content: bytes, said: str) -> None:
    """Whatever it is, it is named with what to do, and the others are read."""
    write(data / name, content)
    catalogue = cp.load(data)
    assert {"Anl 1", "Anl 2"} <= {role.title for role in catalogue.roles}
    told = [problem for problem in catalogue.problems if problem.document == name]
    assert any(said in problem.message for problem in told), told
    assert {problem.document for problem in catalogue.problems} == {name}


QUOTED = STANDARD.replace("Imaging", "Anl\u2019s \u201cwork\u201d \u2013 d\u00e9j\u00e0")


@pytest.mark.parametrize(
    "content",
    [
        QUOTED.encode(),
        QUOTED.encode("utf-8-sig"),
        QUOTED.encode("utf-16"),
        QUOTED.encode("utf-16-le"),
        QUOTED.encode("utf-16-be"),
        b"\xfe\xff" + QUOTED.encode("utf-16-be"),
        QUOTED.encode("cp1252"),
        QUOTED.replace("\n", "\r\n").encode(),
        QUOTED.replace("\n", "\r").encode(),
        QUOTED.replace("\n", "\r\n", 2).encode(),
        QUOTED.replace("Anl 1", "Anl\u00a01").encode(),
        QUOTED.replace("Anl 1", "A\u00adnl 1").encode(),
        unicodedata.normalize("NFD", QUOTED).encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "le", "be", "be+bom", "cp1252", "crlf", "cr", "mixed", "nbsp", "shy", "nfd"],
)
def test_a_standard_reads_alike_in_every_encoding(data: Path, content: bytes) -> None:
    """With and without a mark, with any line ends: the same roles under the same ids."""
    write(data / "a.txt", content)
    catalogue = cp.load(data)
    assert [(role.id, role.job_code) for role in catalogue.roles] == [("anl-1-1", "1"), ("anl-2", None)]
    (function,) = {role.job_function for role in catalogue.roles if role.defined}
    assert unicodedata.normalize("NFC", function or "") == "Anl\u2019s \u201cwork\u201d \u2013 d\u00e9j\u00e0"


@pytest.mark.parametrize("mark", ["\x00", "\u202e", "\u200b", "\ud800"])
def test_what_is_not_seen_in_a_title_is_said_and_written_out_safely(data: Path, mark: str) -> None:
    """NUL, direction marks, lone surrogates: every export stays well-formed."""
    write(data / "a.txt", STANDARD.replace("Anl 1", f"Anl{mark} 1").encode("utf-8", "surrogatepass"))
    catalogue = cp.load(data)
    assert len(catalogue.roles) == 2
    assert catalogue.problems
    graph = cp.build_graph(catalogue)
    cp.write_graph(graph, data / "graph.json").read_text(encoding="utf-8")
    assert all(role.title.encode() for role in catalogue.roles)


def test_an_overlay_that_is_a_copy_of_a_document_still_counts(data: Path, tmp_path: Path) -> None:
    """It is not counted away with the document: it adds what it states."""
    write(data / "b.csv", "Job Title,Job Code,Grade\nAnl 1,1,G7\n")
    overlay = write(tmp_path / "o.csv", (data / "b.csv").read_bytes())
    catalogue = cp.load(data, overlays=[overlay])
    assert [role.extras for role in catalogue.roles if role.job_code == "1"] == [(("Grade", "G7"),)]
    assert not any("byte for byte" in problem.message for problem in catalogue.problems)


def test_an_overlay_among_the_documents_is_none(data: Path) -> None:
    """What the configuration names as an overlay defines no role, wherever it lies."""
    write(data / "b.csv", "Job Title,Job Code,Grade\nAnl 1,1,G7\nAnl 5,5,G9\n")
    write(data / "careerpaths.toml", 'overlays = ["b.csv"]')
    catalogue = cp.load(data)
    assert [role.title for role in catalogue.roles if role.defined] == ["Anl 1"]
    assert documents(data) == ["a.txt"]


def test_documents_are_left_out_by_option_and_configuration(data: Path) -> None:
    """Both lists count together."""
    for name in ("old/b.txt", "c.txt"):
        write(data / name, STANDARD.replace("Anl", f"Ghost {name[0]}"))
    write(data / "careerpaths.toml", 'exclude = ["old"]')
    assert [reading.document for reading in cp.load(data, exclude=["c.*"]).readings] == ["a.txt"]


def test_patterns_that_leave_nothing_out_are_notes(data: Path) -> None:
    """Each says where it stands."""
    write(data / "careerpaths.toml", 'exclude = ["old", "*.txt.bak"]')
    write(data / "old" / "b.txt", STANDARD.replace("Anl", "Ghost"))
    problems = cp.load(data, exclude=["drafts/*"]).problems
    assert [(one.severity, one.document, one.place) for one in problems] == [
        ("note", "careerpaths.toml", "key exclude"),
        ("note", "--exclude", "option"),
    ]
    assert problems[0].message == '"*.txt.bak" leaves no document out: correct it, or leave it out'


def test_names_of_files_reach_no_output_raw(data: Path) -> None:
    """Escapes and line ends in a name are shown as what cannot be seen, in every citation."""
    write(data / "b\x1b[31m\n.txt", STANDARD.replace("Anl", "Spec").replace("\t1\n", "\t2\n"))
    catalogue = cp.load(data)
    assert [reading.document for reading in catalogue.readings] == ["a.txt", "b\ufffd[31m\ufffd.txt"]
    assert {role.documents for role in catalogue.roles if role.defined} == {("a.txt",), ("b\ufffd[31m\ufffd.txt",)}


def test_progress_is_told(data: Path) -> None:
    """How many are done, of how many, and the name of what is being read."""
    told: list[tuple[int, int, str]] = []
    cp.load(data, keep=False, progress=lambda *state: told.append(state))
    assert told == [(0, 1, "a.txt"), (1, 1, "a.txt")]
