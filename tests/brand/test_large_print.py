"""Large print: nothing small, and the order of sizes kept."""

from __future__ import annotations

import pytest

from prexport.brand.large_print import large_print
from prexport.brand.load import available_brands, load_brand
from prexport.brand.tokens import STYLE_ROLES

every_brand = pytest.mark.parametrize("name", available_brands())


@every_brand
def test_body_text_is_set_in_18_pt_and_nothing_under_16(name: str) -> None:
    brand = large_print(load_brand(name))

    sizes = {role: brand.style(role).size_pt for role in STYLE_ROLES}

    assert sizes["body"] == 18
    assert sizes["caption"] == 16
    assert min(sizes.values()) == 16


@every_brand
def test_what_was_larger_stays_larger(name: str) -> None:
    plain = load_brand(name)
    large = large_print(plain)
    for one in STYLE_ROLES:
        for other in STYLE_ROLES:
            if plain.styles[one].size_pt > plain.styles[other].size_pt:
                assert large.styles[one].size_pt >= large.styles[other].size_pt, f"{one} and {other}"


def test_the_brand_itself_is_not_changed_and_is_enlarged_once() -> None:
    brand = load_brand("default")

    assert large_print(brand) is large_print(brand)
    assert not brand.large_print
    assert brand.base_pt < 18
