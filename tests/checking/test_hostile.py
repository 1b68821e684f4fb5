"""Files that were made to do harm: each gets a clear finding, within bounds of time and memory, and runs nothing."""

from __future__ import annotations

import io
import threading
import time
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pikepdf
import pytest

from checking import specimen
from checking.mutations.html import replaced
from prexport.checking.options import CheckOptions
from prexport.checking.outcomes import Checked
from prexport.checking.paths import targets_of
from prexport.checking.run import check
from prexport.checks import tools, verapdf

_RELATIONSHIPS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="'
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
_DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
_PAGE = b"<!doctype html><html lang=en><meta charset=utf-8><title>T</title><main><h1>T</h1>"


def checked(path: Path, *, timeout: float = 60) -> Checked:
    (done,) = check(targets_of([path]), CheckOptions(timeout=timeout)).checked
    return done


def rules(path: Path, *, timeout: float = 60) -> set[str]:
    done = checked(path, timeout=timeout)
    assert done.error is None, done.error.message
    return {finding.rule for finding in done.findings}


@pytest.fixture
def without_judges(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Only what Python reads is asked here."""
    monkeypatch.setenv(tools.NODE_MODULES, str(tmp_path / "nowhere"))
    monkeypatch.setattr(verapdf, "_MODULES", {"no_such_java": "no-such-java"})


def package(document: bytes) -> bytes:
    """A DOCX with nothing but its main part."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("_rels/.rels", _RELATIONSHIPS)
        archive.writestr("word/document.xml", document)
    return buffer.getvalue()


# ---------------------------------------------------------------- PDF


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + bytes(range(256)) * 4000, b"%PDF-1.7\n%%EOF\n" * 5000],
    ids=["empty", "a header", "garbage", "many ends"],
)
def test_what_is_no_pdf_says_so(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(data)
    assert rules(path) == {"artefact-unreadable"}


def test_a_pdf_with_a_password_says_so(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    with pikepdf.open(io.BytesIO(specimen.exported()["pdf"])) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="owner", user="user"))
    done = checked(path)
    assert [finding.rule for finding in done.findings] == ["artefact-encrypted"]
    assert "password" in done.findings[0].message


