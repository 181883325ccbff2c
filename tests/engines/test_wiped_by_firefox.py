"""Where the host clears, Firefox keeps no folder for the site after a plan or the guide is deleted."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from tests.engines.engine import Engine
from tests.engines.host import Host
from tests.engines.plan import keep, open_plan, vault_is

pytest_plugins = "tests.engines.fixtures"

FOLDERS = "storage/default/http+++127.0.0.1+{}*/*"
KEPT_GUIDE = """async () => {
  const cache = await caches.open("notes:/:1");
  await cache.put("/phone.html", new Response("a part of the guide"));
}"""


def folders_of(firefox: Engine, host: Host) -> list[str]:
    """Name what Firefox keeps for the host's site, by kind: `idb`, `cache`, …"""
    found = firefox.profile.glob(FOLDERS.format(urlsplit(host.address).port))
    return sorted(path.name for path in found if path.is_dir())


def delete_everything(firefox: Engine) -> str:
    firefox.click("[data-wipe] > summary")
    firefox.click("[data-wipe] [data-vault=wipe]")
    vault_is(firefox, "off")
    return str(
        firefox.wait_for(lambda: firefox.text("[data-slot=vault] .said").startswith("All that you kept"))
    )


@pytest.fixture
def kept(firefox: Engine, quick_host: Host) -> Engine:
    """Firefox with a plan that is kept."""
    quick_host.clears = True
    firefox.open(quick_host.address)
    open_plan(firefox)
    keep(firefox)
    assert "idb" in folders_of(firefox, quick_host)
    return firefox


def test_nothing_is_left_of_a_deleted_plan(kept: Engine, host: Host) -> None:
    delete_everything(kept)
    assert kept.text("[data-slot=vault] .said").endswith("in the browser’s history and lists.")
    assert folders_of(kept, host) == []


def test_a_host_that_clears_takes_a_kept_guide_along_and_nothing_else_is_said(
    kept: Engine, host: Host
) -> None:
    kept.script(KEPT_GUIDE)
    delete_everything(kept)
    assert "is still kept" not in kept.text("[data-slot=vault] .said")
    assert folders_of(kept, host) == []


def test_nothing_is_left_of_a_removed_guide(firefox: Engine, host: Host) -> None:
    host.clears = True
    firefox.open(host.address + "offline.html")
    firefox.script(KEPT_GUIDE)
    firefox.open(host.address + "offline.html")
    firefox.click("[data-offline=remove]")
    firefox.wait_for(lambda: firefox.text(".offline-said").startswith("The kept guide is removed"))
    assert folders_of(firefox, host) == []
