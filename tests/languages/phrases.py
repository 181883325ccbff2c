"""What the guide says in another language, by its English: for tests, which are written in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import yaml
from babel.messages.pofile import read_po
from mkdocs.config import load_config

from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.load import read_files
from hooks.content.markers import without_markers
from hooks.languages.folders import language_folder
from hooks.languages.language import read_language
from hooks.languages.texts import texts_of_lists, texts_of_settings
from hooks.languages.words import FILE as WORDS
from hooks.languages.words import Words, read_words
from hooks.layers.own_words import GAP, forms_of
from hooks.layers.translatable import words_of

MARKS = re.compile(
    r"<!--.*?-->|</?[a-z][^<>]*>|\{[:# .][^{}]*\}|\]\([^()]*\)|[*\[\]]|^#+ |^[-|] ?", re.DOTALL | re.MULTILINE
)
"""What Markdown, or HTML, has in a text besides its words."""
BLOCKS = re.compile(r"\n(?=\s*\n|\s*[-#|] ?|\s*\d+\. )")
END_OF_SENTENCE = re.compile(
    r"(?<=[.?!…\uE000-\uE0FF])(?:[”»])? (?=\{|%\(|\W*[A-ZÁÉÍÑÓÚ\d\uE000-\uE0FF\u0590-\u05FF])"
)
"""What is filled elsewhere, between U+E000 and U+E0FF, may be a sentence too."""
WORD = re.compile(r"[^\W\d_]{3,}")
SHORTEST = 9  # characters of a part of a sentence that says which one it is


@dataclass
class Phrases:
    """The words of one language."""

    whole: dict[str, str] = field(default_factory=dict)
    """Text, or sentence of one, to its words. Both can have gaps, as `{count}`."""
    of_program: dict[str, str] = field(default_factory=dict)
    """Those of them that scripts, templates and Python say."""
    formats: str = ""
    """The tag by which the language writes days."""

    def add(self, english: str, own: str, *, is_of_program: bool) -> None:
        """Take up a text, and its sentences, alone and in a row, where both have as many."""
        english, own = plain(english), plain(own)
        if not english or not own:
            return
        self.whole.setdefault(english, own)
        if is_of_program:
            self.of_program[english] = own
        sentences, own_sentences = END_OF_SENTENCE.split(english), END_OF_SENTENCE.split(own)
        if len(sentences) == len(own_sentences):
            for first, last in combinations(range(len(sentences) + 1), 2):
                self.whole.setdefault(" ".join(sentences[first:last]), " ".join(own_sentences[first:last]))

    @cached_property
    def with_gaps(self) -> list[tuple[re.Pattern[str], str, str]]:
        """Those with gaps and words around them, each as a pattern that finds what fills them."""
        found = [english for english in self.whole if GAP.search(english) and WORD.search(said_in(english))]
        found.sort(key=lambda english: -len(said_in(english)))
        return [(pattern_of(english), english, self.whole[english]) for english in found]

    @cached_property
    def begun(self) -> list[tuple[re.Pattern[str], str]]:
        """The beginnings of those with several gaps, up to the last one, each as a pattern."""
        found = []
        for _, english, own in self.with_gaps:
            *earlier, last = GAP.finditer(english)
            *own_earlier, own_last = GAP.finditer(own)
            begins, own_begins = english[: last.start()].rstrip(), own[: own_last.start()].rstrip()
            if (
                earlier
                and len(own_earlier) == len(earlier)
                and last[0] == own_last[0]
                and WORD.search(said_in(begins))
            ):
                found.append((pattern_of(begins), own_begins))
        return found


def plain(text: str) -> str:
    """Return a text as a page shows it, on one line."""
    return " ".join(MARKS.sub("", text).split())


def pattern_of(english: str) -> re.Pattern[str]:
    """Return what matches a sentence with its gaps filled; a gap that is there twice is filled alike."""
    pattern, end, seen = "", 0, set()
    for gap in GAP.finditer(english):
        name = name_of(gap[0])
        pattern += re.escape(english[end : gap.start()])
        pattern += f"(?P={name})" if name in seen else f"(?P<{name}>[^\\n]+?)"
        seen.add(name)
        end = gap.end()
    return re.compile(pattern + re.escape(english[end:]))


def said_in(english: str) -> str:
    """Return the words of a sentence without its gaps."""
    return GAP.sub("", english)


def name_of(gap: str) -> str:
    """Return the name in `{name}` or `%(name)s`."""
    return gap.removesuffix("s").strip("%(){}") if gap.startswith("%") else gap.strip("{}")


@cache
def phrases_of(root: Path, folder: Path, first: str = "") -> Phrases:
    """Read all that a language says: `folder` is its own, and `root` holds the English.

    `first`: the file whose texts count where the guide has the same English in two places.
    """
    words, problems = read_words(folder)
    assert problems == []
    phrases = Phrases(formats=read_language(folder)[0].formats)
    for (where, english), own in words.texts.items():
        if first and where.startswith(first):
            phrases.add(english, own, is_of_program=False)
    for english, own in [*words.sentences.items(), *forms_of_numbers(folder)]:
        phrases.add(english, own, is_of_program=True)
    for english, own in pairs_of_texts(words, root, folder):
        phrases.add(english, own, is_of_program=False)
    return phrases


def pairs_of_texts(words: Words, root: Path, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each text of the guide's data, its steps and its pages with its words."""
    data = read_files(root).data
    config = load_config(str(root / "mkdocs.yml"), hooks=[])
    for text in [*texts_of_lists(data), *texts_of_settings(config)]:
        if not text.is_list and (own := words.texts.get((text.where, text.english))):
            yield text.english, own
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        if (root / name).is_file():
            yield from pairs_of_page(name, (root / name).read_text("utf-8"), path.read_text("utf-8"))


