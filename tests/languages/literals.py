"""Run the tests, which are written in English, against the guide in another language.

`GUIDE_LANGUAGE=es pytest …` reads each module of the tests with what the guide says in English said in that
language: every text in it, and every regular expression, that the language has words for. What a reader of a
test types, names of files, selectors and ids stay. So the same tests run, and none is written twice.
"""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Callable, Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType

from _pytest.assertion.rewrite import rewrite_asserts

from hooks.languages.folders import language_folder
from tests.languages.translate import HOLE as HOLES
from tests.languages.translate import Translator, translator_of

ROOT = Path(__file__).resolve().parents[2]
TRANSLATED = (
    "tests.browser.",
    "tests.engines.",
    "tests.dist.",
    "tests.paper.",
    "tests.site.",
    "tests.languages.test_",
)
"""The tests that read what the guide says, and what they share."""
ABOUT = {"log": "content/log.yml", "plan": "content/plan.yml", "sheet": "content/sheets.yml"}
"""Whose words a module of the tests means, by a part of its name, where the same English says two things."""
FORMS = ("compile", "match", "fullmatch", "search", "findall", "sub")
"""The functions of `re`, whose first argument is a regular expression."""


def read_tests_in_the_language() -> None:
    """Read what is imported from now on in the language of `GUIDE_LANGUAGE`; nothing changes in English."""
    if folder := language_folder(ROOT):
        sys.meta_path.insert(0, Finder(folder))


class Finder(MetaPathFinder):
    """Finds modules of the tests, for a loader that says them in another language."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if not name.startswith(TRANSLATED):
            return None
        spec = PathFinder.find_spec(name.rpartition(".")[2] if path else name, path, target)
        if spec is None or spec.origin is None or not spec.origin.endswith(".py"):
            return None
        first = next((file for word, file in ABOUT.items() if word in name), "")
        loader = Loader(name, spec.origin, translator_of(self.folder, first))
        return importlib.util.spec_from_file_location(name, spec.origin, loader=loader)


class Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, translator: Translator) -> None:
        super().__init__(name, path)
        self.translator = translator

    def get_code(self, fullname: str) -> CodeType:
        """Compile the module anew: what is kept beside it is English."""
        path = self.get_filename(fullname)
        source = self.get_data(path)
        tree = ast.fix_missing_locations(Literals(self.translator).visit(ast.parse(source)))
        rewrite_asserts(tree, source, path)  # so that a failure says what the values were
        code: CodeType = compile(tree, path, "exec", dont_inherit=True)
        return code


class Literals(ast.NodeTransformer):
    """Says each text of a module."""

    def __init__(self, translator: Translator) -> None:
        self.translator = translator

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Leave out what documents the code."""
        return node if isinstance(node.value, ast.Constant) else self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> ast.AST:
        called = node.func
        if isinstance(called, ast.Attribute) and called.attr == "press":
            called.value = self.visit(called.value)
            return node  # whose arguments are names of keys
        if isinstance(called, ast.Attribute) and called.attr in FORMS and ast.unparse(called.value) == "re":
            node.args[0] = self.said(node.args[0], self.translator.say_pattern)
            node.args[1:] = [self.visit(argument) for argument in node.args[1:]]
            return node
        return self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        return self.said(node, self.translator.say)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> ast.AST:
        return self.said(node, self.translator.say)

    def said(self, node: ast.expr, say: Callable[[str], str]) -> ast.expr:
        """Return a literal that says the same in the language; of an f-string, with the same values."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return ast.copy_location(ast.Constant(say(node.value)), node)
        if isinstance(node, ast.Constant):
            return node
        if not isinstance(node, ast.JoinedStr):
            return self.visit(node)  # type: ignore[no-any-return]
        values: list[ast.expr] = [
            self.generic_visit(value)  # type: ignore[misc]
            for value in node.values
            if isinstance(value, ast.FormattedValue)
        ]
        number = iter(range(len(values)))
        text = "".join(
            str(part.value) if isinstance(part, ast.Constant) else chr(0xE0FF - next(number))
            for part in node.values
        )
        parts = HOLES.split(say(text))
        holes = HOLES.findall(say(text))
        rebuilt: list[ast.expr] = [ast.Constant(parts[0])]
        for hole, part in zip(holes, parts[1:], strict=True):
            rebuilt += [values[0xE0FF - ord(hole)], ast.Constant(part)]
        return ast.copy_location(ast.JoinedStr(rebuilt), node)
