"""A document as a DOCX file: the brand's template, the story, its pictures, links and lists, in one package."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from prexport.brand.tokens import Brand
from prexport.document.tree import Document
from prexport.writers.docx.body import BodyWriter
from prexport.writers.docx.figures import Pictures
from prexport.writers.docx.furniture import Furniture
from prexport.writers.docx.links import Links
from prexport.writers.docx.markup import NAMESPACES, declared, element, part
from prexport.writers.docx.numbering import Numbering
from prexport.writers.docx.package import Package, relate
from prexport.writers.docx.paragraphs import ParagraphWriter
from prexport.writers.docx.properties import put_properties, put_source
from prexport.writers.docx.runs import RunWriter
from prexport.writers.docx.story import Story
from prexport.writers.docx.template import template_for
from prexport.writers.options import OutputFile, WriteOptions


def write(document: Document, brand: Brand, options: WriteOptions) -> tuple[OutputFile, ...]:
    """`NAME.docx`."""
    template = template_for(document, brand, options.page_size)
    package = Package()
    main = package.add_main("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN)
    for each in template.parts:
        relate(main.rels, each.relationship, package.add(each.name, each.content_type, each.data))

    links = Links(main.rels)
    runs = RunWriter(template.sheet, links)
    furniture = Furniture(document, template.sheet, runs)
    furniture.put_into(package, main)
    numbering = Numbering()
    story = Story()
    paragraphs = ParagraphWriter(template.sheet, runs, links, story)
    body = BodyWriter(template.sheet, paragraphs, story, numbering, Pictures(package, main))
    body.document(document, furniture.letterhead_section())
    main.content = part(
        "w:document", declared(*NAMESPACES), element("w:body", None, story.xml(), furniture.last_section())
    )
    numbers = package.add("/word/numbering.xml", CONTENT_TYPE.WML_NUMBERING, numbering.part())
    relate(main.rels, RELATIONSHIP_TYPE.NUMBERING, numbers)
    if options.public_source:
        put_source(package, main, options.public_source)
    put_properties(package, document)
    return (OutputFile(f"{options.name}.docx", package.zipped()),)
