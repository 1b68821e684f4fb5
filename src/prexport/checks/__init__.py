"""Judges from outside: each module probes one tool, apart from running it."""
