"""The configuration: `prexport.toml`, or `[tool.prexport]` in `pyproject.toml`, becomes a policy.

    fail-on = "warning"
    baseline = "baseline.json"

    [levels]
    link-vague = "error"

    [levels.pdf]
    pdf-title-missing = "warning"

    [[waivers]]
    rule = "image-alt-missing"
    file = "releases/2019/**"
    place = "/body/3"
    reason = "Photos of the archive; descriptions are on order."
    until = 2027-03-31

Whatever is unknown or malformed is refused, all of it in one run, each with its place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_args

from prexport.errors import UsageError
from prexport.findings import FailOn, Finding, Place, Severity
from prexport.policy.baseline import read_baseline
from prexport.policy.lines import line_of
from prexport.policy.policy import Policy, Waiver
from prexport.rules import RULES, Subject

OWN = "prexport.toml"
SHARED = "pyproject.toml"
_KEYS = ("fail-on", "baseline", "levels", "waivers")
_WAIVER_KEYS = ("rule", "file", "place", "reason", "until")
_FORMATS = tuple(name for name in get_args(Subject) if name not in ("brand", "settings"))
_TABLE = dict[str, Any]


def find(folder: Path) -> Path | None:
    """The configuration that holds in `folder`: the nearest one, there or above.

    `prexport.toml` comes before `pyproject.toml`, which counts when it has a table `tool.prexport`. The search ends
    at the folder that holds `.git`, so that nothing outside of a repository has a say in it.

    Raises:
        UsageError: a `pyproject.toml` on the way is no TOML.
    """
    for here in (folder, *folder.parents):
        if (here / OWN).is_file():
            return here / OWN
        shared = here / SHARED
        if shared.is_file() and "prexport" in _parsed(shared).get("tool", {}):
            return shared
        if (here / ".git").exists():
            return None
    return None


def load_policy(path: Path, *, folder: str, shown: str = "") -> Policy:
    """The policy that the file at `path` sets; `folder` is the working folder, `shown` how errors name the file.

    Raises:
        UsageError: the file is missing, no TOML, or has unknown keys or wrong values; `findings` says which.
    """
    table = _parsed(path)
    prefix = ""
    if path.name == SHARED:
        table, prefix = table.get("tool", {}).get("prexport", {}), "tool.prexport."
    reader = _Reader(shown or str(path), prefix, path.read_text(encoding="utf-8"))
    policy = reader.policy(table, path.resolve().parent, folder)
    if reader.faults:
        count = len(reader.faults)
        raise UsageError(
            f"The configuration {shown or path} has {count} fault{'' if count == 1 else 's'}:",
            "docs/ci.md tells all keys.",
            tuple(reader.faults),
        )
    return policy


def _parsed(path: Path) -> _TABLE:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UsageError(
            f"The configuration {path} does not exist.", "Check the spelling of the path."
        ) from None
    except (OSError, ValueError) as error:
        raise UsageError(
            f"The configuration {path} can't be read: {error}.", "Correct it as TOML."
        ) from error


class _Reader:
    """Reads tables into a policy, and gathers what is wrong on the way."""

    def __init__(self, file: str, prefix: str, text: str) -> None:
        self.faults: list[Finding] = []
        self._file = file
        self._prefix = prefix
        self._text_of_file = text

    def policy(self, table: Mapping[str, Any], root: Path, folder: str) -> Policy:
        self._only(table, _KEYS, "")
        fail_on = self._choice(table, "fail-on", [each.value for each in FailOn], "")
        baseline = self._text(table, "baseline", "")
        levels, levels_of = self._levels(self._table(table, "levels"))
        return Policy(
            fail_on=FailOn(fail_on or FailOn.ERROR),
            levels=levels,
            levels_of=levels_of,
            waivers=tuple(self._waivers(table)),
            known=read_baseline(root / baseline) if baseline else frozenset(),
            baseline=baseline,
            folder=folder,
            root=root.as_posix(),
        )

    def _levels(self, table: Mapping[str, Any]) -> tuple[dict[str, Severity], dict[str, dict[str, Severity]]]:
        general: dict[str, Severity] = {}
        special: dict[str, dict[str, Severity]] = {}
        for name, value in table.items():
            if name in _FORMATS and isinstance(value, dict):
                special[name] = dict(self._weights(value, f"levels.{name}."))
            elif isinstance(value, dict):
                self._unknown(f"levels.{name}", name, _FORMATS)
            else:
                general |= self._weights({name: value}, "levels.")
        return general, special

    def _weights(self, table: Mapping[str, Any], above: str) -> Iterator[tuple[str, Severity]]:
        for rule in table:
            weight = self._choice(table, rule, [each.value for each in Severity], above)
            if rule not in RULES:
                self._unknown(above + rule, rule, tuple(RULES))
            elif weight:
                yield rule, Severity(weight)

    def _waivers(self, table: Mapping[str, Any]) -> Iterator[Waiver]:
        listed = table.get("waivers", [])
        if not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            self._wrong("waivers", "is no list of tables", "Write each waiver as a table [[waivers]].")
            return
        for number, entry in enumerate(listed):
            above = f"waivers[{number}]."
            self._only(entry, _WAIVER_KEYS, above)
            until = entry.get("until")
            if not isinstance(until, date) or isinstance(until, datetime):
                self._wrong(
                    f"{above}until",
                    "is no date",
                    "Say when the waiver ends, without quotation marks: 2027-03-31.",
                )
                until = date.min
            rule, reason = self._text(entry, "rule", above), self._text(entry, "reason", above).strip()
            if not rule:
                self._wrong(f"{above}rule", "is missing", "Name the rule whose findings are waived.")
            elif rule not in RULES:
                self._unknown(f"{above}rule", rule, tuple(RULES))
            if not reason:
                self._wrong(f"{above}reason", "is missing", "Say why the finding is not mended now.")
            file, place = self._text(entry, "file", above), self._text(entry, "place", above)
            yield Waiver(rule=rule, reason=reason, until=until, file=file, place=place)

    def _table(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        self._wrong(key, "is no table", f"Write it as [{self._prefix}{key}].")
        return {}

    def _text(self, table: Mapping[str, Any], key: str, above: str) -> str:
        value = table.get(key, "")
        if isinstance(value, str):
            return value
        self._wrong(above + key, "is no text", "Put it in quotation marks.")
        return ""

    def _choice(self, table: Mapping[str, Any], key: str, values: list[str], above: str) -> str:
        value = table.get(key, "")
        if not value and key not in table:
            return ""
        if value in values:
            return str(value)
        self._wrong(above + key, f"is {value!r}", f"Use one of {', '.join(values)}.")
        return ""

    def _only(self, table: Mapping[str, Any], known: tuple[str, ...], above: str) -> None:
        for key in table:
            if key not in known:
                self._unknown(above + key, key, known)

    def _unknown(self, place: str, name: str, known: tuple[str, ...]) -> None:
        near = get_close_matches(name, known, n=1)
        mend = f"Did you mean {near[0]}?" if near else f"Known are: {', '.join(known)}."
        if len(known) > 9 and not near:
            mend = "prexport rules lists all rules."
        self._fault("setting-unknown", place, f": there is no {name!r} here.", mend)

    def _wrong(self, place: str, what: str, mend: str) -> None:
        self._fault("setting-wrong", place, f" {what}.", mend)

    def _fault(self, rule: str, place: str, what: str, mend: str) -> None:
        where = Place(self._file, line_of(self._text_of_file, f"{self._prefix}{place}"))
        message = f"{self._prefix}{place}{what}"
        self.faults.append(Finding(rule, RULES[rule].severity, where, message, mend))
