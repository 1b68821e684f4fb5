"""A font configuration that knows the brand's fonts and nothing else.

WeasyPrint asks Fontconfig for all fonts of the machine and falls back among them in silence. Ours starts from
an empty configuration: the same fonts on every machine, no scan of the system, and a character that no font of
the brand has can only come out as a missing glyph, which is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import mkdtemp

from cffi import FFI

from prexport.errors import InternalError, MissingTool
from prexport.writers.pdf.weasyprint.breaking import split
from prexport.writers.pdf.weasyprint.internals import (
    FontConfiguration,
    ffi,
    fontconfig,
    gobject,
    pangoft2,
)

# WeasyPrint declares only those functions of Fontconfig that it calls itself.
_own_ffi = FFI()
_own_ffi.cdef("void *FcConfigCreate(void);")


def _create_configuration() -> int:
    """The address of a new Fontconfig configuration, from the library that WeasyPrint has loaded."""
    for name in ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig-1"):
        try:
            library = _own_ffi.dlopen(name)
        except OSError:
            continue
        return int(_own_ffi.cast("uintptr_t", library.FcConfigCreate()))
    raise MissingTool("The Fontconfig library is not there.", "Install Pango, which brings it.")


class BrandFonts(FontConfiguration):  # type: ignore[misc]
    """A Fontconfig configuration with the faces of some files, known by the family names they carry."""

    split_first_line = staticmethod(split)

    def __init__(self, files: Iterable[Path]) -> None:
        """Raises MissingTool without Fontconfig, InternalError for a file that is no font."""
        self._folder: Path | None = None
        self._config = ffi.cast("FcConfig *", _create_configuration())
        self.font_map = ffi.gc(pangoft2.pango_ft2_font_map_new(), gobject.g_object_unref)
        pangoft2.pango_fc_font_map_set_config(ffi.cast("PangoFcFontMap *", self.font_map), self._config)
        fontconfig.FcConfigDestroy(self._config)  # the font map holds its own reference
        self.strut_layouts: dict[object, object] = {}
        self.font_features: dict[object, object] = {}
        self._add(files)

    def add_fonts(self, fonts: Sequence[bytes]) -> None:
        """Add fonts that are no files; they go away with the configuration."""
        self._folder = Path(mkdtemp(prefix="prexport-"))
        paths = [self._folder / f"{number}.font" for number in range(len(fonts))]
        for path, data in zip(paths, fonts, strict=True):
            path.write_bytes(data)
        self._add(paths)

    def _add(self, files: Iterable[Path]) -> None:
        for path in files:
            if not fontconfig.FcConfigAppFontAddFile(self._config, str(path).encode()):
                raise InternalError(f"The font file {path} can't be read.")
        pangoft2.pango_fc_font_map_config_changed(ffi.cast("PangoFcFontMap *", self.font_map))
