"""Cautions, which the one document holds once: no step appears without its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.plan_vault import NO_PYTHON
from tests.browser.support import OpenPage, show_whole
from tests.browser.test_reader import is_open, switch_to


def open_without_python(open_page: OpenPage, address: str, *, scripts: bool = True) -> Page:
    """Open an address where the list stays as it is written, as it is until Python has answered."""
    page = open_page(None, scripts=scripts)
    page.add_init_script(NO_PYTHON)
    page.goto(address)
    return page


def heard_at_each_step(page: Page) -> dict[str, str]:
    """Return what a screen reader says about each step's box, by the name of the box."""
    client = page.context.new_cdp_session(page)
    nodes = client.send("Accessibility.getFullAXTree")["nodes"]
    boxes = [node for node in nodes if node.get("role", {}).get("value") == "checkbox"]
    return {node["name"]["value"]: node.get("description", {}).get("value", "") for node in boxes}


def caution_of_each_step(page: Page) -> dict[str, tuple[str, bool]]:
    """Return the text of each step's caution, and whether it is before the step."""
    found = page.evaluate(
        """() => [...document.querySelectorAll("[data-item]")].map((step) => {
             const caution = step.querySelector(":scope > .caution")
             return [step.dataset.item, caution?.textContent ?? "", caution === step.firstElementChild]
           })"""
    )
    return {item: (text, is_first) for item, text, is_first in found}


@pytest.mark.parametrize("address", ["index.html", "phone.html"])
def test_every_step_of_the_plan_stands_with_its_caution(
    open_page: OpenPage, reopen: OpenPage, address: str
) -> None:
    on_its_own_page = caution_of_each_step(reopen("plan.html", scripts=False))
    page = open_without_python(open_page, address)
    switch_to(page, "plan")
    is_open(page, "plan")
    assert caution_of_each_step(page) == on_its_own_page
    assert sum(text != "" for text, _ in on_its_own_page.values()) > 50
    assert sum(is_first for _, is_first in on_its_own_page.values()) > 10


@pytest.mark.parametrize(
    ("address", "scripts"), [("plan.html", False), ("plan.html", True), ("index.html", True)]
)
def test_who_goes_from_box_to_box_hears_the_caution(open_page: OpenPage, address: str, scripts: bool) -> None:
    page = open_without_python(open_page, address, scripts=scripts)
    if address == "index.html":
        switch_to(page, "plan")
        is_open(page, "plan")
    if scripts:
        show_whole(page)
    steps = page.locator("[data-item]").evaluate_all(
        """all => all.map((step) => [step.querySelector(":scope > label").textContent.trim(),
             step.querySelector(":scope > .caution")?.textContent ?? ""])"""
    )
    heard = heard_at_each_step(page)
    assert len(steps) > 100
    for name in ("In my plan", "Done") if scripts else ("",):
        assert {action: heard[f"{name}: {action}" if name else action] for action, _ in steps} == dict(steps)
    ids = page.locator("[id]").evaluate_all("all => all.map((element) => element.id)")
    assert sorted(ids) == sorted(set(ids))
