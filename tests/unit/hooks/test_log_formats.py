"""What describes a log to other programs. `tests/vault/log-schema.test.js` validates lines against it."""

import csv
import json
import subprocess
from pathlib import Path

import pytest

from checklist.errors import ChecklistError
from hooks.content.front_matter import load_yaml
from hooks.content.load import read_log
from hooks.content.log_formats import (
    FOLDER,
    TEXTS,
    csv_header,
    header_text,
    log_in,
    schema_of,
    schema_text,
)

ROOT = Path(__file__).parents[3]
GUIDE = log_in(ROOT)
LOG = """\
kinds:
  - {id: call, label: Call, sheets: [calls]}
fields:
  - {id: when, label: When it happened, takes: when, group: happened}
  - {id: place, label: Place, takes: line, most: 80, group: happened}
  - {id: what, label: What happened, takes: text, most: 800, group: happened}
  - {id: count, label: How many, takes: number, most: 9, group: happened}
  - {id: way, label: How it came, takes: choice, group: happened, options: [{id: post, label: Post}]}
  - {id: signs, label: Was there, takes: ticks, group: happened, options: [{id: child, label: A child}]}
  - {id: series, label: Each call, takes: rows, most: 5, columns: [when, count], group: happened}
  - {id: name, label: Name, takes: line, most: 60, group: happened, apart: "yes"}
  - {id: written, label: Written, takes: set, group: happened}
  - {id: on_paper, label: On paper, takes: day, group: happened}
  - {id: zone, label: Time zone, takes: set, group: happened}
"""
SMALL, _ = read_log(load_yaml(LOG))


@pytest.mark.parametrize("name", TEXTS)
def test_the_files_are_as_the_list_says(name):
    written = (ROOT / FOLDER / name).read_text(encoding="utf-8")

    assert written == TEXTS[name](GUIDE), "stale: type python -m hooks.content.log_formats"


def test_each_field_has_its_label_and_bounds():
    of_fields = schema_of(SMALL)["properties"]["fields"]["properties"]

    assert of_fields == {
        "place": {"title": "Place", "maxLength": 80, "type": "string", "pattern": r"^[^\n\r]*$"},
        "what": {"title": "What happened", "type": "string", "maxLength": 800},
        "count": {"title": "How many", "type": "integer", "minimum": 0, "maximum": 9},
        "way": {"title": "How it came", "anyOf": [{"const": "post", "title": "Post"}, {"type": "string"}]},
        "signs": {
            "title": "Was there",
            "type": "array",
            "uniqueItems": True,
            "items": {"anyOf": [{"const": "child", "title": "A child"}, {"type": "string"}]},
        },
        "name": {"title": "Name", "maxLength": 60, "type": "string", "pattern": r"^[^\n\r]*$"},
        "on_paper": {"title": "On paper", "type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
    }


def test_a_row_has_the_columns_that_rows_name():
    assert list(schema_of(SMALL)["properties"]["rows"]["items"]["properties"]) == ["when", "count"]


def test_what_is_kept_apart_is_in_no_line_of_an_entry_and_nothing_else_is_in_its_own():
    rule = schema_of(SMALL)["allOf"][-1]

    assert rule["else"] == {"properties": {"fields": {"properties": {"name": False}}}}
    assert list(rule["then"]["properties"]["fields"]["properties"]) == [
        *("place", "what", "count", "way", "signs", "on_paper")
    ]


def test_the_header_names_times_in_columns_of_their_own_and_leaves_out_what_is_kept_apart():
    expected = [
        *("line", "number", "version", "act", "kind", "row"),
        *("happened_as", "happened_day", "happened_time", "happened_offset", "happened_mark"),
        *("until_day", "until_time", "until_offset", "happened_utc", "happened_zone"),
        *("written_day", "written_time", "written_offset", "written_utc", "written_zone", "written_clock"),
        *("place", "what", "count", "way", "signs", "on_paper", "more"),
    ]
    assert csv_header(SMALL) == expected
    with_apart = csv_header(SMALL, with_apart=True)
    assert [column for column in with_apart if column not in expected] == ["name"]


def test_the_guide_writes_tables_with_this_header():
    shape = {
        "kinds": {},
        "fields": {field.id: {"takes": field.takes, "apart": field.is_apart} for field in GUIDE.fields},
    }
    module = ROOT / "theme/components/log/exports/model/csv.js"
    script = f"""
        import {{ csvHeader }} from {json.dumps(str(module))};
        const shape = {json.dumps(shape)};
        console.log(JSON.stringify([false, true].map((withApart) => csvHeader(shape, withApart))));
    """
    command = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert json.loads(done.stdout) == [csv_header(GUIDE), csv_header(GUIDE, with_apart=True)]


def test_the_header_is_one_line_that_any_program_reads():
    rows = list(csv.reader(header_text(GUIDE).splitlines()))

    assert rows == [csv_header(GUIDE)]
    assert len(set(rows[0])) == len(rows[0])


def test_the_schema_is_one_form_of_json():
    assert json.loads(schema_text(GUIDE)) == schema_of(GUIDE)


def test_a_list_with_problems_gives_no_file(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/log.yml").write_text("kinds: call\n", encoding="utf-8")

    with pytest.raises(ChecklistError):
        log_in(tmp_path)
