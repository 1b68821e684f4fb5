"""Which files are checked, and as what."""

from __future__ import annotations

from pathlib import Path

import pytest

from prexport.checking.kinds import Kind, kind_of
from prexport.checking.paths import targets_of
from prexport.errors import UsageError


@pytest.mark.parametrize(
    ("name", "head", "kind"),
    [
        ("a.pdf", b"%PDF-1.7", Kind.PDF),
        ("a.docx", b"\n\n%PDF-1.7", Kind.PDF),
        ("a", b"PK\x03\x04", Kind.DOCX),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind.DOCX),
        ("a.txt", b"\xef\xbb\xbf  <!DOCTYPE HTML>", Kind.HTML),
        ("a", "\ufeff<html>".encode("utf-16-le"), Kind.HTML),
        ("a.html", b"just words", Kind.HTML),
        ("a.pdf", b"", Kind.PDF),
        ("a.json", b'{"format"', Kind.RELEASE),
        ("release", b'\n{"format"', Kind.RELEASE),
        ("a.txt", b"just words", None),
        ("a.png", b"\x89PNG", None),
    ],
)
def test_the_content_tells_the_kind_before_the_name(name: str, head: bytes, kind: Kind | None) -> None:
    assert kind_of(Path(name), head) is kind


def test_folders_and_patterns_give_what_can_be_checked_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b/two.pdf", "b/one.docx", "b/notes.txt", "b/.hidden.pdf", "b/.git/x.pdf", "a.html"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_bytes(
            b"%PDF-1.7" if name.endswith("pdf") else b"PK\x03\x04" if "docx" in name else b"<html>"
        )
    Path("b/release.json").write_text('{"format": "prexport/1"}')
    Path("b/package.json").write_text('{"name": "x"}')
    found = [str(target.path) for target in targets_of([Path("b"), Path("*.html"), Path("b/two.pdf")])]
    assert found == ["b/one.docx", "b/release.json", "b/two.pdf", "a.html"]
    assert [target.kind for target in targets_of([Path("b/package.json")])] == [Kind.RELEASE]


def test_what_cannot_be_checked_says_why(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    missing, words = targets_of([tmp_path / "none.pdf", tmp_path / "notes.txt"])
    assert missing.problem and "does not exist" in missing.problem.message
    assert words.problem and "is no PDF, DOCX, HTML or release" in words.problem.message


def test_nothing_to_check_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to check"):
        targets_of([tmp_path])
    with pytest.raises(UsageError, match="nothing to check"):
        targets_of([tmp_path / "*.pdf"])
