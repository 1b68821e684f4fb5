"""Telephone numbers: each is one that exists in some numbering plan, and can be dialled from anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prexport.findings import Fault
from prexport.lint.reading import Reading
from prexport.release.languages import parse_tag
from prexport.release.model import Release


def telephone_faults(release: Release, readings: Sequence[Reading]) -> Iterator[Fault]:
    """Judge every telephone number of a release; the default region comes from the language."""
    default = parse_tag(release.lang).region
    for reading in readings:
        if reading.field == "telephone" and reading.words and reading.lang != "und":
            yield from _number(reading, parse_tag(reading.lang).region or default)


def _number(reading: Reading, region: str) -> Iterator[Fault]:
    import phonenumbers

    number = reading.words
    international = number.lstrip(" (").startswith(("+", "＋"))
    known = region in phonenumbers.SUPPORTED_REGIONS
    if not international and not known:
        yield Fault(
            "telephone-region-unknown",
            reading.pointer,
            f"{number} can't be dialled from abroad, and the language names no country.",
            'Write it in international form: "+852 3166 3993".',
        )
    elif not _is_possible(number, region if known else None):
        yield Fault(
            "telephone-impossible",
            reading.pointer,
            f"{number} can't be a telephone number{'' if international else f' of {region}'}.",
            "Check its digits; outside of its country it needs the international form.",
        )


def _is_possible(number: str, region: str | None) -> bool:
    import phonenumbers
    from phonenumbers import shortnumberinfo

    try:
        parsed = phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return False
    if phonenumbers.is_possible_number(parsed):
        return True
    # Hotlines: "1823" in Hong Kong, "116 117" in Germany.
    return region is not None and shortnumberinfo.is_possible_short_number_for_region(parsed, region)
