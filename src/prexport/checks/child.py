"""A process of ours that answers one request after another, and is killed with all of its own when it is late.

A request and its answer are one line of JSON each. The child runs in a session of its own: Ctrl-C is for the command
alone, and killing the session leaves no browser behind.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any, NoReturn

Answer = dict[str, Any]


class ChildFailed(Exception):
    """The child gave no answer: `late` tells that it had to be killed, `words` are the last that it said."""

    def __init__(self, late: bool, words: str) -> None:
        """Say why."""
        super().__init__(words)
        self.late = late
        self.words = words


class Child:
    """A running module of prexport. Not thread-safe, but for `stop`."""

    def __init__(self, module: str) -> None:
        """Start `python -m module`."""
        self._log: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            start_new_session=True,
        )
        self._words = ""

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked."""
        return self._process.poll() is None

    def ask(self, request: dict[str, Any], timeout: float) -> Answer:
        """Send one request; raises ChildFailed when no answer comes within `timeout` seconds."""
        late = threading.Event()

        def give_up() -> None:
            late.set()
            self._kill()

        alarm = threading.Timer(timeout, give_up)
        alarm.start()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps(request).encode() + b"\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except (BrokenPipeError, ValueError):  # it has ended, or was stopped
            line = b""
        finally:
            alarm.cancel()
        try:
            answer: Answer = json.loads(line)
        except ValueError:
            self.stop()
            raise ChildFailed(late.is_set(), self._words) from None
        return answer

    def stop(self) -> None:
        """Kill the process and everything that it started."""
        self._kill()
        if not self._log.closed:
            self._words = self._last_words()
            for stream in (self._process.stdin, self._process.stdout, self._log):
                assert stream is not None
                with contextlib.suppress(BrokenPipeError):  # what was still to be sent
                    stream.close()

    def _kill(self) -> None:
        # A browser is started in a session of its own, and would outlive ours if it hangs.
        others = _descendants(self._process.pid)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        for other in others:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(other, signal.SIGKILL)
        self._process.wait()

    def _last_words(self) -> str:
        self._log.seek(0)
        lines = self._log.read().decode(errors="replace").strip().splitlines()
        return " / ".join(lines[-3:])[-400:] or f"it ended with code {self._process.returncode}"


def _descendants(process: int) -> list[int]:
    """The processes that a process and its descendants have started; none where the system doesn't tell."""
    found: list[int] = []
    waiting = [process]
    while waiting:
        for task in Path(f"/proc/{waiting.pop()}/task").glob("*/children"):
            with contextlib.suppress(OSError):  # it has ended meanwhile
                waiting += [int(child) for child in task.read_text().split()]
                found += waiting
    return sorted(set(found))


def serve(answer: Callable[[dict[str, Any]], Answer]) -> NoReturn:
    """The child's side: answer requests until standard input ends."""
    # Libraries may print to the standard output: keep the pipe for our answers alone.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        answers.write(json.dumps(answer(json.loads(line))).encode() + b"\n")
        answers.flush()
    sys.exit(0)
