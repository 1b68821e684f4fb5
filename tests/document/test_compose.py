"""Each case is a folder with a release and the document that readers must meet (`expected/document.txt`)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from document.printed_tree import printed
from goldens import Golden
from prexport.document.compose import compose
from prexport.document.tree import Document, Node
from prexport.release.images import SafeImage
from prexport.release.model import Release
from prexport.release.walk import figures

CASES = Path(__file__).resolve().parent.parent / "cases" / "document"


def document_of(folder: Path) -> Document:
    release = Release.model_validate(json.loads((folder / "release.json").read_text(encoding="utf-8")))
    images = {
        picture.src: SafeImage(
            name=Path(picture.src).stem, media_type="image/jpeg", data=b"", width=3, height=2, sha256=""
        )
        for _, picture, _ in figures(release)
    }
    alts = {
        pointer: "From the file"
        for pointer, picture, _ in figures(release)
        if picture.alt is None and not picture.decorative
    }
    return compose(
        release, images=images, alts=alts, identity="urn:uuid:00000000-0000-8000-8000-000000000000"
    )


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_what_readers_meet(case: str, golden: Golden) -> None:
    golden.check(f"cases/document/{case}/expected/document.txt", printed(document_of(CASES / case)))


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_every_node_has_a_key_of_its_own(case: str) -> None:
    keys: list[int] = []

    def collect(value: object) -> None:
        if isinstance(value, tuple):
            for member in value:
                collect(member)
        elif hasattr(value, "__dataclass_fields__"):
            key = getattr(value, "key", None)
            if isinstance(key, int):
                keys.append(key)
            for name in value.__dataclass_fields__:
                collect(getattr(value, name))

    collect(document_of(CASES / case))

    assert len(keys) == len(set(keys))
    assert all(key > 0 for key in keys)


def test_nodes_of_a_document_are_nodes() -> None:
    document = document_of(CASES / "notes")

    assert all(isinstance(block, Node) for block in document.blocks())
