"""A small web host for benchmarks: brotli as good hosts send it, and, if asked for, a slow link."""

from __future__ import annotations

import hashlib
import mimetypes
import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli

CHUNK = 8 * 1024  # bytes


@dataclass(frozen=True)
class Link:
    """How fast bytes leave the host: bits a second for all connections, seconds before each response."""

    bits_per_second: float = 0
    """0 means as fast as the machine can."""
    latency: float = 0


@dataclass
class Host:
    """What a running host knows: its address, and the bytes of bodies sent since `sent` was last set to 0."""

    address: str
    sent: int = 0


@contextmanager
def serve(files: Mapping[str, bytes], cache: Path, link: Link = Link()) -> Iterator[Host]:
    """Serve files by path, brotli-compressed; `cache` keeps what was compressed before."""
    bodies = {path: compress(data, cache) for path, data in files.items()}
    pace = _Pace(link.bits_per_second)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # Otherwise the body of a small answer waits 40 ms for the receipt of its head, as on no good host.
        disable_nagle_algorithm = True

        def do_GET(self) -> None:
            body = bodies.get(self.path.split("?")[0].lstrip("/"))
            time.sleep(link.latency)
            self.send_response(200 if body is not None else 404)
            body = body or b""
            self.send_header("Content-Type", content_type(self.path))
            self.send_header("Content-Length", str(len(body)))
            if body:
                self.send_header("Content-Encoding", "br")
            self.send_header("Cache-Control", "public, max-age=600")
            self.end_headers()
            if self.command == "HEAD":
                return
            for start in range(0, len(body), CHUNK):
                chunk = body[start : start + CHUNK]
                pace.wait(len(chunk))
                self.wfile.write(chunk)
                host.sent += len(chunk)

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = _Server(("127.0.0.1", 0), Handler)
    # Secure enough for browsers to offer everything that https offers.
    host = Host(f"http://localhost:{server.server_port}/")
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield host
    finally:
        server.shutdown()
        server.server_close()


def content_type(path: str) -> str:
    return mimetypes.guess_type(path)[0] or "application/octet-stream"


def compress(data: bytes, cache: Path) -> bytes:
    """Compress with brotli's best; it takes half a minute for WebAssembly, so keep the result."""
    kept = cache / f"{hashlib.sha256(data).hexdigest()[:24]}.br"
    if not kept.exists():
        cache.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(brotli.compress(data, quality=11, lgwin=24))
    return kept.read_bytes()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser that leaves hangs up in the middle of an answer."""


class _Pace:
    """Let bytes of all connections pass at one common rate."""

    def __init__(self, bits_per_second: float) -> None:
        self._rate = bits_per_second / 8
        self._free_at = 0.0
        self._lock = threading.Lock()

    def wait(self, size: int) -> None:
        if not self._rate:
            return
        with self._lock:
            self._free_at = max(self._free_at, time.monotonic()) + size / self._rate
            free_at = self._free_at
        time.sleep(max(0, free_at - time.monotonic()))


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])
