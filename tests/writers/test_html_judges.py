"""Every sample in every brand before the judges from outside: axe-core, Siteimprove's Alfa and the Nu checker."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from html_pages import MEDIA, every_brand, every_medium, every_sample, page
from prexport.checks import axe, nu
from prexport.checks.alfa import Alfa
from prexport.checks.browser import Browser
from prexport.checks.tools import Failure

# What a judge says wrongly: (judge, medium, rule, a part of its message), each with the reason why it is no fault.
# What Nu says wrongly of the security policy stands in `prexport.checks.nu`.
FALSE_ALARMS: dict[tuple[str, str, str, str], str] = {
    (
        "axe-core",
        "phone",
        "color-contrast",
        "partially obscured by another element",
    ): "cells of a wide table are scrolled out of its region; wider media decide the same cells",
    ("axe-core", "print", "target-size", "insufficient size"): "nobody points at paper",
    ("Alfa", "print", "sia-r111", "Target has insufficient size"): "nobody points at paper",
    (
        "axe-core",
        "forced colours",
        "color-contrast",
        "1:1 contrast ratio",
    ): "axe mixes the author's colours with those that the system put in their place",
    **{
        (
            "axe-core",
            medium,
            "color-contrast",
            "partially overlaps other elements",
        ): "a link of two lines reaches over its parent, on the same ground; the brand's contrast rule holds it"
        for medium in MEDIA
    },
}


@pytest.fixture(scope="module")
def alfa(browser: Browser) -> Iterator[Alfa]:
    with Alfa(browser) as started:
        yield started


def faults(failures: list[Failure], medium: str) -> str:
    """What is left when the false alarms are taken away, a line each."""
    return "\n".join(str(failure) for failure in failures if not is_false_alarm(failure, medium))


def is_false_alarm(failure: Failure, medium: str) -> bool:
    return any(
        (failure.judge, medium, failure.rule) == (judge, where, rule) and part in failure.message
        for judge, where, rule, part in FALSE_ALARMS
    )


@every_medium
@every_brand
@every_sample
def test_axe_finds_nothing(sample: str, brand: str, medium: str, browser: Browser) -> None:
    found = axe.check(browser, page(sample, brand), MEDIA[medium])
    assert not (left := faults(found, medium)), left


@every_medium
@every_brand
@every_sample
def test_alfa_finds_nothing(sample: str, brand: str, medium: str, alfa: Alfa) -> None:
    found = alfa.check(page(sample, brand), MEDIA[medium])
    assert not (left := faults(found, medium)), left


@every_brand
@every_sample
def test_the_nu_checker_finds_nothing(sample: str, brand: str) -> None:
    found = nu.check(page(sample, brand))
    assert not found, "\n".join(map(str, found))
