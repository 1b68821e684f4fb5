"""The Document: a release as its readers meet it, before any format or brand."""
