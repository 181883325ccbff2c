"""The field tables in `contributing/` are written by `python -m tests.unit.test_writing_guide`."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from checklist.schema import field_guides

FOLDER = Path(__file__).parents[2] / "contributing"
GUIDES = tuple(
    FOLDER / name
    for name in (
        "writing-advice.md",
        "plan-format.md",
        "writing-sheets.md",
        "adding-a-view.md",
        "log-fields.md",
        "traces.md",
        "translating.md",
        "hosting.md",
        "organisations.md",
    )
)
TABLE = re.compile(r"<!-- fields: (?P<module>\S+)\.(?P<name>\w+) -->\n.*?<!-- end -->", re.DOTALL)


def with_tables(text: str) -> str:
    return TABLE.sub(lambda match: f"{match[0].splitlines()[0]}\n{table(match)}<!-- end -->", text)


def table(match: re.Match[str]) -> str:
    rows = ["| field | | what belongs there |", "| --- | --- | --- |"]
    for guide in field_guides(getattr(import_module(match["module"]), match["name"])):
        options = f" One of: {', '.join(guide.options)}." if guide.options else ""
        rows.append(f"| `{guide.name}` | {'required' if guide.required else ''} | {guide.about}{options} |")
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.stem)
def test_a_guide_names_every_field_as_the_code_does(guide):
    text = guide.read_text(encoding="utf-8")

    assert text == with_tables(text), "stale: type python -m tests.unit.test_writing_guide"


if __name__ == "__main__":
    for guide in GUIDES:
        guide.write_text(with_tables(guide.read_text(encoding="utf-8")), encoding="utf-8")
