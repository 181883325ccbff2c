"""What can be carried: complete, small enough, the same at each build, and bound to nothing outside."""

from __future__ import annotations

import base64
import bz2
import gzip
import hashlib
import json
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html
from lxml.html import HtmlElement

from hooks.assets.python_bundle import only_slim
from hooks.hosting.compress import SUFFIXES
from hooks.site.leave_notes import take_leave_notes
from hooks.site.pages import OutputError, read_pages, view_elements
from hooks.single_file.__main__ import make_dist
from hooks.single_file.archive import write_zip
from hooks.single_file.digits import bytes_of
from hooks.single_file.document import put_words
from hooks.single_file.editions import WHOLE as WHOLE_EDITION
from hooks.single_file.embed import checked
from tests.another_place import files_in
from tests.browser.support import EXTRA, ROOT
from tests.engines.one_file import NAME, SMALL, WHOLE
from tests.reading_grade import reading_grade
from tests.site.markup import heading_levels

PYTHON = ROOT / "site/assets/python"
ONLY_SLIM = {Path(name).name for name in only_slim((PYTHON / "manifest.json").read_bytes())}
PANELS = ".//template[@data-panel]"
LIMITS = {WHOLE: 7_000_000, SMALL: 600_000}
IN_SPANISH = {f"es/{WHOLE}": 7_000_000, f"es/{SMALL}": 640_000}
PAGE_GRADE = 7  # years of school
LOADS = "//@src | //@srcset | //link/@href | //@data | //@poster | //@action | //@ping"
BLOCK = "//script[@type='text/plain']"
DIRECTIVES = {
    "default-src": r"'none'",
    "script-src": r"'sha256-\S+'( 'sha256-\S+')*( 'wasm-unsafe-eval')?",
    "style-src": r"'sha256-\S+'( 'sha256-\S+')*",
    "worker-src": "blob:",
    "img-src": "data: blob:",
    "media-src": "blob:",
    "form-action": "'none'",
    "base-uri": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "default",
}


def policy_of(document: HtmlElement) -> dict[str, str]:
    (policy,) = document.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    return dict(directive.split(" ", 1) for directive in policy.split("; "))


