"""Write Python's frozen modules shorter: without what functions say of themselves, and without line tables.

Runs inside Pyodide, whose frozen modules they are. Arguments: the file to write. It gets, by the name of
each module, the size and the SHA-256 of the published code, and the shorter code in base64.
"""

from __future__ import annotations

import base64
import dis
import hashlib
import importlib
import json
import marshal
import sys
from pathlib import Path
from types import CodeType
from typing import Any

FROZEN: Any = importlib.import_module("_imp")
LOADS_CONSTANT = {"LOAD_CONST", "RETURN_CONST"}
CO_NEWLOCALS = 2
"""The flag of functions: their first constant is what they say of themselves, or not."""
SAME = (
    "co_argcount",
    "co_cellvars",
    "co_code",
    "co_exceptiontable",
    "co_filename",
    "co_firstlineno",
    "co_flags",
    "co_freevars",
    "co_kwonlyargcount",
    "co_name",
    "co_names",
    "co_nlocals",
    "co_posonlyargcount",
    "co_qualname",
    "co_stacksize",
    "co_varnames",
)
"""What a shorter code has as the published one has it."""


def main(out: Path) -> None:
    out.write_text(json.dumps({name: shortened(name) for name in frozen_names()}, indent=1) + "\n", "utf-8")


def frozen_names() -> list[str]:
    """Return the names of frozen modules, each code once."""
    names: dict[bytes, str] = {}
    for name in FROZEN._frozen_module_names():
        names.setdefault(published(name), name)
    return sorted(names.values())


def published(name: str) -> bytes:
    data, _is_package, _original = FROZEN.find_frozen(name, withdata=True)
    return bytes(data)


def shortened(name: str) -> dict[str, int | str]:
    whole = published(name)
    code = marshal.loads(whole)
    short = marshal.dumps(without_texts(code))
    if len(short) > len(whole) or not does_the_same(code, marshal.loads(short)):
        raise SystemExit(f"frozen module {name}: it cannot be shortened")
    digest = hashlib.sha256(whole).hexdigest()
    return {"size": len(whole), "sha256": digest, "code": base64.b64encode(short).decode()}


def without_texts(code: CodeType) -> CodeType:
    constants = [without_texts(one) if isinstance(one, CodeType) else one for one in code.co_consts]
    if has_unused_text(code):
        constants[0] = None
    return code.replace(co_linetable=b"", co_consts=tuple(constants))


def has_unused_text(code: CodeType) -> bool:
    """Return whether a function's first constant is a text that its code does not load."""
    if not code.co_flags & CO_NEWLOCALS or not code.co_consts or not isinstance(code.co_consts[0], str):
        return False
    return not any(one.opname in LOADS_CONSTANT and one.arg == 0 for one in dis.get_instructions(code))


def does_the_same(one: CodeType, other: CodeType) -> bool:
    """Return whether two codes differ in line tables and in texts that no code loads, and in nothing else."""
    if any(getattr(one, name) != getattr(other, name) for name in SAME):
        return False
    if len(one.co_consts) != len(other.co_consts):
        return False
    for number, (constant, shorter) in enumerate(zip(one.co_consts, other.co_consts, strict=True)):
        if isinstance(constant, CodeType):
            if not isinstance(shorter, CodeType) or not does_the_same(constant, shorter):
                return False
        elif number == 0 and has_unused_text(one):
            if shorter is not None:
                return False
        elif repr(constant) != repr(shorter):
            return False
    return True


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
