"""The composite action is well formed, and its steps do what they say: with programs played, and with the real one."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from delivery.workflow import Runner
from reports.test_cases import sarif_schema

REPOSITORY = Path(__file__).resolve().parent.parent.parent
ACTION = REPOSITORY / "action.yml"
CASES = REPOSITORY / "tests" / "cases" / "cli"

# Writes down how it was called, and leaves with the code that the test asks for.
PLAYED = """#!{python}
import os, sys
from pathlib import Path
with open(os.environ["CALLS"], "a") as calls:
    print(Path(sys.argv[0]).name, *map(repr, sys.argv[1:]), file=calls)
for argument in sys.argv:
    name, equals, path = argument.partition("=")
    if name in ("sarif", "junit", "markdown") and equals:
        Path(path).write_text("## prexport: played\\n")
sys.exit(int(os.environ.get("CODE_" + sys.argv[1].upper(), "0")) if len(sys.argv) > 1 else 0)
"""


@pytest.fixture
def action() -> dict[str, Any]:
    loaded: dict[str, Any] = YAML(typ="safe").load(ACTION)
    return loaded


@pytest.fixture
def runner(action: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Give a job in an empty workspace, in which every program that the action calls is played."""
    folders = {name: tmp_path / name for name in ("workspace", "temp", "bin")}
    for folder in folders.values():
        folder.mkdir()
    for name in ("prexport", "python", "npm", "sudo", "chromium"):
        play(folders["bin"] / name, PLAYED.format(python=sys.executable))
    monkeypatch.setenv("CALLS", str(tmp_path / "calls"))
    return Runner(action, folders["workspace"], folders["temp"], folders["bin"])


def play(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def calls(runner: Runner) -> list[list[str]]:
    file = runner.temp.parent / "calls"
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    return [shlex.split(line) for line in lines]


def test_the_action_is_valid() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", ACTION],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_inputs_are_used_and_those_used_are_declared(action: dict[str, Any]) -> None:
    text = ACTION.read_text(encoding="utf-8")
    used = set(re.findall(r"inputs\.([\w-]+)", text))
    assert used == set(action["inputs"])
    steps = {step["id"] for step in action["runs"]["steps"] if "id" in step}
    assert set(re.findall(r"steps\.([\w-]+)\.", text)) == steps


def test_no_input_is_pasted_into_a_script(action: dict[str, Any]) -> None:
    scripts = [step["run"] for step in action["runs"]["steps"] if "run" in step]
    assert len(scripts) == 5
    assert not any("${{" in script for script in scripts)


def test_the_documents_show_every_input(action: dict[str, Any]) -> None:
    text = (REPOSITORY / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"^\| `([\w-]+)` \| (.*?)\|", text.partition("## GitHub Actions")[2], re.M))
    wanted = {name: str(each["default"]) for name, each in action["inputs"].items()}
    assert {name: default.strip(" `") for name, default in shown.items()} == wanted


@pytest.mark.parametrize(
    ("judges", "fonts", "wanted"),
    [
        ("true", "false", "[checks]"),
        ("false", "true", "[cjk]"),
        ("true", "true", "[checks,cjk]"),
        ("false", "false", ""),
    ],
)
def test_what_is_installed(runner: Runner, judges: str, fonts: str, wanted: str) -> None:
    runner.inputs = {"judges": judges, "cjk-fonts": fonts}
    done = runner.run("Install prexport", GITHUB_ACTION_PATH="/the action")
    assert done.code == 0, done.err
    called = calls(runner)
    assert [call[:2] for call in called[:2]] == [["sudo", "apt-get"], ["sudo", "apt-get"]]
    assert called[2][:4] == ["python", "-m", "pip", "install"]
    assert called[2][-1] == f"/the action{wanted}"
    npm = [call for call in called if call[0] == "npm"]
    assert len(npm) == (judges == "true")
    if npm:
        assert runner.environment().splitlines() == [
            "PREXPORT_NODE_MODULES=/the action/node_modules",
            f"PREXPORT_CHROMIUM={runner.bin}/chromium",
        ]


