"""Check that each text about traces names what proves it, and that this says what the text says.

`contributing/traces.md` says how markers are written. Readers never see them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from checklist.schema import is_day
from hooks.content.front_matter import split_front_matter
from hooks.content.model import Content
from hooks.content.records import Trace
from hooks.languages.language import OWN, Language

MARKED = ("docs/reading.md", "docs/offline.md")
"""The pages that say what the guide leaves behind: each of their blocks that speaks of it needs a proof."""
OF_TRACES = re.compile(
    r"\b(?:history|Back|(?:address bar|address)(?! of our)|downloads?|bookmarks?|files?|left|stays?|stayed"
    r"|keeps?|kept|stores?|stored|deletes?|deleting|deleted|removes?|lists?|listed|traces?|cop(?:y|ies)"
    r"|gone|forgets?|memory|suggested)\b"
)
"""A word by which a block speaks of traces. `Back` is the button, `back` is not."""
MARKER = re.compile(
    r"<!-- (?P<kind>measured by hand|measured|tested|not measured)(?::(?P<said>[^<>]*?))? -->"
)
LINE_OF_MARKER = re.compile(rf"^[ \t]*{MARKER.pattern}[ \t]*\n?", re.MULTILINE)
ITEM = re.compile(r"\s*(?:[-+*]|\d+\.) ")
REASONS = {
    "advice": "says what a reader can do",
    "beyond": "speaks of what no test of a browser shows: people, other devices, those who publish the guide",
}
NO_PROOF = (
    "possible below it: <!-- measured: ids of content/traces.yml -->, <!-- tested: a file in tests -->, "
    "<!-- measured by hand: a day --> or <!-- not measured -->"
)


@dataclass
class Block:
    """A paragraph or an entry of a list, with the markers below it."""

    line: int
    text: str = ""
    markers: list[re.Match[str]] = field(default_factory=list)


def without_markers(markdown: str) -> str:
    """Return a text as it is published."""
    return LINE_OF_MARKER.sub("", markdown)


def problems_of_markers(content: Content, root: Path) -> Iterator[str]:
    """Yield each text about traces without a proof, and each proof that is not there or says otherwise."""
    traces = {trace.id: trace for trace in content.traces}
    for name, text in content.files.items():
        language = OWN if name in content.english else content.language
        if not name.startswith("docs/") or not (name in MARKED or MARKER.search(text)):
            continue
        for block in blocks_of(text):
            must_prove = name in MARKED and language is OWN  # a translation has the markers of the English
            for problem in problems_of_block(block, traces, root, language, must_prove=must_prove):
                yield f"{name}: line {block.line}: {problem}"


def blocks_of(text: str) -> list[Block]:
    """List the blocks of a page. A heading and a comment of another kind are none."""
    blocks: list[Block] = []
    opened: Block | None = None
    body = split_front_matter(text)[1]
    for number, line in enumerate(body.splitlines(), start=text.count("\n") - body.count("\n") + 1):
        if marker := MARKER.search(line):
            if not opened:
                blocks.append(opened := Block(number))
            opened.markers.append(marker)
        elif not line.strip() or line.startswith(("#", "<!--")):
            opened = None
        elif opened and not opened.markers and not ITEM.match(line):
            opened.text += f" {line.strip()}"
        else:
            blocks.append(opened := Block(number, line.strip()))
    return blocks


def problems_of_block(
    block: Block, traces: dict[str, Trace], root: Path, language: Language = OWN, *, must_prove: bool
) -> Iterator[str]:
    word = OF_TRACES.search(block.text)
    if must_prove and word and not block.markers:
        yield f'it speaks of traces ("{word[0]}") and names no proof; {NO_PROOF}'
    if block.markers and not block.text:
        yield "a marker belongs to no text; write it right below what it proves, without an empty line"
        return
    for marker in block.markers:
        kind, said = marker["kind"], (marker["said"] or "").strip()
        if kind == "measured":
            yield from problems_of_measured(said, traces)
        elif kind == "measured by hand":
            yield from _problems_of_hand(said, block.text, language)
        elif kind == "tested":
            yield from _problems_of_tested(said, root)
        elif said and said not in REASONS:
            yield f"not measured: got {said!r}; possible: {', '.join(REASONS)}, or nothing"
        elif not said and not says(block.text, language.untested):
            yield (
                "not measured: the text does not say so to readers; possible: We have not tested …, "
                f"or <!-- not measured: {' or '.join(REASONS)} -->"
            )


def problems_of_measured(said: str, traces: dict[str, Trace]) -> Iterator[str]:
    """Compare what a marker says, such as `plan-leave-chromium typed=0`, with what was measured."""
    words = said.split()
    ids = [word for word in words if "=" not in word]
    if not ids:
        yield "measured: it names no journey; possible: an id in content/traces.yml"
    for id in ids:
        if id not in traces:
            yield f"measured: {id} is unknown; possible: an id in content/traces.yml"
    for word in words:
        name, is_expected, expected = word.partition("=")
        if is_expected and name not in Trace.__dataclass_fields__:
            yield f"measured: {name}: no such field; possible: {', '.join(Trace.__dataclass_fields__)}"
        elif is_expected:
            for id in ids:
                if id in traces and not _is(value := getattr(traces[id], name), expected):
                    found = "nothing was measured" if value in (None, "") else f"it is {_shown(value)}"
                    yield (
                        f"measured: {id}: {name}: {found}, and the text rests on {expected}; "
                        "mend what leaves it, or the text"
                    )


def _is(value: object, expected: str) -> bool:
    shown = _shown(value)
    return shown == expected or (expected == "some" and shown not in ("0", "None"))


def _shown(value: object) -> str:
    """Write a value as markers do: of a list, how many it has."""
    return str(len(value)) if isinstance(value, tuple) else str(value)


def _problems_of_hand(said: str, text: str, language: Language) -> Iterator[str]:
    if not is_day(said):
        yield f"measured by hand: got {said!r}; write the day as YYYY-MM-DD"
    if not says(text, language.in_our_test):
        yield 'measured by hand: the text does not say so to readers; possible: "In our test …"'


def says(text: str, phrases: tuple[str, ...]) -> bool:
    """Return whether a text has one of these phrases; of a language that names none nobody asks it."""
    either = "|".join(map(re.escape, phrases))
    return not phrases or bool(re.search(rf"\b(?:{either})\b", text, re.IGNORECASE))


def _problems_of_tested(said: str, root: Path) -> Iterator[str]:
    if not said:
        yield "tested: it names no file; possible: a file in tests"
    for path in said.split():
        # An installed guide has no tests.
        is_there = (root / path).is_file() or not (root / "tests").is_dir()
        if not path.startswith("tests/") or not is_there:
            yield f"tested: there is no {path}; possible: a file in tests"
