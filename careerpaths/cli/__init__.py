"""The command line: options in, exit code out. 0 done, 1 no route, 2 could not run, 130 interrupted.

What takes time to import is imported inside the guard, so that an interrupt ends quietly also while it is imported.
"""

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, COULD_NOT_RUN, INTERRUPTED = 0, 2, 130


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and end the process with its exit code."""
    try:
        # A short process frees nothing in circles: to look for them costs a tenth of its time, at the end as well.
        gc.disable()
        code = run(list(sys.argv[1:] if arguments is None else arguments))
        gc.freeze()
    except KeyboardInterrupt:
        # A second one, while the first was told.
        code = INTERRUPTED
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command; every way to fail leaves by here, in one line, and a fault of the program as a traceback."""
    _open_streams()
    try:
        from careerpaths.cli.commands import careerpaths  # noqa: PLC0415 - an interrupt meanwhile is caught here
        from careerpaths.cli.output import PROGRAM  # noqa: PLC0415

        code = careerpaths.main(args=arguments, prog_name=PROGRAM, standalone_mode=False)
        sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 - the last place that can turn a fault into an exit code
        return _failed(error, arguments)
    except KeyboardInterrupt:
        return _said("interrupted", code=INTERRUPTED)
    except SystemExit:
        # Click's own answer to a pipe that its reader has closed.
        return _closed()
    return code if isinstance(code, int) else DONE


def _open_streams() -> None:
    """Streams that exist, and that show the number of a letter they cannot hold instead of ending the program."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            stream = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - as long as the process
            setattr(sys, name, stream)
        else:
            stream.reconfigure(errors="backslashreplace")


def _failed(error: Exception, arguments: list[str]) -> int:
    if isinstance(error.__cause__, KeyboardInterrupt):
        # Python 3.11 wraps one that comes while a class is made.
        return _said("interrupted", code=INTERRUPTED)
    import click  # noqa: PLC0415 - it is imported already wherever something can fail

    from careerpaths.cli.output import PROGRAM, error_lines  # noqa: PLC0415
    from careerpaths.errors import CareerPathsError  # noqa: PLC0415

    match error:
        case CareerPathsError():
            return _said(*error_lines(error, arguments))
        case click.Abort():
            return _said("interrupted", code=INTERRUPTED)
        case click.ClickException():
            error.show()
        case BrokenPipeError():
            return _closed()
        case OSError():
            _closed()
            return _said(
                f"{PROGRAM}: the output could not be written ({error.strerror}); make room or choose another place"
            )
        case _:
            import traceback  # noqa: PLC0415 - only a fault of the program needs it

            traceback.print_exception(error)
    return COULD_NOT_RUN


def _closed() -> int:
    """Nothing more goes to an output that takes nothing: whoever read it has enough."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return COULD_NOT_RUN


def _said(*lines: str, code: int = COULD_NOT_RUN) -> int:
    # Without click, of which an interrupt may have left half; a terminal that has gone needs no line.
    try:
        sys.stderr.write("".join(f"{line}\n" for line in lines))
        sys.stderr.flush()
    except (OSError, ValueError):
        pass
    return code
