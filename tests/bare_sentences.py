"""Find words for readers outside `_()`, `ngettext()` and `{% trans %}`, where no translation reaches."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser

from babel.messages.jslexer import Token, tokenize, unquote_string
from jinja2 import Environment, nodes

CALLS = {"_", "gettext", "ngettext"}
ERRORS = {"Error", "RangeError", "TypeError"}
"""What a script throws is for developers, not for readers."""

SENTENCE = re.compile(r"[A-Z“¿][^\n]*(?:[\w,.:’”] [\w“{(]|[.…:?!]$)|\w+ \w+.*[.…?!:]$")
"""What begins as a sentence and has a second word or an end; or has several words and an end."""
WORD = re.compile(r"[^\W\d_]{2,}")
READ = {"aria-label", "title", "placeholder", "alt", "label", "content", "data-no-script"}
"""Attributes that a reader meets."""
UNREAD = {"script", "style", "code", "kbd", "svg"}
"""Elements whose text is for no reader, or is the same in every language."""


def bare_in_script(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of each literal of a script that reads as a sentence, is shown or glued."""
    for token, is_shown in literals(tokens_of(text)):
        if token.type == "string":
            told = unquote_string(token.value)
            is_bare = bool(SENTENCE.match(told) or (is_shown and WORD.search(told)))
        else:
            told = token.value[1:-1]
            is_bare = is_glued(told)
        if is_bare:
            yield token.lineno, told


def tokens_of(text: str) -> list[Token]:
    return [token for token in tokenize(text, jsx=False) if not token.type.endswith("comment")]


def broken(tokens: list[Token]) -> bool:
    """Return whether Babel misread the file, as with a `/` between the brackets of a regular expression."""
    signs = "".join(token.value for token in tokens if token.type == "operator" and token.value in "(){}[]")
    while signs != (signs := re.sub(r"\(\)|\[\]|\{\}", "", signs)):
        pass
    return bool(signs)


def literals(tokens: list[Token]) -> Iterator[tuple[Token, bool]]:
    """Yield the literals that are no argument of a call which translates, and whether the page shows each."""
    excused: list[bool] = []
    last = [Token("", "", 0)] * 2
    for token in tokens:
        if token.value == "(" and token.type == "operator":
            excused.append(last[1].value in {*CALLS, *ERRORS})
        elif token.value == ")" and token.type == "operator" and excused:
            excused.pop()
        elif token.type in ("string", "template_string") and not any(excused):
            yield token, is_shown(*last)
        last = [last[1], token]


def is_shown(name: Token, sign: Token) -> bool:
    """Return whether a text goes where readers see it, judging by what is before it."""
    if name.type == "string":
        return sign.value == "," and unquote_string(name.value) in READ
    return sign.value in ("=", ":") and name.value.split(".")[-1] in {"textContent", "placeholder", "title"}


def is_glued(template: str) -> bool:
    """Return whether a template string joins words: one next to a gap, or two next to each other."""
    words = re.sub(r"\$\{(?:[^{}]|\{[^{}]*\})*\}", "{}", template)
    return bool(re.search(r"[a-z]{2,} (?:[a-z]+|\{\})|\{\}[:,.]? [a-z]{2,}|[A-Z][a-z]+: ?\{\}", words))


def calls_without_a_sentence(text: str) -> Iterator[tuple[int, str]]:
    """Yield each call in a script whose sentence Babel could not read, or that is inside another."""
    tokens = tokens_of(text)
    open_calls: list[bool] = []
    for before, token, after in zip([None, *tokens], tokens, tokens[1:], strict=False):
        if token.type != "operator" or token.value not in "()":
            continue
        if token.value == ")":
            open_calls.pop()
            continue
        is_call = bool(before and before.type == "name" and before.value in CALLS)
        if is_call and after.type != "string":
            yield token.lineno, "a call has no plain sentence"
        if is_call and any(open_calls):
            yield token.lineno, "a call stands inside another"
        open_calls.append(is_call)


def bare_in_template(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of what a template shows in the language of its source alone."""
    environment = Environment(extensions=["jinja2.ext.i18n"])
    yield from bare_markup(environment, text)
    yield from bare_constants(environment.parse(text))


def bare_markup(environment: Environment, text: str) -> Iterator[tuple[int, str]]:
    markup = Markup()
    markup.feed("".join(shown(environment, text)))
    markup.close()
    yield from markup.found


def shown(environment: Environment, text: str) -> Iterator[str]:
    """Yield a template's own markup, with line ends alone in the place of its code and translated text."""
    in_block, is_translated = "", False
    for _line, kind, value in environment.lex(text):
        if kind == "block_begin":
            in_block = " "
        elif in_block == " " and kind == "name":
            in_block = value
            is_translated = value == "trans" or (is_translated and value != "endtrans")
        elif kind == "block_end":
            in_block = ""
        if kind == "data" and not is_translated:
            yield value
        else:
            yield "\n" * value.count("\n")


class Markup(HTMLParser):
    """Collects the words in text and in attributes that are read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNREAD:
            self.unread.append(tag)
        if tag == "meta":
            return
        for name, value in attrs:
            if name in READ and value and WORD.search(value):
                self.found.append((self.getpos()[0], f"{name}: {value}"))

    def handle_endtag(self, tag: str) -> None:
        if self.unread and self.unread[-1] == tag:
            self.unread.pop()

    def handle_data(self, data: str) -> None:
        if not self.unread and WORD.search(data):
            line = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self.found.append((line, " ".join(data.split())))


def bare_constants(node: nodes.Node) -> Iterator[tuple[int, str]]:
    """Yield the texts in a template's code that read as sentences and are in no call that translates."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in CALLS:
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and SENTENCE.match(node.value):
        yield node.lineno, node.value
    for child in node.iter_child_nodes():
        yield from bare_constants(child)


def bare_in_python(text: str) -> Iterator[tuple[int, str]]:
    """Yield line and text of what reads as a sentence, and is no docstring, no error and not translated."""
    yield from bare_below(ast.parse(text))


def is_call(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in CALLS


def bare_below(node: ast.AST) -> Iterator[tuple[int, str]]:
    if is_call(node):
        return
    if isinstance(node, ast.Raise) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)):
        return
    if isinstance(node, ast.JoinedStr):
        if any(is_call(part) for part in ast.walk(node)):
            yield node.lineno, "a call stands inside an f-string, where it is not found"
        glued = "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        if SENTENCE.match(glued) or is_glued(glued.replace("{}", "${x}")):
            yield node.lineno, glued
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.match(node.value):
        yield node.lineno, node.value
    for child in ast.iter_child_nodes(node):
        yield from bare_below(child)
