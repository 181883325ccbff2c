"""Advice items: the one source of the guide's pages, the checklist and the sheets."""

from __future__ import annotations

from dataclasses import dataclass

from .facts import NO, YES, YES_OR_NO
from .schema import ID, PHRASE, SENTENCE, day, one_of, record, text, texts

HORIZONS = ("now", "today", "this-week", "later")
"""How soon an item matters, most urgent first."""


@dataclass(frozen=True, kw_only=True)
class Condition:
    """Facts that decide whether an item fits. An empty condition always fits."""

    all_of: tuple[str, ...] = texts("The item is left out when any of these is answered no.")
    any_of: tuple[str, ...] = texts("The item is left out when all of these are answered no.")
    none_of: tuple[str, ...] = texts("The item is left out when any of these is answered yes.")
    only_if: tuple[str, ...] = texts("The item is left out until all of these are answered yes.")
    sooner_if: tuple[str, ...] = texts(
        "Only a yes to one of these brings the item forward. Left out, one to what it depends on does."
    )

    @property
    def needed(self) -> tuple[str, ...]:
        return self.all_of + self.any_of + self.only_if

    @property
    def facts(self) -> tuple[str, ...]:
        return self.needed + self.none_of + self.sooner_if


@dataclass(frozen=True, kw_only=True)
class AdviceItem:
    """One thing a person can do: what, when it fits, what may go wrong, and where that is from."""

    id: str = text(
        "The file's name: kebab-case, says the action, never changes its meaning.",
        matching=ID,
        form="a name in kebab-case",
    )
    topic: str = text(
        "The folder's name: the page that has the item.", matching=ID, form="a name in kebab-case"
    )
    action: str = text("What the reader can do, in one line that fits a printed sheet.")
    words: tuple[str, ...] = texts("Other words that people type to find it, such as [airtag, tile].")
    horizon: str = one_of("How soon it matters.", HORIZONS)
    when: Condition = record("The facts it depends on; left out, it fits everyone.", Condition)
    because: str = text(
        'Why it fits, in one sentence to stand behind "You said that …", where that does not say it.',
        optional=True,
        matching=SENTENCE,
        form="one sentence, such as: The person may know the code.",
    )
    first: tuple[str, ...] = texts("The items to do before this one, such as [choose-who-to-tell].")
    before: str = text(
        'What those come before, as it follows "Do this first, before". Where `first` names any.',
        optional=True,
        matching=PHRASE,
        form="a few words without a full stop, such as: you stop answering",
    )
    reaction: str = one_of(
        "Whether the person may react to it. Then its caution is read before the action.",
        YES_OR_NO,
        default=NO,
    )
    caution: str = text("What may go wrong. It is shown wherever the action is shown.", optional=True)
    claims: tuple[str, ...] = texts("The claims of the source advice that it carries, such as [S21].")
    sources: tuple[str, ...] = texts("The works in `content/sources.yml` it rests on.", at_least=1)
    reviewed: str = day("The day it was last read against its sources.")
    body: str = text("One to three short paragraphs that say why and how, below the front matter.")

    @property
    def may_bring_a_reaction(self) -> bool:
        return self.reaction == YES
