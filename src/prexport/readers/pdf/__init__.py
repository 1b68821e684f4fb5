"""Reading a PDF back: its tag tree, as assistive technology meets it."""
