class Abort(SystemExit):
    """Stop the build and say why."""


class PluginError(Exception):
    """Say what a hook could not do."""
