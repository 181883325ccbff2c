"""Write the sheet by which somebody who speaks a language reads what matters most: `make review`.

`contributing/review.yml` lists the passages. The sheet has each in English and in the language.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path

from checklist.errors import ChecklistError
from hooks.content.front_matter import load_yaml
from hooks.languages.behind import folder_of
from hooks.languages.folders import FOLDER
from hooks.languages.language import Language, read_language
from hooks.languages.po import whole_po
from hooks.languages.po_file import Entry
from hooks.languages.refresh import write_if_new

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)(?:\{[^{}]*\})?")
TAG = re.compile(r"<[^<>]*>")
UNKNOWN = "the guide has no such text; possible: a place that `make po` writes"
UNTRANSLATED = "it has no words for the English of today; translate it first"
PLACES = "contributing/review.yml"
INTRODUCTION = """# Review: {name}

For somebody who speaks {name} and helps people who are being stalked: an advocate of a helpline or a shelter.
No other knowledge is needed. These are the {count} passages in which a wrong word can hurt somebody most. It
takes about an hour.

For each, please answer three questions:

1. Does it say the same as the English: every condition, every "may", every number?
2. Would a frightened person understand it at the first reading, on a phone, in the country where you work?
3. Does it blame nobody, and say nothing about the gender of the reader or of the person who stalks?

Tick the box if all three are a yes. Else write the words that you would say. Then send this file, or only the
numbers and your words, to those who publish the guide: by a pull request, an issue or a letter. Please do not
send anyone's story. If you agree, your name or your service's, and the day, go into
`{folder}/{code}/language.yml` as `read_by` and `read_on`; the page "About" then says so, in that language.

`make review LANGUAGE={code}` writes this sheet anew. A test fails where it is older than the guide.
"""


def review_sheet(root: Path, folder: Path) -> str:
    """Return the sheet of a language. Raises ChecklistError where a passage is not there, or has no words."""
    language, problems = read_language(folder)
    listed: Mapping[str, list[str]] = load_yaml((root / PLACES).read_text("utf-8"))
    entries = {entry.context or entry.english[0]: entry for entry in whole_po(root, folder).entries}
    parts, number = [], 0
    for title, places in listed.items():
        parts.append(f"## {title}\n")
        for place in places:
            number += 1
            entry = entries.get(place)
            if entry is None:
                problems.append(f"{PLACES}: {place}: {UNKNOWN}")
            elif not entry.is_there:
                problems.append(f"{FOLDER}/{folder.name}: {place}: {UNTRANSLATED}")
            else:
                parts.append(passage(number, entry, language))
    if problems:
        raise ChecklistError(problems)
    code = folder.name
    head = INTRODUCTION.format(name=language.name, count=number, folder=FOLDER, code=code)
    return "\n".join([head, *parts])


def passage(number: int, entry: Entry, language: Language) -> str:
    """Write one passage, with a box to tick and a line for other words."""
    place = f" `{entry.context}`" if entry.context else ""
    return (
        f"{number}. [ ]{place}\n"
        f"    - English: {shown(entry.english[0])}\n"
        f"    - {language.name}: {shown(entry.own[0])}\n"
        "    - Better:\n"
    )


def shown(words: str) -> str:
    """Return the words of a text as a reader reads them: without tags, and without where links lead."""
    return TAG.sub("", LINK.sub(r"\1", words))


def main(arguments: list[str]) -> int:
    root = Path.cwd()
    try:
        folder = folder_of(root, arguments[0])
        sheet = review_sheet(root, folder)
    except ChecklistError as error:
        print(*error.problems, sep="\n")
        return 1
    path = Path("contributing") / f"review-{folder.name}.md"
    is_new = write_if_new(root / path, sheet)
    print(f"{path}: {'written anew' if is_new else 'as it was'}.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
