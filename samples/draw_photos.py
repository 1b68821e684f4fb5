"""Draw the pictures of the samples: `python samples/draw_photos.py [FOLDER]`.

They stand in for press photos. The same Pillow gives the same bytes: no clock, no chance, no fonts, no colour
profile (untagged means sRGB). FOLDER is where the samples lie, by default beside this script.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from drawing import ceremony, diagrams, gulf, harbour, logbook, museum, speakers
from drawing.canvas import Canvas
from PIL import Image

_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" '
    'xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">\n'
    "{body}</rdf:Description></rdf:RDF></x:xmpmeta>\n"
    '<?xpacket end="r"?>'
)


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture: where it goes, what draws it, and what its IPTC fields say."""

    path: str
    draw: Callable[[], Canvas | Image.Image]
    credit: str = ""
    rights: str = ""
    alt: str = ""
    lang: str = "en-GB"


_MUSEUM = "Tathong Harbour Museum"
_TRUST = "Coastal Records Trust"
_BOTH = f"{_MUSEUM} and {_TRUST}, CC BY 4.0"

PHOTOS = (
    Photo("cyberport-hkntaie/photos/plaque-unveiling.jpg", ceremony.plaque_unveiling),
    Photo("cyberport-hkntaie/photos/lillian-cheong.jpg", speakers.speaker_panels),
    Photo("cyberport-hkntaie/photos/zhang-ruobing.jpg", speakers.speaker_arc),
    Photo("cyberport-hkntaie/photos/simon-chan.jpg", speakers.speaker_window),
    Photo("cyberport-hkntaie/photos/elizabeth-lee.jpg", speakers.speaker_audience),
    Photo("cyberport-hkntaie/photos/signing-ceremony.jpg", ceremony.signing_ceremony),
    Photo("cyberport-hkntaie/photos/office-tour.jpg", ceremony.office_tour),
    Photo("tidal-gallery-zh-hant/photos/wave-tank.jpg", museum.wave_tank, "藍塘海港博物館"),
    Photo("tidal-gallery-zh-hant/photos/museum-at-dusk.jpg", harbour.museum_at_dusk, "藍塘海港博物館"),
    Photo("weather-buoys-ar/photos/buoy-at-sunrise.jpg", gulf.buoy_at_sunrise, "مؤسسة ساحل"),
    Photo("weather-buoys-ar/photos/forecast-room.jpg", gulf.forecast_room, "مؤسسة ساحل"),
    Photo("lightship-logbooks/photos/lightship.jpg", harbour.lightship, _MUSEUM, _BOTH),
    Photo("lightship-logbooks/photos/tide-gauge.png", diagrams.tide_gauge),
    Photo("lightship-logbooks/photos/wave-band.jpg", diagrams.wave_band),
    Photo(
        "lightship-logbooks/photos/logbook.jpg",
        logbook.logbook,
        _TRUST,
        _BOTH,
        "Illustration: an old logbook lies open on a wooden table, its ruled pages full of handwriting. A red box "
        "surrounds the number 953; a magnifying glass rests on the page, a cup of tea stands beside it.",
    ),
    Photo("lightship-logbooks/photos/volunteers.jpg", museum.volunteers, _TRUST, _BOTH),
)


def xmp(photo: Photo) -> bytes:
    """The XMP packet with the picture's credit, rights and alt text; empty when it has none of them."""
    body = ""
    if photo.credit:
        body += f"<photoshop:Credit>{escape(photo.credit)}</photoshop:Credit>\n"
    if photo.rights:
        body += f"<dc:rights>{_in_languages(photo.rights, photo.lang)}</dc:rights>\n"
    if photo.alt:
        alt = _in_languages(photo.alt, photo.lang)
        body += f"<Iptc4xmpCore:AltTextAccessibility>{alt}</Iptc4xmpCore:AltTextAccessibility>\n"
    return _XMP.format(body=body).encode() if body else b""


def _in_languages(text: str, lang: str) -> str:
    items = "".join(f'<rdf:li xml:lang="{tag}">{escape(text)}</rdf:li>' for tag in ("x-default", lang))
    return f"<rdf:Alt>{items}</rdf:Alt>"


def encode(photo: Photo) -> bytes:
    """The picture as the bytes of its file: JPEG (JFIF first, 4:2:0, quality 85) or PNG."""
    drawn = photo.draw()
    image = drawn.image if isinstance(drawn, Canvas) else drawn
    out = io.BytesIO()
    if photo.path.endswith(".png"):
        image.save(out, "PNG", optimize=True)
    else:
        packet = {"xmp": meta} if (meta := xmp(photo)) else {}
        image.save(out, "JPEG", quality=85, optimize=True, dpi=(300, 300), **packet)
    return out.getvalue()


def main() -> None:
    """Draw every picture into its sample's folder."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for photo in PHOTOS:
        path = folder / photo.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(encode(photo))


if __name__ == "__main__":
    main()
