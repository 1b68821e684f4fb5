"""Files that mean harm: each is refused in a moment, in one sentence, and nothing is read or written for it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from brand_folders import copy_brand
from cli.running import CommandLine
from prexport.errors import ExitCode

MIB = 1024 * 1024
RELEASE: dict[str, Any] = {
    "format": "prexport/1",
    "lang": "en",
    "issued": "2026-01-31",
    "publisher": {"name": "The Museum"},
    "headline": "It opens",
    "body": ["On Friday."],
}


def release(**changes: object) -> bytes:
    return json.dumps(RELEASE | changes).encode()


HOSTILE: dict[str, tuple[bytes, int, str]] = {
    "empty": (b"", 3, "error[not-json]"),
    "binary": (bytes(range(256)) * 64, 3, "error[not-"),
    "UTF-16": (release().decode().encode("utf-16"), 3, "error[not-utf8]"),
    "too large": (b" " * (20 * MIB + 1), 3, "error[file-too-large]"),
    "deep arrays": (release()[:-1] + b', "x-a": ' + b"[" * 100 + b"]" * 100 + b"}", 3, "error[too-deep]"),
    "very deep": (b"[" * 500_000, 3, "error["),
    "deep and unclosed": (b'{"a":' * 200_000, 3, "error["),
    "a long number": (release()[:-1] + b', "x-n": ' + b"9" * 100_000 + b"}", 0, ""),
    "a long count": (
        release(downloads=[{"text": "The photos", "url": "https://example.org", "count": 0}]).replace(
            b": 0}", b": " + b"9" * 100_000 + b"}"
        ),
        1,
        "error[not-a-number]",
    ),
    "a NUL": (release(headline="It\0opens"), 1, "error[control-character]"),
    "a lone surrogate": (release().replace(b"It opens", b"It \\ud800"), 1, "error[lone-surrogate]"),
    "turned text": (release(headline="It \u202esnepo"), 1, "error[bidi-control]"),
    "a script link": (release(body=["[Our page](javascript:alert(1))"]), 1, "error[link-scheme]"),
    "a file link": (release(body=["[Our page](file:///etc/passwd)"]), 1, "error[link-scheme]"),
    "wrong types": (release(headline=["It"], body={"type": "paragraph"}, lang=1), 1, "error[value-wrong]"),
    "many brackets": (release(headline="[" * 20_000), 0, ""),
    "many stars": (release(body=["**a*" * 20_000]), 0, ""),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused(prexport: CommandLine, kind: str) -> None:
    content, code, said = HOSTILE[kind]
    (prexport.folder / "hostile.json").write_bytes(content)
    outcome = prexport("prexport lint hostile.json")
    assert outcome.code == code, outcome.out[:2000] + outcome.err
    assert said in outcome.out
    assert "Traceback" not in outcome.out + outcome.err
    assert all(len(line) < 1000 for line in outcome.out.splitlines()), "a page of garbage helps nobody"
    if code:
        assert prexport("prexport export hostile.json").code == code
        assert prexport.files() == ["hostile.json"]


def fifo(path: Path) -> None:
    os.mkfifo(path)


def device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def loop(path: Path) -> None:
    path.symlink_to(path)


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.json")


@pytest.mark.timeout(60)
@pytest.mark.parametrize("make", [fifo, device, loop, dangling], ids=lambda make: make.__name__)
def test_what_is_no_file_is_not_read_as_a_release(
    prexport: CommandLine, make: Callable[[Path], None]
) -> None:
    make(prexport.folder / "release.json")
    outcome = prexport("prexport export release.json")
    assert outcome.code == ExitCode.UNUSABLE_INPUT
    assert outcome.err.startswith("error: release.json ")
    assert prexport.files() == ["release.json"]


@pytest.mark.timeout(60)
@pytest.mark.parametrize("make", [fifo, device, loop, dangling], ids=lambda make: make.__name__)
def test_what_is_no_file_is_not_read_as_a_photo(prexport: CommandLine, make: Callable[[Path], None]) -> None:
    figure = {"type": "figure", "src": "photo.jpg", "alt": "The museum at dusk"}
    (prexport.folder / "release.json").write_bytes(release(body=[figure]))
    make(prexport.folder / "photo.jpg")
    outcome = prexport("prexport export release.json")
    assert outcome.code == ExitCode.FINDINGS
    assert "error[image-" in outcome.out
    assert prexport.files() == ["photo.jpg", "release.json"]


def test_a_symbolic_link_out_of_the_folder_is_not_followed(prexport: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    (tmp_path / "secret.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "press/photo.jpg").symlink_to("../secret.jpg")
    figure = {"type": "figure", "src": "photo.jpg", "alt": "The museum at dusk"}
    (tmp_path / "press/release.json").write_bytes(release(body=[figure]))
    outcome = prexport("prexport export press/release.json")
    assert outcome.code == ExitCode.FINDINGS
    assert "error[image-outside-folder]" in outcome.out


def test_a_brand_without_contrast_is_refused_with_the_ratio(prexport: CommandLine) -> None:
    (prexport.folder / "release.json").write_bytes(release())
    copy_brand(prexport.folder, ('text = "#16191f"', 'text = "#999999"'))
    outcome = prexport("prexport export release.json --brand mine -o out")
    assert outcome.code == ExitCode.UNUSABLE_BRAND
    assert "7:1" in outcome.err
    assert not (prexport.folder / "out").exists()
