"""Finish the built folder: links, then the reader made of linked pages, then styles for what both hold."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority

from hooks.links import mark_links
from hooks.pages import OutputError
from hooks.reader import compose_reader
from hooks.styles import write_styles


@event_priority(-50)
def on_post_build(config: MkDocsConfig) -> None:
    root = Path(config.config_file_path).parent
    try:
        finish(Path(config.site_dir), root, urlsplit(config.site_url or "/").path)
    except OutputError as error:
        raise Abort(f"The built pages have problems.\n{error}") from error


def finish(folder: Path, root: Path, site_path: str) -> None:
    """Do all work on a built folder; no generator is needed for it."""
    mark_links(folder, site_path)
    compose_reader(folder)
    write_styles(folder, root)
