"""The Nu HTML checker sees broken HTML and CSS, and a checker that breaks is never a pass."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from prexport.checks import java, nu, tools
from prexport.errors import CheckerFailed, MissingTool

GOOD = '<!doctype html>\n<html lang="en"><title>Opening</title><body><h1>It opens</h1></body></html>'


def test_it_is_there() -> None:
    tool = nu.probe()
    assert tool.is_ready, tool


def test_a_good_page_has_no_failure(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(GOOD)
    assert nu.check(file) == []


def test_bad_markup_and_bad_css_fail_with_their_place() -> None:
    page = GOOD.replace("<h1>", "<style>p { colour: red }</style><img src='a.png'><h1>")
    found = {failure.message: failure.where for failure in nu.check(page)}
    assert any("must have an “alt” attribute" in message for message in found)
    assert any("Property “colour” doesn't exist" in message for message in found)
    assert all(where.startswith("line 2, column ") for where in found.values()), found


def test_a_warning_is_a_failure_of_its_own_rule() -> None:
    failures = nu.check(GOOD.replace(' lang="en"', ""))
    assert [failure.rule for failure in failures] == ["html-warning"]


POLICY = "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; img-src data:\">"


def test_a_policy_is_not_said_to_forbid_what_browsers_let_through() -> None:
    block = '<script type="application/ld+json">{"name": "x"}</script>'
    image = '<img alt="" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">'
    page = GOOD.replace("<title>", f"{POLICY}{block}<title>").replace("<h1>", f"{image}<h1>")
    assert nu.check(page) == []


def test_a_policy_that_forbids_is_a_failure() -> None:
    page = GOOD.replace("<title>", f"{POLICY}<script>x()</script><title>")
    page = page.replace("<h1>", '<img alt="" src="https://example.org/a.gif"><h1>')
    assert len(nu.check(page)) == 2


@pytest.mark.parametrize(("policy", "failures"), [("img-src data: 'self'", 1), ("img-src data:", 2)])
def test_pictures_beside_the_page_are_its_own(policy: str, failures: int) -> None:
    declared = f'<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; {policy}">'
    pictures = '<img alt="" src="page_files/a.jpg"><img alt="" src="https://example.org/a.jpg">'
    page = GOOD.replace("<title>", f"{declared}<title>").replace("<h1>", f"{pictures}<h1>")
    assert len(nu.check(page)) == failures


def test_a_missing_checker_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path))
    with pytest.raises(MissingTool) as caught:
        nu.check(GOOD)
    assert "vnu-jar@" in caught.value.mend


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("echo 'no memory' >&2; exit 1", "crashed: no memory"),
        ("exec sleep 60", "stopped after 0.2 s without a verdict"),
        ("echo rubbish", "crashed: it ended with code"),
        (
            'read line; echo \'{"messages": [{"type": "non-document-error", "message": "broke"}]}\'',
            "broke: broke",
        ),
    ],
    ids=["crash", "hang", "rubbish", "inner fault"],
)
def test_a_broken_checker_is_no_pass(
    script: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)
    monkeypatch.setattr(java, "_kept", [])
    monkeypatch.setattr(sys, "executable", str(python))
    with pytest.raises(CheckerFailed, match=why):
        nu.check(GOOD, timeout=0.2 if "sleep" in script else 60)
