"""The command line: arguments, printing, exit codes; nothing else.

Each command is one thin module. Only this room prints and exits.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

# Objects that come before the collector looks for garbage. Python's own 700 make it look some 200 times while
# libraries are imported, and find nothing: a fifth of what a small release costs.
_OBJECTS_PER_COLLECTION = 200_000


def main() -> None:
    """Run the command line and leave with an exit code of `prexport.errors.ExitCode`."""
    gc.set_threshold(_OBJECTS_PER_COLLECTION, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)  # who leaves need not look for garbage once more
    # Plug-ins of pydantic are other people's code, and to look for them takes as long as to lint a release.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    code = _run()
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _pacify()
    except OSError as error:
        code = _unprintable(error)
    sys.exit(code)


def _run() -> int | str | None:
    """Run the command and give the exit code that it asks for."""
    from prexport.cli.app import application
    from prexport.cli.outcome import as_prexport_error, report_error
    from prexport.errors import ExitCode

    try:
        application(*sys.argv[1:2])()
    except SystemExit as left:
        # Typer turns a broken pipe into exit code 1, which with us means that something is wrong with a release.
        if isinstance(left.__context__, BrokenPipeError):
            _pacify()
            return ExitCode.OK
        return left.code
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        return ExitCode.INTERRUPTED
    except OSError as error:
        # Releases and brands report their own files: what is left is our printing.
        return _unprintable(error)
    except Exception as error:
        failure = as_prexport_error(error)
        report_error(failure)
        return failure.exit_code
    return ExitCode.OK


def _pacify() -> None:
    """The reader of our output (a pager, `head`) has gone; that is its right, and no fault."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _unprintable(error: OSError) -> int:
    """Say that the output could not be printed; what was not printed is given up."""
    from prexport.cli.outcome import report_error
    from prexport.errors import OutputNotWritable

    failure = OutputNotWritable(
        f"What there is to say could not be printed: {error.strerror or error}.",
        "Make room on the disk, or print to another place.",
    )
    _pacify()
    report_error(failure)
    return failure.exit_code
