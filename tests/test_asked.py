"""What a question means exactly: whose way, how many questions, what is said first, and lines to copy."""

from __future__ import annotations

import sys
from pathlib import Path

import networkx as nx
import pytest

import careerpaths as cp
from careerpaths.formats import as_csv, as_markdown
from careerpaths.wording import quoted

sys.path.append(str(Path(__file__).parent))
from test_questions import QUESTIONS, Ladder, Make, Run, short, shown


@pytest.fixture(scope="module")
def ladder(real_standard: Path) -> Ladder:
    """The sample, and the real one where it is at hand."""
    return Ladder(real_standard)


@pytest.fixture(scope="module")
def sample(clone: Path) -> Ladder:
    """The sample alone."""
    return Ladder(clone / "data" / "information-technology" / "clinical-imaging-it-professional.txt")


@pytest.fixture(scope="module")
def two_functions(make_graph: Make) -> nx.DiGraph[str]:
    """Two functions with an "Anl 1" each."""
    names = {
        f"{function[0].lower()}{number}": (function, number) for function in ("Payroll", "Quality") for number in (1, 2)
    }
    roles = {key: {"title": f"{name} Anl {number}", "job_function": name} for key, (name, number) in names.items()}
    return make_graph("p1 -> p2", "q1 -> q2", roles=roles)


@pytest.mark.parametrize(
    ("question", "command"),
    [
        ("shortest route to Mgr 2", ("route", "Spec 2", "Mgr 2")),
        ("What is the quickest way to Mgr 1?", ("route", "Spec 2", "Mgr 1")),
        ("How do I get from Spec 2 to Spec 2?", ("route", "Spec 2", "Spec 2")),
        ("What is the same between Spec 3 and 4?", ("compare", "Spec 3", "Spec 4")),
        ("Can I skip Spec 3?", ("choke-points", "Spec 2")),
        ("Which roles ask for no certificate?", ("when", "certificate", "Spec 2")),
        (
            "from Spec 2 to Mgr 2 via Spec 4 and Spec 5",
            ("route", "Spec 2", "Mgr 2", "--via", "Spec 4", "--via", "Spec 5"),
        ),
        (
            "How do I get to Mgr 1 without Spec 5 and keeping overtime?",
            ("route", "Spec 2", "Mgr 1", "--prefer", "keep-overtime", "--avoid", "Spec 5"),
        ),
        (QUESTIONS[2][0], ("next", "Spec 2", "--details")),
        ("What is my next step?", ("next", "Spec 2")),
    ],
)
def test_what_a_specialist_means(sample: Ladder, question: str, command: tuple[str, ...]) -> None:
    """A way of one's own, what two roles share, all that is to be passed or not, and how much is told."""
    assert tuple(word.replace("Clin Imaging IT ", "") for word in sample.ask(question, "Spec 2").command) == command


def test_how_to_reach_a_role_in_so_many_moves(sample: Ladder) -> None:
    """Of nobody's way it is told who is so near; not what lies beyond."""
    found = sample.ask("How do I get to Mgr 1 in 3 easy moves?").command
    assert tuple(map(short, found)) == ("reach", "Mgr 1", "--to", "--max-moves", "3")


@pytest.mark.parametrize(
    ("question", "me", "sentence"),
    [
        ("Do I need a certificate for Spec 5?", None, "Yes: of Spec 5 is stated: "),
        ("Do I need a certificate for Spec 5?", "Spec 2", "Yes: of Spec 5 is stated: "),
        ("Do I need a certificate for Spec 4?", "Spec 2", "No certificate or licence is stated of Spec 4."),
        ("Do I need a degree to become Spec 4?", "Spec 2", "Stated of Spec 4: "),
        ("Can I become a manager without a certificate?", "Spec 2", "Not known: a route from Spec 2 to Mgr 1"),
        (
            "Must I be Spec 4 to become Mgr 1?",
            "Spec 2",
            "Yes, as far as is stated: no route from Spec 2 to M",
        ),
        (
            "Can I become Mgr 1 without being Spec 5?",
            None,
            "Yes: from Spec 4 a move to Mgr 1 is stated, without being",
        ),
        (
            "Can I become Mgr 1 without being a supervisor?",
            "Spec 2",
            "Yes: from Spec 2 to Mgr 1 a route is stated wit",
        ),
    ],
)
def test_what_is_said_first(sample: Ladder, question: str, me: str | None, sentence: str) -> None:
    """What the role that is named asks, and without being whom."""
    assert sample.ask(question, me).notes[0].replace("Clin Imaging IT ", "").startswith(sentence)


def test_what_is_not_known_is_said_once(sample: Ladder) -> None:
    """Of a role that no standard describes the answer says so by itself."""
    assert sample.ask("Do I need a certificate for Mgr 1?").notes == ()


