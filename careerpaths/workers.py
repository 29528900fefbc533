"""Documents parsed in processes of their own, so that no document can stop, hang or exhaust the program.

A worker is asked over its standard input, one line of JSON for each document, and answers on its standard output with a
length and so many bytes. The one who asks keeps a clock for each document and ends a worker that is late; a worker has
one too, a little slower, in case that nobody is left to end it. Where the system can limit the memory of a process
(`RLIMIT_AS`), a worker limits its own; elsewhere only the clock counts.
"""

from __future__ import annotations

import faulthandler
import json
import os
import queue
import signal
import struct
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import IO, Any

if sys.platform != "win32":
    import resource

_LENGTH = struct.Struct(">Q")
_START = "from careerpaths.workers import serve; serve()"
_PACKAGE = Path(__file__).resolve().parents[1]
_MEGABYTE = 1 << 20
_DONE, _TOO_MUCH, _GIVEN_UP = b"+", b"m", b"-"
"""How an answer begins: with one, or with the reason why there is none."""
_KILLED = 9
"""The signal that ends a process at once; it has a name on some systems only."""
_OUT_OF_MEMORY = (4, 5, 6)
"""Signals by which libraries that are not in Python end a process that gets no more memory: they trap or abort it."""
_GRACE = 2
"""Seconds by which the clock of a worker is slower than that of the one who asks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """What one document may cost.

    Attributes:
        seconds: of wall clock.
        megabytes: of memory, where the system can limit it.
    """

    seconds: float = 60
    megabytes: int = 1536


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a document gave no answer.

    Attributes:
        reason: in words for a problem.
        limit: which of the bounds was exceeded, or most likely was: "seconds" or "megabytes".
    """

    reason: str
    limit: str | None = None


@dataclass(slots=True, eq=False)
class _Worker:
    """A process and whether its time for the present document is over."""

    process: subprocess.Popen[bytes]
    is_late: bool = False

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()


def ask_workers(
    task: str, questions: Sequence[Mapping[str, Any]], *, bounds: Bounds, processes: int
) -> Iterator[tuple[int, bytes | Failure]]:
    """The answers of worker processes, each with the place of its question, as they come.

    Args:
        task: the function that answers, as "module:function"; it takes a question's items as keywords and gives bytes.
        questions: what to ask; values that JSON can hold.
        bounds: what each may cost; a worker that exceeds them is ended and its question has a `Failure`.
        processes: how many workers at most.
    """
    with _team(min(processes, len(questions)), task, bounds) as team:
        waiting: dict[Future[bytes | Failure], int] = {}
        with ThreadPoolExecutor(max_workers=max(1, min(processes, len(questions)))) as threads:
            try:
                for place, question in enumerate(questions):
                    waiting[threads.submit(_ask, team, question, bounds)] = place
                for done in as_completed(waiting):
                    yield waiting[done], done.result()
            finally:
                for one in waiting:
                    one.cancel()
                team.stop()


@dataclass(slots=True, eq=False)
class _Team:
    task: str
    bounds: Bounds
    idle: queue.SimpleQueue[_Worker | None] = field(default_factory=queue.SimpleQueue)
    working: dict[int, _Worker] = field(default_factory=dict)
    stopped: bool = False

    def take(self) -> _Worker:
        """A worker that is idle; a place whose worker is gone gets another."""
        worker = self.idle.get()
        try:
            if worker is None or worker.process.poll() is not None:
                worker = _started(self.task, self.bounds)
        except OSError:
            self.idle.put(None)
            raise
        self.working[id(worker)] = worker
        if self.stopped:
            # It came too late to be ended with the others.
            worker.process.kill()
        return worker

    def give_back(self, worker: _Worker) -> None:
        """Make the place of a worker free for the next question."""
        self.working.pop(id(worker), None)
        self.idle.put(worker if worker.process.poll() is None else None)

    def stop(self) -> None:
        """End all who still work: nobody waits for their answers."""
        self.stopped = True
        for worker in list(self.working.values()):
            worker.process.kill()


@contextmanager
def _team(count: int, task: str, bounds: Bounds) -> Iterator[_Team]:
    team = _Team(task, bounds)
    for _ in range(max(1, count)):
        team.idle.put(None)
    try:
        yield team
    finally:
        for _ in range(max(1, count)):
            with suppress(queue.Empty):
                worker = team.idle.get_nowait()
                if worker is not None:
                    worker.end()


