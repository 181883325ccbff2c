"""No line that was said to be kept is lost in a crash, and no file of lines is ever half there."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.lines_support import add_lines, flat, line, read_lines
from tests.browser.vault_support import (
    NEXT,
    PASSPHRASE,
    RealChromium,
    VaultSite,
    build_vault_site,
    outcome,
    result,
    serve_vault,
    take_note_of_loss,
)

ROUNDS = [4, pytest.param(20, marks=pytest.mark.long)]
MOST_GIVEN_UP = 3
"""How often Chromium may give up its own files in one test (`test_vault_crash.py`)."""
DATA = {"text": "a plan beside the lines"}
LONGEST_WRITING = 400  # milliseconds
LONGEST_CHANGE = 500  # milliseconds
LINES = 300
"""Some parts and a tail, which take a moment to be sealed anew."""


@pytest.fixture(scope="module")
def crash_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    yield from serve_vault(build_vault_site(tmp_path_factory.mktemp("vault") / "site", quick=True))


def open_again(browser: RealChromium, site: VaultSite) -> Page:
    page = browser.open(site.address)
    page.evaluate("opened")
    return page


def expect_whole(page: Page, acknowledged: int) -> int:
    """All lines are there, whole and in one chain; return how many."""
    found = read_lines(page)
    count: int = found["count"]
    assert count >= acknowledged
    assert found["problems"] == []
    assert flat(found) == [[number, line(number, f"word {number}")] for number in range(1, count + 1)]
    assert result(page, "lines.check()")["problems"] == []
    return count


WRITE = """() => {
  const remove = IDBObjectStore.prototype.delete
  IDBObjectStore.prototype.delete = function (...given) {
    if (this.name === 'tail') tellFold()
    return remove.apply(this, given)
  }
  const write = async () => {
    for (;;) {
      const [{ seq }] = await vault.lines.add([
        ({ seq }) => JSON.stringify({ v: 1, seq, word: `word ${seq}` }),
      ])
      tellStored(seq)
    }
  }
  write()
}"""


@pytest.mark.parametrize("rounds", ROUNDS)
def test_no_line_is_lost_when_the_browser_is_killed_while_it_writes_and_folds(
    playwright: Playwright, profile_path: str, crash_site: VaultSite, tmp_path: Path, rounds: int
) -> None:
    """B2.12: half of the rounds kill at any moment, half as soon as a fold has begun."""
    moments = random.Random(5)
    acknowledged = given_up = folds = 0
    for number in range(rounds + 1):
        browser = RealChromium(playwright, profile_path, tmp_path)
        page = open_again(browser, crash_site)
        came = outcome(page, "unlock(passphrase)", PASSPHRASE) if number else None
        if came == {"kind": "storage-gone"} and take_note_of_loss(tmp_path):
            given_up += 1
            came = None
        if came is None:
            acknowledged = 0
            result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
        else:
            assert came == {"result": DATA}
            acknowledged = expect_whole(page, acknowledged)
        told = write_until_killed(page, browser, moments, in_a_fold=bool(number % 2))
        acknowledged = max([acknowledged, *told["stored"]])
        folds += bool(told["folds"])
    assert acknowledged > rounds
    assert folds >= rounds // 2
    assert given_up <= MOST_GIVEN_UP


def write_until_killed(
    page: Page, browser: RealChromium, moments: random.Random, *, in_a_fold: bool
) -> dict[str, list[int]]:
    """Add lines without a pause until the kill; return which were said to be kept, and that a fold began."""
    told: dict[str, list[int]] = {"stored": [], "folds": []}
    page.expose_function("tellStored", lambda seq: told["stored"].append(seq))
    page.expose_function("tellFold", lambda: told["folds"].append(1))
    page.evaluate(WRITE)
    if in_a_fold:
        while not told["folds"]:
            page.wait_for_timeout(1)
    else:
        page.wait_for_timeout(moments.uniform(0, LONGEST_WRITING))
    browser.kill()
    return told


@pytest.mark.parametrize("rounds", ROUNDS)
def test_no_line_is_lost_when_the_browser_is_killed_in_a_change_of_passphrase(
    playwright: Playwright, profile_path: str, crash_site: VaultSite, tmp_path: Path, rounds: int
) -> None:
    """B2.12: half of the rounds kill at any moment, half as soon as the first file has been sealed anew."""
    moments = random.Random(17)
    passphrases = [PASSPHRASE, NEXT]
    count = given_up = changed = 0
    for number in range(rounds + 1):
        browser = RealChromium(playwright, profile_path, tmp_path)
        page = open_again(browser, crash_site)
        came, opened_by = unlock_by_one_of(page, passphrases) if number else (None, PASSPHRASE)
        if came == {"kind": "storage-gone"} and take_note_of_loss(tmp_path):
            given_up += 1
            came = None
        if came is None:
            result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
            add_lines(page, [f"word {one}" for one in range(1, LINES + 1)], at_once=29)
            opened_by, count = PASSPHRASE, LINES
        else:
            assert came == {"result": DATA}
            changed += opened_by != passphrases[0]
            count = expect_whole(page, count)
            add_lines(page, [f"word {count + 1}"])
            count += 1
        passphrases = [opened_by, NEXT if opened_by == PASSPHRASE else PASSPHRASE]
        change_until_killed(page, browser, passphrases, moments, in_sealing=bool(number % 2))
    assert changed + given_up >= rounds // 2
    assert given_up <= MOST_GIVEN_UP


CHANGE = """(passphrases) => {
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...given) {
    if (this.name !== 'records') tellSealed()
    return put.apply(this, given)
  }
  vault.changePassphrase(...passphrases)
}"""


def change_until_killed(
    page: Page, browser: RealChromium, passphrases: list[str], moments: random.Random, *, in_sealing: bool
) -> None:
    sealed: list[int] = []
    page.expose_function("tellSealed", lambda: sealed.append(1))
    page.evaluate(CHANGE, passphrases)
    if in_sealing:
        while not sealed:
            page.wait_for_timeout(1)
    else:
        page.wait_for_timeout(moments.uniform(0, LONGEST_CHANGE))
    browser.kill()


def unlock_by_one_of(page: Page, passphrases: list[str]) -> tuple[Any, str]:
    for passphrase in passphrases:
        came = outcome(page, "unlock(passphrase)", passphrase)
        if came != {"kind": "wrong-passphrase"}:
            return came, passphrase
    raise AssertionError("neither passphrase opens it")