def test_releases_are_found_by_patterns_and_paths_with_spaces(runner: Runner) -> None:
    for name in ("a/release.json", "a/b/release.json", "my news.json", "x[1].json", "other.txt"):
        file = runner.workspace / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    runner.inputs = {"releases": "**/release.json\nmy news.json\nmissing-*.json\n", "fail-on": "warning"}
    assert runner.run("Export").code == 0
    (call,) = calls(runner)
    assert call[call.index("--") + 1 :] == ["a/b/release.json", "a/release.json", "my news.json"]
    assert call[call.index("--fail-on") + 1] == "warning"
    assert "--config" not in call
    assert runner.outputs["export"]["exit-code"] == "0"
    assert runner.outputs["export"]["sarif"] == "true"


def test_no_release_is_a_failure(runner: Runner) -> None:
    done = runner.run("Export")
    assert done.out.startswith("::error title=prexport::No release was found.")
    runner.run("Check")
    assert runner.run("Tell the outcome").code == 2
    assert calls(runner) == []


@pytest.mark.parametrize(("export", "check", "code"), [(0, 0, 0), (1, 0, 1), (0, 7, 7), (3, 1, 3)])
def test_the_outcome_is_that_of_what_failed_first(runner: Runner, export: int, check: int, code: int) -> None:
    (runner.workspace / "release.json").touch()
    (runner.workspace / "prexport-out").mkdir()
    runner.inputs = {"require": "verapdf,axe", "config": "c.toml", "baseline": "b.json"}
    played = {"CODE_EXPORT": str(export), "CODE_CHECK": str(check)}
    assert runner.run("Export", **played).code == 0
    assert runner.run("Check", **played).code == 0
    assert runner.run("Summarise").code == 0
    assert runner.run("Tell the outcome").code == code
    assert runner.outputs["outcome"]["exit-code"] == str(code)
    assert runner.summary() == "## prexport export: played\n## prexport check: played\n"
    for call in calls(runner):
        assert call[call.index("--config") + 1] == "c.toml"
        assert call[call.index("--baseline") + 1] == "b.json"
    required = calls(runner)[1]
    assert [required[place + 1] for place, each in enumerate(required) if each == "--require"] == [
        "verapdf",
        "axe",
    ]


def test_a_summary_is_made_even_when_nothing_was(runner: Runner) -> None:
    assert runner.run("Summarise").code == 0
    assert runner.summary() == ""


def test_a_summary_that_github_would_refuse_is_only_its_heading(runner: Runner) -> None:
    runner.outputs["export"] = {"reports": str(runner.temp)}
    (runner.temp / "export.md").write_text(
        "## prexport: 9 errors\n" + "| many |\n" * 100_000, encoding="utf-8"
    )
    assert runner.run("Summarise").code == 0
    assert runner.summary() == (
        "## prexport export: 9 errors\n"
        "There are too many findings to show them here; the reports have all of them.\n"
    )


@pytest.mark.parametrize(("case", "code"), [("export-formats", 0), ("export-with-errors", 1)])
def test_the_real_program(runner: Runner, case: str, code: int) -> None:
    play(runner.bin / "prexport", f'#!/bin/sh\nexec "{sys.executable}" -P -m prexport "$@"\n')
    shutil.copy(CASES / case / "opening.json", runner.workspace / "release.json")
    runner.inputs = {"to": "html,docx"}
    # The judges from outside have their own tests.
    alone = {"PREXPORT_NODE_MODULES": str(runner.temp / "none"), "XDG_CACHE_HOME": str(runner.temp / "cache")}
    exported = runner.run("Export")
    assert runner.outputs["export"]["exit-code"] == str(code), exported.out + exported.err
    checked = runner.run("Check", **alone)
    assert runner.outputs["check"]["exit-code"] == "0", checked.out + checked.err
    assert runner.run("Summarise").code == 0
    assert runner.run("Tell the outcome").code == code
    made = sorted(path.name for path in (runner.workspace / "prexport-out").glob("*"))
    parts = ["export"]
    if code == 0:
        assert made == ["workspace.docx", "workspace.html"]
        parts.append("check")
    else:
        assert made == []
        assert exported.out.count("::error file=release.json,line=") == 3
    reports = Path(runner.outputs["export"]["reports"])
    for part in parts:
        sarif_schema().validate(json.loads((reports / f"{part}.sarif").read_text(encoding="utf-8")))
        assert f"## prexport {part}: " in runner.summary()
