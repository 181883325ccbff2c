"""The last stage, apart from the build: what can be carried.

Takes the finished folder, and the project's folder. No generator is needed.
Gives the guide in one file in two editions, the archive of the site, how to open them, and their hashes.
"""
