"""Whatever stands in messages and file names, no report breaks, and none says more than one thing a line."""

from __future__ import annotations

import json
import re
from pathlib import PurePath
from urllib.parse import unquote

from hypothesis import example, given, strategies as st
from lxml import etree
from markdown_it import MarkdownIt

from prexport.errors import UnusableInput
from prexport.findings import Finding, Place, Severity
from prexport.release.source import Source
from prexport.reports.report import Excuse, ExcuseKind, Outcome, Report, Reported
from prexport.reports.table import REPORTS, told
from reports.test_cases import hold_against_schemas

ODD = st.text(
    st.one_of(st.characters(), st.sampled_from("|<>&\"'`\\*_[]{}%:,\r\n\t\0\x1b\u2028\u202e\udcff~#@!")),
    min_size=1,
)


def report(message: str, path: str, excused: bool) -> Report:
    finding = Finding(
        "link-vague",
        Severity.WARNING,
        Place(path, 1, 1, f"/{message}", 3),
        message,
        message,
        artefact=path if excused else "",
        element=message,
    )
    excuse = Excuse(ExcuseKind.WAIVER, message, "2027-01-31") if excused else None
    stopped = Outcome(path=path + "2", error=UnusableInput(message, message), exit_code=3)
    judged = Outcome(path=path, reported=(Reported(finding, "f" * 32, excuse),), files=(path,))
    return Report(outcomes=(judged, stopped), exit_code=3, sources={path: Source(path, message)})


@given(message=ODD, path=ODD, excused=st.booleans())
@example(message="a\nb::error::c", path="a,b:c%2C\n.json", excused=False)
@example(message="| x | [y](z) |", path="|.json", excused=True)
@example(message="]]>\x00\ud800", path="\udc80.json", excused=False)
def test_no_report_breaks(message: str, path: str, excused: bool) -> None:
    whole = report(message, path, excused)
    reports = {name: told(name, whole) for name in REPORTS}
    for text in reports.values():
        text.encode("utf-8")
    hold_against_schemas(reports)
    inputs = json.loads(reports["json"])["inputs"]
    assert inputs[0]["findings"][0]["message"] == message
    assert len(etree.fromstring(reports["junit"].encode()).findall("testsuite/testcase")) == 2


@given(message=ODD, path=ODD, excused=st.booleans())
def test_github_gets_one_command_a_line_with_the_path_in_it(message: str, path: str, excused: bool) -> None:
    commands = REPORTS["github"](report(message, path, excused)).split("\n")
    assert len(commands) == 3
    assert commands[2] == ""
    for command in commands[:2]:
        match = re.fullmatch(r"::(warning|notice|error) ([^:\r]*)::[^\r]*", command)
        assert match, command
        properties = dict(each.split("=", 1) for each in match[2].split(","))
        assert properties.keys() >= {"file", "title"}
        # As the runner undoes it.
        file = properties["file"].replace("%0D", "\r").replace("%0A", "\n")
        file = file.replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
        assert file.rstrip("2") in (path.rstrip("2"), _as_posix(path).rstrip("2"))


@given(message=ODD, path=ODD, excused=st.booleans())
def test_markdown_is_a_table_of_text(message: str, path: str, excused: bool) -> None:
    text = REPORTS["markdown"](report(message, path, excused))
    tokens = MarkdownIt("gfm-like", {"linkify": False, "html": True}).parse(text)
    assert sum(token.type == "table_open" for token in tokens) == 1
    assert sum(token.type == "tr_open" for token in tokens) == 2
    inline = [each for token in tokens for each in token.children or ()]
    kinds = {each.type for each in inline} - {
        "text",
        "text_special",
        "code_inline",
        "strong_open",
        "strong_close",
    }
    assert kinds <= {"softbreak"}
    assert not any(token.type == "html_block" for token in tokens)


@given(path=ODD)
def test_a_path_in_sarif_is_a_relative_reference(path: str) -> None:
    run = json.loads(REPORTS["sarif"](report("x", path, excused=False)))["runs"][0]
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~/%-]+|file:///[A-Za-z0-9._~/%-]*", uri), uri
    sound = path.encode("utf-8", "replace").decode()
    if path == sound and not path.startswith("/"):
        assert unquote(uri) == _as_posix(path)


def _as_posix(path: str) -> str:
    return PurePath(path).as_posix()
