"""The questions of a plan that yes or no cannot answer, as `content/questions.yml` describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .facts import YES, YES_OR_NO
from .schema import ID, one_of, records, text, texts

Choices = Mapping[str, "str | list[str]"]
"""Question id to the id of the chosen option, or to a list of ids where several can be chosen."""


@dataclass(frozen=True, kw_only=True)
class QuestionOption:
    """One answer that can be chosen."""

    id: str = text("Its name. Saved plans name it.", matching=ID, form="a name in kebab-case")
    label: str = text("What it says next to the box.")
    topics: tuple[str, ...] = texts("The topics whose steps come sooner when it is chosen.")


@dataclass(frozen=True, kw_only=True)
class Question:
    """A question with answers to choose from. It can be skipped."""

    id: str = text("Its name. Saved plans name it.", matching=ID, form="a name in kebab-case")
    question: str = text("The question, in plain words.")
    why: str = text("One or two short sentences that say why it is asked.")
    many: str = one_of("Whether more than one answer can be chosen.", YES_OR_NO)
    options: tuple[QuestionOption, ...] = records("The answers.", QuestionOption)

    @property
    def takes_many(self) -> bool:
        return self.many == YES


def topics_that_matter(questions: Mapping[str, Question], choices: Choices) -> frozenset[str]:
    """Name the topics whose steps come sooner because of what the reader chose."""
    return frozenset(
        topic
        for id, chosen in choices.items()
        for option in questions[id].options
        if option.id == chosen or (questions[id].takes_many and option.id in chosen)
        for topic in option.topics
    )
