"""Handing the log on: each form of a file and of paper, for whom, and what is left out of it."""

from __future__ import annotations

import base64
import csv
import io
import re
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

from playwright.sync_api import Download, Page, Request, expect

from tests.browser.log_support import (
    entries,
    field,
    go,
    open_entry,
    open_log,
    open_with_stand_in,
    press,
    said,
    write,
    write_whole,
)
from tests.browser.plan_vault import LONG, made_words
from tests.browser.support import ROOT, OpenPage, Seen, text_of_pdf
from tests.browser.vault_support import run_age

FORMULA = '=HYPERLINK("http://x.example";1) <b>bold</b>'
NEVER = re.compile(
    r"certified|verified|court-ready|tamper-?proof|certificad[oa]|verificad[oa]|a prueba de", re.IGNORECASE
)
"""What a report never claims, in any language of the guide."""
SAVED = "Wait until your browser says that it is done. Then check that the file is there."
FORMS = ("csv", "csv-exact", "jsonl", "bag", "report-file")
CHECKER = ROOT / "tools" / "check_log.py"
NO_WINDOW = "window.print = () => { document.documentElement.dataset.printed = '' }"


def picture(width: int, height: int) -> bytes:
    """Return a white PNG of so many points."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * width) * height
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def hand_on(page: Page) -> None:
    go(page, "show")
    page.locator("[data-log-export=report]").wait_for()


def export(page: Page, form: str, folder: Path) -> Path:
    """Press the button of a form, and return the file that is saved."""
    with page.expect_download() as saved:
        page.locator(f"[data-log-export='{form}']").click()
    return kept(saved.value, folder)


def kept(download: Download, folder: Path) -> Path:
    path = folder / download.suggested_filename
    download.save_as(path)
    return path


def check(path: Path, *more: str) -> tuple[int, str]:
    command = [sys.executable, str(CHECKER), str(path), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def write_three(page: Page) -> None:
    """Write one that looks like a formula, one with a witness and a correction, and one that is removed."""
    write(page, FORMULA)
    write_whole(
        page,
        "seen",
        what="He wore a red coat",
        witness="A.",
        witness_name="Ana Example",
        account="+447700900456",
    )
    write(page, "A place that nobody may know")
    open_entry(page, 1)
    press(page, "correct")
    field(page, "what").fill("He wore a blue coat")
    press(page, "keep-form")
    expect(page.locator(".log-quick")).to_be_visible()
    open_entry(page)
    press(page, "ask-remove")
    press(page, "remove")
    expect(page.locator(".log-quick")).to_be_visible()


def test_each_form_is_saved_says_for_whom_it_is_and_can_be_checked(
    open_page: OpenPage, seen: Seen, tmp_path: Path
) -> None:
    page = open_log(open_page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    write_three(page)
    assert "log-exports.js" not in asked
    hand_on(page)
    expect(page.locator(".log-handed-count")).to_have_text("3 entries go in.")
    files = {form: export(page, form, tmp_path) for form in FORMS}
    assert [path.name for path in files.values()] == [
        "log.csv",
        "log-exact.csv",
        "log.jsonl",
        "log.zip",
        "report.html",
    ]
    # B1.7: a formula is text for a spreadsheet, and a phone number keeps its plus.
    table = list(csv.DictReader(io.StringIO(files["csv"].read_text("utf-8-sig"), newline="")))
    exact = list(csv.DictReader(io.StringIO(files["csv-exact"].read_text("utf-8"), newline="")))
    assert (table[0]["what"], exact[0]["what"]) == (f"'{FORMULA}", FORMULA)
    assert "'+447700900456" in {row["account"] for row in table}
    for path in (files["jsonl"], files["bag"]):
        assert check(path) == (0, check(path)[1])
    report = zipfile.ZipFile(files["bag"]).read("data/report.html").decode()
    for text in (report, files["report-file"].read_text("utf-8"), files["jsonl"].read_text("utf-8")):
        assert not NEVER.search(text)
        assert "Ana Example" not in text
        assert "A place that nobody may know" not in text
        assert "red coat" in text
    # What was saved can be looked at again. Another file is told from it.
    again = page.locator(".log-saved [type=file]")
    again.set_input_files(files["report-file"])
    expect(said(page)).to_have_text("This is exactly the file that was saved.")
    again.set_input_files(files["csv"])
    expect(said(page)).to_have_text(
        "This is not the file that was saved. It may be another file, or part of it may be missing. "
        "You can save it again."
    )
    assert [name for name in asked if name.endswith(".js")] == ["log-exports.js"]


def test_the_portal_gets_few_files_and_a_double_tap_saves_once(open_page: OpenPage, tmp_path: Path) -> None:
    """B3.30: and B2.25, it says that leaving at once may lose the file."""
    page = open_log(open_page)
    write(page, "A silent call")
    hand_on(page)
    saved: list[Download] = []
    page.on("download", lambda download: saved.append(download))
    page.locator("[data-log-export=portal]").dblclick()
    expect(said(page)).to_contain_text(SAVED)
    expect(page.locator(".log-saved li")).to_have_count(2)
    page.locator("[data-log-export=jsonl]").dblclick()
    expect(said(page)).to_contain_text("log.jsonl")
    names = [download.suggested_filename for download in saved]
    assert names == ["log-report.html", "log.zip", "log.jsonl"]
    assert check(kept(saved[1], tmp_path))[0] == 0


def test_a_report_asks_for_nothing_and_shows_nothing_as_markup(open_page: OpenPage, tmp_path: Path) -> None:
    page = open_log(open_page)
    write(page, "<img src=x onerror=alert(1)><script>alert(1)</script>")
    hand_on(page)
    path = export(page, "report-file", tmp_path)
    asked: list[Request] = []
    assert page.context.browser
    other = page.context.browser.new_page()
    other.on("request", lambda request: asked.append(request))
    other.goto(path.as_uri())
    assert [request.url for request in asked] == [path.as_uri()]
    assert other.locator("script, img, iframe, link, a").count() == 0
    expect(other.locator(".report-entry")).to_contain_text("<img src=x onerror=alert(1)>")
    assert other.evaluate("document.querySelector('h1').getBoundingClientRect().width") > 0
    other.close()


def test_a_file_locked_with_a_passphrase_opens_with_the_program_age(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_log(open_page)
    write(page, "A silent call")
    hand_on(page)
    panel = page.locator(".log-locked")
    panel.locator("summary").click()
    words = made_words(panel)
    with page.expect_download(timeout=LONG) as saved:
        page.locator("[data-log-export=age]").click()
    path = kept(saved.value, tmp_path)
    assert path.name == "log.zip.age"
    plain = tmp_path / "plain.zip"
    run_age(["-d", "-o", str(plain), str(path)], words)
    assert check(plain)[0] == 0


def print_as(page: Page, form: str, paper: str = "A4") -> str:
    """Press the button of a form on paper, and return what is printed."""
    page.evaluate("delete document.documentElement.dataset.printed")
    page.locator(f"[data-log-export='{form}']").click()
    page.locator("html[data-printed]").wait_for()
    return text_of_pdf(page.pdf(format=paper))


def test_paper_has_pages_with_numbers_and_only_what_was_asked_for(open_page: OpenPage) -> None:
    page = open_log(open_page)
    page.evaluate(NO_WINDOW)
    write_three(page)
    hand_on(page)
    page.locator(".log-cover > summary").click()
    page.locator("[data-report-cover=cases]").fill("CR 17/26")
    printed = print_as(page, "report")
    expect(said(page)).to_contain_text("The print window shows it.")
    assert re.search(r"Page 1 of \d", printed)
    assert "CR 17/26" in printed
    places = [printed.index(words) for words in ("How this was made", "How often, and what", "Entry 1")]
    assert places == sorted(places)
    assert "He wore a blue coat" in printed
    assert "He wore a red coat" in printed
    assert "Removed by the writer" in printed
    for hidden in ("Ana Example", "A place that nobody may know", "Write a longer entry"):
        assert hidden not in printed
    assert page.evaluate("document.adoptedStyleSheets.length") == 0
    page.locator(".log-with-apart").check()
    assert "Ana Example" in print_as(page, "report", "Letter")
    for form, title, paper in (
        ("slip", "About this file of a log", "A4"),
        ("facts", "Facts about a log", "A4"),
        ("facts", "Facts about a log", "Letter"),
    ):
        printed = print_as(page, form, paper)
        assert title in printed
        assert "Page 1 of 1" in printed
        assert "blue coat" not in printed
        assert not NEVER.search(printed)


def test_a_short_report_of_five_hundred_entries_has_at_most_ten_pages(open_page: OpenPage) -> None:
    page = open_with_stand_in(open_page, 500)
    page.evaluate(AS_WHOLE)
    page.evaluate(NO_WINDOW)
    hand_on(page)
    for paper in ("A4", "Letter"):
        pages = re.search(r"Page 1 of (\d+)", print_as(page, "report-short", paper))
        assert pages
        assert int(pages[1]) <= 10


AS_WHOLE = """() => Object.assign(window.standIn, {
  async check() {
    return { count: this.stored.length, head: "0".repeat(64), start: "1".repeat(64), problems: [] }
  },
  copied() { this.copies = (this.copies ?? 0) + 1 },
})"""
"""Lets the stand-in say what the chain begins with, and count copies."""


def test_no_file_for_others_counts_as_a_copy_and_a_whole_one_says_so(
    open_page: OpenPage, tmp_path: Path
) -> None:
    """B1.10: the guide cannot open any of them again."""
    page = open_with_stand_in(open_page, 20)
    page.evaluate(AS_WHOLE)
    hand_on(page)
    for form in FORMS:
        export(page, form, tmp_path)
    expect(said(page)).not_to_contain_text("It holds your whole log")
    go(page, "hub")
    page.locator("[data-log=search]").fill("ring 7:")
    hand_on(page)
    expect(page.locator(".log-handed-count")).to_have_text(
        "2 entries go in. 18 entries are left out. Whoever gets it can see that, and not what they say."
    )
    export(page, "bag", tmp_path)
    expect(said(page)).not_to_contain_text("It holds your whole log")
    page.get_by_label("All of my log").check()
    expect(page.locator(".log-handed-count")).to_have_text("20 entries go in.")
    export(page, "bag", tmp_path)
    expect(said(page)).to_contain_text("It holds your whole log, but this guide cannot open it again.")
    assert page.evaluate("window.standIn.copies ?? 0") == 0


ADD_EVIDENCE = """async ([name, texts]) => {
  const { standIn } = window
  const files = []
  for (const text of texts) {
    const file = new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))])
    const { id, bytes, sha256 } = await standIn.attachments.add(file, { onProgress() {} })
    files.push(`${id} ${bytes} ${sha256} - ${name}`)
  }
  const lineOf = (seq, id, kind, fields) => ({ seq, line: JSON.stringify({
    v: 1, seq, id, ver: 1, salt: "B".repeat(22), act: "write", kind,
    when: { as: "day", wall: "2026-10-25", offset: "+00:00", zone: "UTC" },
    written: { utc: "2026-11-01T10:00:00Z", offset: "+00:00", zone: "UTC", clock: "ok" }, fields,
  }) })
  const seq = standIn.stored.length + 1
  standIn.stored.push(
    lineOf(seq, "i-7", "item", { item: "7", thing: "Photo of the door", kept: files }),
    lineOf(seq + 1, "e-door", "seen", { what: "At the door", items: "7" }),
  )
  await standIn.own.lines.onNewer()
}"""
"""Adds an item with files to the stand-in, and an entry that names it."""
PRINT_PICTURES = """() => {
  let tell
  window.isPrinted = new Promise((resolve) => (tell = resolve))
  window.print = () => {
    dispatchEvent(new Event("beforeprint"))
    const pictures = [...document.querySelectorAll(".report img")]
    window.printed = pictures.map(({ src, naturalWidth }) => [src.split(":")[0], naturalWidth])
    window.printedText = document.querySelector(".report").textContent
    window.address = pictures[0].src
    dispatchEvent(new Event("afterprint"))
    tell()
  }
}"""
DOT = base64.b64encode(picture(2, 1)).decode()
NO_PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\nno picture").decode()


def test_evidence_goes_out_with_its_files_and_pictures_only_where_they_are_asked_for(
    open_page: OpenPage, seen: Seen, tmp_path: Path
) -> None:
    page = open_with_stand_in(open_page, 2)
    page.evaluate(AS_WHOLE)
    page.evaluate(ADD_EVIDENCE, ["Tür.png", [DOT, NO_PICTURE]])
    page.evaluate(PRINT_PICTURES)
    hand_on(page)
    expect(page.locator(".log-handed-count")).to_have_text(
        "3 entries go in. 1 item of the evidence list. 2 files belong to them."
    )
    expect(page.locator(".log-photos")).to_contain_text("If a camera wrote the place into a photo")
    without = export(page, "report-file", tmp_path).read_text("utf-8")
    assert "Photo of the door" in without
    assert "<img" not in without
    page.get_by_label("Show pictures in the report").check()
    page.locator("[data-log-export=report]").click()
    page.evaluate("window.isPrinted")
    assert page.evaluate("window.printed") == [["blob", 2]]
    printed = page.evaluate("window.printedText")
    assert "Few programs can show this picture, so it is not shown here." in printed
    assert page.evaluate("fetch(window.address).then(() => '', () => 'gone')") == "gone"
    seen.errors.clear()  # of that question
    # The page holds the picture, and asks for nothing.
    path = export(page, "report-file", tmp_path)
    assert page.context.browser
    other = page.context.browser.new_page()
    asked: list[str] = []
    other.on("request", lambda request: asked.append(request.url))
    other.goto(path.as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [path.as_uri()]
    assert other.locator("img").evaluate_all("(all) => all.map((one) => one.naturalWidth)") == [2, 0]
    other.close()
    # Files are in the ZIP byte for byte; one that is not what its line says is named, and the rest goes out.
    page.evaluate("window.standIn.files.set('f-2', new ArrayBuffer(13))")
    bag = export(page, "bag", tmp_path)
    expect(said(page)).to_contain_text(
        "“Tür.png” of item 7 is not on this device, or not whole any more, so it is not in there. "
        "All else is."
    )
    assert zipfile.ZipFile(bag).read("data/files/0007-a.png") == picture(2, 1)
    done = subprocess.run(["unzip", "-tq", bag], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    page.locator("[data-log-export=look]").click()
    expect(page.locator(".log-read .report-entry")).to_have_count(4)
    expect(page.locator(".log-read .report-entry").last).to_contain_text("Tür.png")


def test_somebody_can_read_it_here_without_a_button_that_changes_it(open_page: OpenPage) -> None:
    page = open_log(open_page)
    write_three(page)
    hand_on(page)
    page.locator("[data-log-export=look]").click()
    expect(page.locator(".log-read h2")).to_be_focused()
    expect(page.locator(".log-read .report-entry")).to_have_count(3)
    assert page.locator(".log button:visible, .log input:visible, .log textarea:visible").count() == 0
    page.locator(".log-back a").click()
    expect(entries(page)).to_have_count(3)


def test_where_the_part_did_not_arrive_the_rest_works(open_page: OpenPage, seen: Seen) -> None:
    page = open_log(open_page)
    page.route("**/log-exports.js", lambda route: route.abort())
    write(page, "A silent call")
    go(page, "show")
    expect(page.locator(".log-exports-said")).to_contain_text("Open this screen again to try once more.")
    expect(page.locator("[data-log-action=print]")).to_be_visible()
    page.unroute("**/log-exports.js")
    go(page, "hub")
    hand_on(page)
    expect(page.locator(".log-exports-said")).to_be_empty()
    seen.errors.clear()
