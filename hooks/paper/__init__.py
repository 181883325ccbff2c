"""The stage of paper.

Takes the sheets of a `Content`, and the page that the generator wrote of each.
Gives a page for each sheet to the generator, then two PDFs and one small picture of each beside that page.
"""
