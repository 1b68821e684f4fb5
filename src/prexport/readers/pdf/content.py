"""What each marked-content sequence of a page says, and what stands outside of all (artifacts)."""

from __future__ import annotations

from dataclasses import field
from typing import Any

import pikepdf

from prexport.readers.pdf.characters import to_unicode
from prexport.records import dataclass


@dataclass(slots=True)
class PageContent:
    """The text of a page: by marked-content identifier, and of its artifacts with their kind.

    `pictures` are the images (XObjects) that are drawn under an identifier.
    """

    texts: dict[int, str] = field(default_factory=dict)
    pictures: dict[int, list[Any]] = field(default_factory=dict)
    artifacts: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Sequence:
    """One open marked-content sequence."""

    mcid: int | None = None
    artifact: str = ""
    actual: str | None = None
    reversed: bool = False
    text: str = ""  # of an artifact


def read_page(page: pikepdf.Page) -> PageContent:
    """Read the content stream of `page`."""
    reader = _Reader(page)
    for instruction in pikepdf.parse_content_stream(page):
        if isinstance(instruction, pikepdf.ContentStreamInstruction):
            reader.take(str(instruction.operator), list(instruction.operands))
    return reader.content


class _Reader:
    def __init__(self, page: pikepdf.Page) -> None:
        self.content = PageContent()
        self._fonts = page.resources.get("/Font", pikepdf.Dictionary())
        self._objects = page.resources.get("/XObject", pikepdf.Dictionary())
        self._maps: dict[str, dict[int, str]] = {}
        self._map: dict[int, str] = {}
        self._open: list[_Sequence] = []
        self._reversed: list[str] = []

    def take(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "BMC" | "BDC":
                self._open.append(_sequence(operands))
            case "EMC":
                self._end_sequence()
            case "Tf":
                self._use_font(str(operands[0]))
            case "Tj":
                self._show(bytes(operands[0]))
            case "TJ":
                for item in operands[0]:
                    if isinstance(item, pikepdf.String):
                        self._show(bytes(item))
            case "Do":
                mcid = self._mcid()
                drawn = self._objects.get(str(operands[0]))
                if mcid is not None and drawn is not None and drawn.get("/Subtype") == "/Image":
                    self.content.pictures.setdefault(mcid, []).append(drawn)

    def _end_sequence(self) -> None:
        sequence = self._open.pop()
        if sequence.text:
            self.content.artifacts.append((sequence.artifact, sequence.text))
        if sequence.actual is not None:
            self._say(sequence.actual)
        elif sequence.reversed:
            self._say("".join(reversed(self._reversed)))
            self._reversed.clear()

    def _use_font(self, name: str) -> None:
        if name not in self._maps:
            self._maps[name] = to_unicode(self._fonts[name])
        self._map = self._maps[name]

    def _show(self, codes: bytes) -> None:
        if any(sequence.actual is not None for sequence in self._open):
            return  # ActualText stands for these glyphs
        shown = [
            self._map.get(int.from_bytes(codes[place : place + 2], "big"), "\ufffd")
            for place in range(0, len(codes), 2)
        ]
        if any(sequence.reversed for sequence in self._open):
            self._reversed += shown
        else:
            self._say("".join(shown))

    def _say(self, text: str) -> None:
        mcid = self._mcid()
        if mcid is not None:
            self.content.texts[mcid] = self.content.texts.get(mcid, "") + text
            return
        artifact = next((one for one in self._open if one.artifact), None)
        if artifact is None:
            self.content.artifacts.append(("unmarked", text))
        else:
            artifact.text += text

    def _mcid(self) -> int | None:
        return next((one.mcid for one in reversed(self._open) if one.mcid is not None), None)


def _sequence(operands: list[Any]) -> _Sequence:
    if str(operands[0]) == "/ReversedChars":
        return _Sequence(reversed=True)
    properties = operands[1] if len(operands) > 1 else pikepdf.Dictionary()
    if str(operands[0]) == "/Artifact":
        words = [str(properties[key]).removeprefix("/") for key in ("/Type", "/Subtype") if key in properties]
        return _Sequence(artifact=" ".join(words) or "Artifact")
    mcid = int(properties["/MCID"]) if "/MCID" in properties else None
    actual = str(properties["/ActualText"]) if "/ActualText" in properties else None
    return _Sequence(mcid=mcid, actual=actual)
