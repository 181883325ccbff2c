"""Split the body of a text into what a person translates, block by block, and what stays between."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hooks.layers.text_hash import BODY, folded

HEADING = re.compile(r"(?P<sign>#+ +)(?P<words>.*?)(?P<id> *\{[^{}\n]*\})? *$")
ID = re.compile(r"\{ *#(?P<id>[\w-]+)")
POINT = re.compile(r"(?P<sign>\s*(?:[-+*]|\d+\.) +)(?P<words>.*)$")
STAYS = re.compile(r"\s*(?:<!--.*-->|\{[^{}]*\})?\s*$")
"""A line without words: a comment, attributes of the block above, or nothing."""
ON_ITS_LINES = re.compile(r"^\s*\||  $|^```", re.MULTILINE)
"""A table, code, or a line that is broken on purpose."""
TITLE = "heading"


@dataclass(frozen=True)
class Block:
    """A heading, a paragraph, or a point of a list."""

    where: str
    """The id of the heading that it stands under, and its number there: `hurt: 1`."""
    before: str
    """What stands in the file between the block before and this one."""
    text: str
    """As it is written in the file."""

    @property
    def words(self) -> str:
        """Its text on one line, if line breaks in it say nothing."""
        return self.text if ON_ITS_LINES.search(self.text) else folded(self.text)


@dataclass(frozen=True)
class Body:
    """The blocks of a body, in order, and what stands behind the last."""

    blocks: tuple[Block, ...]
    rest: str

    def with_words(self, words: Sequence[str]) -> str:
        """Return the body with these words for its blocks; what has the same words stays as it is written."""
        parts = (
            block.before + (block.text if own == block.words else own)
            for block, own in zip(self.blocks, words, strict=True)
        )
        return "".join(parts) + self.rest


class Splitter:
    """Goes through a body line by line."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.between = ""
        self.text = ""
        self.section, self.number = BODY, 0

    def end_block(self) -> None:
        if self.text:
            words = self.text.rstrip()
            self.number += 1
            self.blocks.append(Block(f"{self.section}: {self.number}", self.between, words))
            self.between, self.text = self.text[len(words) :], ""

    def take(self, line: str) -> None:
        bare = line.rstrip("\n")
        if STAYS.fullmatch(bare):
            self.end_block()
            self.between += line
        elif heading := HEADING.fullmatch(bare):
            self.end_block()
            found = ID.search(heading["id"] or "")
            self.section, self.number = found["id"] if found else BODY, 0
            where = f"{self.section}: {TITLE}"
            self.blocks.append(Block(where, self.between + heading["sign"], heading["words"]))
            self.between = line[len(heading["sign"] + heading["words"]) :]
        elif point := POINT.fullmatch(bare):
            self.end_block()
            self.between += point["sign"]
            self.text = line[len(point["sign"]) :]
        else:
            self.text += line


def split_body(body: str) -> Body:
    """Return the blocks of a body. Put together again, they are the body, byte by byte."""
    splitter = Splitter()
    for line in body.splitlines(keepends=True):
        splitter.take(line)
    splitter.end_block()
    return Body(tuple(splitter.blocks), splitter.between)
