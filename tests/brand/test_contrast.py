"""Contrast: the formula against known values, and a brand that misses 7:1 or 3:1 is refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from brand_folders import copy_brand, faults
from prexport.brand.contrast import check_contrast, colour_pairs, contrast_ratio, relative_luminance
from prexport.brand.load import available_brands, load_brand
from prexport.rules import RULES


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#767676", "#ffffff", 4.54),
        ("#595959", "#ffffff", 7.0),
        ("#0000ff", "#ffffff", 8.59),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_the_ratio_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast_ratio(other, one) == contrast_ratio(one, other)


def test_luminance_runs_from_black_to_white() -> None:
    assert relative_luminance("#000000") == 0
    assert relative_luminance("#ffffff") == pytest.approx(1)


@pytest.mark.parametrize("name", available_brands())
def test_built_in_brands_pass_in_light_dark_and_print(name: str) -> None:
    assert check_contrast(load_brand(name)) == ()


def test_text_that_is_too_pale_is_refused_with_the_pair_and_the_ratio(tmp_path: Path) -> None:
    mine = copy_brand(tmp_path, ('muted = "#434956"', 'muted = "#6b7280"'))
    line = (mine / "brand.toml").read_text(encoding="utf-8").splitlines().index('muted = "#6b7280"') + 1
    assert faults(mine) == [
        f"brand-contrast {line} /colours/light/muted: light: muted #6b7280 on paper #ffffff has a contrast of "
        "4.83:1, and needs 7:1. Make muted darker, or paper the other way.",
        f"brand-contrast {line} /colours/light/muted: light: muted #6b7280 on surface #f3f5f8 has a contrast of "
        "4.42:1, and needs 7:1. Make muted darker, or surface the other way.",
    ]


def test_marks_need_three_to_one(tmp_path: Path) -> None:
    found = faults(copy_brand(tmp_path, ('mark = "#7a8291"', 'mark = "#b0b6c0"')))
    assert [fault.split(": ", 1)[1] for fault in found] == [
        "light: mark #b0b6c0 on paper #ffffff has a contrast of 2.03:1, and needs 3:1. "
        "Make mark darker, or paper the other way.",
        "light: mark #b0b6c0 on surface #f3f5f8 has a contrast of 1.86:1, and needs 3:1. "
        "Make mark darker, or surface the other way.",
    ]


@pytest.mark.parametrize("medium", ["light", "dark", "print"])
def test_every_medium_is_judged(tmp_path: Path, medium: str) -> None:
    mine = copy_brand(tmp_path)
    file = mine / "brand.toml"
    head, section, rest = file.read_text(encoding="utf-8").partition(f"[colours.{medium}]\n")
    start = rest.index('text = "')
    file.write_text(f'{head}{section}{rest[:start]}text = "#808080"{rest[start + 16 :]}', encoding="utf-8")
    assert {fault.split()[2] for fault in faults(mine)} == {f"/colours/{medium}/text:"}


def test_the_words_of_the_banner_and_its_shape_are_judged(tmp_path: Path) -> None:
    found = faults(copy_brand(tmp_path, ('embargo_paper = "#8f1520"', 'embargo_paper = "#ffe9e9"')))
    assert len(found) == 2
    assert "embargo_ink #ffffff on embargo_paper #ffe9e9" in found[0]
    assert "embargo_paper #ffe9e9 on paper #ffffff" in found[1]


def test_large_headlines_are_no_exception() -> None:
    brand = load_brand("default")
    inks = {ink for ink, _ground, ratio in colour_pairs(brand) if ratio == 7}
    assert {brand.style("headline").colour, brand.style("headline-long").colour} <= inks


def test_the_rule_is_registered() -> None:
    assert "brand-contrast" in RULES
