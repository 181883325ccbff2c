"""Stand in for looking into functions: nothing here is a coroutine."""


def iscoroutinefunction(_: object) -> bool:
    return False
