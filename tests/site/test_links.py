"""Nothing in the built site leads nowhere."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit


def test_no_link_and_no_anchor_is_broken(site, pages):
    anchors = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    broken = []
    for name, page in pages.items():
        for address in page.xpath("//a/@href | //link/@href | //script/@src | //img/@src"):
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            target = resolved(name, parts.path)
            if not (site / target).is_file() or target.startswith(".."):
                broken.append(f"{name}: {address}: no such file")
            elif parts.fragment and unquote(parts.fragment) not in anchors.get(target, set()):
                broken.append(f"{name}: {address}: no such anchor")

    assert broken == []


def test_labels_and_descriptions_name_what_is_there(pages):
    missing = []
    for name, page in pages.items():
        ids = set(page.xpath("//@id"))
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
            named = (id for value in page.xpath(f"//@{attribute}") for id in value.split())
            missing += [f"{name}: {attribute}: {id}" for id in named if id not in ids]

    assert missing == []


def test_links_to_other_sites_say_so_and_tell_them_nothing(pages):
    seen = 0
    for name, page in pages.items():
        for link in page.xpath("//a[starts-with(@href, 'http')][not(@data-quick-exit)]"):
            seen += 1
            assert set(link.get("rel", "").split()) == {"noreferrer", "noopener"}, name
            assert link.get("data-host") == urlsplit(link.get("href")).hostname, name
            assert "target" not in link.attrib, name
    assert seen


def test_every_link_that_opens_a_view_names_it(pages):
    """In the views that index.html hides, the reader's script tells it from each view's page."""
    views = {name: page.xpath("//main//article/@data-view-id")[0] for name, page in pages.items()}
    for name, page in pages.items():
        for link in page.xpath("//a[@href][not(ancestor::article[@hidden])]"):
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
