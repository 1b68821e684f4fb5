"""Whom to call: contacts, their people and telephones."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from pydantic import ConfigDict, Discriminator, Field, Tag, model_validator

from prexport.release.fields import (
    InlineText,
    LanguageTag,
    LinkUrl,
    MailAddress,
    Maybe,
    Part,
    PlainText,
    branch,
    complain,
)


class LabelledTelephone(Part):
    """A telephone number that needs a word: "Mobile"."""

    label: Maybe[InlineText] = Field(default=None, description='What kind of number it is, e.g. "Mobile".')
    number: PlainText = Field(description="The number as it is to be printed.")


def _telephone_branch(value: Any) -> str | None:
    if isinstance(value, str):
        return branch("number")
    if isinstance(value, list | tuple):
        return branch("numbers")
    return branch("labelled") if isinstance(value, dict | LabelledTelephone) else None


Telephone: TypeAlias = Annotated[
    Annotated[PlainText, Tag(branch("number"))] | Annotated[LabelledTelephone, Tag(branch("labelled"))],
    Discriminator(_telephone_branch),
]
"""A number as printed, with or without a label."""

Telephones: TypeAlias = Annotated[
    Annotated[PlainText, Tag(branch("number"))]
    | Annotated[LabelledTelephone, Tag(branch("labelled"))]
    | Annotated[tuple[Telephone, ...], Tag(branch("numbers"))],
    Discriminator(_telephone_branch),
]


def _one_or_many(value: Any) -> str | None:
    if isinstance(value, str):
        return branch("one")
    return branch("many") if isinstance(value, list | tuple) else None


MailAddresses: TypeAlias = Annotated[
    Annotated[MailAddress, Tag(branch("one"))] | Annotated[tuple[MailAddress, ...], Tag(branch("many"))],
    Discriminator(_one_or_many),
]


class Reachable(Part):
    """What people and organisations share: how they are reached."""

    tel: Maybe[Telephones] = Field(
        default=None, description="Telephone, or a list of them; printed as written and linked as E.164."
    )
    email: Maybe[MailAddresses] = Field(default=None, description="Mail address, or a list of them.")
    url: Maybe[LinkUrl] = Field(default=None, description="A page on the web.")

    @property
    def telephones(self) -> tuple[tuple[str, str | LabelledTelephone], ...]:
        """Every telephone with its pointer relative to this part: "/tel" or "/tel/0"."""
        if self.tel is None:
            return ()
        if isinstance(self.tel, tuple):
            return tuple((f"/tel/{place}", telephone) for place, telephone in enumerate(self.tel))
        return (("/tel", self.tel),)

    @property
    def mail_addresses(self) -> tuple[tuple[str, str], ...]:
        """Every mail address with its pointer relative to this part: "/email" or "/email/0"."""
        if self.email is None:
            return ()
        if isinstance(self.email, str):
            return (("/email", self.email),)
        return tuple((f"/email/{place}", address) for place, address in enumerate(self.email))


class Person(Reachable):
    """One person to ask for."""

    name: PlainText = Field(description="The person's name, as it is to be printed.")
    lang: Maybe[LanguageTag] = Field(default=None, description="Language of the name.")
    title: Maybe[PlainText] = Field(default=None, description="The person's office or job title.")


_HOLDINGS = ("organisation", "people", "tel", "email", "url", "address", "hours", "text")
_LISTS = ("people", "tel", "email", "address")


class Contact(Reachable):
    """One contact; holds at least one thing besides its role."""

    model_config = ConfigDict(
        json_schema_extra={
            "anyOf": [
                {"required": [key], "properties": {key: {"minItems": 1}}}
                if key in _LISTS
                else {"required": [key]}
                for key in _HOLDINGS
            ]
        }
    )

    organisation: Maybe[PlainText] = Field(default=None, description="The organisation or agency.")
    role: Maybe[InlineText] = Field(
        default=None, description='What the contact is for, e.g. "Media enquiries".'
    )
    lang: Maybe[LanguageTag] = Field(default=None, description="Language of this contact's words.")
    people: tuple[Person, ...] = Field(default=(), description="The people to ask for.")
    address: tuple[PlainText, ...] = Field(default=(), description="Postal address, line by line.")
    hours: Maybe[InlineText] = Field(default=None, description="When the contact can be reached.")
    text: Maybe[InlineText] = Field(default=None, description="Anything else, as a paragraph.")

    @model_validator(mode="after")
    def _holds_something(self) -> Contact:
        if all(getattr(self, key) in (None, ()) for key in _HOLDINGS):
            raise complain("contact-bare")
        return self
