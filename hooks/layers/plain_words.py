"""Take links out of texts where what they lead to is left out. What only points there goes with them."""

from __future__ import annotations

import re
from collections.abc import Callable

PAGE, SHEET = "page", "sheet"
Gone = Callable[[str], str]
"""Says what of the guide is left out at the target of a link: `page`, `sheet`, or nothing."""
LINK = re.compile(r"\[(?P<words>(?:[^\[\]\\]|\\.)+)\]\((?P<to>[^()\s]+)\)(?:\{[^{}\n]*\})?")
BETWEEN_BLOCKS = re.compile(r"(\n[ \t]*\n\s*|\n(?=[ \t]*(?:[-+*]|\d+\.)[ \t]))")
BULLET = re.compile(r"[ \t]*(?:[-+*]|\d+\.)[ \t]+")
BETWEEN_ENTRIES = re.compile(r"\s·\s")
BETWEEN_SENTENCES = re.compile(r"((?:(?<=[.!?])|(?<=[.!?][\"”’*)])|(?<=[.!?]\*\*))\s+)")
SIGN = "\0"
"""Stands in `marked` texts on both sides of the words of a link to what is left out."""
MARKED = f"{SIGN}[^{SIGN}]*{SIGN}"
POINTER = re.compile(
    rf"""[\W_]* {MARKED} [\W_]* $
    | {MARKED}\s(?:says|tells|has|lists|helps|follows|is\s(?:about|a\spage|there))\b
    | (?:See|Read|Open|The\spage\son|There\s(?:is|are)(?:\salso|\smore\sabout\s[a-z\s]+)?)\s{MARKED}
    | You\scan\s(?:read|print|show\sthem\sthe\spage)\s{MARKED}
    | If\s[^.]*,\s(?:(?:see|read|open)\s{MARKED}|{MARKED}\sis\sfor\syou)
    """,
    re.VERBOSE,
)
"""A sentence that only says where to read on."""
CLAUSE = re.compile(rf"[:;,]\s(?:see\s{MARKED}|{MARKED}\s(?:says|can\sshow)\s[^.!?]*)(?=[.!?])")
"""What a sentence can end with, for the same."""
TITLED_ENTRY = re.compile(rf"[*_]*{MARKED}[*_]*:|[^.:]{{1,30}}:\s{MARKED}\ssays\s[^.]*\.\s*$")
"""An entry of a list that only says what is read there."""


def without_links(text: str, gone: Gone) -> str:
    """Write each link to what is left out as plain words."""
    return marked(text, gone).replace(SIGN, "")


def without_pointers(markdown: str, gone: Gone) -> str:
    """Write links to what is left out as plain words; drop entries and sentences that only lead there."""
    if not links_in(markdown, gone):
        return markdown
    blocks = ["", *BETWEEN_BLOCKS.split(markdown)]
    kept = space = ""
    for before, block in zip(blocks[::2], blocks[1::2], strict=True):
        # A list needs the empty line before it, even where its first entry goes.
        space = max(space, before, key=lambda some: some.count("\n"))
        if rest := block_without(block, gone):
            kept += (space if kept else "") + rest
            space = ""
    return kept


def block_without(block: str, gone: Gone) -> str:
    """Return a paragraph, or an entry of a list, without such links; nothing where it only led there."""
    if not links_in(block, gone):
        return block
    if block.startswith("#"):
        return without_links(block, gone)
    bullet = match[0] if (match := BULLET.match(block)) else ""
    text = block.removeprefix(bullet)
    if bullet and TITLED_ENTRY.match(marked(text, gone)):
        return ""
    is_row = BETWEEN_ENTRIES.search(text)
    rest = row_without(text, gone) if is_row else sentences_without(text, gone)
    return bullet + rest if rest else ""


def row_without(text: str, gone: Gone) -> str:
    """Drop such links from a row of links that has points between them."""
    ends = "." if text.endswith(".") else ""
    kept = [entry for entry in BETWEEN_ENTRIES.split(text.removesuffix(".")) if not links_in(entry, gone)]
    return " ·\n".join(kept) + ends if kept else ""


def sentences_without(text: str, gone: Gone) -> str:
    parts = ["", *BETWEEN_SENTENCES.split(text)]
    kept = ""
    for before, sentence in zip(parts[::2], parts[1::2], strict=True):
        if rest := sentence_without(sentence, gone):
            kept += (before if kept else "") + rest
    return kept


def sentence_without(sentence: str, gone: Gone) -> str:
    """Return nothing of a sentence that only points to what is left out, or that is about such a sheet."""
    targets = links_in(sentence, gone)
    if not targets:
        return sentence
    shown = marked(sentence, gone)
    leads_nowhere_else = not LINK.search(shown)
    if leads_nowhere_else and (POINTER.match(shown) or {gone(to) for to in targets} == {SHEET}):
        return ""
    return CLAUSE.sub("", shown).replace(SIGN, "")


def links_in(text: str, gone: Gone) -> list[str]:
    """List the targets of links to what is left out."""
    return [link["to"] for link in LINK.finditer(text) if gone(link["to"])] if "](" in text else []


def marked(text: str, gone: Gone) -> str:
    """Write such links as their words, between two signs."""
    return LINK.sub(lambda link: f"{SIGN}{link['words']}{SIGN}" if gone(link["to"]) else link[0], text)
