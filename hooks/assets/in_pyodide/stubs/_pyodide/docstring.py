"""Stand in for the texts that `help()` shows."""


def get_cmeth_docstring(_: object) -> str:
    return ""
