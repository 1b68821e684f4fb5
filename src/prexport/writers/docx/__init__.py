"""A document as DOCX: ISO/IEC 29500 transitional, as Word 2013 and later write it."""
