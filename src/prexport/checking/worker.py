"""One worker: at most one reading process, one Java machine and one browser for all the files that it is given."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from prexport.checking.judges import JUDGES, flaws_of, missing
from prexport.checking.kinds import Kind
from prexport.checking.options import CheckOptions
from prexport.checking.outcomes import Checked
from prexport.checking.wire import finding_from_json
from prexport.checks import nu, ooxml, verapdf
from prexport.checks.child import Answer, Child, ChildFailed
from prexport.checks.flaws import Flaw, findings_of
from prexport.checks.java import Java
from prexport.checks.tools import Failure, Tool
from prexport.errors import CheckerFailed, InternalError, PrexportError, UnusableBrand, UnusableInput

_READING = "prexport.checking.reading_child"
_BROWSER = "prexport.checks.browser_child"
_OFFICES = ("Microsoft365",)
_ERRORS = {"UnusableBrand": UnusableBrand, "UnusableInput": UnusableInput, "CheckerFailed": CheckerFailed}
_AGAIN = "Try again; if it stays so, report it to the makers of prexport with the file."


class Worker:
    """Checks one file after another. Not thread-safe, but for `stop`."""

    def __init__(self, options: CheckOptions, tools: dict[str, Tool]) -> None:
        """Start nothing yet: each process is started by the first file that needs it."""
        self._options = options
        self._tools = tools
        self._children: dict[str, Child] = {}
        self._java = Java()
        self._stopped = False

    def stop(self) -> None:
        """Kill all processes of the worker, for good."""
        self._stopped = True
        self._java.stop()
        for child in list(self._children.values()):
            child.stop()

    def check(self, path: Path, kind: Kind, sibling: Path | None = None) -> Checked:
        """Check one file; what can't be done is told in `error`, never raised."""
        try:
            return self._lint(path) if kind is Kind.RELEASE else self._artefact(path, kind, sibling)
        except PrexportError as error:
            return Checked(path=str(path), kind=kind, error=error)

    def _lint(self, path: Path) -> Checked:
        gate = self._options.gate
        request = {
            "op": "lint",
            "path": str(path),
            "brand": self._options.brand,
            "gate": gate and gate.isoformat(),
        }
        answer = self._read(request)
        if answer is None:
            flaw = Flaw("artefact-too-large", f"Judging the release took more than {self._bounds}.")
            return Checked(path=str(path), kind=Kind.RELEASE, findings=findings_of([flaw], str(path)))
        findings = tuple(map(finding_from_json, answer["findings"]))
        return Checked(path=str(path), kind=Kind.RELEASE, findings=findings, unusable=answer["unusable"])

    def _artefact(self, path: Path, kind: Kind, sibling: Path | None) -> Checked:
        against = self._options.against
        answer = self._read(
            {
                "op": "read",
                "path": str(path),
                "kind": kind,
                "against": str(against or ""),
                "sibling": str(sibling or ""),
            }
        )
        if answer is None:
            flaw = Flaw("artefact-too-large", f"Reading the file took more than {self._bounds}.")
            return Checked(path=str(path), kind=kind, findings=findings_of([flaw], str(path)))
        flaws: list[Flaw] = []
        error: PrexportError | None = None
        if answer["is_readable"]:
            flaws, error = self._judged(path, kind, self._options.flavours or tuple(answer["flavours"]))
        findings = [*map(finding_from_json, answer["findings"]), *findings_of(flaws, str(path))]
        return Checked(
            path=str(path),
            kind=kind,
            findings=tuple(sorted(findings, key=lambda finding: finding.sort_key)),
            error=error,
            identity=answer["identity"],
            source=answer["source"],
            photos=tuple((alt, photo) for alt, photo in answer["photos"]),
        )

    # ---------------------------------------------------------------- judges

    def _judged(
        self, path: Path, kind: Kind, flavours: tuple[str, ...]
    ) -> tuple[list[Flaw], PrexportError | None]:
        """What all judges of the file say; one that fails doesn't keep the others from speaking."""
        flaws: list[Flaw] = []
        failed: PrexportError | None = None
        for judge in JUDGES.values():
            if judge.kind is not kind:
                continue
            tool = self._tools[judge.name]
            if not tool.is_ready:
                flaws.append(missing(tool))
                continue
            try:
                flaws += flaws_of(judge.name, self._ask(judge.name, path, flavours))
            except PrexportError as error:
                failed = failed or error
        return flaws, failed

    def _ask(self, judge: str, path: Path, flavours: tuple[str, ...]) -> list[Failure]:
        timeout = self._options.timeout
        match judge:
            case "verapdf":
                return verapdf.validate(path, flavours, timeout=timeout, java=self._java) if flavours else []
            case "nu":
                return nu.check(path, timeout=timeout, java=self._java)
            case "axe":
                return self._axe(path)
            case _:
                return ooxml.validate(path, _OFFICES, timeout=timeout)

    def _axe(self, path: Path) -> list[Failure]:
        timeout = self._options.timeout
        try:
            answer = self._child(_BROWSER).ask({"op": "axe", "path": str(path), "timeout": timeout}, timeout)
        except ChildFailed as failure:
            if failure.late:
                message = f"axe-core was stopped after {timeout:g} s without a verdict."
                raise CheckerFailed(
                    message, "Allow it more time with --timeout, or split the file."
                ) from None
            raise CheckerFailed(f"axe-core crashed: {failure.words}", _AGAIN) from None
        return [Failure(**each) for each in _sound(answer)["failures"]]

    # ---------------------------------------------------------------- reading

    def _read(self, request: dict[str, Any]) -> Answer | None:
        """The answer of the reading process; None when the file was too much for it."""
        try:
            answer = self._child(_READING).ask(request, self._options.timeout)
        except ChildFailed:
            return None
        if answer.get("too_large"):
            self._children.pop(_READING).stop()  # what is left of its memory is nobody's guess
            return None
        return _sound(answer)

    def _child(self, module: str) -> Child:
        if self._stopped:
            raise CheckerFailed("The run was stopped.", "Run the same command again.")
        child = self._children.get(module)
        if child is None or not child.is_alive:
            child = self._children[module] = Child(module)
        return child

    @property
    def _bounds(self) -> str:
        return f"{self._options.timeout:g} seconds, or more memory than any release needs, and was stopped"


def _sound(answer: Answer) -> Answer:
    """The answer, when it is one; raises what the child could not do."""
    if "bug" in answer:
        raise InternalError(
            f"This is a bug in prexport, not in your file: {answer['bug']}",
            "Send us the file, and this: " + " ".join(answer["trace"].split())[-600:],
        )
    if "error" in answer:
        raise _ERRORS.get(answer["error"], InternalError)(answer["message"], answer["mend"])
    return answer
