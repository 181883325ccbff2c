"""The version of the guide and of the command: releases raise it, and CHANGELOG.md says what each changed."""

VERSION = "0.1.0"
