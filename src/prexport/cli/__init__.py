"""The command line: arguments, printing, exit codes; nothing else.

Each command is one thin module. Only this room prints and exits.
"""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line and leave with an exit code of `prexport.errors.ExitCode`."""
    from prexport.cli.app import app
    from prexport.cli.outcome import as_prexport_error, report_error
    from prexport.errors import ExitCode

    try:
        app()
    except KeyboardInterrupt:
        sys.stderr.write("\ninterrupted\n")
        sys.exit(ExitCode.INTERRUPTED)
    except BrokenPipeError:
        # The reader of our output (a pager, `head`) has gone; that is its right, and no fault.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(ExitCode.OK)
    except Exception as error:
        failure = as_prexport_error(error)
        report_error(failure)
        sys.exit(failure.exit_code)
