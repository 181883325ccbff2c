"""Correct what a PDF says to a screen reader, and leave out what says nothing, so that it stays small."""

from __future__ import annotations

import re
from typing import Any

from hooks.paper.embedded_fonts import in_ranges, letters_alone

HEADING = re.compile(r"/H[1-6]")
WITHOUT_MEANING = ("/NonStruct", "/Span", "/Div")
LONG_NUMBER = re.compile(rb"-?\d+\.\d{3,}\b(?! Tf)")  # the size of letters stays as it is
NO_SPACE_BETWEEN = b">0<"
TWO_ARTIFACTS = b"EMC\n/Artifact\nBMC\n"


def postprocess(_document: object, pdf: Any) -> None:
    """Finish a PDF before it is written."""
    mark_margins(pdf)
    drop_empty_tags(pdf)
    raise_headings([entry for entry in pdf.objects if is_tag(entry) and HEADING.fullmatch(entry["S"])])
    for entry in pdf.objects:
        if hasattr(entry, "stream") and "Length1" in entry.extra:
            entry.stream = [letters_alone(b"".join(entry.stream))]
            entry.extra["Length1"] = len(entry.stream[0])
        elif hasattr(entry, "stream"):
            entry.stream = [in_ranges(shortened(b"\n".join(map(written, entry.stream))))]
        elif is_tag(entry):
            simplify_tag(entry)


def is_tag(entry: Any) -> bool:
    return isinstance(entry, dict) and entry.get("Type") == "/StructElem"


def raise_headings(headings: list[dict[str, Any]]) -> None:
    """Start headings at the first level; on the page, that level is above the paper."""
    levels = [int(tag["S"][2]) for tag in headings]
    for tag, level in zip(headings, levels, strict=True):
        tag["S"] = f"/H{level - min(levels) + 1}"


def mark_margins(pdf: Any) -> None:
    """Say of words in the margins of pages that they are no part of the text.

    WeasyPrint gives them tags that no other tag holds.
    """
    tags = {entry.reference: entry for entry in pdf.objects if is_tag(entry)}
    outside: dict[bytes, Any] = {}
    for reference, tag in tags.items():  # what is inside follows later
        parent = tags.get(tag["P"])
        if parent is not None and (reference not in parent["K"] or tag["P"] in outside):
            outside[reference] = tag
    for tag in outside.values():
        page = at(pdf, tag["Pg"])
        drawing = at(pdf, page["Contents"]).stream
        for number in (kid for kid in tag["K"] if isinstance(kid, int)):
            place = drawing.index({"MCID": number})
            drawing[place - 1 : place + 1] = ["/Artifact", type(tag)({"Type": "/Pagination"})]
            references_of_pages(pdf)[2 * page["StructParents"] + 1][number] = "null"
        free(pdf, tag)


def at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def references_of_pages(pdf: Any) -> list[Any]:
    """Find the number of each page, each before the tags of what is drawn on it."""
    (found,) = (entry["Nums"] for entry in pdf.objects if isinstance(entry, dict) and "Nums" in entry)
    return found  # type: ignore[no-any-return]


def drop_empty_tags(pdf: Any) -> None:
    """Take out tags without content, as of lines to write on, and those that only hold others."""
    tags = {entry.reference: entry for entry in pdf.objects if is_tag(entry)}
    moved = {}
    for reference, tag in reversed(tags.items()):  # what is inside follows later
        parent = tags.get(tag["P"])
        if parent is None or tag["S"] not in WITHOUT_MEANING or "Lang" in tag:
            continue
        place = parent["K"].index(reference)
        if not tag["K"]:
            del parent["K"][place]
        else:
            parent["K"][place : place + 1] = tag["K"]
            moved[reference] = tag["P"]
            for kid in tag["K"]:
                if kid in tags:
                    tags[kid]["P"] = tag["P"]
        free(pdf, tag)
    for references in references_of_pages(pdf):
        if isinstance(references, list):
            references[:] = [moved_to(reference, moved) for reference in references]


def moved_to(reference: bytes, moved: dict[bytes, bytes]) -> bytes:
    while reference in moved:
        reference = moved[reference]
    return reference


def free(pdf: Any, entry: Any) -> None:
    """Put nothing in an object's place; the numbers of the others stay."""
    nothing = type(pdf.objects[0])()
    nothing.generation, nothing.free = pdf.objects[0].generation, "f"
    pdf.objects[entry.number] = nothing


def simplify_tag(tag: dict[str, Any]) -> None:
    """Say of each header cell what it heads.

    WeasyPrint names the headers at every cell instead, which makes blank tables heavy.
    """
    kind = tag["S"]
    if kind == "/TH":
        row = tag.pop("ID").string.split("-")[1]
        tag["A"]["Scope"] = "/Column" if row == "0" else "/Row"
    elif kind == "/TD":
        tag["A"].pop("Headers", None)
        if len(tag["A"]) == 1:
            del tag["A"]
    del tag["Type"]
    if not any(isinstance(kid, int) for kid in tag["K"]):
        tag.pop("Pg", None)
    if not tag["K"]:
        del tag["K"]


def written(part: Any) -> bytes:
    """Return one operand or operator of a drawing as written in the file."""
    if isinstance(part, bytes):
        return part
    data: bytes = part.encode() if isinstance(part, str) else part.data
    return data


def shortened(drawing: bytes) -> bytes:
    """Round numbers to tenths of a pixel, and join letters and what is drawn for the eye alone."""
    drawing = LONG_NUMBER.sub(lambda number: b"%.6g" % round(float(number[0]), 1), drawing)
    return drawing.replace(NO_SPACE_BETWEEN, b"").replace(TWO_ARTIFACTS, b"")
