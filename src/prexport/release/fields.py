"""The kinds of value that fields of a release hold, and the base of all its parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler as Handler,
    Strict,
    StringConstraints,
    model_validator,
)
from pydantic.json_schema import WithJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from prexport.release.dates import (
    DATE_PATTERN,
    DAY_PATTERN,
    MOMENT_PATTERN,
    WrittenDate,
    parse_date,
    zone_names,
)
from prexport.release.languages import LANGUAGE_PATTERN, is_language_tag

T = TypeVar("T")

PRIVATE_PREFIX = "x-"


class Part(BaseModel):
    """A part of a release: frozen, unknown keys refused, keys that start with `x-` ignored."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=False,
        validate_by_alias=True,
        defer_build=True,  # a release is read by one validator: those of its parts are made when asked for
    )

    @model_validator(mode="before")
    @classmethod
    def _without_private_keys(cls, data: Any) -> Any:
        if not isinstance(data, dict) or not any(key.startswith(PRIVATE_PREFIX) for key in data):
            return data
        return {key: value for key, value in data.items() if not key.startswith(PRIVATE_PREFIX)}


class _Omittable:
    """A field may be left out, but not be null: the None of its type only says that it wasn't given."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> CoreSchema:
        schema = handler(source)
        assert schema["type"] == "nullable"
        inner: CoreSchema = schema["schema"]
        return inner


Maybe = Annotated[T | None, _Omittable()]
"""A value that may be left out of the file; None when it was. `null` in the file is refused."""


def complain(kind: str) -> PydanticCustomError:
    """Build the error of a value of the given kind; `validation` has the sentences for it."""
    return PydanticCustomError("unfit", "unfit", {"kind": kind})


def _fitting(kind: str, fits: Callable[[str], bool]) -> BeforeValidator:
    def check(value: Any) -> Any:
        if isinstance(value, str) and not fits(value):
            raise complain(kind)
        return value

    return BeforeValidator(check)


def _matching(kind: str, pattern: str) -> BeforeValidator:
    compiled = re.compile(pattern)
    return _fitting(kind, lambda text: compiled.fullmatch(text) is not None)


PlainText = Annotated[str, Strict()]
"""Plain characters: no mark-up is looked for in them."""

InlineText = Annotated[str, Strict()]
"""A string in the inline subset of CommonMark; `prexport.release.inline.parse_inline` reads it."""


_TAG_SCHEMA = {"type": "string", "pattern": LANGUAGE_PATTERN}
LanguageTag = Annotated[str, Strict(), _fitting("language", is_language_tag), WithJsonSchema(_TAG_SCHEMA)]
"""A well-formed BCP 47 language tag, kept as written."""

Direction = Literal["ltr", "rtl"]

_URI_PATTERN = r"^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]+$"
_HTTPS_PATTERN = r"^[Hh][Tt][Tt][Pp][Ss]://[^\s<>/?#]+[^\s<>]*$"
Uri = Annotated[
    str, Strict(), _matching("uri", _URI_PATTERN), WithJsonSchema({"type": "string", "pattern": _URI_PATTERN})
]
"""An absolute URI of any scheme: an identity, not a link."""

HttpsUrl = Annotated[
    str,
    Strict(),
    _matching("https", _HTTPS_PATTERN),
    WithJsonSchema({"type": "string", "format": "uri", "pattern": _HTTPS_PATTERN}),
]

LinkUrl = Annotated[str, Strict(), WithJsonSchema({"type": "string", "format": "uri"})]
"""Where a link leads. The rule `link-scheme` judges it, as it does the links inside of text."""

_MAIL_PATTERN = r"^[^\s@<>()\[\],;:\\\"]+@[^\s@<>()\[\],;:\\\"]+\.[^\s@<>()\[\],;:\\\"]+$"
MailAddress = Annotated[
    str,
    Strict(),
    _matching("mail", _MAIL_PATTERN),
    WithJsonSchema({"type": "string", "pattern": _MAIL_PATTERN}),
]

_MEDIA_TYPE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*/[A-Za-z0-9][A-Za-z0-9!#$&^_.+-]*$"
MediaType = Annotated[
    str,
    Strict(),
    _matching("media-type", _MEDIA_TYPE_PATTERN),
    WithJsonSchema({"type": "string", "pattern": _MEDIA_TYPE_PATTERN}),
]


def _whole(value: Any) -> Any:
    # 12.0 and 12 are one number in JSON, and RFC 8785 writes both as 12.
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value


Count = Annotated[int, Strict(), Field(ge=1, le=2**53 - 1), BeforeValidator(_whole)]
Size = Annotated[int, Strict(), Field(ge=0, le=2**53 - 1), BeforeValidator(_whole)]
Number = Annotated[int, Strict(), Field(ge=0, le=999_999), BeforeValidator(_whole)]
HeadingLevel = Annotated[int, Strict(), Field(ge=2, le=4), BeforeValidator(_whole)]
Flag = Annotated[bool, Strict()]


def _date_of_kind(kind: str, *precisions: str) -> BeforeValidator:
    def check(value: Any) -> Any:
        if isinstance(value, WrittenDate):
            return value
        if not isinstance(value, str):
            raise complain("not-text")
        try:
            written = parse_date(value)
        except ValueError:
            raise complain(kind) from None
        if written.precision not in precisions:
            raise complain(kind)
        return written

    return BeforeValidator(check)


class _AsIs:
    """The value is what the validator before made; there is nothing left to check."""

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> CoreSchema:
        return {"type": "is-instance", "cls": WrittenDate}


IssueDate = Annotated[
    WrittenDate,
    _AsIs(),
    _date_of_kind("date", "year", "month", "day", "moment"),
    WithJsonSchema({"type": "string", "pattern": DATE_PATTERN}),
]
Day = Annotated[
    WrittenDate,
    _AsIs(),
    _date_of_kind("day", "day"),
    WithJsonSchema({"type": "string", "format": "date", "pattern": DAY_PATTERN}),
]
Moment = Annotated[
    WrittenDate,
    _AsIs(),
    _date_of_kind("moment", "moment"),
    WithJsonSchema({"type": "string", "pattern": MOMENT_PATTERN}),
]

TimeZoneName = Annotated[str, Strict(), _fitting("timezone", lambda name: name in zone_names())]
"""A time zone by its IANA name; known are those of the `tzdata` package, not those of the machine."""

FileName = Annotated[str, Strict(), StringConstraints(min_length=1)]
"""A path relative to the release's own folder."""


def branch(name: str) -> str:
    """Name a branch of a union so that no key of a file can be mistaken for it; see `validation`."""
    return f"<{name}>"
