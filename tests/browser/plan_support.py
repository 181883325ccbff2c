"""What tests of the plan share: the rules' own answers in CPython, and where things are on the page."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, TimeoutError, expect

from checklist import view as rules
from checklist.facts import ANSWERS
from hooks.assets.python_bundle import MANIFEST, addresses_of
from hooks.hosting.compress import SUFFIXES
from tests.browser.support import FROM_THE_RIGHT, PHONE, SITE, OpenPage, drawn_text, show_whole, until

START = 60_000  # milliseconds that Python may take on a busy machine
PYTHON = SITE / "assets/python"
PYTHON_MANIFEST = PYTHON / MANIFEST


def manifest_of_python() -> dict[str, Any]:
    manifest: dict[str, Any] = {"files": {}, "slim": {}}
    if PYTHON_MANIFEST.is_file():
        manifest = json.loads(PYTHON_MANIFEST.read_bytes())
    return manifest


def only_in_one_core() -> tuple[list[str], list[str]]:
    """Return the names of the files that are in the smaller core alone, and in the published one alone."""
    manifest = manifest_of_python()
    published, slim = manifest["files"], manifest["files"] | manifest["slim"]
    names = [{entry["name"].split("/")[-1] for entry in core.values()} for core in (slim, published)]
    return sorted(names[0] - names[1]), sorted(names[1] - names[0])


ONLY_SLIM, ONLY_PUBLISHED = only_in_one_core()
PYTHON_FILES = sorted(
    path.name for path in PYTHON.glob("*") if path.suffix not in SUFFIXES and path.name not in ONLY_PUBLISHED
)
"""Those of Python's first start."""
STAY_AWAY = {
    "data-gramm": "false",
    "data-gramm_editor": "false",
    "data-enable-grammarly": "false",
    "data-lt-active": "false",
    "data-1p-ignore": "",
    "data-lpignore": "true",
    "data-bwignore": "",
    "data-form-type": "other",
}
"""What asks writing assistants and password managers to leave a field alone, each by its own sign."""
SECRET = "Blue door, third floor"
# What the page does with workers, for tests to look at or to disturb.
SPY = """
window.sent = []
window.workers = []
window.ended = 0
const NativeWorker = window.Worker
window.Worker = class extends NativeWorker {
  constructor(...given) { super(...given); window.workers.push(this) }
  postMessage(...given) { window.sent.push(JSON.stringify(given)); super.postMessage(...given) }
  terminate() { window.ended += 1; super.terminate() }
}
"""
LISTED = """(lists) => Object.fromEntries([...lists].map((list) => [
  list.closest('[data-horizon]')?.dataset.horizon ?? 'left-out',
  [...list.querySelectorAll('[data-item]')].map((step) => ({
    id: step.dataset.item, reason: step.querySelector('.reason')?.textContent ?? null,
  })),
]))"""
ANSWER_ALL = """(answers) => {
  const radios = document.querySelectorAll('[data-fact] input')
  for (const radio of radios) radio.checked = answers[radio.name] === radio.value
  document.querySelector('[data-fact] input').dispatchEvent(new Event('change', { bubbles: true }))
}"""


TAKE_BACK = """() => {
  const view = document.querySelector("[data-view-id=plan]")
  const own = ":is([data-fact], [data-item], [data-part]) :is(input, textarea)"
  for (const field of view.querySelectorAll(own))
    if (["checkbox", "radio"].includes(field.type)) field.checked = false
    else field.value = ""
  for (const fold of view.querySelectorAll("details")) fold.open = false
  for (const heading of view.querySelectorAll("h2[tabindex]")) heading.removeAttribute("tabindex")
  view.dispatchEvent(new Event("plan:written"))
  view.querySelector("h1").focus()
  scrollTo(0, 0)
  window.sent = []
  window.ended = 0
}"""
ASK_FOR_QUESTIONS = """(answers) => new Promise((resolve) => {
  const worker = window.workers.at(-1)
  const resolveOwn = ({ data: { id, result } }) => id === 'test' && resolve(result.result.questions)
  worker.addEventListener('message', resolveOwn)
  worker.postMessage({ id: 'test', action: 'questions', data: { answers } })
})"""
# What was hidden in between has `hidden` as its last attribute.
WHOLE_VIEW = """() => JSON.stringify([
  document.documentElement.dataset,
  document.querySelector("[data-view-id=plan]").outerHTML
    .replace(/ hidden=""/g, "").replace(/\\s+/g, " ").replace(/ ?([<>]) ?/g, "$1"),
  [...document.querySelectorAll("[data-view-id=plan] *")].map(({ hidden }) => Number(hidden)).join(""),
  document.activeElement.localName, scrollY, location.href, document.title,
  [...document.querySelectorAll("input, textarea, select")].map(({ value, checked }) => [value, checked]),
])"""


def answer_sets() -> dict[str, dict[str, str]]:
    """Return the answers of twelve people: plain extremes, made-up stories, and five chosen at random."""
    facts = [fact["id"] for fact in json.loads(catalogue())["facts"]]
    draw = random.Random(7)
    return {
        "watched phone": {"phone-watched": "yes"},
        "all yes": dict.fromkeys(facts, "yes"),
        "all no": dict.fromkeys(facts, "no"),
        "all unsure": dict.fromkeys(facts, "unsure"),
        "lives with them": dict.fromkeys(
            ["lives-with-person", "ex-partner", "has-children", "threats"], "yes"
        ),
        "stranger": {"person-known": "no", "ex-partner": "no", "followed": "yes", "shared-children": "no"},
        "helper": {"helping-someone": "yes", "works": "no", "studies": "no", "uses-car": "no"},
        **{f"lot {n}": {id: draw.choice(ANSWERS) for id in draw.sample(facts, 5 * n)} for n in range(1, 6)},
    }


