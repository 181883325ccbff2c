"""Files beside the lines: byte for byte, in several values, whole or not at all."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.browser.attachments_support import (
    MAKE,
    READ_FILE,
    add_file,
    content,
    expect_whole,
    hash_of,
    stored_files,
    values_of_files,
)
from tests.browser.lines_support import VERSION, add_lines, read_lines
from tests.browser.support import Seen, databases
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    age_program,
    expect_no_workers,
    outcome,
    records,
    result,
    run_age,
    state,
    wait_for,
)

OpenVaultPage = Callable[..., Page]

SMALL = 48 * 1024  # bytes, the largest that is no file of its own
LARGE = 5_000_000  # bytes, five values
BOUND = 65_536  # bytes
LARGEST_VALUE = 1024 * 1024  # bytes


def test_the_very_bytes_are_kept_as_bytes_and_open_after_a_lock(kept: Page, vault_seen: Seen) -> None:
    """B3.28, B2.16: the hash is of what is stored, and nothing but bytes is stored."""
    small, large = add_file(kept, SMALL, 1), add_file(kept, LARGE, 2)
    assert (small["sha256"], large["sha256"]) == (hash_of(SMALL, 1), hash_of(LARGE, 2))
    assert kept.evaluate(VERSION) == [3, ["files", "parts", "records", "tail"]]
    found = stored_files(kept)
    assert {(one, number) for one, number, *_ in found} == {
        *((small["id"], number) for number in range(2)),
        *((large["id"], number) for number in range(6)),
    }
    assert {kind for _, _, kind, _ in found} == {"Uint8Array"}
    assert all(size <= LARGEST_VALUE for *_, size in found)
    assert all(size < BOUND for one, number, _, size in found if one == small["id"] or not number)
    result(kept, "lock()")
    assert outcome(kept, "attachments.list()") == {"kind": "not-unlocked"}
    result(kept, "unlock(passphrase)", PASSPHRASE)
    for added in (small, large):
        expect_whole(kept, added)
    listed = result(kept, "attachments.list()")
    assert {one["id"]: one["bytes"] for one in listed} == {small["id"]: SMALL, large["id"]: LARGE}
    assert result(kept, "wipe()")["storage"]
    assert databases(kept) == []
    vault_seen.errors.clear()  # the host does not know how to wipe


def test_all_files_open_after_a_new_passphrase_and_with_the_stock_program(kept: Page, tmp_path: Path) -> None:
    """B2.20: each is read again, and hashed."""
    add_lines(kept, ["one", "two"])
    added = [add_file(kept, 10, 1), add_file(kept, LARGE, 2)]
    old = values_of_files(kept)
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    for one in added:
        expect_whole(kept, one)
    wait_for(kept, lambda: "3" not in records(kept))
    result(kept, "lock()")
    result(kept, "unlock(passphrase)", NEXT)
    for one in added:
        expect_whole(kept, one)

    values = values_of_files(kept)
    assert {place: values[place] != old[place] for place in old} == {place: place[1] == 0 for place in old}
    key, identity = tmp_path / "1", tmp_path / "identity"
    key.write_bytes(records(kept)["1"])
    run_age(["-d", "-o", str(identity), str(key)], NEXT)
    for one, seed in zip(added, (1, 2), strict=True):
        joined = b"".join(values[place] for place in sorted(values) if place[0] == one["id"] and place[1])
        head = opened_with_age(tmp_path, values[(one["id"], 0)], identity)
        (tmp_path / "of-file").write_bytes(head)
        opened = opened_with_age(tmp_path, joined, tmp_path / "of-file")
        assert opened[: one["bytes"]] == content(one["bytes"], seed)
        assert not opened[one["bytes"] :].strip(b"\0")


def opened_with_age(folder: Path, value: bytes, identity: Path) -> bytes:
    (folder / "value").write_bytes(value)
    command = [age_program(), "-d", "-i", str(identity), str(folder / "value")]
    return subprocess.run(command, capture_output=True, check=True).stdout


CANCEL = f"""async () => {{
  {MAKE}
  const controller = new AbortController()
  let seen = 0
  const onProgress = () => ++seen === 2 && controller.abort()
  const adding = vault.attachments.add(make(9_000_000, 1), {{ onProgress, signal: controller.signal }})
  return [await adding.catch((error) => error.name), seen]
}}"""
LOCK = f"""async () => {{
  {MAKE}
  const onProgress = () => void vault.lock()
  return outcome(vault.attachments.add(make(9_000_000, 1), {{ onProgress }}))
}}"""


def test_what_is_cancelled_or_locked_in_the_middle_leaves_nothing(kept: Page) -> None:
    """B2.27: no value, and no worker."""
    first = add_file(kept, 10, 1)
    assert kept.evaluate(CANCEL) == ["AbortError", 2]
    assert kept.evaluate(LOCK) == {"kind": "not-unlocked"}
    assert {one for one, *_ in stored_files(kept)} == {first["id"]}
    expect_no_workers(kept)
    result(kept, "unlock(passphrase)", PASSPHRASE)
    expect_whole(kept, first)
    expect_whole(kept, add_file(kept, 10, 2))


def test_a_file_that_changes_or_goes_away_after_it_was_chosen_adds_nothing(
    kept: Page, tmp_path: Path
) -> None:
    """B8.57: it says so, and the same file can be chosen again."""
    kept.evaluate(
        """() => {
          const field = Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' })
          document.body.append(field)
        }"""
    )
    chosen = tmp_path / "chosen.jpg"
    add = "outcome(vault.attachments.add(document.getElementById('chosen').files[0]))"
    for change in (lambda: chosen.write_bytes(b"2" * 5000), chosen.unlink):
        chosen.write_bytes(b"1" * 70_000)
        kept.locator("#chosen").set_input_files(chosen)
        assert kept.evaluate("document.getElementById('chosen').files[0].size") == 70_000  # noted by now
        change()
        assert kept.evaluate(add) == {"kind": "unreadable-file"}
        assert stored_files(kept) == []
        assert state(kept) == "unlocked"
    chosen.write_bytes(b"3" * 70_000)
    kept.locator("#chosen").set_input_files(chosen)
    expect_whole(kept, kept.evaluate(add)["result"])


def test_a_full_disk_adds_no_file_and_a_later_try_works(page: Page) -> None:
    """B2.15: it says so, before and while it adds."""
    devtools = page.context.new_cdp_session(page)
    quota = {"origin": page.evaluate("origin"), "quotaSize": 2_000_000}
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    add_lines(page, ["one"])
    first = add_file(page, 500_000, 1)
    full = "outcome(vault.attachments.add(new Blob([new Uint8Array(1_900_000)])))"
    assert page.evaluate(full) == {"kind": "storage-full"}  # said before
    # A browser that says there is room where there is none.
    page.evaluate("navigator.storage.estimate = async () => ({ quota: 1e9, usage: 0 })")
    assert page.evaluate(full) == {"kind": "storage-full"}
    assert {one for one, *_ in stored_files(page)} == {first["id"]}
    assert state(page) == "unlocked"
    for one in (first, add_file(page, 300_000, 2)):  # there is room for this one
        expect_whole(page, one)
    assert read_lines(page)["count"] == 1


def test_two_tabs_see_each_others_files_and_a_wipe_ends_an_adding(
    kept: Page, open_tab: OpenVaultPage, vault_seen: Seen
) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    added = [add_file(kept, 10, 1), add_file(other, 10, 2)]
    for page in (kept, other):
        for one in added:
            expect_whole(page, one)
    result(other, "attachments.dropOthers(ids)", [])  # no line names them yet, and both pages are open
    assert len(result(kept, "attachments.list()")) == 2
    result(other, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    wait_for(kept, lambda: state(kept) == "locked")
    result(kept, "unlock(passphrase)", NEXT)
    for one in added:
        expect_whole(kept, one)
    kept.evaluate(
        f"""() => {{
          {MAKE}
          const onProgress = () => void (window.hasBegun = true)
          window.adding = outcome(vault.attachments.add(make(30_000_000, 1), {{ onProgress }}))
        }}"""
    )
    wait_for(kept, lambda: kept.evaluate("Boolean(window.hasBegun)"))
    assert result(other, "wipe()")["storage"]
    assert kept.evaluate("adding")["kind"] in ("storage-gone", "not-unlocked")
    wait_for(kept, lambda: state(kept) == "off")
    assert databases(kept) == []
    vault_seen.errors.clear()  # the host does not know how to wipe


def test_a_damaged_file_is_named_and_all_else_opens(kept: Page) -> None:
    """B2.21: in a browser's own storage."""
    add_lines(kept, ["one"])
    whole, cut = add_file(kept, 10, 1), add_file(kept, LARGE, 2)
    kept.evaluate(
        """async (id) => {
          const opening = indexedDB.open('notes:/')
          const database = await new Promise((done) => (opening.onsuccess = () => done(opening.result)))
          const transaction = database.transaction('files', 'readwrite')
          transaction.objectStore('files').delete([id, 2])
          await new Promise((done) => (transaction.oncomplete = done))
          database.close()
        }""",
        cut["id"],
    )
    assert kept.evaluate(READ_FILE, cut["id"]) == {"kind": "damaged"}
    expect_whole(kept, whole)
    assert result(kept, "lines.check()")["problems"] == []
    assert state(kept) == "unlocked"


def test_the_part_for_files_that_does_not_arrive_locks_nothing(
    open_tab: OpenVaultPage, vault_seen: Seen
) -> None:
    page = open_tab()
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    for part in ("attachments", "vault-files"):
        page.route(f"**/assets/{part}.js", lambda route: route.abort())
        came: Any = outcome(page, "attachments.list()")
        assert came == {"kind": "no-files-worker"}
        assert state(page) == "unlocked"
        page.unroute(f"**/assets/{part}.js")
    expect_whole(page, add_file(page, 10, 1))
    vault_seen.errors.clear()  # of what did not arrive
