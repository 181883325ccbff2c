"""What each edition in one file carries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from hooks.content.views import View, fetched_later, not_carried, styles_on_request
from hooks.languages.folders import ENGLISH, language_of_build

PYTHON = "assets/python/"
STRENGTH = "assets/strength.js"  # its word lists alone are as large as the small edition
FILES = ("assets/attachments.js", "assets/vault-files.js")  # beside the lines of a log
READING = "assets/log-reading.js"  # what reads files for `log-imports.js`

ATTACHMENTS = ("assets/attachments.js", "assets/vault-files.js")  # who has the small file keeps no large ones


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One file that is the whole guide."""

    size: str
    """The value of `<html data-pocket>`."""
    suffix: str
    """What its name has after the name that `mkdocs.yml` sets."""
    limit: int
    """How many bytes it may have."""
    leaves_out: tuple[str, ...] = ()
    """Files of the site's assets that it does not carry, or folders of them."""
    unpacks_first: tuple[str, ...] = ()
    """Scripts and styles that are packed, although they are needed from the start."""
    is_packed: bool = False
    """Whether all is packed that can be done without where no script runs."""

    views_left_out: frozenset[str] = frozenset()
    """Views that it leaves out or changes: `single-file.html` has what replaces them."""
    views_packed: frozenset[str] = frozenset()
    """Views that are packed, except what works without script, though no site fetches them on request."""

    def has(self, name: str) -> bool:
        return not name.startswith(self.leaves_out)


WHOLE = Edition(size="whole", suffix="", limit=7_000_000)
SMALL = Edition(
    size="small",
    suffix="-small",
    limit=600_000,
    leaves_out=(PYTHON, STRENGTH, READING, *FILES),
    unpacks_first=("assets/reader.js",),
    is_packed=True,
)
EDITIONS = (WHOLE, SMALL)
SMALL_IN_OTHER_LANGUAGES = 640_000
"""How many bytes the small edition may have in another language: most say the same in more letters."""


def limit_of(edition: Edition) -> int:
    is_longer = edition == SMALL and language_of_build() != ENGLISH
    return SMALL_IN_OTHER_LANGUAGES if is_longer else edition.limit


def editions_of(views: Mapping[str, View]) -> list[Edition]:
    """Return both, with what the rows of `theme/views.yml` say of them."""
    return [
        replace(
            edition,
            limit=limit_of(edition),
            leaves_out=(
                *edition.leaves_out,
                *not_carried(views),
                *(fetched_later(views) if edition.is_packed else ()),
            ),
            unpacks_first=(*edition.unpacks_first, *(styles_on_request(views) if edition.is_packed else ())),
            views_left_out=frozenset(id for id, view in views.items() if view.one_file == "no"),
            views_packed=frozenset(id for id, view in views.items() if view.one_file == "packed"),
        )
        for edition in EDITIONS
    ]
