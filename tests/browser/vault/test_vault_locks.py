"""The vault locks by itself, and at once when the reader leaves."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.vault_support import (
    DATA,
    PASSPHRASE,
    expect_no_workers,
    heard,
    result,
    state,
    update,
    wait_for,
)

MINUTE = 60_000  # milliseconds

OpenVaultPage = Callable[..., Page]


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


def test_leaving_drops_everything_and_tells_nothing(kept: Page) -> None:
    told = kept.evaluate(
        """() => {
          vault.update((data) => ({ ...data, last: 1 }))
          document.dispatchEvent(new Event('guide:leave'))
          return heard.length
        }"""
    )
    assert state(kept) == "locked"
    expect_no_workers(kept)
    wait_for(kept, lambda: opened_elsewhere(kept) == DATA | {"last": 1})
    assert len(kept.evaluate("heard")) == told  # nothing is told to a page that is blank


def opened_elsewhere(page: Page) -> object:
    """What another tab finds."""
    other = page.context.new_page()
    other.goto(page.url)
    other.evaluate("opened")
    data = result(other, "unlock(passphrase)", PASSPHRASE)
    other.close()
    return data


def test_leaving_while_it_unlocks_leaves_it_locked(kept_at_full_cost: Page) -> None:
    kept = kept_at_full_cost
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
