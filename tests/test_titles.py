"""The grammar of titles: folding, abbreviations, level numbers, suffixes, placeholders."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerpaths.titles import (
    ends_with_its_only_number,
    fold,
    is_placeholder,
    level_number,
    level_position,
    plain,
    says_nothing,
    spelt_out,
    stem_and_noun,
    title_key,
    without_marks,
    words,
)
from careerpaths.vocabulary import VOCABULARY

# Published titles of one family, and each spelt out by hand.
PUBLISHED = [
    ("IT Security Analyst 5", "Information Technology Security Analyst 5"),
    ("IT Security Supervisor 2", "Information Technology Security Supv 2"),
    ("IT Security Manager 3", "Information Technology Security Mgr III"),
    ("Database Administrator 1", "DB Admin 1"),
    ("Database Administrator 5", "Database Adm 5"),
    ("Clinical Imaging IT Spec 1", "Clin Imaging Information Technology Specialist 1"),
    ("Clinical Imaging IT Spec 1", "Clin Imaging IT Spec 1"),
    ("Clinical Imaging IT Specialist 5", "Clin Imaging IT Spec 5"),
    ("Clinical Imaging IT Supv 2", "Clin Imaging IT Supervisor 2"),
    ("Comm & Network Tech Analyst 1", "Communications and Network Technology Analyst 1"),
    ("Comm & Network Tech Supervisor 1", "Communications and Network Technology Supv 1"),
    ("Comm & Network Tech Manager 1", "Communications & Network Technology Mgr 1"),
    ("Clinical Informatics Spec 4", "Clin Informatics Specialist 4"),
    ("Clinical Informatics Supervisor 2", "Clin Informatics Supv 2"),
    ("Clinical Informatics Manager 4 NMD", "Clin Informatics Mgr 4 NMD"),
    ("Clinical Informatics Manager 4 MD", "Clin Informatics Mgr 4, MD"),
    ("Geographic Info Sys Programmer 4", "Geographic Information Systems Progr 4"),
    ("AV IT Engineer 3", "Audio Visual Information Technology Engr 3"),
    ("Clinical Applications Trainer 2", "Clin App Trainer 2"),
    ("Clinical Applications Training MGR 1", "Clin Apps Trng Manager 1"),
    ("Clinical Applications Professional 1", "Clin Applications Profl 1"),
    ("Clinical Applications Supervisor 2", "Clinical Application Supr 2"),
    ("Clinical Applications Manager 4", "Clin App Mgr 4"),
    ("Business/Tech Support Supervisor 1", "Business / Technical Support Supv 1"),
    ("Business/Tech Support Manager 3", "Business/Technical Support Mgr 3"),
    ("QA Release Mgmt Analyst 4", "Quality Assurance Release Management Anl 4"),
    ("QA Release Mgmt Supervisor 2", "Quality Assurance Release Mgt Supv 2"),
    ("QA Release Mgmt Manager 1", "QA Release Management Mgr 1"),
    ("Technical Project Mgt Profl 5", "Technical Proj Management Professional 5"),
    ("Technical Project Supervisor 2", "Technical Proj Supv 2"),
    ("Technical Project Manager 1", "Technical Proj Mgr 1"),
    ("Systems Administrator 4", "Sys Admin 4"),
    ("Bioinformatics Programmer 3", "Bioinformatics Progr 3"),
    ("Bioinformatics Manager 1", "Bioinformatics Mgr 1"),
    ("Systems Integration Engineer 5", "System Integration Engr 5"),
    ("Production Control Analyst 3", "Production Control Anl 3"),
    ("Production Control Supervisor 1", "Production Control Supv 1"),
    ("User Experience Designer 2", "UX Designer 2"),
]

TITLES = st.lists(
    st.sampled_from(["Clin", "Imaging", "IT", "Spec", "Database", "Admin", "R&D", "C++", "Children's", "Mgr", "Tier"]),
    min_size=1,
    max_size=5,
).map(" ".join)
NUMBERS = st.sampled_from(["", " 1", " 12", " III", " 2 MD", " 003"])


@pytest.mark.parametrize(("published", "spelt"), PUBLISHED)
def test_spellings_of_one_title_have_one_key(published: str, spelt: str) -> None:
    """A published title and the same one with its words spelt out, or cut short, have the same key."""
    assert title_key(published) == title_key(spelt)


def test_published_titles_keep_apart() -> None:
    """No two of those titles are one."""
    assert len({title_key(published) for published, _ in PUBLISHED}) == len({published for published, _ in PUBLISHED})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Clin Imaging IT Spec 1", "Clin Imaging IT Spec 2"),
        ("Clin Imaging IT Spec 1", "Clin Imaging IT Spec"),
        ("Clin Informatics Mgr 4 MD", "Clin Informatics Mgr 4 NMD"),
        ("Clin Informatics Mgr 4 MD", "Clin Informatics Mgr 4"),
        ("Database Admin 2", "Admin Analyst 2"),
        ("C Developer 2", "C++ Developer 2"),
        ("C Developer 2", "C# Developer 2"),
        ("Analyst 2019", "Analyst 2"),
        ("Analyst 1", "Analyst 11"),
        ("X-Ray Tech 1", "10 Ray Tech 1"),
        ("Unit 1234567890", "Unit 1234567891"),
        ("Sales Manager 1", "Sales Management 1"),
    ],
)
def test_titles_that_differ_have_different_keys(one: str, other: str) -> None:
    """Numbers, suffixes, signs of languages and heads of titles tell titles apart."""
    assert title_key(one) != title_key(other)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Database Admin 2", "database administrator 2"),
        ("Admin Analyst 2", "administrative analyst 2"),
        ("Network Tech 3", "network technician 3"),
        ("Network Tech Analyst 3", "network technology analyst 3"),
        ("Tech Support Analyst 1", "technical support analyst 1"),
        ("Information Tech 2", "information technician 2"),
        ("Info Tech Spec 1", "information technology specialist 1"),
        ("Director of Info Tech", "director of information technology"),
        ("R&D Engr II", "research and development engineer 2"),
        ("R & D Engr ii", "research and development engineer 2"),
        ("I&C Tech I", "instrumentation and control technician 1"),
        ("Spec4", "specialist 4"),
        ("Imaging Spec4", "imaging specialist 4"),
        ("Manager12", "manager 12"),
        ("Word2", "word2"),
        ("X-Ray Tech 1", "x ray technician 1"),
        ("Nurse 03", "nurse 3"),
        ("Nurse 0012", "nurse 12"),
        ("Children\u2019s Nurse 1", "childrens nurse 1"),
        ("Children's Nurse 1", "childrens nurse 1"),
        ("Mgr", "manager"),
        ("1", "1"),
        ("II", "2"),
        ("", ""),
        ("---", ""),
        ("MD", "md"),
        ("Mgr 4 MD", "manager 4 md"),
        ("MD 4", "md 4"),
        ("Spec (2)", "specialist 2"),
        ("Spec 2.", "specialist 2"),
        ("Cafe\u0301 Mgr 1", "caf\u00e9 manager 1"),
        ("Spec\u200b 1", "specialist 1"),
        ("Spec\ufffd 1", "specialist 1"),
        ("Sp\u00adec 1", "specialist 1"),
        ("\uff33\uff50\uff45\uff43 \uff11", "specialist 1"),
        ("\u5f71\u50cf\u6280\u5e2b 2", "\u5f71\u50cf\u6280\u5e2b 2"),
        ("Tier 2 Anl 3", "tier 2 analyst 3"),
        ("Vitamin V Mgr 1", "vitamin v manager 1"),
    ],
)
def test_keys(title: str, key: str) -> None:
    """Case, marks, forms of letters and abbreviations are folded, each number is in digits."""
    assert title_key(title) == key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  Per. Program ", "per program"),
        ("Operational & Technical", "operational and technical"),
        ("Key\u00a0Resp 01", "key resp 1"),
        ("Bachelor\u2019s", "bachelors"),
        ("Bachelor\u02bcs", "bachelors"),
        ("Bachelor's", "bachelors"),
        ("Bachelor\u2018s", "bachelors"),
        ("Bachelor\u00b4s", "bachelors"),
        ("Bachelor`s", "bachelors"),
        ("Bachelor\u2032s", "bachelors"),
        ("STRA\u00dfE", "strasse"),
        ("", ""),
    ],
)
def test_folding(text: str, folded: str) -> None:
    """Labels are compared as lower-case words apart by one space."""
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("title", "position", "number", "is_only"),
    [
        ("Clin Imaging IT Spec 1", 4, 1, True),
        ("Clin Imaging IT Spec", None, None, False),
        ("Clin Informatics Mgr 4 MD", 3, 4, True),
        ("Mgr MD", None, None, False),
        ("Tier 2 Anl 3", 3, 3, False),
        ("Tier 2 Anl", None, None, False),
        ("Nurse III", 1, 3, True),
        ("Nurse iii", 1, 3, True),
        ("Nurse VIII RN", 1, 8, True),
        ("3", 0, 3, False),
        ("4 MD", 0, 4, False),
        ("MD", None, None, False),
        ("", None, None, False),
        ("Nurse 2 3", 2, 3, False),
        ("Vitamin V Mgr 1", 3, 1, False),
        ("Type i Anl 1", 3, 1, True),
        ("X-Ray Tech 1", 3, 1, True),
        ("I&C Tech 1", 4, 1, True),
        ("Mgr (II)", 1, 2, True),
        ("Staff-I", None, None, False),
        ("Nurse 1234567890123", 1, 123456789, True),
    ],
)
def test_the_level_number(title: str, position: int | None, number: int | None, is_only: bool) -> None:  # noqa: FBT001
    """The last word, or the last but one before a suffix; a Roman numeral in a word or beside a mark is none."""
    parts = words(plain(title))
    assert level_position(parts) == position
    assert level_number(title) == number
    assert ends_with_its_only_number(parts) is is_only


@pytest.mark.parametrize(
    ("title", "stem", "noun"),
    [
        ("Clin Imaging IT Mgr 1", ("clinical", "imaging", "information", "technology"), "manager"),
        ("Clin Informatics Mgr 4 MD", ("clinical", "informatics"), "manager"),
        ("Data Governance Lead", ("data", "governance"), "lead"),
        ("Mgr 1", (), "manager"),
        ("1", (), None),
        ("", (), None),
    ],
)
def test_stem_and_noun(title: str, stem: tuple[str, ...], noun: str | None) -> None:
    """A title without number and suffix is cut before its last word."""
    assert stem_and_noun(title) == (stem, noun)


@pytest.mark.parametrize("text", ["", " ", "-", "\u2014", "...", "N/A", "n.a.", "NA", "None", "NONE.", "TBD", "tbd?"])
@pytest.mark.parametrize("around", ["{}", " ({}) ", "{} / TBD", "N/A; {}"])
def test_placeholders(text: str, around: str) -> None:
    """Marks alone, N/A, TBD and their like, also in brackets and several of them, are no title."""
    assert is_placeholder(around.format(text))


@pytest.mark.parametrize(
    "text",
    ["see above", "See below.", "as above", "same as above", "Ditto", "to be determined", "not applicable", "nil"],
)
def test_placeholders_of_several_words(text: str) -> None:
    """So are the phrases that refer elsewhere or put off."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["N/A Analyst", "Nana", "Anna 1", "None Such Mgr", "TBD 1", "1", "A", "NA 2", "see above Mgr 1", "nonelect"]
)
def test_titles_are_no_placeholders(text: str) -> None:
    """A word more, or a number, and it is not passed over."""
    assert not is_placeholder(text)


