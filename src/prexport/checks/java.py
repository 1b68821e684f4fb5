"""The Java machine of a process: in a child, started by the first file that needs it, killed when it hangs."""

from __future__ import annotations

import atexit
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from prexport.checks.child import Answer, Child, ChildFailed
from prexport.errors import CheckerFailed

_MODULE = "prexport.checks.java_child"
_MEND = "Try again; if it stays so, report it to the makers of prexport with the file."


class Java:
    """One machine for many files; a new one takes the place of one that was killed. Not thread-safe."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._child: Child | None = None
        self._stopped = False

    def ask(self, judge: str, request: dict[str, Any], timeout: float) -> Answer:
        """What `judge` answers within `timeout` seconds. Raises CheckerFailed."""
        if self._stopped:
            raise CheckerFailed(f"{judge} was stopped.", "Run the same command again.")
        if self._child is None or not self._child.is_alive:
            self._child = Child(_MODULE)
        try:
            answer = self._child.ask(request, timeout)
        except ChildFailed as failure:
            if failure.late:
                mend = "Allow it more time, or split the file."
                raise CheckerFailed(
                    f"{judge} was stopped after {timeout:g} s without a verdict.", mend
                ) from None
            raise CheckerFailed(f"{judge} crashed: {failure.words}", _MEND) from None
        if crash := answer.get("crash"):
            raise CheckerFailed(f"{judge} crashed: {crash}", _MEND)
        return answer

    def stop(self) -> None:
        """Kill the machine, for good."""
        self._stopped = True
        if self._child is not None:
            self._child.stop()


_kept: list[Java] = []


def kept() -> Java:
    """The machine of this process, for those who have none of their own."""
    if not _kept:
        _kept.append(Java())
        atexit.register(_kept[0].stop)
    return _kept[0]


@contextmanager
def on_disk(data: bytes | Path, suffix: str) -> Iterator[Path]:
    """The file that `data` is, or is written to for a while."""
    if isinstance(data, Path):
        yield data
        return
    with tempfile.NamedTemporaryFile(prefix="prexport-", suffix=suffix) as file:
        file.write(data)
        file.flush()
        yield Path(file.name)
