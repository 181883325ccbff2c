"""What a reader does, step by step. Each step waits until what it did can be seen."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from tests.audit.hosts import CARELESS_PATH, EVERYDAY_TITLE, SEARCH_TITLE, SECOND_TITLE, Hosts
from tests.audit.window import AuditError, Window

TOPICS = ("phone", "online", "home", "law", "report")
"""Topics whose page is named as their view."""
WORDS = (
    "quokkasattel", "fjordlaterne", "zimtdrossel", "nebelamboss", "kranichsteg",
    "wolkenschaf", "birkenlotse", "mondkalender", "gletscherfuchs", "teekannenwal",
)  # fmt: skip
"""What is typed: no page of the guide, and no browser, has these words."""
PASSPHRASE = "murkyharbour pebblegoose ferrylantern tundravelvet"
FILE_NAME = "onionsparkle"
PICTURE = "cranevelvet.jpg"
SESSION_WRITTEN = 6  # seconds until a browser has written what its tabs show
HISTORY_WRITTEN = 14  # seconds until a browser has written its history
FADES = 0.4  # seconds
BACK_AFTER = 8  # seconds


@dataclass
class Run:
    """One journey on its way."""

    window: Window
    hosts: Hosts
    file: Path
    """The guide in one file."""
    typed: list[str] = field(default_factory=list)
    """What was typed and then read back from the page."""
    files: list[str] = field(default_factory=list)
    """Names of files that were saved or chosen."""
    back: str = ""
    reopened: str = ""

    def press_in(self, css: str, text: str = "", number: int = 0) -> None:
        self.window.click(css, text, number)

    def write(self, css: str, words: str, number: int = 0) -> None:
        """Type into a field, and read it back."""
        self.window.click(css, "", number)
        self.window.type(words)
        self.window.wait(lambda: words in self.window.values(), f"{words} did not reach {css}")
        self.typed += words.split()


# Coming


def come_by_search(run: Run) -> None:
    run.window.click("a")
    run.window.wait_for("html[data-reader=ready]")


def come_without_script(run: Run) -> None:
    run.window.click("a")
    run.window.wait_for("#menu a")


def open_file(run: Run) -> None:
    """Open the guide in one file by its address, in the tab that shows the search page."""
    run.window.go_to(run.file.as_uri())
    run.window.wait_for("html[data-reader=ready]")


def open_view(run: Run, view: str) -> None:
    run.window.click(f"#menu a[data-open={view}]")
    run.window.wait_for(f"html[data-view={view}]")


def be_careless(run: Run) -> None:
    """Open a page that may be kept, meet it again in the memory of the browser, and write in its field."""
    run.window.go_to(f"{run.hosts.search()}{CARELESS_PATH.lstrip('/')}")
    run.window.wait_for("textarea")
    run.window.look("(document.body.dataset.kept = 'yes')")
    run.press_in("a")
    run.window.wait(lambda: is_at(run, SEARCH_TITLE), "the link did not lead to the search page")
    run.window.press("alt+Left")
    run.window.wait(
        lambda: run.window.look("document.body.dataset.kept"), "Back showed no page from memory", 5
    )
    run.write("textarea", WORDS[0])


# Reading


def read_five_topics(run: Run) -> None:
    for topic in TOPICS:
        open_view(run, topic)
        run.window.wait_for(f"[data-view-id={topic}] h1")


def change_the_language(run: Run) -> None:
    run.window.click(".bar a[hreflang=es]")
    run.window.wait_for("html[lang=es][data-reader=ready]")


def search_for_words(run: Run) -> None:
    run.write(".search-field", "photograph")
    run.window.wait_for(".search-results a")
    run.typed.clear()  # a word that the guide has too
    run.press_in(".search-field")
    run.window.press("ctrl+a")
    run.window.type(WORDS[0])
    run.window.wait(lambda: WORDS[0] in run.window.values(), "the word did not reach the field")
    run.typed.append(WORDS[0])


def go_back_and_forward(run: Run) -> None:
    run.window.press("alt+Left")
    run.window.wait(lambda: is_at(run, SEARCH_TITLE), "Back did not show the search page")
    run.back = "before"
    run.window.press("alt+Right")
    run.window.wait_for("html[data-reader=ready]")


def follow_a_link_outward(run: Run) -> None:
    open_view(run, "danger-signs")
    run.press_in("[data-view-id=danger-signs] a[data-external][href*=elsewhere]")
    run.press_in(".external-note a, .external-note button")
    run.window.wait(lambda: "elsewhere" in run.window.address(), "the link did not open")


# Writing


def open_plan(run: Run) -> None:
    open_view(run, "plan")
    run.press_in("[data-view-id=plan] [data-to-screen=whole]")
    run.window.wait_for("[data-view-id=plan][data-screen=whole] [data-mark=mine]")


def fill_plan(run: Run) -> None:
    """Answer, tick, and write in eight fields."""
    plan = "[data-view-id=plan]"
    run.press_in(f"{plan} details.question-part > summary")
    run.press_in(f"{plan} [data-fact] input[value=yes]")
    run.press_in(f"{plan} [data-item] input[value=done]")
    run.press_in(f"{plan} [data-item] input[data-mark=mine]", "", 1)
    words = iter(WORDS)
    for part in ("signal", "people", "places", "if-then"):
        run.press_in(f"{plan} [data-part={part}] > summary")
        fields = f"{plan} [data-part={part}] :is(textarea, input:not([type=checkbox], [type=radio]))"
        for number in (0, 1):
            run.write(fields, next(words), number)
    ticked = run.window.look(f"document.querySelectorAll('{plan} input:checked').length")
    if ticked < 3:
        raise AuditError("the ticks did not reach the plan")


def open_log(run: Run) -> None:
    open_view(run, "log")
    run.window.wait_for("html[data-log=off]")


def add_entry(run: Run) -> None:
    run.write("[data-log=text]", " ".join(WORDS[:2]))
    run.press_in("[data-log=keep]")
    run.window.wait_for(".log-entries [data-entry]")


def add_item_with_file(run: Run) -> None:
    """Note a piece of evidence, and add a picture to it by the browser's own window for files."""
    picture = run.window.home / "Downloads" / PICTURE  # where it is not counted as a trace of itself
    Image.new("RGB", (40, 30), "navy").save(picture)
    run.press_in(".log [data-to-screen=hub]")
    run.press_in(".log [data-to-screen=evidence]")
    run.press_in("[data-item-action=new]")
    run.write(".log-item-write [data-log-field=thing]", WORDS[2])
    run.press_in(".log-item-write [data-item-action=keep]")
    run.window.choose_file("[data-evidence-file]", picture)
    run.window.wait_for(".log-files-chosen li")
    run.press_in("[data-evidence-add]")
    run.window.wait_for("[data-evidence-kept]")
    run.files.append(PICTURE)


