"""One cell of a career path to its titles: every rule of the order, and what is never guessed."""

from __future__ import annotations

import re
import time
from itertools import permutations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerpaths.cuts import closed_pieces, cut_cell, known_titles
from careerpaths.titles import LONGEST_TITLE, fold, plain, title_key

REAL = "Clin Imaging IT Spec 5 Clin Imaging IT Supv 2"
KNOWN = (
    "Clin Imaging IT Spec 4",
    "Clin Imaging IT Spec 5",
    "Clin Imaging IT Mgr 1",
    "Tier 2 Support Anl 3",
    "Research and Development Engr 2",
    "Health and Safety Lead",
    "Patient Access / Billing Rep 1",
    "Data Governance Lead",
    "Clin Informatics Mgr 4 MD",
    "Sales Lead",
    "Field Lead",
)


def keys(*titles: str) -> frozenset[str]:
    """The keys of titles that are known."""
    return frozenset(title_key(title) for title in titles)


def cut(text: str, *known: str) -> tuple[str, tuple[str, ...]]:
    """How a cell is cut and into what, with these titles known."""
    found = cut_cell(text, keys(*(known or KNOWN)))
    return found.how, found.titles


@pytest.mark.parametrize(
    "text",
    [
        "Clin Imaging IT Spec 5",
        "clinical imaging information technology specialist V",
        "Tier 2 Support Anl 3",
        "Research and Development Engr 2",
        "R&D Engr 2",
        "Health and Safety Lead",
        "Patient Access / Billing Rep 1",
        "Clin Informatics Mgr 4 MD",
        "Clin Informatics Mgr 4, MD",
        "Data Governance Lead",
    ],
)
def test_rule_one_the_whole_cell_is_known(text: str) -> None:
    """Whatever separators, "and" or numbers stand in it: a known title is one title, as written."""
    assert cut(text) == ("title", (text,))


@pytest.mark.parametrize("text", ["Head of Imaging", "Imaging Spec 3", "Imaging Spec III", "Mgr 4 NMD", "X-Ray Tech 2"])
def test_an_unknown_title_with_one_closing_number_or_none_is_one_title(text: str) -> None:
    """Nothing in it says that it is more than one."""
    assert cut(text) == ("title", (text,))


@pytest.mark.parametrize(
    "mark",
    ["\n", ";", ",", "|", " / ", " or ", " and ", " AND ", "; or ", ", and ", " ; ", ",\n", " and/or ", " | / | "],
)
def test_rule_two_every_separator(mark: str) -> None:
    """A line break ; , | " / " "or" "and", also several together, part two titles."""
    assert cut(f"Clin Imaging IT Spec 5{mark}Clin Imaging IT Mgr 1") == (
        "separators",
        ("Clin Imaging IT Spec 5", "Clin Imaging IT Mgr 1"),
    )


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Radiology Mgr 1; Billing Supv 2", ("Radiology Mgr 1", "Billing Supv 2")),
        ("Data Governance Lead, Billing Supv 2", ("Data Governance Lead", "Billing Supv 2")),
        ("Billing Supv II or Data Governance Lead", ("Billing Supv II", "Data Governance Lead")),
        ("Billing Mgr 4 MD; Billing Mgr 4 NMD", ("Billing Mgr 4 MD", "Billing Mgr 4 NMD")),
        ("A 1, B 2, C 3 and D 4", ("A 1", "B 2", "C 3", "D 4")),
        ("Health and Safety Lead and Sales Lead", ("Health and Safety Lead", "Sales Lead")),
        ("R&D Engr 2; Sales Lead", ("R&D Engr 2", "Sales Lead")),
        ("Patient Access / Billing Rep 1 / Sales Lead", ("Patient Access / Billing Rep 1", "Sales Lead")),
        ("Tier 2 Support Anl 3; Sales Lead", ("Tier 2 Support Anl 3", "Sales Lead")),
        ("Sales Lead; N/A", ("Sales Lead",)),
        ("TBD | Sales Lead | -", ("Sales Lead",)),
        ("; Sales Lead ;; Field Lead ;", ("Sales Lead", "Field Lead")),
        ("Billing Supv (2); Billing Mgr (1)", ("Billing Supv (2)", "Billing Mgr (1)")),
        ("Sales Lead\nField Lead", ("Sales Lead", "Field Lead")),
        ("Health and Safety Spec 2 or Sales Lead", ("Health and Safety Spec 2", "Sales Lead")),
    ],
)
def test_rule_two_pieces(text: str, titles: tuple[str, ...]) -> None:
    """Each piece is known, or ends with its only number, or is a placeholder, which is no title."""
    assert cut(text) == ("separators", titles)


