"""Say of each language how much of the guide it has, and what to do next: `make languages`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from checklist.errors import ChecklistError
from hooks.languages.folders import FOLDER, codes
from hooks.languages.language import Language, named, read_language
from hooks.languages.long_texts import LongText, long_texts
from hooks.languages.po_file import Entry, Key
from hooks.languages.refresh import words_of_folder
from hooks.languages.short_texts import gone_texts, refreshed, short_texts
from hooks.languages.words import FILE
from hooks.layers.own_words import shown

HEAD = ("language", "steps", "pages", "short words", "behind", "missing")
FRAME = (
    *("mkdocs.yml", "theme/base.html", "theme/main.html", "theme/start.html", "theme/404.html"),
    *("theme/first.js", "theme/page.js", "theme/now.html", "hooks/site/items.py"),
    *(f"theme/components/{part}/" for part in ("quick-exit", "header", "menu", "page", "not-found")),
)
"""What is on every page, the way out of it, and what is before a caution."""
OF_NUMBERS = ("content/places/", "content/territories.yml", "theme/numbers.html", "theme/components/places/")
OTHER_WORDS = (7, 0)
SHOWN = 5  # how many things to do next


@dataclass(frozen=True)
class Standing:
    """How far one language is."""

    language: Language
    folder: Path
    long: list[LongText]
    short: list[Entry]
    """An entry for each short text of the guide today."""
    gone: dict[Key, list[str]]
    """Entries with words that nothing has any more, to what they may have become."""

    def row(self) -> tuple[str, ...]:
        steps = [text for text in self.long if text.is_step]
        pages = [text for text in self.long if not text.is_step]
        states = [text.state for text in self.long]
        behind = states.count("behind") + sum(entry.is_behind for entry in self.short)
        missing = states.count("missing") + sum(entry.is_missing for entry in self.short)
        return (
            f"{self.folder.name} {self.language.name}",
            *(f"{sum(one.state != 'missing' for one in part)} of {len(part)}" for part in (steps, pages)),
            f"{sum(entry.is_there for entry in self.short)} of {len(self.short)}",
            str(behind),
            str(missing),
        )


def standing_of(root: Path, folder: Path, texts: list[Entry]) -> Standing:
    """Compare a language's folder with the guide. Raises ChecklistError with every problem of its files."""
    language, problems = read_language(folder)
    if problems:
        raise ChecklistError(problems)
    file = words_of_folder(folder)
    short = list(refreshed(file, texts).entries)
    return Standing(language, folder, long_texts(root, folder), short, gone_texts(file, texts))


def danger_of(entry: Entry) -> tuple[int, int]:
    """Return a key that sorts short texts among steps and pages, the most dangerous first."""
    where = (entry.context, *entry.files)
    if any(place.startswith(FRAME) for place in where):
        return 0, 0
    return (2, 0) if any(place.startswith(OF_NUMBERS) for place in where) else OTHER_WORDS


ABOUT = {
    (0, 0): "on every page, and the way out",
    (2, 0): "of the numbers to call",
    OTHER_WORDS: "of the rest",
}


def next_things(standing: Standing) -> list[str]:
    """List what to translate, the most dangerous first."""
    code = standing.folder.name
    todo: list[tuple[tuple[int, int], str]] = []
    for danger, about in ABOUT.items():
        open_entries = [one for one in standing.short if danger_of(one) == danger and not one.is_there]
        if open_entries:
            count = "1 short text" if len(open_entries) == 1 else f"{len(open_entries)} short texts"
            first = shown(open_entries[0].english[0])
            todo.append((danger, f"{named(standing.folder, FILE)}: {count} {about}, such as {first}"))
    for text in standing.long:
        if text.state == "missing":
            todo.append((text.danger, f"{named(standing.folder, text.name)}: it is missing"))
        elif text.state == "behind":
            ask = f"make behind LANGUAGE={code} ITEM={text.name}"
            todo.append((text.danger, f"{named(standing.folder, text.name)}: it is behind; {ask}"))
    return [what for _danger, what in sorted(todo, key=lambda one: one[0])]


def report(standings: Iterable[Standing]) -> Iterator[str]:
    """Yield the lines of the table, and below it what to do next in each language."""
    standings = list(standings)
    yield from table([standing.row() for standing in standings])
    for standing in standings:
        code = standing.folder.name
        yield ""
        for (_context, english), near in standing.gone.items():
            became = f"; it may be {' or '.join(map(shown, near))} now" if near else ""
            ask = "`make words` keeps its words"
            yield f"{named(standing.folder, FILE)}: {shown(english)}: the guide has it no more{became}; {ask}"
        things = next_things(standing)
        if not things:
            yield f"{code}: nothing is missing, and nothing is behind."
            continue
        yield f"{code}: what to do next:"
        yield from (f"- {thing}" for thing in things[:SHOWN])
        if len(things) > SHOWN:
            yield f"- and {len(things) - SHOWN} more."


def table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    rows = [HEAD, *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    for number, row in enumerate(rows):
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
        if number == 0:
            yield "|-" + "-|-".join("-" * width for width in widths) + "-|"


def main() -> int:
    root = Path.cwd()
    found = codes(root)
    if not found:
        print("There is no other language yet. `make language CODE=… NAME=…` starts one.")
        return 0
    texts = short_texts(root)
    try:
        standings = [standing_of(root, root / FOLDER / code, texts) for code in found]
    except ChecklistError as error:
        print(*error.problems, sep="\n")
        return 1
    print(*report(standings), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
