"""`make check-host` says what is wrong with a host: one wrong host for each fault, and a right one."""

from __future__ import annotations

import contextlib
import os
import re
import socket
import subprocess
import threading
import time
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest

from hooks.hosting.check_host import main
from hooks.hosting.client import folder_address
from hooks.hosting.headers import HASHED, headers_for
from tests.unit.hooks.hosts import PAGE, POLICY, PYTHON, Asked, Fault, Sent, change, hosting, small_site

ROOT = Path(__file__).resolve().parents[3]
EVERYWHERE = "on every file that was asked for"


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Return a function that checks a host with a fault: the exit code, and what is wrong."""

    def told(
        fault: Fault | None = None, files: dict[str, bytes] | None = None, folder: str = "/"
    ) -> tuple[int, list[str]]:
        with hosting(files or small_site(), fault, folder) as (address, _):
            return says(address, capsys)

    return told


def says(address: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main([address])
    lines = capsys.readouterr().out.splitlines()
    assert all(re.match(r"(Wrong|Right|Note): .*[.!]$", line) for line in lines), lines
    return code, [line.removeprefix("Wrong: ") for line in lines if line.startswith("Wrong: ")]


def put(name: str, value: str | None, where: str = ".*") -> Fault:
    """Make a host send another header, or none, with the paths that a pattern matches."""

    def fault(sent: Sent, asked: Asked) -> None:
        if re.fullmatch(where, asked.path):
            sent.put(name, value)

    return fault


@pytest.mark.parametrize("folder", ["/", "/a/notes/"])
def test_a_right_host_has_nothing_wrong_and_is_asked_little(folder, capsys):
    with hosting(small_site(), folder=folder) as (address, asked):
        code = main([address])
    lines = capsys.readouterr().out.splitlines()

    assert code == 0, lines
    assert lines == [
        "Right: wipe clears for the guide alone.",
        "Right: The address begins with http://.",
        "Right: What was asked for came as files.json lists it; `make verify` compares all files.",
        "Right: Both exits lead away, over https.",
        "Right: On each kind of file, and on missing addresses: Content-Security-Policy, Referrer-Policy, "
        "X-Content-Type-Options, Permissions-Policy, Cross-Origin-Opener-Policy, "
        "Cross-Origin-Resource-Policy, Cache-Control.",
        "Right: Each kind of file has its type.",
        "Right: Files are sent compressed, and are the same unpacked.",
        "Right: Missing addresses get the guide's own page, with status 404.",
        "Right: No cookies, and no header that reports or tracks.",
        "Right: No redirect leads out of the guide.",
        "Note: It cannot be seen from here whether the host notes who opened which page: ask those who run "
        "it, and switch its access log off. Nor can it be seen who else publishes at this address.",
    ]
    assert len(asked) < 60


def unguarded(sent: Sent, asked: Asked) -> None:
    if asked.path == "wipe":
        sent.put("Clear-Site-Data", '"cache", "storage"')
        sent.put("Referrer-Policy", None)


def test_an_unguarded_wipe_is_the_worst_and_said_first(told):
    code, wrong = told(unguarded)

    assert code == 1
    assert wrong[0] == (
        "wipe: it clears for other sites too (without Sec-Fetch-Site, Sec-Fetch-Site: cross-site, "
        "Sec-Fetch-Site: same-site, Sec-Fetch-Site: none): any page, picture or link can delete what a "
        "reader kept. Take it away at once, or send Clear-Site-Data only where Sec-Fetch-Site is same-origin."
    )
    assert wrong[1:] == [
        "Referrer-Policy is missing on wipe; it must be no-referrer. Without it, the next site can learn "
        "that the reader comes from the guide."
    ]


def test_a_host_may_have_no_wipe(capsys):
    def without(sent: Sent, asked: Asked) -> None:
        if asked.path == "wipe":
            sent.status = 404
            sent.put("Clear-Site-Data", None)

    with hosting(small_site(), without) as (address, _):
        assert main([address]) == 0
    assert "Note: wipe is not offered: after removal, some files may stay" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (
            put("Clear-Site-Data", None, "wipe"),
            'wipe: it answers, but does not clear; it must send Clear-Site-Data: "cache", "storage".',
        ),
        (
            put("Clear-Site-Data", '"storage"', "now.html|assets/guide.css"),
            "Clear-Site-Data is sent with a file: opening it deletes what a reader kept (on now",
        ),
        (put("Vary", None, "wipe"), "Vary is missing on wipe; it must be Sec-Fetch-Site."),
        *(
            (put(row.name, None), f"{row.name} is missing {EVERYWHERE}; it must be {row.value[:60]}")
            for row in headers_for(POLICY)[:6]
        ),
        (
            put("Cache-Control", None),
            "Cache-Control is missing on every file but Python's; it must be no-store.",
        ),
        (
            put("Cache-Control", "max-age=600", "files.json|worker.js"),
            "Cache-Control is max-age=600 on files.json, worker.js; it must be no-store.",
        ),
        (
            put("Cache-Control", "max-age=60", HASHED),
            f"Cache-Control is max-age=60 on {PYTHON}; it must be max-age=31536000, immutable.",
        ),
        (
            put("Content-Security-Policy", f"{POLICY} https://ads.example; frame-ancestors 'none'"),
            "Content-Security-Policy is with connect-src 'self' https://ads.example and without "
            f"connect-src 'self' {EVERYWHERE}; it must be {POLICY}; frame-ancestors 'none'.",
        ),
        (
            put("Content-Security-Policy", POLICY, "now.html|index.html"),
            f"Content-Security-Policy is without frame-ancestors 'none' on index.html, now.html; it must "
            f"be {POLICY}; frame-ancestors 'none'. Without it, other sites can show the guide in a frame",
        ),
        (
            put("Permissions-Policy", "camera=(self)", "index.html"),
            "Permissions-Policy is camera=(self) on index.html; it must be accelerometer=()",
        ),
        (
            put("Content-Type", "text/plain", "worker.js"),
            "worker.js: Content-Type is text/plain; it must be text/javascript; charset=utf-8, or nobody can "
            "keep the guide.",
        ),
        (
            put("Content-Type", None, "assets/guide.css"),
            "assets/guide.css: Content-Type is missing; it must be text/css; charset=utf-8, or browsers "
            "refuse it.",
        ),
        (
            put("Content-Type", "text/html; charset=iso-8859-1", "index.html"),
            "index.html: Content-Type is text/html; charset=iso-8859-1; it must be text/html; charset=utf-8.",
        ),
        (put("Set-Cookie", "id=7; Path=/", "index.html"), "Set-Cookie sets 'id': the guide needs no cookie"),
        (put("NEL", "{}"), "NEL is sent: it lets browsers report to another address what a reader opened"),
        (put("Report-To", "{}", "no-such-page.html"), "Report-To is sent: it lets browsers report"),
        (put("Server-Timing", "edge;dur=3"), "Server-Timing is sent: it shows readers' times to scripts"),
        (
            put("Link", "<https://cdn.example/a.js>; rel=preload", "index.html"),
            "Link makes browsers connect to cdn.example (on index.html).",
        ),
        (
            change("index.html", body=PAGE.replace("<body>", "<script src=//ads.example/a.js>").encode()),
            "index.html: the host puts scripts into the page: //ads.example/a.js; switch that off.",
        ),
        (
            change("index.html", body=PAGE.replace("</body>", "<script>x()</script></body>").encode()),
            "index.html: the host puts scripts into the page: one that stands in the page; switch that off.",
        ),
        (
            change("assets/guide.css", body=b"body{color:black}" * 100),
            "assets/guide.css: its bytes are not those that files.json lists: the host changes it on the way",
        ),
        (
            change("sheets/log-a4.pdf", 404, PAGE.encode()),
            "sheets/log-a4.pdf: status 404; files.json lists it, so publish all of site/.",
        ),
        (
            change("worker.js", body=b'const version = "old"'),
            "worker.js: it is of another version than files.json; publish all files of one build at once.",
        ),
        (
            change("no/such/page/", 200),
            "A missing address has status 200 on no/such/page/; it must be 404.",
        ),
        (
            change("no-such-page.html", body=b"<h1>Not found</h1>"),
            "A missing address gets another page than 404.html on no-such-page.html: it has no way out; send "
            "404.html there, at any depth.",
        ),
    ],
)  # fmt: skip
def test_each_fault_is_told(told, fault, sentence):
    code, wrong = told(fault)

    assert code == 1
    assert [line for line in wrong if line.startswith(sentence)], wrong
    assert len(wrong) <= 2


def add(name: str, value: str, where: str = ".*") -> Fault:
    """Make a host send a header beside those of the same name."""

    def fault(sent: Sent, asked: Asked) -> None:
        if re.fullmatch(where, asked.path):
            sent.headers.append((name, value))

    return fault


def keeps_what_clears() -> Fault:
    """Be a cache on the way that keeps the answer to the guide, and gives it to everybody."""
    kept: list[tuple[str, str]] = []

    def fault(sent: Sent, asked: Asked) -> None:
        if asked.path == "wipe" and asked.site == "same-origin":
            kept[:] = sent.headers
        elif asked.path == "wipe" and kept:
            sent.headers = list(kept)

    return fault


def answers_everything(sent: Sent, asked: Asked) -> None:
    if sent.status == 404 or asked.path == "wipe":
        sent.status, sent.body = 200, small_site()["404.html"]
        sent.put("Clear-Site-Data", None)


def sends_brotli_to_all(sent: Sent, asked: Asked) -> None:
    if asked.path == "now.html" and asked.coding == "identity":
        sent.put("Content-Encoding", "br")
        sent.body = brotli.compress(sent.body)


@pytest.mark.parametrize(
    ("fault", "sentences"),
    [
        (
            add("Cross-Origin-Opener-Policy", "same-origin"),
            ["Cross-Origin-Opener-Policy is sent more than once or in other letters on every file that was"],
        ),
        (
            put("Cross-Origin-Resource-Policy", "Same-Origin", "index.html"),
            ["Cross-Origin-Resource-Policy is sent more than once or in other letters on index.html; it"],
        ),
        (
            add("Content-Security-Policy", "sandbox"),
            ["Content-Security-Policy is with sandbox on every file that was asked for; it must be"],
        ),
        (
            put("Content-Security-Policy", f"script-src *; {POLICY}; frame-ancestors 'none'"),
            ["Content-Security-Policy is with script-src * on every file that was asked for; it must be"],
        ),
        (
            put("Cache-Control", "no-cache", "no.*"),
            [
                "Cache-Control is no-cache on now.html, no-such-page.html, no/such/page/; it must be no-store"
                ". Without it, browsers write what was read to the disk, where others can find it later."
            ],
        ),
        (
            add("Strict-Transport-Security", "max-age=31536000"),
            ["Strict-Transport-Security is sent: browsers write the guide's name into a list that outlives"],
        ),
        (
            add("Speculation-Rules", '"/rules"', "index.html"),
            ["Speculation-Rules is sent: it makes browsers fetch pages that the reader did not open ("],
        ),
        (
            add("Content-Disposition", "attachment", "now.html"),
            ["Content-Disposition is sent with a page: browsers save the page as a file in place of showing"],
        ),
        (
            keeps_what_clears(),
            ["wipe: a cache on the way keeps its answer and gives it to other sites too: any page, picture"],
        ),
        (answers_everything, ["A missing address has status 200 at any depth; it must be 404."]),
        (sends_brotli_to_all, ["Brotli is sent to browsers that did not ask for it on now.html: without"]),
        (
            put("Content-Type", "text/plain", "no-such-page.html"),
            ["no-such-page.html: Content-Type is text/plain; it must be text/html; charset=utf-8."],
        ),
        (change("now.html", 403), ["now.html: status 403; the host refuses it: let it read all of site/"]),
        (change("now.html", 500), ["now.html: status 500; the host has a fault; try again"]),
        (change("now.html", 429), ["now.html: status 429; the host wants fewer requests at a time"]),
        (change("now.html", 301), ["now.html: it leads from one redirect to the next."]),
    ],
)  # fmt: skip
def test_each_fault_is_told_alone(told, fault, sentences):
    code, wrong = told(fault)

    assert code == 1
    assert [line[: len(start)] for line, start in zip(wrong, sentences, strict=True)] == sentences


@pytest.mark.parametrize(
    "right",
    [
        add("Content-Security-Policy", f"{POLICY}; frame-ancestors 'none'"),
        put("Content-Security-Policy", f"frame-ancestors  'none';Default-Src 'none' ; {POLICY};"),
        add("Cache-Control", "no-store"),
        put("Cache-Control", "private, no-store, max-age=0"),
        put("Cache-Control", "public, max-age=31536000, immutable", HASHED),
        add("Strict-Transport-Security", "max-age=0"),
        add("Alt-Svc", "clear"),
        add("ETag", '"7"'),
    ],
)
def test_what_harms_nobody_is_not_told(told, right):
    assert told(right) == (0, [])


def test_http_3_is_a_note(capsys):
    with hosting(small_site(), add("Alt-Svc", 'h3=":443"; ma=2592000')) as (address, _):
        assert main([address]) == 0
    assert "Note: Alt-Svc offers HTTP/3: browsers may write the guide's name" in capsys.readouterr().out


def test_one_host_has_one_spelling(capsys):
    def in_small_letters(sent: Sent, asked: Asked) -> None:
        if asked.path == "sheets/log-a4.pdf":
            sent.status = 301
            sent.put("Location", f"http://localhost:{port}/sheets/log")
        elif asked.path == "sheets/log":
            sent.status, sent.body = 200, small_site()["sheets/log-a4.pdf"]
            sent.put("Content-Type", "application/pdf")

    with hosting(small_site(), in_small_letters) as (address, _):
        port = address.rpartition(":")[2].strip("/")
        assert says(f"HTTP://LocalHost:{port}/index.html", capsys) == (0, [])
    assert folder_address("https://Example.org:443/Notes") == "https://example.org/Notes/"


def test_a_redirect_of_all_says_which_address_to_check(told):
    _, wrong = told(
        lambda sent, asked: (change(".*", 301)(sent, asked), sent.put("Location", "https://a.example/b/"))
    )

    assert len(wrong) == 1
    assert wrong[0].endswith("index.html leads to https://a.example/b/; possible: URL=https://a.example/b/.")


def test_a_slow_host_is_not_asked_for_ever(told, monkeypatch):
    monkeypatch.setattr("hooks.hosting.check_host.LONGEST_CHECK", -1)

    assert told() == (1, ["127.0.0.1 is too slow: no more was asked after 10 minutes."])


def test_a_body_that_drips_ends(capsys, monkeypatch):
    monkeypatch.setattr("hooks.hosting.client.LONGEST", 0.1)
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def drip() -> None:
            there, _ = listening.accept()
            with there, contextlib.suppress(OSError):
                there.recv(4096)
                there.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
                while True:
                    there.sendall(b"x")
                    time.sleep(0.02)

        threading.Thread(target=drip, daemon=True).start()
        assert says(f"http://127.0.0.1:{listening.getsockname()[1]}/", capsys) == (
            1,
            ["index.html: it is not complete after 0.1 seconds."],
        )


def test_an_answer_that_is_too_large_spoils_no_other(told, monkeypatch):
    monkeypatch.setattr("hooks.hosting.client.LARGEST", 20_000)
    code, wrong = told(change("now.html", body=b"x" * 20_001))

    assert (code, wrong) == (1, ["now.html: it has more than 20000 bytes."])


def without_compression(sent: Sent, asked: Asked) -> None:
    if sent.status == 200 and asked.coding in ("br", "gzip") and asked.path != "wipe":
        sent.put("Content-Encoding", None)
        sent.body = small_site()[asked.path]


def test_a_host_that_compresses_nothing_is_told_once(told):
    code, wrong = told(without_compression)

    assert (code, len(wrong)) == (1, 1)
    assert wrong[0].startswith("Nothing is compressed on index.html, 404.html, assets/python/worker.js")


def test_what_unpacks_to_another_file_is_told(told):
    code, wrong = told(
        lambda sent, asked: sent.put("Content-Encoding", "gzip") if asked.coding == "br" else None
    )

    assert code == 1
    assert "index.html: asked for br: it came as gzip." in wrong


@pytest.mark.parametrize(
    ("leads_to", "sentence"),
    [
        ("/moved", None),
        ("https://example.org/", "a redirect leads out of the guide's folder: https://example.org/"),
    ],
)
def test_a_redirect_may_stay_in_the_folder(told, leads_to, sentence):
    files = small_site() | {"moved": small_site()["assets/guide.css"]}

    def move(sent: Sent, asked: Asked) -> None:
        if asked.path == "assets/guide.css":
            sent.status = 308
            sent.put("Location", leads_to)

    _, wrong = told(move, files)

    assert wrong == ([] if sentence is None else [f"assets/guide.css: {sentence}."])


def test_an_exit_into_the_guide_is_told(told):
    page = PAGE.replace("https://www.wikipedia.org/", "http://www.wikipedia.org/")
    _, wrong = told(change("index.html", body=page.encode()))

    assert [line for line in wrong if line.startswith("index.html: the exit http://www.wikipedia.org/: ")]


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("", "'' is no address of a guide; possible: https://example.org/ or"),
        ("notes", "'notes' is no address of a guide; possible:"),
        ("ftp://example.org/", "'ftp://example.org/' is no address of a guide; possible:"),
        ("http://127.0.0.1:99999/", "'http://127.0.0.1:99999/' is no address of a guide; possible:"),
        ("http://a:b@127.0.0.1/", "'http://a:b@127.0.0.1/' has more than a host and a folder; possible:"),
        ("http://127.0.0.1:1/", "nothing answers at 127.0.0.1 on port 1."),
    ],
)
def test_an_address_that_cannot_be_asked_is_told_in_words(address, sentence, capsys):
    code, wrong = says(address, capsys)

    assert (code, len(wrong)) == (1, 1)
    assert wrong[0].startswith(sentence)


def test_a_port_that_speaks_another_language_is_told_in_words(capsys):
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def talk() -> None:
            for _ in range(2):
                there, _ = listening.accept()
                with there:
                    there.recv(4096)
                    there.sendall(b"220 mail ready\r\n\r\n")

        threading.Thread(target=talk, daemon=True).start()
        code, wrong = says(f"http://127.0.0.1:{port}/", capsys)

    assert code == 1
    assert wrong == [f"127.0.0.1 answers on port {port} with something that is not http, or breaks off."]


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (change("index.html", 404), "is no guide: index.html has status 404; possible:"),
        (change("index.html", body=b"<h1>It works</h1>"), "is no guide: index.html is not the guide's;"),
        (change("files.json", 404), "is no whole guide: files.json has status 404; possible:"),
        (change("files.json", body=b"[1]"), "is no whole guide: files.json is not the guide's;"),
        (change("files.json", body=b"[" * 100_000), "is no whole guide: files.json is not the guide's;"),
    ],
)  # fmt: skip
def test_what_is_no_guide_is_told_in_words(told, fault, sentence):
    code, wrong = told(fault)

    assert (code, len(wrong)) == (1, 1)
    assert sentence in wrong[0]


def test_what_a_host_sends_changes_nothing_on_a_terminal(told):
    _, wrong = told(put("Set-Cookie", "\x1b[2J=1", "index.html"))

    assert wrong
    assert "\x1b" not in "".join(wrong)


OF_AN_OUTER_MAKE = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")
"""What `make test` tells the commands that it starts."""


@pytest.mark.parametrize("goal", ["check-host URL=notes", "verify SITE=no-such-folder"])
def test_make_ends_with_1_where_something_is_wrong(goal):
    own = {name: value for name, value in os.environ.items() if name not in OF_AN_OUTER_MAKE}
    done = subprocess.run(
        ["make", *goal.split()], cwd=ROOT, env=own, capture_output=True, text=True, check=False
    )

    assert (done.returncode, len(done.stdout.splitlines()), done.stderr) == (1, 1, "")
