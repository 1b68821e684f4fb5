"""Telephone numbers: printed as written, linked as E.164."""

from __future__ import annotations


def telephone_uri(number: str, region: str) -> str:
    """The `tel:` URI (RFC 3966) of a number as an author writes it, or "" when it can't be dialled from abroad.

    `region` is the ISO 3166 country to assume for a number without a country code; "" assumes none, so that
    only the international form is linked. An extension becomes the `;ext=` parameter.
    """
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    uri = "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    return f"{uri};ext={parsed.extension}" if parsed.extension else uri
