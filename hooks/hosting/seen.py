"""Ask a host for what `check_host.py` judges: one file of each kind, and addresses that are missing."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from hooks.hosting.client import PORTS, Answer, Client, NoAnswerError
from hooks.hosting.headers import HASHED, WIPE
from hooks.site.offline import FORMAT, GROUPS, MANIFEST, POLICY, WORKER

INDEX, LOST = "index.html", "404.html"
PYTHON_WORKER = "assets/python/worker.js"
MISSING = ("no-such-page.html", "sheets/no-such-page", "assets/no/such/file.js", "no/such/page/")
"""Addresses that no guide has, at several depths."""
MOST_REDIRECTS = 3
LANGUAGE = re.compile(r'<a [^>]*hreflang="[^"]+"[^>]* href="([A-Za-z-]+/)[^"/]*"')
"""The folder to which a link to another language leads."""

AFTERWARDS = "afterwards"
WIPE_REQUESTS: dict[str, dict[str, str]] = {
    "none": {},
    "cross-site": {"Sec_Fetch_Site": "cross-site"},
    "same-site": {"Sec_Fetch_Site": "same-site"},
    "typed": {"Sec_Fetch_Site": "none"},
    "same-origin": {"Sec_Fetch_Site": "same-origin"},
    AFTERWARDS: {"Sec_Fetch_Site": "cross-site"},
}
"""How the address that clears is asked for: as by other sites, as by the guide, and by others once more."""


@dataclass
class Seen:
    """What a host answered."""

    client: Client
    listed: dict[str, str]
    """The integrity of each file that `files.json` lists."""
    policy: str
    answers: dict[str, Answer] = field(default_factory=dict)
    """The files, by their paths."""
    lost: dict[str, Answer] = field(default_factory=dict)
    """Addresses that no guide has."""
    wiping: dict[str, Answer | None] = field(default_factory=dict)
    """The address that clears, as `WIPE_REQUESTS` asked for it."""
    moved: dict[str, str] = field(default_factory=dict)
    """Paths that were answered by a redirect, each with the address it led to."""
    failed: dict[str, str] = field(default_factory=dict)
    """Paths for which no answer came, each with the reason."""
    languages: list[str] = field(default_factory=list)
    """The folders of other languages, as `es/`, to which the first page links."""

    def get(self, path: str, **headers: str) -> Answer | None:
        """Ask for a file; follow redirects within the folder, as the guide does."""
        at = path
        try:
            for _ in range(MOST_REDIRECTS):
                answer = self.client.ask(at, **headers)
                if not answer.is_redirect:
                    return answer
                leads_to = self.client.redirect_of(answer, at)
                self.moved.setdefault(path, leads_to)
                inside = self.client.path_of(leads_to)
                if inside is None:
                    return answer
                at = inside
            self.failed.setdefault(path, "it leads from one redirect to the next")
        except NoAnswerError as error:
            self.failed.setdefault(path, str(error))
        return None

    def leads_out(self, path: str) -> bool:
        return path in self.moved and self.client.path_of(self.moved[path]) is None

    @property
    def offers_wipe(self) -> bool:
        answer = self.wiping["same-origin"]
        if answer is None or answer.header("Clear-Site-Data"):
            return answer is not None
        # Some hosts answer every address with some page.
        others = [(lost.status, lost.body) for lost in self.lost.values()]
        return answer.status < 300 and (answer.status, answer.body) not in others


def look(client: Client) -> Seen:
    """Ask for the list, one file of each kind, and addresses that are missing. Raises NoAnswerError."""
    first = Seen(client, {}, "")
    if (index := first.get(INDEX)) is None:
        reason = first.failed[INDEX]
        raise NoAnswerError(f"{INDEX}: {reason}" if reason.startswith("it ") else reason)
    policy = POLICY.search(text_of(index))
    if index.status != 200 or "data-quick-exit" not in text_of(index):
        raise NoAnswerError(
            f"{client.address} is no guide: {told(INDEX, index, first)}; possible: {possible_address(first)}"
        )
    if (listed := first.get(MANIFEST)) is None:
        raise NoAnswerError(f"{MANIFEST}: {first.failed[MANIFEST]}")
    files = files_of(listed) if listed.status == 200 else None
    if files is None:
        raise NoAnswerError(
            f"{client.address} is no whole guide: {told(MANIFEST, listed, first)}; "
            "possible: publish all of site/"
        )
    seen = Seen(client, files, html.unescape(policy[1]) if policy else "", moved=first.moved)
    seen.answers |= {INDEX: index, MANIFEST: listed}
    for path in (*samples(files), WORKER):
        if answer := seen.answers.get(path) or seen.get(path):
            seen.answers[path] = answer
    for path in MISSING:
        if answer := seen.get(path):
            seen.lost[path] = answer
    for folder in dict.fromkeys(LANGUAGE.findall(text_of(index))):
        look_at_language(seen, folder)
    seen.wiping = {site: seen.get(WIPE, **sent) for site, sent in WIPE_REQUESTS.items()}
    return seen


def look_at_language(seen: Seen, folder: str) -> None:
    """Ask for the list of a language, its first files, and an address in its folder that is missing."""
    seen.languages.append(folder)
    listed = seen.get(f"{folder}{MANIFEST}")
    files = files_of(listed) if listed and listed.status == 200 else None
    if listed is None or files is None:
        seen.failed.setdefault(f"{folder}{MANIFEST}", "it is missing; publish all of site/")
        return
    seen.answers[f"{folder}{MANIFEST}"] = listed
    seen.listed |= {f"{folder}{name}": integrity for name, integrity in files.items()}
    hashed = [name for name in files if re.fullmatch(HASHED, name)]
    for path in (INDEX, LOST, PYTHON_WORKER, WORKER, *hashed[:1]):
        if answer := seen.get(f"{folder}{path}"):
            seen.answers[f"{folder}{path}"] = answer
    if answer := seen.get(f"{folder}{MISSING[0]}"):
        seen.lost[f"{folder}{MISSING[0]}"] = answer


def possible_address(seen: Seen) -> str:
    leads_to = seen.moved.get(INDEX, "")
    if urlsplit(leads_to).scheme in PORTS and seen.leads_out(INDEX):
        return f"URL={urljoin(leads_to, '.')}"
    return f"the address of the folder that holds {INDEX}"


def told(path: str, answer: Answer, seen: Seen) -> str:
    if path in seen.moved:
        return f"{path} leads to {seen.moved[path]}"
    return f"{path} is not the guide's" if answer.status == 200 else f"{path} has status {answer.status}"


def text_of(answer: Answer) -> str:
    try:
        return answer.decoded().decode("utf-8", "replace")
    except NoAnswerError:
        return ""


def files_of(answer: Answer) -> dict[str, str] | None:
    """Read `files.json`; return None if it is another file."""
    try:
        manifest = json.loads(text_of(answer))
        if manifest["format"] != FORMAT:
            return None
        groups = (manifest[group]["files"] for group in GROUPS if group in manifest)
        return {str(name): str(integrity) for group in groups for name, _, integrity in group}
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def samples(files: Iterable[str]) -> list[str]:
    """Choose a file of each kind: of each folder and ending, and of Python's those that may be kept."""
    chosen: dict[tuple[str, ...], str] = {}
    for name in sorted(files, key=lambda name: (len(name), name)):
        folder, _, file = name.rpartition("/")
        kind = "first" if name in (INDEX, LOST) else "hashed" if re.fullmatch(HASHED, name) else ""
        chosen.setdefault((folder, file.rpartition(".")[2], kind), name)
    always = (INDEX, LOST, PYTHON_WORKER)
    return [*always, *(name for name in chosen.values() if name not in always)]
