"""What replaces MkDocs: see README.md in the folder above."""
