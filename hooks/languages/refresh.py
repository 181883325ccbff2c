"""Bring the `words.po` of a language up to the guide's short texts of today."""

from __future__ import annotations

from pathlib import Path

from babel import UnknownLocaleError

from checklist.errors import ChecklistError
from hooks.languages.language import named
from hooks.languages.plural_rule import head_of
from hooks.languages.po_file import Entry, PoFile, read_po_file, written
from hooks.languages.short_texts import refreshed
from hooks.languages.words import FILE


def refresh(folder: Path, texts: list[Entry]) -> str:
    """Write `words.po` anew where anything in it differs, and say how it stands. Raises ChecklistError."""
    file = refreshed(words_of_folder(folder), texts)
    write_if_new(folder / FILE, written(file))
    behind = sum(entry.is_behind for entry in file.entries)
    missing = sum(entry.is_missing for entry in file.entries)
    counts = f"{behind} behind, {missing} missing, {len(file.gone)} that the guide has no more"
    return f"{named(folder, FILE)}: {len(file.entries)} short texts: {counts}."


def words_of_folder(folder: Path) -> PoFile:
    """Read the `words.po` of a language's folder; where there is none, it has no words yet.

    Raises ChecklistError where the file cannot be read, or where the language is unknown and has none.
    """
    path, name = folder / FILE, named(folder, FILE)
    if path.is_file():
        return read_po_file(path.read_text("utf-8-sig"), name)
    try:
        return PoFile(head_of(folder.name))
    except (UnknownLocaleError, ValueError) as error:
        unknown = "there is none, and no plural rule of the language is known; write its first entry"
        raise ChecklistError([f"{name}: file: {unknown}"]) from error


def write_if_new(path: Path, text: str) -> bool:
    """Write a file where its text differs, and return whether it did."""
    if path.is_file() and path.read_text("utf-8") == text:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return True
