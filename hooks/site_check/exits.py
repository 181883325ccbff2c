"""Check that every page has the way out, and that it leads away without a script and with one."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.content.addresses import host_of, problems_of_exit
from hooks.site.pages import INDEX
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

EXITS = "//a[@data-quick-exit]"
SCRIPT = "//head/script[@data-address]"
FOCUSABLE = "//body//*[self::a[@href] or self::button or self::input or self::summary or self::textarea]"
HIDDEN = (
    "ancestor-or-self::*[@hidden or @inert or self::details or self::template or self::nav or self::main"
    " or self::dialog or self::noscript]"
)
HOW_MANY = 2
"""It comes first on the page, for who uses a keyboard, and last, as the button."""
REL = frozenset({"nofollow", "noreferrer"})


def problems_of_exits(site: Site) -> Iterator[Problem]:
    index = site.pages.get(INDEX)
    usual = next(iter(index.xpath(f"{EXITS}/@href")), None) if index is not None else None
    for name, page in site.pages.items():
        for says in (*problems_of_links(page, usual, site), *problems_of_script(page, site)):
            yield Problem(name, f"exit: {says}")


def problems_of_links(page: HtmlElement, usual: str | None, site: Site) -> Iterator[str]:
    """Yield what is wrong with the links that leave, which work without a script."""
    exits = page.xpath(EXITS)
    if not exits:
        yield f"the page has no way out; {BUILD_AGAIN}"
        return
    if len(exits) != HOW_MANY:
        yield f"the page has {len(exits)} links that leave in place of {HOW_MANY}; {BUILD_AGAIN}"
    if page.xpath(FOCUSABLE)[:1] != exits[:1]:
        yield f"the way out does not come first on the page, so a keyboard reaches it late; {BUILD_AGAIN}"
    for address in dict.fromkeys(link.get("href", "") for link in exits):
        if problems := list(problems_of_address(address, site)):
            yield from problems
        elif address != usual and usual is not None:
            yield f"it leads to {address}, and that of {INDEX} to {usual or 'no address'}; {BUILD_AGAIN}"
    for link in exits:
        if link.xpath(HIDDEN):
            yield f"a link that leaves is hidden in another part of the page; {BUILD_AGAIN}"
        if not link.text_content().strip():
            yield f"a link that leaves has no words; {BUILD_AGAIN}"
        if link.get("target") != "_top" or not set(link.get("rel", "").split()) >= REL:
            yield (
                'a link that leaves lacks target="_top" or rel="nofollow noreferrer", so it may tell the '
                f"next page where the reader was; {BUILD_AGAIN}"
            )


def problems_of_script(page: HtmlElement, site: Site) -> Iterator[str]:
    """Yield what is wrong with what the exit's script is told: where to leave to, first and second."""
    scripts = page.xpath(SCRIPT)
    if not scripts:
        yield f"the page does not tell its script where to leave to; {BUILD_AGAIN}"
        return
    first = scripts[0].get("data-address", "")
    links = page.xpath(f"{EXITS}/@href")
    if links and first not in links:
        yield f"the script leads to {first or 'no address'}, and the link does not; {BUILD_AGAIN}"
    second = scripts[0].get("data-second", "")
    yield from problems_of_address(second, site)
    if second and host_of(second) == host_of(first):
        yield "the second exit is on the same site as the first; set another second_exit_url, and build again"


def problems_of_address(address: str, site: Site) -> Iterator[str]:
    for own in site.own_addresses or ("",):
        for problem in problems_of_exit(address, own):
            yield f"{address or 'an empty address'}: {problem}"
