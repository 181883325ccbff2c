"""Check the icon that an organisation sets: browsers show it beside the title, in tabs and in lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from hooks.content.wording import ICON, NO_ICON, shown_word

LARGEST = 16_000  # bytes: every page fetches it, and the guide in one file holds it
PNG = b"\x89PNG\r\n\x1a\n"
SVG = "{http://www.w3.org/2000/svg}"
ACTIVE = ("script", "foreignObject", "iframe", "audio", "video")
ELSEWHERE = re.compile(r"@import|url\(\s*['\"]?(?!#|data:image/)|image-set\(|\\", re.IGNORECASE)
"""What asks for another file, or may be written otherwise: style sheets read `u\\72l(` as `url(`."""
HERE = re.compile(r"#|data:image/(png|jpeg);")
LINKS = ("href", "src")


def problems_of_icon(icon: object, folders: Iterable[Path]) -> Iterator[str]:
    """Yield what is wrong with a file that `mkdocs.yml` names; its form was checked before."""
    if not isinstance(icon, str) or not ICON.fullmatch(icon):
        return
    if word := shown_word(icon):
        yield f'"{word}" tells what this guide is about; give the file a name that could be about anything'
    path = next((folder / icon for folder in folders if (folder / icon).is_file()), None)
    if path is None:
        yield f"there is no such file; {NO_ICON}"
        return
    data = path.read_bytes()
    if len(data) > LARGEST:
        yield f"it has {len(data)} bytes; use at most {LARGEST}"
    if path.suffix == ".svg":
        yield from problems_of_svg(data)
    elif not data.startswith(PNG):
        yield "it is no PNG file; save it as one"


def problems_of_svg(data: bytes) -> Iterator[str]:
    """Yield what in a picture could run, or ask for a file."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        yield f"it is no SVG file ({error.msg}); save it as one"
        return
    if root.tag != f"{SVG}svg":
        yield "it is no SVG file; save it as one"
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None or tree.xpath("//processing-instruction()"):
        yield "it has instructions before or in the picture; leave out <!DOCTYPE and <?xml-stylesheet"
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name in ACTIVE:
            yield f"it has a <{name}>; leave it out"
        for attribute, value in ((etree.QName(key).localname, str(value)) for key, value in element.items()):
            if attribute.startswith("on"):
                yield f"it has a script in {attribute}; leave it out"
            if attribute == "attributeName" and value.rpartition(":")[2] in LINKS:
                yield f"its <{name}> changes where {value} leads; leave it out"
            asks = attribute in LINKS and not HERE.match(value.strip())
            if asks or ELSEWHERE.search(value):
                yield f"{attribute} asks for another file; leave it out"
        if name == "style" and ELSEWHERE.search("".join(map(str, element.itertext()))):
            yield "its style asks for another file; leave that out"
