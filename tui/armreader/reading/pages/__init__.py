"""Saved web pages: the text that a person sees, and which of it is the article."""
