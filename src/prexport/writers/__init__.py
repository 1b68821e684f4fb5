"""Writers: one Document and one Brand in, the bytes of a format out."""
