"""The stage of scripts, styles and Python.

Takes the sources in `theme/` and `checklist/`, the rows of `theme/views.yml`, and the finished pages.
Gives the bundles as generated files, `licences.txt`, small style sheets, and Python for the browser.
"""
