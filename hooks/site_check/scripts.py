"""Check that scripts do not use what would leave a trace of the visit, or send something out."""

from __future__ import annotations

from collections.abc import Iterator

from hooks.site.offline import WORKER
from hooks.site_check.requests import PYODIDE, SCRIPTS
from hooks.site_check.site import Problem, Site
from hooks.site_check.words import BUILD_AGAIN

STAYS = "it stays in the browser, where others can find it"
HISTORY = "it writes into the browser's history what was read"
SENDS = "it can send out what a reader types"
RECORDS = "the guide records nobody"
RUNS = "it can run what gets into a text"
USES = {
    "localStorage": STAYS,
    "sessionStorage": STAYS,
    "cookieStore": STAYS,
    ".cookie": STAYS,
    '["cookie"]': STAYS,
    "pushState": HISTORY,
    "replaceState": HISTORY,
    "sendBeacon": SENDS,
    "XMLHttpRequest": SENDS,
    "WebSocket": SENDS,
    "EventSource": SENDS,
    "RTCPeerConnection": SENDS,
    "WebTransport": SENDS,
    "getUserMedia": RECORDS,
    "MediaRecorder": RECORDS,
    "geolocation": RECORDS,
    "innerHTML": RUNS,
    "insertAdjacentHTML": RUNS,
    "eval(": RUNS,
}
KEEPS = "it keeps what nobody asked to keep"
LOADS = "it runs another file"
IN_WORKER = {
    ".put(": KEEPS,
    ".add(": KEEPS,
    "addAll": KEEPS,
    "caches.open": KEEPS,
    "indexedDB": KEEPS,
    "skipWaiting": "it replaces the copy that a reader is using",
    "importScripts": LOADS,
    "import(": LOADS,
}
"""The service worker answers with a copy that a page has stored. It stores nothing and loads nothing else."""


def problems_of_scripts(site: Site) -> Iterator[Problem]:
    for name in site.names(*SCRIPTS):
        if PYODIDE.fullmatch(name):
            continue
        text = site.text(name)
        for used, why in (USES | (IN_WORKER if name == WORKER else {})).items():
            if used in text:
                yield Problem(name, f"script: it uses {used.strip('.(')}: {why}; {BUILD_AGAIN}")