def source_of(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def unpack(text: str) -> bytes:
    data = bytes_of(text)
    return bz2.decompress(data) if data.startswith(b"BZh") else gzip.decompress(data)


def carried(document: HtmlElement) -> dict[str, bytes]:
    """Return what each block holds, by the names of its files; those that are joined one by one."""
    found = {}
    for block in document.xpath(BLOCK):
        names, form = block.get("data-file"), block.get("data-form")
        data = block.text.encode() if form == "text" else unpack(block.text)
        found |= (
            zip(names.split(), data.split(b"\0"), strict=True) if form == "joined" else {names: data}.items()
        )
    return found


def views_of(document: HtmlElement) -> dict[str, HtmlElement]:
    """Return every view in full, also those that are packed."""
    views = {view.get("data-view-id"): view for view in view_elements(document)}
    for names, data in carried(document).items():
        if names.endswith(".html"):
            packed = html.fragments_fromstring(data.decode())
            views |= {view.get("data-view-id"): view for view in packed}
    return views


def test_each_file_is_as_small_as_it_must_be(dist, one_file):
    assert (dist / one_file).stat().st_size <= LIMITS[one_file]


@pytest.mark.parametrize("name", IN_SPANISH)
def test_each_file_in_another_language_is_one_of_its_own(dist, site, name):
    document = html.document_fromstring((dist / name).read_bytes())

    assert (dist / name).stat().st_size <= IN_SPANISH[name]
    assert document.get("lang") == "es"
    assert not document.xpath("//a[@hreflang]")
    python = {
        path.name
        for folder in (site / "assets/python", site / "es/assets/python")
        for path in folder.iterdir()
        if path.suffix not in SUFFIXES and "catalogue" not in path.name
    } - ONLY_SLIM
    held = {Path(name).name for name in carried(document) if name.startswith("assets/python/")}
    assert {name for name in held if "catalogue" not in name} == (python if "small" not in name else set())
    assert b"../assets/python" not in carried(document).get("assets/python/manifest.json", b"")


def test_every_view_of_the_site_is_there_with_all_its_words(document, site, one_file):
    views = views_of(document)
    for page in read_pages(site).values():
        for view in view_elements(page):
            id = view.get("data-view-id")
            if view.get("data-page") or id in ("not-found", "offline", "sheets", "reading", "start", "plan"):
                continue  # those have words of their own in one file
            take_leave_notes(view)  # its first view says it
            for template in (*view.xpath(PANELS), *views[id].xpath(PANELS)):
                template.drop_tree()  # as those of the plan: what keeping means is another thing there
            for part in view.xpath(
                ".//*[@data-site-only] | .//a[contains(@href, '.pdf')] | .//p[a[@download]]"
            ):
                part.drop_tree()
            if one_file == SMALL:
                for part in view.xpath(".//*[@data-large-only] | .//ul[@class='sources']//a[@data-external]"):
                    part.drop_tree()
                for part in views[id].xpath(
                    ".//ul[@class='sources']//a[@data-external] | .//*[@class='pocket-note']"
                ):
                    part.drop_tree()
            for licences in views[id].find_class("licences"):
                licences.drop_tree()  # in the place of a link to a file: test_licences.py
            # The small file leaves out line ends between blocks.
            assert " ".join(views[id].itertext()).split() == " ".join(view.itertext()).split(), id
    assert {"start", "plan", "reading", "sheets", "file"} <= views.keys()


def cautions_in(views: Iterable[HtmlElement]) -> dict[str, list[str]]:
    """Return the cautions that stand with each step of the plan."""
    (plan,) = [view for view in views if view.get("data-view-id") == "plan"]
    return {
        step.get("data-item"): [caution.text_content() for caution in step.xpath("./p[@class='caution']")]
        for step in plan.xpath(".//*[@data-item]")
    }


def steps_for(site: Path, *horizons: str) -> set[str]:
    (plan,) = view_elements(read_pages(site)["plan.html"])
    return {id for name in horizons for id in plan.xpath(f".//*[@data-horizon='{name}']//@data-item")}


def test_no_caution_is_missing_from_the_plans_steps(document, site):
    wanted = cautions_in(view_elements(read_pages(site)["plan.html"]))

    assert sum(map(len, wanted.values())) > 50
    shown = cautions_in(view_elements(document))
    assert shown == {id: wanted[id] for id in shown}
    assert set(shown) >= steps_for(site, "now", "today")
    assert cautions_in(views_of(document).values()) == wanted


def test_the_policy_is_made_of_hashes_alone(document, one_file):
    policy = policy_of(document)

    assert policy.keys() == DIRECTIVES.keys()
    for name, form in DIRECTIVES.items():
        assert re.fullmatch(form, policy[name]), name
    assert ("'wasm-unsafe-eval'" in policy["script-src"]) == (one_file == WHOLE)


def test_the_hashes_are_those_of_what_is_there_and_of_nothing_else(document):
    policy = policy_of(document)
    scripts = [script.text for script in document.xpath("//script[not(@type)]")]
    files = {
        name: data.decode() for name, data in carried(document).items() if name.endswith((".js", ".css"))
    }
    scripts += [text for name, text in files.items() if name.endswith(".js") and "/python/" not in name]
    styles = [style.text for style in document.xpath("//style")]
    styles += [text for name, text in files.items() if name.endswith(".css")]

    assert {source_of(text) for text in scripts} == set(policy["script-src"].split()) - {"'wasm-unsafe-eval'"}
    assert {source_of(text) for text in styles} == set(policy["style-src"].split())


def test_the_policy_stands_before_everything_that_it_binds(text):
    assert text.index("Content-Security-Policy") < min(
        text.index("<script"), text.index("<style"), text.index("<link")
    )


def test_nothing_is_loaded_from_anywhere(document, text):
    for address in document.xpath(LOADS):
        assert address.startswith("data:"), address[:80]
    styles = "".join(document.xpath("//style/text()"))
    assert re.findall(r"url\((?!['\"]?data:)[^)]*\)|@import", styles) == []
    assert not document.xpath("//iframe | //object | //embed | //base | //form[@method!='dialog']")
    assert not document.xpath("//@style | //@onclick")


def test_no_link_leads_to_a_file_that_is_not_there(document):
    ids = {id for view in [document, *views_of(document).values()] for id in view.xpath(".//@id")}
    for part in (document, *views_of(document).values()):
        for address in part.xpath(".//a/@href"):
            assert re.match(r"(#|https://|tel:|sms:|mailto:)", address), address
            assert not address.startswith("#") or unquote(address[1:]) in ids, address


def test_no_link_without_script_is_dead(document):
    ids = set(document.xpath("//main//@id | //nav/@id"))
    packed = "ancestor::html[@data-pocket='small'] and starts-with(@href, '#source-')"  # not shown then
    shown = document.xpath(f"//a[not(ancestor::template) and not(@data-open) and not({packed})]/@href")

    assert [address for address in shown if address.startswith("#") and unquote(address[1:]) not in ids] == []


def test_no_id_stands_twice(document):
    ids = document.xpath("//@id")

    assert sorted(ids) == sorted(set(ids))


def test_the_title_is_neutral_and_the_way_out_stands_first(document):
    focusable = document.xpath("//body//*[self::a[@href] or self::button or self::input or self::summary]")

    assert document.xpath("//title/text()") == [EXTRA["neutral_title"]]
    assert focusable[0].get("href") == EXTRA["exit_url"]
    assert len(document.xpath("//a[@data-quick-exit]")) == 2


def test_nothing_is_offered_that_needs_a_host(document):
    for view in (document, *views_of(document).values()):
        assert not view.xpath(".//*[@data-offline] | .//*[@data-site-only] | .//a[contains(@href, '.pdf')]")


def test_python_is_in_the_large_file_alone(dist):
    whole, small = (html.document_fromstring((dist / name).read_bytes()) for name in (WHOLE, SMALL))

    assert {name for name in carried(whole) if name.startswith("assets/python/")} == {
        f"assets/python/{path.name}"
        for path in PYTHON.glob("*")
        if path.suffix not in SUFFIXES and path.name not in ONLY_SLIM
    }
    manifest = json.loads(carried(whole)["assets/python/manifest.json"])
    assert manifest.keys() == {"files", "lock"}
    assert not [name for name in carried(small) if "python" in name]


def test_the_list_of_hashes_is_one_that_sha256sum_checks(dist):
    done = subprocess.run(
        ["sha256sum", "--check", "SHA256SUMS"], cwd=dist, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.split("\n") == [
        f"{name}: OK" for name in sorted([*IN_SPANISH, WHOLE, SMALL, "site.zip", "read-me.txt", "es/read-me.txt"])
    ] + [""]


def test_the_archive_holds_the_site_as_it_is_and_how_to_check_and_open_it(dist, site, tmp_path):
    with zipfile.ZipFile(dist / "site.zip") as archive:
        assert archive.testzip() is None
        archive.extractall(tmp_path)
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    files = {name: path for name, path in files.items() if path.suffix not in SUFFIXES}
    unpacked = {
        path.relative_to(tmp_path / NAME).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    }

    assert unpacked == {*files, "SHA256SUMS", "read-me.txt", "es/read-me.txt"}
    assert all((tmp_path / NAME / name).read_bytes() == path.read_bytes() for name, path in files.items())
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path / NAME, check=False)
    assert done.returncode == 0


def test_a_second_time_gives_the_same_bytes_whatever_the_clock_and_the_file_system_say(dist, site, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(site, copy, copy_function=shutil.copy)
    for at, path in enumerate(sorted(copy.rglob("*"), reverse=True)):
        path.chmod(0o700)
        os.utime(path, (at, at))
    make_dist(copy, tmp_path / "dist", ROOT, NAME)

    made, before = files_in(tmp_path / "dist"), files_in(dist)
    assert made.keys() == before.keys()
    assert [name for name, data in made.items() if data != before[name]] == []


def test_the_archive_depends_on_names_and_contents_alone(tmp_path):
    files = {"b.txt": b"two", "a.txt": b"one"}
    write_zip(tmp_path / "one.zip", "notes", files)
    write_zip(tmp_path / "two.zip", "notes", dict(reversed(files.items())))

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "one.zip") as archive:
        assert [entry.filename for entry in archive.infolist()] == [
            "notes/SHA256SUMS",
            "notes/a.txt",
            "notes/b.txt",
        ]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_how_to_open_them_is_plain_text_of_lines_that_fit_any_window(dist):
    lines = (dist / "read-me.txt").read_text(encoding="ascii").splitlines()
    lines += (dist / "es/read-me.txt").read_text(encoding="utf-8-sig").splitlines()

    assert max(map(len, lines)) <= 120
    assert not [line for line in lines if "$" in line]


@pytest.mark.parametrize("text", ["'</script>'", "a <!-- b", "one\r\ntwo", "'</STYLE>'"])
def test_a_script_that_would_end_too_soon_stops_the_build(text):
    with pytest.raises(OutputError, match="cannot stand in one file; possible: write it in two pieces"):
        checked(text)


def test_words_without_a_place_stop_the_build():
    page = html.document_fromstring(
        "<a data-quick-exit href='https://x.example'>Leave</a><main><p>One<p>Two</main>"
    )
    words = '<template data-put="after" data-at="//p"><p>Three</p></template>'

    with pytest.raises(OutputError) as problem:
        put_words(page, words, WHOLE_EDITION)
    assert problem.value.problems == [
        "theme/components/single-file/single-file.html: data-at: //p: 2 places; possible: a path to exactly one"
    ]


def test_what_only_the_one_file_says_is_read_after_seven_years_of_school(document):
    blocks = document.xpath("//*[@data-view-id='file']//p | //*[@data-view-id='file']//li")
    notes = document.xpath("//p[contains(@class, 'pocket-note')]")

    assert len(blocks) > 15
    assert len(notes) >= 3
    assert reading_grade(" ".join(block.text_content() for block in [*blocks, *notes])) <= PAGE_GRADE
    assert heading_levels(*document.xpath("//*[@data-view-id='file']")) == [1, 2, 2, 2, 2, 2, 2]
