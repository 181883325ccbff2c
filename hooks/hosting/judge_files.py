"""Judge the files of a host's answers: their addresses, bytes, compression, and the page for missing ones."""

from __future__ import annotations

import ipaddress
import json
import re
from collections.abc import Collection, Iterator
from html.parser import HTMLParser

from hooks.content.addresses import problems_of_exit
from hooks.hosting.client import Answer, Client, NoAnswerError
from hooks.hosting.judge_headers import places
from hooks.hosting.seen import INDEX, LOST, Seen, text_of
from hooks.site.offline import MANIFEST, WORKER, integrity_of

COMPRESSED = frozenset({"html", "css", "js", "json", "svg", "txt", "wasm"})
NOT_FOUND, TOO_MANY = 404, 429
SMALL = 1024  # bytes; below them a host may find nothing to gain


def problems_of_address(client: Client) -> Iterator[str]:
    if client.scheme == "https" or client.host.endswith(".onion") or is_loopback(client.host):
        return
    yield "The address begins with http://: nothing can be kept there, and others can read and change pages"


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def problems_of_redirects(seen: Seen) -> Iterator[str]:
    for path, leads_to in seen.moved.items():
        if seen.client.path_of(leads_to) is None:
            is_plain = leads_to.startswith("http://") and seen.client.scheme == "https"
            why = "http://, where others can read and change it" if is_plain else "out of the guide's folder"
            yield f"{path}: a redirect leads {why}: {leads_to}"
    for path, reason in seen.failed.items():
        yield f"{path}: {reason}"


def problems_of_bytes(seen: Seen) -> Iterator[str]:
    """Compare with the list: a host that changes pages can put scripts into them."""
    for path, answer in seen.answers.items():
        if path in seen.listed and not seen.leads_out(path):
            if answer.status != 200 and path.rpartition("/")[2] != LOST:
                yield f"{path}: status {answer.status}; {advice_on(answer.status)}"
            else:
                yield from problems_of_file(path, answer, seen.listed[path])
    for folder in ("", *seen.languages):
        if f"{folder}{MANIFEST}" in seen.answers:
            yield from problems_of_worker(seen, folder)


def problems_of_worker(seen: Seen, folder: str) -> Iterator[str]:
    name, listed = f"{folder}{WORKER}", f"{folder}{MANIFEST}"
    worker, manifest = seen.answers.get(name), seen.answers[listed]
    version = str(json.loads(text_of(manifest)).get("version"))
    if worker is None or worker.status != 200:
        yield f"{name}: it is missing, so that nobody can keep the guide; publish all of site/"
    elif f'"{version}"' not in text_of(worker):
        yield f"{name}: it is of another version than {listed}; publish all files of one build at once"


def advice_on(status: int) -> str:
    if status in (401, 403):
        return "the host refuses it: let it read all of site/, and everybody read that without a password"
    if status == TOO_MANY:
        return "the host wants fewer requests at a time; try again later"
    if status >= 500:
        return "the host has a fault; try again, and look at what it says of it"
    return f"{MANIFEST} lists it, so publish all of site/"


def problems_of_file(path: str, answer: Answer, integrity: str) -> Iterator[str]:
    try:
        data = answer.decoded()
    except NoAnswerError as error:
        yield f"{path}: {error}"
        return
    if integrity_of(data) == integrity:
        return
    text = data.decode("utf-8", "replace")
    foreign = [*foreign_scripts(text)] if path.endswith(".html") else []
    if foreign:
        yield f"{path}: the host puts scripts into the page: {', '.join(foreign)}; switch that off"
    else:
        yield (
            f"{path}: its bytes are not those that {MANIFEST} lists: the host changes it on the way, or "
            "files of two builds are mixed. Switch off what changes pages (minifying, hiding of e-mail "
            "addresses), or publish all of site/ again"
        )


def foreign_scripts(text: str) -> Iterator[str]:
    """Yield scripts that no page of a guide has: inline ones, and those of other places."""
    for attributes in elements(text, "script"):
        source = attributes.get("src")
        if source is None:
            yield "one that stands in the page"
        elif not re.fullmatch(r"(\.\./)*assets/[\w./-]+", source):
            yield source[:100]


