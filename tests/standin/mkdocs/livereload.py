class LiveReloadServer:
    """It is named where a hook says what it takes; nothing is served here."""