def settings_in_language(root: Path) -> dict[str, Any]:
    """Return what `mkdocs.yml` sets, each value as it is written, with texts in the language of the tests."""
    settings: dict[str, Any] = load_yaml((root / "mkdocs.yml").read_text(encoding="utf-8"))
    if folder := language_folder(root):
        words, _ = read_words(folder)
        for text in texts_of_settings(settings):
            text.put(words.texts.get((text.where, text.english), text.english))
    return settings


def list_in_language(root: Path, name: str) -> Any:
    """Return what a file of `content/` holds, with texts in the language of the tests."""
    held = yaml.safe_load((root / name).read_text(encoding="utf-8"))
    if folder := language_folder(root):
        words, _ = read_words(folder)
        for text in texts_of_lists({name: held}):
            if not text.is_list:
                text.put(words.texts.get((text.where, text.english), text.english))
    return held


def forms_of_numbers(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield both English forms of each sentence that has a number in it, with those of the language."""
    with (folder / WORDS).open("rb") as file:
        for message in read_po(file):
            english, own = forms_of(message.id), forms_of(message.string)
            if len(english) > 1 and all(own):
                yield english[0], own[0]
                yield english[1], own[-1]


def pairs_of_page(name: str, english: str, own: str) -> Iterator[tuple[str, str]]:
    """Yield what a step or a page says: its fields, and each block of its text where both have as many."""
    front, body = split_front_matter(english)
    own_front, own_body = split_front_matter(own)
    fields, own_fields = load_yaml(front or ""), load_yaml(own_front or "")
    for key in words_of(name):
        if isinstance(fields.get(key), str) and isinstance(own_fields.get(key), str):
            yield fields[key], own_fields[key]
    blocks, own_blocks = blocks_of(body), blocks_of(own_body)
    if len(blocks) == len(own_blocks):
        yield from zip(blocks, own_blocks, strict=True)


def blocks_of(body: str) -> list[str]:
    return [text for block in BLOCKS.split(without_markers(body)) if (text := plain(block))]