def test_words_know_their_place() -> None:
    """Each word's text in the cell can be found again by its offsets."""
    text = "Children's R&D Mgr II (MD)"
    assert [text[word.start : word.end] for word in words(text)] == ["Children's", "R", "&", "D", "Mgr", "II", "MD"]


def test_small_roman_numerals_only_close_a_title() -> None:
    """Inside a title "i" and "v" are words; a capital numeral that stands free is a number."""
    assert [(word.number, word.closing) for word in words("Type i V")] == [(None, None), (None, 1), (5, 5)]


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    """A folded text is its own folded form."""
    assert fold(fold(text)) == fold(text)


@given(st.text(max_size=40) | st.builds("{}{}".format, TITLES, NUMBERS))
def test_a_key_is_its_own_key(text: str) -> None:
    """The key of a key is the key: spelling out ends. A mark that joins a numeral to a word is lost with the first."""
    joined = re.search(r"[-\u2010\u2011&/'+#_.][ivx]+\b|\b[ivx]+[-\u2010\u2011&/'+#_.]", plain(text), re.IGNORECASE)
    assume(joined is None)
    assert title_key(title_key(text)) == title_key(text)


@given(st.builds("{}{}".format, TITLES, NUMBERS), st.data())
def test_keys_do_not_see_case_spacing_and_marks(title: str, data: st.DataObject) -> None:
    """However a title is capitalized, spaced and punctuated, its key stays."""
    spaces = data.draw(st.sampled_from([" ", "  ", "\u00a0", "\n", ", ", " - ", ". "]))
    marks = data.draw(st.sampled_from(["{}", " {} ", "({})", "{}.", "\u201c{}\u201d", "- {}", "{};"]))
    cased = data.draw(st.sampled_from([str.upper, str.lower, str.title, str.swapcase]))
    shown = marks.format(title.replace(" ", spaces))
    assert title_key(shown) == title_key(title)
    assert fold(shown) == fold(title)
    assert fold(cased(title)) == fold(title)
    if cased is not str.title:
        assert title_key(cased(title)) == title_key(title)


