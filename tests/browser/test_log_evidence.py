"""The list of evidence: what is there, still needed or with somebody else, its files, and who had it."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from hooks.content.front_matter import load_yaml
from tests.browser.log_support import (
    EVERYTHING,
    SECRET,
    go,
    log,
    open_entry,
    open_log,
    open_with_stand_in,
    said,
    write_whole,
)
from tests.browser.support import ROOT, OpenPage, Seen, until
from tests.browser.traces import CONTRAST, OTHER_SCREENS, axe_problems

LOG = load_yaml((ROOT / "content/log.yml").read_text(encoding="utf-8"))
NARROW = {"width": 320, "height": 6000}  # with room for all: no bar covers a part of a field then
HOLD = "() => { standIn.held = new Promise((resolve) => (standIn.letGo = resolve)) }"
LOCK = "() => { standIn.failing = 'locked'; standIn.own.clear(); return standIn.to('locked') }"
UNLOCK = (
    "() => { standIn.held = standIn.failing = null; standIn.own.show(draft); return standIn.to('unlocked') }"
)
LOCKED_MEANWHILE = "The log locked before this was added."


def act(page: Page, action: str) -> None:
    page.locator(f"[data-item-action='{action}']:visible").first.click()


def of_item(page: Page, name: str) -> Locator:
    return page.locator(f".log-item-write [data-log-field='{name}']")


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        one = of_item(page, name)
        if one.evaluate("field => field.localName") == "select":
            one.select_option(value)
        else:
            one.fill(value)


def open_list(page: Page) -> None:
    go(page, "evidence")
    page.locator(".log-evidence-list > *").first.wait_for()


def add(page: Page, **values: str) -> None:
    """Add an item from the list, and come back to the list."""
    act(page, "new")
    fill(page, **values)
    act(page, "keep")
    expect(page.locator(".log-item-said dl").first).to_be_visible()
    open_list(page)


def listed(page: Page, group: str) -> list[str]:
    return page.locator(f"[data-item-group={group}] li").all_inner_texts()


def test_without_script_the_blank_sheets_stand_for_it(open_page: OpenPage) -> None:
    page = open_page("log.html", scripts=False)
    expect(page.locator("[data-to-screen=evidence]").first).not_to_be_visible()
    for name in ("evidence-list", "chain-of-custody"):
        expect(page.locator(f"a[href*='{name}']").first).to_be_visible()


def test_an_item_is_added_once_corrected_handed_over_named_and_removed(open_page: OpenPage) -> None:
    """B3.30: a double tap adds one item."""
    page = open_log(open_page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    write_whole(page, "incident", what="A letter came", items="1 and 2")
    assert asked == []
    open_list(page)
    assert asked == ["log-items.js"]
    act(page, "new")
    shown = page.locator(".log-item-write [data-log-field]:visible").evaluate_all(
        "all => all.map((one) => one.dataset.logField)"
    )
    everything = [one["id"] for one in LOG["items"] if one["id"] != "kept"]
    assert shown == [id for id in everything if id not in ("holder", "asked", "answer")]
    fill(page, thing="Letter, two pages", place="Letter box", evidence_place="At Ana's")
    page.locator(".log-item-write [data-item-action=keep]").dblclick()
    expect(page.locator("#log-item")).to_have_text("Item 1")
    expect(said(page)).to_contain_text("Item 1 is on your list.")
    expect(page.locator(".log-item-said .log-apart")).to_contain_text("At Ana's")
    expect(page.locator(".log-files-way a")).to_be_visible()  # files need a log that is kept

    act(page, "hand")
    row = page.locator(".log-item-place .log-row")
    expect(row.locator("input").first).to_be_focused()
    row.locator("[type=date]").fill("2026-05-02")
    row.locator("[type=time]").fill("10:00")
    row.locator("[data-column=to]").fill("PC Lee")
    row.locator("[data-column=changed]").select_option("no")
    fill(page, place="Door mat")
    act(page, "keep")
    cells = page.locator(".log-item-more tbody td")
    expect(cells).to_have_text(["Saturday 2 May 2026, 10:00", "PC Lee", "No"])
    page.locator(".log-item-more summary").click()
    expect(page.locator(".log-item-more del")).to_have_text(["Letter box"])
    # Written again as it stands, it is no new version.
    act(page, "hand")
    act(page, "keep")
    expect(said(page)).to_have_text("Nothing was changed, so nothing was written.")
    act(page, "cancel")

    page.locator(".log-item-entries .log-open").click()
    expect(page.locator(".log-item-links a")).to_have_text(["Item 1: Letter, two pages"])
    page.locator(".log-item-links a").click()
    expect(page.locator("#log-item")).to_be_focused()

    open_list(page)
    act(page, "new")
    fill(page, have="needed", item="1", thing="Video of the shop", holder="Corner shop")
    for name in ("when", "place", "evidence_place", "custody"):
        expect(of_item(page, name)).not_to_be_visible()
    act(page, "keep")
    expect(said(page)).to_have_text("Item 1 is on the list already. Choose another number.")
    fill(page, item="2")
    act(page, "keep")
    open_list(page)
    add(page, have="other", thing="List of calls", holder="Phone company")
    assert [len(listed(page, group)) for group in ("have", "needed", "other")] == [1, 1, 1]
    assert listed(page, "needed")[0].startswith("Item 2\n")
    page.locator("[data-item-group=have] .log-open").click()
    act(page, "ask-remove")
    act(page, "remove")
    expect(page.locator("#log-evidence")).to_be_focused()
    removed = page.locator(".log-evidence-list details")
    expect(removed.locator("summary")).to_have_text("1 item was removed")
    expect(removed.locator("li")).to_contain_text("Removed by the writer,")
    go(page, "hub")
    open_entry(page)
    expect(page.locator(".log-item-links a")).to_have_text(["Item 2: Video of the shop"])


def test_a_file_is_a_correction_of_its_item_and_can_be_taken_off(
    open_page: OpenPage, seen: Seen, tmp_path: Path
) -> None:
    """B1.6, B3.28, B3.29: its line names the very bytes, and the day as the device's own."""
    page = open_with_stand_in(open_page)
    open_list(page)
    act(page, "new")
    fill(page, thing="Letter")
    act(page, "keep")
    photo = tmp_path / "my photo.jpg"
    photo.write_bytes(bytes(range(256)) * 50)
    digest = hashlib.sha256(photo.read_bytes()).hexdigest()
    page.locator("[data-evidence-file]").set_input_files(photo)
    page.locator("[data-evidence-add]").dblclick()
    expect(page.locator("[data-evidence-kept]")).to_have_count(1)
    lines = page.evaluate("window.standIn.stored.map(({ line }) => JSON.parse(line))")
    assert [line["act"] for line in lines] == ["write", "correct"]
    (text,) = lines[1]["fields"]["kept"]
    _, size, sha256, day, name = text.split(" ", 4)
    assert (size, sha256, name) == ("12800", digest, "my photo.jpg")
    assert day == date.fromtimestamp(photo.stat().st_mtime).isoformat()
    with page.expect_download() as saved:
        page.locator("[data-evidence-save]").click()
    saved.value.save_as(tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == photo.read_bytes()
    open_list(page)
    assert "1 file" in listed(page, "have")[0]
    page.locator("[data-item-group=have] .log-open").click()
    page.locator("[data-evidence-ask-remove]").click()
    page.locator("[data-evidence-remove]").click()
    expect(page.locator("[data-evidence-kept]")).to_have_count(0)
    last = page.evaluate("JSON.parse(window.standIn.stored.at(-1).line)")
    assert (last["act"], "kept" in last["fields"]) == ("correct", False)


def test_a_lock_in_the_middle_keeps_nothing_half_and_what_was_typed_comes_back(open_page: OpenPage) -> None:
    page = open_with_stand_in(open_page)
    open_list(page)
    act(page, "new")
    fill(page, thing=SECRET)
    page.evaluate(HOLD)
    act(page, "keep")
    page.evaluate("window.draft = window.standIn.own.read()")
    page.evaluate(LOCK)
    page.evaluate("window.standIn.letGo()")
    expect(said(page)).to_contain_text(LOCKED_MEANWHILE)
    assert page.evaluate("window.standIn.stored.length") == 0
    assert SECRET not in log(page).evaluate(EVERYTHING)
    page.evaluate(UNLOCK)
    until(page, "log", "open")
    expect(of_item(page, "thing")).to_have_value(SECRET)
    act(page, "keep")
    expect(page.locator("#log-item")).to_have_text("Item 1")
    assert page.evaluate("window.standIn.stored.length") == 1
    act(page, "correct")
    fill(page, place="At the gate")
    page.evaluate(HOLD)
    act(page, "keep")
    fill(page, finder="Ana")  # while it is being kept
    page.evaluate("window.standIn.letGo()")
    expect(said(page)).to_contain_text("What you typed after that is still in the form, and not kept yet.")
    expect(of_item(page, "finder")).to_have_value("Ana")
    act(page, "keep")
    expect(page.locator("#log-item")).to_be_visible()
    fields = page.evaluate("window.standIn.stored.map(({ line }) => JSON.parse(line).fields)")
    assert [(one.get("place"), one.get("finder")) for one in fields[1:]] == [
        ("At the gate", None),
        ("At the gate", "Ana"),
    ]
    page.evaluate("document.dispatchEvent(new CustomEvent('guide:leave'))")
    assert SECRET not in page.evaluate(EVERYTHING)


def test_it_has_no_barrier_and_fits_a_narrow_phone(open_page: OpenPage) -> None:
    page = open_log(open_page, viewport=NARROW)

    def look() -> None:
        assert axe_problems(page, aside=OTHER_SCREENS) == []
        page.emulate_media(color_scheme="dark")
        assert axe_problems(page, [CONTRAST], aside=OTHER_SCREENS) == []
        page.emulate_media(color_scheme="light")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]

    open_list(page)
    expect(page.locator("#log-evidence")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#log-item-write")).to_be_focused()
    fill(page, thing="A letter with a very long name " * 20, place="x" * 200, evidence_place="Here")
    of_item(page, "custody").locator("summary").press("Enter")
    act(page, "add-row")
    page.keyboard.type("02052026")
    page.locator("[data-column=hash_before]").last.fill("ab" * 32)
    look()
    act(page, "keep")
    look()
    open_list(page)
    look()


def test_where_the_part_did_not_arrive_opening_it_again_tries_again(open_page: OpenPage, seen: Seen) -> None:
    page = open_log(open_page)
    page.route("**/log-items.js", lambda route: route.abort())
    go(page, "evidence")
    expect(page.locator(".log-evidence > .said")).to_contain_text("Open this again to try once more.")
    page.unroute("**/log-items.js")
    go(page, "hub")
    open_list(page)
    expect(page.locator(".log-evidence > .said")).to_be_empty()
    seen.errors.clear()
