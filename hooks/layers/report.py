"""Write what a new version of the guide means for an organisation's copy, as Markdown.

A person reads it in a terminal, and a bot can put it into the change that raises the version. What can put a
reader in danger is first in each part; a part without anything to do says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checklist.dates import long_day
from hooks.layers.behind import is_never_behind
from hooks.layers.came_and_went import Piece
from hooks.layers.change import short_name
from hooks.layers.changed import ChangedRecord, ChangedText, Difference
from hooks.layers.findings import OldNumber, Upgrade
from hooks.layers.merge import Both
from hooks.layers.text_hash import texts_of
from hooks.layers.word_diff import word_diff

ADVICE_LINES = "Advice"
"""The section of `CHANGELOG.md` on what readers are told; the others are for those who build or publish."""


def as_markdown(upgrade: Upgrade) -> str:
    """Return the whole report."""
    since = f"from {upgrade.made_for} " if upgrade.made_for not in ("", upgrade.version) else ""
    parts = [
        [f"# Upgrade {since}to {upgrade.version}", *_first(upgrade)],
        ["## 1. What changed in the advice", *_changelog(upgrade, of_advice=True)],
        ["## 2. What you changed, and the guide too", *_changed(upgrade)],
        ["## 3. New and gone", *_came_and_went(upgrade)],
        ["## 4. Withdrawn", *_withdrawn(upgrade)],
        ["## 5. Numbers that nobody has checked for 6 months, or at all", *_old_numbers(upgrade)],
        ["## 6. What changed for those who publish", *_changelog(upgrade, of_advice=False)],
        ["## Then", *_then(upgrade)],
    ]
    return "\n\n".join(block for part in parts for block in part) + "\n"


def _first(upgrade: Upgrade) -> Iterator[str]:
    behind = sum(text.is_behind for text in upgrade.texts)
    for text in upgrade.texts:
        if text.is_withdrawn:
            yield f"**First: `{text.name}` was made from a text that is withdrawn. Readers see the guide's.**"
    if behind:
        yield f"{_count(behind, 'text', 'texts')} of yours to read again, the most urgent first: part 2."
    else:
        yield "No text of yours is behind."
    if not upgrade.made_for:
        yield "`organisation.yml` names no `guide:`, so this lists every version that the changelog has."
    if not upgrade.is_remembered:
        yield (
            "Your folder does not remember what the guide held before (`.was/guide.json`), so this cannot say"
            " what is new or gone. `quiet-guide upgrade --done` remembers it for the next time."
        )


def _changelog(upgrade: Upgrade, *, of_advice: bool) -> Iterator[str]:
    found = False
    for version, sections in upgrade.changelog:
        lines = [
            line
            for section, points in sections.items()
            if (section == ADVICE_LINES) == of_advice
            for line in points
        ]
        if lines:
            found = True
            yield f"### {version}"
            yield _points(lines)
    if not found:
        yield "The changelog says nothing new."


def _changed(upgrade: Upgrade) -> Iterator[str]:
    if not upgrade.texts and not upgrade.records and not upgrade.unknown:
        yield "Nothing: the guide did not change what you changed."
        return
    for text in upgrade.texts:
        yield from _text(text)
    for record in upgrade.records:
        yield from _record(record)
    if upgrade.unknown:
        yield "Nobody knows whether the guide changed these since you did, so compare them once by hand:"
        yield _points(f"`{name}`" for name in upgrade.unknown)


def _text(text: ChangedText) -> Iterator[str]:
    yield f"### {text.title}"
    yield f"`{text.name}`. {_when(text)}".rstrip()
    if text.is_behind:
        yield from _diff(text)
        yield from _merge(text)
        yield (
            f"When yours says what it should, `quiet-guide change {short_name(text.name)} --same` writes"
            f" `of: {text.hash}`: also at once, if the guide only says the same in other words."
        )
    if text.settings:
        yield "The guide also changed what you set here. Yours stays; check whether it is still right."
        yield _differences(text.settings)


def _when(text: ChangedText) -> str:
    words = f"The guide's text changed on {long_day(text.day.isoformat())}." if text.day else ""
    if text.is_behind:
        words = words or "The guide's text changed."
        made_from = (
            f"Yours was made from `{text.of}`" if text.of else "Yours does not say what it was made from"
        )
        words += f" {made_from}; it is `{text.hash}` now."
    if text.is_withdrawn:
        words += " **What yours was made from is withdrawn (part 4): it is never shown.**"
    elif text.is_behind and is_never_behind(text.name):
        words += " Readers see the guide's own text until you have read this."
    return words.strip()


def _diff(text: ChangedText) -> Iterator[str]:
    if text.was is None:
        yield "Nobody kept what the guide said before. This is what it says now:"
        yield _code(
            "\n\n".join(f"{field}: {words}" for field, words in texts_of(text.name, text.now).items())
        )
        return
    yield "What the guide changed, as [-taken out-] and {+put in+}:"
    before, after = texts_of(text.name, text.was), texts_of(text.name, text.now)
    differing = (
        f"{field}:\n{diff}"
        for field in dict.fromkeys((*before, *after))
        if (diff := word_diff(before.get(field, ""), after.get(field, "")))
    )
    yield _code("\n\n".join(differing))


def _merge(text: ChangedText) -> Iterator[str]:
    if text.is_shown_already:
        yield "None of that is in your file: readers see the guide's new words already."
    elif text.merged is not None:
        yield (
            "You did not change the same paragraphs, so both fit together. Read it as a whole; "
            "`quiet-guide upgrade --write` writes this into your file:"
        )
        yield _code(text.merged.rstrip(), "markdown")
    if text.both:
        yield "You and the guide changed the same. Decide, and write it into your file:"
        yield _code("\n\n".join(_both(field, part) for field, part in text.both))


def _both(field: str, part: Both) -> str:
    sides = (("the guide before", part.was), ("yours", part.own), ("the guide now", part.guide))
    return "\n\n".join(f"{field}, {side}:\n{words or '(nothing)'}" for side, words in sides)


def _record(record: ChangedRecord) -> Iterator[str]:
    yield f"### {record.key or 'the whole file'}"
    if record.differences:
        yield f"`{record.file}`. The guide changed this entry, of which you change fields."
        yield _differences(record.differences)
    else:
        yield f"`{record.file}`. The guide changed this entry, and nobody kept what it said. Compare by hand."


def _differences(differences: Iterable[Difference]) -> str:
    return _points(
        f"`{it.field or 'value'}`: {_quoted(it.was)} is now {_quoted(it.now)}; "
        + ("yours comes from the guide" if it.own is None else f"yours stays {_quoted(it.own)}")
        for it in differences
    )


def _came_and_went(upgrade: Upgrade) -> Iterator[str]:
    hidden = [piece for piece in upgrade.new if piece.why_not]
    visible = [piece for piece in upgrade.new if not piece.why_not]
    if not upgrade.is_remembered:
        yield "Not known this time."
    elif not upgrade.new and not upgrade.gone:
        yield "Nothing."
    if hidden:
        yield "New, and not in your copy:"
        yield _points(f"{_named(piece)}: {piece.why_not}" for piece in hidden)
    if visible:
        yield "New, and in your copy from now on:"
        yield _points(f"{_named(piece)}{_same_name(piece)}" for piece in visible)
    if upgrade.gone:
        yield "No longer in the guide:"
        yield _points(_gone(piece) for piece in upgrade.gone)


def _named(piece: Piece) -> str:
    return f"{piece.kind} `{piece.name}`" + (f", {piece.title}" if piece.title else "")


def _same_name(piece: Piece) -> str:
    if not piece.is_own_too:
        return ""
    return (
        ". **Your folder has a file of that name, which was your own: give it another name, or add `of:`.**"
    )


def _gone(piece: Piece) -> str:
    words = _named(piece)
    if piece.moved_to:
        words += f", which is `{piece.moved_to}` now"
    if piece.replaced_by:
        words += f", replaced by {', '.join(f'`{id}`' for id in piece.replaced_by)}"
    todo = " ".join(_todo(piece))
    return f"{words}. **{todo}**" if todo else words


def _todo(piece: Piece) -> Iterator[str]:
    if piece.is_own_too and piece.moved_to:
        yield "You changed it: move your file there."
    elif piece.is_own_too:
        yield "You changed it, and it has nothing below it any more: delete your file, or make it your own:"
        yield f"copy what it lacks from `.was/{piece.name}`, without `of:`."
    if piece.cited_in:
        yield f"Named in {', '.join(f'`{file}`' for file in piece.cited_in)}: take it out there."


def _withdrawn(upgrade: Upgrade) -> Iterator[str]:
    if not upgrade.withdrawn:
        yield "Nothing."
        return
    yield _points(
        f"{'Version' if entry.get('version') else 'The text with the hash'} "
        f"`{entry.get('version') or entry.get('hash')}`, on {long_day(entry['day'])}: {entry['why']}"
        for entry in upgrade.withdrawn
    )
    if any(entry.get("version") for entry in upgrade.withdrawn):
        yield (
            "A version is one that those who write the guide published. Where yours had the same fault, add"
            " its version (`files.json` has it) to `content/withdrawn.yml` in your folder: the guide then"
            " says so to anyone who kept it."
        )
    if made_from := [text.name for text in upgrade.texts if text.is_withdrawn]:
        yield "Yours were made from such a text. Change them, or delete them:"
        yield _points(f"`{name}`" for name in made_from)


def _old_numbers(upgrade: Upgrade) -> Iterator[str]:
    if not upgrade.old_numbers:
        yield "None in your countries."
        return
    yield "Call them, or look at the page of each. If one is wrong, correct it in your folder and tell us."
    yield _points(
        f"{'yours' if it.is_own else 'the guide'}: {it.name} (`{it.file}`, `{it.key}`), {_when_checked(it)}"
        for it in upgrade.old_numbers
    )


def _when_checked(number: OldNumber) -> str:
    """Say when a number was checked, or that it was not."""
    not_checked = {"no": "not checked", "seen": "seen on a page that carries a year of its own"}
    return not_checked.get(number.checked) or long_day(number.day)


def _then(upgrade: Upgrade) -> Iterator[str]:
    yield (
        "Run `quiet-guide check`, then `quiet-guide build`. When you have read this, "
        f"`quiet-guide upgrade --done` writes `guide: {upgrade.version}` into `organisation.yml`, and"
        " remembers what the guide holds now. A text that is behind stays behind until you have changed it."
    )


def _points(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"


def _count(number: int, one: str, many: str) -> str:
    return f"1 {one}" if number == 1 else f"{number} {many}"


def _code(words: str, language: str = "text") -> str:
    """Return a block of code whose fence is longer than any inside it."""
    fence = "```"
    while fence in words:
        fence += "`"
    return f"{fence}{language}\n{words}\n{fence}"
