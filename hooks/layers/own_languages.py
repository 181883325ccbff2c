"""Lay an organisation's folder over the guide in a language: its own texts, and its own translations of them.

What it writes in English is shown in English there, and says so (`hooks/languages/fallback.py`), until
`languages/CODE/` of its folder says it: `words.po` for short texts, and pages and steps with `of:`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from checklist.translation import use_words
from hooks.content.front_matter import split_front_matter
from hooks.content.model import Content
from hooks.languages.folders import ENGLISH, FOLDER, codes
from hooks.languages.texts import texts_of_lists
from hooks.languages.words import Words, read_words
from hooks.layers.lay_over import lay_over
from hooks.layers.layer import Layer, read_layer
from hooks.layers.organisation import FILE, Line, Organisation
from hooks.layers.text_hash import text_fields
from hooks.layers.yaml_text import written

OF_LINES = ("name", "hours", "for_whom", "card")


def problems_of_languages(organisation: Organisation, root: Path) -> list[str]:
    """Return each language that the organisation names and the guide in `root` does not have."""
    known = codes(root)
    possible = ", ".join(known) or "none; leave the field out"
    return [
        f"{FILE}: languages: {code}: the guide is not in this language; possible: {possible}"
        for code in organisation.languages
        if code not in known
    ]


def show_in_english(content: Content, layer: Layer) -> None:
    """Put the guide's English in place of a translation where the organisation says a text in other words."""
    files, data = content.before_language
    for name, text in layer.texts.files.items():
        if name.endswith(".yml"):
            own = {name: layer.texts.data[name]}
            content.english_texts |= {one.english for one in texts_of_lists(own)}
        elif says_words(name, text, layer.texts.data[name]):
            content.english.add(name)
            if name in files:
                content.files[name], content.data[name] = files[name], data[name]
                content.behind.pop(name, None)


def says_words(name: str, text: str, data: Any) -> bool:
    fields = data if isinstance(data, dict) else {}
    return bool(split_front_matter(text)[1].strip() or any(fields.get(key) for key in text_fields(name)))


def lay_own_language(content: Content, own: Path, root: Path) -> list[str]:
    """Say the organisation's own texts in the language of this build, as far as its folder does."""
    organisation, code = content.organisation, content.language.lang
    if organisation is None or code == ENGLISH:
        return []
    folder = own / FOLDER / code
    words, problems = read_words(folder)
    content.words = joined(content.words, words)
    use_words(content.words.everywhere, content.words.kinds)
    content.organisation = in_words(organisation, words.sentences)
    content.english_texts |= english_of(organisation) - words.sentences.keys()
    for text in texts_of_lists(content.data):
        if said := words.texts.get((text.where, text.english)):
            text.put(said)
    for name in content.files:
        if name.endswith(".yml"):
            content.files[name] = written(content.data[name])
    layer = read_layer(folder, "language")
    found = lay_over(content, layer, root)
    content.english -= layer.texts.files.keys()
    return problems + [f"{FOLDER}/{code}/{problem}" for problem in found]


def joined(guide: Words, own: Words) -> Words:
    """Return the words of the guide's language, with the organisation's in their place."""
    return replace(
        guide,
        sentences={**guide.sentences, **own.sentences},
        plurals={**guide.plurals, **own.plurals},
        texts={**guide.texts, **own.texts},
    )


def in_words(organisation: Organisation, sentences: Mapping[str, str]) -> Organisation:
    """Return the settings with their texts in these words, as far as there are any."""
    lines = tuple(in_words_of_line(line, sentences) for line in organisation.line)
    paper = organisation.paper
    if paper:
        paper = replace(paper, line=sentences.get(paper.line, paper.line))
    return replace(organisation, line=lines, paper=paper)


def in_words_of_line(line: Line, sentences: Mapping[str, str]) -> Line:
    said = {name: sentences.get(getattr(line, name), getattr(line, name)) for name in OF_LINES}
    return replace(line, **said)


def english_of(organisation: Organisation) -> set[str]:
    """Return the texts of `organisation.yml` that readers meet, as their writers wrote them."""
    texts = {getattr(line, name) for line in organisation.line for name in OF_LINES}
    return (texts | {organisation.paper.line if organisation.paper else "", *organisation.menu}) - {""}
