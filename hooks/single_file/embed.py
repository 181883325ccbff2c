"""Put all that a document needs into it: styles, scripts, files; and a policy that names each by its hash."""

from __future__ import annotations

import base64
import bz2
import gzip
import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import zopfli.gzip
from lxml import html
from lxml.html import HtmlElement

from hooks.assets.bundles import WORKERS, make_bundle, sources_folder, state_of_sources
from hooks.assets.python_bundle import MANIFEST, SHARED, manifest_text, only_slim
from hooks.hosting.compress import SUFFIXES
from hooks.single_file.digits import text_of
from hooks.single_file.document import Document, data_address
from hooks.single_file.editions import PYTHON, Edition
from hooks.site.pages import OutputError

OWN = "theme/components/single-file"
STYLE = f"{OWN}/single-file.css"
SCRIPTS = (f"{OWN}/detect-truncation.js", f"{OWN}/single-file.js")
POLICY = "//meta[@http-equiv='Content-Security-Policy']"
LEAVING = ("data-address", "data-second", "data-title")
"""What the page's first script reads from its own element: where the exit leads, and under which title."""
MANIFEST_OF_PYTHON = f"{PYTHON}{MANIFEST}"
COMMON_STYLES = "guide.css"  # the others are moved after it
ENDS_TOO_SOON = re.compile(r"</script|</style|<!--|\r", re.IGNORECASE)


def embed(document: Document, site: Path, root: Path, edition: Edition) -> str:
    """Return the text of the one file. Raises OutputError."""
    page = document.root
    files = carried_files(site, edition)
    (first,) = page.xpath("/html/head/script")
    now = [name for name in page.xpath("/html/body/script/@src") if name not in edition.unpacks_first]
    styled = [name for name in files if name.endswith(".css") and name not in edition.unpacks_first]
    style = "\n".join([*(files[name].decode() for name in styled), own(root, STYLE)])
    leaving, words = files[first.get("src")].decode(), {key: first.get(key) for key in LEAVING}
    ours = [own(root, name) for name in SCRIPTS]
    scripts = [*ours, *(files[name].decode() for name in now)]
    blocks = {name: data for name, data in files.items() if name not in (first.get("src"), *now, *styled)}
    if edition.is_packed:
        blocks = with_styles_joined(blocks)

    (icon,) = page.xpath("/html/head/link[@rel='icon']/@href")
    (head,), (body,), (policy,) = (page.xpath(path) for path in ("/html/head", "/html/body", POLICY))
    for element in page.xpath("/html/head/link | //script"):
        element.drop_tree()
    head.append(html.Element("link", rel="icon", href=data_address(site / icon)))
    # The exit comes before anything that takes time; the policy binds only what follows it.
    policy.addnext(element_with("script", leaving, **words))
    head.extend([element_with("style", style), element_with("script", scripts[0])])
    body.extend(element_with("script", script) for script in scripts[1:])
    page.set("data-pocket", edition.size)
    allowed_scripts = [
        leaving,
        *scripts,
        *(data.decode() for name, data in blocks.items() if runs_in_page(name)),
    ]
    allowed_styles = [style, *(data.decode() for name, data in blocks.items() if name.endswith(".css"))]
    policy.set("content", policy_of(allowed_scripts, allowed_styles, has_python=edition.has(PYTHON)))

    text: str = html.tostring(page, encoding="unicode", doctype="<!doctype html>")
    # The blocks are put in as text: a tree has no use for megabytes.
    return text.replace("</body>", "\n".join(["", *blocks_of(blocks, document, edition), "</body>"])) + "\n"


def own(root: Path, name: str) -> str:
    made = make_bundle(root, name, sources_folder(root, state_of_sources(root)))
    if made.packages:
        found = ", ".join(sorted(made.packages))
        raise OutputError([f"{name}: {found}: licences.txt does not know of it; leave it out here"])
    return made.text.strip()


def carried_files(site: Path, edition: Edition) -> dict[str, bytes]:
    """Read the site's scripts, styles and all of Python by their paths, in the order that styles need."""
    paths = [path for path in (site / "assets").rglob("*") if path.is_file() and path.suffix not in SUFFIXES]
    paths.sort(key=lambda path: (path.name != COMMON_STYLES, path))
    names = [path.relative_to(site).as_posix() for path in paths]
    wanted = [name for name in names if name.startswith(PYTHON) or name.endswith((".js", ".css"))]
    files = {name: (site / name).read_bytes() for name in wanted if edition.has(name)}
    if MANIFEST_OF_PYTHON in files:
        files = with_one_python(site, files)
    return {name: data if name.startswith(PYTHON) else data.strip() for name, data in files.items()}


