"""Bookmarks of quotes in a local Markdown notebook."""
