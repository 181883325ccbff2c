"""Say, where a page asks for it, which version of the guide this is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from lxml import html

from checklist.dates import long_day
from checklist.translation import _
from hooks.site.pages import Pages
from hooks.site.publication import SOURCE, read_publication
from hooks.version import VERSION

MARK = "//comment()[normalize-space(.) = 'version']"


def put_version(root: Path, pages: Pages) -> None:
    """Put the version and its day in the place of each mark. Raises OutputError."""
    marks = [mark for page in pages.values() for mark in page.xpath(MARK)]
    for mark in marks:
        line = html.Element("p")
        line.text = _("This is version {version}, published on {day}.", version=VERSION, day=day_of(root))
        mark.getparent().replace(mark, line)


def day_of(root: Path) -> str:
    day, _archive = read_publication((root / SOURCE).read_text("utf-8"))
    assert day is not None
    return long_day(datetime.fromtimestamp(day, UTC).date().isoformat())
