"""Several tabs with one vault: no edit is lost, and each hears of the others."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.vault_support import (
    DATA,
    NEXT,
    PASSPHRASE,
    heard,
    outcome,
    records,
    result,
    state,
    update,
    wait_for,
)

OpenVaultPage = Callable[..., Page]


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
    wait_for(other, lambda: [DATA | {"here": 1, "there": 1}] in heard(other, "change"))


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
    wait_for(frozen, lambda: heard(frozen, "outcome") == [["waits"]])
    assert result(frozen, "unlock(passphrase)", NEXT) == DATA | {"other": 1}
    assert result(frozen, "hasOlder()") is True
    assert outcome(frozen, "openOlder(passphrase)", NEXT) == {"kind": "wrong-passphrase"}
    result(frozen, "openOlder(passphrase)", PASSPHRASE)
    assert result(frozen, "hasOlder()") is False
    assert heard(frozen, "change")[-1] == [DATA | {"other": 1, "frozen": 1}]
    result(frozen, "flush()")
    assert result(other, "unlock(passphrase)", NEXT) == DATA | {"other": 1, "frozen": 1}


NO_TURNS = "Object.defineProperty(navigator, 'locks', { value: undefined }); delete window.BroadcastChannel"
HOLD_BEFORE_STORING = """() => {
  const list = indexedDB.databases.bind(indexedDB)
  const held = new Promise((resolve) => (window.letGo = resolve))
  let asked = 0
  indexedDB.databases = async () => {
    asked += 1 // first to read what is there, then to store on top of it
    window.isHeld = asked > 1
    if (window.isHeld) await held
    return list()
  }
}"""


def test_without_turns_no_tab_takes_away_what_another_stored_meanwhile(
    kept: Page, open_tab: OpenVaultPage
) -> None:
    held = open_tab(before=NO_TURNS)
    result(held, "unlock(passphrase)", PASSPHRASE)
    held.evaluate(HOLD_BEFORE_STORING)
    update(held, "(data) => ({ ...data, here: 1 })")
    held.evaluate("void (window.flushed = outcome(vault.flush()))")
    wait_for(held, lambda: held.evaluate("window.isHeld ?? false"))
    update(kept, "(data) => ({ ...data, there: 1 })")
    result(kept, "flush()")
    held.evaluate("letGo()")
    assert held.evaluate("window.flushed") == {"result": None}
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA | {"here": 1, "there": 1}
