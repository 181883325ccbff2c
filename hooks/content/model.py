"""What the stage of content gives to every other: all that the guide is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from checklist.advice import AdviceItem
from checklist.facts import Fact
from checklist.questions import Question
from checklist.sections import Section
from hooks.content.log import Log
from hooks.content.records import (
    BannedWord,
    Claim,
    Page,
    Place,
    Retired,
    Sheet,
    Source,
    TerritoryNote,
    Trace,
    Withdrawn,
)
from hooks.content.views import View
from hooks.languages.language import OWN, Language
from hooks.languages.words import Words
from hooks.layers.organisation import Organisation
from hooks.layers.own_words import OwnWords

if TYPE_CHECKING:
    from hooks.layers.behind import Behind

IN_DANGER = "now"
"""The topic of what is done in danger. It has a page, and is no step of a plan."""


@dataclass
class Content:
    """All that the guide is made of, in the order of the site's menu."""

    items: dict[str, AdviceItem] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    plan: list[Section] = field(default_factory=list)
    """The sections of a plan besides its questions and steps."""
    log: Log = field(default_factory=Log)
    log_in_english: Log = field(default_factory=Log)
    """The same in English, for sheets that are said in two languages."""
    claims: list[Claim] = field(default_factory=list)
    sources: list[Source] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    """File, as `content/places/uk.yml`, to its place."""
    territories: list[TerritoryNote] = field(default_factory=list)
    banned_words: list[BannedWord] = field(default_factory=list)
    retired: list[Retired] = field(default_factory=list)
    withdrawn: list[Withdrawn] = field(default_factory=list)
    traces: list[Trace] = field(default_factory=list)
    """What the guide leaves in a browser, as it was measured."""
    sheets: list[Sheet] = field(default_factory=list)
    templates: dict[str, str] = field(default_factory=dict)
    """Template of sheets, as `theme/sheets/incident-log.html`, to its text."""
    pages: dict[str, Page] = field(default_factory=dict)
    views: dict[str, View] = field(default_factory=dict)
    """View, as `phone`, to what it needs besides its text."""
    citations: dict[str, list[str]] = field(default_factory=dict)
    """Page, as `phone.md`, to the ids it cites in order."""
    files: dict[str, str] = field(default_factory=dict)
    """Every content file, as a path from the project's folder, to its text."""
    data: dict[str, Any] = field(default_factory=dict)
    """The same files, to what their YAML or front matter holds; None where there is none."""
    other_files: list[str] = field(default_factory=list)
    """The other files in `docs/`, published unchanged."""
    own: set[str] = field(default_factory=set)
    """Those of the files that a layer holds: they are its own, or changed by it."""
    own_texts: set[str] = field(default_factory=set)
    """Those that the guide does not have."""
    behind: dict[str, Behind] = field(default_factory=dict)
    """File to how it is behind, where a layer's text was made from an older text of the guide."""
    own_folder: Path | None = None
    """Where the layer lies."""
    organisation: Organisation | None = None
    """What the organisation sets; None in the guide's own build."""
    left_out: frozenset[str] = frozenset()
    """What an organisation leaves out: topics, steps, sheets, countries, and the views of pages."""
    rewritten: set[str] = field(default_factory=set)
    """Texts that read otherwise than their files, since what they led to is left out, or a page was added."""
    unread: list[str] = field(default_factory=list)
    """Files of the guide that are no text, each as a problem."""
    own_words: OwnWords = field(default_factory=OwnWords)
    """What it says in place of the guide's sentences."""
    language: Language = OWN
    """The language in which the guide is said."""
    words: Words = field(default_factory=Words)
    """Its short texts, where it is not English."""
    english_data: dict[str, Any] = field(default_factory=dict)
    """What `data` held in English, where both are needed; empty in English."""
    english: set[str] = field(default_factory=set)
    """Files of steps and pages that this language has not, so that readers see the English."""
    before_language: tuple[dict[str, str], dict[str, Any]] = field(default_factory=lambda: ({}, {}))
    """`files` and `data` in English, where the guide is said in another language."""
    english_texts: set[str] = field(default_factory=set)
    """Short texts of the guide's data that this language has not."""
    taken_ids: set[str] = field(default_factory=set)
    """The ids that the theme gives to parts of its pages."""

    @property
    def steps(self) -> dict[str, AdviceItem]:
        """The items that are steps of a plan."""
        return {id: item for id, item in self.items.items() if item.topic != IN_DANGER}

    @property
    def steps_in_language(self) -> int:
        """How many of the items readers see in the language of this build."""
        return len(self.items) - sum(name.startswith("content/advice/") for name in self.english)

    @cached_property
    def years(self) -> dict[str, str]:
        """Source to the year that its copy carries, where it carries one."""
        return {source.id: source.year for source in self.sources if source.year}
