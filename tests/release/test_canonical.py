"""RFC 8785, and what is public in a release."""

from __future__ import annotations

import json
import math
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from prexport.release.canonical import canonical_json
from prexport.release.load import load
from prexport.release.public import identity, public_source


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        # ECMA-262 Number::toString; most of them are listed in RFC 8785, appendix B.
        (0, "0"),
        (-0.0, "0"),
        (12.0, "12"),
        (5e-324, "5e-324"),
        (1.7976931348623157e308, "1.7976931348623157e+308"),
        (9007199254740992, "9007199254740992"),
        (295147905179352830000.0, "295147905179352830000"),
        (9.999999999999997e22, "9.999999999999997e+22"),
        (1e23, "1e+23"),
        (999999999999999700000.0, "999999999999999700000"),
        (1e21, "1e+21"),
        (9.999999999999997e-7, "9.999999999999997e-7"),
        (0.000001, "0.000001"),
        (333333333.33333329, "333333333.3333333"),
        (-0.0000033333333333333333, "-0.0000033333333333333333"),
        (4.50, "4.5"),
        (2e-3, "0.002"),
        (1e30, "1e+30"),
    ],
)
def test_numbers_are_written_as_ecmascript_does(number: float, expected: str) -> None:
    assert canonical_json(number).decode() == expected


def test_keys_are_ordered_by_utf16_code_units() -> None:
    # RFC 8785, 3.2.3: U+1F600 is written with surrogates, which come before U+FB33.
    keys = ["€", "\r", "\ufb33", "1", "😀", "\u0080", "ö"]
    ordered = json.loads(
        canonical_json(dict.fromkeys(keys, 0)), object_pairs_hook=lambda pairs: [k for k, _ in pairs]
    )
    assert ordered == ["\r", "1", "\u0080", "ö", "€", "😀", "\ufb33"]


def test_strings_are_escaped_only_where_they_must_be() -> None:
    assert (
        canonical_json('€$\x0f\nA\'B"\\\\"/\u2028é\x7f').decode()
        == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028é\x7f"'
    )


@pytest.mark.parametrize("value", [math.nan, math.inf, "\ud800"])
def test_what_has_no_canonical_form_is_refused(value: Any) -> None:
    with pytest.raises(ValueError):
        canonical_json([value])


values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(values)
def test_the_canonical_form_says_the_same_and_is_a_fixed_point(value: Any) -> None:
    text = canonical_json(value)
    # Every number is a double to readers of RFC 8785.
    assert json.loads(text, parse_int=float) == value
    assert canonical_json(json.loads(text)) == text


DATA: Any = {
    "x-desk": 1,
    "source": {"note": "private"},
    "rights": {"x-a": 1, "holder": "H", "source": "kept"},
    "media": [{"type": "figure", "src": "a.jpg"}, {"type": "figure", "src": "b.jpg", "alt": "B"}],
}


def test_private_parts_are_left_out_and_alts_filled_in() -> None:
    public = public_source(DATA, {"/media/0": "A pier", "/media/1": "not this"})
    assert json.loads(public) == {
        "rights": {"holder": "H", "source": "kept"},
        "media": [
            {"type": "figure", "src": "a.jpg", "alt": "A pier"},
            {"type": "figure", "src": "b.jpg", "alt": "B"},
        ],
    }
    assert public_source(json.loads(public), {}) == public


def test_the_identity_is_the_releases_own_or_comes_from_its_content(repository: Path) -> None:
    loaded = load(repository / "samples" / "cyberport-hkntaie" / "release.json")
    assert loaded.release is not None
    named = loaded.release.model_copy(update={"id": "urn:example:1"})
    assert identity(b"{}", named) == "urn:example:1"
    unnamed = loaded.release.model_copy(update={"id": None})
    made = uuid.UUID(identity(b"{}", unnamed))
    assert (made.version, made.variant) == (8, uuid.RFC_4122)
    assert made.urn == "urn:uuid:44136fa3-55b3-878a-9146-ad16f7e8649e"
    assert identity(b"[]", unnamed) != made.urn
