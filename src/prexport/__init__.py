"""prexport: one release, written once, exported as branded PDF, DOCX and HTML."""

__version__ = "0.1.0"
