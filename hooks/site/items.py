"""Place advice items where guide pages cite them, and say at the page's end where its sources are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from checklist.advice import AdviceItem
from checklist.dates import long_day
from checklist.translation import _
from hooks.content.load import CITATION
from hooks.content.markers import without_markers
from hooks.content.model import Content
from hooks.site.behind import with_note


def page_markdown(
    markdown: str, name: str, content: Content, notes: Mapping[str, str] = MappingProxyType({})
) -> str:
    """Return the Markdown of the page called `name`, as `phone.md`, as it is published: with its items.

    `notes`: the HTML that goes below some items, by id, and below the titles of some pages, by name.
    """
    record = content.pages[name]
    # A page with a template of its own says in its own way what it rests on.
    has_works = bool(record.sources and not content.views[record.view].template)
    text = with_note(without_markers(markdown), notes.get(name, ""))
    return place_items(text, content.items, record.view, has_works=has_works, notes=notes)


def place_items(
    markdown: str,
    items: Mapping[str, AdviceItem],
    view: str,
    *,
    has_works: bool = False,
    notes: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Replace each citation by its item, and end the page with the way to its sources.

    `has_works`: the page's own text rests on works, too. `notes`: the HTML that goes below some items, by id.
    """
    cited = [items[id] for id in CITATION.findall(markdown)]
    placed = CITATION.sub(lambda match: item_markdown(items[id := match["id"]], notes.get(id, "")), markdown)
    return placed + sources_note(cited, view) if cited or has_works else placed


def item_markdown(item: AdviceItem, note: str = "") -> str:
    """Write an item: its caution is right below its action, before anything else. `note` is HTML."""
    take_care = _("Take care.")
    caution = f"**{take_care}** {item.caution}\n{{ .caution }}\n\n" if item.caution else ""
    words = f' data-words="{" ".join(item.words)}"' if item.words else ""
    below = f"\n{note}\n" if note else ""
    return f"### {item.action} {{ #{item.id}{words} }}\n\n{caution}{item.body}\n{below}"


def sources_note(items: list[AdviceItem], view: str) -> str:
    """Name the day the page's items were last read against their sources, and where those are listed."""
    days = [item.reviewed for item in items]
    read = _("Last read against its sources on {day}.", day=long_day(min(days))) if days else ""
    words = _("Where this page comes from")
    link = f'<a href="method.html#works-{view}">{words}</a>.'
    return f'\n\n<p class="page-sources">{" ".join(filter(None, (link, read)))}</p>\n'
