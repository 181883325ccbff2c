"""A page that takes no care. What it leaves proves that a search of a profile looks where browsers write."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler
from threading import Thread

import brotli

from tests.browser.support import Server

PAGE = b"""<!doctype html><title>Careless</title>
<input type=checkbox id=box><textarea id=text aria-label=Careless></textarea>"""
PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "identity": bytes,
    "gzip": gzip.compress,
    "deflate": zlib.compress,
    "br": brotli.compress,
}
SENT = {"identity": "Igelkolben", "gzip": "Wollgras", "deflate": "Sumpfcalla", "br": "Fieberklee"}
"""A word of each answer, by how it was packed."""
PUT_IN_CACHE = "Kalmuswurzel"
PUT_IN_DATABASE = "Rohrkolben"
PUT_IN_DATABASE_WIDE = "Schwänenblume Ж"
"""Its last letter makes a browser write two bytes for each."""

LEAVE = """async ({ sent, cached, stored }) => {
  for (const packing of sent) await (await fetch(packing)).text()
  await (await caches.open("careless")).put("kept", new Response(cached))
  const opening = indexedDB.open("careless")
  opening.onupgradeneeded = () => opening.result.createObjectStore("plain")
  const database = await new Promise((resolve) => (opening.onsuccess = () => resolve(opening.result)))
  const transaction = database.transaction("plain", "readwrite")
  stored.forEach((text, i) => transaction.objectStore("plain").put({ text }, i))
  await new Promise((resolve) => (transaction.oncomplete = resolve))
}"""
"""Fetch what may be kept, and store the rest. It takes what `to_leave` returns."""


def to_leave() -> dict[str, list[str] | str]:
    stored = [wordy(PUT_IN_DATABASE), wordy(PUT_IN_DATABASE_WIDE)]
    return {"sent": list(SENT), "cached": wordy(PUT_IN_CACHE), "stored": stored}


def wordy(word: str) -> str:
    """Return text that packs well, and in which parts of the word stand before it."""
    half = len(word) // 2
    return f"{word[:half]} and {word[half:]}. {'One line and more. ' * 40}{word}."


class CarelessHandler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        packing = self.path.strip("/")
        if packing in SENT:
            self.send(PACKINGS[packing](wordy(SENT[packing]).encode()), "text/plain", packing)
        else:
            self.send(PAGE, "text/html", "identity")

    def send(self, body: bytes, kind: str, packing: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Encoding", packing)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def careless_host(name: str = "localhost") -> Iterator[str]:
    """Serve the page; give its address."""
    server = Server(("127.0.0.1", 0), partial(CarelessHandler))
    Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://{name}:{server.server_port}/"
    server.shutdown()
    server.server_close()
