"""Reading a web page back: what its elements say, whoever wrote it."""
