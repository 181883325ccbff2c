"""Nothing in the built site leads nowhere."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit


def test_every_link_that_opens_a_view_names_it(pages):
    """In the views that index.html hides, the reader's script tells it from each view's page."""
    views = {name: page.xpath("//main//article/@data-view-id")[0] for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.xpath("//a[@href][not(@hreflang)][not(ancestor::article[@hidden])]"):
            parts = urlsplit(link.get("href"))
            target = resolved(name, parts.path)
            if parts.scheme or parts.netloc or not target.endswith(".html"):
                continue
            if target != name or "data-open" in link.attrib:
                assert link.get("data-open") == views[target], f"{name}: {link.get('href')}"
            inside = pages[target].xpath("//main//article[not(@hidden)]//@id")
            if parts.fragment in inside:
                assert link.get("data-anchor") == parts.fragment, f"{name}: {link.get('href')}"
    articles = pages["index.html"].xpath("//article")
    held = {view.get("data-page"): view.get("data-view-id") for view in articles}
    assert held == {name: view for name, view in views.items() if name != "404.html"}


def resolved(name: str, path: str) -> str:
    """Return the file that a path on a page leads to; a slash at its begin is the site's own folder."""
    if not path:
        return name
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/"))
    return posixpath.normpath(posixpath.join(str(Path(name).parent), unquote(path)))
