"""What stands in for MkDocs: see README.md in the folder above."""