def elements(text: str, tag: str) -> list[dict[str, str | None]]:
    """Return the attributes of each element with this tag."""
    found: list[dict[str, str | None]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, name: str, attributes: list[tuple[str, str | None]]) -> None:
            if name == tag:
                found.append(dict(attributes))

    Reader().feed(text)
    return found


def problems_of_exits(seen: Seen) -> Iterator[str]:
    text = text_of(seen.answers[INDEX])
    exits = {str(link.get("href")) for link in elements(text, "a") if "data-quick-exit" in link}
    for script in elements(text, "script"):
        exits |= {str(script[name]) for name in ("data-address", "data-second") if script.get(name)}
    if len(exits) < 2:
        yield f"{INDEX}: it has not both exits; set exit_url and second_exit_url, and build again"
    for address in sorted(exits):
        for problem in problems_of_exit(address, seen.client.origin):
            yield f"{INDEX}: the exit {address}: {problem}"


def problems_of_compression(seen: Seen) -> Iterator[str]:
    """Ask as browsers do, and unpack what comes."""
    unasked = [
        path for path, answer in seen.answers.items() if answer.header("Content-Encoding").lower() == "br"
    ]
    if unasked:
        yield (
            f"Brotli is sent to browsers that did not ask for it {places(unasked, seen.answers)}: without "
            "https they cannot read it; send it only where Accept-Encoding names br"
        )
    plain = []
    for path, answer in list(seen.answers.items()):
        if path.rpartition(".")[2] not in COMPRESSED or answer.status != 200 or len(answer.body) < SMALL:
            continue
        sent = {coding: seen.get(path, Accept_Encoding=coding) for coding in ("br", "gzip")}
        if not any(packed and packed.header("Content-Encoding") for packed in sent.values()):
            plain.append(path)
        for coding, packed in sent.items():
            if packed is None:
                yield f"{path}: asked for {coding}: {seen.failed.get(path, 'no answer came')}"
            elif problem := problem_of_packed(packed, coding, text=answer):
                yield f"{path}: asked for {coding}: {problem}"
    if plain:
        yield (
            f"Nothing is compressed {places(plain, seen.answers)}: readers on a slow or costly line wait for "
            "three times as many bytes; serve the .br and .gz files of the build as they lie"
        )


def problem_of_packed(packed: Answer, coding: str, *, text: Answer) -> str:
    try:
        if packed.status != 200:
            return f"status {packed.status}"
        if (sent := packed.header("Content-Encoding").lower()) not in ("", "identity", coding):
            return f"it came as {sent}"
        return "" if packed.decoded() == text.decoded() else "it is another file when it is unpacked"
    except NoAnswerError as error:
        return str(error)


def problems_of_lost(seen: Seen) -> Iterator[str]:
    answers = {path: answer for path, answer in seen.lost.items() if not seen.leads_out(path)}
    found: dict[int, list[str]] = {}
    for path, answer in answers.items():
        if answer.status != NOT_FOUND:
            found.setdefault(answer.status, []).append(path)
    for status, paths in found.items():
        yield f"A missing address has status {status} {at(paths, answers)}; it must be {NOT_FOUND}"
    others = [path for path, answer in answers.items() if not is_own_page(answer, path, seen)]
    if others:
        yield (
            f"A missing address gets another page than {LOST} {at(others, answers)}: it has no way out; "
            f"send {LOST} there, at any depth"
        )


def is_own_page(answer: Answer, path: str, seen: Seen) -> bool:
    """Return whether a missing address gets the page for it, in English or in the folder's language."""
    folders = ["", *(folder for folder in seen.languages if path.startswith(folder))]
    listed = (seen.listed.get(f"{folder}{LOST}", "") for folder in folders)
    return any(not list(problems_of_file(LOST, answer, integrity)) for integrity in listed)


def at(paths: list[str], answers: Collection[str]) -> str:
    return "at any depth" if 1 < len(paths) == len(answers) else places(paths, answers)
