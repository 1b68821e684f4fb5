"""The release room: what the author wrote, how it is read, and where in the file it stands."""
