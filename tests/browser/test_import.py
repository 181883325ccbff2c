"""Any file offered for opening: a bad one gets a sentence and changes nothing, a good one waits."""

from __future__ import annotations

import json
import random
import re
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Locator, Page, expect

from tests.browser.plan_vault import (
    EVERYTHING,
    LONG,
    SECRET,
    VALUES,
    WRONG,
    OpenPlan,
    fill_plan,
    keep,
    note,
    state,
    status,
    vault,
    write,
)
from tests.browser.support import stored
from tests.browser.traces import axe_problems
from tests.browser.vault_support import run_age
from tests.cases.files import FOLDER

pytest_plugins = ["tests.browser.plan_fixtures"]
PLANS = sorted((FOLDER / "imports").glob("*.yml"))
"""`plan` or `raw`: what a file says; `problems`: the sentences, without any it opens."""
FILES = sorted((FOLDER / "imports/files").glob("*.yml"))
"""`file`: `name`, and `hex`, `text` or `json`; `repeat` says what a letter stands for. `says` or `opens`."""
RELEASED = sorted((FOLDER / "vault").glob("*.age"))
STRANGE = [path for path in FILES if "opens: true" in path.read_text(encoding="utf-8")]
HOLDS = "This file holds a plan. Nothing of yours has changed yet."
FILE_LOCKED = "This file is locked. You can open it with its passphrase."
DAMAGED = (
    "Part of this is damaged, so it cannot be opened. Nothing was changed. "
    "You can open another copy if you have one."
)
NEWER = (
    "This was made by a newer version of this guide. Nothing was changed. "
    "Load this page again, then try once more."
)
LARGE = (
    "This is larger than this page can hold or open. Nothing was changed. "
    "You can open a large file on a computer with the program age."
)
NOT_OURS = "This is not a file that this page can open. Nothing was changed. You can choose another file."
EMPTY = "This file is empty. Nothing was changed. You can choose another file."
UNWRITABLE = "Your notes: one has characters that cannot be shown. Nothing was changed."
NO_CHANGE = re.compile(r"Nothing (of yours has|was) changed|This file is locked")
FUZZ_TIME = 25  # seconds
# All that a file could have put into the document, but for what is told of it.
FRAME = """() => {
  const page = document.documentElement.cloneNode(true)
  for (const told of page.querySelectorAll('.said, .plan-said, [data-slot=files]')) told.replaceChildren()
  return page.outerHTML
}"""


@pytest.fixture
def page(open_plan: OpenPlan) -> Page:
    """A plan with something of every kind in it, and the place where a file is opened."""
    page = open_plan(before="window.ran = 0; window.alert = () => { window.ran += 1 }")
    fill_plan(page)
    panel(page).locator("summary").first.click()
    return page


def panel(page: Page) -> Locator:
    return page.locator("[data-file=open]")


def said(page: Page) -> Locator:
    return panel(page).locator(":scope > .said")


def offer(page: Page, content: bytes, name: str = "notes.json") -> None:
    """Choose a file, as a reader would."""
    chosen = {"name": name, "mimeType": "", "buffer": content}
    panel(page).locator("[type=file]").set_input_files(chosen)  # type: ignore[arg-type]


def open_locked(page: Page, content: bytes, passphrase: str, sentence: str) -> None:
    """Open an encrypted file, and expect what is said of it."""
    offer(page, content, "notes.age")
    expect(said(page)).to_have_text(FILE_LOCKED)
    panel(page).locator("[data-passphrase]").fill(passphrase)
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text(sentence, timeout=LONG)


def save(page: Page) -> tuple[bytes, str]:
    """Save the plan as an encrypted file; return it and its passphrase."""
    area = page.locator("[data-file=save]")
    area.locator("summary").click()
    expect(area.locator(".made-words")).not_to_be_empty()
    words = area.locator(".made-words").inner_text()
    with page.expect_download() as download:
        area.get_by_role("button", name="Save the file").click()
    assert download.value.suggested_filename == "notes.age"
    return Path(download.value.path()).read_bytes(), words


def content_of(file: dict[str, Any]) -> bytes:
    """Make the file of a case: from bytes, text or JSON; `repeat` says what a letter in it stands for."""
    if "hex" in file:
        return bytes.fromhex(file["hex"])
    text: str = file["text"] if "text" in file else json.dumps(file["json"], ensure_ascii=False)
    for letter, times in file.get("repeat", {}).items():
        count, other = times if isinstance(times, list) else (times, "x")
        text = text.replace(letter, other * count)
    return text.encode()