@pytest.mark.parametrize(
    "text", ["Research and Teaching Lead", "Head of Billing, Radiology", "Billing / Access Rep", "Doctors or Nurses"]
)
def test_a_separator_does_not_count_where_a_piece_is_no_title(text: str) -> None:
    """A comma, "and", "or" and a slash stand in titles as well."""
    assert cut(text) == ("title", (text,))


@pytest.mark.parametrize(
    "text", ["Business/Tech Support Mgr 3", "Research & Teaching Spec 3", "Sandor Spec 2", "Corridor Anl 1"]
)
def test_what_is_no_separator(text: str) -> None:
    """A slash without spaces, "&", and "and" or "or" inside a word."""
    assert cut(text) == ("title", (text,))


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Clin Imaging IT Spec 5 Clin Imaging IT Mgr 1", ("Clin Imaging IT Spec 5", "Clin Imaging IT Mgr 1")),
        ("Sales Lead Field Lead", ("Sales Lead", "Field Lead")),
        ("Sales Lead Sales Lead", ("Sales Lead", "Sales Lead")),
        ("Data Governance Lead Tier 2 Support Anl 3", ("Data Governance Lead", "Tier 2 Support Anl 3")),
        ("Clin Informatics Mgr 4 MD Sales Lead", ("Clin Informatics Mgr 4 MD", "Sales Lead")),
        ("Sales Lead (Field Lead)", ("Sales Lead", "Field Lead")),
        ("Sales Lead - Field Lead", ("Sales Lead", "Field Lead")),
        ("SALES LEAD Field  Lead", ("SALES LEAD", "Field Lead")),
    ],
)
def test_rule_three_a_cover_by_known_titles(text: str, titles: tuple[str, ...]) -> None:
    """Titles with no separator between them are parted where known titles cover the cell."""
    assert cut(text) == ("known titles", titles)


def test_rule_three_the_fewest_known_titles() -> None:
    """A cover by two known titles goes before one by three."""
    assert cut("Sales Lead Field Lead", "Sales", "Lead", "Sales Lead", "Field Lead")[1] == ("Sales Lead", "Field Lead")


def test_rule_three_a_shorter_cover_may_begin_later() -> None:
    """Covers whose last titles begin alike are still told apart by how many titles they need."""
    known = ("Alpha", "Beta", "Alpha Beta Gamma", "Gamma Gamma Delta", "Gamma Delta")
    assert cut("Alpha Beta Gamma Gamma Delta", *known)[1] == ("Alpha Beta Gamma", "Gamma Delta")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (REAL, ("Clin Imaging IT Spec 5", "Clin Imaging IT Supv 2")),
        (
            "Clin Imaging IT Supv 2 Clin Imaging IT Spec 5",
            ("Clin Imaging IT Supv 2", "Clin Imaging IT Spec 5"),
        ),
        (
            "Clinical Imaging IT Supv II Clin Imaging IT Mgr 1",
            ("Clinical Imaging IT Supv II", "Clin Imaging IT Mgr 1"),
        ),
        ("Billing Spec 3 Billing Supv 1", ("Billing Spec 3", "Billing Supv 1")),
        ("Billing Spec III Billing Supv I", ("Billing Spec III", "Billing Supv I")),
        ("Billing Mgr 4 MD Billing Mgr 4 NMD", ("Billing Mgr 4 MD", "Billing Mgr 4 NMD")),
        ("Billing A 1 Billing B 2 Billing C 3", ("Billing A 1", "Billing B 2", "Billing C 3")),
        (
            "Business/Tech Support Mgr 2 Business/Tech Support Mgr 3",
            ("Business/Tech Support Mgr 2", "Business/Tech Support Mgr 3"),
        ),
        ("Billing Spec (3) Billing Supv (1)", ("Billing Spec (3)", "Billing Supv (1)")),
    ],
)
def test_rule_four_pieces_that_end_with_their_only_number(text: str, titles: tuple[str, ...]) -> None:
    """An unknown piece counts where it begins with its neighbour's first word, spelt out; a suffix goes along."""
    assert cut(text) == ("numbers", titles)


