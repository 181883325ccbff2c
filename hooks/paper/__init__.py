"""The stage of paper.

Takes the sheets of a `Content`, and the page that the generator wrote of each.
Returns a page per sheet to the generator, then writes its PDFs and a thumbnail next to each page.
"""
