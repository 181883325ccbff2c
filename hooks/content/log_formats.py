"""Write what describes a log to other programs: JSON Schemas of a line and an export, the header of a table.

`python -m hooks.content.log_formats` writes them to `contributing/`; tests say when they are stale.
A line is what `theme/components/log/model/` writes, an export what `components/log/exports/model/` does.
What a later version adds to a line is allowed, as in the guide.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from checklist.errors import ChecklistError
from hooks.content.front_matter import load_yaml
from hooks.content.load import read_log
from hooks.content.log import (
    CHOICE,
    DAY,
    FILES,
    LINE,
    LOG,
    NUMBER,
    ROWS,
    SET,
    TEXT,
    TICKS,
    WHEN,
    Log,
    LogField,
)

FOLDER = "contributing"
SCHEMA_FILE = "log-line.schema.json"
EXPORT_FILE = "log-export.schema.json"
HEADER_FILE = "log-header.csv"
Schema = dict[str, Any]

ACTS = {
    "write": "A new entry",
    "correct": "A correction of an entry",
    "remove": "An entry was removed by its writer",
    "read-again": "The writer read it again, and it is as they remember",
    "apart": "What is kept apart from an entry",
    "rows": "Rows of a series",
}
WAYS = {
    "exact": "At this time",
    "about": "About this time",
    "between": "Between two times",
    "day": "On this day",
    "noticed": "Noticed at this time, happened before",
}
LATER = {"type": "string"}
"""A name that a later version adds."""
WALL = r"^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$"
UTC = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$"
OFFSET = r"^[+-]\d{2}:\d{2}(:\d{2})?$"
DIGITS = r"^[0-9a-f]{64}$"
ANY = {"$ref": "#/definitions/value"}
DRAFT = "http://json-schema.org/draft-07/schema#"


def schema_of(log: Log) -> Schema:
    """Return the JSON Schema (draft 7) of one line."""
    whole = {"type": "integer", "minimum": 1}
    return {
        "$schema": DRAFT,
        "title": "One line of the log: a version of an entry, or what belongs to an entry",
        "type": "object",
        "required": ["v", "seq", "id", "ver", "salt", "act", "written"],
        "properties": {
            "v": {"title": "Version of this form", "const": 1},
            "seq": {"title": "Number of the line, without a hole", **whole},
            "id": {"title": "The entry, or what lies beside it", "$ref": "#/definitions/id"},
            "ver": {"title": "Which version of it this is", **whole},
            "of": {"title": "The entry that it belongs to", "$ref": "#/definitions/id"},
            "first": {"title": "Number of the first line of the entry", **whole},
            "salt": {"title": "At random, so that nobody can guess the line", **matching(r"^[\w-]{22}$")},
            "act": {"title": "What this line does", **one_of_names(ACTS)},
            "kind": {
                "title": "Kind of entry",
                **one_of_names({kind.id: kind.label for kind in log.kinds}),
            },
            "when": {"title": "When it happened", "$ref": "#/definitions/when"},
            "written": {"title": "When it was written, set by the log", "$ref": "#/definitions/written"},
            "fields": {
                "type": "object",
                "properties": {field.id: value_of(field) for field in log.fields if is_in_fields(field)},
                "additionalProperties": ANY,
            },
            "rows": {"type": "array", "items": row_of(log)},
            "was": {"title": "Leaf of the version before, in the chain", **matching(DIGITS)},
        },
        "additionalProperties": ANY,
        "allOf": rules_of(log),
        "definitions": DEFINITIONS,
    }


def rules_of(log: Log) -> list[Schema]:
    """Say what each act needs, and that what is kept apart is in lines of its own."""
    fields = [field for field in log.fields if is_in_fields(field)]
    apart = [field.id for field in fields if field.is_apart]
    others = [field.id for field in fields if not field.is_apart]
    return [
        {"if": acting("write", "correct"), "then": {"required": ["kind", "when", "fields"]}},
        {"if": acting("correct", "remove", "read-again"), "then": {"required": ["first", "was"]}},
        {"if": acting("rows"), "then": {"required": ["of", "rows"]}},
        {
            "if": acting("apart"),
            "then": {"required": ["of", "fields"], **without(others)},
            "else": without(apart),
        },
    ]


def acting(*acts: str) -> Schema:
    return {"required": ["act"], "properties": {"act": {"enum": list(acts)}}}


def without(ids: Iterable[str]) -> Schema:
    return {"properties": {"fields": {"properties": dict.fromkeys(ids, False)}}}


def is_in_fields(field: LogField) -> bool:
    """Whether a line has it in `fields`; times and rows have places of their own."""
    return field.takes not in (WHEN, SET, ROWS)


def value_of(field: LogField) -> Schema:
    return {"title": field.label, **VALUES[field.takes](field)}


def row_of(log: Log) -> Schema:
    """Describe one row of a series: some of the columns that any field of rows has."""
    ids = dict.fromkeys(id for field in log.fields for id in field.columns)
    columns = {
        id: {"title": field.label, **matching(WALL)} if field.takes == WHEN else value_of(field)
        for id in ids
        for field in [log.field_called(id)]
    }
    return {"type": "object", "properties": columns, "additionalProperties": ANY}


def matching(pattern: str) -> Schema:
    return {"type": "string", "pattern": pattern}


def one_of_names(labels: dict[str, str]) -> Schema:
    """Name what is known, each with its label."""
    return {"anyOf": [*({"const": name, "title": label} for name, label in labels.items()), LATER]}


FILE_TEXT = {
    "title": "Its name in the log, its size in bytes, its SHA-256, its day on the device or -, and its name",
    **matching(r"^[0-9a-z-]{1,64} \d+ [0-9a-f]{64} (\d{4}-\d{2}-\d{2}|-) [^\n\r]+$"),
}
VALUES: dict[str, Callable[[LogField], Schema]] = {
    LINE: lambda field: {"maxLength": field.most, **matching(r"^[^\n\r]*$")},
    TEXT: lambda field: {"type": "string", "maxLength": field.most},
    NUMBER: lambda field: {"type": "integer", "minimum": 0, "maximum": field.most},
    DAY: lambda _: matching(r"^\d{4}-\d{2}-\d{2}$"),
    CHOICE: lambda field: one_of_names({option.id: option.label for option in field.options}),
    FILES: lambda field: {
        "type": "array",
        "uniqueItems": True,
        "maxItems": field.most,
        "items": FILE_TEXT,
    },
    TICKS: lambda field: {
        "type": "array",
        "uniqueItems": True,
        "items": one_of_names({option.id: option.label for option in field.options}),
    },
}

POINT = {
    "wall": {"title": "As the clock on the wall showed it", **matching(WALL)},
    "offset": {"title": "What that clock was ahead of UTC", **matching(OFFSET)},
    "utc": matching(UTC),
    "mark": {
        "title": "Where the clock showed a time twice, or never",
        **one_of_names({"first": "The first time", "second": "The second time", "gap": "Never"}),
    },
}
DEFINITIONS: Schema = {
    "id": matching(r"^[a-z]-[0-9a-z]{1,60}$"),
    "value": {
        "title": "Texts, whole numbers, and lists and sets of them",
        "anyOf": [
            {"type": ["string", "integer"]},
            {"type": "array", "items": ANY},
            {"type": "object", "additionalProperties": ANY},
        ],
    },
    "point": {"type": "object", "required": ["wall"], "properties": POINT, "additionalProperties": ANY},
    "when": {
        "type": "object",
        "required": ["as", "wall", "zone"],
        "properties": {
            "as": one_of_names(WAYS),
            **POINT,
            "zone": {"title": "Name of the time zone; empty where it is not known", "type": "string"},
            "until": {"$ref": "#/definitions/point"},
        },
        "additionalProperties": ANY,
        "if": {"required": ["as"], "properties": {"as": {"const": "between"}}},
        "then": {"required": ["until"]},
    },
    "written": {
        "type": "object",
        "required": ["utc", "offset", "zone", "clock"],
        "properties": {
            "utc": matching(UTC),
            "offset": matching(OFFSET),
            "zone": {"type": "string"},
            "clock": one_of_names({"ok": "As expected", "went back": "Earlier than the line before"}),
        },
        "additionalProperties": ANY,
    },
}


def only(title: str, properties: Schema) -> Schema:
    """Describe a set that has each of these names, and no other."""
    return {
        "title": title,
        "type": "object",
        "required": list(properties),
        "properties": properties,
        "additionalProperties": False,
    }


NUMBER_OF_LINE = {"title": "Number of the line, without a hole", "type": "integer", "minimum": 1}
LEAF = {"title": 'SHA-256 of "log-leaf-1\n" and the line', **matching(DIGITS)}
HEAD = {"title": 'SHA-256 of "log-head-1\n", the head before, and the leaf', **matching(DIGITS)}
EXPORT_LINES = {
    "first_line": only(
        "The first line: what is said of the whole log",
        {
            "log": {"title": "Version of this form", "const": 1},
            "start": {"title": "Head of the log before its first line", **matching(DIGITS)},
            "count": {"title": "How many lines the log has", "type": "integer", "minimum": 0},
            "head": {"title": "Head of the log after its last line", **matching(DIGITS)},
            "made": {"title": "When this copy was made", "$ref": "#/definitions/written"},
            "sum": {
                "title": 'SHA-256 of "log-export-1\n" and what stands before `,"sum"` in this line',
                **matching(DIGITS),
            },
        },
    ),
    "there": only(
        "A line of the log",
        {
            "seq": NUMBER_OF_LINE,
            "line": {
                "title": "The very line: JSON, described by #/definitions/line",
                "type": "string",
                "contentMediaType": "application/json",
            },
            "head": HEAD,
        },
    ),
    "left_out": only(
        "A line that was left out of this copy",
        {"seq": NUMBER_OF_LINE, "left_out": {"const": 1}, "leaf": LEAF, "head": HEAD},
    ),
}

OF_LINE = ("line", "number", "version", "act", "kind", "row")
OF_TIME = (
    *("happened_as", "happened_day", "happened_time", "happened_offset", "happened_mark"),
    *("until_day", "until_time", "until_offset", "happened_utc", "happened_zone"),
)
OF_WRITING = (
    *("written_day", "written_time", "written_offset", "written_utc", "written_zone", "written_clock"),
)
IN_TIME = ("mark", "offset")
"""Of a row of an import: the columns of times have them."""
MORE = "more"
"""What has no column of its own, as JSON."""


def csv_header(log: Log, *, with_apart: bool = False) -> list[str]:
    """Return the columns of the CSV files, as `theme/components/log/exports/model/csv.js` writes them.

    What is kept apart has columns only where it is handed over.
    """
    fields = [field for field in log.fields if is_in_fields(field) and (with_apart or not field.is_apart)]
    ids = [field.id for field in fields if field.id not in IN_TIME]
    return [*OF_LINE, *OF_TIME, *OF_WRITING, *ids, MORE]


def export_schema_of(log: Log) -> Schema:
    """Return the JSON Schema (draft 7) of a line of `log.jsonl`.

    `line` in it is a text that is JSON again: `#/definitions/line`.
    """
    line = schema_of(log)
    definitions = line.pop("definitions")
    del line["$schema"]
    return {
        "$schema": DRAFT,
        "title": "One line of log.jsonl: what is said of the whole log, or one of its lines",
        "oneOf": [{"$ref": f"#/definitions/{name}"} for name in ("first_line", "there", "left_out")],
        "definitions": {**EXPORT_LINES, **definitions, "line": line},
    }


def schema_text(log: Log) -> str:
    return json_text(schema_of(log))


def export_schema_text(log: Log) -> str:
    return json_text(export_schema_of(log))


def json_text(schema: Schema) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def header_text(log: Log) -> str:
    return ",".join(csv_header(log)) + "\n"


TEXTS = {SCHEMA_FILE: schema_text, EXPORT_FILE: export_schema_text, HEADER_FILE: header_text}
"""The files, and what makes each."""


def log_in(root: Path) -> Log:
    """Read the list of a guide. Raises ChecklistError with every problem."""
    log, problems = read_log(load_yaml((root / LOG).read_text(encoding="utf-8")))
    if problems:
        raise ChecklistError(problems)
    return log


def main() -> None:
    root = Path.cwd()
    log = log_in(root)
    for name, text_of in TEXTS.items():
        (root / FOLDER / name).write_text(text_of(log), encoding="utf-8")


if __name__ == "__main__":
    main()
