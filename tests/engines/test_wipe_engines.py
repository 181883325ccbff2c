"""Nobody else can delete what a reader keeps: a page of another site asks the host to, in every way."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.browser.offline_support import Host, hosted
from tests.browser.support import Server
from tests.engines.engine import Engine, EngineError
from tests.engines.offline import keep_guide, kept_files
from tests.engines.other_site import OtherHandler
from tests.engines.plan import keep, open_plan, tick, vault_is

pytest_plugins = "tests.engines.fixtures"

CLEAR = {"Clear-Site-Data": '"cache", "storage"', "Content-Type": "text/html"}
# From another site: by what a page loads, and by where it leads.
QUIET = """(wipe) => {
  const add = (name, values) => document.body.append(Object.assign(document.createElement(name), values));
  add("img", { src: `${wipe}?img` });
  add("iframe", { src: `${wipe}?iframe` });
  add("video", { src: `${wipe}?video`, preload: "auto" });
  add("script", { src: `${wipe}?script` });
  add("object", { data: `${wipe}?object` });
  add("link", { rel: "prefetch", href: `${wipe}?prefetch` });
  add("link", { rel: "stylesheet", href: `${wipe}?css` });
  document.body.style.backgroundImage = `url(${wipe}?background)`;
  navigator.sendBeacon(`${wipe}?beacon`);
  return fetch(`${wipe}?fetch`, { mode: "no-cors", credentials: "include" }).then(() => null, () => null);
}"""
SEEN = ("img", "iframe", "fetch", "background", "css", "script")
FOLLOW = (
    "(wipe) => { const a = document.createElement('a'); a.href = wipe; document.body.append(a); a.click() }"
)
REDIRECT = "(wipe) => { location.href = `/to?${wipe}` }"
SEND = """(wipe) => {
  const form = Object.assign(document.createElement("form"), { action: wipe, method: "post" });
  document.body.append(form);
  form.submit();
}"""


@pytest.fixture
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    with hosted(tmp_path_factory.mktemp("host") / "site") as host:
        host.wipe_headers = CLEAR
        yield host


@pytest.fixture
def elsewhere() -> Iterator[str]:
    """A page of another site, `localhost`, which also redirects to the address after `/to?`."""
    server = Server(("127.0.0.1", 0), OtherHandler)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://localhost:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_another_site_cannot_wipe_and_the_guide_itself_can(
    engine: Engine, host: Host, elsewhere: str
) -> None:
    engine.open(host.address)
    open_plan(engine)
    tick(engine)
    keep(engine)
    keep_guide(engine, host.address)
    before = kept_files(engine)
    wipe = f"{host.address}wipe"
    host.asked.clear()

    engine.open(elsewhere)
    engine.script(QUIET, wipe)
    engine.wait_for(lambda: host.asked.count("wipe") >= len(SEEN))
    for script in (FOLLOW, REDIRECT, SEND):
        asked = host.asked.count("wipe")
        engine.open(elsewhere)
        engine.wait_for(lambda: engine.shown()[1] == elsewhere)
        with suppress(EngineError):  # the page leaves before it can answer
            engine.script(script, wipe)
        engine.wait_for(lambda asked=asked: host.asked.count("wipe") > asked)
        engine.wait_for(lambda: engine.shown()[1] == wipe)  # else it would come in the place of the next page

    engine.open(host.address)
    assert kept_files(engine) == before
    open_plan(engine)
    vault_is(engine, "locked")
    engine.click("[data-wipe] > summary")
    engine.click("[data-wipe] button")
    vault_is(engine, "off")
    engine.wait_for(lambda: "and this page is cleared. This site’s address may stay" in engine.text("main"))
    assert kept_files(engine) == {}
