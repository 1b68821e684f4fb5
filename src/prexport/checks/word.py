"""Judges a Word document by Microsoft's accessibility rules, by what the SDK leaves out of ISO 29500, and by ours."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.checks import iso29500, office
from prexport.checks.flaws import Flaw
from prexport.checks.tools import Failure
from prexport.errors import UnusableInput
from prexport.opc import Package, PackageTooLarge
from prexport.readers.docx.names import W, value
from prexport.readers.docx.styles import Styles, outline_level

_RUNS = frozenset({"vbaProject", "oleObject", "control", "attachedTemplate"})


def judge(docx: bytes) -> Iterator[Flaw]:
    """Judge a DOCX; raises UnusableInput for what is none, or would fill the memory."""
    package = Package(docx)
    yield from own_flaws(package)
    for failure in (*office.validate(docx), *iso29500.validate(docx)):
        yield _flaw(failure)


def _flaw(failure: Failure) -> Flaw:
    """The rules of both have names of their own; ours begin with the format."""
    return Flaw(f"docx-{failure.rule}", failure.message, failure.where)


def own_flaws(package: Package) -> Iterator[Flaw]:
    """What neither of the two asks."""
    main = package.main()
    root = package.xml(main)
    named = package.related(main, "styles")
    styles = Styles(None if named is None else package.xml(named))
    languages = {each for lang in root.iter(W + "lang") for each in lang.attrib.values()}
    if not styles.languages.get("val") and not languages:
        yield Flaw("docx-language-missing", "Nothing in the document says in which language it is.")
    levels = []
    for paragraph in root.iter(W + "p"):
        properties = paragraph.find(W + "pPr")
        style = "" if properties is None else value(properties.find(W + "pStyle"))
        if level := outline_level(properties) or styles.paragraph(style).level_of_heading:
            levels.append(level)
    if not levels:
        yield Flaw("docx-headings-missing", "Nothing in the document is a heading.")
    for name in package.names:
        if name.rpartition("/")[2].startswith("vbaProject"):
            yield Flaw("docx-macros", "The document holds macros.", name)
    for part in (main, "word/settings.xml"):
        for each in package.relationships(part).values():
            if each.kind in _RUNS or (each.kind == "image" and each.is_external):
                yield Flaw(
                    "docx-remote", f"The document needs something from elsewhere: {each.target[:100]}.", part
                )


def unusable(error: UnusableInput) -> Flaw:
    """What to say of a file that is no document, or too large to be one."""
    rule = "artefact-too-large" if isinstance(error, PackageTooLarge) else "artefact-unreadable"
    return Flaw(rule, error.message, mend=error.mend)
