"""Files of messages and calls give the same rows in three engines, whatever each knows of letters and zones."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hooks.assets.bundles import bundle
from tests.browser.support import ROOT
from tests.engines.engine import Engine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"

CASES = ROOT / "tests/cases/log-imports"
PAGE = '<!doctype html><meta charset="utf-8"><script src="assets/imports.js"></script>'


@pytest.fixture(scope="module")
def imports_host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("imports")
    (folder / "assets").mkdir()
    (folder / "assets/imports.js").write_text(bundle(ROOT, "tests/engines/page-imports.js"), encoding="utf-8")
    (folder / "index.html").write_text(PAGE, encoding="utf-8")
    host = Host(folder)
    yield host
    host.stop()


def case_in(folder: Path) -> tuple[list[Any], dict[str, Any]]:
    """Return a file as the page takes it, and what is expected of it."""
    expected: dict[str, Any] = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    (file,) = (path for path in folder.iterdir() if path.name != "expected.json")
    bytes_ = base64.b64encode(file.read_bytes()).decode()
    return [file.name, bytes_, expected.get("answers", {})], expected


def told(read: dict[str, Any], expected: dict[str, Any]) -> dict[str, Any]:
    """Return what is told of a file, of what is expected to be told."""
    outcome = read["outcome"]
    refused = {"refused": outcome["refused"]} if "refused" in outcome else {}
    wanted = expected.get("skipped", [])
    skipped = [
        {key: one[key] for key in (wanted[at] if at < len(wanted) else one)}
        for at, one in enumerate(read["skipped"])
    ]
    found = {"format": outcome["format"], "questions": read["questions"], "rows": read["rows"]}
    return {**found, "skipped": skipped, **refused}


def test_every_file_gives_the_rows_that_are_expected(engine: Engine, imports_host: Host) -> None:
    """Every file gives the rows that are expected."""
    names = sorted(path.name for path in CASES.iterdir() if path.is_dir())
    cases = [case_in(CASES / name) for name in names]
    engine.open(imports_host.address)
    read = engine.script("(cases) => readCases(cases)", [case for case, _ in cases])

    for name, one, (_, expected) in zip(names, read, cases, strict=True):
        wanted = {key: expected[key] for key in ("format", "refused") if key in expected}
        lists = {key: expected.get(key, []) for key in ("questions", "rows", "skipped")}
        assert {"case": name, **told(one, expected)} == {"case": name, "format": "", **wanted, **lists}
