"""Say in words what is right, wrong and missing about a published guide: `make check-host URL=https://…`.

It asks only that host, for one file of each kind. What is right stands in the table of `headers.py`, in the
page's own policy, and in `files.json`.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hooks.hosting.client import LONGEST_CHECK, Client, NoAnswerError, TooSlowError
from hooks.hosting.headers import HASHED, WIPE
from hooks.hosting.judge_files import (
    problems_of_address,
    problems_of_bytes,
    problems_of_compression,
    problems_of_exits,
    problems_of_file,
    problems_of_lost,
    problems_of_redirects,
)
from hooks.hosting.judge_headers import (
    parts,
    problems_of_headers,
    problems_of_types,
    problems_of_wipe,
    right_of_headers,
    right_of_wipe,
)
from hooks.hosting.judge_unwanted import notes_on_unwanted, problems_of_unwanted
from hooks.hosting.seen import LOST, MISSING, Seen, look
from hooks.site.offline import MANIFEST

RIGHT_BYTES = f"What was asked for came as {MANIFEST} lists it; `make verify` compares all files."


@dataclass
class Report:
    wrong: list[str] = field(default_factory=list)
    right: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """What cannot be known from outside, and what may be better."""

    def judge(self, problems: Iterable[str], right: str) -> None:
        """Add the problems, or say what is right where there are none."""
        found = list(problems)
        self.wrong += found
        if not found and right:
            self.right.append(right)


def check(address: str) -> Report:
    """Return what is right and wrong. Raises NoAnswerError if there is no guide, or TooSlowError."""
    client = Client(address, ends=time.monotonic() + LONGEST_CHECK)
    try:
        seen = look(client)
        report = Report()
        report.judge(problems_of_wipe(seen), right_of_wipe(seen))
        report.judge(problems_of_address(client), f"The address begins with {client.scheme}://.")
        report.judge(problems_of_bytes(seen), RIGHT_BYTES)
        report.judge(problems_of_exits(seen), "Both exits lead away, over https.")
        report.judge(problems_of_headers(seen), right_of_headers(seen))
        report.judge(problems_of_types(seen), "Each kind of file has its type.")
        report.judge(problems_of_compression(seen), "Files are sent compressed, and are the same unpacked.")
        report.judge(problems_of_lost(seen), "Missing addresses get the guide's own page, with status 404.")
        report.judge(problems_of_unwanted(seen), "No cookies, and no header that reports or tracks.")
        report.judge(problems_of_redirects(seen), "No redirect leads out of the guide.")
        report.notes += [*notes_on(seen), *notes_on_unwanted(seen)]
        return report
    finally:
        client.close()


def notes_on(seen: Seen) -> Iterator[str]:
    if not seen.offers_wipe:
        yield (
            f"{WIPE} is not offered: after removal, some files may stay until the browser clears them. "
            "Offer it only if the host can look at Sec-Fetch-Site"
        )
    for folder in seen.languages:
        lost, own = seen.lost.get(f"{folder}{MISSING[0]}"), seen.listed.get(f"{folder}{LOST}", "")
        if lost and list(problems_of_file(LOST, lost, own)):
            yield (
                f"A missing address in {folder} gets the page in English: send {folder}{LOST} there if the "
                "host can choose by the folder"
            )
    kept = [path for path in seen.answers if re.fullmatch(HASHED, path)]
    if kept and all("no-store" in parts(seen.answers[path].header("Cache-Control")) for path in kept):
        yield "With no-store for Python's files too, each opening of the plan costs a reader 2.5 MB"
    yield (
        "It cannot be seen from here whether the host notes who opened which page: ask those who run it, "
        "and switch its access log off. Nor can it be seen who else publishes at this address"
    )


def main(arguments: list[str]) -> int:
    address = arguments[0] if arguments else ""
    try:
        report = check(address)
    except (NoAnswerError, TooSlowError) as error:
        print(f"Wrong: {one_line(str(error))}")
        return 1
    if report.wrong:
        report.notes.append(
            "The folder site-hosting/ beside site/ has a file for each server, with all that it must send"
        )
    for title, sentences in (("Wrong", report.wrong), ("Right", report.right), ("Note", report.notes)):
        for sentence in sentences:
            print(f"{title}: {one_line(sentence)}")
    return 1 if report.wrong else 0


def one_line(sentence: str) -> str:
    """Write what a host sent so that it can change nothing on a terminal."""
    text = " ".join("".join(sign if sign.isprintable() else " " for sign in sentence).split())
    return text if text.endswith((".", "!")) else f"{text}."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
