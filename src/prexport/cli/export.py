"""`prexport export`: releases in, branded HTML, DOCX and PDF out."""

# Nothing of `__future__` here: Typer reads every annotation, and would have to compile the text of each, thrice.
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from prexport.cli.options import (
    BaselineOption,
    BrandName,
    ConfigOption,
    FailOnOption,
    FormatOption,
    NowOption,
    OutputFormat,
    PublicOption,
    Releases,
    ReportsOption,
    moment_of_gate,
)

if TYPE_CHECKING:
    from prexport.export import Prepared


class PageSizeName(StrEnum):
    """The paper of the PDF and the DOCX."""

    A4 = "a4"
    LETTER = "letter"


class PdfProfile(StrEnum):
    """The profiles of `prexport.writers.pdf.profile`, named here so that the command line starts without them."""

    UA1_A3A = "ua1-a3a"
    UA1_A2A = "ua1-a2a"
    UA2_A4F = "ua2-a4f"


class PdfEngineName(StrEnum):
    """Who makes the pages of the PDF: `prexport.writers.options.PdfEngine`."""

    WEASYPRINT = "weasyprint"
    REPORTLAB = "reportlab"


class Assets(StrEnum):
    """Where the photos of a web page go."""

    INLINE = "inline"
    BESIDE = "beside"


def export(
    releases: Releases,
    directory: Annotated[
        Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into; made if need be.")
    ] = Path(),
    to: Annotated[
        str, typer.Option("--to", metavar="FORMATS", help="Which formats, with commas between them.")
    ] = "html,docx,pdf",
    brand: BrandName = "default",
    page_size: Annotated[
        PageSizeName, typer.Option("--page-size", help="The paper of the PDF and the DOCX.")
    ] = PageSizeName.A4,
    pdf_profile: Annotated[
        list[PdfProfile],
        typer.Option(
            "--pdf-profile",
            help="The standards of the PDF; given more than once, a file for each: NAME.PROFILE.pdf.",
        ),
    ] = [PdfProfile.UA1_A3A],  # noqa: B006 (Typer copies it, and wants a list)
    pdf_engine: Annotated[
        PdfEngineName,
        typer.Option(
            "--pdf-engine",
            help="Who makes the pages of the PDF: weasyprint follows the brand's print.css; reportlab has one "
            "sober layout and is many times as fast, for archives.",
        ),
    ] = PdfEngineName.WEASYPRINT,
    large_print: Annotated[
        bool,
        typer.Option("--large-print", help="Set the PDF and the DOCX in 18 pt, in one column."),
    ] = False,
    name: Annotated[
        str,
        typer.Option(
            "--name",
            metavar="NAME",
            help="Name the files so, instead of after the JSON file or its folder.",
            show_default=False,
        ),
    ] = "",
    assets: Annotated[
        Assets,
        typer.Option("--assets", help="Photos of the web page: in the file, or in a folder beside it."),
    ] = Assets.INLINE,
    image_quality: Annotated[
        int,
        typer.Option("--image-quality", min=1, max=95, help="JPEG quality of the web page's photos."),
    ] = 80,
    embed_fonts: Annotated[
        bool,
        typer.Option(
            "--embed-fonts", help="Put the brand's fonts into the DOCX, for machines that don't have them."
        ),
    ] = False,
    manifest: Annotated[
        bool,
        typer.Option(
            "--manifest", help="Write NAME.manifest.json: the SHA-256 of all that went in and came out."
        ),
    ] = False,
    fail_on: FailOnOption = None,
    output: FormatOption = OutputFormat.TEXT,
    reports: ReportsOption = [],  # noqa: B006 (as above)
    config: ConfigOption = None,
    baseline: BaselineOption = None,
    public: PublicOption = False,
    now: NowOption = "",
) -> None:
    """Export releases as branded HTML, DOCX and PDF, all of them or, when one has errors, none of that release."""
    from prexport.brand.load import load_brand
    from prexport.cli.judging import judging
    from prexport.cli.run import run
    from prexport.export import output_names, render
    from prexport.manifest import manifest_file
    from prexport.save import save
    from prexport.writers.options import WriteOptions

    formats = _formats(to)
    gate = moment_of_gate(public, now)
    told = judging(
        fail_on=fail_on, output=output, reports=reports, config=config, baseline=baseline, now=now, firm=True
    )
    loaded_brand = load_brand(brand)
    names = output_names(releases, name)

    def write(path: Path, prepared: "Prepared") -> tuple[Path, ...]:
        options = WriteOptions(
            name=names[path],
            public_source=prepared.public_source,
            page_size=page_size.value,
            public=public,
            assets=assets.value,
            image_quality=image_quality,
            embed_fonts=embed_fonts,
            large_print=large_print,
            pdf_engine=pdf_engine.value,
            pdf_profiles=tuple(dict.fromkeys(profile.value for profile in pdf_profile)),
        )
        files = render(prepared, brand=loaded_brand, formats=formats, options=options)
        if manifest:
            files = (*files, manifest_file(prepared, loaded_brand, options, files))
        return save(files, directory)

    run(releases, brand=loaded_brand, gate=gate, judging=told, write=write)


def _formats(to: str) -> tuple[str, ...]:
    """The formats named in `--to`, in the order of the table, each once."""
    from prexport.errors import UsageError
    from prexport.formats import FORMATS

    wanted = {name.strip().lower() for name in to.split(",") if name.strip()}
    unknown = sorted(wanted - set(FORMATS))
    if unknown or not wanted:
        known = ", ".join(FORMATS)
        raise UsageError(
            f"--to {to!r} names no format that prexport writes.",
            f"Use one or more of {known}, like --to html,pdf.",
        )
    return tuple(name for name in FORMATS if name in wanted)
