"""Processes that answer questions and may die, hang or ask for too much: one question is lost, no other."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from careerpaths.workers import Bounds, Failure, ask_workers

TASKS = """
import os, re, signal, sys, threading, time
from pathlib import Path

def act(do, value=""):
    return DEEDS[do](value)

def hang(value):
    Path(value).touch()
    time.sleep(600)

def spin(value):
    Path(value).write_text(str(os.getpid()), encoding="utf-8")
    re.match("(a+)+$", "a" * 99 + "b")

def noise(value):
    print("noise" * 1000)
    os.write(1, b"more noise")
    sys.stderr.write("and trouble")
    return value.encode()

def nest(value):
    return nest(value)

def die(value):
    os.kill(os.getpid(), signal.SIGSEGV)

def abort(value):
    os.abort()

def kill(value):
    os.kill(os.getpid(), signal.SIGKILL)

def leave(value):
    os._exit(int(value))

def fault(value):
    raise KeyError(value)

def interrupt(value):
    os.kill(os.getpid(), signal.SIGINT)
    return b"still here"

def cut_off(value):
    os.write(3, b"+")
    os._exit(0)

DEEDS = {
    "say": lambda value: value.encode(),
    "number": lambda value: str(os.getpid()).encode(),
    "size": lambda value: b"x" * int(value),
    "grow": lambda value: bytes(4 << 30),
    **{one.__name__: one for one in (hang, spin, noise, nest, die, abort, kill, leave, fault, interrupt, cut_off)},
}
"""
BOUNDS = Bounds(seconds=30, megabytes=1024)
ONE_SECOND = Bounds(seconds=1, megabytes=1024)


@pytest.fixture(autouse=True)
def tasks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module that workers can import, with deeds that no reader does."""
    (tmp_path / "deeds.py").write_text(TASKS, encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))


def ask(*questions: dict[str, Any], bounds: Bounds = BOUNDS, processes: int = 2) -> list[str]:
    """The answers in the order of the questions; why there is none."""
    found = dict(ask_workers("deeds:act", questions, bounds=bounds, processes=processes))
    assert sorted(found) == list(range(len(questions)))
    answers = [found[place] for place in range(len(questions))]
    return [one.reason if isinstance(one, Failure) else one.decode() for one in answers]


def say(text: str) -> dict[str, Any]:
    """A question with a good answer."""
    return {"do": "say", "value": text}


@pytest.mark.parametrize("processes", [1, 2, 7])
def test_every_question_has_its_answer(processes: int) -> None:
    """However many processes there are, and whatever the letters."""
    texts = ["a", "", "\u00e4\n\u20ac", "x" * 100_000, "e"]
    assert ask(*map(say, texts), processes=processes) == texts


def test_without_questions_nothing_is_asked() -> None:
    """No process is needed."""
    assert ask() == []


def test_a_process_answers_more_than_one_question() -> None:
    """It starts once; a place among the workers is one process while all goes well."""
    assert len({*ask(*[{"do": "number"}] * 4, processes=1)}) == 1


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ({"do": "die"}, "ended the process that read it (signal 11)"),
        (
            {"do": "abort"},
            "ended the process that read it (signal 6), most likely since it needs more than 1024 MB of memory",
        ),
        (
            {"do": "kill"},
            "ended the process that read it (signal 9): somebody ended it, or the machine has too little memory",
        ),
        ({"do": "leave", "value": "3"}, "ended the process that read it (code 3)"),
        ({"do": "fault"}, "ended the process that read it (code 1)"),
        ({"do": "cut_off"}, "ended the process that read it (code 0)"),
        ({"do": "nest"}, "is nested too deeply and was given up"),
        ({"do": "grow"}, "needs more than 1024 MB of memory and was given up"),
    ],
    ids=lambda one: one["do"] if isinstance(one, dict) else "",
)
def test_trouble_of_one_question_is_no_trouble_of_others(question: dict[str, Any], reason: str) -> None:
    """What dies, nests or grows without end has a reason for an answer; all others are answered."""
    assert ask(say("a"), question, say("b"), question, say("c"), processes=1) == ["a", reason, "b", reason, "c"]


