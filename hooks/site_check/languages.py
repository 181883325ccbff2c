"""Check that a guide in several languages leads from each page to the same page in each other language."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping

from hooks.languages.folders import ENGLISH
from hooks.site.pages import NOT_FOUND, target_path
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN


def problems_of_languages(sites: Mapping[str, Site]) -> Iterator[Problem]:
    """Yield what is wrong with the links between languages. `sites`: folder, as `es`, to its guide.

    The guide in English is that of the folder `""`. Files are named by their path from there.
    """
    for folder, site in sites.items():
        for name, page in site.pages.items():
            where = posixpath.join(folder, name)
            if folder and page.get("lang") != folder:
                yield Problem(where, f"lang: got {page.get('lang')!r} in the folder {folder}; {BUILD_AGAIN}")
            linked = {link.get("hreflang"): link for link in page.xpath("//header//a[@hreflang]")}
            for other in sites.keys() - {folder}:
                code = other or ENGLISH
                if code not in linked:
                    yield Problem(where, f"languages: no link leads to this page in {code}; {BUILD_AGAIN}")
            for code, link in linked.items():
                other = "" if code == ENGLISH else code
                target = target_path(where, link.get("href"), sites[""].site_path)
                # The page for missing addresses is at none of its own.
                view = "start" if name == NOT_FOUND else page.get("data-view")
                if not is_same_page(target, view, other, sites):
                    says = f"languages: the link to it in {code} leads to {target}, which is another page"
                    yield Problem(where, f"{says}; {BUILD_AGAIN}")


def is_same_page(target: str, view: str | None, folder: str, sites: Mapping[str, Site]) -> bool:
    """Return whether a file, by its path from the whole guide, is the page of a view in a language."""
    if folder not in sites:
        return False
    page = sites[folder].pages.get(posixpath.relpath(target, folder) if folder else target)
    return page is not None and page.get("data-view") == view
