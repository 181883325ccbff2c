"""Keeping and updating when something goes wrong: a whole copy or none, and a sentence that says which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hooks.offline import DEVELOPER_SOURCE
from hooks.records import Withdrawn
from tests.browser.offline_support import (
    LONG,
    Host,
    cut_after,
    flip,
    hold,
    hosted,
    keep,
    kept_files,
    open_view,
    portal,
    press,
    registrations,
    said,
    state,
)
from tests.browser.plan_vault import NO_PYTHON, SECRET, note, unlock, write
from tests.browser.plan_vault import keep as keep_plan
from tests.browser.support import PHONE, ROOT

GO_ON = "What has come stays in this browser. You can go on later, or remove it."
NOTHING_KEPT = "Nothing was kept."
STILL_WORKS = "The copy that you had is whole, and still works."
NO_ANSWER = "This site did not answer, or no longer."
CHANGED = (
    "A file that came is not the one that this guide has published. "
    "It may have been changed on the way, or the site is being renewed just now."
)
NOT_OURS = (
    "What came is not from this guide. "
    "This network may want you to sign in first, or may change what it sends."
)
NO_ROOM = "There is no room for these files, or this browser does not let a page keep them."
REFUSED = "This browser does not let this page keep files. A private window may be the reason."
NEW_TEXT = "<p class='new-text'>Words of the newer version.</p>"
UPDATED = (
    "Done. The newer version is here. It is used when you open this guide the next time, "
    "after it was closed in all tabs."
)


@pytest.fixture
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(tmp_path_factory.mktemp("host") / "site") as host:
        yield host


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def is_newer(page: Page) -> bool:
    return page.locator(".new-text").count() == 1


class TestFirstCopy:
    def test_cut_at_every_tenth_it_is_never_used_and_goes_on_where_it_was(
        self, page: Page, host: Host
    ) -> None:
        open_view(page, host.address)
        for tenth in range(10):
            host.answer = cut_after(tenth / 10, host, "guide")
            page.evaluate("document.documentElement.dataset.offlineState = 'not yet'")
            press(page, "guide")
            state(page, "failed")
            names = {name for names in kept_files(page).values() for name in names}
            said(page, f"{NO_ANSWER} {GO_ON if names else NOTHING_KEPT}")
            assert (registrations(page), "kept" in names) == (0, False), tenth
            if tenth == 9:
                break
            if names:
                press(page, "remove")
                state(page, "off")
        host.answer = None
        host.asked.clear()
        press(page, "guide")
        state(page, "kept")
        assert names
        assert names & set(host.asked) == set()

    def test_an_unfinished_copy_is_told_of_the_next_time_and_can_be_removed(
        self, page: Page, host: Host
    ) -> None:
        open_view(page, host.address)
        host.answer = cut_after(0.5, host, "guide")
        press(page, "guide")
        state(page, "failed")
        host.answer = None
        open_view(page, host.address)
        state(page, "failed")
        expect(page.locator(".offline-is")).to_have_text(
            "A part of the guide has come, and is not used yet. "
            "You can go on: press the same button again. Or you can remove it."
        )
        press(page, "remove")
        state(page, "off")
        assert kept_files(page) == {}

    def test_a_byte_flipped_on_the_way_fails_it_and_leaves_nothing(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        host.answer = flip("assets/plan.js")
        press(page, "guide")
        state(page, "failed")
        said(page, f"{CHANGED} {NOTHING_KEPT}")
        assert (kept_files(page), registrations(page)) == ({}, 0)
        host.answer = None
        press(page, "guide")
        state(page, "kept")

    def test_a_list_of_another_version_fails_it(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        older = (host.folder / "files.json").read_bytes()
        host.publish(phone_html=NEW_TEXT)
        host.answer = lambda path, body: older if path == "files.json" else body
        press(page, "guide")
        state(page, "failed")
        said(page, f"{CHANGED} {NOTHING_KEPT}")
        assert (kept_files(page), registrations(page)) == ({}, 0)

    def test_a_worker_of_another_version_is_not_started(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        version = host.manifest()["version"].encode()
        host.answer = lambda path, body: body.replace(version, b"0" * 16) if path == "worker.js" else body
        press(page, "guide")
        state(page, "failed")
        said(page, re.compile("^All files came, but this browser did not start the part that opens them"))
        assert registrations(page) == 0
        host.answer = None
        press(page, "guide")
        state(page, "kept")

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            (b"{}", NOT_OURS),
            (b"\xff\xfe", NOT_OURS),
            (b'{"format": 1, "version": "x"}', NOT_OURS),
            (b'{"format": 1, "version": "0123456789abcdef", "guide": null}', NOT_OURS),
            (
                b'{"format": 2}',
                "This page is older than the files of the site. Load the page again, then try once more.",
            ),
        ],
    )
    def test_a_list_that_is_none_is_told(self, page: Page, host: Host, sent: bytes, sentence: str) -> None:
        host.answer = lambda path, body: sent if path == "files.json" else body
        open_view(page, host.address)
        said(page, f"{sentence} {NOTHING_KEPT}")
        expect(page.locator("[data-offline=guide]")).to_be_disabled()
        state(page, "off")

    def test_a_network_that_answers_with_its_own_page_is_told(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        host.answer = portal
        press(page, "guide")
        state(page, "failed")
        said(page, f"{NOT_OURS} {NOTHING_KEPT}")

    def test_without_a_site_there_is_nothing_to_choose(self, page: Page, host: Host) -> None:
        page.goto(f"{host.address}index.html")
        page.locator("#menu a[data-open=offline]").evaluate("link => link.click()")
        page.locator("[data-offline=guide]").wait_for()
        host.stop()
        page.locator("#menu a[data-open=phone]").evaluate("link => link.click()")
        page.locator("#menu a[data-open=offline]").evaluate("link => link.click()")
        said(page, "To keep the guide, the browser must reach this site once. You can try again later.")
        expect(page.locator("[data-offline=guide]")).to_be_disabled()

    def test_a_full_browser_is_told_and_nothing_half_is_left(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        session = page.context.new_cdp_session(page)
        session.send("Storage.overrideQuotaForOrigin", {"origin": host.address[:-1], "quotaSize": 400_000})
        press(page, "guide")
        state(page, "failed")
        said(page, f"{NO_ROOM} {NOTHING_KEPT}")
        assert (kept_files(page), registrations(page)) == ({}, 0)

    @pytest.mark.parametrize(
        "before",
        [
            "CacheStorage.prototype.keys = () => Promise.reject(new DOMException('', 'SecurityError'))",
            "delete Navigator.prototype.serviceWorker",
            "delete window.caches",
        ],
    )
    def test_a_browser_that_refuses_is_told(self, page: Page, host: Host, before: str) -> None:
        page.add_init_script(before)
        open_view(page, host.address)
        said(page, f"{REFUSED} {NOTHING_KEPT}")
        expect(page.locator("[data-offline=guide]")).to_be_disabled()
        state(page, "off")

    @pytest.mark.parametrize("day", ["1999-01-01", "2049-06-30"])
    def test_a_wrong_clock_changes_nothing(self, page: Page, host: Host, day: str) -> None:
        page.clock.set_fixed_time(day)
        keep(page, host.address)
        host.stop()
        page.goto(f"{host.address}index.html")
        state(page, "kept")


class TestTwoTabs:
    def test_one_tab_does_it_and_the_other_says_so_and_sees_the_end(
        self, context: BrowserContext, page: Page, host: Host
    ) -> None:
        other = context.new_page()
        for tab in (page, other):
            open_view(tab, host.address)
        come = Event()
        host.answer = hold("phone.html", come)
        press(page, "guide")
        state(page, "installing")
        press(other, "guide")
        said(other, "Another tab of this guide is doing this now.")
        come.set()
        for tab in (page, other):
            state(tab, "kept")
        assert host.asked.count("about.html") == 1

    def test_removing_in_one_tab_ends_the_work_of_the_other(
        self, context: BrowserContext, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        host.publish(phone_html=NEW_TEXT)
        other = context.new_page()
        for tab in (page, other):
            open_view(tab, host.address)
        come = Event()
        host.answer = hold("phone.html", come)
        press(other, "update")
        state(other, "installing")
        press(page, "remove")
        for tab in (page, other):
            state(tab, "off")
        come.set()
        page.wait_for_timeout(300)
        assert (kept_files(page), registrations(page)) == ({}, 0)


class TestUpdate:
    def test_it_is_offered_fetches_what_changed_and_waits_for_the_next_opening(
        self, context: BrowserContext, page: Page, host: Host
    ) -> None:
        page.add_init_script(NO_PYTHON)
        page.goto(f"{host.address}plan.html")
        write(page, 0, SECRET)
        words = keep_plan(page)
        keep(page, host.address)
        plan = context.new_page()
        plan.add_init_script(NO_PYTHON)
        plan.goto(f"{host.address}plan.html")
        host.publish(phone_html=NEW_TEXT)
        host.asked.clear()

        page.goto(f"{host.address}phone.html")
        expect(page.locator(".offline-note")).to_have_text("Newer version of the kept guide")
        assert not is_newer(page)
        page.locator(".offline-note a").click()
        expect(page.locator(".offline-newer p").first).to_have_text(
            re.compile(r"^There is a newer version of the guide. At most \d+ kB to fetch.$")
        )
        assert set(host.asked) <= {"files.json", "worker.js"}
        press(page, "update")
        said(page, UPDATED)
        state(page, "kept")
        assert sorted({*host.asked} - {"files.json", "worker.js"}) == ["phone.html"]

        # What is open stays as it is, and so does all that it asks for.
        unlock(plan, words)
        expect(note(plan, 0)).to_have_value(SECRET)
        page.goto(f"{host.address}phone.html")
        assert not is_newer(page)
        assert page.locator(".offline-note").count() == 0
        page.close()
        plan.close()

        again = context.new_page()
        again.add_init_script(NO_PYTHON)
        host.stop()
        expect_newer(again, host)
        assert list(kept_files(again)) == [f"notes:/:{host.manifest()['version']}"]
        again.goto(f"{host.address}plan.html")
        unlock(again, words)
        expect(note(again, 0)).to_have_value(SECRET)

    def test_no_browser_brings_it_by_itself(self, context: BrowserContext, page: Page, host: Host) -> None:
        keep(page, host.address)
        before = kept_files(page)
        host.publish(phone_html=NEW_TEXT)
        refused = page.evaluate(
            """async () => {
              const registration = await navigator.serviceWorker.getRegistration()
              await registration.update().catch(() => {})
              const worker = registration.installing
              if (worker) await new Promise((resolve) => (worker.onstatechange = resolve))
              return [registration.installing, registration.waiting]
            }"""
        )
        assert refused == [None, None]
        page.close()
        again = context.new_page()
        again.goto(f"{host.address}phone.html")
        state(again, "kept")
        assert not is_newer(again)
        assert kept_files(again) == before

    @pytest.mark.parametrize("trouble", ["cut", "flip", "portal", "full", "stop"])
    def test_the_older_copy_stays_whole_whatever_happens(self, page: Page, host: Host, trouble: str) -> None:
        keep(page, host.address)
        (before,) = kept_files(page).items()
        host.publish(phone_html=NEW_TEXT, law_html=NEW_TEXT)
        open_view(page, host.address)
        sentence = {"cut": NO_ANSWER, "flip": CHANGED, "portal": NOT_OURS, "full": NO_ROOM}.get(trouble)
        if trouble == "cut":
            host.answer = lambda path, body: None if path == "phone.html" else body
        elif trouble == "flip":
            host.answer = flip("phone.html")
        elif trouble == "portal":
            host.answer = portal
        elif trouble == "full":
            session = page.context.new_cdp_session(page)
            session.send(
                "Storage.overrideQuotaForOrigin", {"origin": host.address[:-1], "quotaSize": 2_000_000}
            )
        else:
            host.answer = hold("phone.html", Event())
        press(page, "update")
        if sentence:
            state(page, "failed")
            said(page, f"{sentence} {STILL_WORKS}")
        else:
            page.wait_for_timeout(500)
            press(page, "cancel")
            state(page, "kept")
            said(page, "It was stopped. The copy that you had still works.")
        assert dict(kept_files(page))[before[0]] == before[1]
        assert len(kept_files(page)) == (2 if trouble == "cut" else 1)
        host.stop()
        page.goto(f"{host.address}phone.html")
        state(page, "kept")
        assert not is_newer(page)

    def test_two_versions_later_the_newest_comes(
        self, context: BrowserContext, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        host.publish(law_html=NEW_TEXT)
        open_view(page, host.address)
        press(page, "update")
        said(page, UPDATED)
        host.publish(phone_html=NEW_TEXT)
        open_view(page, host.address)
        press(page, "update")
        said(page, UPDATED)
        page.close()
        again = context.new_page()
        host.stop()
        expect_newer(again, host)
        assert list(kept_files(again)) == [f"notes:/:{host.manifest()['version']}"]


class TestWhileDeveloping:
    def test_a_copy_that_hides_every_change_steps_aside(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        page.goto(f"{host.address}phone.html")
        (host.folder / "phone.html").write_text(f"<title>Notes</title>{NEW_TEXT}", "utf-8")
        (host.folder / "worker.js").write_text((ROOT / DEVELOPER_SOURCE).read_text("utf-8"), "utf-8")
        page.evaluate("async () => { await (await navigator.serviceWorker.getRegistration()).update() }")
        expect(page.locator(".new-text")).to_be_visible(timeout=LONG)
        assert (kept_files(page), registrations(page)) == ({}, 0)


class TestWithdrawn:
    def test_who_keeps_it_is_told_plainly_and_nobody_else_is(
        self, browser: Browser, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        version = host.manifest()["version"]
        why = "The number for Ireland was wrong. Call 112 instead."
        host.publish([Withdrawn(version=version, day="2026-11-22", why=why)], phone_html=NEW_TEXT)
        page.goto(f"{host.address}now.html")
        alert = page.get_by_role("alert")
        expect(alert).to_have_text(
            "Please do not rely on the guide as it is kept in this browser. "
            f"{why} You can get the newer version here."
        )
        host.asked.clear()
        alert.locator("a").click()
        expect(page.locator("html")).to_have_attribute("data-view", "offline", timeout=LONG)
        press(page, "update")
        said(page, UPDATED)
        page.goto(f"{host.address}now.html")
        expect(alert).to_contain_text("Close this guide in all tabs, then open it again.")

        stranger = browser.new_context().new_page()
        host.asked.clear()
        stranger.goto(f"{host.address}now.html")
        expect(stranger.locator("h1")).to_be_visible()
        assert stranger.locator(".offline-note").count() == 0
        assert "files.json" not in host.asked
        stranger.context.close()

    def test_without_a_network_nothing_is_said_of_it(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        host.stop()
        page.goto(f"{host.address}now.html")
        state(page, "kept")
        assert page.locator(".offline-note").count() == 0


def expect_newer(page: Page, host: Host) -> None:
    """Open a page until the newer version answers: a browser needs a moment to see that no tab is open."""
    for _ in range(20):
        page.goto("about:blank")
        page.wait_for_timeout(100)
        page.goto(f"{host.address}phone.html")
        if is_newer(page):
            return
    raise AssertionError("the newer version is not used")
