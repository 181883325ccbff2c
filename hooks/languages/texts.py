"""Every short text that the guide holds as data: each with its place, by which a translation finds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from hooks.layers.records import key_of
from hooks.layers.translatable import words_of

SETTINGS = "mkdocs.yml"
OF_SETTINGS = ("site_name", "site_description")
OF_EXTRA = ("neutral_title", "short_name", "exit_label", "exit_title")
BETWEEN = " | "
"""What is between the entries of a list, such as words for the search, in `words.po`."""


@dataclass(frozen=True)
class Text:
    """One text of a file, in English."""

    where: str
    """`content/places/us.yml: helplines: strong-hearts: how`, the `msgctxt` in `words.po`."""
    english: str
    holder: Any
    """The mapping, or the list, that holds it."""
    key: Any
    is_list: bool

    def put(self, words: str) -> None:
        """Say it in other words, in place."""
        self.holder[self.key] = words.split(BETWEEN) if self.is_list else words


def texts_of_lists(data: Mapping[str, Any]) -> Iterator[Text]:
    """Yield each text of the YAML files in `content/`. `data`: file to what it holds."""
    for name, held in data.items():
        if name.endswith(".yml") and name.startswith("content/"):
            yield from _texts(held, words_of(name), name)


def texts_of_settings(config: Any) -> Iterator[Text]:
    """Yield the texts that `mkdocs.yml` sets, and the groups of its menu."""
    for holder, names in ((config, OF_SETTINGS), (config["extra"], OF_EXTRA)):
        yield from (
            Text(f"{SETTINGS}: {name}", holder[name], holder, name, False)
            for name in names
            if holder.get(name)
        )
    for number, entry in enumerate(config["nav"] or []):
        if isinstance(entry, dict):
            for name, pages in entry.items():
                yield Text(f"{SETTINGS}: nav", name, _Group(config["nav"], number, pages), name, False)


@dataclass
class _Group:
    """A group of the menu, whose name is its key."""

    nav: list[Any]
    number: int
    pages: Any

    def __setitem__(self, _name: str, words: str) -> None:
        self.nav[self.number] = {words: self.pages}


def _texts(held: Any, words: tuple[str, ...], where: str) -> Iterator[Text]:
    entries = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for key, value in entries:
        place = f"{where}: {key if isinstance(held, dict) else key_of(value) or key + 1}"
        if isinstance(held, dict) and key in words and isinstance(value, str) and value:
            yield Text(place, value, held, key, False)
        elif isinstance(held, dict) and key in words and is_words(value):
            yield Text(place, BETWEEN.join(value), held, key, True)
        else:
            yield from _texts(value, words, place)


def is_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(entry, str) for entry in value)
