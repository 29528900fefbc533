"""Questions that are refused: without a guess, with examples; and names in them that no role has."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

import careerpaths as cp
from careerpaths.questions.unknown import unknown_name

sys.path.append(str(Path(__file__).parent))
from test_questions import KINDS, QUESTIONS, Ladder, Run, rows_of, shown


@pytest.fixture(scope="module")
def ladder(real_standard: Path) -> Ladder:
    """The sample, and the real one where it is at hand."""
    return Ladder(real_standard)


@pytest.fixture(scope="module")
def sample(clone: Path) -> Ladder:
    """The sample alone."""
    return Ladder(clone / "data" / "information-technology" / "clinical-imaging-it-professional.txt")


def test_nonsense_as_text(ladder: Ladder) -> None:
    """That it is not understood, and questions that are."""
    text = shown(ladder.ask("asdf"))
    assert text.startswith("This question is not understood. If it is about your own role, name it or add --me")
    assert "What is the next step after Clin Imaging IT Spec 1?" in text


@pytest.mark.parametrize("name", ["nonsense.csv", *(f"nonsense-{number}.csv" for number in range(2, 6))])
def test_nonsense_is_refused_kindly(sample: Ladder, clone: Path, name: str) -> None:
    """No command, no answer, nothing guessed: examples, each of which is understood."""
    for row in rows_of(clone, name):
        found = sample.ask(row["question"], row["me"] or None)
        assert (found.kind, found.command, found.answer, found.notes) == (None, None, None, ()), row
        assert found.examples, row
    assert all(sample.ask(example).command for example in found.examples)


@pytest.mark.parametrize("name", ["held-out-nonsense.csv", "held-out-nonsense-2.csv"])
def test_nonsense_that_nobody_looked_at(sample: Ladder, clone: Path, name: str) -> None:
    """At least 80 in 100 are refused; only their number is told, so that no guard is written from them."""
    rows = rows_of(clone, name)
    answered = sum(1 for row in rows if is_answered(sample, row))
    is_enough = answered <= 0.2 * len(rows)
    assert is_enough, f"{answered} of {len(rows)} answered"


def is_answered(ladder: Ladder, row: dict[str, str]) -> bool:
    """Whether a question is taken for one that a command answers."""
    try:
        return ladder.ask(row["question"], row["me"] or None).kind is not None
    except cp.CareerPathsError:
        return True


@pytest.mark.parametrize(
    "question",
    [
        "How do I get to Mgr 1, and what is the salary?",
        "What is my next step, and how many vacation days do I get there?",
        "Will I be promoted to Spec 4?",
        "Can a Spec 4 work from home?",
        "Where do I send my application for Spec 4?",
        "How do I become Spec 4 at Initech?",
        "Which roles lead to",
        "What is my next",
        "How do I polish the silver spoons of Spec 4?",
    ],
)
def test_what_no_standard_states_is_refused(sample: Ladder, question: str) -> None:
    """Also where another part of the question could be answered, and where the role of the asker is known."""
    found = sample.ask(question, "Spec 3")
    assert (found.kind, found.command, found.missing) == (None, None, None)


@pytest.mark.parametrize("number", [2, 4, 5, 6, 17, 18, 21, 22, 23, 25])
def test_where_only_the_asker_is_missing(ladder: Ladder, number: int) -> None:
    """The option that says it is told, as text and in JSON; nothing is answered for somebody else."""
    found = ladder.ask(QUESTIONS[number][0])
    assert (found.kind, found.command, found.missing) == (None, None, "--me")
    assert found.to_dict()["missing"] == "--me"
    assert '--me "YOUR ROLE"' in shown(found)
    assert ladder.ask(QUESTIONS[number][0], "Spec 2").kind in KINDS[number]


def test_nothing_is_missing_where_nothing_would_help(ladder: Ladder) -> None:
    """What is not understood of anybody, and what is understood."""
    assert ladder.ask("What is the weather like tomorrow?").missing is None
    assert ladder.asked(1).missing is None


@pytest.mark.parametrize(
    "question",
    [
        "Can I skip lunch?",
        "When is the next meeting with my manager?",
        "Which roles are supervisory?",
        "Where is the nearest manager?",
        "What is the pay of a Spec 4?",
        "How do I quit?",
    ],
)
def test_no_guess_is_made_for_whoever_is_known(sample: Ladder, question: str) -> None:
    """That the asker's role is known makes no question understood."""
    assert sample.ask(question, "Spec 3").command is None


