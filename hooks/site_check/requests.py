"""Check that nothing in the copy makes a browser ask another site."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.content.addresses import SCHEME
from hooks.content.icon import problems_of_svg
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN, LEAVE_OUT

LOADING = frozenset(
    (
        *("src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "ping", "background"),
        *("manifest", "href", "xlink:href", "classid", "codebase", "archive", "longdesc", "lowsrc", "dynsrc"),
    )
)
"""Attributes whose address a browser may ask for; `href` of a link to tap is none of them."""
TAPPED = frozenset({"a", "area"})
LISTS = frozenset({"srcset", "imagesrcset"})
PICTURES = frozenset({"img", "source", "link", "image"})
"""What may hold its picture in the page itself, as `data:`."""
OTHER_PAGES = (
    "//iframe | //frame | //object | //embed | //base | //portal | //applet | //fencedframe"
    " | //meta[translate(@http-equiv, 'REFSH', 'refsh')='refresh']"
)
"""What loads or becomes another page by itself, or changes where addresses lead."""

NAMES = re.compile(r"http://(?:www\.w3\.org|json-schema\.org)/[\w./#-]*")
"""Addresses that are the name of a form and that nobody asks for."""
PATTERN = re.compile(r"\\//[a-z]*[.,;)\]]")
"""The end of a pattern in a script, which looks like the begin of an address."""
ADDRESS = re.compile(r"(?:\b(?:https?|wss?|ftp):)?//(?:[\w-]+\.)+\w+|\b(?:https?|wss?|ftp)://[\w\[]+")
IMPORTS = re.compile(r"@import[^;]*")
ESCAPED = re.compile(r"\\/")
SCRIPTS = (".js", ".mjs")
TEXTS = (*SCRIPTS, ".css", ".webmanifest")
PYODIDE = re.compile(r"assets/python/pyodide\.[\w.-]+")
"""Files of Pyodide, as their makers wrote them."""


def problems_of_requests(site: Site) -> Iterator[Problem]:
    for name, page in site.pages.items():
        for says in problems_of_page(page):
            yield Problem(name, f"request: {says}")
    for name in site.names(*TEXTS):
        if not PYODIDE.fullmatch(name):
            for says in problems_of_text(site.text(name), is_style=name.endswith(".css")):
                yield Problem(name, f"request: {says}")
    for name in site.names(".svg"):
        for says in problems_of_svg((site.folder / name).read_bytes()):
            yield Problem(name, f"picture: {says}")


def problems_of_page(page: HtmlElement) -> Iterator[str]:
    for element in page.iter():
        if not isinstance(element.tag, str):
            continue
        for attribute in LOADING & {*element.attrib}:
            if attribute == "href" and element.tag in TAPPED:
                continue
            for address in addresses_in(element, attribute):
                if is_foreign(address, in_picture=element.tag in PICTURES):
                    yield (
                        f'<{element.tag} {attribute}="{address[:80]}"> makes the browser ask another site, '
                        f"which learns of the visit; put the file into the folder public/, or {LEAVE_OUT}"
                    )
    for element in page.xpath(OTHER_PAGES):
        yield f"<{element.tag}> can show or open another page by itself; {LEAVE_OUT}"


def addresses_in(element: HtmlElement, attribute: str) -> list[str]:
    value = element.get(attribute, "")
    if attribute not in LISTS:
        return [value]
    return [part.split()[0] for part in value.split(",") if part.strip()]


def is_foreign(address: str, *, in_picture: bool) -> bool:
    """Return whether a browser would ask another site: it drops tabs and line ends, and reads \\ as /."""
    read = re.sub(r"[\t\r\n]", "", address).strip().replace("\\", "/")
    scheme = SCHEME.match(read)
    if scheme:
        return not (in_picture and scheme[0].lower() == "data:")
    return read.startswith("//")


def problems_of_text(text: str, *, is_style: bool = False) -> Iterator[str]:
    """Yield the addresses of other sites that a style sheet, a script or a manifest names."""
    plain = PATTERN.sub("", NAMES.sub("", text))
    for address in dict.fromkeys(ADDRESS.findall(ESCAPED.sub("/", plain))):
        yield (
            f"it names {address[:80]}, so the browser may ask that site, which learns of the visit; "
            f"put what is needed into the folder public/, or {LEAVE_OUT}"
        )
    if is_style:
        for found in IMPORTS.findall(text):
            yield f"{found[:80]} loads another style sheet; {LEAVE_OUT}"
    if "sourceMappingURL" in text:
        yield f"it names a source map, which browsers may ask for; {BUILD_AGAIN}"
