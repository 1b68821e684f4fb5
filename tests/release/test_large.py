"""Time grows with the file, not with its square: findings in long texts, and many of them."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from prexport.findings import Fault
from prexport.release.load import load_bytes, settle

BASE = {"format": "prexport/1", "lang": "en", "issued": "2025", "publisher": {"name": "A"}, "headline": "B"}


def wrong_blocks(count: int) -> None:
    load_bytes("r", json.dumps({**BASE, "body": [7] * count}).encode())


def hidden_characters(count: int) -> None:
    load_bytes("r", json.dumps({**BASE, "body": ["\u202e\x01"] * count}).encode())


def places_in_one_text(count: int) -> None:
    loaded = load_bytes("r", json.dumps({**BASE, "body": ["word " * count]}).encode())
    settle(
        (Fault("span-malformed", "/body/0", "", "", offset=5 * each, length=4) for each in range(count)),
        loaded.source,
    )


def equal_keys(count: int) -> None:
    load_bytes("r", (json.dumps({**BASE, "body": ["a"]})[:-1] + ', "x-a": 1' * count + "}").encode())


@pytest.mark.parametrize("work", [wrong_blocks, hidden_characters, places_in_one_text, equal_keys])
def test_time_is_about_linear(work: Callable[[int], None]) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        work(count)
        return time.process_time() - start

    seconds(100)
    few = max(0.02, min(seconds(1_000) for _ in range(3)))
    assert seconds(10_000) < 40 * few
