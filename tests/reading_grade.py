"""Measure how easy a text is to read, as its language is measured: `python -m tests.reading_grade FILE`."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hooks.content.front_matter import load_yaml, split_front_matter
from tests import syllables

WORD = re.compile(r"[^\W\d_][\w'’]*")
LETTER = re.compile(r"[^\W\d_]")
STOPS = ".!?…؟۔。！？।"
END = re.compile(rf"[{STOPS}]+(?:[\"'”’»)\]]*\s|\Z)|\n\s*\n")
LAST_OF_LINE = rf"(?<![{STOPS}\n])(?<![{STOPS}][\"'”’»)])"


@dataclass(frozen=True)
class Measure:
    """How a language is measured. Each limit is by the kind of text.

    `change` is one sentence alone, which says what an answer changed: a single long word weighs much in it.
    """

    name: str
    of: Callable[[str], float]
    limits: Mapping[str, float]
    higher_is_easier: bool
    second: Callable[[str], float] | None = None
    """Another number to print next to it."""

    def holds(self, value: float, kind: str) -> bool:
        """Return whether a text of this kind is easy enough."""
        limit = self.limits[kind]
        return value >= limit if self.higher_is_easier else value <= limit

    def misses(self, texts: Mapping[str, str], kind: str) -> dict[str, float]:
        """Return each of these plain texts, by its name, that is too hard, with its number."""
        numbers = {name: round(self.of(text), 2) for name, text in texts.items() if LETTER.search(text)}
        return {name: number for name, number in numbers.items() if not self.holds(number, kind)}


def plain_text(markdown: str) -> str:
    """Reduce Markdown to the words a reader meets: a heading ends a sentence, a list may continue one."""
    text = re.sub(r"\A---\n.*?\n---\n", "", markdown, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)
    text = re.sub(r"^\s*\{[^}]*\}\s*$|\{ *[#.:][^}]*\}", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"[*_`]", "", text)
    text = re.sub(r"^\s*#+\s+(.*?)[.!?:]?\s*$", r"\1.\n", text, flags=re.MULTILINE)
    text = re.sub(rf"{LAST_OF_LINE}\s*\n\s*(?:[-+]|\d+\.)\s+", ", ", text)
    text = re.sub(r"^\s*(?:[-+]|\d+\.)\s+", "", text, flags=re.MULTILINE)
    return re.sub(r"[ \t]+", " ", text)


def reading_grade(text: str) -> float:
    """Return the Flesch-Kincaid grade of a text: 0.39 words a sentence + 11.8 syllables a word - 15.59."""
    words = re.findall(r"[A-Za-z][A-Za-z'’]*", text)
    if not words:
        return 0.0
    count = sum(syllables.in_english(word) for word in words)
    return 0.39 * len(words) / sentences_of(text) + 11.8 * count / len(words) - 15.59


def perspicuity(text: str) -> float:
    """Return the perspicuity of a Spanish text (Szigriszt-Pazos): 206.835 - 62.3 s/w - w/p.

    On the scale INFLESZ, 40 to 55 is hard, 55 to 65 is usual, 65 to 80 is quite easy, and more is very easy.
    """
    per_word, per_sentence = _spanish(text)
    return 206.835 - 62.3 * per_word - per_sentence


def fernandez_huerta(text: str) -> float:
    """Return the readability of a Spanish text (Fernández Huerta): 206.84 - 60 s/w - 1.02 w/p."""
    per_word, per_sentence = _spanish(text)
    return 206.84 - 60 * per_word - 1.02 * per_sentence


def _spanish(text: str) -> tuple[float, float]:
    words = WORD.findall(text)
    count = sum(syllables.in_spanish(word) for word in words)
    return count / max(1, len(words)), words_of_sentence(text)


def words_of_sentence(text: str) -> float:
    """Return how many words a sentence has, on average."""
    return len(WORD.findall(text)) / max(1, sentences_of(text))


def sentences_of(text: str) -> int:
    """Count the sentences of a plain text. A colon ends none."""
    return sum(bool(LETTER.search(part)) for part in END.split(text))


ENGLISH = Measure(
    "years of school (Flesch-Kincaid)",
    reading_grade,
    {"page": 6, "item": 6, "questions": 6, "change": 9},
    False,
)
SPANISH = Measure(
    "perspicuity (Szigriszt-Pazos, on the scale INFLESZ)",
    perspicuity,
    {"page": 65, "item": 60, "questions": 65, "change": 40},
    higher_is_easier=True,
    second=fernandez_huerta,
)
WORDS = Measure(
    "words of a sentence", words_of_sentence, {"page": 12, "item": 12, "questions": 12, "change": 20}, False
)
"""Where no measure of the language is known here."""
MEASURES = {"en": ENGLISH, "es": SPANISH}


def measure_of(lang: str) -> Measure:
    """Return the measure of a language by its tag, such as `es` or `es-MX`."""
    return MEASURES.get(lang.partition("-")[0], WORDS)


def in_file(path: Path) -> str:
    """Return the plain text of a file, with the action and the caution of a step."""
    text = path.read_text(encoding="utf-8")
    meta = split_front_matter(text)[0]
    fields = load_yaml(meta) if meta else {}
    said = [str(fields[name]) for name in ("action", "caution") if fields.get(name)]
    return plain_text("\n\n".join([f"{one.rstrip('.')}." for one in said] + [split_front_matter(text)[1]]))


def lang_of(path: Path) -> str:
    """Return the language of a file by its path: `languages/es/docs/phone.md` is in Spanish."""
    parts = path.resolve().parts
    return parts[parts.index("languages") + 1] if "languages" in parts else "en"


def line_of(path: Path) -> str:
    measure, text = measure_of(lang_of(path)), in_file(path)
    kind = "item" if "advice" in path.parts else "page"
    value = measure.of(text)
    second = f" ({measure.second(text):5.1f})" if measure.second else ""
    verdict = "" if measure.holds(value, kind) else f"  the limit is {measure.limits[kind]:g}"
    return f"{value:5.1f}{second}  {words_of_sentence(text):4.1f} words of a sentence  {path}{verdict}"


if __name__ == "__main__":
    for name in sys.argv[1:]:
        print(line_of(Path(name)))
