"""Lay a language over the guide's texts, before any of them is checked."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig

from checklist.translation import use_words
from hooks.content.front_matter import load_yaml, split_front_matter
from hooks.content.log import LOG
from hooks.content.model import Content
from hooks.content.wording import hidden_signs
from hooks.languages.folders import language_folder
from hooks.languages.form import problems_of_form
from hooks.languages.language import named, read_language
from hooks.languages.naming import BANNED
from hooks.languages.texts import texts_of_lists, texts_of_settings
from hooks.languages.words import read_words
from hooks.layers.lay_over import lay_over
from hooks.layers.layer import read_layer
from hooks.layers.yaml_text import written

TURNS = {"ltr": "", "rtl": "\u200e\u200f"}
"""Signs that nobody sees, and that a language needs where its lines begin on the right."""


def lay_language(content: Content, config: MkDocsConfig, root: Path) -> list[str]:
    """Say `content` and `config` in the language of this build, in place; return every problem.

    What it does not have stays English, and is listed in `content.english` and `content.english_texts`.
    """
    folder = language_folder(root)
    content.language, problems = read_language(folder)
    config.theme["language"] = content.language.lang
    if folder is None or not folder.is_dir():
        use_words({})
        return problems
    content.words, found = read_words(folder)
    problems += found
    use_words(content.words.everywhere, content.words.kinds)
    content.english_data = {LOG: deepcopy(content.data.get(LOG))}
    say_texts(content, config)
    content.data.update(banned_words(folder))
    content.before_language = (dict(content.files), dict(content.data))
    pages = {name for name in content.files if name.endswith(".md")}
    layer = read_layer(folder, "language")
    content.english = pages - layer.texts.files.keys()
    english = dict(content.files)
    found = lay_over(content, layer, root)
    found += [
        problem
        for name, text in layer.texts.files.items()
        for problem in problems_of_text(name, english.get(name, ""), text, content)
    ]
    return problems + [named(folder, problem) for problem in found]


def problems_of_text(name: str, english: str, own: str, content: Content) -> Iterator[str]:
    """Yield what a translated step or page has besides other words, where it is not behind."""
    if hidden := [
        sign for sign in hidden_signs(own.replace("\n", "")) if sign not in TURNS[content.language.dir]
    ]:
        yield f"{name}: text: it has a sign that cannot be seen, U+{ord(hidden[0]):04X}; leave it out"
    body = split_front_matter(own)[1]
    if english and name.endswith(".md") and body.strip() and name not in content.behind:
        below = split_front_matter(english)[1]
        yield from (f"{name}: {problem}" for problem in problems_of_form(below, body))


def say_texts(content: Content, config: MkDocsConfig) -> None:
    """Put the words of the language in the place of short texts."""
    for text in [*texts_of_lists(content.data), *texts_of_settings(config)]:
        if words := content.words.texts.get((text.where, text.english)):
            text.put(words)
        else:
            content.english_texts.add(text.english)
    for name in content.files:
        if name.endswith(".yml"):
            content.files[name] = written(content.data[name])


def banned_words(folder: Path) -> dict[str, Any]:
    """Return the words that no text of this language may have, in the place of the English ones."""
    path = folder / BANNED
    if not path.is_file():
        return {}
    return {f"content/{BANNED}": load_yaml(path.read_text(encoding="utf-8"))}
