"""Stand in for running source text; only tests do that."""

from __future__ import annotations

from typing import Any


def eval_code(
    source: str,
    globals: dict[str, Any] | None = None,
    locals: dict[str, Any] | None = None,
    *,
    filename: str = "<exec>",
    **_: object,
) -> Any:
    """Run statements; return the value of the last one if it is an expression."""
    from _ast import Expr, Expression, PyCF_ONLY_AST

    if globals is None:
        globals = {}
    tree: Any = compile(source, filename, "exec", PyCF_ONLY_AST)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], Expr) else None
    exec(compile(tree, filename, "exec"), globals, locals)
    return eval(compile(Expression(last.value), filename, "eval"), globals, locals) if last else None
