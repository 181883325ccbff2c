"""Judge the headers of a host's answers, by the table in `headers.py`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hooks.hosting.headers import ALL, FRESH, HASHED, TYPES, WIPE, Header, headers_for
from hooks.hosting.seen import AFTERWARDS, INDEX, LOST, MISSING, Seen
from hooks.site.offline import WORKER

EVERYWHERE = {
    ALL: "on every file that was asked for",
    FRESH: "on every file but Python's",
    HASHED: "on Python's files",
}
"""Where a row of the table holds, in words."""
SAME_TYPE = {"application/javascript": "text/javascript", "text/xml": "application/xml"}
ONCE = ("Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy")
"""Browsers heed them only where they are sent once, in small letters."""
WITHOUT = {
    "Content-Security-Policy": (
        "other sites can show the guide in a frame, and a fault in it could send out what was typed"
    ),
    "Referrer-Policy": "the next site can learn that the reader comes from the guide",
    "X-Content-Type-Options": "browsers can take a file for something that it is not",
    "Permissions-Policy": "whatever gets into a page can ask for the camera, the place and more",
    "Cross-Origin-Opener-Policy": (
        "a page that opened the guide can see when it is left, and lead its window elsewhere"
    ),
    "Cross-Origin-Resource-Policy": "other sites can load the guide's files",
    "Cache-Control": "browsers write what was read to the disk, where others can find it later",
    "Vary": "a cache on the way can give the answer that clears to others",
}
"""What a reader loses without each row of the table."""


def problems_of_wipe(seen: Seen) -> Iterator[str]:
    unguarded = [
        site
        for site, answer in seen.wiping.items()
        if site not in ("same-origin", AFTERWARDS) and answer and answer.header("Clear-Site-Data")
    ]
    if unguarded:
        sent = ", ".join("without Sec-Fetch-Site" if site == "none" else named(site) for site in unguarded)
        yield (
            f"{WIPE}: it clears for other sites too ({sent}): any page, picture or link can delete what a "
            "reader kept. Take it away at once, or send Clear-Site-Data only where Sec-Fetch-Site is "
            "same-origin"
        )
    elif (later := seen.wiping[AFTERWARDS]) and later.header("Clear-Site-Data"):
        yield (
            f"{WIPE}: a cache on the way keeps its answer and gives it to other sites too: any page, picture "
            f"or link can delete what a reader kept. Except {WIPE} from what it stores, or take {WIPE} away"
        )
    answer = seen.wiping["same-origin"]
    if not seen.offers_wipe or answer is None:
        return
    for row in headers_for(seen.policy):
        if row.only_if and row.is_sent_with(WIPE):
            value = answer.header(row.name)
            if not value:
                yield (
                    f"{WIPE}: it answers, but does not clear; it must send {row.name}: {row.value}. "
                    "Send it only where Sec-Fetch-Site is same-origin; a host that cannot look at that must "
                    f"not answer {WIPE} at all"
                )
            elif parts(value) != parts(row.value):
                yield f"{WIPE}: {row.name} is {value}; it must be {row.value}"


def named(site: str) -> str:
    return f"Sec-Fetch-Site: {'none' if site == 'typed' else site}"


def right_of_wipe(seen: Seen) -> str:
    return f"{WIPE} clears for the guide alone." if seen.offers_wipe else ""


def problems_of_headers(seen: Seen) -> Iterator[str]:
    """Yield one problem for each row of the table, naming the files that it is wrong on."""
    if not seen.policy:
        yield (
            f"{INDEX}: its policy cannot be read, so no header was compared: the host changes the page, or "
            "it was built without one; publish all of site/ again"
        )
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
            where = places(missing, asked, row.files)
            yield f"{row.name} is missing {where}; it must be {wanted}. {loss(row)}"
        for value, paths in other.items():
            where = places(paths, asked, row.files)
            yield f"{row.name} is {differing(row, value)} {where}; it must be {wanted}. {loss(row)}"


def loss(row: Header) -> str:
    """Say what a wrong header means for a reader."""
    if row.files == HASHED:
        return "Otherwise each opening of the plan costs a reader 2.5 MB, or a changed file is not seen"
    return f"Without it, {WITHOUT[row.name]}"


def rows_for(seen: Seen, *, with_wipe: bool) -> list[Header]:
    return [row for row in headers_for(seen.policy) if not row.only_if and (with_wipe or row.files != WIPE)]


def is_right(row: Header, value: str) -> bool:
    """Compare a header with the table; what a host adds to be stricter is right too."""
    if row.name == "Cache-Control":
        is_kept = "no-store" in row.value
        return "no-store" in parts(value) or (not is_kept and parts(value) - {"public"} == parts(row.value))
    if row.name == "Content-Security-Policy":
        sent = [rules_of(policy) for policy in value.split(",")]
        return sent == [rules_of(row.value)] * len(sent)
    if row.name in ONCE:
        return value == row.value
    if row.name == "Vary":
        return parts(row.value) <= parts(value)
    return parts(value) == parts(row.value)


def parts(value: str) -> set[str]:
    return {part.strip().lower() for part in value.split(",") if part.strip()}


def rules_of(policy: str) -> dict[str, set[str]]:
    """Return what browsers take from a policy: in any order, and of two rules of one name the first."""
    rules: dict[str, set[str]] = {}
    for name, *allowed in (part.split() for part in policy.split(";") if part.strip()):
        rules.setdefault(name.lower(), set(allowed))
    return rules


def differing(row: Header, value: str) -> str:
    """Say what a header has; of a long one, only how it differs."""
    if row.name in ONCE and parts(value) == parts(row.value):
        return "sent more than once or in other letters"
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
    if len(paths) > 1 and set(paths) == set(MISSING):
        return f"on missing addresses, such as {MISSING[0]}"
    named = ", ".join(paths[:3])
    return f"on {named}" + (f" and {len(paths) - 3} more" if len(paths) > 3 else "")


def right_of_headers(seen: Seen) -> str:
    names = dict.fromkeys(row.name for row in rows_for(seen, with_wipe=False))
    return f"On each kind of file, and on missing addresses: {', '.join(names)}."


def problems_of_types(seen: Seen) -> Iterator[str]:
    lost = {path: (LOST, answer) for path, answer in seen.lost.items() if answer.status == 404}
    sent = {path: (path, answer) for path, answer in seen.answers.items() if answer.status == 200}
    for path, (file, answer) in (sent | lost).items():
        wanted = TYPES.get(file.rpartition(".")[2])
        if wanted is None:
            continue
        kind, _, settings = answer.header("Content-Type").lower().partition(";")
        kind = SAME_TYPE.get(kind.strip(), kind.strip())
        charset = re.search(r"charset=\"?([\w-]+)", settings)
        if kind != wanted.partition(";")[0] or (charset and charset[1] != "utf-8"):
            told = answer.header("Content-Type") or "missing"
            yield f"{path}: Content-Type is {told}; it must be {wanted}{consequence_of(file)}"


def consequence_of(path: str) -> str:
    if path == WORKER:
        return ", or nobody can keep the guide"
    return ", or browsers refuse it" if path.endswith((".js", ".css", ".wasm")) else ""
