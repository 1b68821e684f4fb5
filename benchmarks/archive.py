"""The archive engine against its peers: the seed release with seven photos of 500 KB, another one each time.

One process, warm, turn and turn about, CPU time, medians. What each of them does, and what it doesn't:

- typst 0.15 (PyPI `typst`; `pip install --group bench`) compiles finished mark-up with one
  `Compiler` that is used again and again, for PDF/UA-1 and PDF/A-3a. A word is changed in every paragraph, or its
  cache would answer; for the photos, which are the same in every document, it does. "Other photos" are changed by a
  few bits each time. It reads photos from files and checks no release; it writes tags of its own making and carries
  no source. Its fonts are the brand's.
- Stock WeasyPrint lays out finished HTML and CSS as PDF/UA-1 with tags, without PDF/A and without a source.
- Ours, "Document to PDF", begins with the composed Document, as the others begin with finished mark-up, and writes
  tags, PDF/UA-1 and PDF/A-3a in one file, and the source in it. "JSON to PDF" also reads and judges the release by
  every rule, reads its photos and makes them safe.

    python -m benchmarks.archive            the speed
    python -m benchmarks.archive process    whole processes: imports, fonts, one document
    python -m benchmarks.archive memory     memory and time of 2,000 documents; takes a minute or two
"""

from __future__ import annotations

import gc
import importlib.util
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks.pdf import COLD, RUNS, Releases, Stock, resident, seconds, source_of
from prexport.brand.load import load_brand
from prexport.brand.tokens import Brand
from prexport.document import tree
from prexport.document.tree import Document, plain
from prexport.export import Prepared, prepare, render
from prexport.formats import FORMATS
from prexport.writers.options import WriteOptions

DOCUMENTS = 2000
SETTLED = 200
"""After so many documents the memory of a process is taken to have found its level."""
STANDARDS = ["ua-1", "a-3a"]
FRESH = 7
"""How often a whole process is measured."""


def main() -> None:
    """Print the figures that the command line asks for."""
    what: dict[str, Callable[[Path, Releases, Brand], None]] = {"process": process, "memory": memory}
    brand = load_brand("cyberport")
    with tempfile.TemporaryDirectory() as folder:
        what.get("".join(sys.argv[1:2]), speed)(Path(folder), Releases(Path(folder)), brand)


# ---------------------------------------------------------------- ours


def options_for(made: Prepared) -> WriteOptions:
    """As `prexport export --to pdf --pdf-engine reportlab` has them."""
    return WriteOptions(
        name="release", public_source=made.public_source, photos=made.images, pdf_engine="reportlab"
    )


def from_document(made: Prepared, brand: Brand) -> int:
    """Document to PDF; the number of bytes."""
    assert made.document is not None
    return sum(len(file.data) for file in FORMATS["pdf"].write(made.document, brand, options_for(made)))


def from_json(path: Path, brand: Brand) -> int:
    """JSON to PDF; the number of bytes."""
    made = prepare(path, brand=brand)
    files = render(made, brand=brand, formats=("pdf",), options=options_for(made))
    return sum(len(file.data) for file in files)


# ---------------------------------------------------------------- typst


class Typst:
    """The same release as typst's mark-up, laid out alike."""

    def __init__(self, folder: Path, brand: Brand) -> None:
        """`folder` is where the photos are."""
        import typst

        self._main = folder / "main.typ"
        self._main.write_text("")
        self._compiler: Any = typst.Compiler(
            str(self._main), font_paths=font_folders(brand), ignore_system_fonts=True
        )

    def write(self, markup: str) -> int:
        """Mark-up to PDF/UA-1 and PDF/A-3a; the number of bytes."""
        self._main.write_text(markup, encoding="utf-8")
        return len(self._compiler.compile(input=str(self._main), pdf_standards=STANDARDS))


def font_folders(brand: Brand) -> list[str]:
    """Where the fonts of a brand are."""
    faces = [face for family in brand.families.values() for face in family.faces]
    return sorted({str(face.path.parent) for face in faces})


