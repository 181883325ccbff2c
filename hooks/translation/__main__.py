"""List every sentence that a reader can meet in `words.pot`: `python -m hooks.translation`."""

from __future__ import annotations

from pathlib import Path

from babel.messages.pofile import write_po

from hooks.translation.words import find_words

LIST = "words.pot"


def main() -> None:
    words = find_words(Path.cwd())
    with Path(LIST).open("wb") as file:
        write_po(file, words, width=110)
    print(f"{LIST}: {len(words)} sentences.")


if __name__ == "__main__":
    main()
