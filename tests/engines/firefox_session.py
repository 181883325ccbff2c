"""What Firefox writes about its tabs, to show them again: read from its files, as anyone can."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from tests.browser.packed.mozlz4 import unpack_mozlz4
from tests.engines.firefox import Firefox
from tests.engines.firefox_prefs import PREFS

FILES = ("sessionstore.jsonlz4", "sessionstore-backups/*.jsonlz4*")
SETTINGS = """
const names = Services.prefs.getChildList("browser.sessionstore.");
return names.filter((name) => Services.prefs.prefHasUserValue(name));
"""
# What Firefox does every fifteen seconds, and when a tab or the program closes.
WRITE = """
const path = "resource:///modules/sessionstore/";
const { TabStateFlusher } = ChromeUtils.importESModule(`${path}TabStateFlusher.sys.mjs`);
const { SessionSaver } = ChromeUtils.importESModule(`${path}SessionSaver.sys.mjs`);
return (async () => {
  for (const window of Services.wm.getEnumerator("navigator:browser"))
    await TabStateFlusher.flushWindow(window);
  await SessionSaver.run();
})();
"""


class RestoringFirefox(Firefox):
    """A Firefox that shows its tabs again after a crash, as a person's does; other tests switch that off."""

    prefs: ClassVar = {
        name: value for name, value in PREFS.items() if not name.startswith("browser.sessionstore.")
    }

    def changed_settings(self) -> list[str]:
        """List the settings about sessions that differ from Firefox's defaults."""
        names: list[str] = self.ask_browser(SETTINGS)
        return [name for name in names if "upgradeBackup" not in name]  # Firefox's own note of its version

    def write_session(self) -> None:
        self.ask_browser(WRITE)


def stored_forms(profile: Path) -> dict[str, Any]:
    """Return what all session files hold of forms, by the address of the page."""
    found = {}
    for path in session_files(profile):
        for tab in tabs_in(json.loads(unpack_mozlz4(path.read_bytes()))):
            if tab.get("formdata"):
                address = tab["entries"][tab.get("index", len(tab["entries"])) - 1]["url"]
                found[address.partition("#")[0]] = tab["formdata"]
    return found


def session_files(profile: Path) -> list[Path]:
    return [path for pattern in FILES for path in sorted(profile.glob(pattern))]


def tabs_in(session: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield every tab of every window, open or closed."""
    for window in [*session["windows"], *session.get("_closedWindows", [])]:
        yield from window["tabs"]
        yield from closed_tabs_in(window)


def closed_tabs_in(window: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield from (closed["state"] for closed in window.get("_closedTabs", []))