def test_five_hundred_pages_are_checked_to_the_last(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    with pikepdf.open(io.BytesIO(specimen.exported()["pdf"])) as pdf:
        while len(pdf.pages) < 500:
            pdf.pages.append(pdf.pages[0])
        pdf.save(path)
    started = time.monotonic()
    done = checked(path, timeout=120)
    assert time.monotonic() - started < 100
    orphaned = [finding.message for finding in done.findings if finding.rule == "pdf-content-orphaned"]
    assert "There are 478 more of this kind." in orphaned


def test_a_tag_tree_in_a_circle_comes_to_an_end(tmp_path: Path, without_judges: None) -> None:
    path = tmp_path / "file.pdf"
    with pikepdf.open(io.BytesIO(specimen.exported()["pdf"])) as pdf:
        root = pdf.Root["/StructTreeRoot"]["/K"]
        document = root[0] if isinstance(root, pikepdf.Array) else root
        document["/K"][8]["/K"].append(document)
        pdf.save(path)
    assert "fidelity-printed" in rules(path)


# ---------------------------------------------------------------- DOCX


@pytest.mark.parametrize(
    ("document", "rule"),
    [
        (_DOCUMENT + b"<w:p/>" * 12_000_000, "artefact-too-large"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>' + _DOCUMENT, "artefact-unreadable"),
        (_DOCUMENT, "artefact-unreadable"),
    ],
    ids=["bomb", "entities", "cut off"],
)
def test_a_document_that_would_do_harm_says_so(
    document: bytes, rule: str, tmp_path: Path, without_judges: None
) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(package(document))
    assert rules(path, timeout=10) == {rule}


def test_many_paragraphs_end_with_the_time_that_there_is(tmp_path: Path, without_judges: None) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(package(_DOCUMENT + b"<w:p/>" * 6_000_000 + b"</w:body></w:document>"))
    started = time.monotonic()
    assert "artefact-too-large" in rules(path, timeout=5)
    assert time.monotonic() - started < 30


# ---------------------------------------------------------------- HTML


def test_scripts_of_a_page_never_run(tmp_path: Path) -> None:
    scripts = (
        "<body onload=\"document.querySelectorAll('img').forEach(each => each.remove())\">"
        '<script>while (true) {}</script><img src="x" onerror="while (true) {}">'
        '<iframe title="Frame" srcdoc="<script>while (true) {}</script>"></iframe>'
    )
    path = tmp_path / "file.html"
    path.write_bytes(_PAGE + scripts.encode() + b"</main></html>")
    done = checked(path)
    assert done.error is None
    said = [finding.message for finding in done.findings if finding.rule == "axe"]
    assert any(message.startswith("image-alt") for message in said), "the picture is still there for axe"
    assert {"html-script", "html-alt-missing"} <= {finding.rule for finding in done.findings}


@pytest.fixture
def server() -> Iterator[tuple[str, list[str]]]:
    """An address on this machine, and what it was asked for."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    serving = HTTPServer(("127.0.0.1", 0), Noting)
    thread = threading.Thread(target=serving.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{serving.server_port}", asked
    serving.shutdown()
    thread.join()
    serving.server_close()


def test_a_page_reaches_nothing(server: tuple[str, list[str]], tmp_path: Path) -> None:
    address, asked = server
    remote = (
        f'<img alt="" src="{address}/img"><link rel="stylesheet" href="{address}/css">'
        f'<iframe title="Frame" src="{address}/frame"></iframe><object data="{address}/object"></object>'
        f'<video src="{address}/video"></video><p style="background: url({address}/style)">x</p>'
        f'<meta http-equiv="refresh" content="0;url={address}/refresh">'
    )
    path = tmp_path / "file.html"
    path.write_bytes(_PAGE + remote.encode() + b"</main></html>")
    assert {"html-remote", "html-refresh"} <= {finding.rule for finding in checked(path).findings}
    assert asked == []


@pytest.mark.parametrize(
    "body",
    [
        b"<p><b><i><a href=#x>word</a></i></b> <img src=x> <table><tr><td>1</table>" * 70_000,
        b"<div>" * 1_000_000,
        b"<a><b><i>" * 550_000,
    ],
    ids=["broken paragraphs", "deep", "open for ever"],
)
def test_five_megabytes_end_with_the_time_that_there_is(
    body: bytes, tmp_path: Path, without_judges: None
) -> None:
    path = tmp_path / "file.html"
    path.write_bytes(_PAGE + body)
    started = time.monotonic()
    found = rules(path, timeout=10)
    assert time.monotonic() - started < 40
    assert {"artefact-too-large", "html-alt-missing", "artefact-unreadable"} & found


def test_a_source_that_would_do_harm_is_no_source(tmp_path: Path, without_judges: None) -> None:
    deep = "[" * 5000 + "]" * 5000
    path = tmp_path / "file.html"
    for source in (deep, '{"format": "prexport/1"}', '{"format": "prexport/2"}'):
        page = specimen.exported()["html"].decode()
        before, _, rest = page.partition('id="prexport-source">')
        path.write_text(f'{before}id="prexport-source">{source}</script>{rest.partition("</script>")[2]}')
        assert "source-broken" in rules(path)


def test_the_mutations_of_pages_are_checked_the_same_with_another_name(tmp_path: Path) -> None:
    path = tmp_path / "file.pdf"
    path.write_bytes(
        replaced(">Divers set forty-two", ">Divers set forty-three")(specimen.exported()["html"])
    )
    assert "fidelity-text" in rules(path), "the content tells that it is a page"
