"""Layers: a folder with the guide's own paths that holds only what differs. An organisation's copy is one.

Takes the guide's folder and an organisation's. Gives what the build makes of both: settings for MkDocs, and
every text as a layer leaves it. Each problem is named by the layer's own file.
"""