def _started(task: str, bounds: Bounds) -> _Worker:
    paths = [str(_PACKAGE), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    process = subprocess.Popen(  # noqa: S603 - the program itself, with a number and a name of its own
        [sys.executable, "-P", "-c", _START, task, str(bounds.megabytes), str(bounds.seconds)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    return _Worker(process)


def _ask(team: _Team, question: Mapping[str, Any], bounds: Bounds) -> bytes | Failure:
    if team.stopped:
        return Failure("not read: interrupted")
    try:
        worker = team.take()
    except OSError as error:
        return Failure(f"no process could be started to read it ({error.strerror})")
    answer = _in_time(worker, question, bounds)
    if answer is None or worker.is_late:
        worker.process.wait()
        answer = _why(worker, bounds)
    if isinstance(answer, Failure):
        # What has failed once may have little memory left: the next document gets another.
        worker.end()
    team.give_back(worker)
    return answer


def _in_time(worker: _Worker, question: Mapping[str, Any], bounds: Bounds) -> bytes | Failure | None:
    """What a worker answers while the clock runs, which ends it when it is late."""
    timer = threading.Timer(bounds.seconds, _end_late, [worker])
    timer.daemon = True
    timer.start()
    try:
        return _answer(worker, question)
    finally:
        timer.cancel()
        # A clock that strikes just now has to end this question's worker, not that of the next one.
        timer.join()


def _end_late(worker: _Worker) -> None:
    worker.is_late = True
    worker.process.kill()


def _answer(worker: _Worker, question: Mapping[str, Any]) -> bytes | Failure | None:
    """What a worker answers; None where it is gone."""
    stdin, stdout = worker.process.stdin, worker.process.stdout
    if stdin is None or stdout is None:
        return None
    try:
        stdin.write(json.dumps(question).encode() + b"\n")
        stdin.flush()
        head = _exactly(stdout, _LENGTH.size + 1)
        body = _exactly(stdout, _LENGTH.unpack(head[1:])[0]) if head else None
    except OSError:
        return None
    if body is None or not head:
        return None
    marks = {_TOO_MUCH: "megabytes"}
    return body if head[:1] == _DONE else Failure(body.decode("utf-8", errors="replace"), marks.get(head[:1]))


def _exactly(stream: IO[bytes], count: int) -> bytes | None:
    found = stream.read(count)
    return found if len(found) == count else None


def _why(worker: _Worker, bounds: Bounds) -> Failure:
    if worker.is_late:
        return Failure(f"took longer than {bounds.seconds:g} seconds and was given up", "seconds")
    code = worker.process.returncode
    if code is None or code >= 0:
        return Failure(f"ended the process that read it (code {code})")
    ended = f"ended the process that read it (signal {-code})"
    if -code in _OUT_OF_MEMORY:
        return Failure(f"{ended}, most likely since it needs more than {bounds.megabytes} MB of memory", "megabytes")
    if -code == _KILLED:
        return Failure(f"{ended}: somebody ended it, or the machine has too little memory")
    return Failure(ended)


def serve() -> None:
    """Answer questions from standard input until it ends: what a worker process runs."""
    task, megabytes, seconds = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])
    # The one who asks ends this process; an interrupt from the keyboard is for that one.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(megabytes)
    answers, questions = _own_streams()
    module, _, name = task.partition(":")
    answer = getattr(import_module(module), name)
    for line in questions:
        # A thread outside of Python, which also ends what holds the interpreter.
        faulthandler.dump_traceback_later(seconds + _GRACE, exit=True)
        mark, body = _answered(answer, json.loads(line), megabytes)
        faulthandler.cancel_dump_traceback_later()
        answers.write(mark + _LENGTH.pack(len(body)) + body)
        answers.flush()


def _own_streams() -> tuple[IO[bytes], IO[bytes]]:
    """Streams that no library prints to by chance."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return answers, sys.stdin.buffer


def _answered(answer: Callable[..., bytes], question: Mapping[str, Any], megabytes: int) -> tuple[bytes, bytes]:
    try:
        return _DONE, answer(**question)
    except MemoryError:
        return _TOO_MUCH, f"needs more than {megabytes} MB of memory and was given up".encode()
    except RecursionError:
        return _GIVEN_UP, b"is nested too deeply and was given up"


def _limit_memory(megabytes: int) -> None:
    if sys.platform != "win32":
        with suppress(ValueError, OSError, OverflowError):
            resource.setrlimit(resource.RLIMIT_AS, (megabytes * _MEGABYTE, megabytes * _MEGABYTE))
