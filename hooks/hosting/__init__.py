"""What a host needs beside the site: compressed files, and server files that send the right headers.

Takes the finished folder, without the generator. Adds `.gz` and `.br` beside its files, and writes the server
files to a folder of their own.
"""
