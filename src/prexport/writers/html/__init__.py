"""The web page: one self-contained file, and the article markup that the PDF's print HTML shares."""
