"""The yes-or-no facts that tailor a plan, and the answers a reader can give."""

from __future__ import annotations

from dataclasses import dataclass

from .schema import ID, PHRASE, one_of, text

YES, NO, UNSURE = ANSWERS = ("yes", "no", "unsure")
"""`unsure` also means "rather not say"; like no answer at all, it hides nothing."""
YES_OR_NO = (YES, NO)


@dataclass(frozen=True, kw_only=True)
class Fact:
    """One thing about a person's situation that decides which advice fits."""

    id: str = text("The fact's name, in kebab-case.", matching=ID, form="a name in kebab-case")
    group: str = one_of(
        "The group of questions that it belongs to.",
        ("the-person", "what-happens", "in-reach", "your-days", "so-far"),
    )
    question: str = text("The question, in plain words, that yes or no answers.")
    why: str = text("One sentence that says why it is asked.")
    about: str = text(
        'What it is about, as it follows "Steps about".',
        matching=PHRASE,
        form="a few words in small letters without a full stop, such as: being followed",
    )
    said_yes: str = text('What a yes means, as it follows "You said that".')
    danger: str = one_of(
        "Whether a yes moves the steps that depend on it ahead of those that are as near.",
        YES_OR_NO,
        default=NO,
    )
    ahead: str = one_of(
        "Whether a yes moves the steps for today that depend on it ahead of all, dangers too.",
        YES_OR_NO,
        default=NO,
    )

    @property
    def is_danger(self) -> bool:
        return self.danger == YES

    @property
    def goes_ahead(self) -> bool:
        return self.ahead == YES
