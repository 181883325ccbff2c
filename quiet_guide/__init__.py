"""The command `quiet-guide`: make an organisation's own copy of the guide from a folder of what differs.

The guide itself is in `guide/` of the installed package, or is the checkout that this folder is in.
"""
