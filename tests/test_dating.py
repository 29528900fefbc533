"""Of when a document is: what it states, else what its name says; and whether it is a draft."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.dating import date_in, dating_of, day_first, version_in
from careerpaths.model import Dating, Document, Row, When


def dating(*written: str, name: str = "a.txt") -> Dating:
    """The dating of a document of rows written with a bar between two cells."""
    lines = [tuple(cell.strip() for cell in row.split("|")) for row in written]
    return dating_of(
        Document(name=name, kind="text", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(lines)))
    )


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Effective July 1, 2024", (2024, 7, 1)),
        ("1 July 2024", (2024, 7, 1)),
        ("as of March 3rd, 2024", (2024, 3, 3)),
        ("3rd March 2024", (2024, 3, 3)),
        ("Sept. 2024", (2024, 9)),
        ("May 2024", (2024, 5)),
        ("2024-07-01", (2024, 7, 1)),
        ("2024.07", (2024, 7)),
        ("standards_2024_07_01.txt", (2024, 7, 1)),
        ("20240701", (2024, 7, 1)),
        ("7/1/2024", (2024, 7, 1)),
        ("31/12/2024", (2024, 12, 31)),
        ("31.12.2024", (2024, 12, 31)),
        ("Effective 07/2024", (2024, 7)),
        ("FY 2025", (2025,)),
        ("teller FY24.txt", (2024,)),
        ("FY98", (1998,)),
        ("2024-spec", (2024,)),
        ("13/13/2024", (2024,)),
        ("July 99, 2024", (2024, 7)),
        ("0/0/2024", (2024,)),
        ("job 8799", ()),
        ("8799.2024", ()),
        ("12024", ()),
        ("2150", ()),
        ("may progress", ()),
        ("", ()),
    ],
)
def test_a_date_in_a_text(text: str, date: When) -> None:
    """As far as it is stated, and as far as the calendar has it; a number that is no year is none."""
    assert date_in(text) == date


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("standard_v2.1.docx", (2, 1)),
        ("Version 3", (3,)),
        ("Rev. 4", (4,)),
        ("revision 2.0.1", (2, 0, 1)),
        ("Imaging IV 2", ()),
        ("dev2", ()),
        ("rev A", (1,)),
        ("Revision: C", (3,)),
        ("Version: 1.10", (1, 10)),
        ("Version No. 4", (4,)),
        ("Issue 3", (3,)),
        ("Issue: 3", (3,)),
        ("rev a", ()),
        ("issue 2024", ()),
        ("revision Add", ()),
    ],
)
def test_a_version_in_a_text(text: str, version: When) -> None:
    """A number behind "version", "revision" or their short forms."""
    assert version_in(text) == version


@pytest.mark.parametrize(
    ("written", "date", "version"),
    [
        (("Job Family | IT", "Effective | July 1, 2024"), (2024, 7, 1), ()),
        (("Effective Date: 2024-01-01", "x | y"), (2024, 1, 1), ()),
        (("Version | 2", "Effective | 2024-01-01"), (2024, 1, 1), (2,)),
        (("x | y", "HR-12 Rev. 3 (2023)"), (2023,), (3,)),
        (("Job Family | IT", "Last updated |"), (), ()),
        (("Education | Degree of a program; revised standards of 1998 apply",), (), ()),
        (("Supersedes version of 2018", "Issued 2020"), (2020,), ()),
        (("Next review date: 2027",), (), ()),
        (("Copyright 2020, revised",), (), ()),
        (("Issued: 2020-01-01", "Revised: 2023-01-01"), (2020, 1, 1), ()),
        (("Approved: 1 May 2019",), (2019, 5, 1), ()),
        (("Last reviewed: May 2019", "Revised: 2018"), (2018,), ()),
        (("Last reviewed | May 2019",), (2019, 5), ()),
        (("Revision: C", "x | y"), (), (3,)),
        (("x | y", "Revision history", "1.0 | 2020-01-01 | first", "2.0 | 2024-05-05 | second"), (2024, 5, 5), ()),
        (("Revision history", "none"), (), ()),
        ((*["x | y"] * 20, "Effective | 2021", *["x | y"] * 20), (), ()),
        ((*["x | y"] * 20, "Effective 2021", *["x | y"] * 20), (2021,), ()),
        ((*["x | y"] * 20, "Effective | 2021"), (2021,), ()),
        ((f"Effective {'and so on ' * 12} 2021",), (), ()),
        ((), (), ()),
    ],
)
def test_what_a_document_states(written: tuple[str, ...], date: When, version: When) -> None:
    """At its head, at its foot and in lone lines; never in a paragraph, never of another edition."""
    found = dating(*written)
    assert (found.date, found.version) == (date, version)
    assert bool(found.evidence) == bool(date or version)


@pytest.mark.parametrize(
    ("name", "date", "version"),
    [
        ("imaging-2024.txt", (2024,), ()),
        ("2023/imaging.txt", (2023,), ()),
        ("2023/imaging-2024.txt", (2024,), ()),
        ("v2/imaging.txt", (), (2,)),
        ("2024/it_v2.txt", (2024,), (2,)),
        ("imaging.txt", (), ()),
        ("imaging FY24.txt", (2024,), ()),
        ("imaging Rev C.docx", (), (3,)),
        ("v2.1/imaging.txt", (), (2, 1)),
    ],
)
def test_what_a_name_says(name: str, date: When, version: When) -> None:
    """The name of the file, else of the folder that is nearest."""
    found = dating("x | y", name=name)
    assert (found.date, found.version) == (date, version)
    assert found.evidence == (f"its name ({name})" if date or version else "")


@pytest.mark.parametrize(
    ("text", "by_day", "first"),
    [
        ("Effective 03/12/2023", (2023, 12, 3), ""),
        ("Effective 03/03/2023", (), ""),
        ("13/12/2019", (), "day"),
        ("12/13/2019", (), "month"),
        ("45/12/2019", (), ""),
        ("0/12/2019", (), ""),
        ("2019-12-03", (), ""),
        ("3 December 2019", (), ""),
        ("", (), ""),
    ],
)
def test_day_or_month_first(text: str, by_day: When, first: str) -> None:
    """A date in numbers may be read both ways, or shows which of them stands first."""
    assert day_first(text) == (by_day, first)
    assert dating(f"Effective {text}").by_day == by_day


@pytest.mark.parametrize(
    ("name", "is_old"),
    [
        ("Archive/teller.txt", True),
        ("obsolete/teller.txt", True),
        ("teller (superseded).txt", True),
        ("teller_old.txt", True),
        ("Old standards/teller.txt", True),
        ("archive 2019/teller.txt", True),
        ("Superseded - teller.txt", True),
        ("household.txt", False),
        ("housing-archives-managerial-7.txt", False),
        ("archives and records/teller.txt", False),
        ("Old Age Care.txt", False),
        ("housing-archive.txt", False),
        ("legacy systems/teller.txt", False),
        ("backup operators.txt", False),
        ("archivist.txt", False),
    ],
)
def test_an_old_file_or_folder(name: str, is_old: bool) -> None:  # noqa: FBT001 - the expected answer
    """Its name says that another has replaced it."""
    assert dating("x | y", name=name).old is is_old


def test_what_is_stated_goes_before_the_name() -> None:
    """A copy may be named anyhow."""
    assert dating("Effective 2022", name="copy-2024.txt").date == (2022,)
    assert dating("Effective 2022", name="copy-2024.txt").evidence == '"Effective 2022"'


@pytest.mark.parametrize(
    ("written", "name", "is_draft"),
    [
        (("DRAFT", "x | y"), "a.txt", True),
        (("x | y", "*** Draft v2 - do not share ***"), "a.txt", True),
        (("Working draft for review",), "a.txt", True),
        (("Job standard (draft)",), "a.txt", True),
        (("Status | Draft",), "a.txt", True),
        (("Document status: | draft",), "a.txt", True),
        (("x",), "imaging_DRAFT.txt", True),
        (("x",), "draft/imaging.txt", True),
        (("x",), "drafts/imaging.txt", False),
        (("x",), "draftsman.txt", False),
        (("Draft plans and letters", "Drafts reports"), "a.txt", False),
        (("Key Resp 1 | draft",), "a.txt", False),
        ((f"{'long ' * 30} draft",), "a.txt", False),
    ],
)
def test_a_draft(written: tuple[str, ...], name: str, is_draft: bool) -> None:  # noqa: FBT001 - the expected answer
    """A document that calls itself one, in a line of its own or in its name; who drafts letters is none."""
    assert dating(*written, name=name).draft is is_draft


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("2019", Dating(date=(2019,), of_sheet=True, evidence='the name of its sheet ("2019")')),
        ("Roles_v2", Dating(version=(2,), of_sheet=True, evidence='the name of its sheet ("Roles_v2")')),
        ("Old 2019", Dating(date=(2019,), old=True, of_sheet=True, evidence='the name of its sheet ("Old 2019")')),
        ("Archive", Dating(date=(2024,), old=True, of_sheet=True, evidence="its name (2024.xlsx)")),
        ("Draft", Dating(date=(2024,), draft=True, of_sheet=True, evidence="its name (2024.xlsx)")),
        ("Gold", Dating(date=(2024,), evidence="its name (2024.xlsx)")),
        (None, Dating(date=(2024,), evidence="its name (2024.xlsx)")),
    ],
)
def test_the_name_of_a_sheet(sheet: str | None, expected: Dating) -> None:
    """A year or version in it counts before those of the file; it may also call the sheet old or a draft."""
    document = Document(name="2024.xlsx", kind="xlsx", rows=(), sheet=1, sheet_name=sheet)
    assert dating_of(document) == expected


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_a_date_reads_the_same_in_every_form(date: dt.date) -> None:
    """ISO, compact and in words."""
    for form in ("%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "issued %b %d %Y"):
        assert date_in(format(date, form)) == tuple(int(part) for part in str(date).split("-"))


@given(st.text(alphabet="0123456789-./ v,JulyMarch", max_size=30))
def test_no_text_breaks_it(text: str) -> None:
    """Whatever stands there, a date is at most year, month and day of the calendar."""
    date = date_in(text)
    assert len(date) <= 3
    assert all(1 <= part <= most for part, most in zip(date[1:], (12, 31), strict=False))
    assert all(part >= 0 for part in version_in(text))
