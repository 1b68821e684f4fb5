"""Reading a TOML table strictly: every key is asked for, every fault is kept, with file, line and key."""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import TypeVar

from prexport.findings import Finding, Place, Severity
from prexport.records import dataclass

Choice = TypeVar("Choice", bound=str)

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]\]?")
_KEY = re.compile(r"\s*(\"[^\"]*\"|'[^']*'|[A-Za-z0-9_-]+)\s*=")
_TYPE_NAMES = {
    bool: "true or false",
    int: "a number",
    str: "a text",
    list: "a list",
    dict: "a table",
}


def parse_toml(text: str) -> Mapping[str, object]:
    """Parse TOML; raises ValueError, with the line, when it is none."""
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


@dataclass(slots=True)
class Source:
    """A TOML file being read: its path as shown to the user, its text, and the faults found so far."""

    file: str
    text: str
    findings: list[Finding] = field(default_factory=list)

    def report(self, rule: str, pointer: str, message: str, mend: str) -> None:
        """Keep a fault about the key that `pointer` (a JSON Pointer) names."""
        line = self.line_of(pointer)
        self.findings.append(
            Finding(rule, Severity.ERROR, Place(self.file, line, 1 if line else 0, pointer), message, mend)
        )

    def line_of(self, pointer: str) -> int:
        """Give the line of the key or table, or of the nearest one that holds it; 0 when there is none."""
        wanted = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
        lines: dict[tuple[str, ...], int] = {}
        header: tuple[str, ...] = ()
        for number, line in enumerate(self.text.splitlines(), 1):
            if match := _HEADER.match(line):
                header = tuple(part.strip().strip("\"'") for part in match[1].split("."))
                lines.setdefault(header, number)
            elif match := _KEY.match(line):
                lines.setdefault((*header, match[1].strip("\"'")), number)
        while wanted:
            if tuple(wanted) in lines:
                return lines[tuple(wanted)]
            wanted.pop()
        return 0


class Table:
    """One table of a TOML file. Getters give a harmless value after a fault, so that reading goes on."""

    def __init__(self, source: Source, values: Mapping[str, object], pointer: str = "") -> None:
        """Read `values`, which stand at `pointer` in `source`."""
        self._source = source
        self._values = values
        self._pointer = pointer
        self._asked: set[str] = set()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are there, in the file's order."""
        return tuple(self._values)

    def table(self, key: str, *, optional: bool = False) -> Table:
        """Give the table under `key`; an empty one when it is missing."""
        value = self._get(key, (dict,), optional)
        return Table(self._source, value if isinstance(value, dict) else {}, self._child(key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """Give the tables of the array of tables under `key`; there must be one at least."""
        value = self._get(key, (list,), False)
        if not isinstance(value, list):
            return ()
        items = tuple(
            Table(self._source, item, f"{self._child(key)}/{number}")
            for number, item in enumerate(value)
            if isinstance(item, dict)
        )
        if not items or len(items) < len(value):
            self.wrong(key, "is not a list of tables", f"Write each entry under [[{key}]].")
        return items

    def text(self, key: str) -> str:
        """Give a text that is not empty."""
        value = self._get(key, (str,), False)
        if isinstance(value, str) and value.strip():
            return value
        if isinstance(value, str):
            self.wrong(key, "is empty", "Give it a text.")
        return ""

    def texts(self, key: str, *, optional: bool = False) -> tuple[str, ...]:
        """Give a list of texts."""
        value = self._get(key, (list,), optional)
        if not isinstance(value, list):
            return ()
        if not value or not all(isinstance(item, str) and item for item in value):
            self.wrong(key, "is not a list of texts", f'Write it as {key} = ["...", "..."].')
            return ()
        return tuple(str(item) for item in value)

    def number(
        self, key: str, low: float, high: float, unit: str = "", *, default: float | None = None
    ) -> float:
        """Give a number between `low` and `high` (both allowed); with a `default` the key may be left out."""
        value = self._get(key, (int, float), default is not None)
        if value is None:
            return low if default is None else default
        assert isinstance(value, int | float)
        if low <= value <= high:
            return float(value)
        span = f"{low:g} to {high:g}{' ' + unit if unit else ''}"
        self.wrong(key, f"is {value:g}, outside the range {span}", f"Give a number from {span}.")
        return low

    def flag(self, key: str, default: bool) -> bool:
        """Give true or false."""
        value = self._get(key, (bool,), True)
        return default if value is None else bool(value)

    def choice(self, key: str, choices: Iterable[Choice], default: Choice | None = None) -> Choice:
        """Give one of `choices`; with a `default` the key may be left out."""
        allowed = tuple(choices)
        value = self._get(key, (str,), default is not None)
        fallback = allowed[0] if default is None else default
        if value is None:
            return fallback
        for choice in allowed:
            if choice == value:
                return choice
        self.wrong(key, f'is "{value}"', f"Choose one of: {', '.join(allowed)}.")
        return fallback

    def colour(self, key: str) -> str:
        """Give a colour, written "#rrggbb" in small letters."""
        value = self._get(key, (str,), False)
        if isinstance(value, str) and _COLOUR.fullmatch(value):
            return value
        if value is not None:
            self.wrong(
                key, f'is "{value}", which is no colour', 'Write it as six hexadecimal digits: "#1a2b3c".'
            )
        return "#000000"

    def wrong(self, key: str, what: str, mend: str) -> None:
        """Keep a fault about the value of `key`."""
        self._source.report("brand-value-wrong", self._child(key), f"{self._name(key)} {what}.", mend)

    def close(self, known: Iterable[str] = ()) -> None:
        """Refuse keys that nobody asked for."""
        allowed = sorted(self._asked | set(known))
        for key in self._values:
            if key in allowed:
                continue
            near = difflib.get_close_matches(key, allowed, 1)
            mend = f"Did you mean {near[0]}?" if near else f"Known here: {', '.join(allowed)}."
            self._source.report(
                "brand-key-unknown", self._child(key), f"{self._name(key)} is not known.", mend
            )

    def _get(self, key: str, types: tuple[type, ...], optional: bool) -> object:
        self._asked.add(key)
        if key not in self._values:
            if not optional:
                mend = f"Add {key}, {_TYPE_NAMES[types[0]]}."
                self._source.report(
                    "brand-key-missing", self._child(key), f"{self._name(key)} is missing.", mend
                )
            return None
        value = self._values[key]
        # bool is an int to Python, but "true" is no number to anybody else.
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            self.wrong(key, f"is not {_TYPE_NAMES[types[0]]}", f"Make it {_TYPE_NAMES[types[0]]}.")
            return None
        return value

    def _child(self, key: str) -> str:
        return f"{self._pointer}/{key.replace('~', '~0').replace('/', '~1')}"

    def _name(self, key: str) -> str:
        return ".".join(self._child(key).split("/")[1:])
