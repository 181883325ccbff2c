"""The hosts of a journey, on loopback, each under a name: a search page, the guide, the everyday pages.

Browsers take every name that ends in `.localhost` for this machine, and for a secure place.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

from hooks.hosting.headers import headers_for
from hooks.site.offline import policy_of
from tests.browser.support import Handler, Server

GUIDE, SEARCH, EVERYDAY, SECOND, ELSEWHERE = (
    f"{name}.localhost" for name in ("guide", "search", "everyday", "second", "elsewhere")
)
SEARCH_TITLE, EVERYDAY_TITLE, SECOND_TITLE, ELSEWHERE_TITLE = (
    "Searched",
    "The weather today",
    "An encyclopaedia",
    "Somebody else",
)
LONGEST = 30  # seconds that a page which hangs keeps its reader waiting

CARELESS_PATH = "/careless"
CARELESS_WORDS = "What this page says may be kept by any browser."

Kind = Literal["strict", "plain"]


@dataclass
class Hosts:
    """What the hosts are told to do, and what they were asked for."""

    folder: Path
    kind: Kind = "strict"
    everyday_hangs: bool = False
    asked: list[tuple[str, str]] = field(default_factory=list)
    """Host and path of every request."""
    port: int = 0
    exit_port: int = 0
    _exits: Server | None = None

    def guide(self) -> str:
        return f"http://{GUIDE}:{self.port}/"

    def search(self) -> str:
        return f"http://{SEARCH}:{self.port}/"

    def close_exits(self) -> None:
        """Refuse every connection to the everyday pages from now on."""
        if self._exits:
            self._exits.shutdown()
            self._exits.server_close()
            self._exits = None

    def answer(self, handler: AuditHandler) -> None:
        host = handler.headers.get("Host", "").partition(":")[0]
        self.asked.append((host, handler.path))
        if host == GUIDE:
            return self._answer_for_guide(handler)
        if host == EVERYDAY and self.everyday_hangs:
            time.sleep(LONGEST)
        pages = {
            SEARCH: page(SEARCH_TITLE, f'<p><a href="{self.guide()}">A site that was found</a></p>'),
            EVERYDAY: page(EVERYDAY_TITLE),
            SECOND: page(SECOND_TITLE),
            ELSEWHERE: page(ELSEWHERE_TITLE),
        }
        if handler.path == CARELESS_PATH:
            return handler.send_whole(
                CARELESS_PAGE.encode(),
                {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "max-age=600"},
            )
        if host not in pages or handler.path == "/favicon.ico":
            return handler.send_error(404)
        handler.send_whole(pages[host].encode(), {"Content-Type": "text/html; charset=utf-8"})

    def _answer_for_guide(self, handler: AuditHandler) -> None:
        path = urlsplit(handler.path).path.lstrip("/") or "index.html"
        sent = self.headers(path, handler) if self.kind == "strict" else {}
        if path == "wipe" and self.kind == "strict":
            return handler.send_whole(b"", sent)
        handler.headers_of_file = sent
        SimpleHTTPRequestHandler.do_GET(handler)

    def headers(self, path: str, handler: AuditHandler) -> dict[str, str]:
        """Return what a good host sends with this file of the guide, for this request."""
        return {
            row.name: row.value
            for row in headers_for(policy_of(self.folder))
            if row.is_sent_with(path)
            and (row.only_if is None or handler.headers.get(row.only_if.name) == row.only_if.value)
        }


def page(title: str, body: str = "") -> str:
    return f'<!doctype html><html lang="en"><title>{title}</title><h1>{title}</h1>{body}'


CARELESS_PAGE = page("Careless", f"<p>{CARELESS_WORDS}</p><textarea></textarea>")


class AuditHandler(Handler):
    """Answers for all hosts. Of what may be kept, a plain host says nothing but `Last-Modified`."""

    def __init__(self, *given: object, hosts: Hosts) -> None:
        self.hosts = hosts
        self.headers_of_file: dict[str, str] = {}
        super().__init__(*given, directory=str(hosts.folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:  # noqa: N802 - what http.server calls
        self.headers_of_file = {}
        self.hosts.answer(self)

    do_POST = do_GET  # noqa: N815

    def send_whole(self, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(200)
        self.headers_of_file = {"Cache-Control": "no-store"} | headers | {"Content-Length": str(len(body))}
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        for name, value in self.headers_of_file.items():
            self.send_header(name, value)
        SimpleHTTPRequestHandler.end_headers(self)


def listen(hosts: Hosts, port: int = 0) -> Server:
    server = Server(("127.0.0.1", port), partial(AuditHandler, hosts=hosts))
    threading.Thread(target=server.serve_forever, args=[0.05], daemon=True).start()
    return server


@contextmanager
def hosted(folder: Path, kind: Kind, port: int, exit_port: int) -> Iterator[Hosts]:
    """Serve for one journey; both ports are written into the pages of the folder."""
    hosts = Hosts(folder, kind, port=port, exit_port=exit_port)
    server = listen(hosts, port)
    hosts._exits = listen(hosts, exit_port)
    try:
        yield hosts
    finally:
        hosts.close_exits()
        server.shutdown()
        server.server_close()
