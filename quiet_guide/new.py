"""Make a folder for a copy of one's own: `organisation.yml`, and what its host needs."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quiet_guide.hosts import FILES
from quiet_guide.places import SETTINGS, UsersError
from quiet_guide.progress import say

HOSTS = tuple(FILES)
DIALLED = re.compile(r"(?=.*[0-9])[0-9+*#(][0-9+*# ()-]*")
NONE = "none"
EXIT = "https://www.bbc.co.uk/weather"
HOURS, FOR_WHOM = "Day and night", "Anyone who is followed or afraid"
"""Shown as examples alone: nobody was asked, and a reader would take them for true."""


@dataclass(frozen=True)
class Answers:
    """What the questions ask; an empty one leaves the guide's own."""

    name: str = ""
    address: str = ""
    countries: str = ""
    line: str = ""
    exit_url: str = ""
    host: str = ""


def make_folder(folder: Path, guide: Path, version: str, *, asks: bool, host: str | None) -> None:
    """Write the folder. `asks` says whether to ask first. Raises UsersError where it is not empty."""
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UsersError(f"{folder}: there is something already; possible: a new or an empty folder")
    from hooks.layers.upgrade import remember

    answers = ask(guide, host) if asks else Answers(host=host or "")
    files = {
        SETTINGS: settings_of(answers, version),
        ".gitignore": "/site/\n/site-hosting/\n/dist/\n/.cache/\n",
        "README.md": read_me(folder.resolve().name),
        **{name: text.format(version=version) for name, text in FILES.get(answers.host, {}).items()},
    }
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        say(f"Written: {path}")
    remember(guide, folder, version)
    say(f"Next: quiet-guide serve {folder}")


def ask(guide: Path, host: str | None) -> Answers:
    """Ask what most copies change. Raises UsersError where nobody answers."""
    known = sorted(path.stem for path in (guide / "content/places").glob("*.yml"))
    say("Six questions. Press Enter to leave the guide's own answer. Everything can be changed later.")
    return Answers(
        name=answer("1. What is your guide called? Choose a name that says nothing to others who see it."),
        address=answer(
            "2. At which address will it be published, such as https://example.org/notes/?", is_address
        ),
        countries=answer(
            f"3. Which countries is it for? For example: ie uk. Possible: {', '.join(known)}.",
            lambda text: problem_of_countries(text, known),
        ),
        line=answer(
            "4. Do you have a helpline? Write its name and its number, such as: Casa Clara, 1800 000 111.",
            is_line,
        ),
        exit_url=answer(
            f'5. Where does "Leave now" go? A page that many people open, such as {EXIT}.', is_address
        ),
        host=host or answer(f"6. Where will you publish it? Possible: {', '.join(HOSTS)}.", is_host),
    )


def answer(question: str, problem_of: Callable[[str], str] = lambda text: "") -> str:
    """Ask until the answer has no problem."""
    while True:
        say(question)
        try:
            text = input("> ").strip()
        except EOFError as error:
            raise UsersError("Nobody answers here; possible: quiet-guide new FOLDER --defaults") from error
        problem = text and problem_of(text)
        if not problem:
            return text
        say(problem)


def is_address(text: str) -> str:
    return "" if text.startswith("https://") and " " not in text else "Please begin with https://."


def is_line(text: str) -> str:
    name, _, number = (part.strip() for part in text.rpartition(","))
    is_line = name and DIALLED.fullmatch(number)
    return "" if is_line else "Please write its name, a comma and its number, and nothing more."


def is_host(text: str) -> str:
    return "" if text in HOSTS else f"Please choose one of these: {', '.join(HOSTS)}."


def problem_of_countries(text: str, known: list[str]) -> str:
    unknown = [word for word in words_of(text) if word not in known]
    return f"{', '.join(unknown)}: not known. Possible: {', '.join(known)}." if unknown else ""


def words_of(text: str) -> list[str]:
    return text.lower().replace(",", " ").split()


def settings_of(answers: Answers, version: str) -> str:
    """Write `organisation.yml`: each line that has no answer is a comment that shows what it could be."""
    name, _, number = (part.strip() for part in answers.line.rpartition(","))
    line = [
        f"name: {quoted(name or 'Casa Clara')}",
        f"number: {quoted(number or '1800 000 111')}",
    ]
    examples = [f"#     hours: {quoted(HOURS)}", f"#     for_whom: {quoted(FOR_WHOM)}"]
    countries = ", ".join(words_of(answers.countries) or ["ie", "uk"])
    parts = [
        "# What your copy sets; each line may be left out. quiet-guide check says what is wrong.",
        "# The version of the guide that this was made for; quiet-guide upgrade raises it.",
        f'guide: "{version}"',
        "# The name, and where it is published.",
        shown(f"name: {quoted(answers.name or 'Notes')}", answers.name),
        shown(f"address: {quoted(answers.address or 'https://example.org/notes/')}", answers.address),
        "# The countries whose numbers and laws it shows; without this line, all.",
        shown(f"countries: [{countries}]", answers.countries),
        "# A helpline of your own: every list of numbers shows it first.",
        *(shown(text, answers.line) for text in ("line:", *indented(line))),
        *examples,
        '# Where "Leave now" goes.',
        shown(f"exit_url: {quoted(answers.exit_url or EXIT)}", answers.exit_url),
        "# What the tab is called while that page loads.",
        '# exit_title: "Weather"',
    ]
    return "\n".join(parts) + "\n"


def indented(lines: list[str]) -> list[str]:
    return [f"  {'-' if number == 0 else ' '} {line}" for number, line in enumerate(lines)]


def shown(text: str, given: str) -> str:
    return text if given else f"# {text}"


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def read_me(name: str) -> str:
    return f"""\
# {name}

Our own copy of a guide. Only what differs from it is here; `organisation.yml` says what we set.

    quiet-guide check      # every problem at once
    quiet-guide serve      # see it on this machine
    quiet-guide build      # write site/, which a host publishes
    quiet-guide upgrade    # after a new version of quiet-guide: what it changes for us
"""