@pytest.mark.parametrize(
    ("question", "kind", "left"),
    [
        (
            "When does overtime stop and from which step do I need a certificate?",
            "overtime",
            "From which step do I need a certificate?",
        ),
        (
            "From which step do I need a certificate and when does overtime stop?",
            "certificate",
            "When does overtime stop?",
        ),
        ("When do overtime and certificates change?", "overtime", "From which step on do I need a certificate?"),
        ("Which roles lead to Mgr 1 and which roles lead to Mgr 2?", "feeders", "Which roles lead to Mgr 2?"),
        ("What is the highest role I can reach? Is Supv 2 a dead end?", "highest", "Is Supv 2 a dead end?"),
        (
            "I am a Spec 2. When does overtime stop and how do I get to Mgr 1?",
            "overtime",
            "I am a Spec 2. How do I get to Mgr 1?",
        ),
    ],
)
def test_two_questions_at_a_time(sample: Ladder, question: str, kind: str, left: str) -> None:
    """The first is answered, and how to ask the other is said; that one is understood by itself."""
    found = sample.ask(question, "Spec 2")
    assert (found.kind, found.notes[-1]) == (
        kind,
        f"Only one question is answered at a time. Ask by itself: \u201c{left}\u201d",
    )
    assert sample.ask(left, "Spec 2").kind not in (None, found.kind if kind != "feeders" else None)


@pytest.mark.parametrize("number", QUESTIONS)
def test_a_question_that_is_one(ladder: Ladder, number: int) -> None:
    """Two sentences of one matter are not taken for two questions."""
    assert not any("at a time" in note for note in ladder.asked(number).notes)


def test_details_as_text(ladder: Ladder) -> None:
    """Who asks what the next step asks sees each duty, word by word; the command says how to see it again."""
    text = shown(ladder.asked(2))
    assert "(rewritten): " in text
    assert text.endswith('Understood as: careerpaths next "Clin Imaging IT Spec 2" --details')


def test_lines_to_copy(ladder: Ladder, run_cli: Run) -> None:
    """Name what was read, as it was named."""
    done = run_cli("ask", "What is my next step?", "--me", "Spec 2", "-d", ladder.path)
    called = f"careerpaths -d {ladder.path}"
    assert f"Understood as: {called} next" in " ".join(done.stdout.split())
    assert "see them: " not in done.stderr or f"(see them: {called} problems)" in done.stderr


def test_the_function_of_a_role_that_is_named_comes_before_ones_own(two_functions: nx.DiGraph[str]) -> None:
    """A name beside a role of Quality is of Quality, whoever asks."""
    found = cp.ask(two_functions, "How do I get from Anl 1 to Quality Anl 2?", me="Payroll Anl 2")
    assert found.command == ("route", "Quality Anl 1", "Quality Anl 2")


@pytest.mark.parametrize(
    ("question", "first"),
    [
        (
            "Can I become a manager without a certificate?",
            "Not known: a route from Spec 3 to Mgr 1 is stated on which no",
        ),
        ("What can I reach in one move?", "One role can be reached from Spec 3 in one move. "),
        ("Which roles lead to Mgr 1?", "5 roles lead to Mgr 1."),
        ("What is my next step?", "Spec 3 names one next role:"),
        ("Is Spec 4 to Spec 5 a promotion?", "From Spec 4 to Spec 5 a move is stated: promotion ("),
        ("When do I stop being paid overtime?", "From Spec 3 on, no move ends eligibility for overtime, "),
    ],
)
def test_every_format_has_the_answer_in_words(sample: Ladder, question: str, first: str) -> None:
    """JSON carries what text begins with; Markdown shows it above the table, behind what was understood."""
    found = sample.ask(question, "Spec 3")
    told = found.to_dict()["told"]
    assert told[0].replace("Clin Imaging IT ", "").startswith(first)
    assert " ".join(shown(found).split()).startswith(" ".join(told[0].split()))
    understood, sentence, *_ = "".join(as_markdown(found)).replace("\\", "").split("\n\n")
    assert understood == f"Understood as: careerpaths {' '.join(map(quoted, found.command))}"
    assert sentence == told[0]


def test_csv_stays_a_table(sample: Ladder) -> None:
    """No sentence stands among the rows."""
    found = sample.ask("What can I reach in one move?", "Spec 3")
    assert "".join(as_csv(found)) == "".join(as_csv(found.answer))


def test_markdown_of_a_question_that_is_not_understood(sample: Ladder) -> None:
    """What to do stands above the examples."""
    text = "".join(as_markdown(sample.ask("Can I become a manager without a certificate?")))
    assert text.startswith("This question is about your own role, which it does not say. ")
    assert "How do I get from Clin Imaging IT Spec 1" in text
