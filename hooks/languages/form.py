"""Compare what a translation must share with the English of a step or a page: all but its words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from hooks.layers.text_hash import BODY

PARTS = {
    "headings": re.compile(r"(?m)^#+ "),
    "ids": re.compile(r"\{[^{}\n]*\}"),
    "comments": re.compile(r"<!--.*?-->", re.DOTALL),
    "links": re.compile(r"\]\([^)]*\)"),
    "tags": re.compile(r"<(?!!)[^<>]*>"),
    "entries of lists": re.compile(r"(?m)^\s*(?:[-+*]|\d+\.) "),
    "phone numbers": re.compile(r"\+?\d[\d -]*\d{2}"),
}
"""What each part of a text looks like. Of headings, ids and comments the order counts too."""
SPOKEN = re.compile(r'(?<=aria-label=")([^",]*)[^"]*')
"""What is read aloud of a number: the number, then the name of a country in that language."""
FOREIGN = re.compile(r'<span lang="[A-Za-z-]+">([^<>]*)</span>')
"""Words that are said in another language than the text, such as what to say to the police."""
IN_ORDER = ("headings", "ids", "comments")


def problems_of_form(english: str, own: str) -> Iterator[str]:
    """Yield each part that a body in another language has otherwise than the English, as `body: …`."""
    own = FOREIGN.sub(r"\1", own)
    for what, pattern in PARTS.items():
        wanted, found = ([bare(part) for part in pattern.findall(text)] for text in (english, own))
        missing, more = (Counter(one) - Counter(other) for one, other in ((wanted, found), (found, wanted)))
        if missing or more:
            told = [f"missing: {named(missing)}"] if missing else []
            told += [f"too many: {named(more)}"] if more else []
            yield f"{BODY}: {what}: {'; '.join(told)}; a translation has those of the English"
        elif what in IN_ORDER and wanted != found:
            yield f"{BODY}: {what}: they are in another order; possible: that of the English"


def bare(part: str) -> str:
    return "".join(SPOKEN.sub(r"\1", part).split())


def named(parts: Counter[str]) -> str:
    return ", ".join(part if count == 1 else f"{part} ({count} times)" for part, count in parts.items())
