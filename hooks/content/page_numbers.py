"""Read the number of each page, for addresses that say nothing: `content/page-numbers.yml`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hooks.content.model import Content

NUMBERS = "content/page-numbers.yml"
NEUTRAL = "neutral"
FIRST_PAGE = "index"
"""What hosts send for a folder: its name says nothing, and stays."""
NUMBER = re.compile(r"[1-9][0-9]{0,3}")


def neutral_names(content: Content) -> dict[str, str]:
    """Return the neutral name of each page and sheet: `sheets/booklet` is `sheets/p-41`."""
    numbers = content.data.get(NUMBERS)
    given = numbers if isinstance(numbers, dict) else {}
    return {name: neutral_name(name, given[name]) for name in numbered(content) if name in given}


def neutral_name(name: str, number: str) -> str:
    folder, slash, _ = name.rpartition("/")
    return f"{folder}{slash}p-{number:0>2}"


def numbered(content: Content) -> list[str]:
    """List all that has a number: every page but the first, and every sheet."""
    names = (name.removesuffix(".md") for name in content.pages)
    return [name for name in names if name != FIRST_PAGE]


def problems_of_numbers(content: Content) -> Iterator[str]:
    """Yield each page without a number, and each number that is none or that two pages have."""
    numbers: Any = content.data.get(NUMBERS)
    if not isinstance(numbers, dict):
        yield f"{NUMBERS}: the file: got no pages by name; write a line for each, such as phone: 7"
        return
    for name, number in numbers.items():
        if not isinstance(number, str) or not NUMBER.fullmatch(number):
            yield f"{NUMBERS}: {name}: got {number!r}; write a number from 1 to 9999"
    sound = [
        int(number) for number in numbers.values() if isinstance(number, str) and NUMBER.fullmatch(number)
    ]
    for number, times in Counter(sound).items():
        if times > 1:
            names = " and ".join(name for name, own in numbers.items() if own == str(number))
            yield f"{NUMBERS}: {names}: they have one number, {number}; possible: {max(sound) + 1}"
    for place, name in enumerate(name for name in numbered(content) if name not in numbers):
        yield f"{NUMBERS}: {name}: it has no number; possible: {max(sound, default=0) + 1 + place}"
