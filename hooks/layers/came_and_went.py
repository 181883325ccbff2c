"""Which steps, pages, sheets and countries the guide gained and lost since an organisation last looked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hooks.layers.copy_of_guide import Copy
from hooks.layers.organisation import FILE
from hooks.layers.snapshot import is_text, records_of
from hooks.layers.text_hash import ADVICE, text_fields, texts_of

SHEETS = "content/sheets.yml"
PLACES = "content/places/"
RETIRED = "content/advice/_retired.yml"


@dataclass(frozen=True)
class Piece:
    """A step, page, sheet or country that came or went. `why_not` says why the copy does not show it."""

    kind: str
    name: str
    """Its file, or for a sheet its id."""
    title: str = ""
    why_not: str = ""
    is_own_too: bool = False
    """Whether the organisation's folder has a file of that name."""
    moved_to: str = ""
    replaced_by: tuple[str, ...] = ()
    cited_in: tuple[str, ...] = ()
    """The organisation's files that name it."""


def new_pieces(copy: Copy) -> Iterator[Piece]:
    """Yield what the guide has now and had not when the organisation last looked."""
    before = copy.snapshot
    if before is None:
        return
    for name in copy.guide.files:
        if is_text(name) and name not in before.texts:
            kind = "step" if name.startswith(ADVICE) else "page"
            title = texts_of(name, copy.guide.files[name]).get(text_fields(name)[0], "")
            yield Piece(kind, name, title, why_not_shown(copy, name), name in copy.own.files)
        if name.startswith(PLACES) and name not in before.records:
            title = (
                copy.guide.data[name].get("country", "") if isinstance(copy.guide.data[name], dict) else ""
            )
            yield Piece("country", name, title, why_not_shown(copy, name), name in copy.own.files)
    for id, sheet in records_of(copy.guide.data.get(SHEETS)):
        if id not in before.records.get(SHEETS, {}):
            place = f"{PLACES}{sheet['place']}.yml" if sheet.get("place") else ""
            why_not = "left out" if id in copy.listed("leave_out") else why_not_shown(copy, place)
            yield Piece("sheet", id, sheet.get("title", ""), why_not)


def why_not_shown(copy: Copy, name: str) -> str:
    """Say why the copy does not show a file of the guide; empty where it does."""
    left_out = copy.listed("leave_out")
    if name.startswith(ADVICE):
        topic = name.split("/")[2]
        if topic in left_out:
            return f"`leave_out` names its topic, {topic}"
    if Path(name).stem in left_out:
        return "`leave_out` names it"
    countries = copy.listed("countries")
    if name.startswith(PLACES) and countries and Path(name).stem not in countries:
        return "`countries` does not name it"
    return ""


def pieces_gone(copy: Copy) -> Iterator[Piece]:
    """Yield what the guide had when the organisation last looked and has no longer."""
    before = copy.snapshot
    if before is None:
        return
    places = {Path(name).stem: name for name in copy.guide.files if name.startswith(ADVICE)}
    retired = dict(records_of(copy.guide.data.get(RETIRED)))
    for name in (*before.texts, *(file for file in before.records if file.startswith(PLACES))):
        if name in copy.guide.files:
            continue
        stem = Path(name).stem
        kind = "step" if name.startswith(ADVICE) else "country" if name.startswith(PLACES) else "page"
        yield Piece(
            kind,
            name,
            is_own_too=name in copy.own.files,
            moved_to=places.get(stem, "") if kind == "step" else "",
            replaced_by=tuple(retired.get(stem, {}).get("replaced_by", ())),
            cited_in=tuple(_citing(copy, f"{stem}.md" if kind == "page" else stem, name)),
        )
    sheets = dict(records_of(copy.guide.data.get(SHEETS)))
    for id in before.records.get(SHEETS, {}):
        if id not in sheets:
            yield Piece("sheet", id, cited_in=tuple(_citing(copy, id, "")))


def _citing(copy: Copy, word: str, name: str) -> Iterator[str]:
    """Yield the organisation's files that name a step, page, sheet or country, `name` aside."""
    whole = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
    for file, text in copy.own.files.items():
        if file != name and whole.search(text):
            yield file
    settings = copy.folder / FILE
    named = (*copy.listed("leave_out"), *copy.listed("countries"))
    if settings.is_file() and (Path(word).stem in named or whole.search(settings.read_text("utf-8"))):
        yield FILE
