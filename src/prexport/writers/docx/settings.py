"""`settings.xml`: a document of Word 2013 or later, without anybody's history."""

from __future__ import annotations

from prexport.writers.docx.markup import NOTHING, Xml, declared, part, w
from prexport.writers.docx.palette import THEME_COLOURS
from prexport.writers.docx.scripts import word_lang
from prexport.writers.docx.sheet import Sheet

_WORD = "http://schemas.microsoft.com/office/word"
# Word's layout of 2013 (MS-DOCX 2.4.1); with any other number it opens in "compatibility mode".
_COMPATIBILITY = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
    "useWord2013TrackBottomHyphenation": 0,
}
_SCHEME_SLOTS = {"dk1": "dark1", "lt1": "light1", "dk2": "dark2", "lt2": "light2"} | {
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
_MAPPED_SLOTS = {"dk1": "t1", "lt1": "bg1", "dk2": "t2", "lt2": "bg2"} | {
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}


def settings(sheet: Sheet, *, embeds_fonts: bool) -> bytes:
    """The part `settings.xml`; `embeds_fonts` tells Word to keep the fonts that travel in the document."""
    languages = sheet.languages
    return part(
        "w:settings",
        declared("w"),
        w("zoom", percent=100),
        w("embedTrueTypeFonts") if embeds_fonts else NOTHING,
        w("defaultTabStop", val=720),
        w("characterSpacingControl", val="compressPunctuation"),
        w("compat", *(_compatibility(name, value) for name, value in _COMPATIBILITY.items())),
        w(
            "themeFontLang",
            val=word_lang(languages.latin),
            eastAsia=word_lang(languages.east_asian),
            bidi=word_lang(languages.complex),
        ),
        w(
            "clrSchemeMapping",
            **{_MAPPED_SLOTS.get(slot, slot): _SCHEME_SLOTS.get(slot, slot) for slot in THEME_COLOURS},
        ),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )


def _compatibility(name: str, value: int) -> Xml:
    return w("compatSetting", name=name, uri=_WORD, val=value)
