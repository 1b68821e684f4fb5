"""What is left of a release when the parts that break the schema are taken out.

Only for judging: the rules then speak about the rest in the same run. It is never exported.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable

from prexport.findings import Fault
from prexport.release.model import Release
from prexport.release.pointers import Json, steps
from prexport.release.validation import validate

_ROUNDS = 12
_DIVIDER: Json = {"type": "divider"}
# Stand-ins that no rule takes offence at.
_NEEDED: dict[str, Json] = {
    "lang": "und",
    "issued": "9999",
    "publisher": {"name": "…"},
    "headline": "…",
    "body": [_DIVIDER],
}
_LISTS_OF_BLOCKS = ("body", "after_end")


def salvage(data: dict[str, Json], faults: Iterable[Fault]) -> Release | None:
    """Take out what is at fault, and what then lacks something needed, until the rest is a release."""
    rest: dict[str, Json] = {**copy.deepcopy(_NEEDED), **copy.deepcopy(data)}
    for _ in range(_ROUNDS):
        paths = {tuple(steps(fault.pointer)) for fault in faults}
        for path in sorted(paths, key=len, reverse=True):
            _take_out(rest, path)
        release, faults = validate(rest)
        if release is not None:
            return release
    return None


def _take_out(data: dict[str, Json], path: tuple[str, ...]) -> None:
    """Remove a member; a block of a body becomes a divider, so that pointers beside it stay right."""
    if not path:
        return
    above: Json = data
    for step in path[:-1]:
        if isinstance(above, list) and int(step) < len(above):
            above = above[int(step)]
        elif isinstance(above, dict) and step in above:
            above = above[step]
        else:
            return  # it went with what held it
    if isinstance(above, list) and path[-2] in _LISTS_OF_BLOCKS and above[int(path[-1])] != _DIVIDER:
        above[int(path[-1])] = _DIVIDER
    elif isinstance(above, list):
        _take_out(data, path[:-1])
    elif isinstance(above, dict) and len(path) == 1 and path[0] in _NEEDED:
        above[path[0]] = copy.deepcopy(_NEEDED[path[0]])
    elif isinstance(above, dict):
        above.pop(path[-1], None)
