"""Running the shell steps of a composite action as GitHub's runner does, without GitHub.

Expressions are those that our action uses: an input, or an output of a step before. Steps that use other actions, and
conditions, are left to the tests.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

_EXPRESSION = re.compile(r"\$\{\{ *(inputs|steps)\.([\w-]+)(?:\.outputs\.([\w-]+))? *\}\}")


@dataclass(frozen=True, slots=True)
class Done:
    """What a step left behind."""

    code: int
    out: str
    err: str


@dataclass(slots=True)
class Runner:
    """A job in `workspace`; programs in `bin` come before all others."""

    action: dict[str, Any]
    workspace: Path
    temp: Path
    bin: Path
    inputs: dict[str, str] = field(default_factory=dict)
    outputs: dict[str, dict[str, str]] = field(default_factory=dict)

    def step(self, name: str) -> dict[str, Any]:
        """The step of that name."""
        return next(step for step in self.action["runs"]["steps"] if step["name"] == name)

    def run(self, name: str, **environment: str) -> Done:
        """Run one step's script; its outputs are known to the steps after it."""
        step = self.step(name)
        files = {each: self.temp / each for each in ("GITHUB_OUTPUT", "GITHUB_ENV", "GITHUB_STEP_SUMMARY")}
        files["GITHUB_OUTPUT"].write_text("", encoding="utf-8")
        script = self.temp / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.workspace,
            env={
                **os.environ,
                "PATH": f"{self.bin}:{os.environ['PATH']}",
                "RUNNER_TEMP": str(self.temp),
                **{key: str(file) for key, file in files.items()},
                **{key: self.resolved(value) for key, value in step.get("env", {}).items()},
                **environment,
            },
            capture_output=True,
            text=True,
            check=False,
        )
        if "id" in step:
            lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
            self.outputs[step["id"]] = dict(line.split("=", 1) for line in lines)
        return Done(done.returncode, done.stdout, done.stderr)

    def resolved(self, text: str) -> str:
        """The text with its expressions replaced; an output that was never written is empty, as with GitHub."""

        def value(match: re.Match[str]) -> str:
            kind, name, output = match.groups()
            if kind == "inputs":
                return self.inputs.get(name, str(self.action["inputs"][name]["default"]))
            return self.outputs.get(name, {}).get(output, "")

        return _EXPRESSION.sub(value, text)

    def summary(self) -> str:
        """What the steps have written for the page of the job."""
        file = self.temp / "GITHUB_STEP_SUMMARY"
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def environment(self) -> str:
        """What the steps have set for the steps after them."""
        return (self.temp / "GITHUB_ENV").read_text(encoding="utf-8")
