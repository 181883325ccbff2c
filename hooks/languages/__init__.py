"""Read a language, and say all of the guide in it.

Takes `languages/CODE/`: `language.yml`, `words.po` and texts with the paths of the guide's own.
Gives the content stage its words, and the bundler the theme's scripts with them.
`contributing/decisions/0032-languages.md` says why it is so.
"""
