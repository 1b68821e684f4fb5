"""The head of a release: label, release line, number, date, the embargo banner, and what it replaces."""

from __future__ import annotations

from dataclasses import replace

from prexport.document import tree
from prexport.document.composer import Composer, Context
from prexport.document.language_names import join_words
from prexport.document.moments import date_words, moment_words
from prexport.document.tree import ParagraphRole
from prexport.release.dates import WrittenDate
from prexport.release.model import Embargoed, Hold, Immediate, Release, Replacement, Unannounced


def letterhead(composer: Composer, release: Release) -> tree.Letterhead:
    """Logo, label, release line, number and date, those that there are."""
    root, words = composer.root, composer.words
    common = composer.common(root)
    names = join_words([publisher.name for _, publisher in release.publishers], root.lang)
    logo = tree.Logo(**composer.common(root.at("publisher")), alt=composer.text(names).text)
    lines: list[tree.Paragraph] = []
    if release.label is not None:
        lines.append(composer.paragraph(release.label, root.at("label"), ParagraphRole.LABEL))
    else:
        lines.append(composer.own_paragraph(words.kind(release.kind), ParagraphRole.LABEL, "/kind"))
    if isinstance(release.release, Immediate):
        lines.append(
            _release_line(composer, release.release.text, words.immediate, ParagraphRole.RELEASE_LINE)
        )
    if release.number is not None:
        here = root.at("number")
        number = composer.common(here)
        runs = composer.phrase(words.release_number, here, number=(composer.text(release.number),))
        lines.append(tree.Paragraph(**number, role=ParagraphRole.NUMBER, runs=runs))
    here = root.at("issued")
    dated = composer.common(here)
    moment = composer.moment(date_words(release.issued, root.lang), release.issued.text, here)
    lines.append(tree.Paragraph(**dated, role=ParagraphRole.DATE, runs=(moment,)))
    return tree.Letterhead(**common, logo=logo, lines=tuple(lines))


def embargo(composer: Composer, release: Release) -> tree.Paragraph | None:
    """The banner of a release that may not be used yet: until when, and what that forbids."""
    line = release.release
    match line:
        case Immediate() | Unannounced():
            return None
        case Embargoed() | Hold() if line.text is not None:
            return _release_line(composer, line.text, "", ParagraphRole.EMBARGO)
        case Embargoed() | Hold():
            return _banner(composer, line)


def _release_line(composer: Composer, own: str | None, words: str, role: ParagraphRole) -> tree.Paragraph:
    if own is not None:
        return composer.paragraph(own, composer.root.at("release", "text"), role)
    return composer.own_paragraph(words, role, "/release")


def _banner(composer: Composer, line: Embargoed | Hold) -> tree.Paragraph:
    """First what holds, then on a line of its own what it forbids."""
    words = composer.words
    where = replace(composer.own, pointer="/release")
    common, strong = composer.common(where), composer.key()
    holds: tree.Runs = (tree.Text(words.hold),)
    warning = words.hold_warning
    if isinstance(line, Embargoed):
        until = moment_words(line.until, line.timezone, composer.own.lang)
        holds = composer.phrase(words.embargoed, where, when=(_moment(composer, until, line.until, where),))
        warning = words.embargo_warning
    return tree.Paragraph(
        **common,
        role=ParagraphRole.EMBARGO,
        runs=(
            tree.Strong(key=strong, source=where.pointer, children=holds),
            tree.Break(key=composer.key(), source=where.pointer),
            tree.Text(warning),
        ),
    )


def replaced(composer: Composer, earlier: Replacement, where: Context) -> tree.Paragraph:
    """The line that says which release this one replaces, and why."""
    common = composer.common(where)
    runs = list(_what_is_replaced(composer, earlier, where))
    if earlier.note is not None:
        runs.extend((tree.Text(" "), *composer.inline(earlier.note, where.at("note"))))
    if earlier.url is not None:
        here = where.at("url")
        key = composer.key()
        link = tree.Link(
            key=key, source=here.pointer, target=earlier.url, children=(composer.text(earlier.url),)
        )
        runs.extend((tree.Text(" "), link))
    return tree.Paragraph(**common, role=ParagraphRole.REPLACES, runs=tuple(runs))


def _what_is_replaced(composer: Composer, earlier: Replacement, where: Context) -> tree.Runs:
    words = composer.words
    number: tree.Runs = (composer.text(earlier.number),) if earlier.number else ()
    if earlier.issued is None:
        if not number:
            return composer.own_words(words.replaces_earlier, where)
        return composer.phrase(words.replaces_number, where, number=number)
    here = where.at("issued")
    date = (_moment(composer, date_words(earlier.issued, composer.own.lang), earlier.issued, here),)
    if not number:
        return composer.phrase(words.replaces_date, where, date=date)
    return composer.phrase(words.replaces_number_and_date, where, number=number, date=date)


def _moment(composer: Composer, words: str, written: WrittenDate, where: Context) -> tree.Moment:
    """A date in the toolkit's language, which stands among the toolkit's words."""
    key = composer.key()
    children = composer.own_words(words, where)
    return tree.Moment(key=key, source=where.pointer, value=written.text, children=children)
