"""What scripts of a language know of its folder, which is below that of the whole guide."""

from __future__ import annotations

IN_A_FOLDER: dict[str, tuple[tuple[str, str], ...]] = {
    "theme/components/common/storage-names.js": (
        ('import { base } from "./files.js";', 'import { base, isCarried } from "./files.js";'),
        # What a reader keeps belongs to the guide, in whichever language. A file has no folder above.
        ("export const root = new URL(base);", 'export const root = new URL(isCarried ? "." : "..", base);'),
        ("export const folder = root;", "export const folder = new URL(base);"),
    ),
    # What is not translated is found in English: the result says so, for a voice that reads it.
    "theme/components/search/entries.js": (
        (
            "    heading: heading.textContent.trim(),\n",
            "    heading: heading.textContent.trim(),\n    lang: heading.lang,\n",
        ),
    ),
    "theme/components/search/index.js": (('"text", "shown"],', '"text", "shown", "lang"],'),),
    "theme/components/search/search.js": (
        (
            "function resultItem({ view, anchor, topic, heading, snippet }) {",
            "function resultItem({ view, anchor, topic, heading, snippet, lang }) {",
        ),
        (
            "  item.append(link);\n  return item;",
            "  item.append(link);\n"
            '  if (lang) for (const at of [0, 2]) link.children[at].setAttribute("lang", lang);\n'
            "  return item;",
        ),
    ),
    "theme/components/python/python-client.js": (
        # The worker may also run scripts of the Python that all languages have in common.
        (
            "url.startsWith(${JSON.stringify(folder)})",
            '${JSON.stringify([folder, new URL("../../../assets/python/", folder).href])}'
            ".some((one) => url.startsWith(one))",
        ),
    ),
    "theme/components/common/guide-folder.js": (
        (
            'export { base as guide } from "./files.js";',
            'import { base, isCarried } from "./files.js";\n'
            'export const guide = new URL(isCarried ? "." : "..", base).href;',
        ),
    ),
    "theme/components/offline/list.js": (
        ("const SHARED = /(?!)/;", r"const SHARED = /^\.\.\/assets\/python\/[\w-]+(\.[\w-]+)+$/;"),
    ),
}
"""File of the theme to texts of it, each with what it is in every language but English.

A kept copy of a language holds the Python of all languages, from the folder above.
"""


def put_in_folder(name: str, text: str) -> str:
    """Return a script of the theme as it is for a guide in the folder of a language."""
    for english, own in IN_A_FOLDER.get(name, ()):
        assert text.count(english) == 1, f"{name}: {english}"
        text = text.replace(english, own)
    return text
