"""The first stage: read what people wrote, and check it.

Takes the project's folder: `content/`, `docs/`, `theme/views.yml`, and what `mkdocs.yml` sets.
Gives a `Content`, and the list of every problem found. With a problem, nothing is built.
"""
