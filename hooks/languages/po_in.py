"""Read a PO file of a translation platform back into a language's folder: `make po-in`.

All of it is tried on a copy of the folder first, with every check of the guide. Where anything is wrong,
nothing is written. A step or a page of which something is not translated yet stays as it is.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from checklist.errors import ChecklistError
from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.languages.behind import folder_of
from hooks.languages.blocks import ON_ITS_LINES, TITLE, split_body
from hooks.languages.check import problems_of_language
from hooks.languages.language import named
from hooks.languages.long_texts import LongText, long_texts
from hooks.languages.po import Part, are_alike, in_one, parts_in
from hooks.languages.po_file import Entry, Key, PoFile, read_po_file, written
from hooks.languages.refresh import words_of_folder, write_if_new
from hooks.languages.short_texts import refreshed, short_texts
from hooks.languages.texts import BETWEEN
from hooks.languages.words import FILE
from hooks.layers.changed_text import OF
from hooks.layers.front_matter_lines import with_fields
from hooks.layers.own_words import GAP, shown
from hooks.layers.text_hash import BODY
from hooks.layers.translatable import words_of
from hooks.layers.yaml_text import joined

ANEW = "write it anew with `make po`"


@dataclass
class Taken:
    """What a PO file says: new texts by their names, what is not done yet, and every problem."""

    files: dict[str, str] = field(default_factory=dict)
    unfinished: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def take(root: Path, folder: Path, file: PoFile, name: str) -> Taken:
    """Return what the PO file called `name` says of a language; nothing is written."""
    taken = Taken()
    words = words_of_folder(folder)
    if file.rule != words.rule:
        told = f"got {file.rule or 'none'}; {named(folder, FILE)} has {words.rule}"
        taken.problems.append(f"{name}: Plural-Forms: {told}")
        return taken
    entries = {entry.key: entry for entry in file.entries}
    texts, short = long_texts(root, folder), short_texts(root)
    known = {text.key for text in short}
    for text in texts:
        known |= take_long(text, entries, name, taken)
    for context, english in sorted(entries.keys() - known):
        where = f"{context}: {shown(english)}" if context else shown(english)
        taken.problems.append(f"{name}: {where}: the guide has no such text today; {ANEW}")
    take_short(refreshed(words, short), entries, name, taken)
    return taken


def take_short(file: PoFile, entries: dict[Key, Entry], name: str, taken: Taken) -> None:
    """Take the words of short texts."""
    new = []
    for entry in file.entries:
        given = entries.get(entry.key)
        if not given or not given.is_there:
            new.append(entry)
            continue
        if len(given.own) != len(entry.own or given.own) or (len(entry.english) > 1 and not all(given.own)):
            wrong = f"got {sum(map(bool, given.own))} of its {file.forms} forms; write all of them"
            taken.problems.append(f"{name}: {shown(entry.english[0])}: {wrong}")
        same = given.own == entry.own and entry.is_there
        new.append(entry if same else replace(entry, own=given.own, flags=entry.flags - {"fuzzy"}, was=()))
    taken.files[FILE] = written(replace(file, entries=tuple(new)))


def take_long(text: LongText, entries: dict[Key, Entry], name: str, taken: Taken) -> set[Key]:
    """Take the words of a step or a page, where all of it has some; return the keys of its entries."""
    parts = parts_in(text)
    keys = [(f"{text.name}: {where}", english) for where, english in parts]
    found = [entries.get(key) for key in keys]
    if not any(found):
        return set(keys)
    if missing := [key for key, entry in zip(keys, found, strict=True) if entry is None]:
        first = f"{missing[0][0].removeprefix(f'{text.name}: ')}: {shown(missing[0][1])}"
        count = f"{len(missing)} of its {len(keys)} texts"
        taken.problems.append(f"{text.name}: {BODY}: {count} are missing, the first is {first}; {ANEW}")
        return set(keys)
    there = [entry for entry in found if entry and entry.is_there]
    if len(there) < len(keys):
        if there and not (text.own and text.state == "behind"):
            taken.unfinished.append(f"{text.name}: {len(there)} of {len(keys)} texts have words")
        return set(keys)
    said = {where: entry.own[0] for (where, _english), entry in zip(parts, there, strict=True)}
    if problems := [*problems_of_parts(text.name, parts, said)]:
        taken.problems += problems
        return set(keys)
    taken.files[text.name] = new_text(text, said)
    return set(keys)


def problems_of_parts(name: str, parts: list[Part], said: dict[str, str]) -> Iterator[str]:
    """Yield what would make another thing of a part of a text than its words."""
    for where, english in parts:
        own = said[where]
        place = f"{name}: {where}: got {shown(own)}"
        if where != BODY and "\n" in own.strip() and not ON_ITS_LINES.search(english):
            yield f"{place}; write it on one line"
        elif where != BODY and where not in words_of(name) and not is_one(own, where):
            yield f"{place}; write its words alone, as one paragraph, without signs of Markdown before them"
        for gap in GAP.findall(english):
            if gap not in own:
                yield f"{name}: {where}: gaps: {gap} is missing; write it as it is"


def is_one(own: str, where: str) -> bool:
    """Return whether the words for a block would be that block again, and no more."""
    line = f"# {own}" if where.endswith(TITLE) else own
    return [block.text for block in split_body(line).blocks] == [own.rstrip()]


def new_text(text: LongText, said: dict[str, str]) -> str:
    """Return the file of a translation with these words; what did not change stays as it is written."""
    source = text.own or text.english
    meta, body = split_front_matter(source)
    loaded = load_yaml(meta) if meta else {}
    before: dict[str, Any] = loaded if isinstance(loaded, dict) else {}
    fields: dict[str, Any] = {}
    for field_name in words_of(text.name):
        if field_name in said and (not text.own or in_one(before.get(field_name, "")) != said[field_name]):
            fields[field_name] = as_written(text.meta.get(field_name), said[field_name])
    new_body = body_of(text, said)
    if not text.own:
        return joined({**fields, OF: text.hash}, new_body)
    hash = {} if text.made_from == text.hash else {OF: text.hash}
    if not fields and not hash and new_body == body:
        return text.own
    return with_fields(text.own, {**fields, **hash}, new_body)


def body_of(text: LongText, said: dict[str, str]) -> str:
    english = split_front_matter(text.english)[1]
    own = split_front_matter(text.own)[1] if text.own else ""
    if BODY in said:
        return own if own.strip() == said[BODY].strip() else f"{said[BODY].strip()}\n"
    body = split_body(own if text.own and are_alike(text) else english)
    return body.with_words([said[block.where] for block in body.blocks])


def as_written(english: Any, own: str) -> Any:
    """Return a field in the form that it has in English: a list, or a text."""
    return [entry.strip() for entry in own.split(BETWEEN.strip())] if isinstance(english, list) else own


def read_back(root: Path, folder: Path, path: Path) -> list[str]:
    """Write what a PO file says into a language's folder, and return what was done.

    Raises ChecklistError with every problem; then nothing is written.
    """
    if not path.is_file():
        raise ChecklistError([f"{path}: file: there is none; possible: PO=… with its path"])
    taken = take(root, folder, read_po_file(path.read_text("utf-8-sig"), path.name), path.name)
    if taken.problems:
        raise ChecklistError(taken.problems)
    with tempfile.TemporaryDirectory() as kept:
        trial = Path(kept) / folder.parent.name / folder.name
        shutil.copytree(folder, trial)
        for name, text in taken.files.items():
            write_if_new(trial / name, text)
        if problems := problems_of_language(root, trial):
            raise ChecklistError(problems)
    changed = [name for name, text in taken.files.items() if write_if_new(folder / name, text)]
    lines = [named(folder, name) for name in changed] or ["Nothing in it differs from what is here."]
    return [*lines, *(f"{told}; it stays as it is" for told in taken.unfinished)]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m hooks.languages.po_in")
    parser.add_argument("language")
    parser.add_argument("file", nargs="?")
    given = parser.parse_args(arguments)
    root = Path.cwd()
    try:
        folder = folder_of(root, given.language)
        lines = read_back(root, folder, Path(given.file or f"{given.language}.po"))
    except ChecklistError as error:
        print(*error.problems, "Nothing was written.", sep="\n")
        return 1
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
