"""The rooms of the house: imports run downward, start-up is light, modules fit in the head."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

# Each storey may import from those above it in this list, and never from its own neighbours.
STOREYS: tuple[frozenset[str], ...] = (
    frozenset({"records"}),
    frozenset({"findings"}),
    frozenset({"errors", "rules"}),
    frozenset({"release", "opc", "pdf_file"}),
    frozenset({"document", "brand"}),
    frozenset({"lint", "writers", "readers", "carried", "reports"}),
    frozenset({"checks", "policy"}),
    frozenset({"formats", "save"}),
    frozenset({"export", "extract"}),
    frozenset({"manifest", "checking"}),
    frozenset({"fixity"}),
    frozenset({"cli"}),
    frozenset({"__main__"}),
)
FORBIDDEN_NAMES = {"util", "utils", "helper", "helpers", "manager", "managers", "misc", "common"}
LONGEST_MODULE = 400
# What a command that only prints its help must not load.
HEAVY = frozenset(
    [
        "weasyprint",
        "docx",
        "PIL",
        "babel",
        "pydantic",
        "lxml",
        "rich",
        "fontTools",
        "pikepdf",
        "reportlab",
        "phonenumbers",
    ]
)
# Dependencies that no module names: data that zoneinfo reads where the system has none.
UNNAMED_DEPENDENCIES = {"tzdata"}

# Distributions that another one pins exactly, and that count as a part of it.
PARTS = {"pydantic-core": "pydantic"}


@pytest.fixture(scope="module")
def package(repository: Path) -> Path:
    return repository / "src" / "prexport"


def modules(package: Path) -> Iterator[tuple[str, Path]]:
    for file in sorted(package.rglob("*.py")):
        parts = file.relative_to(package.parent).with_suffix("").parts
        yield ".".join(part for part in parts if part != "__init__"), file


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Yield the line and the module of every import, those inside functions too."""
    for node in ast.walk(ast.parse(file.read_bytes(), str(file))):
        match node:
            case ast.Import(names=names):
                yield from ((node.lineno, name.name) for name in names)
            case ast.ImportFrom(module=str(module), level=0, names=names):
                yield node.lineno, module
                yield from ((node.lineno, f"{module}.{name.name}") for name in names)


def room(module: str) -> str:
    """Give the room of a module: the first name below the package, "" for the package itself."""
    return [*module.split("."), ""][1]


def storey(module: str) -> int | None:
    return next((number for number, rooms in enumerate(STOREYS) if room(module) in rooms), None)


def test_imports_run_downward(package: Path) -> None:
    faults = []
    for module, file in modules(package):
        for line, target in imports(file):
            below = storey(target)
            if target.split(".")[0] != "prexport" or below is None or room(target) == room(module):
                continue
            here = storey(module)
            if here is not None and below >= here:
                faults.append(f"{file.relative_to(package)}:{line}: {room(module)} imports {target}")
    assert not faults, "these imports run upward or sideways (see STOREYS):\n" + "\n".join(
        sorted(set(faults))
    )


def test_every_room_has_its_storey(package: Path) -> None:
    rooms = {room(module) for module, _ in modules(package)} - {""}
    homeless = rooms - frozenset().union(*STOREYS)
    assert not homeless, (
        f"give these rooms a place in STOREYS, and in docs/architecture.md: {sorted(homeless)}"
    )


def test_no_module_imports_itself_in_a_circle(package: Path) -> None:
    known = dict(modules(package))
    edges = {
        module: sorted({target for _, target in imports(file) if target in known and target != module})
        for module, file in known.items()
    }
    done: set[str] = set()

    def walk(module: str, path: tuple[str, ...]) -> None:
        if module in path:
            circle = (*path[path.index(module) :], module)
            pytest.fail("modules import each other: " + " -> ".join(circle), pytrace=False)
        if module not in done:
            for target in edges[module]:
                walk(target, (*path, module))
            done.add(module)

    for module in edges:
        walk(module, ())


def test_modules_fit_in_the_head(package: Path) -> None:
    lengths = {
        str(file.relative_to(package)): len(file.read_bytes().splitlines()) for _, file in modules(package)
    }
    long = {name: length for name, length in lengths.items() if length > LONGEST_MODULE}
    assert not long, f"split these modules; {LONGEST_MODULE} lines is the most: {long}"


def test_names_say_what_is_inside(package: Path) -> None:
    vague = [module for module, _ in modules(package) if FORBIDDEN_NAMES & set(module.split("."))]
    assert not vague, f"name these modules by a noun or a stage's verb: {vague}"


@pytest.mark.parametrize(
    ("run", "allowed"),
    [
        ("import prexport.cli", set()),
        # Typer draws its help with rich.
        ("import prexport.cli; sys.argv = ['prexport', '--help']; prexport.cli.main()", {"rich"}),
    ],
    ids=["import", "help"],
)
def test_starting_the_command_line_loads_nothing_heavy(run: str, allowed: set[str]) -> None:
    code = f"import atexit, sys; atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr)); {run}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    loaded = set(done.stderr.split())
    assert "prexport.cli" in loaded, done.stderr
    heavy = sorted(HEAVY & loaded - allowed)
    assert not heavy, f"import these inside the functions that need them: {heavy}"


def test_dependencies_are_declared_and_used(package: Path, repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    needed = {normal(requirement) for requirement in project["dependencies"]}
    optional = {normal(requirement) for extra in extras for requirement in extra}
    names = {target.split(".")[0] for _, file in modules(package) for _, target in imports(file)}
    distributions = packages_distributions()
    used = {
        PARTS.get(normal(distribution), normal(distribution))
        for name in names - sys.stdlib_module_names - {"prexport"}
        for distribution in distributions.get(name, [name])
    }
    undeclared = sorted(used - needed - optional)
    assert not undeclared, f"imported, but not declared in pyproject.toml: {undeclared}"
    unused = sorted(needed - used - UNNAMED_DEPENDENCIES)
    assert not unused, f"declared in pyproject.toml, but never imported: {unused}"


def normal(requirement: str) -> str:
    """Give the normalised name of a distribution (PEP 503) from a requirement."""
    name = re.match(r"[A-Za-z0-9._-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()
