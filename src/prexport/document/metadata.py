"""What the files say of themselves: title, author, dates, rights, in plain text."""

from __future__ import annotations

from prexport.document import tree
from prexport.document.composer import Composer
from prexport.document.language_names import join_words, language_names
from prexport.release.model import Embargoed, Hold, Release

_DESCRIPTION_LENGTH = 300  # characters; search engines and feeds show no more


def metadata(
    composer: Composer, release: Release, identity: str, headline: tree.Heading, lead: str
) -> tree.Metadata:
    """Metadata of a release; `lead` is the text that describes it: its subheadline or first paragraph."""
    line, owned = release.release, release.rights
    names = language_names([each.lang for each in release.translations])
    publishers = tuple(
        tree.Publisher(name=composer.text(each.name).text, url=each.url or "")
        for _, each in release.publishers
    )
    kind_label = (
        tree.plain(composer.inline(release.label, composer.root))
        if release.label is not None
        else composer.words.kind(release.kind)
    )
    return tree.Metadata(
        identity=identity,
        title=_one_line(tree.plain(headline.runs)),
        description=_shortened(_one_line(lead)),
        kind=release.kind,
        kind_label=kind_label,
        publishers=publishers,
        publisher_names=join_words([each.name for each in publishers], release.lang),
        issued=release.issued.text,
        embargoed_until=line.until.text if isinstance(line, Embargoed) else "",
        public=not isinstance(line, Embargoed | Hold),
        number=release.number or "",
        url=release.url or "",
        keywords=tuple(composer.text(word).text for word in release.keywords),
        rights=_plain(composer, (owned.notice or owned.holder) if owned else None),
        licence=_plain(composer, owned.licence if owned else None),
        translations=tuple(
            tree.Translation(lang=each.lang, url=each.url, title=each.title or name)
            for each, name in zip(release.translations, names, strict=True)
        ),
    )


def _plain(composer: Composer, text: str | None) -> str:
    return _one_line(tree.plain(composer.inline(text, composer.root))) if text else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _shortened(text: str) -> str:
    """`text`, or its first words with an ellipsis."""
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    cut = text[: _DESCRIPTION_LENGTH - 1]
    words = cut.rpartition(" ")[0] or cut  # Chinese and Japanese have no spaces to cut at
    return f"{words}…"
