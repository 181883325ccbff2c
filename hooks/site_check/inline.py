"""Check that no page holds a script, a style or a handler of its own: what gets into a page could run."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.site_check.site import Problem, Site
from hooks.site_check.words import LEAVE_OUT

FOUND = {
    "//style": "a style sheet in the page itself",
    "//*[@style]": "a style on an element",
    "//script[not(@src)] | //script[normalize-space()]": "a script in the page itself",
    "//*[@*[starts-with(name(), 'on')]]": "a script in an attribute that begins with on",
    "//*[@srcdoc]": "a page inside the page",
    "//*[@*[starts-with(translate(normalize-space(), 'JAVSCRIPT', 'javscript'), 'javascript:')]]": (
        "an address that runs a script"
    ),
    "//*[@contenteditable]": "a part that can be typed into without a field",
}


def problems_of_inline(site: Site) -> Iterator[Problem]:
    for name, page in site.pages.items():
        for path, what in FOUND.items():
            for element in page.xpath(path):
                yield Problem(name, f"inline: it has {what}, {tag_of(element)}; {LEAVE_OUT}")


def tag_of(element: HtmlElement) -> str:
    attributes = "".join(f' {name}="{value[:40]}"' for name, value in element.items()[:2])
    return f"<{element.tag}{attributes}>"
