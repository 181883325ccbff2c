"""Make two languages that nobody speaks, of all English texts: `python -m hooks.languages.pseudo FOLDER`.

`qps` has accents and a third more letters; `qps-Hebr` has them in letters that are read from right to left.
In a guide built in one of them, a sentence that stands in no list of texts shows as English, one that was cut
has lost one of its two marks, and one that was glued together has them inside. No publication has them:
`FOLDER` lies outside of `languages/`, and a build finds a language there by its path in `GUIDE_LANGUAGE`.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from mkdocs.config import load_config

from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.load import read_files
from hooks.languages.folders import SETTINGS
from hooks.languages.texts import BETWEEN, is_words, texts_of_lists, texts_of_settings
from hooks.languages.words import FILE as WORDS
from hooks.layers.changed_text import OF
from hooks.layers.text_hash import text_hash
from hooks.layers.translatable import words_of
from hooks.layers.yaml_text import joined, written
from hooks.translation.words import find_words

BEGINS, ENDS = "«", "»"
"""The marks of a text; the guide's own texts have neither."""
KEPT = re.compile(
    r"<!--.*?-->|<[^<>]*>|\]\([^()]*\)|\{[^{}]*\}|%\(\w+\)s|&#?\w+;|`[^`]*`|\S+@\S+|\w+:/\S*|\w+(?:[./]\w+)+",
    re.DOTALL,
)
"""What is no word: comments, tags, addresses, gaps, code, names of files and hosts."""
WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
LETTER = re.compile(r"[^\W\d_]")
LAST = re.compile(r"(?P<text>.*[^\W\d_])(?P<rest>.*?)", re.DOTALL)
BREAK = re.compile(r"(\n(?=\s*\n|\s*[-#<]|\s*\d+\. )|\|)")
"""Where another text begins in Markdown: a paragraph, a heading, an entry of a list, a cell."""
ACCENTED = str.maketrans("aeinouAEINOU", "áéíñóúÁÉÍÑÓÚ")
MORE = "éñóúáíéñóúáí"
"""Letters by which each word is made longer."""
RIGHT_TO_LEFT = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz" + "áéíñóú",
    "אבכדעפגהיחקלמנוףםרסטןךשצתז" + "אעינון",
)


@dataclass(frozen=True)
class Pseudo:
    """A language that nobody speaks."""

    lang: str
    name: str
    dir: str
    formats: str
    """The language whose numbers and days it has."""
    word: Callable[[str], str]


def longer(word: str) -> str:
    """Return a word with accents, and a third longer. Initials such as PDF stay as they are."""
    if word.isupper() and len(word) > 1:
        return word
    return word.translate(ACCENTED) + MORE[: round(len(word) / 3)]


def from_right(word: str) -> str:
    """Return a word in letters that are read from right to left, and a third longer."""
    made = longer(word)
    return made if made == word else (word.lower() + made[len(word) :]).translate(RIGHT_TO_LEFT)


PSEUDO = (
    Pseudo("qps", "Ácçéñts", "ltr", "es-US", longer),
    Pseudo("qps-Hebr", "אבגד", "rtl", "he", from_right),
)


def main(folder: Path) -> None:
    root = Path.cwd()
    for language in PSEUDO:
        write_language(language, root, folder / language.lang)


def write_language(language: Pseudo, root: Path, folder: Path) -> None:
    """Write all of a language's folder: its settings, its words, and every step and page."""
    folder.mkdir(parents=True, exist_ok=True)
    settings = {name: getattr(language, name) for name in ("lang", "name", "dir", "formats")}
    (folder / SETTINGS).write_text(written(settings), encoding="utf-8")
    with (folder / WORDS).open("wb") as file:
        write_po(file, words_in(language, root), width=0, no_location=True, omit_header=True)
    for name, text in read_files(root).files.items():
        if name.endswith(".md") and words_of(name):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(mirrored(language, name, text), encoding="utf-8")


def words_in(language: Pseudo, root: Path) -> Catalog:
    """Say every sentence of the guide's scripts, templates and Python, and every text of its data."""
    words = find_words(root)
    for message in words:
        if isinstance(message.id, str):
            message.string = said(language, message.id)
        elif message.id:
            message.string = tuple(said(language, form) for form in message.id)
    config = load_config(str(root / "mkdocs.yml"), hooks=[])
    for text in [*texts_of_lists(read_files(root).data), *texts_of_settings(config)]:
        own = [said(language, one) for one in text.english.split(BETWEEN)]
        words.add(text.english, BETWEEN.join(own), context=text.where)
    return words


def mirrored(language: Pseudo, name: str, text: str) -> str:
    """Say a step or a page: its fields of words, and its body."""
    front, body = split_front_matter(text)
    fields: dict[str, Any] = {}
    for key, value in load_yaml(front or "").items():
        if key in words_of(name) and isinstance(value, str):
            fields[key] = said(language, value)
        elif key in words_of(name) and is_words(value):
            fields[key] = [said(language, word) for word in value]
    spoken = "".join(said(language, part) for part in BREAK.split(body))
    return joined({**fields, OF: text_hash(name, text)}, spoken)


def said(language: Pseudo, english: str) -> str:
    """Say a text in a pseudo-language, a sentence with a mark before its first word and after its last.

    What is no word, such as a gap, a tag or an address, stays. Words inside of other sentences get no marks.
    """
    parts: list[str] = []
    end = 0
    for kept in KEPT.finditer(english):
        parts += [english[end : kept.start()], kept[0]]
        end = kept.end()
    parts.append(english[end:])
    parts[::2] = [WORD.sub(lambda word: language.word(word[0]), part) for part in parts[::2]]
    spoken = [number for number in range(0, len(parts), 2) if LETTER.search(parts[number])]
    first = LETTER.search(english)
    if spoken and first and first[0].isupper():
        last = LAST.fullmatch(parts[spoken[-1]])
        parts[spoken[-1]] = f"{last['text']}{ENDS}{last['rest']}" if last else ""
        parts[spoken[0]] = LETTER.sub(lambda letter: BEGINS + letter[0], parts[spoken[0]], count=1)
    return "".join(parts)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