def write_without_script(run: Run) -> None:
    """Open four pages, and write on the last one."""
    for page in ("phone", "home", "law", "plan"):
        run.press_in(f'#menu a[href="{page}.html"]')
        run.window.wait_for(f"[data-view-id={page}]")
    run.press_in("[data-part] > summary")
    fields = "[data-part] :is(textarea, input:not([type=checkbox], [type=radio]))"
    for number in (0, 1):
        run.write(fields, WORDS[number], number)


# Keeping


def keep(run: Run) -> None:
    """Keep what was written, under a passphrase of one's own."""
    if run.window.look("document.documentElement.dataset.view") == "log":
        run.press_in(".log [data-to-screen=keep]")
    else:
        run.press_in("[data-view-id=plan] [data-slot=vault] summary")
    run.press_in("[data-vault=choose]")
    run.press_in("input[type=radio][value=own]")
    run.write("[data-passphrase]", PASSPHRASE)  # what is shown is not asked for twice
    run.press_in("[data-vault=keep]")
    run.window.wait_for("html[data-vault=unlocked]")


def lock(run: Run) -> None:
    time.sleep(1)  # the last words are on their way to be kept
    run.press_in("[data-vault=lock]")
    run.window.wait_for("html[data-vault=locked]")


def unlock(run: Run) -> None:
    run.write("[data-passphrase]", PASSPHRASE)
    run.press_in("[data-vault=unlock]")
    run.window.wait_for("html[data-vault=unlocked]")


def delete_everything(run: Run) -> None:
    run.press_in("[data-wipe] > summary")
    run.press_in("[data-vault=wipe]")
    run.window.wait_for("html[data-vault=off]")
    time.sleep(2)


def keep_the_guide(run: Run) -> None:
    open_view(run, "offline")
    run.press_in("[data-offline=all]:enabled")
    run.window.wait_for("html[data-offline-state=kept]")


def remove_the_guide(run: Run) -> None:
    run.press_in("[data-offline=remove]")
    run.window.wait_for("html[data-offline-state=off]")
    time.sleep(2)


# Out of sight


def switch_on_hiding(run: Run) -> None:
    switch_on(run, "Hide this page")


def switch_on_the_cover(run: Run) -> None:
    switch_on(run, "Offer a cover")


def switch_on(run: Run, words: str) -> None:
    """Ask on "Private reading" for one way to hide."""
    open_view(run, "reading")
    run.press_in("[data-view-id=reading] [data-out-of-sight] > summary")
    run.press_in("[data-view-id=reading] [data-out-of-sight] label", words)
    run.window.wait_for("html[data-sight]")


def look_at_another_tab(run: Run) -> None:
    """Open another tab, and come back to the page that has hidden itself."""
    run.window.press("ctrl+t")
    run.window.wait_for("html:not([data-view])")
    run.window.press("ctrl+shift+Tab")
    run.window.wait_for("html[data-hidden]")


