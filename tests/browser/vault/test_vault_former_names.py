"""An organisation can call its storage something else: what was kept is found, opened, and moved whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright

from tests.browser.attachments_support import add_file, expect_whole
from tests.browser.lines_support import CASES_WITH_LINES, add_lines, flat, line, read_lines
from tests.browser.support import Seen, databases
from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    RealChromium,
    VaultSite,
    outcome,
    result,
    state,
    take_note_of_loss,
    update,
)

Open = Callable[..., Page]
FORMER, OWN = "notes:/", "memo:/"
WORDS = [f"word {number}" for number in range(1, 41)]
LINES = [[number, line(number, word)] for number, word in enumerate(WORDS, 1)]
LARGE = 2_500_000  # bytes: three values


@pytest.fixture(scope="module", autouse=True)
def memo(vault_site: VaultSite) -> Iterator[None]:
    """The same guide at the same address, after its organisation has named its storage `memo`."""
    page = (vault_site.folder / "index.html").read_text("utf-8")
    page = page.replace("<html ", '<html data-storage="memo" data-stored="paper" ')
    (vault_site.folder / "memo.html").write_text(page, "utf-8")
    yield
    (vault_site.folder / "memo.html").unlink()


@pytest.fixture
def open_memo(context: BrowserContext, vault_site: VaultSite) -> Open:
    def open_memo(before: str = "") -> Page:
        page = context.new_page()
        if before:
            page.add_init_script(before)
        page.goto(f"{vault_site.address}memo.html")
        page.evaluate("opened")
        return page

    return open_memo


@pytest.fixture
def files(kept: Page) -> list[dict[str, Any]]:
    """What is kept under the former name: a plan, a log of parts and a tail, and two files."""
    add_lines(kept, WORDS, at_once=13)
    return [add_file(kept, LARGE, 1), add_file(kept, 1_000, 2)]


def expect_all(page: Page, files: list[dict[str, Any]], data: Any = DATA, more: list[Any] = []) -> None:  # noqa: B006
    found = read_lines(page)
    assert (found["problems"], flat(found)) == ([], [*LINES, *more])
    assert result(page, "lines.check()")["problems"] == []
    for added in files:
        expect_whole(page, added)
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == data


def test_all_that_was_kept_is_offered_and_moved_and_the_former_name_is_gone(
    kept: Page, files: list[dict[str, Any]], open_memo: Open
) -> None:
    kept.close()
    page = open_memo()
    assert state(page) == "locked"
    assert outcome(page, "unlock(passphrase)", "not the passphrase") == {"kind": "wrong-passphrase"}
    assert databases(page) == [FORMER]
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA
    assert databases(page) == [OWN]
    expect_all(page, files)
    add_lines(page, ["later"])
    page.close()
    again = open_memo()
    assert result(again, "unlock(passphrase)", PASSPHRASE) == DATA
    expect_all(again, files, more=[[41, line(41, "later")]])


FAIL_AFTER = """
  window.left = Infinity
  for (const [kind, names] of [[IDBFactory, ['open', 'deleteDatabase']],
    [IDBObjectStore, ['get', 'put', 'delete', 'clear', 'getAllKeys']]]) {
    for (const name of names) {
      const work = kind.prototype[name]
      kind.prototype[name] = function (...given) {
        const isLate = window.left-- <= 0
        if (isLate && this.transaction?.mode !== 'versionchange') throw new DOMException('', 'UnknownError')
        const request = work.apply(this, given)
        if (isLate) this.transaction.abort()
        return request
      }
    }
  }"""
BY_HAND = """async ([from, to]) => {
  const ended = (request) => new Promise((resolve, reject) => {
    request.onsuccess = request.oncomplete = () => resolve(request.result)
    request.onerror = request.onabort = () => reject(request.error)
  })
  await ended(indexedDB.deleteDatabase(to))
  const source = await ended(indexedDB.open(from))
  const opening = indexedDB.open(to, 3)
  opening.onupgradeneeded = () => {
    for (const name of source.objectStoreNames) opening.result.createObjectStore(name)
  }
  const target = await ended(opening)
  for (const name of source.objectStoreNames) {
    const store = source.transaction(name).objectStore(name)
    const [keys, values] = await Promise.all([ended(store.getAllKeys()), ended(store.getAll())])
    const writing = target.transaction(name, 'readwrite')
    keys.forEach((key, i) => writing.objectStore(name).put(values[i], key))
    await ended(writing)
  }
  source.close()
  target.close()
}"""
"""Copy a database past the vault; nobody has it open."""
DELETE = "(name) => new Promise((resolve) => (indexedDB.deleteDatabase(name).onsuccess = () => resolve()))"


@pytest.mark.parametrize("first", [5, *(pytest.param(step, marks=pytest.mark.long) for step in (16, 27, 38))])
def test_storage_that_fails_at_any_step_of_the_move_loses_nothing(
    kept: Page, open_memo: Open, vault_seen: Seen, first: int
) -> None:
    """After so many requests of the unlocking, none that the page makes of its storage works any more.

    All four together try each eleventh request.
    """
    add_lines(kept, WORDS, at_once=40)
    files = [add_file(kept, 1_000, 2)]
    kept.evaluate("vault.lock()")
    kept.evaluate(BY_HAND, [FORMER, "kept aside"])
    kept.goto("about:blank")
    helper = open_memo()
    for steps in count(first, 44):
        helper.evaluate(BY_HAND, ["kept aside", FORMER])
        page = open_memo(before=FAIL_AFTER)
        page.evaluate("(steps) => { window.left = steps }", steps)
        came = outcome(page, "unlock(passphrase)", PASSPHRASE)
        is_whole = page.evaluate("window.left") >= 0
        page.close()
        again = open_memo()
        assert state(again) == "locked", steps
        assert result(again, "unlock(passphrase)", PASSPHRASE) == DATA, (steps, came)
        assert databases(again) == ["kept aside", OWN], (steps, came)
        expect_all(again, files)
        again.evaluate(DELETE, OWN)
        again.close()
        if is_whole:
            break
    assert 60 < steps < 300


def test_without_room_it_is_used_where_it_is_and_moved_by_a_tab_that_can(
    kept: Page, files: list[dict[str, Any]], open_memo: Open
) -> None:
    kept.close()
    page = open_memo(
        before="""const put = IDBObjectStore.prototype.put
          IDBObjectStore.prototype.put = function (...given) {
            const isOfCopy = this.transaction.db.name === 'memo:/' && given[0].length > 1
            if (isOfCopy && !window.hasRoom) throw new DOMException('', 'QuotaExceededError')
            return put.apply(this, given)
          }"""
    )
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA
    update(page, "(data) => ({ ...data, a: 1 })")
    result(page, "flush()")
    add_lines(page, ["there"])
    files.append(add_file(page, 2_000, 3))
    expect_all(page, files, DATA | {"a": 1}, [[41, line(41, "there")]])
    assert FORMER in databases(page)
    other = open_memo()
    assert result(other, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1}
    assert databases(other) == [OWN]
    # The first tab goes on where it now lies.
    page.evaluate("window.hasRoom = true")
    update(page, "(data) => ({ ...data, b: 1 })")
    assert outcome(page, "flush()") == {"result": None}
    assert read_lines(page)["count"] == 41
    expect_whole(page, files[0])
    result(other, "lock()")
    assert result(other, "unlock(passphrase)", PASSPHRASE) == DATA | {"a": 1, "b": 1}


def test_a_tab_with_older_scripts_stores_what_it_has_and_changes_nothing_after_the_move(
    page: Page, context: BrowserContext, vault_site: VaultSite, open_memo: Open
) -> None:
    script = (CASES_WITH_LINES / "page.txt").read_text("utf-8")
    older = context.new_page()
    older.route("**/page.js", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    older.goto(vault_site.address)
    older.evaluate("opened")
    result(older, "keep(passphrase, data)", PASSPHRASE, DATA)
    add_lines(older, ["one"])
    update(older, "(data) => ({ ...data, late: 1 })")  # 0.4 s before it is stored
    new = open_memo()
    result(new, "unlock(passphrase)", PASSPHRASE)
    result(new, "lock()")
    assert result(new, "unlock(passphrase)", PASSPHRASE) == DATA | {"late": 1}
    assert databases(new) == [OWN, FORMER]  # empty: without it, that tab would begin a new one
    update(older, "(data) => ({ ...data, lost: 1 })")
    assert outcome(older, "flush()") == {"kind": "newer-version"}
    assert outcome(older, "lines.add(makes)", []) in ({"kind": "newer-version"}, {"result": []})
    older.close()
    again = open_memo()
    assert result(again, "unlock(passphrase)", PASSPHRASE) == DATA | {"late": 1}
    assert flat(read_lines(again)) == [[1, line(1, "one")]]
    assert databases(again) == [OWN]


def test_two_tabs_that_move_at_once_both_go_on(
    kept: Page, files: list[dict[str, Any]], open_memo: Open
) -> None:
    kept.close()
    pages = [open_memo(), open_memo()]
    for page in pages:
        page.evaluate("(passphrase) => { window.coming = outcome(vault.unlock(passphrase)) }", PASSPHRASE)
    assert [page.evaluate("coming") for page in pages] == [{"result": DATA}] * 2
    for page, letter in zip(pages, "ab", strict=True):
        update(page, f"(data) => ({{ ...data, {letter}: 1 }})")
        result(page, "flush()")
    add_lines(pages[1], ["last"])
    assert databases(pages[0]) == [OWN]
    expect_all(pages[0], files, DATA | {"a": 1, "b": 1}, [[41, line(41, "last")]])


def test_deleting_everything_takes_what_lies_under_a_former_name(
    kept: Page, open_memo: Open, vault_seen: Seen
) -> None:
    kept.close()
    page = open_memo()
    saved = page.evaluate("files.asStored().then(({ file, lost }) => [file.size > 1000, lost])")
    assert saved == [True, 0]
    assert result(page, "wipe()") == {"storage": True, "server": False}
    assert databases(page) == []
    assert state(page) == "off"
    result(page, "keep(passphrase, data)", NEXT, {"new": 1})
    assert databases(page) == [OWN]
    vault_seen.errors.clear()


AT = """(moment) => {
  const tell = () => { tellMoment(); }
  const [kind, name, of, whenever] = moment
  const work = self[kind].prototype[name]
  self[kind].prototype[name] = function (...given) {
    const at = this.transaction ? this.transaction.db.name + this.name : String(given[0])
    if (at === of && --moment[3] === 0) tellMoment()
    return work.apply(this, given)
  }
}"""
MOMENTS = {
    "while it is copied": ["IDBObjectStore", "put", "memo:/files", 2],
    "while the former place is let go of": ["IDBObjectStore", "delete", "notes:/records", 1],
    "while the copy begins to count": ["IDBObjectStore", "delete", "memo:/records", 1],
    "while the former database is deleted": ["IDBFactory", "deleteDatabase", "notes:/", 1],
}
DECIDES = "while the former place is let go of"
"""From then on the copy counts. `make test` kills the browser there, and `make test-all` at every moment."""


@pytest.mark.parametrize(
    "moment", [DECIDES, *(pytest.param(name, marks=pytest.mark.long) for name in MOMENTS if name != DECIDES)]
)
def test_a_browser_that_is_killed_in_the_middle_of_the_move_loses_nothing(
    playwright: Playwright, chromium_path: str, vault_site: VaultSite, tmp_path: Path, moment: str
) -> None:
    browser = RealChromium(playwright, chromium_path, tmp_path)
    page = browser.open(vault_site.address)
    page.evaluate("opened")
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    add_lines(page, WORDS, at_once=40)
    added = add_file(page, LARGE, 1)
    page.goto(f"{vault_site.address}memo.html")
    page.evaluate("opened")
    page.expose_function("tellMoment", browser.kill)
    page.evaluate(AT, MOMENTS[moment])
    page.evaluate("(passphrase) => { vault.unlock(passphrase) }", PASSPHRASE)
    browser.wait_until_killed(page)
    if take_note_of_loss(tmp_path):
        return
    browser = RealChromium(playwright, chromium_path, tmp_path)
    page = browser.open(f"{vault_site.address}memo.html")
    page.evaluate("opened")
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA
    expect_all(page, [added])
    assert databases(page) == [OWN]
    browser.close()


DELETED_MEANWHILE = """
  const open = IDBFactory.prototype.open
  IDBFactory.prototype.open = function (...given) {
    if (given[0] === 'memo:/' && !window.isDeleted) {
      window.isDeleted = true
      for (const name of ['notes:/', 'memo:/']) indexedDB.deleteDatabase(name)
    }
    return open.apply(this, given)
  }"""
"""Another tab deletes everything when this one has read the records and is about to copy them."""


def test_what_is_deleted_during_a_move_does_not_come_back(kept: Page, open_memo: Open) -> None:
    kept.close()
    page = open_memo(before=DELETED_MEANWHILE)
    assert state(page) == "locked"
    outcome(page, "unlock(passphrase)", PASSPHRASE)
    assert page.evaluate("isDeleted")
    assert databases(page) == []
    assert state(open_memo()) == "off"
