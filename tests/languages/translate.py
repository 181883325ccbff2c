"""Say what a test expects in another language: a text, a regular expression, a tree of roles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from hooks.languages.folders import language_folder
from hooks.layers.own_words import GAP
from tests.languages.days import DAY, day_in
from tests.languages.phrases import END_OF_SENTENCE, SHORTEST, Phrases, name_of, phrases_of, said_in

HOLE = re.compile("[\ue000-\ue0ff]")
"""In a text: a place that is filled elsewhere, by a value of the test or a part of a regular expression."""
HOLES = re.compile("[\ue000-\ue0ff ]+")
FIRST_DAY = 0xE080
"""In a text: the first of the days in it; `literals.py` and `say_pattern` have no such numbers."""
DAY_AND_TIME = re.compile("(?P<day>[\ue080-\ue0bf]), (?P<time>.+)")
NUMBERED = re.compile(r"(?P<entry>[A-Z][a-z]+) (?P<number>\d+)")
"""The name of one entry of several."""
QUOTED = re.compile(r"""(?P<quote>["'])(?P<text>[A-Z“][^"'\n]*)(?P=quote)""")
ROLE = re.compile(r"^(?P<role>\s*- (?:[a-z ]+: )?)(?P<text>[A-Z“{\uE000-\uE0FF].*)$", re.MULTILINE)
"""A line of a tree of roles that has its text behind a colon, or is a text by itself."""
HEARD_PATTERN = re.compile(r"^(?P<role>\s*- [a-z ]+: )/(?P<text>.+)/$", re.MULTILINE)
"""A line of a tree of roles whose text is a regular expression."""
LONG = 5
"""The spaces in a part of a text that is found nowhere else by chance."""
KEPT = {"Letter"}
"""What is a name of the test's own where a test has it by itself: a size of paper."""
CODE = re.compile(r"=>|document\.|\bawait |^//|^<|\breturn |^\[|^@")
"""What a text has that no page shows: of such, only what stands between quotation marks may be words."""
READS = re.compile(r"[A-Z“][^\W\d_]|\w+ [^\W\d_]+")
"""What words for readers have: a capital letter, or several words."""
WILD = re.compile(r"\.[*+]\??|\\[dwsDWS][*+?]?|\\b|\[[^\]]*\][*+?]?|\([^()]*\)[*+?]?|[$^]")
"""What is no literal text in a regular expression."""
ROOT = Path(__file__).resolve().parents[2]
EDGES = re.compile("([\ue000-\ue0ff ]*)(.*?)([\ue000-\ue0ff ]*)", re.DOTALL)


class Translator:
    """Says texts in the words of one language, and remembers what it found no words for."""

    def __init__(self, phrases: Phrases) -> None:
        self.phrases = phrases
        self.unsaid: set[str] = set()

    def say(self, english: str) -> str:
        """Return the words for a text that a page shows; the same text where the language has none."""
        days: dict[str, str] = {}

        def put_apart(found: re.Match[str]) -> str:
            hole = chr(FIRST_DAY + len(days))
            days[hole] = day_in(found, self.phrases.formats, self.phrases.whole["{weekday} {day}"])
            return hole

        said = self.say_words(DAY.sub(put_apart, english))
        return HOLE.sub(lambda hole: days.get(hole[0], hole[0]), said)

    def say_words(self, english: str) -> str:
        core = english.strip()
        if GAP.search(core) and core in self.phrases.whole:
            return english.replace(core, self.phrases.whole[core])
        if found := DAY_AND_TIME.fullmatch(core):
            return self.timed(found)
        if core in KEPT or not READS.search(core):
            return english
        ways = (
            (self.quoted,)
            if CODE.search(core)
            else (self.exactly, self.sentences, self.whole, self.quoted, self.part, self.begun)
        )
        said = next(filter(None, (way(core) for way in ways)), None)
        if said is None:
            self.unsaid.add(english)
        return english.replace(core, said) if said else english

    def exactly(self, english: str) -> str | None:
        return self.phrases.whole.get(english)

    def timed(self, found: re.Match[str]) -> str:
        """Say a day with a time of it."""
        time = self.whole(found["time"]) or found["time"]
        return self.phrases.whole["{day}, {time}"].format(day=found["day"], time=time)

    def whole(self, english: str) -> str | None:
        """Say a text that is one of the language's own, its gaps filled by the words of the text."""
        if english in self.phrases.whole:
            return self.phrases.whole[english]
        own = self.phrases.whole.get(with_small_letter(english)) if english.count(" ") > 2 else None
        if own:
            return own[0].upper() + own[1:]
        if (found := NUMBERED.fullmatch(english)) and (entry := self.phrases.whole.get(found["entry"])):
            return self.phrases.whole["{entry} {number}"].format(entry=entry, number=found["number"])
        for pattern, template, own in self.phrases.with_gaps:
            found = pattern.fullmatch(english)
            if found and (len(said_in(template)) > SHORTEST or self.can_fill(found.groupdict())):
                return self.filled(own, found.groupdict())
        return None

    def can_fill(self, filling: Mapping[str, str]) -> bool:
        """Return whether these fill a gap for sure: a value of the test, a number, or words of the guide."""
        return all(
            HOLE.search(text) or re.search(r"\d|\{\}", text) or text in self.phrases.whole
            for text in filling.values()
        )

    def filled(self, own: str, filling: Mapping[str, str]) -> str:
        """Fill the gaps of a sentence with the words for what fills the English one."""
        said = {name: self.whole(words) or self.sentences(words) or words for name, words in filling.items()}
        return GAP.sub(lambda gap: said[name_of(gap[0])], own)

    def sentences(self, english: str) -> str | None:
        """Say a text of several sentences, each by itself; holes stay."""
        parts = END_OF_SENTENCE.split(english)
        if len(parts) < 2:
            return self.beside_each_other(english)
        said = [part if HOLES.fullmatch(part) else self.whole(part) for part in parts]
        return " ".join(part for part in said if part) if all(said) else None

    def beside_each_other(self, english: str) -> str | None:
        """Say two texts without a full stop between them, as a link that has a name and a line about it."""
        for space in re.finditer(r" (?=[A-Z])", english):
            first, second = (
                self.phrases.whole.get(part) for part in (english[: space.start()], english[space.end() :])
            )
            if first and second:
                return f"{first} {second}"
        return None

    def quoted(self, english: str) -> str | None:
        """Say what stands between quotation marks, as in selectors, or in a tree of roles."""

        def say(found: re.Match[str]) -> str:
            return found[0].replace(
                found["text"], self.whole(found["text"]) or self.sentences(found["text"]) or found["text"]
            )

        said = QUOTED.sub(say, english)
        if re.search(r"^\s*- ", english, re.MULTILINE):
            said = HEARD_PATTERN.sub(
                lambda found: f"{found['role']}/{self.say_pattern(found['text'])}/", ROLE.sub(say, said)
            )
        return said if said != english else None

    def part(self, english: str) -> str | None:
        """Say a part of what scripts and templates say: by its first or last sentence, or by all of it.

        A longer part may also be one of the guide's texts.
        """
        if len(english) < SHORTEST or english.count(" ") < 2 or HOLE.search(english):
            return None
        texts = self.phrases.whole if english.count(" ") >= LONG else self.phrases.of_program
        found = [(text, own) for text, own in texts.items() if english in text]
        if not found:
            return None
        text, own = min(found, key=lambda pair: len(pair[0]))
        sentences = END_OF_SENTENCE.split(own)
        if text.startswith(english):
            own = sentences[0]
        elif text.endswith(english):
            own = sentences[-1]
        return max(GAP.split(own), key=len).strip()

    def begun(self, english: str) -> str | None:
        """Say the beginning of a sentence with gaps, up to its last one."""
        for pattern, own in self.phrases.begun:
            found = pattern.fullmatch(english)
            if found and self.can_fill(found.groupdict()):
                return self.filled(own, found.groupdict())
        return None

    def between_holes(self, english: str) -> str:
        """Say each text between two holes by itself; all of it stays where one of them has no words."""
        parts = re.split(f"({HOLE.pattern}+)", english)
        said = [self.say(part) if READS.search(part) else part for part in parts]
        missing = [part for part, own in zip(parts, said, strict=True) if part == own and READS.search(part)]
        return english if missing else "".join(said)

    def say_pattern(self, english: str) -> str:
        """Say a regular expression, whose literal text is that of a page."""
        if "|" in english and "(" not in english:
            return "|".join(map(self.say_pattern, english.split("|")))
        wild = WILD.findall(english)
        holes = iter(range(len(wild)))
        text = re.sub(r"\\(.)", r"\1", WILD.sub(lambda _: chr(0xE000 + next(holes)), english))
        begin, core, end = EDGES.fullmatch(text).groups()  # type: ignore[union-attr]
        said = self.say(text) if self.exactly(core) is None else text
        if said == text:
            said = begin + self.say(core) + end
        if said == text:
            said = self.between_holes(text)
        if said == text:
            return english
        holes_of = {chr(0xE000 + number): part for number, part in enumerate(wild)}
        return "".join(holes_of.get(sign, sign) if HOLE.fullmatch(sign) else re.escape(sign) for sign in said)


def with_small_letter(english: str) -> str:
    """Write what begins with a capital letter on a page as the guide writes it within a sentence."""
    return english[:1].lower() + english[1:]


@cache
def translator_of(folder: Path, first: str = "") -> Translator:
    """Return what says texts in the language of a folder. `first`: as `phrases_of` has it."""
    return Translator(phrases_of(ROOT, folder, first))


def in_language(english: str) -> str:
    """Say in the language of this run what a test reads from a file; `literals.py` says its literals."""
    folder = language_folder(ROOT)
    return translator_of(folder).say(english) if folder else english


def pattern_in_language(english: str) -> str:
    """Say a regular expression in the language of this run, as `in_language` says a text."""
    folder = language_folder(ROOT)
    return translator_of(folder).say_pattern(english) if folder else english
