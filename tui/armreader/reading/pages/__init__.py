"""Saved web pages: the text that a person sees, and which part of it is the article."""
