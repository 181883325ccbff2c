"""A Chromium profile holds nothing of what was typed, in any file, packed or unpacked."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, Playwright

from tests.browser.careless import (
    LEAVE,
    PUT_IN_CACHE,
    PUT_IN_DATABASE,
    PUT_IN_DATABASE_WIDE,
    SENT,
    careless_host,
    to_leave,
)
from tests.browser.profile_search import search_profile
from tests.browser.vault_support import RealChromium, VaultSite, build_vault_site, serve_vault, state

TEXT = "Zwiebelturm an der Quokkastrasse"
LATER = "Marmeladenfuchs um halb sieben"
LINE = "Siebenbirken am Kranichsteg"
NAME = "Nachtigallenfoto"
INSIDE = "Exifort Wacholderbruecke"
CHOSEN = "gletscherlibelle mondkalender teekanne"
EXPORTED = "wolkenschaf brombeerweg laternenpfahl"
CONTROL_TYPED = "Kontrolltext Yakbutterdose"
CONTROLS = {
    **dict.fromkeys(SENT.values(), "/Cache_Data/"),
    PUT_IN_CACHE: "/CacheStorage/",
    PUT_IN_DATABASE: "/IndexedDB/",
    PUT_IN_DATABASE_WIDE: "/IndexedDB/",
    CONTROL_TYPED: "/Sessions/",
}
"""What a page leaves that takes no care, and the folder of it."""
SESSION_WRITTEN = 6  # seconds until Chromium has written a session's state


@pytest.fixture(scope="module")
def traces_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VaultSite]:
    yield from serve_vault(build_vault_site(tmp_path_factory.mktemp("vault") / "site", quick=True))


def test_no_file_of_the_profile_holds_a_word_of_it(
    playwright: Playwright, chromium_path: str, traces_site: VaultSite, tmp_path: Path
) -> None:
    """B2.22, B2.23: a hundred lines, what was typed and not kept, a picture that was shown."""
    profile, chosen = tmp_path / "profile", tmp_path / f"{NAME}.jpg"
    exif = Image.Exif()
    exif[0x010E] = INSIDE  # what the picture shows
    Image.new("RGB", (40, 30)).save(chosen, exif=exif)
    with chosen.open("ab") as file:
        file.write(f"{INSIDE}, ".encode() * 10_000)
    secrets = [
        TEXT,
        LATER,
        CHOSEN,
        EXPORTED,
        "Quokkastrasse",
        "Marmeladenfuchs",
        LINE,
        "Siebenbirken",
        NAME,
        INSIDE,
        "Wacholderbruecke",
        "mondkalender",
        "AGE-SECRET-KEY",
    ]
    browser = RealChromium(playwright, chromium_path, profile)
    with careless_host() as address:
        leave_controls(browser, address)
    type_and_keep(browser, traces_site, chosen)
    browser.close()
    found = search_profile(profile, [*secrets, *CONTROLS])
    # The search finds what is really there, however Chromium, or the host, packed it.
    for word, folder in CONTROLS.items():
        assert any(folder in name for name in found.get(word, [])), word
    assert {word: found[word] for word in secrets if word in found} == {}

    browser = RealChromium(playwright, chromium_path, profile)
    unlock_and_wipe(browser, traces_site)
    browser.close()
    assert search_profile(profile, secrets) == {}


def leave_controls(browser: RealChromium, address: str) -> None:
    """Leave plain text by a page that takes no care, as the search must find it."""
    page = browser.open(address)
    page.evaluate(LEAVE, to_leave())
    page.get_by_label("Careless").press_sequentially(CONTROL_TYPED)


def type_and_keep(browser: RealChromium, site: VaultSite, chosen: Path) -> None:
    """Type by real keys, keep, edit many times, add lines and a file, export, lock, unlock and lock again."""
    page = browser.open(site.address)
    page.evaluate("opened")
    field, passphrase = page.locator("textarea"), page.locator("input[type=password]")
    field.press_sequentially(TEXT)
    passphrase.press_sequentially(CHOSEN)
    typed = "[...document.querySelectorAll('[aria-label]')].map((field) => field.value)"
    page.evaluate(f"(() => {{ const [text, chosen] = {typed}; return vault.keep(chosen, {{ text }}) }})()")
    field.fill("")
    field.press_sequentially(LATER)
    page.evaluate(
        f"""async () => {{
          const [text] = {typed}
          for (let i = 0; i < 30; i++) {{
            vault.update((data) => ({{ ...data, versions: [...(data.versions ?? []), `${{text}} ${{i}}`] }}))
            await vault.flush()
          }}
        }}"""
    )
    field.fill("")
    field.press_sequentially(LINE)
    page.evaluate(
        f"""async () => {{
          const [text] = {typed}
          const make = ({{ seq }}) => JSON.stringify({{ seq, text }})
          for (let i = 0; i < 100; i++) await vault.lines.add([make])
          await vault.lines.read(() => {{}})
          await vault.lines.check()
        }}"""
    )
    add_chosen(page, chosen)
    page.evaluate("([phrase, text]) => vault.exportFile(phrase, { text }).then(() => null)", [EXPORTED, TEXT])
    page.evaluate("vault.lock()")
    page.evaluate(f"(() => {{ const [, chosen] = {typed}; return vault.unlock(chosen).then(() => null) }})()")
    time.sleep(SESSION_WRITTEN)
    page.evaluate("vault.lock()")


def add_chosen(page: Page, chosen: Path) -> None:
    """Add a picture from a field such as the guide has, read it, and show it for a moment."""
    page.evaluate(
        """() => {
          const form = document.createElement('form')
          form.append(Object.assign(document.createElement('input'), { type: 'file', id: 'chosen' }))
          document.body.append(Object.assign(form, { method: 'dialog', autocomplete: 'off' }))
        }"""
    )
    page.locator("#chosen").set_input_files(chosen)
    length = page.evaluate(
        """async () => {
          const { id } = await vault.attachments.add(document.getElementById('chosen').files[0])
          const { stream } = await vault.attachments.read(id)
          const blob = await new Response(stream).blob()
          const image = Object.assign(new Image(), { src: URL.createObjectURL(blob) })
          document.body.append(image)
          await image.decode()
          await new Promise(requestAnimationFrame)
          image.remove()
          URL.revokeObjectURL(image.src)
          return blob.size
        }"""
    )
    assert length == chosen.stat().st_size


def unlock_and_wipe(browser: RealChromium, site: VaultSite) -> None:
    page = browser.open(site.address)
    page.evaluate("opened")
    assert state(page) == "locked"
    page.locator("input[type=password]").press_sequentially(CHOSEN)
    page.evaluate("(chosen) => vault.unlock(chosen).then(() => null)", CHOSEN)
    page.evaluate("vault.wipe()")
    assert state(page) == "off"
    time.sleep(1)
