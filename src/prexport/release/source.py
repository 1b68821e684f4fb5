"""The author's file: its text, and where in it a JSON Pointer is.

Positions are looked for only when a finding needs one: a container is scanned for its own members once, and what
they hold is skipped over.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from prexport.findings import Place
from prexport.records import dataclass
from prexport.release.pointers import child, steps

_LINE_END = re.compile(r"\r\n|\r|\n")
_BLANK = re.compile(r"[ \t\n\r]*+")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_SCALAR = re.compile(r"[^ \t\n\r,\]}]*+")
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[\]{}]', re.DOTALL)
# An escaped surrogate pair decodes to one character, as every other escape does.
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Member:
    """A member or an item: where its key is (-1: it has none), and where its value begins and ends."""

    key_start: int
    key_end: int
    start: int
    end: int


class Source:
    """The text of one file, by the path that the user gave."""

    def __init__(self, path: str, text: str) -> None:
        """Hold the text; nothing is scanned before somebody asks for a place."""
        self.path = path
        self.text = text
        self._starts: list[int] | None = None
        self._members: dict[int, dict[str, Member]] = {}

    def line(self, number: int) -> str:
        """Line `number`, counted from 1, without its end; "" when there is none."""
        starts = self._line_starts()
        if not 1 <= number < len(starts):
            return ""
        return self.text[starts[number - 1] : starts[number]].rstrip("\r\n")

    def place(self, position: int, length: int = 1, pointer: str = "") -> Place:
        """The place of a character of the text; its length ends with the line."""
        starts = self._line_starts()
        line = max(1, min(bisect_right(starts, position), len(starts) - 1))
        start = starts[line - 1]
        # One more than there is when the line ends with CR LF, which matters to nobody.
        room = starts[line] - 1 - position
        return Place(self.path, line, position - start + 1, pointer, max(1, min(length, room)))

    def locate(self, pointer: str, at_key: bool = False, offset: int = 0, length: int = 0) -> Place:
        """Where `pointer` is; where it leads nowhere, the nearest thing that holds it.

        `at_key` asks for the member's key. `offset` and `length` count characters of the decoded string that
        the pointer names; (0, 0) is the whole value.
        """
        found = self._root()
        for step in steps(pointer):
            member = self._members_of(found.start).get(step)
            if member is None:
                at_key, offset, length = False, 0, 0
                break
            found = member
        if at_key and found.key_start >= 0:
            return self.place(found.key_start, found.key_end - found.key_start, pointer)
        if (offset or length) and self.text[found.start : found.start + 1] == '"':
            first = self._raw_position(found, offset)
            last = self._raw_position(found, offset + max(1, length))
            return self.place(first, last - first, pointer)
        scalar = self.text[found.start : found.start + 1] not in ("{", "[")
        return self.place(found.start, found.end - found.start if scalar else 1, pointer)

    def content(self, pointer: str, offset: int = 0, length: int = 0) -> str:
        """What stands at a place, as it is written, wherever the place has moved to.

        For characters of a string those characters; for a container, or a scalar in an object other than the
        release, all scalars of that object, since "3" alone tells no heading from another. "" for the whole file
        and for what isn't there.
        """
        found, holder = self._root(), self._root()
        path = steps(pointer)
        for step in path:
            member = self._members_of(found.start).get(step)
            if member is None:
                return ""
            found, holder = member, found
        if not path:
            return ""
        opening = self.text[found.start : found.start + 1]
        if opening == '"' and (offset or length):
            first = self._raw_position(found, offset)
            return self.text[first : self._raw_position(found, offset + max(1, length))]
        if opening in ("{", "["):
            return self._scalars(found)
        if len(path) > 1 and found.key_start >= 0:
            return self._scalars(holder)
        return self.text[found.start : found.end]

    def _scalars(self, container: Member) -> str:
        members = self._members_of(container.start).items()
        return "\n".join(
            f"{name} {self.text[member.start : member.end]}"
            for name, member in members
            if self.text[member.start : member.start + 1] not in ("{", "[")
        )

    def duplicate_keys(self) -> list[tuple[str, Place]]:
        """Every key that stands again in its object, with its pointer; only for text that is JSON."""
        found: list[tuple[str, Place]] = []
        # A stack of containers: pointer, the keys seen so far (None: an array), the number of the next item.
        stack: list[tuple[str, dict[str, int] | None, int]] = []
        position = self._skip_blank(0)
        text = self.text
        while position < len(text):
            character = text[position]
            if character in "]}":
                stack.pop()
                position = self._skip_blank(position + 1)
                continue
            if character == ",":
                position = self._skip_blank(position + 1)
                continue
            pointer = ""
            if stack:
                above, keys, index = stack[-1]
                if keys is None:
                    pointer = f"{above}/{index}"
                    stack[-1] = (above, None, index + 1)
                else:
                    end = self._value_end(position)
                    key = _decode(text[position:end])
                    pointer = child(above, key)
                    if key in keys:
                        found.append((pointer, self.place(position, end - position, pointer)))
                    keys[key] = position
                    position = self._skip_blank(self._skip_blank(end) + 1)
            if text[position] in "[{":
                stack.append((pointer, {} if text[position] == "{" else None, 0))
                position = self._skip_blank(position + 1)
            else:
                position = self._skip_blank(self._value_end(position))
        return found

    def _root(self) -> Member:
        start = self._skip_blank(0)
        if self.text[start : start + 1] in ("{", "["):
            return Member(-1, -1, start, len(self.text))  # its end is asked by nobody
        return Member(-1, -1, start, self._value_end(start))

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [0, *(match.end() for match in _LINE_END.finditer(self.text))]
            # One more than there are lines, so that every line has an end.
            self._starts.append(len(self.text) + 1)
        return self._starts

    def _skip_blank(self, position: int) -> int:
        match = _BLANK.match(self.text, position)
        return match.end() if match else position

    def _value_end(self, position: int) -> int:
        character = self.text[position : position + 1]
        if character == '"':
            match = _STRING.match(self.text, position)
            return match.end() if match else len(self.text)
        if character not in ("{", "["):
            match = _SCALAR.match(self.text, position)
            return max(position, match.end()) if match else position
        depth = 0
        for token in _TOKEN.finditer(self.text, position):
            if token[0] in "[{":
                depth += 1
            elif token[0] in "]}":
                depth -= 1
                if not depth:
                    return token.end()
        return len(self.text)

    def _members_of(self, start: int) -> dict[str, Member]:
        """The members of the container that begins at `start`; a key that stands twice counts the last time."""
        if start in self._members:
            return self._members[start]
        members: dict[str, Member] = {}
        self._members[start] = members
        opening = self.text[start : start + 1]
        if opening not in ("{", "["):
            return members
        position = self._skip_blank(start + 1)
        while position < len(self.text) and self.text[position] not in "]}":
            key_start, key_end, name = -1, -1, str(len(members))
            if opening == "{":
                key_start, key_end = position, self._value_end(position)
                name = _decode(self.text[key_start:key_end])
                position = self._skip_blank(self._skip_blank(key_end) + 1)
            end = self._value_end(position)
            members[name] = Member(key_start, key_end, position, end)
            position = self._skip_blank(end)
            if self.text[position : position + 1] == ",":
                position = self._skip_blank(position + 1)
        return members

    def _raw_position(self, member: Member, offset: int) -> int:
        """Where the decoded character at `offset` of a string begins in the file."""
        position, left, end = member.start + 1, offset, member.end - 1
        while left > 0 and position < end:
            escape = self.text.find("\\", position, min(end, position + left))
            if escape < 0:
                return min(end, position + left)
            left -= escape - position
            unit = _ESCAPE.match(self.text, escape, end)
            position = unit.end() if unit else escape + 1
            left -= 1
        return position


def _decode(raw: str) -> str:
    import json

    name = json.loads(raw)
    assert isinstance(name, str)
    return name
