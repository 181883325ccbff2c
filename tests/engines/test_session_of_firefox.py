"""Firefox writes its tabs to a file, with what is ticked and typed in them. It finds nothing of ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.careless import (
    LEAVE,
    PUT_IN_CACHE,
    PUT_IN_DATABASE,
    PUT_IN_DATABASE_WIDE,
    SENT,
    careless_host,
    to_leave,
)
from tests.browser.profile_search import search_profile
from tests.engines.engine import Settings
from tests.engines.firefox_session import RestoringFirefox, stored_forms
from tests.engines.host import Host
from tests.engines.one_file import SMALL, find_dist, open_file
from tests.engines.plan import FIRST_DONE, is_ticked, keep, open_plan, show_whole, tick, unlock, vault_is

pytest_plugins = "tests.engines.fixtures"

TYPED = "Quokkastrasse"
CHOSEN = "gletscherlibelle mondkalender teekanne"
CARELESS_TYPED = "Xylophonigel"
CARELESS = {
    **dict.fromkeys(SENT.values(), "cache2/"),
    PUT_IN_CACHE: "/morgue/",
    PUT_IN_DATABASE: "/idb/",
    PUT_IN_DATABASE_WIDE: "/idb/",
    CARELESS_TYPED: "sessionstore-backups/",
}
"""What a page leaves that takes no care, and the folder of it."""
FILE_NAME = "brombeerweg.json"
# Every field in the document, shown or not, as by hand or as a script sets it.
FILL = """(text, isByHand) => {
  const tell = (field) => {
    for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
  };
  let count = 0;
  const kinds = ":is(input, select, textarea):not([type=file], [data-passphrase])";
  const fields = document.querySelectorAll(`main ${kinds}`);
  for (const field of fields) {
    if (field.type === "checkbox" || field.type === "radio") field.checked = !field.checked;
    else if (field.localName === "select") field.selectedIndex = field.options.length - 1;
    else field.value = field.type === "date" ? "2026-01-02" : text;
    if (isByHand) tell(field);
    count += 1;
  }
  return count;
}"""
# Firefox lets a page of a host read no file that a driver names.
CHOOSE = """(name) => {
  const [field, chosen] = [document.querySelector("[data-evidence-file]"), new DataTransfer()];
  chosen.items.add(new File(["words"], name));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}"""
OPEN_ALL = "() => { for (const part of document.querySelectorAll('main details')) part.open = true; }"
CHANGED = "[...document.querySelectorAll('input')].filter((box) => box.checked !== box.defaultChecked).length"
MANY = 300  # fields of the plan


@pytest.fixture(scope="module")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("session")


@pytest.fixture(scope="module")
def browser(profile: Path) -> Iterator[RestoringFirefox]:
    browser = RestoringFirefox(profile)
    yield browser
    browser.end()
    browser.outside.stop()


@pytest.fixture(scope="module")
def careless(browser: RestoringFirefox) -> Iterator[str]:
    """A careless page, open in another tab: proof that the search finds what it looks for."""
    with careless_host() as address:
        browser.open(address)
        browser.script(LEAVE, to_leave())
        browser.click("#box")
        browser.type("#text", CARELESS_TYPED)
        yield address


@pytest.fixture
def tab(browser: RestoringFirefox, careless: str) -> Iterator[RestoringFirefox]:
    """The browser with a tab for the guide, which a test may close."""
    first, own = browser.tab(), browser.open_tab()
    yield browser
    if browser.tab() == own:
        browser.close_tab()
        browser.turn_to(first)


@pytest.fixture
def plan(tab: RestoringFirefox, quick_host: Host) -> RestoringFirefox:
    """The browser with the plan, opened from the first page."""
    tab.open(quick_host.address)
    open_plan(tab)
    tab.wait_for("[data-slot=vault] summary")
    return tab


def close_guide(tab: RestoringFirefox, careless: str) -> None:
    tab.close_tab()
    tab.turn_to(tab.command("Get Window Handles")[0])
    tab.wait_for(lambda: tab.script("location.href") == careless)


# What was found lies over the text, and over what is clicked next.
END_SEARCH = """() => {
  const field = document.querySelector(".search-field")
  field.value = ""
  field.dispatchEvent(new Event("input", { bubbles: true }))
}"""


def fill(browser: RestoringFirefox, *, by_hand: bool) -> None:
    assert browser.script(FILL, TYPED, by_hand) > MANY
    browser.type(".search-field", "a")  # after a change of any field, Firefox looks at all of them
    browser.script(END_SEARCH)


def nothing_is_stored(browser: RestoringFirefox, careless: str) -> None:
    browser.write_session()
    found = stored_forms(browser.profile)
    assert found.pop(careless)["id"] == {"box": True, "text": CARELESS_TYPED}
    assert found == {}


def test_it_keeps_its_tabs_as_a_persons_does(tab: RestoringFirefox) -> None:
    assert tab.changed_settings() == []


@pytest.mark.parametrize("page", ["index.html", "plan.html"])
def test_a_filled_in_plan_is_not_stored_nor_when_its_tab_is_closed(
    tab: RestoringFirefox, careless: str, host: Host, page: str
) -> None:
    tab.open(host.address + page)
    if page == "index.html":
        open_plan(tab)
    show_whole(tab)
    tick(tab)
    nothing_is_stored(tab, careless)
    tab.click("[data-slot=vault] summary")
    tab.click("[data-vault=choose]")
    tab.script(OPEN_ALL)
    fill(tab, by_hand=True)
    tab.click("[data-slot=vault] [value=own]")
    tab.type("[data-slot=vault] [data-passphrase]", CHOSEN)
    nothing_is_stored(tab, careless)
    fill(tab, by_hand=False)
    nothing_is_stored(tab, careless)
    close_guide(tab, careless)
    nothing_is_stored(tab, careless)


def test_what_is_kept_is_not_stored_open_or_locked_nor_the_name_of_a_file(
    plan: RestoringFirefox, careless: str, quick_host: Host
) -> None:
    tick(plan)
    passphrase = keep(plan)
    plan.script(OPEN_ALL)
    plan.click(".vault-idle [value='15']")
    nothing_is_stored(plan, careless)
    plan.click("[data-vault=lock]")
    vault_is(plan, "locked")
    nothing_is_stored(plan, careless)
    unlock(plan, passphrase)
    assert is_ticked(plan)
    plan.type(".search-field", "a")
    nothing_is_stored(plan, careless)

    plan.open(quick_host.address + "log.html")
    unlock(plan, passphrase)
    plan.click("[data-to-screen=evidence]")
    plan.click("[data-item-action=new]")
    plan.type(".log-item-write [data-log-field=thing]", TYPED)
    plan.click(".log-item-write [data-item-action=keep]")
    plan.wait_for("[data-evidence-file]")
    plan.script(CHOOSE, FILE_NAME)
    plan.wait_for(".log-files-chosen li")
    nothing_is_stored(plan, careless)
    plan.click("[data-evidence-add]")
    plan.wait_for("[data-evidence-kept]")
    nothing_is_stored(plan, careless)


@pytest.mark.parametrize(
    ("page", "choice"),
    [("sheets.html", "[name=paper][value=letter]"), ("sheets/incident-log.html", "[value=household]")],
)
def test_a_choice_for_paper_is_not_stored(
    tab: RestoringFirefox, careless: str, host: Host, page: str, choice: str
) -> None:
    tab.open(host.address + page)
    tab.click(choice)
    nothing_is_stored(tab, careless)
    tab.press("Enter")
    assert tab.script("location.href") == host.address + page


def test_in_the_one_file_nothing_is_stored_nor_of_an_opened_file_nor_when_all_is_cleared(
    tab: RestoringFirefox, careless: str, tmp_path: Path
) -> None:
    open_file(tab, find_dist() / SMALL)
    open_plan(tab)
    tick(tab)
    tab.click("[data-file=open] > summary")
    tab.choose_file("[data-file=open] [type=file]", plan_file(tmp_path))
    tab.click("[data-compare=add]")
    tab.type(".search-field", "a")
    nothing_is_stored(tab, careless)
    tab.script(END_SEARCH)
    fill(tab, by_hand=True)
    nothing_is_stored(tab, careless)
    tab.script(OPEN_ALL)
    tab.click("[data-plan-action=clear]")
    nothing_is_stored(tab, careless)


def plan_file(folder: Path) -> Path:
    path = folder / FILE_NAME
    sets: dict[str, dict[str, str]] = {name: {} for name in ("choices", "marks", "notes", "parts", "review")}
    answers = {"ex-partner": "yes", "has-children": "no"}
    plan = {"kind": "plan", "version": 1, "answers": answers, "skipped": [], **sets}
    path.write_text(json.dumps(plan), encoding="utf-8")
    return path


def test_without_scripts_nothing_is_stored(
    tmp_path: Path, host: Host, careless: str, browser: RestoringFirefox
) -> None:
    browser = RestoringFirefox(tmp_path, Settings(scripts=False))
    try:
        browser.open(careless)
        browser.click("#box")
        browser.type("#text", CARELESS_TYPED)
        browser.open_tab()
        browser.open(host.address + "plan.html")
        browser.click(FIRST_DONE)
        assert browser.script(FILL, TYPED, True) > MANY
        nothing_is_stored(browser, careless)
    finally:
        browser.end()
        browser.outside.stop()


def test_after_a_crash_the_plan_comes_back_empty_and_no_file_holds_a_word_of_it(
    tab: RestoringFirefox, careless: str, quick_host: Host
) -> None:
    tab.open(quick_host.address + "plan.html")
    show_whole(tab)
    tab.wait_for("[data-slot=vault] summary")
    tab.script(OPEN_ALL)
    fill(tab, by_hand=True)
    tick(tab)
    nothing_is_stored(tab, careless)
    tab.kill()
    found = search_profile(tab.profile, [TYPED, FILE_NAME, *CHOSEN.split(), *CARELESS])
    assert set(found) == set(CARELESS)
    for word, folder in CARELESS.items():
        assert any(folder in name for name in found[word]), word
    tab.start()
    restored = [f"{quick_host.address}plan.html", "complete"]
    tab.wait_for(lambda: tab.script("[location.href, document.readyState]") == restored)
    assert tab.script(CHANGED) == 0
    tab.turn_to(tab.command("Get Window Handles")[0])
    tab.wait_for(lambda: tab.script("document.querySelector('#box')?.checked"))
