"""`styles.xml`, generated from a brand's tokens: the styles that a press officer finds in Word's gallery."""

from __future__ import annotations

from collections.abc import Iterator

from prexport.brand.tokens import TextStyle
from prexport.writers.docx.catalogue import StyleEntry, paragraph_styles
from prexport.writers.docx.frames import frame_properties
from prexport.writers.docx.markup import (
    Xml,
    declared,
    paragraph_properties,
    part,
    run_properties,
    twips,
    w,
)
from prexport.writers.docx.scripts import word_lang
from prexport.writers.docx.sheet import LIST_STEP_PT, Sheet
from prexport.writers.docx.style_ids import (
    TABLE_STYLE,
    WORDS_OWN,
    CharacterStyle as C,
    ParagraphStyle as P,
    name_of,
)

_BUILT_IN = 376  # how many styles Word has of its own


def style_sheet(sheet: Sheet) -> bytes:
    """The part `styles.xml`."""
    return part(
        "w:styles",
        declared("w"),
        _defaults(sheet),
        w(
            "latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=1,
            defUnhideWhenUsed=1,
            defQFormat=0,
            count=_BUILT_IN,
        ),
        *(_paragraph_style(style, sheet) for style in paragraph_styles(sheet).values()),
        *_character_styles(sheet),
        *_table_styles(sheet),
        w("style", w("name", val="No List"), w("semiHidden"), type="numbering", default=1, styleId="NoList"),
    )


def _defaults(sheet: Sheet) -> Xml:
    languages = sheet.languages
    run = {
        "lang": w(
            "lang",
            val=word_lang(languages.latin),
            eastAsia=word_lang(languages.east_asian),
            bidi=word_lang(languages.complex),
        ),
    }
    paragraph = {"widowControl": w("widowControl"), "spacing": w("spacing", after=0, **sheet.line("body"))}
    return w(
        "docDefaults",
        w("rPrDefault", run_properties(run)),
        w("pPrDefault", paragraph_properties(paragraph)),
    )


def _paragraph_style(style: StyleEntry, sheet: Sheet) -> Xml:
    look = sheet.style(style.role)
    is_default = style.id is P.NORMAL
    attributes: dict[str, str | int] = {"type": "paragraph", "styleId": style.id}
    if is_default:
        attributes["default"] = 1
    elif style.id not in WORDS_OWN:
        attributes["customStyle"] = 1
    return w(
        "style",
        w("name", val=name_of(style.id)),
        *([w("basedOn", val=style.based_on)] if style.based_on else []),
        *([w("next", val=style.next)] if style.next else []),
        w("uiPriority", val=1 if style.id in (P.BODY, P.HEADING_1, P.HEADING_2) else 9),
        *([] if style.id in (P.HEADER, P.FOOTER) else [w("qFormat")]),
        paragraph_properties(_layout(style, look, sheet)),
        run_properties(_normal_type(sheet) if is_default else _type(style, look, sheet)),
        **attributes,
    )


def _layout(style: StyleEntry, look: TextStyle, sheet: Sheet) -> dict[str, Xml]:
    """The paragraph properties of a style.

    Word adds the space after one paragraph to the space before the next, where CSS takes the larger: the space
    that body text leaves is taken off.
    """
    before = (
        max(0.0, look.before_pt - sheet.style("body").after_pt)
        if style.before_pt is None
        else style.before_pt
    )
    after = look.after_pt if style.after_pt is None else style.after_pt
    made = frame_properties(style.frame, sheet, sheet.dir)
    spacing = w("spacing", before=twips(before), after=twips(after), **sheet.line(style.role))
    if style.id is P.FIGURE:
        spacing = w("spacing", before=twips(before), after=twips(after), line=240, lineRule="auto")
    made["spacing"] = spacing
    if style.keep_next:
        made["keepNext"] = w("keepNext")
    if style.keep_lines:
        made["keepLines"] = w("keepLines")
    if style.list:
        step = twips(LIST_STEP_PT)
        made["numPr"] = w("numPr", w("numId", val=style.list))
        made["ind"] = w("ind", left=step, right=twips(sheet.slack_pt), hanging=step)
    elif style.narrow:
        made["ind"] = w("ind", left=twips(style.indent_pt), right=twips(sheet.slack_pt))
    if style.align:
        made["jc"] = w("jc", val=style.align)
    if style.outline is not None:
        made["outlineLvl"] = w("outlineLvl", val=style.outline)
    if style.id is P.LOGO:
        made["textAlignment"] = w("textAlignment", val="center")
    if style.id is P.DIVIDER:
        made["pBdr"] = w("pBdr", sheet.palette.border("bottom", "mark", sheet.brand.lines.hairline_pt, 1))
    if style.id in (P.HEADER, P.FOOTER):
        made["tabs"] = w("tabs", w("tab", val="right", pos=twips(sheet.text_width_pt)))
    return made


