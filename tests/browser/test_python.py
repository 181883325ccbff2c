"""Python in the browser: it answers, or the page soon knows what kind of trouble it is."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from checklist import view
from tests.bench.bench_python import OURS, POLICY, bundled, our_files, page
from tests.browser.support import hold_back, serve, until_held
from tests.cases.files import case_files, read_case
from tests.cases.runner import catalogue_of, log_request, request_of

HERE = Path(__file__).parent
SOON = 60  # seconds, on a busy machine
WATCH_VIOLATIONS = """
addEventListener('securitypolicyviolation', () => { document.documentElement.dataset.violated = 'yes' })
"""
ASK_WORKER = """(jobs) => new Promise((resolve) => {
  const worker = new Worker("cases.worker.js")
  worker.onmessage = ({ data }) => resolve(data)
  worker.postMessage({ base: new URL(".", location).href, jobs })
})"""


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return our_files()


@pytest.fixture
def open_with(
    browser: Browser, files: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[..., Page]]:
    """Return a function that opens a page with these files changed, or taken away where they are None.

    Python's files are named without their hashes, and those of its core are the slim one's.
    """
    manifest = json.loads(files[f"{OURS}/manifest.json"])
    published = manifest["files"] | manifest["slim"]
    with ExitStack() as closing:

        def open_with(changes: dict[str, bytes | None], before: str = "") -> Page:
            folder = tmp_path_factory.mktemp("python")
            names = {name: published[name]["name"] if name in published else name for name in changes}
            changed = files | {f"{OURS}/{names[name]}": data for name, data in changes.items()}
            for name, data in changed.items():
                (folder / name).parent.mkdir(exist_ok=True)
                if data is not None:
                    (folder / name).write_bytes(data)
            address = closing.enter_context(contextmanager(serve)(folder))
            context = closing.enter_context(browser.new_context())
            opened = context.new_page()
            opened.add_init_script(before)
            opened.goto(f"{address}{OURS}/index.html")
            return opened

        yield open_with


def end_of(page: Page) -> tuple[str, str]:
    """Wait until Python is ready or failed, and return its state and the kind of failure."""
    end = time.monotonic() + SOON
    while time.monotonic() < end:
        state = page.evaluate("({ ...document.documentElement.dataset })")
        if state.get("answered"):
            return state["python"], "" if state["python"] == "ready" else state["answered"]
        time.sleep(0.05)
    return "", "nothing was heard"


def policy_without(words: str) -> dict[str, bytes | None]:
    assert words in POLICY
    head = f'<meta http-equiv="Content-Security-Policy" content="{POLICY.replace(words, "")}">'
    return {"index.html": page(head)}


def test_python_answers_under_the_policy_and_prints_nothing(open_with):
    opened = open_with({}, WATCH_VIOLATIONS)
    printed: list[str] = []
    opened.on("console", lambda message: printed.append(message.text))

    assert end_of(opened) == ("ready", "")
    assert printed == []
    assert opened.evaluate("document.documentElement.dataset.violated") is None


def test_each_case_has_the_same_answer_in_the_worker_as_in_cpython(open_with):
    worker = {"cases.worker.js": bundled(HERE / "cases.worker.js"), "index.html": b"<!doctype html>"}
    jobs = [job for path in case_files() for job in jobs_of(read_case(path))]

    told = open_with(worker).evaluate(ASK_WORKER, jobs)

    wrong = [job for job, answer in zip(jobs, told, strict=True) if answer != answer_in_cpython(job)]
    assert (len(jobs) > 100, wrong) == (True, [])


def jobs_of(case: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield what is asked about a case: `catalogue`, where it has one, `action` and `request`."""
    if "log" in case:
        yield {"action": "log_counts", "request": log_request(case["log"])}
        return
    catalogue = json.dumps(catalogue_of(case))
    for action in ("answer", "next_questions"):
        yield {"catalogue": catalogue, "action": action, "request": request_of(case)}


def answer_in_cpython(job: dict[str, str]) -> str:
    if "catalogue" in job:
        view.load(job["catalogue"])
    answer: str = getattr(view, job["action"])(job["request"])
    return answer


def test_without_webassembly_it_says_so(open_with):
    assert end_of(open_with({}, "delete globalThis.WebAssembly")) == ("failed", "no-wasm")


@pytest.mark.parametrize("words", [" 'wasm-unsafe-eval'", " blob:", "connect-src 'self'; "])
def test_a_policy_that_forbids_a_part_is_told_as_blocked(words, open_with):
    assert end_of(open_with(policy_without(words))) == ("failed", "blocked")


@pytest.mark.parametrize(
    "name",
    [
        "worker.js",
        "pyodide.js",
        "pyodide.asm.js",
        "pyodide.asm.wasm",
        "python.bin",
        "manifest.json",
        "catalogue.json",
    ],
)
def test_a_missing_file_is_told_as_a_matter_of_the_network(name, open_with):
    assert end_of(open_with({name: None})) == ("failed", "network")


def test_a_bundle_that_is_not_the_published_one_is_refused(open_with, files):
    (bundle,) = (data for name, data in files.items() if name.endswith(".bin"))
    damaged = bundle[:-1] + b"!"

    assert end_of(open_with({"python.bin": damaged})) == ("failed", "changed-file")


@pytest.mark.parametrize("name", ["pyodide.asm.wasm", "catalogue.json"])
def test_a_damaged_file_without_a_hash_ends_in_a_failure_too(name, open_with):
    assert end_of(open_with({name: b"damaged"})) == ("failed", "cannot-start")


def test_when_nothing_arrives_for_half_a_minute_it_gives_up(open_with):
    opened = open_with({"index.html": b"<!doctype html><title>Empty</title>"})
    opened.clock.install()
    held = hold_back(opened, "**/pyodide.asm.*.wasm")
    opened.add_script_tag(url="page.js")
    until_held(opened, held)
    opened.wait_for_timeout(1000)  # until all other files are there

    opened.clock.fast_forward("00:25")
    assert opened.evaluate("document.documentElement.dataset.python") == "loading"

    opened.clock.fast_forward("00:06")
    assert end_of(opened) == ("failed", "timeout")
