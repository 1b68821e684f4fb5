"""Finding brands and reading them: folder in, `Brand` out, or `UnusableBrand` with every fault of its files."""

from __future__ import annotations

from pathlib import Path

from prexport.brand.contrast import check_contrast
from prexport.brand.files import BrandFolder
from prexport.brand.parse import parse_brand
from prexport.brand.table import Source, Table, parse_toml
from prexport.brand.tokens import Brand
from prexport.errors import UnusableBrand

_BRAND_BYTES = 256 * 1024

_loaded: dict[tuple[Path, str], Brand] = {}


def styles_folder() -> Path:
    """Give the folder of the built-in brands: inside an installed package, else at the top of a source checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_styles"
    return installed if installed.is_dir() else package.parent.parent / "styles"


def available_brands() -> list[str]:
    """Give the names of the built-in brands, sorted."""
    return sorted(path.parent.name for path in styles_folder().glob("*/brand.toml"))


def load_brand(name_or_dir: str) -> Brand:
    """Read the brand in folder `name_or_dir`, or else the built-in brand of that name.

    Raises UnusableBrand when there is no such brand, when a file of it is missing, too large, outside its folder
    or malformed, or when a pair of colours fails contrast; `findings` holds all faults, with file, line and key.
    """
    folder = Path(name_or_dir)
    if not (folder / "brand.toml").is_file():
        folder = styles_folder() / name_or_dir
        if name_or_dir not in available_brands():
            raise UnusableBrand(
                f'There is no brand "{name_or_dir}".',
                f"Use one of {', '.join(available_brands())}, or give a folder that holds a brand.toml.",
            )
    files = BrandFolder(folder, styles_folder() / "fonts")
    source = Source(str(folder / "brand.toml"), files.read_text("brand.toml", _BRAND_BYTES))
    try:
        table = Table(source, parse_toml(source.text))
    except ValueError as error:
        raise UnusableBrand(
            f"{source.file} is not TOML: {error}.", "Correct the line that it names."
        ) from error
    brand = parse_brand(table, source, files)
    if not source.findings:
        source.findings.extend(check_contrast(brand, source))
    if source.findings:
        count = len(source.findings)
        raise UnusableBrand(
            f'The brand "{folder.name}" has {count} {"fault" if count == 1 else "faults"}.',
            "Mend its brand.toml and try again.",
            tuple(source.findings),
        )
    return _loaded.setdefault((folder.resolve(), brand.digest), brand)
