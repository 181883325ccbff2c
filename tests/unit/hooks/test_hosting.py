"""What a host needs beside the site: compressed files, and one table of headers for all servers."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import brotli
import pytest

from hooks.hosting.__main__ import write_hosting
from hooks.hosting.compress import compress_files
from hooks.hosting.headers import headers_for
from hooks.hosting.servers import caddyfile, headers_file, nginx_conf

POLICY = "default-src 'none'; script-src 'self'"
TEXT = b"p { margin: 0 }\n" * 100
ROWS = headers_for(POLICY)
WRITERS = (nginx_conf, caddyfile, headers_file)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "assets").mkdir(parents=True)
    (site / "index.html").write_text(
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">', encoding="utf-8"
    )
    for name, data in {"guide.css": TEXT, "same.css": TEXT, "tiny.js": b"1", "log-a4.pdf": TEXT}.items():
        (site / "assets" / name).write_bytes(data)
    return site


def test_what_gets_smaller_lies_there_in_both_forms_and_nothing_else(site, tmp_path):
    compress_files(site, tmp_path / "cache")

    assert sorted(path.name for path in (site / "assets").iterdir()) == [
        "guide.css",
        "guide.css.br",
        "guide.css.gz",
        "log-a4.pdf",
        "same.css",
        "same.css.br",
        "same.css.gz",
        "tiny.js",
    ]
    assert gzip.decompress((site / "assets/guide.css.gz").read_bytes()) == TEXT
    assert brotli.decompress((site / "assets/same.css.br").read_bytes()) == TEXT


def test_the_bytes_are_the_same_whether_cached_or_not_and_follow_a_changed_file(site, tmp_path):
    compress_files(site, tmp_path / "cache")
    first = (site / "assets/guide.css.gz").read_bytes()
    assert first[4:8] == bytes(4)  # no time
    compress_files(site, tmp_path / "another cache")
    assert (site / "assets/guide.css.gz").read_bytes() == first
    compress_files(site, tmp_path / "cache")
    assert (site / "assets/guide.css.gz").read_bytes() == first

    (site / "assets/guide.css").write_bytes(TEXT * 2)
    (site / "assets/same.css").write_bytes(b"1")
    compress_files(site, tmp_path / "cache")
    assert gzip.decompress((site / "assets/guide.css.gz").read_bytes()) == TEXT * 2
    assert not (site / "assets/same.css.gz").exists()


def test_each_file_for_a_server_has_every_row_that_the_server_can_send(site, tmp_path):
    write_hosting(site, tmp_path / "hosting")

    made = {path.name: path.read_text("utf-8") for path in (tmp_path / "hosting").iterdir()}
    assert set(made) == {"nginx.conf", "Caddyfile", "_headers", ".nojekyll", "README.md"}
    for row in ROWS:
        assert row.name in made["nginx.conf"], row
        assert row.value in made["nginx.conf"], row
        assert f"{row.name} `{row.value}`" in made["Caddyfile"], row
    assert f"{POLICY}; frame-ancestors 'none'" in made["_headers"]


def test_a_host_that_cannot_look_at_the_request_never_clears():
    text = headers_file(ROWS)

    assert "Clear-Site-Data" not in text
    assert "wipe" not in text
    assert re.findall("(?m)^[^# \n].*", text) == ["/*"]
    assert max(map(len, text.splitlines())) < 2000  # the longest line that Cloudflare reads


def test_no_server_makes_browsers_note_the_hosts_name():
    assert "protocols h1 h2\n" in caddyfile(ROWS)  # or Caddy offers HTTP/3 with Alt-Svc
    for write in WRITERS:
        assert not re.search("Strict-Transport-Security|Alt-Svc|quic", write(ROWS)), write


@pytest.mark.parametrize("write", WRITERS)
def test_a_changed_policy_and_a_new_row_reach_every_server(write):
    assert "script-src 'none'" in write(headers_for("script-src 'none'"))
    assert write(ROWS[1:]) != write(ROWS)


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("assets/python/pyodide.asm.0123456789abcdef.wasm", True),
        ("assets/python/python.0123456789abcdef.bin", True),
        ("assets/python/worker.js", False),
        ("assets/python/pyodide.asm.0123456789abcde.wasm", False),
        ("assets/python/more/python.0123456789abcdef.bin", False),
        ("assets/plan.js", False),
        ("index.html", False),
        ("", False),
    ],
)
def test_only_files_named_by_their_hash_may_be_kept(path, kept):
    sent = [row.value for row in ROWS if row.name == "Cache-Control" and row.is_sent_with(path)]
    assert sent == ["max-age=31536000, immutable" if kept else "no-store"]
