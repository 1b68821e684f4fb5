"""What all tests share: the goldens, one browser, and Hypothesis without chance."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from prexport.checks.browser import Browser

pytest_plugins = ["goldens", "pytester"]

# CI repeats the same examples every time; a developer's machine looks for new ones.
settings.register_profile("developer", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("developer"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI", "").lower() == "true" else "developer")

REPOSITORY = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def repository() -> Path:
    """Give the root of the work tree."""
    return REPOSITORY


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the one Chromium of this process; a missing one fails the test that asks for it."""
    with Browser() as started:
        yield started
