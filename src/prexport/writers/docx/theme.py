"""`theme1.xml`: a brand's colours and fonts under the names that Word's menus give them."""

from __future__ import annotations

from prexport.brand.tokens import FaceRole
from prexport.writers.docx.markup import Xml, declared, element, part
from prexport.writers.docx.palette import THEME_COLOURS
from prexport.writers.docx.scripts import family
from prexport.writers.docx.sheet import Sheet


def theme(sheet: Sheet) -> bytes:
    """The part `theme1.xml`."""
    title = sheet.brand.title
    return part(
        "a:theme",
        {**declared("a"), "name": title},
        element(
            "a:themeElements",
            None,
            element("a:clrScheme", {"name": title}, *(_colour(slot, sheet) for slot in THEME_COLOURS)),
            element("a:fontScheme", {"name": title}, _fonts("major", sheet), _fonts("minor", sheet)),
            _format_scheme(title),
        ),
    )


def _colour(slot: str, sheet: Sheet) -> Xml:
    value = sheet.palette.hexadecimal(THEME_COLOURS[slot])
    return element(f"a:{slot}", None, element("a:srgbClr", {"val": value}))


def _fonts(rank: str, sheet: Sheet) -> Xml:
    face: FaceRole = "headline" if rank == "major" else "text"
    languages = sheet.languages
    return element(
        f"a:{rank}Font",
        None,
        element("a:latin", {"typeface": sheet.latin_family(face)}),
        element("a:ea", {"typeface": family(sheet.brand, languages.east_asian, face)}),
        element("a:cs", {"typeface": family(sheet.brand, languages.complex, face)}),
    )


def _format_scheme(title: str) -> Xml:
    """How shapes would look: flat; the schema wants three of each (20.1.4.1.14)."""
    own = element("a:solidFill", None, element("a:schemeClr", {"val": "phClr"}))
    line = element("a:ln", {"w": 9525}, own)
    effect = element("a:effectStyle", None, element("a:effectLst"))
    return element(
        "a:fmtScheme",
        {"name": title},
        element("a:fillStyleLst", None, own, own, own),
        element("a:lnStyleLst", None, line, line, line),
        element("a:effectStyleLst", None, effect, effect, effect),
        element("a:bgFillStyleLst", None, own, own, own),
    )
