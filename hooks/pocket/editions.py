"""What each edition in one file carries."""

from __future__ import annotations

from dataclasses import dataclass

PYTHON = "assets/python/"
STRENGTH = "assets/strength.js"  # its word lists alone are as large as the small edition
OFFLINE = ("assets/offline.js", "assets/offline.css")  # needs a host
LONE = "assets/where.js"  # for pages that stand alone; the reader has it


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One file that is the whole guide."""

    size: str
    """As `<html data-pocket>` tells it."""
    suffix: str
    """What its name has after the name that `mkdocs.yml` sets."""
    limit: int
    """How many bytes it may have."""
    leaves_out: tuple[str, ...]
    """Files of the site's assets that it does not carry, or folders of them."""
    unpacks_first: tuple[str, ...] = ()
    """Scripts and styles that come packed, although they are needed from the start."""
    is_packed: bool = False
    """Whether all is packed that can be done without where no script runs."""

    def has(self, name: str) -> bool:
        return not name.startswith(self.leaves_out)


WHOLE = Edition(size="whole", suffix="", limit=7_000_000, leaves_out=(*OFFLINE, LONE))
SMALL = Edition(
    size="small",
    suffix="-small",
    limit=560_000,
    leaves_out=(*OFFLINE, LONE, PYTHON, STRENGTH),
    unpacks_first=("assets/sheets.css", "assets/reader.js"),
    is_packed=True,
)
EDITIONS = (WHOLE, SMALL)
