"""What tests of the log share: where things are on the page, and how a reader writes."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.support import PHONE, OpenPage, until

SECRET = "He stood at the blue door again"
IN_MEMORY = (
    "It is only in this page so far. It is gone when you close or reload the page, or press “Leave now”."
)
EVERYTHING = """() => [
  document.documentElement.outerHTML, document.title, location.href, name, JSON.stringify(history.state),
  ...[...document.querySelectorAll('input, textarea, select')].map((field) => field.value)].join('\\n')"""
"""Everything that the document holds: its text, all values, what templates and attributes say."""


def log(page: Page) -> Locator:
    return page.locator("article[data-view-id='log']")


def open_log(open_page: OpenPage, **options: Any) -> Page:
    """Open the log's own page on a phone, and wait until its script has set it up."""
    page = open_page("log.html", **{"viewport": PHONE, **options})
    until(page, "log", "off")
    return page


def one_page_for_the_log(open_page: OpenPage, reopen: OpenPage) -> OpenPage:
    """Return a function like `open_page` that opens the log's own page as `reopen` does."""

    def open_once(address: str | None = "index.html", **options: Any) -> Page:
        return (reopen if address == "log.html" else open_page)(address, **options)

    return open_once


def write(page: Page, text: str) -> None:
    """Write an entry as a reader does who has little time: a field and a button."""
    before = entries(page).count()
    page.locator("[data-log=text]").fill(text)
    page.locator("[data-log=keep]").click()
    expect(entries(page)).to_have_count(before + 1)


def entries(page: Page) -> Locator:
    """The entries of the list on the first screen."""
    return page.locator(".log-entries [data-entry]")


def press(page: Page, action: str) -> None:
    page.locator(f"[data-log-action='{action}']:visible").first.click()


def go(page: Page, screen: str) -> None:
    page.locator(f".log [data-to-screen='{screen}']:visible").first.click()


def field(page: Page, name: str) -> Locator:
    """A field of the form, with the folds around it open."""
    found = page.locator(f"[data-log-field='{name}']")
    found.evaluate(
        "(field) => { for (let at = field; at; at = at.parentElement.closest('details')) at.open = true }"
    )
    return found


def choose_kind(page: Page, kind: str) -> None:
    page.locator(".log-kind").select_option(kind)


def write_whole(page: Page, kind: str, **values: str) -> None:
    """Write an entry in the whole form: texts, by the names of their fields."""
    press(page, "new")
    choose_kind(page, kind)
    for name, value in values.items():
        if field(page, name).evaluate("field => field.localName") == "select":
            field(page, name).select_option(value)
        else:
            field(page, name).fill(value)
    press(page, "keep-form")
    expect(page.locator(".log-quick")).to_be_visible()


def open_entry(page: Page, at: int = 0) -> None:
    entries(page).nth(at).locator(".log-open").click()
    expect(page.locator(".log-entry h2")).to_be_focused()


def said(page: Page) -> Locator:
    """What is announced to screen readers; the same stands next to what was pressed."""
    return page.locator(".log-said")


STAND_IN = """() => {
  document.addEventListener("guide:document", (event) => {
    if (event.detail.kind !== "log") return
    event.stopImmediatePropagation()
    event.preventDefault()
    const own = event.detail
    const stored = []
    window.standIn = {
      own, stored, state: "off", failing: null, held: null,
      async add(makes) {
        if (this.held) await this.held
        const { failing } = this
        if (failing) throw Object.assign(new Error(failing), { name: "KnownError", kind: failing })
        const rows = makes.map((make, at) => {
          const seq = stored.length + at + 1
          return { seq, line: make({ seq }) }
        })
        stored.push(...rows)
        return rows
      },
      async saveTyped() {},
      async read(onSlice) {
        const rows = [...stored].reverse()
        onSlice(rows.slice(0, 50))
        for (let at = 50; at < rows.length; at += 500) {
          await new Promise((resolve) => setTimeout(resolve))
          onSlice(rows.slice(at, at + 500))
        }
        return { count: stored.length, problems: this.problems ?? [] }
      },
      async check() {
        return { count: stored.length, head: "0123456789abcdef".repeat(4), problems: this.problems ?? [] }
      },
      to(state) { this.state = state; return own.lines.onState(state) },
      files: new Map(), room: 5e9, failingFile: null, heldFile: null,
      attachments: {
        room: async () => window.standIn.room,
        async add(file, { onProgress, signal }) {
          const own = window.standIn
          onProgress(file.size / 2)
          if (own.heldFile) await Promise.race([own.heldFile, new Promise((_, no) => {
            signal?.addEventListener("abort", () => no(signal.reason))
          })])
          const kind = own.state === "unlocked" ? own.failingFile : "not-unlocked"
          if (kind) throw Object.assign(new Error(kind), { name: "KnownError", kind })
          const [bytes, id] = [await file.arrayBuffer(), `f-${own.files.size + 1}`]
          own.files.set(id, bytes)
          const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))
          const sha256 = [...hash].map((byte) => byte.toString(16).padStart(2, "0")).join("")
          return { id, bytes: file.size, sha256 }
        },
        async read(id) {
          const bytes = window.standIn.files.get(id)
          return { bytes: bytes.byteLength, stream: new Blob([bytes]).stream() }
        },
        list: async () => [], dropOthers: async () => {},
      },
    }
    own.lines.attach(window.standIn)
    document.documentElement.dataset.standIn = ""
  }, { capture: true })
}"""
"""A vault for lines in memory, in place of keeping: what the page does when it keeps, fails or locks."""
FILL_STAND_IN = """(count) => {
  const two = (number) => String(number).padStart(2, "0")
  for (let seq = 1; seq <= count; seq++) {
    const day = new Date(Date.UTC(2024, 0, 1 + Math.floor(seq / 14))).toJSON().slice(0, 10)
    const utc = `${day}T${two(8 + (seq % 14))}:05:00Z`
    window.standIn.stored.push({ seq, line: JSON.stringify({
      v: 1, seq, id: `e-n${seq}`, ver: 1, salt: "A".repeat(22), act: "write",
      kind: ["call", "message", "seen"][seq % 3],
      when: { as: "exact", wall: utc.slice(0, 16), offset: "+00:00", zone: "UTC", utc },
      written: { utc, offset: "+00:00", zone: "UTC", clock: "ok" },
      fields: {
        what: `Ring ${seq}: ${"he called and said nothing, ".repeat(8)}`,
        ...(seq % 100 ? {} : { report_number: `R-${seq}` }),
      },
    }) })
  }
}"""
"""Entries as they are stored, the first on 1 January 2024, fourteen a day, every hundredth with a report."""


def open_with_stand_in(open_page: OpenPage, count: int = 0) -> Page:
    """Open the log with a vault in memory that holds so many entries, and is open."""
    page = open_page(None, viewport=PHONE)
    page.add_init_script(f"({STAND_IN})()")
    page.goto("log.html")
    until(page, "log", "off")
    page.locator("html[data-stand-in]").wait_for()
    page.evaluate(FILL_STAND_IN, count)
    page.evaluate("window.standIn.to('unlocked')")
    until(page, "log", "open")
    return page
