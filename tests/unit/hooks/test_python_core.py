"""Pyodide's smaller core: it is made once, of files that are as expected, and has what its script takes."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from mkdocs.exceptions import Abort

from hooks.assets import python_core
from hooks.assets.python_bundle import core_folder
from hooks.assets.python_core import SCRIPTS, smaller_core

ROOT = Path(__file__).resolve().parents[3]
PUBLISHED = core_folder(ROOT)
DESCRIBE = """
import { readFileSync } from "node:fs"
const module = new WebAssembly.Module(readFileSync(process.argv[1]))
const named = ({ module, name, kind }) => [module, name, kind].join(" ")
console.log(JSON.stringify({
  imports: WebAssembly.Module.imports(module).map(named),
  exports: WebAssembly.Module.exports(module).map(({ name }) => name),
}))
"""


@pytest.fixture(scope="module")
def core() -> Path:
    return smaller_core(ROOT, PUBLISHED)


def described(folder: Path) -> dict[str, set[str]]:
    command = ["node", "--input-type=module", "--eval", DESCRIBE, str(folder / "pyodide.asm.wasm")]
    told = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return {name: set(values) for name, values in told.items()}


def test_it_asks_for_nothing_more_and_exports_each_name_that_its_script_takes(core):
    published, made = described(PUBLISHED), described(core)
    script = (core / "pyodide.asm.js").read_text("utf-8")

    assert made["imports"] < published["imports"]
    assert made["exports"] < published["exports"]
    taken = {*re.findall(r'wasmExports\["([^"]+)"\]', script), *re.findall(r"wasmExports\.(\w+)", script)}
    assert len(taken) > 50
    assert taken & published["exports"] == taken & made["exports"]


def test_the_script_only_lost_lines_that_take_an_export(core):
    published = (PUBLISHED / "pyodide.asm.js").read_text("utf-8")
    left_out = re.compile(r'var (_[\w$]+)=Module\["\1"\]=wasmExports\["[^"]+"\];')
    made = (core / "pyodide.asm.js").read_text("utf-8")

    assert left_out.sub("", made) == left_out.sub("", published)
    lost = {m[1] for m in left_out.finditer(published)} - {m[1] for m in left_out.finditer(made)}
    assert len(lost) > 3000
    assert {name for name in lost if re.search(rf"(?<![\w$]){re.escape(name)}(?![\w$])", made)} == set()


def test_it_is_not_made_again_while_its_inputs_are_the_same(core, monkeypatch):
    monkeypatch.setattr(python_core, "write_core", lambda *_: pytest.fail("made again"))

    assert smaller_core(ROOT, PUBLISHED) == core


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        ("pyodide.asm.js", b"mutable:false},1024)", b"mutable:false},base)", "its addresses were not found"),
        ("pyodide.asm.wasm", b"__wasm_apply_data_relocs", b"__wasm_apply_data_relocX", "index"),
    ],
)
def test_a_core_that_is_not_as_expected_stops_the_build(name, before, after, said, tmp_path):
    for file in ("pyodide.asm.js", "pyodide.asm.wasm", "pyodide.js"):
        shutil.copy(PUBLISHED / file, tmp_path)
    changed = (tmp_path / name).read_bytes()
    assert before in changed
    (tmp_path / name).write_bytes(changed.replace(before, after))

    with pytest.raises(Abort, match=rf"(?s)fold\.mjs: Pyodide's core could not be made smaller\n.*{said}"):
        python_core.run_node([str(ROOT / SCRIPTS / "fold.mjs"), str(tmp_path), str(tmp_path)])


def test_without_the_optimizer_the_build_says_what_to_do(tmp_path):
    with pytest.raises(Abort, match="binaryen is not installed; possible: npm ci --ignore-scripts"):
        smaller_core(tmp_path, PUBLISHED)