def described(case: dict[str, Any]) -> tuple[str, bytes, str | re.Pattern[str]]:
    """Return the name, the content and the sentence of a case; no sentence when it opens."""
    if "file" in case:
        return case["file"].get("name", "notes.json"), content_of(case["file"]), case.get("says", "")
    text = case["raw"] if "raw" in case else json.dumps(case["plan"])
    problems = case.get("problems", [])
    if problems and text:
        pattern = " ".join(map(without_title, problems))
        return "notes.json", text.encode(), re.compile(f"^{pattern} Nothing was changed\\.$")
    return "notes.json", text.encode(), "" if text else EMPTY


def without_title(problem: str) -> str:
    """Write a pattern of a sentence: the cases name the parts of a smaller plan."""
    _, colon, rest = problem.rpartition(": ")
    return ("[^:]+: " if colon else "") + re.escape(rest)


class TestPlainFiles:
    def test_every_bad_file_gets_its_sentence_and_changes_nothing(self, page: Page) -> None:
        before, frame = page.evaluate(VALUES), page.evaluate(FRAME)
        bad = [
            (path.stem, *described(yaml.safe_load(path.read_text(encoding="utf-8"))))
            for path in PLANS + FILES
        ]
        for name, file, content, sentence in bad:
            if not sentence:
                continue
            offer(page, content, file)
            expect(said(page), name).to_have_text(sentence)
            expect(page.locator(".plan-said"), name).to_have_text(sentence)
            expect(panel(page).locator(".compare, [data-passphrase]:visible")).to_have_count(0)
            assert page.evaluate(VALUES) == before, name
            assert page.evaluate(FRAME) == frame, name
        assert page.evaluate("({}).polluted === undefined && window.ran === 0 && document.title") == "Notes"
        assert {kind: found for kind, found in stored(page).items() if found} == {}

    def test_every_good_file_waits_for_a_word(self, page: Page) -> None:
        before = page.evaluate(VALUES)
        for path in PLANS:
            case = yaml.safe_load(path.read_text(encoding="utf-8"))
            if "problems" in case:
                continue
            offer(page, b"")
            expect(panel(page).locator(".compare")).to_have_count(0)
            offer(page, described(case)[1])
            expect(panel(page).locator("[data-focus]"), path.stem).to_have_text(HOLDS)
            assert page.evaluate(VALUES) == before, path.stem

    @pytest.mark.parametrize("path", STRANGE, ids=lambda path: path.stem)
    def test_strange_text_is_shown_as_text(self, page: Page, path: Path) -> None:
        case = yaml.safe_load(path.read_text(encoding="utf-8"))
        elements = page.evaluate("document.querySelectorAll('script, img, h1, a, iframe, template').length")
        offer(page, content_of(case["file"]))
        expect(panel(page).locator("[data-focus]")).to_have_text(HOLDS)
        panel(page).get_by_role("button", name="Put it in place of my plan").click()
        (text,) = case["file"]["json"]["notes"].values()
        expect(page.locator("[data-item=choose-who-to-tell] textarea")).to_have_value(text)
        assert (
            page.evaluate("document.querySelectorAll('script, img, h1, a, iframe, template').length")
            == elements
        )
        assert page.evaluate("window.ran === 0 && document.title") == "Notes"

    def test_a_fuzz_run_changes_nothing_and_always_says_something(self, page: Page) -> None:
        draw = random.Random(20261122)
        good = json.dumps(good_plan(), ensure_ascii=False).encode()
        before, frame = page.evaluate(VALUES), page.evaluate(FRAME)
        end = time.monotonic() + FUZZ_TIME
        tried = opened = 0
        while time.monotonic() < end and tried < 400:
            offer(page, mutated(draw, good), draw.choice(["notes.json", "x.txt", "", "a" * 200]) or "n")
            expect(panel(page).locator(":is(.said, [data-focus]):visible").first).to_have_text(NO_CHANGE)
            opened += panel(page).locator(".compare").count()
            assert page.evaluate(VALUES) == before
            tried += 1
        panel(page).locator("[type=file]").set_input_files([])
        assert page.evaluate(FRAME) == frame
        assert page.evaluate("window.ran === 0 && document.title") == "Notes"
        assert tried >= 50
        assert 0 < opened < tried


def good_plan() -> dict[str, Any]:
    return {
        "kind": "plan",
        "version": 1,
        "answers": {"works": "no", "threats": "unsure"},
        "choices": {"country": "uk", "matters": ["children", "home"]},
        "marks": {"choose-who-to-tell": "done"},
        "notes": {"choose-who-to-tell": "Ask <b>first</b>. \u202e\u2066"},
        "parts": {"people": [{"name": "Ana", "reach": "555 0100"}], "to-take": [{"other": "The blue bag"}]},
        "skipped": ["numbers"],
        "review": {"next": "2027-01-01", "last": ""},
    }


