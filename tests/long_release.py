"""A release of some forty pages, drawn up without chance: everything in it that can span a page, does."""

from __future__ import annotations

from itertools import count
from typing import Any

_WORDS = [
    "harbour", "tide", "gauge", "buoy", "storm", "signal", "lantern", "pier",
    "crew", "chart", "record", "season", "channel", "survey", "report", "light",
    "station", "keeper", "vessel", "current", "wave", "depth", "bridge", "warning",
    "service", "training", "evening", "morning", "public", "school",
]  # fmt: skip


def long_release(sections: int = 13) -> dict[str, Any]:
    """The fields of a release with `sections` sections of about three pages each."""
    numbers = count(1)
    return {
        "lang": "en-GB",
        "headline": "Forty pages about the harbour, its people and its tides",
        "body": [block for section in range(1, sections + 1) for block in _section(section, numbers)],
        "notes": ["The first survey.", "The [second survey](https://example.org/surveys/2)."],
        "end_mark": "ENDS",
    }


def _section(number: int, numbers: count[int]) -> list[Any]:
    link = f"[{_said(3, numbers)} {number}](https://example.org/sections/{number}?part=a&lang=en)"
    return [
        {"type": "heading", "level": 2, "text": f"Section {number}"},
        f"{_said(60, numbers)} {link}, *{_said(4, numbers)}* and **{_said(40, numbers)}** ([note](#note-1)).",
        f"[第{number}節：潮水與海港]{{lang=zh-Hant-HK}} {_said(90, numbers)} [{_said(5, numbers)}]{{lang=fr}}.",
        {
            "type": "list",
            "ordered": number % 2 == 0,
            "items": [
                f"{_said(14, numbers)} [{_said(2, numbers)} {item}](https://example.org/{number}/{item})"
                if item % 5
                else [f"{_said(9, numbers)}:", {"type": "list", "items": [_said(6, numbers)] * 3}]
                for item in range(1, 31)
            ],
        },
        {
            "type": "quote",
            "body": [f"“{_said(220, numbers)}.”", f"“{_said(220, numbers)}.”"],
            "speaker": {"name": "Ana Roy", "title": "Keeper"},
        },
        {
            "type": "table",
            "caption": f"Soundings of section {number}",
            "columns": [{"text": "Place"}, {"text": "Depth", "align": "end"}, {"text": "Remark"}],
            "rows": [[f"{_said(2, numbers)} {row}", str(row * 7), _said(6, numbers)] for row in range(1, 41)],
            "row_headers": True,
        },
    ]


def _said(length: int, numbers: count[int]) -> str:
    """Some words; which ones follows from how many were drawn before."""
    return " ".join(_WORDS[next(numbers) * 7919 % 104729 % len(_WORDS)] for _ in range(length)).capitalize()
