"""Chromium, driven by Playwright."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Download, Error, Frame, Page, Playwright

from tests.browser.support import FLAGS, QUICK_PYTHON
from tests.engines.engine import PATIENCE, PAUSE, WINDOW, Engine, EngineError, Settings


class Chromium(Engine):
    name = "chromium"

    def __init__(self, profile: Path, settings: Settings, playwright: Playwright, program: str) -> None:
        self._playwright = playwright
        self._program = program
        super().__init__(profile, settings)

    def start(self) -> None:
        self._context = self._playwright.chromium.launch_persistent_context(
            self.profile,
            executable_path=self._program,
            args=[*FLAGS, QUICK_PYTHON, f"--proxy-server=http://{self.outside.address}"],
            viewport={"width": WINDOW[0], "height": WINDOW[1]},
            java_script_enabled=self.settings.scripts,
        )
        self._context.set_default_timeout(PATIENCE * 1000)
        browser = self._context.browser
        self.version = browser.version if browser else ""
        self._pages: dict[str, Page] = {}
        self.turn_to(self._add(self._context.pages[0]))

    def close(self) -> None:
        with contextlib.suppress(Error):  # gone already
            self._context.close()

    def _save(self, download: Download) -> None:
        path = self.downloads / download.suggested_filename
        download.save_as(f"{path}.part")
        Path(f"{path}.part").rename(path)

    def _add(self, page: Page) -> str:
        page.on("download", self._save)
        name = str(len(self._pages))
        self._pages[name] = page
        return name

    def open_tab(self) -> str:
        name = self._add(self._context.new_page())
        self.turn_to(name)
        return name

    def tab(self) -> str:
        return next(name for name, page in self._pages.items() if page == self._page)

    def turn_to(self, tab: str) -> None:
        self._page = self._pages[tab]
        self._place: Page | Frame = self._page

    def close_tab(self) -> None:
        self._page.close()

    @contextlib.contextmanager
    def in_frame(self, css: str) -> Iterator[None]:
        frame = self._page.locator(css).element_handle().content_frame()
        if not frame:
            raise EngineError(f"{css} is no frame")
        self._place = frame
        yield
        self._place = self._page

    def open(self, address: str) -> None:
        if self.settings.room is not None:
            session = self._context.new_cdp_session(self._page)
            site = {"origin": address.rstrip("/"), "quotaSize": self.settings.room}
            session.send("Storage.overrideQuotaForOrigin", site)
        with contextlib.suppress(Error):  # the browser's error page
            self._page.goto(address)

    def call(self, function: str, given: list[Any]) -> str:
        try:
            return str(self._place.evaluate(function, given))
        except Error as error:
            raise EngineError(error.message) from error

    def click_now(self, css: str) -> None:
        try:
            self._place.locator(css).locator("visible=true").first.click(no_wait_after=True)
        except Error as error:
            raise EngineError(error.message) from error

    def type(self, css: str, text: str) -> None:
        self._place.locator(css).locator("visible=true").first.press_sequentially(text)

    def choose_file(self, css: str, path: Path) -> None:
        self._place.locator(css).locator("visible=true").first.set_input_files(path)

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def pause(self, seconds: float = PAUSE) -> None:
        self._page.wait_for_timeout(seconds * 1000)  # Playwright reports downloads only in the meantime

    def print_pdf(self, paper: str = "a4") -> bytes:
        return self._page.pdf(format=paper, prefer_css_page_size=True, display_header_footer=True)