def mutated(draw: random.Random, good: bytes) -> bytes:
    """Change a good file somewhere: in its bytes, or in what it means."""
    way = draw.randrange(6)
    if way == 0:
        at = draw.randrange(len(good))
        return good[:at] + bytes([good[at] ^ (1 << draw.randrange(8))]) + good[at + 1 :]
    if way == 1:
        return good[: draw.randrange(len(good))]
    if way == 2:
        return draw.randbytes(draw.randrange(1, 5000))
    if way == 3:
        at, to = sorted(draw.sample(range(len(good)), 2))
        return good[:at] + good[to:] + good[at:to]
    plan = json.loads(good)
    strange: list[Any] = [
        None,
        -1,
        2**63,
        1e308,
        [],
        {},
        [[]],
        "",
        "\u0000",
        "\ud800",
        "<script>alert(1)</script>",
        "x" * 12000,
        True,
    ]
    for _ in range(draw.randrange(1, 4)):
        place = plan
        name = draw.choice(list(plan))
        while isinstance(place[name], (dict, list)) and place[name] and draw.random() < 0.7:
            place = place[name]
            name = draw.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if way == 4:
            place[name] = draw.choice(strange)
        elif isinstance(place, dict):
            place[draw.choice(["__proto__", "toString", "new", "<b>", "a-b"])] = place.pop(name)
        if not plan:
            break
    return json.dumps(plan).encode()


class TestEncryptedFiles:
    def test_what_was_saved_opens_again_and_holds_the_plan(self, page: Page) -> None:
        before = page.evaluate(VALUES)
        file, words = save(page)
        page.reload()
        state(page, "off")
        panel(page).locator("summary").first.click()
        offer(page, file, "notes.age")
        expect(said(page)).to_have_text(FILE_LOCKED)
        expect(panel(page).locator("[data-passphrase]")).to_be_focused()
        panel(page).locator("[data-passphrase]").fill(words)
        page.keyboard.press("Enter")
        expect(panel(page).locator("[data-focus]")).to_be_focused(timeout=LONG)
        panel(page).get_by_role("button", name="Put it in place of my plan").click()
        expect(said(page)).to_have_text("Your plan is now what you chose.")
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
        for options in (["-p"], ["-p", "-a"]):
            made = tmp_path / f"made{len(options)}"
            run_age([*options, "-o", str(made), str(tmp_path / "plan.json")], "one two three four five")
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
        for at in (3, header + 6, payload + 3, payload + 5000, len(file) - 1):
            open_locked(page, flipped(file, at), words, DAMAGED)
        open_locked(page, file.replace(b" 17\n", b" 30\n", 1), words, LARGE)
        open_locked(page, file.replace(b"/v1\n", b"/v2\n", 1), words, NEWER)
        open_locked(page, b"This was never one of our files.", words, NOT_OURS)
        offer(page, b"", "notes.age")
        expect(said(page)).to_have_text(EMPTY)
        open_locked(page, file, "wrong horse battery lamp", WRONG)
        salt = file.index(b"scrypt ") + 9
        other = b"A" if file[salt : salt + 1] != b"A" else b"B"
        open_locked(page, file[:salt] + other + file[salt + 1 :], words, WRONG)
        assert page.evaluate(VALUES) == before
        assert {kind: found for kind, found in stored(page).items() if found} == {}

    def test_what_is_in_a_locked_file_is_checked_as_well(self, page: Page, tmp_path: Path) -> None:
        words = "one two three four five"
        before = page.evaluate(VALUES)
        for content, sentence in (
            (b"[1, 2]", "This is not a plan of this guide. Nothing was changed."),
            (b"hello", NOT_OURS),
            (
                b'{"kind": "plan", "version": 1, "notes": {"choose-who-to-tell": "a\\u0000b"}}',
                UNWRITABLE,
            ),
        ):
            open_locked(page, encrypted(tmp_path, content, words), words, sentence)
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
        panel(page).locator("summary").first.click()
        open_locked(
            page,
            file,
            words,
            "There was not enough free memory on this device. Nothing was changed. "
            "Close other tabs or apps, then try again.",
        )


def encrypted(folder: Path, content: bytes, passphrase: str) -> bytes:
    (folder / "plain").write_bytes(content)
    run_age(["-p", "-o", str(folder / "made"), str(folder / "plain")], passphrase)
    made = (folder / "made").read_bytes()
    (folder / "made").unlink()
    return made


