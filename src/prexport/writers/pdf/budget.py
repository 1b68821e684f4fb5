"""What one document may take: CPU time and memory, measured while it is made.

A release can be valid and yet keep a layout engine busy for hours. A timer that counts the CPU time of the
process looks at both several times a second and stops the work with an error; nothing is killed, so that the
other releases of a run are exported all the same. Python sees the timer between two of its own steps: one long
call of a library ends first. From a destructor, and while the garbage collector works, Python can raise nothing
and only prints a warning; work is let go there, and stopped at the next look.
"""

from __future__ import annotations

import gc
import signal
import threading
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType, FrameType
from typing import NoReturn

from prexport.errors import UnusableInput

CPU_SECONDS = 60.0
MEMORY_BYTES = 2 * 2**30
_TICK = 0.25  # seconds of CPU between two looks
_RESIDENT = Path("/proc/self/statm")
_MEND = "Split the release, or shorten what is very long in it: lists, tables, paragraphs."


@contextmanager
def within_budget() -> Iterator[None]:
    """Bound what is done inside by `CPU_SECONDS` of CPU time and by `MEMORY_BYTES` of memory of the process.

    Timers of the process belong to its main thread: in other threads, and on systems without such timers, work
    is not bounded; memory is looked at on Linux only. Raises UnusableInput.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    spent = 0.0
    collecting = False

    def begin(phase: str, _info: dict[str, int]) -> None:
        nonlocal collecting
        collecting = collecting or phase == "start"

    def end(phase: str, _info: dict[str, int]) -> None:
        nonlocal collecting
        collecting = collecting and phase != "stop"

    own = {begin.__code__, end.__code__}

    def look(_signal: int, frame: FrameType | None) -> None:
        nonlocal spent
        spent += _TICK
        if collecting or _is_within(frame, own):
            return
        if spent >= CPU_SECONDS:
            _stop(f"Making the PDF took more than {CPU_SECONDS:g} seconds of computing")
        if _memory() > MEMORY_BYTES:
            _stop(f"Making the PDF took more than {MEMORY_BYTES / 2**30:g} GiB of memory")

    # Around the callbacks of everybody else, so that those count as the collector's work, too.
    gc.callbacks.insert(0, begin)
    gc.callbacks.append(end)
    before = signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, _TICK, _TICK)
    try:
        yield
    except MemoryError as error:
        raise UnusableInput("Making the PDF took more memory than there is.", _MEND) from error
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        gc.callbacks.remove(begin)
        gc.callbacks.remove(end)


def _is_within(frame: FrameType | None, codes: Collection[CodeType]) -> bool:
    """Whether a destructor, or one of `codes`, is among the calls under way."""
    while frame is not None:
        if frame.f_code.co_name == "__del__" or frame.f_code in codes:
            return True
        frame = frame.f_back
    return False


def _stop(what: str) -> NoReturn:
    raise UnusableInput(f"{what}, and was stopped.", _MEND)


def _memory() -> int:
    """The memory that the process has now, in bytes; 0 where nobody tells."""
    import resource

    try:
        pages = int(_RESIDENT.read_text(encoding="ascii").split()[1])
    except OSError:
        return 0
    return pages * resource.getpagesize()
