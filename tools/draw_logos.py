"""Draws the logos of the built-in brands: logo.svg, logo-dark.svg and logo.png of each.

    .venv/bin/python tools/draw_logos.py

Both marks are our own. The word of the Cyberport brand is IBM Plex Sans turned into outlines; it is not the real
logo of Cyberport. The PNG, for Word, is the light SVG drawn by WeasyPrint and rendered by PDFium.
"""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import uharfbuzz as hb
import weasyprint
from fontTools.misc.transform import Transform
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from prexport.brand.load import styles_folder

PNG_WIDTH_PX = 1200


def draw() -> None:
    """Write the logos of both brands."""
    styles = styles_folder()
    word = styles / "fonts" / "ibm-plex-sans" / "IBMPlexSans-Bold.ttf"
    save(styles / "default", 46, 20, {"#123f8c": quotation_marks()}, {"#a3c4ff": quotation_marks()})
    name, width = word_outline("cyberport", word, 24, left=28.5, baseline=18.3, tracking=-0.15)
    save(
        styles / "cyberport",
        round(width, 1),
        24,
        {"#00545b": harbour(), "#10201f": name},
        {"#6fdad2": harbour(), "#e6f1f1": name},
    )


def quotation_marks() -> str:
    """Give the default mark: opening quotation marks, each a disc with one square corner."""
    return "".join(
        f"M{left} 10A10 10 0 0 1 {left + 10} 0H{left + 20}V10A10 10 0 1 1 {left} 10Z" for left in (0, 26)
    )


def harbour() -> str:
    """Give the Cyberport mark: a harbour, open on one side (and the initial), and a ship at its berth."""
    basin = "M22 12A11 11 0 1 0 11 23V18.4A6.4 6.4 0 1 1 17.4 12Z"
    ship = "M13.2 14.2H22A8.8 8.8 0 0 1 13.2 23Z"
    return basin + ship


def word_outline(
    text: str, font_file: Path, size: float, left: float, baseline: float, tracking: float
) -> tuple[str, float]:
    """Give `text`, shaped and kerned, as SVG path data, and where it ends on the right."""
    face = hb.Face(hb.Blob.from_file_path(font_file))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(hb.Font(face), buffer)
    font = TTFont(font_file)
    glyphs, names, scale = font.getGlyphSet(), font.getGlyphOrder(), size / face.upem
    pen = SVGPathPen(glyphs, number)
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs[names[info.codepoint]].draw(TransformPen(pen, Transform(scale, 0, 0, -scale, left, baseline)))
        left += position.x_advance * scale + tracking
    return pen.getCommands(), left


def save(folder: Path, width: float, height: float, light: dict[str, str], dark: dict[str, str]) -> None:
    """Write the three files of a logo; `light` and `dark` give path data by colour."""
    (folder / "logo.svg").write_text(svg(width, height, light), encoding="utf-8")
    (folder / "logo-dark.svg").write_text(svg(width, height, dark), encoding="utf-8")
    (folder / "logo.png").write_bytes(png(svg(width, height, light), width, height))


def svg(width: float, height: float, paths: dict[str, str]) -> str:
    """Give an SVG of paths only."""
    drawn = "".join(f'<path fill="{colour}" d="{data}"/>' for colour, data in paths.items())
    size = f'viewBox="0 0 {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>\n'


def png(drawing: str, width: float, height: float) -> bytes:
    """Render an SVG on white, PNG_WIDTH_PX wide."""
    page = f"<style>@page {{ size: {width}pt {height}pt; margin: 0 }} svg {{ display: block }}</style>"
    sized = drawing.replace("<svg ", f'<svg style="width: {width}pt; height: {height}pt" ', 1)
    document = weasyprint.HTML(string=f"{page}<body style='margin: 0'>{sized}").write_pdf()
    bitmap = pypdfium2.PdfDocument(document)[0].render(scale=PNG_WIDTH_PX / width)
    image = bitmap.to_pil().convert("RGB").quantize(64)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def number(value: float) -> str:
    """Write a coordinate with two decimals at most."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


if __name__ == "__main__":
    draw()
