"""Stand in for the package that would start an event loop."""
