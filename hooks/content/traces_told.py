"""Tell readers what was measured of traces: a row for each thing that they may have done, in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import reduce

from checklist.dates import long_day
from checklist.translation import _, ngettext
from hooks.content.records import BROWSERS, Trace

NAMES = {"chromium": "Chromium", "firefox": "Firefox"}
BACK = ("before", "none", "blank", "guide", "guide-typed")
REOPENED = ("everyday", "none", "blank", "guide", "guide-typed")
"""What a tab can show, from what tells least to what tells most."""

Said = Callable[[list[Trace]], str]


@dataclass(frozen=True)
class Row:
    """What a reader did, and what was left then; each text is a sentence."""

    did: str
    note: str
    history: list[str]
    back: list[str]
    files: list[str]


def groups() -> list[tuple[str, tuple[str, ...]]]:
    """List what a reader may have done, each with its journeys. What a group says is the worst of them."""
    return [
        (_("You used a private window."), ("private-leave", "private-kill")),
        (
            _("You read, and pressed Leave now."),
            ("read-leave", "read-leave-keys", "search-leave", "print-leave", "language"),
        ),
        (
            _("You wrote in the plan or the log, and pressed Leave now."),
            ("plan-leave", "log-leave", "cover-leave"),
        ),
        (
            _("You closed the tab or went back, and did not press Leave now."),
            ("read-close", "read-back", "search-close", "plan-close", "plan-reopen", "hide-close"),
        ),
        (_("You opened a link to another site, and pressed Back there."), ("link-back",)),
        (_("You left, and the everyday page did not come."), ("exit-hangs", "exit-refused", "exit-offline")),
        (_("The browser was forced to close."), ("plan-kill", "plan-leave-kill")),
        (
            _("You kept a plan or a log on the device, locked, and left."),
            ("keep-leave", "keep-leave-kill", "log-kept-leave"),
        ),
        (_("You deleted what you had kept."), ("keep-wipe", "copy-removed")),
        (_("You saved files."), ("save-files",)),
        (_("You kept this guide for use without a network."), ("copy-leave",)),
        (_("JavaScript was off."), ("no-script-leave",)),
        (
            _("You used the guide as one file."),
            ("file-leave", "file-close", "file-kill", "file-kept-leave"),
        ),
        (
            _("You left, on a site that lets browsers keep its pages."),
            ("read-leave-plain", "plan-leave-plain", "keep-wipe-plain", "copy-removed-plain"),
        ),
    ]


def table_of(traces: Iterable[Trace]) -> list[Row]:
    """Return the rows for which something was measured."""
    by_journey: dict[str, list[Trace]] = {}
    for trace in traces:
        by_journey.setdefault(trace.journey, []).append(trace)
    rows = []
    for did, journeys in groups():
        if found := [trace for journey in journeys for trace in by_journey.get(journey, [])]:
            history, back = each(found, history_of), [*each(found, back_of), *each(found, reopened_of)]
            files = [*each(found, content_of), *each(found, saved_of)]
            rows.append(
                Row(
                    did, not_tested_in(found), history, back or [_("We did not test what comes back.")], files
                )
            )
    return rows


def when_measured(traces: Iterable[Trace]) -> list[str]:
    """Say of each browser which version was measured, and when."""
    said = []
    for browser in BROWSERS:
        if found := [trace for trace in traces if trace.browser == browser]:
            (version,), day = versions_of(found), long_day(min(trace.day for trace in found))
            said.append(_("We tested {version} on {day}.", version=version, day=day))
    return said


def versions_of(traces: Iterable[Trace]) -> list[str]:
    """Name each browser with its version: Chromium 156."""
    return [
        f"{NAMES[browser]} {reduce(both, sorted(versions))}"
        for browser in BROWSERS
        if (versions := {trace.version.split(".")[0] for trace in traces if trace.browser == browser})
    ]


def both(one: str, other: str) -> str:
    return _("{one} and {other}", one=one, other=other)


def untold(traces: Iterable[Trace]) -> list[str]:
    """List the journeys that no row shows."""
    told = {journey for _did, journeys in groups() for journey in journeys}
    return sorted({trace.journey for trace in traces} - told)


def each(traces: list[Trace], said: Said) -> list[str]:
    """Say it once where all browsers do the same, else once for each that was measured."""
    found = {
        NAMES[browser]: sentence
        for browser in BROWSERS
        if (sentence := said([trace for trace in traces if trace.browser == browser]))
    }
    measured = {trace.browser for trace in traces}  # where it is one alone, the row says so
    if len(found) == len(measured) and len({*found.values()}) == 1:
        return [*{*found.values()}]
    return [_("{browser}: {said}", browser=browser, said=sentence) for browser, sentence in found.items()]


def history_of(traces: list[Trace]) -> str:
    if not traces:
        return ""
    worst = max(traces, key=lambda trace: (trace.listed, len(trace.rows)))
    if worst.host == "file":
        shown = _("The history list shows the file."), _("The history list does not show the file.")
    else:
        lines = ngettext(
            "The history list shows this site.",
            "The history list shows this site, in {count} lines.",
            len(worst.rows),
        )
        shown = lines, _("The history list does not show this site.")
    if worst.listed == "no":
        return shown[1]
    return sometimes(shown[0], is_so=all(trace.listed == "yes" for trace in traces))


def back_of(traces: list[Trace]) -> str:
    return _shown([trace.back for trace in traces if trace.back], BACK, {
        "before": _("Back shows what you had open before."),
        "none": _("There is nothing to go back to."),
        "blank": _("Back shows an empty page."),
        "guide": _("Back shows this guide, and it may show what you wrote."),
        "guide-typed": _("Back shows this guide, with what you wrote."),
    })  # fmt: skip


def reopened_of(traces: list[Trace]) -> str:
    return _shown([trace.reopened for trace in traces if trace.reopened], REOPENED, {
        "everyday": _("A tab that is opened again shows the everyday page."),
        "none": _("The tab cannot be opened again."),
        "blank": _("A tab that is opened again is empty."),
        "guide": _("A tab that is opened again shows this guide, without what you wrote."),
        "guide-typed": _("A tab that is opened again shows this guide, with what you wrote."),
    })  # fmt: skip


def content_of(traces: list[Trace]) -> str:
    holds_text = [bool(trace.content) for trace in traces if trace.content is not None]
    holds_typed = [bool(trace.typed) for trace in traces if trace.typed is not None]
    if not holds_text:
        return ""
    if any(holds_typed):
        sentence = (
            _("The text of this guide and something you wrote can be read in the browser’s files.")
            if any(holds_text)
            else _("Something you wrote can be read in the browser’s files.")
        )
    elif any(holds_text):
        sentence = (
            _("The text of this guide can be read in the browser’s files, but nothing you wrote.")
            if holds_typed
            else _("The text of this guide can be read in the browser’s files.")
        )
    elif holds_typed:
        sentence = _("No text of this guide and nothing you wrote can be read in the browser’s files.")
    else:
        sentence = _("No text of this guide can be read in the browser’s files.")
    return sometimes(sentence, is_so=all(len({*found}) <= 1 for found in (holds_text, holds_typed)))


def saved_of(traces: list[Trace]) -> str:
    counts = [trace.files for trace in traces if trace.files is not None]
    if not counts:
        return ""
    return (
        _("The browser or the system keeps the names of files that you saved or added.")
        if any(counts)
        else _("The names of files that you saved or added are not in the browser’s files.")
    )


def not_tested_in(traces: list[Trace]) -> str:
    measured = {trace.browser for trace in traces}
    missing = [NAMES[browser] for browser in BROWSERS if browser not in measured]
    return _("We did not test this in {browser}.", browser=missing[0]) if missing else ""


def sometimes(sentence: str, *, is_so: bool) -> str:
    """Add that it was not so in every test."""
    return sentence if is_so else _("{sentence} This was not so in every test.", sentence=sentence)


def _shown(values: list[str], order: tuple[str, ...], sentences: dict[str, str]) -> str:
    if not values:
        return ""
    worst = max(values, key=order.index)
    return sometimes(sentences[worst], is_so=len({value.startswith("guide") for value in values}) == 1)
