"""The list of all files and the worker's script: complete, in two groups, and the same each time."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from hooks import events
from hooks.content.records import Withdrawn
from hooks.site.offline import check_files, with_languages, write_offline
from hooks.site.pages import OutputError
from hooks.version import VERSION

POLICY = "default-src 'none'; script-src 'self'"
INDEX = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}"><p>Text</p>'
WORKER = 'const version = "VERSION"; const policy = "POLICY";'
FILES = {
    "index.html": INDEX,
    "404.html": "not here",
    "assets/guide.css": "p{margin:0}" * 50,
    "assets/strength.js": "lists",
    "assets/python/worker.js": "python",
    "sheets/log-a4.pdf": "%PDF",
    "sheets/log.html": "sheet",
    "sitemap.xml": "<urlset/>",
    "sitemap.xml.gz": "…",
    "worker.js": "an older one",
    "files.json": "{}",
}


@pytest.fixture
def folder(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def manifest_of(folder):
    return json.loads((folder / "files.json").read_text("utf-8"))


def test_every_file_is_in_one_of_two_groups_with_its_size_and_hash(folder):
    write_offline(folder, WORKER)

    manifest = manifest_of(folder)
    names = {group: [name for name, _, _ in manifest[group]["files"]] for group in ("guide", "more")}
    assert names == {
        "guide": ["404.html", "assets/guide.css", "index.html", "sheets/log.html"],
        "more": ["assets/python/worker.js", "assets/strength.js", "sheets/log-a4.pdf"],
    }
    for group in ("guide", "more"):
        for name, size, integrity in manifest[group]["files"]:
            data = (folder / name).read_bytes()
            assert size == len(data)
            assert integrity == f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"


@pytest.mark.parametrize(("place", "shared"), [("", False), ("../../../assets/python/", True)])
def test_files_that_the_smaller_core_of_python_alone_has_are_in_no_copy(folder, place, shared):
    named = {"files": {"a.js": {"name": "a.1.js"}, "b.js": {"name": f"{place}b.1.js"}}}
    named["slim"] = {"a.js": {"name": "a.1.js"}, "b.js": {"name": f"{place}b.2.js"}}
    python = folder / "assets/python"
    (python / "manifest.json").write_text(json.dumps(named), "utf-8")
    (python / "a.1.js").write_text("in both", "utf-8")
    above = "../assets/python/" if shared else "assets/python/"
    others = {f"{above}b.{n}.js": b"b" * n for n in (1, 2)}
    for name, data in {}.items() if shared else others.items():
        (folder / name).write_bytes(data)

    write_offline(folder, WORKER, shared=others if shared else {})

    manifest = manifest_of(folder)
    kept = [name for group in ("guide", "more") for name, *_ in manifest[group]["files"]]
    assert [name for name, *_ in manifest["online"]["files"]] == [f"{above}b.2.js"]
    assert manifest["online"]["wire"] == 2
    assert {"assets/python/a.1.js", f"{above}b.1.js"} <= {*kept}
    assert f"{above}b.2.js" not in kept


def test_pages_that_only_a_copy_of_the_whole_guide_holds_are_in_the_second_group(folder):
    write_offline(folder, WORKER, larger={"404.html"})

    manifest = manifest_of(folder)
    assert "404.html" in [name for name, _, _ in manifest["more"]["files"]]
    assert "404.html" not in [name for name, _, _ in manifest["guide"]["files"]]


def test_the_size_on_the_wire_is_that_of_each_file_in_gzip_or_as_it_is(folder):
    write_offline(folder, WORKER)

    styles = len(gzip.compress((folder / "assets/guide.css").read_bytes(), 9))
    page = min(len(INDEX), len(gzip.compress(INDEX.encode(), 9)))
    assert manifest_of(folder)["guide"]["wire"] == styles + page + len("not here") + len("sheet")


def test_the_worker_gets_the_version_and_the_policy_of_the_pages(folder):
    write_offline(folder, WORKER)

    version = manifest_of(folder)["version"]
    written = (folder / "worker.js").read_text("utf-8")
    assert re.fullmatch("[0-9a-f]{16}", version)
    assert written == f'const version = "{version}"; const policy = "{POLICY}";'


def test_the_same_folder_gives_the_same_bytes_also_twice(folder):
    write_offline(folder, WORKER)
    first = [(folder / name).read_bytes() for name in ("files.json", "worker.js")]
    write_offline(folder, WORKER)

    assert [(folder / name).read_bytes() for name in ("files.json", "worker.js")] == first


@pytest.mark.parametrize("change", ["a page", "the worker", "a file of the larger choice"])
def test_any_change_is_another_version(folder, change):
    write_offline(folder, WORKER)
    before = manifest_of(folder)["version"]
    if change == "a page":
        (folder / "404.html").write_text("not there", "utf-8")
    elif change == "a file of the larger choice":
        (folder / "sheets/log-a4.pdf").write_text("%PDF2", "utf-8")
    write_offline(folder, WORKER + ("// changed" if change == "the worker" else ""))

    assert manifest_of(folder)["version"] != before


def test_withdrawn_versions_are_published_and_change_no_version(folder):
    write_offline(folder, WORKER)
    before = manifest_of(folder)["version"]
    entry = Withdrawn(version="0123456789abcdef", day="2026-11-22", why="A number was wrong. Call 112.")
    one_text = Withdrawn(hash="01234567", day="2026-11-22", why="No version of the whole guide.")
    write_offline(folder, WORKER, [entry, one_text])

    assert manifest_of(folder)["withdrawn"] == [
        {"version": "0123456789abcdef", "why": "A number was wrong. Call 112."}
    ]
    assert manifest_of(folder)["version"] == before


def test_the_version_that_is_built_cannot_be_withdrawn(folder):
    write_offline(folder, WORKER)
    version = manifest_of(folder)["version"]
    with pytest.raises(OutputError) as raised:
        write_offline(folder, WORKER, [Withdrawn(version=version, day="2026-11-22", why="It is wrong.")])

    assert str(raised.value) == (
        f"content/withdrawn.yml: {version}: this is the version that was built; mend it first"
    )


def test_a_worker_or_a_page_without_its_place_is_a_problem(folder):
    with pytest.raises(OutputError) as raised:
        write_offline(folder, 'const version = "VERSION";')
    assert str(raised.value) == (
        'theme/service-worker.js: POLICY: nowhere to write it; possible: const name = "POLICY"'
    )
    (folder / "index.html").write_text("<p>Text</p>", "utf-8")
    with pytest.raises(OutputError) as raised:
        write_offline(folder, WORKER)
    assert str(raised.value) == "index.html: policy: there is none; possible: the <meta> of theme/base.html"


def test_while_serving_no_copy_can_be_kept_and_an_older_one_steps_aside(folder, monkeypatch):
    (folder / "files.json").unlink()
    monkeypatch.setattr(events, "state", events.State())
    events.on_startup(command="serve")
    events.list_or_refuse(folder, Path(__file__).parents[3])

    assert "registration.unregister()" in (folder / "worker.js").read_text("utf-8")
    assert not (folder / "files.json").exists()


def test_the_release_is_named_beside_the_version(folder):
    write_offline(folder, WORKER)

    assert manifest_of(folder)["release"] == VERSION


def test_the_order_is_published_and_changes_no_version(folder):
    write_offline(folder, WORKER, order=7)
    first = manifest_of(folder)
    write_offline(folder, WORKER, order=8)

    assert (first["order"], manifest_of(folder)["order"]) == (7, 8)
    assert first["version"] == manifest_of(folder)["version"]


def test_a_file_that_no_page_would_keep_is_a_problem(folder):
    (folder / "50% off.html").write_text("sale", "utf-8")
    with pytest.raises(OutputError) as raised:
        write_offline(folder, WORKER)

    assert str(raised.value) == (
        "50% off.html: it cannot be kept under this name; "
        "possible: at most 300 letters, digits, spaces, hyphens and the like"
    )


def test_a_size_that_is_known_is_not_measured_again_and_a_changed_file_is(folder):
    sizes: dict[str, int] = {}
    write_offline(folder, WORKER, sizes=sizes)
    first, known = manifest_of(folder), dict(sizes)
    assert sum(known.values()) == first["guide"]["wire"] + first["more"]["wire"]

    page = next(hashed for name, _, hashed in first["guide"]["files"] if name == "index.html")
    sizes[page] += 1000  # as no file has it: it shows that it was taken
    sizes["sha256-of-a-file-that-is-gone"] = 1
    write_offline(folder, WORKER, sizes=sizes)
    assert manifest_of(folder)["guide"]["wire"] == first["guide"]["wire"] + 1000
    assert sizes.keys() == known.keys()

    text = INDEX.replace("Text", "Other text")
    (folder / "index.html").write_text(text, "utf-8")
    write_offline(folder, WORKER, sizes=sizes)
    others = first["guide"]["wire"] - known[page]
    new = min(len(text), len(gzip.compress(text.encode(), 9, mtime=0)))
    assert manifest_of(folder)["guide"]["wire"] == others + new


def test_a_name_of_300_letters_can_be_kept_and_one_more_cannot():
    def groups(length):
        return {"guide": {"files": [["x" * length, 1, "sha256-x"]]}}

    check_files(groups(300))
    with pytest.raises(OutputError, match="it cannot be kept under this name"):
        check_files(groups(301))


def test_a_language_lists_what_it_takes_from_the_folder_above(folder):
    write_offline(folder, WORKER, shared={"../assets/python/python.0123.bin": b"zip"})

    more = {name: size for name, size, _ in manifest_of(folder)["more"]["files"]}
    assert more["../assets/python/python.0123.bin"] == 3


def test_files_of_another_language_are_not_listed(folder):
    language = folder / "es"
    language.mkdir()
    for name in ("index.html", "files.json", "phone.html"):
        (language / name).write_text(INDEX, "utf-8")
    (folder / "own").mkdir()
    (folder / "own/files.json").write_text("{}", "utf-8")

    write_offline(folder, WORKER)

    names = [name for group in ("guide", "more") for name, _, _ in manifest_of(folder)[group]["files"]]
    assert "own/files.json" in names
    assert not [name for name in names if name.startswith("es/")]


def test_the_worker_of_english_leaves_the_folders_of_other_languages_alone(tmp_path, monkeypatch):
    (tmp_path / "languages/es").mkdir(parents=True)
    (tmp_path / "languages/es/language.yml").write_text("lang: es", "utf-8")
    worker = "const languages = []; // folders"

    assert with_languages(worker, tmp_path) == 'const languages = ["es"]; // folders'
    monkeypatch.setenv("GUIDE_LANGUAGE", "es")
    assert with_languages(worker, tmp_path) == worker
    with pytest.raises(OutputError):
        with_languages("", tmp_path)
