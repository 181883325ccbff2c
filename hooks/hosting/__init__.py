"""What a host needs beside the site: a bill of it, compressed files, and server files with the right headers.

Takes the finished folder, without the generator. Adds `bom.cdx.json`, and `.gz` and `.br` beside the files,
and writes the server files to a folder of their own. `check_host.py` and `verify.py` look at a published
guide from outside.
"""
