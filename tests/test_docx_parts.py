"""A DOCX taken apart: what the goldens of its parts show."""

from __future__ import annotations

from docx_parts import parts_as_text, rebuilt


def test_parts_are_told_as_text() -> None:
    xml = b'<w:p xmlns:w="w"><w:t>Text </w:t></w:p>'
    told = parts_as_text(rebuilt([("word/document.xml", xml), ("word/media/image2.jpeg", b"\xff\xd8")]))
    assert told["word/document.xml"] == '<w:p xmlns:w="w">\n  <w:t>Text </w:t>\n</w:p>\n'
    assert told["word/media/image2.jpeg"] == "2 bytes\n"
