"""List the languages that are built besides English, one a line: `python -m hooks.languages`."""

from __future__ import annotations

from pathlib import Path

from hooks.languages.folders import offered


def main() -> None:
    for code in offered(Path.cwd()):
        print(code)


if __name__ == "__main__":
    main()
