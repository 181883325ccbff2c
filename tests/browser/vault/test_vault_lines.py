"""Lines that are only ever added: numbered without a hole, read the newest first, stored in small values."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.lines_support import (
    add_lines,
    change_stored,
    fingerprint,
    flat,
    keys_of,
    line,
    read_lines,
    stored,
)
from tests.browser.support import Seen, databases
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


def expected(count: int) -> list[list[Any]]:
    return [[number, line(number, f"word {number}")] for number in range(1, count + 1)]


def words(first: int, last: int) -> list[str]:
    return [f"word {number}" for number in range(first, last + 1)]


def test_lines_are_numbered_from_one_and_read_the_newest_first(kept: Page) -> None:
    rows = add_lines(kept, ["one", "two", "three"])
    assert [(row["seq"], row["line"]) for row in rows] == [
        (1, line(1, "one")),
        (2, line(2, "two")),
        (3, line(3, "three")),
    ]
    assert read_lines(kept) == {
        "count": 3,
        "start": result(kept, "lines.check()")["start"],
        "problems": [],
        "slices": [[[3, line(3, "three")], [2, line(2, "two")], [1, line(1, "one")]]],
    }


def test_hundreds_of_lines_come_back_as_they_were_written(kept: Page) -> None:
    add_lines(kept, words(1, 150))
    add_lines(kept, words(151, 399), at_once=100)
    add_lines(kept, words(400, 400))
    found = read_lines(kept)
    assert flat(found) == expected(400)
    assert (found["count"], found["problems"]) == (400, [])
    checked = result(kept, "lines.check()")
    assert (checked["count"], checked["problems"]) == (400, [])
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA
    assert flat(read_lines(kept)) == expected(400)
    assert result(kept, "lines.check()") == checked


def test_lines_that_were_in_memory_are_kept_with_the_first_keeping(page: Page, vault_seen: Seen) -> None:
    for count in (3, 100):
        texts = [line(number, f"word {number}") for number in range(1, count + 1)]
        result(page, "keep(passphrase, data, lines)", PASSPHRASE, DATA, texts)
        assert flat(read_lines(page)) == expected(count)
        add_lines(page, words(count + 1, count + 1))
        assert flat(read_lines(page)) == expected(count + 1)
        assert result(page, "lines.check()")["problems"] == []
        page.evaluate("vault.wipe()")
        vault_seen.errors.clear()  # the browser's own line on `wipe`, which this host does not know


NOTE_VALUES = """
  window.values = []
  for (const verb of ['put', 'add']) {
    const work = IDBObjectStore.prototype[verb]
    IDBObjectStore.prototype[verb] = function (value, key) {
      const { constructor, byteLength, buffer } = value
      window.values.push([this.name, constructor.name, byteLength, buffer?.byteLength])
      return work.call(this, value, key)
    }
  }
  window.writes = []
  const begin = IDBDatabase.prototype.transaction
  IDBDatabase.prototype.transaction = function (stores, mode, options) {
    if (mode === 'readwrite') window.writes.push(options?.durability)
    return begin.call(this, stores, mode, options)
  }"""


def test_every_value_is_bytes_below_64_kib_and_every_write_waits_for_the_disk(
    open_tab: OpenVaultPage,
) -> None:
    """B1.5, B2.16.

    Of each larger value Chromium makes a file: a diary for whoever reads the profile, and easily lost.
    """
    page = open_tab(before=NOTE_VALUES)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    long = "x" * (48 * 1024 - 40)
    add_lines(page, [*words(1, 40), long, *words(42, 80), long])
    add_lines(page, [*words(82, 600), long, *words(602, 700)], at_once=900)
    result(page, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    wait_for(page, lambda: "3" not in records(page))
    values = page.evaluate("values")
    lines = [value for value in values if value[0] != "records"]
    assert len(lines) > 80
    assert {place for place, *_ in values} == {"records", "tail", "parts"}
    assert {kind for _, kind, _, _ in values} == {"Uint8Array"}
    assert all(size == held < 65_536 for *_, size, held in lines)
    assert max(size for *_, size, _ in lines) > 60_000
    overhead = {size % 1024 for place, *_, size, _ in lines if place == "tail"}
    assert len(overhead) == 1  # what age adds, whatever the line
    assert {size % 4096 for place, *_, size, _ in lines if place == "parts"} <= overhead
    assert set(page.evaluate("writes")) == {"strict"}


def test_a_line_that_is_too_long_is_told_and_nothing_is_stored(kept: Page) -> None:
    assert outcome(kept, "lines.add(makes)", []) == {"result": []}
    came = kept.evaluate("outcome(vault.lines.add([() => 'x'.repeat(48 * 1024 + 1)]))")
    assert came == {"kind": "too-large"}
    assert keys_of(kept, "tail") == []
    assert state(kept) == "unlocked"


def test_without_a_key_there_are_no_lines(page: Page) -> None:
    for call in ("vault.lines.add([() => 'a'])", "vault.lines.read(() => {})", "vault.lines.check()"):
        assert page.evaluate(f"outcome({call})") == {"kind": "not-unlocked"}


def test_two_tabs_add_300_lines_without_a_hole(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    write = """async (name) => {
      for (let i = 0; i < 150; i++)
        await vault.lines.add([({ seq }) => JSON.stringify({ v: 1, seq, word: name + i })])
    }"""
    kept.evaluate("name => { window.writing = (" + write + ")(name) }", "a")
    other.evaluate(write, "b")
    kept.evaluate("window.writing")
    found = read_lines(kept)
    assert [number for number, _ in flat(found)] == [*range(1, 301)]
    for name in "ab":
        own = [text for _, text in flat(found) if f'"{name}' in text]
        assert [text.split('"')[-2] for text in own] == [f"{name}{i}" for i in range(150)]
    assert found["problems"] == []
    assert result(other, "lines.check()")["problems"] == []


def test_without_turns_two_tabs_still_share_no_number(open_tab: OpenVaultPage) -> None:
    no_turns = "Object.defineProperty(navigator, 'locks', { value: undefined })"
    tabs = [open_tab(before=no_turns), open_tab(before=no_turns)]
    result(tabs[0], "keep(passphrase, data)", PASSPHRASE, DATA)
    wait_for(tabs[1], lambda: state(tabs[1]) == "locked")
    result(tabs[1], "unlock(passphrase)", PASSPHRASE)
    for tab in tabs:
        tab.evaluate(
            """() => {
              const one = ({ seq }) => JSON.stringify({ seq })
              window.writing = (async () => { for (let i = 0; i < 40; i++) await vault.lines.add([one]) })()
            }"""
        )
    for tab in tabs:
        tab.evaluate("window.writing")
    assert flat(read_lines(tabs[0])) == [[number, f'{{"seq":{number}}}'] for number in range(1, 81)]
    assert result(tabs[1], "lines.check()")["problems"] == []


def test_another_tab_hears_of_new_lines_and_reads_only_those(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    locked = open_tab()
    result(other, "unlock(passphrase)", PASSPHRASE)
    add_lines(kept, words(1, 2))
    wait_for(other, lambda: bool(heard(other, "lines")))
    assert flat(read_lines(other, {"after": 1})) == expected(2)[1:]
    assert heard(locked, "lines") == []
    assert heard(kept, "lines") == []


def test_deleting_everything_deletes_the_lines(kept: Page, vault_seen: Seen) -> None:
    add_lines(kept, words(1, 40))
    assert result(kept, "wipe()")["storage"] is True
    assert databases(kept) == []
    assert kept.evaluate("outcome(vault.lines.read(() => {}))") == {"kind": "not-unlocked"}
    result(kept, "keep(passphrase, data)", NEXT, DATA)
    assert read_lines(kept) == {"count": 0, "start": None, "problems": [], "slices": []}
    vault_seen.errors.clear()  # the browser's own line on `wipe`, which this host does not know


# A new passphrase


def test_a_new_passphrase_seals_every_line_anew(kept: Page, open_tab: OpenVaultPage) -> None:
    add_lines(kept, words(1, 75))
    before = {file.value for file in stored(kept)}
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    add_lines(kept, words(76, 76))  # meanwhile
    wait_for(kept, lambda: "3" not in records(kept))
    assert before & {file.value for file in stored(kept)} == set()
    other = open_tab()
    result(other, "unlock(passphrase)", NEXT)
    assert flat(read_lines(other)) == expected(76)
    assert result(other, "lines.check()")["problems"] == []


HOLD_REPLACING = """
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...given) {
    if (this.name !== 'records' && !window.mayReplace) throw new DOMException('', 'UnknownError')
    return put.apply(this, given)
  }"""


def test_lines_are_read_and_added_while_they_are_sealed_anew_and_after_two_changes(
    open_tab: OpenVaultPage,
) -> None:
    """The first change stops at once; the second finds lines under the first key still."""
    page = open_tab(before=HOLD_REPLACING)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    add_lines(page, words(1, 40))
    result(page, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    add_lines(page, words(41, 41))
    assert flat(read_lines(page)) == expected(41)
    result(page, "changePassphrase(current, next)", NEXT, "third " + NEXT)
    add_lines(page, words(42, 42))
    assert flat(read_lines(page)) == expected(42)
    assert "3" in records(page)
    page.close()
    page = open_tab()
    result(page, "unlock(passphrase)", "third " + NEXT)
    wait_for(page, lambda: "3" not in records(page))
    assert flat(read_lines(page)) == expected(42)
    assert result(page, "lines.check()")["problems"] == []


# What is damaged


def test_what_is_damaged_is_named_and_the_rest_opens(kept: Page, open_tab: OpenVaultPage) -> None:
    """B2.21: in a browser's own storage."""
    add_lines(kept, words(1, 40))
    add_lines(kept, words(41, 700), at_once=330)
    add_lines(kept, words(701, 705))
    parts, tail = keys_of(kept, "parts"), keys_of(kept, "tail")
    assert (len(parts), tail) == (1, [*range(701, 706)])
    values = {file.key: file.value for file in stored(kept)}
    head = result(kept, "lines.check()")["head"]
    cut, flipped = values[703][:-1], bytearray(values[704])
    flipped[-1] ^= 1
    for key, value in ((703, cut), (704, bytes(flipped)), (702, None)):
        change_stored(kept, "tail", key, value)
    update(kept, "(data) => ({ ...data, more: 1 })")
    result(kept, "flush()")
    page = open_tab()
    assert result(page, "unlock(passphrase)", PASSPHRASE) == DATA | {"more": 1}
    found = read_lines(page)
    assert found["problems"] == [
        {"kind": "missing", "from": 702, "to": 702},
        {"kind": "damaged", "from": 703, "to": 703},
        {"kind": "damaged", "from": 704, "to": 704},
    ]
    assert flat(found) == [row for row in expected(705) if row[0] not in (702, 703, 704)]
    checked = result(page, "lines.check()")
    assert (checked["problems"], checked["head"]) == (found["problems"], head)
    change_stored(kept, "parts", list(parts[0]), b"nothing")
    assert flat(read_lines(page)) == [[701, line(701, "word 701")], [705, line(705, "word 705")]]
    add_lines(page, words(706, 740))
    assert len(keys_of(page, "parts")) == 3  # the damaged one, and one for each run of whole lines
    assert {703, 704} <= {*keys_of(page, "tail")}  # nothing is deleted
    assert [number for number, _ in flat(read_lines(page))] == [701, *range(705, 741)]