@given(st.text())
def test_any_text_has_a_key(text: str) -> None:
    """Nothing raises; a key is of words apart by one space, and as many parts as words can be spelt out."""
    key = title_key(text)
    assert key == " ".join(key.split())
    assert re.fullmatch(r"\S+( \S+)*|", key)
    parts = words(plain(text))
    assert bool(spelt_out(parts)) == bool(parts)
    assert level_number(text) is None or level_position(parts) is not None
    assert is_placeholder(text) in (True, False)
    assert (stem_and_noun(text)[1] is None) == (not parts or level_position(parts) == 0)


@given(st.sampled_from(sorted(VOCABULARY.abbreviations)), st.sampled_from(["Spec", "Xyz", "Mgr"]), st.integers(1, 9))
def test_an_abbreviation_before_a_word_is_what_it_stands_for(short: str, head: str, level: int) -> None:
    """Whatever the abbreviation, spelt out by hand the title has the same key."""
    if (short, head) == ("tech", "Support"):
        return
    full = VOCABULARY.abbreviations[short][1]
    assert title_key(f"{short} {head} {level}") == title_key(f"{full} {head} {level}")


@pytest.mark.parametrize("text", ["#REF!", "#n/a", " #VALUE! ", "#NAME?", "#DIV/0!"])
def test_an_error_of_a_spreadsheet_is_no_title(text: str) -> None:
    """What a broken formula leaves in a cell names no role, whatever the format."""
    assert is_placeholder(text)


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        *(("N/A", True), ("-", True), ("\u2014", True), ("Not required.", True), ("Yes", False), ("\u2713", False)),
        *(("None required", True), ("None needed", True), ("Licence required", False), ("x", False), ("Open", False)),
    ],
)
def test_what_asks_nothing(text: str, *, nothing: bool) -> None:
    """Dashes, placeholders and "not required"; other marks may say something."""
    assert says_nothing(text) == nothing


