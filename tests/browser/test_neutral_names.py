"""A guide whose pages have neutral names: nothing shows what it is about, and all of it works as it did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

from hooks.content.views import read_views
from hooks.single_file.document import make_document
from hooks.single_file.editions import editions_of
from hooks.site.discreet import shown_places
from hooks.site.neutral_names import internal_addresses, neutral_place
from hooks.site.pages import file_names, ids_in, language_folders, read_pages, target_path
from hooks.site_check import problems_of_site
from tests.browser.support import OpenPage, serve
from tests.browser.test_cautions import caution_of_each_step, open_without_python
from tests.browser.test_reader import is_open, switch_to, traces
from tests.browser.test_search import field, results
from tests.browser.test_why_and_how import texts_of_steps
from tests.site.test_build import LINKED, build

ROOT = Path(__file__).parents[2]
SET = {
    "page_names: topics": "page_names: neutral",
    "discreet: listed": "discreet: strict",
    'site_url: ""': "site_url: https://notes.example.org/",
    "export_name: notes": "export_name: memo",
}
NEUTRAL = re.compile(r"(es/)?(index|404|(sheets/)?p-\d\d+)\.html")
PLAN, PHONE = "p-03.html", "p-21.html"
LOCK = "change-your-screen-lock"


@pytest.fixture(scope="module")
def site_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("project")
    for name in {"content", "docs", "tests", *LINKED} - {"mkdocs.yml"}:
        (folder / name).symlink_to(ROOT / name)
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    for usual, own in SET.items():
        assert usual in settings
        settings = settings.replace(usual, own)
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def site(site_folder: Path) -> Iterator[str]:
    yield from serve(site_folder)


def test_nothing_shows_the_topic_and_every_link_leads_somewhere(site_folder: Path) -> None:
    assert shown_places(site_folder) == []
    assert problems_of_site(site_folder) == []
    guides = {f"{folder.name}/": folder for folder in language_folders(site_folder)} | {"": site_folder}
    assert [*guides] == ["es/", ""]
    pages = {at + name: page for at, folder in guides.items() for name, page in read_pages(folder).items()}
    files = {at + name for at, folder in guides.items() for name in file_names(folder)}
    assert len(pages) > 120
    assert [name for name in pages if not NEUTRAL.fullmatch(name)] == []
    ids = {name: {*ids_in(page)} for name, page in pages.items()}
    for name, page in pages.items():
        for address in internal_addresses(page):
            path, place = target_path(name, address), unquote(urlsplit(address).fragment)
            assert path in files, (name, address)
            assert not place or place in ids[path], (name, address)
        for link in page.xpath("//*[@aria-labelledby or @aria-describedby or @for]"):
            named = " ".join(link.get(key, "") for key in ("aria-labelledby", "aria-describedby", "for"))
            assert {*named.split()} <= ids[name], (name, named)


@pytest.mark.parametrize("size", ["whole", "small"])
def test_the_guide_in_one_file_is_made_of_it(site_folder: Path, size: str) -> None:
    views, problems = read_views(ROOT)
    (edition,) = (edition for edition in editions_of(views) if edition.size == size)
    document = make_document(read_pages(site_folder), site_folder, ROOT, edition)
    assert problems == []
    assert len(document.views()) > 30


def test_views_steps_and_search_open_what_they_did_and_nothing_tells_of_it(open_page: OpenPage) -> None:
    on_its_own_page = caution_of_each_step(open_page(PLAN, scripts=False))
    assert sum(text != "" for text, _ in on_its_own_page.values()) > 50
    page = open_without_python(open_page, "index.html")
    before = traces(page)
    switch_to(page, "phone")
    is_open(page, "phone")
    switch_to(page, "plan")
    is_open(page, "plan")
    assert caution_of_each_step(page) == on_its_own_page
    assert len(texts_of_steps(page)) > 100
    field(page).fill("screen lock")
    results(page).filter(has_text="Change the code that unlocks your phone").first.click()
    is_open(page, "phone")
    expect(page.locator(f"#{neutral_place(LOCK)}")).to_be_focused()
    assert traces(page) == before


def test_a_page_by_itself_fetches_the_reader_and_opens_others(open_page: OpenPage) -> None:
    page = open_page(PHONE)
    before = traces(page)
    switch_to(page, "method")
    is_open(page, "method")
    switch_to(page, "sheets")
    is_open(page, "sheets")
    sheet = page.locator("[data-view-id=sheets] a[data-open^='sheet-']").first
    view = sheet.get_attribute("data-open")
    sheet.evaluate("link => link.click()")
    is_open(page, str(view))
    assert traces(page) == before


def test_without_script_a_link_leads_to_its_place(open_page: OpenPage) -> None:
    page = open_page(PLAN, scripts=False)
    page.locator(f"[data-item={LOCK}] .step-tools a").click()
    assert page.url.endswith(f"/{PHONE}#{neutral_place(LOCK)}")
    expect(page.locator(f"#{neutral_place(LOCK)}")).to_be_in_viewport()
