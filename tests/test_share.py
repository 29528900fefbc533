"""Many documents to readings: each once, from the cache where nothing has changed, whatever ails another."""

from __future__ import annotations

import io
import os
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

import careerpaths as cp
from careerpaths import cache
from careerpaths.config import Configuration, Limits
from careerpaths.finding import Found, find_documents
from careerpaths.model import Reading
from careerpaths.share import read_all

STANDARD = "Job Function\tImaging\nJob Level\tEntry\nJob Title\tAnl {0}\nJob Code\t{0}\nCareer Path 1\tAnl 9\n"


@pytest.fixture(autouse=True)
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own."""
    monkeypatch.setenv("CAREERPATHS_CACHE", str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Three standards."""
    folder = tmp_path / "data"
    folder.mkdir()
    for number in (1, 2, 3):
        (folder / f"{number}.txt").write_text(STANDARD.format(number), encoding="utf-8")
    return folder


def read(data: Path, known: Configuration | None = None, *, keep: bool = True) -> dict[str, Reading]:
    """The first reading of each document by its name."""
    found = find_documents([data])
    readings = read_all(found, known or Configuration(), keep=keep)
    assert [parts[0].document for parts in readings] == [one.name for one in found]
    return {parts[0].document: parts[0] for parts in readings}


def titles(reading: Reading) -> list[str]:
    """The titles that a document defines."""
    return [column.title.text for standard in reading.standards for column in standard.columns]


def believed(folder: Path, before: bytes, after: bytes) -> None:
    """Keep something else for all that is kept, so that it can be told whether it is taken."""
    for path in folder.rglob("*.json"):
        key = path.parent.name + path.stem
        cache.keep(key, (cache.kept(key) or b"").replace(before, after))