def with_one_python(site: Path, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with the published core alone, and a manifest that names all of Python beside itself.

    What a language has of the folder of English is added.
    """
    manifest = files[MANIFEST_OF_PYTHON]
    data, left_out = json.loads(manifest), only_slim(manifest)
    data.pop("slim", None)
    data.pop("larger", None)
    shared = [file for file in data["files"].values() if file["name"].startswith(SHARED)]
    added = {PYTHON + Path(file["name"]).name: (site / PYTHON / file["name"]).read_bytes() for file in shared}
    for file in shared:
        file["name"] = Path(file["name"]).name
    own = {name: file for name, file in files.items() if name not in left_out}
    return own | added | {MANIFEST_OF_PYTHON: manifest_text(data).encode()}


def with_styles_joined(blocks: dict[str, bytes]) -> dict[str, bytes]:
    """Make one block of all style sheets, which are much alike and are unpacked together."""
    styles = [name for name in blocks if name.endswith(".css")]
    rest = {name: data for name, data in blocks.items() if name not in styles}
    if not styles:
        return rest
    return {" ".join(styles): b"\n".join(blocks[name] for name in styles)} | rest


def runs_in_page(name: str) -> bool:
    return name.endswith(".js") and not name.startswith(PYTHON)


def blocks_of(files: dict[str, bytes], document: Document, edition: Edition) -> list[str]:
    """Write a block of data for each file, and one for all packed views, which are much alike.

    A script of the page is written as it is, where bytes allow: browsers that cannot unpack have it too.
    Elsewhere all are packed as one, with a zero byte between two: each repeats words of the others. These and
    the views are in the form of bzip2, a tenth to a quarter less than gzip, which `bunzip.js` unpacks.
    """
    blocks = []
    alike = {name: data for name, data in files.items() if runs_in_page(name) and name not in WORKERS}
    if edition.is_packed:
        text = text_of(bz2.compress(b"\0".join(alike.values())))
        blocks.append(block(" ".join(alike), text, form="joined"))
    for name, data in files.items():
        if name not in alike:
            blocks.append(block(name, packed(data, smallest=edition.is_packed), form="gzip"))
        elif not edition.is_packed:
            blocks.append(block(name, checked(data.decode()), form="text"))
    if document.packed:
        views = "".join(html.tostring(view, encoding="unicode") for view in document.packed.values())
        text = text_of(bz2.compress(views.encode()))
        blocks.append(block(" ".join(document.packed), text, form="bzip2"))
    return blocks


def block(names: str, text: str, *, form: str) -> str:
    """Write an element that browsers do not run; `names` are the files whose content the text is."""
    return f'<script type="text/plain" data-file="{names}" data-form="{form}">{text}</script>'


def packed(data: bytes, *, smallest: bool = False) -> str:
    """Write gzip as digits.

    The `smallest` form saves a twentieth and takes a hundred times as long, so Python is not packed so.
    """
    done = zopfli.gzip.compress(data) if smallest else gzip.compress(data, 9, mtime=0)
    return text_of(done)


def element_with(tag: str, text: str, **attributes: str) -> HtmlElement:
    element = html.Element(tag, attributes)
    element.text = checked(text)
    element.tail = "\n"
    return element


def checked(text: str) -> str:
    """Return a text that can be put into a script or style element unchanged. Raises OutputError."""
    if found := ENDS_TOO_SOON.search(text):
        raise OutputError(
            [f"{text[:40]}…: {found[0]!r} cannot stand in one file; possible: write it in two pieces"]
        )
    return text


def policy_of(scripts: Iterable[str], styles: Iterable[str], *, has_python: bool) -> str:
    """Allow exactly these scripts and styles, workers made of this file, and nothing else."""
    rules = {
        "default-src": "'none'",
        "script-src": " ".join([*map(source_of, scripts), *(["'wasm-unsafe-eval'"] if has_python else [])]),
        "style-src": " ".join(map(source_of, styles)),
        "worker-src": "blob:",
        "img-src": "data: blob:",
        "media-src": "blob:",
        "form-action": "'none'",
        "base-uri": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "default",
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def source_of(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
