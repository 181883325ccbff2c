"""Lines that are only ever added: numbered without a hole, read the newest first, and checked."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.lines_support import add_lines, flat, line, read_lines
from tests.browser.vault_support import NEXT, PASSPHRASE, records, result, wait_for

OpenVaultPage = Callable[..., Page]


def test_lines_are_numbered_from_one_and_read_the_newest_first(kept: Page) -> None:
    rows = add_lines(kept, ["one", "two", "three"])
    assert [(row["seq"], row["line"]) for row in rows] == [
        (1, line(1, "one")),
        (2, line(2, "two")),
        (3, line(3, "three")),
    ]
    assert read_lines(kept) == {
        "count": 3,
        "problems": [],
        "slices": [[[3, line(3, "three")], [2, line(2, "two")], [1, line(1, "one")]]],
    }


def test_hundreds_of_lines_come_back_as_they_were_written(kept: Page) -> None:
    words = [f"word {number}" for number in range(1, 401)]
    add_lines(kept, words[:150])
    add_lines(kept, words[150:-1], at_once=100)
    add_lines(kept, words[-1:])
    expected = [[number, line(number, word)] for number, word in enumerate(words, 1)]
    found = read_lines(kept)
    assert flat(found) == expected
    assert (found["count"], found["problems"]) == (400, [])
    result(kept, "lock()")
    result(kept, "unlock(passphrase)", PASSPHRASE)
    assert flat(read_lines(kept)) == expected
    result(kept, "changePassphrase(current, next)", PASSPHRASE, NEXT)
    wait_for(kept, lambda: "3" not in records(kept))
    assert flat(read_lines(kept)) == expected
