"""A core without a function that answers need never answers: it fails, and it fails ever after."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from hooks.assets.python_bundle import core_folder
from hooks.assets.python_core import (
    CUT_MODULE,
    CUT_SCRIPT,
    DROPPED,
    LOADER,
    MODULE,
    SCRIPT,
    SCRIPTS,
    TEXTS,
    run_node,
    write_frozen,
)
from tests.core.__main__ import ROOT, list_text, marked_core
from tests.core.ask import functions_that_ran, open_core
from tests.core.requests import case_requests
from tests.engines.engine import Engine
from tests.engines.host import Host

pytest_plugins = "tests.engines.fixtures"
ASK = """async ({ request, catalogue, function: name }) => {
  const asked = [{ function: name, request, catalogue: 0 }];
  const told = await core.ask({ asked, catalogues: { 0: catalogue } });
  return told.failed ?? `an answer: ${JSON.stringify(told)}`;
}"""


@pytest.mark.one_engine("chromium")
def test_a_core_without_what_answers_need_fails_for_good(engine: Engine, host: Host, tmp_path: Path) -> None:
    files = core_that_only_starts(engine, host, tmp_path)
    request = next(case_requests())

    assert open_core(engine, host, files, []) == ""
    first, *later = [engine.script(ASK, vars(request)) for _ in range(3)]
    assert first.startswith("RuntimeError")
    assert not [one for one in later if one.startswith("an answer")]


def core_that_only_starts(engine: Engine, host: Host, folder: Path) -> dict[str, bytes]:
    """Cut a core down to what ran before the first request."""
    files, marks = marked_core(folder)
    assert open_core(engine, host, files, []) == ""
    (folder / "kept.json").write_text(list_text(functions_that_ran(engine, marks)), encoding="utf-8")
    for name in (DROPPED, TEXTS):
        shutil.copy(ROOT / name, folder)
    scripts, published = ROOT / SCRIPTS, core_folder(ROOT)
    frozen = write_frozen(ROOT, published, folder)
    run_node([str(scripts / "cut.mjs"), *map(str, (published, folder, frozen, folder))])
    module, loader, script, out = (
        folder / CUT_MODULE,
        published / LOADER,
        folder / CUT_SCRIPT,
        folder / SCRIPT,
    )
    run_node([str(scripts / "finish.mjs"), *map(str, (module, loader, script, out))])
    return {MODULE: module.read_bytes(), SCRIPT: out.read_bytes(), LOADER: loader.read_bytes()}
