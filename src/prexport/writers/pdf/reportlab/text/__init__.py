"""Text as glyphs in lines: fonts, shaping, line breaking, direction, and the font objects of the file."""
