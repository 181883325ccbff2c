"""With the files that the build writes for them, the real nginx and Caddy keep the guide's promise."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hooks.hosting import check_host, verify
from hooks.hosting.headers import TYPES, headers_for
from hooks.site.offline import policy_of
from tests.browser.offline_support import keep, press, said
from tests.browser.support import SITE, Seen, stored
from tests.browser.test_offline import NOTHING
from tests.servers import NAMES, RealServer, real_server

HOSTING = SITE.with_name(f"{SITE.name}-hosting")
ENCODINGS = {"gzip": ".gz", "br": ".br"}
CLEARED = "The kept guide is removed. This site’s address may stay in the browser’s history and lists."
HASHED = "assets/python/made-up.0123456789abcdef.wasm"
NO_FILE = HASHED.replace("made-up", "no-such")
MADE_UP = (HASHED, "assets/made-up.mjs", "assets/made-up.bin")
PATH = "/a/b"
BROTLI = ("load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;", "brotli_static on;")
NOT_FOUND = ("no-such-page.html", "no/such/page", "assets/", "sheets/no/such/style.css", NO_FILE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site with a file of each kind that it might hold; and the site once more, below a folder."""
    folder = tmp_path_factory.mktemp("hosted") / "root"
    shutil.copytree(SITE, folder, copy_function=os.symlink)
    (folder / "a").mkdir()
    (folder / "a/b").symlink_to(SITE)
    for name in MADE_UP:
        (folder / name).write_text("made up", "utf-8")
    return folder


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def server(name: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    with real_server(name, HOSTING, folder, tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture(scope="module")
def server_below(name: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """One whose guide lies below a folder."""
    with real_server(name, HOSTING, folder, tmp_path_factory.mktemp("server"), path=PATH) as server:
        yield server


def samples(folder: Path) -> list[str]:
    """List a file of each kind, and those that a page cannot do without."""
    kinds: dict[str, str] = {}
    for path in sorted(folder.rglob("*"), key=str):
        kinds.setdefault(path.suffix.removeprefix("."), path.relative_to(folder).as_posix())
    assert {"html", "css", "js", "mjs", "json", "wasm", "bin", "svg", "txt", "xml", "pdf"} <= kinds.keys()
    return [
        "index.html",
        "worker.js",
        "files.json",
        HASHED,
        *(kinds[kind] for kind in kinds if kind in TYPES),
    ]


def test_every_answer_has_the_headers_of_the_table_and_no_other_of_them(
    server: RealServer, folder: Path
) -> None:
    table = headers_for(policy_of(SITE))
    found = {"": 200, **dict.fromkeys(samples(folder), 200), **dict.fromkeys(NOT_FOUND, 404), "wipe": 200}
    for path, status in found.items():
        answer = server.get(f"/{path}")
        sent_file = path if status == 200 else "404.html"
        rows = {row.name: row.value for row in table if row.is_sent_with(sent_file) and not row.only_if}
        sent = {row.name: answer.headers.get_all(row.name) for row in table}
        assert answer.status == status, path
        assert sent.pop("Vary") in (None, ["Accept-Encoding"], ["Sec-Fetch-Site"]), path
        rows.pop("Vary", None)
        assert {name: values for name, values in sent.items() if values} == {
            name: [value] for name, value in rows.items()
        }, path
        assert answer.headers.get("Server") in (None, "nginx"), path


def test_every_file_has_its_type_and_the_bytes_that_lie_there(server: RealServer, folder: Path) -> None:
    for name in ("", *samples(folder)):
        path = folder / (name or "index.html")
        forms = {None: path, **{form: path.with_name(path.name + end) for form, end in ENCODINGS.items()}}
        for form in forms:
            answer = server.get(f"/{name}", **({"Accept_Encoding": form} if form else {}))
            sent_as = answer.headers["Content-Encoding"]
            assert (answer.status, answer.headers["Content-Type"]) == (200, TYPES[path.suffix[1:]]), name
            assert answer.body == forms[sent_as].read_bytes(), (name, form)
            if sent_as:
                assert (sent_as, answer.headers["Vary"]) == (form, "Accept-Encoding"), name
            # Without its module, nginx has no Brotli. Nothing else that lies there is sent in full.
            elif form and forms[form].exists():
                assert (form, server.name) == ("br", "nginx"), name


def test_a_server_in_front_gets_compressed_bytes_too(server: RealServer) -> None:
    for sent in ({"Via": "1.1 front"}, {"X_Forwarded_For": "192.0.2.1"}):
        answer = server.get("/index.html", Accept_Encoding="gzip", **sent)
        assert answer.headers["Content-Encoding"] == "gzip", sent


def test_brotli_is_one_line_away_in_nginx(folder: Path, tmp_path: Path) -> None:
    filled = {f"# {line}": line for line in BROTLI}
    with real_server("nginx", HOSTING, folder, tmp_path, more=filled) as server:
        answer = server.get("/index.html", Accept_Encoding="gzip, deflate, br")
    assert (answer.headers["Content-Encoding"], answer.headers["Content-Type"]) == ("br", TYPES["html"])
    assert answer.body == (SITE / "index.html.br").read_bytes()


def test_a_missing_address_gets_the_page_that_says_so_at_any_depth(
    server: RealServer, server_below: RealServer
) -> None:
    page = (SITE / "404.html").read_bytes()
    for address in (
        *(f"/{path}" for path in NOT_FOUND),
        *(f"{PATH}/{path}" for path in NOT_FOUND),
        "/a/b/c/wipe",
    ):
        for one in (server, server_below):
            answer = one.get(address)
            assert (answer.status, answer.headers["Content-Type"]) == (404, TYPES["html"]), address
            assert answer.body == page, address
            packed = one.get(address, Accept_Encoding="gzip")
            assert packed.body == (SITE / "404.html.gz").read_bytes(), address
    assert server_below.get(f"{PATH}/").body == (SITE / "index.html").read_bytes()
    in_spanish = (SITE / "es/404.html").read_bytes()
    for one, address in ((server, "/es/none.html"), (server_below, f"{PATH}/es/a/none")):
        assert (one.get(address).status, one.get(address).body) == (404, in_spanish), address


def test_only_the_guide_itself_is_told_to_clear(server: RealServer, server_below: RealServer) -> None:
    clears = '"cache", "storage"'
    others = ("cross-site", "same-site", "none", "same-origin, cross-site", "xsame-origin", "")
    for one, path in ((server, "/wipe"), (server_below, f"{PATH}/wipe")):
        asked = {value: one.get(path, Sec_Fetch_Site=value) for value in ("same-origin", *others)}
        asked["no header"] = one.get(path)
        assert {value: answer.headers["Clear-Site-Data"] for value, answer in asked.items()} == {
            "same-origin": clears,
            **dict.fromkeys([*others, "no header"]),
        }
        assert {(answer.status, answer.body, answer.headers["Vary"]) for answer in asked.values()} == {
            (200, b"", "Sec-Fetch-Site")
        }
    for one, path in ((server, "/index.html"), (server_below, "/wipe"), (server, "/assets/wipe")):
        assert one.get(path, Sec_Fetch_Site="same-origin").headers["Clear-Site-Data"] is None


def test_what_was_asked_for_is_written_down_nowhere(server: RealServer) -> None:
    server.get("/no/such/thing?word")
    server.get("/index.html?word")
    server.get("/index.html/below?word")
    assert [
        path.name for path in server.scratch.rglob("*") if path.is_file() and b"word" in path.read_bytes()
    ] == []


def test_a_browser_reads_plans_keeps_removes_and_shows_no_frame(browser: Browser, server: RealServer) -> None:
    context = browser.new_context()
    seen = Seen(server.address)
    seen.watch(context)
    page = context.new_page()
    page.goto(f"{server.address}index.html")
    page.locator("#menu a[data-open=plan]").evaluate("link => link.click()")
    expect(page.locator("html[data-python=ready]")).to_have_count(1)
    keep(page, server.address)
    press(page, "remove")
    said(page, CLEARED)
    assert stored(page) == NOTHING
    assert (seen.errors, seen.foreign) == ([], [])

    page.goto("about:blank")
    page.set_content(f'<iframe src="{server.address}"></iframe>')
    assert [frame.url for frame in page.frames[1:]] == ["chrome-error://chromewebdata/"]
    context.close()


def test_a_check_and_a_comparison_from_outside_find_nothing_wrong(
    server: RealServer, server_below: RealServer, capsys: pytest.CaptureFixture[str]
) -> None:
    for address in (server.address, server_below.address):
        assert check_host.main([address]) == 0, capsys.readouterr().out
    assert verify.main([server_below.address, str(SITE)]) == 0, capsys.readouterr().out
