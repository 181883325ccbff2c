"""Place advice items where guide pages cite them, and name their sources at the page's end."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from checklist.advice import AdviceItem
from hooks.content import CITATION, Content
from hooks.records import Source


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    content: Content = config.extra["content"]
    sources = content.pages[page.file.src_uri].sources
    return place_items(markdown, content.items, {source.id: source for source in content.sources}, sources)


def place_items(
    markdown: str, items: Mapping[str, AdviceItem], sources: Mapping[str, Source], page_sources: Sequence[str] = ()
) -> str:
    """Replace each citation by its item, and end the page with the works it rests on."""
    cited = [items[id] for id in CITATION.findall(markdown)]
    placed = CITATION.sub(lambda match: item_markdown(items[match["id"]]), markdown)
    ids = dict.fromkeys([*page_sources, *(id for item in cited for id in item.sources)])
    return placed + sources_html([sources[id] for id in ids], cited) if ids else placed


def item_markdown(item: AdviceItem) -> str:
    """Write an item: its caution stands right below its action, before anything else."""
    caution = f"**Take care.** {item.caution}\n{{ .caution }}\n\n" if item.caution else ""
    return f"### {item.action} {{ #{item.id} }}\n\n{caution}{item.body}\n"


def sources_html(sources: Sequence[Source], items: Sequence[AdviceItem]) -> str:
    entries = "".join(
        f'<li><a href="method.html#source-{source.id}">{escape(source.title)}</a></li>' for source in sources
    )
    read = f"<p>Last read against its sources on {long_day(min(i.reviewed for i in items))}.</p>" if items else ""
    return (
        '\n\n<details class="page-sources"><summary>Where this page comes from</summary>'
        f"<ul>{entries}</ul>{read}</details>\n"
    )


def long_day(day: str) -> str:
    """Write an ISO 8601 day in words: 22 November 2026."""
    return re.sub("^0", "", date.fromisoformat(day).strftime("%d %B %Y"))