@pytest.mark.parametrize(
    ("do", "limit"), [("hang", "seconds"), ("grow", "megabytes"), ("abort", "megabytes"), ("die", None), ("nest", None)]
)
def test_a_failure_names_the_limit_to_raise(tmp_path: Path, do: str, limit: str | None) -> None:
    """Where one was exceeded, or most likely was."""
    question = {"do": do, "value": str(tmp_path / "hangs")}
    ((_, failure),) = ask_workers("deeds:act", [question], bounds=ONE_SECOND, processes=1)
    assert isinstance(failure, Failure)
    assert failure.limit == limit


def test_what_hangs_is_ended(tmp_path: Path) -> None:
    """When its time is over, and only this one."""
    hang = {"do": "hang", "value": str(tmp_path / "hangs")}
    assert ask(hang, say("a"), say("b"), bounds=ONE_SECOND) == ["took longer than 1 seconds and was given up", "a", "b"]


def test_noise_is_no_answer() -> None:
    """What a library prints goes nowhere."""
    assert ask({"do": "noise", "value": "a"}, say("b")) == ["a", "b"]


def test_an_interrupt_is_for_the_one_who_asks() -> None:
    """Ctrl-C reaches all processes of a terminal; a worker goes on until it is ended."""
    assert ask({"do": "interrupt"}) == ["still here"]


def test_what_has_failed_is_not_asked_again() -> None:
    """After a lack of memory the next question has a process of its own."""
    first, _, second = ask({"do": "number"}, {"do": "grow"}, {"do": "number"}, processes=1)
    assert first != second


def test_who_has_heard_enough_leaves_no_process(tmp_path: Path) -> None:
    """Workers are ended when nobody waits for their answers, those that hang too."""
    hangs = [{"do": "hang", "value": str(tmp_path / f"hangs{number}")} for number in range(3)]
    answers = ask_workers("deeds:act", [{"do": "number"}, *hangs], bounds=BOUNDS, processes=2)
    place, number = next(answers)
    assert place == 0
    assert isinstance(number, bytes)
    answers.close()  # type: ignore[attr-defined]
    assert not Path(f"/proc/{number.decode()}").exists()
    assert children() == []


def children() -> list[str]:
    """Processes that this one has started and that are still there."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, facts = status.read_text(encoding="utf-8", errors="replace").rpartition(") ")
        except OSError:
            continue
        if int(facts.split()[1]) == os.getpid() and "python" in name:
            found.append(status.parent.name)
    return found


def test_where_no_process_starts_each_question_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for a place that was lost."""
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    reason = "no process could be started to read it (No such file or directory)"
    assert ask(say("a"), say("b"), say("c")) == [reason] * 3


def test_a_module_in_the_working_folder_is_not_imported(tmp_path: Path) -> None:
    """A folder of documents may hold a file called json.py."""
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "json.py").write_text("raise SystemExit('imported')", encoding="utf-8")
    code = (
        "from careerpaths.workers import *; "
        "print(list(ask_workers('deeds:act', [{'do': 'say', 'value': 'a'}], bounds=Bounds(), processes=1)))"
    )
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path / "work", capture_output=True, check=False, text=True
    )
    assert (done.stdout, done.stderr) == ("[(0, b'a')]\n", "")


def test_a_worker_that_nobody_waits_for_ends_itself(tmp_path: Path) -> None:
    """Whoever asked was killed, and a library holds the interpreter: soon after its time is over it is gone."""
    place = tmp_path / "spins"
    asking = f"""
from careerpaths.workers import Bounds, ask_workers
question = {{"do": "spin", "value": {str(place)!r}}}
list(ask_workers("deeds:act", [question], bounds=Bounds(seconds=3, megabytes=1024), processes=1))
"""
    with subprocess.Popen([sys.executable, "-c", asking]) as child:
        number = int(_when_there(place))
        child.kill()
    assert _is_running(number)
    end = time.monotonic() + 20
    while _is_running(number):
        assert time.monotonic() < end
        time.sleep(0.05)


def _when_there(path: Path) -> str:
    """The text of a file as soon as it has any."""
    end = time.monotonic() + 20
    while not (path.is_file() and path.read_text(encoding="utf-8")):
        assert time.monotonic() < end
        time.sleep(0.01)
    return path.read_text(encoding="utf-8")


def _is_running(number: int) -> bool:
    """Whether there is a process of this number that has not ended."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    # What has ended stays in the list until its new parent has looked.
    state = Path(f"/proc/{number}/stat")
    return not state.is_file() or state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