def keys(folder: Path) -> set[str]:
    """What is kept."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.json")}


def sheet(*rows: tuple[str, ...]) -> bytes:
    """A workbook of one sheet."""
    import xlsxwriter  # noqa: PLC0415 - only these documents need it

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    page = book.add_worksheet()
    for number, row in enumerate(rows):
        page.write_row(number, 0, row)
    book.close()
    return stream.getvalue()


def as_sheet(text: str) -> bytes:
    """A standard as a workbook."""
    return sheet(*[tuple(line.split("\t")) for line in text.splitlines()])


def test_readings_come_in_the_order_of_the_documents(data: Path) -> None:
    """Whoever parses them, and whatever is done first."""
    (data / "0.xlsx").write_bytes(as_sheet(STANDARD.format(7)))
    readings = read(data)
    assert {name: titles(one) for name, one in readings.items()} == {
        "0.xlsx": ["Anl 7"],
        "1.txt": ["Anl 1"],
        "2.txt": ["Anl 2"],
        "3.txt": ["Anl 3"],
    }
    assert readings == read(data) == read(data, keep=False)


def test_an_edited_document_is_read_again_and_nothing_else(data: Path, kept: Path) -> None:
    """One more key appears for it; what is kept of the others is taken as it stands."""
    before = read(data)
    first = keys(kept)
    assert len(first) == 3
    (data / "2.txt").write_text(STANDARD.format(5), encoding="utf-8")
    assert titles(read(data)["2.txt"]) == ["Anl 5"]
    assert len(keys(kept) - first) == 1
    assert first < keys(kept)
    assert read(data)["1.txt"] == before["1.txt"]


def test_what_is_kept_is_taken(data: Path, kept: Path) -> None:
    """Where what is kept says otherwise, it is believed: nothing was read again."""
    read(data)
    believed(kept, b"Anl 1", b"Anl X")
    assert titles(read(data)["1.txt"]) == ["Anl X"]
    assert titles(read(data, keep=False)["1.txt"]) == ["Anl 1"]


def test_another_version_of_a_library_reads_again(
    data: Path, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Documents in binary formats only: a library reads those, the program itself the others."""
    (data / "0.xlsx").write_bytes(as_sheet(STANDARD.format(7)))
    read(data)
    before = keys(kept)
    (tmp_path / "more" / "pypdf-999.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(tmp_path / "more")
    read(data)
    assert len(keys(kept) - before) == 1


@pytest.mark.parametrize(
    "broken", [b"", b"{", b"[{}]", b"null", b"\xff\xfe\x00", b'[{"document": 1}]', b'"\xff"', b"[" * 100_000]
)
def test_what_is_kept_and_broken_is_made_again(data: Path, kept: Path, broken: bytes) -> None:
    """The answer is the same, and what is kept is whole again."""
    before = read(data)
    whole = {path: path.read_bytes() for path in kept.rglob("*.json")}
    for path in whole:
        path.write_bytes(broken)
    assert read(data) == before
    assert {path: path.read_bytes() for path in kept.rglob("*.json")} == whole


def test_without_keeping_nothing_is_written(data: Path, kept: Path) -> None:
    """And nothing that is kept is taken."""
    read(data, keep=False)
    assert not kept.exists()


def test_a_folder_that_takes_nothing_changes_no_answer(data: Path, kept: Path) -> None:
    """Here a file stands where the folder would."""
    kept.write_text("in the way", encoding="utf-8")
    assert read(data) == read(data, keep=False)
    assert kept.read_text(encoding="utf-8") == "in the way"


@pytest.mark.parametrize(
    "known",
    [
        Configuration(function_from="folder"),
        Configuration(vocabulary=Configuration().vocabulary.__class__(levels=("A",))),
    ],
    ids=["function", "words"],
)
def test_other_options_have_other_keys(data: Path, kept: Path, known: Configuration) -> None:
    """What was read with other words is not taken for these."""
    read(data)
    read(data, known)
    assert len(keys(kept)) == 6


def test_copies_count_once(data: Path) -> None:
    """Byte for byte the same: one note, which names the first."""
    (data / "4.txt").write_bytes((data / "2.txt").read_bytes())
    copy = read(data)["4.txt"]
    assert (copy.kind, copy.content, titles(copy)) == ("copy", "copy", [])
    (note,) = copy.problems
    assert (note.severity, note.message) == ("note", "byte for byte the same as 2.txt: counted once")
    assert len(cp.load(data).roles) == 4


def test_empty_documents_are_no_copies(data: Path) -> None:
    """Each is empty on its own account."""
    for name in ("8.txt", "9.txt"):
        (data / name).write_bytes(b"")
    found = read(data)
    assert [found[name].problems[0].message for name in ("8.txt", "9.txt")] == ["the file is empty"] * 2


def test_the_one_that_is_not_called_a_copy_is_cited(data: Path) -> None:
    """Of two documents that are the same, the name that says "copy" is the copy, whatever the order of names."""
    (data / "ladder.txt").write_bytes(b"Job Title\tCook 1\tCook 2\nJob Code\tC1\tC2\n")
    (data / "Copy of ladder.txt").write_bytes((data / "ladder.txt").read_bytes())
    found = read(data)
    assert (found["ladder.txt"].content, found["Copy of ladder.txt"].content) == ("standard", "copy")


def test_a_copy_whose_name_says_its_function_is_no_copy(data: Path) -> None:
    """Where folders name functions, the same ladder in two folders is two standards."""
    text = STANDARD.format(6).partition("\n")[2]
    for function in ("Imaging", "Records"):
        (data / function).mkdir()
        (data / function / "ladder.txt").write_text(text, encoding="utf-8")
    by_folder = read(data, Configuration(function_from="folder"))
    assert [titles(by_folder[f"{one}/ladder.txt"]) for one in ("Imaging", "Records")] == [["Anl 6"]] * 2
    assert read(data)["Records/ladder.txt"].content == "copy"
    assert read(data, Configuration(function_from="file"))["Records/ladder.txt"].content == "copy"


def test_what_is_larger_than_the_limit_is_not_read(data: Path) -> None:
    """A problem that says how to raise it."""
    path = data / "long.txt"
    path.write_bytes(b"x" * ((1 << 20) + 1))
    (readings,) = read_all([Found(path.name, path)], Configuration(limits=Limits(file_megabytes=1)))
    (problem,) = readings[0].problems
    limit = "it is larger than the limit of 1 MB"
    assert problem.message == f"{limit}: split it, or raise file_megabytes under [limits] in the configuration"


def test_what_might_never_end_is_not_read(data: Path) -> None:
    """Pipes and devices among the documents are a note each; the others are read."""
    os.mkfifo(data / "pipe.txt")  # type: ignore[attr-defined, unused-ignore]  # not on Windows
    (data / "zero.txt").symlink_to("/dev/zero")
    readings = read(data)
    for name, what in {"pipe.txt": "a pipe", "zero.txt": "a device"}.items():
        (note,) = readings[name].problems
        assert (note.severity, note.message) == ("note", f"this is {what} and no ordinary file: not read")
    assert titles(readings["3.txt"]) == ["Anl 3"]


def test_a_link_that_leads_nowhere_is_a_problem(data: Path) -> None:
    """What it led to may have been a document; a link to itself leads nowhere, too."""
    (data / "gone.txt").symlink_to(data / "nowhere.txt")
    (data / "self.txt").symlink_to("self.txt")
    readings = read(data)
    for name in ("gone.txt", "self.txt"):
        (problem,) = readings[name].problems
        assert (problem.severity, problem.message) == ("problem", "a link that leads nowhere: mend it, or remove it")
        assert not readings[name].passing


def test_a_link_to_a_folder_above_is_a_note(data: Path) -> None:
    """It would lead round and round, and out of the data."""
    (data / "up").symlink_to(data.parent)
    (note,) = read(data)["up"].problems
    assert note.message == "a link that leads to a folder above it: not followed, name that folder if it is meant"


def test_what_changes_while_it_is_read_is_read_as_it_is_then(data: Path) -> None:
    """A worker that finds other bytes than those looked at says so; they are looked at again, and kept as they are.

    The first telling of progress stands between the two.
    """
    path = data / "0.xlsx"
    before, after = as_sheet(STANDARD.format(7)), as_sheet(STANDARD.format(8))
    path.write_bytes(before)
    (data / "z.xlsx").write_bytes(before)

    def told(*_: object) -> None:
        path.write_bytes(after)

    readings = read_all(find_documents([data]), Configuration(), progress=told)
    assert titles(readings[0][0]) == ["Anl 8"]
    # What was a copy of the document that changed is none by now.
    assert titles(readings[-1][0]) == ["Anl 7"]
    path.write_bytes(before)
    (data / "z.xlsx").unlink()
    assert titles(read(data)["0.xlsx"]) == ["Anl 7"]
    assert read(data) == read(data, keep=False)


def test_what_changes_again_and_again_is_a_problem(data: Path) -> None:
    """It is given up the second time, and tried the next time; so is one that is gone."""
    path, count = data / "0.xlsx", iter(range(10, 99))

    def told(*_: object) -> None:
        path.write_bytes(as_sheet(STANDARD.format(next(count))))

    path.write_bytes(as_sheet(STANDARD.format(7)))
    reading = read_all(find_documents([data]), Configuration(), progress=told)[0][0]
    assert reading.problems[0].message == "was written while it was read, twice: read it again when nobody writes it"
    assert reading.passing
    gone = read_all(find_documents([data]), Configuration(), progress=lambda *_: path.unlink(missing_ok=True))[0][0]
    assert gone.problems[0].message.startswith("could not be read (No such file or directory)")


def bomb(megabytes: int) -> bytes:
    """A workbook whose sheet has one row again and again: small as a file, large in memory."""
    stream = io.BytesIO(as_sheet(STANDARD.format(1)))
    made = io.BytesIO()
    with zipfile.ZipFile(stream) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part.endswith("sheet1.xml"):
                content = content.replace(b"<sheetData>", b"<sheetData>" + b"<row/>" * (megabytes << 17))
            new.writestr(part, content)
    return made.getvalue()


@pytest.mark.parametrize("limits", [Limits(megabytes=1)], ids=["memory"])
def test_what_exceeds_a_limit_is_one_problem_and_read_once_it_is_raised(data: Path, kept: Path, limits: Limits) -> None:
    """It is not kept: with more memory, or a machine less busy, the same document may be read."""
    (data / "0.xlsx").write_bytes(as_sheet(STANDARD.format(7)))
    readings = read(data, Configuration(limits=limits))
    (problem,) = readings["0.xlsx"].problems
    assert problem.message.startswith(("ended the process that read it", "needs more than 1 MB of memory"))
    assert "look at the document, exclude it, or raise " in problem.message
    assert readings["0.xlsx"].passing
    assert [titles(readings[f"{number}.txt"]) for number in (1, 2, 3)] == [["Anl 1"], ["Anl 2"], ["Anl 3"]]
    assert len(keys(kept)) == 3
    assert titles(read(data)["0.xlsx"]) == ["Anl 7"]


def test_a_bomb_is_refused_before_it_is_unpacked(data: Path) -> None:
    """One problem that says so; the others are read."""
    (data / "0.xlsx").write_bytes(bomb(600))
    readings = read(data)
    assert any("zip bomb" in one.message for one in readings["0.xlsx"].problems)
    assert titles(readings["3.txt"]) == ["Anl 3"]


def test_a_large_text_is_parsed_apart_and_reads_the_same(data: Path) -> None:
    """Size decides where a text is parsed, never what it says."""
    rows = "".join(f"Key Resp {number}\t{'duty ' * 20}\n" for number in range(1, 12_000))
    (data / "1.txt").write_text(STANDARD.format(1) + rows, encoding="utf-8")
    readings = read(data)
    assert titles(readings["1.txt"]) == ["Anl 1"]
    assert len(readings["1.txt"].standards[0].columns[0].entries) == 12_002


@pytest.mark.parametrize("kilobytes", [60, 70])
def test_a_text_that_could_take_long_has_limits(data: Path, kilobytes: int) -> None:
    """Also one that is far from large: what is made to take long would hold up all others for a minute."""
    (data / "1.txt").write_text(STANDARD.format(1) + "Key Resp 1" + "\t" * (kilobytes << 10), encoding="utf-8")
    readings = read(data, Configuration(limits=Limits(megabytes=1)))
    assert readings["1.txt"].passing == (kilobytes > 64)
    assert titles(readings["3.txt"]) == ["Anl 3"]


def test_many_texts_are_parsed_by_many(tmp_path: Path) -> None:
    """From some megabytes all together, workers read small texts too."""
    duties = "".join(f"Key Resp {number}\t{'duty ' * 100}\n" for number in range(1, 1200))
    for number in range(12):
        (tmp_path / f"{number}.txt").write_text(STANDARD.format(number) + duties, encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    found = find_documents([tmp_path])
    readings = read_all(found, Configuration(), progress=lambda *state: told.append(state))
    assert [titles(parts[0]) for parts in readings] == [[f"Anl {one.path.stem}"] for one in found]
    assert [(done, total) for done, total, _ in told] == [(done, 12) for done in range(13)]
    assert {name for _, _, name in told} <= {one.name for one in found}


def test_progress_names_what_is_being_read(tmp_path: Path) -> None:
    """The first before it is read, then what has waited longest; at the end the last one."""
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(STANDARD.format(number), encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    read_all(find_documents([tmp_path]), Configuration(), keep=False, progress=lambda *state: told.append(state))
    assert told == [(0, 3, "0.txt"), (1, 3, "1.txt"), (2, 3, "2.txt"), (3, 3, "2.txt")]


@pytest.mark.parametrize(
    ("names", "cited"),
    [
        (("std.txt", "Copy of std.txt", "old/std.txt"), "std.txt"),
        (("a/std.txt", "b.txt"), "b.txt"),
        (("old/std.txt", "new/first/std.txt"), "new/first/std.txt"),
        (("imaging standard.txt", "std.txt"), "std.txt"),
        (("b.txt", "a.txt"), "a.txt"),
        (("archive/a.txt", "backup/b.txt"), "backup/b.txt"),
        (("Older Adults.txt", "Golden.txt"), "Golden.txt"),
    ],
)
def test_which_of_several_copies_is_cited(tmp_path: Path, names: tuple[str, ...], cited: str) -> None:
    """No copy or old one by its name, then the fewest folders, the shortest name, the alphabet."""
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(STANDARD.format(1), encoding="utf-8")
    readings = read_all(find_documents([tmp_path]), Configuration())
    assert [parts[0].document for parts in readings if parts[0].kind != "copy"] == [cited]


def test_progress_counts_what_is_kept_as_done(data: Path) -> None:
    """It is told of documents that are parsed, and how many are done with those that need not be."""
    read(data)
    (data / "2.txt").write_text(STANDARD.format(5), encoding="utf-8")
    told: list[tuple[int, int, str]] = []
    read_all(find_documents([data]), Configuration(), progress=lambda *state: told.append(state))
    assert told == [(2, 3, "2.txt"), (3, 3, "2.txt")]


def test_a_document_that_is_gone_meanwhile_is_a_problem(data: Path) -> None:
    """Found, then deleted by somebody: it says so and is tried again the next time."""
    found = find_documents([data])
    (data / "2.txt").unlink()
    readings = read_all(found, Configuration())
    (problem,) = readings[1][0].problems
    assert problem.message == "could not be read (No such file or directory); check the rights of the file"
    assert readings[1][0].passing
    assert titles(readings[2][0]) == ["Anl 3"]


def test_names_that_are_no_text_are_read(tmp_path: Path) -> None:
    """On Linux a name may hold any bytes; those that are no letters are cited as numbers."""
    path = Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt"))
    path.write_text(STANDARD.format(1), encoding="utf-8")
    assert {name: titles(one) for name, one in read(tmp_path).items()} == {"caf\\xe9.txt": ["Anl 1"]}


def test_keeping_is_by_content_and_name(data: Path) -> None:
    """Touched, the same document is not read again; renamed, it is, since sources name it."""
    before = read(data)["1.txt"]
    os.utime(data / "1.txt", (1, 1))
    assert read(data)["1.txt"] == before
    (data / "1.txt").rename(data / "0.txt")
    assert replace(read(data)["0.txt"], document="1.txt", standards=(), dating=before.dating) == replace(
        before, standards=()
    )
    assert cache.clear()[0] == 4
