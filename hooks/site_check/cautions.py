"""Check that a caution stands wherever its step does: on its page, in the plan, in the reader, on paper."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

from hooks.site.pages import INDEX
from hooks.site_check.site import Problem, Site, leads_to, words
from hooks.site_check.words import BUILD_AGAIN

CAUTION = ".//p[contains(concat(' ', @class, ' '), ' caution ')][not(ancestor::*[@data-behind])]"
"""Those of a text that is behind stand beside the present one."""
STEPS = "//main//*[@data-item]"
PAPER = "sheet-full-plan"
HEADINGS = ("h1", "h2", "h3")


def problems_of_cautions(site: Site) -> Iterator[Problem]:
    plan = site.page_of("plan")
    if plan is not None:
        for step in site.pages[plan].xpath(STEPS):
            yield from problems_of_step(site, plan, step)
        yield from problems_of_missing(site, plan)
    yield from problems_of_reader(site)
    yield from problems_of_paper(site)


def problems_of_step(site: Site, plan: str, step: HtmlElement) -> Iterator[Problem]:
    """Compare the caution in the plan with that on the page of the step."""
    listed = caution_in(step)
    for link in step.xpath(".//a[contains(@href, '#')]")[:1]:
        page, anchor = leads_to(plan, link.get("href"), site), link.get("href").rpartition("#")[2]
        headings = site.pages[page].xpath("//main//*[@id=$id]", id=anchor) if page in site.pages else []
        if not headings or page is None:
            return  # a broken link, which the check of links names
        there = caution_after(headings[0])
        if listed and listed != there:
            yield Problem(page, lacks(f"the step {anchor}", listed, f"in {plan}"))
        elif there and listed != there:
            yield Problem(plan, lacks(f"the step {anchor}", there, f"on {page}"))


def lacks(what: str, caution: str, where: str) -> str:
    return f"caution: {what} does not have the caution that stands {where}: “{caution}”; {BUILD_AGAIN}"


def caution_in(element: HtmlElement) -> str:
    return words(found[0]) if (found := element.xpath(CAUTION)) else ""


def caution_after(heading: HtmlElement) -> str:
    """Return the caution between a step's heading and the next one; empty where there is none."""
    for element in heading.itersiblings():
        if element.tag in HEADINGS:
            break
        if "caution" in element.get("class", "").split():
            return words(element)
    return ""


def problems_of_missing(site: Site, plan: str) -> Iterator[Problem]:
    """Compare the plan with what the rules know: they suggest steps by their ids."""
    for name in site.names(".json"):
        if not name.startswith("assets/python/catalogue."):
            continue
        try:
            items = json.loads(site.text(name))["items"]
            known = {item["id"]: item.get("reaction") == "yes" for item in items}
        except (ValueError, KeyError, TypeError, AttributeError):
            yield Problem(
                name, f"steps: the file cannot be read, so the plan suggests nothing; {BUILD_AGAIN}"
            )
            continue
        steps = {step.get("data-item"): step for step in site.pages[plan].xpath(STEPS)}
        for id in sorted(known.keys() ^ steps.keys()):
            where = f"{name} names it" if id in known else f"{name} does not know it"
            yield Problem(plan, f"steps: {id}: {where}; {BUILD_AGAIN}")
        for id in sorted(known.keys() & steps.keys()):
            if known[id] and not caution_in(steps[id]):
                says = f"caution: the step {id} can make the other person react, and has none"
                yield Problem(plan, f"{says}; {BUILD_AGAIN}")


def problems_of_reader(site: Site) -> Iterator[Problem]:
    """Compare each page with its text in the reader. Steps of the plan get theirs there from a script."""
    if INDEX not in site.pages:
        return
    for view in site.pages[INDEX].xpath("//template[@data-views]/article[@data-page]"):
        name = view.get("data-page")
        if "data-empty" in view.attrib or name not in site.pages:
            continue
        for article in site.pages[name].xpath("//main//article[not(@hidden)]")[:1]:
            inside, own = cautions_of(view), cautions_of(article)
            for caution in (text for text in own if text not in inside):
                yield Problem(INDEX, lacks(f"its text of {name}", caution, "there"))
            for caution in (text for text in inside if text not in own):
                yield Problem(name, lacks("the page", caution, f"in its text in {INDEX}"))


def cautions_of(view: HtmlElement) -> list[str]:
    return [words(caution) for caution in view.xpath(f"{CAUTION}[not(ancestor::*[@data-item])]")]


def problems_of_paper(site: Site) -> Iterator[Problem]:
    """Compare the whole plan on paper with the plan on the screen, and with the page for danger."""
    paper = site.page_of(PAPER)
    if paper is None:
        return
    printed = " ".join(words(sides) for sides in site.pages[paper].find_class("sheets"))
    for name, steps in ((site.page_of("plan"), STEPS), (site.page_of("now"), "//main//article")):
        for caution in site.pages[name].xpath(f"{steps}{CAUTION[1:]}") if name else ():
            if words(caution).partition(". ")[2] not in printed:
                yield Problem(paper, lacks("the sheet", words(caution), f"on {name}"))