@pytest.mark.parametrize(
    "question",
    [
        "Which roles can't I reach from Spec 3?",
        "Does Spec 3 pay more than Spec 2?",
        "What is the salary of Spec 3?",
        "How much money does a Spec 3 earn?",
        "Which step is the easiest from Spec 2 to Mgr 1?",
        "What is the easiest step of the route from Spec 2 to Mgr 1?",
        "Is overtime bad for health?",
        "Do I need a certificate to drive a car?",
    ],
)
def test_what_no_document_says(sample: Ladder, question: str) -> None:
    """Is refused with examples: a neighbouring answer would be a wrong one."""
    found = sample.ask(question)
    assert (found.kind, found.command, found.answer) == (None, None, None)
    assert found.examples


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How do I get from Spec 2 to Service Desk Mgr 1?", "service desk mgr 1"),
        ("Is Radiology Mgr 2 a dead end?", "radiology mgr 2"),
        ("Compare Spec 4 with Network Spec 4", "network spec 4"),
    ],
)
def test_a_name_is_not_cut(sample: Ladder, question: str, name: str) -> None:
    """The manager of another function is no short form of one's own."""
    with pytest.raises(cp.UnknownRole) as caught:
        sample.ask(question, "Spec 3")
    assert caught.value.name == name


@pytest.mark.parametrize("me", [None, "Spec 2"])
@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("How do I get from Unicorn 3 to Mgr 1?", "unicorn 3"),
        ("How do I get from Radiology Tech 3 to Mgr 1?", "radiology tech 3"),
        ("How do I get from Clin Imaging IT Spec 9 to Mgr 1?", "clin imaging it spec 9"),
        ("next step after Unicorn 3", "unicorn 3"),
        ("What is the next step after level 9?", "level 9"),
        ("what is different between Spec 3 and Unicorn 3", "unicorn 3"),
        ("compare specs 3 and 9", "spec 9"),
        ("two moves from Spec 9", "spec 9"),
        ("Which roles lead to Unicorn III?", "unicorn iii"),
        ("Which role is code 9999?", "9999"),
        ("when does overtime end for Unicorn 3", "unicorn 3"),
        ("I am a Unicorn 3. What is my next step?", "unicorn 3"),
        ("How do I get from Spec 2 to Mgr 1 without Spec 9?", "spec 9"),
        ("How do I get from Nurse to Mgr 1?", "nurse"),
        ("How do I get from nurse to Mgr 1?", "nurse"),
        ("How do I get from Spec 3 to Radiologist?", "radiologist"),
        ("Can a pilot become Mgr 1?", "pilot"),
        ("Nurse to Mgr 1", "nurse"),
        ("What is different between Spec 3 and nurse?", "nurse"),
        ("Compare Spec 3 with Nurse", "nurse"),
    ],
)
def test_a_name_that_no_role_has(sample: Ladder, question: str, name: str, me: str | None) -> None:
    """Is told with the nearest roles; the asker's role never stands in for it."""
    with pytest.raises(cp.UnknownRole) as caught:
        sample.ask(question, me)
    assert caught.value.name == name
    assert str(caught.value).startswith(f'no role is called "{name}"')
    assert caught.value.candidates


