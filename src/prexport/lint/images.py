"""Text alternatives: every image has one that says what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from prexport.findings import Fault
from prexport.lint.structure import is_empty
from prexport.release.blocks import Figure
from prexport.release.inline import normal_text, parse_inline, plain_text
from prexport.release.model import Release
from prexport.release.walk import figures

LONGEST_ALT = 250  # characters
_FILE = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|tiff?|heic|bmp)", re.IGNORECASE)
# What cameras, telephones and drawing programs call a picture.
_CAMERA = re.compile(
    r"(?:IMG|DSC|DSCN|DSCF|PXL|GOPR|P|MVIMG|WhatsApp Image|Screenshot|image|photo|picture|untitled)"
    r"[ _-]*[0-9][0-9 _.-]*",
    re.IGNORECASE,
)

_NO_WORD = re.compile(r"[\W_]+")


def image_faults(release: Release, alts: Mapping[str, str]) -> Iterator[Fault]:
    """Judge the text alternatives; `alts` maps pointers of figures to those that their files carry."""
    for pointer, figure, _ in figures(release):
        if figure.decorative:
            yield from _decorative(figure, pointer)
        else:
            own = figure.alt is not None
            alt = figure.alt if figure.alt is not None else alts.get(pointer, "")
            yield from _alternative(figure, pointer, f"{pointer}/{'alt' if own else 'src'}", alt)


def _decorative(figure: Figure, pointer: str) -> Iterator[Fault]:
    if figure.alt is not None:
        yield Fault(
            "image-decorative-alt",
            f"{pointer}/alt",
            "The image is marked as decorative, and has a text alternative.",
            'Remove "decorative" when the image says something, else remove "alt".',
        )
    for field in ("caption", "credit"):
        if getattr(figure, field) is not None:
            yield Fault(
                "image-decorative-caption",
                f"{pointer}/{field}",
                f"The image is marked as decorative, and has a {field}.",
                'Give it "alt" in place of "decorative": what has a caption or a credit is content.',
            )


def _alternative(figure: Figure, pointer: str, where: str, alt: str) -> Iterator[Fault]:
    words = normal_text(alt)
    if is_empty(words):
        place = where if figure.alt is not None else pointer
        yield Fault(
            "image-alt-missing",
            place,
            f"Those who can't see {figure.src} get nothing in its place.",
            'Say in "alt" what it shows; or "decorative": true when it says nothing that the text doesn\'t.',
        )
        return
    if figure.caption is not None and same_words(words, plain_text(parse_inline(figure.caption))):
        yield Fault(
            "image-alt-repeats-caption",
            where,
            "The text alternative repeats the caption.",
            "Describe what can be seen: who stands where, doing what.",
        )
    if is_file_name(words, figure.src):
        yield Fault(
            "image-alt-file-name",
            where,
            f'The text alternative "{words}" is the name of a file.',
            "Describe what can be seen.",
        )
    if len(words) > LONGEST_ALT:
        yield Fault(
            "image-alt-long",
            where,
            f"The text alternative has {len(words)} characters; {LONGEST_ALT} are the most.",
            'Keep one or two sentences, and move the rest to "long_description".',
        )


def same_words(one: str, other: str) -> bool:
    """Whether two texts say the same, marks and case aside."""
    return _core(one) == _core(other)


def _core(text: str) -> str:
    return _NO_WORD.sub(" ", text.casefold()).strip()


def is_file_name(words: str, src: str = "") -> bool:
    """Whether an alternative is the name of a file, of `src` or of any that cameras and programs make."""
    path = PurePosixPath(src.replace("\\", "/"))
    spelled = any(not character.isalpha() for character in path.stem)
    return (
        words.casefold() == path.name.casefold()
        or (spelled and words.casefold() == path.stem.casefold())
        or _FILE.fullmatch(words) is not None
        or _CAMERA.fullmatch(words) is not None
    )
