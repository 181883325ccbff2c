"""The stage of pages: what the generator needs to write them, and what is done to the folder it wrote.

Takes a `Content`, and the folder of HTML pages that the generator wrote.
Gives the finished folder: each link checked and marked, the one document, the data of the rules, and the list
of all files with the worker that answers with a kept copy.
"""
