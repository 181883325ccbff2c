"""Checks of a built copy of the guide, whoever made it.

Takes the folder alone: no network, no browser, no settings. Gives every problem, the most dangerous first, as
`file: what: what is wrong; what is possible`.
"""

from hooks.site_check.check import problems_of_site

__all__ = ["problems_of_site"]
