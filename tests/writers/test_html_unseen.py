"""What the judges from outside don't see: no page has it, and where it is planted our own look finds it."""

from __future__ import annotations

import pytest

from html_pages import EVERYTHING, every_brand, every_sample, page
from html_unseen import unseen_faults


@every_brand
@every_sample
def test_no_page_has_a_fault_that_judges_overlook(sample: str, brand: str) -> None:
    assert unseen_faults(page(sample, brand)) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('<span lang="el">τυφώνας</span>', "τυφώνας", "GREEK in text that says it is 'en-GB'"),
        ('<p lang="ar" dir="rtl">', "<p>", "ARABIC in text that says it is 'en-GB'"),
        ('alt="Diagram of', 'alt="圖', "CJK in text that says it is 'en-GB'"),
        (
            'alt="Diagram of the tide gauge: a float in a vertical well inside the hull hangs on a cord over a wheel, '
            'and a pen joined to the wheel draws a wavy line on a roll of paper."',
            'alt="How the float in the well moved the pen on the paper"',
            "alt repeats the caption",
        ),
        (
            'alt="Illustration: an old logbook',
            'alt="IMG_2042.jpg" title="',
            "alt is a file name: 'IMG_2042.jpg'",
        ),
        (">the whole of 1952</a>", ">Click here</a>", "a link that doesn't tell its purpose: 'Click here'"),
        (">the whole of 1952</a>", ">note 1</a>", "one link text for 2 targets: 'note 1'"),
        ("<p>The work took", "<p>\u202eThe work took", "bidi control U+202E"),
        ('{"@context":', '{"@context":,', "broken data block"),
        ('"@context":"https://schema.org",', "", "linked data without its vocabulary"),
    ],
)
def test_a_planted_fault_is_seen(old: str, new: str, expected: str) -> None:
    sound = page(EVERYTHING)
    assert old in sound
    faults = unseen_faults(sound.replace(old, new, 1))
    assert any(fault.startswith(expected) for fault in faults), faults