# Storage that fails


@pytest.mark.parametrize("verb", ["add", "delete", "getAllKeys", "openKeyCursor"])
def test_storage_that_refuses_any_step_of_a_fold_loses_nothing(kept: Page, verb: str) -> None:
    add_lines(kept, words(1, 32))
    before = fingerprint(kept)
    kept.evaluate(
        """(verb) => {
          window.left = Infinity
          for (const kind of [IDBObjectStore]) {
            const work = kind.prototype[verb]
            kind.prototype[verb] = function (...given) {
              if (window.left-- <= 0) throw new DOMException('', 'UnknownError')
              return work.apply(this, given)
            }
          }
        }""",
        verb,
    )
    for steps in range(40):
        kept.evaluate("(steps) => { window.left = steps }", steps)
        came = kept.evaluate("outcome(vault.lines.add([({ seq }) => JSON.stringify({ seq })]))")
        kept.evaluate("() => { window.left = Infinity }")
        if "result" in came:
            break
        assert came["kind"] in ("storage-failed", "storage-blocked")
        assert fingerprint(kept) == before, steps
    assert keys_of(kept, "parts") == [(1, 33)]
    assert flat(read_lines(kept))[:32] == expected(32)


def test_a_full_disk_keeps_what_was_there_and_takes_the_line_later(page: Page) -> None:
    devtools = page.context.new_cdp_session(page)
    quota = {"origin": page.evaluate("origin"), "quotaSize": 1_500_000}
    devtools.send("Storage.overrideQuotaForOrigin", quota)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    added = 0
    came: Any = {}
    while came != {"kind": "storage-full"}:
        before = fingerprint(page)
        came = outcome_of_adding(page, added + 1, "x" * 40_000)
        if "result" in came:
            added += 1
        else:
            assert fingerprint(page) == before
    assert added > 10
    assert state(page) == "unlocked"
    devtools.send("Storage.overrideQuotaForOrigin", quota | {"quotaSize": 1_000_000_000})
    wait_for(page, lambda: "result" in outcome_of_adding(page, added + 1, "x" * 40_000))
    found = read_lines(page)
    assert flat(found) == [
        [number, line(number, f"word {number} " + "x" * 40_000)] for number in range(1, added + 2)
    ]
    assert result(page, "lines.check()")["problems"] == []