@pytest.mark.parametrize(
    "text",
    [
        "Clin Imaging IT Spec 5 Radiology Supv 2",
        "Radiology Supv 2 Clin Imaging IT Spec 5",
        "Billing Spec 3 Access Supv 1",
        "Tier 2 Anl 3",
        "Type 2 Diabetes Educator",
        "Billing Spec 3 Lead",
        "Sales Lead Wizard",
        "Acting Sales Lead",
        "Clin Imaging IT Spec 5 Clin Imaging IT Wizard",
        "3 Billing Spec",
    ],
)
def test_what_cannot_be_cut_surely_is_a_problem(text: str) -> None:
    """A number or a known title inside, and no cover: nothing is guessed."""
    found = cut_cell(text, keys(*KNOWN))
    assert (found.how, found.titles) == ("problem", ())


def test_a_problem_shows_the_cut_behind_each_number() -> None:
    """For a person to look at, where no rule is sure."""
    found = cut_cell("Billing Spec 3 Access Supv 1", frozenset())
    assert found.options == (("Billing Spec 3", "Access Supv 1"),)
    assert cut_cell("Acting Sales Lead", keys("Sales Lead")).options == ()


@pytest.mark.parametrize(
    ("text", "known", "options"),
    [
        (
            "Sales Lead Field Lead",
            ("Sales", "Lead Field Lead", "Sales Lead", "Field Lead"),
            {("Sales", "Lead Field Lead"), ("Sales Lead", "Field Lead")},
        ),
        ("A B C", ("A", "A B", "B C", "C"), {("A", "B C"), ("A B", "C")}),
        ("A and B and C", ("A", "A and B", "B and C", "C"), {("A", "B and C"), ("A and B", "C")}),
    ],
)
def test_two_covers_equally_few_are_a_problem(text: str, known: tuple[str, ...], options: set[tuple[str, ...]]) -> None:
    """Where a cell can be cut in two ways that are equally good, both are listed and none is taken."""
    found = cut_cell(text, keys(*known))
    assert (found.how, found.titles) == ("problem", ())
    assert set(found.options) == options


@pytest.mark.parametrize("text", ["N/A", "TBD", "-", "None", "see above", " n/a ; tbd ", "\u2014", "(N/A)", "", "; |"])
def test_a_placeholder_is_no_title(text: str) -> None:
    """It names nothing."""
    assert cut(text) == ("placeholder", ())


@pytest.mark.parametrize("text", ["N/A - top of the ladder", "None at this time", "TBD by the department."])
def test_a_placeholder_with_its_reason_is_no_title(text: str) -> None:
    """It says why nothing is named."""
    assert cut(text) == ("placeholder", ())


@pytest.mark.parametrize(
    "text", ["x", "(blank)", "Vacant", "Retirement", "Not defined", "End of ladder", "Top of grade"]
)
def test_a_placeholder_of_next_roles_is_no_title(text: str) -> None:
    """Words that say elsewhere something else, alone in a cell; known as a title they are one."""
    assert cut(text) == ("placeholder", ())
    assert cut(text, text) == ("title", (text,))


@pytest.mark.parametrize("text", ["Open Space Officer", "Retirement Counselor", "Same Day Nurse", "Vacancy Officer"])
def test_a_placeholder_of_next_roles_stands_alone(text: str) -> None:
    """In a title it is a word."""
    assert cut(text) == ("title", (text,))


@pytest.mark.parametrize(
    "text", ["Level 3", "Grade 4/5", "band vii", "Salary Scale B", "Levels 2 and 3", "Advanced", "P4"]
)
def test_a_level_is_no_title(text: str) -> None:
    """A word for levels with a number, or the name of one; known as a title it is one."""
    assert cut(text) == ("level", ())
    assert cut(text, text)[0] == "title"


