"""Lay a changed step or page over the guide's own, and find out whether it is behind."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeGuard

from checklist import schema
from checklist.schema import problems_of
from hooks.content.front_matter import split_front_matter
from hooks.content.model import Content
from hooks.content.withdrawn import WITHDRAWN
from hooks.layers.behind import Behind, State, day_of, is_never_behind
from hooks.layers.comments import missing_parts, without_notes
from hooks.layers.layer import Layer
from hooks.layers.records import Joined
from hooks.layers.text_hash import A_HASH, ADVICE, BODY, FORM, folded, text_fields, text_hash
from hooks.layers.translatable import words_of
from hooks.layers.yaml_text import joined

OF = "of"


@dataclass(frozen=True, kw_only=True)
class ChangedText:
    """What a changed text has in its front matter besides the fields that it changes."""

    of: str = schema.text(
        "The hash of the guide's text that it was made from. `quiet-guide change` writes it. It is required "
        "where the file says an action, a caution, a title, a summary or the text in other words.",
        optional=True,
        matching=FORM,
        form=A_HASH,
    )


UNREAD = re.compile(r"<!--.*?(?:-->|$)|<[^<>]*>", re.DOTALL)
PLACED = re.compile(r"^<!-- advice: (?P<id>\S+) -->[ \t]*\n?", re.MULTILINE)


def lay_text(content: Content, layer: Layer, name: str, root: Path) -> list[str]:
    """Lay the Markdown file called `name` over the guide's, in place; return every problem."""
    under, over = content.data[name], layer.texts.data[name]
    if not isinstance(over, dict):
        possible = "begin with ---, fields as `name: value`, then ---"
        return [f"{name}: front matter: missing or broken; {possible}"]
    if not isinstance(under, dict):
        return []  # the guide's own is broken, and a check of all texts says so
    guide = content.files[name]
    below, body = split_front_matter(guide)[1], split_front_matter(layer.texts.files[name])[1]
    own = {field: value for field, value in over.items() if field != OF and (field, value) != ("caution", "")}
    changed = changed_fields(name, own, body, under, below)
    made_from, hash = over.get(OF, ""), text_hash(name, guide)
    problems = [
        *problems_of_hash(name, made_from, hash, changed),
        *problems_of_danger(name, over, under),
        *problems_of_view(name, over, under),
    ]
    says = body.strip() or any(own.get(field) for field in text_fields(name))
    if says and is_hash(made_from) and (state := state_of(content, name, made_from, hash, changed)):
        day, why = day_of(root, name, under), withdrawn_texts(content).get(made_from, "")
        content.behind[name] = one = Behind(
            name, made_from, hash, day, guide, state, why, layer.kind == "language"
        )
        hidden = hidden_fields(one, under)
        own = {field: value for field, value in own.items() if field not in hidden}
        body = "" if BODY in hidden else with_steps_of(below, body, own_steps(content))
    joiner = Joined(words_of(name) if layer.kind == "language" else None)
    content.data[name] = joiner.join_fields(under, own, name)
    content.files[name] = joined(content.data[name], without_notes(body, below) if body.strip() else below)
    return [*problems, *problems_of_parts(name, body, below), *joiner.problems]


def changed_fields(
    name: str, own: Mapping[str, Any], body: str, under: Mapping[str, Any], below: str
) -> tuple[str, ...]:
    """List the texts that a layer says in other words: fields of the front matter, and the body."""
    fields = [
        field
        for field in text_fields(name)
        if own.get(field) and folded(str(own[field])) != folded(str(under.get(field, "")))
    ]
    return (*fields, BODY) if body.strip() and folded(body) != folded(below) else tuple(fields)


def problems_of_hash(name: str, made_from: Any, hash: str, changed: Collection[str]) -> list[str]:
    if problems := [*problems_of(ChangedText, {OF: made_from})] if made_from else []:
        return [f"{name}: {problem}; {hash} is the guide's text as it is now" for problem in problems]
    if changed and not made_from:
        missing = "required, but missing: of which text of the guide this was made"
        return [f"{name}: of: {missing}; write of: {hash}, the text as it is now"]
    return []


def problems_of_danger(name: str, own: Mapping[str, Any], under: Mapping[str, Any]) -> list[str]:
    """Return what would keep a reader from a warning of the guide."""
    problems = []
    if under.get("caution") and not has_words(str(own.get("caution", "unchanged") or "")):
        stays = "a caution cannot be taken away; leave the field out, or warn in other words"
        problems.append(f"{name}: caution: {stays}")
    if under.get("reaction") == "yes" and own.get("reaction", "yes") != "yes":
        read_first = "the person may react to this step, so its caution is read first; leave the field out"
        problems.append(f"{name}: reaction: {read_first}")
    return problems


def has_words(markdown: str) -> bool:
    """Return whether readers read anything of a text."""
    return any(sign.isalnum() for sign in UNREAD.sub("", markdown))


def problems_of_view(name: str, own: Mapping[str, Any], under: Mapping[str, Any]) -> list[str]:
    """Return what would keep links, scripts and the way to help from finding a page."""
    view, other = under.get("view"), own.get("view", under.get("view"))
    stays = f"got {other!r}; the guide finds the page as {view}; leave the field out"
    return [f"{name}: view: {stays}"] if other != view else []


def problems_of_parts(name: str, body: str, below: str) -> Iterator[str]:
    """Yield each part of the guide's page, such as numbers to call, that another text leaves no place for."""
    for part in missing_parts(body, below) if body.strip() else ():
        wrong = "a part of the page is missing, or there twice"
        yield f"{name}: text: {wrong}; write {part} once, on its own line"


def is_hash(value: Any) -> TypeGuard[str]:
    return isinstance(value, str) and bool(FORM.fullmatch(value))


def state_of(
    content: Content, name: str, made_from: str, hash: str, changed: Collection[str]
) -> State | None:
    """Return how a changed text is behind, or None where it is not."""
    if made_from in withdrawn_texts(content):
        return "withdrawn"
    if made_from == hash:
        return None
    if is_never_behind(name):
        return "guide"
    return "caution" if "caution" in changed and content.data[name].get("caution") else "shown"


def withdrawn_texts(content: Content) -> dict[str, str]:
    """Return the hash of each text that was withdrawn, to what is wrong with it."""
    entries = content.data.get(WITHDRAWN)
    return {
        str(entry["hash"]): str(entry.get("why", ""))
        for entry in (entries if isinstance(entries, list) else [])
        if isinstance(entry, dict) and entry.get("hash")
    }


def hidden_fields(one: Behind, under: Mapping[str, Any]) -> tuple[str, ...]:
    """List the texts of a layer in whose place the guide's own are shown."""
    if not one.is_shown:
        return (*text_fields(one.name), BODY)
    return ("caution",) if under.get("caution") else ()


def own_steps(content: Content) -> set[str]:
    """List the ids of the steps that layers have added."""
    return {Path(name).stem for name in content.own_texts & content.files.keys() if name.startswith(ADVICE)}


def with_steps_of(below: str, body: str, own: Collection[str]) -> str:
    """Let an older page name the steps that the guide's page names now: new ones last, and no others.

    Until someone has looked at the page, no step of the guide is missing from it.
    """
    placed = [match["id"] for match in PLACED.finditer(below)]
    if not body.strip():
        return body
    kept = PLACED.sub(lambda match: match[0] if match["id"] in {*placed, *own} else "", body)
    named = {match["id"] for match in PLACED.finditer(kept)}
    new = [f"\n<!-- advice: {id} -->\n" for id in placed if id not in named]
    return kept.rstrip("\n") + "\n" + "".join(new)
