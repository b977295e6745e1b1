"""The Textual application; nothing outside this package imports textual."""