def typst_markup(document: Document) -> str:
    """The words and photos of `document` for typst, set like ours."""
    year, month, day = document.metadata.issued[:10].split("-")
    parts = [
        f"#set document(title: {_quoted(document.metadata.title)}, author: "
        f"{_quoted(document.metadata.publisher_names)}, date: datetime(year: {int(year)}, month: {int(month)}, "
        f"day: {int(day)}))",
        '#set page(paper: "a4", margin: (x: 24mm, top: 20mm, bottom: 24mm), numbering: "1 of 1")',
        '#set text(font: "IBM Plex Sans", size: 11pt, lang: "en", region: "HK")',
        "#set par(leading: 0.65em, spacing: 1.1em)",
        f"= {_escaped(plain(document.headline.runs))}",
        *(_escaped(plain(line.runs)) for line in document.subheadlines),
    ]
    for block in document.body:
        parts += _block(block, 0)
    for section in document.sections:
        parts += _block(section, 1)
    return "\n\n".join(parts)


def _block(block: tree.Block, photos: int) -> list[str]:
    match block:
        case tree.Paragraph():
            return [_runs(block.runs)]
        case tree.List():
            return ["\n".join("- " + " ".join(_block_text(item.body)) for item in block.items)]
        case tree.Section():
            inner = [part for child in block.body for part in _block(child, photos)]
            return [f"== {_runs(block.heading.runs)}", *inner]
        case tree.Figure():
            caption = _runs(block.caption.runs) if block.caption else ""
            picture = f"image({_quoted(block.image.name + '.jpg')}, width: 100%, alt: {_quoted(block.alt)})"
            return [f"#grid(columns: (54mm, 1fr), gutter: 18pt, figure({picture}), [{caption}])"]
        case tree.Card():
            return [_runs(line.runs) for line in block.lines]
        case _:
            return []


def _block_text(body: tuple[tree.Block, ...]) -> list[str]:
    return [part for block in body for part in _block(block, 0)]


def _runs(runs: tree.Runs) -> str:
    parts = []
    for run in runs:
        match run:
            case tree.Text() | tree.Code():
                parts.append(_escaped(run.text))
            case tree.Break():
                parts.append(" ")
            case tree.Strong():
                parts.append(f"#strong[{_runs(run.children)}]")
            case tree.Link():
                parts.append(f"#link({_quoted(run.target)})[{_runs(run.children)}]")
            case _:
                parts.append(_runs(run.children))
    return "".join(parts)


def _escaped(text: str) -> str:
    return "".join(
        "\\" + character if character in "\\#$*_`<>@[]~=-+/;\"'" else character for character in text
    )


def _quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


# ---------------------------------------------------------------- what is measured


def speed(folder: Path, releases: Releases, brand: Brand) -> None:
    """Print a line a peer."""
    typst = Typst(folder, brand) if importlib.util.find_spec("typst") else None
    stock = Stock(brand)
    times: dict[str, list[float]] = {}
    for run in range(RUNS + COLD):
        made = prepare(releases.next(), brand=brand)
        assert made.document is not None
        work: dict[str, Callable[[], object]] = {"Document to PDF": partial(from_document, made, brand)}
        if typst:
            work["typst"] = partial(typst.write, typst_markup(made.document))
        work["stock WeasyPrint"] = partial(stock.write, *source_of(made, brand))
        work["JSON to PDF"] = partial(from_json, releases.next(), brand)
        note(times, work, run)
        change_photos(folder, run)
        made = prepare(releases.next(), brand=brand)
        assert made.document is not None
        if typst:
            markup = typst_markup(made.document)
            note(times, {"typst, other photos": partial(typst.write, markup)}, run)
        note(times, {"Document, other photos": partial(from_document, made, brand)}, run)
        note(times, {"JSON, other photos": partial(from_json, releases.next(), brand)}, run)
    medians = {name: statistics.median(each) for name, each in times.items()}
    does = {
        "typst": "mark-up to PDF/UA-1 and PDF/A-3a: its own tags, no source",
        "typst, other photos": "the same where photos change with the document",
        "stock WeasyPrint": "HTML to PDF/UA-1: its own tags, no PDF/A, no source",
        "Document to PDF": "ours: PDF/UA-1 and PDF/A-3a in one file, the Document's tags, the source",
        "Document, other photos": "the same where photos change with the document",
        "JSON to PDF": "ours: also reads, judges and composes the release, makes photos safe",
        "JSON, other photos": "the same where photos change with the document",
    }
    for name, what in does.items():
        if name in medians:
            print(f"{name:22} {1000 * medians[name]:6.1f} ms  {what}")
    for name in ("Document to PDF", "JSON to PDF"):
        if typst:
            print(f"{name}: {medians[name] / medians['typst']:.2f} of typst (<= 0.80, aim 0.50)")
        print(f"{name}: {medians[name] / medians['stock WeasyPrint']:.2f} of stock WeasyPrint (<= 0.16)")
    for name in ("Document, other photos", "JSON, other photos"):
        if typst:
            print(f"{name}: {medians[name] / medians['typst, other photos']:.2f} of typst, other photos")
    if not typst:
        print("typst is not there: pip install --group bench")


