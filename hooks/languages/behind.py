"""Show what changed in the English since a language's texts were made from it: `make behind`.

And say of a text that it still says what the English says, though that was reworded: `make same`.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checklist.dates import long_day
from checklist.errors import ChecklistError
from hooks.languages.folders import ENGLISH, FOLDER, codes
from hooks.languages.language import named
from hooks.languages.long_texts import LongText, long_texts
from hooks.languages.po_file import FUZZY, Entry, written
from hooks.languages.refresh import words_of_folder, write_if_new
from hooks.languages.short_texts import refreshed, short_texts
from hooks.languages.words import FILE
from hooks.layers.change import find_text
from hooks.layers.changed_text import OF
from hooks.layers.front_matter_lines import with_fields
from hooks.layers.history import changed_on, text_with_hash
from hooks.layers.own_words import shown
from hooks.layers.text_hash import texts_of
from hooks.layers.word_diff import word_diff


def behind_long(root: Path, folder: Path, text: LongText) -> Iterator[str]:
    """Yield lines that show, by words, what changed in the English of a step or a page."""
    day = changed_on(root, text.name)
    since = f" on {long_day(day.isoformat())}" if day else ""
    yield f"{named(folder, text.name)}: the English changed{since}"
    was = text_with_hash(root, text.name, text.made_from)
    if was is None:
        yield f"  The history holds no English of {text.made_from}: read all of {text.name} again."
    else:
        before, now = texts_of(text.name, was), texts_of(text.name, text.english)
        for field in {**before, **now}:
            if changes := word_diff(before.get(field, ""), now.get(field, "")):
                yield f"  {field}:"
                yield from (f"    {line}".rstrip() for line in changes.splitlines())
    ask = f"make same LANGUAGE={folder.name} ITEM={text.name}"
    yield f"  Change the words where the meaning changed, then: {ask}"


def behind_short(folder: Path, entry: Entry) -> Iterator[str]:
    """Yield lines that show, by words, what changed in a short text, and what the language says of it."""
    where = f"{entry.context}: " if entry.context else ""
    yield f"{named(folder, FILE)}: {where}{shown(entry.english[0])}"
    for was, now in zip(entry.was, entry.english, strict=False):
        yield from (f"    {line}".rstrip() for line in (word_diff(was, now) or now).splitlines())
    yield from (f"    = {own}" for own in entry.own)
    yield "  Change its words where the meaning changed, and take the line `#, fuzzy` out."


def show_behind(root: Path, code: str, item: str) -> list[str]:
    """Return what is behind in a language, the most dangerous first; of one text where `item` names it.

    Raises ChecklistError where there is no such language, or no such text.
    """
    folder = folder_of(root, code)
    lines: list[str] = []
    name = find_text(root, item) if item else ""
    for text in long_texts(root, folder):
        if text.state == "behind" and name in ("", text.name):
            lines += [*behind_long(root, folder, text), ""]
        elif text.name == name:
            lines += [f"{named(folder, name)}: it is {'not behind' if text.own else 'missing'}.", ""]
    if not item:
        file = refreshed(words_of_folder(folder), short_texts(root))
        for entry in file.entries:
            if entry.is_behind:
                lines += [*behind_short(folder, entry), ""]
    return lines[:-1] or [f"{code}: nothing is behind."]


def keep_same(root: Path, code: str, item: str) -> list[str]:
    """Say of a text that its words still say what the English says; return what was done.

    `code`: one language; all where it is empty. `item`: a step, a page, or the English of a short text.
    Raises ChecklistError where there is nothing of that name.
    """
    if not item:
        raise ChecklistError(["ITEM: required, but missing; name a step, a page, or a short text"])
    folders = [folder_of(root, code)] if code else [root / FOLDER / one for one in codes(root)]
    try:
        name = find_text(root, item)
    except ChecklistError:
        if done := keep_short(root, folders, item):
            return done
        raise
    lines = []
    for folder in folders:
        path = folder / name
        text = next(one for one in long_texts(root, folder) if one.name == name)
        if text.state == "behind":
            write_if_new(path, with_fields(path.read_text("utf-8-sig"), {OF: text.hash}))
            lines.append(f"{named(folder, name)}: of: {text.hash}")
        else:
            lines.append(f"{named(folder, name)}: it is {'not behind' if text.own else 'missing'}.")
    return lines


def keep_short(root: Path, folders: list[Path], english: str) -> list[str]:
    """Take the mark of older words from a short text, by its English; return what was done, or nothing."""
    texts, lines = short_texts(root), []
    for folder in folders:
        file = refreshed(words_of_folder(folder), texts)
        same = [
            entry for entry in file.entries if entry.is_behind and english in (*entry.english, entry.context)
        ]
        kept = [
            replace(entry, flags=entry.flags - {FUZZY}, was=()) if entry in same else entry
            for entry in file.entries
        ]
        if same:
            write_if_new(folder / FILE, written(replace(file, entries=tuple(kept))))
            lines += [f"{named(folder, FILE)}: {shown(entry.english[0])}: {entry.own[0]}" for entry in same]
    return lines


def folder_of(root: Path, code: str) -> Path:
    """Return the folder of a language. Raises ChecklistError where there is none."""
    found = codes(root)
    if code not in found:
        possible = ", ".join(found) or "none yet"
        raise ChecklistError([f"LANGUAGE: got {code or 'nothing'}; possible: {possible}"])
    return root / FOLDER / code


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m hooks.languages.behind")
    parser.add_argument("--same", action="store_true")
    parser.add_argument("language")
    parser.add_argument("item")
    given = parser.parse_args(arguments)
    code = "" if given.language == ENGLISH else given.language
    try:
        lines = (keep_same if given.same else show_behind)(Path.cwd(), code, given.item)
    except ChecklistError as error:
        print(*error.problems, sep="\n")
        return 1
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
