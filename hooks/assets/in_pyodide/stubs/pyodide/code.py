"""Stand in for running source text; only tests do that."""

from _pyodide._base import eval_code  # type: ignore[import-not-found]  # it is in a sibling folder

__all__ = ["eval_code"]