def _type(style: StyleEntry, look: TextStyle, sheet: Sheet) -> dict[str, Xml]:
    """The run properties of a style: what differs from body text."""
    made: dict[str, Xml] = {}
    face = style.face or look.face
    if face != "text":
        made["rFonts"] = sheet.fonts(face)
    if sheet.is_bold(style.role):
        made |= {"b": w("b"), "bCs": w("bCs")}
    if look.italic:
        made |= {"i": w("i"), "iCs": w("iCs")}
    if look.colour != "text":
        made["color"] = sheet.palette.colour(look.colour)
    if look.tracking_em:
        made["spacing"] = w("spacing", val=twips(look.tracking_em * look.size_pt))
    return made | sheet.sizes(style.role)


def _normal_type(sheet: Sheet) -> dict[str, Xml]:
    """Font, colour and size of all text: not in the defaults, which LibreOffice lays over links and code in tables."""
    return {
        "rFonts": sheet.fonts("text"),
        "color": sheet.palette.colour("text"),
        **sheet.sizes("body"),
    }


def _character_styles(sheet: Sheet) -> Iterator[Xml]:
    palette, bold = sheet.palette, {"b": w("b"), "bCs": w("bCs")}
    # Where a script has no italics, weight says it; complex scripts have none at all (17.3.2.17).
    slanted = sheet.brand.script(sheet.lang).italic
    emphasis = {"i": w("i"), "bCs": w("bCs")} if slanted else bold
    code = {"rFonts": sheet.fonts("mono"), "noProof": w("noProof"), **sheet.sizes("code")}
    yield w(
        "style",
        w("name", val="Default Paragraph Font"),
        w("uiPriority", val=1),
        w("semiHidden"),
        w("unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    for id, properties in (
        (C.STRONG, bold),
        (C.EMPHASIS, emphasis),
        (C.HYPERLINK, {"color": palette.colour("link"), "u": w("u", val="single")}),
        (C.DATELINE, bold),
        (C.LABEL, {"color": palette.colour("muted")}),
        (C.CODE, code),
    ):
        own: dict[str, str | int] = {} if id in WORDS_OWN else {"customStyle": 1}
        yield w(
            "style",
            w("name", val=name_of(id)),
            w("basedOn", val="DefaultParagraphFont"),
            w("uiPriority", val=20),
            w("qFormat"),
            run_properties(properties),
            type="character",
            styleId=id,
            **own,
        )


def _table_styles(sheet: Sheet) -> Iterator[Xml]:
    lines, palette = sheet.brand.lines, sheet.palette
    inset, gap = twips(lines.cell_inset_pt), twips(2 * sheet.brand.unit_pt)

    def margins(vertical: int, horizontal: int) -> Xml:
        return w(
            "tblCellMar",
            w("top", w=vertical, type="dxa"),
            w("left", w=horizontal, type="dxa"),
            w("bottom", w=vertical, type="dxa"),
            w("right", w=horizontal, type="dxa"),
        )

    yield w(
        "style",
        w("name", val="Normal Table"),
        w("uiPriority", val=99),
        w("semiHidden"),
        w("unhideWhenUsed"),
        w("tblPr", w("tblInd", w=0, type="dxa"), margins(0, 108)),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    outer = [palette.border(side, "mark", lines.mark_pt) for side in ("top", "bottom")]
    yield w(
        "style",
        w("name", val=name_of(TABLE_STYLE)),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=20),
        w("qFormat"),
        w(
            "tblPr",
            w("tblInd", w=0, type="dxa"),
            w("tblBorders", *outer, palette.border("insideH", "rule", lines.hairline_pt)),
            margins(inset, gap),
        ),
        w(
            "tblStylePr",
            run_properties({"b": w("b"), "bCs": w("bCs")}),
            w(
                "tcPr",
                w("tcBorders", palette.border("bottom", "mark", lines.mark_pt)),
                w("vAlign", val="bottom"),
            ),
            type="firstRow",
        ),
        type="table",
        customStyle=1,
        styleId=TABLE_STYLE,
    )
