"""Write all that a language says as one PO file, for translation platforms: `make po`. `po_in.py` reads it.

Short texts are its entries of `words.po`. Of each step and page, an entry is a field, or a block of its body:
a heading, a paragraph or a point of a list, without the ids, comments and signs around it. Its `msgctxt` is
the place: `docs/now.md: hurt: 1`. Where a translation has other blocks than the English, its body is one.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Message

from checklist.errors import ChecklistError
from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.languages.behind import folder_of
from hooks.languages.blocks import TITLE, Block, split_body
from hooks.languages.long_texts import LongText, long_texts
from hooks.languages.po_file import Entry, PoFile, entry_of, written
from hooks.languages.refresh import words_of_folder
from hooks.languages.short_texts import refreshed, short_texts
from hooks.languages.texts import BETWEEN
from hooks.layers.history import text_with_hash
from hooks.layers.text_hash import BODY
from hooks.layers.translatable import words_of

ABOUT_FIELDS = {
    "action": "What the reader can do, in one line that fits a printed sheet.",
    "because": "One sentence that follows “You said that …”.",
    "before": "It follows “Do this first, before”: a few words without a full stop.",
    "caution": "What may go wrong. It is shown wherever the action is shown.",
    "summary": "What the page is about, in lists.",
    "title": "The page's name in menus and links.",
    "words": f"What people type to find it, parted by “{BETWEEN}”. Any number of them.",
}
ABOUT_BLOCKS = "Keep what is in (…) and {…}, each tag, and all numbers."
Part = tuple[str, str]
"""Where a part of a text is, `caution` or `hurt: 1`, and what it says."""


def whole_po(root: Path, folder: Path) -> PoFile:
    """Return every text of the guide with the words of the language in `folder`. Raises ChecklistError."""
    file = refreshed(words_of_folder(folder), short_texts(root))
    long = [entry for text in long_texts(root, folder) for entry in entries_of(root, text)]
    return PoFile(file.head, (*file.entries, *long), file.gone)


def entries_of(root: Path, text: LongText) -> Iterator[Entry]:
    """Yield an entry for each part of a step or page, with what the language says of it."""
    was = text.english
    if text.state == "behind":
        was = text_with_hash(root, text.name, text.made_from) or ""
    said = words_in(text, was)
    for where, english in parts_in(text):
        about = ABOUT_FIELDS.get(where, "" if where.endswith(TITLE) else ABOUT_BLOCKS)
        context = f"{text.name}: {where}"
        entry = entry_of(Message(english, context=context, auto_comments=[about] if about else []))
        yield carried(entry, said.get(where), [part for part in said.values() if part[0] == english])


def carried(entry: Entry, here: Part | None, alike: list[Part]) -> Entry:
    """Return an entry with what the language says in its place, or of the same English elsewhere.

    `here` and `alike`: the English that the words were made from, and the words.
    """
    found = here if here and (not alike or here in alike) else alike[0] if alike else None
    if not found or not found[1]:
        return entry
    was, own = found
    if was == entry.english[0]:
        return entry.with_words(own)
    return entry.with_words(own, was)


def parts_in(text: LongText) -> list[Part]:
    """List what is translated of a text: its fields, then the blocks of its body, or the whole of it."""
    fields, body = parts_of(text.name, text.english)
    is_whole = text.own and text.state == "there" and not are_alike(text)
    return [*fields, (BODY, body.strip())] if is_whole else [*fields, *places_of(split_body(body).blocks)]


def words_in(text: LongText, was: str) -> dict[str, Part]:
    """Return the place of each part that the language has, to the English it was made from and its words.

    `was`: that English, as a whole file; empty where nobody knows it.
    """
    if not text.own:
        return {}
    fields, body = parts_of(text.name, text.own)
    english, below = parts_of(text.name, was) if was else ([], "")
    then = dict(english)
    own, old = split_body(body).blocks, split_body(below).blocks
    said = {name: (then.get(name, ""), words) for name, words in fields}
    if [block.where for block in own] == [block.where for block in old]:
        said |= {mine.where: (its.words, mine.words) for mine, its in zip(own, old, strict=True)}
    elif was:
        said[BODY] = (below.strip(), body.strip())
    else:
        said |= {block.where: ("", block.words) for block in own}
    return said


def are_alike(text: LongText) -> bool:
    """Return whether a translation has a block for each block of the English."""
    english, own = (split_body(split_front_matter(one)[1]).blocks for one in (text.english, text.own))
    return [block.where for block in english] == [block.where for block in own]


def parts_of(name: str, text: str) -> tuple[list[Part], str]:
    """Return the fields of words of a file, lists as one text, and its body."""
    meta, body = split_front_matter(text)
    fields = load_yaml(meta) if meta else {}
    said: Mapping[str, Any] = fields if isinstance(fields, dict) else {}
    return [(field, in_one(said[field])) for field in words_of(name) if said.get(field)], body


def in_one(value: Any) -> str:
    return BETWEEN.join(map(str, value)) if isinstance(value, list) else str(value)


def places_of(blocks: tuple[Block, ...]) -> list[Part]:
    return [(block.where, block.words) for block in blocks]


def main(arguments: list[str]) -> int:
    root = Path.cwd()
    try:
        file = whole_po(root, folder_of(root, arguments[0]))
    except ChecklistError as error:
        print(*error.problems, sep="\n")
        return 1
    path = Path(f"{arguments[0]}.po")
    path.write_text(written(file), "utf-8")
    done = sum(entry.is_there for entry in file.entries)
    print(f"{path}: {len(file.entries)} texts, {done} of them with words.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
