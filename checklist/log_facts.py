"""Facts for a talk about risk: counts with the numbers of their entries, for a trained person who asks.

There is no score, and none of the words of a form. What is not in the log is not said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .dates import long_day
from .log_counts import Counts, day_text
from .log_followed import OWN
from .log_rows import HAPPENED, LogRequest, Row
from .translation import _, ngettext

WEEK = 7
RECENT = 28
MORNING = 6
CONTACT = ("call", "message", "online")


def facts_of(request: LogRequest) -> list[dict[str, Any]]:
    """Return `[{id, sentence, entries}]`, without what has not happened."""
    return [fact for fact in _facts(request) if fact["entries"]]


def _facts(request: LogRequest) -> Iterator[dict[str, Any]]:
    rows = request.rows
    yield _span(rows)
    yield _before_the_log(rows)
    yield _recent(request)
    yield _often("seen", _("They watched or followed"), [row for row in rows if row.kind == "seen"])
    yield _often(
        "contact", _("Calls, messages and things online"), [row for row in rows if row.kind in CONTACT]
    )
    yield _night(rows)
    for id, label, is_so in SIMPLE:
        found = [row for row in rows if is_so(row)]
        yield _fact(id, _counted(label, _times(found)), found)


SIMPLE: tuple[tuple[str, str, Callable[[Row], bool]], ...] = (
    ("others", _("Contact through others"), lambda row: row.kind == "others"),
    ("parcel", _("Gifts or parcels"), lambda row: row.kind == "parcel"),
    ("broken", _("Something broken or taken"), lambda row: row.kind == "damage" or "broken" in row.signs),
    ("tracker", _("Tracker or device found"), lambda row: row.kind == "tracker"),
    ("threat", _("You or somebody was threatened"), lambda row: "threat" in row.signs),
    ("hurt", _("Somebody was hurt"), lambda row: "hurt" in row.signs),
    ("weapon", _("A weapon was there, or was mentioned"), lambda row: "weapon" in row.signs),
    ("child", _("A child was there"), lambda row: "child" in row.signs),
    ("told", _("What you told the person"), lambda row: row.kind == "told"),
    ("order_broken", _("May go against a court order"), lambda row: row.kind == "order_broken"),
    ("police", _("Police or report"), lambda row: row.kind == "police"),
)


def _span(rows: tuple[Row, ...]) -> dict[str, Any]:
    ordered = sorted(rows, key=lambda row: (row.day, row.number))
    if not ordered:
        return _fact("span", "", [])
    ends = [ordered[0], *ordered[1:][-1:]]
    first, last = long_day(day_text(ends[0].day)), long_day(day_text(ends[-1].day))
    if first == last:
        return _fact("span", _("Everything counted here is about {day}.", day=first), ends)
    return _fact(
        "span",
        _("Of what is counted here, the first was on {first}, the last on {last}.", first=first, last=last),
        ends,
    )


def _before_the_log(rows: tuple[Row, ...]) -> dict[str, Any]:
    began = min((row.written_day for row in rows), default=0)
    found = [row for row in rows if row.day < began]
    sentence = ngettext(
        "Of the entries counted here, the first was written on {day}. {count} is about an earlier day.",
        "Of the entries counted here, the first was written on {day}. {count} are about earlier days.",
        len(found),
        day=long_day(day_text(began)) if began else "",
    )
    return _fact("before", sentence, found)


def _recent(request: LogRequest) -> dict[str, Any]:
    """Count the last days, and as many before them, without what the writer did."""

    def within(first: int, last: int) -> Counts:
        counts = Counts()
        for row in request.rows:
            for point in row.counted(HAPPENED):
                if row.kind not in OWN and first <= point.day <= last:
                    counts.add(0, point.times, row.number)
        return counts

    start = request.today - RECENT + 1
    now, before = within(start, request.today).at(0), within(start - RECENT, start - 1).at(0)
    sentence = _(
        "In the last {days} days: {now}. In the {days} days before: {before}.",
        days=RECENT,
        now=now["times"],
        before=before["times"],
    )
    return {"id": "recent", "sentence": sentence, "entries": sorted({*now["entries"], *before["entries"]})}


def _often(id: str, label: str, rows: list[Row]) -> dict[str, Any]:
    """Count times and days, and the most in seven days that follow each other."""
    times: dict[int, int] = {}
    for row in rows:
        for point in row.counted(HAPPENED):
            times[point.day] = times.get(point.day, 0) + point.times
    most, start = _most_in_a_week(times)
    if not most:
        return _fact(id, "", [])
    days = ngettext(
        "That was on {count} day.",
        "That was on {count} days. The most in seven days was {most}, from {day} on.",
        len(times),
        most=most,
        day=long_day(day_text(start)),
    )
    return _fact(id, " ".join([_counted(label, _times(rows)), days]), rows)


def _most_in_a_week(times: dict[int, int]) -> tuple[int, int]:
    """Return the most within seven days, and the first of these days; the earliest of several."""
    days = sorted(times)
    best, start, sum_, left = 0, 0, 0, 0
    for day in days:
        sum_ += times[day]
        while days[left] <= day - WEEK:
            sum_ -= times[days[left]]
            left += 1
        if sum_ > best:
            best, start = sum_, days[left]
    return best, start


def _night(rows: tuple[Row, ...]) -> dict[str, Any]:
    """Count what came at night, without what the writer did."""
    counts = Counts()
    for row in rows:
        for point in row.counted(HAPPENED):
            if row.kind not in OWN and point.hour is not None and point.hour < MORNING:
                counts.add(0, point.times, row.number)
    night = counts.at(0)
    return {
        "id": "night",
        "sentence": _counted(_("Between midnight and six in the morning"), night["times"]),
        "entries": night["entries"],
    }


def _counted(label: str, times: int) -> str:
    return ngettext("{label}: {count} time.", "{label}: {count} times.", times, label=label)


def _times(rows: list[Row]) -> int:
    return sum(row.times for row in rows)


def _fact(id: str, sentence: str, rows: list[Row]) -> dict[str, Any]:
    return {"id": id, "sentence": sentence, "entries": sorted(row.number for row in rows)}
