"""Reading one artefact: fast checks and fidelity. Runs in a child process, since the file may come from anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from prexport.carried.read import Carried, carried, format_of
from prexport.checking.kinds import Kind
from prexport.checks import word
from prexport.checks.expected import Expected, from_file, from_source
from prexport.checks.fidelity import Locate, fidelity_flaws
from prexport.checks.flaws import Flaw, findings_of
from prexport.checks.html import read as html
from prexport.checks.marks import Marks, marks_of
from prexport.checks.meeting import outline_flaws
from prexport.checks.pdf import read as pdf
from prexport.checks.printed import printed
from prexport.checks.printed_words import EXTRACTS
from prexport.document.outline import Outline
from prexport.document.outline_words import folded
from prexport.errors import UnusableInput
from prexport.findings import Finding, Place
from prexport.records import dataclass

_OLE = b"\xd0\xcf\x11\xe0"
LARGEST = 512 << 20  # bytes of a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What reading an artefact gave.

    `is_readable` is False when judges need not be asked. `identity` is that of the release, "" of a foreign file;
    `source` the SHA-256 of the carried source. `photos` are pairs of the alternative text and the fingerprint of
    each picture, in order: what artefacts of one release are compared by.
    """

    findings: tuple[Finding, ...]
    is_readable: bool = True
    flavours: tuple[str, ...] = ()
    identity: str = ""
    source: str = ""
    photos: tuple[tuple[str, str], ...] = ()


def read_artefact(path: Path, kind: Kind, against: Path | None, sibling: Path | None) -> Reading:
    """Read the file at `path`.

    It is compared with the release at `against`, else with the source that it carries, else with that of `sibling`,
    an artefact of the same release.
    """
    data, label = path.read_bytes(), str(path)
    if len(data) > LARGEST:
        flaw = Flaw("artefact-too-large", f"The file has {len(data) >> 20} MB; {LARGEST >> 20} is the most.")
        return Reading(findings=findings_of([flaw], label), is_readable=False)
    flaws, is_readable = _fast(data, kind)
    if not is_readable:
        return Reading(findings=findings_of(flaws, label), is_readable=False)
    try:
        marks = marks_of(data, kind)
        own = carried(data) if format_of(data) == kind else Carried(format=kind, source=None)
    except UnusableInput as error:
        broken = Flaw("source-broken", error.message, mend=error.mend)
        return Reading(findings=findings_of([*flaws, broken], label))
    expected, problems = _expected(label, marks, against, own, sibling)
    outline = _outline(data, path, kind, needed=expected is not None)
    flaws += problems
    if outline is not None:
        flaws += outline_flaws(outline)
    if expected is not None:
        flaws += _compared(expected, outline or Outline(()), data, kind, label, marks, own, against)
    return Reading(
        findings=findings_of(flaws, label),
        flavours=marks.flavours,
        identity=marks.identity if marks.is_ours else "",
        source=sha256(own.source).hexdigest() if own.source else "",
        photos=_photos(outline),
    )


def _fast(data: bytes, kind: Kind) -> tuple[list[Flaw], bool]:
    """The flaws that fast checks find, and whether there is anything more to look at."""
    match kind:
        case Kind.PDF:
            judged = pdf.judge(data)
            return list(judged.flaws), judged.is_readable
        case Kind.DOCX if data.startswith(_OLE):
            message = "The file is locked with a password, or was saved by an old Word: nothing in it could be checked."
            return [Flaw("artefact-encrypted", message, mend="Save it as .docx, without a password.")], False
        case Kind.DOCX:
            try:
                return list(word.judge(data)), True
            except UnusableInput as error:
                return [word.unusable(error)], False
        case _:
            flaws = list(html.judge(data))
            return flaws, all(flaw.rule != "artefact-too-large" for flaw in flaws)


