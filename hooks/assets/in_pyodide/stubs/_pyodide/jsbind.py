"""Stand in for calls into JavaScript, which nothing here does."""

no_default = default_signature = None
