"""Whether the port that a browser is looked at through changes what it keeps: one visit with it, one without.

usage: python -m tests.audit.unseen BROWSER
It prints what each visit left and ends with 1 where that differs. Without the port, the clicks go where they
went before, and what the hosts are asked for says that they arrived.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.audit.__main__ import free_port
from tests.audit.display import Display
from tests.audit.hosts import EVERYDAY, GUIDE, SEARCH, Hosts, hosted
from tests.audit.left import left_in, words_of_guide
from tests.audit.published import publish
from tests.audit.window import AuditError, Window
from tests.audit.windows import WINDOWS

PORT = "--remote-debugging-port=0"
RESTS = 4  # seconds that a page is shown
Places = list[tuple[int, int]]


def visit(window: Window, hosts: Hosts, places: Places | None) -> Places:
    """Come from the search page, leave, go back, close. Return where was clicked: at `places`, if given."""
    clicked: Places = []
    try:
        start(window, hosts, seen=places is None)
        for css, host in (("a", GUIDE), (".exit", EVERYDAY)):
            clicked.append(window.place(css) if places is None else places[len(clicked)])
            window.display.click(*clicked[-1])
            wait_until_asked(window, hosts, host)
        window.press("alt+Left")
        time.sleep(RESTS)
        window.close()
    finally:
        window.kill()
    return clicked


def start(window: Window, hosts: Hosts, *, seen: bool) -> None:
    if seen:
        window.start(hosts.search())
    else:
        window.open_window(hosts.search(), without=PORT)
    wait_until_asked(window, hosts, SEARCH)
    window.take_keys()


def wait_until_asked(window: Window, hosts: Hosts, host: str) -> None:
    window.wait(lambda: any(asked == host for asked, _ in hosts.asked), f"nothing asked {host}")
    time.sleep(RESTS)


def main(browser: str) -> int:
    left: list[dict[str, Any]] = []
    places: Places | None = None
    with tempfile.TemporaryDirectory(prefix="unseen-") as name:
        folder, port, exit_port = Path(name), free_port(), free_port()
        publish(folder / "site", port, exit_port, {})
        for number in range(2):
            display = Display()
            window = WINDOWS[browser](display, folder / f"profile-{number}")
            with hosted(folder / "site", "strict", port, exit_port) as hosts:
                places = visit(window, hosts, places)
            display.close()
            found = left_in(window, GUIDE, content=words_of_guide(folder / "site"), typed=[], files=[])
            left.append(found | {"asked for": sorted({host for host, _ in hosts.asked})})
    for way, found in zip(("with the port", "without it"), left, strict=True):
        print(f"{way}: {found}")
    return int(left[0] != left[1])


if __name__ == "__main__":
    try:
        sys.exit(main(*sys.argv[1:]))
    except AuditError as error:
        sys.exit(f"the visit could not be made: {error}")