@pytest.mark.parametrize("text", ["see HR", "Head Cook; see intranet", "Various, see list", "All supervisory roles"])
def test_what_leads_elsewhere_is_no_title(text: str) -> None:
    """It says where to look, or stands for many titles; among known titles it may be one."""
    assert cut(text) == ("elsewhere", ())
    assert cut("Various; Cook", "Various", "Cook") == ("separators", ("Various", "Cook"))


def test_a_conjunction_leads_to_a_title() -> None:
    """It is no part of it; in capitals it may be an operating room."""
    assert cut("or Head Cook") == ("title", ("Head Cook",))
    assert cut("OR Nurse") == ("title", ("OR Nurse",))


def test_pieces_closed_by_brackets() -> None:
    """The cut behind each bracket that closes a title, without what parts two of them."""
    pieces = closed_pieces("Curator (M1); or Head, Finance (M2), Guide (Zoo)", lambda inner: inner.startswith("M"))
    assert pieces == ("Curator (M1)", "Head, Finance (M2)", "Guide (Zoo)")


@pytest.mark.parametrize("text", ["NIL Coordinator 2", "Nan Nurse 1", "TBA Programmer III"])
def test_a_title_that_begins_like_a_placeholder_is_a_title(text: str) -> None:
    """A number closes it; universities have coordinators for "name, image, likeness"."""
    assert cut(text) == ("title", (text,))


