"""The copies of three made-up organisations, as those who open them meet them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from hooks.site_check.check import problems_of_site
from tests.browser.plan_support import plan, status, tailored
from tests.browser.support import PHONE, TOUCH, show_whole
from tests.organisations.build_copy import CASES
from tests.organisations.conftest import (
    COPIES,
    HELPLINE,
    SHELTER,
    UNIVERSITY,
    CopyOf,
    OpenCopy,
    settings_of,
)

MOST_OFTEN = [SHELTER, HELPLINE, pytest.param(UNIVERSITY, marks=pytest.mark.long)]
NARROW = {"width": 320, "height": 640}
MOST_LINES = 60
WITHOUT_TRAVEL = "[href*=travel], [data-open=travel], [data-view-id=travel], [data-item=look-your-car-over]"
OWN_STEP = "You can come to Casa Clara or call us."
OLD_STEP = "You can call us while you do it, on another phone."
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def lines_of(name: str) -> list[dict[str, str | list[str]]]:
    line = settings_of(name)["line"]
    return line if isinstance(line, list) else [line]


def own_numbers(page: Page, view: str) -> Locator:
    return page.locator(f"[data-view-id={view}] .own-numbers").first


def page_name(copy: Path, view: str) -> str:
    """Return the file of a view, whatever the copy's addresses call it."""
    found = (path for path in sorted(copy.glob("*.html")) if f'data-view="{view}"' in path.read_text("utf-8"))
    return next(found).name


def test_a_shelter_needs_few_lines_of_its_own() -> None:
    files = [path for path in (CASES / SHELTER).rglob("*") if path.is_file()]
    assert sum(len(path.read_text(encoding="utf-8").splitlines()) for path in files) <= MOST_LINES


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_has_no_problems(name: str, copy_of: CopyOf) -> None:
    assert problems_of_site(copy_of(name)) == []


def test_the_shelters_handouts_are_ready_to_print(copy_of: CopyOf) -> None:
    sheets = {path.name for path in (copy_of(SHELTER) / "sheets").glob("*.pdf")}
    assert {"handout-friends-a4.pdf", "wallet-card-ie-a4.pdf"} <= sheets
    assert not {name for name in sheets if name.startswith(("car-and-home", "wallet-card-us"))} - {
        "car-and-home-check-a4.pdf",
        "car-and-home-check-letter.pdf",
    }


@pytest.mark.parametrize("scripts", [False, True], ids=["without script", "with script"])
@pytest.mark.parametrize("name", MOST_OFTEN)
def test_a_copy_shows_its_own_name_and_number_first(
    name: str, scripts: bool, copy_of: CopyOf, open_copy: OpenCopy
) -> None:
    page = open_copy(name, scripts=scripts, viewport=NARROW)
    expect(page.locator("header").first).to_contain_text(settings_of(name)["name"])
    expect(page).to_have_title(settings_of(name).get("neutral_title", "Notes"))
    number = lines_of(name)[0]["number"]
    first = number if isinstance(number, str) else number[0]
    for view in ("now", "numbers", "support"):
        page = open_copy(name, page_name(copy_of(name), view), scripts=scripts, viewport=NARROW)
        link = own_numbers(page, view).locator("a[href^='tel:']").first
        expect(link).to_be_visible()
        assert link.get_attribute("href") == "tel:" + re.sub(r"\D", "", first)
        assert page.evaluate(SIDEWAYS) <= 0, f"{view} can be moved sideways"


@pytest.mark.parametrize("name", MOST_OFTEN)
def test_leaving_leads_to_the_copys_own_exit(name: str, open_copy: OpenCopy) -> None:
    page = open_copy(name, viewport=PHONE)
    expect(page.locator(".exit")).to_have_text(settings_of(name).get("exit_label", "Leave now"))
    page.locator(".exit").click(no_wait_after=True)
    expect(page).to_have_url(settings_of(name)["exit_url"])


@pytest.mark.parametrize("scripts", [False, True], ids=["without script", "with script"])
def test_a_topic_that_is_left_out_is_nowhere(scripts: bool, copy_of: CopyOf, open_copy: OpenCopy) -> None:
    page = open_copy(SHELTER, scripts=scripts)
    expect(page.locator(WITHOUT_TRAVEL)).to_have_count(0)
    assert not (copy_of(SHELTER) / "travel.html").exists()
    page = open_copy(SHELTER, "plan.html", scripts=scripts)
    expect(page.locator(WITHOUT_TRAVEL)).to_have_count(0)


