"""Making a photo safe: what `prexport.release.images` is built from."""
