"""Judge headers that a host sends beside those of the table in `headers.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from hooks.hosting.headers import WIPE
from hooks.hosting.judge_headers import places
from hooks.hosting.seen import Seen

REPORTS = "it lets browsers report to another address what a reader opened"
ASKS = "it asks the browser for facts about the reader's device"
UNWANTED = {
    "set-cookie": "the guide needs no cookie, and a cookie stays in the browser",
    "nel": REPORTS,
    "report-to": REPORTS,
    "reporting-endpoints": REPORTS,
    "content-security-policy-report-only": REPORTS,
    "server-timing": "it shows readers' times to scripts, and the guide sends none",
    "refresh": "it leads readers to another page by itself",
    "service-worker-allowed": "it lets the guide answer for pages that are not its own",
    "accept-ch": ASKS,
    "critical-ch": ASKS,
    "strict-transport-security": (
        "browsers write the guide's name into a list that outlives a cleared history; a redirect from http "
        "to https is enough"
    ),
    "speculation-rules": "it makes browsers fetch pages that the reader did not open",
}
"""Headers that harm, and why; the table of `headers.py` has those that protect."""
ELSEWHERE = re.compile(r"\b(preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch)\b")
ENDS_AT_ONCE = re.compile(r"max-age=\"?0+\"?(\s*;|$)", re.IGNORECASE)
HTTP_3 = re.compile(r"\bh3(-\d+)?=")


def problems_of_unwanted(seen: Seen) -> Iterator[str]:
    answers = [*(seen.answers | seen.lost).items()]
    answers += [(WIPE, answer) for answer in seen.wiping.values() if answer]
    found: dict[str, list[str]] = {}
    for path, answer in answers:
        for name, value in answer.fields:
            if reason := why_unwanted(name, value, seen, path):
                found.setdefault(reason, []).append(path)
    for reason, paths in found.items():
        yield f"{reason} ({places(list(dict.fromkeys(paths)), {path for path, _ in answers})})"


def why_unwanted(name: str, value: str, seen: Seen, path: str) -> str:
    if name == "set-cookie":
        cookie = value.partition("=")[0].strip()[:40]
        return f"Set-Cookie sets {cookie!r}: {UNWANTED[name]}"
    if name == "clear-site-data" and path != WIPE:
        return "Clear-Site-Data is sent with a file: opening it deletes what a reader kept"
    if name == "content-disposition" and path.endswith(".html") and value.lower().startswith("attachment"):
        return (
            "Content-Disposition is sent with a page: browsers save the page as a file in place of showing it"
        )
    if name == "link" and ELSEWHERE.search(value.lower()):
        targets = [urljoin(seen.client.address, target) for target in re.findall(r"<([^>]*)>", value)]
        hosts = {urlsplit(target).netloc for target in targets} - {urlsplit(seen.client.address).netloc}
        return f"Link makes browsers connect to {', '.join(sorted(hosts))}" if hosts else ""
    if name not in UNWANTED or (name == "strict-transport-security" and ENDS_AT_ONCE.search(value)):
        return ""
    return f"{'NEL' if name == 'nel' else name.title()} is sent: {UNWANTED[name]}"


def notes_on_unwanted(seen: Seen) -> Iterator[str]:
    if any(HTTP_3.search(answer.header("Alt-Svc")) for answer in seen.answers.values()):
        yield (
            "Alt-Svc offers HTTP/3: browsers may write the guide's name into a list of hosts that have it. "
            "Switch HTTP/3 off if you can"
        )
