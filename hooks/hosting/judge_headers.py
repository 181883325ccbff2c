"""Judge the headers of a host's answers, by the table in `headers.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urljoin, urlsplit

from hooks.hosting.headers import ALL, FRESH, HASHED, TYPES, WIPE, Header, headers_for
from hooks.hosting.seen import INDEX, Seen
from hooks.site.offline import WORKER

UNWANTED = {
    "set-cookie": "the guide needs no cookie, and a cookie stays in the browser",
    "nel": "it lets browsers report to another address what a reader opened",
    "report-to": "it lets browsers report to another address what a reader opened",
    "reporting-endpoints": "it lets browsers report to another address what a reader opened",
    "content-security-policy-report-only": "it lets browsers report to another address what a reader opened",
    "server-timing": "it shows readers' times to scripts, and the guide sends none",
    "refresh": "it leads readers to another page by itself",
    "service-worker-allowed": "it lets the guide answer for pages that are not its own",
    "accept-ch": "it asks the browser for facts about the reader's device",
    "critical-ch": "it asks the browser for facts about the reader's device",
}
"""Headers that harm, and why; the table of `headers.py` has those that protect."""
EVERYWHERE = {
    ALL: "on every file that was asked for",
    FRESH: "on every file but Python's",
    HASHED: "on Python's files",
}
"""Where a row of the table holds, in words."""
ELSEWHERE = re.compile(r"\b(preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch)\b")
SAME_TYPE = {"application/javascript": "text/javascript", "text/xml": "application/xml"}
EVERYWHERE = {
    ALL: "on every file that was asked for",
    FRESH: "on every file but Python's",
    HASHED: "on Python's files",
}
"""Where a row of the table holds, in words."""
ELSEWHERE = re.compile(r"\b(preload|modulepreload|prefetch|prerender|preconnect|dns-prefetch)\b")
SAME_TYPE = {"application/javascript": "text/javascript", "text/xml": "application/xml"}


def problems_of_wipe(seen: Seen) -> Iterator[str]:
    unguarded = [
        site
        for site, answer in seen.wiping.items()
        if site != "same-origin" and answer and answer.header("Clear-Site-Data")
    ]
    if unguarded:
        sent = ", ".join("without Sec-Fetch-Site" if site == "none" else named(site) for site in unguarded)
        yield (
            f"{WIPE}: it clears for other sites too ({sent}): any page, picture or link can delete what a "
            "reader kept. Take it away at once, or send Clear-Site-Data only where Sec-Fetch-Site is "
            "same-origin"
        )
    answer = seen.wiping["same-origin"]
    if not seen.offers_wipe or answer is None:
        return
    for row in headers_for(seen.policy):
        if row.only_if and row.is_sent_with(WIPE):
            value = answer.header(row.name)
            if not value:
                yield f"{WIPE}: it answers, but does not clear; it must send {row.name}: {row.value}"
            elif parts(value) != parts(row.value):
                yield f"{WIPE}: {row.name} is {value}; it must be {row.value}"


def named(site: str) -> str:
    return f"Sec-Fetch-Site: {'none' if site == 'typed' else site}"


def right_of_wipe(seen: Seen) -> str:
    return f"{WIPE} clears for the guide alone." if seen.offers_wipe else ""


def problems_of_headers(seen: Seen) -> Iterator[str]:
    """Yield one problem for each row of the table, naming the files that it is wrong on."""
    if not seen.policy:
        yield f"{INDEX}: it has no policy in its head; build again"
        return
    answers = {
        path: answer for path, answer in (seen.answers | seen.lost).items() if not seen.leads_out(path)
    }
    if seen.offers_wipe and (answer := seen.wiping["same-origin"]):
        answers[WIPE] = answer
    for row in rows_for(seen, with_wipe=WIPE in answers):
        asked = {path: answer.header(row.name) for path, answer in answers.items() if row.is_sent_with(path)}
        wrong = {path: value for path, value in asked.items() if not is_right(row, value)}
        missing = [path for path, value in wrong.items() if not value]
        other: dict[str, list[str]] = {}
        for path, value in wrong.items():
            if value:
                other.setdefault(value, []).append(path)
        wanted = shortened(row.value)
        if missing:
            yield f"{row.name} is missing {places(missing, asked, row.files)}; it must be {wanted}"
        for value, paths in other.items():
            where = places(paths, asked, row.files)
            yield f"{row.name} is {differing(row, value)} {where}; it must be {wanted}"


def rows_for(seen: Seen, *, with_wipe: bool) -> list[Header]:
    return [row for row in headers_for(seen.policy) if not row.only_if and (with_wipe or row.files != WIPE)]


def is_right(row: Header, value: str) -> bool:
    """Compare a header with the table; what a host adds to be stricter is right too."""
    if row.name == "Cache-Control":
        is_kept = "no-store" in row.value
        return "no-store" in parts(value) or (not is_kept and parts(value) == parts(row.value))
    if row.name == "Content-Security-Policy":
        return words_of(value) == words_of(row.value)
    if row.name == "Vary":
        return parts(row.value) <= parts(value)
    return parts(value) == parts(row.value)


def parts(value: str) -> set[str]:
    return {part.strip().lower() for part in value.split(",") if part.strip()}


def words_of(policy: str) -> list[list[str]]:
    return [part.split() for part in policy.split(";") if part.strip()]


def differing(row: Header, value: str) -> str:
    """Say what a header has; of a long one, only how it differs."""
    if len(value) < 40:
        return value
    sent, wanted = cut(value), cut(row.value)
    more, less = [part for part in sent if part not in wanted], [part for part in wanted if part not in sent]
    said = [f"with {shortened('; '.join(more))}"] if more else []
    said += [f"without {shortened('; '.join(less))}"] if less else []
    return " and ".join(said) or shortened(value)


def cut(value: str) -> list[str]:
    return [" ".join(part.split()) for part in re.split("[;,]", value) if part.strip()]


def shortened(value: str) -> str:
    return value if len(value) <= 160 else f"{value[:150]}… (the rest is in the server files of the build)"


def places(paths: list[str], asked: Iterable[str], files: str = ALL) -> str:
    if len(paths) > 1 and len(paths) == len(list(asked)):
        return EVERYWHERE[files]
    named = ", ".join(paths[:3])
    return f"on {named}" + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def right_of_headers(seen: Seen) -> str:
    names = dict.fromkeys(row.name for row in rows_for(seen, with_wipe=False))
    return f"On each kind of file, and on missing addresses: {', '.join(names)}."


def problems_of_types(seen: Seen) -> Iterator[str]:
    for path, answer in seen.answers.items():
        wanted = TYPES.get(path.rpartition(".")[2])
        if wanted is None or answer.status != 200:
            continue
        kind, _, settings = answer.header("Content-Type").lower().partition(";")
        kind = SAME_TYPE.get(kind.strip(), kind.strip())
        charset = re.search(r"charset=\"?([\w-]+)", settings)
        if kind != wanted.partition(";")[0] or (charset and charset[1] != "utf-8"):
            sent = answer.header("Content-Type") or "missing"
            yield f"{path}: Content-Type is {sent}; it must be {wanted}{consequence_of(path)}"


def consequence_of(path: str) -> str:
    if path == WORKER:
        return ", or nobody can keep the guide"
    return ", or browsers refuse it" if path.endswith((".js", ".css", ".wasm")) else ""


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
    if name == "link" and ELSEWHERE.search(value.lower()):
        targets = [urljoin(seen.client.address, target) for target in re.findall(r"<([^>]*)>", value)]
        hosts = {urlsplit(target).netloc for target in targets} - {urlsplit(seen.client.address).netloc}
        return f"Link makes browsers connect to {', '.join(sorted(hosts))}" if hosts else ""
    if name not in UNWANTED:
        return ""
    return f"{'NEL' if name == 'nel' else name.title()} is sent: {UNWANTED[name]}"
