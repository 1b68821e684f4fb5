"""The child process with the one browser of a worker: a page that hangs or crashes it takes nothing else along.

request:  {"op": "axe", "path": ..., "timeout": seconds}
answer:   {"failures": [...]}, or {"error": "CheckerFailed", "message": ..., "mend": ...}
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

from prexport.checks import axe
from prexport.checks.browser import Browser
from prexport.checks.child import Answer, serve
from prexport.errors import CheckerFailed, MissingTool


def main() -> None:
    """Answer requests until standard input ends."""
    with ExitStack() as stack:
        opened: list[Browser] = []

        def answer(request: dict[str, Any]) -> Answer:
            try:
                if not opened:
                    opened.append(stack.enter_context(Browser()))
                failures = axe.check(opened[0], Path(request["path"]), timeout=request["timeout"])
            except (CheckerFailed, MissingTool) as error:
                return {"error": type(error).__name__, "message": error.message, "mend": error.mend}
            return {"failures": [asdict(failure) for failure in failures]}

        serve(answer)


if __name__ == "__main__":
    main()