def cover_and_leave(run: Run) -> None:
    run.window.press("F2")
    run.window.wait_for("[data-cover]")
    time.sleep(SESSION_WRITTEN)
    run.press_in("[data-cover] a")
    arrive(run)


# Taking along


def save_files(run: Run) -> None:
    """Save the plan as text, as a file for oneself, and locked, each under a name of one's own."""
    for button in ("[data-take=text]", "[data-take=json]"):
        fold = f"details:has({button})"
        run.press_in(f"{fold} > summary")
        name_file(run, f"{fold} .take-name", FILE_NAME)
        run.press_in(button)
    save_locked_file(run)
    run.files.append(FILE_NAME)
    saved = run.window.home / "Downloads"
    for ending in ("txt", "json", "age"):
        run.window.wait((saved / f"{FILE_NAME}.{ending}").exists, f"the {ending} file was not saved")
    # Firefox shows its list of downloads over the page. Until that is closed, the first click only closes it.
    time.sleep(1)
    run.window.press("Escape")


def save_locked_file(run: Run) -> None:
    fold = "[data-view-id=plan] [data-file=save]"
    run.press_in(f"{fold} > summary")
    run.press_in(f"{fold} input[type=radio][value=own]")
    run.write(f"{fold} [data-passphrase]", PASSPHRASE)
    name_file(run, f"{fold} .file-name", f"{FILE_NAME}.age")
    run.press_in(f"{fold} [data-vault=save]")


def name_file(run: Run, field: str, name: str) -> None:
    run.press_in(field)
    run.window.press("ctrl+a")
    run.window.type(name)
    run.window.wait(lambda: name in run.window.values(), f"{name} did not reach {field}")


def print_and_think_better(run: Run) -> None:
    """Open the window for printing, and close it."""
    run.press_in("details:has([data-take=print]) > summary")
    run.press_in("[data-take=print]")
    time.sleep(4)
    run.window.press("Escape")
    time.sleep(1)


# Going


def leave(run: Run) -> None:
    run.press_in(".exit")
    arrive(run)


def leave_by_keys(run: Run) -> None:
    run.window.click("h1")
    run.window.press("Shift_L", "Shift_R", "Shift_L")
    arrive(run)


def arrive(run: Run) -> None:
    everyday = (EVERYDAY_TITLE, SECOND_TITLE)
    run.window.wait(lambda: run.window.look("document.title") in everyday, "no everyday page came")
    time.sleep(FADES)


def leave_where_nothing_comes(run: Run) -> None:
    """Leave where no everyday page can be reached, and wait until the last end."""
    run.press_in(".exit")
    run.window.wait(lambda: "guide" not in run.window.address(), "the guide is still there")
    time.sleep(16)


def let_the_everyday_page_hang(run: Run) -> None:
    run.hosts.everyday_hangs = True


def let_the_everyday_pages_refuse(run: Run) -> None:
    run.hosts.close_exits()


def wait_for_the_history(run: Run) -> None:
    time.sleep(HISTORY_WRITTEN)


def wait_for_the_session(run: Run) -> None:
    time.sleep(SESSION_WRITTEN)


def press_back(run: Run) -> None:
    """See what Back shows, and go forward again."""
    before = run.window.address()
    run.window.press("alt+Left")
    with suppress(AuditError):  # where there is nothing to go back to
        run.window.wait(lambda: run.window.address() not in (before, "about:blank"), "nothing", BACK_AFTER)
    time.sleep(1)
    run.back = shown(run)
    if run.window.address() != before:
        run.window.press("alt+Right")
        time.sleep(1)


def close_tab_and_reopen_it(run: Run) -> None:
    run.window.press("ctrl+t")
    run.window.press("ctrl+shift+Tab")
    run.window.wait(lambda: "guide" in run.window.address(), "the tab of the guide is not in sight")
    time.sleep(SESSION_WRITTEN)
    run.window.press("ctrl+w")
    time.sleep(1)
    run.window.press("ctrl+shift+t")
    run.window.wait_for("html[data-reader=ready]")
    run.reopened = shown(run)


# Looking


def is_at(run: Run, title: str) -> bool:
    return bool(run.window.look("document.title") == title)


def shown(run: Run, address: str = "") -> str:
    """Say what the tab in sight shows, in the words of the record."""
    address = address or run.window.address()
    if re.match(r"https?://guide\.localhost|file:", address):
        held = " ".join(run.window.values())
        return "guide-typed" if any(word in held for word in run.typed) else "guide"
    if "search.localhost" in address:
        return "before"
    if re.search("everyday|second", address):
        return "everyday"
    if "elsewhere" in address:
        return ""  # another site, of which the record says nothing
    return "blank"
