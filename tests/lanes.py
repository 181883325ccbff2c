"""Two lanes: `make test` proves each thing once, `make test-all` proves it again elsewhere.

A test marked `long` runs in `make test-all` alone: the same claim in one more engine, or on one more sheet of
the same template. What a reader's safety rests on is never `long`: leaving, hiding, locking, what is stored,
what is kept, what a changed file may do. It is proved in Chromium by a `twin` where that is cheaper.
"""

from __future__ import annotations

import pytest

NAMES = ("chromium", "firefox", "webkit")
MARKERS = (
    "long: proves again, elsewhere, what another test proves; it runs in `make test-all` alone",
    "one_engine(name): `make test` runs it in this engine alone, and `make test-all` in each",
    "twin(*tests): those claim as much in Chromium; in that engine, only `make test-all` runs this one",
    "every_engine: takes one test out of its module's `one_engine`",
)
COLLECTED = pytest.StashKey[list[pytest.Item]]()
"""All tests that were collected, before one lane is chosen."""


def pytest_configure(config: pytest.Config) -> None:
    for line in MARKERS:
        config.addinivalue_line("markers", line)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    config.stash[COLLECTED] = list(items)
    for item in items:
        mark = item.get_closest_marker("one_engine")
        if mark and not item.get_closest_marker("every_engine") and engine_of(item) not in (None, *mark.args):
            item.add_marker("long")
        if item.get_closest_marker("twin") and engine_of(item) == "chromium":
            item.add_marker("long")


def is_short(config: pytest.Config) -> bool:
    """Return whether this is `make test`, or a part of it."""
    return str(config.option.markexpr).endswith("not long")


def engine_of(item: pytest.Item) -> str | None:
    """Return the engine that a test was parametrized with, by itself or as the first word of a parameter."""
    given = item.callspec.params.values() if hasattr(item, "callspec") else ()
    words = (value.partition(" ")[0] for value in given if isinstance(value, str))
    return next((word for word in words if word in NAMES), None)
