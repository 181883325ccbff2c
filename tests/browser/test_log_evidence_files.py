"""Files of an item: added byte for byte, looked at and saved again, and never half kept."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.log_support import EVERYTHING, go, open_log, open_with_stand_in, said
from tests.browser.plan_vault import LONG, made_words
from tests.browser.support import OpenPage, Seen, until
from tests.browser.traces import CONTRAST, axe_problems
from tests.browser.vault_support import wait_for, with_quick_vault

pytest_plugins = ["tests.browser.plan_fixtures"]
NARROW = {"width": 320, "height": 6000}  # with room for all: no bar covers a part of a field then
PHOTO = "Blue door.jpg"
COPY = "Blue door, copy without place"
CLIP = "2017-11-14_00.57.16_motion.mp4"
NOT_KEPT = "This was closed before the file was kept, so the file was not added. You can choose it once more."
STOPPED = "Stopped. “a.txt” was not added."
GONE = "The file changed or went away while it was read, so it was not added."
HOLD = "() => { standIn.heldFile = new Promise((resolve) => (window.letGo = resolve)) }"
LOCK = "() => { standIn.own.clear(); return standIn.to('locked') }"
KEPT_FILES = """() => standIn.stored.map(({ line }) => JSON.parse(line).fields.kept?.length ?? 0)"""
LOADS = """(address) => new Promise((resolve) => {
  const image = Object.assign(new Image(), { onload: () => resolve(true), onerror: () => resolve(false) })
  image.src = address
})"""


def photo() -> bytes:
    """A picture as a camera writes it: with its time, without a zone, and with a place."""
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = "2026:10:25 01:30:05"
    exif.get_ifd(0x8825).update({1: "N", 2: (51.0, 1.0, 30.0), 3: "W", 4: (0.0, 7.0, 30.0)})
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(written, "JPEG", exif=exif)
    return written.getvalue()


def add_item(page: Page) -> None:
    """Add an item, which stays open."""
    go(page, "evidence")
    page.locator("[data-item-action=new]:visible").click()
    page.locator(".log-item-write [data-log-field=thing]").fill("Photo of the door")
    page.locator(".log-item-write [data-item-action=keep]").click()
    field(page).wait_for()


def open_item_again(page: Page) -> None:
    if not page.locator(".log-quick").is_visible():
        go(page, "hub")
    go(page, "evidence")
    page.locator(".log-evidence-list [data-item-action=open]").first.click()


def field(page: Page) -> Locator:
    return page.locator("[data-evidence-file]")


def choose(page: Page, *files: tuple[str, bytes]) -> None:
    chosen = [{"name": name, "mimeType": "", "buffer": content} for name, content in files]
    field(page).set_input_files(chosen)  # type: ignore[arg-type]
    expect(page.locator(".log-files-chosen li")).to_have_count(len(files))


def press(page: Page, action: str) -> None:
    page.locator(f"[data-evidence-{action}]:visible").first.click()


def cards(page: Page) -> Locator:
    return page.locator("[data-evidence-kept]")


def test_a_photo_is_kept_shown_and_saved_as_the_very_bytes_that_were_chosen(
    open_page: OpenPage, quick_vault: str, seen: Seen, tmp_path: Path
) -> None:
    """B1.6, B3.28, B3.30: also after a lock; a double tap adds once, and the policy stops nothing."""
    page = open_log(with_quick_vault(open_page, quick_vault))
    vault = page.locator("article [data-slot=vault]")
    go(page, "keep")
    vault.get_by_role("button", name="Choose a passphrase", exact=True).click()
    words = made_words(vault)
    vault.get_by_role("button", name="Keep it on this device", exact=True).click()
    until(page, "log", "open", timeout=LONG)
    go(page, "hub")
    add_item(page)
    bytes_of_photo = photo()
    choose(page, (PHOTO, bytes_of_photo), ("notes.txt", b"not a picture"))
    expect(page.locator(".log-item-files")).to_contain_text("This browser has room for about")
    page.locator("[data-evidence-add]").dblclick()
    expect(said(page)).to_have_text("2 files are kept, exactly as they are.", timeout=LONG)
    expect(cards(page)).to_have_count(2)
    assert field(page).input_value() == ""

    card = cards(page).first
    card.locator("summary").click()
    sha256 = hashlib.sha256(bytes_of_photo).hexdigest()
    assert card.locator("dd").nth(2).inner_text().split("\n")[0].replace(" ", "") == sha256
    press(page, "show")
    picture = card.locator("img")
    expect(picture).to_have_js_property("naturalWidth", 40)
    address = picture.get_attribute("src") or ""
    assert address.startswith("blob:")
    assert page.evaluate(LOADS, address)
    with page.expect_download() as saving:
        press(page, "save")
    saving.value.save_as(tmp_path / "saved")
    assert saving.value.suggested_filename == PHOTO
    assert (tmp_path / "saved").read_bytes() == bytes_of_photo
    press(cards(page).nth(1), "show")
    expect(said(page)).to_contain_text("This browser cannot show this file here.")
    assert seen.errors == []

    page.evaluate("document.dispatchEvent(new Event('guide:lock'))")
    until(page, "log", "locked")
    assert PHOTO not in page.evaluate(EVERYTHING)
    assert not page.evaluate(LOADS, address)  # the address died with what it showed
    seen.errors.clear()  # as the browser says, too
    vault.locator("[data-passphrase]").first.fill(words)
    vault.get_by_role("button", name="Open it", exact=True).click()
    until(page, "log", "open", timeout=LONG)
    open_item_again(page)
    press(page, "show")
    expect(picture).to_have_js_property("naturalWidth", 40)
    go(page, "hub")
    expect(picture).to_have_count(0)


def test_what_ends_on_the_way_adds_nothing_and_is_said(open_page: OpenPage, tmp_path: Path) -> None:
    """B2.27, B8.57: stopped, locked, no room, a full disk, a file that went away, one that is there."""
    page = open_with_stand_in(open_page)
    add_item(page)
    press(page, "add")
    expect(said(page)).to_have_text("Choose a file first.")
    page.evaluate("standIn.room = 1000")
    field(page).set_input_files({"name": "film.mp4", "mimeType": "", "buffer": b"x" * 3000})
    expect(said(page)).to_have_text(
        "“film.mp4” is 3 kB, but this browser has room for about 1 kB. So it was not added. "
        "You can leave it where it is, or make room first."
    )
    page.evaluate("standIn.room = null")
    page.evaluate(HOLD)
    choose(page, ("a.txt", b"aaa"))
    press(page, "add")
    expect(said(page)).to_contain_text("Please stay here")
    press(page, "cancel")
    expect(said(page)).to_have_text(STOPPED)
    expect(page.locator("[data-evidence-add]")).to_be_focused()

    choose(page, ("a.txt", b"aaa"))
    press(page, "add")
    expect(said(page)).to_contain_text("Please stay here")
    page.evaluate(LOCK)
    expect(said(page)).to_have_text(NOT_KEPT)
    page.evaluate("() => { standIn.heldFile = null; window.letGo(); return standIn.to('unlocked') }")
    open_item_again(page)
    expect(cards(page)).to_have_count(0)

    page.evaluate("standIn.failingFile = 'storage-full'")
    choose(page, ("a.txt", b"aaa"), ("b.txt", b"bbb"))
    press(page, "add")
    expect(said(page)).to_contain_text("There is not enough room for this file on this device")
    page.evaluate("standIn.failingFile = null")
    press(page, "add")
    expect(said(page)).to_have_text("2 files are kept, exactly as they are.")
    choose(page, ("c.txt", b"bbb"))
    press(page, "add")
    expect(said(page)).to_have_text(
        "“c.txt” was not added again. It is here already, as “b.txt”: it is the same file."
    )
    vanishing = tmp_path / "cloud.txt"
    vanishing.write_bytes(b"cccc")
    field(page).set_input_files(vanishing)
    expect(page.locator(".log-files-chosen li")).to_have_count(1)
    vanishing.unlink()
    press(page, "add")
    expect(said(page)).to_contain_text(GONE)
    assert page.evaluate(KEPT_FILES) == [0, 1, 2]

    press(page, "ask-remove")
    press(page, "remove")
    expect(cards(page)).to_have_count(1)
    assert page.evaluate(KEPT_FILES) == [0, 1, 2, 1]
    assert page.evaluate("standIn.files.size") == 2  # B2.19: what older lines name stays


def test_what_a_file_says_is_told_on_request_by_keyboard_and_without_barrier(open_page: OpenPage) -> None:
    """B3.29, B3.31, B3.36, B3.37: a camera's own time, a time in a name as an offer, a place if asked."""
    page = open_with_stand_in(open_page)
    page.set_viewport_size(NARROW)
    add_item(page)
    choose(page, (PHOTO, photo()), (CLIP, b"\0\0\0\x18ftypisom"))
    assert field(page).get_attribute("accept") is None  # phones change files then
    field(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(cards(page)).to_have_count(2)
    camera = cards(page).first.locator(".log-file-camera")
    for fold in cards(page).locator("summary").all():
        fold.press("Enter")
    camera.locator("button").press("Enter")
    expect(camera).to_contain_text("The camera wrote: Sunday 25 October 2026, 01:30:05.")
    expect(camera).to_contain_text("The camera did not note the time zone.")
    expect(camera).to_be_focused()
    assert "51.025" not in page.evaluate(EVERYTHING)
    camera.locator("[data-evidence-place]").press("Enter")
    expect(camera).to_contain_text("Latitude 51.02500, longitude -0.12500")
    offer = cards(page).nth(1).locator(".log-file-name")
    expect(offer).to_contain_text("The name holds a time: Tuesday 14 November 2017, 00:57:16.")
    assert offer.locator(":checked").count() == 0
    offer.locator("[value=own]").press("Space")
    expect(offer).to_contain_text("Then it was Tuesday 14 November 2017, 00:57:16 where the camera was.")
    cards(page).nth(1).locator("[data-evidence-camera]").press("Enter")
    expect(cards(page).nth(1)).to_contain_text("This page can only look into JPEG, HEIC and PNG pictures.")
    assert axe_problems(page, without=CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320

    camera.locator("[data-evidence-copy]").press("Enter")
    wait_for(page, lambda: len(page.evaluate(KEPT_FILES)) == 4)
    assert page.evaluate(KEPT_FILES) == [0, 1, 2, 1]  # an item of its own
    assert f"{COPY}.jpg" in page.evaluate("standIn.stored.at(-1).line")
