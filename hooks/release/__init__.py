"""The stage of a release: the wheel of `quiet-guide`, the hashes of all that is published, and its version.

Takes a checkout with what npm installed, and a built site. Gives `dist/quiet_guide-VERSION-py3-none-any.whl`,
which carries all that a build needs besides Python packages.
"""
