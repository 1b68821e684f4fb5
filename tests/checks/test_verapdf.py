"""veraPDF sees faults of every kind of rule, and a veraPDF that doesn't come to its end is never a pass."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from weasyprint import HTML

from prexport.checks import java, verapdf
from prexport.errors import CheckerFailed, MissingTool, UsageError

PAGE = "<html lang=en><title>Opening</title><h1>Opening</h1><p>It opens.</p>"


def rules(pdf: bytes, *flavours: str) -> set[tuple[str, str]]:
    return {(failure.standard, failure.rule) for failure in verapdf.validate(pdf, flavours)}


@pytest.fixture(scope="module")
def accessible() -> bytes:
    pdf = HTML(string=PAGE).write_pdf(pdf_variant="pdf/ua-1")
    assert isinstance(pdf, bytes)
    return pdf


def test_it_is_there() -> None:
    tool = verapdf.probe()
    assert tool.is_ready, tool
    assert tool.version.startswith("1.31."), (
        "the notes in verapdf_rules are about this version: read them again"
    )


def test_a_good_file_has_no_failure(accessible: bytes, tmp_path: Path) -> None:
    assert verapdf.validate(accessible, ["ua1"]) == []
    file = tmp_path / "good.pdf"
    file.write_bytes(accessible)
    assert verapdf.validate(file, ["ua1"]) == []


def test_a_file_without_tags_fails_with_clause_message_and_place() -> None:
    failures = verapdf.validate(HTML(string=PAGE).write_pdf(), ["ua1"])
    found = {failure.rule: failure for failure in failures}
    assert {"5-1", "6.2-1", "7.1-8"} & set(found)
    assert "MarkInfo dictionary is not present" in found["6.2-1"].message
    assert found["6.2-1"].where == "root"


def test_rules_that_need_the_whole_document_are_judged() -> None:
    # 7.4.4-3 (H and H1 in one document) is a deferred rule, which a careless copy of the profile never asks.
    page = HTML(string=PAGE.replace("<p>It opens.</p>", "<h1>Again</h1>"))
    with pikepdf.open(io.BytesIO(page.write_pdf(pdf_variant="pdf/ua-1"))) as pdf:
        headings = [
            item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/H1"
        ]
        assert len(headings) == 2
        headings[0]["/S"] = pikepdf.Name("/H")
        out = io.BytesIO()
        pdf.save(out)
    assert ("ua1", "7.4.4-3") in rules(out.getvalue(), "ua1")


@pytest.mark.parametrize("flavour", sorted(verapdf.FLAVOURS))
def test_every_flavour_sees_a_file_that_does_not_claim_it(flavour: str) -> None:
    plain = HTML(string=PAGE).write_pdf()
    assert any(failure.standard == flavour for failure in verapdf.validate(plain, [flavour]))


def test_one_call_judges_by_several_flavours(accessible: bytes) -> None:
    found = rules(accessible, "ua1", "3a", "2a")
    assert {standard for standard, _ in found} == {"3a", "2a"}


def test_flavours_judged_together_say_what_each_says_alone() -> None:
    # veraPDF's factory has no such validator; `verapdf_rules` makes one by a constructor that is not public.
    plain = HTML(string=PAGE).write_pdf()
    together = ("3a", "ua1", "ua2", "4f", "wt1a", "wt1r", "1b")
    told = verapdf.validate(plain, together)
    alone = [failure for flavour in together for failure in verapdf.validate(plain, [flavour])]
    assert [(each.standard, each.rule, each.message) for each in told] == [
        (each.standard, each.rule, each.message) for each in alone
    ]
    assert {failure.standard for failure in told} == set(together)


def test_what_is_no_pdf_fails() -> None:
    assert rules(b"not a PDF at all", "ua1") == {("ua1", "unreadable")}


def test_the_order_of_failures_is_stable(accessible: bytes) -> None:
    def fresh() -> str:
        code = (
            "import sys; from prexport.checks import java, verapdf\n"
            "for f in verapdf.validate(sys.stdin.buffer.read(), ['4f', 'wt1a']): print(f)"
        )
        return subprocess.run(
            [sys.executable, "-c", code], input=accessible, capture_output=True, check=True
        ).stdout.decode()

    assert fresh() == fresh() != ""


def test_a_file_that_takes_too_long_is_no_pass(accessible: bytes) -> None:
    with pytest.raises(CheckerFailed, match="stopped after"):
        verapdf.validate(accessible, ["ua2"], timeout=0.001)
    assert verapdf.validate(accessible, ["ua1"]) == [], "the next file gets a process of its own"


def test_a_crash_is_no_pass(accessible: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\necho 'no room for the Java machine' >&2\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(java, "_kept", [])
    monkeypatch.setattr(sys, "executable", str(broken))
    with pytest.raises(CheckerFailed, match="no room for the Java machine"):
        verapdf.validate(accessible, ["ua1"])


def test_a_missing_package_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verapdf, "_MODULES", {"no_such_java": "java-for-all"})
    with pytest.raises(MissingTool, match="no_such_java") as caught:
        verapdf.validate(b"", ["ua1"])
    assert caught.value.mend == "pip install java-for-all"


@pytest.mark.parametrize("flavours", [["ua9"], []], ids=["unknown", "none"])
def test_a_flavour_is_asked_for(flavours: list[str]) -> None:
    with pytest.raises(UsageError):
        verapdf.validate(b"", flavours)
