"""Name a problem of a text by the file of the language in which it is written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from hooks.content.model import Content
from hooks.languages.language import named
from hooks.languages.texts import SETTINGS
from hooks.languages.words import FILE
from hooks.layers.translatable import words_of

BANNED = "banned-words.yml"
PROBLEM = re.compile(r"(?P<name>[^:\n]+): (?:line (?P<line>\d+): )?(?P<told>.*)", re.DOTALL)


def named_by_language(problems: Iterable[str], content: Content, folder: Path | None) -> list[str]:
    """Return the problems, with `languages/es/docs/phone.md` in the place of `docs/phone.md`.

    What the guide holds as data is written in `words.po`. `folder`: of the language; None for English.
    """
    return [_named(problem, content, folder) if folder else problem for problem in problems]


def _named(problem: str, content: Content, folder: Path) -> str:
    found = PROBLEM.fullmatch(problem)
    if not found or (content.own_folder and (content.own_folder / found["name"]).is_file()):
        return problem
    name = found["name"]
    if name == FILE:
        return named(folder, problem)
    if name == f"content/{BANNED}" and (folder / BANNED).is_file():
        return named(folder, problem.removeprefix("content/"))
    if name.endswith(".yml") and (words_of(name) or name == SETTINGS):
        return named(folder, f"{FILE}: {problem}")
    if not (folder / name).is_file():
        return problem
    if not found["line"]:
        return named(folder, problem)
    own, laid = (folder / name).read_text("utf-8-sig"), content.files.get(name, "")
    number = line_in(own, laid, int(found["line"]))
    return named(folder, f"{name}: line {number}: {found['told']}")


def line_in(own: str, laid: str, number: int) -> int:
    """Return the number in a language's file of a line of the text that it becomes; bodies end alike."""
    lines, of_own = laid.splitlines(), own.splitlines()
    from_end = number - len(lines) - 1
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    same = [at for at, text in enumerate(of_own, start=1) if text == line]
    expected = len(of_own) + from_end + 1
    return min(same, key=lambda at: abs(at - expected), default=max(1, expected))
