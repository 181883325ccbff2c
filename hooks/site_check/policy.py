"""Check that every page carries the whole policy: what a browser may load, run and send."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.site.pages import INDEX
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; "
    "style-src 'self'; img-src 'self' blob: data:; media-src blob:; form-action 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'; trusted-types default language"
)
"""The least strict policy that a copy may have. `theme/base.html` has it too."""
POLICIES = "//meta[translate(@http-equiv, 'CONTESURIYPLA', 'contesuriypla')='content-security-policy']"
META = {
    "//meta[@name='referrer']/@content": ["no-referrer"],
    "//meta[@http-equiv='x-dns-prefetch-control']/@content": ["off"],
}
TOLD = {
    "//meta[@name='referrer']/@content": "the next site learns where the reader came from",
    "//meta[@http-equiv='x-dns-prefetch-control']/@content": "browsers look up other sites before a tap",
}


def problems_of_policies(site: Site) -> Iterator[Problem]:
    usual = policy_in(site.pages[INDEX]) if INDEX in site.pages else None
    for name, page in site.pages.items():
        for says in problems_of_page(page, usual):
            yield Problem(name, f"policy: {says}; {BUILD_AGAIN}")
        for path, wanted in META.items():
            if page.xpath(path) != wanted:
                yield Problem(name, f"privacy: {TOLD[path]}; {BUILD_AGAIN}")


def policy_in(page: HtmlElement) -> str | None:
    return next(iter(page.xpath(f"{POLICIES}/@content")), None)


def problems_of_page(page: HtmlElement, usual: str | None) -> Iterator[str]:
    found = page.xpath(POLICIES)
    if not found:
        yield "the page has none, so a fault in it could send out what a reader types"
        return
    if len(found) > 1:
        yield f"the page has {len(found)} policies in place of one"
    if found[0].getparent().tag != "head" or found[0].xpath("preceding::script | preceding::link"):
        yield "it comes after a script or a style sheet, which it does not bind"
    policy = found[0].get("content", "")
    yield from problems_of_text(policy)
    if usual is not None and policy != usual:
        yield f"it is another one than that of {INDEX}"


def problems_of_text(policy: str) -> Iterator[str]:
    """Yield where a policy allows more than `POLICY`, each by the name of its part."""
    allowed = parts_of(POLICY)
    found = parts_of(policy)
    for name in sorted(allowed.keys() - found.keys()):
        yield f"{name} is missing; possible: {name} {' '.join(allowed[name])}"
    for name, values in found.items():
        if name not in allowed:
            yield f"{name} is no part of the guide's policy, and can allow what it forbids"
        elif more := [value for value in values if value not in allowed[name] and value != "'none'"]:
            yield f"{name} allows {' '.join(more)}; possible: {' '.join(allowed[name])}"


def parts_of(policy: str) -> dict[str, list[str]]:
    """Return the values of each part. Browsers take the first of two with one name."""
    parts: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *values = part.split() or [""]
        if name:
            parts.setdefault(name.lower(), values)
    return parts
