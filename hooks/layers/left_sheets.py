"""Leave sheets out: of booklets too, and of what the log says of paper."""

from __future__ import annotations

from typing import Any

from checklist.translation import _
from hooks.content.log import LOG
from hooks.content.model import Content
from hooks.content.sheet_checks import unused_in
from hooks.layers.left_out import SHEETS, records_in, sheets_in, value_of
from hooks.layers.loose_ends import drop, shorten


def take_out_sheets(content: Content, sheets: frozenset[str]) -> None:
    """Take out sheets, in booklets too, their templates, and the places that they have for the log."""
    if not sheets:
        return
    unused = {*unused_in(content.templates, sheets_named(content))}
    drop(content, SHEETS, sheets)
    for booklet in sheets_in(content).values():
        if isinstance(holds := booklet.get("holds"), list):
            booklet["holds"] = [part for part in holds if value_of(part, "sheet") not in sheets]
    while gone := {*unused_in(content.templates, sheets_named(content))} - unused:
        content.templates = {name: text for name, text in content.templates.items() if name not in gone}
    if isinstance(log := content.data.get(LOG), dict):
        take_out_of_log(log, sheets)


def sheets_named(content: Content) -> list[str]:
    """Name the templates of all sheets, as `sheets/incident-log.html`."""
    sheets = sheets_in(content).items()
    return [f"sheets/{sheet.get('template') or id}.html" for id, sheet in sheets]


def take_out_of_log(log: dict[str, Any], sheets: frozenset[str]) -> None:
    """Take sheets out of the log's lists; a field without a place on paper is only on the screen."""
    on_paper = fields_on_paper(log)
    if isinstance(entries := log.get("sheets"), list):
        log["sheets"] = [entry for entry in entries if value_of(entry, "id") not in sheets]
    for kind in records_in(log.get("kinds")):
        shorten(kind, "sheets", sheets)
    for field in records_in(log.get("fields")):
        if field.get("id") in on_paper - fields_on_paper(log):
            field["only"] = "screen"
            field["why"] = _("This copy of the guide leaves out the sheet that has it.")


def fields_on_paper(log: dict[str, Any]) -> set[str]:
    places = (place for sheet in records_in(log.get("sheets")) for place in records_in(sheet.get("places")))
    return {str(path).partition(".")[0] for place in places for path in place.get("fields") or []}