def catalogue() -> str:
    path = python_file("catalogue.json")
    return path.read_text(encoding="utf-8") if path.is_file() else '{"facts": []}'


def python_file(name: str) -> Path:
    """Return a file of Python in the site, whose published name also has its hash."""
    manifest = PYTHON_MANIFEST
    return SITE / (addresses_of(manifest.read_bytes())[name] if manifest.is_file() else name)


def expected(
    answers: dict[str, str], marks: dict[str, str] | None = None, mine: list[str] | None = None
) -> dict[str, Any]:
    """Ask the same rules in CPython."""
    rules.load(catalogue())
    request = {"answers": answers, "marks": marks or {}, "mine": mine or []}
    answered = json.loads(rules.answer(json.dumps(request)))
    result: dict[str, Any] = answered["result"]
    return result


def expected_questions(answers: dict[str, str]) -> list[dict[str, str]]:
    """Ask the same rules in CPython what to ask next."""
    rules.load(catalogue())
    answered = json.loads(rules.next_questions(json.dumps({"answers": answers})))
    questions: list[dict[str, str]] = answered["result"]["questions"]
    return questions


def questions_of(page: Page, answers: dict[str, str]) -> list[dict[str, str]]:
    """Ask the plan's own worker the same."""
    questions: list[dict[str, str]] = page.evaluate(ASK_FOR_QUESTIONS, answers)
    return questions


def status_of(result: dict[str, Any]) -> str:
    return " ".join(filter(None, [result["summary"], result["progress"]["sentence"]]))


def says_next(page: Page, result: dict[str, Any]) -> None:
    """Wait until the plan names the step that these rules name next."""
    expect(plan(page).locator(".plan-next span")).to_have_text(result["next"]["sentence"])


def listed(page: Page) -> dict[str, list[dict[str, str]]]:
    lists: dict[str, list[dict[str, str]]] = plan(page).locator(".step-list").evaluate_all(LISTED)
    return lists


def without_marks_of_order(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return an entry's id and reason; another test checks where its caution is."""
    return [{name: entry[name] for name in ("id", "reason")} for entry in entries]


def plan(page: Page) -> Locator:
    return page.locator("article[data-view-id='plan']")


def step(page: Page, number: int = 0) -> Locator:
    return plan(page).locator("[data-horizon] [data-item]").nth(number)


def status(page: Page) -> Locator:
    return plan(page).locator(".plan-status")


def state(page: Page, wanted: str) -> None:
    until(page, "python", wanted, timeout=START)


def tailored(page: Page) -> None:
    """Wait until Python has answered for the first time, soon after it is ready."""
    state(page, "ready")
    status(page).filter(has_text=re.compile(r"\d")).wait_for(state="attached")


def open_tailored(open_page: OpenPage) -> Page:
    """Open the plan from the menu, with Python, and watch what the page does with workers."""
    page = open_page(None, viewport=PHONE)
    page.context.add_init_script(SPY)
    page.goto("index.html")
    page.locator("#menu a[data-open='plan']").evaluate("link => link.click()")
    show_whole(page)
    tailored(page)
    return page


def open_lasting(open_page: OpenPage) -> Page:
    """Open the plan as `open_tailored` does, for `lend` and `as_opened`."""
    page = open_tailored(open_page)
    page.evaluate(f"window.opened = ({WHOLE_VIEW})()")
    return page


def as_opened(page: Page) -> None:
    """Take back all that a reader changed in a plan with Python, and see that it is as it was opened."""
    page.evaluate(TAKE_BACK)
    show_whole(page)
    tailored(page)
    assert page.evaluate(f"({WHOLE_VIEW})() === window.opened")


def go_to(page: Page, screen: str) -> None:
    """Follow the link to a screen, from the hub unless the hub itself is wanted."""
    if screen == "hub" or not plan(page).locator(".hub").is_visible():
        plan(page).locator(".to-hub a").click()
    if screen != "hub":
        plan(page).locator(f".hub [data-to-screen={screen}]").last.click()


def has_status(page: Page, wanted: str) -> None:
    """Wait for what Python answers: `expect` describes the whole plan each time that it looks too soon."""
    exactly = re.compile(rf"^\s*{re.escape(wanted)}\s*$")
    with suppress(TimeoutError):
        status(page).filter(has_text=exactly).wait_for(state="attached")
    expect(status(page)).to_have_text(wanted)


def unfold(page: Page) -> None:
    plan(page).locator("details.question-part").evaluate_all(
        "all => all.forEach((part) => (part.open = true))"
    )


def choose(page: Page, fact: str, answer: str) -> None:
    plan(page).locator(f"[data-fact='{fact}'] input[value='{answer}']").check()


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until `target` has the focus."""
    for _ in range(200):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("Tab never came there")


def printed(page: Page) -> str:
    """Return all words on paper, `squeezed`: print breaks lines where it likes."""
    return squeezed(drawn_text(page.pdf(format="A4")))


def squeezed(text: str) -> str:
    """Take out spaces, and write ligatures as letters."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def left_off(paper: str, texts: Iterable[str]) -> list[str]:
    """List the texts that do not stand on paper, of which all words are given `squeezed`.

    Words that are written from the right come back from a PDF in another order: each is looked for.
    """
    if FROM_THE_RIGHT:
        return [text for text in texts if not all(word in paper for word in re.findall(r"\w+", text))]
    return [text for text in texts if squeezed(text) not in paper]
