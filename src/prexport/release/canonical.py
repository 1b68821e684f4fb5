"""RFC 8785, the canonical form of JSON: one text for one value, whatever wrote it."""

from __future__ import annotations

import json
import math
from decimal import Decimal

from prexport.release.pointers import Json

# Beyond this a double can't hold every integer (RFC 8785, appendix D; RFC 7493, 2.2).
_LARGEST_INTEGER = 2**53


def canonical_json(value: Json) -> bytes:
    """The value as canonical JSON.

    Raises:
        ValueError: it holds NaN, Infinity or a lone surrogate, which have no canonical form.
    """
    return _text(value).encode("utf-8")


def _text(value: Json) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case int() | float():
            return _number(value)
        case list():
            return "[" + ",".join(_text(item) for item in value) + "]"
        case dict():
            # 3.2.3: keys in the order of their UTF-16 code units, which is not that of code points.
            members = sorted(value.items(), key=lambda member: member[0].encode("utf-16-be", "surrogatepass"))
            return "{" + ",".join(f"{_text(key)}:{_text(member)}" for key, member in members) + "}"


def _number(value: int | float) -> str:
    """ECMAScript's `Number::toString` (ECMA-262, 6.1.6.1.20), as 3.2.2.3 demands."""
    if isinstance(value, int) and abs(value) <= _LARGEST_INTEGER:
        return str(value)
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("NaN and Infinity have no canonical form")
    if number == 0:
        return "0"
    sign = "-" if number < 0 else ""
    # Python and ECMAScript agree on the digits (the shortest that come back), not on how to set them.
    _, digits, exponent = Decimal(repr(abs(number))).normalize().as_tuple()
    assert isinstance(exponent, int)
    shown = "".join(map(str, digits))
    point = len(shown) + exponent
    if len(shown) <= point <= 21:
        return sign + shown + "0" * (point - len(shown))
    if 0 < point <= 21:
        return f"{sign}{shown[:point]}.{shown[point:]}"
    if -6 < point <= 0:
        return f"{sign}0.{'0' * -point}{shown}"
    fraction = f".{shown[1:]}" if len(shown) > 1 else ""
    return f"{sign}{shown[0]}{fraction}e{'+' if point > 0 else '-'}{abs(point - 1)}"
