"""What an organisation adds to the finished style sheets, so that ready ones can be used."""

from __future__ import annotations

from pathlib import Path

from hooks.layers.colours import rules_of_colours
from hooks.layers.organisation import Organisation
from hooks.layers.paper_line import STYLES as FOOT
from hooks.site.pages import Pages

COMMON = "assets/guide.css"
SHEETS = "assets/sheets.css"
STYLES = "theme/components/organisation/organisation.css"
BEHIND = "//*[@data-behind]"


def append_styles(folder: Path, root: Path, pages: Pages, organisation: Organisation | None) -> None:
    """Append an organisation's rules to the style sheets in a built `folder`; `root` holds the theme."""
    if organisation is None:
        return
    colours = rules_of_colours(organisation.colours) if organisation.colours else ""
    has_parts = organisation.line or organisation.logo or any(page.xpath(BEHIND) for page in pages.values())
    own = (root / STYLES).read_text(encoding="utf-8") if has_parts else ""
    append(folder / COMMON, own + colours)
    if organisation.paper or organisation.line:
        append(folder / SHEETS, (root / FOOT).read_text(encoding="utf-8"))


def append(path: Path, rules: str) -> None:
    with path.open("a", encoding="utf-8") as styles:
        styles.write(rules)
