"""What every judge shares: whether the tool is there, and what it found.

A judge is a module with `probe() -> Tool`, which only looks, and a function that runs the tool and returns
`Failure`s. A tool that is not there raises `MissingTool`, one that doesn't come to its end `CheckerFailed`;
so an empty list of failures always means that the judge looked and found nothing.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

from prexport.errors import MissingTool
from prexport.records import dataclass

NODE_MODULES = "PREXPORT_NODE_MODULES"


@dataclass(frozen=True, slots=True)
class Tool:
    """A judge's tool: where it is and in which version, or what is missing and how to get it."""

    name: str
    version: str = ""
    where: str = ""
    missing: str = ""
    mend: str = ""

    @property
    def is_ready(self) -> bool:
        """Whether the tool can be run."""
        return not self.missing

    def require(self) -> None:
        """Raise `MissingTool` unless the tool can be run."""
        if self.missing:
            raise MissingTool(f"{self.name} can't be run: {self.missing}.", self.mend)


@dataclass(frozen=True, slots=True)
class Failure:
    """One fault that a judge found.

    `standard` is what the file was judged against ("ua1", "Microsoft365", "wcag2a"), `rule` the judge's own
    name of the rule ("7.1-9", "image-alt"), `where` the place in the file in the judge's words ("" if it
    names none).
    """

    judge: str
    standard: str
    rule: str
    message: str
    where: str = ""

    def __str__(self) -> str:
        """Give the line that a failing test shows."""
        place = f" at {self.where}" if self.where else ""
        return f"{self.judge} {self.standard} {self.rule}: {self.message}{place}"


def node_package(name: str) -> Path | None:
    """Find the folder of an npm package, or None.

    Looked for in `PREXPORT_NODE_MODULES`; without it in the work tree that prexport is run from (`make test`
    fills it) and in the user's data folder, where `node_mend` puts it.
    """
    places = [Path(__file__).resolve().parents[3] / "node_modules", _user_folder() / "node_modules"]
    if chosen := os.environ.get(NODE_MODULES):
        places = [Path(chosen)]
    return next((place / name for place in places if (place / name).is_dir()), None)


def node_mend(*packages: str) -> str:
    """Say how to install npm packages where `node_package` finds them."""
    return f"npm install --prefix {shlex.quote(str(_user_folder()))} {' '.join(packages)}"


def _user_folder() -> Path:
    home = os.environ.get("XDG_DATA_HOME")
    return (Path(home) if home else Path.home() / ".local" / "share") / "prexport"
