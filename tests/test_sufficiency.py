"""Whether who has what one requirement asks has what another asks, and what became of a requirement by that."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpaths.statements import SCALES
from careerpaths.sufficiency import required_turn, suffices

facts = st.sampled_from(
    [
        "nursing",
        "a licence",
        "two years of work",
        "a bachelor's degree",
        "no convictions",
        "expert knowledge",
        "Class A",
    ]
)
joined = st.tuples(st.sampled_from([" and ", " or ", ", ", "; ", ". "]), facts).map("".join)
texts = st.tuples(facts, st.lists(joined, max_size=3)).map(lambda parts: parts[0] + "".join(parts[1]))
ASKED = {"new", "rises", "rewritten"}


@pytest.mark.parametrize(
    ("before", "after", "became"),
    [
        ("A bachelor's degree.", "A master's degree.", "rises"),
        ("A master's degree.", "A bachelor's degree.", "falls"),
        ("Bachelor's degree", "High school diploma", "falls"),
        ("A bachelor's or master's degree.", "A bachelor's degree or PhD.", "changed"),
        ("A bachelor's degree.", "A bachelor's degree and eight years of experience.", "rises"),
        ("A bachelor's degree and 8 years.", "A bachelor's degree and 2 years.", "falls"),
        ("Two certificates and 3 years of work.", "Two certificates and 5 years of work.", "rises"),
        ("3-5 years of work.", "5 or more years of work.", "rises"),
        ("18 months of work.", "1 year of work.", "falls"),
        ("6 months of work.", "2 years of work.", "rises"),
        ("12 months of work.", "One year of work.", "changed"),
        ("Five years of work.", "Three years of work.", "falls"),
        ("2+ years of work.", "2 years of work.", "changed"),
        ("2+ years of work.", "5+ years of work.", "rises"),
        ("> 5 years of work.", "> 2 years of work.", "falls"),
        ("< 2 years of work.", "> 2 years of work.", "rewritten"),
        ("At least 2+ years of work.", "At least \u2264 2 years of work.", "rewritten"),
        ("Up to 3 years of work.", "Up to 2 years of work.", "rewritten"),
        ("Renewed every 3 years.", "Renewed every 2 years.", "rewritten"),
        ("Three years of law, two of tax work.", "Three years of law.", "falls"),
        ("2 years of law and 5 years of tax.", "5 years of tax.", "rewritten"),
        ("A master's degree.", "A bachelor's degree, a medical license and ten years.", "rewritten"),
        ("5 years of work.", "3 years of work, a certificate and a clearance.", "rewritten"),
        ("Class C driver license.", "Class A driver license.", "rewritten"),
        ("class c driver license", "class a driver license", "rewritten"),
        ("Certificate A.", "Certificate B.", "rewritten"),
        ("A driver license.", "Driver's licence", "changed"),
        ("Certified in first aid.", "A current first aid certificate.", "changed"),
        ("Certificate in nursing.", "Certificate in nursing at a higher grade.", "rises"),
        ("Basic life support card.", "Card of advanced life support.", "rises"),
        ("Advanced life support card.", "Card of life support.", "rewritten"),
        ("Associate certificate of a vendor.", "Professional certificate of a vendor.", "rewritten"),
        ("A background check.", "A background check and a drug test.", "rises"),
        ("A background check and a drug test.", "A background check.", "falls"),
        ("May work nights.", "Must work nights.", "rises"),
        ("Should work nights.", "Works nights.", "rises"),
        ("Must work nights.", "May work nights.", "falls"),
        ("A master's degree is preferred.", "A master's degree is required.", "rises"),
        ("A bachelor's degree is required.", "A bachelor's degree is required; a master's is preferred.", "changed"),
        ("No weekend work.", "Weekend work.", "rewritten"),
        ("Weekend work.", "No weekend work.", "rewritten"),
        ("No convictions.", "No convictions or arrests.", "rewritten"),
        ("No travel, day shift.", "Day shift.", "rewritten"),
        ("A degree is not required.", "A degree is required.", "rewritten"),
        ("Bachelor's degree or equivalent experience.", "Bachelor's degree.", "rises"),
        ("Bachelor's degree.", "Bachelor's degree or equivalent experience.", "falls"),
        ("Bachelor's degree and/or equal training", "Equal training or a bachelor's degree", "changed"),
        ("Bachelor's degree in a related area", "A bachelors degree in a relevant field", "changed"),
        ("Bachelor's degree or higher.", "A bachelor's degree.", "changed"),
        ("Nursing, biology or law.", "Nursing or law.", "rewritten"),
        ("A degree and a licence, or equal work.", "A degree, five years and a licence, or equal work.", "rewritten"),
        ("A licence. A degree. Or equal work.", "A licence. A degree.", "rises"),
        ("Bachelor oder gleichwertige Erfahrung", "Bachelor", "rises"),
        ("Keine Wochenendarbeit", "Wochenendarbeit", "rewritten"),
        ("Training / work.", "Training.", "rewritten"),
        ("A licence to take images.", "A licence to take images, current or past.", "falls"),
        ("Certificate B.", "The a of.", "rewritten"),
        (None, "Certificate A.", "new"),
        ("Certificate A.", None, "gone"),
        ("Certificate A.", "certificate A", "same"),
    ],
)
def test_turns_of_requirements(before: str | None, after: str | None, became: str) -> None:
    """What is surely had already is not asked; what cannot be told is asked in another way, never nothing."""
    assert required_turn(before, after) == became


@pytest.mark.parametrize(
    ("kind", "became"),
    [("education", "falls"), ("special_condition", "rewritten")],
)
def test_what_is_joined_by_or_need_be_no_choice(kind: str, became: str) -> None:
    """Who works nights or weekends works both: in a special condition "or" is no way out."""
    assert required_turn("Works nights.", "Works nights or weekends.", kind=kind) == became


def test_scales_can_be_others() -> None:
    """An employer's own degrees, in the order that the configuration gives."""
    scales = {**SCALES, "education": {"apprenticeship": 1, "craft exam": 2}}
    assert required_turn("An apprenticeship.", "A craft exam.", scales=scales) == "rises"
    assert suffices("A craft exam.", "An apprenticeship.", scales=scales)


def test_a_graph_may_have_no_words_for_obligation() -> None:
    """One that was exported before they were kept."""
    scales = {name: words for name, words in SCALES.items() if name != "obligation"}
    assert required_turn("A degree is required.", "A degree and a licence are required.", scales=scales) == "rises"


@given(text=texts)
def test_what_is_asked_suffices_for_itself(text: str) -> None:
    """The law: who has what a text asks has what it asks, however it is read."""
    assert suffices(text, text)


@given(text=texts, more=st.sampled_from(["a drug test", "ten years of law", "a doctorate"]))
def test_what_is_added_is_asked(text: str, more: str) -> None:
    """The law: a further sentence is never passed over, whatever stands before it."""
    assert required_turn(text, f"{text}. Also {more}.") in ASKED


@given(before=texts, after=texts)
def test_less_one_way_is_more_the_other(before: str, after: str) -> None:
    """The law: what asks less asks more the other way round, and what is the same in other words is so both ways."""
    there, back = required_turn(before, after), required_turn(after, before)
    assert (there == "falls") <= (back == "rises")
    assert (there == "changed") == (back == "changed")
    assert there in ASKED or back in ASKED or there == back