def outcome_of_adding(page: Page, number: int, more: str = "") -> Any:
    return page.evaluate(
        "(word) => outcome(vault.lines.add([({ seq }) => JSON.stringify({ v: 1, seq, word })]))",
        f"word {number} {more}".strip(),
    )


def test_a_line_that_came_through_though_told_as_failed_is_there_once(kept: Page) -> None:
    add_lines(kept, words(1, 1))
    kept.evaluate(
        """() => {
          const add = IDBObjectStore.prototype.add
          let added = 0
          IDBObjectStore.prototype.add = function (...given) {
            const request = add.apply(this, given)
            if (++added !== 2) return request
            this.transaction.commit()
            throw new DOMException('Connection to Indexed Database server lost.', 'UnknownError')
          }
        }"""
    )
    add_lines(kept, words(2, 3), at_once=2)
    assert flat(read_lines(kept)) == expected(3)


def test_what_locks_meanwhile_says_so_and_stores_nothing(kept: Page) -> None:
    hang = "new Promise((resolve) => { window.goOn = () => resolve('{}') })"
    for end, kind in (("vault.lock()", "not-unlocked"), ("vault.forget()", "not-unlocked")):
        kept.evaluate(f"() => {{ window.adding = outcome(vault.lines.add([() => {hang}])) }}")
        wait_for(kept, lambda: kept.evaluate("Boolean(window.goOn)"))
        kept.evaluate(f"() => {{ {end}; goOn(); delete window.goOn }}")
        assert kept.evaluate("window.adding") == {"kind": kind}
        assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA
    assert keys_of(kept, "tail") == []


COUNT_WORKERS = """window.made = []
const RealWorker = Worker
window.Worker = class extends RealWorker {
  constructor(...given) {
    super(...given)
    made.push(this)
  }
}"""


def test_a_worker_that_has_ended_locks_and_the_line_can_be_added_again(open_tab: OpenVaultPage) -> None:
    page = open_tab(before=COUNT_WORKERS)
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    end = "made.at(-1).dispatchEvent(new Event('error', { cancelable: true }))"
    came = page.evaluate(f"outcome(vault.lines.add([() => {{ {end}; return '{{}}' }}]))")
    assert came == {"kind": "no-worker"}
    assert state(page) == "locked"
    result(page, "unlock(passphrase)", PASSPHRASE)
    assert read_lines(page)["count"] == 0
    add_lines(page, words(1, 1))
    assert flat(read_lines(page)) == expected(1)


def test_storage_deleted_meanwhile_is_told(kept: Page) -> None:
    add_lines(kept, words(1, 1))
    kept.evaluate(
        "new Promise((done) => { indexedDB.deleteDatabase('notes:/').onsuccess = done }).then(() => null)"
    )
    assert outcome_of_adding(kept, 2) == {"kind": "storage-gone"}
    assert state(kept) == "off"
    assert databases(kept) == []
