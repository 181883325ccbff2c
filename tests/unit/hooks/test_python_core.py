"""Pyodide's small core: it is made once, of files that are as expected, and has what its script takes."""

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
from hooks.assets.python_core import (
    DROPPED,
    FROZEN,
    LIST,
    LOADER,
    MODULE,
    SCRIPT,
    SCRIPTS,
    SMALL,
    TEXTS,
    TOOLS,
    small_core,
)

ROOT = Path(__file__).resolve().parents[3]
PUBLISHED = core_folder(ROOT)
DESCRIBE = """
const { readFileSync } = require("node:fs")
const module = new WebAssembly.Module(readFileSync(process.argv[1]))
const named = ({ module, name, kind }) => [module, name, kind].join(" ")
console.log(JSON.stringify({
  imports: WebAssembly.Module.imports(module).map(named),
  exports: WebAssembly.Module.exports(module).map(({ name }) => name),
}))
"""
STOPPED = """
const { readFileSync } = require("node:fs")
const Module = { HEAPU8: [1], kept: 2 }
let HEAP8, HEAP16, HEAP32, HEAPU8 = [1], HEAPU16, HEAPU32, HEAPF32, HEAPF64, HEAP64, HEAPU64
function updateMemoryViews() { HEAPU8 = [1] }
eval(readFileSync(process.argv[1], "utf8") + `
  function caught(work) { try { work() } catch (error) { return error.constructor.name } }
  const before = caught(() => __check(new TypeError()))
  const whole = [...HEAPU8]
  const thrown = caught(() => { try { __stop() } catch (error) { __check(error) } })
  updateMemoryViews()
  console.log(JSON.stringify([before, whole, thrown, HEAPU8, Module.HEAPU8, Module.kept]))
`)
"""
READ = """
const { readFileSync } = require("node:fs")
const Module = {}
let HEAP8, HEAP16, HEAP32, HEAPU8, HEAPU16, HEAPU32, HEAPF32, HEAPF64, HEAP64, HEAPU64
function updateMemoryViews() {}
eval(readFileSync(process.argv[1], "utf8") + `
  function told(work) {
    HEAPU8 = new Uint8Array([7, 0])
    let said
    try { said = work() ?? "read" } catch (error) { said = error.message }
    return [said, HEAPU8 === null]
  }
  const away = 0xc0000000
  console.log(JSON.stringify([() => __read(HEAPU8, 0), () => __read(HEAPU8, 1), () => __read(HEAPU8, away),
    () => __inside(1), () => __inside(away)].map(told)))
`)
"""


@pytest.fixture(scope="module")
def core() -> Path:
    return small_core(ROOT, PUBLISHED)


