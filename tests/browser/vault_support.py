"""A small site that is nothing but the vault, and what tests of it share."""

from __future__ import annotations

import os
import pty
import re
import select
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from playwright.sync_api import Error, Page, Playwright

from hooks.assets.bundles import BUNDLES, WORKERS, bundle, bundle_once, state_of_sources, wrap_for_worker
from tests.browser.support import BELOW, FLAGS, ROOT, Handler, OpenPage, Server, is_from_here

PAGES = Path(__file__).parent / "pages" / "vault"
PASSPHRASE = "murky pebble lantern goose ferry"
NEXT = "velvet tundra sparkle onion crane"
WRONG = "murky pebble lantern goose fairy"
DATA = {
    "kind": "plan",
    "notes": {"one": "Ask Ana for the key.", "hostile": "</template><script>\u202e\u0000"},
}
VAULT_SCRIPT = "assets/vault.js"
ATTACHMENTS_SCRIPT = "assets/attachments.js"
QUICK = 10  # scrypt's N is 2 to this power
PATIENCE = 60  # seconds for a program to ask or answer


def build_vault_site(folder: Path, *, quick: bool = False) -> Path:
    """Write the test page and the bundles that the real site has too, or a vault that is `quick_to_seal`."""
    (folder / "assets").mkdir(parents=True)
    shutil.copy(PAGES / "index.html", folder)
    page = bundle(ROOT, str((PAGES / "page.js").relative_to(ROOT)))
    (folder / "assets/page.js").write_text(page, encoding="utf-8")
    state = state_of_sources(ROOT)
    attachments = bundle_once(ROOT, BUNDLES[ATTACHMENTS_SCRIPT], state).text
    (folder / ATTACHMENTS_SCRIPT).write_text(attachments, encoding="utf-8")
    for uri, source in WORKERS.items():
        script = wrap_for_worker(bundle_once(ROOT, source, state).text)
        script = quick_to_seal(script) if quick and uri == VAULT_SCRIPT else script
        (folder / uri).write_text(script, encoding="utf-8")
    return folder


def quick_to_seal(script: str) -> str:
    """Return the vault's script with passphrases that take milliseconds, not a second, to make and to try."""
    changed, places = re.subn(r"\.setScryptWorkFactor\([\w$]+\)", f".setScryptWorkFactor({QUICK})", script)
    assert places == 1
    return changed


def with_quick_vault(open_page: OpenPage, quick_vault: str) -> OpenPage:
    """Return a function like `open_page` whose pages get this script as their vault."""
    answer: dict[str, Any] = {"body": quick_vault, "content_type": "text/javascript"}

    def open_quick(address: str | None = "index.html", **options: Any) -> Page:
        page = open_page(None, **options)
        page.context.route(f"**/{VAULT_SCRIPT}", lambda route: route.fulfill(**answer))
        if address is not None:
            page.goto(address)
        return page

    return open_quick


@dataclass
class VaultSite:
    """A running host of the vault's page."""

    address: str = ""
    folder: Path = Path()
    wipe_headers: dict[str, str] | None = None
    """Headers of the answer to `wipe`; without any, the host does not know that address."""
    wipe_requests: list[str] = field(default_factory=list)


