"""The sections of a plan besides its questions and steps, as `content/plan.yml` describes them."""

from __future__ import annotations

from dataclasses import dataclass

from .advice import Condition
from .facts import NO, YES, YES_OR_NO
from .schema import ID, one_of, record, records, text, whole_number

LINE, TEXT, DAY, TICKS = KINDS = ("line", "text", "day", "ticks")
WITH_LENGTH = (LINE, TEXT)
REVIEW = "review"
"""The section whose one field, `next`, a plan keeps in `review` and not in `parts`."""


def _id(about: str) -> str:
    name: str = text(about, matching=ID, form="a name in kebab-case")
    return name


@dataclass(frozen=True, kw_only=True)
class Option:
    """One thing to tick."""

    id: str = _id("Its name, in kebab-case. Saved plans name it.")
    label: str = text("What it says next to the box.")


@dataclass(frozen=True, kw_only=True)
class Field:
    """One thing that a reader can write or tick."""

    id: str = _id("Its name, in kebab-case. Saved plans name it.")
    label: str = text("What it says next to the field.")
    hint: str = text("One or two short sentences or examples.", optional=True)
    kind: str = one_of("What it takes.", KINDS)
    most: int = whole_number("How many characters fit, for a line or a text.", default=0)
    share: str = one_of("Whether it may go into the friend's version.", YES_OR_NO, default=NO)
    options: tuple[Option, ...] = records("What can be ticked, for ticks.", Option, optional=True)


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """A step that a reader can take over into the section `if-then`."""

    id: str = _id("Its name, in kebab-case.")
    event: str = text('What may happen, as it follows "If".')
    then: str = text('What the reader would do, as it follows "I will".')
    when: Condition = record("The facts it depends on; left out, it fits everyone.", Condition)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """Something that a reader could add, in one sentence."""

    id: str = _id("Its name, in kebab-case.")
    field: str = text("The field that is empty, as `name`, or an option that is not ticked, as `knows.word`.")
    fewer_than: str = text(
        "Tell it only when fewer entries have the field than have this one.", optional=True
    )
    when: Condition = record("Tell it only when these facts fit, and one of them was said.", Condition)
    sentence: str = text("What could be added, as an offer.")


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section of the plan. Each can be skipped."""

    id: str = _id("Its name, in kebab-case. Saved plans name it.")
    title: str = text("Its heading.")
    why: str = text("One or two short sentences that say what it is good for.")
    many: str = one_of("Whether it can have more than one entry.", YES_OR_NO)
    entry: str = text("The heading of one entry, where there can be many.", optional=True)
    fields: tuple[Field, ...] = records("What can be written.", Field)
    suggestions: tuple[Suggestion, ...] = records("Steps to take over.", Suggestion, optional=True)
    gaps: tuple[Gap, ...] = records("What may be missing.", Gap, optional=True)

    @property
    def takes_many(self) -> bool:
        return self.many == YES

    @property
    def paths(self) -> tuple[str, ...]:
        """Name each field as `section.field`, and each thing to tick as `section.field.option`."""
        return tuple(
            path
            for field in self.fields
            for path in (f"{self.id}.{field.id}", *(f"{self.id}.{field.id}.{o.id}" for o in field.options))
        )
