"""`make verify` compares a published guide with a build, from an address or a folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from hooks.hosting.verify import main
from tests.unit.hooks.hosts import Asked, Sent, change, hosting, small_site


@pytest.fixture
def build(tmp_path: Path) -> Path:
    return write(tmp_path / "build", small_site())


def put_redirect(sent: Sent, asked: Asked) -> None:
    sent.status = 301
    sent.put("Location", "https://a.example/")


def write(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_a_host_with_the_same_files_is_the_same_although_it_compresses(build, capsys):
    write(build, {"index.html.br": b"packed", "index.html.gz": b"packed"})
    with hosting(small_site(), folder="/notes/") as (address, asked):
        code = main([address, str(build)])
    said = capsys.readouterr().out.splitlines()

    assert code == 0
    assert said == [
        f"{len(small_site())} files are the same as in {build}/, byte for byte, once they are unpacked.",
        "It cannot be known from here which further files the host has, what it sends to others, and what "
        "its own .gz and .br files hold for readers who ask for them by name.",
    ]
    assert {one.path for one in asked} == set(small_site())


def test_what_a_host_changed_or_lacks_is_named(build, capsys):
    def changed(sent: Sent, asked: Asked) -> None:
        if asked.path == "now.html":
            sent.put("Content-Encoding", None)
            sent.body = small_site()["now.html"] + b"<script src=//ads.example/a.js></script>"
        elif asked.path == "assets/first.js":
            sent.status = 404
        elif asked.path == "assets/guide.css":
            sent.body = b"not gzip"
        elif asked.path == "worker.js":
            sent.status = 302
            sent.put("Location", "https://example.org/worker.js")

    with hosting(small_site(), changed) as (address, _):
        code = main([address, str(build)])
    said = capsys.readouterr().out.splitlines()

    assert code == 1
    assert said[:-1] == [
        "Missing: assets/first.js.",
        "Differs from the build: now.html.",
        "Not compared: assets/guide.css: what came cannot be unpacked.",
        "Not compared: worker.js: a redirect leads out of the guide's folder: https://example.org/worker.js.",
        f"{len(small_site()) - 4} files are the same as in {build}/, byte for byte, once they are unpacked.",
    ]


def test_a_copy_in_a_folder_is_compared_with_all_its_files(build, tmp_path, capsys):
    copy = write(tmp_path / "copy", small_site())
    assert main([str(copy), str(build)]) == 0

    write(copy, {"index.html": b"other", "count.js": b"added"})
    (copy / "404.html").unlink()
    capsys.readouterr()

    assert main([str(copy), str(build)]) == 1
    assert capsys.readouterr().out.splitlines()[:3] == [
        "Missing: 404.html.",
        "Differs from the build: index.html.",
        "Not in the build: count.js.",
    ]


def test_what_is_for_the_host_alone_is_not_compared(build, tmp_path, capsys):
    write(build, {"_headers": b"/*", ".nojekyll": b""})
    with hosting(small_site()) as (address, _):
        assert main([address, str(build)]) == 0, capsys.readouterr().out
    copy = write(tmp_path / "copy", small_site() | {"CNAME": b"example.org"})
    assert main([str(copy), str(build)]) == 0, capsys.readouterr().out


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (change(".*", 404), "Not compared: {} is no guide; possible: the folder that holds index.html."),
        (
            change(".*", 503),
            "Not compared: status 503; the host has a fault; try again, and look at what it says",
        ),
        (put_redirect, "Not compared: a redirect leads out of the guide's folder: https://a.example/."),
        (
            change("now.html", 429),
            "Not compared: now.html: status 429; the host wants fewer requests at a time; try again later.",
        ),
    ],
)
def test_a_host_that_refuses_lacks_nothing(fault, sentence, build, capsys):
    with hosting(small_site(), fault) as (address, _):
        assert main([address, str(build)]) == 1
    said = capsys.readouterr().out.splitlines()

    assert said[0].startswith(sentence.format(address))
    assert len(said) <= 3


def test_another_version_is_told_as_one(build, capsys):
    with hosting(small_site() | {"files.json": b"{}"}) as (address, _):
        assert main([address, str(build)]) == 1
    assert capsys.readouterr().out.splitlines()[:2] == [
        "Differs from the build: files.json.",
        "It is another version of the guide than the build: build the commit that was published, or publish "
        "all of site/ again.",
    ]


@pytest.mark.parametrize(
    ("site", "sentence"),
    [
        ("", "Not compared: nothing to compare is named; possible: SITE=https://example.org/, or a folder."),
        ("http://127.0.0.1:1/", "Not compared: nothing answers at 127.0.0.1 on port 1."),
        ("no-such-folder", "Not compared: no-such-folder is neither an address nor a folder."),
    ],
)
def test_what_cannot_be_compared_is_told_in_words(site, sentence, build, capsys):
    assert main([site, str(build)]) == 1
    assert capsys.readouterr().out.splitlines() == [sentence]


def test_without_a_build_there_is_nothing_to_compare_with(tmp_path, capsys):
    assert main(["http://127.0.0.1:1/", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        f"Not compared: {tmp_path}/ holds no build to compare with; possible: make build."
    ]
