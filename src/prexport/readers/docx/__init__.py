"""Reading a Word document back: what its own structure says, whoever wrote it."""
