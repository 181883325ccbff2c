"""List every sentence that a reader can meet in `words.pot`, and bring each language's `words.po` up to date.

`python -m hooks.translation`. No language loses words: what the guide has no more goes to the end of its
file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from babel.messages.pofile import write_po

from checklist.errors import ChecklistError
from hooks.languages.folders import FOLDER, codes
from hooks.languages.refresh import refresh
from hooks.languages.short_texts import short_texts
from hooks.translation.words import find_words

LIST = "words.pot"


def main() -> int:
    root = Path.cwd()
    words = find_words(root)
    with Path(LIST).open("wb") as file:
        write_po(file, words, width=110)
    print(f"{LIST}: {len(words)} sentences.")
    texts = short_texts(root)
    try:
        for code in codes(root):
            print(refresh(root / FOLDER / code, texts))
    except ChecklistError as error:
        print(*error.problems, sep="\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
