"""Stand in for event loops, which nothing here runs."""
