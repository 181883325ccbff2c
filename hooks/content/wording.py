"""Fields of settings: words that others may see, the address that a reader leaves to, a file's name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import MISSING, field
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from hooks.content.addresses import problems_of_exit
from hooks.content.front_matter import load_yaml

ROOT = Path(__file__).resolve().parents[2]

TELLING = "stalk|abus|victim|violen|safety|crime|escape|shelter|helpline|harass|survivor|refuge|assault"
"""Words that would show somebody looking over a shoulder, or through a history, what this is about."""

SHOWS = "police|evidence|incident|witness|custody|danger|advocate|emergency|threat|court|lawyer"
"""Words that say nothing in a sentence, and much in an address or a file's name."""

OTHER_LANGUAGES = "languages/*/telling.yml"
"""What tells in other languages: `anywhere` and `in_names`, lists of how such words begin.

Whoever looks over a shoulder may know another language than the page has, so all of them count in each.
"""

LONGEST = 60  # characters: what a browser's list of pages shows of a title
LONGEST_LABEL = 24  # characters: a longer label covers the text on a small screen

FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
NOT_ON_WINDOWS = re.compile(r"con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)
STORAGE_NAME = re.compile(r"[a-z][a-z0-9-]{0,19}")
NO_STORAGE = "it parts names from what follows; use up to 20 of a to z, 0 to 9 and -, such as notes"
ICON = re.compile(r"[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*\.(svg|png)")
NO_ICON = "write the path of an SVG or PNG file in theme/ or docs/, such as assets/icon.svg"
USUAL_STORAGE = "notes"
"""What every guide called its storage before there was a setting, and still does without one."""

JOINERS = "\u200c\u200d"  # part of the spelling in Persian and in languages of India
NARROW = "\u00a0\u202f"  # the blanks that French puts before a sign
BREAKS_MARKUP = re.compile(r'[<>"]')


def words(about: str, *, longest: int = LONGEST, neutral: bool = True, default: Any = MISSING) -> Any:
    """Declare words that readers see; `neutral` ones are also seen by anyone who looks at the device."""

    def check(value: str) -> Iterator[str]:
        yield from problems_of_words(value)
        if len(value) > longest:
            yield f"it has {len(value)} characters; use at most {longest}"
        if neutral:
            yield from problems_of_telling(value)

    return _field(about, check, default=default)


def outside_address(about: str) -> Any:
    """Declare an address that a reader leaves to; `hooks/content/settings.py` compares it with our own."""

    def check(value: str) -> Iterator[str]:
        yield from problems_of_exit(value)
        yield from problems_of_telling(value)

    return _field(about, check, is_exit=True)


def file_name(about: str, *, default: Any = MISSING) -> Any:
    """Declare the name of a file, without its ending, as every system can write it."""

    def check(value: str) -> Iterator[str]:
        if not FILE_NAME.fullmatch(value) or NOT_ON_WINDOWS.fullmatch(value):
            yield "not every system can write it; use up to 40 of a to z, 0 to 9, - and _, such as notes"
        yield from problems_of_telling(value)

    return _field(about, check, default=default)


def icon(about: str, *, default: str) -> Any:
    """Declare a picture in `docs/` or `theme/`; `hooks/content/icon.py` looks into it."""

    def check(value: str) -> Iterator[str]:
        if not ICON.fullmatch(value):
            yield NO_ICON

    return _field(about, check, default=default)


def storage_name(about: str, *, default: str) -> Any:
    """Declare a name under which browsers store something."""
    return _field(about, _problems_of_storage, default=default)


def storage_names(about: str) -> Any:
    """Declare several of them; what was once published may be any word."""

    def problems(value: Any) -> Iterator[str]:
        if not isinstance(value, list | tuple):
            yield f"got {value!r}; write a list, such as [notes, memo]"
            return
        for name in value:
            if not isinstance(name, str) or not STORAGE_NAME.fullmatch(name):
                yield f"got {name!r}; {NO_STORAGE}"

    return field(default=(), metadata={"about": about, "check": problems})


def _problems_of_storage(value: str) -> Iterator[str]:
    if not STORAGE_NAME.fullmatch(value):
        yield NO_STORAGE
    yield from problems_of_telling(value)


def problems_of_words(text: str) -> Iterator[str]:
    """Yield what keeps words from being read as they are written."""
    if hidden := hidden_signs(text):
        yield f"it has a sign that cannot be seen, U+{ord(hidden[0]):04X}; leave it out"
    elif not any(sign.isalnum() for sign in text):
        yield "nothing in it can be read aloud; write some words"
    elif text != text.strip():
        yield "there are blanks around it; leave them out"
    if BREAKS_MARKUP.search(text):
        yield '<, > and " are read as part of the page; leave them out'


def hidden_signs(text: str) -> list[str]:
    """List the signs of a text that nobody sees, and that no language needs for its spelling."""
    return [sign for sign in text if not sign.isprintable() and sign not in JOINERS + NARROW]


def shown_word(text: str) -> str | None:
    """Return the word by which an address, a title or a name shows the topic; None where none does."""
    plain = _plain(text)
    found = telling().search(plain) or shows().search(plain)
    return found[0] if found else None


@cache
def telling() -> re.Pattern[str]:
    return _pattern(TELLING, "anywhere")


@cache
def shows() -> re.Pattern[str]:
    return _pattern(SHOWS, "in_names")


def _pattern(english: str, field: str) -> re.Pattern[str]:
    """Join the English words with those of each language. English ones count inside of a word, too."""
    lists = (load_yaml(path.read_text("utf-8")) for path in sorted(ROOT.glob(OTHER_LANGUAGES)))
    others = "|".join(re.escape(word) for words in lists for word in words[field])
    return re.compile(rf"{english}|(?<![^\W_])(?:{others})" if others else english, re.IGNORECASE)


def _plain(text: str) -> str:
    """Write a text without what hides a word in it."""
    return unicodedata.normalize("NFKC", unquote(text)).translate(dict.fromkeys(map(ord, JOINERS)))


def problems_of_telling(text: str) -> Iterator[str]:
    """Yield the word in a text that reveals what this guide is about."""
    if found := telling().search(_plain(text)):
        yield f'"{found[0]}" tells what this guide is about; use words that could be about anything'


def _field(
    about: str,
    check: Callable[[str], Iterator[str]],
    *,
    is_exit: bool = False,
    default: Any = MISSING,
) -> Any:
    def problems(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield from (f"got {value!r}; {problem}" for problem in check(value))
        else:
            yield f"got {value!r}; write some text, in quotes"

    metadata = {"about": about, "check": problems, "is_exit": is_exit}
    return field(metadata=metadata) if default is MISSING else field(default=default, metadata=metadata)
