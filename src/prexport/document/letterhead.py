"""The head of a release: label, release line, number, date, the embargo banner, and what it replaces."""

from __future__ import annotations

from dataclasses import replace

from prexport.document import tree
from prexport.document.composer import Composer, Context
from prexport.document.language_names import join_words
from prexport.document.moments import date_words, moment_words
from prexport.document.tree import ParagraphRole
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
    words, line = composer.words, release.release
    match line:
        case Embargoed():
            when = moment_words(line.until, line.timezone, composer.own.lang)
            return _banner(composer, line.text, words.embargoed.fill(when=when), words.embargo_warning)
        case Hold():
            return _banner(composer, line.text, words.hold, words.hold_warning)
        case Immediate() | Unannounced():
            return None


def _release_line(composer: Composer, own: str | None, words: str, role: ParagraphRole) -> tree.Paragraph:
    if own is not None:
        return composer.paragraph(own, composer.root.at("release", "text"), role)
    return composer.own_paragraph(words, role, "/release")


def _banner(composer: Composer, own: str | None, words: str, warning: str) -> tree.Paragraph:
    """The author's words, or the toolkit's: first what holds, then on a line of its own what it forbids."""
    role = ParagraphRole.EMBARGO
    if own is not None:
        return _release_line(composer, own, "", role)
    where = replace(composer.own, pointer="/release")
    return tree.Paragraph(
        **composer.common(where),
        role=role,
        runs=(
            tree.Strong(key=composer.key(), source=where.pointer, children=(tree.Text(words),)),
            tree.Break(key=composer.key(), source=where.pointer),
            tree.Text(warning),
        ),
    )


def replaced(composer: Composer, earlier: Replacement, where: Context) -> tree.Paragraph:
    """The line that says which release this one replaces, and why."""
    words = composer.words
    common = composer.common(where)
    date = date_words(earlier.issued, composer.own.lang) if earlier.issued is not None else ""
    number = composer.text(earlier.number).text if earlier.number else ""
    if number and date:
        said = words.replaces_number_and_date.fill(number=number, date=date)
    elif number:
        said = words.replaces_number.fill(number=number)
    elif date:
        said = words.replaces_date.fill(date=date)
    else:
        said = words.replaces_earlier
    runs: list[tree.Inline] = list(composer.own_words(said, where))
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
