"""What is said of values that don't fit the model: what is wrong, and the mend."""

from __future__ import annotations

UNFIT: dict[str, tuple[str, str]] = {
    "language": (
        "{key} is {value}, which is no language tag (BCP 47).",
        'Write the language, then script or region when needed, with hyphens: "en-HK", "zh-Hant-HK", "ar".',
    ),
    "uri": ("{key} is {value}, which is no absolute URI.", 'Write one like "urn:uuid:…" or "https://…".'),
    "https": (
        "{key} is {value}, which is no https address.",
        'Write the whole address: "https://www.example.org/news".',
    ),
    "mail": ("{value} is no mail address.", 'Write the address alone: "press@example.org".'),
    "media-type": (
        "{key} is {value}, which is no MIME type.",
        'Write one like "application/zip" or "video/mp4".',
    ),
    "timezone": (
        "{key} is {value}, which is no IANA time zone.",
        'Write one like "Asia/Hong_Kong" or "Europe/Paris".',
    ),
    "date": (
        "{key} is {value}, which is no date of the calendar.",
        'Write "2025", "2025-06", "2025-06-05" or "2025-06-05T09:00:00+08:00".',
    ),
    "day": ("{key} is {value}, which is no day of the calendar.", 'Write it like "2025-06-05".'),
    "moment": (
        "{key} is {value}, which is no date and time with its offset from UTC.",
        'Write it like "2025-06-05T09:00:00+08:00".',
    ),
    "not-text": ("{key} is {kind}, but a date in quotation marks is needed.", 'Write it like "2025-06-05".'),
    "contact-bare": (
        "This contact tells no way to reach anybody.",
        "Give it an organisation, people, tel, email, url, address, hours or text.",
    ),
    "replacement-bare": (
        "This doesn't say what is replaced.",
        "Give the number, url or issued of the old release, or a note.",
    ),
    "quote-bare": ("This quote holds no words.", 'Give it "text", or "body" with a list of blocks.'),
    "quote-double": ('This quote has both "text" and "body".', "Keep one of the two."),
}
"""By the kind that `fields.complain` names."""

NEEDED: dict[str, tuple[str, str]] = {
    "string_type": ("a text", "Put it in quotation marks."),
    "int_type": ("a whole number", "Write it without quotation marks and fractions."),
    "int_from_float": ("a whole number", "Write it without a fraction."),
    "bool_type": ("true or false", "Write true or false, without quotation marks."),
    "tuple_type": ("a list", "Put [ and ] around it."),
    "model_type": ("an object", "Put its keys between { and }."),
    "model_attributes_type": ("an object", "Put its keys between { and }."),
    "none_required": ("null", "Write null."),
}
"""By pydantic's type of error: what is needed, and the mend."""

UNIONS: dict[str, tuple[str, str]] = {
    "_block_branch()": ("a text or an object with a type", 'Write "…", or {"type": "…"}.'),
    "_flow_branch()": ("a text or a list of blocks", 'Write "…", or [ "…", "…" ].'),
    "_mode_branch()": ("an object with a mode", 'Write {"mode": "immediate"}.'),
    "_telephone_branch()": (
        "a telephone number",
        'Write "+852 3166 3993", or {"label": "…", "number": "…"}.',
    ),
    "contacts._one_or_many": ("a mail address or a list of them", 'Write "press@example.org".'),
    "model._one_or_many": ("one value or a list of them", "Write one, or put [ and ] around several."),
}
"""By the function that chooses the branch of a union: what is needed, and the mend."""
