"""Pages that the tests of a module use one after the other: opening one costs more than many a test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from contextlib import suppress
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.browser.support import DESKTOP, EXIT_PAGE, EXIT_URL, SECOND_URL, OpenPage, Seen

Lend = Callable[[Callable[[OpenPage], Page], Callable[[Page], None]], Page]


def new_page(browser: Browser, site: str, *, scripts: bool = True, **options: Any) -> Page:
    """Open an empty page in a context of its own, on a desktop where the options do not say otherwise."""
    options = {"viewport": DESKTOP, "base_url": site, **options}
    context = browser.new_context(java_script_enabled=scripts, **options)
    # The second one is for a busy machine that takes seconds for the first.
    for everyday in (EXIT_URL, SECOND_URL):
        context.route(everyday, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    return context.new_page()


class Lasting:
    """The pages of one module. While a test runs, what they do is noted in the test's own `seen`."""

    def __init__(self, browser: Browser, site: str) -> None:
        self.browser, self.site = browser, site
        self.seen = self.between = Seen(site)
        self._pages: dict[Hashable, Page] = {}
        self._lent: set[Hashable] = set()
        self._resets: Counter[tuple[Hashable, bool]] = Counter()

    def open(self, address: str | None = "index.html", *, scripts: bool = True, **options: Any) -> Page:
        page = new_page(self.browser, self.site, scripts=scripts, **options)
        watch(page.context, lambda: self.seen)
        if address is not None:
            page.goto(self.site + address)
        return page

    def reopen(self, address: str | None = "index.html", *, scripts: bool = True, **options: Any) -> Page:
        """Open an address as a new document in the page that is there for these options."""
        key = (scripts, repr(sorted(options.items())))
        page = self._pages.get(key)
        if page is not None:
            try:
                page.goto("about:blank")  # otherwise an address with the same path would be the same document
            except Error:  # the last test left it on its way elsewhere
                self._drop(key)
                page = None
        if page is None:
            page = self._pages[key] = self.open(address, scripts=scripts, **options)
        else:
            page.emulate_media(media="null")
            size = options.get("viewport", DESKTOP)
            if page.viewport_size != size:
                page.set_viewport_size(size)
            if address is not None:
                page.goto(self.site + address)
        self._lent.add(key)
        return page

    def lend(self, prepare: Callable[[OpenPage], Page], reset: Callable[[Page], None]) -> Page:
        """Return the page that `prepare` opened, as it was then, or open it.

        `reset` returns a page to where `prepare` left it and asserts that it is there. A page that cannot
        be reset is opened again.
        """
        page = self._pages.get(prepare)
        if page is not None:
            try:
                reset(page)
                self._resets[prepare, True] += 1
            except (AssertionError, Error):
                self._resets[prepare, False] += 1
                self._drop(prepare)
                page = None
        if page is None:
            page = self._pages[prepare] = prepare(self.open)
        self._lent.add(prepare)
        return page

    def take_back(self, failed: bool) -> None:
        """End a test. What it left behind is looked at by the next one; a page of a failed test goes."""
        for key in self._lent:
            page = self._pages[key]
            for other in page.context.pages:
                if other != page:
                    other.close()
            page.unroute_all(behavior="ignoreErrors")
            if failed or page.is_closed():
                self._drop(key)
        self._lent.clear()
        self.seen = self.between

    def never_reset(self) -> list[str]:
        """Name what opened a page for each of many tests anew, because no reset led back to it."""
        often = [prepare for (prepare, is_reset), count in self._resets.items() if not is_reset and count > 3]
        return [getattr(prepare, "__name__", "") for prepare in often if not self._resets[prepare, True]]

    def close(self) -> None:
        for key in list(self._pages):
            self._drop(key)

    def _drop(self, key: Hashable) -> None:
        context = self._pages.pop(key).context
        with suppress(Error):  # where the browser has closed it
            context.unroute_all(behavior="ignoreErrors")  # requests that were never answered
            context.close()


def watch(context: BrowserContext, seen: Callable[[], Seen]) -> None:
    """Note what a context does in what `seen` returns when it does it."""
    context.on("request", lambda request: seen().requests.append(request.url))
    context.on("weberror", lambda error: seen().errors.append(str(error.error)))
    context.on("console", lambda line: seen().errors.append(line.text) if line.type == "error" else None)
