"""Scripts are bundles of their own: a module in two of a page's is there twice, and may keep no state."""

from __future__ import annotations

import json
import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from hooks.assets.bundles import WORKERS, sources_of
from hooks.content.views import read_views

ROOT = Path(__file__).parents[3]
VARIABLE = re.compile(r"^(?:export )?(?:let|var) (\w+)", re.MULTILINE)
HOLDER = re.compile(r"^(?:export )?const (\w+) = (new (\w+)|\[|\{|(?:create|open)\w+\()", re.MULTILINE)
FIXED = {"RegExp", "TextDecoder", "TextEncoder", "URL"}
CHANGEABLE = {"Array", "Map", "Set"}
"""What holds the same for ever, and what does so unless the module writes into it."""
CACHES = {
    "theme/components/log/model/zones.js: clocks",
    "theme/components/log/model/rows-noted.js: known",
    "theme/components/log/model/joined-rows.js: known",
}
"""What is made of what it is asked about alone, so that each copy makes the same."""
INSTEAD = "assets/first-again.js"
"""It does what `first.js` does, in a document that has no `first.js`."""
WRITES = r"\.(?:set|add|delete|clear|push|pop|shift|unshift|splice)\("
ASSIGNS = r"(?:\.\w+|\[[^\]]+\]) (?:\?\?|\|\||&&|[-+])?= "


def state_in(text: str) -> list[str]:
    """List what a module's text keeps for itself and changes: variables, and sets that it writes into."""
    held = [
        name
        for name, how, maker in HOLDER.findall(text)
        if maker not in FIXED and (is_live(how, maker) or re.search(rf"\b{name}(?:{WRITES}|{ASSIGNS})", text))
    ]
    return [*VARIABLE.findall(text), *held]


def is_live(how: str, maker: str) -> bool:
    """Tell whether what is made so changes whoever writes into it."""
    return how.endswith("(") or bool(maker and maker not in CHANGEABLE)


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("let view = null;\nfunction f() {\n  let own = 1;\n}\n", ["view"]),
        ("export let view;\n", ["view"]),
        ("const seen = new Set();\nseen.add(1);\n", ["seen"]),
        ("const held = new WeakMap();\n", ["held"]),
        ("const steps = [];\nsteps.push(1);\n", ["steps"]),
        ("const known = {};\nknown[name] = 1;\n", ["known"]),
        ("const alone = createMutex();\n", ["alone"]),
        ("const OPENING = new Set([1]);\nOPENING.has(1);\n", []),
        ("const sentences = { a: 1 };\nsay(sentences[kind]);\n", []),
        ("const NAME = /a/;\nconst root = document.documentElement;\n", []),
    ],
)
def test_what_counts_as_state(text, state):
    assert state_in(text) == state


def test_no_module_with_state_is_in_two_bundles(tmp_path):
    rows, problems = read_views(ROOT)
    assert problems == []
    bundles = defaultdict(list)
    for address, source in sources_of(rows.values()).items():
        if source.endswith(".js") and address not in {
            *WORKERS,
            INSTEAD,
        }:  # a worker shares nothing with a page
            for module in modules_of(source, tmp_path):
                bundles[module].append(address)
    twice = {module: addresses for module, addresses in bundles.items() if len(addresses) > 1}
    with_state = {
        f"{module}: {', '.join(state)}": twice[module]
        for module in twice
        if (state := state_in((ROOT / module).read_text(encoding="utf-8")))
    }

    assert "theme/components/common/files.js" in twice
    assert with_state.keys() - CACHES == set()


def modules_of(source: str, scratch: Path) -> list[str]:
    """List our own modules of which esbuild puts something into the bundle of this source."""
    told = scratch / "told.json"
    command = [ROOT / "node_modules/.bin/esbuild", source, "--bundle", "--loader:.py=text"]
    out = [f"--outfile={scratch / 'made.js'}", f"--metafile={told}", "--log-level=error"]
    subprocess.run([*command, *out], cwd=ROOT, check=True)
    (made,) = json.loads(told.read_text(encoding="utf-8"))["outputs"].values()
    inputs = made["inputs"].items()
    return [path for path, part in inputs if path.startswith("theme/") and part["bytesInOutput"]]
