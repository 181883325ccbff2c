"""The language changes in place, and Python starts after it, in three engines."""

from __future__ import annotations

import pytest

from tests.engines.engine import LONG_PATIENCE, Engine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"

WHERE = "[location.href, history.length]"


@pytest.fixture(params=["es"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_language_changes_in_place_and_python_starts_after_it(
    engine: Engine, host: Host, language: str
) -> None:
    engine.open(host.address)
    engine.wait_for("html[data-reader=ready]")
    where = engine.script(WHERE)

    engine.click(f".bar a[hreflang={language}]")
    engine.wait_for(f"html[lang={language}][data-reader=ready]")
    assert engine.script(WHERE) == where
    assert engine.script("document.activeElement.localName") == "h1"
    engine.click("#menu a[data-open=plan]")
    engine.wait_for("html[data-python=ready]", LONG_PATIENCE)
    engine.click(".bar a[hreflang=en]")
    engine.wait_for("html[lang=en][data-view=plan][data-reader=ready]")
    assert engine.script(WHERE) == where
    engine.wait_for("html[data-python=ready]", LONG_PATIENCE)
