"""Print every problem of a built copy: `python -m hooks.site_check SITE`. One problem ends it with 1."""

from __future__ import annotations

import sys
from pathlib import Path

from hooks.site_check.check import problems_of_site


def main(arguments: list[str]) -> int:
    if len(arguments) != 1:
        print("python -m hooks.site_check SITE, where SITE is a folder that a build has written")
        return 2
    problems = problems_of_site(Path(arguments[0]))
    for problem in problems:
        print(problem)
    print(f"{arguments[0]}: {len(problems) or 'no'} problem{'' if len(problems) == 1 else 's'}.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
