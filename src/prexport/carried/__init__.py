"""What an artefact carries of its release: the public source and the photos, read back from a lone file."""
