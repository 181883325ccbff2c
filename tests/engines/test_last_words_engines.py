"""What was written a tenth of a second before leaving is kept, though it is stored only after that."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from threading import Thread

import pytest

from tests.browser.support import EXIT_PAGE, Handler, Server
from tests.engines.engine import Engine
from tests.engines.host import Host
from tests.engines.plan import keep, unlock

pytest_plugins = "tests.engines.fixtures"

ON_THE_WAY = 1  # seconds that the everyday page takes
WORDS = "The side door, at eight"
# As keys do, and in one turn of the page's thread: a driver's own way takes longer than what is measured.
WRITE_AND_LEAVE = """(words, milliseconds) => {
  const field = document.querySelector("[data-item] textarea");
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  setTimeout(() => document.querySelector(".exit").click(), milliseconds);
}"""
NOTE = "document.querySelector('[data-item] textarea').value"


class SlowHandler(Handler):
    def do_GET(self) -> None:  # noqa: N802 - what http.server calls
        time.sleep(ON_THE_WAY)
        super().do_GET()


@pytest.fixture
def slow_exit(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "index.html").write_text(EXIT_PAGE, encoding="utf-8")
    server = Server(("127.0.0.1", 0), partial(SlowHandler, directory=str(tmp_path)))
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_what_was_written_just_before_leaving_is_kept(
    engine: Engine, quick_host: Host, slow_exit: str
) -> None:
    host = quick_host
    host.exit_url = slow_exit
    engine.open(host.address + "plan.html")
    passphrase = keep(engine)
    engine.script(WRITE_AND_LEAVE, WORDS, 100)
    engine.wait_for(lambda: engine.script("document.title") == "Weather today")
    engine.open(host.address + "plan.html")
    unlock(engine, passphrase)
    engine.wait_for(lambda: engine.script(NOTE) == WORDS)
