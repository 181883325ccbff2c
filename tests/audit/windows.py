"""The windows of each browser, by its name in `content/traces.yml`."""

from __future__ import annotations

from tests.audit.chromium import Chromium
from tests.audit.firefox import Firefox
from tests.audit.window import Window

WINDOWS: dict[str, type[Window]] = {"chromium": Chromium, "firefox": Firefox}
