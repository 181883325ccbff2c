"""Stand in for patterns: each was compiled when the bundle was made, and is found by its text."""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
from typing import Any

from ._known import KNOWN  # type: ignore[import-untyped]  # written by `compile_bundle.py`

MULTILINE, DOTALL, VERBOSE = 8, 16, 64


def compile(pattern: str | bytes, flags: int = 0) -> Any:
    if (pattern, flags) not in KNOWN:
        raise NotImplementedError(f"{pattern!r}: not compiled when the bundle was made")
    compiled_flags, code, *groups = KNOWN[pattern, flags]
    return _sre.compile(pattern, compiled_flags, list(code), *groups)
