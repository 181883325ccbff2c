"""The records that the build reads besides advice items and facts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from checklist import schema
from checklist.schema import ID, NUMBER, day, one_of, problems_of, read, records, texts, whole_number
from hooks.content.wording import (
    LONGEST_LABEL,
    USUAL_STORAGE,
    file_name,
    icon,
    outside_address,
    storage_name,
    storage_names,
    words,
)

VERDICTS = ("keep", "update", "caution", "correct")
CHECKED = ("yes", "seen", "no")
GROUPS = ("log", "evidence", "plan", "now", "handouts", "police", "checks", "booklet")
HEADINGS = ("log", "fixed")
OF_A_LAW = re.compile(r"\b(?:Acts?|Standard)(?: \([^)]*\))?(?: of)? \d{4}\b|\b\d{4}/\d+")
"""A year that names a law, such as the Firearms Act 1968, says nothing about the copy that was read."""
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
ORIENTATIONS = ("portrait", "landscape")
DIALLED = re.compile(r"(?=.*[0-9])[0-9+*#(][0-9+*# ()-]*")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
A_LANGUAGE = "a tag of BCP 47, such as es"
A_NUMBER = "a number as it is dialled, such as 999 or 1800 341 900"
TERRITORY = re.compile(r"[A-Z]{2}")
BROWSERS = ("chromium", "firefox")
COUNT = re.compile(r"0|[1-9][0-9]{0,5}")


@dataclass(frozen=True, kw_only=True)
class Settings:
    """What `mkdocs.yml` sets under `extra:`. `hooks/content/settings.py` checks what MkDocs knows."""

    neutral_title: str = words("The title of every page. Tabs and the browser's history show it.")
    exit_url: str = outside_address("Where the exit leads: a page that many people open.")
    second_exit_url: str = outside_address("Where it leads when that page does not come.")
    exit_label: str = words("What the exit says.", longest=LONGEST_LABEL, neutral=False)
    short_name: str = words(
        "What the header calls the guide. Without it, its whole name.", longest=LONGEST_LABEL, default=""
    )
    icon: str = icon("What tabs and lists show beside the title.", default="assets/icon.svg")
    exit_title: str = words("The tab's title while that page loads.")
    single_file_name: str = file_name("What the guide in one file is called, without .html.")
    export_name: str = file_name("What files that readers save are called.", default="notes")
    storage_name: str = storage_name(
        "What a browser calls what it keeps of the guide.", default=USUAL_STORAGE
    )
    former_storage_names: tuple[str, ...] = storage_names(
        "What it was called before: what is kept under these names is found, and moved."
    )
    discreet: str = one_of(
        "What the build does where an address, a title or a name shows the topic.",
        ("listed", "strict"),
        default="listed",
    )
    page_names: str = one_of(
        "What addresses call pages: by their topic, or by a number of `content/page-numbers.yml`.",
        ("topics", "neutral"),
        default="topics",
    )

    @property
    def storage_names(self) -> tuple[str, ...]:
        """The name of storage, then each that it had before."""
        return tuple(dict.fromkeys((self.storage_name, *self.former_storage_names, USUAL_STORAGE)))


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One piece of the source advice, and what this guide does with it."""

    id: str = schema.text("S and two digits.", matching=re.compile(r"S\d\d"), form="S and two digits")
    lines: str = schema.text("Where it is in the source.")
    verdict: str = one_of("What this guide does with it.", VERDICTS)
    says: str = schema.text("What the source tells the reader, as one sentence.")
    now: str = schema.text("What this guide says instead or besides, as plain sentences.", optional=True)
    retired: str = schema.text("Why no item carries it. Readers see this.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Source:
    """A cited work."""

    id: str = schema.text("Its name in this guide, in kebab-case.", matching=ID, form="a name in kebab-case")
    title: str = schema.text(
        "The work's title, with the year of the copy that was read, where it carries one."
    )
    by: str = schema.text("Who published it.")
    url: str = schema.text(
        "Where it can be read.", optional=True, matching=re.compile(r"https://\S+"), form="an https address"
    )
    read: str = day("The day a copy of it was last read for this guide.")
    how: str = one_of("Whether the work itself was read, or what others report of it.", ("read", "reported"))
    language: str = schema.text(
        "The language of its title, as a tag. Without it: English.",
        optional=True,
        matching=LANGUAGE,
        form=A_LANGUAGE,
    )

    @property
    def year(self) -> str:
        """The year that the copy itself carries, as its title says; empty where it carries none."""
        years: list[str] = YEAR.findall(OF_A_LAW.sub("", self.title))
        return years[-1] if years else ""


def _id_in_its_file() -> Any:
    about = "Its name in this file, in kebab-case. It stays when the other words change."
    return schema.text(about, matching=ID, form="a name in kebab-case")


def _part(about: str, cls: type[Any]) -> dict[str, Any]:
    """Return what declares a nested record that may be left out."""
    return {
        "about": about,
        "check": lambda value: problems_of(cls, value),
        "build": lambda value: read(cls, value),
        "of": cls,
    }


@dataclass(frozen=True, kw_only=True)
class WayInLanguage:
    """What is dialled or written where a service has a way of its own for one language."""

    language: str = schema.text("The language's tag, such as es.", matching=LANGUAGE, form=A_LANGUAGE)
    then: str = schema.text(
        "What is pressed after the call begins.", optional=True, matching=DIALLED, form="digits"
    )
    word: str = schema.text("The word that a text message holds.", optional=True)


@dataclass(frozen=True, kw_only=True)
class Answers:
    """In which languages a service answers. A copy of the guide in another language than English shows it."""

    languages: tuple[str, ...] = texts(
        "The languages of those who answer, as tags such as [en, es].", matching=LANGUAGE, form=A_LANGUAGE
    )
    interpreters: str = one_of(
        "Whether an interpreter of other languages can join a call.", ("yes", "no"), default="no"
    )
    say: tuple[str, ...] = texts(
        "What is said in English to reach an interpreter, one after the other. No language translates it; "
        "`{language}` becomes the English name of the reader's language."
    )
    ways: tuple[WayInLanguage, ...] = records(
        "What is dialled or written for one language.", WayInLanguage, optional=True
    )
    source: str = schema.text("The work in `content/sources.yml` that says so.")
    also: tuple[str, ...] = texts("Other works that say so.")
    checked: str = one_of(
        "Whether it was read on a page of the service or of an official body: "
        "`seen` where that page carries its own year.",
        CHECKED,
    )
    day: str = day("The day last checked.")

    @property
    def has_interpreters(self) -> bool:
        return self.interpreters == "yes"

    def speaks(self, language: str) -> bool:
        """Return whether those who answer speak the language with this tag, or the one it is a kind of."""
        return language.partition("-")[0] in {tag.partition("-")[0] for tag in self.languages}


@dataclass(frozen=True, kw_only=True)
class Contact:
    """A number or service of one country."""

    id: str = _id_in_its_file()
    name: str = schema.text("The service's own name, or what the number is for.")
    number: tuple[str, ...] = texts(
        "The number as it is dialled, in a list: two where either can be called.",
        matching=DIALLED,
        form=A_NUMBER,
    )
    then: str = schema.text(
        "What is pressed after the call begins, such as 55.", optional=True, matching=DIALLED, form="digits"
    )
    text: str = schema.text("A number for text messages.", optional=True, matching=DIALLED, form=A_NUMBER)
    word: str = schema.text("The word that such a message holds, such as START.", optional=True)
    web: str = schema.text(
        "An address.", optional=True, matching=re.compile(r"https://\S+"), form="an https address"
    )
    hours: str = schema.text("When it answers.", optional=True)
    for_whom: str = schema.text("Who it is for.", optional=True)
    how: str = schema.text("How to use it.", optional=True)
    card: str = schema.text(
        "A few words on it for a wallet card. What has none is not on the card.", optional=True
    )
    beside: str = schema.text(
        "A way other than a call, in a few words, next to the country's number on the page for danger.",
        optional=True,
    )
    answers: Answers | None = field(
        default=None, metadata=_part("In which languages it answers, where that is known.", Answers)
    )
    source: str = schema.text("The work in `content/sources.yml` that says so.")
    also: tuple[str, ...] = texts("Other works that its words rest on.")
    checked: str = one_of(
        "Whether it was read on a page of the service or of an official body: "
        "`seen` where that page carries its own year.",
        CHECKED,
    )
    day: str = day("The day last checked.")

    @property
    def sources(self) -> tuple[str, ...]:
        return (self.source, *self.also, *((self.answers.source, *self.answers.also) if self.answers else ()))


@dataclass(frozen=True, kw_only=True)
class LawNote:
    """What a law of one country means for the reader."""

    id: str = _id_in_its_file()
    name: str = schema.text("The law's name, or its subject.")
    says: str = schema.text("What it means for the reader.")
    source: str = schema.text("The work in `content/sources.yml` that says so.")
    also: tuple[str, ...] = texts("Other works that its words rest on.")
    checked: str = one_of(
        "Whether it was read in the law or on a page of an official body: "
        "`seen` where that page carries its own year.",
        CHECKED,
    )
    day: str = day("The day last checked.")

    @property
    def sources(self) -> tuple[str, ...]:
        return (self.source, *self.also)


@dataclass(frozen=True, kw_only=True)
class Place:
    """The numbers and law notes of one country."""

    country: str = schema.text("The country's name.")
    note: str = schema.text("What helps to choose a helpline.", optional=True)
    law_note: str = schema.text("Where in the country the law differs.", optional=True)
    emergency: tuple[Contact, ...] = records("Ways to reach help in danger.", Contact)
    helplines: tuple[Contact, ...] = records("Services to talk to.", Contact)
    law: tuple[LawNote, ...] = records("Law notes.", LawNote)

    @property
    def entries(self) -> tuple[Contact | LawNote, ...]:
        return (*self.emergency, *self.helplines, *self.law)

    @property
    def sources(self) -> tuple[str, ...]:
        return tuple(id for entry in self.entries for id in entry.sources)


@dataclass(frozen=True, kw_only=True)
class TerritoryNote:
    """What the library does not say of a territory. One of `content/territories.yml`."""

    code: str = schema.text("The library's code, such as GB.", matching=TERRITORY, form="two capital letters")
    place: str = schema.text("The file's name in `content/places` that has more.", optional=True)
    words: tuple[str, ...] = texts("Other names that people type.")
    why: str = schema.text("Why our numbers differ from the library's. It names each.", optional=True)


@dataclass(frozen=True, kw_only=True)
class BannedWord:
    """A word that no text of the guide uses."""

    term: str = schema.text("The word or words.")
    instead: str = schema.text("What is possible.")


@dataclass(frozen=True, kw_only=True)
class Retired:
    """An id that was once published, and what took its place."""

    id: str = schema.text("The id.", matching=ID, form="a name in kebab-case")
    replaced_by: tuple[str, ...] = texts("The ids that took its place.")
    reason: str = schema.text("Why.")


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """A published version of the guide, or one text of it, that is better not used any more."""

    version: str = schema.text(
        "The version, as `files.json` of that publication names it.",
        optional=True,
        matching=re.compile(r"[0-9a-f]{16}"),
        form="16 digits of 0 to 9 and a to f",
    )
    hash: str = schema.text(
        "In place of a version: the hash of one text, as `of` in a copy that was made from it. "
        "No copy shows what was made from that text.",
        optional=True,
        matching=re.compile(r"[0-9a-f]{8}"),
        form="8 digits of 0 to 9 and a to f",
    )
    day: str = day("The day it was withdrawn.")
    why: str = schema.text("What is wrong with it and what to do, as plain sentences. Readers see this.")


def _files_with(what: str) -> Any:
    return whole_number(f"How many files of the browser hold {what}.", default=None, matching=COUNT)


@dataclass(frozen=True, kw_only=True)
class Trace:
    """What one journey through the guide left in one browser. `make audit` measures and writes it."""

    id: str = schema.text("Its journey and its browser.", matching=ID, form="a name in kebab-case")
    journey: str = schema.text(
        "The journey's name, as `make audit` calls it.", matching=ID, form="a name in kebab-case"
    )
    browser: str = one_of("The browser.", BROWSERS)
    version: str = schema.text("The browser's version, in quotes.")
    host: str = one_of(
        "What sends the guide: a host with our headers, one without, or a file that was opened.",
        ("strict", "plain", "file"),
    )
    window: str = one_of("The kind of window.", ("normal", "private"))
    end: str = one_of("Whether the browser was closed at the end, or killed.", ("closed", "killed"))
    rows: tuple[str, ...] = texts(
        "The titles of the guide's rows in the history, in a list; `untitled` for a row that has none.",
        may_repeat=True,
    )
    listed: str = one_of("Whether the browser's own history list shows the guide's address.", ("yes", "no"))
    suggested: str = one_of(
        "Whether the first letters of its address bring it up.", ("yes", "no", "unknown"), default=""
    )
    content: int | None = _files_with("text of the guide")
    typed: int | None = _files_with("something that was typed or ticked, or a passphrase")
    files: int | None = _files_with(
        "the name of a file that was saved or added. The system's list of recent files is one of them"
    )
    named: int | None = _files_with("the site's name. It may change with each version of the browser")
    back: str = one_of(
        "What Back shows: what was open before, or the guide, with what was typed or without.",
        ("before", "guide", "guide-typed", "blank", "none"),
        default="",
    )
    reopened: str = one_of(
        "What the tab shows when it is opened again.",
        ("everyday", "guide", "guide-typed", "blank", "none"),
        default="",
    )
    day: str = day("The day it was measured.")


@dataclass(frozen=True, kw_only=True)
class Page:
    """The front matter of a page in `docs/`."""

    view: str = schema.text(
        "The page's name in the reader: the file's name, `start` for index.md.",
        matching=ID,
        form="a name in kebab-case",
    )
    title: str = schema.text("The page's name in menus.")
    summary: str = schema.text("One sentence that says what the page is for.")
    words: tuple[str, ...] = texts("Other words that people type to find it, such as [airtag, tile].")
    sources: tuple[str, ...] = texts("Works that the page's own text rests on.")


def _per_paper(about: str) -> dict[str, Any]:
    return {
        "about": about,
        "check": lambda value: problems_of(PerPaper, value),
        "build": lambda value: read(PerPaper, value),
    }


@dataclass(frozen=True, kw_only=True)
class PerPaper:
    """A number for each paper."""

    a4: str = schema.text("The number on A4.", matching=NUMBER, form="a number such as 2")
    letter: str = schema.text("The number on US Letter.", matching=NUMBER, form="a number such as 2")

    def __getitem__(self, paper: str) -> int:
        return int(getattr(self, paper))


@dataclass(frozen=True, kw_only=True)
class Copies:
    """A sheet that a booklet holds."""

    sheet: str = schema.text("The sheet's id.", matching=ID, form="a name in kebab-case")
    copies: int = whole_number("How often it is in there.", default=1)


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet to print. Its template is `theme/sheets/<id>.html`."""

    id: str = schema.text(
        "Its name, and that of its page and PDFs.", matching=ID, form="a name in kebab-case"
    )
    title: str = schema.text("Its name on the screen.")
    group: str = one_of("Where it is on the page that lists all sheets.", GROUPS)
    purpose: str = schema.text("One short sentence that says what it is for.")
    how: str = schema.text("How to use it, in Markdown. Shown on the screen, not on paper.")
    heading: str = one_of("Whether a reader may choose the words at its top: log; else fixed.", HEADINGS)
    orientation: str = one_of("How the paper lies.", ORIENTATIONS)
    pages: PerPaper = field(metadata=_per_paper("How many pages it fills, as `{a4: 2, letter: 2}`."))
    rows: PerPaper | None = field(
        default=None, metadata=_per_paper("How many rows to fill in it has in all.")
    )
    rows_in_both: PerPaper | None = field(
        default=None, metadata=_per_paper("How many rows it has where it is in two languages, if fewer.")
    )
    sources: tuple[str, ...] = texts("Works that its words rest on.")
    place: str = schema.text(
        "The country whose numbers it shows: a file's name in `content/places`.", optional=True
    )
    template: str = schema.text("The template, where several sheets share one.", optional=True)
    filled: str = schema.text(
        "The page where it can be filled in on the screen, as `plan.html`.", optional=True
    )
    holds: tuple[Copies, ...] = records("The sheets in it, where it is a booklet.", Copies, optional=True)
    large_print: str = one_of(
        "Whether its PDFs are also made in large print. They fill as many pages as they need.",
        ("yes", "no"),
        default="no",
    )

    two_languages: str = one_of(
        "Whether a copy of the guide in another language says it in English too, for those who are given it.",
        ("yes", "no"),
        default="no",
    )

    @property
    def has_two_languages(self) -> bool:
        return self.two_languages == "yes"

    @property
    def has_large_print(self) -> bool:
        return self.large_print == "yes"

    @property
    def template_name(self) -> str:
        return f"sheets/{self.template or self.id}.html"

    @property
    def page(self) -> Page:
        """The front matter of its page."""
        return Page(
            view=f"sheet-{self.id}",
            title=self.title,
            summary=self.purpose,
            sources=self.sources,
        )
