"""Report every problem of the content without building: `python -m hooks.content`."""

from __future__ import annotations

import sys

from mkdocs.config import load_config

from hooks.content.load import load_guide, report
from hooks.layers.behind import in_words, list_behind


def main() -> int:
    # The hooks are not run, so that a problem is reported here and not in a build's words.
    config = load_config("mkdocs.yml", hooks=[])
    content, problems = load_guide(config)
    print(
        report(problems)
        if problems
        else f"{len(content.items)} items on {len(content.pages)} pages: no problems."
    )
    for one in list_behind(content) if not problems else ():
        print(in_words(one))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