def in_node(source: str, path: Path) -> str:
    command = ["node", "--input-type=commonjs", "--eval", source, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def described(folder: Path) -> dict[str, set[str]]:
    return {name: set(values) for name, values in json.loads(in_node(DESCRIBE, folder / MODULE)).items()}


def test_it_asks_for_nothing_more_and_exports_nothing_else(core):
    published, made = described(PUBLISHED), described(core)

    assert made["imports"] < published["imports"]
    assert made["exports"] < published["exports"]


def test_it_has_these_files_and_its_loader_is_the_published_one(core):
    assert {path.name for path in core.iterdir()} == set(SMALL)
    assert (core / LOADER).read_bytes() == (PUBLISHED / LOADER).read_bytes()


def test_a_function_that_is_not_there_takes_the_memory_even_where_the_error_is_caught():
    assert json.loads(in_node(STOPPED, ROOT / SCRIPTS / "guard.js")) == [
        None,
        [1],
        "RuntimeError",
        None,
        None,
        2,
    ]


def test_a_read_where_no_memory_is_takes_the_memory():
    stopped = ["not in this core", True]

    assert json.loads(in_node(READ, ROOT / SCRIPTS / "guard.js")) == [
        [7, False],
        [0, False],
        stopped,
        ["read", False],
        stopped,
    ]


def test_every_catch_in_its_script_looks_for_such_an_error(core):
    script = (core / SCRIPT).read_text("utf-8")
    (check,) = re.findall(r"function ([\w$]+)\(([\w$]+)\)\{\2 instanceof WebAssembly\.RuntimeError&&", script)

    caught = re.findall(r"\}catch(?:\(([\w$]+)\))?\{(?:if\(|return |throw )?([\w$]*)\(?([\w$]*)", script)
    stopped = re.search(r"function ([\w$]+)\([\w$]+=new WebAssembly\.RuntimeError", script)[1]
    clauses = [one for one in caught if one[1:] != (stopped, "")]  # a method of that name, which never ran
    assert len(clauses) > 20
    assert {(called, error == given) for error, called, given in clauses} == {(check[0], True)}


def test_it_is_not_made_again_while_its_inputs_are_the_same(core, monkeypatch):
    monkeypatch.setattr(python_core, "write_core", lambda *_: pytest.fail("made again"))

    assert small_core(ROOT, PUBLISHED) == core


@pytest.mark.parametrize("name", [SCRIPT, MODULE])
def test_a_list_that_was_taken_of_another_file_stops_the_build(name, tmp_path):
    for file in (SCRIPT, MODULE, LOADER):
        shutil.copy(PUBLISHED / file, tmp_path)
    with (tmp_path / name).open("ab") as file:
        file.write(b" ")

    listed, possible = ("dropped", "find its ranges anew") if name == MODULE else ("kept", "make coverage")
    with pytest.raises(Abort, match=rf"{listed}\.json: it was taken of another {name}; possible: {possible}"):
        small_core(ROOT, tmp_path)


@pytest.mark.parametrize(
    ("name", "before", "after", "said"),
    [
        (SCRIPT, b"mutable:false},1024)", b"mutable:false},base)", "its addresses were not found"),
        (SCRIPT, b"var Module=moduleArg;", b"var Module= moduleArg;", "not expected: its closure"),
        (MODULE, b"__wasm_apply_data_relocs", b"__wasm_apply_data_relocX", "index"),
    ],
)
def test_a_core_that_is_not_as_expected_stops_the_build(name, before, after, said, tmp_path):
    for file in (SCRIPT, MODULE, LOADER):
        shutil.copy(PUBLISHED / file, tmp_path)
    frozen = tmp_path / FROZEN
    frozen.write_text("{}")
    changed = (tmp_path / name).read_bytes()
    assert before in changed
    (tmp_path / name).write_bytes(changed.replace(before, after))

    with pytest.raises(Abort, match=rf"(?s)cut\.mjs: the small core could not be made\n.*{said}"):
        python_core.run_node(
            [*map(str, (ROOT / SCRIPTS / "cut.mjs", tmp_path, ROOT / SCRIPTS, frozen, tmp_path))]
        )


@pytest.mark.parametrize("missing", TOOLS)
def test_without_a_tool_the_build_says_what_to_do(missing, tmp_path):
    for name in set(TOOLS) - {missing}:
        (tmp_path / "node_modules" / name).mkdir(parents=True)
        (tmp_path / "node_modules" / name / "package.json").write_text("{}")

    with pytest.raises(Abort, match=f"{missing} is not installed; possible: npm ci --ignore-scripts"):
        small_core(tmp_path, PUBLISHED)


@pytest.mark.parametrize(
    ("missing", "possible"),
    [(DROPPED, "find its ranges anew"), (LIST, "make coverage"), (TEXTS, "make coverage")],
)
def test_without_a_list_the_build_says_how_to_take_it(missing, possible, tmp_path):
    for name in TOOLS:
        (tmp_path / "node_modules" / name).mkdir(parents=True)
        (tmp_path / "node_modules" / name / "package.json").write_text("{}")
    (tmp_path / SCRIPTS).mkdir(parents=True)
    for name in {DROPPED, LIST, TEXTS} - {missing}:
        shutil.copy(ROOT / name, tmp_path / name)

    with pytest.raises(Abort, match=rf"{missing} is missing; possible: {possible}"):
        small_core(tmp_path, PUBLISHED)


def test_a_core_that_is_not_proved_is_not_published(monkeypatch, tmp_path):
    monkeypatch.setattr(python_core, "problems_of_core", lambda *_: ["function 7: not the published one"])
    monkeypatch.setattr(python_core, "run_node", lambda _: None)
    monkeypatch.setattr(python_core, "run_in_pyodide", lambda *_: (tmp_path / FROZEN).write_text("{}"))

    with pytest.raises(Abort, match=r"pyodide\.asm\.wasm: function 7: not the published one"):
        python_core.write_core(ROOT, PUBLISHED, tmp_path)
