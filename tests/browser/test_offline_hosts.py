"""Hosts and browsers that behave oddly: the guide is kept, or the page says why not; never an older one."""

# ruff: noqa: F811 - fixtures are arguments
from __future__ import annotations

import re
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Playwright, expect

from hooks.content.records import Withdrawn
from hooks.site.offline import SOURCE, write_offline
from tests.browser.offline_support import (
    LONG,
    Host,
    keep,
    kept_files,
    open_view,
    press,
    said,
    state,
)
from tests.browser.plan_vault import NO_PYTHON, SECRET, note, write
from tests.browser.support import FLAGS, PATIENT, PHONE, ROOT, stored
from tests.browser.test_offline import NOTHING, context, host, host_of_module, page  # noqa: F401

BEHIND = (
    "Right now this site has an older version of the guide than the one that you keep. You still have the "
    "newer one. You do not need to do anything."
)
NOT_OURS = (
    "The answer was not from this guide. This network may want you to sign in first, or it may change what "
    "it sends. Nothing was kept."
)
CHANGED = re.compile("^One file is not the one that this guide published.*Nothing was kept.$")


class TestHosts:
    def test_one_that_sends_pages_on_to_shorter_addresses(self, page: Page, host: Host) -> None:
        host.sends_on = "/{}"
        keep(page, f"{host.address}")
        assert sorted(*kept_files(page).values()) == sorted([*host.files("guide"), "kept"])
        host.stop()
        for address in ("phone.html", "phone", "sheets/incident-log", ""):
            answer = page.goto(host.address + address)
            assert answer
            assert (answer.status, answer.from_service_worker) == (200, True), address

    @pytest.mark.parametrize("sends_on", ["http://localhost:1/{}", "/../{}"])
    def test_one_that_sends_pages_on_to_elsewhere_is_not_followed(
        self, page: Page, host: Host, sends_on: str
    ) -> None:
        second = host.folder / "second"
        shutil.copytree(host.folder, second, ignore=lambda *_: ["second"])
        write_offline(second, (ROOT / SOURCE).read_text("utf-8"))
        open_view(page, f"{host.address}second/")
        host.sends_on = sends_on if "localhost" in sends_on else "/elsewhere/{}"
        press(page, "guide")
        state(page, "failed")
        said(page, re.compile("Nothing was kept.$"))
        assert kept_files(page) == {}
        shutil.rmtree(second)

    def test_a_browser_that_takes_itself_for_offline_is_not_believed(self, page: Page, host: Host) -> None:
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })")
        keep(page, host.address)
        host.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
        page.evaluate(PATIENT)
        press(page, "remove")
        said(page, re.compile("^The kept guide is removed. This site’s address may stay"))

    def test_a_file_that_is_longer_than_listed_is_not_read_to_its_end(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        host.answer = lambda path, body: body + b" " * 20_000_000 if path == "phone.html" else body
        press(page, "guide")
        state(page, "failed")
        said(page, CHANGED)
        assert stored(page) == NOTHING

    def test_a_list_with_a_file_of_another_form_is_none(self, page: Page, host: Host) -> None:
        host.answer = lambda path, body: (
            body.replace(b'"index.html"', b'"../index.html"') if path == "files.json" else body
        )
        open_view(page, host.address)
        said(page, NOT_OURS)

    def test_nothing_more_is_asked_for_after_leaving(self, page: Page, host: Host) -> None:
        asked: list[str] = []
        open_view(page, host.address)
        page.evaluate(
            """() => {
              const match = Cache.prototype.match
              let looked = 0
              // On the way to the next files, the reader leaves.
              Cache.prototype.match = function (...given) {
                if (++looked === 20) {
                  document.dispatchEvent(new CustomEvent('guide:leaving'))
                  document.documentElement.dataset.away = ''
                }
                return match.apply(this, given)
              }
            }"""
        )
        press(page, "guide")
        expect(page.locator("html[data-away]")).to_have_count(1)
        page.wait_for_timeout(500)  # for what was on its way
        page.on("request", lambda request: asked.append(request.url))
        count = len(host.asked)
        page.wait_for_timeout(500)
        assert asked == []
        assert len(host.asked) == count
        assert count < len(host.files("guide"))
        assert all("kept" not in names for names in kept_files(page).values())


class TestWithoutHttps:
    def test_it_is_said_that_the_site_must_come_by_https(
        self, playwright: Playwright, headless_path: str, host: Host
    ) -> None:
        rules = f"--host-resolver-rules=MAP guide.test 127.0.0.1:{urlsplit(host.address).port}"
        browser = playwright.chromium.launch(executable_path=headless_path, args=[*FLAGS, rules])
        page = browser.new_page(viewport=PHONE)
        page.add_init_script(NO_PYTHON)
        open_view(page, "http://guide.test/")
        assert not page.evaluate("isSecureContext")
        said(
            page, re.compile("^This browser can keep the guide only if the site’s address begins with https")
        )
        page.goto("http://guide.test/plan.html")
        write(page, 0, SECRET)
        vault = page.locator("[data-slot=vault]")
        vault.locator("summary").first.click()
        vault.get_by_role("button", name="Choose a passphrase").click()
        expect(vault.locator(".said:visible").first).to_have_text(
            re.compile("^This browser can keep a plan only if the site’s address begins with https")
        )
        saving = page.locator("[data-file=save]")
        expect(saving).to_have_attribute("open", "")
        expect(saving.locator(".made-words")).to_have_text(
            re.compile(r"^[a-z-]+( [a-z-]+){5}$"), timeout=LONG
        )
        with page.expect_download() as download:
            saving.get_by_role("button", name="Save the file").click()
        assert Path(download.value.path()).read_bytes().startswith(b"age-encryption.org/v1\n")
        assert note(page, 0).input_value() == SECRET
        browser.close()


class TestOlderVersions:
    def test_an_older_version_is_told_and_never_fetched(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        before = kept_files(page)
        host.publish(order=host.order - 1, law_html="<p>As it was before.</p>")
        host.asked.clear()
        open_view(page, host.address)
        said(page, BEHIND)
        expect(page.locator(".offline-newer")).to_be_hidden()
        expect(page.locator("[data-offline=all]")).to_be_disabled()
        page.goto(f"{host.address}phone.html")
        state(page, "kept")
        expect(page.locator(".offline-note")).to_have_count(0)
        assert kept_files(page) == before
        assert "law.html" not in host.asked

    def test_a_host_that_goes_back_between_looking_and_fetching_is_not_followed(
        self, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        before = kept_files(page)
        host.publish(order=host.order - 1, law_html="<p>As it was before.</p>")
        press(page, "all")
        said(page, re.compile("Older versions can have mistakes.*The copy that you had is complete"))
        assert kept_files(page) == before

    def test_another_publication_of_the_same_moment_is_offered(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        host.publish(order=host.order, law_html="<p>Another.</p>")
        open_view(page, host.address)
        expect(page.locator(".offline-newer")).to_be_visible()

    def test_what_was_withdrawn_stays_so_when_the_host_falls_back_or_is_gone(
        self, page: Page, host: Host
    ) -> None:
        version = host.publish()
        keep(page, host.address)
        before = host.order
        why = "The number for Ireland was wrong. Call 112 instead."
        withdrawn = Withdrawn(version=version, day="2026-11-22", why=why)
        changed = (host.folder / "law.html").read_text("utf-8")
        host.publish([withdrawn], law_html="<p>Mended.</p>")
        page.goto(f"{host.address}now.html")
        alert = page.locator("[role=alert]")
        expect(alert).to_contain_text(why)
        noted = "async () => (await (await caches.match('/kept')).json()).withdrawn ?? null"
        for _ in range(200):
            if page.evaluate(noted) == why:
                break
            page.wait_for_timeout(50)
        (host.folder / "law.html").write_text(changed, "utf-8")
        host.publish(order=before)
        page.goto(f"{host.address}now.html")
        expect(alert).to_contain_text(why)
        assert "here" not in alert.inner_text()  # there is no newer one to get
        host.stop()
        page.goto(f"{host.address}now.html")
        expect(alert).to_contain_text(why)


class TestWithoutAnswer:
    @pytest.mark.parametrize(
        "silent",
        [
            "caches.keys = () => new Promise(() => {})",
            "navigator.serviceWorker.getRegistration = () => new Promise(() => {})",
        ],
    )
    def test_a_browser_that_does_not_answer_is_told_after_a_while(
        self, page: Page, host: Host, silent: str
    ) -> None:
        page.clock.install()
        page.add_init_script(silent)
        page.goto(f"{host.address}index.html")
        page.locator("#menu a[data-open=offline]").evaluate("link => link.click()")
        expect(page.locator(".offline-said")).to_have_text("One moment…", timeout=LONG)
        for _ in range(40):
            page.clock.run_for(1000)
        said(page, re.compile("^This browser did not answer.*Nothing was changed.$"))
        expect(page.locator(".offline-is")).to_have_text(re.compile("^We cannot tell just now"))
