from types import SimpleNamespace


class MkDocsConfig(SimpleNamespace):
    """The settings, each as an attribute."""
