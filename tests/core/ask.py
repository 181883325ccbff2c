"""Ask Python in the product's own worker, in an engine, with one core or another."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hooks.assets.python_bundle import FOLDER
from tests.browser.support import SITE
from tests.core.requests import Asked
from tests.engines.engine import Engine
from tests.engines.host import Host

HERE = Path(__file__).parent
POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
TRUSTED_TYPES = re.compile(rb"; require-trusted-types-for.*?(?=\")")
"""What the product's own scripts answer to: the page of a test has none of them."""
LONGEST = 3600  # seconds


def catalogue_of_site(site: Path) -> str:
    """Return the catalogue of a built site, or of one of its languages."""
    manifest = json.loads((site / FOLDER / "manifest.json").read_text("utf-8"))
    name: str = manifest["files"]["catalogue.json"]["name"]
    return (site / FOLDER / name).read_text("utf-8")


def open_core(engine: Engine, host: Host, core: Mapping[str, bytes], requests: Sequence[Asked]) -> str:
    """Open a page whose worker starts Python with a core's files, by Pyodide's names; return what failed."""
    manifest = json.loads((SITE / FOLDER / "manifest.json").read_text("utf-8"))
    probe = (HERE / "probe.js").read_bytes()
    for entries in (manifest["files"], manifest.get("slim", {})):
        for name in entries.keys() & core.keys():
            added = probe if name == "pyodide.js" else b""
            place = Path(entries[name]["name"]).name  # a language has it in the folder of English
            host.instead[f"/{FOLDER}/{place}"] = core[name] + added
    host.instead["/core.html"] = page()
    host.instead["/core.js"] = (HERE / "page.js").read_bytes()
    host.instead["/requests.json"] = requests_text(requests).encode()
    engine.open(f"{host.address}core.html")
    return str(engine.script("window.core.start()"))


def page() -> bytes:
    """Write an empty page under the policy of the plan's page."""
    policy = POLICY.search((SITE / "plan.html").read_bytes())
    assert policy
    head = TRUSTED_TYPES.sub(b"", policy[0])
    return b"<!doctype html><title>Core</title>" + head + b'<script src="core.js"></script>'


def requests_text(requests: Sequence[Asked]) -> str:
    catalogues = {one.catalogue: number for number, one in enumerate(requests)}
    asked = [asdict(one) | {"catalogue": catalogues[one.catalogue]} for one in requests]
    return json.dumps({"catalogues": {number: text for text, number in catalogues.items()}, "asked": asked})


def ask_all(engine: Engine) -> dict[str, Any]:
    """Ask all requests; return `{done, failed, differences}`."""
    engine.script("(() => { window.core.askAll().catch((error) => { core.failed = String(error) }) })()")
    engine.wait_for(lambda: engine.script("core.finished || core.failed"), LONGEST)
    return dict(engine.script("({ done: core.done, failed: core.failed, differences: core.differences })"))


def functions_that_ran(engine: Engine, marks: Mapping[str, int]) -> dict[str, set[int]]:
    """Return the numbers of functions that ran in a marked core, by `module` and `script`."""
    told = engine.script("(marks) => core.ran(marks)", dict(marks))["probed"]
    return {name: {at for at, mark in enumerate(text) if mark == "1"} for name, text in told.items()}
