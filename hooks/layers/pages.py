"""Let MkDocs read the pages, and the files beside them, as the layers leave them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from hooks.content.model import Content

DOCS = "docs/"


def replace_files(files: Files, content: Content, config: MkDocsConfig) -> None:
    """Remove what a layer leaves out of `docs/`, and add what it changes or brings."""
    published = {name for name in (*content.files, *content.other_files) if name.startswith(DOCS)}
    own = {name.removeprefix(DOCS) for name in published & (content.own | content.rewritten)}
    kept = {name.removeprefix(DOCS) for name in published} - own
    for file in list(files):
        if file.src_dir == config.docs_dir and file.src_uri not in kept:
            files.remove(file)
    for file in own_files(own, content, config):
        files.append(file)


def own_files(uris: set[str], content: Content, config: MkDocsConfig) -> Iterator[File]:
    """Yield each file of `docs/` that a layer brings or changes, by its path from there."""
    for uri in sorted(uris):
        text = content.files.get(DOCS + uri)
        if text is not None:
            yield File.generated(config, uri, content=text)
        else:
            assert content.own_folder
            yield File.generated(config, uri, abs_src_path=str(Path(content.own_folder) / DOCS / uri))
