"""A step of an organisation that is older than the guide's own says so, with the guide's text folded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from hooks.content.views import read_views
from hooks.layers.text_hash import text_hash
from hooks.single_file.document import make_document
from hooks.single_file.editions import WHOLE, editions_of
from hooks.site.pages import read_pages
from tests.browser.organisation_support import built_copy
from tests.browser.plan_support import plan
from tests.browser.support import PHONE, OpenPage, serve, show_whole
from tests.browser.test_cautions import open_without_python
from tests.browser.test_reader import is_open, switch_to
from tests.browser.traces import FEW_STEPS, axe_problems

ROOT = Path(__file__).parents[2]
LOCK = "change-your-screen-lock"
SAME = "keep-your-phone-within-reach"
CHANGED = {
    f"content/advice/phone/{LOCK}.md": "---\nof: 00000000\n---\nWe can change it with you.\n",
    f"content/advice/phone/{SAME}.md": "---\nof: {hash}\n---\nKeep it near you, day and night.\n",
    "content/advice/now/keep-the-door-shut.md": "---\nof: 00000000\n---\nOpen it if you like.\n",
    "docs/travel.md": "---\nof: 00000000\n---\n# Out with us { #out-with-us }\n\nWe go along.\n",
}
"""A step that is behind, one that is not, one that is never shown so, and a page. None is on paper."""
SENTENCE = re.compile(r"^The guide's own text of this step changed on \d+ [A-Z][a-z]+ \d{4}\.$")
OURS, GUIDES = "We can change it with you.", "Pick a new code that is not a birthday"


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    hashes = {name: text_hash(name, (ROOT / name).read_text("utf-8")) for name in CHANGED}
    files = {name: text.replace("{hash}", hashes[name]) for name, text in CHANGED.items()}
    return built_copy(tmp_path_factory.mktemp("project"), files)


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[str]:
    yield from serve(site_folder)


def note_below(page: Page, step: str) -> Locator:
    """Return the note that follows the text of a step on its topic's page."""
    return page.locator(f"h3#{step} ~ [data-behind]").first


def note_in_plan(page: Page, step: str) -> Locator:
    return plan(page).locator(f"[data-item='{step}'] > [data-behind]")


def test_without_script_a_step_says_that_it_is_older_and_its_fold_opens(open_page: OpenPage) -> None:
    page = open_page("phone.html", scripts=False, viewport=PHONE)
    expect(page.locator("[data-behind]")).to_have_count(1)
    before = page.locator(f"#{LOCK} ~ p:not(.caution)").first
    expect(before).to_contain_text(OURS)
    note = note_below(page, LOCK)
    expect(note.locator("> p")).to_have_text(SENTENCE)
    expect(note.get_by_text(GUIDES)).to_be_hidden()
    note.locator("summary").press("Enter")
    expect(note.get_by_text(GUIDES)).to_be_visible()


def test_without_script_the_plan_says_it_too(open_page: OpenPage) -> None:
    page = open_page("plan.html", scripts=False, viewport=PHONE)
    expect(page.locator("[data-behind]")).to_have_count(1)
    expect(note_in_plan(page, LOCK).locator("> p")).to_have_text(SENTENCE)
    note_in_plan(page, LOCK).locator("summary").press("Enter")
    expect(note_in_plan(page, LOCK).get_by_text(GUIDES)).to_be_visible()


def test_what_is_read_in_danger_is_the_guides_own(open_page: OpenPage) -> None:
    page = open_page("now.html", scripts=False)
    expect(page.get_by_text("Open it if you like.")).to_have_count(0)
    expect(page.locator("[data-behind]")).to_have_count(0)


def test_a_page_that_is_older_says_so_below_its_title_and_has_all_steps(open_page: OpenPage) -> None:
    page = open_page("travel.html", scripts=False)
    note = page.locator("h1#out-with-us ~ [data-behind]")
    expect(note.locator("> p")).to_contain_text("The guide's own text of this page")
    expect(page.locator("h3")).to_have_count(len([*(ROOT / "content/advice/travel").glob("*.md")]))


def test_in_the_reader_topic_plan_and_why_and_how_say_it(open_page: OpenPage) -> None:
    page = open_without_python(open_page, "index.html")
    page.set_viewport_size(PHONE)
    switch_to(page, "phone")
    is_open(page, "phone")
    expect(note_below(page, LOCK).locator("> p")).to_be_visible()
    switch_to(page, "plan")
    is_open(page, "plan")
    show_whole(page)
    note = note_in_plan(page, LOCK)
    expect(note.locator("> p")).to_be_visible()
    note.locator("summary").press("Enter")
    expect(note.get_by_text(GUIDES)).to_be_visible()
    step = plan(page).locator(f"[data-item='{LOCK}']")
    step.get_by_role("button", name=re.compile("^Why and how")).click()
    expect(step.locator(".why > div")).to_contain_text(OURS)
    expect(step.get_by_text(SENTENCE)).to_have_count(2)
    expect(step.locator(".why [data-behind]")).to_be_hidden()


@pytest.mark.parametrize("address", ["phone.html", "plan.html"])
def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(open_page: OpenPage, address: str) -> None:
    page = open_without_python(open_page, address)
    page.set_viewport_size({"width": 320, "height": 640})
    if address == "plan.html":
        show_whole(page)
    for fold in page.locator("[data-behind] summary").all():
        fold.press("Enter")
    assert axe_problems(page, aside=FEW_STEPS.replace("(n + 4)", f"(n + 4):not([data-item='{LOCK}'])")) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_on_paper_a_page_has_the_guides_text_too_and_the_plan_the_sentence(open_page: OpenPage) -> None:
    page = open_page("phone.html", scripts=False)
    page.emulate_media(media="print")
    expect(note_below(page, LOCK).locator("> p")).to_be_visible()
    expect(note_below(page, LOCK).get_by_text(GUIDES)).to_be_visible()
    page.goto("plan.html")
    expect(note_in_plan(page, LOCK).locator("> p")).to_be_visible()
    expect(note_in_plan(page, LOCK).locator("details")).to_be_hidden()


def test_the_guide_in_one_file_says_it(site_folder: Path) -> None:
    views, _ = read_views(ROOT)
    (edition,) = (edition for edition in editions_of(views) if edition.size == WHOLE.size)
    document = make_document(read_pages(site_folder), site_folder, ROOT, edition)
    names = [view.get("data-view-id") for view in document.views() if view.xpath(".//*[@data-behind]")]
    assert sorted(names) == ["phone", "plan", "travel"]
