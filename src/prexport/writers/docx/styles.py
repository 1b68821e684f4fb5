"""`styles.xml`, generated from a brand's tokens: the styles that a press officer finds in Word's gallery."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from prexport.brand.tokens import TextStyle
from prexport.writers.docx.frames import Frame, frame_properties
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Style:
    """One paragraph style. `role` is the brand's; spaces that are None are the brand's, too.

    `narrow` text keeps to the measure, the rest takes the whole width of the page.
    """

    id: P
    role: str
    based_on: P | None = P.NORMAL
    next: P | None = None
    narrow: bool = False
    keep_next: bool = False
    keep_lines: bool = False
    before_pt: float | None = None
    after_pt: float | None = None
    outline: int | None = None
    frame: Frame = Frame.NONE
    align: str = ""
    indent_pt: float = 0


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
        *(_paragraph_style(style, sheet) for style in _paragraph_styles(sheet)),
        *_character_styles(sheet),
        *_table_styles(sheet),
        w("style", w("name", val="No List"), w("semiHidden"), type="numbering", default=1, styleId="NoList"),
    )


def paragraph_roles(sheet: Sheet) -> Mapping[str, str]:
    """The brand's role of each paragraph style, by the style's id."""
    return {style.id: style.role for style in _paragraph_styles(sheet)}


def _paragraph_styles(sheet: Sheet) -> tuple[_Style, ...]:
    unit = sheet.brand.unit_pt
    return (
        _Style(id=P.NORMAL, role="body", based_on=None, before_pt=0, after_pt=0),
        _Style(id=P.BODY, role="body", narrow=True),
        _Style(id=P.HEADING_1, role="headline", next=P.SUBTITLE, keep_next=True, keep_lines=True, outline=0,
               frame=Frame.HEADLINE, before_pt=4 * unit),
        *(
            _Style(id=id, role=f"heading-{level}", next=P.BODY, keep_next=True, keep_lines=True,
                   outline=level - 1)
            for level, id in ((2, P.HEADING_2), (3, P.HEADING_3), (4, P.HEADING_4))
        ),
        _Style(id=P.SUBTITLE, role="subheadline", next=P.BODY, keep_next=True, keep_lines=True),
        _Style(id=P.LOGO, role="letterhead", next=P.KICKER),
        _Style(id=P.KICKER, role="label", next=P.RELEASE_LINE, align="right"),
        _Style(id=P.RELEASE_LINE, role="letterhead", align="right"),
        _Style(id=P.EMBARGO, role="embargo", next=P.HEADING_1, keep_lines=True, frame=Frame.EMBARGO,
               before_pt=6 * unit, after_pt=8 * unit),
        _Style(id=P.REPLACES, role="small", narrow=True, after_pt=6 * unit),
        _Style(id=P.SUMMARY, role="summary", narrow=True, after_pt=2 * unit),
        _Style(id=P.QUOTE, role="quote", next=P.ATTRIBUTION, keep_lines=True, frame=Frame.QUOTE,
               before_pt=0, after_pt=unit),
        _Style(id=P.ATTRIBUTION, role="attribution", next=P.BODY, keep_lines=True, frame=Frame.QUOTE,
               before_pt=0, after_pt=7 * unit),
        _Style(id=P.BULLET, role="body", narrow=True, after_pt=unit),
        _Style(id=P.NUMBER, role="body", narrow=True, after_pt=unit),
        _Style(id=P.CONTINUE, role="body", narrow=True, after_pt=unit, indent_pt=LIST_STEP_PT),
        _Style(id=P.TERM, role="term", next=P.DEFINITION, narrow=True, keep_next=True, keep_lines=True),
        _Style(id=P.DEFINITION, role="body", next=P.TERM, frame=Frame.DEFINITION, after_pt=2 * unit),
        _Style(id=P.TABLE_HEADING, role="table-head"),
        _Style(id=P.TABLE_TEXT, role="table-cell"),
        _Style(id=P.FIGURE, role="body", next=P.CAPTION, keep_next=True, before_pt=2 * unit, after_pt=0),
        _Style(id=P.CAPTION, role="caption", next=P.BODY, narrow=True, keep_lines=True),
        _Style(id=P.CREDIT, role="caption", next=P.BODY, narrow=True, keep_lines=True, before_pt=0),
        _Style(id=P.DESCRIPTION, role="small", narrow=True),
        _Style(id=P.CALLOUT, role="callout", keep_lines=True, frame=Frame.CALLOUT),
        _Style(id=P.DIVIDER, role="small", before_pt=0, after_pt=4 * unit),
        _Style(id=P.END_MARK, role="end-mark", align="center"),
        _Style(id=P.NOTE, role="small", narrow=True),
        _Style(id=P.SMALL, role="small", narrow=True),
        _Style(id=P.SMALL_BULLET, role="small", narrow=True, after_pt=unit),
        _Style(id=P.SMALL_NUMBER, role="small", narrow=True, after_pt=unit),
        _Style(id=P.SMALL_CONTINUE, role="small", narrow=True, after_pt=unit, indent_pt=LIST_STEP_PT),
        *(
            _Style(id=id, role=role, keep_lines=True)
            for id, role in (
                (P.CARD_ROLE, "card-role"),
                (P.CARD_ORGANISATION, "card-name"),
                (P.CARD_NAME, "card-name"),
                (P.CARD_TITLE, "card-line"),
                (P.CARD_LINE, "card-line"),
                (P.CARD_TEXT, "card-line"),
            )
        ),
        _Style(id=P.RIGHTS, role="small", narrow=True, before_pt=4 * unit),
        _Style(id=P.HEADER, role="running"),
        _Style(id=P.FOOTER, role="running"),
    )  # fmt: skip


def _defaults(sheet: Sheet) -> Xml:
    languages = sheet.languages
    run = {
        "rFonts": sheet.fonts("text"),
        "color": sheet.palette.colour("text"),
        **sheet.sizes("body"),
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


def _paragraph_style(style: _Style, sheet: Sheet) -> Xml:
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
        *([] if is_default else [run_properties(_type(style, look, sheet))]),
        **attributes,
    )


def _layout(style: _Style, look: TextStyle, sheet: Sheet) -> dict[str, Xml]:
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
    if style.narrow:
        made["ind"] = w("ind", left=twips(style.indent_pt), right=twips(sheet.slack_pt))
    if style.align:
        made["jc"] = w("jc", val=style.align)
    if style.outline is not None:
        made["outlineLvl"] = w("outlineLvl", val=style.outline)
    if style.id is P.DIVIDER:
        made["pBdr"] = w("pBdr", sheet.palette.border("bottom", "mark", sheet.brand.lines.hairline_pt, 1))
    if style.id in (P.HEADER, P.FOOTER):
        made["tabs"] = w("tabs", w("tab", val="right", pos=twips(sheet.text_width_pt)))
    return made


def _type(style: _Style, look: TextStyle, sheet: Sheet) -> dict[str, Xml]:
    """The run properties of a style: what differs from body text."""
    made: dict[str, Xml] = {}
    if look.face != "text":
        made["rFonts"] = sheet.fonts(look.face)
    if sheet.is_bold(style.role):
        made |= {"b": w("b"), "bCs": w("bCs")}
    if look.italic:
        made |= {"i": w("i"), "iCs": w("iCs")}
    if look.colour != "text":
        made["color"] = sheet.palette.colour(look.colour)
    if look.tracking_em:
        made["spacing"] = w("spacing", val=twips(look.tracking_em * look.size_pt))
    return made | sheet.sizes(style.role)


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
