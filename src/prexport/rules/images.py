"""Rules over the photos of a release and their alternatives."""

from __future__ import annotations

from prexport.findings import Severity
from prexport.rules.rule import Rule

_E, _W = Severity.ERROR, Severity.WARNING

IMAGE_RULES: tuple[Rule, ...] = (
    Rule(
        "image-alt-missing",
        _E,
        "Every image has a text alternative or is marked decorative.",
        "Those who can't see the picture get nothing.",
        'Say in "alt" what the picture shows; or "decorative": true when it says nothing that the text doesn\'t.',
        ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1", "PDF/UA-1 7.3", "Matterhorn 1.1 13-004"),
        ("release",),
    ),
    Rule(
        "image-decorative-alt",
        _E,
        "An image is either decorative or has a text alternative.",
        "Nobody can tell which of the two the author meant.",
        'Take out "alt" or "decorative".',
        ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1"),
        ("release",),
    ),
    Rule(
        "image-missing",
        _E,
        "Every image file is there.",
        "The release would go out with a hole.",
        "Put the file beside the release, or correct its name; capitals count.",
        ("prexport/1",),
        ("release",),
    ),
    Rule(
        "image-outside-folder",
        _E,
        "Images lie in the release's folder.",
        "A release must not be able to publish any file of the machine.",
        "Copy the file into the release's folder and name it from there.",
        ("prexport/1",),
        ("release",),
    ),
    Rule(
        "image-unreadable",
        _E,
        "Images are JPEG, PNG, WebP, AVIF, GIF or TIFF.",
        "What can't be decoded can't be shown.",
        "Save the picture again as JPEG or PNG.",
        ("prexport/1",),
        ("release",),
    ),
    Rule(
        "image-truncated",
        _E,
        "Image files are complete.",
        "Half a photo would go out.",
        "Copy the file again from where it came from.",
        ("prexport/1",),
        ("release",),
    ),
    Rule(
        "image-too-large",
        _E,
        "Images have at most 50 megapixels.",
        "Larger ones exhaust the memory of those who open the file.",
        "Scale the picture down; 4000 pixels on the long side are enough for print.",
        ("prexport/1",),
        ("release",),
    ),
    Rule(
        "image-alt-repeats-caption",
        _W,
        "The text alternative says what the caption does not.",
        "The same words are heard twice and the picture stays unknown.",
        "Describe in the alternative what can be seen; leave names and occasion to the caption.",
        ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1"),
        ("release",),
    ),
    Rule(
        "image-alt-file-name",
        _W,
        "The text alternative is no file name.",
        "A file name tells nothing about the picture.",
        "Say in words what the picture shows.",
        ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1"),
        ("release",),
    ),
    Rule(
        "image-alt-long",
        _W,
        "A text alternative has at most 250 characters.",
        "It can't be paused or navigated; longer texts belong in long_description.",
        'Say the gist in "alt" and the rest in "long_description".',
        ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1"),
        ("release",),
    ),
    Rule(
        "image-decorative-caption",
        _W,
        "A decorative image has no caption or credit.",
        "What needs a caption is content.",
        "Give the picture a text alternative, or take caption and credit out.",
        ("WCAG 2.2 1.1.1", "EN 301 549 10.1.1.1"),
        ("release",),
    ),
)
