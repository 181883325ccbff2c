"""A small guide on a loopback host that does all right, and whose faults tests choose."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import threading
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import brotli

from hooks.hosting.headers import TYPES, headers_for

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
EXITS = ("https://www.bbc.co.uk/weather", "https://www.wikipedia.org/")
PAGE = f"""<!doctype html><html><head>
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<script src="assets/first.js" data-address="{EXITS[0]}" data-second="{EXITS[1]}"></script></head>
<body><a data-quick-exit href="{EXITS[0]}">Leave now</a>{"<p>A sentence.</p>" * 100}</body></html>
"""
PYTHON = "assets/python/python.0123456789abcdef.bin"


def small_site() -> dict[str, bytes]:
    """Return the files of a guide of a few pages, with its list."""
    files = {
        "index.html": PAGE.encode(),
        "404.html": PAGE.replace("sentence", "page for missing addresses").encode(),
        "now.html": PAGE.encode(),
        "assets/first.js": b"// leave\n" * 200,
        "assets/guide.css": b"body { color: black }\n" * 100,
        "assets/python/worker.js": b"// Python\n" * 200,
        "assets/python/manifest.json": b"{}",
        PYTHON: bytes(range(256)) * 8,
        "sheets/log-a4.pdf": b"%PDF-1.7",
    }
    listed = [[name, len(data), integrity(data)] for name, data in files.items()]
    groups = {"guide": {"files": listed}, "more": {"files": []}}
    files["files.json"] = json.dumps({"format": 1, "version": "abc", **groups}).encode()
    files["worker.js"] = b'const version = "abc"'
    return files


def integrity(data: bytes) -> str:
    return f"sha256-{b64encode(hashlib.sha256(data).digest()).decode()}"


@dataclass
class Sent:
    status: int
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def put(self, name: str, value: str | None) -> None:
        """Replace a header, or take it away."""
        self.headers = [pair for pair in self.headers if pair[0] != name]
        if value is not None:
            self.headers.append((name, value))


@dataclass(frozen=True)
class Asked:
    path: str
    site: str
    """What `Sec-Fetch-Site` says."""
    coding: str


def answer_rightly(files: dict[str, bytes], asked: Asked) -> Sent:
    path = asked.path or "index.html"
    body = files.get(path)
    sent = Sent(200 if body is not None or path == "wipe" else 404)
    for row in headers_for(POLICY):
        if row.is_sent_with(path) and (not row.only_if or asked.site == row.only_if.value):
            sent.headers.append((row.name, row.value))
    if path == "wipe":
        return sent
    sent.put("Content-Type", TYPES.get("html" if body is None else path.rpartition(".")[2], "text/css"))
    sent.body = files["404.html"] if body is None else body
    packed = {"br": brotli.compress, "gzip": gzip.compress}
    wanted = asked.coding.split(",")[0]
    if wanted in packed and sent.status == 200:
        sent.body = packed[wanted](sent.body)
        sent.put("Content-Encoding", wanted)
    return sent


Fault = Callable[[Sent, Asked], None]


def change(where: str, status: int | None = None, body: bytes | None = None) -> Fault:
    """Make a host answer the paths that a pattern matches with another status or body."""

    def fault(sent: Sent, asked: Asked) -> None:
        if re.fullmatch(where, asked.path):
            sent.status = status or sent.status
            if body is not None:
                sent.body = body
                sent.put("Content-Encoding", None)

    return fault


@contextmanager
def hosting(
    files: dict[str, bytes], fault: Fault | None = None, folder: str = "/"
) -> Iterator[tuple[str, list[Asked]]]:
    """Serve files below a folder; yield its address, and what is asked for."""
    log: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # or each answer waits for 40 ms

        def do_GET(self) -> None:
            path = self.path.removeprefix(folder) if self.path.startswith(folder) else "elsewhere"
            site, coding = (self.headers.get(name, "") for name in ("Sec-Fetch-Site", "Accept-Encoding"))
            log.append(asked := Asked(path, site, coding))
            sent = answer_rightly(files, asked)
            if fault:
                fault(sent, asked)
            self.send_response_only(sent.status)
            for name, value in sent.headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(sent.body)))
            self.end_headers()
            self.wfile.write(sent.body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=lambda: server.serve_forever(poll_interval=0.005), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{folder}", log
        finally:
            server.shutdown()
