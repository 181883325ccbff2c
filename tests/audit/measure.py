"""Do one journey in one browser, and return its record.

usage: python -m tests.audit.measure JOURNEY BROWSER FOLDER PORT EXIT_PORT
FOLDER holds `site` and `notes.html`, with ways out that lead to these ports. The record is printed as JSON.
"""

from __future__ import annotations

import datetime
import json
import shutil
import sys
import time
from pathlib import Path
from typing import Any

from tests.audit.display import Display
from tests.audit.hosts import CARELESS_WORDS, GUIDE, SEARCH, Hosts, Kind, hosted
from tests.audit.journeys import CARELESS, CONTROL, JOURNEYS, Journey
from tests.audit.left import left_in, words_of_guide
from tests.audit.steps import Run, shown
from tests.audit.window import AuditError, Choice, Window
from tests.audit.windows import WINDOWS

LETTERS = "guide.l"
"""The first letters of the guide's address."""
LONGEST_LIST = 3  # suggestions that are tried
SUGGESTED_AFTER = 0.8  # seconds
RESTORED_WITHIN = 20  # seconds
REOPENED_WITHIN = 15  # seconds: on a busy machine, a window that is opened again takes its time
SETTLES = 2  # seconds until a page that came back has filled its fields again
FILE = "notes.html"


def measure(name: str, browser: str, folder: Path, port: int, exit_port: int) -> dict[str, Any]:
    journey = CARELESS if name == CONTROL else JOURNEYS[name]
    display = Display()
    profile = folder / "profiles" / f"{name}-{browser}"
    for path in (profile, profile.with_name(profile.name + "-home")):
        shutil.rmtree(path, ignore_errors=True)
    kind: Kind = "plain" if journey.host == "plain" else "strict"
    try:
        with hosted(folder / "site", kind, port, exit_port) as hosts:
            window = WINDOWS[browser](display, profile, journey.choice)
            run = Run(window, hosts, folder / FILE)
            try:
                go(run, journey)
                if name == CONTROL:
                    return what_careless_leaves(run)
                record = what_is_left(run, journey, folder)
                record |= what_comes_back(run, journey, display)
            finally:
                window.kill()
    finally:
        display.close()
    return {
        "id": f"{name}-{browser}",
        "journey": name,
        "browser": browser,
        "version": window.version(),
        "host": journey.host,
        "window": "private" if journey.choice.private else "normal",
        "end": journey.end,
        **record,
        "day": datetime.date.today().isoformat(),
    }


def go(run: Run, journey: Journey) -> None:
    run.window.start(run.hosts.search())
    for step in journey.steps:
        try:
            step(run)
        except AuditError as error:
            raise AuditError(f"{step.__name__.replace('_', ' ')}: {error}") from error
    run.window.close() if journey.end == "closed" else run.window.kill()


def what_careless_leaves(run: Run) -> dict[str, Any]:
    """Find what a careless page says and what was typed there: a search that finds neither proves nothing."""
    found = left_in(run.window, SEARCH, content=[CARELESS_WORDS], typed=run.typed, files=[])
    without_forms = left_in(run.window, SEARCH, content=run.window.saved_forms, typed=run.typed, files=[])
    if not (found["content"] and found["typed"] and without_forms["content"]):
        raise AuditError(f"what a careless page leaves is not found: {found}")
    return found


def what_is_left(run: Run, journey: Journey, folder: Path) -> dict[str, Any]:
    found = left_in(
        run.window,
        FILE if journey.host == "file" else GUIDE,
        content=words_of_guide(folder / "site"),
        typed=run.typed,
        files=run.files,
    )
    print(json.dumps(found, indent=1), file=sys.stderr)
    counted = {kind: len(at) for kind, at in found.items() if kind != "rows" and isinstance(at, list)}
    if not run.typed:
        counted.pop("typed")
    return {"rows": found["rows"], **counted, **({"back": run.back} if run.back else {})}


def what_comes_back(run: Run, journey: Journey, display: Display) -> dict[str, Any]:
    """Start the browser again on a copy of the profile: its list, its suggestions, the tabs of last time."""
    copy = run.window.profile.with_name(run.window.profile.name + "-copy")
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(run.window.profile, copy, symlinks=True, ignore_dangling_symlinks=True)
    for lock in (*copy.glob("Singleton*"), copy / "lock", copy / ".parentlock"):
        lock.unlink(missing_ok=True)
    window = type(run.window)(display, copy, Choice(restores=run.window.restores_at_start))
    later = Run(window, run.hosts, run.file, typed=run.typed)
    name = FILE if journey.host == "file" else GUIDE
    found: dict[str, str] = {}
    try:
        if window.restores_at_start:
            found["listed"] = yes_or_no(window.listed(name))
            window.start()
            found["reopened"] = run.reopened or restored(later)
        else:
            window.start(run.hosts.search())
            found["listed"] = yes_or_no(window.listed(name))
        if journey.host != "file":
            found["suggested"] = yes_or_no(is_suggested(window, run.hosts))
        if not window.restores_at_start:
            found["reopened"] = run.reopened or reopened(later)
    finally:
        window.kill()
        shutil.rmtree(copy, ignore_errors=True)
    return {key: value for key, value in found.items() if value}


def yes_or_no(value: bool) -> str:
    return "yes" if value else "no"


def is_suggested(window: Window, hosts: Hosts) -> bool:
    """Type the first letters in the address bar, and take each suggestion until one leads to the guide."""
    before = len(hosts.asked)
    for down in range(LONGEST_LIST + 1):
        window.press("ctrl+l")
        window.type(LETTERS)
        time.sleep(SUGGESTED_AFTER)
        window.press(*["Down"] * down, "Return")
        time.sleep(SUGGESTED_AFTER)
        if any(host == GUIDE for host, _ in hosts.asked[before:]):
            return True
    return False


def reopened(run: Run) -> str:
    """Open what was closed last, or the tabs from before a crash."""
    window = run.window
    here = f"{run.hosts.search()}?here"
    window.go_to(here)
    window.press("ctrl+shift+t")
    found: list[str] = []

    def came() -> bool:
        found[:] = [at for at in window.look_all("location.href") if at != here]
        return bool(found)

    try:
        window.wait(came, "nothing was opened again", REOPENED_WITHIN)
        time.sleep(2)
        came()
    except AuditError:
        return "none"
    return shown(run, found[0])


def restored(run: Run) -> str:
    """Say what the tab in sight shows after a start that shows the tabs of last time."""
    window = run.window
    try:
        window.wait(lambda: not window.address().startswith("about:"), "no tab came back", RESTORED_WITHIN)
    except AuditError:
        return "none"
    time.sleep(SETTLES)
    return shown(run)


if __name__ == "__main__":
    name, browser, folder, port, exit_port = sys.argv[1:]
    try:
        print(json.dumps(measure(name, browser, Path(folder), int(port), int(exit_port))))
    except AuditError as error:
        print(f"{name} in {browser} could not be done: {error}", file=sys.stderr)
        sys.exit(1)
