"""Write days in the words of another language, as tests name them in English: Tuesday 3 March 2026."""

from __future__ import annotations

import re
from datetime import date

from babel import Locale
from babel.dates import format_date

ENGLISH = Locale("en")
MONTHS = list(ENGLISH.months["format"]["wide"].values())
WEEKDAYS = list(ENGLISH.days["format"]["wide"].values())
DAY = re.compile(
    rf"\b(?:(?P<weekday>{'|'.join(WEEKDAYS)}) )?"
    rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b"
)


def day_in(found: re.Match[str], formats: str, with_weekday: str) -> str:
    """Return what `DAY` found in another language.

    `formats`: the tag by which that language writes days. `with_weekday`: how it writes them behind a
    weekday, with the gaps `{weekday}` and `{day}`.
    """
    day = date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
    locale = Locale.parse(formats, sep="-")
    said = format_date(day, "long", locale)
    if not found["weekday"]:
        return said
    return with_weekday.format(weekday=format_date(day, "EEEE", locale), day=said)
