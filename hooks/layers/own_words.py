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

from hooks.content.wording import hidden_signs
from hooks.translation.words import find_words

FILE = "words.po"
GAP = re.compile(r"%\(\w+\)s|\{\w+\}")
MARKUP = re.compile(r"<[^<>]*>|[<>\"]")
"""What a browser would read as a part of the page: an organisation's words have what the guide's have."""
QUOTES = "\"'`"
QUOTED = r'"(?:[^"\\]|\\.)*"'
LINE = re.compile(rf"#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s+)?{QUOTED}|")
SENTENCE = re.compile(rf"^msgid\s+(?P<text>{QUOTED}(?:\s*{QUOTED})*)", re.MULTILINE)
NO_ENTRY = 'it is no entry of gettext; write msgid "…", then msgstr "…"'
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
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        return OwnWords(), [f"{FILE}: the file: it is not in UTF-8; save it so"]
    if problems := list(problems_of_form(text)):
        return OwnWords(), problems
    try:
        catalog = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        return OwnWords(), [f"{FILE}: line {error.lineno + 1}: {NO_ENTRY}"]
    except (ValueError, LookupError) as error:
        told = f"its first entry, whose msgid is empty, cannot be read ({error}); leave that entry out"
        return OwnWords(), [f"{FILE}: the file: {told}"]
    known = sentences_of(find_words(root))
    scripts = "\n".join(path.read_text(encoding="utf-8") for path in sorted((root / "theme").rglob("*.js")))
    words: dict[str, str] = {}
    for message in catalog:
        problems += [f"{FILE}: line {message.lineno}: {told}" for told in problems_of_plural(message)]
        for english, own in pairs_of(message):
            words[english] = own
            problems += [
                f"{FILE}: line {message.lineno}: {shown(english)}: {problem}"
                for problem in problems_of_words(english, own, known, scripts)
            ]
    return OwnWords(words, {english: own for english, own in words.items() if known.get(english)}), problems


def problems_of_form(text: str) -> Iterator[str]:
    """Yield each line that is none of gettext, and each sentence that is there twice."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not LINE.fullmatch(line.strip()):
            yield f"{FILE}: line {number}: {NO_ENTRY}"
    first: dict[str, int] = {}
    for sentence in SENTENCE.finditer(text):
        number = text.count("\n", 0, sentence.start()) + 1
        english = "".join(part[1:-1] for part in re.findall(QUOTED, sentence["text"]))
        if english in first:
            told = f"{shown(english)} is also in line {first[english]}; leave one of them out"
            yield f"{FILE}: line {number}: {told}"
        first.setdefault(english, number)


def problems_of_plural(message: Message) -> Iterator[str]:
    """Yield an entry that says one form of a plural in own words and leaves the other as it is."""
    own = forms_of(message.string)
    if len(forms_of(message.id)) > 1 and any(own) and not all(own):
        yield f"{shown(message.id[0])}: one of its two forms is missing; write msgstr[0] and msgstr[1]"


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
    yield from problems_of_signs(own)
    for what, pattern in (("gaps", GAP), ("markup", MARKUP)):
        wanted, found = (Counter(pattern.findall(text)) for text in (english, own))
        if wanted != found:
            has, needs = (", ".join(counted.elements()) or "none" for counted in (found, wanted))
            yield f"{what}: got {has}; the guide's sentence has {needs}, and own words have the same"


def problems_of_signs(own: str) -> Iterator[str]:
    """Yield what readers could not see: words of blanks alone, or a sign that turns them round."""
    if not own.strip():
        yield "nothing can be seen of it; write some words, or leave the entry out"
    if hidden := hidden_signs(own.replace("\n", " ")):
        yield f"it has a sign that cannot be seen, U+{ord(hidden[0]):04X}; leave it out"


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
