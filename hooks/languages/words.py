"""Read the short texts of a language from `words.po`, in the form of gettext: English is the key.

What has no words here, or none for the English of today, stays English. Nothing here can be older than it.
"""

from __future__ import annotations

import gettext
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po

from hooks.languages.language import named
from hooks.layers.own_words import GAP, forms_of, shown

FILE = "words.po"
TAG = re.compile(r"<[^<>]*>|[<>]")
COUNTED = 200  # how many numbers tell the form of each: from 100 on, every hundred is as the first
RULE = re.compile(r"[n0-9 ()?:=!<>%&|]+")
"""A plural rule of gettext without anything else: it is written into scripts."""


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    sentences: Mapping[str, str] = field(default_factory=dict)
    """English to its words."""
    plurals: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """English of one to the form for each kind of number."""
    texts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """Place of a text of the guide's data and its English, to its words."""
    rule: str = "n != 1"
    """Which of the forms a number takes, in the form of gettext, which is also one of a script."""

    @property
    def everywhere(self) -> dict[str, Any]:
        """All that `checklist.translation` says."""
        return {**self.sentences, **{one: list(forms) for one, forms in self.plurals.items()}}

    @property
    def kinds(self) -> str:
        """Which form each number takes, as one digit for each from 0 on."""
        return kinds_of(self.rule)


def kinds_of(rule: str) -> str:
    form: Callable[[int], int] = gettext.c2py(rule)
    return "".join(str(int(form(number))) for number in range(COUNTED))


def is_rule(rule: str, count: int) -> bool:
    """Return whether a text is a plural rule that names each of so many forms, and no other."""
    try:
        return bool(RULE.fullmatch(rule)) and set(kinds_of(rule)) == set("0123456789"[:count])
    except (ValueError, ZeroDivisionError):
        return False


def read_words(folder: Path) -> tuple[Words, list[str]]:
    """Return the words of a language's folder, and every problem of their file."""
    path, name = folder / FILE, named(folder, FILE)
    if not path.is_file():
        return Words(), []
    text = path.read_text(encoding="utf-8-sig")
    try:
        catalog = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        return Words(), [f"{name}: line {error.lineno + 1}: it is no entry of gettext; {error}"]
    except ValueError as error:
        return Words(), [f"{name}: the file: its first entry cannot be read: {error}"]
    if not is_rule(catalog.plural_expr, catalog.num_plurals):
        got = f"{catalog.plural_expr!r}, with {catalog.num_plurals} forms"
        return Words(), [f"{name}: Plural-Forms: got {got}; write one such as n != 1"]
    return words_in(catalog), list(problems_of_words(catalog, name))


def words_in(catalog: Catalog) -> Words:
    sentences, plurals, texts = {}, {}, {}
    for message in catalog:
        english, own = forms_of(message.id), forms_of(message.string)
        if not message.id or message.fuzzy or not any(own):
            continue
        if message.context:
            texts[message.context, english[0]] = own[0]
        elif len(english) > 1:
            plurals[english[0]] = own
        else:
            sentences[english[0]] = own[0]
    return Words(sentences, plurals, texts, catalog.plural_expr)


def problems_of_words(catalog: Catalog, name: str) -> Iterator[str]:
    """Yield what no build could use: a gap or a tag that is missing or too many, a form that is missing."""
    for message in catalog:
        english, own = forms_of(message.id), forms_of(message.string)
        if not message.id or message.fuzzy or not any(own):
            continue
        where = f"{name}: line {message.lineno}: {shown(english[0])}"
        if len(english) > 1 and (len(own) != catalog.num_plurals or not all(own)):
            yield f"{where}: got {sum(map(bool, own))} of its {catalog.num_plurals} forms; write all of them"
        for words in filter(None, own):
            for what, pattern in (("gaps", GAP), ("markup", TAG)):
                found, *wanted = (sorted(pattern.findall(text)) for text in (words, *english))
                if found not in wanted:
                    has, needs = (", ".join(signs) or "none" for signs in (found, wanted[-1]))
                    yield f"{where}: {what}: got {has}; the English has {needs}"
            if '"' in words and '"' not in english[-1]:
                yield f'{where}: markup: got "; it is read as part of a page, so write other quotation marks'