@pytest.mark.parametrize("me", [None, "Spec 2"])
@pytest.mark.parametrize(
    "question",
    [
        "How do I become a nurse?",
        "What does a dentist need a certificate for?",
        "How do I get from Monday to Friday?",
        "What exactly is different between the iPhone 13 and 14?",
        "How do I get from Registered Nurse 2 to Nurse Manager?",
    ],
)
def test_names_of_other_things(sample: Ladder, question: str, me: str | None) -> None:
    """Where no role is named beside them the question is of something else."""
    assert sample.ask(question, me).kind is None


@pytest.mark.parametrize(
    "question",
    [
        "How do I get from Spec 2 to Mgr 1 in 3 moves?",
        "How do I get from Spec 2 to Mgr 1 after 3 years?",
        "my colleague Dave, Spec 2, wants to become Mgr 1",
        "How Do I Get From Spec 2 To Mgr 1?",
        "Is there a route from Spec 2 to Mgr 1 for me, step 1 to step 4?",
    ],
)
def test_numbers_and_capitals_that_name_no_role(sample: Ladder, question: str) -> None:
    """What is counted, people, headings, and words of careers with a number."""
    found = sample.ask(question).command
    assert found is not None
    assert found[:3] == ("route", "Clin Imaging IT Spec 2", "Clin Imaging IT Mgr 1")


@pytest.mark.parametrize(
    ("words", "before", "count"),
    [
        ("unicorn 3 to", "from", 2),
        ("head nurse 3", "", 3),
        ("nurse manager 3", "after", 3),
        ("spec 3 moves", "from", 0),
        ("spec 10", "from", 2),
        ("iphone 13", "the", 0),
        ("it 3", "for", 0),
        ("boston to", "to", 0),
        ("boston to", "from", 1),
        ("boston to", "as a", 1),
        ("2026", "from", 0),
        ("6044", "code", 1),
        ("6044", "in", 0),
    ],
)
def test_where_a_name_stands(words: str, before: str, count: int) -> None:
    """By what is before it and by its number."""
    titled = {"specialist", "manager", "it"}
    assert unknown_name(words.split(), before.split(), titled=titled, spoken=()) == count


@pytest.mark.parametrize("me", [None, "Spec 2"])
@pytest.mark.parametrize(
    "question",
    [
        "Which roles do not lead to Mgr 1?",
        "Which roles don't lead to Mgr 1?",
        "Which roles never lead to Mgr 2?",
        "Which roles cannot reach Mgr 2?",
        "Who can't become Mgr 1?",
        "Which roles have no way to Mgr 1?",
        "Which roles lead to Mgr 1 but not to Mgr 2?",
        "What can I not reach in two moves?",
        "Who else can become Spec 4 besides Spec 3?",
        "Which roles ask for no PACS experience?",
    ],
)
def test_what_is_not_so(sample: Ladder, question: str, me: str | None) -> None:
    """Is not answered with what is."""
    assert sample.ask(question, me).kind is None


@pytest.mark.parametrize("me", [None, "Spec 2"])
@pytest.mark.parametrize(
    "question",
    [
        "Do I get paid more at Spec 4?",
        "When do I start being paid overtime?",
        "longest route to Mgr 1",
        "What can I reach in zero moves?",
        "How do I get from Spec 2 to Mgr 1 in zero moves?",
        "Is there any route from Spec 4 to Spec 2 or Spec 1?",
        "Is it quicker to Mgr 1 via Spec 5 or via Spec 4?",
        "Can I reach Mgr 2 without being Expert or a supervisor?",
    ],
)
def test_what_no_command_answers(sample: Ladder, question: str, me: str | None) -> None:
    """Pay, the longest way, two ways at a time: half an answer would pass for a whole one."""
    assert sample.ask(question, me).kind is None


def test_an_unknown_name_on_the_command_line(ladder: Ladder, run_cli: Run) -> None:
    """The exit code is that of a role that nobody knows."""
    done = run_cli("ask", "next step after Unicorn 3", "--me", "spec 2", "-d", ladder.path)
    assert done.returncode == 2
    assert 'no role is called "unicorn 3"' in done.stderr
