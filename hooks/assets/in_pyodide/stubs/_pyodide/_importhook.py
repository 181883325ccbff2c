"""Stand in for importing from JavaScript, which nothing here does."""


def register_js_finder() -> None:
    pass


def register_windows_finder() -> None:
    pass


def register_js_module(name: str, module: object) -> None:
    pass


def register_module_not_found_hook(packages: object, unvendored: object) -> None:
    pass
