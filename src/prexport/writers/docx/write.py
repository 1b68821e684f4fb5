"""A document as a DOCX file: the brand's template, the story, its pictures, links and lists, in one package."""

from __future__ import annotations

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.release.carriage import photo_list
from prexport.writers.docx.body import BodyWriter
from prexport.writers.docx.embedded import EmbeddedFonts
from prexport.writers.docx.figures import Pictures
from prexport.writers.docx.font_table import families_used, font_table
from prexport.writers.docx.furniture import Furniture
from prexport.writers.docx.links import Links
from prexport.writers.docx.markup import NAMESPACES, declared, element, part
from prexport.writers.docx.numbering import Numbering
from prexport.writers.docx.package import ContentType, Package, Part, Relation
from prexport.writers.docx.paragraphs import ParagraphWriter
from prexport.writers.docx.properties import put_photo_list, put_properties, put_source
from prexport.writers.docx.runs import RunWriter
from prexport.writers.docx.settings import settings
from prexport.writers.docx.story import Story
from prexport.writers.docx.template import template_for
from prexport.writers.options import OutputFile, WriteOptions


def write(document: Document, brand: Brand, options: WriteOptions) -> tuple[OutputFile, ...]:
    """`NAME.docx`."""
    template = template_for(document, brand, options.page_size)
    package = Package()
    main = package.add("/word/document.xml", ContentType.DOCUMENT)
    package.relationships.relate(Relation.DOCUMENT, main)
    shared: dict[Relation, Part] = {}
    for each in template.parts:
        shared[each.relation] = package.add(each.name, each.content_type, each.data)
        main.relationships.relate(each.relation, shared[each.relation])

    links = Links(main.relationships)
    runs = RunWriter(template.sheet, links)
    furniture = Furniture(document, template.sheet, runs)
    furniture.put_into(package, main)
    numbering = Numbering()
    story = Story()
    paragraphs = ParagraphWriter(template.sheet, runs, links, story)
    body = BodyWriter(template.sheet, paragraphs, story, numbering, Pictures(package, main))
    body.document(document, furniture.letterhead_section())
    text = story.xml()
    main.data = part(
        "w:document", declared(*NAMESPACES), element("w:body", None, text, furniture.last_section())
    )
    if options.embed_fonts:
        fonts = EmbeddedFonts(package, shared[Relation.FONT_TABLE])
        used = families_used(text, template.sheet)
        shared[Relation.FONT_TABLE].data = font_table(
            template.sheet, lambda family: fonts.family(family) if family.name in used else ()
        )
        shared[Relation.SETTINGS].data = settings(template.sheet, embeds_fonts=True)
    numbers = package.add("/word/numbering.xml", ContentType.NUMBERING, numbering.part())
    main.relationships.relate(Relation.NUMBERING, numbers)
    if options.public_source:
        put_source(package, main, options.public_source)
    if options.photos:
        put_photo_list(package, main, photo_list({src: image.sha256 for src, image in options.photos}))
    put_properties(package, document)
    return (OutputFile(f"{options.name}.docx", package.zipped()),)
