"""Cells, pens, cursor moves and pacing: what lies between Textual and the wire.

Nothing here knows of armreader.
"""
