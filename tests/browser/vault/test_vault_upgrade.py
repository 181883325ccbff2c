"""What was kept before there were lines or attachments opens as it is, and gets room with the first."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.attachments_support import add_file, expect_whole
from tests.browser.lines_support import (
    CASES,
    CASES_WITH_LINES,
    OPEN,
    VERSION,
    add_lines,
    fingerprint,
    flat,
    line,
    read_lines,
    stored,
    write_version_1,
    write_version_2,
)
from tests.browser.vault_support import (
    NEXT,
    PASSPHRASE,
    VaultSite,
    export,
    heard,
    outcome,
    records,
    result,
    state,
    update,
    wait_for,
)

OpenVaultPage = Callable[..., Page]

KEPT_DATA = json.loads((CASES / "data.json").read_text(encoding="utf-8"))
KEPT_PASSPHRASE = (CASES / "passphrase").read_text(encoding="utf-8").strip()
FIRST = [1, ["records"]]
SECOND = [2, ["parts", "records", "tail"]]
THIRD = [3, ["files", "parts", "records", "tail"]]


@pytest.fixture
def with_version_1(page: Page, open_tab: OpenVaultPage) -> Page:
    """A page that opens where the vault of the day before has kept something."""
    write_version_1(page)
    page.close()
    return open_tab()


@pytest.fixture
def open_older(context: BrowserContext, vault_site: VaultSite) -> Callable[..., Page]:
    """Return a function that opens a tab with older scripts, those of version 1 if nothing else is said."""

    def open_older(cases: Path = CASES) -> Page:
        script = (cases / "page.txt").read_text(encoding="utf-8")
        page = context.new_page()
        page.route(
            "**/assets/page.js", lambda route: route.fulfill(body=script, content_type="text/javascript")
        )
        page.goto(vault_site.address)
        page.evaluate("opened")
        return page

    return open_older


def test_what_version_1_kept_opens_and_stays_as_it_is_until_the_first_line(with_version_1: Page) -> None:
    """B2.24: a new version finds what an older one kept."""
    page = with_version_1
    assert result(page, "unlock(passphrase)", KEPT_PASSPHRASE) == KEPT_DATA
    update(page, "(data) => ({ ...data, more: 1 })")
    result(page, "flush()")
    assert read_lines(page) == {"count": 0, "start": None, "problems": [], "slices": []}
    assert result(page, "lines.check()") == {"count": 0, "start": None, "head": None, "problems": []}
    assert page.evaluate(VERSION) == FIRST
    before = records(page)
    add_lines(page, ["one", "two"])
    assert page.evaluate(VERSION) == SECOND
    assert records(page) == before
    assert flat(read_lines(page)) == [[1, line(1, "one")], [2, line(2, "two")]]
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", KEPT_PASSPHRASE) == KEPT_DATA | {"more": 1}
    assert read_lines(page)["count"] == 2


def test_a_new_passphrase_in_version_1_leaves_nothing_beside_the_two_records(with_version_1: Page) -> None:
    page = with_version_1
    result(page, "unlock(passphrase)", KEPT_PASSPHRASE)
    result(page, "changePassphrase(current, next)", KEPT_PASSPHRASE, NEXT)
    assert [*records(page)] == ["1", "2"]
    add_lines(page, ["one"])
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", NEXT) == KEPT_DATA
    assert flat(read_lines(page)) == [[1, line(1, "one")]]


def test_an_older_tab_stores_before_the_upgrade_and_changes_nothing_after_it(
    with_version_1: Page, open_older: Callable[..., Page]
) -> None:
    older = open_older()
    assert result(older, "unlock(passphrase)", KEPT_PASSPHRASE) == KEPT_DATA
    page = with_version_1
    result(page, "unlock(passphrase)", KEPT_PASSPHRASE)
    update(older, "(data) => ({ ...data, typed: 'just before' })")  # stored 0.4 s later
    add_lines(page, ["one"])
    wait_for(page, lambda: [KEPT_DATA | {"typed": "just before"}] in heard(page, "change"))
    before = stored(page)
    update(older, "(data) => ({ ...data, typed: 'after' })")
    assert outcome(older, "flush()") == {"kind": "newer-version"}
    for call, given in (
        ("changePassphrase(current, next)", (KEPT_PASSPHRASE, NEXT)),
        ("unlock(passphrase)", (KEPT_PASSPHRASE,)),
    ):
        assert outcome(older, call, *given) == {"kind": "newer-version"}
    assert stored(page) == before
    # What was typed there is still on its screen, and can be saved as a file.
    assert export(older, PASSPHRASE, {"typed": "after"}).startswith(b"age-encryption.org/v1\n")
    again = open_older()
    assert state(again) == "locked"
    assert outcome(again, "unlock(passphrase)", KEPT_PASSPHRASE) == {"kind": "newer-version"}
    assert outcome(again, "keep(passphrase, data)", NEXT, {}) != {"result": None}
    assert stored(page) == before


def test_a_tab_that_holds_the_database_is_named_and_closing_it_is_enough(
    with_version_1: Page, open_tab: OpenVaultPage
) -> None:
    holds = open_tab()
    holds.evaluate(f"async () => {{ {OPEN}; window.held = await ended(indexedDB.open(name)) }}")
    page = with_version_1
    result(page, "unlock(passphrase)", KEPT_PASSPHRASE)
    one = "outcome(vault.lines.add([({ seq }) => JSON.stringify({ v: 1, seq, word: 'one' })]))"
    assert page.evaluate(one) == {"kind": "older-tab"}
    assert state(page) == "unlocked"
    holds.close()
    wait_for(page, lambda: "result" in page.evaluate(one))
    assert flat(read_lines(page)) == [[1, line(1, "one")]]
    update(page, "(data) => ({ ...data, more: 1 })")
    result(page, "flush()")


def test_an_upgrade_of_what_was_deleted_meanwhile_makes_no_database(with_version_1: Page) -> None:
    page = with_version_1
    result(page, "unlock(passphrase)", KEPT_PASSPHRASE)
    page.evaluate(
        """() => {
          const open = IDBFactory.prototype.open
          IDBFactory.prototype.open = function (name, version) {
            if (version === 2) indexedDB.deleteDatabase(name)
            return open.apply(this, version ? [name, version] : [name])
          }
        }"""
    )
    came = page.evaluate("outcome(vault.lines.add([({ seq }) => JSON.stringify({ seq })]))")
    assert came == {"kind": "storage-gone"}
    assert page.evaluate("indexedDB.databases()") == []
    assert state(page) == "off"


def test_what_version_2_kept_gets_room_for_files_and_an_older_tab_loses_nothing(
    page: Page, open_tab: OpenVaultPage, open_older: Callable[..., Page]
) -> None:
    """B2.24: and it changes nothing, and says that it is older."""
    write_version_2(page)
    page.close()
    page, older = open_tab(), open_older(CASES_WITH_LINES)
    for one in (page, older):
        assert result(one, "unlock(passphrase)", KEPT_PASSPHRASE) == KEPT_DATA
    lines = [[number, line(number, f"word {number}")] for number in range(1, 36)]
    assert flat(read_lines(page)) == lines
    assert result(page, "attachments.list()") == []
    assert page.evaluate(VERSION) == SECOND
    update(older, "(data) => ({ ...data, typed: 'just before' })")  # stored 0.4 s later
    added = add_file(page, 70_000, 1)
    assert page.evaluate(VERSION) == THIRD
    wait_for(page, lambda: [KEPT_DATA | {"typed": "just before"}] in heard(page, "change"))
    before = fingerprint(page)
    update(older, "(data) => ({ ...data, typed: 'after' })")
    assert outcome(older, "flush()") == {"kind": "newer-version"}
    add = "outcome(vault.lines.add([({ seq }) => JSON.stringify({ seq })]))"
    assert older.evaluate(add) == {"kind": "newer-version"}
    again = open_older(CASES_WITH_LINES)
    assert state(again) == "locked"
    assert outcome(again, "unlock(passphrase)", KEPT_PASSPHRASE) == {"kind": "newer-version"}
    assert fingerprint(page) == before
    assert export(older, PASSPHRASE, {"typed": "after"}).startswith(b"age-encryption.org/v1\n")
    add_lines(page, ["word 36"])
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", KEPT_PASSPHRASE) == KEPT_DATA | {"typed": "just before"}
    assert flat(read_lines(page)) == [*lines, [36, line(36, "word 36")]]
    expect_whole(page, added)


def test_what_version_1_kept_gets_room_for_lines_and_files_at_once(with_version_1: Page) -> None:
    """B2.24."""
    page = with_version_1
    result(page, "unlock(passphrase)", KEPT_PASSPHRASE)
    added = add_file(page, 10, 1)
    assert page.evaluate(VERSION) == THIRD
    add_lines(page, ["one"])
    result(page, "lock()")
    assert result(page, "unlock(passphrase)", KEPT_PASSPHRASE) == KEPT_DATA
    assert flat(read_lines(page)) == [[1, line(1, "one")]]
    expect_whole(page, added)
