"""Keeping the guide on the device: only on request, whole or not at all, and gone when it is removed."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from hooks.site.offline import SOURCE, write_offline
from tests.browser.offline_support import (
    LONG,
    Host,
    cut_after,
    hold,
    hosted,
    keep,
    keep_language,
    kept_files,
    open_view,
    portal,
    press,
    registrations,
    said,
    state,
)
from tests.browser.plan_support import python_file
from tests.browser.plan_vault import NO_PYTHON, SECRET, note, unlock, write
from tests.browser.plan_vault import keep as keep_plan
from tests.browser.support import BELOW, EXIT_PAGE, EXIT_URL, PATIENT, PHONE, ROOT, show_whole, stored, until
from tests.browser.traces import Traces, axe_problems

NOTHING: dict[str, list[str]] = {
    kind: [] for kind in ("local", "session", "databases", "caches", "workers", "cookies")
}
UNREACHED = "This site did not answer, so we cannot tell whether there is a newer version."
LOSE_A_LIST = """() => {
  const [fetch, list] = [window.fetch, IDBFactory.prototype.databases]
  window.fetch = async (...asked) => {
    const answer = await fetch(...asked)
    window.fetch = fetch
    IDBFactory.prototype.databases = () => {
      IDBFactory.prototype.databases = list
      return new Promise(() => {})
    }
    return answer
  }
}"""
"""The first list of databases after an answer from the host never arrives, as in a busy Chromium."""


SILENT_STARTS = {
    "no event": "ServiceWorker.prototype.addEventListener = () => {}",
    "a state that stays": """Object.defineProperty(
      ServiceWorker.prototype, 'state', { get: () => 'installing' })""",
    "no answer": """const { register } = ServiceWorkerContainer.prototype
      ServiceWorkerContainer.prototype.register = function (...given) {
        register.apply(this, given)
        return new Promise(() => {})
      }""",
}
"""Workers that start while the page does not hear of it, as in a busy WebKit."""
LOSE_A_REQUEST = """const { register } = ServiceWorkerContainer.prototype
ServiceWorkerContainer.prototype.register = function (...given) {
  const { dataset } = document.documentElement
  const isFirst = !dataset.asked
  dataset.asked = isFirst ? "once" : "twice"
  return isFirst ? new Promise(() => {}) : register.apply(this, given)
}"""
"""The first request for a worker is lost."""


@pytest.fixture(scope="module")
def host_of_module(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(tmp_path_factory.mktemp("host") / "site") as host:
        yield host


@pytest.fixture
def host(host_of_module: Host) -> Iterator[Host]:
    """A host that serves a small copy of the site as it should."""
    host = host_of_module
    host.asked.clear()
    host.answer = host.wipe_headers = host.sends_on = None
    yield host
    host.stop()
    host.start()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport=PHONE)
    context.route(EXIT_URL, lambda route: route.fulfill(body=EXIT_PAGE, content_type="text/html"))
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


class TestWithoutScript:
    @pytest.mark.every_language
    def test_the_page_says_what_keeping_means_and_what_it_needs(self, browser: Browser, host: Host) -> None:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{host.address}offline.html")
        text = page.locator("main").inner_text()
        for sentence in (
            "The copy is not locked.",
            "The buttons for it need JavaScript.",
            "Without it you can print pages, or save them with your browser.",
        ):
            assert sentence in text
        assert page.locator("main button").count() == 0
        context.close()


class TestChoice:
    def test_a_plain_visit_registers_nothing_and_asks_for_nothing_more(
        self, context: BrowserContext, host: Host
    ) -> None:
        traces = Traces(context, host.address)
        page = context.new_page()
        page.goto(f"{host.address}index.html")
        for view in ("phone", "plan", "reading"):
            page.locator(f"#menu a[data-open={view}]").evaluate("link => link.click()")
            until(page, "view", view)
        page.goto(f"{host.address}home.html")
        until(page, "offline-state", "off")
        assert {"worker.js", "files.json", "assets/offline.js", "assets/offline.css"} & {*host.asked} == set()
        assert traces.left(page) == {}

    def test_to_look_at_the_choice_keeps_nothing(self, context: BrowserContext, host: Host) -> None:
        traces = Traces(context, host.address)
        page = context.new_page()
        open_view(page, host.address)
        state(page, "off")
        expect(page.locator(".offline-is")).to_have_text("No part of this guide is kept in this browser.")
        assert host.asked.count("files.json") == 1
        assert "worker.js" not in host.asked
        assert traces.left(page) == {}

    def test_each_choice_says_how_large_it_is_before_it_is_made(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        manifest = host.manifest()
        groups = {"guide": ["guide"], "all": ["guide", "more"]}
        for choice, names in groups.items():
            wire = sum(manifest[name]["wire"] for name in names)
            size = sum(size for name in names for _, size, _ in manifest[name]["files"])
            found = page.locator(f"[data-choice={choice}] .offline-size").inner_text()
            assert re.fullmatch(r"About .* to download, .* on this device\.", found)
            assert sizes_in(found) == pytest.approx([wire / 1e6, size / 1e6], abs=0.1)

    def test_the_guide_is_kept_as_published_and_nothing_else_or_on_paper(
        self, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        version = host.manifest()["version"]
        assert kept_files(page) == {f"notes:/:{version}": sorted([*host.files("guide"), "kept"])}
        assert stored(page) | {"caches": []} == NOTHING | {"workers": [host.address]}
        assert page.title() == "Notes"
        expect(page.locator("[data-offline=guide]")).to_be_hidden()
        expect(page.locator("[data-offline=all]")).to_be_visible()
        page.emulate_media(media="print")
        expect(page.locator(".offline")).to_be_hidden()

    def test_the_larger_choice_adds_to_the_smaller_and_fetches_only_the_rest(
        self, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        host.asked.clear()
        press(page, "all")
        expect(page.locator(".offline-is")).to_contain_text(
            "The guide is kept in this browser, with all its parts.", timeout=LONG
        )
        assert sorted(host.asked) == sorted([*host.files("more"), "files.json", "worker.js"])
        (names,) = kept_files(page).values()
        assert sorted(names) == sorted([*host.files("guide", "more"), "kept"])
        expect(page.locator("[data-offline=all]")).to_be_hidden()

    def test_it_can_be_done_by_keys_and_is_announced(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        assert page.locator(".offline-said").get_attribute("role") == "status"
        page.locator("[data-offline=guide]").focus()
        page.keyboard.press("Enter")
        state(page, "kept")
        expect(page.locator(".offline-is")).to_be_focused()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        expect(page.locator("[data-offline=remove]")).to_be_focused()
        assert axe_problems(page) == []

    def test_the_bytes_are_shown_and_it_can_be_stopped(self, page: Page, host: Host) -> None:
        open_view(page, host.address)
        host.answer = hold("phone.html", Event())
        press(page, "guide")
        state(page, "installing")
        expect(page.locator(".offline-bytes")).to_have_text(
            re.compile(r"[\d.]+ [kM]B \w+ [\d.]+ MB" if BELOW else r"\d+ kB of [\d.]+ MB")
        )
        expect(page.locator("progress")).to_have_attribute("aria-label", "How much has loaded")
        said(page, "The files are loading. You can go on reading. If you close this page, the loading stops.")
        assert axe_problems(page) == []
        page.wait_for_timeout(300)
        press(page, "cancel")
        state(page, "off")
        said(page, "Stopped. Nothing was kept.")
        assert stored(page) == NOTHING


class TestStart:
    @pytest.mark.parametrize("how", SILENT_STARTS)
    def test_a_worker_that_starts_without_a_word_is_seen(self, page: Page, host: Host, how: str) -> None:
        page.add_init_script(SILENT_STARTS[how])
        page.clock.install()
        open_view(page, host.address)
        press(page, "guide")
        page.evaluate("async () => void (await navigator.serviceWorker.ready)")
        state(page, "installing")
        page.clock.fast_forward(15_000)
        state(page, "kept")
        said(page, "Done. The guide is now kept in this browser.")
        host.stop()
        page.reload()
        expect(page.locator("main h1").first).to_be_visible()

    def test_where_the_request_for_one_is_lost_it_is_asked_for_once_more(
        self, page: Page, host: Host
    ) -> None:
        page.add_init_script(LOSE_A_REQUEST)
        page.clock.install()
        open_view(page, host.address)
        press(page, "guide")
        until(page, "asked", "once")
        state(page, "installing")
        page.clock.fast_forward(15_000)
        state(page, "kept")
        said(page, "Done. The guide is now kept in this browser.")
        until(page, "asked", "twice")

    def test_one_that_is_refused_twice_is_told(self, page: Page, host: Host) -> None:
        page.add_init_script(
            """window.asked = 0
            ServiceWorkerContainer.prototype.register = async () => { asked += 1; throw new TypeError() }"""
        )
        open_view(page, host.address)
        press(page, "guide")
        state(page, "failed")
        assert page.evaluate("asked") == 2
        said(page, re.compile("this browser did not start the part that opens them without a network"))


class TestWithoutNetwork:
    def test_it_opens_wherever_the_address_leads_says_what_is_not_there_and_leaves(
        self, context: BrowserContext, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        host.stop()
        for address, heading in {
            "": "When someone will not leave you alone",
            "phone.html?from=elsewhere": "Your phone",
            "sheets/incident-log.html": "Incident log",
        }.items():
            answer = page.goto(host.address + address)
            assert answer
            assert answer.status == 200
            expect(page.locator("main h1").first).to_have_text(heading)
            assert answer.headers["content-security-policy"].startswith(
                "default-src 'none'; script-src 'self'"
            )
        missing = page.goto(f"{host.address}nowhere/at-all.html")
        assert missing
        assert missing.status == 404
        expect(page.locator("main h1")).to_have_text("This page is not here")
        page.locator(".exit").click()
        expect(page).to_have_title("Weather today")
        # Leaving clears the screen though nothing else can come.
        context.unroute_all()
        context.route(EXIT_URL, lambda route: route.abort("internetdisconnected"))
        page.goto(host.address)
        page.locator(".exit").click()
        page.wait_for_url("chrome-error://**")
        assert "quiet guide" not in page.content().lower()

    def test_behind_a_network_that_answers_everything_with_its_own_page(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        host.answer = portal
        page.goto(f"{host.address}index.html")
        expect(page.locator("h1").first).to_have_text("When someone will not leave you alone")
        for view in ("plan", "sheets", "sheet-incident-log"):
            page.locator(f"a[data-open={view}]").first.evaluate("link => link.click()")
            expect(page.locator(f"[data-view-id={view}] h1")).to_be_visible()
            assert "wireless" not in page.content()
        open_view(page, host.address)
        state(page, "kept")
        said(page, UNREACHED)

    def test_parts_of_a_pdf_are_sent_as_its_viewer_asks(self, page: Page, host: Host) -> None:
        (host.folder / "sheets/blank-a4.pdf").write_bytes(bytes(range(256)) * 40)
        host.publish()
        keep(page, host.address, "all")
        host.stop()
        size = 10_240
        for asked, expected in {
            "bytes=0-3": [206, [0, 1, 2, 3], f"bytes 0-3/{size}"],
            "bytes=10238-": [206, [254, 255], f"bytes 10238-10239/{size}"],
            "bytes=-2": [206, [254, 255], f"bytes 10238-10239/{size}"],
            "bytes=10239-99999": [206, [255], f"bytes 10239-10239/{size}"],
            f"bytes={size}-": [416, [], f"bytes */{size}"],
            "bytes=5-2": [416, [], f"bytes */{size}"],
            "bytes=-": [416, [], f"bytes */{size}"],
        }.items():
            got = page.evaluate(
                """async (Range) => {
                  const answer = await fetch('sheets/blank-a4.pdf', { headers: { Range } })
                  const bytes = [...new Uint8Array(await answer.arrayBuffer())]
                  return [answer.status, bytes, answer.headers.get('content-range')]
                }""",
                asked,
            )
            assert got == expected, asked
        (host.folder / "sheets/blank-a4.pdf").unlink()
        host.publish()

    def test_a_file_that_is_not_kept_comes_from_the_network_only_if_it_is_of_this_version(
        self, page: Page, host: Host
    ) -> None:
        catalogue = python_file("catalogue.json").name
        fetched = f"async () => (await fetch('assets/python/{catalogue}')).ok"
        keep(page, host.address)
        page.reload()
        assert page.evaluate(fetched)
        host.answer = lambda path, body: body + b" " if path.endswith(catalogue) else body
        assert page.evaluate(f"async () => ({fetched})().catch(() => 'refused')") == "refused"
        host.answer = portal
        assert page.evaluate(f"async () => ({fetched})().catch(() => 'refused')") == "refused"


class TestCoresOfPython:
    def test_python_knows_by_a_header_that_a_copy_of_all_answers_for_it_and_nothing_else_has_it(
        self, page: Page, host: Host
    ) -> None:
        header = "async () => (await fetch('assets/python/manifest.json')).headers.get('Kept')"
        open_view(page, host.address)
        assert page.evaluate(header) is None
        press(page, "guide")
        state(page, "kept")
        page.reload()
        assert page.evaluate("Boolean(navigator.serviceWorker.controller)")
        assert page.evaluate(header) is None
        open_view(page, host.address)
        host.answer = cut_after(0.5, host, "more")
        press(page, "all")
        expect(page.locator(".offline-said")).to_contain_text("The site is not answering.", timeout=LONG)
        host.answer = None
        assert page.evaluate(header) is None
        press(page, "all")
        expect(page.locator(".offline-is")).to_contain_text("with all its parts", timeout=LONG)
        assert page.evaluate(header) == "yes"
        host.publish(phone_html="<p>This is newer.</p>")
        page.reload()
        assert page.evaluate(header) == "yes"

    def test_no_copy_holds_the_smaller_core_and_only_that_of_its_version_comes_from_the_network(
        self, page: Page, host: Host
    ) -> None:
        slim = "assets/python/pyodide.asm.0123456789abcdef.wasm"
        manifest = host.folder / "assets/python/manifest.json"
        named = json.loads(manifest.read_bytes())
        named["slim"]["pyodide.asm.wasm"]["name"] = slim.rpartition("/")[2]
        manifest.write_text(json.dumps(named), "utf-8")
        (host.folder / slim).write_bytes(b"smaller")
        host.publish()
        keep(page, host.address, "all")
        (names,) = kept_files(page).values()
        assert "assets/python/manifest.json" in names
        assert slim not in names
        page.reload()
        fetched = f"() => fetch('{slim}').then(({{ ok }}) => ok, () => 'refused')"
        assert page.evaluate(fetched) is True
        host.answer = lambda path, body: b"another" if path == slim else body
        assert page.evaluate(fetched) == "refused"


class TestRemoval:
    def test_nothing_is_left_and_what_may_stay_is_said(self, page: Page, host: Host) -> None:
        keep(page, host.address, "all")
        host.asked.clear()
        press(page, "remove")
        state(page, "off")
        said(
            page,
            "The kept guide is removed. Parts of its text may stay in the browser’s files, and this site’s "
            "address may stay in its history and lists.",
        )
        assert stored(page) == NOTHING
        assert host.asked.count("wipe") == 1
        page.goto(f"{host.address}index.html")
        state(page, "off")
        assert stored(page) == NOTHING

    def test_a_host_that_clears_the_browsers_files_is_asked_to(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        host.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
        page.evaluate(PATIENT)
        press(page, "remove")
        said(
            page,
            "The kept guide is removed. This site’s address may stay in the browser’s history and lists.",
        )
        assert stored(page) == NOTHING

    def test_a_list_that_the_browser_loses_while_its_host_clears_is_asked_for_again(
        self, page: Page, host: Host
    ) -> None:
        keep(page, host.address)
        host.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
        page.evaluate(PATIENT)
        page.evaluate(LOSE_A_LIST)
        press(page, "remove")
        said(page, re.compile("^The kept guide is removed. This site’s address may stay"))

    def test_without_a_network_it_is_removed_all_the_same(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        host.stop()
        open_view(page, host.address)
        press(page, "remove")
        state(page, "off")
        said(page, re.compile("^The kept guide is removed. Parts of its text may stay"))
        assert stored(page) == NOTHING
        press_is_possible = page.locator("[data-offline=guide]")
        expect(press_is_possible).to_be_disabled()

    def test_a_kept_plan_stays_and_the_host_is_not_asked_to_wipe(
        self, context: BrowserContext, page: Page, host: Host
    ) -> None:
        page.add_init_script(NO_PYTHON)
        page.goto(f"{host.address}plan.html")
        write(page, 0, SECRET)
        words = keep_plan(page)
        keep(page, host.address)
        host.wipe_headers = {"Clear-Site-Data": '"cache", "storage"'}
        host.asked.clear()
        press(page, "remove")
        state(page, "off")
        said(
            page,
            re.compile("This did not change your plan. If you keep one here, it is still kept, locked.$"),
        )
        assert "wipe" not in host.asked
        assert stored(page) == NOTHING | {"databases": ["notes:/"]}
        page.goto(f"{host.address}plan.html")
        unlock(page, words)
        expect(note(page, 0)).to_have_value(SECRET)

    def test_a_plan_is_deleted_without_the_guide_and_it_is_said(self, page: Page, host: Host) -> None:
        page.add_init_script(NO_PYTHON)
        keep(page, host.address)
        page.goto(f"{host.address}plan.html")
        show_whole(page)
        keep_plan(page)
        vault = page.locator("[data-slot=vault]")
        vault.locator("[data-wipe] > summary").click()
        vault.get_by_role("button", name="Delete everything now").click()
        expect(vault.locator(".said:visible").first).to_have_text(
            re.compile("This did not remove the guide that you keep here for use without a network.$")
        )
        open_view(page, host.address)
        state(page, "kept")

    def test_a_wiped_plan_goes_past_the_kept_guide_to_the_host(self, page: Page, host: Host) -> None:
        keep(page, host.address)
        host.asked.clear()
        known = page.goto(f"{host.address}phone.html")
        wipe = page.goto(f"{host.address}wipe")
        assert known
        assert known.from_service_worker
        assert wipe
        assert not wipe.from_service_worker
        assert "wipe" in host.asked

    def test_two_guides_on_one_host_are_kept_and_removed_apart(self, page: Page, host: Host) -> None:
        second = host.folder / "second"
        shutil.copytree(host.folder, second)
        write_offline(second, (ROOT / SOURCE).read_text("utf-8"))
        keep(page, host.address)
        open_view(page, f"{host.address}second/")
        host.answer = lambda path, body: None if path == "second/phone.html" else body
        press(page, "guide")
        state(page, "failed")
        press(page, "remove")
        state(page, "off")
        host.answer = None
        keep(page, f"{host.address}second/")
        press(page, "remove")
        state(page, "off")
        (name,) = kept_files(page)
        assert name.startswith("notes:/:")
        assert stored(page)["workers"] == [host.address]
        page.goto(f"{host.address}phone.html")
        state(page, "kept")
        shutil.rmtree(second)


def sizes_in(text: str) -> list[float]:
    """Read the sizes in a sentence, in MB."""
    found = re.findall(r"([\d.]+) (kB|MB)", text)
    return [float(number) / (1000 if unit == "kB" else 1) for number, unit in found]


def test_removing_the_guide_in_one_language_removes_it_in_every_language(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    keep(page, host.address)
    keep_language(page, f"{host.address}es/")
    names = sorted(name.rpartition(":")[0] for name in kept_files(page))
    assert names == ["notes:/", "notes:/es/"]
    assert registrations(page) == 2
    host.stop()
    page.goto(f"{host.address}es/phone.html")
    expect(page.locator("html")).to_have_attribute("lang", "es")
    host.start()
    open_view(page, host.address)
    expect(page.locator(".offline-is")).to_have_text(
        "The guide is kept in this browser. It opens without a network. It is also kept in another "
        "language: Español. Removing it here removes it in every language."
    )
    press(page, "remove")
    said(page, re.compile("^The kept guide is removed."))
    assert kept_files(page) == {}
    assert registrations(page) == 0


def test_a_copy_in_another_language_alone_is_told_and_can_be_removed(
    context: BrowserContext, host: Host
) -> None:
    page = context.new_page()
    keep_language(page, f"{host.address}es/")
    open_view(page, host.address)
    expect(page.locator(".offline-is")).to_have_text(
        "This guide is kept in this browser, but in another language: Español. "
        "Removing it here removes it in every language."
    )
    press(page, "remove")
    said(page, re.compile("^The kept guide is removed."))
    expect(page.locator(".offline-is")).to_have_text("No part of this guide is kept in this browser.")
    assert kept_files(page) == {}
