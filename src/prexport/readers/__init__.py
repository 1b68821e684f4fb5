"""The way back: what an artefact itself says, read from its own structure."""
