"""Every sample in every brand before the judges from outside.

axe-core, Siteimprove's Alfa and the Nu checker decide; HTML_CodeSniffer and IBM's engine are heard besides.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from html_pages import MEDIA, every_brand, every_medium, every_sample, page
from prexport.checks import axe, htmlcs, ibm, nu
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
        (judge, medium, rule, part): reason
        for medium in MEDIA
        for judge, rule, part, reason in (
            (
                "HTML_CodeSniffer",
                "1_1_1.H67.2",
                "marked so that it is ignored",
                "it asks whether the picture is decoration: the author has said so, or it is a mark beside its name",
            ),
            (
                "HTML_CodeSniffer",
                "1_3_1.H48",
                "If this element contains a navigation section",
                "a sentence with two links in it is no navigation",
            ),
            (
                "HTML_CodeSniffer",
                "1_4_6.G17.Abs",
                "absolutely positioned",
                "it asks what lies behind: the skip link brings its own ground, what is only spoken has no colour",
            ),
            (
                "IBM Equal Access",
                "element_attribute_deprecated",
                '"http-equiv" is deprecated',
                "HTML Living Standard 4.2.5.3: content-security-policy is one of the values it may have",
            ),
            (
                "IBM Equal Access",
                "element_attribute_deprecated",
                '"start" is deprecated',
                "HTML Living Standard 4.4.5: a list may begin at any number; HTML 4 had dropped it",
            ),
            (
                "IBM Equal Access",
                "figure_label_exists",
                "does not have an associated label",
                "HTML Living Standard 4.4.12: a caption is optional; decoration has nothing to say",
            ),
            (
                "IBM Equal Access",
                "aria_complementary_labelled",
                '"complementary" role does not have a label',
                "HTML-AAM: an aside in an article is no landmark unless it is named, and this one shall be none",
            ),
            (
                "IBM Equal Access",
                "aria_content_in_landmark",
                "not within a landmark",
                "the skip link is the way past all landmarks, so it stands before them",
            ),
            (
                "IBM Equal Access",
                "element_tabbable_role_valid",
                "role 'region' is not a widget role",
                "what scrolls must be reached by the keyboard (WCAG 2.1.1), and Safari does it only by tabindex",
            ),
        )
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


@pytest.mark.parametrize("medium", ["light", "dark"])
@every_brand
@every_sample
def test_html_codesniffer_finds_nothing(sample: str, brand: str, medium: str, browser: Browser) -> None:
    found = htmlcs.check(browser, page(sample, brand), MEDIA[medium])
    assert not (left := faults(found, medium)), left


@pytest.mark.parametrize("medium", ["light", "phone"])
@every_brand
@every_sample
def test_ibm_s_engine_finds_nothing(sample: str, brand: str, medium: str, browser: Browser) -> None:
    found = ibm.check(browser, page(sample, brand), MEDIA[medium])
    assert not (left := faults(found, medium)), left


@every_brand
@every_sample
def test_the_nu_checker_finds_nothing(sample: str, brand: str) -> None:
    found = nu.check(page(sample, brand))
    assert not found, "\n".join(map(str, found))
