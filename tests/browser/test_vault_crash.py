"""What was said to be kept is there after a crash, and nothing is ever half there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.vault_support import (
    PASSPHRASE,
    RealChromium,
    VaultSite,
    build_vault_site,
    outcome,
    records,
    result,
    serve_vault,
)

ROUNDS = 8
LONGEST_WRITING = 400  # milliseconds


@pytest.fixture(scope="module")
def crash_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    yield from serve_vault(build_vault_site(tmp_path_factory.mktemp("vault") / "site", quick=True))


def test_nothing_kept_is_lost_when_the_browser_is_killed_at_once(
    playwright: Playwright, chromium_path: str, crash_site: VaultSite, tmp_path: Path
) -> None:
    """Half of the rounds kill after the first keeping, half after a later save."""
    lost = []
    expected: object = None
    for number in range(ROUNDS + 1):
        browser = RealChromium(playwright, chromium_path, tmp_path)
        page = browser.open(crash_site.address)
        page.evaluate("opened")
        if number and outcome(page, "unlock(passphrase)", PASSPHRASE) != {"result": expected}:
            lost.append(number)
        expected = {"number": number, "text": f"text {number} " * 500}
        if number % 2 and page.evaluate("vault.state") == "unlocked":
            page.evaluate("(data) => { vault.update(() => data); return vault.flush() }", expected)
        else:
            page.evaluate("vault.wipe()")
            result(page, "keep(passphrase, data)", PASSPHRASE, expected)
        browser.kill()
    assert lost == []


def test_a_browser_killed_at_any_moment_leaves_a_whole_record(
    playwright: Playwright, chromium_path: str, crash_site: VaultSite, tmp_path: Path
) -> None:
    moments = random.Random(7)
    written = 0
    for number in range(ROUNDS + 1):
        browser = RealChromium(playwright, chromium_path, tmp_path)
        page = browser.open(crash_site.address)
        page.evaluate("opened")
        if number:
            found = result(page, "unlock(passphrase)", PASSPHRASE)
            assert found["count"] >= written
            assert found["text"] == f"{found['count']} " * 2000
        else:
            result(page, "keep(passphrase, data)", PASSPHRASE, {"count": 0, "text": "0 " * 2000})
        written = write_until_killed(page, browser, moments.uniform(0, LONGEST_WRITING), written)
    assert written > ROUNDS


def write_until_killed(page: Page, browser: RealChromium, time: float, written: int) -> int:
    """Write without a pause, kill after that many milliseconds; return the last number said to be stored."""
    stored = [written]
    page.expose_function("tellStored", lambda count: stored.append(count))
    page.evaluate(
        """() => {
          const write = async () => {
            for (;;) {
              let count
              vault.update((data) => ({ count: (count = data.count + 1), text: `${count} `.repeat(2000) }))
              await vault.flush()
              tellStored(count)
            }
          }
          write()
        }"""
    )
    page.wait_for_timeout(time)
    browser.kill()
    return max(stored)


MOVES = 6
LONGEST_MOVE = 900  # milliseconds
WRITE_OLD = """async ([key, record]) => {
  const ended = (asked) => new Promise((resolve) => { asked.onsuccess = asked.oncomplete = () => resolve() })
  for (const { name } of await indexedDB.databases()) await ended(indexedDB.deleteDatabase(name))
  const opening = indexedDB.open('notes', 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore('records')
  await ended(opening)
  const transaction = opening.result.transaction('records', 'readwrite', { durability: 'strict' })
  transaction.objectStore('records').put(new Uint8Array(key), '1')
  transaction.objectStore('records').put(new Uint8Array(record), '2')
  await ended(transaction)
  opening.result.close()
}"""


def test_a_browser_killed_while_the_old_name_is_left_loses_nothing(
    playwright: Playwright, chromium_path: str, crash_site: VaultSite, tmp_path: Path
) -> None:
    moments = random.Random(11)
    data = {"text": "kept by an older version " * 200}
    old: dict[str, bytes] = {}
    for number in range(MOVES + 1):
        browser = RealChromium(playwright, chromium_path, tmp_path)
        page = browser.open(crash_site.address)
        page.evaluate("opened")
        if number:
            assert result(page, "unlock(passphrase)", PASSPHRASE) == data, number
        else:
            result(page, "keep(passphrase, data)", PASSPHRASE, data)
            old = records(page)
        page.evaluate(WRITE_OLD, [list(old["1"]), list(old["2"])])
        page.reload()
        page.evaluate("opened")
        page.evaluate("(passphrase) => { vault.unlock(passphrase) }", PASSPHRASE)
        page.wait_for_timeout(moments.uniform(0, LONGEST_MOVE))
        browser.kill()
