"""A crash while a file is added leaves nothing that counts, and a lost value hides nothing else."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright

from tests.browser.attachments_support import MAKE, READ_FILE, add_file, expect_whole, stored_files
from tests.browser.lines_support import flat, read_lines
from tests.browser.vault_support import (
    PASSPHRASE,
    RealChromium,
    VaultSite,
    build_vault_site,
    outcome,
    result,
    serve_vault,
    take_note_of_loss,
)

ROUNDS = [3, pytest.param(20, marks=pytest.mark.long)]
DATA = {"text": "a plan beside the files"}
LARGE = 5_000_000  # bytes, five values
ADDED = 9_000_000  # bytes
LONGEST_ADDING = 900  # milliseconds
ADD_AND_TELL = f"""() => {{
  {MAKE}
  vault.attachments.add(make({ADDED}, 1), {{ onProgress: tellProgress }}).then(({{ id }}) => tellAdded(id))
}}"""
NAME_IT = "(id) => vault.lines.add([() => JSON.stringify({ files: [{ id }] })]).then(() => null)"


@pytest.fixture(scope="module")
def crash_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    yield from serve_vault(build_vault_site(tmp_path_factory.mktemp("vault") / "site", quick=True))


def open_again(browser: RealChromium, site: VaultSite) -> Page:
    page = browser.open(site.address)
    page.evaluate("opened")
    return page


def fill(page: Page) -> list[dict[str, object]]:
    """Keep two files that a line names, and return them."""
    result(page, "keep(passphrase, data)", PASSPHRASE, DATA)
    named = [add_file(page, LARGE, seed) for seed in (1, 2)]
    for one in named:
        page.evaluate(NAME_IT, one["id"])
    return named


@pytest.mark.parametrize("rounds", ROUNDS)
def test_kills_while_a_file_is_added_and_a_lost_value_leave_all_else_whole(
    playwright: Playwright, profile_path: str, crash_site: VaultSite, tmp_path: Path, rounds: int
) -> None:
    """B2.12, B2.14: half of the rounds kill at any moment, half after the first value has been stored."""
    moments = random.Random(11)
    named: list[dict[str, object]] = []
    known: set[object] = set()  # what was left after the last round
    given_up = begun = 0
    for number in range(rounds + 1):
        browser = RealChromium(playwright, profile_path, tmp_path)
        page = open_again(browser, crash_site)
        came = outcome(page, "unlock(passphrase)", PASSPHRASE) if named else None
        if came == {"kind": "storage-gone"} and take_note_of_loss(tmp_path):
            given_up += 1
            came = None
        if came is None:
            named = fill(page)
        else:
            assert came == {"result": DATA}
            begun += bool({one for one, *_ in stored_files(page)} - known)
            result(page, "attachments.dropOthers(ids)", [])
            whole = {one["id"]: one["bytes"] for one in result(page, "attachments.list()")}
            assert {one for one, *_ in stored_files(page)} == set(whole)
            ids = {one["id"] for one in named}
            assert ids <= set(whole)
            # Others were killed when they were whole, before a line named them.
            assert {whole[other] for other in set(whole) - ids} <= {ADDED}
        known = {one for one, *_ in stored_files(page)}
        for one in named:
            expect_whole(page, one)
        if number < rounds:
            add_until_killed(page, browser, moments, in_the_middle=bool(number % 2))
    assert begun + given_up >= rounds // 2
    assert given_up <= 1

    browser.close()
    lose_one_value(tmp_path)
    browser = RealChromium(playwright, profile_path, tmp_path)
    page = open_again(browser, crash_site)
    assert outcome(page, "unlock(passphrase)", PASSPHRASE) == {"result": DATA}
    found = [page.evaluate(READ_FILE, one["id"]) for one in named]
    assert [one.get("kind") for one in found].count("damaged") == 1
    assert [one["result"]["sha256"] for one in found if "result" in one]
    assert len(flat(read_lines(page))) == len(named)
    assert result(page, "lines.check()")["problems"] == []
    expect_whole(page, add_file(page, LARGE, 3))
    browser.close()


def add_until_killed(
    page: Page, browser: RealChromium, moments: random.Random, *, in_the_middle: bool
) -> None:
    told: list[object] = []
    page.expose_function("tellProgress", lambda bytes_: told.append(bytes_))
    page.expose_function("tellAdded", lambda id_: told.append(id_))
    page.evaluate(ADD_AND_TELL)
    if in_the_middle:
        while not told:
            page.wait_for_timeout(1)
    else:
        page.wait_for_timeout(moments.uniform(0, LONGEST_ADDING))
    browser.kill()


def lose_one_value(profile: Path) -> None:
    """Delete one of the files in which Chromium keeps large values."""
    files = [path for path in profile.glob("Default/IndexedDB/*.indexeddb.blob/**/*") if path.is_file()]
    min(files, key=lambda path: int(path.name, 16)).unlink()  # they are numbered as they were written