def flipped(file: bytes, at: int) -> bytes:
    return file[:at] + bytes([file[at] ^ 1]) + file[at + 1 :]


class TestAgreeing:
    def test_nothing_changes_before_the_reader_agrees(self, page: Page) -> None:
        before = page.evaluate(VALUES)
        offer(page, json.dumps(good_plan()).encode())
        compare = panel(page).locator(".compare")
        expect(compare).to_have_count(1)
        assert "People I trust: 1 entry added." in compare.locator("[data-way=add] li").all_text_contents()
        assert page.evaluate(VALUES) == before
        compare.get_by_role("button", name="Leave my plan as it is").click()
        expect(said(page)).to_have_text("Your plan stays as it is.")
        expect(panel(page).locator("summary").first).to_be_focused()
        expect(compare).to_have_count(0)
        assert page.evaluate(VALUES) == before

    def test_adding_keeps_what_is_there_and_says_what_stays(self, page: Page) -> None:
        plan = good_plan() | {"review": {"next": "2027-01-01"}}
        offer(page, json.dumps(plan).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        stays = panel(page).locator("[data-way=add] div li").all_text_contents()
        assert "The day to look at the plan again differs." in stays
        panel(page).get_by_role("button", name="Add it to my plan").click()
        expect(said(page)).to_have_text("Your plan now holds both.")
        names = page.locator("[data-part=people] [data-field=name]").evaluate_all(
            "all => all.map((f) => f.value)"
        )
        assert names == ["Sam", "Ana", "Ana"]
        expect(page.locator("[data-part=review] input[type=date]")).to_have_value("2026-12-24")
        expect(note(page, 0)).to_have_value(re.compile(SECRET))

    def test_putting_it_in_place_shows_what_is_lost(self, page: Page) -> None:
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        lost = panel(page).locator("[data-way=replace] li").all_text_contents()
        assert "People I trust: 2 entries taken out." in lost
        panel(page).get_by_role("button", name="Put it in place of my plan").click()
        names = page.locator("[data-part=people] [data-field=name]").evaluate_all(
            "all => all.map((f) => f.value)"
        )
        assert names == ["Ana"]

    def test_a_file_that_holds_the_same_asks_nothing(self, page: Page) -> None:
        file, words = save(page)
        open_locked(
            page, file, words, "This file holds nothing that differs from your plan. Nothing was changed."
        )
        expect(panel(page).locator(".compare")).to_have_count(0)

    def test_what_was_agreed_to_is_kept(self, page: Page) -> None:
        words = keep(page)
        offer(page, json.dumps(good_plan()).encode())
        panel(page).get_by_role("button", name="Add it to my plan").click()
        expect(vault(page).locator(".vault-status")).to_have_text(re.compile("Keeping…|Kept"))
        status(page, "Kept")
        before = page.evaluate(VALUES)
        page.reload()
        state(page, "locked")
        vault(page).locator("[data-passphrase]").fill(words)
        page.keyboard.press("Enter")
        state(page, "unlocked")
        assert page.evaluate(VALUES) == before

    def test_a_second_file_takes_the_place_of_the_first(self, page: Page) -> None:
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        offer(page, b"")
        expect(panel(page).locator(".compare")).to_have_count(0)

    def test_locking_drops_the_file_that_was_offered(self, page: Page) -> None:
        keep(page)
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        vault(page).get_by_role("button", name="Lock now").click()
        state(page, "locked")
        expect(panel(page).locator(".compare")).to_have_count(0)
        assert panel(page).locator("[type=file]").input_value() == ""

    def test_the_name_of_the_file_can_be_changed(self, page: Page) -> None:
        area = page.locator("[data-file=save]")
        area.locator("summary").click()
        expect(area.locator(".made-words")).not_to_be_empty()
        area.get_by_label("Name of the file").fill("../shopping<list>")
        with page.expect_download() as download:
            area.get_by_role("button", name="Save the file").click()
        assert download.value.suggested_filename == "shoppinglist.age"
        expect(area.locator(".said").last).to_contain_text("“shoppinglist.age”")

    def test_axe_finds_nothing_and_nothing_is_wider_than_320_pixels(self, page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")
        page.set_viewport_size({"width": 320, "height": 640})
        file, _ = save(page)
        offer(page, file, "notes.age")
        expect(said(page)).to_have_text(FILE_LOCKED)
        assert axe_problems(page) == []
        offer(page, json.dumps(good_plan()).encode())
        expect(panel(page).locator(".compare")).to_have_count(1)
        assert axe_problems(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
