"""Check that nothing that is typed can be sent, and that browsers do not remember it."""

from __future__ import annotations

from collections.abc import Iterator

from hooks.site_check.site import Problem, Site, shown
from hooks.site_check.words import BUILD_AGAIN

SENDS = "can send what a reader types to a site"
REMEMBERED = "lets the browser remember what a reader types or ticks"
FIELDS = "//*[self::input or self::textarea or self::select]"
FOUND = {
    "//form[not(@method='dialog')]": SENDS,
    "//form[@action] | //*[@form or @formaction or @formmethod]": SENDS,
    "//input[@type='submit' or @type='image']": SENDS,
    "//button[not(@type='button')]": SENDS,
    "//form//form": REMEMBERED,
    f"{FIELDS}[not(@autocomplete='off')]": REMEMBERED,
    f"{FIELDS}[not(ancestor::form[@autocomplete='off'])]": REMEMBERED,
}
SPELLING = (
    "//body[not(@spellcheck='false') or not(@writingsuggestions='false')]"
    " | //*[@spellcheck and not(@spellcheck='false')]"
)


def problems_of_forms(site: Site) -> Iterator[Problem]:
    for name, page in site.pages.items():
        for path, why in FOUND.items():
            for element in page.xpath(path):
                yield Problem(name, f"form: {shown(element)} {why}; {BUILD_AGAIN}")
        if page.xpath(SPELLING):
            yield Problem(
                name,
                f"form: browsers may send what is typed to a service that checks spelling; {BUILD_AGAIN}",
            )
