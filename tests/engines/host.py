"""A host that can be stopped, started or taken over; and everything outside it."""

from __future__ import annotations

import threading
from functools import partial
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.browser.support import BELOW, EXIT_URL, Handler, Server

PORTAL = b"<!doctype html><title>Free Wi-Fi</title><h1>Accept our terms</h1>"


class Host:
    """The built site on a loopback port of its own, which is an origin of its own."""

    def __init__(self, folder: Path) -> None:
        self.exit_url = EXIT_URL
        """Where the pages say that the exit leads."""
        self.portal: bytes | None = None
        """What every address answers instead, with 200, as in a network that asks for terms first."""
        self.clears = False
        """Whether it answers `wipe` with the header that clears what a browser stores for it."""
        self.instead: dict[str, bytes] = {}
        """What it sends in place of files, by their paths."""
        self.asked: list[str] = []
        self._folder = folder
        self._port = 0
        self.start()
        self.address = f"http://127.0.0.1:{self._port}/{BELOW}"

    def start(self) -> None:
        """Serve, on the same port as before."""
        handler = partial(HostHandler, host=self, directory=str(self._folder))
        self._server: Server | None = Server(("127.0.0.1", self._port), handler)
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        """Refuse every connection, as where there is no network; twice is no error."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


class HostHandler(Handler):
    def __init__(self, *given: Any, host: Host, **options: Any) -> None:
        self._host = host
        super().__init__(*given, **options)

    def do_GET(self) -> None:  # noqa: N802
        self._host.asked.append(self.path)
        if self._host.portal is not None:
            return self._send(self._host.portal)
        if self._host.clears and self.path == "/wipe":
            return self._send(b"", {"Clear-Site-Data": '"cache", "storage"'})
        if self.path in self._host.instead:
            return self._send(self._host.instead[self.path], {"Content-Type": self.guess_type(self.path)})
        page = Path(self.translate_path(self.path))
        page = page / "index.html" if page.is_dir() else page
        if page.suffix != ".html" or not page.is_file() or self._host.exit_url == EXIT_URL:
            return super().do_GET()
        self._send(page.read_bytes().replace(EXIT_URL.encode(), self._host.exit_url.encode()))

    def _send(self, page: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(200)
        sent = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(page))}
        for name, value in (sent | (headers or {})).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(page)


class Outside:
    """A proxy that lets nothing through, and writes down what was asked for (`host:port`, or an address)."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._server = Server(("127.0.0.1", 0), partial(OutsideHandler, self))
        self.address = f"127.0.0.1:{self._server.server_port}"
        threading.Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class OutsideHandler(BaseHTTPRequestHandler):
    def __init__(self, outside: Outside, *given: Any) -> None:
        self._outside = outside
        super().__init__(*given)

    def _refuse(self) -> None:
        self._outside.asked.append(self.path)
        self.send_error(502)

    do_CONNECT = do_GET = do_POST = do_HEAD = _refuse  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass
