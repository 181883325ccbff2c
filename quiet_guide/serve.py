"""Show an organisation's copy on this machine."""

from __future__ import annotations

from pathlib import Path

from quiet_guide.build import DIST, HOSTING, SITE
from quiet_guide.places import UsersError
from quiet_guide.progress import follow_build, say

BUILT = (SITE, HOSTING, DIST)


def serve(guide: Path, own: Path, port: int, language: str) -> None:
    """Build and serve one language until it is stopped; build again when a file of the organisation changes.

    Raises UsersError where the copy does not have the language, or the port cannot be used.
    """
    from mkdocs.commands.serve import serve as serve_site

    from hooks.languages.folders import ENGLISH, building_in, offered

    if language not in (there := [ENGLISH, *offered(guide)]):
        raise UsersError(f"--language: {language}: your copy does not have it; possible: {', '.join(there)}")
    follow_build()
    say(f"Your copy will be at http://127.0.0.1:{port}/ in a moment. To stop: Ctrl+C.")
    try:
        with building_in(language):
            serve_site(
                str(guide / "mkdocs.yml"), dev_addr=f"127.0.0.1:{port}", watch=watched(own), strict=False
            )
    except (OSError, OverflowError) as error:
        told = getattr(error, "strerror", error)
        raise UsersError(f"--port: {port} cannot be used ({told}); possible: another number") from error


def watched(own: Path) -> list[str]:
    """List what a person writes in the folder: a build writes there too, and would begin itself again."""
    return [
        str(path)
        for path in sorted(own.iterdir())
        if path.name not in BUILT and not path.name.startswith(".")
    ]
