"""Give pages, and the places on them, names that say nothing, wherever an address can show them.

It works on finished pages, so that all before it knows them by the names that authors use.
`contributing/decisions/0028-discreet-names.md` has the reasons.
"""

from __future__ import annotations

import gzip
import hashlib
import posixpath
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from hooks.assets.licence_texts import PATH as LICENCES
from hooks.site.pages import OutputError, Pages, file_names, ids_in, target_path, view_elements

SITEMAP = "sitemap.xml"
KINDS = (".html", ".pdf", ".svg")
SIZE = re.compile(r"(-large)?-(a4|letter)$")
"""How the names of a sheet's PDFs end."""

KNOWN_BY_NAME = re.compile(r"place-.*|plan-(this-week|later)|what-is-happening|your-log|log-(item|keep)")
"""Places that scripts, styles and the guide in one file look up. None shows what the guide is about."""
FAMILY = re.compile(r"(source|works)-")
"""How places begin that the guide in one file knows by that."""

ADDRESSES = ("href", "src")
REFERENCES = ("for", "headers", "list", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")


def give_neutral_names(folder: Path, pages: Pages, names: Mapping[str, str], site_url: str) -> None:
    """Rename the files of a folder and all that leads to them; the pages are yet to be written.

    `names` has the neutral name of each page, both without their ending. Raises OutputError.
    """
    files = dict(neutral_files(file_names(folder), names))
    places = neutral_places(pages)
    for name, page in pages.items():
        rename_in(page, name, files, places, urlsplit(site_url).path or "/")
    for old, new in files.items():
        if old in pages:
            pages[new] = pages.pop(old)
            (folder / old).unlink()
        else:
            (folder / old).rename(folder / new)
    rename_in_lists(folder, files, site_url)


def neutral_files(found: set[str], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the path of each file that gets another name, and the new one."""
    for path in sorted(found):
        stem, kind = posixpath.splitext(path)
        if kind not in KINDS:
            continue
        size = SIZE.search(stem) if stem not in names else None
        page = stem[: size.start()] if size else stem
        if page in names:
            yield path, f"{names[page]}{size[0] if size else ''}{kind}"


def neutral_places(pages: Pages) -> dict[str, str]:
    """Return the neutral name of each place in a view that a link leads to. Raises OutputError."""
    inside = {id for page in pages.values() for view in view_elements(page) for id in ids_in(view)}
    linked = {urlsplit(address).fragment for page in pages.values() for address in internal_addresses(page)}
    places = {id: neutral_place(id) for id in sorted(linked & inside) if not KNOWN_BY_NAME.fullmatch(id)}
    first: dict[str, str] = {}
    problems = [
        f"{id}: its neutral name is that of {first[name]}; possible: another name for one of them"
        for id, name in places.items()
        if first.setdefault(name, id) != id
    ]
    if problems:
        raise OutputError(problems)
    return places


def neutral_place(id: str) -> str:
    """Name a place by a hash of its name: it stays when others come, and nobody keeps a list of all."""
    family = FAMILY.match(id)
    number = int.from_bytes(hashlib.sha256(id.encode()).digest()[:8]) % 1_000_000_000
    return f"{family[0] if family else 'p-'}{number}"


def internal_addresses(page: HtmlElement) -> Iterator[str]:
    for address in page.xpath("//a/@href"):
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc:
            yield address


def rename_in(
    page: HtmlElement, name: str, files: Mapping[str, str], places: Mapping[str, str], site_path: str
) -> None:
    """Let a page use the new names: in addresses, as its own places, and for its scripts."""
    for attribute in ADDRESSES:
        for element in page.xpath(f"//*[@{attribute}]"):
            element.set(attribute, renamed(element.get(attribute), name, files, places, site_path))
    for link in page.xpath("//a[@hreflang]") if name in files else ():  # to this page in another language
        link.set("href", link.get("href").removesuffix(name) + files[name])
    for element in page.xpath("//*[@id or @data-anchor]"):
        for attribute in {"id", "data-anchor"} & {*element.attrib}:
            element.set(attribute, places.get(element.get(attribute), element.get(attribute)))
    for attribute in REFERENCES:
        for element in page.xpath(f"//*[@{attribute}]"):
            ids = element.get(attribute).split()
            if {*ids} & places.keys():
                element.set(attribute, " ".join(places.get(id, id) for id in ids))
    for view in page.xpath("//*[@data-page]"):
        view.set("data-page", files.get(view.get("data-page"), view.get("data-page")))


def renamed(
    address: str, name: str, files: Mapping[str, str], places: Mapping[str, str], site_path: str
) -> str:
    """Return an address on the page called `name` with the new names of its file and its place."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return address
    if parts.path and (new := files.get(target_path(name, address, site_path))):
        parts = parts._replace(path=posixpath.join(posixpath.dirname(parts.path), posixpath.basename(new)))
    return parts._replace(fragment=places.get(parts.fragment, parts.fragment)).geturl()


def rename_in_lists(folder: Path, files: Mapping[str, str], site_url: str) -> None:
    """Write the new names where files are listed: for search engines, and by whose work they hold."""
    licences, sitemap = folder / LICENCES, folder / SITEMAP
    if licences.is_file():
        text = licences.read_text("utf-8")
        for old, new in files.items():
            text = re.sub(rf"(?<![\w./-]){re.escape(old)}(?![\w-])", new, text)
        licences.write_text(text, "utf-8")
    if sitemap.is_file() and site_url:
        text = sitemap.read_text("utf-8")
        for old, new in files.items():
            text = text.replace(f"<loc>{site_url}{old}</loc>", f"<loc>{site_url}{new}</loc>")
        sitemap.write_text(text, "utf-8")
        if (packed := folder / f"{SITEMAP}.gz").is_file():
            packed.write_bytes(gzip.compress(text.encode(), mtime=0))
