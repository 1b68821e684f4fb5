"""A whole run: files to workers, results from the cache, artefacts of one release against each other."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from prexport.checking.cache import Cache
from prexport.checking.judges import demand, probed
from prexport.checking.options import CheckOptions
from prexport.checking.outcomes import Checked
from prexport.checking.paths import Target
from prexport.checking.siblings import compared, siblings_of
from prexport.checking.worker import Worker
from prexport.errors import InternalError
from prexport.records import dataclass

Progress = Callable[[Path], None]
_LOOK = 0.2  # seconds; how soon Ctrl-C is noticed


@dataclass(frozen=True, slots=True)
class Run:
    """The files that were checked, in the order that they were named; `interrupted` before all of them were."""

    checked: tuple[Checked, ...]
    interrupted: bool = False


def check(targets: Sequence[Target], options: CheckOptions, progress: Progress = lambda path: None) -> Run:
    """Check all files; `progress` is told of each that is done.

    Ctrl-C stops the workers, and gives what is done so far. Raises MissingTool when a judge that must be there
    is not.
    """
    tools = probed()
    demand(options.required, tools)
    cache = Cache(options, tools)
    workers = [Worker(options, tools) for _ in range(min(options.jobs, max(1, len(targets))))]
    done: dict[Path, Checked] = {}
    interrupted = False
    try:
        _work(targets, {}, workers, cache, done, progress)
        if options.against is None:
            siblings = siblings_of(done.values())
            again = [target for target in targets if target.path in siblings]
            _work(again, siblings, workers, cache, done, lambda path: None)
    except KeyboardInterrupt:
        interrupted = True
    finally:
        for worker in workers:
            worker.stop()
    ordered = [done[target.path] for target in targets if target.path in done]
    return Run(compared(ordered), interrupted)


def _work(
    targets: Sequence[Target],
    siblings: Mapping[Path, Path],
    workers: Sequence[Worker],
    cache: Cache,
    done: dict[Path, Checked],
    progress: Progress,
) -> None:
    """Let all workers take files until there are none."""
    waiting: queue.SimpleQueue[Target] = queue.SimpleQueue()
    for target in targets:
        waiting.put(target)
    results: queue.SimpleQueue[tuple[Path, Checked]] = queue.SimpleQueue()

    def work(worker: Worker) -> None:
        while True:
            try:
                target = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                checked = _one(target, siblings.get(target.path), worker, cache)
            except Exception as error:  # one file that trips us doesn't stop the others
                checked = Checked(path=str(target.path), kind=target.kind, error=_bug(error))
            results.put((target.path, checked))

    threads = [threading.Thread(target=work, args=(worker,), daemon=True) for worker in workers]
    for thread in threads:
        thread.start()
    for _ in targets:
        while True:
            try:
                path, result = results.get(timeout=_LOOK)
                break
            except queue.Empty:
                continue
        done[path] = result
        progress(path)


def _one(target: Target, sibling: Path | None, worker: Worker, cache: Cache) -> Checked:
    if target.kind is None:
        return Checked(path=str(target.path), kind=None, error=target.problem)
    key = cache.key(target.path, target.kind, sibling)
    known = cache.find(key, target.path)
    if known is not None:
        return known
    checked = worker.check(target.path, target.kind, sibling)
    cache.keep(key, checked)
    return checked


def _bug(error: Exception) -> InternalError:
    return InternalError(
        f"This is a bug in prexport, not in your file: {type(error).__name__}: {error}", "Send us the file."
    )