def _expected(
    label: str, marks: Marks, against: Path | None, own: Carried, sibling: Path | None
) -> tuple[Expected | None, list[Flaw]]:
    """What the artefact has to say, None of a foreign one; and what is wrong with the source that it carries."""
    problems: list[Flaw] = []
    if marks.has_source and own.source is None:
        problems.append(Flaw("source-missing", "The file was made by prexport, and its source is gone."))
    if own.source is not None and own.has_originals and own.missing:
        names = ", ".join(own.missing)
        problems.append(Flaw("source-photo-missing", f"Photos of the release are not in the file: {names}."))
    if against is not None:
        return from_file(against), problems
    given = carried(sibling.read_bytes()) if own.source is None and sibling is not None else own
    if given.source is None:
        return None, problems
    try:
        return from_source(label, given.source, given.photos), problems
    except UnusableInput as error:
        problems.append(
            Flaw("source-broken", f"What the file carries as its source can’t be used. {error.message}")
        )
        return None, problems


def _outline(data: bytes, path: Path, kind: Kind, *, needed: bool) -> Outline | None:
    """The outline of the artefact; None where a foreign file has none that our readers understand."""
    try:
        match kind:
            case Kind.PDF:
                from prexport.readers.pdf.read import read as read_pdf

                return read_pdf(data)
            case Kind.DOCX:
                from prexport.readers.docx.read import read as read_docx

                return read_docx(data)
            case _:
                from prexport.readers.html.read import read as read_html

                return read_html(data, _beside(data, path))
    except Exception:
        # Readers are made for our own files; what they can't follow in others is no fault of those.
        if needed:
            return Outline(())
        return None


def _beside(data: bytes, path: Path) -> dict[str, bytes] | None:
    """The files in the folder beside a page (`--assets beside`), by their addresses."""
    folder = path.with_name(f"{path.stem}_files")
    if not folder.is_dir():
        return None
    return {
        f"{folder.name}/{file.name}": file.read_bytes() for file in sorted(folder.iterdir()) if file.is_file()
    }


def _compared(
    expected: Expected,
    outline: Outline,
    data: bytes,
    kind: Kind,
    label: str,
    marks: Marks,
    own: Carried,
    against: Path | None,
) -> Iterator[Flaw]:
    def place(pointer: str) -> Place:
        return Place(label, pointer=pointer) if against is None else expected.place(pointer)

    yield from fidelity_flaws(expected.outline, outline, kind, place)
    yield from _printed(expected, data, kind, place)
    if marks.title and folded(marks.title) != folded(expected.metadata.title):
        message = (
            f"The title in the metadata is “{marks.title[:100]}”, not “{expected.metadata.title[:100]}”."
        )
        yield Flaw("fidelity-metadata", message, where=place("/headline"))
    if own.source is not None and against is not None and own.source != expected.public:
        yield Flaw(
            "source-replaced",
            f"The file was made from another release than {against}, or from an earlier one.",
        )
    elif own.source is not None and marks.is_ours and marks.identity != expected.identity:
        message = f"The file is “{marks.identity}”, but the source that it carries is that of “{expected.identity}”."
        yield Flaw("source-replaced", message)


def _printed(expected: Expected, data: bytes, kind: Kind, place: Locate) -> Iterator[Flaw]:
    """The second opinion: every string of the raw JSON comes out."""
    try:
        extract = EXTRACTS[kind](data)
    except Exception as error:
        # Whatever breaks a reader of words leaves nothing that could be found.
        yield Flaw(
            "fidelity-printed", f"The words could not be taken out of the file ({type(error).__name__})."
        )
        return
    for lost in extract.lost(printed(expected.data)):
        problem = "stands at another place" if lost.elsewhere else "doesn’t come out"
        yield Flaw("fidelity-printed", f"“{lost.text[:120]}” {problem}.", where=place(lost.where))


def _photos(outline: Outline | None) -> tuple[tuple[str, str], ...]:
    """The pictures that can be seen, with what is said for them."""
    if outline is None:
        return ()
    return tuple((unit.alt, unit.image) for unit in outline.units if unit.alt and unit.image)
