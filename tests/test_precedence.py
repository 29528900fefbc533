"""Several editions of one standard: which counts, which is superseded, and what is said of the pair."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.grid import read_grid
from careerpaths.headings import find_headings
from careerpaths.model import Dating, Document, Reading, Row
from careerpaths.precedence import Settled, settle
from careerpaths.records import read_records
from careerpaths.vocabulary import VOCABULARY

LEVELS = ("Entry", "Intermediate", "Advanced", "Expert")


def edition(  # noqa: PLR0913 - everything that two editions may differ in
    name: str,
    *,
    dating: Dating | None = None,
    codes: str = "11 12",
    education: str = "BA",
    function: str = "IT",
    content: str = "standard",
    more: tuple[str, ...] = (),
) -> Reading:
    """A standard of roles with these codes."""
    known = codes.split()
    rows = [
        ("Job Function", function),
        ("Job Level", *LEVELS[: len(known)]),
        ("Job Title", *(f"Anl {code}" for code in known)),
        ("Job Code", *known),
        ("Education", education),
        *(tuple(row.split(" | ")) for row in more),
    ]
    made = Document(name=name, kind="text", rows=tuple(Row(cells=one, line=n) for n, one in enumerate(rows, 1)))
    read = read_grid(made)
    return Reading(
        document=name,
        kind="text",
        standards=read.standards,
        problems=read.problems,
        fates=read.fates,
        content=content,
        dating=dating or Dating(),
    )


def dated(*date: int) -> Dating:
    """The dating of a document that states a date."""
    return Dating(date=date, evidence=f'"{date[0]}"')


def version(*numbers: int) -> Dating:
    """The dating of a document that states a version."""
    return Dating(version=numbers, evidence=f'"v{numbers[0]}"')


DRAFT = Dating(draft=True)


def counts(settled: Settled) -> list[str]:
    """The documents that count."""
    return [reading.document for reading in settled.readings if reading.standards]


def superseded(settled: Settled) -> list[str]:
    """The documents that do not."""
    return [reading.document for reading in settled.superseded if reading.standards]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (dated(2023), dated(2024)),
        (dated(2024, 5), dated(2024, 6)),
        (dated(2023, 12, 31), dated(2024)),
        (version(1), version(2)),
        (version(2, 9), version(2, 10)),
        (Dating(), version(2)),
        (Dating(date=(2024,), version=(1,)), Dating(date=(2024,), version=(2,))),
        (Dating(date=(2024,), version=(1,)), Dating(date=(2024, 7), version=(2,))),
        (Dating(date=(2023,), version=(3,)), Dating(date=(2024,), version=(1,))),
        (DRAFT, Dating()),
        (Dating(date=(2025,), draft=True), dated(2020)),
        (Dating(date=(2025,), old=True), dated(2020)),
        (Dating(date=(2023, 5, 2), by_day=(2023, 2, 5)), Dating(date=(2023, 12, 3), by_day=(2023, 3, 12))),
        (Dating(date=(2019, 12, 13), first="day"), Dating(date=(2023, 3, 12), by_day=(2023, 12, 3))),
    ],
)
def test_the_newer_one_counts(one: Dating, other: Dating) -> None:
    """By date, else by version; a draft never counts where another does; the order of documents does not matter."""
    first, second = edition("a", dating=one), edition("b", dating=other)
    for readings in ((first, second), (second, first)):
        settled = settle(readings)
        assert (counts(settled), superseded(settled), settled.undecided) == (["b"], ["a"], frozenset())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Dating(), Dating()),
        (dated(2024), dated(2024)),
        (dated(2024), dated(2024, 7, 1)),
        (dated(2024), Dating()),
        (dated(2024), version(2)),
        (Dating(), version(1)),
        (version(2), version(2, 0)),
        (DRAFT, DRAFT),
    ],
)
def test_where_neither_is_newer_both_count(one: Dating, other: Dating) -> None:
    """Neither is dated, or the dates do not tell."""
    settled = settle([edition("a", dating=one), edition("b", dating=other, education="MA")])
    assert (counts(settled), superseded(settled)) == (["a", "b"], [])
    assert settled.undecided == {frozenset("ab")}
    (problem,) = settled.problems
    assert problem.message == (
        'defines 2 of the same roles as a; they differ in Anl 11, education ("BA" there, "MA" here); '
        "neither says that it is newer: both count; exclude one, or name the edition"
    )


EITHER = (
    Dating(date=(2023, 3, 12), by_day=(2023, 12, 3), evidence='"03/12/2023"'),
    Dating(date=(2023, 4, 11), by_day=(2023, 11, 4), evidence='"04/11/2023"'),
)


@pytest.mark.parametrize(
    ("dates", "shown", "expected"),
    [
        (None, "", ["a", "b"]),
        (None, "day", ["a"]),
        (None, "month", ["b"]),
        (None, "day month", ["a", "b"]),
        ("day first", "", ["a"]),
        ("day first", "month", ["a"]),
        ("month first", "", ["b"]),
    ],
)
def test_day_or_month_first(dates: str | None, shown: str, expected: list[str]) -> None:
    """Where the order of two dates depends on it, the configuration says it, or all dates that show it agree."""
    others = [
        edition(f"other{number}", codes=f"{number}1 {number}2", dating=Dating(date=(2019, 12, 13), first=first))
        for number, first in enumerate(shown.split(), 5)
    ]
    one, other = EITHER
    settled = settle([edition("a", dating=one), edition("b", dating=other, education="MA"), *others], dates=dates)
    assert [name for name in counts(settled) if len(name) == 1] == expected
    if len(expected) > 1:
        may = 'day or month may stand first in "03/12/2023" and "04/11/2023", so that neither is surely newer'
        assert may in settled.problems[0].message


def test_an_old_file_is_told() -> None:
    """By its name, since it is no sheet."""
    settled = settle([edition("a"), edition("old/a", dating=Dating(old=True), education="MA")])
    assert "this one is old by the name of its file or folder" in settled.problems[0].message


def test_one_problem_for_a_pair() -> None:
    """It says what differs, which says that it is newer, and by what."""
    settled = settle(
        [edition("b", dating=dated(2024), education="MA", codes="11 13"), edition("a", dating=dated(2023))]
    )
    (problem,) = settled.problems
    assert (problem.severity, problem.document) == ("problem", "a")
    assert problem.message == (
        'defines 1 of the same roles as b; they differ in Anl 11, education ("MA" there, "BA" here); '
        'Anl 13 (only there); Anl 12 (only here); that one is newer (that one by "2024"; this one by "2023"): '
        "that one counts, this one is kept as superseded, used by no answer"
    )


def test_the_same_in_other_bytes() -> None:
    """Two documents that state the same are one note."""
    (note,) = settle([edition("a"), edition("b")]).problems
    assert (note.severity, note.message) == (
        "note",
        "defines 2 of the same roles as a; they state the same: both are cited",
    )


def test_a_blank_is_a_difference() -> None:
    """A row that only one of them has is told."""
    (problem,) = settle([edition("a", more=("Key Resp 1 | x | ",)), edition("b")]).problems
    assert 'Anl 11, key resp 1 ("x" there, "blank" here)' in problem.message


def test_a_draft_is_told() -> None:
    """Why it does not count."""
    (note,) = settle([edition("a", dating=DRAFT), edition("b")]).problems
    assert "; this one is a draft: that one counts" in note.message


@pytest.mark.parametrize(
    ("datings", "expected", "old"),
    [
        ((dated(2022), dated(2023), dated(2024)), "c", "ab"),
        ((dated(2024), dated(2024), dated(2023)), "ab", "c"),
        ((dated(2023), dated(2024), Dating()), "bc", "a"),
        ((Dating(), Dating(), DRAFT), "ab", "c"),
        ((Dating(), Dating(), Dating()), "abc", ""),
        ((Dating(date=(2025,), draft=True), dated(2024), dated(2023)), "b", "ac"),
        (
            (
                Dating(date=(2024,), version=(1,)),
                Dating(date=(2024, 7), version=(2,)),
                Dating(date=(2024, 6), version=(3,)),
            ),
            "b",
            "ac",
        ),
        (
            (
                Dating(date=(2024,), version=(2,)),
                Dating(date=(2024, 5), version=(3,)),
                Dating(date=(2024, 6), version=(1,)),
            ),
            "abc",
            "",
        ),
    ],
)
def test_three_editions(datings: tuple[Dating, ...], expected: str, old: str) -> None:
    """Each that another is newer than is superseded; the rest counts; in a circle all do."""
    settled = settle([edition(name, dating=one) for name, one in zip("abc", datings, strict=True)])
    assert ("".join(counts(settled)), "".join(superseded(settled))) == (expected, old)
    assert len(settled.problems) == 2
    assert all(len(pair & set(expected)) == 2 for pair in settled.undecided)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("2023", ["a"]), ("2023-04-01", ["a"]), ("2024", ["b"]), ("spring", ["b"]), ("folder", ["b"]), (None, ["b"])],
)
def test_the_edition_asked_for(asked: str | None, expected: list[str]) -> None:
    """The configuration settles it, by a stated date or a part of the name; one that nobody has changes nothing."""
    readings = [edition("a", dating=dated(2023, 4)), edition("b", dating=dated(2024))]
    settled = settle(readings, edition=asked)
    assert counts(settled) == expected
    if expected == ["a"]:
        assert "that one is of the edition asked for" in settled.problems[0].message
    assert counts(settle([edition("new/a"), edition("old/a")], edition="new")) == ["new/a"]


@pytest.mark.parametrize(
    "other",
    [
        edition("b", dating=dated(2024), codes="31 32"),
        edition("b", dating=dated(2024), function="HR"),
        edition("b", dating=dated(2024), content="job description"),
        edition("b", dating=dated(2024), content="move list"),
        edition("a", dating=dated(2024)),
        edition("b", dating=dated(2024), codes="11 33 34 35"),
        Reading(document="b", kind="text", standards=(), problems=(), fates=(), dating=dated(2024)),
    ],
)
def test_what_is_no_edition(other: Reading) -> None:
    """Other roles, another function, another kind of document, the same document, or few roles in common."""
    settled = settle([edition("a", dating=dated(2023)), other])
    assert (settled.superseded, settled.problems, settled.undecided) == ((), (), frozenset())


def test_one_job_replaces_no_standard() -> None:
    """A standard of four levels is no old edition of a newer one of a single level."""
    settled = settle(
        [edition("a", dating=dated(2023), codes="11 12 13 14"), edition("b", dating=dated(2024), codes="11")]
    )
    assert counts(settled) == ["a", "b"]


def test_only_what_is_replaced_is_superseded() -> None:
    """The other standards of a document count."""
    both = edition("a", dating=dated(2023))
    other = edition("a", codes="31 32")
    two = Reading(
        document="a",
        kind="text",
        standards=(*both.standards, *other.standards),
        problems=(),
        fates=(),
        dating=dated(2023),
    )
    settled = settle([two, edition("b", dating=dated(2024))])
    assert settled.readings[0].standards == other.standards
    assert settled.superseded[0].standards == both.standards


@pytest.mark.parametrize(
    ("one", "other", "pairs"),
    [
        (Dating(), Dating(), (("a", "b"),)),
        (dated(2024), Dating(), (("a", "b"),)),
        (Dating(), dated(2024), (("a", "b"),)),
        (dated(2024), dated(2024, 7), (("a", "b"),)),
        (dated(2023), dated(2024), ()),
        (DRAFT, Dating(), ()),
    ],
)
def test_pairs_that_contradict_and_both_count(one: Dating, other: Dating, pairs: tuple[tuple[str, str], ...]) -> None:
    """Each pair of which neither is known to be newer, by their names; two that state the same are none."""
    later = [edition("b", dating=other, education="MA"), edition("a", dating=one)]
    assert settle(later).contradicting == pairs
    assert settle([edition("b", dating=other), edition("a", dating=one)]).contradicting == ()


def test_a_date_on_another_sheet() -> None:
    """A cover sheet dates the whole workbook."""
    cover = Reading(document="a", kind="xlsx", standards=(), problems=(), fates=(), dating=dated(2025))
    settled = settle([cover, edition("a"), edition("b", dating=dated(2024))])
    assert (counts(settled), superseded(settled)) == (["a"], ["b"])


def sheet(number: int, dating: Dating | None = None, **facts: str) -> Reading:
    """A standard in a sheet of one workbook."""
    return replace(edition("a", dating=dating, **facts), sheet=number)  # type: ignore[arg-type]


def sheets_that_count(settled: Settled) -> list[int | None]:
    """The sheets that are not superseded."""
    return [reading.sheet for reading in settled.readings if reading.standards]


@pytest.mark.parametrize(
    ("one", "other", "counting"),
    [
        (dated(2024), dated(2019), [1]),
        (Dating(), Dating(old=True, of_sheet=True), [1]),
        (Dating(old=True, date=(2025,), of_sheet=True), Dating(), [2]),
        (Dating(), Dating(draft=True, of_sheet=True), [1]),
        (Dating(), Dating(date=(2019,), of_sheet=True), [1, 2]),
        (Dating(), Dating(), [1, 2]),
    ],
)
def test_two_editions_as_sheets_of_one_workbook(one: Dating, other: Dating, counting: list[int]) -> None:
    """They are settled as two documents are; what dates one sheet does not date the other."""
    settled = settle([sheet(1, one), sheet(2, other, education="MA")])
    assert sheets_that_count(settled) == counting
    (problem,) = settled.problems
    assert (problem.document, problem.place) == ("a", "sheet 1" if counting == [2] else "sheet 2")
    assert settled.contradicting == ((("a, sheet 1", "a, sheet 2"),) if len(counting) > 1 else ())
    assert settled.undecided == frozenset()


def test_each_pair_of_sheets_is_told() -> None:
    """Three sheets are two problems."""
    settled = settle([sheet(1), sheet(2, education="MA"), sheet(3, education="PhD")])
    assert [one.place for one in settled.problems] == ["sheet 2", "sheet 3"]


def test_sheets_that_state_other_things_are_parts_of_one() -> None:
    """Duties on one sheet, next roles on another."""
    more = edition("a", education="", more=("Key Resp 1 | x | y", "Career Path 1 | Anl 12 | "))
    settled = settle([sheet(1), replace(more, sheet=2, dating=dated(2019))])
    assert (sheets_that_count(settled), settled.problems) == ([1, 2], ())


def test_an_old_sheet_among_documents() -> None:
    """What one sheet is called holds for no other sheet of its workbook."""
    old = Dating(old=True, of_sheet=True, date=(2030,))
    settled = settle([sheet(1, dated(2024)), sheet(2, old, codes="31 32"), edition("b", dating=dated(2025))])
    assert counts(settled) == ["a", "b"]
    assert [reading.sheet for reading in settled.superseded if reading.standards] == [1]


@pytest.mark.parametrize(
    ("asked", "known", "told"),
    [("1999", dated(2024, 5), ["2024-05"]), ("2024", dated(2024, 5), []), ("1999", Dating(), [])],
)
def test_an_edition_that_no_document_has(asked: str, known: Dating, told: list[str]) -> None:
    """A note where documents say of when they are; where none does, an edition is only a name."""
    problems = settle([edition("a", dating=known)], edition=asked).problems
    assert [one.place for one in problems] == ["key edition" for _ in told]
    assert all(f"they are of {date}; correct it" in one.message for one, date in zip(problems, told, strict=True))


def test_the_edition_asked_for_among_sheets() -> None:
    """The date of a sheet counts before the name of its document."""
    readings = [
        replace(one, document="2024.xlsx") for one in (sheet(1, dated(2019)), sheet(2, dated(2024), education="MA"))
    ]
    assert sheets_that_count(settle(readings, edition="2019")) == [1]
    assert sheets_that_count(settle(readings, edition="2024")) == [2]


def test_a_difference_of_level() -> None:
    """A role that stands at another level is told."""
    one = role_table("a", dated(2023), "Title | Code | Level", "A | 1 | Entry")
    other = role_table("b", dated(2024), "Title | Code | Level", "A | 1 | Expert")
    (problem,) = settle([one, other]).problems
    assert 'A, level ("Expert" there, "Entry" here)' in problem.message


def role_table(name: str, dating: Dating, *written: str) -> Reading:
    """A role table written with a bar between two cells."""
    rows = tuple(Row(cells=tuple(row.split(" | ")), line=n) for n, row in enumerate(written, 1))
    headings = find_headings(rows, vocabulary=VOCABULARY)
    assert headings is not None
    read = read_records(Document(name=name, kind="csv", rows=rows), headings)
    return Reading(
        document=name,
        kind="csv",
        content=read.content,
        standards=read.standards,
        problems=(),
        fates=read.fates,
        dating=dating,
    )


def test_editions_of_a_role_table() -> None:
    """The roles of a table count or are superseded together."""
    old = role_table("a", dated(2023), "Title | Code | Next role", "A | 1 | B", "B | 2 | C", "C | 3 | D")
    new = role_table("b", dated(2024), "Title | Code | Next role", "A | 1 | B", "B | 2 | D")
    settled = settle([old, new])
    assert (counts(settled), superseded(settled)) == (["b"], ["a"])
    assert len(settled.superseded[0].standards) == 3
    (problem,) = settled.problems
    assert "C (only here)" in problem.message


def test_tables_that_complement_each_other() -> None:
    """Two tables that state different things of the same roles both count."""
    one = role_table("a", dated(2023), "Title | Code | Next role", "A | 1 | B")
    other = role_table("b", dated(2024), "Title | Code | Grade", "A | 1 | 7")
    assert settle([one, other]).problems == ()


def test_many_copies_are_compared_with_their_neighbours() -> None:
    """The number of comparisons stays small, and the newest counts."""
    readings = [edition(f"d{n:02}", dating=dated(2000 + n)) for n in range(25)]
    assert counts(settle(readings)) == ["d24"]


DATINGS = st.builds(
    Dating,
    date=st.sampled_from([(), (2023,), (2024,), (2024, 7), (2024, 7, 1)]),
    version=st.sampled_from([(), (1,), (2,)]),
    draft=st.booleans(),
)
EDITIONS = st.builds(
    edition, st.just("x"), dating=DATINGS, codes=st.sampled_from(["11 12", "11 12 13", "21 22", "12 21"])
)


@given(st.lists(EDITIONS, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_documents_does_not_matter(found: list[Reading], chance: random.Random) -> None:
    """Whatever the order, the same documents count; of what was read nothing is lost, and something always counts."""
    named = [
        Reading(
            document=f"d{n}",
            kind=one.kind,
            standards=one.standards,
            problems=(),
            fates=(),
            dating=one.dating,
        )
        for n, one in enumerate(found)
    ]
    mixed = list(named)
    chance.shuffle(mixed)
    one, other = settle(named), settle(mixed)
    assert sorted(counts(one)) == sorted(counts(other))
    assert sorted([*counts(one), *superseded(one)]) == [reading.document for reading in named]
    assert bool(counts(one)) == bool(named)
    assert one.undecided == other.undecided
