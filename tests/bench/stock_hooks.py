"""Give stock Material the same text: the content in templates, and the items in their pages."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from hooks.content.load import content_of, for_templates
from hooks.site.items import page_markdown


def on_config(config: MkDocsConfig) -> None:
    config.extra.update(for_templates(content_of(config)))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    return page_markdown(markdown, page.file.src_uri, config.extra["content"])
