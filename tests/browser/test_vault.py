"""The vault in a browser: kept only when asked, encrypted at rest, never lost, never opened by accident."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyrage
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.support import Seen
from tests.browser.vault_support import (
    PASSPHRASE,
    VaultSite,
    build_vault_site,
    databases,
    heard,
    outcome,
    records,
    result,
    run_age,
    serve_vault,
    state,
    update,
    write_record,
)

DATA = {
    "kind": "plan",
    "notes": {"one": "Ask Ana for the key.", "hostile": "</template><script>\u202e\u0000"},
}
NEXT = "velvet tundra sparkle onion crane"
WRONG = "murky pebble lantern goose fairy"
MINUTE = 60_000

OpenVaultPage = Callable[..., Page]


@pytest.fixture(scope="session")
def vault_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    yield from serve_vault(build_vault_site(tmp_path_factory.mktemp("vault") / "site"))


@pytest.fixture
def vault_seen(vault_site: VaultSite) -> Iterator[Seen]:
    seen = Seen(vault_site.address)
    yield seen
    assert seen.foreign == []
    assert seen.errors == []


@pytest.fixture
def context(browser: Browser, vault_seen: Seen) -> Iterator[BrowserContext]:
    context = browser.new_context()
    vault_seen.watch(context)
    yield context
    context.close()


@pytest.fixture
def open_tab(context: BrowserContext, vault_site: VaultSite) -> OpenVaultPage:
    def open_tab(before: str = "", clock: bool = False) -> Page:
        page = context.new_page()
        if before:
            page.add_init_script(before)
        if clock:
            page.clock.install()
        page.goto(vault_site.address)
        page.evaluate("opened")
        return page

    return open_tab


@pytest.fixture
def page(open_tab: OpenVaultPage) -> Page:
    return open_tab()


@pytest.fixture
def kept(page: Page) -> Page:
    """A page that keeps `DATA`, and is unlocked."""
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    return page


def export(page: Page, passphrase: str, data: Any) -> bytes:
    return bytes(
        page.evaluate(
            "async ([passphrase, data]) => [...(await vault.exportFile(passphrase, data))]",
            [passphrase, data],
        )
    )


def import_file(page: Page, file: bytes, passphrase: str) -> Any:
    """Give a file to the vault; return its result or its kind."""
    return page.evaluate(
        "([bytes, passphrase]) => outcome(vault.importFile(new Uint8Array(bytes), passphrase))",
        [list(file), passphrase],
    )


# Nothing until asked


def test_looking_keeps_nothing(page: Page) -> None:
    assert state(page) == "off"
    assert heard(page, "state") == [["off", None]]
    assert databases(page) == []


def test_nothing_is_loaded_before_it_is_used(page: Page, vault_seen: Seen, vault_site: VaultSite) -> None:
    asked = [url.removeprefix(vault_site.address) for url in vault_seen.requests]
    assert asked == ["", "assets/page.js"] or asked == ["", "assets/page.js", "data:,"]


# Keep, lock, unlock


def test_what_is_kept_comes_back_after_a_new_start(kept: Page) -> None:
    assert state(kept) == "unlocked"
    update(kept, "(data) => ({ ...data, added: 'later' })")
    result(kept, "flush()")
    kept.reload()
    kept.evaluate("opened")
    assert state(kept) == "locked"
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"added": "later"}
    assert state(kept) == "unlocked"


def test_storage_holds_two_age_files_and_nothing_plain(kept: Page) -> None:
    assert databases(kept) == ["notes"]
    kept_records = records(kept)
    assert sorted(kept_records) == ["1", "2"]
    assert kept_records["1"].startswith(b"age-encryption.org/v1\n-> scrypt ")
    assert b" 17\n" in kept_records["1"][:60]
    assert kept_records["2"].startswith(b"age-encryption.org/v1\n-> X25519 ")
    assert (len(kept_records["2"]) - 4096) < 250
    everything = b"".join(kept_records.values())
    assert b"Ana" not in everything
    assert b"AGE-SECRET-KEY" not in everything
    elsewhere = "[localStorage.length, sessionStorage.length, document.cookie, location.hash]"
    assert kept.evaluate(elsewhere) == [0, 0, "", ""]


def test_the_key_never_reaches_the_page(open_tab: OpenVaultPage) -> None:
    page = open_tab(
        before="""window.fromWorkers = []
        const RealWorker = Worker
        window.Worker = class extends RealWorker {
          constructor(...given) {
            super(...given)
            this.addEventListener('message', ({ data }) => fromWorkers.push(data))
          }
        }"""
    )
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    result(page, "lock()")
    result(page, "unlock(passphrase)", NEXT)
    said = page.evaluate(
        """JSON.stringify(fromWorkers, (_, value) =>
          value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value)"""
    )
    assert "age-encryption.org" in said
    assert "Ask Ana" in said
    assert "AGE-SECRET-KEY" not in said


def test_locking_stores_first_and_ends_the_worker(kept: Page) -> None:
    assert len(kept.workers) == 1
    update(kept, "(data) => ({ ...data, last: 1 })")
    result(kept, "lock()")
    assert state(kept) == "locked"
    expect_no_workers(kept)
    assert result(kept, "unlock(passphrase)", PASSPHRASE)["last"] == 1


def expect_no_workers(page: Page) -> None:
    for _ in range(500):  # on a busy machine the browser takes its time to end a worker that reckons
        if not page.workers:
            return
        page.wait_for_timeout(20)
    raise AssertionError("a worker is still there")


def test_a_wrong_passphrase_is_slowed_and_changes_nothing(kept: Page) -> None:
    result(kept, "lock()")
    before = records(kept)
    took = []
    for _ in range(3):
        started = kept.evaluate("performance.now()")
        assert outcome(kept, "unlock(passphrase)", WRONG) == {"kind": "wrong-passphrase"}
        took.append(kept.evaluate("performance.now()") - started)
    assert took[1] >= 500
    assert took[2] >= 1000
    assert state(kept) == "locked"
    assert records(kept) == before
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_a_damaged_key_and_a_damaged_record_are_told_as_such(kept: Page) -> None:
    result(kept, "lock()")
    whole = records(kept)
    record = bytearray(whole["2"])
    record[-100] ^= 1
    write_record(kept, "2", bytes(record))
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    assert records(kept)["2"] == record
    write_record(kept, "2", whole["2"])
    write_record(kept, "1", whole["1"][:100])
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    write_record(kept, "1", whole["1"])
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_a_store_of_a_newer_version_is_left_alone(kept: Page) -> None:
    result(kept, "lock()")
    before = records(kept)
    kept.evaluate(
        """() => new Promise((resolve) => {
          indexedDB.open('notes', 7).onsuccess = ({ target }) => resolve(target.result.close())
        })"""
    )
    kept.reload()
    kept.evaluate("opened")
    assert state(kept) == "locked"
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "newer-version"}
    assert outcome(kept, "keep(passphrase, data)", PASSPHRASE, {}) == {"kind": "newer-version"}
    assert records(kept) == before


def test_a_new_passphrase_comes_with_a_new_key(kept: Page) -> None:
    old = records(kept)
    assert outcome(kept, "changePassphrase(current, next)", WRONG, NEXT) == {"kind": "wrong-passphrase"}
    assert records(kept) == old
    update(kept, "(data) => ({ ...data, a: 1 })")
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    update(kept, "(data) => ({ ...data, b: 2 })")
    result(kept, "lock()")
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "wrong-passphrase"}
    assert result(kept, "unlock(passphrase)", NEXT) == DATA | {"a": 1, "b": 2}
    new = records(kept)
    result(kept, "lock()")
    write_record(kept, "1", old["1"])  # a copy of the old key, with the old passphrase, opens nothing new
    assert outcome(kept, "unlock(passphrase)", PASSPHRASE) == {"kind": "damaged"}
    write_record(kept, "1", new["1"])


def test_a_change_of_passphrase_that_cannot_be_stored_changes_nothing(kept: Page) -> None:
    kept.evaluate("void (window.realPut = IDBObjectStore.prototype.put)")
    kept.evaluate("void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'DataError') })")
    assert outcome(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT) == {"kind": "storage-full"}
    kept.evaluate("void (IDBObjectStore.prototype.put = realPut)")
    update(kept, "(data) => ({ ...data, a: 1 })")
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1}


def test_keeping_without_webassembly(open_tab: OpenVaultPage) -> None:
    page = open_tab(before="delete window.WebAssembly")
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA


# Two tabs


def test_two_tabs_lose_none_of_300_edits(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    write = """async (name) => {
      for (let i = 0; i < 150; i++) {
        vault.update((data) => ({ ...data, seen: [...(data.seen ?? []), name + i] }))
        if (i % 3 === 0) vault.flush()
        if (i % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      }
      await vault.flush()
    }"""
    kept.evaluate("name => { window.writing = (" + write + ")(name) }", "a")
    other.evaluate(write, "b")
    kept.evaluate("window.writing")
    result(other, "lock()")
    seen = result(other, "unlock(passphrase)", PASSPHRASE)["seen"]
    assert sorted(seen) == sorted([f"a{i}" for i in range(150)] + [f"b{i}" for i in range(150)])
    assert [name for name in seen if name[0] == "a"] == [f"a{i}" for i in range(150)]


def test_another_tab_is_told_and_keeps_its_own_edits(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    update(kept, "(data) => ({ ...data, here: 1 })")
    update(other, "(data) => ({ ...data, there: 1 })")
    result(kept, "flush()")
    result(other, "flush()")
    wait_for(kept, lambda: [DATA | {"here": 1, "there": 1}] in heard(kept, "change"))
    assert heard(other, "change")[-1] == [DATA | {"here": 1, "there": 1}]


def test_a_tab_with_nothing_kept_hears_when_another_keeps(page: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    wait_for(other, lambda: state(other) == "locked")
    before = records(page)
    assert outcome(other, "keep(passphrase, data)", NEXT, {}) == {"kind": "already-kept"}
    assert records(page) == before
    assert result(other, "unlock(passphrase)", PASSPHRASE) == DATA


def test_a_new_passphrase_locks_other_tabs_and_loses_no_edit(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    # A tab that hears nothing, as one that the system has frozen.
    frozen = open_tab(before="window.BroadcastChannel = class { addEventListener() {} postMessage() {} }")
    result(frozen, "unlock(passphrase)", PASSPHRASE)
    update(other, "(data) => ({ ...data, other: 1 })")
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    wait_for(other, lambda: state(other) == "locked")
    assert heard(other, "state")[-1] == ["locked", "passphrase-changed"]
    update(frozen, "(data) => ({ ...data, frozen: 1 })")
    assert outcome(frozen, "flush()") == {"kind": "passphrase-changed"}
    assert state(frozen) == "locked"
    assert result(frozen, "unlock(passphrase)", NEXT) == DATA | {"other": 1, "frozen": 1}
    result(frozen, "flush()")
    assert result(other, "unlock(passphrase)", NEXT) == DATA | {"other": 1, "frozen": 1}


def wait_for(page: Page, is_so: Callable[[], bool]) -> None:
    for _ in range(200):
        if is_so():
            return
        page.wait_for_timeout(25)
    assert is_so()


# Locks


def test_it_locks_after_five_minutes_without_use(open_tab: OpenVaultPage) -> None:
    page = open_tab(clock=True)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    page.clock.fast_forward(4 * MINUTE)
    page.keyboard.press("Tab")
    page.clock.fast_forward(4 * MINUTE)
    assert state(page) == "unlocked"
    page.clock.fast_forward(2 * MINUTE)
    wait_for(page, lambda: state(page) == "locked")
    expect_no_workers(page)


def test_the_idle_time_can_be_chosen(open_tab: OpenVaultPage) -> None:
    page = open_tab(clock=True)
    page.evaluate("vault.setIdle(1)")
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    page.clock.fast_forward(61_000)
    wait_for(page, lambda: state(page) == "locked")
    result(page, "unlock(passphrase)", PASSPHRASE)
    refused = "(() => { try { vault.setIdle(600) } catch (error) { return error.message } })()"
    assert page.evaluate(refused) == "idle: one of 1,5,15 minutes"


def test_a_touch_after_a_long_sleep_of_the_device_locks(open_tab: OpenVaultPage) -> None:
    page = open_tab(clock=True)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    page.clock.set_system_time(page.evaluate("Date.now()") + 60 * MINUTE)  # no timer runs
    page.keyboard.press("Tab")
    wait_for(page, lambda: state(page) == "locked")


def test_it_locks_when_out_of_sight_for_a_minute(open_tab: OpenVaultPage) -> None:
    page = open_tab(clock=True)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    update(page, "(data) => ({ ...data, hidden: 1 })")
    show(page, hidden=True)
    wait_for(page, lambda: heard(page, "stored")[-1] == [True])  # stored at once, not after a while
    page.clock.fast_forward(50_000)
    show(page, hidden=False)
    page.clock.fast_forward(50_000)
    assert state(page) == "unlocked"
    show(page, hidden=True)
    page.clock.fast_forward(61_000)
    wait_for(page, lambda: state(page) == "locked")


def show(page: Page, *, hidden: bool) -> None:
    page.evaluate(
        """(hidden) => {
          Object.defineProperty(document, 'hidden', { configurable: true, value: hidden })
          document.dispatchEvent(new Event('visibilitychange'))
        }""",
        hidden,
    )


def test_leaving_drops_everything_at_once(kept: Page) -> None:
    update(kept, "(data) => ({ ...data, unsaved: 1 })")
    told = len(kept.evaluate("heard"))
    kept.evaluate("document.dispatchEvent(new Event('guide:leave'))")
    assert state(kept) == "locked"
    expect_no_workers(kept)
    kept.wait_for_timeout(600)
    assert len(kept.evaluate("heard")) == told  # nothing is told to a page that is blank
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_leaving_while_it_unlocks_leaves_it_locked(kept: Page) -> None:
    result(kept, "lock()")
    came = kept.evaluate(
        """async (passphrase) => {
          const unlocking = outcome(vault.unlock(passphrase))
          await new Promise((resolve) => setTimeout(resolve, 100))
          document.dispatchEvent(new Event('guide:leave'))
          return unlocking
        }""",
        PASSPHRASE,
    )
    assert came == {"kind": "not-unlocked"}
    assert state(kept) == "locked"
    expect_no_workers(kept)


# Storage that fails


def test_a_full_disk_keeps_the_edits_and_offers_the_export(page: Page, context: BrowserContext) -> None:
    devtools = context.new_cdp_session(page)
    quota = {"origin": page.evaluate("origin"), "quotaSize": 1_000_000}
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    before = records(page)
    update(page, "(data) => ({ ...data, long: 'x'.repeat(2000000) })")
    assert outcome(page, "flush()") == {"kind": "storage-full"}
    assert state(page) == "unlocked"
    assert heard(page, "stored")[-1] == [False]
    assert records(page) == before
    assert export(page, PASSPHRASE, DATA).startswith(b"age-encryption.org/v1\n")
    devtools.send("Storage.overrideQuotaForOrigin", quota | {"quotaSize": 1_000_000_000})
    wait_for(page, lambda: outcome(page, "flush()") == {"result": None})
    assert heard(page, "stored")[-1] == [True]
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA | {"long": "x" * 2_000_000}


def test_a_save_in_the_background_that_fails_is_told(kept: Page) -> None:
    kept.evaluate("void (IDBObjectStore.prototype.put = () => { throw new DOMException('', 'DataError') })")
    update(kept, "(data) => ({ ...data, a: 1 })")
    wait_for(kept, lambda: ["unlocked", "storage-full"] in heard(kept, "state"))
    assert heard(kept, "stored")[-1] == [False]


def test_keeping_on_a_full_disk_leaves_no_database(open_tab: OpenVaultPage) -> None:
    page = open_tab(
        before="IDBObjectStore.prototype.put = () => { throw new DOMException('', 'QuotaExceededError') }"
    )
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "storage-full"}
    assert state(page) == "off"
    assert databases(page) == []


@pytest.mark.parametrize("error", ["SecurityError", "InvalidStateError", "UnknownError"])
def test_blocked_storage_is_told_and_the_export_works(open_tab: OpenVaultPage, error: str) -> None:
    page = open_tab(
        before=f"""IDBFactory.prototype.open = () => {{ throw new DOMException('', '{error}') }}
        IDBFactory.prototype.databases = () => Promise.reject(new DOMException('', '{error}'))"""
    )
    assert state(page) == "off"
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "storage-blocked"}
    assert export(page, PASSPHRASE, DATA).startswith(b"age-encryption.org/v1\n")


def test_storage_deleted_while_open_is_told(kept: Page) -> None:
    kept.evaluate(
        "new Promise((done) => { indexedDB.deleteDatabase('notes').onsuccess = done }).then(() => null)"
    )
    update(kept, "(data) => ({ ...data, a: 1 })")
    assert outcome(kept, "flush()") == {"kind": "storage-gone"}
    assert state(kept) == "off"
    assert heard(kept, "state")[-1] == ["off", "storage-gone"]
    assert databases(kept) == []
    result(kept, "keep(passphrase, data)", NEXT, DATA)
    assert state(kept) == "unlocked"


def test_a_browser_that_cannot_list_databases_looks_without_making_one(open_tab: OpenVaultPage) -> None:
    page = open_tab(
        before="window.list = indexedDB.databases.bind(indexedDB); IDBFactory.prototype.databases = undefined"
    )
    assert state(page) == "off"
    assert page.evaluate("list()") == []
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA


def test_no_worker_is_told_and_tried_again(page: Page, vault_seen: Seen) -> None:
    page.route("**/assets/vault.js", lambda route: route.abort())
    assert outcome(page, "keep(passphrase, data)", PASSPHRASE, DATA) == {"kind": "no-worker"}
    assert state(page) == "off"
    page.unroute("**/assets/vault.js")
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    vault_seen.errors.clear()


def test_once_loaded_it_needs_no_network(kept: Page, context: BrowserContext) -> None:
    context.set_offline(True)
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


# Delete everything


def test_wiping_without_help_of_the_host(kept: Page, open_tab: OpenVaultPage, vault_seen: Seen) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    assert result(kept, "wipe()") == {"storage": True, "server": False}
    assert state(kept) == "off"
    assert databases(kept) == []
    wait_for(other, lambda: state(other) == "off")
    update(other, "(data) => ({ ...data, a: 1 })")
    assert outcome(other, "flush()") == {"kind": "not-unlocked"}
    assert databases(other) == []
    vault_seen.errors.clear()  # the browser's own line on the missing address


@pytest.mark.parametrize(
    ("headers", "cleared"),
    [
        ({"Clear-Site-Data": '"cache", "cookies", "storage"'}, True),
        ({"Clear-Site-Data": '"cache"'}, False),
        ({"Content-Type": "text/html"}, False),  # a host that answers every address with some page
    ],
)
def test_wiping_with_a_host(
    kept: Page, vault_site: VaultSite, headers: dict[str, str], cleared: bool
) -> None:
    vault_site.wipe_headers = headers
    try:
        assert result(kept, "wipe()") == {"storage": True, "server": cleared}
    finally:
        vault_site.wipe_headers = None
    assert databases(kept) == []


def test_wiping_offline_asks_nobody(kept: Page, context: BrowserContext, vault_site: VaultSite) -> None:
    vault_site.wipe_requests.clear()
    context.set_offline(True)
    assert result(kept, "wipe()") == {"storage": True, "server": False}
    assert vault_site.wipe_requests == []


# Files


def test_an_export_opens_with_the_stock_program(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "notes.age"
    file.write_bytes(export(page, PASSPHRASE, DATA))
    run_age(["-d", "-o", str(tmp_path / "opened"), str(file)], PASSPHRASE)
    opened = (tmp_path / "opened").read_bytes()
    assert json.loads(opened) == DATA
    assert len(opened) == 4096
    assert state(page) == "off"
    expect_no_workers(page)


def test_an_export_opens_with_pyrage(page: Page) -> None:
    assert json.loads(pyrage.passphrase.decrypt(export(page, PASSPHRASE, DATA), PASSPHRASE)) == DATA


def test_a_file_of_the_stock_program_is_imported(page: Page, tmp_path: Path) -> None:
    (tmp_path / "plain").write_text(json.dumps(DATA, indent=2), encoding="utf-8")
    for options in (["-p"], ["-p", "-a"]):
        made = tmp_path / f"made{len(options)}"
        run_age([*options, "-o", str(made), str(tmp_path / "plain")], PASSPHRASE)
        assert import_file(page, made.read_bytes(), PASSPHRASE) == {"result": DATA}


def test_a_file_of_pyrage_is_imported(page: Page) -> None:
    made = pyrage.passphrase.encrypt(json.dumps(DATA).encode(), PASSPHRASE)
    assert import_file(page, made, PASSPHRASE) == {"result": DATA}


def test_the_store_opens_with_the_stock_program(kept: Page, tmp_path: Path) -> None:
    for key, record in records(kept).items():
        (tmp_path / key).write_bytes(record)
    run_age(
        ["-d", "-i", str(tmp_path / "1"), "-o", str(tmp_path / "opened"), str(tmp_path / "2")], PASSPHRASE
    )
    assert json.loads((tmp_path / "opened").read_bytes()) == DATA
    with pytest.raises(subprocess.CalledProcessError):
        run_age(["-d", "-i", str(tmp_path / "1"), "-o", str(tmp_path / "no"), str(tmp_path / "2")], WRONG)


def test_files_that_cannot_be_imported_change_nothing(kept: Page, tmp_path: Path) -> None:
    before = records(kept)
    file = export(kept, PASSPHRASE, DATA)
    assert import_file(kept, b"", PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, bytes(range(256)) * 20, PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, json.dumps(DATA).encode(), PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, file[:4096], PASSPHRASE) == {"kind": "damaged"}
    assert import_file(kept, file[:-1] + bytes([file[-1] ^ 1]), PASSPHRASE) == {"kind": "damaged"}
    assert import_file(kept, file.replace(b" 17\n", b" 21\n", 1), PASSPHRASE) == {"kind": "too-large"}
    assert import_file(kept, file.replace(b"/v1\n", b"/v2\n", 1), PASSPHRASE) == {"kind": "newer-version"}
    (tmp_path / "plain").write_text("hello")
    run_age(["-p", "-o", str(tmp_path / "not-json"), str(tmp_path / "plain")], PASSPHRASE)
    assert import_file(kept, (tmp_path / "not-json").read_bytes(), PASSPHRASE) == {"kind": "not-our-file"}
    assert import_file(kept, file, WRONG) == {"kind": "wrong-passphrase"}
    huge = "outcome(vault.importFile(new Blob([new ArrayBuffer(2 ** 24), 'x']), 'x'))"
    assert kept.evaluate(huge) == {"kind": "too-large"}
    assert records(kept) == before
    assert state(kept) == "unlocked"
    assert heard(kept, "state") == [["off", None], ["unlocked", None]]


def test_more_than_it_can_hold_is_refused_and_what_is_stored_stays(kept: Page) -> None:
    before = records(kept)
    update(kept, "(data) => ({ ...data, long: 'x'.repeat(9000000) })")
    assert outcome(kept, "flush()") == {"kind": "too-large"}
    assert records(kept) == before
    update(kept, "({ long, ...data }) => data")
    result(kept, "flush()")


# Passphrases


def test_five_words_are_offered_and_accepted(page: Page) -> None:
    offered = page.evaluate("passphrases.generate()")
    assert len(offered.split(" ")) == 5
    assert offered != page.evaluate("passphrases.generate()")
    assert page.evaluate("(text) => passphrases.judge(text)", offered) == {"ok": True, "reason": None}
    assert page.evaluate("passphrases.judge('Summer2024!')") == {"ok": False, "reason": "short"}
    assert (
        page.evaluate("passphrases.judge('Wolverhampton Biscuit', ['wolverhampton', 'biscuit'])")["ok"]
        is False
    )
    expect_no_workers(page)
    expect(page.locator("html")).to_have_attribute("data-vault", "off")
