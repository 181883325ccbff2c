"""An organisation's own words for sentences of the guide: `words.po`, in the form of gettext.

The English sentence is the key. `make words` lists them all.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po

from hooks.translation.words import find_words

FILE = "words.po"
GAP = re.compile(r"%\(\w+\)s|\{\w+\}")
MARKUP = re.compile(r"<[^<>]*>|[<>\"]")
"""What a browser would read as a part of the page: an organisation's words have what the guide's have."""
QUOTES = "\"'`"
LONGEST_SHOWN = 60  # characters of a sentence in a problem


@dataclass(frozen=True)
class OwnWords:
    """Own words by the English sentence in whose place they stand."""

    everywhere: Mapping[str, str] = field(default_factory=dict)
    in_scripts: Mapping[str, str] = field(default_factory=dict)
    """Those of them that scripts say."""


def read_words(folder: Path, root: Path) -> tuple[OwnWords, list[str]]:
    """Return the words of an organisation's folder by their English, and every problem.

    `root` holds the guide's sources, which are read where there is a `words.po` alone.
    """
    path = folder / FILE
    if not path.is_file():
        return OwnWords(), []
    try:
        catalog = read_po(io.BytesIO(path.read_bytes()), abort_invalid=True)
    except PoFileError as error:
        told = 'it is no entry of gettext; write msgid "…", then msgstr "…"'
        return OwnWords(), [f"{FILE}: line {error.lineno + 1}: {told}"]
    except UnicodeDecodeError:
        return OwnWords(), [f"{FILE}: the file: it is not in UTF-8; save it so"]
    known = sentences_of(find_words(root))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "theme").rglob("*.js")))
    words: dict[str, str] = {}
    problems: list[str] = []
    for message in catalog:
        for english, own in pairs_of(message):
            words[english] = own
            problems += [
                f"{FILE}: line {message.lineno}: {shown(english)}: {problem}"
                for problem in problems_of_words(english, own, known, scripts)
            ]
    return OwnWords(words, {english: own for english, own in words.items() if known.get(english)}), problems


def sentences_of(catalog: Catalog) -> dict[str, int]:
    """Return each sentence, of a plural both forms, and the number of its places in scripts."""
    return {
        form: sum(name.endswith(".js") for name, _ in message.locations)
        for message in catalog
        if message.id
        for form in forms_of(message.id)
    }


def pairs_of(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each sentence of an entry with its own words; what gettext leaves out has none."""
    if message.id and not message.fuzzy:
        for english, own in zip(forms_of(message.id), forms_of(message.string), strict=False):
            if own:
                yield english, own


def forms_of(text: str | list[str] | tuple[str, ...] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())


def problems_of_words(english: str, own: str, known: Mapping[str, int], scripts: str) -> Iterator[str]:
    """Yield what is wrong with one sentence's own words."""
    if english not in known:
        near = get_close_matches(english, known, n=1, cutoff=0.0)
        yield f"stands nowhere in the guide; possible: {shown(*near)}"
        return
    if known[english] and is_code_too(english, known[english], scripts):
        yield "scripts have it for something else too, so it stays as it is; leave the entry out"
    for what, pattern in (("gaps", GAP), ("markup", MARKUP)):
        wanted, found = (Counter(pattern.findall(text)) for text in (english, own))
        if wanted != found:
            has, needs = (", ".join(counted.elements()) or "none" for counted in (found, wanted))
            yield f"{what}: got {has}; the guide's sentence has {needs}, and own words have the same"


def is_code_too(english: str, marked: int, scripts: str) -> bool:
    """Tell whether scripts hold a sentence for something else too, such as a word to look for in a file.

    A finished script does not say which is which.
    """
    return sum(scripts.count(quoted(english, quote)) for quote in QUOTES) > marked


def shown(text: str) -> str:
    return f'"{text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"}"'


def put_into_scripts(folder: Path, words: Mapping[str, str]) -> None:
    """Put own words in the place of the English ones in the finished scripts of `folder`."""
    forms = {quoted(english, quote): quoted(own, quote) for english, own in words.items() for quote in QUOTES}
    if not forms:
        return
    either = re.compile("|".join(map(re.escape, sorted(forms, key=len, reverse=True))))
    for path in sorted((folder / "assets").glob("*.js")):
        text = path.read_text(encoding="utf-8")
        changed = either.sub(lambda found: forms[found[0]], text)
        if changed != text:
            path.write_text(changed, encoding="utf-8")


def quoted(text: str, quote: str) -> str:
    """Write a text as esbuild writes it between these quotes."""
    escaped = text.replace("\\", "\\\\").replace(quote, f"\\{quote}")
    escaped = escaped.replace("${", "\\${") if quote == "`" else escaped.replace("\n", "\\n")
    return f"{quote}{escaped}{quote}"
