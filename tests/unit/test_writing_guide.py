"""The field tables of contributing/writing-advice.md are written by `python -m tests.unit.test_writing_guide`."""

import re
from importlib import import_module
from pathlib import Path

from checklist.schema import field_guides

GUIDE = Path(__file__).parents[2] / "contributing/writing-advice.md"
TABLE = re.compile(r"<!-- fields: (?P<module>\S+)\.(?P<name>\w+) -->\n.*?<!-- end -->", re.DOTALL)


def with_tables(text: str) -> str:
    return TABLE.sub(lambda match: f"<!-- fields: {match['module']}.{match['name']} -->\n{table(match)}<!-- end -->", text)


def table(match: re.Match[str]) -> str:
    rows = ["| field | | what belongs there |", "| --- | --- | --- |"]
    for guide in field_guides(getattr(import_module(match["module"]), match["name"])):
        options = f" One of: {', '.join(guide.options)}." if guide.options else ""
        rows.append(f"| `{guide.name}` | {'required' if guide.required else ''} | {guide.about}{options} |")
    return "\n".join(rows) + "\n"


def test_the_writing_guide_names_every_field_as_the_code_does():
    text = GUIDE.read_text(encoding="utf-8")

    assert text == with_tables(text), "stale: type python -m tests.unit.test_writing_guide"


if __name__ == "__main__":
    GUIDE.write_text(with_tables(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
