"""Start a language: its folder, with what is known of it and every short text without words: `make language`.

And start the translation of one step or page: `make translate`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from babel import Locale, UnknownLocaleError

from checklist.errors import ChecklistError
from hooks.content.front_matter import split_front_matter
from hooks.content.wording import problems_of_words
from hooks.languages.behind import folder_of
from hooks.languages.folders import ENGLISH, FOLDER, SETTINGS
from hooks.languages.language import A_TAG, TAG, named
from hooks.languages.plural_rule import head_of
from hooks.languages.po_file import PoFile, written
from hooks.languages.short_texts import short_texts
from hooks.languages.words import FILE
from hooks.layers.change import find_text
from hooks.layers.changed_text import OF
from hooks.layers.front_matter_lines import field_lines
from hooks.layers.text_hash import text_hash
from hooks.layers.translatable import words_of
from hooks.layers.yaml_text import written as yaml_written


def start_language(root: Path, code: str, name: str) -> Path:
    """Make the folder of a language, and return it. Raises ChecklistError with every problem.

    `code`: its tag of BCP 47. `name`: what it calls itself.
    """
    folder = root / FOLDER / code
    problems = [*problems_of_code(code, folder), *(f"NAME: {problem}" for problem in problems_of_words(name))]
    if problems:
        raise ChecklistError(problems)
    locale = Locale.parse(code, sep="-")
    is_rtl = locale.character_order == "right-to-left"
    settings = {"lang": code, "name": name, **({"dir": "rtl"} if is_rtl else {}), "formats": code}
    words = PoFile(head_of(code), tuple(short_texts(root)))
    folder.mkdir(parents=True)
    (folder / SETTINGS).write_text(yaml_written(settings), "utf-8")
    (folder / FILE).write_text(written(words), "utf-8")
    return folder


def problems_of_code(code: str, folder: Path) -> list[str]:
    if not TAG.fullmatch(code):
        return [f"CODE: got {code!r}; write {A_TAG}"]
    if code == ENGLISH:
        return [f"CODE: got {code}; the guide is written in it"]
    if folder.exists():
        return [f"{named(folder, '')}: folder: it is there already; `make languages` says what to do next"]
    try:
        Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return [f"CODE: got {code}, of which no plural rule is known; write {A_TAG}"]
    return []


def start_text(root: Path, folder: Path, item: str) -> Path:
    """Copy what a translation says of a step or a page into a language's folder, and return the copy's path.

    Raises ChecklistError where there is no such text, or where the language has it.
    """
    name = find_text(root, item)
    path = folder / name
    if path.exists():
        raise ChecklistError([f"{named(folder, name)}: file: it is there already; edit it"])
    english = (root / name).read_text("utf-8")
    meta, body = split_front_matter(english)
    lines = field_lines(meta or "")
    words = "".join(lines[field] for field in words_of(name) if field in lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{words}{OF}: {text_hash(name, english)}\n---\n{body}", "utf-8")
    return path


def what_next(folder: Path) -> str:
    code = folder.name
    return f"""{folder.parent.name}/{code}/ is there, with every short text in {FILE}, without words yet.
1. Read contributing/translating.md: who reads, which words, what a translation may change.
2. Write the short texts of every page and of the way out, then the page for danger.
   make languages says what is next.
3. A step or a page is a file with the guide's own path.
   make translate LANGUAGE={code} ITEM=now.md copies one.
   Or write all of it on a translation platform: make po LANGUAGE={code}
4. make check LANGUAGE={code} names every problem. make build builds it next to English, in site/{code}/."""


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m hooks.languages.start")
    parser.add_argument("--text", action="store_true")
    parser.add_argument("code")
    parser.add_argument("name")
    given = parser.parse_args(arguments)
    root = Path.cwd()
    try:
        if given.text:
            path = start_text(root, folder_of(root, given.code), given.name)
            print(f"{path.relative_to(root)}: write its words in the place of the English ones.")
        else:
            print(what_next(start_language(root, given.code, given.name)))
    except ChecklistError as error:
        print(*error.problems, sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
