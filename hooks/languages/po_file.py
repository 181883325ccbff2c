"""Read and write a PO file so that what did not change keeps its bytes.

Babel reads it. It is written here, as Babel would, but for three things: the first entry stays as it is, so
that no date in it changes by itself; the English that older words were made from is kept (`#| msgid`); and
places have no line numbers, so that a change elsewhere in a file changes nothing here.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, escape, normalize, read_po, unescape
from babel.util import TextWrapper

from checklist.errors import ChecklistError
from hooks.layers.own_words import QUOTED, forms_of

WIDTH = 110  # characters of a line
FUZZY = "fuzzy"
WAS = re.compile(rf"msgid(?P<many>_plural)?\s+(?P<text>{QUOTED}(?:\s*{QUOTED})*)")
RULE = re.compile(r"plural=([^;\\]*)")
FORMS = re.compile(r"nplurals=(\d+)")
Key = tuple[str, str]
"""The place and the English of an entry, which together find it."""


@dataclass(frozen=True)
class Entry:
    """One text and its words."""

    english: tuple[str, ...]
    """One sentence, or that for one thing and that for many."""
    own: tuple[str, ...] = ()
    """Its words: one, or one for each kind of number; empty where it has none yet."""
    context: str = ""
    """The place of a text of the guide's data, by which entries with the same English differ."""
    files: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    """What the sources say to those who translate."""
    notes: tuple[str, ...] = ()
    """What those who translate wrote themselves."""
    flags: frozenset[str] = frozenset()
    was: tuple[str, ...] = ()
    """The earlier English that `own` was made from, where that is not `english`."""

    def with_words(self, own: str, was: str | None = None) -> Entry:
        """Return the entry with these words. `was`: the earlier English that they are for, if another."""
        if was is None:
            return replace(self, own=(own,))
        return replace(self, own=(own,), flags=self.flags | {FUZZY}, was=(was,) if was else ())

    @property
    def key(self) -> Key:
        return self.context, self.english[0]

    @property
    def is_behind(self) -> bool:
        """Whether its words are for an earlier English, so that readers see the English."""
        return FUZZY in self.flags and any(self.own)

    @property
    def is_missing(self) -> bool:
        return not any(self.own)

    @property
    def is_there(self) -> bool:
        return not self.is_missing and not self.is_behind


@dataclass(frozen=True)
class PoFile:
    """A PO file: its first entry as it is written, its entries, and those that nothing has any more."""

    head: str
    entries: tuple[Entry, ...] = ()
    gone: tuple[Entry, ...] = ()
    catalog: Catalog = field(default_factory=Catalog, compare=False)
    """What Babel reads of it."""

    @property
    def rule(self) -> str:
        """Which form each number takes, as `plural` says it, without blanks."""
        found = RULE.search(self.head)
        return "".join(found[1].split()) if found else ""

    @property
    def forms(self) -> int:
        """How many forms a sentence with a number has."""
        found = FORMS.search(self.head)
        return int(found[1]) if found else 2


def read_po_file(text: str, name: str) -> PoFile:
    """Read the PO file called `name` from its text. Raises ChecklistError where it is none."""
    try:
        catalog = read_po(io.StringIO(text), abort_invalid=True)
    except PoFileError as error:
        raise ChecklistError(
            [f"{name}: line {error.lineno + 1}: it is no entry of gettext; {error}"]
        ) from error
    except (ValueError, LookupError) as error:
        raise ChecklistError([f"{name}: the file: its first entry cannot be read: {error}"]) from error
    head = re.split(r"\n\s*\n", text.lstrip("\ufeff"), maxsplit=1)[0]
    entries = tuple(entry_of(message) for message in catalog if message.id)
    return PoFile(head, entries, tuple(map(entry_of, catalog.obsolete.values())), catalog)


def written(file: PoFile) -> str:
    """Return the text of a PO file."""
    blocks = [file.head.rstrip("\n"), *(block_of(entry, forms=file.forms) for entry in file.entries)]
    blocks += [block_of(entry, "#~ ", forms=file.forms) for entry in file.gone]
    return "".join(f"{block}\n\n" for block in blocks)


def block_of(entry: Entry, prefix: str = "", *, forms: int = 2) -> str:
    """Write one entry, without a line break at its end."""
    names = ("msgid", "msgid_plural")
    lines = list(_comment("", entry.notes))
    if not prefix:
        lines += _comment(".", entry.comments)
        lines += _comment(":", [" ".join(sorted(set(entry.files)))] if entry.files else [])
        lines += [f"#, {', '.join(sorted(entry.flags))}"] if entry.flags else []
        # On one line each: Babel reads lines of comments that are alike once.
        lines += [f"#| {name} {escape(text)}" for name, text in zip(names, entry.was, strict=False)]
    if entry.context:
        lines.append(_line(prefix, "msgctxt", entry.context))
    lines += [_line(prefix, name, text) for name, text in zip(names, entry.english, strict=False)]
    if len(entry.english) > 1:
        own = entry.own or ("",) * forms
        lines += [_line(prefix, f"msgstr[{number}]", text) for number, text in enumerate(own)]
    else:
        lines.append(_line(prefix, "msgstr", entry.own[0] if entry.own else ""))
    return "\n".join(lines)


def _line(prefix: str, name: str, text: str) -> str:
    return f"{prefix}{name} {normalize(text, prefix=prefix, width=WIDTH)}"


def _comment(sign: str, texts: Iterable[str]) -> Iterator[str]:
    wrapper = TextWrapper(width=WIDTH, break_long_words=False)
    for text in texts:
        for line in wrapper.wrap(text):
            yield f"#{sign} {line.strip()}"


def entry_of(message: Message) -> Entry:
    was = [text for text in message.user_comments if text.startswith("|")]
    own = forms_of(message.string)
    return Entry(
        english=forms_of(message.id),
        own=own if any(own) else (),
        context=message.context or "",
        files=tuple(dict.fromkeys(name for name, _line in message.locations)),
        comments=tuple(message.auto_comments),
        notes=tuple(text for text in message.user_comments if text not in was),
        flags=frozenset(message.flags),
        was=tuple(_was(was)),
    )


def _was(comments: list[str]) -> Iterator[str]:
    text = " ".join(comment.removeprefix("|").strip() for comment in comments)
    for found in WAS.finditer(text):
        yield "".join(map(unescape, re.findall(QUOTED, found["text"])))
