"""Tell readers which texts of a layer are behind, and show the guide's own text folded below."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import PurePosixPath

from checklist.dates import long_day
from checklist.translation import _
from hooks.content.front_matter import split_front_matter
from hooks.content.load import CITATION
from hooks.content.markup import headings_of, html_of
from hooks.content.model import Content
from hooks.languages.folders import ENGLISH
from hooks.layers.behind import Behind
from hooks.layers.text_hash import BODY, folded, texts_of

DOCS = "docs/"
LINK = re.compile(r"\[(?P<words>[^\]]+)\]\((?P<page>[\w/-]+)\.md(?P<anchor>#[\w-]+)?\)")
HEADING = re.compile(r"^#+ +(?P<words>.+?)(?: *\{[^}]*\})? *$", re.MULTILINE)
TITLE = re.compile(r"^# .+$", re.MULTILINE)


def notes_of(content: Content) -> dict[str, str]:
    """Return the note of each text that is behind and shown, by the step's id or the page's file, as HTML."""
    shown = [one for one in content.behind.values() if one.is_shown and one.name in content.files]
    places = places_in(content) if shown else set()
    return {key_of(one): note_of(one, content.files[one.name], places) for one in shown}


def key_of(one: Behind) -> str:
    return one.name.removeprefix(DOCS) if one.is_page else PurePosixPath(one.name).stem


def note_of(one: Behind, own: str, places: Container[str]) -> str:
    """Write the note: a sentence, and the guide's own text folded below it. `own`: the file as shown."""
    summary = _("The text in English") if one.is_translation else _("The guide's own text")
    fold = html_of(guide_text(one, own, places)).replace("\n", " ")
    if one.is_translation:
        fold = f'<div lang="{ENGLISH}" dir="ltr">{fold}</div>'
    sentence = f"<p>{sentence_of(one)}</p>"
    return f"<div data-behind>{sentence}<details><summary>{summary}</summary>{fold}</details></div>"


def with_note(markdown: str, note: str) -> str:
    """Put the note of a page below its title."""
    return TITLE.sub(lambda title: f"{title[0]}\n\n{note}", markdown, count=1) if note else markdown


def sentence_of(one: Behind) -> str:
    if one.is_translation:
        return sentence_of_translation(one)
    if one.is_page:
        if one.day:
            return _("The guide's own text of this page changed on {day}.", day=long_day(one.day))
        return _("The guide's own text of this page has changed since.")
    if one.day:
        return _("The guide's own text of this step changed on {day}.", day=long_day(one.day))
    return _("The guide's own text of this step has changed since.")


def sentence_of_translation(one: Behind) -> str:
    day = long_day(one.day) if one.day else ""
    if one.is_page and day:
        return _("The English text of this page changed on {day}. This translation is older.", day=day)
    if one.is_page:
        return _("The English text of this page has changed since. This translation is older.")
    if day:
        return _("The English text of this step changed on {day}. This translation is older.", day=day)
    return _("The English text of this step has changed since. This translation is older.")


def guide_text(one: Behind, own: str, places: Container[str]) -> str:
    """Return, as Markdown, what the guide says in other words than `own`, or all of it where nothing differs.

    Without what one document can have only once: headings with their ids, and steps. A link to what is not
    among `places` becomes plain words: this copy may have left that out.
    """
    guide, shown = texts_of(one.name, one.text), texts_of(one.name, own)
    differs = [field for field, text in guide.items() if folded(text) != folded(shown.get(field, ""))]
    parts = [guide[field] if field == BODY else f"**{guide[field]}**" for field in differs or guide]

    def as_link(link: re.Match[str]) -> str:
        page, anchor = link["page"], link["anchor"] or ""
        is_there = page in places and (not anchor or anchor in places)
        return f"[{link['words']}]({page}.html{anchor})" if is_there else link["words"]

    text = LINK.sub(as_link, CITATION.sub("", "\n\n".join(parts)))
    return HEADING.sub(r"**\g<words>**", text)


def places_in(content: Content) -> set[str]:
    """List where a link can lead: each page, as `phone`, and each place on one, as `#your-phone`."""
    places = {page.removesuffix(".md") for page in content.pages} | {f"#{id}" for id in content.items}
    for name, text in content.files.items():
        if name.startswith(DOCS) and name.endswith(".md"):
            places.update(f"#{id}" for _words, id in headings_of(split_front_matter(text)[1]))
    return places