def test_search_does_not_find_what_is_left_out_and_finds_a_page_of_ones_own(open_copy: OpenCopy) -> None:
    page = open_copy(SHELTER)
    field = page.get_by_role("searchbox", name="Search this guide")
    field.fill("our house")
    expect(page.locator(".search-results a").filter(has_text="Our house").first).to_be_visible()
    field.fill("look your car over")
    expect(page.locator(".search-results a").filter(has_text="Look your car over")).to_have_count(0)


@pytest.mark.parametrize("scripts", [False, True], ids=["without script", "with script"])
def test_a_changed_step_says_the_organisations_words(scripts: bool, open_copy: OpenCopy) -> None:
    page = open_copy(SHELTER, "support.html", scripts=scripts)
    expect(page.locator("[data-view-id=support]")).to_contain_text(OWN_STEP)
    expect(page.locator("[data-view-id=support]")).to_contain_text("A call may show on a phone bill")


def test_a_page_of_ones_own_is_in_the_menu_and_can_be_read(open_copy: OpenCopy) -> None:
    page = open_copy(SHELTER, viewport=PHONE, scripts=False)
    expect(page.locator("#menu a[href='house.html']")).to_have_text("Our house")
    page = open_copy(SHELTER)
    page.locator("#menu a[data-open=house]").evaluate("link => link.click()")
    expect(page.locator("[data-view-id=house] h1")).to_be_visible()
    expect(page.locator("[data-view-id=house]")).to_contain_text("You do not have to say your name.")


def test_own_words_stand_in_the_place_of_the_guides(open_copy: OpenCopy) -> None:
    page = open_copy(SHELTER, "log.html", scripts=False)
    expect(page.locator("[data-view-id=log]")).to_contain_text("With Gardaí or a report")
    expect(page.locator("[data-view-id=log]")).not_to_contain_text("With police or a report")


@pytest.mark.parametrize("name", [SHELTER, HELPLINE])
def test_the_plan_fits_itself_to_answers_in_a_copy(name: str, copy_of: CopyOf, open_copy: OpenCopy) -> None:
    page = open_copy(name, page_name(copy_of(name), "plan"), viewport=PHONE)
    show_whole(page)
    tailored(page)
    before = status(page).inner_text()
    page.locator("[data-fact] input[value=yes]").first.evaluate("radio => radio.click()")
    expect(status(page)).not_to_have_text(before)


@pytest.mark.parametrize("scripts", [False, True], ids=["without script", "with script"])
def test_a_step_that_is_behind_says_so(scripts: bool, copy_of: CopyOf, open_copy: OpenCopy) -> None:
    page = open_copy(HELPLINE, page_name(copy_of(HELPLINE), "phone"), scripts=scripts, **TOUCH)
    view = page.locator("[data-view-id=phone]")
    expect(view).to_contain_text(OLD_STEP)
    note = view.locator("[data-behind]")
    expect(note).to_contain_text("The guide's own text of this step changed")
    note.locator("summary").click()
    expect(note).to_contain_text("The code guards your messages and your plans.")
    page = open_copy(HELPLINE, page_name(copy_of(HELPLINE), "plan"), scripts=scripts)
    expect(plan(page).locator("[data-behind]").first).to_be_attached()


def test_no_address_of_a_helplines_copy_names_a_topic(copy_of: CopyOf) -> None:
    names = {path.stem for path in copy_of(HELPLINE).rglob("*.html")} - {"index", "404"}
    assert {name for name in names if not re.fullmatch(r"p-\d+", name)} == set()


def test_a_changed_number_keeps_what_was_not_changed(copy_of: CopyOf, open_copy: OpenCopy) -> None:
    page = open_copy(HELPLINE, page_name(copy_of(HELPLINE), "numbers"), scripts=False)
    view = page.locator("[data-view-id=numbers]")
    expect(view).to_contain_text("Victim Support Scotland")
    expect(view).to_contain_text("Say that the Night line sent you.")


def test_a_universitys_numbers_and_pages_stand_among_the_guides(open_copy: OpenCopy) -> None:
    page = open_copy(UNIVERSITY, "numbers.html", scripts=False)
    expect(page.locator("[data-view-id=numbers]")).to_contain_text("Alder Hill campus police")
    page = open_copy(UNIVERSITY, "work.html", scripts=False)
    expect(page.locator("[data-view-id=work] h1")).to_have_text("Study and work on campus")
    page.get_by_role("link", name="Places on campus").last.click()
    expect(page.locator("table")).to_contain_text("Library desk")
    page = open_copy(UNIVERSITY, "sheets.html", scripts=False)
    expect(page.locator("a[href*='handout-school']")).to_have_count(0)
    expect(page.locator("a[href*='handout-work']").first).to_be_attached()
