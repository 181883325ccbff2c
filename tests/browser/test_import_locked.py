"""A locked file offered for opening: of this guide, of the stock program, damaged, and of every version."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.import_support import (
    EMPTY,
    FILE_LOCKED,
    HOLDS,
    NOT_OURS,
    UNWRITABLE,
    offer,
    open_filled,
    open_locked,
    panel,
    said,
    save,
)
from tests.browser.plan_vault import EVERYTHING, LONG, SECRET, VALUES, WRONG, OpenPlan, state, write
from tests.browser.support import ROOT, show_whole, stored
from tests.browser.vault_support import QUICK, run_age
from tests.cases.files import FOLDER

ENCRYPT = """
import { Encrypter } from "age-encryption";
import { readFileSync } from "node:fs";
const [passphrase, factor] = process.argv.slice(1);
const encrypter = new Encrypter();
encrypter.setPassphrase(passphrase);
encrypter.setScryptWorkFactor(Number(factor));
process.stdout.write(await encrypter.encrypt(readFileSync(0)));
"""
pytest_plugins = ["tests.browser.plan_fixtures"]
RELEASED = sorted((FOLDER / "vault").glob("*.age"))
DAMAGED = (
    "Part of this is damaged, so it cannot be opened. Nothing was changed. "
    "You can open another copy if you have one."
)
NEWER = (
    "This was made by a newer version of this guide. Nothing was changed. "
    "Load this page again, then try once more."
)
STRONG = (
    "This file was probably locked on a stronger computer: opening it takes more than this page can use. "
    "Nothing was changed. You can open it on a computer with the program age, and then save it here again."
)
FOR_A_KEY = (
    "This file is locked with a key, not with a passphrase, so this page cannot open it. "
    "Nothing was changed. Anyone who has the key can open it with the program age."
)
IN_A_TEXT = (
    "This looks like a locked file inside an e-mail or another text. Nothing was changed. "
    "You can copy the lines from BEGIN to END into a file of their own, and open that."
)


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    return open_filled(open_plan)


class TestEncryptedFiles:
    def test_what_was_saved_opens_again_and_holds_the_plan(self, page: Page) -> None:
        before = page.evaluate(VALUES)
        file, words = save(page)
        page.reload()
        state(page, "off")
        show_whole(page)
        panel(page).locator("summary").first.click()
        offer(page, file, "notes.age")
        expect(said(page)).to_have_text(FILE_LOCKED)
        expect(panel(page).locator("[data-passphrase]")).to_be_focused()
        panel(page).locator("[data-passphrase]").fill(words)
        page.keyboard.press("Enter")
        expect(panel(page).locator("[data-focus]")).to_be_focused(timeout=LONG)
        panel(page).get_by_role("button", name="Replace my plan with it").click()
        expect(said(page)).to_have_text("Your plan is now the one you chose.")
        assert page.evaluate(VALUES) == before
        assert words not in page.evaluate(EVERYTHING)
        state(page, "off")
        assert {kind: found for kind, found in stored(page).items() if found} == {}

    def test_the_stock_program_opens_what_was_saved_and_makes_what_can_be_opened(
        self, page: Page, tmp_path: Path
    ) -> None:
        file, words = save(page)
        (tmp_path / "notes.age").write_bytes(file)
        run_age(["-d", "-o", str(tmp_path / "plan.json"), str(tmp_path / "notes.age")], words)
        plan = json.loads((tmp_path / "plan.json").read_bytes())
        assert SECRET in plan["notes"].values()
        plan["notes"] = {"choose-who-to-tell": "From elsewhere"}
        (tmp_path / "plan.json").write_text(json.dumps(plan), encoding="utf-8")
        made = tmp_path / "made"
        run_age(["-p", "-a", "-o", str(made), str(tmp_path / "plan.json")], "one two three four five")
        offer(page, made.read_bytes(), "other.txt")
        panel(page).locator("[data-passphrase]").fill("one two three four five")
        page.keyboard.press("Enter")
        expect(panel(page).locator("[data-focus]")).to_have_text(HOLDS, timeout=LONG)

    def test_each_way_to_be_no_good_has_its_sentence(self, page: Page) -> None:
        write(page, 1, "long enough for several pieces of 4 KiB. " * 240)
        write(page, 2, "and more of it. " * 500)
        file, words = save(page)
        assert len(file) > 5 * 4096
        before = page.evaluate(VALUES)
        header = file.index(b"\n---") + 1
        payload = file.index(b"\n", header) + 1
        for cut in range(4096, len(file), 4096):
            open_locked(page, file[:cut], words, DAMAGED)
        for at in (payload + 3, payload + 5000, len(file) - 1):
            open_locked(page, flipped(file, at), words, DAMAGED)
        open_locked(page, b"This was never one of our files.", words, NOT_OURS)
        offer(page, b"", "notes.age")
        expect(said(page)).to_have_text(EMPTY)
        open_locked(page, file, "wrong horse battery lamp", WRONG)
        salt = file.index(b"scrypt ") + 9
        other = b"A" if file[salt : salt + 1] != b"A" else b"B"
        open_locked(page, file[:salt] + other + file[salt + 1 :], words, WRONG)
        assert page.evaluate(VALUES) == before
        assert {kind: found for kind, found in stored(page).items() if found} == {}

    def test_what_no_passphrase_can_open_is_told_before_one_is_asked_for(self, page: Page) -> None:
        file = encrypted(b"{}", "one two three four five")
        for content, sentence in (
            (flipped(file, 3), DAMAGED),
            (file.replace(b"-> scrypt ", b"-> sbrypt ", 1), DAMAGED),
            (file.replace(b" %d\n" % QUICK, b" 30\n", 1), STRONG),
            (file.replace(b"/v1\n", b"/v2\n", 1), NEWER),
            (b"age-encryption.org/v1\n-> X25519 " + b"a" * 43 + b"\nabc\n--- def\n", FOR_A_KEY),
            (b"Hello,\n\n> -----BEGIN AGE ENCRYPTED FILE-----\n> YWdl\n", IN_A_TEXT),
        ):
            offer(page, content, "notes.age")
            expect(said(page)).to_have_text(sentence)
            expect(panel(page).locator("[data-passphrase]")).to_be_hidden()

    def test_what_is_in_a_locked_file_is_checked_as_well(self, page: Page) -> None:
        words = "one two three four five"
        before = page.evaluate(VALUES)
        for content, sentence in (
            (b"[1, 2]", "This is not a plan from this guide. Nothing was changed."),
            (b"hello", NOT_OURS),
            (
                b'{"kind": "plan", "version": 1, "notes": {"choose-who-to-tell": "a\\u0000b"}}',
                UNWRITABLE,
            ),
        ):
            open_locked(page, encrypted(content, words), words, sentence)
        assert page.evaluate(VALUES) == before

    @pytest.mark.parametrize("path", RELEASED, ids=lambda path: path.stem)
    def test_a_file_of_every_released_version_opens(self, page: Page, path: Path) -> None:
        words = path.with_suffix(".passphrase").read_text(encoding="utf-8").strip()
        offer(page, path.read_bytes(), path.name)
        panel(page).locator("[data-passphrase]").fill(words)
        page.keyboard.press("Enter")
        if path.stem == "hostile-text":  # a NUL and half a pair of code units
            expect(said(page)).to_have_text(UNWRITABLE, timeout=LONG)
        else:
            expect(panel(page).locator("[data-focus]")).to_have_text(HOLDS, timeout=LONG)

    def test_no_memory_is_told(self, page: Page) -> None:
        file, words = save(page)
        page.context.route(
            "**/assets/vault.js",
            lambda route: route.fulfill(
                body="document.currentScript.workerSource = "
                "`onmessage = ({ data }) => postMessage({ id: data.id, error: 'no-memory' })`",
                content_type="text/javascript",
            ),
        )
        page.reload()
        state(page, "off")
        show_whole(page)
        panel(page).locator("summary").first.click()
        open_locked(
            page,
            file,
            words,
            "There was not enough free memory on this device. Nothing was changed. "
            "Close other tabs or apps, then try again.",
        )


def encrypted(content: bytes, passphrase: str) -> bytes:
    """Make an age file that opens in milliseconds."""
    command = ["node", "--input-type=module", "-e", ENCRYPT, passphrase, str(QUICK)]
    return subprocess.run(command, input=content, cwd=ROOT, capture_output=True, check=True).stdout


def flipped(file: bytes, at: int) -> bytes:
    return file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]
