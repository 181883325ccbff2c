"""The Python bundle: its key, its manifest, its size, and the same bytes each time."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import brotli
import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from hooks.assets import python_bundle
from hooks.assets.node import run_in_pyodide
from hooks.assets.python_bundle import (
    BUNDLE,
    CATALOGUE,
    CORE_FILES,
    LOCK,
    MANIFEST,
    addresses_of,
    bundle_files,
    key_of,
    make_manifest,
    only_slim,
    places_of,
    published_files,
    slim_files,
    write_bundle,
)

ROOT = Path(__file__).resolve().parents[3]
MOST_BYTES = 1_470_000  # of brotli: a reader on a slow phone waits for each of them
MOST_OF_BUNDLE = 67_000


@pytest.fixture(scope="module")
def bundle() -> dict[str, Path]:
    return {path.name: path for path in bundle_files(ROOT)}


@pytest.fixture(scope="module")
def published() -> dict[str, bytes]:
    return published_files(ROOT, '{"items": []}')


def test_the_key_changes_with_a_file_and_with_its_name(tmp_path):
    path = tmp_path / "a.py"
    path.write_text("one")
    first = key_of([path], tmp_path)
    path.write_text("two")
    second = key_of([path], tmp_path)
    moved = path.rename(tmp_path / "b.py")

    assert len({first, second, key_of([moved], tmp_path)}) == 3


def test_the_manifest_tells_name_size_and_hash_of_each_file():
    digest = hashlib.sha256(b"four").hexdigest()

    assert make_manifest({"a.asm.bin": b"four"}, {"packages": {}}) == {
        "files": {"a.asm.bin": {"name": f"a.asm.{digest[:16]}.bin", "size": 4, "sha256": digest}},
        "lock": {"packages": {}},
    }


def test_the_bundle_is_made_anew_only_when_an_input_changed(bundle, monkeypatch):
    monkeypatch.setattr(python_bundle, "write_bundle", lambda *_: pytest.fail("made anew"))

    assert bundle_files(ROOT) == list(bundle.values())


def test_of_two_builds_at_once_the_quicker_one_is_kept(tmp_path):
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)

    for name in ("first", "second"):
        python_bundle.put_in_place(tmp_path / name, tmp_path / "kept")

    assert (tmp_path / "kept" / "file").read_text() == "first"


def test_manifest_and_lock_entry_name_what_is_there(published):
    manifest = json.loads(published[MANIFEST])
    (package,) = manifest["lock"]["packages"].values()

    entries = [*manifest["files"].items(), *manifest["slim"].items()]

    assert set(manifest["files"]) == {*CORE_FILES, BUNDLE, CATALOGUE}
    assert set(manifest["slim"]) == {*CORE_FILES}
    assert {entry["name"] for _, entry in entries} == set(published) - {MANIFEST}
    for name, entry in entries:
        data, digest = published[entry["name"]], hashlib.sha256(published[entry["name"]]).hexdigest()
        assert entry == {"name": entry["name"], "size": len(data), "sha256": digest}
        stem, kind = name.rsplit(".", 1)
        assert re.fullmatch(rf"{re.escape(stem)}\.{digest[:16]}\.{kind}", entry["name"])
    assert (package["imports"], package["file_name"]) == (["checklist"], BUNDLE)
    assert package["sha256"] == manifest["files"][BUNDLE]["sha256"]


def test_the_manifest_says_how_much_larger_the_published_core_is_on_the_way(published):
    manifest = json.loads(published[MANIFEST])
    names = {entry["name"] for entry in manifest["files"].values()}
    core = {manifest["files"][name]["name"] for name in CORE_FILES}
    slim = {entry["name"] for entry in manifest["slim"].values()}

    assert only_slim(published[MANIFEST]) == {f"assets/python/{name}" for name in slim - names}
    assert manifest["larger"] == sum(len(gzip.compress(published[name], 9, mtime=0)) for name in core - slim)


def test_a_site_can_be_built_where_no_small_core_can_be_made(monkeypatch):
    """As `make coverage` does, which has to write the list of a new Pyodide."""
    monkeypatch.setenv("GUIDE_CORE", "published")
    monkeypatch.setattr(python_bundle, "small_core", lambda *_: pytest.fail("made"))
    manifest = published_files(ROOT, "{}")[MANIFEST]

    assert json.loads(manifest)["slim"].items() <= json.loads(manifest)["files"].items()
    assert only_slim(manifest) == set()


def test_the_published_core_is_that_of_its_makers(published):
    manifest = json.loads(published[MANIFEST])

    for name in CORE_FILES:
        made = (ROOT / "node_modules/pyodide" / name).read_bytes()
        assert published[manifest["files"][name]["name"]] == made


def test_all_places_of_a_file_are_named_once(published):
    manifest = json.loads(published[MANIFEST])
    places = places_of(published[MANIFEST])

    for name in CORE_FILES:
        named = [f"assets/python/{manifest[core][name]['name']}" for core in ("files", "slim")]
        assert places[name] == list(dict.fromkeys(named))
    assert places[BUNDLE] == [addresses_of(published[MANIFEST])[BUNDLE]]


def test_a_changed_file_has_another_name_and_the_others_keep_theirs(published):
    before = addresses_of(published[MANIFEST])
    after = addresses_of(published_files(ROOT, '{"items": [1]}')[MANIFEST])

    assert {name for name in before if before[name] != after[name]} == {CATALOGUE}
    assert after[CATALOGUE].startswith("assets/python/catalogue.")


def test_the_same_inputs_give_the_same_bytes(bundle, tmp_path):
    write_bundle(ROOT, tmp_path)

    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert made == {name: bundle[name].read_bytes() for name in (BUNDLE, LOCK)}


def test_python_costs_at_most_its_budget(bundle):
    # A host's best brotli takes ten times as long for a tenth less.
    paths = [*slim_files(ROOT), bundle[BUNDLE], bundle[LOCK]]
    sizes = {path.name: len(brotli.compress(path.read_bytes(), quality=9)) for path in paths}

    assert sum(sizes.values()) <= MOST_BYTES, sizes
    assert sizes[BUNDLE] <= MOST_OF_BUNDLE


def test_the_bundle_does_not_count_on_the_host_to_compress_it(bundle):
    data = bundle[BUNDLE].read_bytes()

    assert len(brotli.compress(data, quality=5)) > 0.99 * len(data)


def test_the_files_stand_in_one_folder_of_the_site(published):
    # MkDocs makes files in an event alone, in which it notes whose they are.
    class Ours(BasePlugin):
        def on_files(self, files, config):
            return Files([*files, *python_bundle.python_files(published, config)])

    config = load_config(str(ROOT / "mkdocs.yml"), hooks=[])
    config.plugins["ours"] = Ours()

    files = config.plugins.on_files(Files([]), config=config)

    assert sorted(files.src_uris) == [f"assets/python/{name}" for name in sorted(published)]


def test_a_failure_inside_pyodide_stops_the_build_and_says_why(tmp_path):
    script = tmp_path / "fails.py"
    script.write_text("raise SystemExit('stdlib.txt: not there')")

    with pytest.raises(Abort, match=r"(?s)fails\.py: failed inside Pyodide\n.*stdlib\.txt: not there"):
        run_in_pyodide(
            ROOT / "node_modules/pyodide", ROOT / "node_modules/pyodide/python_stdlib.zip", script, []
        )
