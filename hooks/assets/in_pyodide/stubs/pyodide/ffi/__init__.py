"""Stand in for the names by which Python would use JavaScript."""
