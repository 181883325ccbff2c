"""The sentences a reader can meet, listed for those who translate them; no part of a build.

Takes the scripts and templates of `theme/`, and the Python that makes sentences.
Gives `words.pot`: each sentence with its places (`make words`).
"""
