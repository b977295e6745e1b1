"""The screen of a library: its stories, and a search over all of them."""