def note(times: dict[str, list[float]], work: dict[str, Callable[[], object]], run: int) -> None:
    """Do the work, and keep what it took once it is warm."""
    for name, each in work.items():
        spent = seconds(each)
        if run >= COLD:
            times.setdefault(name, []).append(spent)


def change_photos(folder: Path, run: int) -> None:
    """Make the photos others, of the same size: the last step of their first table of quantisation."""
    for path in folder.glob("photo-*.jpg"):
        data = bytearray(path.read_bytes())
        table = data.index(b"\xff\xdb")
        data[table + 2 + int.from_bytes(data[table + 2 : table + 4], "big") - 1] = 1 + run
        path.write_bytes(data)


def process(folder: Path, releases: Releases, brand: Brand) -> None:
    """Print what whole processes cost: ours, from the command line, and typst's, by its Python package."""
    path = releases.next()
    made = prepare(path, brand=brand)
    assert made.document is not None
    ours = [sys.executable, "-m", "prexport", "export", str(path), "--brand", "cyberport", "--to", "pdf"]
    ours += ["--pdf-engine", "reportlab", "-o", str(folder / "out")]
    first = fresh(ours)
    print(f"prexport export --to pdf --pdf-engine reportlab  {1000 * first:.0f} ms")
    if not importlib.util.find_spec("typst"):
        print("typst is not there: pip install --group bench")
        return
    main = folder / "main.typ"
    main.write_text(typst_markup(made.document), encoding="utf-8")
    code = (
        f"import typst; typst.compile({str(main)!r}, output={str(folder / 'typst.pdf')!r}, "
        f"pdf_standards={STANDARDS!r}, font_paths={font_folders(brand)!r}, ignore_system_fonts=True)"
    )
    other = fresh([sys.executable, "-c", code])
    print(f"typst.compile                                    {1000 * other:.0f} ms")
    print(f"{first / other:.2f} of typst (<= 2.00)")


def fresh(command: list[str]) -> float:
    """CPU seconds of a process, the median."""
    spent = []
    for _ in range(FRESH):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return statistics.median(spent)


def memory(folder: Path, releases: Releases, brand: Brand) -> None:
    """Print how memory and time have grown over many documents in one process."""
    settled, early, late = 0, list[float](), list[float]()
    for number in range(1, DOCUMENTS + 1):
        spent = seconds(partial(from_json, releases.next(), brand))
        (
            early if SETTLED // 2 < number <= SETTLED else late if number > DOCUMENTS - SETTLED // 2 else []
        ).append(spent)
        if number == SETTLED:
            gc.collect()
            settled = resident()
    gc.collect()
    print(
        f"memory after {SETTLED} documents {settled / 2**20:.0f} MiB, after {DOCUMENTS} "
        f"{resident() / settled - 1:+.1%} (<= +5%)"
    )
    first, last = statistics.median(early), statistics.median(late)
    print(f"a document then {1000 * first:.1f} ms, now {1000 * last:.1f} ms {last / first - 1:+.1%} (<= +5%)")


if __name__ == "__main__":
    main()