@pytest.mark.parametrize(
    "title", ["Staff Nurse\u00b9", "Staff Nurse*", "Staff Nurse \u2020", "Staff\u00b2 Nurse\u00b9\u00b2"]
)
def test_the_mark_of_a_footnote_is_no_part_of_a_title(title: str) -> None:
    """Superscript numbers and signs; plain digits are levels."""
    assert title_key(title) == "staff nurse"
    assert without_marks(title) == "Staff Nurse"
    assert title_key("Analyst 2\u00b9") == "analyst 2"
    assert without_marks("C* Analyst") == "C* Analyst"


@pytest.mark.parametrize(
    "text",
    [
        *("[insert title]", "<Job title>", "{title}", "XXXX", "____", " [Code] ", "Choose an item."),
        "Click or tap here to enter text.",
    ],
)
def test_what_a_form_has_where_somebody_is_to_write_is_a_placeholder(text: str) -> None:
    """A form that nobody filled in states nothing."""
    assert is_placeholder(text)


@pytest.mark.parametrize("text", ["Cook [Kitchen]", "[Night] Cook", "XX Officer", "(Cook)", "Item Clerk"])
def test_brackets_in_a_title_are_none(text: str) -> None:
    """Only a whole cell in brackets is one."""
    assert not is_placeholder(text)
