"""Measure careerpaths against rivals, side by side in one run: `python benchmarks/bench.py [--quick] [--markdown]`.

Every figure that counts is a ratio of two medians. The two sides take turns, get the same input and do the same work;
where an answer can be compared, it is compared before anything is timed. Times alone say something about the machine
only and are never judged.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from typing import TYPE_CHECKING

from measured_graphs import built, crowded, mapped, measured_between_all, routed
from measured_processes import asked_again, started
from measured_reading import grown, kept, read, read_formats
from measuring import FULL, QUICK, TENTH, Line, Scale

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MEASURES = (started, asked_again, read, read_formats, kept, grown, routed, crowded, measured_between_all, built, mapped)


def as_text(line: Line) -> Iterator[str]:
    """One comparison as a few lines."""
    yield line.what
    yield f"  {milliseconds(line.our_seconds)}  {line.ours}"
    yield f"  {milliseconds(line.rival_seconds)}  {line.rival}"
    yield f"  {line.ratio:9.2f}     times as long{_limit_text(line)}{f' ({line.note})' if line.note else ''}"


def _limit_text(line: Line) -> str:
    if line.limit is None:
        return ""
    return f", limit {line.limit:g}{': OVER' if line.is_over else ''}"


def milliseconds(seconds: float) -> str:
    """A time in a column."""
    return f"{seconds * 1000:9.1f} ms"


HEAD = ("measured", "ours", "ms", "against", "ms", "ratio", "limit")


def as_markdown(line: Line) -> str:
    """One comparison as a row of a Markdown table."""
    limit = "" if line.limit is None else f"{line.limit:g}{' (over)' if line.is_over else ''}"
    what = f"{line.what}; {line.note}" if line.note else line.what
    ours, rival = (f"{seconds * 1000:.1f}" for seconds in (line.our_seconds, line.rival_seconds))
    return _row(what, f"`{line.ours}`", ours, _code(line.rival), rival, f"{line.ratio:.2f}", limit)


def _code(text: str) -> str:
    return text if text == TENTH else f"`{text}`"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Measure careerpaths against rivals, side by side.")
    parser.add_argument("--quick", action="store_true", help="small inputs and few rounds: shows that it runs, no more")
    parser.add_argument("--markdown", action="store_true", help="print one Markdown table")
    parser.add_argument("--only", action="append", default=[], choices=[measure.__name__ for measure in MEASURES])
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; the exit code is 1 where a ratio is over its limit."""
    chosen = _parser().parse_args(arguments)
    if chosen.markdown:
        print(_row(*HEAD), _row(*["---"] * len(HEAD)), sep="\n")
    over = False
    with tempfile.TemporaryDirectory() as cache:
        os.environ["CAREERPATHS_CACHE"] = cache
        for line in _measured(QUICK if chosen.quick else FULL, chosen.only):
            print(*([as_markdown(line)] if chosen.markdown else as_text(line)), sep="\n", flush=True)
            over = over or line.is_over
    return int(over)


def _measured(scale: Scale, only: Sequence[str]) -> Iterator[Line]:
    """All comparisons, or those of the measures named; what is kept is kept beside nobody's cache."""
    for measure in MEASURES:
        if not only or measure.__name__ in only:
            yield from measure(scale)


if __name__ == "__main__":
    sys.exit(main())
