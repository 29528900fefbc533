"""The command line: options in, exit code out. 0 done, 1 no route, 2 could not run, 130 interrupted."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections.abc import Sequence

import click

from careerpaths.cli.commands import careerpaths
from careerpaths.cli.output import PROGRAM, error_lines
from careerpaths.errors import CareerPathsError

DONE, COULD_NOT_RUN, INTERRUPTED = 0, 2, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    # A short process frees nothing in circles: to look for them costs a tenth of its time, at the end as well.
    gc.disable()
    code = run(list(sys.argv[1:] if arguments is None else arguments))
    gc.freeze()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command; every way to fail leaves by here, in one line, and a fault of the program as a traceback."""
    for stream in (sys.stdout, sys.stderr):
        # A console that cannot hold a letter shows its number instead of ending the program.
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        code = careerpaths.main(args=arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 - the last place that can turn a fault into an exit code
        return _failed(error, arguments)
    except KeyboardInterrupt:
        return _said("interrupted", code=INTERRUPTED)
    return code if isinstance(code, int) else DONE


def _failed(error: Exception, arguments: list[str]) -> int:
    match error:
        case CareerPathsError():
            return _said(*error_lines(error, arguments))
        case click.exceptions.Exit():
            return error.exit_code
        case click.Abort():
            return _said("interrupted", code=INTERRUPTED)
        case click.ClickException():
            error.show()
        case BrokenPipeError():
            # Whoever read the output has enough; nothing can be told them any more.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        case _:
            traceback.print_exception(error)
    return COULD_NOT_RUN


def _said(*lines: str, code: int = COULD_NOT_RUN) -> int:
    for line in lines:
        click.echo(line, err=True)
    return code
