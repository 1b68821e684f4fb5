"""The child process of `worker` that reads artefacts and releases: it may be filled, hung or crashed by a file."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import Any

from prexport.checking.kinds import Kind
from prexport.checking.wire import finding_to_json
from prexport.checks.child import Answer, serve

MEMORY = 4 << 30
"""Bytes of address space; a release of forty pages with photos takes a quarter."""


def main() -> None:
    """Answer requests: {"op": "read", ...} and {"op": "lint", ...}."""
    _limit_memory()
    serve(_answer)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # no limits on Windows; the time is bounded all the same
        return
    with contextlib.suppress(OSError, ValueError):  # macOS knows the limit, and refuses it
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _answer(request: dict[str, Any]) -> Answer:
    from prexport.errors import PrexportError

    try:
        return _lint(request) if request["op"] == "lint" else _read(request)
    except PrexportError as error:
        return {"error": type(error).__name__, "message": error.message, "mend": error.mend}
    except MemoryError:
        return {"too_large": True}
    except Exception as error:
        import traceback

        return {"bug": f"{type(error).__name__}: {error}", "trace": traceback.format_exc()}


def _read(request: dict[str, Any]) -> Answer:
    from prexport.checking.reading import read_artefact

    reading = read_artefact(
        Path(request["path"]), Kind(request["kind"]), _path(request["against"]), _path(request["sibling"])
    )
    return {
        "findings": [finding_to_json(finding) for finding in reading.findings],
        "is_readable": reading.is_readable,
        "flavours": reading.flavours,
        "identity": reading.identity,
        "source": reading.source,
        "photos": reading.photos,
    }


def _lint(request: dict[str, Any]) -> Answer:
    from prexport.brand.load import load_brand
    from prexport.export import prepare

    gate = datetime.fromisoformat(request["gate"]) if request["gate"] else None
    prepared = prepare(Path(request["path"]), brand=load_brand(request["brand"]), gate=gate)
    return {
        "findings": [finding_to_json(finding) for finding in prepared.findings],
        "unusable": prepared.unusable,
    }


def _path(name: str) -> Path | None:
    return Path(name) if name else None


if __name__ == "__main__":
    main()
