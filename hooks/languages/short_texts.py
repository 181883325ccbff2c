"""Every short text of the guide, and `words.po` of a language brought up to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from difflib import SequenceMatcher
from pathlib import Path

from babel.messages.catalog import Message
from mkdocs.config import load_config

from hooks.languages.po_file import FUZZY, Entry, Key, PoFile, entry_of
from hooks.languages.texts import texts_of_lists, texts_of_settings
from hooks.layers.layer import read_texts
from hooks.translation.words import find_words

LEAST_ALIKE = 0.6
"""Of two sentences that share a smaller part of their signs, one is not the other in new words."""


def short_texts(root: Path) -> list[Entry]:
    """List the short texts of the guide in `root`, without words: settings, data, then sentences."""
    config = load_config(str(root / "mkdocs.yml"), hooks=[])
    texts = [*texts_of_settings(config), *texts_of_lists(read_texts(root).data)]
    data = [Message(text.english, context=text.where) for text in texts]
    sentences = [message for message in find_words(root) if message.id]
    return [entry_of(message) for message in (*data, *sentences)]


def refreshed(file: PoFile, texts: Iterable[Entry]) -> PoFile:
    """Return the file with an entry for each of the texts, in their order, and nothing lost.

    A text that changed keeps its older words, marked as fuzzy, with the English that they were made from:
    readers see the English. Words of what nothing has any more go to the end.
    """
    texts = list(texts)
    wanted = {text.key for text in texts}
    known = {entry.key: entry for entry in file.entries}
    once = {entry.key: entry for entry in file.gone}
    left = [entry for entry in file.entries if entry.key not in wanted and any(entry.own)]
    entries = [carried(text, known, once, left) for text in texts]
    taken = {id(entry) for entry in left}
    gone = [entry for entry in file.entries if id(entry) in taken]
    kept = [entry for entry in file.gone if entry.key not in wanted]
    return replace(file, entries=tuple(entries), gone=tuple({e.key: e for e in (*kept, *gone)}.values()))


def carried(text: Entry, known: dict[Key, Entry], once: dict[Key, Entry], left: list[Entry]) -> Entry:
    """Return a text with the words that the language has for it. Takes an earlier text out of `left`."""
    if old := known.get(text.key):
        return with_words_of(text, old)
    if found := earlier(text, left):
        left.remove(found)
        was = found.was or found.english
        if was == text.english:
            return with_words_of(text, replace(found, flags=found.flags - {FUZZY}, was=()))
        return replace(text, own=found.own, notes=found.notes, flags=text.flags | {FUZZY}, was=was)
    if old := once.get(text.key):
        return with_words_of(text, old)
    return text


def with_words_of(text: Entry, old: Entry) -> Entry:
    if len(old.english) != len(text.english):
        return replace(text, notes=old.notes)
    fuzzy = old.flags & {FUZZY}
    return replace(text, own=old.own, notes=old.notes, flags=text.flags | fuzzy, was=old.was if fuzzy else ())


def earlier(text: Entry, left: Iterable[Entry]) -> Entry | None:
    """Return the entry that was probably this text before its English changed."""
    same_kind = [entry for entry in left if len(entry.english) == len(text.english)]
    if text.context:
        there = [entry for entry in same_kind if entry.context == text.context]
        return max(there, key=lambda entry: alike(entry, text), default=None)
    near = [entry for entry in same_kind if not entry.context and alike(entry, text) >= LEAST_ALIKE]
    return max(near, key=lambda entry: alike(entry, text), default=None)


def alike(one: Entry, other: Entry) -> float:
    """Return which part of their signs the English of two entries shares, from 0 to 1."""
    return SequenceMatcher(None, one.english[0], other.english[0], autojunk=False).ratio()


def gone_texts(file: PoFile, texts: Iterable[Entry]) -> dict[Key, list[str]]:
    """Return each entry with words that nothing has any more, to the texts of today that are most like it."""
    by_context: dict[str, list[Entry]] = defaultdict(list)
    wanted = set()
    for text in texts:
        wanted.add(text.key)
        by_context[text.context].append(text)
    found = {}
    for entry in file.entries:
        if entry.key not in wanted and any(entry.own):
            near = [text for text in by_context[entry.context] if alike(entry, text) >= LEAST_ALIKE]
            near = near or (by_context[entry.context] if entry.context else [])
            best = sorted(near, key=lambda text: -alike(entry, text))[:2]
            found[entry.key] = [text.english[0] for text in best]
    return found
