"""What an export carries brings forth the same export again, whatever the release."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from prexport.brand.load import load_brand
from prexport.export import Prepared, prepare
from strategies import releases, write_photos

pytestmark = pytest.mark.timeout(600)


@settings(max_examples=80)
@given(release=releases())
def test_the_public_source_and_its_photos_tell_the_same_document(
    tmp_path_factory: pytest.TempPathFactory, release: Any
) -> None:
    # Writers are pure: the same document, source and photos are the same bytes.
    first = tmp_path_factory.mktemp("first")
    write_photos(first)
    original = prepared(first, json.dumps(release).encode())
    second = tmp_path_factory.mktemp("second")
    for src, image in original.images:
        (second / src).parent.mkdir(exist_ok=True)
        (second / src).write_bytes(image.data)

    again = prepared(second, original.public_source)

    assert again.public_source == original.public_source
    assert again.images == original.images
    assert again.document == original.document


@settings(max_examples=40)
@given(release=releases())
def test_nothing_private_is_carried(tmp_path_factory: pytest.TempPathFactory, release: Any) -> None:
    folder = tmp_path_factory.mktemp("release")
    write_photos(folder)
    secret = {"source": {"note": "told in confidence"}, "x-desk": "told in confidence"}
    carried = prepared(folder, json.dumps(release | secret).encode()).public_source
    assert b"in confidence" not in carried
    assert {"source", "x-desk"}.isdisjoint(json.loads(carried))


def prepared(folder: Path, content: bytes) -> Prepared:
    (folder / "release.json").write_bytes(content)
    made = prepare(folder / "release.json", brand=load_brand("default"))
    assert made.document is not None, made.findings
    return made
