"""DOCX: prexport against pandoc, which gets the same release as Markdown. `python -m benchmarks.docx`.

Whole processes take turns, so that a busy machine slows both; the figures are medians of CPU time (user and
system, children included). Ours begins with the JSON, checks it and the photos, and composes; pandoc begins with
finished text. Both have the same words and the same photos. prexport's own modules are compiled first, as an
installer does it: who works with PYTHONDONTWRITEBYTECODE would else compile them in every run.
"""

from __future__ import annotations

import compileall
import io
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import prexport
from prexport.brand.load import load_brand
from prexport.document import tree
from prexport.document.tree import Document, plain
from prexport.export import prepare, render
from prexport.writers.docx.write import write
from prexport.writers.options import WriteOptions

SAMPLE = Path(__file__).resolve().parent.parent / "samples" / "cyberport-hkntaie" / "release.json"
PROGRAM = Path(sys.executable).parent / "prexport"
BRAND = load_brand("cyberport")
OPTIONS = WriteOptions(name="release", public_source=b"{}")
COLD_RUNS = 7
WARM_RUNS = 40
SHARE_OF_PANDOC = 0.35
WITH_PHOTOS_MS = 20.0
TEXT_ONLY_MS = 10.0


def main() -> int:
    """Print the figures; give 1 when one of them misses its mark."""
    compileall.compile_dir(Path(prexport.__file__).parent, quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = [_whole_process(folder / "six")] if shutil.which("pandoc") else []
        for photos, limit in ((7, WITH_PHOTOS_MS), (0, TEXT_ONLY_MS)):
            held.append(_warm(_release(folder / f"warm-{photos}", photos), photos, limit))
    return 0 if all(held) else 1


def _whole_process(folder: Path) -> bool:
    release = _release(folder, 6)
    document = prepare(release, brand=BRAND).document
    assert document is not None
    (folder / "release.md").write_text("\n\n".join(markdown(document, folder)), encoding="utf-8")
    ours = _process(
        str(PROGRAM), "export", str(release), "--to", "docx", "--brand", "cyberport", "-o", str(folder)
    )
    theirs = _process(
        "pandoc",
        str(folder / "release.md"),
        "--resource-path",
        str(folder),
        "-o",
        str(folder / "pandoc.docx"),
    )
    figures = _by_turns(COLD_RUNS, ours, theirs)
    share = figures[0] / figures[1]
    print(f"whole process, six photos: {figures[0] * 1000:.0f} ms, pandoc {figures[1] * 1000:.0f} ms")
    return _shown("share of pandoc", share, SHARE_OF_PANDOC)


def _warm(release: Path, photos: int, limit: float) -> bool:
    document = prepare(release, brand=BRAND).document
    assert document is not None

    def from_json() -> None:
        prepared = prepare(release, brand=BRAND)
        render(prepared, brand=BRAND, formats=("docx",), options=OPTIONS)

    writing, all_of_it = _by_turns(WARM_RUNS, lambda: write(document, BRAND, OPTIONS), from_json)
    print(f"warm, {photos} photos: JSON to DOCX {all_of_it * 1000:.1f} ms CPU")
    return _shown(f"warm, {photos} photos: Document to DOCX, ms CPU", writing * 1000, limit)


def _shown(label: str, figure: float, limit: float) -> bool:
    print(f"{label}: {figure:.2f} (at most {limit:g})", flush=True)
    return figure <= limit


def _by_turns(runs: int, *work: Callable[[], object]) -> list[float]:
    """The median CPU seconds of each."""
    for each in work:
        each()
    rounds = [[_seconds(each) for each in work] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*rounds, strict=True)]


def _seconds(work: Callable[[], object]) -> float:
    before = _spent()
    work()
    return _spent() - before


def _spent() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _process(*command: str) -> Callable[[], object]:
    return lambda: subprocess.run(command, check=True, capture_output=True)


def _release(folder: Path, photos: int) -> Path:
    """The seed release with so many photos, each another one, of about 500 KB."""
    from PIL import Image

    folder.mkdir()
    release = json.loads(SAMPLE.read_text(encoding="utf-8"))
    figure = release["media"][0]
    release["media"] = [{**figure, "src": f"photo-{number}.jpg"} for number in range(photos)]
    for number in range(photos):
        noise = Image.effect_noise((1600, 1067), 40 + number)
        buffer = io.BytesIO()
        noise.convert("RGB").resize((800, 534)).resize((1600, 1067)).save(buffer, "JPEG", quality=89)
        (folder / f"photo-{number}.jpg").write_bytes(buffer.getvalue())
    file = folder / "release.json"
    file.write_text(json.dumps(release, ensure_ascii=False), encoding="utf-8")
    return file


def markdown(document: Document, folder: Path) -> Iterator[str]:
    """The blocks of a document as pandoc's Markdown."""
    for block in document.blocks():
        yield from _block(block, folder)


def _block(node: object, folder: Path, indent: str = "") -> Iterator[str]:
    match node:
        case tree.Heading():
            yield f"{'#' * node.level} {_inline(node.runs)}"
        case tree.Paragraph():
            yield indent + _inline(node.runs)
        case tree.List():
            mark = "1. " if node.ordered else "-  "
            for item in node.items:
                first, *rest = [text for block in item.body for text in _block(block, folder)]
                yield indent + mark + first
                yield from (f"{indent}   {text}" for text in rest)
        case tree.Table():
            rows = [[_inline(cell.runs) for cell in row.cells] for row in (node.header, *node.rows)]
            lines = [f"| {' | '.join(row)} |" for row in rows]
            yield "\n".join([lines[0], f"|{'---|' * len(rows[0])}", *lines[1:]])
        case tree.Figure():
            caption = _inline(node.caption.runs) if node.caption else node.alt
            yield f"![{caption}]({folder / node.image.name}.jpg)"
        case tree.Quote():
            for block in (*node.body, *([node.attribution] if node.attribution else [])):
                yield from (f"> {text}" for text in _block(block, folder))
        case tree.Letterhead():
            for line in node.lines:
                yield from _block(line, folder)
        case tree.Card():
            for line in node.lines:
                yield from _block(line, folder)
        case tree.Section():
            yield from _block(node.heading, folder)
            for block in node.body:
                yield from _block(block, folder)
        case tree.EndMark():
            yield "\\" + node.text
        case _:
            yield "* * *"


def _inline(runs: tree.Runs) -> str:
    pieces = []
    for run in runs:
        match run:
            case tree.Strong():
                pieces.append(f"**{_inline(run.children)}**")
            case tree.Em():
                pieces.append(f"*{_inline(run.children)}*")
            case tree.Link():
                pieces.append(f"[{_inline(run.children)}]({run.target})")
            case tree.Part():
                pieces.append(f"[{_inline(run.children)}]{{lang={run.lang}}}")
            case _:
                pieces.append(" ".join(plain((run,)).split("\n")))
    return "".join(pieces)


if __name__ == "__main__":
    sys.exit(main())