def serve_vault(folder: Path) -> Iterator[VaultSite]:
    site = VaultSite(folder=folder)

    class VaultHandler(Handler):
        def do_GET(self) -> None:  # noqa: N802 - what http.server calls
            if self.path != "/wipe":
                return super().do_GET()
            site.wipe_requests.append(self.command)
            if site.wipe_headers is None:
                return self.send_error(404)
            self.send_response(200)
            for name, value in site.wipe_headers.items() if is_from_here(self) else ():
                self.send_header(name, value)
            self.send_header("Content-Length", "0")
            self.end_headers()

    server = Server(("127.0.0.1", 0), partial(VaultHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    site.address = f"http://127.0.0.1:{server.server_port}/"
    yield site
    server.shutdown()
    server.server_close()


def outcome(page: Page, call: str, *given: Any) -> Any:
    """Call the vault, as `"keep(passphrase, data)"` with these values in order; return its result or kind."""
    verb, names = call.rstrip(")").split("(")
    return page.evaluate(f"([{names}]) => outcome(Promise.resolve(vault.{verb}({names})))", list(given))


def result(page: Page, call: str, *given: Any) -> Any:
    """Call the vault and return its result; a problem fails the test."""
    came = outcome(page, call, *given)
    assert "result" in came, f"{call}: {came}"
    return came["result"]


def update(page: Page, edit: str) -> None:
    """Edit by the text of a function; a test driver may pass code, unlike a page."""
    page.evaluate(f"() => vault.update({edit})")


def export(page: Page, passphrase: str, data: Any) -> bytes:
    return bytes(
        page.evaluate(
            "async ([passphrase, data]) => [...(await vault.exportFile(passphrase, data))]",
            [passphrase, data],
        )
    )


def wait_for(page: Page, is_so: Callable[[], bool]) -> None:
    """Look again and again, for a busy machine takes its time."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end
        page.wait_for_timeout(20)


def expect_no_workers(page: Page) -> None:
    wait_for(page, lambda: not page.workers)


def state(page: Page) -> str | None:
    return page.locator("html").get_attribute("data-vault")


def heard(page: Page, kind: str) -> list[Any]:
    """What the vault has reported of this kind."""
    return [told[1:] for told in page.evaluate("heard") if told[0] == kind]


STORE = "'notes:' + location.pathname.replace(/(FOLDER)?[^/]*$/, '')".replace(
    "FOLDER", BELOW.replace("/", r"\/")
)
"""What a page calls the store that all languages of a guide share."""


def records(page: Page) -> dict[str, bytes]:
    """Read what is in storage, without the vault."""
    kept: dict[str, list[int]] = page.evaluate(
        """async () => {
          const opening = indexedDB.open(STORE_OF_GUIDE)
          const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)))
          const store = database.transaction('records').objectStore('records')
          const get = (request) =>
            new Promise((resolve) => (request.onsuccess = () => resolve(request.result)))
          const keys = await get(store.getAllKeys())
          const found = {}
          for (const key of keys) found[key] = [...(await get(store.get(key)))]
          database.close()
          return found
        }""".replace("STORE_OF_GUIDE", STORE)
    )
    return {key: bytes(values) for key, values in kept.items()}


def write_record(page: Page, key: str, value: bytes) -> None:
    """Write to storage past the vault, as a fault of a disk would."""
    page.evaluate(
        """async ([key, value]) => {
          const opening = indexedDB.open(STORE_OF_GUIDE)
          const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)))
          const transaction = database.transaction('records', 'readwrite')
          transaction.objectStore('records').put(new Uint8Array(value), key)
          await new Promise((resolve) => (transaction.oncomplete = resolve))
          database.close()
        }""".replace("STORE_OF_GUIDE", STORE),
        [key, list(value)],
    )


def age_program() -> str:
    found = shutil.which("age")
    if not found:
        pytest.fail("the program age is not installed; type: sudo apt-get install age", pytrace=False)
    return found


def run_age(arguments: list[str], passphrase: str) -> None:
    """Run the stock `age`, and answer each of its questions for a passphrase: it asks on a terminal only."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(age_program(), ["age", *arguments])
    said = b""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        ready, _, _ = select.select([terminal], [], [], 0.2)
        if not ready:
            continue
        try:
            said += os.read(terminal, 4096)
        except OSError:  # the terminal closes with the program
            break
        if said.rstrip().endswith(b":"):
            os.write(terminal, passphrase.encode() + b"\n")
            said = b""
    _, status = os.waitpid(child, 0)
    os.close(terminal)
    code = os.waitstatus_to_exitcode(status)
    if code:
        raise subprocess.CalledProcessError(code, ["age", *arguments], said)


def take_note_of_loss(profile: Path) -> bool:
    """Return whether Chromium itself gave up its database, and remove its note of that.

    Killed in the middle of a write, it now and then finds at its next start that its own files do not
    fit their checksum, deletes all that the site stored, and notes so. No page can prevent that.
    """
    notes = [*profile.glob("Default/IndexedDB/*/corruption_info.json")]
    for note in notes:
        note.unlink()
    return bool(notes)


class RealChromium:
    """A Chromium with a profile of its own on the disk, that can be ended as a crash would end it."""

    def __init__(self, playwright: Playwright, chromium_path: str, profile: Path) -> None:
        port_file = profile / "DevToolsActivePort"
        port_file.unlink(missing_ok=True)
        options = [f"--user-data-dir={profile}", "--remote-debugging-port=0", "--headless=new", *FLAGS]
        self._process = subprocess.Popen(
            [chromium_path, *options, "about:blank"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        port = self._read_port(port_file)
        self._browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{port}")
        self.context = self._browser.contexts[0]

    def _read_port(self, port_file: Path) -> str:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if port_file.is_file() and port_file.read_text().count("\n"):
                return port_file.read_text().splitlines()[0]
            time.sleep(0.02)
        self.kill()
        raise TimeoutError("Chromium did not start")

    def open(self, address: str) -> Page:
        page = self.context.new_page()
        page.goto(address)
        return page

    def kill(self) -> None:
        """End every process of it at once."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def wait_until_killed(self, page: Page) -> None:
        """Wait while a page does something that ends in `kill`."""
        deadline = time.monotonic() + PATIENCE
        while self._process.poll() is None:
            assert time.monotonic() < deadline
            with suppress(Error):
                page.wait_for_timeout(10)

    def close(self) -> None:
        """End it as a person does: it writes what it has to write."""
        self._browser.new_browser_cdp_session().send("Browser.close")
        self._process.wait(PATIENCE)
