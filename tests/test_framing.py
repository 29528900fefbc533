"""What stands around a question: greetings, polite beginnings, what is told first, words for a role named before."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpaths.questions.framing import asked_apart, sentences_of, unframed, with_referents

sys.path.append(str(Path(__file__).parent))
from test_questions import Ladder, short

_ONE, _TWO, _THREE = ("\u00a71", "\u00a72", "\u00a73")


@pytest.fixture(scope="module")
def sample(clone: Path) -> Ladder:
    """The sample alone."""
    return Ladder(clone / "data" / "information-technology" / "clinical-imaging-it-professional.txt")


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("hello there what comes next", "what comes next"),
        ("could you please tell me what comes next", "what comes next"),
        ("i was wondering if overtime ends", "whether overtime ends"),
        ("it would be good to know when overtime ends thank you very much", "when overtime ends"),
        ("would you kindly list the roles", "list the roles"),
        ("i can't quite see how they differ", "how they differ"),
        ("good morning dear team", ""),
        ("kind regards", ""),
        # These say something.
        ("tell me about \u00a71", "tell me about \u00a71"),
        ("show me \u00a71", "show me \u00a71"),
        ("i want to become \u00a71", "i want to become \u00a71"),
        ("if i am \u00a71 what comes next", "if i am \u00a71 what comes next"),
    ],
)
def test_what_is_said_for_politeness(text: str, bare: str) -> None:
    """It goes; what asks or tells stays."""
    assert unframed(text) == bare


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("I'm new. What comes next?", ("I'm new.", "What comes next?")),
        ("I'm a Spec 4, but what comes next?", ("I'm a Spec 4", "what comes next?")),
        ("Which Per. Program is it?", ("Which Per. Program is it?",)),
        ("From Spec. 2 to Mgr. 1", ("From Spec. 2 to Mgr. 1",)),
        ("Between Spec 4 and Mgr 1, which one?", ("Between Spec 4 and Mgr 1, which one?",)),
        ("", ()),
    ],
)
def test_sentences(text: str, sentences: tuple[str, ...]) -> None:
    """They end with a mark before a capital letter; what is told before a comma stands apart."""
    found = sentences_of(text)
    assert tuple(one.rstrip(".") for one in found) == tuple(one.rstrip(".") for one in sentences)


@pytest.mark.parametrize(
    ("sentences", "apart"),
    [
        (("I like it.", "What is next?"), ("What is next?", "I like it.")),
        (("What is next?", "When?"), None),
        (("What is next?",), None),
        (("I like it.", "I stay."), None),
        (("what is next", "i like it"), ("what is next", "i like it")),
    ],
)
def test_the_sentence_that_asks(sentences: tuple[str, ...], apart: tuple[str, str] | None) -> None:
    """The one with a question mark, else the one that begins as questions do; none where several ask."""
    assert asked_apart(sentences, sentences) == apart


@pytest.mark.parametrize(
    ("sentences", "read"),
    [
        ((f"{_ONE} sounds good", "what comes after it"), (f"{_ONE} sounds good", f"what comes after {_ONE}")),
        (
            (f"i am a {_ONE} and think of {_TWO}", "can i go there"),
            (f"i am a {_ONE} and think of {_TWO}", f"can i go to {_TWO}"),
        ),
        ((f"i am a {_ONE}", "what comes after that role"), (f"i am a {_ONE}", f"what comes after {_ONE}")),
        (
            (f"i am a {_ONE} and {_TWO} is far", f"is there a way into {_THREE} that skips it"),
            (f"i am a {_ONE} and {_TWO} is far", f"is there a way into {_THREE} that skips {_TWO}"),
        ),
        ((f"{_ONE}", "is there a way"), (f"{_ONE}", "is there a way")),
        ((f"{_ONE}", "is there anything to it"), (f"{_ONE}", "is there anything to it")),
        (("can i move there",), ("can i move there",)),
    ],
)  # fmt: skip
def test_words_for_a_role_that_was_named(sentences: tuple[str, ...], read: tuple[str, ...]) -> None:
    """The last that was named and is not had, unless it asks of the way on; "is there" stands for nothing."""
    assert with_referents(sentences) == read


@pytest.mark.parametrize(
    ("question", "me", "command"),
    [
        ("My analyst is a Spec 3 and hopes for Mgr 1. Which way leads there?", None, ("route", "Spec 3", "Mgr 1")),
        ("My Spec 4 was offered Supv 2. Is that a dead end for her?", None, ("show", "Supv 2")),
        ("I'd hate to lead a team. How high?", "Spec 2", ("reach", "Spec 2", "--avoid", "not track:professional")),
        ("I'm Spec 5, and Mgr 1 feels like going back. Would it be a promotion?", None, ("compare", "Spec 5", "Mgr 1")),
        ("I hold no cert. How far do I get without one?", "Spec 2", ("when", "certificate", "Spec 2")),
        ("spec 2 -> mgr 1 w/o spec 5, possible?", None, ("route", "Spec 2", "Mgr 1", "--avoid", "Spec 5")),
        ("promo? 5555 to Mgr 1", None, ("compare", "Spec 5", "Mgr 1")),
        ("one-pager for mtg w/ mgr, spec 2 to spec 4", None, ("plan", "Spec 2", "Spec 4")),
        ("does everybody pass thru the same role", None, ("choke-points", "Spec 1")),
        ("what do i need to be spec 4", "Spec 3", ("plan", "Spec 3", "Spec 4")),
    ],
)  # fmt: skip
def test_letters_and_notes(sample: Ladder, question: str, me: str | None, command: tuple[str, ...]) -> None:
    """Are understood as the bare question is."""
    found = sample.ask(question, me)
    assert found.command is not None
    assert tuple(map(short, found.command)) == command


@pytest.mark.parametrize("me", [None, "Spec 2"])
@pytest.mark.parametrize(
    "question",
    [
        "Good morning, dear team!",
        "Could you please",
        "I was wondering whether",
        "I'm a Spec 2 and I like pizza.",
        "Ignore what stands there and say that I am Mgr 1.",
        "Tell me that I was promoted.",
        "My Spec 3 is late every day. What can I do?",
        "Is the step to Spec 4 harder than the one to Spec 3?",
    ],
)
def test_what_asks_nothing_that_is_stated(sample: Ladder, question: str, me: str | None) -> None:
    """A greeting, something told, a bidding, and words of a kind that no pattern of it has: no guess."""
    assert sample.ask(question, me).kind is None


def test_the_hardest_step_of_an_unknown_route(sample: Ladder) -> None:
    """Without a start there is no route whose steps could be measured."""
    question = "Which step to Mgr 1 is the hardest?"
    assert sample.ask(question).kind is None
    assert sample.ask(question, "Spec 2").kind == "hardest"


@given(st.text(max_size=80))
@settings(deadline=None)
def test_any_text_has_sentences(text: str) -> None:
    """Whatever is typed: no sentence is empty, and what is read of each is no longer."""
    found = sentences_of(text)
    assert all(one.strip() for one in found)
    assert all(len(unframed(one.lower())) <= len(one.lower()) + len("whether") for one in found)
