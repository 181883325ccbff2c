"""What other pages of the origin say is believed only when it is so."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.vault_support import (
    DATA,
    PASSPHRASE,
    heard,
    outcome,
    result,
    state,
    update,
    wait_for,
)

OpenVaultPage = Callable[..., Page]


def test_names_that_every_object_has_are_no_messages(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    other.evaluate(
        """() => {
          const channel = new BroadcastChannel('notes:/')
          const names = Object.getOwnPropertyNames(Object.prototype)
          for (const message of [...names, null, undefined, 7, {}, [], ['wiped'], { kept: 1 }])
            channel.postMessage(message)
          channel.postMessage('changed')
        }"""
    )
    kept.wait_for_timeout(300)
    assert state(kept) == "unlocked"
    update(kept, "(data) => ({ ...data, a: 1 })")
    assert outcome(kept, "flush()") == {"result": None}


@pytest.mark.parametrize("message", ["wiped", "kept", "new-passphrase", "changed", "save-now"])
def test_what_another_page_says_is_believed_only_when_it_is_so(
    kept: Page, open_tab: OpenVaultPage, message: str
) -> None:
    other = open_tab()
    kept.evaluate("() => { new BroadcastChannel('notes:/').onmessage = () => { window.came = true } }")
    other.evaluate("(message) => new BroadcastChannel('notes:/').postMessage(message)", message)
    wait_for(kept, lambda: kept.evaluate("Boolean(window.came)"))
    kept.wait_for_timeout(200)
    assert state(kept) == "unlocked"
    assert [kind for _, kind in heard(kept, "state") if kind] == []
    result(kept, "lock()")
    assert result(kept, "unlock(passphrase)", PASSPHRASE) == DATA


def test_nothing_is_kept_because_another_page_says_so(page: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    other.evaluate("new BroadcastChannel('notes:/').postMessage('kept')")
    page.wait_for_timeout(300)
    assert state(page) == "off"


def test_twenty_thousand_messages_are_heard_as_a_few(kept: Page, open_tab: OpenVaultPage) -> None:
    other = open_tab()
    kept.evaluate(
        """() => {
          window.looked = 0
          const open = IDBFactory.prototype.open
          IDBFactory.prototype.open = function (...given) { looked++; return open.apply(this, given) }
          window.came = 0
          new BroadcastChannel('notes:/').onmessage = () => { came++ }
        }"""
    )
    other.evaluate(
        """() => {
          const channel = new BroadcastChannel('notes:/')
          for (let i = 0; i < 20000; i++) channel.postMessage('changed')
        }"""
    )
    wait_for(kept, lambda: kept.evaluate("came") == 20_000)
    assert 0 < kept.evaluate("looked") < 1000
    update(kept, "(data) => ({ ...data, a: 1 })")
    assert outcome(kept, "flush()") == {"result": None}
