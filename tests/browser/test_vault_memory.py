"""After locking, opening a file and locking, and leaving, nothing that was written is in the page's memory.

The words are typed by keys alone: a test driver that fills a field puts its text into the page's own memory.
"""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import CDPSession, Locator, Page, expect

from tests.browser.plan_vault import LONG, NO_PYTHON, OpenPlan, press, state, status, vault
from tests.browser.support import EXIT_URL, be_whole

pytest_plugins = ["tests.browser.plan_fixtures"]

NOTE = "Quetzalnote"
LATER = "Yttriumlater"
NAME = "Xylophonename"
TITLE = "Wolframtitle"
FILED = "Zirconiumfiled"
PASSPHRASE = "ochre tuba quay nimbus falcon wharf"
WRITTEN = [NOTE, NAME, TITLE, LATER]
STAY = """() => {
  const wait = setTimeout;
  window.setTimeout = (work, time = 0, ...given) => time < 5000 && wait(work, time, ...given);
}"""
"""Neither the second page nor the empty one loads: they would end this one."""
OPEN_BESIDE = "() => void (window.other = open(location.href))"
HAS_LEFT = """() => new Promise(function look(done) {
  other.document.body ? setTimeout(look, 50, done) : done();
})"""
COLLECTIONS = 4
"""One collection leaves what a later one finds: what only a finished promise held."""


def remembered(page: Page, words: list[str]) -> list[str]:
    """Return those of the words that are in the page's memory once the garbage is collected."""
    devtools = page.context.new_cdp_session(page)
    chunks: list[str] = []
    devtools.on("HeapProfiler.addHeapSnapshotChunk", lambda chunk: chunks.append(chunk["chunk"]))
    devtools.send("HeapProfiler.enable")
    collect(devtools)
    devtools.send("HeapProfiler.takeHeapSnapshot", {"reportProgress": False})
    devtools.detach()
    snapshot = "".join(chunks)  # its texts are in one list at its end
    strings = snapshot[snapshot.rindex('"strings":[') :]
    return [word for word in words if word in strings]


def collect(devtools: CDPSession) -> None:
    for _ in range(COLLECTIONS):
        devtools.send("HeapProfiler.collectGarbage")


def type_in(field: Locator, text: str) -> None:
    field.focus()
    field.page.keyboard.type(text)


def write_everywhere(page: Page) -> None:
    """Write a note, a name and the title of the paper."""
    be_whole(page)
    first = page.locator("[data-item] details:has(textarea)").first
    first.locator("summary").click()
    type_in(first.locator("textarea"), NOTE)
    people = page.locator("[data-part=people]")
    people.locator("summary").first.click()
    type_in(people.locator("[data-field=name]").first, NAME)
    type_in(page.locator(".take-title"), TITLE)


def keep(page: Page) -> None:
    """Keep it under words of one's own, which the test need not read from the page."""
    vault(page).locator("summary").first.click()
    press(page, "Choose a passphrase")
    vault(page).get_by_label("Words of your own").check()
    type_in(vault(page).get_by_label("Your passphrase"), PASSPHRASE)
    press(page, "Keep it on this device")
    state(page, "unlocked")
    status(page, "Kept on this device")


def lock(page: Page) -> None:
    press(page, "Lock now")
    state(page, "locked")


def unlock(page: Page) -> None:
    type_in(vault(page).locator("[data-passphrase]"), PASSPHRASE)
    page.keyboard.press("Enter")
    state(page, "unlocked")
    expect(vault(page).locator(".vault-status")).to_have_text("Kept on this device")


def test_nothing_is_remembered_after_a_lock(open_plan: OpenPlan) -> None:
    page = open_plan()
    write_everywhere(page)
    keep(page)
    type_in(page.locator("[data-item] textarea").first, LATER)
    assert set(remembered(page, WRITTEN)) >= {NOTE, NAME}  # while it is open it must be
    status(page, "Kept on this device")
    lock(page)
    assert remembered(page, [*WRITTEN, PASSPHRASE]) == []
    unlock(page)
    lock(page)
    assert remembered(page, [*WRITTEN, PASSPHRASE]) == []


def test_nothing_is_remembered_of_what_waits(open_plan: OpenPlan) -> None:
    """Storage hangs: what is sealed waits in this tab, but what was read is gone."""
    page = open_plan()
    write_everywhere(page)
    keep(page)
    page.evaluate("void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'DataError') })")
    type_in(page.locator("[data-item] textarea").first, LATER)
    lock(page)
    expect(vault(page).locator(".vault-waits")).to_be_visible(timeout=LONG)
    assert remembered(page, [*WRITTEN, PASSPHRASE]) == []


def test_nothing_is_remembered_of_a_file_once_it_is_locked(open_plan: OpenPlan, tmp_path: Path) -> None:
    page = open_plan()
    write_everywhere(page)
    keep(page)
    plan = {"kind": "plan", "version": 1, "notes": {"step-of-once": f"{FILED} once"}}
    (tmp_path / "notes.json").write_text(json.dumps(plan), encoding="utf-8")
    (tmp_path / "notes.age").write_bytes(saved_file(page))
    panel = page.locator("[data-file=open]")
    panel.locator("summary").first.click()
    for choice in ("Leave my plan as it is", "Add it to my plan"):
        panel.locator("[type=file]").set_input_files(tmp_path / "notes.json")
        panel.get_by_role("button", name=choice).click()
    type_in(page.locator("[data-item] textarea").first, LATER)
    panel.locator("[type=file]").set_input_files(tmp_path / "notes.age")
    type_in(panel.locator("[data-passphrase]"), PASSPHRASE)
    page.keyboard.press("Enter")
    expect(panel.locator(".compare")).to_be_visible(timeout=LONG)
    assert FILED in remembered(page, [FILED])
    lock(page)
    assert remembered(page, [*WRITTEN, FILED, PASSPHRASE]) == []


def test_nothing_is_remembered_after_leaving(open_plan: OpenPlan) -> None:
    """The everyday page takes long to load, so that the old one still lives.

    Nobody can ask a page that is on its way elsewhere. One that opened it has the same memory.
    """
    beside = open_plan()
    beside.context.add_init_script(NO_PYTHON)
    beside.context.route(EXIT_URL, lambda route: None)
    with beside.expect_popup() as opened:
        beside.evaluate(OPEN_BESIDE)
    page = opened.value
    expect(page.locator("[data-slot=vault] > *")).to_have_count(1)
    write_everywhere(page)
    keep(page)
    assert set(remembered(beside, WRITTEN)) >= {NOTE, NAME}
    page.evaluate(STAY)
    page.locator(".exit").click(no_wait_after=True)
    beside.evaluate(HAS_LEFT)
    assert remembered(beside, [*WRITTEN, PASSPHRASE]) == []


def saved_file(page: Page) -> bytes:
    """Save the plan under the same words."""
    area = page.locator("[data-file=save]")
    area.locator("summary").click()
    area.get_by_label("Words of your own").check()
    type_in(area.get_by_label("Your passphrase"), PASSPHRASE)
    with page.expect_download() as download:
        area.get_by_role("button", name="Save the file").click()
    area.locator("summary").click()
    return Path(download.value.path()).read_bytes()
