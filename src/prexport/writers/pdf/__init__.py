"""PDF: profiles, XMP and the structure tree are shared; the engines lay out and attach content."""