def test_a_long_text_is_a_sentence() -> None:
    """More words than any title has, or a full stop behind half as many: no title."""
    assert cut(" ".join(["word"] * (LONGEST_TITLE + 1))) == ("sentence", ())
    assert cut(" ".join(["word"] * (LONGEST_TITLE // 2 + 1)) + ".") == ("sentence", ())
    assert cut(" ".join(["word"] * LONGEST_TITLE))[0] == "title"
    assert cut(" ".join(["word"] * (LONGEST_TITLE // 2)) + ".")[0] == "title"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("  Billing   Spec 3 ", "Billing Spec 3"),
        ("Billing Spec 3.", "Billing Spec 3"),
        ("Billing Spec 3;", "Billing Spec 3"),
        ("- Billing Spec 3", "Billing Spec 3"),
        ("\u2022 Billing Spec 3", "Billing Spec 3"),
        ("(Billing Spec 3)", "(Billing Spec 3)"),
        ("Billing Spec 3)", "Billing Spec 3"),
        ("(Billing Spec 3", "Billing Spec 3"),
        ("Billing Dept. Lead", "Billing Dept. Lead"),
    ],
)
def test_titles_are_tidy(text: str, title: str) -> None:
    """White space, list marks, a bracket left open and the full stop of a sentence go; the rest is as written."""
    assert cut(text, "Nothing Else") == ("title", (title,))


def test_marks_that_are_not_seen_are_passed_over() -> None:
    """A direction mark or a soft hyphen, shown by the reader, is no part of a title's key."""
    assert cut("Sales\u200b Lead Fi\u00adeld Lead")[0] == "known titles"
    assert cut("Sales Lead\ufffd") == ("title", ("Sales Lead\ufffd",))


def test_titles_known_from_path_cells() -> None:
    """A path cell that reads as one title is known; one that known titles cover, or that cannot be cut, is not."""
    cells = ["Billing Supv 2", "Sales Lead", "Field Lead", "Sales Lead Field Lead", "N/A", "Acting Mgr 1 Wizard", REAL]
    known = known_titles(["Clin Imaging IT Spec 5"], cells)
    assert known == keys("Clin Imaging IT Spec 5", "Billing Supv 2", "Sales Lead", "Field Lead")


def test_a_longer_title_around_a_shorter_one_is_not_known() -> None:
    """Whichever standard names "IT Director" alone, "Clinical IT Director" might be two things: a problem, no move."""
    known = known_titles([], ["Clinical IT Director", "IT Director", "Acting Clinical IT Director"])
    assert known == keys("IT Director")
    assert cut_cell("Clinical IT Director", known).how == "problem"
    defined = known_titles(["Clinical IT Director"], ["IT Director"])
    assert cut_cell("Clinical IT Director", defined).titles == ("Clinical IT Director",)


def test_a_title_in_a_job_title_cell_is_known_though_others_cover_it() -> None:
    """What a standard defines is a title, whatever it is made of."""
    known = known_titles(["Sales Lead Field Lead"], ["Sales Lead", "Field Lead"])
    assert cut_cell("Sales Lead Field Lead", known).titles == ("Sales Lead Field Lead",)


@pytest.mark.parametrize("cells", [*permutations(["Sales Lead", "Field Lead", "Sales Lead Field Lead", "Sales"])])
def test_what_is_known_does_not_depend_on_order(cells: tuple[str, ...]) -> None:
    """Whatever document comes first, the same titles are known."""
    assert known_titles([], cells) == known_titles([], sorted(cells))


WORDS = st.sampled_from(
    ["Clin", "Clinical", "Imaging", "IT", "Spec", "Mgr", "Lead", "Sales", "1", "2", "II", "MD", "and", "/"]
)
CELLS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@given(st.text(max_size=60) | CELLS, st.lists(CELLS, max_size=6))
def test_no_cell_raises_and_none_is_half_read(text: str, known: list[str]) -> None:
    """Each way of reading has titles or none as it says, and titles hold all the words of the cell but separators."""
    found = cut_cell(text, keys(*known))
    assert found == cut_cell(text, keys(*reversed(known)))
    if found.how in ("placeholder", "problem", "sentence"):
        assert found.titles == ()
    elif found.how == "title":
        assert len(found.titles) == 1
        assert fold(found.titles[0]) == fold(text)
    elif found.how != "separators":
        assert title_key(" ".join(found.titles)).split() or not text
        assert re.sub(r"[\W_]", "", "".join(found.titles)) == re.sub(r"[\W_]", "", plain(text))


@given(st.lists(st.sampled_from(KNOWN), min_size=2, max_size=5), st.sampled_from(["; ", "\n", " | "]))
def test_known_titles_between_separators_come_back(titles: list[str], mark: str) -> None:
    """Whatever titles are joined by a separator that stands in none of them, they are what is read."""
    assert cut(mark.join(titles)) == ("separators", tuple(titles))


@given(st.lists(st.sampled_from(["Sales Lead", "Field Lead", "Clin Imaging IT Mgr 1"]), min_size=2, max_size=5))
def test_known_titles_side_by_side_come_back(titles: list[str]) -> None:
    """So do titles of which none overlaps another, with nothing between them."""
    assert cut(" ".join(titles)) == ("known titles", tuple(titles))


@given(st.lists(st.integers(1, 9), min_size=2, max_size=4), st.sampled_from(["Billing", "Clin Imaging IT"]))
def test_unknown_titles_of_one_stem_come_back(levels: list[int], stem: str) -> None:
    """Titles of one stem, each with its number, are parted behind the numbers."""
    titles = [f"{stem} Spec {level}" for level in levels]
    assume(len(titles) > 1)
    assert cut_cell(" ".join(titles), frozenset()).titles == tuple(titles)


@pytest.mark.parametrize(
    "text",
    [
        "word " * 2_000,
        "Spec 1 " * 2_000,
        "Sales Lead " * 2_000,
        "Spec 1;" * 10_000,
        "a and " * 10_000,
        "," * 100_000,
        " " * 10_000 + "x",
        "; " * 50_000,
        "Sales Lead" + " " * 10_000 + "Field Lead",
        "Sales Lead" + "\n" * 10_000 + "Field Lead",
        "x" * 1_000_000,
        "(" * 100_000,
        ("Clin Imaging IT Spec 5 " * 20) + ("and " * 100),
        " / ".join(["A 1"] * 149),
        "a b " * 36 + "1",
    ],
    ids=lambda text: f"{text[:12]!r}...{len(text)}",
)
def test_hostile_sizes_end_soon(text: str) -> None:
    """However long a cell, it is read or refused at once."""
    began = time.process_time()
    cut_cell(text, keys(*KNOWN))
    known_titles(KNOWN, [text])
    assert time.process_time() - began < 2
