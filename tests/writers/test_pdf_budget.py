"""One document is bounded in time and memory, and says so; the next one is made as ever."""

from __future__ import annotations

import contextlib
import gc
import json
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from long_release import long_release
from prexport.errors import ExitCode, UnusableInput
from prexport.writers.pdf import budget
from writers.pdf_cases import document, pdf

# The same command with a smaller budget: a test need not burn a minute.
COMMAND = """
import sys
from prexport.writers.pdf import budget
budget.CPU_SECONDS = 1.0
from prexport.cli import main
sys.argv = ["prexport", *sys.argv[1:]]
main()
"""


def test_the_budget_is_a_minute_and_two_gibibytes() -> None:
    assert budget.CPU_SECONDS == 60
    assert budget.MEMORY_BYTES == 2 * 1024**3


def test_a_document_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "CPU_SECONDS", 0.5)
    with pytest.raises(UnusableInput, match=r"more than 0\.5 seconds of computing"):
        pdf(document(**long_release()))


def test_a_document_that_takes_too_much_memory_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MEMORY_BYTES", 2**20)
    with pytest.raises(UnusableInput, match="GiB of memory"):
        pdf(document(**long_release()))


def test_work_is_never_stopped_where_python_cannot_raise(monkeypatch: pytest.MonkeyPatch) -> None:
    # From a callback of the collector and from a destructor Python only warns, and here warnings are errors.
    monkeypatch.setattr(budget, "CPU_SECONDS", 0.25)

    def busy(seconds: float) -> None:
        end = time.process_time() + seconds
        while time.process_time() < end:
            pass

    class Slow:
        def __del__(self) -> None:
            busy(0.6)

    def callback(phase: str, _info: dict[str, int]) -> None:
        busy(0.3)

    gc.callbacks.append(callback)
    try:
        with contextlib.suppress(UnusableInput), budget.within_budget():
            Slow()
            gc.collect()
    finally:
        gc.callbacks.remove(callback)


def test_what_was_let_go_is_stopped_at_the_next_look(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "CPU_SECONDS", 0.25)
    callbacks = list(gc.callbacks)
    with pytest.raises(UnusableInput, match="seconds of computing"), budget.within_budget():
        end = time.process_time() + 10
        while time.process_time() < end:
            gc.collect()
            sum(range(1_000_000))
            for _ in range(1_000_000):  # steps of Python, between which the timer is seen
                continue
    assert gc.callbacks == callbacks


def test_the_timer_is_gone_afterwards() -> None:
    before = signal.getsignal(signal.SIGPROF)
    pdf(document())
    assert signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)
    assert signal.getsignal(signal.SIGPROF) == before


def test_other_threads_are_not_disturbed() -> None:
    made: list[bytes] = []
    thread = threading.Thread(target=lambda: made.append(pdf(document())))
    thread.start()
    thread.join()
    assert made[0] == pdf(document())


def test_the_command_line_says_what_to_do_and_exports_the_others(tmp_path: Path) -> None:
    common = {
        "format": "prexport/1",
        "issued": "2026-03-01",
        "publisher": {"name": "Harbour Office"},
        "lang": "en",
    }
    short = {"headline": "The harbour opens", "body": ["The harbour opens today."]}
    for name, fields in (("a-long", long_release(40)), ("b-short", short)):
        (tmp_path / f"{name}.json").write_text(json.dumps({**common, **fields}), encoding="utf-8")
    inputs = [str(tmp_path / "a-long.json"), str(tmp_path / "b-short.json")]

    done = subprocess.run(
        [sys.executable, "-c", COMMAND, "export", *inputs, "--to", "pdf", "-o", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == ExitCode.UNUSABLE_INPUT, done.stdout + done.stderr
    said = " ".join((done.stdout + done.stderr).split())
    assert "more than 1 seconds of computing" in said
    assert "Split the release" in said
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["b-short.pdf"]
